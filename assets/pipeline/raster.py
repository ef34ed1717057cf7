"""One SVG document to one trimmed picture, through rsvg-convert."""

import io
import math
import subprocess

from PIL import Image


GROUND = (0x2B, 0x2A, 0x66)     # what lies under every place


def draw(svg, zoom):
    made = subprocess.run(["rsvg-convert", "-z", f"{zoom:.6f}"], input=svg.encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if made.returncode != 0:
        raise RuntimeError(made.stderr.decode(errors="replace").strip())
    return Image.open(io.BytesIO(made.stdout)).convert("RGBA")


def rasterise_opaque(svg, zoom):
    """Returns (picture, 0, 0) without transparency: quicker to read and to copy."""
    picture = draw(svg, math.floor(zoom * 1e6) / 1e6)       # not a pixel more than the document has
    whole = Image.new("RGB", picture.size, GROUND)
    whole.paste(picture, mask=picture.getchannel("A"))
    return whole, 0, 0


def bleed(picture, reach=2):
    """Gives the transparent pixels next to a shape its colour, or scaling would mix black into its edge."""
    alpha = picture.getchannel("A")
    known = alpha.point(lambda a: 255 if a > 12 else 0)
    colours = Image.new("RGB", picture.size)
    colours.paste(picture.convert("RGB"), mask=known)
    for _ in range(reach):
        around, found = colours.copy(), known.copy()
        for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1), (0, -1), (0, 1), (-1, 0), (1, 0)):
            around.paste(colours, (dx, dy), known)
            found.paste(255, (dx, dy), known)
        around.paste(colours, mask=known)
        colours, known = around, found
    colours.putalpha(alpha)
    return colours


def rasterise(svg, zoom, trim):
    """Returns (picture, left, top): the picture and where it lies in the document, in pixels.

    One transparent pixel is kept around a trimmed picture, so that it may be
    filtered when it is scaled. A document with nothing in it gives None.
    """
    picture = draw(svg, zoom)
    if not trim:
        return bleed(picture), 0, 0
    box = picture.getchannel("A").getbbox()
    if box is None:
        return None
    left, top, right, bottom = box
    box = (left - 1, top - 1, right + 1, bottom + 1)
    return bleed(picture.crop(box)), left - 1, top - 1

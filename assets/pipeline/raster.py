"""One SVG document to one trimmed picture, through rsvg-convert."""

import io
import subprocess

from PIL import Image


def rasterise(svg, zoom, trim):
    """Returns (picture, left, top): the picture and where it lies in the document, in pixels.

    One transparent pixel is kept around a trimmed picture, so that it may be
    filtered when it is scaled. A document with nothing in it gives None.
    """
    made = subprocess.run(["rsvg-convert", "-z", f"{zoom:.6f}"], input=svg.encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if made.returncode != 0:
        raise RuntimeError(made.stderr.decode(errors="replace").strip())
    picture = Image.open(io.BytesIO(made.stdout)).convert("RGBA")
    if not trim:
        return picture, 0, 0
    box = picture.getchannel("A").getbbox()
    if box is None:
        return None
    left, top, right, bottom = box
    box = (left - 1, top - 1, right + 1, bottom + 1)
    return picture.crop(box), left - 1, top - 1

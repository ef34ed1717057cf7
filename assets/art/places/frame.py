"""What every place has in common: its size, its layers, the light on top.

A place is drawn on 2040x1080 units from -60,0, so that it can shake a little. Its layers
become one opaque picture: one to read and one to copy, where a school computer would spend
most of a frame on laying three over each other. Keep quiet zones behind heads (x 220-560 and 1440-1700,
y 340-690); the dialogue box hides the bottom 30 %.
"""

from art.catalogue import Sprite
from art.svg import document, ellipse, group, radial, rect

BOX = (-60, 0, 2040, 1080)
BACK_BLUR = ('<filter id="far" x="0" y="0" width="1" height="1">'
             '<feGaussianBlur stdDeviation="1.6" edgeMode="duplicate"/></filter>')
VIGNETTE = radial("vignette", (55, "#1C1548", 0), (100, "#1C1548", .55), cx=52, cy=42, r=75)


def used(defs, markup):
    """Only the one-line definitions that the markup refers to (also through each other)."""
    lines = [line for line in defs.splitlines() if line]
    kept, text = [], markup
    for line in reversed(lines):
        if f'url(#{line.split(chr(34))[1]})' in text:
            kept.append(line)
            text += line
    return "".join(reversed(kept))


def place(name, light, layers, defs):
    """The sprite of a place; layers is a list of (layer name, markup), back to front."""
    markup = "".join(group(part) for _, part in layers)
    svg = document(BOX, markup, defs=used(defs, markup))
    yield Sprite(f"place/{name}/{light}/0back", svg, origin=(BOX[0], BOX[1]), opaque=True)


def far(*parts):
    """The back of a place is a little out of focus."""
    return group(*parts, filter="url(#far)")


def whole(fill, **more):
    return rect(*BOX[:4], fill, **more)


def ground_shadow(x, y, rx, ry, strength=.25):
    return ellipse(x, y, rx, ry, "#2A2257", opacity=strength)

"""Shelf packing: many small pictures into one sheet."""

import math

from PIL import Image

GAP = 1


def pack(pictures):
    """Places pictures (a list) on one sheet. Returns (sheet, [(x, y), ...]) in the same order."""
    area = sum((p.width + GAP) * (p.height + GAP) for p in pictures)
    widest = max(p.width for p in pictures)
    limit = max(widest, int(math.sqrt(area) * 1.1))
    spots = [None] * len(pictures)
    order = sorted(range(len(pictures)), key=lambda i: (-pictures[i].height, -pictures[i].width, i))
    x = y = shelf = used_width = 0
    for index in order:
        picture = pictures[index]
        if x and x + picture.width > limit:
            y += shelf + GAP
            x = shelf = 0
        spots[index] = (x, y)
        x += picture.width + GAP
        shelf = max(shelf, picture.height)
        used_width = max(used_width, x - GAP)
    sheet = Image.new("RGBA", (used_width, y + shelf), (0, 0, 0, 0))
    for picture, spot in zip(pictures, spots):
        sheet.paste(picture, spot)
    return sheet, spots

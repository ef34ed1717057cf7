#!/usr/bin/env python3
"""icon.py FOLDER OUT.ico: the sango-<size>.png of a folder as one icon for Windows, with the small sizes it wants besides."""
import sys
from pathlib import Path

from PIL import Image

SIZES = (16, 24, 32, 48, 64, 128, 256)


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    drawn = sorted((Image.open(path).convert("RGBA") for path in folder.glob("sango-*.png")), key=lambda picture: picture.width)
    if not drawn:
        sys.exit(f"{folder}: no sango-*.png; draw the art first (./run assets)")
    made = []
    for size in SIZES:
        source = next((picture for picture in drawn if picture.width >= size), None)
        if source:
            made.append(source if source.width == size else source.resize((size, size), Image.Resampling.LANCZOS))
    made[-1].save(out, "ICO", sizes=[picture.size for picture in made], append_images=made[:-1])


if __name__ == "__main__":
    main()

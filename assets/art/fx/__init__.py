"""What falls, glows and twinkles over a place: one plain SVG file each, 100x100, drawn around its middle.

The game turns and scales them itself (game/stage/particles.c).
"""

from pathlib import Path

from art.catalogue import Sprite


def sprites():
    for file in sorted(Path(__file__).parent.glob("*.svg")):
        yield Sprite(f"fx/{file.stem}", file.read_text(encoding="utf-8"), 1.0, "fx")

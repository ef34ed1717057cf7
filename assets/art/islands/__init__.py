"""The islands of the map and a stone of the way between them: one SVG file each, on one sheet.

An island's file has the name of its world (pack.json). It is drawn around 0,0 on 380x370 units;
the game sets it into the sea of places/map.svg, and Sango onto the right side of its beach.
"""

from pathlib import Path

from art.catalogue import Sprite


def sprites():
    for file in sorted(Path(__file__).parent.glob("*.svg")):
        yield Sprite(f"map/{file.stem}", file.read_text(encoding="utf-8"), sheet="map-islands", trim=False)

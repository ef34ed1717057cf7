"""Pictures for choice cards, tools and picture speech: plain SVG files in this folder, 96x96 units.

fluent/ holds chosen pictures of Fluent Emoji Flat (MIT), the rest is drawn for this game.
"""

from pathlib import Path

from art.catalogue import Sprite

HERE = Path(__file__).parent
LARGE = 2.0     # picture speech and picture cards show them on 192x192


def sprites():
    files = sorted(HERE.glob("*.svg")) + sorted((HERE / "fluent").glob("*.svg"))
    for file in sorted(files, key=lambda f: f.stem):
        svg = file.read_text(encoding="utf-8")
        yield Sprite(f"icon/{file.stem}", svg, sheet="icons", trim=False)
        yield Sprite(f"show/{file.stem}", svg, scale=LARGE, sheet="show", trim=False)

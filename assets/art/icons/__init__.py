"""Pictures for choice cards and tools: plain SVG files in this folder, 96x96 units.

fluent/ holds chosen pictures of Fluent Emoji Flat (MIT), the rest is drawn for this game.
"""

from pathlib import Path

from art.catalogue import Sprite

HERE = Path(__file__).parent


def sprites():
    files = sorted(HERE.glob("*.svg")) + sorted((HERE / "fluent").glob("*.svg"))
    for file in sorted(files, key=lambda f: f.stem):
        yield Sprite(f"icon/{file.stem}", file.read_text(encoding="utf-8"), sheet="icons", trim=False)

#!/usr/bin/python3
"""Puts the page of the game into a site that already has the engine, the data and the texts.

    game/web/page.py build/web/site [--icon build/assets/icon/sango.svg]

Copies play/, makes the icons and the title's letters, and writes into play.html the addresses with the hash of
what lies there. Run it last, and again after anything of the site has changed. Needs rsvg-convert, fontTools, brotli.
"""

import argparse
import hashlib
import html
import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NIGHT = "#2b2358"
AT_THE_ROOT = ("play.html", "sw.js")        # the others go to play/
ICONS = {"icon-48.png": 48, "icon-192.png": 192, "icon-512.png": 512}
MASKABLE = {"maskable-192.png": 192, "maskable-512.png": 512}
TITLE_LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "\u2019"     # other writings: the system's


def short_hash(data):
    return hashlib.sha256(data).hexdigest()[:12]


def render(svg, file, side):
    subprocess.run(["rsvg-convert", "-w", str(side), "-h", str(side), "-o", file], input=svg, check=True)


def maskable(svg):
    """The icon on a full ground, small enough for the circle that phones cut."""
    inner = re.sub(rb"^\s*<\?xml.*?\?>", b"", svg)
    inner = re.sub(rb'(<svg[^>]*?)\swidth="\d+"\sheight="\d+"', rb'\1 x="94" y="94" width="324" height="324"', inner, count=1)
    return (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">'
            b'<rect width="512" height="512" fill="%s"/>%s</svg>' % (NIGHT.encode(), inner))


def make_icons(icon, folder):
    svg = icon.read_bytes()
    (folder / "sango.svg").write_bytes(svg)
    for name, side in ICONS.items():
        render(svg, folder / name, side)
    for name, side in MASKABLE.items():
        render(maskable(svg), folder / name, side)


def make_title_font(source, file):
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(layout_features=["kern"], hinting=False))
    cutter.populate(text=TITLE_LETTERS)
    cutter.subset(font)
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made)
    file.write_bytes(made.getvalue())


def set_meta(text, name, **attributes):
    """Sets attributes of <meta name=...>; `data_bytes` stands for data-bytes."""
    def change(match):
        tag = match.group(0)
        for key, value in attributes.items():
            key = key.replace("_", "-")
            tag = re.sub(rf'(\s{key}=)"[^"]*"', lambda m: f'{m.group(1)}"{html.escape(str(value))}"', tag)
        return tag
    text, count = re.subn(rf'<meta name="{name}"[^>]*>', change, text)
    assert count == 1, name
    return text


def stamped(site, address):
    """The address with the hash of the file there."""
    return f"{address}?v={short_hash((site / address).read_bytes())}"


def stamp_page(site, text):
    texts = sorted((site / "texts").glob("*.json"))
    languages = [file.stem for file in texts if file.stem != "en"]
    text = set_meta(text, "sango-engine", content=stamped(site, "play/sango.wasm"),
                    data_bytes=(site / "play/sango.wasm").stat().st_size)
    text = set_meta(text, "sango-files", content=stamped(site, "files.json"), data_bytes=(site / "files.json").stat().st_size)
    text = set_meta(text, "sango-texts", content=" ".join(languages),
                    data_version=short_hash(b"".join(file.read_bytes() for file in texts)))
    return re.sub(r'(src|href)="(play/[^"?]+|files\.json)"', lambda m: f'{m.group(1)}="{stamped(site, m.group(2))}"', text)


def stamp_inner(folder):
    """Addresses within play/: font and drawing in the style, icons in the manifest."""
    for name, pattern in (("play.css", r'(url\(")([^"?]+)(")'), ("manifest.webmanifest", r'("src": ")([^"?]+)(")')):
        file = folder / name
        change = lambda m: f"{m.group(1)}{stamped(folder, m.group(2))}{m.group(3)}"
        file.write_text(re.sub(pattern, change, file.read_text(encoding="utf-8")), encoding="utf-8")


def make_page(site, icon, font):
    folder = site / "play"
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted((HERE / "play").iterdir()):
        if file.name not in AT_THE_ROOT:
            shutil.copyfile(file, folder / file.name)
    shutil.copyfile(HERE / "play/sw.js", site / "sw.js")
    make_icons(icon, folder)
    make_title_font(font, folder / "title.woff2")
    stamp_inner(folder)
    text = stamp_page(site, (HERE / "play/play.html").read_text(encoding="utf-8"))
    (site / "play.html").write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--icon", type=Path, default=ROOT / "build/assets/icon/sango.svg")
    parser.add_argument("--font", type=Path, default=ROOT / "assets/fonts/Fredoka-SemiBold.ttf")
    options = parser.parse_args()
    needed = [options.site / name for name in ("play/sango.js", "play/sango.wasm", "files.json")] + [options.icon, options.font]
    for file in needed:
        if not file.is_file():
            sys.exit(f"page.py: {file} is missing; the engine and the data come before the page")
    make_page(options.site, options.icon, options.font)


if __name__ == "__main__":
    main()

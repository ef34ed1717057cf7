#!/usr/bin/env python3
"""Which drawings and sounds are missing, unused, too large or off the palette.

    tests/content/art.py ROOT    ROOT/build/assets holds the built art

Prints a sentence for each fault; the exit status is 1 when there is one.
"""

import math
import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1]).resolve()
sys.path.insert(0, str(ROOT / "assets"))
sys.dont_write_bytecode = True

from art import catalogue, palette                            # noqa: E402

#: sprites that only the code names; all others are names that an author writes into a level
OF_THE_CODE = ("ui/", "map/", "avatar/", "level/", "phone/", "fx/", "show/")
#: drawn by others, with colours of their own
BORROWED = ("avatar/", "icon/", "show/", "ui/avatar_", "picture/")
#: drawn again in the colours of a theme file; tests/ui/test_theme.c knows what those must be
LOOKS = "look/"
NAME = r"(?:ui|icon|map|place|avatar|level|picture|phone|fx|show|sango)/(?!.*\.h)[a-z0-9_%.*/]*"

MOMENTS = ("blink", "talk", "look_left", "look_right")     # of an expression that is on the stage
FARTHEST = 34           # CIE 1976 distance of a colour from the nearest one of the palette
DARKEST = 6             # L*: ink is the darkest; black is not in the palette
SHEET_BYTES = 2_000_000
SHEET_SIDE = 4096       # pixels: what every graphics card takes
SET_BYTES = {"720": 25_000_000, "1080": 46_000_000}


def lab(color):
    """CIE L*a*b* (D65) of "#RRGGBB"."""
    def light(c):
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
    r, g, b = (light(int(color[i:i + 2], 16) / 255) for i in (1, 3, 5))
    x, y, z = ((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505, 0.2126 * r + 0.7152 * g + 0.0722 * b,
               (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def palette_colors():
    """Every colour that palette.py names."""
    text = Path(palette.__file__).read_text(encoding="utf-8")
    return {color: lab(color) for color in sorted(set(re.findall(r"#[0-9A-Fa-f]{6}\b", text)))}


def off_palette(sprites):
    """Colours that are far from the palette, each with a sprite that has it."""
    known = palette_colors()
    first = {}
    for sprite in sprites:
        if sprite.name.startswith(BORROWED + (LOOKS,)):
            continue
        for color in re.findall(r"#[0-9A-Fa-f]{6}\b", sprite.svg):
            first.setdefault(color.upper(), sprite.name)
    for color, name in sorted(first.items()):
        here = lab(color)
        distance, nearest = min((math.dist(here, other), name) for name, other in known.items())
        if distance > FARTHEST:
            yield f"{name}: {color} is {distance:.0f} from the nearest colour of art/palette.py, {nearest}; at most {FARTHEST}"
        if here[0] < DARKEST:
            yield f"{name}: {color} is darker than ink, {palette.INK}"


def teal_is_sangos(sprites):
    """Nobody else on the stage wears Sango's colour."""
    actors = {actor.name for actor in catalogue.all_actors()} - {"sango"}
    for sprite in sprites:
        if sprite.name.split("/")[0] in actors:
            for tone in palette.TEAL:
                if tone.upper() in sprite.svg.upper():
                    yield f"{sprite.name}: {tone} is Sango's own colour"


def named_by_code():
    """Patterns of the names of sprites that the C code writes; %… stands for anything."""
    patterns = set()
    for source in (ROOT / "game").rglob("*.c"):
        for literal in re.findall(r'"([^"\n]*)"', source.read_text(encoding="utf-8")):
            if re.fullmatch(NAME, literal) and literal != "ui/":     # that one only asks of what kind a name is
                patterns.add(literal)
    return patterns


def as_regex(pattern):
    """Letters are themselves; %s, %d, %.*s and the like are a part of a name, and so is what follows a beginning."""
    parts = re.split(r"%[0-9.*]*[a-z]", pattern)
    tail = "[a-z0-9_/-]+" if pattern.endswith(("/", "_")) else ""
    return re.compile("[a-z0-9_-]+".join(re.escape(part) for part in parts) + tail)


def missing_and_unused(sprites):
    """Names of the code that no sprite has, and sprites that nobody can name."""
    names = {sprite.name for sprite in sprites if not sprite.name.startswith(LOOKS)}
    patterns = {pattern: as_regex(pattern) for pattern in named_by_code()}
    for pattern, regex in sorted(patterns.items()):
        if not any(regex.fullmatch(name) for name in names):
            yield f"{pattern}: the code names it, nobody draws it"
    words = set(re.findall(r"[a-z_0-9]+", (ROOT / "levels/README.md").read_text(encoding="utf-8")))
    for name in sorted(names):
        if any(regex.fullmatch(name) for regex in patterns.values()):
            continue
        if name.startswith(OF_THE_CODE):
            yield f"{name}: it is drawn, and the code never names it"
        elif not is_written_down(name, words):
            yield f"{name}: it is drawn, and levels/README.md does not tell authors of it"


def is_written_down(name, words):
    """Places and lights, icons and pictures; for an actor the expression, since its layers come with it."""
    kind, *rest = name.split("/")
    if kind == "place":
        return set(rest[:2]) <= words or rest[0] == "title"
    if kind in ("icon", "picture"):
        return rest[0] in words
    return kind in words and (rest[0] in words or rest[0].split("-")[0] in MOMENTS)


def sounds():
    """Sounds that nobody can play, and captions without a sound."""
    built = {file.stem for file in (ROOT / "assets/sound").glob("*.ogg")}
    code = " ".join(source.read_text(encoding="utf-8") for source in (ROOT / "game").rglob("*.c"))
    literals = set(re.findall(r'"([a-z_]+)"', code))
    words = set(re.findall(r"[a-z_0-9]+", (ROOT / "levels/README.md").read_text(encoding="utf-8")))
    for name in sorted(built - literals - words):
        yield f"assets/sound/{name}.ogg: neither the code nor levels/README.md names it"
    captions = (ROOT / "assets/sound/captions.txt").read_text(encoding="utf-8")
    for name in re.findall(r"^([a-z_]+)\t", captions, re.MULTILINE):
        if name not in built:
            yield f"assets/sound/captions.txt: there is no sound '{name}'"


def png_size(file):
    """Width and height of a PNG file."""
    head = file.read_bytes()[:24]
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def oversized():
    """Sheets and sets that are too large."""
    for scale, most in SET_BYTES.items():
        sheets = sorted((ROOT / "build/assets" / scale).glob("*.png"))
        if not sheets:
            yield f"build/assets/{scale}: no art is built"
        total = sum(sheet.stat().st_size for sheet in sheets)
        if total > most:
            yield f"build/assets/{scale}: {total:,} bytes, at most {most:,}"
        for sheet in sheets:
            width, height = png_size(sheet)
            if max(width, height) > SHEET_SIDE:
                yield f"{scale}/{sheet.name}: {width}x{height} pixels, at most {SHEET_SIDE} a side"
            if sheet.stat().st_size > SHEET_BYTES:
                yield f"{scale}/{sheet.name}: {sheet.stat().st_size:,} bytes, at most {SHEET_BYTES:,}"


def main():
    sprites = catalogue.all_sprites()
    faults = [fault for check in (off_palette(sprites), teal_is_sangos(sprites), missing_and_unused(sprites), sounds(), oversized())
              for fault in check]
    for fault in faults:
        print(fault)
    print(f"{len(sprites)} sprites, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

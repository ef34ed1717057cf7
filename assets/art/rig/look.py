"""What makes one person different from the next: actor.json and the SVG files beside it."""

import json
import re
from dataclasses import dataclass, field, fields

from art import palette, svg_file
from art.errors import ArtError
from art.rig.arms import GESTURES, KINDS

#: the files that a person may have, in the rig's units (head around 402,340; see assets/README.md)
PARTS = ("chair", "back", "body", "collar", "held", "drape", "head", "skin", "front")

AGES = ("small", "child", "grown")
SLEEVES = ("long", "short")


@dataclass(frozen=True)
class Look:
    """The keys of actor.json. Hues are names of the palette or lists of colours."""
    name: str                       # the folder's
    parts: dict                     # name of a part -> markup
    pill: str                       # hue of the name pill
    skin: tuple                     # base, shade, light, blush
    iris: tuple                     # base, lower light
    brow: str
    coat: tuple                     # hue of the sleeves: base, shade, light
    cuff: str = ""                  # colour of the cuffs, or of the hems of short sleeves; empty: light tone of the coat
    sleeves: str = "long"           # one of SLEEVES
    age: str = "child"              # one of AGES: shape of the head and the nose
    lash: bool = False
    freckles: bool = False
    ears: bool = True
    neck: bool = True
    gait: str = ""                  # "wheels": rolls where others step
    whole: float = 1.0              # size of the whole person; the ground stays
    head_size: tuple = (1.0, 1.0)   # of the head alone; the chin stays
    body_size: float = 0.86
    eye_size: float = 1.0
    brow_size: float = 1.0          # of their thickness
    gaze: tuple = ()                # where the eyes rest, whatever happens: a blind person's
    holds: str = ""                 # arm that holds held.svg in front of all; empty: it hangs, held.svg behind it
    shoulders: float = 158          # from the middle to where an arm begins
    gestures: dict = field(default_factory=dict)    # expression -> arm, where not the usual one


def _colours(file, key, value, table, count):
    if isinstance(value, str) and table:
        if value not in table:
            raise ArtError(file, f'"{key}" is "{value}", but art/palette.py knows only {", ".join(table)}')
        return table[value]
    if not (isinstance(value, list) and len(value) == count and all(isinstance(v, str) for v in value)):
        names = f'one of {", ".join(table)}, or ' if table else ""
        raise ArtError(file, f'"{key}" must be {names}{count} colours: {json.dumps(["#4A3328"] * count)}')
    for colour in value:
        _check_colour(file, key, colour)
    return tuple(value)


def _check_colour(file, key, value):
    if not re.fullmatch("#[0-9A-Fa-f]{6}", value):
        raise ArtError(file, f'"{key}" has "{value}", but a colour is # and six digits, 0 to 9 and A to F: "#4A3328"')


def _check_keys(file, facts):
    known = {entry.name for entry in fields(Look)} - {"name", "parts"}
    for key in facts:
        if key not in known:
            raise ArtError(file, f'unknown key "{key}"; known are {", ".join(sorted(known))}')
    for key in ("pill", "skin", "iris", "brow", "coat"):
        if key not in facts:
            raise ArtError(file, f'"{key}" is missing')


def _check_values(file, facts):
    kinds = {"pill": str, "brow": str, "cuff": str, "lash": bool, "freckles": bool, "ears": bool, "neck": bool,
             "gestures": dict, "holds": str, "gait": str, "sleeves": str}
    kinds.update({entry.name: (int, float) for entry in fields(Look) if entry.type is float})
    for key, kind in kinds.items():
        if key in facts and not isinstance(facts[key], kind):
            raise ArtError(file, f'"{key}" has a value of the wrong kind')
    for key in ("brow", "cuff"):
        if facts.get(key):
            _check_colour(file, key, facts[key])
    if facts["pill"] not in palette.HUES:
        raise ArtError(file, f'"pill" is "{facts["pill"]}", but the hues are {", ".join(palette.HUES)}')
    if facts.get("age", "child") not in AGES:
        raise ArtError(file, f'"age" must be one of {", ".join(AGES)}')
    if facts.get("sleeves", "long") not in SLEEVES:
        raise ArtError(file, f'"sleeves" must be one of {", ".join(SLEEVES)}')
    if facts.get("holds", "down") not in KINDS:
        raise ArtError(file, f'"holds" is "{facts["holds"]}", but arms are {", ".join(KINDS)}')
    if facts.get("gait", "") not in ("", "wheels"):
        raise ArtError(file, f'"gait" is "{facts["gait"]}", but may only be "wheels"')
    for expression, arm in facts.get("gestures", {}).items():
        if expression not in GESTURES or arm not in KINDS:
            raise ArtError(file, f'"gestures" says "{expression}": "{arm}"; expressions are {", ".join(GESTURES)}, '
                                 f'arms are {", ".join(KINDS)}')


def _parts(folder):
    for file in sorted(folder.glob("*.svg")):
        if file.stem not in PARTS:
            raise ArtError(file, f'is no part of a person; parts are {", ".join(f"{part}.svg" for part in PARTS)}')
    if not (folder / "body.svg").exists():
        raise ArtError(folder / "body.svg", "is missing: a person needs clothes")
    if not (folder / "front.svg").exists() and not (folder / "head.svg").exists():
        raise ArtError(folder / "front.svg", "is missing: a person needs hair (front.svg) or a head (head.svg)")
    return {part: svg_file.read(folder / f"{part}.svg") for part in PARTS if (folder / f"{part}.svg").exists()}


def read(folder, facts):
    """The Look of a person's folder."""
    file = folder / "actor.json"
    _check_keys(file, facts)
    _check_values(file, facts)
    facts = dict(facts, skin=_colours(file, "skin", facts["skin"], palette.SKIN, 4),
                 coat=_colours(file, "coat", facts["coat"], palette.HUES, 3),
                 iris=_colours(file, "iris", facts["iris"], {}, 2),
                 gaze=_two_numbers(file, facts["gaze"], "gaze") if "gaze" in facts else (),
                 head_size=_two_numbers(file, facts.get("head_size", [1, 1])))
    return Look(folder.name, _parts(folder), **facts)


def _two_numbers(file, value, key="head_size"):
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(v, (int, float)) for v in value)):
        raise ArtError(file, f'"{key}" must be two numbers: across and down')
    return tuple(value)

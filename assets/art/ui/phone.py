"""The phone screen of the story: its frame, and pictures of those who write."""

import re
from pathlib import Path

from art import cast, palette
from art.catalogue import NineSlice
from art.looks import mix
from art.palette import CORAL, INK, LEAF, PINK, PLUM, SKY, STEEL, SUN, WHITE
from art.svg import STAR, at, blur, circle, clip, document, ellipse, group, linear, path, rect, stroke

ANIMALS = Path(__file__).parent.parent / "animals"
SHADOW = blur("shadow", 12)
RING = "M80 10 A69 69 0 0 1 80 148 A69 69 0 0 1 80 10Z"      # the edge of a round picture

NINE_SLICES = [NineSlice("ui/phone_frame", 140, 20)]


def body(look):
    if look.border:
        return rect(12, 4, 736, 792, look.edge, 80) + rect(18, 10, 724, 780, look.ring_in, 74)
    dark = "#1D1745"
    gloss = stroke("M34 150 V84 C34 48 58 26 92 24", "#6A5FB4", 7) if look.gloss else ""
    return rect(734, 250, 16, 110, dark, 8) + rect(20, 16, 720, 780, dark, 72) + rect(20, 12, 720, 776, "#352C78", 72) + gloss


def frame(look):
    """A phone held upright. Its bar and its rim are inside the corners, so that it may be of any size."""
    foot = mix(look.screen_paper, look.screen_bar, 13) if look.border else mix(look.screen_paper, look.teal, 17)
    wallpaper = linear("wallpaper", (0, mix(look.screen_paper, look.screen_bar, 13)), (100, foot))
    outline = "M92 36 H668 A44 44 0 0 1 712 80 V732 A44 44 0 0 1 668 776 H92 A44 44 0 0 1 48 732 V80 A44 44 0 0 1 92 36Z"
    return document(
        (0, -8, 760, 820),
        rect(24, 26, 712, 776, INK, 74, opacity=.45, filter="url(#shadow)"),
        body(look),
        clip("screen", outline, rect(48, 36, 664, 740, "url(#wallpaper)"), rect(48, 36, 664, 92, look.screen_bar), rect(48, 124, 664, 5, mix(look.screen_bar, INK, 40))),
        rect(330, 22, 100, 9, "#1D1745", 4.5), rect(290, 756, 180, 9, look.screen_ink, 4.5, opacity=.35),
        defs=SHADOW + wallpaper)


def animal(name):
    """The inner markup of an animal, 32x32 units."""
    text = (ANIMALS / f"{name}.svg").read_text(encoding="utf-8")
    return re.search(r"<svg[^>]*>(.*)</svg>", text, re.DOTALL).group(1)


def disc(hue, *parts, size=160, defs=""):
    """A round picture with a rim, drawn on 160x160 units around 80,80."""
    return document((0, 0, 160, 160), circle(80, 82, 76, hue[1]), circle(80, 79, 76, WHITE), circle(80, 79, 69, hue[2]),
                    path("M80 10 A69 69 0 0 1 80 148 A100 100 0 0 0 80 10Z", hue[0], opacity=.45), *parts, size=(size, size), defs=defs)


def profile(name, hue):
    return disc(hue, group(animal(name), transform="translate(28 28) scale(3.25)"), size=240)


def star_fox():
    """A made-up player's picture: a fox's mask with a star, friendly at first sight."""
    ears = path("M34 70 L38 26 L70 48Z", CORAL[0], stroke=CORAL[0], stroke_width=8, stroke_linejoin="round") + path("M126 70 L122 26 L90 48Z", CORAL[1], stroke=CORAL[1], stroke_width=8, stroke_linejoin="round")
    mask = path("M30 78 C30 48 56 38 80 38 C104 38 130 48 130 78 C130 104 104 128 80 128 C56 128 30 104 30 78Z", CORAL[0]) \
        + path("M80 38 C104 38 130 48 130 78 C130 104 104 128 80 128Z", CORAL[1]) \
        + path("M32 88 C50 78 66 88 80 108 C94 88 110 78 128 88 C122 110 100 128 80 128 C60 128 38 110 32 88Z", WHITE)
    eyes = stroke("M50 80 Q58 70 66 80", INK, 7) + stroke("M94 80 Q102 70 110 80", INK, 7) + ellipse(80, 110, 9, 7, INK)
    return disc((PLUM[0], PLUM[1], "#4B3F96"), ears, mask, eyes, at(80, 56, path(STAR, SUN[0]), scale=.42))


def moon_fox():
    return disc((INK, INK, "#322A6E"), group(animal("moon"), transform="translate(26 14) scale(1.7)"), group(animal("fox"), transform="translate(44 48) scale(2.4)"))


def blobby():
    blob = path("M40 110 C26 70 52 34 84 36 C118 38 136 74 122 112 C114 124 108 108 98 116 C90 124 82 110 72 118 C62 126 48 124 40 110Z", LEAF[0])
    return disc(SKY, blob, circle(68, 72, 12, WHITE), circle(98, 72, 12, WHITE), circle(70, 74, 6, INK), circle(100, 74, 6, INK),
                path("M66 92 C74 102 92 102 100 92Z", INK), stroke("M54 58 C58 50 64 46 72 44", LEAF[2], 6))


def grandma():
    return disc(SUN, clip("ring", RING, path("M28 160 C30 112 56 104 80 104 C104 104 130 112 132 160Z", PINK[1])), circle(80, 36, 21, "#D8D3E6"),
                path("M40 84 C32 40 60 30 80 30 C100 30 128 40 120 84 C122 92 38 92 40 84Z", "#E6E2F0"), ellipse(80, 80, 34, 37, "#8A5230"),
                path("M46 74 C46 46 66 42 80 42 C94 42 114 46 114 74 C104 58 92 54 80 54 C68 54 56 58 46 74Z", "#E6E2F0"),
                circle(67, 80, 12, "none", stroke=CORAL[0], stroke_width=5), circle(93, 80, 12, "none", stroke=CORAL[0], stroke_width=5),
                circle(67, 80, 5, INK), circle(93, 80, 5, INK), stroke("M66 99 Q80 110 94 99", INK, 5))


def somebody():
    """Whoever has no picture of their own."""
    return disc(STEEL, circle(80, 68, 27, WHITE), clip("ring", RING, path("M32 150 C34 108 58 100 80 100 C102 100 126 108 128 150Z", WHITE)))


#: hats, wraps and pigtails that need more room than a head; the scale of the drawing
TALL = {"baba": .266, "coachrosa": .242, "kim": .26, "linh": .228, "mama": .25, "msdiallo": .238, "omar": .254, "papa": .262, "sofia": .236}
#: level -> who calls; Sango's face stands for a level that is not named here
CALLERS = {"surprise-present": "kofi"}


def face(actor, size=160):
    """Somebody of the cast, as those who know them see them in a chat."""
    layers = (layer for layer in actor.layers if layer not in ("chair", "held", "armf", "shadow", "cape"))
    person = "".join(actor.expressions["happy"].get(layer) or "" for layer in layers)
    (pivot_x, pivot_y), size_of = ((400, 556), .31) if actor.name == "sango" else (actor.head, TALL.get(actor.name, .275))
    used = "".join(line for line in actor.defs.splitlines(True))
    return disc(getattr(palette, actor.pill.upper()), clip("ring", RING, group(person, transform=f"translate({80 - pivot_x * size_of:.2f} {138 - pivot_y * size_of:.2f}) scale({size_of})")), defs=used, size=size)


PROFILES = {"fox": SUN, "panda": LEAF, "otter": SKY, "owl": PLUM, "turtle": PINK, "rabbit": CORAL, "cat": SKY, "whale": SUN}


def pictures():
    """name -> document, without the ones that stretch."""
    drawn = {"ui/avatar_starfox": star_fox(), "ui/avatar_moonfox": moon_fox(), "ui/avatar_blobby": blobby(),
             "ui/avatar_grandma": grandma(), "ui/avatar_somebody": somebody(),
             "ui/avatar_cakecat": disc(PINK, group(animal("cat"), transform="translate(28 44) scale(2.5)"), group(animal("cupcake"), transform="translate(76 10) scale(2)"))}
    drawn.update({f"ui/avatar_{actor.name}": face(actor) for actor in cast.everybody()})
    drawn.update({f"level/{level}": face(actor, 240) for level, name in CALLERS.items() for actor in cast.everybody() if actor.name == name})
    drawn.update({f"avatar/{name}": profile(name, hue) for name, hue in PROFILES.items()})
    return drawn


def stretching(look):
    return {"phone_frame": frame(look)}

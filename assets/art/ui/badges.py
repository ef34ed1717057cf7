"""Badges: one for each power and each deed, in three ranks, and its silhouette for those still to find.

A rank is told by shape before it is told by metal: how many stars are on the band, and the rim:
round beads, a scalloped edge, a sun with a crown. 420x460 units; a sign is drawn around 0,0
within a radius of 92.
"""

import re

from art.palette import CORAL, INK, LEAF, PINK, PLUM, SKY, SUN, TEAL, WHITE
from art.svg import HEART, SHIELD, SHIELD_RIGHT, STAR, at, circle, document, group, path, rect, stroke

SIZE = (420, 460)
MIDDLE = (210, 206)
BRONZE = ("#DB9560", "#B16B3B", "#F4C49A")
SILVER = ("#C6D1E4", "#8C9ABA", "#F2F6FD")
GOLD = (SUN[0], SUN[1], "#FFEFB5")
METALS = (BRONZE, SILVER, GOLD)
FLAT = "#FFFFFF"            # silhouettes are tinted by the game


# --- signs ----------------------------------------------------------------------------

def _both(shape, half, light=WHITE, shade="#E4DCF8"):
    """A shape with its right half in shade."""
    return path(shape, light) + path(half, shade)


def _heart(scale, hue=CORAL):
    right = "M0 22 C24 4 22 -16 9 -16 C3 -16 0 -11 0 -8Z"
    return group(path(HEART, hue[0]), path(right, hue[1]), stroke("M-12 -8 C-12 -11 -10 -12 -8 -12", hue[2], 3), transform=f"scale({scale})")


def rights():
    """A house of pillars: rights hold it up for every child."""
    pillars = "".join(rect(x, -24, 22, 66, WHITE, 6) + rect(x + 11, -24, 11, 66, "#DCD3F4", 6) for x in (-72, -31, 9, 50))
    roof = path("M0 -88 L86 -40 q6 4 0 8 H-86 q-6 -4 0 -8Z", WHITE) + path("M0 -88 L86 -40 q6 4 0 8 H0Z", "#E4DCF8")
    return roof + pillars + rect(-84, 46, 168, 18, WHITE, 9) + rect(-92, 66, 184, 20, "#E4DCF8", 10) + at(0, -52, path(STAR, SUN[0]), scale=.42)


def privacy():
    """A padlock with a heart: what is mine is mine to share."""
    bow = stroke("M-40 -16 V-40 C-40 -98 40 -98 40 -40 V-16", "#DCD3F4", 24) + stroke("M-40 -16 V-40 C-40 -98 40 -98 40 -40", WHITE, 16)
    return group(bow + rect(-68, -22, 136, 106, "#DCD3F4", 26) + rect(-68, -26, 136, 102, WHITE, 26) + at(0, 26, _heart(1.7)), transform="translate(0 4) scale(.93)")


def truth():
    """A magnifying glass over a check mark."""
    handle = stroke("M44 44 L80 80", "#DCD3F4", 28) + stroke("M42 42 L76 76", WHITE, 20)
    return handle + circle(-10, -10, 57, "none", stroke="#DCD3F4", stroke_width=20) + circle(-12, -12, 56, "none", stroke=WHITE, stroke_width=18) \
        + circle(-12, -12, 47, SKY[2], opacity=.75) \
        + stroke("M-38 -12 L-18 10 L18 -32", LEAF[1], 17) + stroke("M-46 -28 C-42 -40 -36 -44 -26 -48", WHITE, 7)


def kindness():
    """A heart that smiles."""
    face = circle(-26, -18, 8, INK) + circle(26, -18, 8, INK) + stroke("M-22 10 C-12 26 12 26 22 10", INK, 9)
    cheeks = circle(-46, 4, 10, CORAL[2], opacity=.8) + circle(46, 4, 10, CORAL[2], opacity=.8)
    return group(_heart(4.1, (WHITE, "#F3E2F4", WHITE)), transform="translate(0 -8)") + cheeks + face


def help_():
    """A lifebuoy."""
    ring = circle(0, 2, 60, "none", stroke="#DCD3F4", stroke_width=48) + circle(0, -2, 60, "none", stroke=WHITE, stroke_width=44)
    bands = "".join(path("M-22 -84 A86 86 0 0 1 22 -84 L10 -38 A40 40 0 0 0 -10 -38Z", CORAL[0], transform=f"translate(0 -2) rotate({turn})")
                    for turn in (45, 135, 225, 315))
    return ring + bands


def caution():
    """A rounded triangle with a mark: stop and look."""
    triangle = "M0 -84 C10 -84 16 -80 20 -72 L86 48 C96 66 86 78 68 78 H-68 C-86 78 -96 66 -86 48 L-20 -72 C-16 -80 -10 -84 0 -84Z"
    right = "M0 -84 C10 -84 16 -80 20 -72 L86 48 C96 66 86 78 68 78 H0Z"
    return _both(triangle, right) + stroke("M0 -34 V22", CORAL[1], 22) + circle(0, 54, 13, CORAL[1])


def shield():
    """A shield with a star."""
    return group(path(SHIELD, WHITE), path(SHIELD_RIGHT, "#D8F3EE"), transform="scale(2.05)") + at(0, -4, path(STAR, SUN[1], transform="translate(0 3)"),
                                                                                                  path(STAR, SUN[0]), scale=1.05)


def balance():
    """Half sun, half moon: a day has room for both."""
    beams = "".join(stroke("M-70 0 H-88", WHITE, 15, transform=f"rotate({turn})") for turn in (-60, -30, 0, 30, 60))
    stars = at(46, -54, path(STAR, WHITE), scale=.26) + at(74, -14, path(STAR, WHITE), scale=.18) + at(54, 50, path(STAR, WHITE), scale=.22)
    sun = path("M-4 -54 A54 54 0 0 0 -4 54Z", SUN[0]) + path("M-4 -54 A54 54 0 0 0 -4 54 A76 76 0 0 1 -30 0 A76 76 0 0 1 -4 -54Z", SUN[2], opacity=.6)
    moon = path("M4 -54 A54 54 0 0 1 4 54 C34 34 34 -34 4 -54Z", WHITE)
    return beams + sun + moon + stars


def told():
    """A speech bubble with a heart."""
    bubble = "M-64 -74 H64 q26 0 26 26 V18 q0 26 -26 26 H8 L-34 84 q-6 5 -6 -4 V44 H-64 q-26 0 -26 -26 V-48 q0 -26 26 -26Z"
    return path(bubble, "#DCD3F4", transform="translate(0 5)") + path(bubble, WHITE) + at(0, -16, _heart(2))


def changed_mind():
    """An arrow that turns back."""
    arc = "M-44 -34 C-20 -76 44 -72 62 -22 C78 26 40 70 -6 66 C-34 62 -52 46 -60 26"
    head = "M-84 -58 L-70 2 L-14 -22Z"
    return stroke(arc, "#DCD3F4", 26, transform="translate(3 5)") + stroke(arc, WHITE, 24) \
        + path(head, WHITE, stroke=WHITE, stroke_width=14, stroke_linejoin="round")


def helped():
    """Two hands that hold each other up: a heart between them."""
    left = "M-88 14 C-96 -10 -74 -22 -62 -4 L-44 26 C-30 36 -14 42 -4 60 V84 C-40 82 -76 62 -88 14Z"
    right = "M88 14 C96 -10 74 -22 62 -4 L44 26 C30 36 14 42 4 60 V84 C40 82 76 62 88 14Z"
    return path(left, WHITE) + path(right, "#E8DDF8") + at(0, -30, _heart(2.3, PINK))


def finished():
    """A flag with a star."""
    cloth = "M-38 -78 C-4 -100 26 -52 84 -76 q5 -2 5 4 V8 q0 5 -5 7 C26 38 -4 -10 -38 12Z"
    fold = "M24 -69 C42 -64 60 -66 84 -76 q5 -2 5 4 V8 q0 5 -5 7 C60 24 42 22 24 14Z"
    return stroke("M-50 84 V-82", "#DCD3F4", 20, transform="translate(3 2)") + stroke("M-50 84 V-82", WHITE, 18) + path(cloth, WHITE) \
        + path(fold, "#E4DCF8") + at(18, -31, path(STAR, SUN[1], transform="translate(0 3)"), path(STAR, SUN[0]), scale=.78)


def another_way():
    """A way that parts."""
    ways = "M0 84 V14 C0 -30 -46 -22 -54 -60 M0 22 C0 -30 46 -22 54 -60"
    heads = "M-84 -46 L-58 -88 L-26 -54Z M84 -46 L58 -88 L26 -54Z"
    return group(stroke(ways, "#DCD3F4", 26, transform="translate(3 4)"), stroke(ways, WHITE, 24),
                 path(heads, WHITE, stroke=WHITE, stroke_width=12, stroke_linejoin="round"), transform="translate(0 6) scale(.88)")


def world():
    """A globe with a flag."""
    globe = circle(4, 26, 62, "#DCD3F4") + circle(0, 21, 62, WHITE)
    land = path("M-48 4 C-30 -22 2 -18 -4 2 C-10 22 -34 14 -40 34 C-52 30 -56 16 -48 4Z M12 34 C30 20 56 26 50 46 C42 66 14 74 4 62 C0 52 4 40 12 34Z", LEAF[0])
    pole = stroke("M4 -38 V-90", "#DCD3F4", 15, transform="translate(3 3)") + stroke("M4 -38 V-90", WHITE, 13)
    cloth = path("M8 -90 C26 -100 38 -80 60 -90 V-56 C38 -46 26 -66 8 -56Z", CORAL[0], stroke=WHITE, stroke_width=6, stroke_linejoin="round")
    return globe + land + pole + cloth


#: name -> (sign, hue of the face, hue of the ribbon); names as in include/sango/score/score.h
BADGES = {
    "rights": (rights, SKY, SUN), "privacy": (privacy, TEAL, CORAL), "truth": (truth, PLUM, SKY), "kindness": (kindness, PINK, CORAL),
    "help": (help_, SKY, CORAL), "caution": (caution, CORAL, PLUM), "shield": (shield, LEAF, SKY), "balance": (balance, PLUM, TEAL),
    "told": (told, PLUM, CORAL), "changed_mind": (changed_mind, LEAF, SKY), "helped": (helped, CORAL, PINK),
    "finished": (finished, SKY, LEAF), "another_way": (another_way, TEAL, PLUM),
    "world": (world, SKY, CORAL),
}


# --- medals ---------------------------------------------------------------------------

def _around(count, drawn):
    return "".join(group(drawn, transform=f"rotate({360 * i / count:g} {MIDDLE[0]} {MIDDLE[1]})") for i in range(count))


def _beads(metal):
    """First rank: a ring of beads."""
    x, y = MIDDLE
    return _around(24, circle(x, y - 160, 17, metal[1]) + circle(x - 2, y - 163, 13, metal[0])) + circle(x, y, 160, metal[1])


def _scallops(metal):
    """Second rank: a scalloped edge with notches."""
    x, y = MIDDLE
    return _around(14, circle(x, y - 146, 36, metal[1])) + _around(14, circle(x - 2, y - 150, 31, metal[0])) \
        + _around(14, circle(x, y - 164, 7, metal[2])) + circle(x, y, 152, metal[1])


def _sun_rim(metal):
    """Third rank: long and short beams, and a crown."""
    x, y = MIDDLE
    long = path(f"M{x - 30} {y - 140} Q{x - 8} {y - 168} {x} {y - 194} Q{x + 8} {y - 168} {x + 30} {y - 140}Z", metal[1], stroke=metal[1],
                stroke_width=8, stroke_linejoin="round")
    top = path(f"M{x - 26} {y - 144} Q{x - 9} {y - 168} {x - 2} {y - 188} Q{x + 2} {y - 166} {x + 8} {y - 144}Z", metal[0])
    short = circle(x, y - 158, 17, metal[0]) + circle(x - 3, y - 161, 8, metal[2])
    beams = "".join(group(long + top, transform=f"rotate({turn} {x} {y})") for turn in range(0, 360, 30) if turn != 180)
    return beams + group(_around(12, short), transform=f"rotate(15 {x} {y})") + circle(x, y, 156, metal[1])


def _crown():
    shape = "M-62 22 L-74 -34 L-36 -8 L0 -52 L36 -8 L74 -34 L62 22 q-62 16 -124 0Z"
    gems = circle(-74, -38, 11, CORAL[0]) + circle(0, -56, 13, CORAL[0]) + circle(74, -38, 11, CORAL[0])
    return group(path(shape, SUN[1], transform="translate(0 6)"), path(shape, SUN[0]), path("M0 -52 L36 -8 L74 -34 L62 22 q-31 8 -62 8Z", SUN[1], opacity=.45),
                 stroke("M-54 8 q54 13 108 0", GOLD[2], 7), gems)


RIMS = (_beads, _scallops, _sun_rim)


def _tails(hue):
    left = "M120 290 L58 428 q-3 8 6 6 L122 416 L152 448 q6 6 9 -2 L206 330Z"
    right = "M300 290 L362 428 q3 8 -6 6 L298 416 L268 448 q-6 6 -9 -2 L214 330Z"
    return path(left, hue[1]) + path(right, hue[0]) + path("M268 448 q-6 6 -9 -2 L214 330 L236 322 L284 432Z", hue[1], opacity=.4)


def _face(hue):
    x, y = MIDDLE
    moon = f"M{x} {y + 118} A118 118 0 0 0 {x} {y - 118} A190 190 0 0 1 {x} {y + 118}Z"
    return circle(x, y, 126, hue[1]) + circle(x, y + 2, 118, hue[0]) + path(moon, hue[1], opacity=.42, transform=f"rotate(32 {x} {y})")


def _band(rank, hue):
    """A bent band below the sign, with as many stars as the rank."""
    shape = "M66 300 Q210 356 354 300 L366 352 Q210 414 54 352Z"
    ends = path("M66 304 L28 318 q-8 3 -3 10 L46 346 L38 378 q-2 8 6 6 L90 366Z", hue[1]) + path("M354 304 L392 318 q8 3 3 10 L374 346 L382 378 q2 8 -6 6 L330 366Z", hue[1])
    places = {1: ((210, 357, 0),), 2: ((178, 354, 6), (242, 354, -6)), 3: ((148, 347, 11), (210, 358, 0), (272, 347, -11))}
    stars = "".join(at(x, y, path(STAR, hue[1], transform="translate(0 4)"), path(STAR, WHITE), scale=.56, turn=turn) for x, y, turn in places[rank])
    return ends + path(shape, hue[1], transform="translate(0 6)") + path(shape, hue[0]) + stroke("M76 312 Q140 336 210 338", hue[2], 6, opacity=.8) + stars


def medal(name, rank):
    sign, hue, ribbon = BADGES[name]
    metal = METALS[rank - 1]
    x, y = MIDDLE
    crown = at(x, 62, _crown(), scale=.8) if rank == 3 else ""
    return document((0, 0) + SIZE, _tails(ribbon), RIMS[rank - 1](metal), circle(x - 1, y - 3, 148, metal[0]),
                    stroke("M92 142 C108 106 140 80 178 72", metal[2], 11), _face(hue), at(x, y - 22, sign(), scale=.9), crown, _band(rank, ribbon))


def silhouette(name):
    """The outline of the medal, and its sign in the same colour, stronger."""
    sign = BADGES[name][0]()
    x, y = MIDDLE
    flat = _tails((FLAT,) * 3) + _around(24, circle(x, y - 160, 17, FLAT)) + circle(x, y, 164, FLAT)
    plain = _paint_flat(sign)
    return document((0, 0) + SIZE, group(flat, opacity=.42), at(x, y - 8, plain, scale=.95))


def _paint_flat(markup):
    """The same shapes, all in one colour."""
    return re.sub(r'(fill|stroke)="#[0-9A-Fa-f]{6}"', rf'\1="{FLAT}"', markup)


def badges():
    drawn = {}
    for name in BADGES:
        drawn[f"badge_{name}_0"] = silhouette(name)
        for rank in (1, 2, 3):
            drawn[f"badge_{name}_{rank}"] = medal(name, rank)
    return drawn

"""Kofi's mother: a cloud of hair held by a sunny scarf, round earrings, a calm voice."""

from art.actors.rig import Look, person, torso
from art.palette import BERRY, CORAL, CREAM, SKIN, SUN
from art.svg import circle, path, stroke

HAIR = ("#33233F", "#241730", "#52406A")
CLOUD = ((402, 88, 84), (310, 112, 80), (494, 112, 80), (246, 176, 74), (558, 176, 74), (228, 256, 62), (576, 256, 62), (402, 160, 120))


def hair_behind():
    shade = "".join(circle(x, y, r, HAIR[1]) for x, y, r in CLOUD)
    light = "".join(circle(x - 6, y - 7, r - 9, HAIR[0]) for x, y, r in CLOUD)
    curls = "".join(stroke(f"M{x - 16} {y + 6} C{x - 18} {y - 14} {x + 2} {y - 22} {x + 14} {y - 10}", HAIR[2], 7) for x, y in
                    ((250, 150), (312, 84), (388, 56), (470, 84), (300, 150), (520, 132), (232, 232), (360, 108), (440, 118)))
    return shade + light + curls


def head_scarf():
    band = "M254 318 C246 236 316 172 402 172 C488 172 558 236 550 318 C548 272 486 236 402 236 C318 236 256 272 254 318Z"
    hairline = path("M258 340 C256 282 322 228 402 228 C482 228 548 282 546 340 C540 300 484 258 402 258 C320 258 264 300 258 340Z", HAIR[0])
    dots = "".join(circle(x, y, 7, colour) for x, y, colour in
                   ((280, 258, CORAL[0]), (316, 226, CREAM), (358, 208, CORAL[0]), (404, 202, CREAM), (450, 208, CORAL[0]), (490, 228, CREAM), (524, 260, CORAL[0])))
    return (hairline + path(band, SUN[1], transform="translate(0 6)") + path(band, SUN[0])
            + path("M516 226 C540 254 552 284 550 318 C548 290 526 266 494 250Z", SUN[1]) + dots)


def earrings():
    return "".join(circle(x, 430, 17, "none", stroke=SUN[0], stroke_width=8) for x in (250, 556))


def blouse():
    text = torso(BERRY) + stroke("M402 760 V1200", BERRY[1], 7)
    return text + "".join(circle(402, y, 9, CREAM) for y in (800, 870, 940, 1010))


def collar():
    return (path("M320 566 C300 590 292 622 300 664 C316 700 372 726 402 740 C398 690 366 640 340 600Z", BERRY[2])
            + path("M484 566 C504 590 512 622 504 664 C488 700 432 726 402 740 C406 690 438 640 464 600Z", "#EE9CCB")
            + path("M340 600 C366 640 398 690 402 740 C406 690 438 640 464 600 C460 650 430 690 402 700 C374 690 344 650 340 600Z", SKIN["deep"][0]))


ACTOR = person(Look(
    name="mama", pill="berry", skin=SKIN["deep"], iris=("#4A2A1A", "#7A4A2A"), brow="#241633", coat=BERRY, lash=True,
    whole=1.04, head_size=(.88, .92), body_size=.94, eye_size=.95, back=hair_behind(), body=blouse(), collar=collar(),
    front=head_scarf() + earrings(), gestures={"happy": "heart", "worried": "down"}))

"""Kofi: curls, sunny hoodie, a hearing aid worn like any other kit."""

from art.actors.rig import Look, person, torso
from art.palette import SKIN, SKY, SUN, WHITE
from art.svg import circle, path, stroke

HAIR = ("#2E2140", "#211733", "#4B3A63")

CURLS = ((272, 262, 44), (292, 206, 50), (342, 164, 54), (402, 148, 58), (462, 162, 54), (512, 204, 50),
         (534, 262, 44), (330, 214, 50), (402, 200, 58), (476, 214, 50))
SHINES = ((300, 204), (352, 164), (414, 150), (366, 214), (452, 196), (496, 208))


def curls():
    shade = "".join(circle(x, y, r, HAIR[1]) for x, y, r in CURLS)
    tops = "".join(circle(x - 5, y - 6, r - 7, HAIR[0]) for x, y, r in CURLS)
    shines = "".join(stroke(f"M{x - 14} {y + 6} C{x - 16} {y - 12} {x + 2} {y - 20} {x + 12} {y - 10}", HAIR[2], 6)
                     for x, y in SHINES)
    hairline = path("M268 330 C268 280 290 250 330 244 C380 262 440 262 478 244 C516 250 536 284 538 330 "
                    "C548 300 548 262 530 232 C490 196 310 196 276 232 C258 262 258 300 268 330Z", HAIR[0])
    return shade, hairline + tops + shines


def hearing_aid():
    return (stroke("M244 340 C226 318 232 296 254 300", SKY[0], 15)
            + stroke("M240 334 C230 318 236 304 250 305", SKY[2], 5)
            + stroke("M243 342 C240 362 250 366 256 368", "#DDF0FF", 5) + circle(258, 370, 8, SKY[1]))


def hoodie():
    pocket = path("M300 872 H504 L536 1200 H268Z", SUN[1], opacity=.6)
    hood = (path("M276 560 C250 600 262 650 320 660 C372 668 432 668 486 660 C544 650 556 600 528 560 "
                 "C500 520 304 520 276 560Z", SUN[1])
            + path("M296 566 C280 596 290 626 330 634 C376 642 428 642 474 634 C516 626 524 596 508 566 "
                   "C480 546 324 546 296 566Z", "#C97E12"))
    return torso(SUN) + pocket, hood


def collar():
    return (path("M300 600 C330 650 372 672 402 674 C432 672 474 650 506 600 C520 640 480 690 402 694 "
                 "C324 690 286 640 300 600Z", SUN[0])
            + stroke("M312 640 C340 672 376 686 402 688", SUN[2], 6)
            + stroke("M352 646 C350 690 346 712 348 742", WHITE, 9)
            + stroke("M452 646 C456 690 458 704 456 730", WHITE, 9))


BACK, FRONT = curls()
BODY, HOOD = hoodie()

ACTOR = person(Look(
    name="kofi", pill="sun", skin=SKIN["deep"], iris=("#4A2A1A", "#7A4A2A"), brow="#241633", coat=SUN,
    back=BACK, body=BODY + HOOD, collar=collar(), front=FRONT + hearing_aid()))

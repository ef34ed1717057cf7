"""Amina: rose headscarf over a plum coat."""

from art.actors.rig import Look, person, torso
from art.palette import PLUM, SKIN, SUN
from art.svg import circle, clip, path, stroke

SCARF = ("#FF86A8", "#E0608A", "#FFB3C8")
SKIN_TAN = SKIN["tan"]

#: the part of the face that the scarf leaves open
OPENING = ("M272 330 C272 236 330 196 404 196 C478 196 538 236 538 330 C540 372 536 400 526 424 "
           "C508 474 460 506 404 506 C348 506 300 474 282 424 C272 400 270 372 272 330Z")


def scarf_behind():
    return (path("M400 118 C270 118 206 208 206 338 C206 440 240 520 270 570 C310 610 496 610 536 570 "
                 "C566 520 596 440 596 338 C596 208 530 118 400 118Z", SCARF[1])
            + path("M400 118 C270 118 206 208 206 338 C206 440 240 520 270 570 C300 600 420 600 470 590 "
                   "C540 520 566 430 566 330 C566 200 500 126 400 118Z", SCARF[0])
            + stroke("M252 250 C276 190 320 160 370 152", SCARF[2], 13)
            + stroke("M548 250 C566 300 566 380 552 440", SCARF[1], 8))


def face():
    shade = path("M560 180 V520 H404 C470 500 520 440 520 340 C520 260 500 216 470 196Z", SKIN_TAN[1])
    under_cap = path("M260 330 C262 226 330 182 404 182 C478 182 548 226 548 330 L536 336 C532 262 480 226 404 226 "
                     "C328 226 284 262 278 336Z", SKIN_TAN[1])
    cap = path("M262 300 C270 222 330 182 404 182 C478 182 540 222 546 300 C528 240 470 212 404 212 "
               "C338 212 284 240 262 300Z", PLUM[1])
    return scarf_behind() + path(OPENING, SKIN_TAN[0]) + clip("opening", OPENING, shade, under_cap, cap)


def drape():
    return (path("M232 500 C200 560 190 640 232 690 C290 744 340 770 400 776 C470 772 560 740 580 680 "
                 "C606 620 600 560 570 500 C520 580 290 580 232 500Z", SCARF[1])
            + path("M232 500 C200 560 190 640 232 690 C290 744 340 770 392 772 C470 730 540 660 556 520 "
                   "C500 580 290 580 232 500Z", SCARF[0])
            + stroke("M262 560 C320 628 440 640 520 566", SCARF[1], 9)
            + stroke("M238 620 C300 690 400 700 486 644", SCARF[1], 8)
            + stroke("M236 560 C228 590 230 620 238 640", SCARF[2], 9)
            + stroke("M330 540 C372 566 436 566 480 540", SCARF[1], 8))


def coat():
    return (torso(PLUM) + stroke("M402 780 V1200", PLUM[1], 7)
            + circle(402, 840, 10, SUN[0]) + circle(402, 910, 10, SUN[0]))


ACTOR = person(Look(
    name="amina", pill="pink", skin=SKIN_TAN, iris=("#6B4423", "#A06B36"), brow="#4A2C1E", coat=PLUM,
    lash=True, neck=False, body=coat(), drape=drape(), head=face()))

"""Luz: two braids, round coral glasses, freckles, a fast wheelchair."""

from art.actors.rig import EYE_GAP, FACE_X, Look, person, torso
from art.palette import CORAL, CREAM, INK, INK2, LEAF, SKIN, SUN, WHITE
from art.svg import STAR, at, circle, ellipse, path, rect, stroke

HAIR = ("#5A3226", "#40211A", "#8A5640")


def wheelchair():
    return (stroke("M150 700 V640 C150 622 160 612 178 612 H196", INK2, 20)
            + stroke("M654 700 V640 C654 622 644 612 626 612 H608", INK2, 20)
            + stroke("M146 612 H196", CORAL[0], 28) + stroke("M608 612 H658", CORAL[0], 28)
            + rect(160, 690, 484, 510, INK2, 46) + rect(178, 706, 448, 500, "#3C3276", 36)
            + stroke("M96 1140 C84 1000 96 870 124 816", INK, 26)
            + stroke("M708 1140 C720 1000 708 870 680 816", INK, 26)
            + stroke("M116 1140 C104 1000 116 884 138 838", "#8A80BE", 9)
            + stroke("M688 1140 C700 1000 688 884 666 838", "#8A80BE", 9))


def hair_behind():
    return path("M402 120 C262 120 214 220 222 350 C226 430 230 470 244 500 C300 540 504 540 560 500 "
                "C574 470 578 430 582 350 C590 220 542 120 402 120Z", HAIR[1])


def braid(x, side):
    top, text = 500, ""
    for i in range(4):
        text += at(x + (i % 2) * 7 * side, top + i * 50,
                   ellipse(0, 0, 35 - i * 2, 34, HAIR[1]), ellipse(-4, -4, 30 - i * 2, 28, HAIR[0]),
                   stroke("M-16 2 C-10 -14 4 -18 12 -14", HAIR[2], 5))
    tip = top + 190
    return (text + rect(x - 22, tip - 18, 46, 20, CORAL[0], 10)
            + path(f"M{x - 18} {tip} C{x - 26} {tip + 36} {x - 8} {tip + 50} {x} {tip + 58} "
                   f"C{x + 10} {tip + 50} {x + 28} {tip + 36} {x + 20} {tip}Z", HAIR[0]))


def fringe():
    return (path("M250 352 C240 216 312 142 404 140 C496 140 566 216 552 352 C540 316 524 290 500 268 "
                 "C480 276 440 262 420 236 C396 276 316 292 290 296 C270 312 256 330 250 352Z", HAIR[0])
            + path("M552 352 C566 216 496 140 404 140 C470 158 520 220 524 292 C538 310 546 330 552 352Z", HAIR[1])
            + stroke("M286 238 C304 200 336 178 372 170", HAIR[2], 12)
            + stroke("M420 236 C404 218 398 196 400 176", HAIR[1], 6))


def glasses():
    x, text = FACE_X, ""
    for side in (-1, 1):
        text += circle(x + side * (EYE_GAP + 1), 362, 52, WHITE, opacity=.16)
        text += circle(x + side * (EYE_GAP + 1), 362, 52, "none", stroke=CORAL[0], stroke_width=10)
    return (text + stroke(f"M{x - 12} 354 Q{x} 344 {x + 12} 354", CORAL[0], 10)
            + stroke(f"M{x - 114} 352 L262 340", CORAL[1], 9) + stroke(f"M{x + 114} 352 L546 342", CORAL[1], 9)
            + stroke(f"M{x - 98} 340 C{x - 92} 326 {x - 80} 320 {x - 70} 320", WHITE, 6, opacity=.8)
            + stroke(f"M{x + 28} 340 C{x + 34} 326 {x + 46} 320 {x + 56} 320", WHITE, 6, opacity=.8))


def clothes():
    tee = (path("M336 568 C352 630 378 668 402 674 C426 668 452 630 468 568 C500 640 510 900 500 1200 H304 "
                "C294 900 304 640 336 568Z", CREAM)
           + path("M336 568 C352 620 378 640 402 642 C426 640 452 620 468 568 L474 590 C458 650 430 664 402 666 "
                  "C374 664 346 650 330 590Z", "#F2DFC2"))
    star = at(402, 790, path(STAR, SUN[0]), scale=1.4)
    return (torso(LEAF) + tee + star + stroke("M330 580 C300 660 296 900 304 1200", LEAF[2], 8)
            + stroke("M474 580 C504 660 508 900 500 1200", LEAF[1], 10))


ACTOR = person(Look(
    name="luz", pill="leaf", skin=SKIN["light"], iris=("#3F7A52", "#6DB07A"), brow="#4A281E", coat=LEAF,
    lash=True, freckles=True, chair=wheelchair(), back=hair_behind(), body=clothes(),
    front=fringe() + glasses() + braid(262, -1) + braid(544, 1)))

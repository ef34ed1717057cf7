"""The mascot's face on a round card says how a choice went; never a red cross."""

from art import cast, drawn
from art.palette import LEAF, PLUM, SUN, WHITE
from art.svg import at, circle, clip, document, group, path, stroke

ARMS = ("armL", "armR", "armf")


def _face(mood, hue, mark):
    mascot = next(actor for actor in cast.everybody() if actor.name == drawn.MASCOT)
    x, y = mascot.head
    size = 330 / mascot.size[1]
    head = group(drawn.figure(mascot, mood, without=ARMS), transform=f"translate(122 132) scale({size:.3f}) translate({-x} {-y})")
    disc = "M20 118 A100 100 0 0 1 220 118 A100 100 0 0 1 20 118Z"
    return document((0, 0, 240, 240), circle(120, 124, 112, hue[1]), circle(120, 118, 112, hue[0]), circle(120, 118, 100, hue[2]),
                    clip("disc", disc, head), at(188, 190, mark))


def grades():
    check = circle(0, 3, 38, LEAF[1]) + circle(0, 0, 38, WHITE) + circle(0, 0, 31, LEAF[0]) + stroke("M-14 1 L-4 12 L15 -11", WHITE, 10)
    dots = circle(0, 3, 38, SUN[1]) + circle(0, 0, 38, WHITE) + circle(0, 0, 31, SUN[0]) + "".join(circle(x, 0, 6, "#5A3F00") for x in (-15, 0, 15))
    turn = circle(0, 3, 38, PLUM[1]) + circle(0, 0, 38, WHITE) + circle(0, 0, 31, PLUM[0]) + stroke("M-12 -8 C-4 -18 14 -14 14 2 C14 16 -4 20 -12 12", WHITE, 7) \
        + path("M-22 -14 L-16 6 L-2 -8Z", WHITE, stroke=WHITE, stroke_width=4, stroke_linejoin="round")
    return {"grade_safe": _face("cheering", LEAF, check), "grade_okay": _face("thinking", SUN, dots), "grade_risky": _face("worried", PLUM, turn)}

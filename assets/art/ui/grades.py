"""Sango's face on a round card says how a choice went; never a red cross."""

from art.actors import sango
from art.palette import LEAF, PLUM, SUN, TEAL, WHITE
from art.svg import at, circle, document, group, path, rect, stroke


def _face(mood, hue, mark):
    brows, eyes, mouth = sango.FACES[mood]
    head = group(rect(262, 190, 276, 330, TEAL[1], 66), rect(256, 184, 276, 330, TEAL[0], 66), rect(276, 204, 236, 290, "#EFFFFB", 46),
                 group(brows, eyes, mouth, transform="translate(394 410) scale(1.05) translate(-400 -400)"),
                 group(sango.band(), transform="translate(-6 12)"))
    return document((0, 0, 240, 240), circle(120, 124, 112, hue[1]), circle(120, 118, 112, hue[0]), circle(120, 118, 100, hue[2]),
                    group(head, transform="translate(122 128) scale(.46) translate(-392 -344)"), at(188, 190, mark), defs="".join(sango.DEFS.splitlines()))


def grades():
    check = circle(0, 3, 38, LEAF[1]) + circle(0, 0, 38, WHITE) + circle(0, 0, 31, LEAF[0]) + stroke("M-14 1 L-4 12 L15 -11", WHITE, 10)
    dots = circle(0, 3, 38, SUN[1]) + circle(0, 0, 38, WHITE) + circle(0, 0, 31, SUN[0]) + "".join(circle(x, 0, 6, "#5A3F00") for x in (-15, 0, 15))
    turn = circle(0, 3, 38, PLUM[1]) + circle(0, 0, 38, WHITE) + circle(0, 0, 31, PLUM[0]) + stroke("M-12 -8 C-4 -18 14 -14 14 2 C14 16 -4 20 -12 12", WHITE, 7) \
        + path("M-22 -14 L-16 6 L-2 -8Z", WHITE, stroke=WHITE, stroke_width=4, stroke_linejoin="round")
    return {"grade_safe": _face("cheering", LEAF, check), "grade_okay": _face("thinking", SUN, dots), "grade_risky": _face("worried", PLUM, turn)}

"""The program's icon: Sango's head with the @ headband, simple enough for 32 pixels."""

from art.actors import sango
from art.palette import CORAL, INK, SUN, TEAL, WHITE
from art.svg import AT_SIGN, at, circle, document, ellipse, group, linear, path, rect, stroke

SIZES = (32, 48, 64, 128, 256)


def _eye(x):
    return ellipse(x, 348, 27, 36, INK) + circle(x - 8, 334, 12, WHITE)


def _band():
    strap = "M142 176 C220 200 380 200 458 176 C470 174 476 180 476 190 V250 C476 262 470 266 458 270 C380 292 220 292 142 270 C130 266 124 262 124 250 V190 C124 180 130 174 142 176Z"
    low = "M124 238 C220 270 380 270 476 238 V250 C476 262 470 266 458 270 C380 292 220 292 142 270 C130 266 124 262 124 250Z"
    sign = (circle(0, 4, 84, SUN[1]) + circle(0, 0, 82, SUN[0]) + circle(0, 0, 66, "#FFFDF6")
            + group(circle(0, 0, 15, "none", stroke=INK, stroke_width=12), stroke(AT_SIGN, INK, 12), transform="scale(1.26)"))
    return path(strap, CORAL[0]) + path(low, CORAL[1]) + ellipse(132, 226, 26, 34, CORAL[1]) + ellipse(128, 222, 23, 31, CORAL[0]) + at(300, 218, sign)


def svg():
    upper, upper_shade, lower, lower_shade = sango.TAILS["fly"]
    tails = group(path(upper, CORAL[0]), path(upper_shade, CORAL[1]), path(lower, CORAL[0]), path(lower_shade, CORAL[1]),
                  transform="translate(126 222) scale(.72 1.1) translate(-240 -236)")
    head = (rect(134, 92, 344, 420, TEAL[1], 92) + rect(122, 84, 344, 420, "url(#gBody)", 92) + rect(150, 116, 288, 356, "#0C8C95", 66)
            + rect(158, 124, 272, 340, "url(#gScreen)", 58))
    face = (_eye(238) + _eye(352) + ellipse(206, 404, 24, 14, "#FF9DB0") + ellipse(384, 404, 24, 14, "#FF9DB0")
            + path("M256 400 C276 408 314 408 334 400 C334 452 256 452 256 400Z", INK, stroke=INK, stroke_width=9, stroke_linejoin="round")
            + ellipse(295, 432, 20, 9, "#FF7C8E"))
    defs = linear("gBody", (0, "#45DDD0"), (55, "#1FC8C0"), (100, "#14B2B4"), x2=100) + linear("gScreen", (0, "#FFFFFF"), (100, "#D5F7F0"))
    return document((-24, 36, 520, 520), tails, head, face, _band(), defs=defs, size=(256, 256))

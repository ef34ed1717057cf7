"""Signs of the answers a class votes on: each has a shape and a colour of its own, the same as on the cards that are printed.

Blue, orange, green and purple are told apart with every kind of colour vision, and the shapes without any colour.
"""

from art.palette import WHITE
from art.svg import circle, document, path, rect

BLUE, ORANGE, GREEN, PURPLE, RED, GREY = "#0B5FB0", "#B94700", "#1B7A3D", "#7A2FA8", "#B3203B", "#4A4A55"
STAR = "M60 8 L75.3 43 L113.3 46.7 L84.7 71.9 L93.1 109.1 L60 89.6 L26.9 109.1 L35.3 71.9 L6.7 46.7 L44.7 43Z"
HEART = "M60 108 C18 76 6 56 12 34 C18 12 46 8 60 32 C74 8 102 12 108 34 C114 56 102 76 60 108Z"
EDGE = {"stroke": WHITE, "stroke_width": 7, "stroke_linejoin": "round"}


def marks():
    """In the order of the answers, as in game/level/marks.c and on the printed cards."""
    drawn = {"circle": circle(60, 60, 50, BLUE, stroke=WHITE, stroke_width=7),
             "triangle": path("M60 10 L114 106 L6 106Z", ORANGE, **EDGE),
             "square": rect(14, 14, 92, 92, GREEN, 6, **EDGE),
             "diamond": path("M60 4 L112 60 L60 116 L8 60Z", PURPLE, **EDGE),
             "star": path(STAR, RED, **EDGE),
             "heart": path(HEART, GREY, **EDGE)}
    return {f"mark_{name}": document((0, 0, 120, 120), svg) for name, svg in drawn.items()}

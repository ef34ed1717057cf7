"""Stars and rays. Badges are in badges.py; confetti is drawn by the game."""

from art.palette import CORAL, CREAM, INK, SUN, WHITE
from art.svg import STAR, at, circle, document, path, stroke

STAR_RIGHT = ("M0 -40 C5 -40 7 -33 12 -18 C28 -17 40 -16 41 -11 C42 -6 33 -1 21 9 C25 25 29 36 24 38 "
              "C20 41 12 34 0 25Z")


def star_on(size=72):
    return document((0, 0, 72, 72), at(
        36, 37, path(STAR, SUN[1], stroke=SUN[1], stroke_width=4, transform="translate(0 3)"), path(STAR, SUN[0]),
        path(STAR_RIGHT, "#FFB22E", opacity=.7), circle(-12, -12, 6, "#FFF3C4"), scale=.8), size=(size, size))


def star_off(look, size=72):
    return document((0, 0, 72, 72), at(36, 37, path(STAR, look.star_off, opacity=look.opacity("star_off")), scale=.8), size=(size, size))


def rays():
    beams = "".join(path("M450 450 L398 0 L502 0Z", "url(#beam)", transform=f"rotate({turn} 450 450)") for turn in range(0, 360, 30))
    glow = ('<radialGradient id="beam" gradientUnits="userSpaceOnUse" cx="450" cy="450" r="450">'
            '<stop offset="20%" stop-color="#FFE9A8" stop-opacity=".5"/>'
            '<stop offset="100%" stop-color="#FFE9A8" stop-opacity="0"/></radialGradient>')
    return document((0, 0, 900, 900), beams, defs=glow)


def tick():
    """On what is chosen; the game gives it the colour of the words beside it."""
    return document((0, 0, 72, 72), stroke("M16 38 L31 53 L57 20", WHITE, 13))


def flag():
    """On the beach of a world whose stories are all played."""
    cloth = "M36 22 C60 8 80 36 108 20 q4 -1 4 4 V76 q0 4 -4 5 C80 92 60 62 36 80Z"
    light = "M36 22 C60 8 80 36 108 20 q4 -1 4 4 V66 C80 80 60 52 36 70Z"
    pole = stroke("M32 134 V20", INK, 17) + stroke("M32 134 V20", CREAM, 9)
    return document((0, 0, 120, 150), pole, path(cloth, CORAL[1], stroke=INK, stroke_width=8, stroke_linejoin="round"), path(light, CORAL[0]),
                    at(73, 47, path(STAR, SUN[0]), scale=.62), circle(32, 18, 9, SUN[0], stroke=INK, stroke_width=5))


def rewards():
    return {"star_on": star_on(), "star_big": star_on(160), "tick": tick(), "flag": flag()}


def places_for_stars(look):
    """Stars that are still to be earned."""
    return {"star_off": star_off(look), "star_big_off": star_off(look, 160)}

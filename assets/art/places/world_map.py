"""The map of worlds: eight islands joined by stepping stones, quiet water in the middle."""

from itertools import pairwise

from art.catalogue import Sprite
from art.palette import CORAL, SUN, WHITE
from art.places.frame import BACK_BLUR, VIGNETTE, place, whole
from art.places.islands import ISLANDS
from art.svg import at, document, ellipse, linear, path, radial, stroke

DEFS = "\n".join((
    linear("sea", (0, "#7FD3F2"), (45, "#4FB3E8"), (100, "#2F86CF")),
    radial("shallow", (0, "#BDF3F2", .75), (100, "#BDF3F2", 0)),
    VIGNETTE, BACK_BLUR))


def water():
    text = whole("url(#sea)")
    for _, (x, y), size in ISLANDS.values():
        text += ellipse(x, y + 60, 300 * size, 150 * size, "url(#shallow)")
    for x, y in ((60, 120), (330, 610), (420, 950), (700, 420), (820, 900), (1010, 620), (1200, 380), (1240, 780), (1610, 560), (1840, 150), (1560, 80), (60, 1010), (1860, 960)):
        text += stroke(f"M{x - 44} {y} q22 -15 44 0 q22 15 44 0", WHITE, 6, opacity=.35)
    return text


def stones():
    """Dots along the path from island to island."""
    text = ""
    spots = [spot for _, spot, _ in ISLANDS.values()]
    for (x0, y0), (x1, y1) in pairwise(spots):
        mid_x, mid_y = (x0 + x1) / 2 + (y0 - y1) * .16, (y0 + y1) / 2 + (x1 - x0) * .16
        for step in range(1, 8):
            t = step / 8
            if .26 < t < .74:
                x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * mid_x + t * t * x1
                y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * mid_y + t * t * y1 + 40
                text += ellipse(x, y + 5, 19, 11, "#2471B5", opacity=.5) + ellipse(x, y, 19, 11, "#FFF3D6") + ellipse(x - 4, y - 3, 9, 4, WHITE)
    return text


def boat():
    return at(560, 640, path("M-60 30 H64 C56 62 -40 66 -60 30Z", CORAL[0]) + path("M10 30 H64 C56 58 10 60 -4 54Z", CORAL[1])
              + stroke("M0 30 V-76", "#A9714F", 9) + path("M6 -74 C50 -50 60 -10 56 14 H6Z", "#FFF6E6") + path("M-6 -56 C-34 -34 -42 -8 -42 14 H-6Z", SUN[0]), scale=.8)


def start_mark(x, y):
    """A flag says where the journey begins."""
    return at(x, y, stroke("M0 0 V-104", "#8A5236", 10), path("M4 -104 C30 -118 52 -90 82 -102 V-50 C52 -38 30 -66 4 -52Z", CORAL[0]),
              at(40, -76, path("M0 -10 L3 -3 L10 -3 L5 2 L7 9 L0 5 L-7 9 L-5 2 L-10 -3 L-3 -3Z", SUN[0], stroke=SUN[0], stroke_width=5, stroke_linejoin="round")))


def sprites():
    drawn = "".join(at(x, y, island(), scale=size) for island, (x, y), size in ISLANDS.values())
    clouds = "".join(at(x, y, path("M-90 26 C-126 26 -126 -16 -84 -14 C-76 -52 -18 -58 -6 -26 C24 -50 66 -30 60 2 C98 0 106 26 76 26Z", WHITE, opacity=.75), scale=size)
                     for x, y, size in ((330, 70, 1), (1180, 60, .8), (1880, 250, .9)))
    yield from place("map", "day", [
        ("far", water() + stones() + clouds),
        ("mid", drawn + start_mark(296, 812) + boat()),
        ("light", whole("url(#vignette)", opacity=.35)),
    ], DEFS)
    for world, (island, _, _) in ISLANDS.items():
        svg = document((-190, -230, 380, 370), island())
        yield Sprite(f"map/{world}", svg, sheet="map-islands")

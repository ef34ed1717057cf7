"""The sea of the map. Its islands and the stones between them are pictures of their own, which the game sets into it."""

from art.catalogue import Sprite
from art.palette import CORAL, SUN, WHITE
from art.places.frame import BACK_BLUR, VIGNETTE, place, whole
from art.places.islands import ISLANDS
from art.svg import at, document, ellipse, linear, path, radial, stroke

DEFS = "\n".join((
    linear("sea", (0, "#7FD3F2"), (45, "#4FB3E8"), (100, "#2F86CF")),
    radial("shallow", (0, "#BDF3F2", .75), (100, "#BDF3F2", 0)),
    VIGNETTE, BACK_BLUR))

WAVES = ((330, 500), (420, 1040), (700, 470), (620, 860), (1010, 620), (1200, 470), (1240, 780), (1830, 560), (1840, 150), (60, 1010), (1860, 960), (40, 700))


def water():
    waves = "".join(stroke(f"M{x - 44} {y} q22 -15 44 0 q22 15 44 0", WHITE, 6, opacity=.35) for x, y in WAVES)
    return whole("url(#sea)") + ellipse(370, 860, 460, 210, "url(#shallow)") + ellipse(960, 330, 1100, 150, "url(#shallow)") + waves


def stone():
    """One step of the path from island to island."""
    return document((0, 0, 56, 40), ellipse(28, 23, 26, 15, "#2471B5", opacity=.5), ellipse(28, 17, 26, 15, "#FFF3D6"), ellipse(21, 12, 12, 5, WHITE))


def boat():
    return at(120, 560, path("M-60 30 H64 C56 62 -40 66 -60 30Z", CORAL[0]) + path("M10 30 H64 C56 58 10 60 -4 54Z", CORAL[1])
              + stroke("M0 30 V-76", "#A9714F", 9) + path("M6 -74 C50 -50 60 -10 56 14 H6Z", "#FFF6E6") + path("M-6 -56 C-34 -34 -42 -8 -42 14 H-6Z", SUN[0]), scale=.8)


def sprites():
    clouds = "".join(at(x, y, path("M-90 26 C-126 26 -126 -16 -84 -14 C-76 -52 -18 -58 -6 -26 C24 -50 66 -30 60 2 C98 0 106 26 76 26Z", WHITE, opacity=.75), scale=size)
                     for x, y, size in ((330, 70, 1), (1180, 60, .8), (1880, 250, .9)))
    yield from place("map", "day", [
        ("far", water() + clouds),
        ("mid", boat()),
        ("light", whole("url(#vignette)", opacity=.35)),
    ], DEFS)
    for world, island in ISLANDS.items():
        yield Sprite(f"map/{world}", document((-190, -230, 380, 370), island(), size=(640, 623)), sheet="map-islands", trim=False)
    yield Sprite("map/stone", stone(), sheet="map-islands", trim=False)

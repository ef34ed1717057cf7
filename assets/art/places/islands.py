"""Eight islands, one for each power. Drawn around 0,0 on about 320x260 units."""

from art.palette import CORAL, CREAM, INK, INK2, LEAF, PINK, PLUM, SKY, SUN, WHITE
from art.svg import (HEART, SHIELD, SHIELD_RIGHT, STAR, at, circle, ellipse, path, rect, stroke)

SAND = ("#FFE3A8", "#E9B872")


def land(hue):
    """The ground of an island: foam, beach, a hill in its hue."""
    return (ellipse(0, 74, 176, 50, WHITE, opacity=.35) + ellipse(0, 66, 160, 46, SAND[1]) + ellipse(0, 56, 158, 44, SAND[0])
            + path("M-132 56 C-130 6 -70 -20 0 -20 C70 -20 130 6 132 56 C80 78 -80 78 -132 56Z", hue[1])
            + path("M-132 56 C-130 6 -70 -20 -4 -20 C50 -18 92 -2 104 30 C60 62 -60 72 -132 56Z", hue[0])
            + stroke("M-98 20 C-84 4 -60 -6 -36 -10", hue[2], 8))


def palm(x, y, size=1):
    leaves = "".join(path("M0 0 C20 -26 52 -24 66 4 C44 -6 22 -2 0 0Z", colour, transform=f"rotate({turn})")
                     for turn, colour in ((-150, LEAF[1]), (-30, LEAF[1]), (-200, LEAF[0]), (14, LEAF[0]), (-90, LEAF[2])))
    return at(x, y, stroke("M0 0 C8 -30 4 -60 10 -84", "#A9714F", 15), at(10, -86, leaves), scale=size)


def private_eye():
    """The lookout tower with a lens: the first world."""
    tower = (path("M-34 20 L-24 -96 H24 L34 20Z", CREAM) + path("M4 -96 H24 L34 20 H8Z", "#E3CFB4") + rect(-46, -112, 92, 22, CORAL[1], 10)
             + rect(-46, -118, 92, 20, CORAL[0], 10) + path("M-14 20 V-10 a14 14 0 0 1 28 0 V20Z", INK2))
    lens = (stroke("M30 -126 L56 -100", SUN[1], 17) + circle(0, -156, 48, SUN[1]) + circle(-2, -158, 44, SUN[0])
            + circle(-2, -158, 33, "#BFF0FF") + path("M-24 -166 C-20 -178 -10 -184 2 -184", "none", stroke=WHITE, stroke_width=8, stroke_linecap="round"))
    return land(LEAF) + palm(-92, 34, .7) + tower + lens + at(76, 26, path(SHIELD, SUN[1]), path(SHIELD_RIGHT, "#D98A10"), path(HEART, WHITE), scale=.6)


def rights():
    hall = (path("M-86 -60 L0 -112 L86 -60Z", PLUM[0]) + path("M0 -112 L86 -60 H20Z", PLUM[1]) + rect(-78, -62, 156, 82, CREAM, 6)
            + "".join(rect(x, -56, 20, 72, WHITE, 8) + rect(x + 13, -56, 7, 72, "#E3CFB4", 3) for x in (-66, -26, 14, 48)) + rect(-92, 12, 184, 18, "#E3CFB4", 8))
    return land(SUN) + hall + at(0, -80, path(STAR, SUN[0]), scale=.5) + palm(106, 40, .7)


def truth():
    light = path("M18 -126 L150 -170 V-80Z", SUN[2], opacity=.7)
    house = (path("M-34 24 L-22 -104 H22 L34 24Z", WHITE) + path("M-31 -10 L-28 -42 H28 L31 -10Z", CORAL[0]) + path("M-25 -74 L-22 -104 H22 L25 -74Z", CORAL[0])
             + path("M6 -104 H22 L34 24 H12Z", INK, opacity=.13) + rect(-28, -140, 56, 38, SUN[0], 8) + path("M-36 -138 C-30 -170 30 -170 36 -138Z", CORAL[1]))
    return land(SKY) + light + house + palm(-96, 38, .75)


def be_nice():
    trees = "".join(rect(x - 8, y - 30, 16, 40, "#A9714F", 6) + at(x, y - 56, path(HEART, tone, transform="scale(2.3)"), path(HEART, PINK[2], transform="translate(-10 -12) scale(.6)", opacity=.8))
                    for x, y, tone in ((-70, 22, PINK[0]), (10, 6, PINK[1]), (78, 28, PINK[0])))
    return land(("#FFC0D2", "#F19AB5", "#FFE0EA")) + trees


def help_island():
    ring = circle(0, -58, 70, CORAL[1]) + circle(-3, -61, 68, CORAL[0])
    ring += "".join(path("M-18 -70 A72 72 0 0 1 18 -70 L9 -34 A36 36 0 0 0 -9 -34Z", WHITE, transform=f"translate(-3 -61) rotate({turn})") for turn in (45, 135, 225, 315))
    return land(("#8FD9C4", "#5FB7A2", "#BFEFE0")) + ring + circle(-3, -61, 33, "#8CD6F7") + palm(104, 40, .8)


def danger():
    mountain = path("M-104 30 L-22 -110 C-14 -122 14 -122 22 -110 L104 30Z", INK2) + path("M6 -118 C14 -118 18 -116 22 -110 L104 30 H40Z", "#352B70")
    sign = rect(-6, -24, 12, 60, "#A9714F", 5) + path("M0 -96 L52 -12 H-52Z", SUN[1], stroke=SUN[1], stroke_width=18, stroke_linejoin="round") + path(
        "M0 -98 L50 -16 H-50Z", SUN[0], stroke=SUN[0], stroke_width=12, stroke_linejoin="round") + rect(-7, -72, 14, 34, INK, 7) + circle(0, -24, 8, INK)
    return land(("#B7A2E6", "#927AC9", "#D7C9F5")) + mountain + at(24, 14, sign, scale=.8)


def anti_virus():
    wall = rect(-96, -50, 192, 80, "#9BB4DD", 8) + "".join(rect(x, -76, 34, 36, "#9BB4DD", 6) for x in (-96, -44, 10, 62)) + rect(30, -50, 66, 80, INK, 8, opacity=.12)
    return land(("#8CC8FF", "#5C9FE0", "#BEE0FF")) + wall + at(0, -40, path(SHIELD, CORAL[0]), path(SHIELD_RIGHT, CORAL[1]), path("M-16 -2 L-4 12 L18 -14", "none", stroke=WHITE, stroke_width=9, stroke_linecap="round", stroke_linejoin="round"), scale=1.5)


def balance():
    wheel = "".join(stroke(f"M0 -66 V-14", WHITE, 7, transform=f"rotate({turn} 0 -66) translate(0 -52)") for turn in range(0, 360, 45))
    seats = "".join(circle(0, -136, 14, colour, transform=f"rotate({turn} 0 -66)") for turn, colour in zip(range(0, 360, 45), (CORAL[0], SUN[0], PLUM[0], SKY[0]) * 2))
    return (land(("#94E29A", "#5CC96B", "#C9F3CC")) + stroke("M-44 28 L0 -66 L44 28", INK2, 13) + circle(0, -66, 70, "none", stroke=WHITE, stroke_width=11)
            + wheel + seats + circle(0, -66, 17, SUN[0]) + palm(-108, 44, .6))


#: world -> drawing
ISLANDS = {"privacy": private_eye, "rights": rights, "truth": truth, "kindness": be_nice, "help": help_island,
           "caution": danger, "shield": anti_virus, "balance": balance}

"""Inside Kofi's game, Block City: everything is made of blocks, the rocket waits on its ramp."""

from art.palette import CORAL, INK, LEAF, PINK, PLUM, SKY, SUN, WHITE
from art.places.frame import BACK_BLUR, VIGNETTE, far, place, whole
from art.svg import at, circle, ellipse, linear, path, radial, rect, stroke

U = 60                          # one block
GROUND = 780
STONE = ("#B9B4D6", "#9089B8", "#D6D2EA")
WOOD = ("#C08552", "#9A6238", "#DDA873")
EARTH = ("#A9714F", "#875438", "#C48D68")

DEFS = "\n".join((
    linear("sky", (0, "#5BB4F5"), (55, "#A5DCFF"), (80, "#E5F6E8")),
    radial("sun", (0, "#FFF6C8", .9), (100, "#FFF6C8", 0)),
    VIGNETTE, BACK_BLUR))


def block(x, y, hue, w=U, h=U):
    """One block with a lit top and a shaded right side."""
    return (rect(x, y, w, h, hue[1], 7) + rect(x, y, w - 9, h - 7, hue[0], 7) + rect(x + 6, y + 5, w - 24, 7, hue[2], 3.5, opacity=.8))


def blocks(x, y, rows, hues):
    """A picture in letters: each letter is a block of that hue, a blank is air."""
    return "".join(block(x + column * U, y + row * U, hues[letter])
                   for row, line in enumerate(rows) for column, letter in enumerate(line) if letter != " ")


HUES = {"s": STONE, "w": WOOD, "e": EARTH, "g": LEAF, "d": ("#3FA65A", "#2E8547", "#6CC582"), "c": CORAL, "y": SUN, "b": SKY,
        "p": PLUM, "k": PINK, "o": ("#FFF1DA", "#E3CBA8", "#FFFFFF"), "m": ("#8FD9C4", "#5FB7A2", "#BFEFE0")}


def cloud(x, y, size):
    parts = "".join(rect(bx, by, w, 34, WHITE, 8) for bx, by, w in ((-90, 0, 200), (-50, -32, 110), (-10, -60, 50)))
    return at(x, y, parts + rect(-90, 24, 200, 10, "#D8ECFA", 5), scale=size)


def hills():
    text = ""
    for x, columns, hue in ((-60, (3, 4, 5, 6, 6, 5, 4, 3, 2, 2, 3, 4, 5, 5, 4, 3, 2), ("#9AD6B4", "#86C7A4", "#B4E4C8")),
                            (1020, (2, 3, 4, 4, 5, 6, 7, 7, 6, 5, 5, 4, 5, 6, 6, 5), ("#8FCFE0", "#7BBDD2", "#AEE0EC"))):
        for column, height in enumerate(columns):
            bx = x + column * U
            text += rect(bx, GROUND - height * 44, U, height * 44, hue[0]) + rect(bx, GROUND - height * 44, U, 12, hue[2])
            text += rect(bx + U - 6, GROUND - height * 44, 6, height * 44, hue[1])
    return text


def bakery():
    """Amina's: pink roof, bread over the door."""
    house = blocks(600, 480, ["okokoo", "oooooo", "o oo o", "o oo o"], {**HUES, "k": HUES["o"]})
    roof = blocks(540, 360, ["  kkkk  ", " kkkkkk "], HUES)
    openings = "".join(rect(x, 606, 54, 108, "#7BC8F2", 6) + rect(x, 606, 54, 12, "#DDF3FF", 4) for x in (663, 843)) + rect(720, 606, 120, 114, WOOD[1], 10) + rect(726, 612, 108, 108, WOOD[0], 8) + circle(816, 668, 6, SUN[0])
    awning = "".join(path(f"M{600 + i * 45} 560 h45 v22 a22 18 0 0 1 -45 0Z", (CORAL[0], WHITE)[i % 2]) for i in range(8))
    bread = at(780, 506, ellipse(3, 5, 74, 36, "#B56A2E"), ellipse(0, 0, 74, 36, "#E8A254"), *(stroke(f"M{x} -16 L{x + 14} 14", "#FFD9A0", 9) for x in (-38, -6, 26)))
    return roof + house + openings + awning + bread + rect(600, 720, 360, 60, STONE[1], 4) + rect(600, 720, 360, 50, STONE[0], 4)


def tree(x, y, size=1.0):
    crown = blocks(-90, -210, [" gd", "ggd", "gdd"], HUES) + rect(-76, -194, 24, 8, LEAF[2], 4)
    return at(x, y, block(-30, -60, WOOD) + block(-30, -90, WOOD, U, 40) + crown, scale=size)


def rocket():
    """A bottle rocket that still has no tip, on Luz's launch ramp."""
    body = blocks(-60, -330, ["oo", "oo", "oo", "bb"], HUES) + rect(-39, -262, 72, 46, SKY[1], 14) + rect(-34, -257, 62, 36, "#BFF0FF", 10)
    fins = block(-120, -150, CORAL) + block(60, -150, CORAL) + block(-120, -90, CORAL) + block(60, -90, CORAL)
    nozzle = rect(-42, -92, 84, 40, STONE[1], 8)
    ghost = rect(-28, -396, 56, 56, "none", 8, stroke=SUN[0], stroke_width=6, stroke_dasharray="13 9")
    return at(1180, 772, ghost, fins, body, nozzle)


def ramp():
    steps = "".join(block(1000 + i * U, 720, STONE) for i in range(6)) + "".join(block(900 + i * 33, 766 - i * 9, WOOD, 40, 24) for i in range(4))
    return steps + rect(1014, 734, 330, 10, SUN[0], 5) + "".join(rect(1024 + i * 52, 734, 24, 10, INK, 3) for i in range(7))


def ground():
    text = ""
    for column in range(-1, 33):
        x = column * U
        text += block(x, GROUND, LEAF) + block(x, GROUND + U, EARTH) + block(x, GROUND + 2 * U, EARTH if column % 5 else STONE)
        text += block(x, GROUND + 3 * U, STONE if (column * 7) % 3 else EARTH) + block(x, GROUND + 4 * U, STONE)
        text += rect(x + 8, GROUND + 34, 16, 12, LEAF[1], 4) + rect(x + 34, GROUND + 30, 12, 12, LEAF[1], 4)
    road = "".join(rect(x, GROUND + 2, U - 4, 26, "#8C85AE", 6) + rect(x + 14, GROUND + 12, 28, 6, SUN[2], 3) for x in range(1380, 1980, U))
    return text + road


def flowers():
    text = ""
    for x, colour in ((70, CORAL[0]), (124, SUN[0]), (520, PINK[0]), (1010, SUN[0]), (1420, WHITE), (1880, CORAL[0])):
        text += stroke(f"M{x} {GROUND} V{GROUND - 24}", LEAF[1], 7) + rect(x - 13, GROUND - 46, 26, 26, colour, 7) + rect(x - 5, GROUND - 38, 10, 10, SUN[1], 3)
    return text


def signs():
    """The pixel heart bar and gold counter of the game."""
    heart = ["01100110", "11111111", "11111111", "01111110", "00111100", "00011000"]
    text = ""
    for i in range(3):
        text += "".join(rect(610 + i * 64 + column * 6, 60 + row * 6, 6, 6, CORAL[0]) for row, line in enumerate(heart) for column, bit in enumerate(line) if bit == "1")
    return text


def sprites():
    back = whole("url(#sky)") + circle(1500, 170, 240, "url(#sun)") + rect(1440, 110, 120, 120, SUN[2], 16) + rect(1440, 110, 108, 108, "#FFF0B8", 16)
    back += cloud(330, 190, 1.2) + cloud(1000, 150, .9) + cloud(1760, 330, 1) + cloud(-10, 400, .8) + hills()
    yield from place("game", "day", [
        ("far", far(back)),
        ("mid", tree(90, GROUND, 1.1) + tree(480, GROUND, .8) + tree(1890, GROUND, 1.15) + tree(1450, GROUND, .8) + bakery() + ramp() + rocket() + ground() + flowers() + signs()),
        ("light", whole("url(#vignette)", opacity=.4)),
    ], DEFS)

"""The family's living room in Tokyo by day: low table, sofa, plants, the city in the window."""

import random

from art.palette import CORAL, CREAM, INK, LEAF, PLUM, SKY, SUN, WHITE
from art.places.frame import BACK_BLUR, VIGNETTE, far, ground_shadow, place, whole
from art.svg import at, circle, clip, ellipse, group, linear, path, radial, rect, stroke

FLOOR = 740
OAK = ("#C99468", "#A87348", "#E3B68A")

DEFS = "\n".join((
    linear("wall", (0, "#CDBDE8"), (100, "#E6D6EE")),
    linear("mat", (0, "#C9CB9A"), (100, "#A9AE7C")),
    linear("sky", (0, "#8CC6FF"), (60, "#C4E3FF"), (100, "#FFEBD9")),
    linear("sofa", (0, "#8C78D8"), (100, "#6A54BC")),
    linear("table", (0, "#B57B50"), (60, "#D69B69"), (100, "#BE8557"), x2=100, y2=0),
    radial("beam", (0, "#FFF6D8", .26), (100, "#FFF6D8", 0)),
    radial("sun", (0, "#FFF4CF", .8), (100, "#FFF4CF", 0)),
    radial("paper", (0, "#FFFDF2"), (100, "#F3E3C8")),
    VIGNETTE, BACK_BLUR))


def room():
    text = whole("url(#wall)")
    text += "".join(rect(x, 0, 3, FLOOR, "#BBA8DA", opacity=.3) for x in range(20, 2000, 120))
    text += rect(-60, 0, 2040, 26, OAK[1]) + rect(-60, 0, 2040, 16, OAK[0])
    text += rect(-60, FLOOR, 2040, 340, "url(#mat)")
    for x in range(-1000, 3000, 330):                        # mats run towards the viewer
        foot = 960 + (x - 960) * 1.6
        text += f'<path d="M{x} {FLOOR} L{foot:.0f} 1080" stroke="#6E7A55" stroke-width="9" opacity=".7"/>'
    text += rect(-60, 872, 2040, 9, "#6E7A55", opacity=.7)
    for y in range(FLOOR + 12, 1080, 14):
        text += rect(-60, y, 2040, 2, "#8E9468", opacity=.3)
    return text + rect(-60, FLOOR - 24, 2040, 26, OAK[0]) + rect(-60, FLOOR - 3, 2040, 6, OAK[1])


def city():
    chance = random.Random(11)
    text = rect(560, 80, 720, 410, "url(#sky)") + circle(690, 160, 130, "url(#sun)")
    for x, y, size in ((760, 170, 1), (1080, 130, 1.2), (1190, 230, .8)):
        text += at(x, y, path("M-60 20 C-84 20 -84 -10 -56 -10 C-50 -36 -12 -40 -4 -18 C16 -34 44 -20 40 2 C66 0 70 20 50 20Z", WHITE, opacity=.9), scale=size)
    text += path("M560 420 L650 330 C664 318 676 318 690 330 L790 420Z", "#A9BCE6")     # a far mountain
    text += path("M650 330 C664 318 676 318 690 330 L704 343 C694 350 688 338 678 346 C668 338 656 352 638 342Z", WHITE)
    for layer, (colour, low, high) in enumerate((("#9AA9DC", 60, 150), ("#7F8BC8", 40, 120))):
        x = 556 + layer * 18
        while x < 1290:
            w = chance.randint(34, 66)
            h = chance.randint(low, high)
            text += rect(x, 490 - h, w, h + 4, colour, 5)
            if layer:
                text += "".join(rect(x + 8 + i * 15, 490 - h + 12 + j * 22, 8, 11, "#DDE6FF", 2, opacity=.75)
                                for i in range((w - 10) // 15) for j in range((h - 14) // 22))
            x += w + chance.randint(2, 12)
    tower = (path("M-5 0 C-7 90 -24 180 -48 252 H48 C24 180 7 90 5 0Z", "#8C8FCB") + stroke("M0 10 V-56", "#8C8FCB", 7)
             + rect(-20, 96, 40, 22, "#A9ACE0", 9) + path("M-18 252 C-14 214 14 214 18 252Z", "#C9D3F3"))
    return text + at(1010, 238, tower) + path("M556 470 C640 448 740 462 820 472 C940 486 1100 452 1284 474 V494 H556Z", "#8FCF9C")


def window():
    frame = "#FFFDF8"
    text = rect(540, 66, 772, 456, "#A992CE", 18) + rect(536, 58, 768, 456, frame, 18)
    text += clip("pane", "M560 80 H1280 V490 H560Z", city())
    text += rect(912, 70, 18, 430, frame) + rect(930, 80, 5, 410, INK, opacity=.1)
    text += path("M580 90 H660 L560 230 V110Z", WHITE, opacity=.2) + path("M950 90 H1050 L936 250 V110Z", WHITE, opacity=.18)
    text += rect(516, 508, 808, 26, "#BCA6D8", 10) + rect(512, 502, 808, 24, frame, 10)
    for x, side in ((500, 1), (1340, -1)):                   # linen curtains
        cloth = (path("M-46 44 H48 C52 200 40 380 52 640 H-46Z", "#FFE3D2") + path("M20 44 H48 C52 200 40 380 52 640 H30 C22 400 30 200 20 44Z", "#F3C7B6")
                 + stroke("M-16 60 C-12 240 -18 420 -12 630", "#F3C7B6", 8))
        text += group(cloth, transform=f"translate({x} 0) scale({side} 1)")
    return text + rect(430, 30, 980, 18, OAK[1], 9) + rect(430, 30, 980, 9, OAK[2], 5)


def pictures():
    """Two of the children's drawings, left; a clock, right."""
    text = ""
    for x, y, colour, turn in ((70, 130, SKY, -3), (222, 160, SUN, 2)):
        inner = rect(-62, -76, 124, 152, OAK[1], 12) + rect(-66, -80, 124, 152, OAK[0], 12) + rect(-54, -68, 100, 128, CREAM, 6)
        inner += path("M-44 46 C-20 0 0 40 16 14 C26 0 38 30 40 46Z", LEAF[0]) + circle(-18, -26, 17, colour[0])
        text += at(x, y, inner, turn=turn)
    clock = circle(6, 7, 66, "#A992CE") + circle(0, 0, 66, OAK[0]) + circle(0, 0, 54, CREAM)
    clock += "".join(rect(-3, -48, 6, 12, INK, 3, transform=f"rotate({turn})") for turn in range(0, 360, 30))
    clock += stroke("M0 0 V-30", INK, 8) + stroke("M0 0 L24 12", INK, 8) + circle(0, 0, 7, CORAL[0])
    return text + at(1590, 180, clock)


def lantern():
    ribs = "".join(f'<path d="M-84 {y} C-40 {y + 14} 40 {y + 14} 84 {y}" fill="none" stroke="#E2CFAE" stroke-width="4" opacity=".8"/>'
                   for y in (-30, -6, 18, 42))
    return at(372, 124, stroke("M0 -130 V-70", INK, 5), circle(0, 0, 90, "#EBD8B8"), circle(-5, -6, 84, "url(#paper)"), ribs,
              rect(-26, -92, 52, 14, OAK[1], 7), rect(-26, 80, 52, 14, OAK[1], 7), scale=.72)


def low_shelf():
    text = ground_shadow(1740, 772, 220, 18, .2) + rect(1530, 560, 420, 206, OAK[1], 14) + rect(1530, 552, 420, 206, OAK[0], 14)
    text += "".join(rect(x, 580, 118, 158, OAK[1], 10) + rect(x + 4, 584, 110, 150, "#8A5B3B", 8) for x in (1548, 1682, 1816))
    for x, h, w, hue in ((1560, 118, 24, CORAL), (1587, 132, 22, SKY), (1612, 104, 26, SUN), (1696, 124, 24, PLUM), (1723, 110, 26, LEAF)):
        text += rect(x, 734 - h, w, h, hue[1], 4) + rect(x, 734 - h, w - 6, h, hue[0], 4)
    text += rect(1830, 660, 90, 74, "#E8C9A0", 10) + rect(1858, 686, 34, 12, OAK[1], 6)
    text += path("M1580 552 C1576 520 1586 500 1606 500 C1626 500 1636 520 1632 552Z", WHITE) + circle(1606, 488, 24, WHITE)      # a porcelain cat
    text += path("M1586 476 L1590 456 L1602 468Z M1626 476 L1622 456 L1610 468Z", WHITE) + circle(1598, 488, 3.5, INK) + circle(1614, 488, 3.5, INK) \
        + stroke("M1601 497 Q1606 502 1611 497", CORAL[1], 4) + rect(1590, 508, 32, 8, CORAL[0], 4) + circle(1606, 520, 7, SUN[0])
    return text


def plant(x, y, size):
    leaves = "".join(path("M0 0 C-34 -60 -34 -150 0 -210 C34 -150 34 -60 0 0Z", colour, transform=f"rotate({turn})")
                     + stroke("M0 -20 C-2 -80 -2 -120 0 -170", LEAF[2], 5, transform=f"rotate({turn})", opacity=.6)
                     for turn, colour in ((-52, LEAF[1]), (50, LEAF[1]), (-26, "#4DB868"), (28, LEAF[0]), (0, LEAF[0])))
    pot = path("M-62 -16 H62 L48 92 C46 102 -46 102 -48 92Z", "#F2EDE4") + path("M20 -16 H62 L48 92 C46 98 20 100 10 100Z", "#D9CFC2") + rect(-70, -30, 140, 26, "#FFFDF8", 13)
    return ground_shadow(x, y + 96 * size, 90 * size, 14 * size) + at(x, y, leaves, pot, scale=size)


def sofa():
    text = ground_shadow(190, 842, 380, 26)
    text += path("M-80 520 C-80 470 -40 450 20 450 H420 C480 450 510 480 510 530 V760 H-80Z", PLUM[1]) + path(
        "M-80 514 C-80 466 -40 444 20 444 H410 C466 444 490 476 490 524 V760 H-80Z", "url(#sofa)")
    text += stroke("M200 470 V640", "#5A46A8", 8, opacity=.6) + stroke("M-40 474 C0 464 80 460 150 460", PLUM[2], 9)
    text += rect(-80, 640, 590, 110, PLUM[1], 34) + rect(-80, 632, 580, 96, "#8C78D8", 34) + stroke("M205 650 V712", "#5A46A8", 8, opacity=.5)
    text += rect(420, 566, 120, 250, PLUM[1], 44) + rect(414, 560, 112, 246, "#8C78D8", 44) + stroke("M440 590 C446 580 460 576 474 576", PLUM[2], 9)
    text += rect(-80, 740, 600, 74, "#5A46A8", 24) + rect(470, 806, 34, 40, OAK[1], 8)
    text += at(70, 566, rect(-68, -66, 140, 140, SUN[1], 34), rect(-72, -70, 134, 134, SUN[0], 34), stroke("M-44 -40 C-30 -50 -12 -54 4 -54", SUN[2], 8), turn=-9)
    return text + at(214, 590, rect(-58, -56, 120, 120, "#D95F72", 30), rect(-62, -60, 114, 114, CORAL[0], 30), stroke("M-38 -34 C-26 -42 -12 -46 2 -46", CORAL[2], 7), turn=8)


def table():
    text = ground_shadow(960, 960, 420, 34, .28)
    text += "".join(path(d, OAK[1]) for d in ("M640 800 H700 L688 950 H652Z", "M1220 800 H1280 L1268 950 H1232Z"))
    text += ellipse(960, 806, 430, 62, "#9A6540") + ellipse(960, 792, 430, 62, "url(#table)") + ellipse(900, 780, 300, 34, "#E9BE90", opacity=.35)
    fruit = "".join(circle(x + 3, y + 4, 25, "#E8802A") + circle(x, y, 24, "#FF9E3D") + ellipse(x - 7, y - 9, 7, 4, "#FFD09A") + ellipse(x + 2, y - 22, 8, 4, LEAF[1])
                    for x, y in ((908, 738), (956, 742), (932, 706)))
    bowl = path("M862 738 H1002 C1002 786 970 800 932 800 C894 800 862 786 862 738Z", "#4B74C9") + path("M940 738 H1002 C1002 786 970 800 932 800 C960 786 956 760 940 738Z", "#3759A6")
    cups = "".join(path(f"M{x - 27} {y - 42} H{x + 27} L{x + 20} {y} C{x + 18} {y + 8} {x - 18} {y + 8} {x - 20} {y}Z", tone[0])
                   + path(f"M{x + 6} {y - 42} H{x + 27} L{x + 20} {y} C{x + 18} {y + 6} {x + 4} {y + 7} {x} {y + 6}Z", tone[1])
                   + ellipse(x, y - 42, 27, 7, "#DDEBC8") for x, y, tone in ((760, 786, ("#F4F0E6", "#D8CFBE")), (1140, 796, ("#F29BA6", "#D97784"))))
    blocks = at(1066, 774, rect(-24, -24, 48, 48, SKY[0], 9), rect(6, -24, 18, 48, SKY[1], 7), at(4, -44, rect(-20, -20, 40, 40, SUN[0], 8), rect(6, -20, 14, 40, SUN[1], 6), turn=10))
    return text + fruit + bowl + cups + blocks


def cushions():
    text = ""
    for x, hue in ((560, CORAL), (1360, ("#7FA8E8", "#5C86CB", "#B4CFF8"))):
        text += ellipse(x, 968, 150, 36, INK, opacity=.18) + ellipse(x, 956, 146, 36, hue[1]) + ellipse(x, 944, 146, 36, hue[0]) + ellipse(x - 40, 934, 60, 10, hue[2], opacity=.7) + circle(x, 944, 8, hue[1])
    return text


def daylight():
    return ellipse(960, 640, 760, 420, "url(#beam)")


def sprites():
    yield from place("livingroom", "day", [
        ("far", far(room(), window(), pictures(), lantern(), low_shelf())),
        ("mid", sofa() + plant(1830, 470, .62) + plant(1500, 690, .74) + table() + cushions()),
        ("light", daylight() + whole("url(#vignette)", opacity=.45)),
    ], DEFS)

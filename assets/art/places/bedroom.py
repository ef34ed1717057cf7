"""Kofi's bedroom in the evening: bed, window over the roofs, desk with tablet and lamp."""

import random

from art.palette import CORAL, INK, LEAF, PINK, PLUM, SKY, SUN, WHITE
from art.places.frame import BACK_BLUR, VIGNETTE, far, ground_shadow, place, whole
from art.svg import HEART, STAR, at, circle, clip, ellipse, group, linear, path, radial, rect, stroke

FLOOR = 786
WOOD = ("#B97046", "#8A5236", "#DB9A68")

DEFS = "\n".join((
    linear("wall", (0, "#4A3C8C"), (100, "#7A60B4")),
    linear("floor", (0, "#A8698A"), (100, "#7C4A78")),
    linear("sky", (0, "#1B2465"), (55, "#4C4FA8"), (85, "#C77BB5"), (100, "#FF9F8F")),
    radial("lamp", (0, "#FFE0A0", .85), (25, "#FFCB7A", .45), (100, "#FFB45E", 0)),
    radial("bulb", (0, "#FFEBB0", .9), (100, "#FFCB6A", 0)),
    radial("screen", (0, "#9FF3FF", .6), (100, "#57D5F0", 0)),
    linear("cone", (0, "#FFE7AE", .75), (100, "#FFD98A", .05)),
    linear("desk", (0, "#C98257"), (75, "#EDAA6E"), (100, "#D98F5C"), x2=100, y2=0),
    linear("tablet", (0, "#D8FBFF"), (100, "#8EDFF5"), x2=100),
    linear("curtain", (0, "#E8667A"), (100, "#C94F77")),
    VIGNETTE, BACK_BLUR))


def wall():
    text = whole("url(#wall)")
    for row, y in enumerate(range(50, FLOOR, 84)):
        for x in range(-40 + (42 if row % 2 else 0), 2000, 84):
            text += path("M0 -9 Q1.5 -1.5 9 0 Q1.5 1.5 0 9 Q-1.5 1.5 -9 0 Q-1.5 -1.5 0 -9Z", WHITE,
                         opacity=.07, transform=f"translate({x} {y})")
    text += rect(-60, FLOOR, 2040, 300, "url(#floor)")
    for x in range(-700, 2700, 150):
        text += f'<path d="M{960 + (x - 960) * .62:.0f} {FLOOR} L{x} 1080" stroke="#6B3E6C" stroke-width="3" opacity=".45"/>'
    return text + rect(-60, FLOOR - 26, 2040, 30, "#E7D6F0") + rect(-60, FLOOR - 4, 2040, 8, "#B79CCB")


def night(chance):
    """What the window shows: stars, the moon, roofs with lit windows."""
    text = rect(690, 96, 420, 372, "url(#sky)")
    for _ in range(34):
        text += circle(chance.randint(700, 1100), chance.randint(104, 330), chance.choice((1.6, 2, 2.6, 3.2)), WHITE,
                       opacity=chance.choice((.5, .7, .95)))
    text += circle(1010, 182, 74, "#FFF1C4", opacity=.14) + circle(1010, 182, 46, "#FFF1C9")
    text += path("M1010 136 A46 46 0 0 1 1010 228 A60 60 0 0 0 1010 136Z", "#FADFA3")
    text += circle(992, 172, 8, "#F2D596") + circle(1008, 202, 6, "#F2D596") + circle(984, 194, 4.5, "#F2D596")
    text += path("M690 400 C760 350 850 360 910 390 C980 350 1060 350 1110 380 V468 H690Z", "#4A3A88")
    houses = ((716, 372, 56, 96), (784, 392, 48, 76), (842, 356, 62, 112), (918, 386, 54, 82), (984, 368, 60, 100),
              (1054, 390, 56, 78))
    for x, y, w, h in houses:
        text += rect(x, y, w, h, "#32286E") + path(f"M{x - 8} {y} L{x + w / 2} {y - 30} L{x + w + 8} {y}Z", "#2A2160")
        for lit_x in (x + 10, x + w - 22):
            for lit_y in range(y + 14, 460, 28):
                if chance.random() < .62:
                    text += rect(lit_x, lit_y, 12, 14, chance.choice(("#FFD778", "#FFC35A", "#FFE6A6")), 3)
    return text


def curtain(right):
    cloth = (path("M612 52 C716 52 742 60 740 80 C730 220 700 330 640 372 C656 420 650 480 660 560 H578 "
                  "C566 420 590 220 600 60Z", "url(#curtain)")
             + path("M640 372 C656 420 650 480 660 560 H640 C634 480 634 420 626 376Z", "#A83E6C")
             + stroke("M640 70 C640 200 634 290 616 360", "#A83E6C", 8, opacity=.55)
             + stroke("M688 66 C686 190 668 280 632 352", "#A83E6C", 8, opacity=.55)
             + stroke("M612 400 C606 460 604 510 604 552", "#A83E6C", 8, opacity=.5)
             + rect(594, 354, 62, 28, SUN[0], 14) + path("M600 374 H652 A14 12 0 0 1 640 382 H606Z", SUN[1]))
    return group(cloth, transform="translate(1784 0) scale(-1 1)" if right else None)


def window():
    chance = random.Random(7)
    text = rect(672, 78, 456, 408, "#CDB6DF", 34) + rect(664, 70, 456, 408, "#F3E6F5", 34)
    text += clip("window", "M712 96 H1088 A22 22 0 0 1 1110 118 V446 A22 22 0 0 1 1088 468 H712 A22 22 0 0 1 690 446 "
                 "V118 A22 22 0 0 1 712 96Z", night(chance))
    text += rect(892, 84, 16, 384, "#F3E6F5") + rect(690, 272, 420, 14, "#F3E6F5") + rect(908, 96, 5, 372, INK, opacity=.12)
    text += path("M704 108 L790 108 L704 210Z", WHITE, opacity=.1)
    text += rect(648, 474, 490, 26, "#CDB6DF", 10) + rect(644, 468, 490, 24, "#F8EEFA", 10)
    text += curtain(False) + curtain(True)
    text += rect(566, 38, 654, 20, "#7A4A2C", 10) + rect(566, 38, 654, 9, "#9C6640", 5)
    for x in (562, 1224):
        text += circle(x, 48, 18, SUN[1]) + circle(x - 4, 44, 8, SUN[2])
    return text


def fairy_lights():
    text, count = "", 0
    for x0, y0, x1, dip in ((-60, 70, 240, 150), (240, 70, 560, 140), (1230, 70, 1560, 150), (1560, 70, 1980, 130)):
        text += stroke(f"M{x0} {y0} Q{(x0 + x1) / 2} {dip + 40} {x1} {y0}", INK, 4)
        for i in range(1, 6):
            t = i / 6
            x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * (x0 + x1) / 2 + t * t * x1
            y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * (dip + 40) + t * t * y0
            colour = ("#FFD86B", "#FF9FB4", "#9FF0E4")[count % 3]
            count += 1
            text += circle(x, y + 18, 46, "url(#bulb)") + rect(x - 5, y - 2, 10, 10, INK, 3)
            text += ellipse(x, y + 18, 11, 14, colour) + ellipse(x - 3, y + 13, 3.5, 5, WHITE, opacity=.8)
    return text


def poster():
    rocket = (path("M0 -84 C34 -52 38 6 26 46 H-26 C-38 6 -34 -52 0 -84Z", "#F4F0FF")
              + path("M0 -84 C34 -52 38 6 26 46 H6 C16 6 14 -52 0 -84Z", "#CFC5EC")
              + path("M0 -84 C18 -67 27 -46 31 -22 H-31 C-27 -46 -18 -67 0 -84Z", CORAL[0])
              + circle(0, 4, 15, "#33408F") + circle(-2, 2, 11, "#7FDBF5")
              + path("M-28 18 L-48 52 L-24 44Z", CORAL[0]) + path("M28 18 L48 52 L24 44Z", CORAL[1])
              + path("M-14 48 C-14 70 0 92 0 92 C0 92 14 70 14 48Z", SUN[0]))
    stars = "".join(circle(x, y, 3.5, WHITE) for x, y in
                    ((214, 236), (250, 300), (374, 330), (222, 400), (372, 420), (300, 230)))
    sheet = (rect(176, 196, 236, 270, INK, 10, opacity=.25, transform="translate(8 10)") + rect(176, 196, 236, 270, "#FFF3DC", 10)
             + rect(190, 210, 208, 242, "#33408F", 8) + circle(342, 262, 30, "#FFD36B")
             + stroke("M298 276 C330 262 362 252 388 250", "#FF9F8F", 8) + stars + at(282, 362, rocket, turn=32))
    pin = circle(294, 202, 10, CORAL[0]) + circle(291, 199, 4, "#FFB3A6")
    frame = "translate(-76 8) scale(.74)"
    return group(sheet, transform=frame + " rotate(-3 300 300)") + group(pin, transform=frame)


def book(x, h, w, hue, foot=386):
    return (rect(x, foot - h, w, h, hue[1], 5) + rect(x, foot - h, w - 7, h, hue[0], 5)
            + rect(x + 5, foot - h + 18, w - 17, 8, hue[2], 4) + rect(x + 5, foot - h + 32, w - 17, 5, hue[2], 2.5))


def globe():
    return (stroke("M1560 262 C1500 300 1520 370 1580 366", SUN[1], 9) + circle(1586, 308, 50, "#3E93E8")
            + path("M1586 258 A50 50 0 0 1 1586 358 A70 70 0 0 0 1586 258Z", "#2C78CC")
            + path("M1556 276 C1572 262 1592 270 1590 286 C1586 300 1570 296 1566 312 C1560 326 1546 316 1542 302 "
                   "C1542 290 1548 282 1556 276Z", "#64CF7A")
            + path("M1602 312 C1620 304 1632 318 1624 332 C1616 346 1604 344 1600 332 C1598 324 1598 316 1602 312Z", "#4DB868")
            + rect(1556, 370, 56, 16, SUN[1], 7) + rect(1576, 356, 14, 18, SUN[1]))


def plant():
    leaves = (("M1726 324 C1700 300 1684 262 1692 232 C1720 250 1734 290 1726 324Z", LEAF[1]),
              ("M1726 324 C1752 304 1772 270 1768 238 C1738 252 1722 290 1726 324Z", LEAF[1]),
              ("M1726 324 C1712 290 1712 246 1728 214 C1746 246 1744 292 1726 324Z", LEAF[0]),
              ("M1726 324 C1700 322 1668 304 1660 282 C1692 276 1718 296 1726 324Z", LEAF[0]),
              ("M1726 324 C1752 324 1786 310 1796 286 C1764 280 1736 298 1726 324Z", LEAF[0]))
    return (path("M1690 330 H1762 L1752 386 H1700Z", "#E07A4F") + path("M1736 330 H1762 L1752 386 H1730Z", "#BD5C38")
            + rect(1684, 322, 84, 16, "#F0936A", 7) + "".join(path(d, colour) for d, colour in leaves))


def shelf():
    boards = (rect(1300, 392, 560, 26, "#8F5A3A", 8) + rect(1300, 386, 560, 18, "#C98257", 8)
              + path("M1350 414 h22 v24 q0 20 -22 22Z", "#8F5A3A") + path("M1790 414 h22 v46 q-22 -2 -22 -22Z", "#8F5A3A"))
    books = book(1326, 130, 34, CORAL) + book(1362, 150, 28, SKY) + book(1392, 118, 38, SUN) + book(1432, 142, 30, LEAF)
    leaning = group(rect(1466, 266, 28, 120, PINK[1], 5), rect(1466, 266, 21, 120, PINK[0], 5), transform="rotate(14 1480 386)")
    return group(boards, books, leaning, globe(), plant(), transform="translate(-34 -120)")


def bed():
    frame = (path("M-60 560 C-60 500 -20 470 40 470 C110 470 150 500 150 560 V900 H-60Z", WOOD[1])
             + path("M-60 560 C-60 506 -24 484 36 484 C100 484 132 508 132 562 V900 H-60Z", WOOD[0])
             + stroke("M-30 540 C-24 510 0 500 36 500", WOOD[2], 9)
             + rect(-60, 700, 620, 150, WOOD[1], 20) + rect(-60, 690, 620, 60, WOOD[0], 18))
    linen = (path("M-60 640 H500 C540 640 566 664 566 700 V740 H-60Z", "#F6E8F8") + path("M-60 720 H566 V740 H-60Z", "#D5BFE3")
             + path("M20 640 C20 580 60 566 120 572 C190 560 236 580 236 640 C236 672 20 672 20 640Z", WHITE)
             + path("M20 640 C40 662 190 664 236 632 C240 674 20 676 20 640Z", "#DCCBEA"))
    blanket = (path("M196 636 C290 616 460 616 536 640 C572 654 580 690 580 740 V800 C520 820 470 790 410 812 "
                    "C350 830 290 796 220 812 C196 760 186 700 196 636Z", "#3F7FE0")
               + path("M196 636 C240 628 300 622 352 621 C300 660 280 740 300 806 C270 802 246 806 220 812 "
                      "C196 760 186 700 196 636Z", "#5B9BF5")
               + path("M190 640 C188 668 190 690 194 712 C230 700 262 696 296 690 C300 660 312 640 330 622 "
                      "C280 624 230 628 190 640Z", "#CFE4FF"))
    stars = "".join(at(x, y, path(STAR, "#FFE38A", opacity=.85), scale=size * .56) for x, y, size in
                    ((360, 690, 1), (450, 664, .9), (520, 720, 1), (420, 756, .9), (340, 770, .8), (498, 776, .8)))
    return ground_shadow(250, 862, 380, 34) + frame + linen + blanket + stars + rect(540, 800, 34, 70, WOOD[1], 8)


def tablet():
    bubbles = (rect(944, 468, 124, 40, WHITE, 18) + path("M960 504 L958 524 L982 506Z", WHITE)
               + rect(958, 480, 70, 7, "#9FB6D9", 3.5) + rect(958, 493, 46, 7, "#9FB6D9", 3.5)
               + rect(1026, 528, 120, 44, CORAL[0], 20) + path("M1126 566 L1136 588 L1104 571Z", CORAL[0])
               + circle(1056, 550, 6, WHITE) + circle(1080, 550, 6, WHITE) + circle(1104, 550, 6, WHITE))
    return (path("M1010 632 L1046 540 H1100 L1120 632Z", "#3C3276")
            + group(rect(916, 440, 268, 186, "#1D1745", 24), rect(910, 434, 268, 186, "#332A72", 24),
                    rect(926, 450, 236, 154, "url(#tablet)", 12), bubbles,
                    path("M926 450 H1040 L966 604 H926Z", WHITE, opacity=.25), transform="rotate(-3 1050 520)"))


def pencils():
    sticks = "".join(stroke(d, colour, 13) for d, colour in
                     (("M826 560 L812 488", CORAL[0]), ("M846 560 L848 476", SUN[0]), ("M862 560 L882 496", LEAF[0])))
    mug = (rect(800, 552, 84, 84, SKY[0], 16)
           + path("M854 552 H868 A16 16 0 0 1 884 568 V620 A16 16 0 0 1 868 636 H848 C856 600 858 580 854 552Z", SKY[1]))
    return sticks + mug + at(834, 596, path(HEART, WHITE), scale=.55)


def desk_lamp():
    head = (path("M1352 424 C1320 424 1276 452 1262 500 L1344 516 C1360 492 1376 470 1376 448 C1376 434 1366 424 1352 424Z", CORAL[0])
            + path("M1376 448 C1376 470 1360 492 1344 516 L1318 511 C1340 486 1354 456 1352 424 C1366 424 1376 434 1376 448Z", CORAL[1])
            + ellipse(1303, 509, 44, 13, "#FFF1C4", transform="rotate(11 1303 509)"))
    return (rect(1362, 618, 66, 16, "#C4464A", 8) + stroke("M1396 618 L1408 512 L1340 452", CORAL[1], 13)
            + circle(1408, 512, 11, SUN[0]) + head)


def desk():
    left, right, top = 760, 1440, 640
    text = ground_shadow(1100, 868, 400, 26, .28)
    text += rect(left + 30, top + 30, 34, 210, "#8F5A3A", 8) + rect(right - 64, top + 30, 34, 210, "#7C4C30", 8)
    text += rect(1190, top + 24, 220, 170, "#A3683F", 12) + rect(1190, top + 24, 200, 170, "#B97A4C", 12)
    for y in (top + 46, top + 122):
        text += rect(1208, y, 164, 60, "#C98A5A", 12) + rect(1208, y, 164, 52, "#D89B69", 12) + rect(1268, y + 22, 44, 11, SUN[0], 5.5)
    text += rect(left, top + 6, right - left, 32, "#8F5A3A", 14) + rect(left, top - 8, right - left, 32, "url(#desk)", 14)
    text += rect(left + 16, top - 5, right - left - 32, 5, "#FFE0B0", 2.5, opacity=.55)
    pile = "".join(rect(x, y, w, 22, hue[1], 6) + rect(x, y, w, 15, tone, 6) for x, y, w, hue, tone in
                   ((1212, 612, 150, LEAF, LEAF[0]), (1226, 590, 128, PINK, PINK[0]), (1218, 568, 132, PLUM, PLUM[2])))
    return text + tablet() + pencils() + pile + desk_lamp()


def rug():
    rings = ((620, 92, "#6FC7C9"), (540, 76, "#F6E3C9"), (440, 60, "#FF9A86"), (330, 43, "#F6E3C9"), (210, 26, "#6FC7C9"))
    return ellipse(1010, 980, 620, 92, "#4D3F94") + "".join(ellipse(1010, 974, rx, ry, colour) for rx, ry, colour in rings)


def glow_behind():
    return ellipse(1300, 540, 640, 520, "url(#lamp)") + ellipse(1046, 525, 300, 230, "url(#screen)", opacity=.7)


def glow_before():
    return (ellipse(1290, 600, 520, 420, "url(#lamp)", opacity=.42)
            + path("M1262 502 L1346 520 L1424 634 H1120Z", "url(#cone)", opacity=.8)
            + ellipse(1270, 636, 150, 14, "#FFE9B8", opacity=.55) + ellipse(1046, 530, 250, 190, "url(#screen)", opacity=.28))


def sprites():
    yield from place("bedroom", "evening", [
        ("far", far(wall(), window(), poster(), fairy_lights(), shelf()) + glow_behind()),
        ("mid", rug() + bed() + desk()),
        ("light", glow_before() + whole("url(#vignette)")),
    ], DEFS)

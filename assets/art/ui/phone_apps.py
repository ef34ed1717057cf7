"""What the phone's apps are made of: boxes that take any colour, icons of apps, small signs, pins."""

from art.catalogue import NineSlice
from art.palette import CORAL, CREAM, INK, LEAF, MINT, PINK, PLUM, SKY, STEEL, SUN, WHITE
from art.svg import AT_SIGN, HEART, STAR, at, blur, circle, clip, document, ellipse, group, linear, path, rect, stroke

NIGHT = "#1D1745"

#: grey boxes are multiplied with a colour by the game
NINE_SLICES = [NineSlice("phone/card", 56, 14), NineSlice("phone/pill", 79, 0), NineSlice("phone/button", 66, 10),
               NineSlice("phone/bar", 60, 0), NineSlice("phone/wall", 60, 0)]


def card():
    return document((0, 0, 160, 160), rect(16, 22, 128, 126, INK, 34, opacity=.16, filter="url(#soft)"),
                    rect(14, 14, 132, 136, "#CFC9DE", 34), rect(14, 14, 132, 130, WHITE, 34), defs=blur("soft", 5))


def pill():
    return document((0, 0, 160, 160), rect(0, 0, 160, 160, WHITE, 80))


def button():
    return document((0, 0, 160, 140), rect(12, 18, 136, 114, INK, 56, opacity=.2, filter="url(#soft)"),
                    rect(10, 10, 140, 122, "#B7B0CC", 58), rect(10, 10, 140, 114, WHITE, 56),
                    defs=blur("soft", 4))


def bar():
    """Its upper corners are those of the screen; a darker line ends it."""
    outline = "M44 0 H196 A44 44 0 0 1 240 44 V160 H0 V44 A44 44 0 0 1 44 0Z"
    return document((0, 0, 240, 160), clip("bar", outline, rect(0, 0, 240, 160, "url(#gloss)"), rect(0, 155, 240, 5, "#B9B2C9")),
                    defs=linear("gloss", (0, WHITE), (100, "#F1EFF6")))


def wall():
    outline = "M0 0 H240 V196 A44 44 0 0 1 196 240 H44 A44 44 0 0 1 0 196Z"
    return document((0, 0, 240, 240), path(outline, "url(#fade)"), defs=linear("fade", (0, WHITE), (100, "#F8F6FC")))


def icon(hue, *parts):
    """An app's icon: a rounded square in one hue with a picture of its own."""
    return document((0, 0, 96, 96), rect(4, 8, 88, 86, hue[1], 26), rect(4, 4, 88, 86, hue[0], 26),
                    stroke("M16 34 C16 22 24 15 36 15", hue[2], 6), *parts)


def app_icons():
    bubble = path("M24 30 H72 A12 12 0 0 1 84 42 V52 A12 12 0 0 1 72 64 H46 L32 76 V64 H24 A12 12 0 0 1 12 52 V42 A12 12 0 0 1 24 30Z", WHITE)
    dots = "".join(circle(x, 47, 5, PLUM[0]) for x in (32, 48, 64))
    photo = rect(20, 26, 56, 46, WHITE, 10) + path("M22 66 L38 46 L50 58 L60 48 L74 64 V64 A8 8 0 0 1 67 72 H29 A8 8 0 0 1 22 66Z", LEAF[0]) + circle(60, 38, 6, SUN[0])
    pad = path("M28 34 H68 C84 34 88 66 78 72 C70 76 66 62 58 62 H38 C30 62 26 76 18 72 C8 66 12 34 28 34Z", WHITE) \
        + stroke("M32 42 V56 M25 49 H39", PLUM[1], 6) + circle(62, 45, 5, CORAL[0]) + circle(71, 53, 5, SUN[1])
    lens = rect(16, 30, 64, 44, WHITE, 12) + rect(36, 22, 24, 14, WHITE, 6) + circle(48, 52, 16, PLUM[1]) + circle(48, 52, 9, SKY[2]) + circle(70, 39, 4, CORAL[0])
    teeth = "".join(at(48, 48, rect(-7, -32, 14, 18, WHITE, 5), turn=45 * i) for i in range(8))
    gear = teeth + circle(48, 48, 23, WHITE) + circle(48, 48, 10, STEEL[1])
    letter = rect(16, 28, 64, 44, WHITE, 10) + stroke("M21 35 L48 56 L75 35", SKY[1], 7)
    glass = circle(42, 42, 19, WHITE) + circle(42, 42, 11, SUN[2]) + stroke("M57 57 L74 74", WHITE, 12)
    pin = path("M48 80 C30 58 24 48 24 38 A24 24 0 0 1 72 38 C72 48 66 58 48 80Z", WHITE) + circle(48, 38, 10, LEAF[1])
    film = rect(14, 40, 68, 40, WHITE, 8) + group(rect(14, 22, 68, 15, WHITE, 5), "".join(path(f"M{x} 22 h10 l-7 15 h-10Z", INK) for x in (26, 46, 66)), transform="rotate(-9 14 38)") \
        + path("M42 50 L60 60 L42 70Z", CORAL[1], stroke=CORAL[1], stroke_width=5, stroke_linejoin="round")
    bag = path("M22 38 H74 L78 72 A8 8 0 0 1 70 80 H26 A8 8 0 0 1 18 72Z", WHITE) + stroke("M36 44 V34 A12 12 0 0 1 60 34 V44", WHITE, 6) + at(48, 60, path(STAR, SUN[0]), scale=.32)
    return {"chat": icon(PLUM, bubble, dots), "feed": icon((PINK[1], "#B83B78", PINK[2]), photo), "game": icon(("#4B3F96", INK, PLUM[2]), pad),
            "camera": icon(("#3A3180", NIGHT, PLUM[2]), lens), "settings": icon((STEEL[1], "#45577F", STEEL[2]), gear),
            "mail": icon(SKY, letter), "search": icon((SUN[1], "#C97F14", SUN[2]), glass), "map": icon((LEAF[1], "#28803B", LEAF[2]), pin),
            "video": icon((CORAL[1], "#B8343C", CORAL[2]), film), "store": icon((MINT[1], "#3E8A7A", MINT[2]), bag)}


def mark(fill, *parts):
    """A sign of 48x48 on a disc of its own, so that it is seen on anything."""
    return document((0, 0, 48, 48), circle(24, 24, 23, fill), *parts)


def bare(*parts):
    return document((0, 0, 48, 48), *parts)


CARE = "#8A4B00"    # brown on yellow: 6:1


def signs():
    horn = path("M11 20 H18 L32 12 V36 L18 28 H11Z", INK, stroke=INK, stroke_width=3, stroke_linejoin="round") + stroke("M37 19 Q41 24 37 29", INK, 4) + stroke("M17 29 L20 37", INK, 5)
    question = stroke("M17 18 C17 9 31 9 31 18 C31 24 24 24 24 30", WHITE, 5) + circle(24, 37, 3.2, WHITE)
    two = circle(18, 18, 6, WHITE) + path("M7 36 C8 27 28 27 29 36Z", WHITE) + circle(32, 19, 5, WHITE, opacity=.8) + path("M30 28 C37 26 41 30 42 35 H33Z", WHITE, opacity=.8)
    tick = stroke("M14 25 L21 32 L34 16", WHITE, 6)
    pin = path("M24 40 C14 28 11 23 11 18 A13 13 0 0 1 37 18 C37 23 34 28 24 40Z", WHITE) + circle(24, 18, 5, CORAL[1])
    school = path("M5 20 L24 11 L43 20 L24 29Z", WHITE, stroke=WHITE, stroke_width=3, stroke_linejoin="round") + path("M13 27 V33 C17 38 31 38 35 33 V27 L24 32Z", WHITE) + stroke("M40 21 V32", SUN[0], 3.4) + circle(40, 34, 3.2, SUN[0])
    face = circle(24, 24, 14, "#FFE3C8") + circle(19, 22, 2.4, INK) + circle(29, 22, 2.4, INK) + stroke("M18 29 Q24 34 30 29", INK, 3)
    name = rect(9, 14, 30, 21, WHITE, 5) + circle(17, 22, 3.5, PLUM[1]) + path("M12 30 C12 26 22 26 22 30Z", PLUM[1]) + stroke("M26 21 H34 M26 28 H32", PLUM[0], 3)
    camera = rect(9, 16, 30, 21, WHITE, 5) + rect(18, 11, 12, 8, WHITE, 3) + circle(24, 26, 7, PLUM[1]) + circle(24, 26, 3, SKY[2])
    microphone = rect(18, 8, 12, 20, WHITE, 6) + stroke("M13 23 C13 35 35 35 35 23 M24 33 V39 M18 40 H30", WHITE, 3.5)
    contacts = rect(12, 9, 25, 31, WHITE, 4) + circle(24, 20, 5, LEAF[1]) + path("M16 34 C16 26 32 26 32 34Z", LEAF[1]) + stroke("M10 17 H14 M10 25 H14 M10 33 H14", WHITE, 3)
    clip_ = stroke("M32 16 L18 30 C15 33 19 37 22 34 L36 20 C42 14 34 6 28 12 L13 27 C6 35 16 45 24 37 L33 28", WHITE, 3.6)
    link = stroke("M21 27 L27 21", WHITE, 4) + stroke("M19 21 L14 26 C9 31 17 39 22 34 L26 30 M29 27 L34 22 C39 17 31 9 26 14 L22 18", WHITE, 4)
    lock = rect(13, 21, 22, 17, WHITE, 5) + stroke("M17 21 V16 A7 7 0 0 1 31 16 V21", WHITE, 4) + circle(24, 29, 3, LEAF[1])
    gift = rect(12, 21, 24, 17, WHITE, 3) + rect(10, 16, 28, 8, WHITE, 3) + rect(21, 16, 6, 22, CORAL[1]) + stroke("M24 15 C16 16 14 8 19 8 C23 8 24 15 24 15 C24 15 25 8 29 8 C34 8 32 16 24 15Z", CORAL[1], 3)
    hourglass = path("M15 10 H33 C33 19 26 20 26 24 C26 28 33 29 33 38 H15 C15 29 22 28 22 24 C22 20 15 19 15 10Z", WHITE) + path("M19 35 C21 30 27 30 29 35Z", SUN[1]) + stroke("M13 10 H35 M13 38 H35", WHITE, 4)
    clock = circle(24, 24, 14, WHITE) + stroke("M24 16 V24 L30 28", PLUM[1], 4)
    age = path("M11 28 C11 23 37 23 37 28 V37 H11Z", WHITE) + stroke("M11 31 Q15 35 19 31 Q24 35 29 31 Q33 35 37 31", PINK[1], 3) + rect(22, 15, 4, 10, SUN[0], 2) + path("M24 7 C28 11 27 14 24 14 C21 14 20 11 24 7Z", SUN[2])
    coin = circle(24, 24, 21, SUN[1]) + circle(24, 22.5, 20, SUN[0]) + circle(24, 23, 14, SUN[2]) + at(24, 23, path(STAR, SUN[1]), scale=.24)
    heart = at(24, 24, path(HEART, CORAL[1]), scale=.98) + at(24, 22.5, path(HEART, CORAL[0]), scale=.92) + stroke("M11 17 C11 13 14 11 17 11", CORAL[2], 3.5)
    block = circle(24, 24, 14, "none", stroke=WHITE, stroke_width=5) + stroke("M14.5 33.5 L33.5 14.5", WHITE, 5)
    play = path("M19 13 L36 24 L19 35Z", CORAL[1], stroke=CORAL[1], stroke_width=4, stroke_linejoin="round")
    hand = path("M19 44 C10 34 6 28 10 26 C13 24 16 29 18 31 V11 C18 6 25 6 25 11 V22 C27 20 31 21 31 24 C34 22 37 24 37 27 C40 26 42 28 42 31 V37 C42 41 40 44 38 46 H22Z", WHITE,
                stroke="#8A7AB4", stroke_width=3, stroke_linejoin="round") + stroke("M31 25 V30 M37 28 V32", "#B9A9D6", 2.6)
    ring = stroke("M12 14 L8 11 M21.5 4 V1 M31 12 L35 9", SUN[0], 3.4)
    more = circle(24, 24, 20, WHITE, stroke=PLUM[0], stroke_width=4)
    return {"ad": mark(SUN[0], horn), "unknown": mark(CARE, question), "friend": mark(LEAF[1], two), "new": mark(CORAL[1], at(24, 24.5, path(STAR, WHITE), scale=.36)),
            "checked": mark("#28803B", tick), "place": mark(CORAL[1], pin), "school": mark(PLUM[1], school), "face": mark(PLUM[2], face), "name": mark(PLUM[0], name),
            "camera": mark(PLUM[0], camera), "microphone": mark(SKY[1], microphone), "contacts": mark(LEAF[1], contacts), "file": mark(STEEL[1], clip_),
            "link": mark(SKY[1], link), "lock": mark("#28803B", lock), "gift": mark(SUN[1], gift), "waiting": mark(PLUM[1], hourglass), "clock": mark(PLUM[1], clock),
            "age": mark(PLUM[1], age), "coin": bare(coin), "heart": bare(heart), "blocked": mark(CORAL[1], block),
            "play": document((0, 0, 48, 48), circle(24, 24, 23, WHITE, opacity=.92), at(1, 0, play)),
            "pause": document((0, 0, 48, 48), circle(24, 24, 23, WHITE, opacity=.92), rect(15, 14, 7, 20, PLUM[1], 3.5), rect(26, 14, 7, 20, PLUM[1], 3.5)),
            "on": bare(stroke("M10 25 L20 35 L38 13", "#0E8A91", 8)), "off": bare(stroke("M13 13 L35 35 M35 13 L13 35", "#6E6690", 8)),
            "tap": bare(ring, hand), "more_up": bare(more, stroke("M15 27 L24 18 L33 27", PLUM[1], 5)), "more_down": bare(more, stroke("M15 21 L24 30 L33 21", PLUM[1], 5))}


def headband():
    """The @ headband as the camera sees it come down: a band, its stripe and the disc."""
    band = path("M-20 40 C180 16 460 16 660 40 V140 C460 118 180 118 -20 140Z", CORAL[1]) + path("M-20 34 C180 10 460 10 660 34 V124 C460 102 180 102 -20 124Z", CORAL[0]) \
        + stroke("M0 48 C180 26 440 26 640 48", CORAL[2], 8)
    disc = circle(320, 86, 76, SUN[1]) + circle(320, 82, 74, SUN[0]) + circle(320, 82, 58, CREAM) + at(320, 82, circle(0, 0, 15, "none", stroke=INK, stroke_width=11), path(AT_SIGN, "none", stroke=INK, stroke_width=11, stroke_linecap="round"))
    return document((0, 0, 640, 170), band, disc)


def pin(fill, shade):
    drop = "M60 114 C34 82 12 66 12 48 A48 47 0 0 1 108 48 C108 66 86 82 60 114Z"
    return document((0, 0, 120, 120), ellipse(60, 113, 20, 6, INK, opacity=.3), path(drop, shade), at(-1, -3, path(drop, fill)), circle(60, 46, 39, WHITE))


def town():
    """A made-up town from above: parks, roads, a river, a school and a fountain, no words."""
    ground = rect(0, 0, 960, 640, "#DDF0CE")
    blocks = "".join(rect(x, y, w, h, c, 26) for x, y, w, h, c in (
        (30, 30, 190, 150, "#F6E7C8"), (280, 30, 250, 150, "#EBDDF6"), (30, 250, 190, 160, "#FBD9D3"), (280, 250, 250, 160, "#F6E7C8"),
        (30, 480, 190, 140, "#EBDDF6"), (280, 480, 250, 140, "#D3ECF9"), (770, 30, 170, 150, "#FBD9D3"), (770, 480, 170, 140, "#F6E7C8")))
    roads = "".join(stroke(d, "#C9C2DC", 40) + stroke(d, WHITE, 32) for d in ("M0 215 H960", "M250 0 V640", "M0 445 H960", "M560 0 V640"))
    dashes = "".join(stroke(d, "#E3DEF0", 4, stroke_dasharray="16 18") for d in ("M0 215 H960", "M0 445 H960", "M250 0 V640", "M560 0 V640"))
    river = stroke("M700 -20 C640 140 800 230 720 340 C650 450 720 560 680 680", "#5EB2F4", 74) + stroke("M694 -20 C634 140 794 230 714 340 C644 450 714 560 674 680", SKY[2], 54)
    bridges = rect(630, 196, 160, 40, "#E0B27C", 10) + rect(600, 426, 160, 40, "#E0B27C", 10)
    park = rect(290, 260, 230, 140, LEAF[2], 34) + ellipse(370, 335, 46, 26, SKY[2]) + "".join(
        circle(x, y, r, LEAF[1]) + circle(x - 4, y - 5, r - 3, LEAF[0]) for x, y, r in ((320, 290, 22), (470, 290, 26), (490, 350, 20), (430, 370, 18), (310, 370, 16)))
    houses = "".join(rect(x, y + 6, 46, 36, "#C9A57A", 6) + rect(x, y, 46, 36, WHITE, 6) + path(f"M{x - 5} {y + 4} L{x + 23} {y - 24} L{x + 51} {y + 4}Z", c, stroke=c, stroke_width=6, stroke_linejoin="round")
                     for x, y, c in ((60, 90, CORAL[0]), (140, 110, PLUM[0]), (70, 330, SUN[1]), (150, 320, CORAL[0]), (60, 550, PLUM[0]), (150, 560, SUN[1]), (820, 100, PLUM[0]), (860, 550, CORAL[0])))
    school = rect(330, 80, 150, 80, "#B98A5A", 8) + rect(330, 72, 150, 80, "#FFF1DC", 8) + path("M316 76 L405 30 L494 76Z", CORAL[1], stroke=CORAL[1], stroke_width=8, stroke_linejoin="round") \
        + rect(390, 108, 30, 44, PLUM[1], 6) + "".join(rect(x, 96, 26, 26, SKY[2], 5) for x in (344, 440)) + circle(405, 62, 12, WHITE)
    play = rect(310, 510, 80, 80, SUN[2], 20) + stroke("M330 580 L350 525 L370 580", CORAL[0], 8) + rect(420, 520, 80, 60, WHITE, 10) + rect(420, 520, 80, 20, LEAF[0], 8)
    return document((0, 0, 960, 640), ground, blocks, roads, dashes, river, bridges, park, houses, school, play)


def deco(*parts, colour=INK, opacity=.07):
    """What stands low on an app's wall, in one tone that suits any colour."""
    return document((0, 0, 600, 300), group(*parts, opacity=opacity, fill=colour, stroke="none"))


def decorations():
    """Quiet pictures at the foot of the screen, one for each app that has no scene of its own."""
    hearts = "".join(at(x, y, path(HEART, INK), scale=k, turn=t) for x, y, k, t in ((70, 210, 2.2, -14), (180, 120, 1.3, 10), (300, 232, 3, 4), (430, 110, 1.6, -8), (530, 220, 2.4, 14), (400, 262, 1, 20)))
    photos = group(rect(420, 120, 110, 90, INK, 14), transform="rotate(10 475 165)") + group(rect(90, 60, 90, 76, INK, 12), transform="rotate(-12 135 98)")
    towers = "".join(rect(x, y, 46, 46, INK, 9) for x, tops in ((20, 3), (72, 5), (124, 2), (176, 1), (384, 1), (436, 3), (488, 6), (540, 4)) for y in range(300 - 52 * tops, 300, 52))
    stars = "".join(at(x, y, path(STAR, WHITE), scale=k) for x, y, k in ((240, 90, .5), (330, 150, .8), (300, 40, .35), (420, 70, .5)))
    teeth = "".join(rect(-20, -112, 40, 40, INK, 12, transform=f"rotate({i * 45})") for i in range(8))
    gear = group(teeth, path("M0 -88 A88 88 0 1 1 0 88 A88 88 0 1 1 0 -88Z M0 -40 A40 40 0 1 0 0 40 A40 40 0 1 0 0 -40Z", INK, fill_rule="evenodd"))
    gears = at(470, 220, gear) + at(300, 262, gear, scale=.6, turn=20) + at(350, 130, gear, scale=.34, turn=10)
    plane = path("M0 40 L150 0 L96 100 L70 66 L124 22 L46 58Z", INK)
    planes = at(380, 140, plane, scale=1.2) + at(90, 190, plane, scale=.7, turn=-14) + stroke("M60 292 C180 300 250 210 360 214", INK, 8, stroke_dasharray="4 24") + at(250, 80, plane, scale=.4, turn=8)
    glass = group(path("M0 -80 A80 80 0 1 1 0 80 A80 80 0 1 1 0 -80Z M0 -54 A54 54 0 1 0 0 54 A54 54 0 1 0 0 -54Z", INK, fill_rule="evenodd"), rect(60, -18, 120, 36, INK, 18, transform="rotate(45)"))
    glasses = at(430, 180, glass) + at(150, 220, glass, scale=.6, turn=30) + at(280, 110, glass, scale=.3, turn=-10)
    bag = group(path("M-60 -30 H60 L72 90 A16 16 0 0 1 56 106 H-56 A16 16 0 0 1 -72 90Z", INK), stroke("M-30 -34 V-54 A30 30 0 0 1 30 -54 V-34", INK, 14))
    bags = at(470, 180, bag) + at(320, 226, bag, scale=.6) + at(130, 190, bag, scale=.8, turn=-8)
    drawn = {"feed": deco(hearts, photos), "settings": deco(gears), "mail": deco(planes), "search": deco(glasses), "store": deco(bags)}
    drawn["game"] = document((0, 0, 600, 300), group(towers.replace(INK, PLUM[0]), opacity=.22), group(stars, opacity=.16))
    return drawn


def pictures():
    """name -> (document, sheet): small signs share a sheet, the map has its own."""
    drawn = {f"phone/app/{name}": (svg, "phone-signs") for name, svg in app_icons().items()}
    drawn.update({f"phone/sign/{name}": (svg, "phone-signs") for name, svg in signs().items()})
    drawn.update({f"phone/deco/{name}": (svg, "phone-deco") for name, svg in decorations().items()})
    drawn["phone/headband"] = (headband(), "phone-signs")
    drawn["phone/pin"] = (pin(CORAL[0], CORAL[1]), "phone-signs")
    drawn["phone/pin_off"] = (pin(STEEL[0], STEEL[1]), "phone-signs")
    drawn["phone/map"] = (town(), "phone-map")
    return drawn


def stretching():
    return {"phone/card": card(), "phone/pill": pill(), "phone/button": button(), "phone/bar": bar(), "phone/wall": wall()}

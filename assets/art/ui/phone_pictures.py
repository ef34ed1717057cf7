"""Pictures that people send and post in the phone's apps: 480x320, no words in them.

A level names one with #picture:NAME. Those of the folder art/pictures are plain SVG files; the rest is drawn here. What it shows is said by the row of the same name in
game/stage/phone_words.c.
"""

from pathlib import Path

from art import svg_file
from art.errors import ArtError
from art.palette import CORAL, CREAM, INK, LEAF, PINK, PLUM, SKIN, SKY, STEEL, SUN, TEAL, WHITE
from art.svg import AT_SIGN, HEART, STAR, at, circle, clip, document, ellipse, group, linear, path, rect, stroke

FILES = Path(__file__).parent.parent / "pictures"
FRAME = "M34 0 H446 A34 34 0 0 1 480 34 V286 A34 34 0 0 1 446 320 H34 A34 34 0 0 1 0 286 V34 A34 34 0 0 1 34 0Z"


def scene(top, bottom, *parts, defs=""):
    """A picture with round corners before a sky or wall."""
    return document((0, 0, 480, 320), clip("frame", FRAME, rect(0, 0, 480, 320, "url(#sky)"), *parts), defs=linear("sky", (0, top), (100, bottom)) + defs)


def ball(x, y, r, hue):
    """A round thing lit from the upper left."""
    return circle(x, y, r, hue[1]) + circle(x - r * .06, y - r * .08, r * .93, hue[0]) + stroke(f"M{x - r * .62:.1f} {y - r * .3:.1f} A{r * .7:.1f} {r * .7:.1f} 0 0 1 {x - r * .1:.1f} {y - r * .68:.1f}", hue[2], max(4, r * .12))


def box(x, y, w, h, hue, r=12):
    return rect(x, y, w, h, hue[1], r) + rect(x, y, w - 5, h - 7, hue[0], r) + stroke(f"M{x + 12} {y + h * .45:.0f} V{y + 14} H{x + w * .4:.0f}", hue[2], 5)


def cloud(x, y, k=1, fill=WHITE, opacity=.9):
    return at(x, y, ellipse(0, 0, 44, 18, fill), circle(-18, -10, 18, fill), circle(10, -14, 24, fill), scale=k).replace("<g ", f'<g opacity="{opacity}" ', 1)


def sparkle(x, y, k, fill=WHITE):
    return at(x, y, path("M0 -20 C2 -4 4 -2 20 0 C4 2 2 4 0 20 C-2 4 -4 2 -20 0 C-4 -2 -2 -4 0 -20Z", fill), scale=k)


def bunting(y=20):
    hues = (CORAL, SUN, LEAF, SKY, PINK, PLUM)
    flags = "".join(path(f"M{20 + i * 56} {y + (6 if i % 2 else 12)} h40 l-20 40Z", hues[i % 6][0], stroke=hues[i % 6][0], stroke_width=5, stroke_linejoin="round") for i in range(8))
    return stroke(f"M-10 {y} C120 {y + 26} 360 {y + 26} 490 {y}", PLUM[1], 5) + flags


def cake():
    candles = "".join(rect(x, 92, 12, 44, hue[0], 5) + stroke(f"M{x + 3} 106 L{x + 9} 100 M{x + 3} 122 L{x + 9} 116", WHITE, 4) + path(f"M{x + 6} 60 C{x + 18} 76 {x + 14} 90 {x + 6} 90 C{x - 2} 90 {x - 6} 76 {x + 6} 60Z", SUN[0])
                      + path(f"M{x + 6} 72 C{x + 11} 80 {x + 10} 88 {x + 6} 88 C{x + 2} 88 {x + 1} 80 {x + 6} 72Z", WHITE) for x, hue in ((180, SKY), (234, PINK), (288, LEAF)))
    plate = ellipse(240, 284, 176, 24, "#C9BEE6") + ellipse(240, 278, 172, 22, WHITE)
    low = rect(110, 196, 260, 84, "#A8623C", 26) + rect(110, 196, 250, 78, "#C47B4C", 26) + rect(110, 226, 256, 16, CREAM)
    high = rect(156, 134, 168, 80, "#A8623C", 24) + rect(156, 134, 160, 76, "#C47B4C", 24)
    icing = path("M104 206 C104 186 120 180 136 180 H344 C362 180 376 188 376 208 C376 230 352 230 348 212 C344 240 316 238 312 214 C306 232 280 230 276 212 C270 246 236 244 232 214 C226 232 200 230 196 212 C190 240 162 236 158 212 C152 232 104 232 104 206Z", PINK[0])
    cream = path("M150 144 C150 126 164 122 176 122 H304 C318 122 330 128 330 146 C330 166 308 164 304 148 C300 172 272 170 268 148 C262 164 240 162 236 148 C230 174 204 170 200 148 C194 164 150 166 150 144Z", CREAM)
    beads = "".join(circle(x, y, 6, hue[0]) for x, y, hue in ((132, 198, SUN), (210, 196, SKY), (292, 194, SUN), (352, 198, LEAF), (180, 136, CORAL), (262, 134, PLUM), (314, 138, LEAF)))
    return scene("#FFE9F1", "#FFD5E2", bunting(), sparkle(80, 130, 1), sparkle(410, 110, .8), plate, low, icing, high, candles, cream, beads)


def cat():
    """A cat that rides on a small robot."""
    floor = rect(0, 236, 480, 90, "#C8A6E0") + ellipse(240, 286, 170, 18, INK, opacity=.18)
    robot = rect(150, 182, 180, 84, STEEL[1], 36) + rect(150, 178, 174, 80, STEEL[2], 36) + rect(178, 200, 124, 34, INK, 17) + circle(212, 217, 9, TEAL[2]) + circle(268, 217, 9, TEAL[2]) \
        + "".join(circle(x, 272, 20, INK) + circle(x, 270, 9, STEEL[0]) for x in (188, 292))
    body = path("M176 186 C170 128 210 110 250 112 C300 114 318 150 312 186Z", SUN[1]) + path("M180 186 C174 134 212 116 248 118 C290 120 306 150 302 186Z", SUN[0]) + stroke("M308 172 C350 176 360 140 344 116", SUN[1], 20) \
        + stroke("M340 122 C338 116 342 112 346 114", WHITE, 12)
    ears = path("M166 62 L172 20 L208 46Z", SUN[0], stroke=SUN[0], stroke_width=10, stroke_linejoin="round") + path("M262 46 L296 20 L302 64Z", SUN[1], stroke=SUN[1], stroke_width=10, stroke_linejoin="round") + path("M178 50 L180 34 L194 46Z", PINK[0]) + path("M276 46 L290 34 L290 52Z", PINK[0])
    head = ellipse(234, 90, 76, 62, SUN[1]) + ellipse(231, 86, 72, 58, SUN[0]) + stroke("M234 32 V48 M214 34 L218 48 M254 34 L250 48", SUN[1], 8)
    face = circle(204, 86, 15, WHITE) + circle(262, 86, 15, WHITE) + circle(207, 87, 10, INK) + circle(259, 87, 10, INK) + circle(203, 83, 4, WHITE) + circle(255, 83, 4, WHITE) \
        + path("M224 104 H242 L233 113Z", PINK[1], stroke=PINK[1], stroke_width=4, stroke_linejoin="round") + stroke("M233 114 C230 124 218 124 214 118 M233 114 C236 124 248 124 252 118", INK, 5) \
        + stroke("M180 104 L150 98 M180 112 L152 116 M286 104 L316 98 M286 112 L314 116", "#FFF6E6", 4)
    paws = ellipse(210, 184, 22, 14, WHITE) + ellipse(262, 184, 22, 14, WHITE)
    window = rect(344, 36, 100, 112, WHITE, 16) + rect(354, 46, 80, 92, SKY[2], 10) + stroke("M394 46 V138 M354 92 H434", WHITE, 6)
    return scene("#E9DDF8", "#D9C4F0", window, at(78, 90, path(HEART, PINK[0]), scale=1.2), floor, robot, body, ears, head, face, paws)


def tower():
    """A tower of blocks as children build it in their game."""
    hues = (CORAL, SUN, LEAF, SKY, PLUM)
    blocks = "".join(box(170 + (i % 3) * 48, 236 - (i // 3) * 46, 48, 46, hues[(i * 2 + i // 3) % 5], 8) for i in range(9))
    top = box(194, 98, 48, 46, SUN, 8) + box(242, 98, 48, 46, PINK, 8) + box(218, 52, 48, 46, SKY, 8)
    flag = stroke("M242 52 V10", INK, 6) + path("M244 12 L286 24 L244 38Z", CORAL[0], stroke=CORAL[0], stroke_width=5, stroke_linejoin="round")
    door = rect(220, 246, 44, 40, INK, 16)
    ground = rect(0, 276, 480, 60, LEAF[1]) + "".join(rect(x, 270, 40, 22, LEAF[0], 6) for x in range(-4, 480, 48))
    trees = "".join(rect(x + 14, 226, 16, 54, "#A8623C", 4) + box(x - 8, 178, 60, 56, LEAF, 10) for x in (56, 366))
    return scene("#8CC8FF", "#D7EEFF", circle(410, 60, 34, SUN[2]), cloud(90, 74), cloud(330, 46, .7), trees, ground, blocks, top, flag, door)


def park():
    hills = ellipse(120, 250, 230, 90, LEAF[2]) + ellipse(400, 262, 220, 84, LEAF[0])
    pond = ellipse(270, 264, 150, 40, SKY[1]) + ellipse(268, 260, 144, 36, SKY[2]) + stroke("M200 256 H250 M280 270 H340", WHITE, 5)
    duck = ellipse(290, 246, 26, 16, SUN[0]) + circle(312, 228, 14, SUN[0]) + path("M322 228 L340 234 L322 238Z", CORAL[0]) + circle(315, 225, 3, INK)
    tree = rect(82, 160, 22, 100, "#A8623C", 8) + ball(92, 120, 64, LEAF) + ball(52, 150, 36, LEAF) + ball(134, 152, 38, LEAF)
    bench = "".join(rect(360, y, 92, 12, "#B98A5A", 5) for y in (206, 224)) + stroke("M370 236 V262 M442 236 V262", "#8A5230", 8)
    path_ = path("M170 330 C190 280 150 250 120 236 L150 232 C200 250 230 280 230 330Z", "#F1DDB8")
    return scene("#A9D8FF", "#E9F7FF", circle(404, 62, 36, SUN[0]), cloud(240, 62), cloud(330, 110, .6), hills, path_, tree, bench, pond, duck)


def selfie():
    """A child who has put Sango's headband on."""
    skin = SKIN["tan"]
    body = path("M92 330 C96 262 160 240 232 240 C304 240 372 262 376 330Z", PLUM[1]) + path("M96 330 C100 266 162 246 228 246 C296 246 356 266 362 330Z", PLUM[0])
    hair = ellipse(236, 150, 112, 112, "#3B2A4F") + circle(136, 196, 40, "#3B2A4F") + circle(336, 196, 40, "#3B2A4F")
    head = rect(208, 210, 56, 56, skin[1], 20) + ellipse(236, 164, 88, 86, skin[1]) + ellipse(233, 161, 85, 83, skin[0])
    fringe = path("M148 148 C150 96 190 76 236 76 C284 76 322 98 324 148 C296 126 268 118 236 118 C204 118 174 128 148 148Z", "#3B2A4F")
    band = path("M138 134 C190 108 282 108 334 134 L336 166 C284 140 190 140 138 166Z", CORAL[1]) + path("M138 130 C190 104 282 104 334 130 L334 158 C284 132 190 132 138 158Z", CORAL[0]) + path("M330 138 C370 128 400 140 420 166 C392 160 362 168 334 158Z", CORAL[1]) \
        + circle(236, 130, 30, SUN[1]) + circle(236, 128, 28, SUN[0]) + circle(236, 128, 21, CREAM) + at(236, 128, circle(0, 0, 15, "none", stroke=INK, stroke_width=12), path(AT_SIGN, "none", stroke=INK, stroke_width=12, stroke_linecap="round"), scale=.38)
    eyes = "".join(ellipse(x, 184, 15, 17, WHITE) + circle(x + 1, 186, 12, "#5A3A22") + circle(x + 1, 187, 6, INK) + circle(x - 4, 181, 4.5, WHITE) for x in (202, 270))
    mouth = path("M206 212 C218 236 254 236 266 212 C250 218 222 218 206 212Z", "#7A2B3E") + path("M222 226 C232 232 242 232 250 226 C240 222 230 222 222 226Z", CORAL[2]) + ellipse(176, 208, 16, 9, skin[3], opacity=.5) + ellipse(296, 208, 16, 9, skin[3], opacity=.5)
    hand = circle(400, 262, 30, skin[0]) + stroke("M392 244 L382 208 M412 244 L422 208", skin[0], 18) + stroke("M424 330 L404 276", skin[1], 36)
    return scene("#CFF3EF", "#FFE9C7", "".join(sparkle(x, y, k, SUN[0]) for x, y, k in ((64, 70, 1.1), (420, 78, .9), (70, 200, .7))), hair, body, head, fringe, eyes, mouth, band, hand)


def parcel():
    floor = rect(0, 248, 480, 80, "#E9C9A0") + ellipse(240, 278, 160, 18, INK, opacity=.2)
    cardboard = path("M100 136 L240 170 V282 L100 250Z", "#C98F56") + path("M380 136 L240 170 V282 L380 250Z", "#A86F3C") + path("M100 136 L240 104 L380 136 L240 170Z", "#E0B27C")
    tape = path("M156 123 L184 117 L324 150 L296 157Z", CORAL[0]) + path("M296 157 L324 150 V174 L296 182Z", CORAL[1])
    bow = at(240, 108, path("M0 20 C-60 20 -80 -40 -44 -44 C-16 -46 0 0 0 20 C0 0 16 -46 44 -44 C80 -40 60 20 0 20Z", PLUM[0]), path("M0 20 C-36 14 -52 -16 -40 -24 C-24 -26 -6 0 0 20 C6 0 24 -26 40 -24 C52 -16 36 14 0 20Z", PLUM[1]), circle(0, 16, 13, PLUM[2]))
    marks = path("M126 196 h48 v14 h-48Z M126 218 h34 v10 h-34Z", "#A86F3C") + at(328, 222, path(HEART, "#E0B27C"), scale=.9)
    return scene("#FFEFD9", "#FFDFC2", "".join(sparkle(x, y, k, SUN[0]) for x, y, k in ((70, 84, 1.2), (414, 96, 1), (360, 54, .7))), floor, cardboard, tape, marks, bow)


def prize():
    rays = "".join(path("M0 0 L-22 -300 H22Z", WHITE, opacity=.16, transform=f"translate(240 170) rotate({a})") for a in range(0, 360, 30))
    cup = path("M166 70 H314 C314 150 290 196 240 196 C190 196 166 150 166 70Z", SUN[1]) + path("M166 70 H302 C302 146 284 188 236 190 C190 188 166 146 166 70Z", SUN[0]) + rect(156, 58, 168, 22, SUN[1], 11) + rect(156, 56, 164, 18, SUN[2], 9)
    ears = stroke("M166 88 C120 84 118 150 184 152 M314 88 C360 84 362 150 296 152", SUN[1], 16)
    foot = rect(224, 190, 32, 46, SUN[1], 8) + rect(180, 232, 120, 22, SUN[0], 10) + rect(166, 250, 148, 34, PLUM[1], 12) + rect(166, 248, 142, 28, PLUM[0], 12)
    confetti = "".join(rect(x, y, 16, 10, hue[0], 4, transform=f"rotate({t} {x} {y})") for x, y, t, hue in (
        (60, 70, 20, CORAL), (110, 150, 70, LEAF), (70, 230, 40, SKY), (400, 60, 30, PINK), (420, 160, 10, SUN), (380, 240, 60, LEAF), (130, 40, 50, SKY), (340, 30, 80, CORAL)))
    return scene("#8E6FE0", "#5A3FB0", rays, ears, cup, at(236, 122, path(STAR, WHITE), scale=.9), stroke("M188 96 C190 124 196 142 206 158", SUN[2], 8), foot, confetti)


def puppy():
    brown, dark, pale = "#B4743F", "#8A5230", "#D99A6C"
    grass = rect(0, 240, 480, 90, LEAF[0]) + "".join(stroke(f"M{x} 250 l-8 -22 M{x + 10} 250 l4 -26", LEAF[1], 6) for x in (40, 110, 380, 440)) + ellipse(240, 290, 150, 16, LEAF[1])
    body = path("M160 290 C150 210 200 186 240 186 C284 186 330 210 320 290Z", dark) + path("M164 288 C156 214 202 192 238 192 C280 192 318 214 310 288Z", brown) + ellipse(238, 262, 42, 40, "#FFE9D2")
    paws = ellipse(196, 286, 30, 18, "#FFE9D2") + ellipse(284, 286, 30, 18, "#FFE9D2")
    ears = path("M150 92 C112 96 112 176 142 186 C168 182 172 128 178 106Z", dark) + path("M330 92 C368 96 368 176 338 186 C312 182 308 128 302 106Z", dark)
    head = ellipse(240, 128, 90, 80, dark) + ellipse(237, 124, 86, 76, brown) + path("M240 52 C264 60 262 110 240 130 C218 110 216 60 240 52Z", "#FFE9D2") + ellipse(240, 156, 50, 38, "#FFE9D2")
    face = "".join(circle(x, 120, 17, WHITE) + circle(x + 1, 122, 13, INK) + circle(x - 4, 116, 5, WHITE) for x in (200, 280)) + ellipse(240, 142, 16, 12, INK) + ellipse(236, 138, 5, 3.4, WHITE) \
        + stroke("M240 154 V164 M240 164 C232 174 218 172 214 164 M240 164 C248 174 262 172 266 164", INK, 5) + path("M230 172 C230 192 250 192 250 172Z", PINK[1]) + stroke("M182 92 C190 84 200 84 208 88 M272 88 C280 84 290 84 298 92", dark, 8)
    collar = stroke("M184 194 C214 214 266 214 296 194", CORAL[0], 16) + circle(240, 214, 13, SUN[0])
    return scene("#BFE3FF", "#EAF7FF", cloud(90, 70), cloud(400, 56, .8), stroke("M318 250 C360 244 372 214 366 196", pale, 20), grass, body, paws, collar, ears, head, face)


def beach():
    sea = rect(0, 130, 480, 80, SKY[0]) + stroke("M30 150 H110 M180 166 H280 M330 148 H430", SKY[2], 6) + path("M0 196 C120 176 200 214 320 194 C400 182 450 196 490 190 V330 H-10Z", "#FFE7B8") + stroke("M0 196 C120 176 200 214 320 194 C400 182 450 196 480 190", WHITE, 9)
    umbrella = stroke("M142 270 L122 110", "#C98F56", 9) + path("M36 132 C50 70 112 50 152 66 C196 78 216 108 214 146Z", CORAL[0]) + path("M84 76 C74 96 74 118 78 134 L120 138 C124 104 126 82 132 62Z", WHITE) + path("M36 132 C50 70 112 50 152 66", "none", stroke=CORAL[2], stroke_width=5)
    castle = path("M268 280 V216 h18 v14 h18 v-14 h18 v14 h18 v-14 h18 v14 h18 v-14 h18 V280Z", "#E5B366") + path("M268 280 V222 h10 V280Z", "#FFD996") + rect(320, 246, 30, 36, "#B98238", 14) + stroke("M331 214 V178", INK, 5) + path("M333 180 L366 190 L333 200Z", CORAL[0])
    bucket = path("M420 240 h44 l-8 44 h-28Z", PLUM[0], stroke=PLUM[0], stroke_width=5, stroke_linejoin="round") + stroke("M420 238 C424 214 460 214 464 238", PLUM[1], 5)
    star = at(220, 272, path(STAR, CORAL[0]), scale=.5)
    return scene("#7CC7FF", "#D9F2FF", circle(400, 60, 38, SUN[0]), cloud(290, 64, .8), sea, umbrella, castle, bucket, star)


def volcano():
    rim = path("M80 300 L190 120 C210 108 270 108 290 120 L400 300Z", "#5A3F78") + path("M80 300 L190 120 C206 112 222 110 240 110 L216 300Z", "#7A5AA0")
    lava = path("M190 120 C210 108 270 108 290 120 C284 150 306 160 296 196 C284 210 272 190 266 164 C256 190 262 236 246 246 C228 244 236 190 222 166 C214 184 200 180 196 160Z", CORAL[0]) + path("M214 126 C226 120 254 120 266 126 C262 150 250 150 246 176 C240 196 234 160 228 148Z", SUN[0])
    burst = "".join(stroke(f"M240 112 Q{240 + dx} {30 + abs(dx) // 3} {240 + dx * 2} {90 + abs(dx)}", hue, 14) for dx, hue in ((-46, CORAL[0]), (46, CORAL[0]), (-22, SUN[0]), (24, SUN[0]))) + "".join(circle(x, y, r, SUN[0]) for x, y, r in ((150, 70, 9), (330, 74, 10), (240, 36, 12), (196, 40, 7), (292, 36, 8)))
    smoke = "".join(circle(x, y, r, "#8E7FB4", opacity=.6) for x, y, r in ((200, 34, 30), (250, 14, 40), (300, 36, 28)))
    ground = rect(0, 286, 480, 50, "#2E7A55") + "".join(ball(x, 286, r, LEAF) for x, r in ((40, 30), (92, 22), (420, 34), (462, 24)))
    return scene("#2B2A66", "#E07A8F", "".join(circle(x, y, 3, WHITE) for x, y in ((50, 50), (110, 90), (400, 60), (440, 120), (70, 150))), smoke, rim, burst, lava, ground)


def dance():
    """A robot that dances under coloured lamps."""
    beams = path("M60 -10 L-20 330 H200Z", PINK[0], opacity=.28) + path("M420 -10 L280 330 H500Z", SKY[0], opacity=.28) + path("M240 -10 L140 330 H340Z", SUN[0], opacity=.24)
    floor = "".join(path(f"M{x} 262 h60 l14 60 h-80Z", hue, opacity=.75) for x, hue in ((40, PLUM[0]), (120, PINK[0]), (200, SUN[0]), (280, SKY[0]), (360, LEAF[0])))
    legs = stroke("M218 218 L196 276 M262 218 L296 262", STEEL[1], 24) + ellipse(188, 284, 30, 14, CORAL[0]) + ellipse(308, 268, 30, 14, CORAL[0])
    arms = stroke("M186 160 L132 128 L118 82", STEEL[1], 20) + stroke("M294 160 L350 186 L378 146", STEEL[1], 20) + circle(116, 78, 19, WHITE) + circle(380, 142, 19, WHITE)
    body = rect(182, 132, 116, 98, STEEL[1], 30) + rect(182, 130, 110, 92, STEEL[2], 30) + at(238, 178, path(HEART, CORAL[0]), scale=1.1)
    head = rect(184, 46, 116, 82, STEEL[1], 34) + rect(184, 44, 110, 76, STEEL[2], 34) + rect(200, 60, 80, 44, INK, 20) + stroke("M214 84 Q222 72 230 84 M250 84 Q258 72 266 84", TEAL[2], 6) + stroke("M240 44 V24", STEEL[1], 7) + circle(240, 20, 9, SUN[0])
    notes = "".join(at(x, y, ellipse(0, 0, 12, 9, fill), stroke("M11 -2 V-40 C18 -34 26 -34 30 -24", fill, 6), scale=k) for x, y, fill, k in ((76, 190, WHITE, 1), (410, 92, WHITE, .9), (430, 230, SUN[0], .8)))
    return scene("#3A2C86", "#6B3F9E", beams, floor, arms, legs, body, head, notes)


def racer():
    road = path("M190 140 H290 L470 330 H10Z", "#4B4A7A") + "".join(path(f"M{240 - w / 2} {y} h{w} l{w * .12} {h} h-{w * 1.24}Z", WHITE) for y, w, h in ((150, 8, 16), (184, 12, 24), (230, 18, 34), (288, 26, 40)))
    sides = path("M190 140 L10 330 H-10 V140Z", LEAF[0]) + path("M290 140 L470 330 H490 V140Z", LEAF[1])
    hills = path("M-10 150 L80 70 L150 150Z", PLUM[2]) + path("M330 150 L410 60 L500 150Z", PLUM[0]) + path("M120 150 L200 96 L290 150Z", "#B9A5F4")
    car = ellipse(240, 290, 96, 14, INK, opacity=.35) + rect(146, 216, 188, 66, CORAL[1], 30) + rect(146, 212, 182, 62, CORAL[0], 30) + path("M182 216 C186 172 206 164 238 164 C272 164 292 172 296 216Z", CORAL[0]) + path("M196 212 C200 182 214 176 238 176 C264 176 278 182 282 212Z", SKY[2]) \
        + rect(136, 256, 40, 40, INK, 14) + rect(304, 256, 40, 40, INK, 14) + circle(176, 242, 13, SUN[0]) + circle(304, 242, 13, SUN[0]) + rect(218, 234, 44, 22, WHITE, 8) + stroke("M160 236 C164 226 172 222 184 222", CORAL[2], 6)
    return scene("#FFB98A", "#FFE7B8", circle(240, 110, 50, SUN[0]), hills, sides, road, car, stroke("M60 230 H110 M40 262 H96 M390 226 H436 M404 258 H456", WHITE, 7))


def torch():
    beam = path("M236 128 L470 20 V320 L236 208Z", SUN[2], opacity=.85) + path("M236 144 L470 80 V262 L236 192Z", WHITE, opacity=.55)
    tube = rect(56, 138, 130, 62, PLUM[1], 22) + rect(56, 136, 130, 54, PLUM[0], 22) + path("M170 128 L232 106 C244 104 248 112 248 120 V218 C248 226 244 232 232 230 L170 208Z", PLUM[1]) + path("M170 128 L232 106 C240 106 242 112 242 120 V204 L170 198Z", PLUM[0]) + rect(232, 108, 20, 120, SUN[1], 10) + circle(118, 158, 15, CORAL[0]) + stroke("M72 152 H98", PLUM[2], 6)
    moth = at(392, 166, path("M0 0 C-40 -36 -50 10 -4 8 C-36 30 -10 40 2 10 C14 40 40 30 8 8 C54 10 44 -36 4 0Z", PINK[0]), rect(-4, -8, 9, 34, INK, 4))
    return scene("#241C5C", "#3A2C86", "".join(circle(x, y, 3, WHITE) for x, y in ((60, 60), (140, 40), (90, 270), (180, 290), (40, 230))), beam, tube, moth)


def drawing():
    paper = rect(66, 26, 348, 272, "#D9BFA0", 10, transform="rotate(-3 240 160)") + rect(62, 20, 348, 272, WHITE, 10, transform="rotate(-3 240 160)")
    sun = circle(350, 70, 26, SUN[0]) + "".join(stroke("M0 -36 V-48", SUN[1], 7, transform=f"translate(350 70) rotate({a})") for a in range(0, 360, 45))
    house = stroke("M124 240 V150 H236 V240 Z M112 154 L180 92 L248 154", CORAL[0], 9) + stroke("M166 240 V194 H196 V240", PLUM[0], 8) + stroke("M202 166 H224 V186 H202Z", SKY[0], 7)
    people = "".join(circle(x, y, 15, "none", stroke=c, stroke_width=8) + stroke(f"M{x} {y + 16} V{y + 54} M{x} {y + 28} l-20 14 M{x} {y + 28} l20 14 M{x} {y + 54} l-14 24 M{x} {y + 54} l14 24", c, 8) for x, y, c in ((290, 160, LEAF[1]), (346, 172, PINK[1])))
    grass = stroke("M96 256 L112 240 L126 258 L144 240 L160 258 L180 242 L198 258 L222 242 L240 258 L266 244 L284 262 L310 248 L330 262 L352 248 L376 260", LEAF[0], 8)
    pens = "".join(group(rect(0, 0, 92, 18, hue[0], 7), path("M92 0 L112 9 L92 18Z", CREAM), path("M104 5 L112 9 L104 13Z", hue[1]), transform=f"translate({x} {y}) rotate({a})") for x, y, a, hue in ((20, 292, -24, CORAL), (354, 282, 12, SKY)))
    return scene("#E9D9FA", "#D3C2F0", paper, sun, house, people, grass, pens)


def planet():
    stars = "".join(circle(x, y, r, WHITE) for x, y, r in ((50, 60, 4), (120, 30, 3), (400, 50, 5), (440, 140, 3), (60, 240, 4), (420, 270, 4), (150, 280, 3), (330, 30, 3)))
    ring = group(ellipse(0, 0, 172, 44, "none", stroke=SUN[1], stroke_width=22), ellipse(0, -3, 172, 44, "none", stroke=SUN[0], stroke_width=15), transform="translate(240 160) rotate(-18)")
    body = ball(240, 160, 92, CORAL) + clip("globe", "M240 68 A92 92 0 0 1 240 252 A92 92 0 0 1 240 68Z", stroke("M130 120 C190 140 270 100 350 120", CORAL[2], 18), stroke("M130 206 C200 226 280 190 350 206", CORAL[1], 16), circle(276, 130, 16, CORAL[2]))
    half = clip("before", "M0 252 L480 96 V320 H0Z", ring)
    rocket = at(96, 110, path("M0 -44 C20 -26 22 4 14 30 H-14 C-22 4 -20 -26 0 -44Z", WHITE), circle(0, -8, 9, SKY[0]), path("M-14 10 L-28 34 L-12 30Z", CORAL[0]), path("M14 10 L28 34 L12 30Z", CORAL[0]), path("M-9 32 C-8 52 0 60 0 60 C0 60 8 52 9 32Z", SUN[0]), turn=40)
    return scene("#1D1745", "#4B3F96", stars, ring, body, half, rocket)


def school_class():
    board = rect(70, 34, 340, 150, "#B98A5A", 12) + rect(82, 46, 316, 126, "#2E7A6B", 8) + stroke("M110 90 C150 60 170 120 210 90 M240 80 h60 M240 104 h90", "#BFEFE0", 6) + at(350, 84, path(STAR, SUN[0]), scale=.6)
    people = ""
    for x, skin, hair, hue in ((90, "deep", "#2A1C30", SUN), (170, "light", "#C9803A", CORAL), (250, "tan", "#3B2A4F", LEAF), (330, "pale", "#5A3A22", SKY), (400, "deep", "#1F1730", PINK)):
        tone = SKIN[skin]
        people += path(f"M{x - 40} 330 C{x - 40} 270 {x - 20} 258 {x} 258 C{x + 20} 258 {x + 40} 270 {x + 40} 330Z", hue[0]) + circle(x, 206, 36, hair) + ellipse(x, 222, 29, 31, tone[0]) + path(f"M{x - 32} 212 C{x - 28} 178 {x + 28} 178 {x + 32} 212 C{x + 16} 196 {x - 12} 196 {x - 32} 212Z", hair) \
            + circle(x - 11, 224, 4.5, INK) + circle(x + 11, 224, 4.5, INK) + stroke(f"M{x - 9} 237 Q{x} 245 {x + 9} 237", INK, 4)
    return scene("#FFF1DC", "#F6DFC0", board, people)


def somewhat():
    """What is shown where a picture is missing: hills, and a sun that does not know either."""
    mark_ = stroke("M226 102 C226 76 262 76 262 102 C262 120 244 120 244 138", WHITE, 13) + circle(244, 158, 8, WHITE)
    return scene("#E4DCF8", "#CFE9F0", circle(244, 120, 70, PLUM[2]), mark_, ellipse(110, 310, 210, 100, MINT_SHADE), ellipse(390, 320, 200, 96, "#8FD9C4"))


def duck(with_trumpet=False):
    """A duck that sits in a bathtub; it wears a very small hat, or plays the trumpet."""
    tiles = "".join(rect(x, y, 76, 76, "#CDEBFA", 10) for x in range(6, 480, 84) for y in range(8, 200, 84))
    tail = path("M128 168 C92 150 86 128 92 112 C120 122 150 140 166 164Z", SUN[1])
    body = ellipse(212, 190, 104, 66, SUN[1]) + ellipse(207, 184, 99, 60, SUN[0]) + path("M150 170 C160 146 214 146 232 176 C214 206 164 206 150 170Z", SUN[1]) + path("M152 168 C164 148 210 148 226 172 C208 196 166 196 152 168Z", SUN[2])
    head = ball(290, 112, 66, SUN)
    beak = path("M338 112 C372 106 394 116 398 126 C394 134 366 136 340 134Z", CORAL[0]) + path("M340 134 C362 138 382 136 392 134 C384 148 356 150 338 142Z", CORAL[1])
    eye = circle(308, 98, 17, WHITE) + circle(311, 100, 12, INK) + circle(306, 95, 5, WHITE) + ellipse(280, 130, 14, 8, CORAL[2], opacity=.7)
    hat = ellipse(278, 50, 34, 9, PLUM[1]) + rect(258, 14, 40, 38, PLUM[1], 9) + rect(258, 14, 35, 34, PLUM[0], 9) + rect(258, 36, 40, 9, CORAL[0])
    horn = stroke("M388 128 H436", SUN[1], 14) + path("M424 128 C446 122 462 108 468 92 C484 108 484 150 468 164 C462 148 446 134 424 128Z", SUN[0]) + "".join(circle(x, 116, 7, SUN[2]) for x in (400, 416))
    notes = "".join(at(x, y, circle(0, 0, 10, PLUM[0]) + stroke("M8 -2 V-36 C18 -34 22 -26 20 -18", PLUM[0], 6), turn=t) for x, y, t in ((398, 64, 8), (438, 44, -10)))
    tub = path("M44 186 H436 C438 262 404 292 352 292 H128 C76 292 42 262 44 186Z", "#C9BEE6") + path("M44 186 H428 C428 254 396 282 346 282 H128 C80 282 48 254 44 186Z", WHITE) + rect(28, 172, 424, 26, "#D8CFF0", 13) + rect(28, 170, 418, 20, WHITE, 10) + stroke("M70 214 C74 244 90 262 116 266", "#E9E2FA", 9)
    feet = "".join(ellipse(x, 296, 26, 14, SUN[1]) for x in (130, 350))
    foam = "".join(circle(x, y, r, "#F2F8FF") + circle(x - r * .3, y - r * .3, r * .3, WHITE) for x, y, r in ((72, 164, 24), (108, 158, 20), (142, 168, 18), (336, 176, 16), (372, 170, 20), (408, 168, 20), (60, 110, 10), (404, 206, 9)))
    extra = horn + notes if with_trumpet else hat
    floor = rect(0, 262, 480, 70, "#B9A4E6")
    bath = at(29, 22, feet, tail, body, head, beak, eye, extra, tub, foam, scale=.88)
    return scene("#BFE3F7", "#DDF3FF", tiles, floor, bath)


def trumpet():
    return duck(with_trumpet=True)


def monster():
    """Big and silly rather than frightening: it has just eaten the duck, whose hat is left."""
    hills = ellipse(90, 320, 200, 90, "#3A2C74") + ellipse(400, 326, 210, 100, "#33276A")
    horns = path("M150 78 C128 58 124 32 132 16 C156 24 176 44 184 66Z", CREAM) + path("M330 78 C352 58 356 32 348 16 C324 24 304 44 296 66Z", CREAM)
    fur = path("M104 330 C92 250 78 220 96 176 L82 166 L104 150 C112 94 168 52 240 52 C312 52 368 94 376 150 L398 166 L384 176 C402 220 388 250 376 330Z", PLUM[1]) + path("M112 330 C100 250 90 216 106 176 C112 100 166 60 236 60 C304 60 356 100 364 160 C386 214 374 260 362 330Z", PLUM[0])
    eyes = "".join(circle(x, y, r, WHITE) + circle(x + 4, y + 5, r * .55, INK) + circle(x - 3, y - 3, r * .2, WHITE) for x, y, r in ((180, 136, 32), (240, 112, 38), (302, 136, 32)))
    mouth = path("M142 190 C180 206 300 206 338 190 C336 270 300 300 240 300 C180 300 144 270 142 190Z", "#3D1640") + path("M190 272 C206 250 274 250 290 272 C278 290 204 290 190 272Z", CORAL[0]) \
        + "".join(path(f"M{x} 198 l14 28 l14 -26Z", CREAM, stroke=CREAM, stroke_width=4, stroke_linejoin="round") for x in (160, 206, 250, 294))
    spots = "".join(circle(x, y, r, PLUM[2], opacity=.6) for x, y, r in ((130, 246, 12), (122, 210, 7), (352, 240, 10), (346, 276, 14), (284, 78, 7)))
    feather = "".join(stroke(f"M{x} {y} q14 -22 34 -18", SUN[0], 11) for x, y in ((40, 110), (410, 96), (56, 236)))
    hat = at(420, 262, ellipse(0, 20, 34, 9, CORAL[1]) + rect(-20, -18, 40, 38, CORAL[0], 9) + rect(-20, 4, 40, 9, SUN[0]), turn=18)
    return scene("#2B2163", "#6A4CB8", "".join(sparkle(x, y, k, "#C9B8FF") for x, y, k in ((60, 46, .6), (430, 40, .7))), hills, horns, fur, spots, eyes, mouth, feather, hat)


def dragon():
    """The dragon of a cooking game, its soup pot before it."""
    kitchen = rect(0, 216, 480, 110, "#F2B98A") + rect(0, 210, 480, 18, "#FFD2A6") + "".join(circle(x, 40, 7, "#B98A5A") + stroke(f"M{x} 40 V74", "#B98A5A", 6) + circle(x, 92, 20, hue[1]) for x, hue in ((54, CORAL), (110, SKY), (428, LEAF)))
    wings = path("M150 196 C92 182 70 140 74 104 C104 112 150 132 176 166Z", TEAL[1]) + path("M330 196 C388 182 410 140 406 104 C376 112 330 132 304 166Z", TEAL[1])
    body = path("M150 300 C146 212 186 176 240 176 C294 176 334 212 330 300Z", LEAF[1]) + path("M156 300 C152 218 190 182 236 182 C288 182 322 216 318 300Z", LEAF[0])
    spikes = "".join(path(f"M{x - 14} {y} L{x} {y - 30} L{x + 14} {y}Z", CORAL[0], stroke=CORAL[0], stroke_width=6, stroke_linejoin="round") for x, y in ((204, 54), (240, 46), (276, 54)))
    head = ellipse(240, 118, 84, 72, LEAF[1]) + ellipse(236, 113, 79, 67, LEAF[0]) + ellipse(240, 152, 60, 36, LEAF[2]) + "".join(circle(x, 142, 6, LEAF[1]) for x in (222, 258))
    face = "".join(circle(x, 100, 20, WHITE) + circle(x + 2, 102, 14, INK) + circle(x - 4, 95, 6, WHITE) for x in (206, 274)) + path("M210 162 C226 180 254 180 270 162 C254 168 226 168 210 162Z", "#7A2B3E") + "".join(ellipse(x, 134, 14, 8, CORAL[2], opacity=.6) for x in (176, 304))
    chef = at(240, 46, path("M-52 -2 C-74 -34 -34 -52 -20 -38 C-12 -56 14 -56 20 -38 C36 -52 74 -32 52 -2Z", WHITE), rect(-48, -10, 96, 28, "#E9E2FA", 8), rect(-48, -10, 90, 22, WHITE, 8), scale=.86, turn=-8)
    pot = rect(150, 214, 180, 88, STEEL[1], 30) + rect(150, 214, 172, 80, STEEL[0], 30) + ellipse(240, 220, 96, 20, STEEL[2]) + ellipse(240, 222, 84, 14, SUN[1]) + stroke("M176 222 C196 214 206 230 226 222 C246 214 258 230 280 222", SUN[2], 6) + stroke("M140 244 h-16 M340 244 h16", STEEL[1], 16)
    fire = "".join(path(f"M{x} 318 C{x - 22} 300 {x - 8} 288 {x} 272 C{x + 8} 288 {x + 22} 300 {x} 318Z", SUN[0]) for x in (190, 240, 290))
    return scene("#FFE3C4", "#FFD0A8", kitchen, wings, body, spikes, head, face, chef, pot, fire)


def poster():
    """What Kofi's photo shows: his rocket poster, and in the corner his school bag with its badge."""
    wall = "".join(circle(x, y, 3, "#6A5BB4") for x in range(30, 480, 60) for y in range(24, 260, 48)) + rect(0, 252, 480, 70, "#8C6A9C") + rect(0, 246, 480, 12, "#C9B8F0")
    sheet = at(188, 130, rect(-96, -112, 192, 224, "#D9CFF4", 8), rect(-96, -112, 186, 218, WHITE, 8), rect(-82, -98, 160, 190, "#26357E", 6), circle(44, -56, 28, SUN[0]), stroke("M6 -44 C30 -66 70 -72 84 -66", CORAL[0], 7),
               at(-10, 14, path("M0 -62 C28 -36 32 6 22 46 H-22 C-32 6 -28 -36 0 -62Z", WHITE) + path("M0 -62 C16 -46 22 -28 24 -14 H-24 C-22 -28 -16 -46 0 -62Z", CORAL[0]) + circle(0, 6, 12, SKY[0]) + path("M-22 16 L-42 52 L-20 46Z M22 16 L42 52 L20 46Z", CORAL[0]) + path("M-14 48 C-12 78 0 88 0 88 C0 88 12 78 14 48Z", SUN[0]), turn=24),
               "".join(sparkle(x, y, .4, SUN[2]) for x, y in ((-58, -70), (-60, 40), (56, 30), (10, -82))), turn=-4)
    bag = at(392, 216, stroke("M-26 -58 C-26 -92 26 -92 26 -58", CORAL[1], 12), rect(-66, -62, 132, 150, CORAL[1], 34), rect(-66, -62, 124, 142, CORAL[0], 34), rect(-50, 16, 98, 56, CORAL[1], 16), rect(-50, 14, 92, 50, CORAL[2], 16), stroke("M-52 -24 V-36 C-50 -46 -42 -50 -30 -50", CORAL[2], 7),
             circle(0, -20, 27, CREAM), circle(0, -20, 21, LEAF[0]), path("M-21 -14 C-10 -34 4 -34 10 -20 C14 -26 20 -22 21 -14 A21 21 0 0 1 -21 -14Z", LEAF[1]), circle(-4, -30, 6, SUN[0]))
    return scene("#5B4AA8", "#7C68C6", wall, ellipse(392, 302, 84, 12, INK, opacity=.25), sheet, bag)


def singer():
    """A photo for the choir: a big girl with a bun and a scarf who sings."""
    skin, hair = SKIN["light"], "#2B2140"
    curtain = "".join(path(f"M{x} 0 h48 C{x + 40} 110 {x + 54} 220 {x + 44} 330 h-40 C{x + 10} 220 {x + 2} 110 {x} 0Z", "#C4B3F2") for x in (10, 106, 202, 298, 394))
    body = path("M96 330 C100 262 164 246 238 246 C312 246 376 262 380 330Z", "#4A6FA5") + path("M102 330 C106 266 168 252 234 252 C304 252 358 266 366 330Z", "#5F86BE")
    back = circle(240, 34, 32, hair) + path("M134 230 C112 120 150 58 240 58 C330 58 368 120 346 230 C330 246 150 246 134 230Z", hair) + stroke("M220 30 C224 18 234 13 246 14", PLUM[2], 7)
    neck = rect(212, 212, 56, 60, skin[1], 20)
    head = ellipse(240, 160, 86, 84, skin[1]) + ellipse(237, 157, 83, 81, skin[0])
    fringe = path("M150 166 C146 100 190 70 240 70 C292 70 334 100 330 166 C318 140 300 122 276 112 C246 128 196 132 172 126 C160 138 154 150 150 166Z", hair) + stroke("M292 92 C306 102 316 118 320 134", PLUM[2], 8)
    lids = stroke("M186 166 C194 156 212 156 220 166 M262 166 C270 156 288 156 296 166", INK, 8) + stroke("M186 140 C196 132 208 132 218 138 M264 138 C274 132 286 132 296 140", hair, 8)
    mouth = ellipse(240, 210, 20, 22, "#7A2B3E") + ellipse(240, 222, 12, 9, CORAL[2]) + ellipse(182, 194, 16, 9, skin[3], opacity=.6) + ellipse(298, 194, 16, 9, skin[3], opacity=.6)
    star = at(328, 222, path(STAR, SUN[0]), scale=.34)
    scarf = path("M164 252 C196 238 284 238 316 252 C330 274 318 290 300 294 C262 304 214 304 180 294 C160 288 152 272 164 252Z", CORAL[1]) + path("M166 250 C196 236 280 236 308 250 C320 268 310 280 294 284 C258 294 214 294 182 284 C164 278 158 266 166 250Z", CORAL[0]) + path("M196 288 l-10 42 h48 l6 -38Z", CORAL[1]) + stroke("M190 262 C206 256 226 254 240 254", CORAL[2], 6)
    notes = "".join(at(x, y, circle(0, 0, 13, hue[0]) + stroke("M10 -2 V-46 C22 -44 28 -34 26 -24", hue[0], 8), turn=t) for x, y, t, hue in ((84, 120, -8, CORAL), (398, 96, 10, SUN), (416, 204, -6, TEAL)))
    return scene("#E3D9FB", "#CDBDF6", curtain, back, body, neck, head, fringe, lids, mouth, star, scarf, notes)


MINT_SHADE = "#A9E2D2"

PICTURES = {"cake": cake, "cat": cat, "tower": tower, "park": park, "selfie": selfie, "parcel": parcel, "prize": prize, "puppy": puppy, "beach": beach, "volcano": volcano,
            "dance": dance, "racer": racer, "torch": torch, "drawing": drawing, "planet": planet, "class": school_class, "duck": duck, "trumpet": trumpet, "monster": monster,
            "dragon": dragon, "poster": poster, "singer": singer, "somewhat": somewhat}


def _of_file(file):
    """A drawing of art/pictures, with the round corners that all pictures have."""
    return document((0, 0, 480, 320), clip("frame", FRAME, svg_file.read(file, "0 0 480 320")))


def pictures(folder=FILES):
    drawn = {name: draw() for name, draw in PICTURES.items()}
    for file in sorted(folder.glob("*.svg")):
        if file.stem in PICTURES:
            raise ArtError(file, f'there is already a picture "{file.stem}", drawn in art/ui/phone_pictures.py; choose another name')
        drawn[file.stem] = _of_file(file)
    return {f"phone/picture/{name}": (svg, f"phone-{name}") for name, svg in drawn.items()}

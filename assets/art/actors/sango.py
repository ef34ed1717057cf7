"""Sango: a ninja phone from Tokyo with an @ headband that slides over the camera.

An original, replaceable design. Drawn on 800x1000 units; the phone's body is 312x502 units
from 240,170. The knot of the headband is at the left, its tails fly to the left.
"""

import re

from art.catalogue import Actor
from art.palette import CORAL, CREAM, INK, SUN, TEAL, WHITE
from art.svg import (AT_SIGN, HEART, SHIELD, SHIELD_RIGHT, circle, clip, ellipse, group, linear, path, radial,
                     rect, stroke)

LAYERS = ("shadow", "scarf", "tails", "legs", "armL", "armR", "body", "brows", "eyes", "mouth", "band", "wifi", "armf")
GLOVE_SHADE = "#E6DCEB"
GLOVE_RIM = "#B9A9D6"           # without it white gloves vanish on the white screen
BEZEL = "#0C8C95"
BLUSH = "#FF9DB0"
TONGUE = "#FF7C8E"
KNOT = (240, 236)               # where the tails hang

DEFS = "\n".join((
    linear("gBody", (0, "#45DDD0"), (55, "#1FC8C0"), (100, "#14B2B4"), x2=100),
    linear("gScreen", (0, "#FFFFFF"), (100, "#D5F7F0")),
    linear("gBand", (0, "#FF8271"), (100, "#F05A58")),
    linear("gScarf", (0, "#FF7F6E"), (100, "#EE5557")),
    radial("gEye", (0, "#4B3FA0"), (60, INK), cy=25, r=80),
)) + "\n"


# --- body ------------------------------------------------------------------------------------

def phone():
    screen = "M318 206 H482 A46 46 0 0 1 528 252 V594 A46 46 0 0 1 482 640 H318 A46 46 0 0 1 272 594 V252 A46 46 0 0 1 318 206Z"
    return (rect(258, 176, 310, 502, TEAL[1], 76) + rect(556, 360, 20, 64, "#0B868F", 9)
            + rect(240, 170, 312, 502, "url(#gBody)", 76)
            + stroke("M262 300 V250 C262 216 284 192 316 192", TEAL[2], 10)
            + rect(266, 202, 262, 442, BEZEL, 52)
            + clip("screen", screen,
                   rect(272, 206, 256, 434, "url(#gScreen)"),
                   path("M250 560 C340 530 440 596 560 545 V660 H250Z", "#B9EFE6"),
                   path("M430 180 L560 180 L400 660 L270 660 Z", WHITE, opacity=.28)))


def camera():
    return circle(400, 318, 12, BEZEL) + circle(400, 318, 7, INK) + circle(397, 315, 2.6, "#BFF6F2")


def scarf_front():
    """The wrap around the lower body, folds, and the shield that pins it."""
    wrap = ("M226 524 C240 508 262 520 300 534 C360 552 452 550 510 532 C544 520 562 510 574 526 "
            "C590 552 586 588 566 606 C500 640 300 642 236 606 C212 590 212 548 226 524Z")
    light = ("M226 524 C240 508 262 520 300 534 C360 552 452 550 510 532 C530 525 546 518 558 516 "
             "C566 548 556 578 536 592 C460 624 320 624 232 592 C212 580 214 544 226 524Z")
    tail = ("M444 592 C470 640 476 690 466 742 C450 726 436 724 424 740 C410 690 404 650 402 604Z")
    tail_shade = "M444 592 C470 640 476 690 466 742 C460 736 455 732 450 730 C456 680 444 640 424 600Z"
    return (path(wrap, CORAL[1]) + path(light, "url(#gScarf)")
            + stroke("M250 560 C320 594 460 598 548 556", CORAL[1], 9)
            + stroke("M262 590 C330 610 430 612 500 600", CORAL[1], 7, opacity=.7)
            + stroke("M246 540 C258 536 280 546 300 552", CORAL[2], 8)
            + path(tail, "url(#gScarf)") + path(tail_shade, CORAL[1])
            + group(path(SHIELD, SUN[1], transform="translate(0 4)"), path(SHIELD, SUN[0]), path(SHIELD_RIGHT, SUN[1]),
                    path(HEART, WHITE), transform="translate(414 586) scale(1.02)"))


def scarf_back(jump):
    """The long end of the scarf, behind the body, blown to the left."""
    if jump:
        shape = ("M270 540 C206 548 168 520 128 540 C92 558 60 536 34 560 C46 574 46 590 36 606 C76 624 104 600 142 614 "
                 "C186 630 232 626 280 610Z")
        shade = "M36 606 C76 624 104 600 142 614 C186 630 232 626 280 610 V590 C220 604 180 596 140 588 C100 580 70 600 36 606Z"
    else:
        shape = ("M270 536 C214 552 186 590 140 596 C106 600 78 622 60 660 C80 660 92 672 92 692 C130 664 164 672 200 660 "
                 "C240 646 262 626 286 604Z")
        shade = "M92 692 C130 664 164 672 200 660 C240 646 262 626 286 604 L280 584 C240 620 204 632 160 640 C120 648 100 670 92 692Z"
    return path(shape, "url(#gScarf)") + path(shade, CORAL[1])


def boot(x, flip=1):
    """A split-toed ninja boot, its ankle at x,826."""
    return group(
        path("M-30 -34 H30 V30 C62 30 84 46 84 72 C84 80 78 84 70 84 H-26 C-34 84 -38 78 -38 72 V-26 Z", CORAL[0]),
        path("M-38 36 C-10 44 40 34 84 72 C84 80 78 84 70 84 H-26 C-34 84 -38 78 -38 72 Z", CORAL[1]),
        rect(-42, 72, 130, 20, SUN[0], 10), rect(-42, 82, 130, 10, SUN[1], 5),
        stroke("M62 70 C58 58 50 50 42 46", "#B5363F", 6),
        rect(-42, -44, 82, 32, CREAM, 15), path("M-38 -22 H34 A15 10 0 0 1 25 -12 H-29 A15 10 0 0 1 -38 -22Z", "#E9D9C4"),
        transform=f"translate({x} 826) scale({flip} 1)")


def legs(jump):
    if jump:
        left = stroke("M345 660 C335 720 310 740 300 770", TEAL[1], 44)
        right = stroke("M455 660 C470 710 500 720 520 748", TEAL[1], 44)
        return (left + right + group(boot(340, -1), transform="translate(-44 -36) rotate(14 340 826)")
                + group(boot(460), transform="translate(66 -62) rotate(-16 460 826)"))
    wraps = "".join(stroke(f"M{x - 20} {y} L{x + 20} {y + 10}", TEAL[0], 7) for x in (345, 455) for y in (716, 744))
    return (stroke("M345 650 V800", TEAL[1], 44) + stroke("M455 650 V800", TEAL[1], 44) + wraps
            + boot(340, -1) + boot(460))


# --- headband --------------------------------------------------------------------------------

def emblem():
    return (circle(4, 5, 59, CORAL[1]) + circle(0, 0, 58, SUN[1]) + circle(0, -2, 56, SUN[0]) + circle(0, 0, 48, "#FFFDF6")
            + stroke("M-40 -26 C-36 -34 -30 -40 -22 -43", "#FFF3C4", 6)
            + group(circle(0, 0, 15, "none", stroke=INK, stroke_width=10),
                    stroke(AT_SIGN, INK, 10), transform="translate(0 -1) scale(.98)"))


def band(slide=0):
    """The headband; slide moves it down over the camera."""
    strap = ("M232 212 C232 198 240 192 252 196 C350 214 450 214 548 196 C562 192 572 198 572 212 V258 "
             "C572 270 566 274 554 276 C450 294 350 294 250 276 C238 274 232 270 232 258Z")
    shade = ("M232 250 C340 276 460 276 572 250 V258 C572 270 566 274 554 276 C450 294 350 294 250 276 "
             "C238 274 232 270 232 258Z")
    side = "M572 212 C572 198 562 192 548 196 L536 198 C546 220 546 254 538 279 L554 276 C566 274 572 270 572 258Z"
    return group(path(strap, "url(#gBand)"), path(shade, CORAL[1], opacity=.75), path(side, CORAL[1], opacity=.6),
                 stroke("M256 216 C280 221 304 224 322 225", CORAL[2], 8),
                 ellipse(KNOT[0] + 2, KNOT[1] + 4, 25, 29, "#C43F4B"), ellipse(KNOT[0] - 3, KNOT[1], 23, 27, CORAL[0]),
                 stroke(f"M{KNOT[0] - 14} {KNOT[1] - 8} C{KNOT[0] - 10} {KNOT[1] - 16} {KNOT[0] - 4} {KNOT[1] - 18} {KNOT[0] + 2} {KNOT[1] - 17}",
                        CORAL[2], 6),
                 group(emblem(), transform="translate(400 236) scale(1.15)"),
                 transform=f"translate(0 {slide})" if slide else None)


TAILS = {   # two ribbons from the knot: (upper, upper's shade, lower, lower's shade)
    "fly": ("M238 224 C196 186 150 214 112 190 C92 178 70 176 46 184 C58 198 58 214 46 232 C84 228 112 246 146 246 C186 248 214 252 240 246Z",
            "M46 232 C84 228 112 246 146 246 C186 248 214 252 240 246 V236 C196 240 168 228 140 220 C100 208 74 220 46 232Z",
            "M240 238 C208 250 190 286 150 296 C124 304 104 324 96 352 C114 346 130 354 138 368 C158 340 190 342 212 318 C232 296 244 272 248 252Z",
            "M138 368 C158 340 190 342 212 318 C232 296 244 272 248 252 L236 254 C224 288 200 304 172 316 C148 328 138 348 138 368Z"),
    "hang": ("M238 226 C206 216 176 240 156 276 C142 302 122 316 96 322 C110 332 116 344 114 362 C154 354 184 330 200 300 C212 278 226 262 244 256Z",
             "M114 362 C154 354 184 330 200 300 C212 278 226 262 244 256 L238 244 C212 256 198 276 184 300 C164 330 140 346 114 362Z",
             "M240 240 C218 258 206 296 204 336 C202 372 190 392 174 404 C190 408 200 418 204 434 C228 412 240 376 240 340 C242 306 248 282 254 262Z",
             "M204 434 C228 412 240 376 240 340 C242 306 248 282 254 262 L242 256 C230 286 226 320 224 350 C222 384 214 414 204 434Z"),
    "up": ("M240 224 C214 176 172 160 144 120 C130 100 108 90 82 92 C90 108 86 124 72 136 C106 146 124 176 152 196 C184 220 214 240 240 246Z",
           "M72 136 C106 146 124 176 152 196 C184 220 214 240 240 246 V234 C204 220 178 196 156 174 C128 144 100 136 72 136Z",
           "M238 236 C200 222 160 236 124 226 C98 220 74 228 56 246 C74 252 82 264 82 280 C114 264 146 276 180 270 C206 266 228 258 244 252Z",
           "M82 280 C114 264 146 276 180 270 C206 266 228 258 244 252 L240 244 C204 254 168 254 136 252 C108 252 92 264 82 280Z"),
}


def tails(way, slide=0):
    upper, upper_shade, lower, lower_shade = TAILS[way]
    return group(path(upper, CORAL[0]), path(upper_shade, CORAL[1]), path(lower, "#F6635B"), path(lower_shade, "#C94650"),
                 transform=f"translate(0 {slide})" if slide else None)


# --- arms ------------------------------------------------------------------------------------

def _fingers(kind):
    white, shade = WHITE, GLOVE_SHADE
    if kind == "open":
        return (stroke("M-24 -8 L-40 -40", white, 21) + stroke("M-10 -18 L-15 -60", white, 22)
                + stroke("M10 -18 L14 -60", white, 22) + stroke("M26 -4 L50 -28", white, 21)
                + ellipse(0, -2, 37, 33, white) + path("M-36 4 A37 33 0 0 0 36 4 C20 18 -20 18 -36 4Z", shade),
                stroke("M0 -40 L0 -28", shade, 4) + stroke("M-20 -32 L-17 -24", shade, 4))
    if kind == "palm":
        return (stroke("M14 -14 L54 -34", white, 21) + stroke("M18 -2 L64 -8", white, 21)
                + stroke("M14 12 L58 16", white, 21) + stroke("M-16 -14 L-8 -48", white, 21)
                + ellipse(0, 0, 35, 32, white) + path("M-34 6 A35 32 0 0 0 30 16 C10 24 -18 20 -34 6Z", shade),
                stroke("M34 -20 L40 -22", shade, 4) + stroke("M36 4 L42 4", shade, 4))
    if kind == "point":
        return (stroke("M8 -20 L10 -70", white, 23) + rect(-34, -34, 68, 62, white, 28)
                + path("M-34 2 A34 30 0 0 0 34 2 C18 14 -18 14 -34 2Z", shade) + stroke("M26 -8 C14 2 -2 2 -12 -4", white, 19),
                stroke("M-18 -34 V-18", shade, 4) + stroke("M24 2 C12 10 -4 9 -14 4", shade, 4))
    return (rect(-36, -38, 72, 64, white, 30) + path("M-36 0 A36 30 0 0 0 36 0 C20 14 -20 14 -36 0Z", shade)
            + stroke("M-30 -4 C-10 4 10 2 18 -10", white, 20),
            stroke("M-12 -38 V-20", shade, 4) + stroke("M10 -38 V-20", shade, 4) + stroke("M-24 6 C-6 13 12 10 22 -2", shade, 4))


def _rim(fingers):
    """The same shapes, wider and in the rim's colour."""
    rim = re.sub(rf'stroke="{WHITE}" stroke-width="(\d+)"',
                 lambda m: f'stroke="{GLOVE_RIM}" stroke-width="{int(m.group(1)) + 9}"', fingers)
    return re.sub(rf'fill="(?:{WHITE}|{GLOVE_SHADE})"', f'fill="{GLOVE_RIM}" stroke="{GLOVE_RIM}" stroke-width="9"', rim)


def hand(kind, x, y, turn=0, flip=1):
    fingers, creases = _fingers(kind)
    cuff = rect(-30, 18, 60, 26, CORAL[0], 13) + path("M-26 36 H26 A12 9 0 0 1 17 44 H-17 A12 9 0 0 1 -26 36Z", CORAL[1])
    return group(cuff, _rim(fingers), fingers, creases, transform=f"translate({x} {y}) rotate({turn}) scale({flip} 1)")


def limb(d, drawn_hand):
    return stroke(d, TEAL[1], 44) + stroke(d, TEAL[0], 30, transform="translate(-4 -5)") + drawn_hand


SHOULDER_L, SHOULDER_R = (254, 566), (554, 566)

ARMS = {    # (left, right, which of them lie in front of the body)
    "happy": (limb("M254 560 C204 586 192 620 196 650", hand("fist", 198, 674, 176)),
              limb("M554 560 C622 560 658 500 664 442", hand("open", 668, 410, 14)), "none"),
    "talking": (limb("M254 560 C204 586 192 620 196 650", hand("fist", 198, 674, 176)),
                limb("M554 560 C604 612 640 590 668 552", hand("palm", 688, 526, 6)), "none"),
    "thinking": (limb("M254 560 C198 596 212 650 268 662", hand("fist", 300, 664, 84)),
                 limb("M556 560 C626 606 596 640 506 566", hand("point", 478, 548, -40)), "both"),
    "worried": (limb("M254 560 C188 620 240 676 330 646", hand("fist", 358, 634, 62)),
                limb("M554 560 C618 622 560 676 470 646", hand("fist", 442, 634, -62, -1)), "both"),
    "cheering": (limb("M254 550 C180 530 142 460 140 396", hand("open", 136, 362, -14, -1)),
                 limb("M554 550 C628 530 662 460 664 396", hand("open", 668, 362, 14)), "none"),
    "cover": (limb("M254 560 C204 586 192 620 196 650", hand("fist", 198, 674, 176)),
              limb("M558 556 C650 520 660 420 580 352", hand("point", 552, 336, -48)), "right"),
    "surprised": (limb("M254 556 C200 560 170 530 164 492", hand("open", 158, 460, -12, -1)),
                  limb("M554 556 C612 560 640 530 646 492", hand("open", 652, 460, 12)), "none"),
    "sad": (limb("M254 560 C212 600 206 640 214 676", hand("fist", 218, 700, 170)),
            limb("M554 560 C596 600 602 640 594 676", hand("fist", 590, 700, -170, -1)), "none"),
}


# --- face ------------------------------------------------------------------------------------

def face(*parts):
    """Features are drawn around 400,388 and put on the screen, a little larger."""
    return group(*parts, transform="translate(400 420) scale(1.12) translate(-400 -388)")


def eye(x, y, look=(0, 0), rx=30, ry=40):
    return (ellipse(x, y, rx, ry, "url(#gEye)") + ellipse(x, y + ry * .5, rx * .55, ry * .28, "#7C6FE0", opacity=.75)
            + circle(x - 9 + look[0], y - 15 + look[1], 12, WHITE) + circle(x + 11 + look[0], y + 9 + look[1], 5.5, WHITE))


def cheeks(strength=.9):
    return ellipse(318, 424, 22, 14, BLUSH, opacity=strength) + ellipse(482, 424, 22, 14, BLUSH, opacity=strength)


def brow_pair(left, right):
    return stroke(left, INK, 11) + stroke(right, INK, 11)


def big_smile(y, w, h, x=400):
    return (path(f"M{x - w} {y} C{x - w / 2} {y + 6} {x + w / 2} {y + 6} {x + w} {y} C{x + w} {y + h * 1.25} "
                 f"{x - w} {y + h * 1.25} {x - w} {y}Z", INK, stroke=INK, stroke_width=8, stroke_linejoin="round")
            + path(f"M{x - w * .62} {y + h * .72} C{x - w * .3} {y + h * .42} {x + w * .3} {y + h * .42} {x + w * .62} {y + h * .72} "
                   f"C{x + w * .35} {y + h * .98} {x - w * .35} {y + h * .98} {x - w * .62} {y + h * .72}Z", TONGUE))


SWEAT = (path("M496 272 C514 298 514 316 498 318 C482 316 484 296 496 272Z", "#59B9F7")
         + stroke("M492 302 a5 7 0 0 0 5 9", WHITE, 4))
TEAR = path("M312 420 C324 438 324 450 312 450 C300 450 300 438 312 420Z", "#59B9F7") + stroke("M307 438 a5 6 0 0 0 4 6", WHITE, 4)

OPEN_EYES = eye(338, 378) + eye(462, 378)
CURVED_EYES = stroke("M304 388 C314 350 360 350 370 388", INK, 15) + stroke("M430 388 C440 350 486 350 496 388", INK, 15)
TALK_MOUTH = ellipse(400, 450, 28, 22, INK) + path("M378 458 C388 448 412 448 422 458 C416 473 384 473 378 458Z", TONGUE)
CLOSED_SMILE = stroke("M368 440 C384 458 416 458 432 440", INK, 11)

FACES = {   # expression -> (brows, eyes, mouth)
    "happy": (brow_pair("M306 324 C320 308 340 306 354 314", "M446 314 C460 306 480 308 494 324") + cheeks(),
              OPEN_EYES, big_smile(426, 38, 42)),
    "talking": (brow_pair("M306 322 C320 310 340 308 354 316", "M446 316 C460 308 480 310 494 322") + cheeks(),
                OPEN_EYES, TALK_MOUTH),
    "thinking": (brow_pair("M304 326 C320 316 340 316 356 324", "M444 304 C462 292 482 298 494 312") + cheeks(.7),
                 eye(338, 376, (6, -6)) + eye(462, 376, (6, -6)), stroke("M382 446 C396 434 414 436 428 446", INK, 10)),
    "worried": (brow_pair("M304 332 C320 327 338 318 352 306", "M448 306 C462 318 480 327 496 332") + cheeks(.5) + SWEAT,
                eye(338, 384, (0, 2), 28, 38) + eye(462, 384, (0, 2), 28, 38),
                stroke("M362 452 C372 436 384 436 394 448 C404 460 418 458 424 444 C428 436 436 436 440 442", INK, 10)),
    "cheering": (brow_pair("M306 320 C322 306 342 306 356 314", "M444 314 C458 306 478 306 494 320") + cheeks(),
                 CURVED_EYES, big_smile(414, 50, 56)),
    "cover": (cheeks(), group(CURVED_EYES, transform="translate(0 14)"), group(CLOSED_SMILE, transform="translate(0 6)")),
    "surprised": (brow_pair("M306 314 C322 298 340 298 354 308", "M446 308 C460 298 478 298 494 314") + cheeks(.7),
                  eye(338, 382, (0, 0), 33, 42) + eye(462, 382, (0, 0), 33, 42),
                  ellipse(400, 454, 19, 23, INK) + ellipse(400, 465, 11, 8, TONGUE)),
    "sad": (brow_pair("M304 340 C320 334 338 322 352 310", "M448 310 C462 322 480 334 496 340") + cheeks(.5) + TEAR,
            eye(338, 388, (-2, 4), 28, 35) + eye(462, 388, (-2, 4), 28, 35), stroke("M374 454 C386 440 414 440 426 454", INK, 11)),
}


def wifi(mood):
    """Three arcs over the head: fewer and tilted when Sango is not well."""
    low = mood in ("worried", "sad")
    turn = {"worried": "rotate(-14 400 186) translate(0 14)", "sad": "rotate(-20 400 186) translate(0 20)",
            "thinking": "rotate(10 400 186)"}.get(mood)
    outer = "" if low else stroke("M340 88 C372 54 428 54 460 88", SUN[0], 18)
    return group(circle(400, 148, 13, SUN[0]), stroke("M370 118 C386 102 414 102 430 118", SUN[0], 18), outer,
                 transform=turn, opacity=.6 if low else None)


# --- the actor -------------------------------------------------------------------------------

def expression(mood):
    jump = mood == "cheering"
    slide = 52 if mood == "cover" else 0
    lift = "translate(0 -30)" if jump else None
    left, right, front = ARMS[mood]
    brows, eyes, mouth = FACES[mood]
    way = "up" if jump or mood == "surprised" else "hang" if mood in ("sad", "worried") else "fly"
    layers = {
        "scarf": scarf_back(jump), "tails": tails(way, slide), "legs": legs(jump),
        "armL": "" if front == "both" else left, "armR": right if front == "none" else "",
        "body": phone() + camera() + scarf_front(), "brows": face(brows), "eyes": face(eyes), "mouth": face(mouth),
        "band": band(slide), "wifi": wifi(mood), "armf": {"none": "", "right": right, "both": left + right}[front],
    }
    layers = {layer: group(markup, transform=lift) if lift else markup for layer, markup in layers.items() if markup}
    layers["shadow"] = ellipse(400, 955 if jump else 922, 170 if jump else 200, 26, INK, opacity=.28)
    return layers


BLINK = stroke("M308 380 C320 402 356 402 368 380", INK, 13) + stroke("M432 380 C444 402 480 402 492 380", INK, 13)

ACTOR = Actor(
    name="sango", pill="teal", layers=LAYERS, head_layers=("wifi",),
    expressions={mood: expression(mood) for mood in FACES},
    variants={"blink/eyes": face(BLINK), "talk/mouth": face(TALK_MOUTH), "talk/closed": face(CLOSED_SMILE)},
    head=(400, 440), hip=(400, 925), baseline=925, defs=DEFS, scale=0.64,
    pivots={"tails": KNOT, "scarf": (276, 570), "armR": SHOULDER_R, "armL": SHOULDER_L, "wifi": (400, 170)})

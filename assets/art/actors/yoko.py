"""Yoko, ten: tousled hair, track jacket, headphones ready around the neck."""

from art.actors.rig import Look, person, torso
from art.palette import INK2, MINT, SKIN, SUN, WHITE
from art.svg import circle, ellipse, path, rect, stroke

HAIR = ("#40303A", "#2A1F29", "#6B5560")

HAIR_TOP = ("M252 356 C236 304 238 258 258 226 C246 214 242 198 246 182 C264 190 280 188 292 178 C294 158 304 142 320 132 "
            "C328 148 344 152 358 146 C370 126 388 116 410 118 C406 132 416 142 430 142 C450 130 474 132 492 146 "
            "C486 158 494 170 508 174 C526 176 542 190 550 208 C540 214 536 224 544 238 C560 272 562 314 552 356 "
            "C548 330 540 308 524 290 C512 302 498 302 486 292 C476 306 460 308 446 296 C434 310 416 310 402 296 "
            "C388 310 368 308 356 292 C344 306 326 308 312 296 C288 306 264 328 252 356Z")
HAIR_SHADE = ("M552 356 C562 314 560 272 544 238 C536 224 540 214 550 208 C542 190 526 176 508 174 C494 170 486 158 492 146 "
              "C480 137 466 132 452 132 C480 170 500 220 504 262 C506 276 502 290 492 297 C504 302 514 300 524 290 C540 308 548 330 552 356Z")


def hair_behind():
    return path("M250 340 C244 420 256 470 276 492 C300 452 500 452 530 492 C548 470 560 420 554 340Z", HAIR[1])


def hair():
    tufts = stroke("M300 214 C314 192 334 178 356 172", HAIR[2], 10) + stroke("M392 160 C404 154 416 154 428 158", HAIR[2], 9)
    folds = stroke("M356 286 C350 262 352 240 362 222", HAIR[1], 7) + stroke("M446 290 C448 268 444 248 434 230", HAIR[1], 7)
    return path(HAIR_TOP, HAIR[0]) + path(HAIR_SHADE, HAIR[1]) + tufts + folds


def jacket():
    stripes = "".join(stroke(d, WHITE, 10) for d in ("M262 616 C236 640 224 670 218 700", "M286 602 C262 616 246 634 236 656")) \
        + "".join(stroke(d, WHITE, 10, opacity=.85) for d in ("M542 616 C568 640 580 670 586 700", "M518 602 C542 616 558 634 568 656"))
    zip_line = stroke("M402 690 V1200", WHITE, 9) + rect(392, 712, 20, 40, SUN[0], 10)
    pockets = stroke("M280 900 L306 990", MINT[1], 9) + stroke("M524 900 L498 990", MINT[1], 9)
    return torso(MINT) + stripes + zip_line + pockets


def collar():
    return (path("M318 560 C322 620 360 672 402 690 C444 672 482 620 486 560 L512 590 C510 650 460 706 402 716 C344 706 294 650 292 590Z", MINT[1])
            + path("M318 560 C322 620 360 672 402 690 L402 712 C344 700 296 648 294 590Z", MINT[2]))


def headphones():
    """Around the neck, under the head."""
    band = stroke("M262 600 C262 690 330 736 402 736 C474 736 542 690 542 600", INK2, 22) \
        + stroke("M268 620 C278 682 336 720 396 722", "#6A5FA8", 7)
    cups = "".join(ellipse(x, 592, 30, 46, INK2, transform=f"rotate({turn} {x} 592)")
                   + ellipse(x + dx, 590, 22, 36, SUN[0], transform=f"rotate({turn} {x} 592)")
                   + ellipse(x + dx, 590, 11, 20, SUN[1], transform=f"rotate({turn} {x} 592)")
                   for x, turn, dx in ((268, 14, -3), (538, -14, 1)))
    return band + cups


ACTOR = person(Look(
    name="yoko", pill="mint", skin=SKIN["warm"], iris=("#4A3328", "#7C5840"), brow="#33262E", coat=MINT, cuff=WHITE,
    whole=.98, head_size=(1.0, 1.0), back=hair_behind(), body=jacket(), collar=collar() + headphones(), front=hair()))

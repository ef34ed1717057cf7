"""Kim, fifteen: bob with a lilac streak, a bun on top, denim jacket and a star earring."""

from art.actors.rig import Look, person, torso
from art.palette import CREAM, PLUM, SKIN, STEEL, SUN
from art.svg import STAR, at, circle, path, rect, stroke

HAIR = ("#2B2638", "#1D1928", "#544C6E")
STREAK = ("#B79CFF", "#9A7FE8")


def hair_behind():
    bun = circle(406, 108, 60, HAIR[1]) + circle(400, 103, 54, HAIR[0]) + stroke("M366 102 C368 82 382 70 400 68", HAIR[2], 9) \
        + stroke("M380 128 C398 138 424 132 434 112", HAIR[1], 7)
    tie = rect(362, 148, 84, 22, PLUM[2], 11)
    bob = path("M402 134 C272 134 216 214 220 334 C222 410 220 470 228 528 C256 556 306 558 336 548 H470 C500 558 552 556 576 528 "
               "C584 470 582 410 584 334 C588 214 532 134 402 134Z", HAIR[1])
    return bun + tie + bob


def hair():
    bangs = ("M246 356 C236 218 312 146 404 146 C496 146 570 218 556 356 C552 330 544 308 532 290 C504 300 470 292 450 268 "
             "C430 290 400 298 366 294 C332 300 292 304 272 306 C258 322 250 338 246 356Z")
    left = "M226 330 C222 410 216 480 226 530 C248 548 276 550 296 540 C276 500 262 440 260 380 C258 344 262 318 272 300 C250 296 232 306 226 330Z"
    right = "M578 330 C584 410 588 480 578 530 C556 548 528 550 508 540 C530 500 544 440 546 380 C548 344 542 318 532 286 C556 292 572 306 578 330Z"
    streak = "M450 268 C474 292 504 300 532 290 C538 300 543 310 546 322 C512 326 472 312 444 276Z"
    lilac_end = "M240 440 C234 480 228 510 226 530 C248 548 276 550 296 540 C280 512 268 474 263 434 C256 440 248 442 240 440Z"
    return (path(left, HAIR[0]) + path(lilac_end, STREAK[0]) + path(right, HAIR[1]) + path(bangs, HAIR[0])
            + path("M556 356 C570 218 496 146 404 146 C474 166 524 224 532 290 C544 308 552 330 556 356Z", HAIR[1])
            + path(streak, STREAK[0]) + stroke("M284 246 C302 206 336 184 374 176", HAIR[2], 12)
            + stroke("M450 268 C438 246 434 222 438 200", HAIR[1], 6))


def earring():
    return at(560, 424, path(STAR, SUN[1], transform="translate(0 3)"), path(STAR, SUN[0]), scale=.5)


def clothes():
    tee = path("M336 568 C352 630 378 668 402 674 C426 668 452 630 468 568 C500 640 506 900 498 1200 H306 C298 900 304 640 336 568Z", CREAM)
    wave = "".join(stroke(f"M318 {y} C346 {y - 14} 374 {y + 14} 402 {y} C430 {y - 14} 458 {y + 14} 486 {y}", colour, 12)
                   for y, colour in ((800, PLUM[2]), (832, STREAK[0])))
    lapels = (path("M336 562 C318 590 302 620 296 660 C288 720 296 740 318 720 C330 680 340 640 350 600Z", STEEL[2])
              + path("M468 562 C486 590 502 620 508 660 C516 720 508 740 486 720 C474 680 464 640 454 600Z", STEEL[1]))
    pockets = "".join(rect(x, 812, 60, 62, STEEL[1], 12) + rect(x, 806, 60, 20, STEEL[2], 9) + circle(x + 30, 816, 4, SUN[0]) for x in (224, 516))
    edges = stroke("M330 700 C306 800 300 960 306 1200", STEEL[1], 9) + stroke("M474 700 C498 800 504 960 498 1200", STEEL[1], 9)
    return torso(STEEL) + tee + wave + lapels + pockets + edges


ACTOR = person(Look(
    name="kim", pill="steel", skin=SKIN["warm"], iris=("#4A3328", "#84604A"), brow="#241F30", coat=STEEL, lash=True,
    whole=1.03, head_size=(.93, .96), body_size=.9, eye_size=.97, back=hair_behind(), body=clothes(), front=hair() + earring()))

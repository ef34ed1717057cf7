"""Kiko, four: never out of his dinosaur suit. Small, with a big head."""

from art.actors.rig import EXPRESSIONS, Look, person, torso
from art.palette import CREAM, INK, SKIN, SKY, SUN, WHITE
from art.svg import circle, clip, ellipse, path, rect, stroke

HAIR = ("#33283A", "#231B2B", "#5A4A60")
SKIN_WARM = SKIN["warm"]

OPENING = ("M270 340 C270 246 330 208 404 208 C478 208 540 246 540 340 C542 378 538 402 528 424 "
           "C510 472 462 504 404 504 C346 504 298 472 280 424 C270 402 268 378 270 340Z")


def spikes():
    """A soft crest over the top of the hood."""
    text = ""
    for x, y, turn, size in ((250, 196, -52, .86), (312, 130, -26, 1), (392, 104, 0, 1.1), (476, 122, 22, 1), (548, 180, 48, .86)):
        text += path("M-38 22 C-26 -6 -14 -34 0 -46 C14 -34 26 -6 38 22Z", SUN[1],
                     transform=f"translate({x} {y}) rotate({turn}) scale({size})", stroke=SUN[1], stroke_width=12, stroke_linejoin="round")
        text += path("M-38 22 C-26 -6 -14 -34 0 -46 C4 -30 4 0 -4 22Z", SUN[0],
                     transform=f"translate({x} {y}) rotate({turn}) scale({size})", stroke=SUN[0], stroke_width=8, stroke_linejoin="round")
    return text


def hood():
    shape = ("M402 122 C266 122 200 214 200 346 C200 446 240 536 300 562 C360 584 444 584 504 562 "
             "C564 536 604 446 604 346 C604 214 538 122 402 122Z")
    light = ("M402 122 C266 122 200 214 200 346 C200 446 240 536 300 562 C360 578 430 576 470 560 "
             "C540 520 572 440 572 340 C572 206 500 130 402 122Z")
    eyes = "".join(circle(x, 186, 30, SKY[1]) + circle(x - 2, 184, 27, WHITE) + circle(x + 4, 188, 15, INK) + circle(x, 182, 5, WHITE)
                   for x in (306, 498))
    return (path(shape, SKY[1]) + path(light, SKY[0]) + stroke("M232 282 C240 238 258 208 284 184", SKY[2], 13)
            + eyes + ellipse(384, 164, 7, 5, SKY[1]) + ellipse(422, 164, 7, 5, SKY[1]))


def face():
    rim = OPENING.replace("270 340 C270 246", "270 340 C270 246")
    fringe = path("M266 344 C262 250 330 200 404 200 C478 200 548 250 544 344 C536 318 524 302 508 292 C492 304 470 302 456 288 "
                  "C440 302 416 304 402 290 C386 304 362 302 348 288 C334 302 314 304 300 292 C284 304 272 320 266 344Z", HAIR[0])
    shine = stroke("M314 256 C330 238 350 230 370 228", HAIR[2], 8)
    shade = path("M566 190 V520 H404 C474 500 524 440 524 344 C524 264 500 222 466 204Z", SKIN_WARM[1])
    hem = path(rim, "none", stroke=SKY[2], stroke_width=16)
    teeth = "".join(path("M-11 -4 L0 17 L11 -4Z", CREAM, stroke=CREAM, stroke_width=6, stroke_linejoin="round",
                         transform=f"translate({x} {y}) rotate({turn})")
                    for x, y, turn in ((300, 276, -38), (330, 240, -26), (367, 221, -12), (406, 216, 0), (445, 221, 12), (482, 240, 26), (511, 276, 38)))
    return spikes() + hood() + path(OPENING, SKIN_WARM[0]) + clip("opening", OPENING, shade, fringe, shine) + hem + teeth


def suit():
    belly = path("M402 640 C470 640 510 720 514 830 C518 950 516 1080 510 1200 H294 C288 1080 286 950 290 830 C294 720 334 640 402 640Z", "#DDF0FF")
    stripes = "".join(stroke(f"M322 {y} C360 {y + 14} 444 {y + 14} 482 {y}", "#BBD9F5", 8) for y in (780, 850, 920, 990))
    return torso(SKY) + belly + stripes


def chin_flap():
    return path("M288 560 C330 606 474 606 516 560 C530 590 520 620 490 634 C440 652 364 652 314 634 C284 620 274 590 288 560Z", SKY[1]) \
        + rect(386, 620, 34, 20, SUN[0], 10)


ACTOR = person(Look(
    name="kiko", pill="sky", skin=SKIN_WARM, iris=("#4A3328", "#7C5840"), brow=HAIR[0], coat=SKY, neck=False,
    whole=.8, head_size=(1.08, 1.04), eye_size=1.06, body=suit(), drape=chin_flap(), head=face(),
    expressions=EXPRESSIONS + ("angry",)))

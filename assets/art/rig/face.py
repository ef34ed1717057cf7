"""The face that all people share: eyes, lids, brows, mouth, cheeks and nose.

An eye is an opening between two lids; the lids, the brow and the mouth make the expression.
"""

from dataclasses import dataclass

from art.palette import INK, WHITE
from art.rig.shapes import ribbon
from art.svg import circle, clip, ellipse, path, rect, stroke

FACE_X = 410
EYE_Y = 362
EYE_GAP = 62                # from the middle of the face to an eye
EYE_RX, EYE_RY = 32, 39     # half of an eye, wide open
MOUTH_DARK = "#5B1F3A"
TONGUE = "#FF7C8E"
EYE_WHITE = "#FFFDFA"
WET = "#9AD8FF"


@dataclass(frozen=True)
class Eye:
    """How an eye is opened. Heights are in halves of an eye, down; `nose` and `ear` are its two ends."""
    top: tuple = (-1.3, -1.3)       # bend of the upper lid: towards the nose, towards the ear
    low: tuple = (1.25, 1.25)       # bend of the lower lid
    ends: tuple = (0.0, -0.05)      # corners
    gaze: tuple = (0, 1)            # where the iris has moved, in units of the picture
    iris: float = 1.0
    size: float = 1.0
    pushed: bool = False            # the cheek lifts the lower lid
    wet: bool = False               # close to tears


SMILING = Eye(low=(.74, .66), ends=(.16, .02), pushed=True)

#: expression -> the eye at the left of the picture and the one at the right
EYES = {
    "happy": (SMILING, SMILING),
    "talking": (SMILING, SMILING),
    "worried": (Eye(top=(-1.42, -.96), low=(1.2, 1.1), ends=(-.08, .12), gaze=(2, 3), iris=.93, wet=True),) * 2,
    "thinking": (Eye(top=(-.94, -.9), low=(.98, .9), ends=(.02, 0), gaze=(9, -11), iris=.95),
                 Eye(top=(-1.28, -1.24), low=(1.02, .96), ends=(.02, -.04), gaze=(10, -12), iris=.95)),
    "surprised": (Eye(top=(-1.42, -1.42), low=(1.38, 1.38), gaze=(0, 0), iris=.84, size=1.04),) * 2,
    "sad": (Eye(top=(-1.12, -.5), low=(1.16, 1.04), ends=(-.12, .22), gaze=(-2, 8), iris=.95, wet=True),) * 2,
    "angry": (Eye(top=(-.44, -1.06), low=(1.0, .96), ends=(.12, -.06), gaze=(0, 5), iris=.96),) * 2,
}

#: where the eyes of a calm face look: towards the left and the right end of the picture
LOOKS = {"look_left": (-12, 1), "look_right": (12, 1)}


# --- eyes ----------------------------------------------------------------------------------------

class _Opening:
    """The outline of one eye on the picture."""

    def __init__(self, look, eye, side):
        self.x, self.y, self.side, self.eye = FACE_X + side * EYE_GAP, EYE_Y, side, eye
        self.rx = EYE_RX * look.eye_size * eye.size
        self.ry = EYE_RY * look.eye_size * eye.size

    def at(self, u, v, down=0.0):
        """A point of the picture: u from the nose (-1) to the ear (1), v in halves of the eye."""
        return f"{self.x + self.side * u * self.rx:.1f} {self.y + v * self.ry + down:.1f}"

    def lid(self, bends, lift=0.0, back=False):
        """The rest of a curve between both corners; it starts at the one near the nose, or ends there."""
        nose, ear = self.at(-.94, bends[0], lift), self.at(.94, bends[1], lift)
        if back:
            return f"C{ear} {nose} {self.at(-1, self.eye.ends[0])}"
        return f"C{nose} {ear} {self.at(1, self.eye.ends[1])}"

    def outline(self):
        return f"M{self.at(-1, self.eye.ends[0])} {self.lid(self.eye.top)} {self.lid(self.eye.low, back=True)}Z"


def _iris(look, opening, gaze):
    size = opening.eye.iris * look.eye_size
    x, y = opening.x + gaze[0], opening.y + gaze[1]
    left, right = f"{x - 20 * size:.1f} {y + 9 * size:.1f}", f"{x + 20 * size:.1f} {y + 9 * size:.1f}"
    glow = (f"M{left} A21 25 0 0 0 {right} "
            f"C{x + 9 * size:.1f} {y + 19 * size:.1f} {x - 9 * size:.1f} {y + 19 * size:.1f} {left}Z")
    return (ellipse(x, y, 27.5 * size, 34 * size, look.iris[0])
            + ellipse(x, y, 25.5 * size, 32 * size, "none", stroke=INK, stroke_width=4 * size, stroke_opacity=.4)
            + path(glow, look.iris[1], stroke=look.iris[1], stroke_width=5, stroke_linejoin="round")
            + ellipse(x, y - 2 * size, 15 * size, 19.5 * size, INK)
            + circle(x - 9.5 * size, y - 14 * size, 10.5 * size, WHITE)
            + circle(x + 9 * size, y + 11 * size, 5 * size, WHITE))


def _eye(look, eye, side, gaze):
    opening = _Opening(look, eye, side)
    wide = _Opening(look, Eye(size=eye.size), side)
    lid = f"M{wide.at(-1, 0)} {wide.lid(wide.eye.top)} L{opening.at(1, eye.ends[1])} {opening.lid(eye.top, back=True)}Z"
    low = f"M{opening.at(-1, eye.ends[0])} {opening.lid(eye.low)}"
    inside = [path(opening.outline(), EYE_WHITE), _iris(look, opening, gaze),
              path(f"M{opening.at(-1, eye.ends[0])} {opening.lid(eye.top)} "
                   f"{opening.lid(eye.top, 15, back=True)}Z", INK, opacity=.2)]
    if eye.wet:
        inside.append(path(f"M{opening.at(-1, eye.ends[0])} {opening.lid(eye.low)} "
                           f"{opening.lid(eye.low, -11, back=True)}Z", WET, opacity=.75))
        inside.append(circle(opening.x - opening.rx * .2 + gaze[0], opening.y + opening.ry * .62, 6, WHITE, opacity=.9))
    return (path(lid, look.skin[1], opacity=.6)
            + stroke(low, look.skin[1], 7 if eye.pushed else 5)
            + clip("eyeL" if side < 0 else "eyeR", opening.outline(), *inside)
            + _lash(look, opening))


def _lash(look, opening):
    """The dark edge of the upper lid: thin at the nose, thick at the ear."""
    eye, side = opening.eye, opening.side
    start, end = opening.at(-1, eye.ends[0]), opening.at(1, eye.ends[1])
    tip = opening.at(1.1, eye.ends[1], -3)
    thick = 10 if look.lash else 6
    edge = (f"M{start} {opening.lid(eye.top)} L{tip} "
            f"C{opening.at(1.0, eye.top[1], -thick)} {opening.at(-.94, eye.top[0], 4 - thick)} {start}Z")
    text = path(edge, INK, stroke=INK, stroke_width=4, stroke_linejoin="round")
    if look.lash:
        x, y = (float(v) for v in end.split())
        for from_x, from_y, bend_x, bend_y, to_x, to_y in ((-5, -13, 7, -15, 13, -25), (-1, -3, 10, -3, 17, -10)):
            text += stroke(f"M{x + side * from_x:.1f} {y + from_y:.1f} Q{x + side * bend_x:.1f} {y + bend_y:.1f} "
                           f"{x + side * to_x:.1f} {y + to_y:.1f}", INK, 6)
    return text


def eyes(look, expression):
    return "".join(_eye(look, eye, side, look.gaze or eye.gaze) for eye, side in zip(EYES[expression], (-1, 1)))


def looking_eyes(look, way):
    """The eyes of happy and talking, turned to one side."""
    return "".join(_eye(look, SMILING, side, look.gaze or LOOKS[way]) for side in (-1, 1))


def closed_eyes(look):
    text = ""
    for side in (-1, 1):
        x, r = FACE_X + side * EYE_GAP, 31 * look.eye_size
        text += path(f"M{x - r:.1f} 366 C{x - r * .7:.1f} 338 {x + r * .7:.1f} 338 {x + r:.1f} 366 "
                     f"C{x + r * .6:.1f} 390 {x - r * .6:.1f} 390 {x - r:.1f} 366Z", look.skin[1], opacity=.5)
        edge = [(x - side * r, 366), (x - side * r * .5, 390), (x + side * r * .6, 390), (x + side * (r + 3), 364)]
        text += path(ribbon([edge], (6, 10, 11, 6)), INK)
        if look.lash:
            text += stroke(f"M{x + side * (r - 6):.1f} 376 L{x + side * (r + 7):.1f} 384", INK, 6)
            text += stroke(f"M{x + side * (r - 17):.1f} 382 L{x + side * (r - 9):.1f} 394", INK, 6)
    return text


# --- brows ---------------------------------------------------------------------------------------

#: outer end, bend, inner end of the left brow and inner end, bend, outer end of the right one,
#: as offsets from the eye (x) and heights (y)
BROWS = {
    "happy": ((-33, 308), (-8, 288), (25, 301), (-25, 301), (8, 288), (33, 308)),
    "talking": ((-33, 302), (-8, 282), (25, 298), (-25, 292), (6, 270), (33, 294)),
    "worried": ((-34, 314), (-4, 302), (23, 276), (-23, 276), (4, 302), (34, 314)),
    "thinking": ((-32, 310), (-2, 302), (27, 314), (-24, 288), (6, 262), (34, 288)),
    "surprised": ((-34, 292), (-8, 262), (24, 280), (-24, 280), (8, 262), (34, 292)),
    "sad": ((-36, 326), (-6, 312), (22, 284), (-22, 284), (6, 312), (36, 326)),
    "angry": ((-35, 304), (-10, 300), (28, 325), (-28, 325), (10, 300), (35, 304)),
}


def brows(look, expression):
    points, text = BROWS[expression], _flush(look, expression)
    for middle, (a, b, c) in ((FACE_X - EYE_GAP, points[:3]), (FACE_X + EYE_GAP, points[3:])):
        curve = [(middle + x, y) for x, y in (a, b, c)]
        thick = (8, 14, 16) if middle < FACE_X else (16, 14, 8)
        text += path(ribbon([curve], [width * look.brow_size for width in thick]), look.brow)
    if expression == "sad" and look.age != "grown":
        text += tear(FACE_X - EYE_GAP - 24, 408)
    return text


def _flush(look, expression):
    """Cheeks say as much as brows: hot when angry."""
    if expression != "angry":
        return ""
    return "".join(ellipse(FACE_X + side * 91, 417, 30, 19, look.skin[3], opacity=.6) for side in (-1, 1))


def tear(x, y):
    return (path(f"M{x} {y} C{x + 13} {y + 20} {x + 15} {y + 36} {x} {y + 37} "
                 f"C{x - 15} {y + 36} {x - 13} {y + 20} {x} {y}Z", "#7CCBFF")
            + stroke(f"M{x - 6} {y + 21} a7 8 0 0 0 4 8", WHITE, 4))


# --- mouth ---------------------------------------------------------------------------------------

def _lip(look, x, y, half=11):
    """The shadow under the lower lip."""
    return stroke(f"M{x - half} {y} Q{x} {y + 5} {x + half} {y}", look.skin[1], 6)


def _open_mouth(name, outline, teeth, tongue):
    return (path(outline, MOUTH_DARK, stroke=MOUTH_DARK, stroke_width=6, stroke_linejoin="round")
            + clip(name, outline, teeth, tongue))


def _smile(look):
    x = FACE_X
    top = f"M{x - 50} 438 C{x - 24} 450 {x + 24} 450 {x + 50} 438"
    outline = f"{top} C{x + 50} 470 {x + 30} 499 {x} 499 C{x - 30} 499 {x - 50} 470 {x - 50} 438Z"
    dimples = (stroke(f"M{x - 60} 433 C{x - 52} 434 {x - 48} 439 {x - 47} 446", look.skin[1], 6)
               + stroke(f"M{x + 60} 433 C{x + 52} 434 {x + 48} 439 {x + 47} 446", look.skin[1], 6))
    teeth = path(f"M{x - 46} 434 H{x + 46} V448 C{x + 34} 464 {x - 34} 464 {x - 46} 448Z", WHITE)
    return dimples + _open_mouth("smile", outline, teeth, ellipse(x + 2, 496, 29, 18, TONGUE))


def _talking(look):
    x = FACE_X
    top = f"M{x - 38} 444 C{x - 20} 438 {x + 20} 438 {x + 40} 442"
    outline = f"{top} C{x + 42} 470 {x + 26} 492 {x + 2} 492 C{x - 22} 492 {x - 38} 470 {x - 38} 444Z"
    teeth = rect(x - 30, 432, 62, 22, WHITE, 8)
    return _open_mouth("word", outline, teeth, ellipse(x + 4, 490, 24, 15, TONGUE))


def _talk(look):
    x = FACE_X
    top = f"M{x - 27} 452 C{x - 14} 445 {x + 14} 445 {x + 27} 452"
    outline = f"{top} C{x + 30} 474 {x + 16} 484 {x} 484 C{x - 16} 484 {x - 30} 474 {x - 27} 452Z"
    return (_open_mouth("talk", outline, rect(x - 20, 440, 40, 18, WHITE, 7), ellipse(x, 482, 19, 12, TONGUE))
            + _lip(look, x, 498, 9))


def _worried(look):
    x = FACE_X
    outline = f"M{x - 27} 473 C{x - 24} 449 {x + 24} 449 {x + 27} 471 C{x + 15} 478 {x - 13} 479 {x - 27} 473Z"
    return (_open_mouth("worry", outline, rect(x - 19, 444, 38, 18, WHITE, 7), "") + _lip(look, x, 491))


def _thinking(look):
    x = FACE_X
    line = [[(x - 16, 466), (x - 2, 458), (x + 14, 462), (x + 34, 450)]]
    return (path(ribbon(line, (9, 10, 8)), MOUTH_DARK)
            + stroke(f"M{x + 43} 442 Q{x + 46} 450 {x + 42} 457", look.skin[1], 6)
            + _lip(look, x + 6, 482))


def _surprised(look):
    x = FACE_X
    outline = f"M{x} 440 C{x + 21} 440 {x + 26} 458 {x + 25} 472 C{x + 24} 490 {x + 14} 498 {x} 498 " \
              f"C{x - 14} 498 {x - 24} 490 {x - 25} 472 C{x - 26} 458 {x - 21} 440 {x} 440Z"
    teeth, tongue = rect(x - 14, 434, 28, 14, WHITE, 6), ellipse(x, 494, 17, 13, TONGUE)
    return path(outline, MOUTH_DARK) + clip("oh", outline, teeth, tongue)


def _sad(look):
    x = FACE_X
    line = [[(x - 32, 478), (x - 22, 452), (x + 22, 452), (x + 32, 478)]]
    return (path(ribbon(line, (7, 10, 10, 7)), MOUTH_DARK)
            + stroke(f"M{x - 15} 482 Q{x - 2} 474 {x + 15} 482", look.skin[1], 7))


def _angry(look):
    x = FACE_X
    line = [[(x - 30, 476), (x - 22, 454), (x + 10, 452), (x + 32, 468)]]
    return (path(ribbon(line, (9, 12, 12, 9)), MOUTH_DARK)
            + stroke(f"M{x - 17} 485 Q{x + 1} 472 {x + 19} 483", look.skin[1], 8))


MOUTHS = {"happy": _smile, "talking": _talking, "talk": _talk, "worried": _worried, "thinking": _thinking,
          "surprised": _surprised, "sad": _sad, "angry": _angry}


def mouth(look, kind):
    return MOUTHS[kind](look)


# --- the rest of the head ------------------------------------------------------------------------

#: outlines of a bare head by age: cheeks go down and the chin gets its own shape as people grow
HEADS = {
    "small": "M252 334 C252 222 322 176 402 176 C482 176 552 222 552 334 C554 376 550 408 538 432 "
             "C516 480 462 513 402 513 C342 513 288 480 266 432 C254 408 250 376 252 334Z",
    "child": "M256 330 C256 222 322 176 402 176 C482 176 546 222 546 330 C549 368 546 398 535 424 "
             "C514 476 460 512 402 512 C344 512 288 476 267 424 C256 398 253 366 256 330Z",
    "grown": "M258 330 C258 222 322 176 402 176 C482 176 544 222 544 330 C547 370 542 402 530 430 "
             "C510 474 470 516 404 516 C338 516 294 474 274 430 C262 402 255 370 258 330Z",
}


def cheeks_and_nose(look):
    x, text = FACE_X, ""
    for side in (-1, 1):
        text += ellipse(x + side * 91, 417, 30, 19, look.skin[3], opacity=.4)
        if look.freckles:
            text += "".join(circle(x + side * dx, y, 4, look.skin[1], opacity=.75)
                            for dx, y in ((90, 403), (73, 411), (105, 415), (84, 424)))
    return text + _nose(look)


def _nose(look):
    x = FACE_X
    if look.age == "grown":
        return (path(f"M{x + 4} 372 C{x + 14} 392 {x + 20} 404 {x + 18} 414 C{x + 14} 424 {x - 4} 424 {x - 8} 414 "
                     f"C{x + 4} 416 {x + 8} 398 {x + 4} 372Z", look.skin[1], opacity=.55)
                + stroke(f"M{x - 9} 412 C{x - 2} 424 {x + 16} 424 {x + 19} 410", look.skin[1], 8)
                + stroke(f"M{x - 1} 396 Q{x - 3} 402 {x - 2} 404", look.skin[2], 6))
    return (ellipse(x + 7, 409, 14, 11, look.skin[1]) + ellipse(x + 4, 406, 13, 10, look.skin[0])
            + stroke(f"M{x} 402 Q{x + 3} 399 {x + 7} 400", look.skin[2], 5))


def plain_head(look):
    skin, outline, text = look.skin, HEADS[look.age], ""
    if look.ears:
        text += ellipse(256, 368, 28, 36, skin[0]) + ellipse(548, 368, 28, 36, skin[1])
        text += path("M240 356 C246 344 262 348 262 364 C262 378 254 384 250 388 C254 376 250 364 240 356Z", skin[1])
        text += path("M564 356 C558 344 542 348 542 364 C542 378 550 384 554 388 C550 376 554 364 564 356Z", INK,
                     opacity=.16)
    return (text + path(outline, skin[1])
            + clip("head", outline, path(outline, skin[0], transform="translate(-15 -12)"),
                   stroke("M268 300 C270 258 286 232 306 214", skin[2], 12, opacity=.5)))


def neck(skin):
    return (path("M354 470 H450 V590 C450 618 354 618 354 590Z", skin[0])
            + path("M354 490 C384 524 428 524 450 486 V548 C426 566 378 562 354 540Z", skin[1]))

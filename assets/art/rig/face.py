"""The face that all people share: eyes, lids, brows, mouth, cheeks and nose."""

from art.palette import INK, WHITE
from art.svg import circle, clip, ellipse, path, rect, stroke

HEAD = ("M256 330 C256 222 322 176 402 176 C482 176 546 222 546 330 C548 366 544 396 534 422 "
        "C516 474 462 512 402 512 C342 512 286 474 268 422 C258 396 254 366 256 330Z")
FACE_X = 410
EYE_Y = 362
EYE_GAP = 62                # from the middle of the face to an eye
MOUTH_DARK = "#5B1F3A"
TONGUE = "#FF7C8E"


def _open_eye(look, side, expression):
    """One eye; side is -1 for the left of the picture, 1 for the right."""
    x, y = FACE_X + side * EYE_GAP, EYE_Y
    rx, ry, iris_x, iris_y, iris = 31, 38, 0, 2, 1.0
    if expression == "thinking":
        iris_x, iris_y = 8, -9
    elif expression == "surprised":
        rx, ry, iris = 33, 43, 0.82
    elif expression == "worried":
        ry, iris, iris_y = 36, 0.92, 4
    elif expression == "sad":
        ry, iris, iris_x, iris_y = 33, 0.9, -4, 8
    elif expression == "angry":
        ry, iris, iris_y = 32, 0.86, 2
    rx, ry, iris = rx * look.eye_size, ry * look.eye_size, iris * look.eye_size
    name = "eye" + ("L" if side < 0 else "R")
    oval = (f"M{x - rx:.1f} {y} A{rx:.1f} {ry:.1f} 0 0 1 {x + rx:.1f} {y} "
            f"A{rx:.1f} {ry:.1f} 0 0 1 {x - rx:.1f} {y}Z")
    lid_low = 0.42 if expression not in ("sad", "angry") else 0.12
    ball = clip(
        name, oval,
        ellipse(x, y, rx, ry, WHITE),
        ellipse(x + iris_x, y + iris_y, 26 * iris, 33 * iris, look.iris[0]),
        ellipse(x + iris_x, y + iris_y + 14 * iris, 18 * iris, 15 * iris, look.iris[1]),
        ellipse(x + iris_x, y + iris_y - 1, 16 * iris, 21 * iris, INK),
        path(f"M{x - rx:.1f} {y - ry - 2:.1f} H{x + rx:.1f} V{y - ry * lid_low:.1f} "
             f"C{x + rx * .5:.1f} {y - ry * (lid_low + .36):.1f} {x - rx * .5:.1f} "
             f"{y - ry * (lid_low + .36):.1f} {x - rx:.1f} {y - ry * lid_low:.1f}Z", INK, opacity=.18),
        circle(x + iris_x - 8, y + iris_y - 13, 10, WHITE),
        circle(x + iris_x + 9, y + iris_y + 9, 4.5, WHITE),
        _smiling_lid(look, x, y, rx, ry) if expression == "happy" else "")
    return ball + _lashes(look, side, x, y, rx, ry, expression)


def _smiling_lid(look, x, y, rx, ry):
    """A real smile pushes the lower lid up."""
    return (path(f"M{x - rx - 6:.1f} {y + ry * .72:.1f} C{x - rx * .5:.1f} {y + ry * .44:.1f} "
                 f"{x + rx * .5:.1f} {y + ry * .44:.1f} {x + rx + 6:.1f} {y + ry * .72:.1f} "
                 f"V{y + ry + 8:.1f} H{x - rx - 6:.1f}Z", look.skin[0])
            + stroke(f"M{x - rx * .8:.1f} {y + ry * .64:.1f} C{x - rx * .4:.1f} {y + ry * .5:.1f} "
                     f"{x + rx * .4:.1f} {y + ry * .5:.1f} {x + rx * .8:.1f} {y + ry * .64:.1f}",
                     look.skin[1], 5))


def _lashes(look, side, x, y, rx, ry, expression):
    drop_in = 12 if expression == "angry" else 0        # lid pressed down towards the nose
    drop_out = 8 if expression == "sad" else 0
    left, right = (drop_out, drop_in) if side < 0 else (drop_in, drop_out)
    lid = stroke(f"M{x - rx - 1:.1f} {y - 8 + left} C{x - rx * .86:.1f} {y - ry - 7 + left:.1f} "
                 f"{x + rx * .86:.1f} {y - ry - 7 + right:.1f} {x + rx + 1:.1f} {y - 8 + right}", INK, 9)
    if not look.lash:
        return lid
    return (lid + stroke(f"M{x + side * (rx - 3):.1f} {y - 19} L{x + side * (rx + 13):.1f} {y - 29}", INK, 7)
            + stroke(f"M{x + side * (rx + 1):.1f} {y - 7} L{x + side * (rx + 15):.1f} {y - 11}", INK, 6))


def eyes(look, expression):
    return _open_eye(look, -1, expression) + _open_eye(look, 1, expression)


def closed_eyes():
    return "".join(stroke(f"M{x - 30} 366 C{x - 18} 388 {x + 18} 388 {x + 30} 366", INK, 10)
                   for x in (FACE_X - EYE_GAP, FACE_X + EYE_GAP))


def mouth(look, kind):
    x, crease = FACE_X, look.skin[1]
    if kind == "happy":
        smile = (f"M{x - 46} 440 C{x - 20} 448 {x + 20} 448 {x + 46} 440 "
                 f"C{x + 46} 498 {x - 46} 498 {x - 46} 440Z")
        return (path(smile, MOUTH_DARK)
                + clip("smile", smile, rect(x - 40, 434, 80, 21, WHITE, 8), ellipse(x, 492, 27, 17, TONGUE))
                + stroke(f"M{x - 47} 440 C{x - 20} 448 {x + 20} 448 {x + 47} 440", crease, 6))
    if kind == "talk":
        return (ellipse(x, 460, 29, 21, MOUTH_DARK)
                + path(f"M{x - 24} 450 C{x - 12} 444 {x + 12} 444 {x + 24} 450 L{x + 20} 456 H{x - 20}Z", WHITE)
                + ellipse(x, 472, 17, 8, TONGUE))
    if kind == "surprised":
        return ellipse(x, 466, 21, 26, MOUTH_DARK) + ellipse(x, 480, 13, 9, TONGUE)
    if kind == "thinking":
        return (stroke(f"M{x - 12} 462 C{x + 2} 454 {x + 18} 454 {x + 32} 460", MOUTH_DARK, 9)
                + stroke(f"M{x - 2} 478 H{x + 14}", crease, 6))
    if kind == "angry":
        return (stroke(f"M{x - 26} 466 C{x - 12} 454 {x + 12} 454 {x + 26} 462", MOUTH_DARK, 10)
                + stroke(f"M{x - 8} 480 H{x + 10}", crease, 6))
    if kind == "sad":
        return (stroke(f"M{x - 26} 472 C{x - 14} 454 {x + 14} 454 {x + 26} 472", MOUTH_DARK, 9)
                + stroke(f"M{x - 8} 488 H{x + 8}", crease, 6))
    return (stroke(f"M{x - 28} 468 C{x - 14} 450 {x + 12} 450 {x + 28} 466", MOUTH_DARK, 9)
            + stroke(f"M{x - 9} 482 H{x + 9}", crease, 6))


#: outer end, bend, inner end of the left brow and inner end, bend, outer end of the right one,
#: as offsets from the eye (x) and heights (y)
BROWS = {
    "happy": ((-28, 304), (0, 286), (26, 298), (-26, 298), (0, 286), (28, 304)),
    "worried": ((-28, 308), (-4, 296), (24, 278), (-24, 278), (4, 296), (28, 308)),
    "thinking": ((-28, 302), (0, 292), (26, 304), (-26, 286), (0, 270), (28, 288)),
    "surprised": ((-28, 288), (0, 266), (26, 280), (-26, 280), (0, 266), (28, 288)),
    "sad": ((-28, 316), (-6, 306), (24, 286), (-24, 286), (6, 306), (28, 316)),
    "angry": ((-30, 294), (0, 300), (28, 318), (-28, 318), (0, 300), (30, 294)),
}


def brows(look, expression):
    left, right = FACE_X - EYE_GAP, FACE_X + EYE_GAP
    points = BROWS[expression]
    text = ""
    for middle, (a, b, c) in ((left, points[:3]), (right, points[3:])):
        text += stroke(f"M{middle + a[0]} {a[1]} Q{middle + b[0]} {b[1]} {middle + c[0]} {c[1]}", look.brow, 13)
    if expression == "sad":                                # one tear, still small
        text += path(f"M{left - 24} 398 C{left - 12} 416 {left - 12} 428 {left - 24} 428 "
                     f"C{left - 36} 428 {left - 36} 416 {left - 24} 398Z", "#7CCBFF")
        text += stroke(f"M{left - 30} 416 a5 6 0 0 0 4 7", WHITE, 4)
    return text


def cheeks_and_nose(look):
    x, text = FACE_X, ""
    for side in (-1, 1):
        text += ellipse(x + side * 92, 416, 29, 18, look.skin[3], opacity=.38)
        if look.freckles:
            text += "".join(circle(x + side * dx, y, 4, look.skin[1], opacity=.7)
                            for dx, y in ((88, 402), (72, 410), (104, 414)))
    return text + stroke(f"M{x - 6} 410 C{x + 2} 420 {x + 14} 418 {x + 16} 408", look.skin[1], 8)


def plain_head(skin, ears=True):
    text = ""
    if ears:
        text += ellipse(256, 366, 29, 37, skin[0]) + ellipse(548, 366, 29, 37, skin[1])
        text += stroke("M246 352 C262 350 266 366 256 380", skin[1], 7)
        text += stroke("M558 352 C544 350 540 366 548 380", INK, 7, opacity=.14)
    return text + path(HEAD, skin[1]) + clip("head", HEAD, path(HEAD, skin[0], transform="translate(-15 -13)"))


def neck(skin):
    return (path("M350 470 H454 V590 C454 616 350 616 350 590Z", skin[0])
            + path("M350 490 C380 524 430 524 454 486 V540 C430 560 376 556 350 536Z", skin[1]))

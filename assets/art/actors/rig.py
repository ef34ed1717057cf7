"""The face and body that every child (and grown-up) of the cast shares.

Drawn on 800x1000 units with the head around 402,340. The features sit FACE_X to the right of
the head's middle, towards the centre of the scene: a cheap three-quarter view. A person is a
`Look`: what differs. `person(look)` adds what is common and returns an Actor.
"""

from dataclasses import dataclass, field

from art.catalogue import Actor
from art.palette import INK, WHITE
from art.svg import circle, clip, ellipse, group, path, rect, stroke

LAYERS = ("chair", "back", "body", "arm", "drape", "head", "brows", "eyes", "mouth", "front", "armf")
HEAD_LAYERS = ("back", "head", "brows", "eyes", "mouth", "front")
EXPRESSIONS = ("happy", "worried", "thinking", "surprised", "sad")

HEAD = ("M256 330 C256 222 322 176 402 176 C482 176 546 222 546 330 C548 366 544 396 534 422 "
        "C516 474 462 512 402 512 C342 512 286 474 268 422 C258 396 254 366 256 330Z")
FACE_X = 410
EYE_Y = 362
EYE_GAP = 62                # from the middle of the face to an eye
MOUTH_DARK = "#5B1F3A"
TONGUE = "#FF7C8E"


@dataclass(frozen=True)
class Look:
    """What makes one person different from the next. Markup is in the rig's units."""
    name: str
    pill: str
    skin: tuple
    iris: tuple
    brow: str
    coat: tuple                     # hue of the sleeves
    cuff: str = ""                  # colour of the cuffs; empty: light tone of the coat
    lash: bool = False
    freckles: bool = False
    ears: bool = True
    teeth: bool = True
    whole: float = 1.0              # size of the whole person; the ground stays
    head_size: tuple = (1.0, 1.0)   # of the head alone; the chin stays
    body_size: float = 0.86
    eye_size: float = 1.0
    chair: str = ""                 # behind everything, moves with the body
    back: str = ""                  # hair behind the head
    body: str = ""                  # clothes without arms
    collar: str = ""                # over the neck
    drape: str = ""                 # over the body, under the head
    head: str = ""                  # replaces the plain head (a scarf, a hood)
    front: str = ""                 # hair and glasses over the face
    neck: bool = True
    expressions: tuple = EXPRESSIONS
    gestures: dict = field(default_factory=dict)    # expression -> arm, where not the usual one


GESTURES = {"happy": "wave", "worried": "heart", "thinking": "chin", "surprised": "down",
            "sad": "down", "angry": "down"}


# --- face ----------------------------------------------------------------------------------

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


# --- body and arms ---------------------------------------------------------------------------

def torso(hue):
    left = ("M330 566 C272 576 226 604 212 668 C198 740 204 900 202 1200 H{0} "
            "C{1} 900 {2} 740 {3} C578 604 532 576 474 566 C450 604 354 604 330 566Z")
    light = ("M330 566 C272 576 226 604 212 668 C198 740 204 900 202 1200 H548 C552 900 560 740 540 660 "
             "C528 612 500 582 470 567 C446 604 354 604 330 566Z")
    return path(left.format(602, 600, 606, "592 668"), hue[1]) + path(light, hue[0])


def hand(skin, x, y, turn=0, flip=1, kind="rest"):
    if kind == "open":
        drawn = (stroke("M-24 -8 L-42 -36", skin[0], 22) + stroke("M-10 -18 L-16 -60", skin[0], 23)
                 + stroke("M10 -18 L13 -62", skin[0], 23) + stroke("M27 -8 L40 -48", skin[0], 21)
                 + ellipse(0, 0, 38, 36, skin[0])
                 + path("M-37 8 A38 36 0 0 0 37 8 C20 24 -20 24 -37 8Z", skin[1])
                 + stroke("M-3 -42 V-30", skin[1], 4) + stroke("M22 -36 L20 -26", skin[1], 4))
    elif kind == "point":
        drawn = (stroke("M8 -20 L10 -66", skin[0], 24) + rect(-36, -34, 72, 66, skin[0], 30)
                 + path("M-36 4 A36 32 0 0 0 36 4 C18 18 -18 18 -36 4Z", skin[1])
                 + stroke("M-18 -33 V-17", skin[1], 4) + stroke("M26 -6 C12 4 -2 4 -13 -3", skin[1], 5))
    elif kind == "flat":                                   # laid on the chest, fingers to the left
        drawn = (ellipse(0, 0, 36, 32, skin[0])
                 + stroke("M-12 -18 L-50 -24", skin[0], 21) + stroke("M-16 -3 L-60 -4", skin[0], 21)
                 + stroke("M-12 13 L-54 17", skin[0], 20) + stroke("M4 -22 L-14 -48", skin[0], 20)
                 + path("M-20 20 A36 32 0 0 0 34 8 C22 20 0 24 -20 20Z", skin[1])
                 + stroke("M-46 -14 H-26", skin[1], 4) + stroke("M-46 7 H-26", skin[1], 4))
    else:
        drawn = (ellipse(0, 0, 34, 40, skin[0]) + path("M-30 16 A34 40 0 0 0 32 14 C20 28 -14 30 -30 16Z", skin[1])
                 + stroke("M-6 14 V34", skin[1], 4) + stroke("M10 14 V33", skin[1], 4)
                 + stroke("M24 -12 C34 -2 32 10 26 18", skin[0], 18))
    return group(drawn, transform=f"translate({x} {y}) rotate({turn}) scale({flip} 1)")


def arm(look, gesture, right=True):
    """One arm; only the right arm of the picture makes gestures."""
    hue, skin, cuff = look.coat, look.skin, look.cuff or look.coat[2]
    if gesture == "down":
        drawn = (hand(skin, 202, 946) + stroke("M236 664 C202 740 190 820 200 900", hue[1], 74)
                 + stroke("M230 664 C196 740 184 820 193 898", hue[0], 62) + rect(160, 884, 82, 34, cuff, 17))
        return group(drawn, transform="translate(804 0) scale(-1 1)" if right else None)
    if gesture == "wave":
        return (hand(skin, 690, 556, 16, -1, "open") + stroke("M566 672 C610 770 660 760 684 640", hue[1], 72)
                + stroke("M562 665 C604 759 648 749 674 637", hue[0], 60)
                + group(rect(642, 606, 84, 34, cuff, 17), transform="rotate(12 684 622)"))
    if gesture == "heart":
        return (stroke("M572 680 C632 800 600 850 530 800 L486 772", hue[1], 72)
                + stroke("M566 673 C622 789 592 837 528 791 L484 764", hue[0], 60)
                + group(rect(-17, -42, 34, 84, cuff, 17), transform="translate(474 762) rotate(32)")
                + hand(skin, 436, 738, 26, 1, "flat"))
    return (stroke("M572 680 C640 800 600 850 520 800 C480 770 470 700 462 620", hue[1], 72)      # chin
            + stroke("M566 673 C630 789 592 837 518 791 C480 763 468 697 460 623", hue[0], 60)
            + group(rect(422, 594, 84, 34, cuff, 17), transform="rotate(-6 464 606)")
            + hand(skin, 468, 560, -4, 1, "point"))


# --- the person -------------------------------------------------------------------------------

def _frames(look):
    """The transforms of body and head."""
    whole = f"translate(402 1000) scale({look.whole}) translate(-402 -1000)"
    body = f"{whole} translate(402 546) scale({look.body_size}) translate(-402 -572)"
    sx, sy = look.head_size
    head = f"{whole} translate(402 512) scale({sx} {sy}) translate(-402 -512)"
    return body, head


def _from_ground(look, x, y):
    return (402 + (x - 402) * look.whole, 1000 + (y - 1000) * look.whole)


def person(look):
    """The Actor of a look."""
    body_frame, head_frame = _frames(look)

    def body(*parts):
        return group(*parts, transform=body_frame) if any(parts) else ""

    def head(*parts):
        return group(*parts, transform=head_frame) if any(parts) else ""

    still = {
        "chair": body(look.chair),
        "back": head(look.back),
        "body": body(look.body, arm(look, "down", right=False), neck(look.skin) if look.neck else "", look.collar),
        "drape": head(look.drape),
        "head": head(look.head or plain_head(look.skin, look.ears), cheeks_and_nose(look)),
        "front": head(look.front),
    }
    expressions = {}
    for name in look.expressions:
        gesture = look.gestures.get(name, GESTURES[name])
        layers = dict(still, brows=head(brows(look, name)), eyes=head(eyes(look, name)),
                      mouth=head(mouth(look, name)))
        layers["armf" if gesture in ("chin", "heart") else "arm"] = body(arm(look, gesture))
        expressions[name] = layers
    variants = {"blink/eyes": head(closed_eyes()), "talk/mouth": head(mouth(look, "talk"))}
    return Actor(look.name, look.pill, LAYERS, HEAD_LAYERS, expressions, variants,
                 head=_from_ground(look, 402, 524), hip=_from_ground(look, 402, 1000), baseline=1000)

"""Arms of people, in the units of the body. The picture's right arm makes most gestures.

Hands that say something are held above y 680: the lower part of a person is often behind the speech box.
"""

import math

from art.rig.hands import hand
from art.rig.shapes import first_part, ribbon
from art.svg import path, rect, stroke

#: which pose of the arms goes with an expression, unless a person's "gestures" say another one
GESTURES = {"happy": "wave", "worried": "heart", "thinking": "chin", "surprised": "startle",
            "sad": "hug", "angry": "fists", "talking": "explain"}
BOTH = ("startle", "fists", "hips")         # the left arm does the same; else it hangs
OTHER = {"dance": "hips"}                   # what the left arm does instead
BEHIND = ("down", "hips")                   # all of the arm is behind scarf and hair; else the lower half is in front
MIDDLE = 402
SHOULDER_Y = 660

#: gesture -> the arm from the shoulder at 0,0 to the wrist (two curves), the hand: kind, turn, flipped.
#: The picture's right arm.
ARMS = {
    "down": ([[(0, 0), (18, 60), (30, 110), (26, 150)],
             [(26, 150), (22, 190), (16, 214), (10, 236)]], "hanging", 184, True),
    "wave": ([[(0, 0), (14, 70), (40, 128), (72, 118)],
             [(72, 118), (106, 104), (116, 30), (118, -36)]], "spread", 10, False),
    "explain": ([[(0, 0), (8, 70), (28, 122), (64, 118)],
                [(64, 118), (94, 110), (102, 44), (116, -20)]], "easy", 48, False),
    "heart": ([[(0, 0), (42, 80), (44, 134), (-6, 128)],
              [(-6, 128), (-50, 120), (-78, 62), (-102, 18)]], "closed", -58, True),
    "hug": ([[(0, 0), (50, 84), (30, 140), (-30, 132)],
            [(-30, 132), (-100, 118), (-150, 70), (-196, 32)]], "closed", -66, True),
    "chin": ([[(0, 0), (58, 90), (56, 156), (0, 148)],
             [(0, 148), (-46, 140), (-62, 40), (-76, -38)]], "index", -8, False),
    "startle": ([[(0, 0), (16, 66), (36, 116), (58, 104)],
                [(58, 104), (82, 88), (84, 24), (84, -28)]], "spread", 10, False),
    "fists": ([[(0, 0), (26, 70), (46, 122), (60, 106)],
              [(60, 106), (78, 82), (68, 20), (54, -22)]], "fist", -10, False),
    "hips": ([[(0, 0), (50, 40), (98, 80), (106, 112)],
             [(106, 112), (112, 140), (70, 166), (34, 180)]], "fist", -104, False),
    "dance": ([[(0, 0), (40, 40), (92, 62), (118, 26)],
               [(118, 26), (144, -22), (122, -104), (106, -160)]], "easy", -14, False),
    "point": ([[(0, 0), (52, 84), (22, 144), (-54, 112)],
              [(-54, 112), (-130, 80), (-196, 34), (-258, -24)]], "index", -62, False),
    "upright": ([[(0, 0), (10, 74), (50, 142), (86, 128)],
                [(86, 128), (122, 114), (134, 60), (140, 16)]], "fist", 4, False),
    "under": ([[(0, 0), (12, 80), (32, 142), (68, 134)],
              [(68, 134), (102, 124), (108, 64), (108, 14)]], "fist", 6, False),
}
KINDS = tuple(ARMS)
SHORT = .62             # how much of the upper arm a short sleeve covers


def shoulder(look, right=True):
    """Where an arm begins, in the body's units."""
    return MIDDLE + (look.shoulders if right else -look.shoulders), SHOULDER_Y


def elbow(look, gesture):
    """Where the picture's right arm bends, in the body's units."""
    x, y = shoulder(look)
    dx, dy = ARMS[gesture][0][0][-1]
    return x + dx, y + dy


def _placed(look, gesture, right):
    """The curves of an arm on the body."""
    x, y = shoulder(look, right)
    side = 1 if right else -1
    return [[(x + side * dx, y + dy) for dx, dy in curve] for curve in ARMS[gesture][0]]


def _cuff(curve, colour, dark):
    """A cuff across the end of the sleeve, with its shade."""
    (x0, y0), (x, y) = curve[-2:]
    turn = math.degrees(math.atan2(y - y0, x - x0)) + 90
    place = f"translate({x:.1f} {y:.1f}) rotate({turn:.1f})"
    return rect(-35, -8, 70, 30, dark, 14, transform=place) + rect(-35, -12, 70, 30, colour, 14, transform=place)


def _folds(upper, lower, colour):
    """Creases on the inside of the elbow."""
    x, y = upper[-1]
    away_x, away_y = (upper[-2][0] + lower[1][0]) / 2 - x, (upper[-2][1] + lower[1][1]) / 2 - y
    length = math.hypot(away_x, away_y)
    if length < 6:                                  # nearly straight
        return ""
    ux, uy = away_x / length, away_y / length
    return "".join(stroke(f"M{x + ux * 26 + uy * s:.1f} {y + uy * 26 - ux * s:.1f} "
                          f"L{x + ux * 2 + uy * s * 2:.1f} {y + uy * 2 - ux * s * 2:.1f}", colour, 6) for s in (-9, 9))


def _short_sleeve(look, upper, lower):
    """A bare arm, as two drawings, and a sleeve over the first one that ends above the elbow."""
    skin, hue = look.skin, look.coat
    sleeve = [first_part(upper[0], SHORT)]
    first = (path(ribbon(upper, (50, 56, 52)), skin[1]) + path(ribbon(_shifted(upper, -4, -3), (50, 50, 46)), skin[0])
             + path(ribbon(sleeve, (52, 82, 88), is_cut=True), hue[1])
             + path(ribbon(_shifted(sleeve, -5, -4), (56, 70, 76), is_cut=True), hue[0])
             + _hem(sleeve[0], look.cuff or hue[2], hue[1]) + _light(sleeve[0], hue[2]))
    return first, (path(ribbon(lower, (52, 52, 42)), skin[1])
                   + path(ribbon(_shifted(lower, -4, -3), (47, 44, 35)), skin[0])
                   + _folds(upper[0], lower[0], skin[1]))


def _hem(curve, colour, dark):
    """The band at the end of a short sleeve."""
    (x0, y0), (x, y) = curve[-2:]
    turn = math.degrees(math.atan2(y - y0, x - x0)) + 90
    place = f"translate({x:.1f} {y:.1f}) rotate({turn:.1f})"
    return rect(-43, -8, 86, 26, dark, 12, transform=place) + rect(-43, -11, 83, 24, colour, 11, transform=place)


def _shifted(curves, dx, dy):
    return [[(x + dx, y + dy) for x, y in curve] for curve in curves]


def arm(look, gesture, right=True):
    """One arm with its hand, as two drawings: down to the elbow, and from there on."""
    hue, side = look.coat, 1 if right else -1
    upper, lower = ([curve] for curve in _placed(look, gesture, right))
    kind, turn, flip = ARMS[gesture][1:]
    x, y = lower[0][-1]
    fingers = hand(look.skin, kind, x, y, side * turn, flip if right else not flip)
    if look.sleeves == "short":
        first, forearm = _short_sleeve(look, upper, lower)
        return first, forearm + fingers
    first = (path(ribbon(upper, (52, 76, 74)), hue[1]) + path(ribbon(_shifted(upper, -5, -4), (56, 64, 62)), hue[0])
             + _light(upper[0], hue[2]))
    sleeve = (path(ribbon(lower, (62, 72, 62), is_cut=True), hue[1])
              + path(ribbon(_shifted(lower, -5, -4), (62, 59, 52), is_cut=True), hue[0])
              + _folds(upper[0], lower[0], hue[1]))
    cuff = _cuff(lower[0], look.cuff or hue[2], hue[1])
    is_hanging = gesture == "down"
    return first, (fingers + sleeve + cuff if is_hanging else sleeve + fingers + cuff)


def _light(curve, colour):
    """A short stroke of light on the upper arm."""
    (x0, y0), (x1, y1), (x2, y2) = curve[:3]
    return stroke(f"M{x0 - 22:.1f} {y0 + 2:.1f} Q{(x0 + x1) / 2 - 24:.1f} {(y0 + y1) / 2 + 4:.1f} "
                  f"{(x1 + x2) / 2 - 25:.1f} {(y1 + y2) / 2 - 10:.1f}", colour, 7, opacity=.8)

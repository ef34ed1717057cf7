"""Hands, drawn from the wrist at 0,0 upwards: a left hand seen from its palm, its thumb to the left."""

from art.svg import group, path, stroke

PALM = "M-19 8 C-33 -6 -38 -34 -31 -52 C-22 -64 22 -64 31 -52 C38 -34 33 -6 19 8 C10 14 -10 14 -19 8Z"
FIST = "M-20 8 C-36 -4 -40 -32 -34 -50 C-26 -66 26 -66 34 -50 C40 -32 36 -4 20 8 C10 14 -10 14 -20 8Z"

#: fingers from the index to the little one: (d, width); the thumb is the last
SPREAD = (("M-23 -48 L-35 -91", 19), ("M-8 -54 L-12 -103", 20), ("M9 -54 L14 -100", 20), ("M24 -47 L39 -81", 18),
          ("M-21 -16 C-34 -24 -46 -36 -55 -52", 20))
EASY = (("M-23 -46 L-29 -84", 20), ("M-8 -52 L-10 -95", 20), ("M8 -52 L9 -93", 20), ("M23 -46 L28 -77", 18),
        ("M-21 -14 C-34 -24 -42 -34 -50 -48", 20))
CLOSED = (("M-21 -46 L-23 -84", 19), ("M-7 -50 L-8 -94", 19), ("M8 -50 L7 -92", 19), ("M21 -46 L21 -80", 18),
          ("M-22 -18 C-34 -28 -40 -40 -42 -54", 20))
HANGING = (("M-20 -40 L-16 -72", 20), ("M-6 -46 L-4 -82", 20), ("M8 -46 L8 -80", 20), ("M20 -40 L17 -68", 19),
           ("M-22 -18 C-32 -28 -34 -40 -32 -52", 19))
INDEX = (("M-18 -48 L-22 -104", 20), ("M-24 -20 C-34 -30 -38 -40 -34 -52", 20))
THUMB = (("M-26 -22 C-16 -30 -2 -32 10 -28", 19),)


def _fingers(fingers, colour):
    return "".join(stroke(d, colour, width) for d, width in fingers)


def _parts(kind):
    """Outline, fingers and the lines drawn on them."""
    if kind == "spread":
        return PALM, SPREAD, ("M-24 -18 C-12 -22 -6 -10 -8 2", "M-16 -44 C-6 -36 12 -36 22 -42")
    if kind == "easy":
        return PALM, EASY, ("M-24 -18 C-12 -22 -6 -10 -8 2", "M-14 -42 C-4 -36 12 -36 20 -40")
    if kind == "closed":
        return PALM, CLOSED, ("M-14 -52 V-76", "M0 -56 V-82", "M14 -54 V-76")
    if kind == "hanging":
        return PALM, HANGING, ("M-12 -54 L-10 -72", "M1 -58 L2 -76", "M14 -54 L13 -70")
    if kind == "index":
        return FIST, INDEX, ("M-4 -58 V-38", "M11 -58 V-38", "M25 -52 C25 -44 24 -40 22 -36")
    return FIST, (), ("M-17 -55 V-40", "M0 -58 V-42", "M17 -55 V-40")


def hand(skin, kind, x, y, turn=0, flip=False):
    """A hand whose wrist is at x,y; kind is spread, easy, closed, hanging, index or fist."""
    outline, fingers, lines = _parts(kind)
    side = -1 if flip else 1

    def put(dx, dy, *parts):
        return group(*parts, transform=f"translate({x + dx:g} {y + dy:g}) rotate({turn:g}) scale({side} 1)")
    shade = put(3, 5, path(outline, skin[1]), _fingers(fingers, skin[1]))
    if kind in ("closed", "index"):                         # laid on skin: an edge all round
        shade += put(-2, -4, path(outline, skin[1]), _fingers(fingers, skin[1]))
    base = [path(outline, skin[0]), _fingers(fingers, skin[0])]
    if kind in ("spread", "easy"):                          # a palm is lighter than the back of a hand
        base.append(path("M-17 0 C-26 -16 -27 -36 -22 -46 C-14 -52 16 -52 23 -46 C27 -34 25 -12 17 0Z", skin[2],
                         opacity=.45))
    base += [stroke(d, skin[1], 4) for d in lines]
    if kind in ("fist", "index"):
        base += [_fingers([(d, width + 8) for d, width in THUMB], skin[1]), _fingers(THUMB, skin[0])]
    return shade + put(0, 0, *base)

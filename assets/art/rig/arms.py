"""Hands and arms of people. Only the arm at the right of the picture makes gestures."""

from art.svg import ellipse, group, path, rect, stroke

#: which arm goes with an expression, unless a person's "gestures" say another one
GESTURES = {"happy": "wave", "worried": "heart", "thinking": "chin", "surprised": "down",
            "sad": "down", "angry": "down"}
KINDS = ("wave", "heart", "chin", "down")
IN_FRONT = ("chin", "heart")        # over head and clothes


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

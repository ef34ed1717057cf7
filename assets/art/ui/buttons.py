"""Round buttons with a sign, 104x112 units; the disc is 88 wide around 52,52.

Signs are drawn white on plum and take the colours of a look (`in_look`).
"""

from art.palette import PLUM, WHITE
from art.svg import blur, circle, document, ellipse, group, path, rect, stroke


def _teeth():
    return "".join(rect(47, 25, 10, 16, WHITE, 4, transform=f"rotate({turn} 52 52)") for turn in range(0, 360, 45))


SIGNS = {
    "menu": "".join(rect(30, y, 44, 8, WHITE, 4) for y in (34, 48, 62)),
    "back": stroke("M58 32 L36 52 L58 72", WHITE, 11) + stroke("M40 52 H72", WHITE, 11),
    "next": stroke("M44 32 L64 52 L44 72", WHITE, 12),
    "up": stroke("M32 60 L52 40 L72 60", WHITE, 12),
    "down": stroke("M32 44 L52 64 L72 44", WHITE, 12),
    "gear": _teeth() + circle(52, 52, 21, WHITE) + circle(52, 52, 9, PLUM[0]),
    "rewind": stroke("M36 40 C44 28 62 28 70 40 C80 56 68 74 52 74 C44 74 38 70 35 65", WHITE, 9)
    + path("M28 28 L32 50 L52 42Z", WHITE, stroke=WHITE, stroke_width=5, stroke_linejoin="round"),
    "history": "".join(rect(34, y, w, 8, WHITE, 4) for y, w in ((30, 40), (46, 30), (62, 20))) + circle(70, 66, 14, WHITE)
    + stroke("M70 60 V67 L75 70", PLUM[0], 4),
    "hear": path("M30 43 H41 L56 30 V74 L41 61 H30 q-3 0 -3 -3 V46 q0 -3 3 -3Z", WHITE, stroke=WHITE, stroke_width=4, stroke_linejoin="round")
    + stroke("M66 42 C72 48 72 56 66 62", WHITE, 7) + stroke("M76 34 C86 45 86 59 76 70", WHITE, 7),
    # a page with a pencil across it
    "notes": rect(30, 26, 40, 52, WHITE, 6) + "".join(stroke(f"M38 {y} H{x}", PLUM[0], 4) for y, x in ((38, 62), (48, 56), (58, 50)))
    + path("M78 40 L86 48 L62 72 L51 75 L54 64Z", WHITE, stroke=PLUM[0], stroke_width=4, stroke_linejoin="round"),
    "delete": rect(34, 34, 36, 8, WHITE, 4) + rect(45, 27, 14, 8, WHITE, 4) + path("M38 46 H66 L63 76 q-1 5 -6 5 H47 q-5 0 -6 -5Z", WHITE)
    + stroke("M47 53 L48 72", PLUM[0], 4) + stroke("M57 53 L56 72", PLUM[0], 4),
}


def _document(w, h, *parts):
    return document((0, 0, w, h), *parts, defs=blur("shadow", 9) if any("#shadow" in p for p in parts) else "")


def in_look(sign, look, name="button"):
    """A sign in the colours of a look's "button" or "go"."""
    word = getattr(look, f"on_{name}")
    ground = getattr(look, name)
    return sign.replace(WHITE, word).replace(PLUM[0], ground)


def round_button(sign, look, name="button"):
    fill, lip = getattr(look, name), getattr(look, name + "_lip")
    sign = in_look(sign, look, name)
    if look.border:
        return _document(104, 112, circle(52, 54, 46, lip), circle(52, 54, 46 - look.border, fill), group(sign, transform="translate(0 2)"))
    shade = look.opacity("shadow") * .78
    gloss = ellipse(44, 22, 18, 6, look.white, opacity=.25) if look.gloss else ""
    return _document(104, 112, circle(52, 58, 44, look.shadow, opacity=shade, filter="url(#shadow)"), circle(52, 58, 44, lip),
                     circle(52, 52, 44, lip), circle(52, 52, 42, fill), gloss, sign)


def focus(look):
    """The ring around a round button that has the focus."""
    outer, inner = (11, 6) if look.border else (9, 5)
    return _document(124, 130, circle(62, 64, 54, "none", stroke=look.ring_out, stroke_width=outer),
                     circle(62, 64, 47, "none", stroke=look.ring_in, stroke_width=inner))


def disc(look):
    """Carries the number of a choice."""
    if look.border:
        return _document(84, 84, circle(42, 43, 38, look.button_lip), circle(42, 43, 38 - look.border, look.button))
    gloss = ellipse(34, 18, 12, 4.5, look.white, opacity=.3) if look.gloss else ""
    return _document(84, 84, circle(42, 45, 36, look.button_lip), circle(42, 42, 36, look.button), gloss)


def mirrored(sign):
    return group(sign, transform="translate(104 0) scale(-1 1)")


def buttons(look):
    """Arrows point the other way where one reads from the right: `_rtl`."""
    drawn = {f"btn_{name}": round_button(sign, look) for name, sign in SIGNS.items()}
    drawn["btn_next"] = round_button(SIGNS["next"], look, "go")
    drawn["btn_next_rtl"] = round_button(mirrored(SIGNS["next"]), look, "go")
    drawn["btn_back_rtl"] = round_button(mirrored(SIGNS["back"]), look)
    drawn["btn_rewind_rtl"] = round_button(mirrored(SIGNS["rewind"]), look)
    drawn.update(btn_focus=focus(look), disc=disc(look))
    return drawn

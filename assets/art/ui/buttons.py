"""Round buttons with a sign, 104x112 units; the disc is 88 wide around 52,52.

Signs are drawn white on plum and take the colours of a look (`in_look`).
"""

from art.looks import mix
from art.palette import CORAL, PLUM, WHITE
from art.svg import STAR, at, blur, circle, document, ellipse, group, path, rect, stroke

FAINT = "#E2D8FA"

SPEAKER = path("M26 44 h12 l16 -13 q4 -2 4 3 V70 q0 5 -4 3 l-16 -13 h-12 q-3 0 -3 -3 V47 q0 -3 3 -3Z", WHITE)


def _teeth():
    return "".join(rect(47, 25, 10, 16, WHITE, 4, transform=f"rotate({turn} 52 52)") for turn in range(0, 360, 45))


SIGNS = {
    "map": path("M26 38 L43 31 V71 L26 77Z", WHITE) + path("M43 31 L61 38 V77 L43 71Z", FAINT)
    + path("M61 38 L78 31 V70 L61 77Z", WHITE) + path("M60 56 C50 44 53 30 63 30 C73 30 76 44 66 56 L63 60Z", CORAL[0])
    + circle(63, 41, 5, WHITE),
    "sound": SPEAKER + stroke("M66 42 Q72 52 66 62", WHITE, 6) + stroke("M75 34 Q86 52 75 70", WHITE, 6),
    "mute": SPEAKER + stroke("M68 43 L84 61", WHITE, 7) + stroke("M84 43 L68 61", WHITE, 7),
    "menu": "".join(rect(30, y, 44, 8, WHITE, 4) for y in (34, 48, 62)),
    "back": stroke("M58 32 L36 52 L58 72", WHITE, 11) + stroke("M40 52 H72", WHITE, 11),
    "close": stroke("M36 36 L68 68", WHITE, 11) + stroke("M68 36 L36 68", WHITE, 11),
    "replay": path("M36 46 C36 30 48 24 56 24 C70 24 76 34 76 44 C76 56 66 58 64 66 C62 78 52 82 45 76", "none",
                   stroke=WHITE, stroke_width=9, stroke_linecap="round", stroke_linejoin="round")
    + stroke("M50 48 C50 40 60 38 63 44 C65 50 57 52 56 58", WHITE, 7),
    "why": stroke("M38 42 C38 28 66 26 66 42 C66 53 52 52 52 62", WHITE, 10) + circle(52, 77, 6.5, WHITE),
    "next": stroke("M44 32 L64 52 L44 72", WHITE, 12),
    "gear": _teeth() + circle(52, 52, 21, WHITE) + circle(52, 52, 9, PLUM[0]),
    "fullscreen": "".join(stroke(d, WHITE, 8) for d in
                          ("M32 44 V32 H44", "M60 32 H72 V44", "M72 60 V72 H60", "M44 72 H32 V60")),
    "rewind": stroke("M36 40 C44 28 62 28 70 40 C80 56 68 74 52 74 C44 74 38 70 35 65", WHITE, 9)
    + path("M28 28 L32 50 L52 42Z", WHITE, stroke=WHITE, stroke_width=5, stroke_linejoin="round"),
    "home": path("M52 26 L80 50 q2 5 -4 5 H72 V72 q0 5 -5 5 H58 V62 q0 -4 -4 -4 H50 q-4 0 -4 4 V77 H37 q-5 0 -5 -5 V55 "
                 "H28 q-6 0 -4 -5Z", WHITE),
    "history": "".join(rect(34, y, w, 8, WHITE, 4) for y, w in ((30, 40), (46, 30), (62, 20))) + circle(70, 66, 14, WHITE)
    + stroke("M70 60 V67 L75 70", PLUM[0], 4),
    "delete": rect(34, 34, 36, 8, WHITE, 4) + rect(45, 27, 14, 8, WHITE, 4) + path("M38 46 H66 L63 76 q-1 5 -6 5 H47 q-5 0 -6 -5Z", WHITE)
    + stroke("M47 53 L48 72", PLUM[0], 4) + stroke("M57 53 L56 72", PLUM[0], 4),
    "star": at(52, 53, path(STAR, WHITE), scale=.72),
    "pause": rect(35, 32, 12, 40, WHITE, 6) + rect(57, 32, 12, 40, WHITE, 6),
}


def _document(w, h, *parts):
    return document((0, 0, w, h), *parts, defs=blur("shadow", 9) if any("#shadow" in p for p in parts) else "")


def in_look(sign, look, name="button"):
    """A sign in the colours of a look's "button" or "go"."""
    word = getattr(look, f"on_{name}")
    ground = getattr(look, name)
    return sign.replace(WHITE, word).replace(FAINT, mix(word, ground, 16)).replace(PLUM[0], ground)


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


def next_dot(look):
    """Small arrow at the end of a line."""
    return _document(72, 72, circle(36, 40, 26, look.go_lip), circle(36, 35, 26, look.go),
                     in_look(stroke("M30 24 L42 35 L30 46", WHITE, 8), look, "go"))


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
    drawn.update(btn_focus=focus(look), next=next_dot(look), disc=disc(look))
    return drawn

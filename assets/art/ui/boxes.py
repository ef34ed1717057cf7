"""Boxes that stretch: drawn small, cut in nine by the game (corner and pad in NINE_SLICES)."""

from art.catalogue import NineSlice
from art.palette import CORAL, HUES, INK, PLUM, SUN, WHITE
from art.svg import blur, document, rect

SHADOW = blur("shadow", 9)


def box(w, h, *parts):
    return document((0, 0, w, h), *parts, defs=SHADOW if any("#shadow" in p for p in parts) else "")


def shadow(x, y, w, h, r, strength, colour=INK):
    return rect(x, y, w, h, colour, r, opacity=strength, filter="url(#shadow)")


def panel():
    return box(260, 260, shadow(24, 36, 212, 208, 50, .45), rect(20, 24, 220, 212, "#D9BFA0", 50),
               rect(20, 20, 220, 204, WHITE, 50), rect(26, 26, 208, 192, "#FFF8EA", 44))


def card():
    """A quieter panel for lists, reasons and the debrief."""
    return box(180, 180, shadow(24, 30, 132, 134, 36, .35), rect(20, 22, 140, 138, "#E3CFB4", 36),
               rect(20, 20, 140, 132, "#FFFBF2", 36))


def choice():
    return box(180, 150, shadow(24, 32, 132, 104, 40, .4), rect(20, 24, 140, 108, "#B7A2E6", 40),
               rect(20, 20, 140, 100, WHITE, 40))


def _focus_ring():
    """Sun outside and ink inside: sun alone is too faint on white."""
    return (shadow(20, 26, 140, 112, 44, .75, SUN[0]) + rect(14, 18, 152, 120, SUN[1], 46)
            + rect(14, 14, 152, 112, SUN[0], 46) + rect(20, 20, 140, 100, INK, 40))


def choice_focus():
    return box(180, 150, _focus_ring(), rect(27, 27, 126, 86, "#FFFBF0", 33))


def button(hue, lit):
    return box(180, 150, shadow(24, 32, 132, 104, 40, .4), rect(20, 24, 140, 108, hue[1], 40),
               rect(20, 20, 140, 100, hue[0], 40), rect(52, 28, 76, 7, lit, 3.5, opacity=.7))


def button_focus(hue, lit):
    return box(180, 150, _focus_ring(), rect(27, 27, 126, 86, hue[0], 33), rect(54, 34, 72, 6, lit, 3, opacity=.7))


def focus_ring():
    """A ring alone, to be laid around anything."""
    return box(180, 150, rect(17, 17, 146, 116, "none", 43, stroke=SUN[0], stroke_width=8),
               rect(23, 23, 134, 104, "none", 37, stroke=INK, stroke_width=5))


def pill(hue):
    return box(120, 84, rect(6, 12, 108, 70, hue[1], 35), rect(6, 6, 108, 68, hue[0], 34),
               rect(24, 13, 72, 7, hue[2], 3.5, opacity=.8))


def meter():
    return box(140, 100, rect(8, 8, 124, 84, INK, 42, opacity=.62),
               rect(10, 10, 120, 80, "none", 40, stroke=WHITE, stroke_opacity=.22, stroke_width=4))


def boxes():
    drawn = {"panel": panel(), "card": card(), "choice": choice(), "choice_focus": choice_focus(),
             "button": button(PLUM, PLUM[2]), "button_focus": button_focus(PLUM, PLUM[2]),
             "button_go": button(CORAL, CORAL[2]), "button_go_focus": button_focus(CORAL, CORAL[2]),
             "focus_ring": focus_ring(), "meter": meter()}
    drawn.update({f"pill_{hue}": pill(colours) for hue, colours in HUES.items()})
    return drawn


NINE_SLICES = [NineSlice("ui/panel", 72, 20), NineSlice("ui/card", 60, 20), NineSlice("ui/meter", 46, 0)]
NINE_SLICES += [NineSlice(f"ui/{name}", 62, 20) for name in
                ("choice", "choice_focus", "button", "button_focus", "button_go", "button_go_focus", "focus_ring")]
NINE_SLICES += [NineSlice(f"ui/pill_{hue}", 40, 0) for hue in HUES]

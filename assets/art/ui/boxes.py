"""Boxes that stretch: drawn small, cut in nine by the game (corner and pad in NINE_SLICES).

A look without a border has a darker lip below each box and a soft shadow; a look with one draws
it around everything instead, and leaves lips and shadows out.
"""

from art.catalogue import NineSlice
from art.palette import HUES, WHITE
from art.svg import blur, document, path, rect

SHADOW = blur("shadow", 9)


def box(w, h, *parts):
    return document((0, 0, w, h), *parts, defs=SHADOW if any("#shadow" in p for p in parts) else "")


def shadow(look, x, y, w, h, r, strength=1.0):
    """`strength`: share of the theme's shadow."""
    shade = look.opacity("shadow") * strength
    return rect(x, y, w, h, look.shadow, r, opacity=shade, filter="url(#shadow)") if shade > 0 else ""


def bordered(look, x, y, w, h, r, fill, edge=None):
    line = look.border
    return rect(x, y, w, h, edge or look.edge, r) + rect(x + line, y + line, w - 2 * line, h - 2 * line, fill, r - line)


def panel(look):
    if look.border:
        return box(260, 260, bordered(look, 20, 20, 220, 216, 50, look.paper))
    return box(260, 260, shadow(look, 24, 36, 212, 208, 50), rect(20, 24, 220, 212, look.paper_lip, 50),
               rect(20, 20, 220, 204, look.paper_rim, 50), rect(26, 26, 208, 192, look.paper, 44))


def card(look):
    """A quieter panel for lists, reasons and the debrief."""
    if look.border:
        return box(180, 180, bordered(look, 20, 20, 140, 140, 36, look.card))
    return box(180, 180, shadow(look, 24, 30, 132, 134, 36, .78), rect(20, 22, 140, 138, look.card_lip, 36),
               rect(20, 20, 140, 132, look.card, 36))


def choice(look):
    """An answer, or a row that can be pressed: its line is what shows where it ends."""
    if look.border:
        return box(180, 150, bordered(look, 20, 20, 140, 112, 40, look.field, look.field_edge))
    return box(180, 150, shadow(look, 24, 32, 132, 104, 40, .9), rect(20, 20, 140, 112, look.field_edge, 40),
               rect(23, 23, 134, 98, look.field, 37))


def _focus_ring(look):
    """Two rings, of which one stands out from any ground: sun alone is too faint on white."""
    if look.border:
        return rect(9, 9, 162, 134, look.ring_out, 51) + rect(17, 17, 146, 118, look.ring_in, 43)
    glow = rect(20, 26, 140, 112, look.ring_out, 44, opacity=.75 * look.gloss, filter="url(#shadow)") if look.gloss else ""
    return (glow + rect(14, 18, 152, 120, look.ring_lip, 46) + rect(14, 14, 152, 112, look.ring_out, 46)
            + rect(20, 20, 140, 100, look.ring_in, 40))


def choice_focus(look):
    if look.border:
        return box(180, 150, _focus_ring(look), bordered(look, 20, 20, 140, 112, 40, look.field_lit, look.field_edge))
    return box(180, 150, _focus_ring(look), rect(27, 27, 126, 86, look.field_lit, 33))


def button(look, name):
    """`name`: "button" or "go", as the theme's colours are called."""
    fill, lip, light = (getattr(look, name + part) for part in ("", "_lip", "_light"))
    if look.border:
        return box(180, 150, bordered(look, 20, 20, 140, 112, 40, fill, lip))
    gloss = rect(52, 29, 76, 7, light, 3.5, opacity=.7) if look.gloss else ""
    return box(180, 150, shadow(look, 24, 32, 132, 104, 40, .9), rect(20, 20, 140, 112, lip, 40),
               rect(22, 22, 136, 98, fill, 38), gloss)


def button_focus(look, name):
    fill, lip, light = (getattr(look, name + part) for part in ("", "_lip", "_light"))
    if look.border:
        return box(180, 150, _focus_ring(look), bordered(look, 20, 20, 140, 112, 40, fill, lip))
    gloss = rect(54, 34, 72, 6, light, 3, opacity=.7) if look.gloss else ""
    return box(180, 150, _focus_ring(look), rect(27, 27, 126, 86, fill, 33), gloss)


def focus_ring(look):
    """A ring alone, to be laid around anything."""
    outer, inner = (9, 6) if look.border else (8, 5)
    return box(180, 150, rect(17, 17, 146, 116, "none", 43, stroke=look.ring_out, stroke_width=outer),
               rect(23, 23, 134, 104, "none", 37, stroke=look.ring_in, stroke_width=inner))


def pill(look, hue):
    hue = look.pill(hue)
    if look.border:
        return box(120, 84, bordered(look, 6, 6, 108, 74, 37, hue[0], look.ring_in))
    gloss = rect(24, 13, 72, 7, hue[2], 3.5, opacity=.8) if look.gloss else ""
    return box(120, 84, rect(6, 12, 108, 70, hue[1], 35), rect(6, 6, 108, 68, hue[0], 34), gloss)


def meter(look):
    if look.border:
        return box(140, 100, bordered(look, 8, 8, 124, 84, 42, look.meter, look.meter_edge))
    return box(140, 100, rect(8, 8, 124, 84, look.meter, 42, opacity=look.opacity("meter")),
               rect(10, 10, 120, 80, "none", 40, stroke=look.meter_edge, stroke_opacity=look.opacity("meter_edge"), stroke_width=4))


def bubble(look, side, mine):
    """A chat bubble; its tail is at the lower corner of the writer's side. `side`: "bubble_in" or "bubble_out"."""
    fill, lip = getattr(look, side), getattr(look, side + "_lip")
    tail = "M124 116 C130 134 144 142 158 144 C140 150 116 146 104 134Z" if mine else "M36 116 C30 134 16 142 2 144 C20 150 44 146 56 134Z"
    if look.border:
        turn = f'<path d="{tail}" fill="{lip}"/>'
        return document((0, 0, 160, 160), turn, bordered(look, 14, 14, 132, 132, 44, fill, lip))
    return document((0, 0, 160, 160), rect(14, 20, 132, 126, lip, 44), f'<path d="{tail}" fill="{lip}" transform="translate(0 3)"/>',
                    f'<path d="{tail}" fill="{fill}"/>', rect(14, 14, 132, 126, fill, 44))


def talk_tail():
    """From a bubble of picture speech to who speaks: white, takes the bubble's colour. Its root is the upper edge, its tip below."""
    return document((0, 0, 100, 120), path("M8 0 H92 C84 40 70 84 54 116 Q50 122 46 116 C30 84 16 40 8 0Z", WHITE))


def window():
    """The edge of a picture in a panel: what is outside its round corners, in the colour that the game gives it."""
    hole = "M0 0 H120 V120 H0Z M42 6 H78 A36 36 0 0 1 114 42 V78 A36 36 0 0 1 78 114 H42 A36 36 0 0 1 6 78 V42 A36 36 0 0 1 42 6Z"
    return document((0, 0, 120, 120), path(hole, WHITE, fill_rule="evenodd"))


def boxes(look):
    drawn = {"panel": panel(look), "card": card(look), "choice": choice(look), "choice_focus": choice_focus(look),
             "button": button(look, "button"), "button_focus": button_focus(look, "button"),
             "button_go": button(look, "go"), "button_go_focus": button_focus(look, "go"),
             "focus_ring": focus_ring(look), "meter": meter(look)}
    drawn.update({f"pill_{name}": pill(look, hue) for name, hue in HUES.items()})
    for way in ("in", "out"):
        drawn[f"bubble_{way}"] = bubble(look, f"bubble_{way}", way == "out")
        drawn[f"bubble_{way}_rtl"] = bubble(look, f"bubble_{way}", way == "in")
    return drawn


NINE_SLICES = [NineSlice("ui/panel", 72, 20), NineSlice("ui/card", 60, 20), NineSlice("ui/meter", 46, 0), NineSlice("ui/window", 48, 0)]
NINE_SLICES += [NineSlice(f"ui/{name}", 62, 20) for name in
                ("choice", "choice_focus", "button", "button_focus", "button_go", "button_go_focus", "focus_ring")]
NINE_SLICES += [NineSlice(f"ui/pill_{hue}", 40, 0) for hue in HUES]
NINE_SLICES += [NineSlice(f"ui/bubble_{way}{side}", 60, 14) for way in ("in", "out") for side in ("", "_rtl")]

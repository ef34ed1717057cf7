"""What activities are played with: baskets, marks, the dial of a day, jars and coins, a gate, a key, a lens."""

from math import cos, pi, sin

from art.catalogue import NineSlice
from art.palette import CORAL, HUES, INK, ORANGE, PLUM, SAND, SKY, STEEL, SUN, WHITE
from art.svg import blur, circle, document, ellipse, path, rect, stroke

BASKETS = ("sun", "sky", "pink")        # one hue a basket; each has its picture and its name, too
DIAL = 300                              # half of the dial's canvas
HOURS = 24

NINE_SLICES = [NineSlice(f"ui/basket_{hue}", 70, 20) for hue in BASKETS]
NINE_SLICES += [NineSlice("ui/slot", 44, 0)]


def basket(look, hue):
    """Stretches; the game lays a ground for the cards inside."""
    base, shade, light = look.pill(HUES[hue])
    if look.border:
        return document((0, 0, 200, 200), rect(20, 20, 160, 156, look.edge, 44), rect(20 + look.border, 20 + look.border, 160 - 2 * look.border, 156 - 2 * look.border, base, 38))
    shadow = rect(26, 34, 148, 148, look.shadow, 44, opacity=look.opacity("shadow") * .8, filter="url(#shadow)")
    gloss = rect(56, 28, 88, 7, light, 3.5, opacity=.9) if look.gloss else ""
    return document((0, 0, 200, 200), shadow, rect(20, 24, 160, 156, shade, 44), rect(20, 20, 160, 148, base, 44), gloss, defs=blur("shadow", 9))


def handle(look, hue):
    """Stands behind the upper edge of a basket, 260x120 units."""
    base, shade, light = look.pill(HUES[hue])
    arc = "M30 120 C30 6 230 6 230 120"
    if look.border:
        return document((0, 0, 260, 120), stroke(arc, look.edge, 30), stroke(arc, base, 20))
    weave = "".join(stroke(f"M{130 + 92 * cos(a) - 9:.1f} {112 - 78 * sin(a) + 8:.1f} l18 -16", shade, 5) for a in (.5, .95, 1.57, 2.2, 2.65))
    return document((0, 0, 260, 120), stroke(arc, shade, 30), stroke("M28 116 C28 4 228 4 228 116", base, 20), weave if look.gloss else "")


def slot(look):
    """An empty place for something: a dashed edge would not stretch, so it is a quiet hollow."""
    line = look.border or 4
    inside = (2 + line, 2 + line, 116 - 2 * line, 116 - 2 * line)
    if look.border:
        return document((0, 0, 120, 120), rect(2, 2, 116, 116, look.edge, 36), rect(*inside, look.paper, 36 - line))
    return document((0, 0, 120, 120), rect(2, 2, 116, 116, look.field_edge, 36, opacity=.55), rect(*inside, look.paper, 36 - line),
                    rect(*inside, look.field_edge, 36 - line, opacity=.14))


def mark(look, ground, lip, sign):
    """A round sign on the corner of a card, 88x92 units."""
    rim = look.edge if look.border else WHITE
    return document((0, 0, 88, 92), circle(44, 49, 40, lip), circle(44, 45, 40, rim), circle(44, 45, 34, ground), sign)


def mark_right(look):
    ink = look.on_pill
    return mark(look, look.leaf, "#3AA152" if not look.border else look.edge, stroke("M27 46 L40 59 L62 33", ink, 10))


def bulb(ink, glass):
    """A light bulb around 44,45."""
    return (path("M44 20 C57 20 64 29 64 39 C64 48 57 52 55 59 H33 C31 52 24 48 24 39 C24 29 31 20 44 20Z", glass, stroke=ink, stroke_width=5, stroke_linejoin="round")
            + stroke("M36 67 H52", ink, 6) + stroke("M38 40 L44 46 L50 40", ink, 4) + stroke("M44 46 V58", ink, 4))


def mark_hint(look):
    ground = look.sun
    return mark(look, ground, SUN[1] if not look.border else look.edge, bulb(look.on_pill, "#FFF6D0"))


def lens(look):
    """A magnifier laid over a find, 150x150 units; the glass is around 62,62."""
    if look.border:                     # a ring that stands out from any ground, and nothing in it
        return document((0, 0, 150, 150), stroke("M102 102 L134 134", look.ring_in, 30), stroke("M103 103 L133 133", look.ring_out, 18),
                        circle(62, 62, 50, "none", stroke=look.ring_in, stroke_width=24), circle(62, 62, 50, "none", stroke=look.ring_out, stroke_width=13))
    return document((0, 0, 150, 150), stroke("M102 102 L134 134", PLUM[1], 26), stroke("M103 103 L132 132", CORAL[0], 15),
                    circle(62, 62, 52, "none", stroke=PLUM[1], stroke_width=13), circle(62, 62, 50, "#BFE9FF", opacity=.28),
                    circle(62, 62, 51, "none", stroke=WHITE, stroke_width=4, opacity=.8), stroke("M36 48 C40 38 48 33 58 32", WHITE, 6, opacity=.9))


def of_look(look):
    drawn = {f"basket_{hue}": (basket(look, hue), False) for hue in BASKETS}
    drawn.update({f"handle_{hue}": (handle(look, hue), True) for hue in BASKETS})
    drawn.update(slot=(slot(look), False), mark_right=(mark_right(look), True), mark_hint=(mark_hint(look), True), lens=(lens(look), True))
    return drawn


# --- the dial of a day: white, the game gives each hour the colour of what is done then -----------------

def _on_circle(radius, turns):
    angle = 2 * pi * turns - pi / 2
    return f"{DIAL + radius * cos(angle):.2f} {DIAL + radius * sin(angle):.2f}"


def hour(number):
    """One of 24 pieces of a ring, from midnight at the top."""
    inner, outer, gap = 158, 290, .0011
    begin, end = number / HOURS + gap, (number + 1) / HOURS - gap
    gap_inner = gap * .9
    begin_in, end_in = number / HOURS + gap_inner, (number + 1) / HOURS - gap_inner
    ring = (f"M{_on_circle(outer, begin)} A{outer} {outer} 0 0 1 {_on_circle(outer, end)} L{_on_circle(inner, end_in)} "
            f"A{inner} {inner} 0 0 0 {_on_circle(inner, begin_in)}Z")
    return document((0, 0, 2 * DIAL, 2 * DIAL), path(ring, WHITE))


def edge(number):
    """Where one thing ends and the next begins."""
    return document((0, 0, 2 * DIAL, 2 * DIAL), stroke(f"M{_on_circle(156, number / HOURS)} L{_on_circle(292, number / HOURS)}", WHITE, 11))


# --- jars, the gate, the key ------------------------------------------------------------------------

def jar():
    """Glass with a lid, 200x240 units; coins lie from 70 to 222."""
    glass = "M30 66 C18 76 14 88 14 104 V200 C14 222 28 234 50 234 H150 C172 234 186 222 186 200 V104 C186 88 182 76 170 66Z"
    return document((0, 0, 200, 240), path(glass, "#8FCBE8", opacity=.5), path(glass, "#D8F3FF", opacity=.75, transform="translate(2 0) scale(.98)"),
                    rect(34, 52, 132, 18, "#9CCFE6", 9), stroke("M32 112 V180", WHITE, 9, opacity=.9), rect(28, 14, 144, 44, CORAL[1], 18), rect(28, 10, 144, 40, CORAL[0], 18),
                    rect(44, 18, 70, 8, CORAL[2], 4), rect(76, 24, 48, 9, INK, 4.5, opacity=.5))


def coin():
    return document((0, 0, 64, 64), circle(32, 34, 28, SUN[1]), circle(32, 31, 28, SUN[0]), circle(32, 31, 20, SUN[1]), circle(32, 32, 18, SUN[0]),
                    path("M32 19 L35.8 27 L44 28 L38 34 L39.6 42 L32 38 L24.4 42 L26 34 L20 28 L28.2 27Z", SUN[2]), stroke("M14 24 C17 17 22 12 29 10", "#FFF3C4", 4))


def gate():
    """An arch of stones, 360x330 units; its opening is from 70 to 290, below 70."""
    blocks = ""
    for i in range(9):
        turn = -80 + 20 * i
        blocks += rect(-27, -168, 54, 60, STEEL[0] if i % 2 else STEEL[2], 12, transform=f"translate(180 186) rotate({turn})")
    posts = "".join(rect(x, y, 62, 46, STEEL[(n + k) % 2 * 2], 12) for k, x in enumerate((12, 286)) for n, y in enumerate((180, 230, 280)))
    opening = "M68 326 V186 C68 56 292 56 292 186 V326Z"
    return document((0, 0, 360, 330), path(opening, "#2B2560"), path("M84 326 V196 C84 90 276 90 276 196 V326Z", "#3B3478"), blocks, posts,
                    circle(120, 150, 4, WHITE, opacity=.7), circle(224, 132, 5, SUN[2], opacity=.8), circle(190, 170, 3, WHITE, opacity=.6))


def bar():
    """One of four that shut the gate, 250x50 units."""
    return document((0, 0, 250, 50), rect(2, 6, 246, 44, ORANGE[1], 16), rect(2, 2, 246, 42, SAND[1], 16), rect(8, 6, 234, 30, SAND[0], 13),
                    stroke("M26 16 H150", SAND[2], 5), *(circle(x, 23, 7, STEEL[1]) + circle(x - 1, 21, 5, STEEL[2]) for x in (28, 222)))


def key():
    """The bow of a key, 150x150 units; its shaft begins at the right."""
    return document((0, 0, 150, 150), rect(112, 60, 38, 36, SUN[1], 8), rect(112, 56, 38, 32, SUN[0], 8), circle(70, 79, 62, SUN[1]), circle(70, 73, 62, SUN[0]),
                    circle(70, 75, 30, SUN[1]), ellipse(70, 78, 25, 24, "#7A4E12", opacity=.55), stroke("M26 58 C32 38 46 27 64 23", SUN[2], 9))


def pictures():
    return {"jar": jar(), "coin": coin(), "gate": gate(), "gate_bar": bar(), "key": key()}


def pieces():
    """Each keeps its place in the canvas of the dial."""
    drawn = {f"hour_{number}": hour(number) for number in range(HOURS)}
    drawn.update({f"hour_edge_{number}": edge(number) for number in range(HOURS)})
    return drawn

"""Shorthand for SVG text. Every function returns a string of markup.

Keyword arguments become attributes; an underscore stands for a hyphen:
circle(4, 5, 2, "#fff", opacity=.5) -> <circle cx="4" cy="5" r="2" fill="#fff" opacity="0.5"/>
"""

STAR = ("M0 -40 C5 -40 7 -33 12 -18 C28 -17 40 -16 41 -11 C42 -6 33 -1 21 9 C25 25 29 36 24 38 "
        "C20 41 12 34 0 25 C-12 34 -20 41 -24 38 C-29 36 -25 25 -21 9 C-33 -1 -42 -6 -41 -11 "
        "C-40 -16 -28 -17 -12 -18 C-7 -33 -5 -40 0 -40Z")
HEART = "M0 22 C-24 4 -22 -16 -9 -16 C-3 -16 0 -11 0 -8 C0 -11 3 -16 9 -16 C22 -16 24 4 0 22Z"
SHIELD = "M0 -42 C16 -32 30 -30 42 -30 C44 8 28 34 0 46 C-28 34 -44 8 -42 -30 C-30 -30 -16 -32 0 -42Z"
SHIELD_RIGHT = "M0 -42 C16 -32 30 -30 42 -30 C44 8 28 34 0 46Z"
AT_SIGN = "M15 -15 V5 C15 21 37 20 37 0 A37 37 0 1 0 21 31"    # with a ring of radius 15 at 0,0


def number(value):
    """Shortest text of a number with at most three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def attributes(named):
    return "".join(f' {key.strip("_").replace("_", "-")}="{number(value)}"'
                   for key, value in named.items() if value is not None)


def path(d, fill, **more):
    return f'<path d="{d}" fill="{fill}"{attributes(more)}/>'


def stroke(d, colour, width, **more):
    """A round-capped line: limbs, brows, highlights."""
    return (f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{number(width)}" '
            f'stroke-linecap="round" stroke-linejoin="round"{attributes(more)}/>')


def circle(x, y, r, fill, **more):
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="{fill}"{attributes(more)}/>'


def ellipse(x, y, rx, ry, fill, **more):
    return (f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}" '
            f'fill="{fill}"{attributes(more)}/>')


def rect(x, y, w, h, fill, r=0, **more):
    return (f'<rect x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}" '
            f'rx="{number(r)}" fill="{fill}"{attributes(more)}/>')


def group(*parts, transform=None, **more):
    return f'<g{attributes({"transform": transform, **more})}>{"".join(parts)}</g>'


def at(x, y, *parts, scale=1, turn=0, flip=False):
    """Parts drawn around 0,0, put at x,y."""
    steps = f"translate({number(x)} {number(y)})"
    if turn:
        steps += f" rotate({number(turn)})"
    if flip or scale != 1:
        steps += f" scale({number(-scale if flip else scale)} {number(scale)})"
    return group(*parts, transform=steps)


def clip(name, d, *parts):
    """Parts seen only inside the outline d."""
    return (f'<clipPath id="{name}"><path d="{d}"/></clipPath>'
            f'<g clip-path="url(#{name})">{"".join(parts)}</g>')


def linear(name, *stops, x1=0, y1=0, x2=0, y2=100):
    """A gradient along a line given in percent; stops are (percent, colour[, opacity])."""
    return (f'<linearGradient id="{name}" x1="{x1}%" y1="{y1}%" x2="{x2}%" y2="{y2}%">'
            f'{_stops(stops)}</linearGradient>')


def radial(name, *stops, cx=50, cy=50, r=50):
    return f'<radialGradient id="{name}" cx="{cx}%" cy="{cy}%" r="{r}%">{_stops(stops)}</radialGradient>'


def _stops(stops):
    text = ""
    for offset, colour, *opacity in stops:
        text += f'<stop offset="{offset}%" stop-color="{colour}"'
        text += f' stop-opacity="{opacity[0]}"/>' if opacity else "/>"
    return text


def blur(name, amount):
    """A soft shadow's filter."""
    return (f'<filter id="{name}" x="-30%" y="-30%" width="160%" height="160%">'
            f'<feGaussianBlur stdDeviation="{amount}"/></filter>')


def document(box, *parts, defs="", size=None):
    """A complete file; box is (x, y, width, height) in drawing units."""
    x, y, w, h = box
    width, height = size or (w, h)
    head = f"<defs>{defs}</defs>" if defs else ""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {w} {h}" '
            f'width="{width}" height="{height}">{head}{"".join(parts)}</svg>')

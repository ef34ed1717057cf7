"""Lines that grow thicker and thinner: brows, limbs, strands."""

import math

from art.svg import number


def _bezier(points, t):
    """A point of a Bezier curve of any degree."""
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in zip(points, points[1:])]
    return points[0]


def first_part(points, t):
    """The Bezier curve that goes from the beginning of another to its point t."""
    kept = [points[0]]
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in zip(points, points[1:])]
        kept.append(points[0])
    return kept


def _width(widths, t):
    """Widths at equal steps of a line, with straight lines between them."""
    at = t * (len(widths) - 1)
    index = min(int(at), len(widths) - 2)
    return widths[index] + (widths[index + 1] - widths[index]) * (at - index)


def ribbon(curves, widths, steps=12, is_cut=False):
    """The outline of a line made of Bezier curves (lists of points). Its ends are round; is_cut: the last is not."""
    middles = [_bezier(curve, step / steps) for curve in curves for step in range(steps)] + [curves[-1][-1]]
    last = len(middles) - 1
    left, right = [], []
    for index, (x, y) in enumerate(middles):
        before, after = middles[max(index - 1, 0)], middles[min(index + 1, last)]
        length = math.hypot(after[0] - before[0], after[1] - before[1]) or 1
        half = _width(widths, index / last) / 2
        across = (-(after[1] - before[1]) / length * half, (after[0] - before[0]) / length * half)
        left.append((x + across[0], y + across[1]))
        right.append((x - across[0], y - across[1]))

    def spot(point):
        return f"{number(round(point[0], 1))} {number(round(point[1], 1))}"

    def cap(width, point):
        return f" A{number(width / 2)} {number(width / 2)} 0 0 0 {spot(point)}"
    return ("M" + " L".join(spot(point) for point in left) + ("" if is_cut else cap(widths[-1], right[-1]))
            + " L" + " L".join(spot(point) for point in reversed(right)) + cap(widths[0], left[0]) + "Z")

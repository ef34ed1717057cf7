"""Dawn over Tokyo's roofs: stars, a far mountain, a wide quiet sky for the name of the game."""

import random

from art.palette import SUN, WHITE
from art.places.frame import BACK_BLUR, VIGNETTE, far, place, whole
from art.svg import at, circle, ellipse, linear, path, radial, rect, stroke

DEFS = "\n".join((
    linear("sky", (0, "#171B57"), (32, "#3B3A94"), (58, "#8C5FB0"), (76, "#EE8FA0"), (90, "#FFC48A")),
    radial("dawn", (0, "#FFF0B8", .95), (35, "#FFD08C", .5), (100, "#FFB47A", 0)),
    linear("roof", (0, "#5A4FA8"), (100, "#3A2F80")),
    linear("terrace", (0, "#7464BE"), (100, "#4A3C94")),
    VIGNETTE, BACK_BLUR))


def heaven(chance):
    text = whole("url(#sky)")
    for _ in range(110):
        y = int(chance.random() ** 1.7 * 560)
        text += circle(chance.randint(-50, 1970), y, chance.choice((1.6, 2, 2.6, 3.4)), WHITE, opacity=round((1 - y / 640) * chance.choice((.5, .8, 1)), 2))
    for x, y, size in ((250, 120, 1.1), (1130, 90, .9), (1790, 210, 1)):
        text += path("M0 -20 Q3 -3 20 0 Q3 3 0 20 Q-3 3 -20 0 Q-3 -3 0 -20Z", "#FFF3C8", transform=f"translate({x} {y}) scale({size})")
    text += ellipse(1180, 800, 900, 420, "url(#dawn)")
    for x, y, size, opacity in ((330, 560, 1.5, .3), (1560, 500, 1.2, .3), (860, 640, 1.7, .35)):
        text += at(x, y, rect(-200, 0, 400, 26, "#FFD9CF", 13, opacity=opacity), rect(-120, -28, 220, 26, "#FFD9CF", 13, opacity=opacity), scale=size)
    return text


def mountain():
    return (path("M220 830 L560 600 C590 582 640 582 668 600 L1010 830Z", "#A177BE")
            + path("M470 660 L560 600 C590 582 640 582 668 600 L758 660 C730 652 716 676 690 660 C664 646 646 684 614 664 C584 646 566 680 540 662 C516 648 496 664 470 660Z", "#FFE3E6"))


def skyline(chance):
    text = ""
    for colour, lit, base, low, high, wide in (("#8A66B4", None, 850, 60, 190, 70), ("#6450A0", "#FFD58A", 900, 70, 200, 80)):
        x = -80
        while x < 2000:
            w, h = chance.randint(50, wide + 30), chance.randint(low, high)
            text += rect(x, base - h, w, h + 200, colour, 6)
            if lit:
                text += "".join(rect(x + 12 + i * 22, base - h + 18 + j * 28, 11, 14, lit, 3, opacity=.85)
                                for i in range((w - 16) // 22) for j in range(4) if chance.random() < .4)
            x += w + chance.randint(0, 14)
    tower = path("M-7 0 C-9 120 -30 240 -62 330 H62 C30 240 9 120 7 0Z", "#7A5BAC") + rect(-26, 130, 52, 26, "#9A78C6", 11) + stroke("M0 10 V-70", "#7A5BAC", 8) + circle(0, -74, 7, "#FF8C8C")
    return at(1230, 560, tower) + text


def tiled_roof(x, y, w, h, hue="#463A90"):
    """A house with a tiled roof, its ridge at y."""
    text = rect(x + 34, y + h, w - 68, 300, "#4B3E96") + path(f"M{x - 20} {y + h} C{x + 40} {y + h - 10} {x + 70} {y + 30} {x + 90} {y} H{x + w - 90} C{x + w - 70} {y + 30} {x + w - 40} {y + h - 10} {x + w + 20} {y + h} C{x + w + 22} {y + h + 18} {x - 22} {y + h + 18} {x - 20} {y + h}Z", hue)
    for i in range(1, int(w / 46)):
        top = x + 90 + i * (w - 180) / (w / 46)
        foot = x - 10 + i * (w + 20) / (w / 46)
        text += stroke(f"M{top:.0f} {y + 12} L{foot:.0f} {y + h + 2}", "#5F52AE", 6, opacity=.7)
    text += rect(x + 74, y - 14, w - 148, 26, "#6E60BE", 13) + stroke(f"M{x - 12} {y + h + 8} H{x + w + 12}", "#6E60BE", 10)
    for window_x in (x + w * .3, x + w * .6):
        text += rect(round(window_x), y + h + 44, 62, 70, "#FFD98A", 10) + rect(round(window_x) + 28, y + h + 44, 6, 70, "#4B3E96")
    return text


def wires():
    pole = stroke("M150 1080 V640", "#2F2670", 17) + stroke("M96 690 H204", "#2F2670", 11) + stroke("M110 736 H190", "#2F2670", 9)
    lines = "".join(stroke(f"M{x} {y} Q-20 {y + 70} -90 {y - 10}", "#2F2670", 4) for x, y in ((100, 686), (114, 732)))
    lines += "".join(stroke(f"M{x} {y} C500 {y + 190} 900 {y + 230} 1180 {y + 240}", "#2F2670", 4, opacity=.8) for x, y in ((200, 686), (188, 732)))
    return pole + lines


def cat(x, y):
    """Somebody else who is up early."""
    return at(x, y, path("M-26 0 C-34 -40 -20 -62 0 -62 C20 -62 34 -40 26 0Z", "#2F2670"), circle(0, -72, 23, "#2F2670"),
              path("M-21 -80 L-18 -106 L-4 -92Z M21 -80 L18 -106 L4 -92Z", "#2F2670"), stroke("M24 -6 C54 -8 56 -40 44 -54", "#2F2670", 10),
              circle(-8, -74, 3.4, SUN[2]), circle(8, -74, 3.4, SUN[2]))


def terrace():
    """The flat roof on which Sango stands."""
    text = rect(1080, 946, 900, 160, "#3F3488", 18) + rect(1064, 930, 930, 54, "#5A4CA6", 22) + rect(1064, 922, 930, 46, "url(#terrace)", 22) + rect(1090, 928, 860, 7, "#A493E6", 3.5, opacity=.7)
    return text + "".join(rect(x, 1010, 74, 60, "#FFD98A", 10, opacity=.9) for x in (1150, 1290, 1640, 1780))


def sprites():
    chance = random.Random(5)
    back = heaven(chance) + mountain() + skyline(chance)
    front = wires() + tiled_roof(300, 900, 420, 110) + tiled_roof(-120, 940, 360, 110) + tiled_roof(700, 950, 400, 100) + terrace() + cat(470, 890)
    yield from place("title", "dawn", [("far", far(back)), ("mid", front), ("light", whole("url(#vignette)", opacity=.45))], DEFS)

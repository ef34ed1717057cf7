"""Stars, badge medals, rays and the glowing dot. Confetti is drawn by the game."""

from art.palette import CORAL, INK, LEAF, PINK, PLUM, SKY, SUN, TEAL, WHITE
from art.svg import HEART, SHIELD, SHIELD_RIGHT, STAR, at, circle, document, group, path, radial, rect, stroke

STAR_RIGHT = ("M0 -40 C5 -40 7 -33 12 -18 C28 -17 40 -16 41 -11 C42 -6 33 -1 21 9 C25 25 29 36 24 38 "
              "C20 41 12 34 0 25Z")


def star_on(size=72):
    return document((0, 0, 72, 72), at(
        36, 37, path(STAR, SUN[1], stroke=SUN[1], stroke_width=4, transform="translate(0 3)"), path(STAR, SUN[0]),
        path(STAR_RIGHT, "#FFB22E", opacity=.7), circle(-12, -12, 6, "#FFF3C4"), scale=.8), size=(size, size))


def star_off(look, size=72):
    return document((0, 0, 72, 72), at(36, 37, path(STAR, look.star_off, opacity=look.opacity("star_off")), scale=.8), size=(size, size))


def medal(sign, face, ribbon):
    """A medal of 420x460 units; the sign is drawn around 0,0 within a radius of 100."""
    rim = "".join(rect(196, 23, 28, 366, SUN[1], 14, transform=f"rotate({turn} 210 206)") for turn in range(0, 180, 15))
    return document(
        (0, 0, 420, 460),
        path("M120 300 L70 440 L130 420 L164 452 L200 330Z", ribbon[1]),
        path("M300 300 L350 440 L290 420 L256 452 L220 330Z", ribbon[0]),
        rim, circle(210, 206, 168, SUN[1]), circle(210, 206, 162, SUN[0]), circle(210, 206, 134, SUN[1]),
        circle(210, 209, 130, face[0]),
        path("M210 339 A130 130 0 0 0 210 79 Z", face[1], opacity=.55, transform="rotate(28 210 209)"),
        at(210, 210, sign), stroke("M92 130 C112 96 140 76 172 66", "#FFF0BE", 12))


SHIELD_HEART = group(path(SHIELD, WHITE), path(SHIELD_RIGHT, "#D8F3EE"), path(HEART, CORAL[0]), transform="scale(2.1)")
SPEECH_HEART = (path("M-84 -60 H84 q20 0 20 20 V30 q0 20 -20 20 H10 L-34 88 V50 H-84 q-20 0 -20 -20 V-40 q0 -20 20 -20Z", WHITE)
                + group(path(HEART, CORAL[0]), transform="translate(0 -8) scale(2.2)"))
TWO_HANDS = (path("M-90 20 C-90 -20 -60 -44 -28 -40 L0 -18 L28 -40 C60 -44 90 -20 90 20 C90 66 40 84 0 92 C-40 84 -90 66 -90 20Z", WHITE)
             + path("M0 -18 L28 -40 C60 -44 90 -20 90 20 C90 66 40 84 0 92Z", "#F3E7FF")
             + group(path(HEART, PINK[1]), transform="translate(0 20) scale(2)"))
TURN_BACK = (stroke("M-50 -30 C-30 -72 40 -76 62 -30 C84 24 40 72 -8 66 C-36 62 -54 46 -62 26", WHITE, 24)
             + path("M-84 -52 L-66 4 L-18 -24Z", WHITE, stroke=WHITE, stroke_width=10, stroke_linejoin="round"))
PATHS = (stroke("M0 86 V10", WHITE, 24) + stroke("M0 20 C0 -30 -50 -20 -56 -64", WHITE, 22)
         + stroke("M0 20 C0 -30 50 -20 56 -64", WHITE, 22)
         + path("M-88 -54 L-58 -96 L-24 -58Z", WHITE, stroke=WHITE, stroke_width=8, stroke_linejoin="round")
         + path("M88 -54 L58 -96 L24 -58Z", WHITE, stroke=WHITE, stroke_width=8, stroke_linejoin="round"))
FLAG = (stroke("M-48 92 V-80", WHITE, 18)
        + path("M-44 -82 C-10 -104 20 -56 78 -80 V8 C24 34 -10 -16 -44 8Z", WHITE)
        + at(16, -34, path(STAR, SUN[0]), scale=.8))
STAR_SIGN = at(0, 2, path(STAR, SUN[1], transform="translate(0 3)"), path(STAR, WHITE), path(STAR_RIGHT, "#FFF0C8"), scale=2.2)

MEDALS = {
    "privacy": (SHIELD_HEART, TEAL, CORAL), "told": (SPEECH_HEART, PLUM, SUN), "finished": (FLAG, SKY, CORAL),
    "first": (STAR_SIGN, CORAL, PLUM), "helped": (TWO_HANDS, PLUM, PINK), "changed_mind": (TURN_BACK, LEAF, SKY),
    "another_way": (PATHS, SKY, LEAF),
}


def rays():
    beams = "".join(path("M450 450 L398 0 L502 0Z", "url(#beam)", transform=f"rotate({turn} 450 450)") for turn in range(0, 360, 30))
    glow = ('<radialGradient id="beam" gradientUnits="userSpaceOnUse" cx="450" cy="450" r="450">'
            '<stop offset="20%" stop-color="#FFE9A8" stop-opacity=".5"/>'
            '<stop offset="100%" stop-color="#FFE9A8" stop-opacity="0"/></radialGradient>')
    return document((0, 0, 900, 900), beams, defs=glow)


def glow_dot():
    return document((0, 0, 64, 64), circle(32, 32, 32, "url(#glow)"), defs=radial("glow", (0, "#FFF3C8"), (100, "#FFE38A", 0)))


def shadow_dot():
    """A soft ink ground shadow, to be stretched."""
    return document((0, 0, 200, 52), f'<ellipse cx="100" cy="26" rx="98" ry="25" fill="{INK}" opacity=".28"/>')


def rewards():
    drawn = {"star_on": star_on(), "star_big": star_on(160), "glow": glow_dot(), "shadow": shadow_dot()}
    drawn.update({f"badge_{name}": medal(*parts) for name, parts in MEDALS.items()})
    return drawn


def places_for_stars(look):
    """Stars that are still to be earned."""
    return {"star_off": star_off(look), "star_big_off": star_off(look, 160)}

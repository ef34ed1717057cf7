"""The looks: colours and sizes that the drawn interface shares with the game (assets/themes)."""

from pathlib import Path

from art.errors import json_of

THEMES = Path(__file__).parent.parent / "themes"


def mix(a, b, percent):
    """The colour `percent` of the way from a to b."""
    pairs = zip(*(bytes.fromhex(colour[1:7]) for colour in (a, b)))
    return "#" + "".join(f"{round(x + (y - x) * percent / 100):02X}" for x, y in pairs)


class Look:
    """One theme file: look.paper is "#RRGGBB", look.border a number; see include/sango/ui/theme.h."""

    def __init__(self, name, day=None):
        theme = json_of(THEMES / f"{name}.json")
        self.name = name
        self._values = {**(day._values if day else {}), **theme.get("colors", {}), **theme.get("sizes", {})}

    def __getattr__(self, key):
        if key.startswith("_") or key not in self._values:
            raise AttributeError(key)
        value = self._values[key]
        return value[:7] if isinstance(value, str) else value

    def opacity(self, key):
        """Of a colour, 0 to 1."""
        value = self._values[key]
        return int(value[7:9], 16) / 255 if len(value) == 9 else 1.0

    def pill(self, hue):
        """A hue (base, shade, light) as this look's pills have it."""
        return tuple(mix(colour, self.pill_base, self.pill_mix) for colour in hue)


DAY = Look("day")
LOOKS = [DAY] + [Look(name, DAY) for name in ("evening", "contrast", "calm")]

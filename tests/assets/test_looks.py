"""The drawn interface: every look has what day has, its pills can be read, every badge has its ranks.

    python3 test_looks.py ASSETS
"""

import re
import sys
from pathlib import Path

ASSETS = Path(sys.argv[1]).resolve()
ROOT = ASSETS.parent
sys.path.insert(0, str(ASSETS))
sys.dont_write_bytecode = True

from art.looks import DAY, LOOKS, mix                          # noqa: E402
from art.palette import HUES                                    # noqa: E402
from art.ui import NINE_SLICES, of_look, badges, sprites       # noqa: E402

faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def luminance(colour):
    parts = [value / 255 for value in bytes.fromhex(colour[1:7])]
    red, green, blue = (p / 12.92 if p <= .04045 else ((p + .055) / 1.055) ** 2.4 for p in parts)
    return .2126 * red + .7152 * green + .0722 * blue


def contrast(a, b):
    dark, light = sorted((luminance(a) + .05, luminance(b) + .05))
    return light / dark


def pills_can_be_read():
    """The name on a pill, 4.5:1 (WCAG 1.4.3), on the hue that the look makes of it."""
    for look in LOOKS:
        for name, hue in HUES.items():
            word = look.on_plum if name == "plum" else look.on_pill
            ratio = contrast(word, look.pill(hue)[0])
            expect(ratio >= 4.5, f"{look.name}: words on the pill '{name}' are {ratio:.2f}:1")


def looks_are_whole():
    day = {name for name, _, _ in of_look(DAY)}
    for look in LOOKS:
        expect({name for name, _, _ in of_look(look)} == day, f"{look.name} draws other pictures than day")
    names = {sprite.name for sprite in sprites()}
    expect("ui/panel" in names and "look/contrast/ui/panel" in names, "pictures of looks are missing")
    for nine in NINE_SLICES:
        expect(nine.name in names, f"{nine.name} stretches, but is not drawn")


def files_name_the_looks():
    listed = re.findall(r'X\([A-Z_]+, "([a-z_]+)"\)', (ROOT / "include/sango/ui/theme.h").read_text())
    expect([look.name for look in LOOKS] == listed[:len(LOOKS)], f"art/looks.py and LOOK_LIST differ: {listed}")
    files = {file.stem for file in (ASSETS / "themes").glob("*.json")}
    expect(files == {look.name for look in LOOKS}, f"assets/themes has {sorted(files)}")


def high_contrast_is_plain():
    """Thick lines, and nothing that fades: no gradient, no shadow, no tint that lets something through."""
    look = next(look for look in LOOKS if look.name == "contrast")
    expect(look.border >= 4, "the line of the high contrast is thinner than 4 units")
    for name, svg, _ in of_look(look):
        if name != "phone_frame":           # the glass of the phone has a shadow on the stage
            expect(not re.search(r"Gradient|feGaussianBlur", svg), f"contrast: '{name}' fades")
            expect(not re.search(r'opacity="0?\.\d', svg), f"contrast: '{name}' lets something through")


def badges_have_ranks():
    header = (ROOT / "include/sango/score/score.h").read_text()
    named = set()
    for macro in ("POWER_LIST", "STORY_DEED_LIST", "DEED_LIST"):
        body = header[header.index(f"#define {macro}"):].split("\n\n")[0]
        named |= set(re.findall(r'X\([A-Z_]+, "([a-z_]+)"\)', body))
    expect(named == set(badges.BADGES), f"badges and score.h differ: {sorted(named ^ set(badges.BADGES))}")
    drawn = badges.badges()
    for name in named:
        pictures = [drawn.get(f"badge_{name}_{rank}") for rank in range(4)]
        expect(None not in pictures and len(set(pictures)) == 4, f"the badge '{name}' needs a silhouette and three ranks")


def mixing():
    expect(mix("#000000", "#FFFFFF", 50) == "#808080" and mix("#102030", "#FFFFFF", 0) == "#102030", "mix() is wrong")
    expect(abs(DAY.opacity("bar") - 0xF0 / 255) < 1e-6 and DAY.bar == "#2A2257", "a colour's opacity is read wrongly")


for test in (pills_can_be_read, looks_are_whole, files_name_the_looks, high_contrast_is_plain, badges_have_ranks, mixing):
    test()
for fault in faults:
    print(f"test_looks: {fault}")
sys.exit(1 if faults else 0)

"""A mascot of one file and one layer builds, and the game plays with it; a tool of its own is shown.

Arguments: the sources, the built art, the program sango.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT, ART, SANGO = (Path(word) for word in sys.argv[1:])
sys.path.insert(0, str(ROOT / "assets"))
sys.dont_write_bytecode = True

from PIL import Image                                         # noqa: E402

from art import app_icon, cast, catalogue                     # noqa: E402
from pipeline.lint import problems                            # noqa: E402
from pipeline.render import build_resolution                  # noqa: E402

HAPPY = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000">
  <defs><radialGradient id="warm"><stop stop-color="#ffd95e"/><stop offset="1" stop-color="#f2a11f"/></radialGradient></defs>
  <g id="L_all"><circle cx="400" cy="560" r="360" fill="url(#warm)"/></g>
</svg>
"""


def smallest(folder):
    folder.mkdir()
    (folder / "happy.svg").write_text(HAPPY, encoding="utf-8")
    (folder / "actor.json").write_text('{"kind": "drawn", "layers": ["all"]}', encoding="utf-8")
    return cast.actor_of(folder)


def data_folder(top):
    """A tree as the game reads it, its art copied."""
    for name in ("assets/fonts", "assets/sound", "assets/themes", "levels"):
        place = top / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(ROOT / name)
    shutil.copytree(ART / "720", top / "build/assets/720")
    return top / "build/assets"


def check(told, right):
    if not right:
        sys.exit(f"test_mascot: {told}")


def build(art, actor):
    """Draws the art with this mascot instead of ours."""
    everybody = [actor if one.name == "sango" else one for one in OURS]
    cast.everybody = lambda: everybody
    sprites = catalogue.all_sprites()
    for sprite in sprites:
        check(f"{sprite.name}: {problems(sprite.svg)}", not problems(sprite.svg))
    build_resolution(art, 720, sprites, 1)
    lines = "".join(one.line() + "\n" for one in catalogue.all_actors())
    (art / "720/actors.txt").write_text(lines, encoding="utf-8")


def play(top):
    """The colour of the mascot's middle, by expression or tool."""
    played = subprocess.run(
        [SANGO, "--headless", "--no-store", "--quiet", "--data", top / "data", "--pack", ROOT / "tests/replay/mascot",
         "--input", ROOT / "tests/replay/mascot.txt", "--shots", top], capture_output=True, text=True, check=False)
    check(f"the game ends with {played.returncode}: {played.stderr}", played.returncode == 0)
    check(f"the game complains: {played.stderr}", "sango" not in played.stderr)
    return {name: Image.open(top / f"sango-{name}.png").convert("RGB").getpixel((1067, 330)) for name in ("wink", "timer", "alert")}


def is_sun(colour):
    return colour[0] > 220 and 140 < colour[1] < 230 and colour[2] < 130


def main():
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        folder = top / "sango"
        actor = smallest(folder)
        check("the icon is not the happy picture", "warm" in app_icon.svg(folder))
        art = data_folder(top / "data")
        build(art, actor)
        for pose, colour in play(top).items():
            check(f"{pose}: the new mascot is not seen: {colour}", is_sun(colour))

        # One file more: the tool is shown by itself, the rest is as it was.
        (folder / "timer.svg").write_text(HAPPY.replace("url(#warm)", "#00a000"), encoding="utf-8")
        build(art, cast.actor_of(folder))
        seen = play(top)
        check(f"no timer is shown: {seen}", seen["timer"][1] > 120 and seen["timer"][0] < 40)
        check(f"something else changed: {seen}", is_sun(seen["wink"]) and is_sun(seen["alert"]))


OURS = cast.everybody()
main()

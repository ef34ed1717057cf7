#!/usr/bin/env python3
"""Draws the game's art: assets/build.py OUT writes OUT/720, OUT/1080, OUT/1440 and their lists.

    assets/build.py build/assets                  what the game needs
    assets/build.py build/assets --scales 720     one resolution, while drawing
    assets/build.py --lint                        check every SVG, draw nothing

Needs Python 3.9, python3-pil and rsvg-convert (librsvg2-bin). Only sheets whose
drawings changed are drawn again; the same sources give the same bytes.
"""

import argparse
import fcntl
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from art import app_icon, catalogue, paper, places, sources   # noqa: E402
from art.errors import ArtError                               # noqa: E402
from pipeline.lint import problems                            # noqa: E402


def lint(sprites):
    """Prints each fault once, with the first sprite that shows it. Returns the exit status."""
    seen, faults = set(), 0
    for problem in problems(app_icon.svg()):
        print(f"icon: error: {problem}")
        faults += 1
    for problem in places.problems():
        print(problem)
        faults += 1
    for sprite in sprites:
        if sprite.svg in seen:
            continue
        seen.add(sprite.svg)
        for problem in problems(sprite.svg):
            print(f"{sprite.name}: error: {problem}")
            faults += 1
    names = [sprite.name for sprite in sprites]
    for name in sorted({n for n in names if names.count(n) > 1}):
        print(f"{name}: error: two sprites have this name")
        faults += 1
    for actor in catalogue.all_actors():
        for expression, layers in actor.expressions.items():
            for layer in set(layers) - set(actor.layers):
                print(f"{actor.name}/{expression}: error: '{layer}' is not in the actor's layers")
                faults += 1
    print(f"{len(sprites)} sprites, {len(seen)} drawings, {faults} faults")
    return 1 if faults else 0


def build_icon(out):
    """The program's icon for desktops: OUT/icon/sango-<size>.png and sango.svg."""
    import subprocess
    from pipeline.render import write_if_changed
    folder, svg = out / "icon", app_icon.svg()
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "sango.svg"
    fresh = source.exists() and source.read_text(encoding="utf-8") == svg
    for size in app_icon.SIZES:
        file = folder / f"sango-{size}.png"
        if not (fresh and file.exists()):
            subprocess.run(["rsvg-convert", "-w", str(size), "-o", str(file)], input=svg.encode(), check=True)
    write_if_changed(source, svg)


def build(out, heights, jobs):
    """Draws every resolution; one build at a time in a folder."""
    from pipeline.render import FULL_HEIGHT, borrowed_lines, build_resolution, write_if_changed
    out.mkdir(parents=True, exist_ok=True)
    sprites = catalogue.all_sprites()
    actors = "".join(actor.line() + "\n" for actor in catalogue.all_actors())
    slices = "".join(f"{s.name} {s.corner} {s.pad}\n" for s in catalogue.all_nine_slices())
    with open(out / "lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        build_icon(out)
        paper.write(out / "paper")
        for height in heights:
            drawn, borrowed = sprites, []
            if height > FULL_HEIGHT:        # places and figures are soft enough to be enlarged, see README.md
                sharp = [sprite for sprite in sprites if catalogue.is_interface(sprite)]
                borrowed = borrowed_lines(out, FULL_HEIGHT, sharp)
                drawn = sharp if borrowed else sprites
            anew = build_resolution(out, height, drawn, jobs, borrowed)
            write_if_changed(out / str(height) / "actors.txt", actors)
            write_if_changed(out / str(height) / "ui.txt", slices)
            if anew:
                print(f"art {height}: {anew} sheets drawn")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", nargs="?", type=Path, help="folder to write into")
    parser.add_argument("--scales", default="720,1080,1440", help="heights in pixels (720,1080,1440)")
    parser.add_argument("--jobs", type=int, default=2, help="pictures drawn at a time (2)")
    parser.add_argument("--lint", action="store_true", help="check the drawings, write nothing")
    given = parser.parse_args()
    if not given.lint and not given.out:
        parser.error("say where to write, e.g. build/assets")
    try:
        wrong = sources.problems()
        for problem in wrong:
            print(problem, file=sys.stderr)
        if wrong:
            return 1
        if given.lint:
            return lint(catalogue.all_sprites())
        return build(given.out, [int(h) for h in given.scales.split(",")], given.jobs)
    except ArtError as error:
        print(error, file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        if error.name != "PIL":
            raise
        print("build.py: error: this Python has no PIL; in Debian: apt-get install python3-pil", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())

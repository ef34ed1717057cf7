#!/usr/bin/env python3
"""Measures the game beside the floor program and the story engine beside others, in one run, and prints two tables.

    bench.py BUILD [--short] [--story] [--json FILE]

BUILD is a built release tree. What has a screen runs under Xvfb at 1280x720 with the
software renderer and no sound device; bench_story.py is the half without one. Machines
differ: read the ratios, not the milliseconds. Fails only when something is wrong.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

from bench_story import StoryBench

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "bench"


class Screen:
    """An X server of our own whose picture is a file."""

    def __init__(self, folder):
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x720x24", "-fbdir", folder, "-nolisten", "tcp",
             "-noreset"],
            pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        self.framebuffer = os.path.join(folder, "Xvfb_screen0")
        self.environment = {**os.environ, "DISPLAY": ":" + number, "SDL_AUDIODRIVER": "dummy", "SDL_VIDEODRIVER": "x11"}
        self.environment.pop("WAYLAND_DISPLAY", None)

    def close(self):
        self.server.terminate()
        self.server.wait()


def figures(text):
    """Lines of `name number` as a dictionary."""
    pairs = (line.split() for line in text.splitlines())
    return {pair[0]: float(pair[1]) for pair in pairs if len(pair) == 2}


def run(screen, *command):
    done = subprocess.run([str(word) for word in command], env=screen.environment, capture_output=True, text=True,
                          cwd=ROOT, timeout=300)
    if done.returncode != 0:
        sys.exit(f"bench: {' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return figures(done.stdout)


def median_runs(count, measure):
    """The median of each figure over several runs."""
    runs = [measure() for _ in range(count)]
    return {name: statistics.median(each[name] for each in runs) for name in runs[0]}


class Bench:
    def __init__(self, build, screen, store, is_short):
        self.screen = screen
        self.tools = build / "tests" / "bench"
        self.times = 3 if is_short else 7
        self.frames = 200 if is_short else 2000
        self.turns = 8 if is_short else 40
        self.keys = 20 if is_short else 100
        self.idle = 2 if is_short else 10
        self.game = [build / "game" / "sango", "--software", "--store", store]
        self.floor = [self.tools / "bench_floor", ROOT / "build/assets/720", ROOT / "assets/fonts/Andika-Regular.ttf"]
        self.build = build
        self.rows = []

    def probe(self, steps, program):
        return run(self.screen, self.tools / "bench_probe", self.screen.framebuffer, *steps, "--", *program)

    def add(self, what, unit, game, floor=None, limit=None, is_ratio=False):
        ratio = game / floor if floor else None
        value = ratio if is_ratio else game
        self.rows.append({"what": what, "unit": unit, "game": round(game, 3), "floor": None if floor is None else round(floor, 3),
                          "ratio": None if ratio is None else round(ratio, 2), "limit": limit, "limit_is_ratio": is_ratio,
                          "met": None if limit is None else value <= limit})

    def start(self):
        # One after the other, so that a busy moment of the machine meets both.
        pairs = [(self.probe(["first"], self.floor), self.probe(["first"], self.game)) for _ in range(self.times)]
        floor = statistics.median(pair[0]["start_ms"] for pair in pairs)
        game = statistics.median(pair[1]["start_ms"] for pair in pairs)
        self.add("exec to the first complete picture", "ms", game, floor, 1.5, True)

    def still_page(self):
        floor = self.probe(["first", "latency", "a,b", self.keys, "idle", self.idle, "memory"], self.floor)
        # The settings page, reached with keys: nothing moves there, and after 20 s the music rests.
        game = self.probe(["first", "keys", "Down,Return", "latency", "Down,Up", self.keys, "rest", 24, "idle", self.idle, "memory"],
                          self.game)
        self.add("key to changed pixels, median", "ms", game["key_median"], floor["key_median"], 10)
        self.add("key to changed pixels, 99 of 100", "ms", game["key_p99"], floor["key_p99"])
        self.add("still page, processor", "%", game["idle_percent"], floor["idle_percent"], 0)
        self.add("still page, wake-ups a second", "", game["idle_wakeups"], floor["idle_wakeups"])

    def page_turn(self):
        floor = self.probe(["first", "turn", "a,b", self.turns], self.floor)
        # From the title to the settings and back.
        game = self.probe(["first", "keys", "Down", "turn", "Return,Escape", self.turns], self.game)
        self.add("page turn, key to complete page, median", "ms", game["turn_median"], floor["turn_median"])

    def scene(self):
        floor = run(self.screen, *self.floor, self.frames)
        game = run(self.screen, self.tools / "bench_frames", ROOT, HERE / "level.txt")
        self.add("animated scene, a frame, median", "ms", game["frame_median"], floor["frame_median"])
        self.add("animated scene, a frame, 99 of 100", "ms", game["frame_p99"], floor["frame_p99"], 12)
        self.add("animated scene, worst frame", "ms", game["frame_max"], floor["frame_max"])

    def motion(self):
        for script, what in (("motion.txt", "three actors and sparkles"), ("camera.txt", "the same, camera moving")):
            game = run(self.screen, self.tools / "bench_frames", ROOT, HERE / script, "1280x720", HERE / "pack")
            self.add(f"{what}, a frame, median", "ms", game["frame_median"])
            self.add(f"{what}, 99 of 100", "ms", game["frame_p99"], limit=10)

    def level_open(self):
        floor = self.probe(["first", "memory"], self.floor)
        game = self.probe(["first", "keys", "Return,Return,Return,Return,Return", "rest", 2, "memory", "idle", self.idle], self.game)
        self.add("memory with a level open, resident", "MiB", game["rss_mib"], floor["rss_mib"], 80)
        self.add("memory with a level open, own share", "MiB", game["pss_mib"], floor["pss_mib"])
        self.add("level page that breathes, processor", "%", game["idle_percent"])

    def print(self):
        print(f"{'':44}{'game':>10} {'floor':>10} {'ratio':>7}  {'must be':>9}")
        for row in self.rows:
            floor = "" if row["floor"] is None else f"{row['floor']:.2f}"
            ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
            limit = "" if row["limit"] is None else f"<= {row['limit']}" + ("x" if row["limit_is_ratio"] else "")
            verdict = {None: "", True: "met", False: "NOT MET"}[row["met"]]
            print(f"{row['what'] + (', ' + row['unit'] if row['unit'] else ''):44}{row['game']:>10.2f} {floor:>10} {ratio:>7}  {limit:>9} {verdict}")


def prepare(build, store, screen):
    """A child in the middle of the second story, so that the game has something to open."""
    run(screen, build / "game" / "sango", "--headless", "--quiet", "--store", store, "--input", HERE / "prepare.txt")


def measure_screen(build, folder, is_short):
    screen = Screen(folder)
    try:
        store = os.path.join(folder, "store")
        prepare(build, store, screen)
        bench = Bench(build, screen, store, is_short)
        for part in (bench.start, bench.page_turn, bench.still_page, bench.scene, bench.motion, bench.level_open):
            part()
    finally:
        screen.close()
    bench.print()
    return bench.rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--short", action="store_true", help="seconds instead of minutes, for CI")
    parser.add_argument("--story", action="store_true", help="only the story engine: needs no screen")
    parser.add_argument("--json", type=pathlib.Path, help="also writes the tables here")
    options = parser.parse_args()
    build = options.build.resolve()
    with tempfile.TemporaryDirectory() as folder:
        rows = [] if options.story else measure_screen(build, folder, options.short)
        story = StoryBench(build, pathlib.Path(folder), options.short, ROOT / "build" / "bench")
        story.measure_all()
    story.print()
    if options.json:
        options.json.write_text(json.dumps(rows + story.rows, indent=1) + "\n")
    sys.exit(1 if story.failures else 0)


if __name__ == "__main__":
    main()

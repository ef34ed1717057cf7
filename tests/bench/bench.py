#!/usr/bin/env python3
"""Measures the game beside the floor program and the story engine beside others, in one run, and prints two tables.

    bench.py BUILD [--short] [--story | --web] [--json FILE]

BUILD is a built release tree. What has a screen runs under Xvfb at 1280x720 with the
software renderer and no sound device; bench_still.py is what it costs when nobody does
anything, bench_story.py the half without a screen, bench_web.py the web site, where one is built. Machines differ: read the ratios, not
the milliseconds. Others may use the machine, too, so a start is the best of several and a
frame the best of several runs that draw the same. Fails only when something is wrong.
"""
import argparse
import json
import os
import pathlib
import statistics
import sys
import tempfile

from bench_still import still_pages
from bench_story import StoryBench
import bench_web
from screen import NEW_PLAYER, ROOT, Screen, play, probe, run

HERE = ROOT / "tests" / "bench"


class Bench:
    def __init__(self, build, screen, store, still, is_short):
        self.screen = screen
        self.tools = build / "tests" / "bench"
        self.is_short = is_short
        self.times = 3 if is_short else 9
        self.repeats = 3 if is_short else 7
        self.frames = 200 if is_short else 2000
        self.turns = 8 if is_short else 40
        self.keys = 20 if is_short else 100
        self.idle = 2 if is_short else 20
        self.sango = build / "game" / "sango"
        self.game = self.game_at(store)
        self.still = still
        self.floor = [self.tools / "bench_floor", ROOT / "build/assets/720", ROOT / "assets/fonts/Andika-Regular.ttf"]
        self.build = build
        self.rows = []

    def game_at(self, store):
        return [self.sango, "--software", "--store", store]

    def probe(self, steps, program, screen=None):
        return probe(screen or self.screen, self.build, steps, program)

    def frames_of(self, *arguments):
        """All runs draw the same: each frame's least, so that what else the machine does is not counted."""
        runs = [run(self.screen, self.tools / "bench_frames", ROOT, *arguments) for _ in range(self.repeats)]
        frames = sorted(min(each[name] for each in runs) for name in runs[0])
        return {"frame_median": statistics.median(frames), "frame_p99": frames[int(0.99 * len(frames))], "frame_max": frames[-1]}

    def add(self, what, unit, game, floor=None, limit=None, is_ratio=False):
        ratio = game / floor if floor else None
        value = ratio if is_ratio else game
        self.rows.append({"what": what, "unit": unit, "game": round(game, 3), "floor": None if floor is None else round(floor, 3),
                          "ratio": None if ratio is None else round(ratio, 2), "limit": limit, "limit_is_ratio": is_ratio,
                          "met": None if limit is None else value <= limit})

    def start(self):
        # One after the other, so that a busy moment of the machine meets all. The computer's settings say
        # "less movement" for the level: then its first page stays from its first picture on.
        level = [*self.game_at(self.still), "--level", "prologue"]
        three = [*self.game_at(self.still), "--pack", HERE / "pack", "--level", "prologue"]
        programs = {"floor": self.floor, "title": self.game, "level": level, "three": three}
        runs = [{name: self.probe(["first"], program)["start_ms"] for name, program in programs.items()} for _ in range(self.times)]
        best = {name: min(each[name] for each in runs) for name in programs}
        self.add("exec to the first complete picture", "ms", best["title"], best["floor"], 1.5, True)
        self.add("exec to the first level's first page", "ms", best["level"], best["floor"], 300)
        self.add("exec to a page of three actors", "ms", best["three"], best["floor"], 300)

    def keys_and_rest(self):
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

    def lesson(self):
        """A class: start, "now we vote", hands; then from the last hand to the result, with the page of the vote in between."""
        program = [*self.game, "--lesson"]
        game = self.probe(["first", "keys", "Return,Next,1,1,2,1,2", "reveal", "1,Next,Prior", self.turns], program)
        self.add("last hand of a vote to its result, median", "ms", game["reveal_median"])
        self.add("its worst", "ms", game["reveal_max"], limit=100)

    def scene(self):
        self.floor_frame = run(self.screen, *self.floor, self.frames)
        self.add_frames("animated scene", self.frames_of(HERE / "level.txt"))

    def add_frames(self, what, game):
        floor = self.floor_frame
        self.add(f"{what}, a frame, median", "ms", game["frame_median"], floor["frame_median"])
        self.add("its 99 of 100", "ms", game["frame_p99"], floor["frame_p99"], 10)
        self.add("its worst", "ms", game["frame_max"], floor["frame_max"])

    def motion(self):
        for script, what in (("motion.txt", "three actors and sparkles"), ("camera.txt", "the same, camera moving")):
            self.add_frames(what, self.frames_of(HERE / script, "1280x720", HERE / "pack"))

    def level_open(self):
        floor = self.probe(["first", "memory"], self.floor)
        game = self.probe(["first", "keys", "Return,Return,Return,Return,Return", "rest", 2, "memory", "idle", self.idle], self.game)
        self.add("memory with a level open, resident", "MiB", game["rss_mib"], floor["rss_mib"], 100)
        self.add("memory with a level open, own share", "MiB", game["pss_mib"], floor["pss_mib"])
        self.add("level page that breathes, processor", "%", game["idle_percent"])
        for size in ("1280x720", "1920x1080"):
            self.three_open(size)

    def three_open(self, size):
        """After all the screens before it, and all lines of a level in which three act; and far into the first level."""
        ways = (("three actors", ["--pack", HERE / "pack"], 9), ("into the first level", [], 37))
        with Screen(size) as screen:
            for what, pack, turns in ways:
                with tempfile.TemporaryDirectory() as store:
                    play(self.build, store, NEW_PLAYER)
                    program = [*self.game_at(store), *pack, "--size", size]
                    game = self.probe(["first", "keys", ",".join(["Return"] * turns), "memory"], program, screen)
                self.add(f"memory, {what}, {size}", "MiB", game["rss_mib"], limit=100)
                self.add("at its peak", "MiB", game["peak_mib"])

    def still_pages(self):
        for page, percent, wakeups, look in still_pages(self.build, 4 if self.is_short else 20):
            self.add(f"still {page}, worst look ({look})", "%", percent, limit=0)
            self.add("its wake-ups a second", "", wakeups)


def print_rows(rows):
    print(f"{'':44}{'game':>10} {'floor':>10} {'ratio':>7}  {'must be':>9}")
    for row in rows:
        floor = "" if row["floor"] is None else f"{row['floor']:.2f}"
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
        limit = "" if row["limit"] is None else f"<= {row['limit']}" + ("x" if row["limit_is_ratio"] else "")
        verdict = {None: "", True: "met", False: "NOT MET"}[row["met"]]
        print(f"{row['what'] + (', ' + row['unit'] if row['unit'] else ''):44}{row['game']:>10.2f} {floor:>10} {ratio:>7}  {limit:>9} {verdict}")


def measure_screen(build, folder, is_short):
    """Two stores: a child in the middle of the second story, and a computer that is to move little."""
    store, still = os.path.join(folder, "store"), os.path.join(folder, "still")
    play(build, store, (HERE / "prepare.txt").read_text(encoding="utf-8"))
    play(build, still, "wait 300\nchoose Settings\nchoose Less movement\npress back\n")
    with Screen() as screen:
        bench = Bench(build, screen, store, still, is_short)
        for part in (bench.start, bench.page_turn, bench.keys_and_rest, bench.lesson, bench.scene, bench.motion, bench.level_open):
            part()
    bench.still_pages()
    print_rows(bench.rows)
    return bench.rows


def measure_web(is_short):
    if not bench_web.is_there():
        sys.exit(f"bench: there is no site in {bench_web.SITE}; ./run web builds it")
    web = bench_web.WebBench(is_short)
    web.measure_all()
    print()
    print_rows(web.rows)
    web.print_published()
    for failure in web.failures:
        print(f"FAILED: {failure}")
    return web


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--short", action="store_true", help="seconds instead of minutes, for CI")
    parser.add_argument("--story", action="store_true", help="only the story engine: needs no screen")
    parser.add_argument("--json", type=pathlib.Path, help="also writes the tables here")
    parser.add_argument("--web", action="store_true", help="only the web site of build/web; without it that comes last, where there is one")
    options = parser.parse_args()
    build = options.build.resolve()
    rows, failures = [], []
    if not options.web:
        with tempfile.TemporaryDirectory() as folder:
            rows = [] if options.story else measure_screen(build, folder, options.short)
            story = StoryBench(build, pathlib.Path(folder), options.short, ROOT / "build" / "bench")
            story.measure_all()
        story.print()
        rows, failures = rows + story.rows, story.failures
    if options.web or (not options.story and bench_web.is_there()):
        web = measure_web(options.short)
        rows, failures = rows + web.rows, failures + web.failures
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

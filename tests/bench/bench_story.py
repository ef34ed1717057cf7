"""The story half of the bench: our compiler and VM beside raw Lua 5.4 coroutines and inkjs, on one story.

Machines differ: what is too slow is marked and fails nothing. What is wrong fails: engines that
do not deliver the same, a program that crashes or hangs, a case without result and message.
"""
import json
import pathlib
import shutil
import subprocess
import sys

import story_make

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "bench"

MB = 1_000_000
SAME = ("lines", "options", "commands", "checksum")
# What the story of so many nodes and rounds delivers; choices follow a fixed sequence.
SMALL, LARGE = (345, 20), (3450, 3)
DELIVERED = {SMALL: (30181, 6036, 6036), LARGE: (45266, 9053, 9053)}
# Pathological cases of the specification: the whole of it, in milliseconds.
CASE_LIMIT_MS = 100
LIMITED = {"chain-16": "16 undeclared variables in a chain", "sum-20000": "a sum of 20,000 terms",
           "brackets-20000": "20,000 brackets", "options-3000": "3,000 options inside each other",
           "ifs-3000": "3,000 ifs inside each other"}
# These are large: a thousand lines must not take longer than in the story of 100,000 lines at its limit, 3 ms; a
# megabyte not longer than there either, 60 ms.
LARGE_CASES = {"chain-5000": "5,000 undeclared variables in a chain", "nodes-10000": "10,000 nodes, each jumps to the next",
               "groups-10000": "10,000 node groups", "misspelt-10000": "10,000 misspelt jumps",
               "options-100000": "100,000 options in groups of 4", "bytes-8388608": "one file of 8 MiB",
               "wide-lines": "100 lines of 64 KB with 4,096 terms"}
LINES_A_MS, BYTES_A_MS = 333, 16 * 1024


class Failure(Exception):
    """The bench's own gate: something is wrong, not slow."""


def run(*command, timeout=60):
    """The `name value` lines of a program."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, timeout=timeout)
    except subprocess.TimeoutExpired as expired:
        raise Failure(f"{' '.join(words)}: not done after {timeout} s") from expired
    if done.returncode != 0:
        raise Failure(f"{' '.join(words)}: ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return dict(line.split(None, 1) for line in done.stdout.splitlines() if len(line.split(None, 1)) == 2)


def note(text):
    print(f"bench: {text}", file=sys.stderr)


def find_ink(folder):
    """The folder where ./run bench installed inkjs; None (and a line that says why) when there is none."""
    if not shutil.which("node") or not (folder / "node_modules" / "inkjs").is_dir():
        note("no node, or no inkjs from npm: its column stays empty")
        return None
    return folder


class StoryBench:
    def __init__(self, build, work, is_short, ink_folder):
        self.tools = build / "tests" / "bench"
        self.yarn = self.tools / "bench_yarn"
        self.lua = self.tools / "bench_lua"
        self.ink = find_ink(ink_folder)
        self.work = work
        self.times = 12 if is_short else 25
        self.ink_times = 1 if is_short else 3
        self.rows = []
        self.failures = []
        if not self.lua.exists():
            note("built without liblua5.4-dev: the column of Lua stays empty")

    def add(self, what, unit, ours, lua=None, ink=None, limit=None, at_least=False, said=""):
        met = None if limit is None else (ours >= limit if at_least else ours <= limit)
        self.rows.append({"what": what, "unit": unit, "game": round(ours, 3),
                          "lua": None if lua is None else round(lua, 3), "lua_ratio": None if not lua else round(ours / lua, 4),
                          "inkjs": None if ink is None else round(ink, 3), "inkjs_ratio": None if not ink else round(ours / ink, 4),
                          "limit": limit, "at_least": at_least, "met": met, "said": said})

    def fail(self, text):
        if text not in self.failures:
            self.failures.append(text)

    def gate(self, size, engines):
        """Every engine delivered the same lines, options and commands, to the byte."""
        for name, got in engines.items():
            counts = tuple(int(got[key]) for key in SAME[:3])
            if counts != DELIVERED[size]:
                self.fail(f"story of {size[0]} nodes, {name}: lines, options and commands are {counts}, "
                          f"and should be {DELIVERED[size]}")
        sums = {got["checksum"] for got in engines.values()}
        if len(sums) > 1:
            self.fail(f"story of {size[0]} nodes: the engines say different texts: "
                      + ", ".join(f"{name} {got['checksum']}" for name, got in engines.items()))

    def measure(self, size, with_ink):
        """What each engine says of one story; the story is written, measured and kept in `work`."""
        folder = self.work / f"story-{size[0]}"
        story_make.write_story(*size, folder)
        engines = {"yarn": run(self.yarn, "speed", folder / "story.yarn", self.times)}
        engines["yarn"] |= run(self.yarn, "memory", folder / "story.yarn")
        if self.lua.exists():
            engines["lua"] = run(self.lua, "speed", folder / "story.lua", self.times)
            engines["lua"] |= run(self.lua, "memory", folder / "story.lua")
        if with_ink and self.ink:
            engines["inkjs"] = run("node", HERE / "story_ink.js", self.ink, folder / "story.ink", self.ink_times, timeout=300)
        self.gate(size, engines)
        return engines

    @staticmethod
    def values(engines, key, scale=1.0):
        """A figure of ours, of Lua and of inkjs; None where there is no such engine or figure."""
        return [float(engines[name][key]) * scale if name in engines and key in engines[name] else None
                for name in ("yarn", "lua", "inkjs")]

    def measure_twice(self):
        """Both stories in turn, so that a busy moment of the machine does not meet only one of them; the better of each."""
        small, large = self.measure(SMALL, True), self.measure(LARGE, False)
        for first, second in ((small, self.measure(SMALL, False)), (large, self.measure(LARGE, False))):
            for name, again in second.items():
                for key, better in (("compile_ms", min), ("play_rate", max), ("markup_rate", max)):
                    if key in again:
                        first[name][key] = better(float(first[name][key]), float(again[key]))
        return small, large

    def stories(self):
        small, large = self.measure_twice()
        compile_small, compile_large = self.values(small, "compile_ms"), self.values(large, "compile_ms")
        self.add("compile 10,020 lines", "ms", *compile_small, limit=30)
        self.add("compile 100,065 lines", "ms", *compile_large, limit=300)
        growth = [a / b if a and b else None for a, b in zip(compile_large, compile_small)]
        self.add("the one to the other, 10 times the lines", "x", *growth, limit=12)
        plain = self.values(small, "play_rate", 1e-3)
        self.add("play, lines a second (thousand)", "", *plain, limit=1000, at_least=True)
        markup = float(small["yarn"]["markup_rate"]) / 1e3
        self.add("the same, and its markup read", "", markup, *plain[1:], limit=500, at_least=True)
        self.add("play of 100,065 lines (thousand)", "", *self.values(large, "play_rate", 1e-3))
        self.memory(small, large)

    def memory(self, small, large):
        ours = small["yarn"]
        lua = small.get("lua", {})
        peak = max(int(ours["compile_peak"]), int(ours["play_peak"])) / MB
        self.add("memory at 10,020 lines, allocator's peak", "MB", peak, int(lua["peak"]) / MB if lua else None, limit=8)
        self.add("the same, resident memory", "MB", *self.values(small, "resident_more", 1 / MB), limit=8)
        self.add("the same, while it is played", "MB", int(ours["play_peak"]) / MB)
        self.add("memory at 100,065 lines, allocator's peak", "MB", int(large["yarn"]["compile_peak"]) / MB,
                 int(large["lua"]["peak"]) / MB if "lua" in large else None)

    def case(self, name, what):
        path = self.work / f"{name}.yarn"
        story_make.write_case(name, path)
        text = path.read_bytes()
        limit = CASE_LIMIT_MS
        if name in LARGE_CASES:
            limit = round(max(CASE_LIMIT_MS, text.count(b"\n") / LINES_A_MS, len(text) / BYTES_A_MS))
        try:
            best = min((run(self.yarn, "case", path, timeout=10) for _ in range(3)),
                       key=lambda got: float(got["compile_ms"]) + float(got["play_ms"]))
        except Failure as failure:
            self.fail(f"{what}: {failure}")
            return
        if best["result"] != "ok" and not best.get("message"):
            self.fail(f"{what}: neither a result nor a message ({best['result']})")
        self.add(what, "ms", float(best["compile_ms"]) + float(best["play_ms"]), limit=limit,
                 said=best.get("message", "plays to its end"))

    def measure_all(self):
        try:
            self.stories()
        except Failure as failure:
            self.fail(str(failure))
        for name, what in (LIMITED | LARGE_CASES).items():
            self.case(name, what)

    def print(self):
        print(f"\n{'the story engine':44}{'ours':>10} {'Lua':>10} {'ratio':>7} {'inkjs':>10} {'ratio':>7}  {'must be':>9}")
        for row in self.rows:
            cells = ["" if row[key] is None else f"{row[key]:.{digits}}"
                     for key, digits in (("lua", "2f"), ("lua_ratio", "3g"), ("inkjs", "2f"), ("inkjs_ratio", "3g"))]
            limit = "" if row["limit"] is None else f"{'>=' if row['at_least'] else '<='} {row['limit']}"
            verdict = {None: "", True: "met", False: "NOT MET"}[row["met"]]
            what = row["what"] + (", " + row["unit"] if row["unit"] else "")
            print(f"{what:44}{row['game']:>10.2f} {cells[0]:>10} {cells[1]:>7} {cells[2]:>10} {cells[3]:>7}  {limit:>9} {verdict}")
            if row["said"]:
                print(f"    {row['said'].strip()}")
        for failure in self.failures:
            print(f"FAILED: {failure}")


def main():
    """bench_story.py BUILD FOLDER [--short]: this half alone; FOLDER gets the stories and may hold inkjs."""
    build, work = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    work.mkdir(parents=True, exist_ok=True)
    bench = StoryBench(build, work, "--short" in sys.argv, work)
    bench.measure_all()
    bench.print()
    (work / "story.json").write_text(json.dumps(bench.rows, indent=1) + "\n")
    sys.exit(1 if bench.failures else 0)


if __name__ == "__main__":
    main()

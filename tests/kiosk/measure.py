#!/usr/bin/env python3
"""A kiosk in real time, on a screen that is only in memory (Xvfb): what it costs while nobody is there, and over an hour in which hands and
keys do this and that. Not a test: it takes as long as it takes, and writes a line a minute.

    measure.py --game build/release/game/sango --settings tests/kiosk/kiosk.json --root . --work build/kiosk/hour [--minutes 60]

The first three minutes nobody touches anything; then visitors come for half a minute to three minutes, and leave it alone for as long.
Needs the packages xvfb and xdotool. Columns of hour.csv: minute, CPU of one core in percent, resident bytes, bytes without files that are
only mapped, handles, threads, what was done in that minute."""
import argparse
import csv
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time

ALONE_MINUTES = 3


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def look(pid):
    status = dict(re.findall(r"^(\w+):\s+(\d+) kB$", pathlib.Path(f"/proc/{pid}/status").read_text(), re.M))
    return {"rss": int(status["VmRSS"]) * 1024, "anonymous": int(status["RssAnon"]) * 1024,
            "handles": len(os.listdir(f"/proc/{pid}/fd")), "threads": len(os.listdir(f"/proc/{pid}/task"))}


def do_something(rng, environment, size):
    if rng.random() < 0.75:
        x, y = rng.randrange(size[0]), rng.randrange(size[1])
        words = ["mousemove", str(x), str(y), "click", "1"]
    else:
        words = ["key", rng.choice(["Return", "Tab", "Right", "Left", "space", "1", "2", "3", "Escape", "alt+F4"])]
    subprocess.run(["xdotool"] + words, env=environment, check=False, capture_output=True)


def main():
    parser = argparse.ArgumentParser()
    for name in ("game", "settings", "root", "work"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--display", default=":97")
    options = parser.parse_args()
    work = pathlib.Path(options.work).resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    size = tuple(int(part) for part in options.size.split("x"))
    environment = dict(os.environ, DISPLAY=options.display, SDL_VIDEODRIVER="x11", SDL_AUDIODRIVER="dummy")
    rng = random.Random(1)
    screen = subprocess.Popen(["Xvfb", options.display, "-screen", "0", f"{options.size}x24"], stderr=subprocess.DEVNULL)
    time.sleep(1)
    game = subprocess.Popen([options.game, "--kiosk", options.settings, "--store", str(work / "store"), "--data", options.root],
                            env=environment, stderr=open(work / "stderr.txt", "w", encoding="utf-8"))
    try:
        with open(work / "hour.csv", "w", newline="", encoding="utf-8") as file:
            writer = None
            begun = time.monotonic()
            changes_at, is_there = begun + ALONE_MINUTES * 60, False
            for minute in range(1, options.minutes + 1):
                before, before_at, done = cpu_seconds(game.pid), time.monotonic(), 0
                while time.monotonic() < begun + minute * 60:
                    if time.monotonic() >= changes_at:
                        is_there = not is_there
                        changes_at = time.monotonic() + rng.uniform(30, 180)
                    if is_there:
                        do_something(rng, environment, size)
                        done += 1
                    time.sleep(rng.uniform(0.3, 2.5) if is_there else 1)
                if game.poll() is not None:
                    raise SystemExit(f"the kiosk ended with {game.returncode}: {(work / 'stderr.txt').read_text()}")
                percent = 100 * (cpu_seconds(game.pid) - before) / (time.monotonic() - before_at)
                row = {"minute": minute, "cpu_percent": round(percent, 1), **look(game.pid), "done": done}
                writer = writer or csv.DictWriter(file, row)
                if minute == 1:
                    writer.writeheader()
                writer.writerow(row)
                file.flush()
    finally:
        game.kill()
        game.wait()
        screen.kill()
        screen.wait()


if __name__ == "__main__":
    sys.exit(main())

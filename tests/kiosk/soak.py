#!/usr/bin/env python3
"""Thousands of visitors in one process on a virtual clock; memory and handles must stay flat.

    soak.py --game build/release/game/sango --settings tests/kiosk/kiosk.json --root . --work build/kiosk/soak [--visitors N] [--seed N]

At every tenth visitor the game says how much of its heap is in use (script.h, `visitors`); when it does, the resident memory, the open
handles and the files of the store are looked at from outside. Flat is: in the last third on average no more than 2 % above the second
third (the first is warming up; with few visitors 5 %, as what is on the screen counts for more then), and the least number
of handles stays. The store may grow by a row for each hour and name. Writes samples.csv."""
import argparse
import csv
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import time

LINE = re.compile(r"visitors (\d+) screen (.+) heap (\d+)")
GROWTH_MAX, GROWTH_MAX_OF_FEW, FEW = 1.02, 1.05, 2000
STORE_BYTES, ROW_BYTES = 6 << 20, 200  # its log grows to 1000 pages of 4 KiB; figures have a row for each hour and name


def sample(process, store, line):
    match = LINE.fullmatch(line.strip())
    if not match:
        raise SystemExit(f"not a line of visitors: {line!r}")
    proc = pathlib.Path(f"/proc/{process.pid}")
    status = dict(re.findall(r"^(\w+):\s+(\d+) kB$", (proc / "status").read_text(), re.M))
    return {"visitors": int(match[1]), "screen": match[2], "heap": int(match[3]), "rss": int(status["VmRSS"]) * 1024,
            "handles": len(os.listdir(proc / "fd")), "threads": len(os.listdir(proc / "task")),
            "store": sum(path.stat().st_size for path in store.iterdir())}


def thirds(samples, name):
    size = len(samples) // 3
    second, last = samples[size:2 * size], samples[2 * size:]
    return tuple(sum(row[name] for row in part) / len(part) for part in (second, last))


def check(samples, plays, rows, options):
    mistakes = []
    size = len(samples) // 3
    for name in ("heap", "rss"):
        second, last = thirds(samples, name)
        if last > second * (GROWTH_MAX_OF_FEW if options.visitors < FEW else GROWTH_MAX) and name not in options.ignore:
            mistakes.append(f"{name} grows: {second:.0f} bytes in the second third, {last:.0f} in the last")
    for name in ("handles", "threads"): # pictures are read ahead by threads with open files, which come and go
        least_of_second, least_of_last = (min(row[name] for row in part) for part in (samples[size:2 * size], samples[2 * size:]))
        if least_of_last > least_of_second:
            mistakes.append(f"{name}: never below {least_of_second} in the second third, {least_of_last} in the last")
    if samples[-1]["store"] > STORE_BYTES + ROW_BYTES * rows:
        mistakes.append(f"the store has {samples[-1]['store']} bytes for {rows} figures")
    if plays < options.visitors / 10:
        mistakes.append(f"{plays} plays: hardly anybody played")
    screens = {row["screen"] for row in samples}
    if screens != {options.attract}:
        mistakes.append(f"left alone the kiosk shows {sorted(screens)}, not only {options.attract}")
    return mistakes


def main():
    parser = argparse.ArgumentParser()
    for name in ("game", "settings", "root", "work"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--visitors", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--attract", default="Sango's Story", help="name of the screen that a kiosk shows when nobody is there")
    parser.add_argument("--ignore", nargs="*", default=[], help="what does not count: rss under a sanitizer, which keeps what is freed")
    options = parser.parse_args()
    work = pathlib.Path(options.work).resolve()
    shutil.rmtree(work, ignore_errors=True)
    store = work / "store"
    store.mkdir(parents=True)
    script = work / "visitors.txt"
    script.write_text(f"wait 1000\nvisitors {options.visitors} {options.seed}\n", encoding="utf-8")
    command = [options.game, "--headless", "--quiet", "--size", "640x360", "--kiosk", options.settings, "--store", str(store),
               "--data", options.root, "--input", str(script)]
    begun = time.monotonic()
    samples = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            samples.append(sample(process, store, line))
    if process.returncode != 0:
        raise SystemExit(f"the kiosk ended with {process.returncode} after {samples[-1:]}")
    if not samples or samples[-1]["visitors"] != options.visitors:
        raise SystemExit(f"only {samples[-1:]} came by")
    with open(work / "samples.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, samples[0])
        writer.writeheader()
        writer.writerows(samples)
    with sqlite3.connect(store / "progress.db") as db:
        rows, plays = db.execute("SELECT count(*), sum(CASE name WHEN 'play' THEN count END) FROM figure").fetchone()
    mistakes = check(samples, plays, rows, options)
    for name in ("heap", "rss", "store", "handles"):
        second, last = thirds(samples, name)
        print(f"{name:8} first {samples[0][name]:>10}  second third {second:>12.0f}  last third {last:>12.0f}  {100 * (last / second - 1):+.2f} %")
    print(f"{options.visitors} visitors, {plays} plays, {rows} figures in {time.monotonic() - begun:.0f} s")
    if mistakes:
        raise SystemExit("\n".join(mistakes))


if __name__ == "__main__":
    sys.exit(main())

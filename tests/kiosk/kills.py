#!/usr/bin/env python3
"""Kills the kiosk at random moments, again and again, while visitors play it as fast as they can on a virtual clock, and looks after each
kill whether the database has every figure that SQLite had acknowledged.

    kills.py --game build/release/game/sango --witness …/libkiosk_witness.so --settings tests/kiosk/kiosk.json --root .
             --work build/kiosk/kills [--kills N] [--seed N]

witness.c, which is loaded into the game, writes down what was acknowledged: nothing of the game is asked. Every second kill is on a slow
disk, so that it comes in the midst of a transaction; every third comes soon after the start, while the file may still be being opened, the
others when something has been counted. Ends with 1 when a figure is lost, a file is damaged, or the game does not come up."""
import argparse
import collections
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

SLOW_DISK_MS = 8
ROWS_AT_ONCE = 16     # figures of one transaction, at most
VISITORS = 1000000    # never all of them
WAIT_S = 60           # for the first figure


def read_acknowledged(path):
    counts = collections.Counter()
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            hour, name, count = line.split("|")
            counts[hour, name] += int(count)
    return counts


def read_stored(store, copy):
    """From a copy, so that the game itself meets the file as the kill left it."""
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for path in store.glob("progress.db*"):
        if not path.name.endswith("-shm"): # made anew from the log
            shutil.copy(path, copy / path.name)
    if not (copy / "progress.db").exists():
        return collections.Counter()
    db = sqlite3.connect(copy / "progress.db")
    try:
        check = db.execute("PRAGMA integrity_check").fetchone()[0]
        if check != "ok":
            raise SystemExit(f"the database is damaged: {check}")
        has_table = db.execute("SELECT count(*) FROM sqlite_schema WHERE name='figure'").fetchone()[0]
        rows = db.execute("SELECT hour, name, count FROM figure") if has_table else []
        return collections.Counter({(hour, name): count for hour, name, count in rows})
    finally:
        db.close()


class Kiosk:
    def __init__(self, options, work):
        self.options = options
        self.store = work / "store"
        self.store.mkdir(parents=True)
        self.script = work / "visitors.txt"
        self.witness = work / "acknowledged.txt"
        self.said = work / "stderr.txt"

    def run(self, seed, visitors, is_slow):
        self.script.write_text(f"wait 100\nvisitors {visitors} {seed}\n", encoding="utf-8")
        library = self.options.witness if not self.options.preload else f"{self.options.preload}:{self.options.witness}"
        environment = dict(os.environ, LD_PRELOAD=library, KIOSK_WITNESS=str(self.witness), KIOSK_SLOW_DISK=str(SLOW_DISK_MS if is_slow else 0))
        command = [self.options.game, "--headless", "--quiet", "--size", "640x360", "--kiosk", self.options.settings, "--store",
                   str(self.store), "--data", self.options.root, "--input", str(self.script)]
        with open(self.said, "w", encoding="utf-8") as said:
            return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=said)

    def wait_for_figures(self, process):
        """Until something has been counted in this run."""
        size = self.witness.stat().st_size if self.witness.exists() else 0
        until = time.monotonic() + WAIT_S
        while not self.witness.exists() or self.witness.stat().st_size == size:
            if process.poll() is not None or time.monotonic() > until:
                raise SystemExit(f"nothing is counted: {self.said.read_text()}")
            time.sleep(0.005)


def main():
    parser = argparse.ArgumentParser()
    for name in ("game", "witness", "settings", "root", "work"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--preload", default="", help="what must be loaded before the witness: the sanitizers' library")
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=0.8, help="seconds until the kill")
    options = parser.parse_args()
    work = pathlib.Path(options.work).resolve()
    shutil.rmtree(work, ignore_errors=True)
    kiosk = Kiosk(options, work)
    rng = random.Random(options.seed)
    in_flight = idle = 0
    before = 0
    extra = collections.Counter()     # stored and never acknowledged: the kill came between the two
    for kill in range(1, options.kills + 1):
        process = kiosk.run(rng.randrange(1 << 30), VISITORS, kill % 2 == 0)
        if kill % 3:
            kiosk.wait_for_figures(process)
        time.sleep(rng.uniform(0.02, options.longest))
        if process.poll() is not None:
            raise SystemExit(f"kill {kill}: the kiosk had ended by itself, {process.returncode}: {kiosk.said.read_text()}")
        process.send_signal(signal.SIGKILL)
        process.wait()
        acknowledged = read_acknowledged(kiosk.witness)
        stored = read_stored(kiosk.store, work / "copy")
        lost = {key: (count, stored[key]) for key, count in acknowledged.items() if stored[key] < count}
        if lost or list(kiosk.store.glob("*.broken*")):
            raise SystemExit(f"kill {kill}: acknowledged and stored differ: {lost}; files: {sorted(p.name for p in kiosk.store.iterdir())}")
        surplus = stored - acknowledged
        news = sum((surplus - extra).values())
        if news > ROWS_AT_ONCE:
            raise SystemExit(f"kill {kill}: {news} figures were never acknowledged: one transaction at most can be")
        extra = surplus
        in_flight += news > 0
        idle += sum(acknowledged.values()) == before
        before = sum(acknowledged.values())
    process = kiosk.run(options.seed, 50, False)
    if process.wait() != 0:
        raise SystemExit(f"after the kills the kiosk ends with {process.returncode}: {kiosk.said.read_text()}")
    acknowledged, stored = read_acknowledged(kiosk.witness), read_stored(kiosk.store, work / "copy")
    if stored - extra != acknowledged or sum(acknowledged.values()) <= before:
        raise SystemExit("after the kills the kiosk does not count as it did")
    if sum(acknowledged.values()) < options.kills:
        raise SystemExit("too little was counted for this to say anything")
    print(f"{options.kills} kills, 0 figures lost of {sum(acknowledged.values())} ({len(acknowledged)} names); "
          f"{in_flight} kills came between the commit and its acknowledgement, {idle} before anything was counted")


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""The stand as a whole: cage on a screen in memory, the game in it, and what sango-kiosk.service asks of systemd (supervise.py).
What breaks on a stand is broken here, and each time the attract page must be back in time, with every figure.

    test_cage.py --game build/release/game/sango --unit build/release/assets/sango-kiosk.service --witness …/libkiosk_witness.so
                 --settings tests/kiosk/kiosk.json --root . --work build/kiosk/cage [--cycles N] [--within SECONDS] [--watchdog SECONDS]

Needs the packages cage, xwayland, grim and python3-pil. cage refuses to be root: root runs it in a user namespace, else as nobody.
Ends with 77 (skipped) where these are not there."""
import argparse
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

from supervise import Service, Unit

try:
    from PIL import Image, ImageChops, ImageStat
except ImportError:
    Image = None

PICTURES, PICTURE_MS = 12, 2500 # all that the attract page shows in its turn


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def leave_root():
    """Starts this program again as somebody else, when it is root."""
    if os.getuid() != 0:
        return
    namespace = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
    if subprocess.run(namespace + ["true"], capture_output=True, check=False).returncode == 0:
        os.execvp(namespace[0], namespace + [sys.executable] + sys.argv)
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    if subprocess.run(nobody + ["test", "-r", __file__], capture_output=True, check=False).returncode == 0:
        os.execvp(nobody[0], nobody + [sys.executable] + sys.argv)
    skip("cage refuses root, and there is neither a user namespace nor a way for nobody to read these files")


def figures(folder):
    """What is stored, read from a copy: the game has the file."""
    copy = pathlib.Path(folder) / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for name in ("progress.db", "progress.db-wal"):
        if (pathlib.Path(folder) / name).exists():
            shutil.copy(pathlib.Path(folder) / name, copy / name)
    with sqlite3.connect(copy / "progress.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return {(hour, name): count for hour, name, count in db.execute("SELECT hour, name, count FROM figure")}


def small_picture(path):
    return Image.open(path).convert("RGB").resize((32, 18))


class Stand:
    def __init__(self, options):
        self.options = options
        self.work = pathlib.Path(options.work).resolve()
        shutil.rmtree(self.work, ignore_errors=True)
        self.run_folder = pathlib.Path(subprocess.check_output(["mktemp", "-d"], text=True).strip()) # sockets want short paths
        self.store = self.work / "store"
        self.store.mkdir(parents=True)
        self.hang = self.work / "hang"
        self.unit = Unit(options.unit)
        self.environment = {
            **os.environ, **self.unit.environment, "XDG_RUNTIME_DIR": str(self.run_folder), "HOME": str(self.work),
            "WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman",
            "SDL_AUDIODRIVER": "dummy", "KIOSK_HANG": str(self.hang)}
        self.environment.pop("DISPLAY", None)
        if options.witness:
            self.preload = options.preload + ":" + options.witness if options.preload else options.witness
        self.slowest = {}
        self.wanted = [] # pictures of the attract page

    def game_words(self):
        settings = str(pathlib.Path(self.options.settings).resolve())
        return ["--kiosk", settings, "--store", str(self.store), "--data", str(pathlib.Path(self.options.root).resolve())]

    def command(self):
        """ExecStart= of the unit, with this build's game and folders in the places of the installed ones."""
        words = self.unit.exec_start({"STATE_DIRECTORY": str(self.store)})
        split = words.index("--") + 1
        assert words[split].endswith("/sango") and words[split + 1] == "--kiosk", words
        game = [str(pathlib.Path(self.options.game).resolve())] + self.game_words()
        preload = ["env", f"LD_PRELOAD={self.preload}"] if self.options.witness else [] # in the game, not in cage
        return words[:split] + preload + game

    def seed_figures(self):
        """Some visitors before, so that there is something to lose; and what the attract page looks like."""
        script = self.work / "before.txt"
        pictures = "".join(f"wait {PICTURE_MS}\nshot attract-{i}\n" for i in range(PICTURES))
        script.write_text(pictures + "press confirm\nwait 900\nshot other\nvisitors 50 3\n", encoding="utf-8")
        subprocess.run([self.options.game, "--headless", "--quiet", "--size", "1280x720", "--input", str(script), "--shots", str(self.work)]
                       + self.game_words(), check=True, stdout=subprocess.DEVNULL)
        self.figures = figures(self.store)
        assert not self.is_attract(self.work / "other.png"), "any picture would pass for the attract page"
        assert sum(self.figures.values()) > 0, "fifty visitors left no figures"

    def screenshot(self, name):
        path = self.work / f"{name}.png"
        environment = dict(self.environment, WAYLAND_DISPLAY="wayland-0")
        done = subprocess.run(["grim", str(path)], env=environment, capture_output=True, check=False)
        return path if done.returncode == 0 else None

    def is_attract(self, path):
        """Much like one of the pictures that were taken before: it moves."""
        seen = small_picture(path)
        self.wanted = self.wanted or [small_picture(self.work / f"attract-{i}.png") for i in range(PICTURES)]
        return any(sum(ImageStat.Stat(ImageChops.difference(seen, wanted)).mean) / 3 < 20 for wanted in self.wanted)

    def wait_for_attract(self, service, since, what):
        """Seconds from `since` until the page is seen."""
        if not any(word == "ready" and when >= since for when, word in service.events):
            service.wait_for("ready", 3 * self.options.within)
        while True:
            path = self.screenshot(what)
            if path and self.is_attract(path):
                break
            if time.monotonic() - since > 3 * self.options.within:
                raise AssertionError(f"after {what}: the attract page is not there; see {self.work}/{what}.png")
            service.poll(0.1)
        took = time.monotonic() - since
        assert figures(self.store) == self.figures, f"after {what}: figures differ"
        self.slowest[what] = max(took, self.slowest.get(what, 0))
        return took


def case_start(stand, service):
    took = stand.wait_for_attract(service, service.events[0][0], "start")
    assert took <= stand.options.within, f"{took:.1f} s"
    pings = service.pings
    until = time.monotonic() + service.watchdog_s + 1
    while time.monotonic() < until:
        service.poll()
    assert service.pings >= pings + 2, "the loop does not say that it is alive"
    assert ("watchdog" not in [word for _, word in service.events]), "a loop that runs was taken for one that hangs"


def case_kill(stand, service):
    begun = time.monotonic()
    os.kill(service.find("sango"), signal.SIGKILL)
    service.wait_for("ended", 3) # cage with it
    took = stand.wait_for_attract(service, begun, "kill")
    assert took <= stand.options.within, f"{took:.1f} s"


def wait_for_watchdog(service):
    begun = time.monotonic()
    noticed = service.wait_for("watchdog", service.watchdog_s + 3)
    assert noticed - begun >= service.watchdog_s / 3, "noticed before it can have been"
    return noticed


def case_stop(stand, service):
    """The whole program stands still."""
    os.kill(service.find("sango"), signal.SIGSTOP)
    stand.wait_for_attract(service, wait_for_watchdog(service), "stop")


def case_hang(stand, service):
    """The loop hangs in a call, other threads go on."""
    stand.hang.touch()
    noticed = wait_for_watchdog(service)
    stand.hang.unlink()
    stand.wait_for_attract(service, noticed, "hang")


def case_compositor(stand, service):
    game = service.find("sango")
    begun = time.monotonic()
    os.kill(service.find("cage"), signal.SIGKILL)
    service.wait_for("ended", 3)
    assert game not in service.group(), "the game goes on without its screen"
    took = stand.wait_for_attract(service, begun, "compositor")
    assert took <= stand.options.within, f"{took:.1f} s"


def case_end(stand, service):
    """systemctl stop: all of the group are asked to end, and do."""
    game = service.find("sango")
    for pid in service.group():
        os.kill(pid, signal.SIGTERM)
    until = time.monotonic() + max(stand.options.within, service.unit.seconds("TimeoutStopSec"))
    while service.group() and time.monotonic() < until:
        service.reap()
        service.process.poll()
        time.sleep(0.05)
    assert not service.group(), f"still there after SIGTERM: {service.group()} (the game was {game})"


def main():
    parser = argparse.ArgumentParser()
    for name in ("game", "unit", "settings", "root", "work"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--witness", help="the library that can make the loop hang")
    parser.add_argument("--preload", default="", help="what must be loaded before it: the sanitizers' library")
    parser.add_argument("--cycles", type=int, default=1)
    parser.add_argument("--within", type=float, default=10, help="seconds from a kill to the attract page; more where others use the machine")
    parser.add_argument("--watchdog", type=float, default=3, help="seconds, instead of the unit's")
    options = parser.parse_args()
    for program in ("cage", "grim", "Xwayland"):
        if not shutil.which(program):
            skip(f"no {program}: packages cage, xwayland, grim")
    if not Image:
        skip("this Python cannot read pictures: package python3-pil")
    leave_root()
    stand = Stand(options)
    stand.seed_figures()
    with Service(stand.command(), stand.unit, stand.environment, options.watchdog) as service:
        case_start(stand, service)
        cases = [case_kill, case_stop, case_compositor] + ([case_hang] if options.witness else [])
        for _ in range(options.cycles):
            for case in cases:
                case(stand, service)
        case_end(stand, service)
    for what, took in stand.slowest.items():
        print(f"{what}: attract page with all figures after {took:.2f} s at most")


if __name__ == "__main__":
    main()

"""Two real displays: those of a compositor that runs in another one without a screen, so that one can be unplugged.

displays.py PROBE ASSETS FONTS SOUND: runs window_probe.c on them. Exit code 77: the tools are not here."""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

CLASS, TEACHER = (0xFF, 0xF3, 0xD6), (0xBF, 0xE3, 0xF2)  # the grounds that the probe paints
TOOLS = ("sway", "swaymsg", "grim", "setpriv")
WAIT_S = 20


def until(what, look, rest=lambda: ""):
    """What `look` gives, as soon as it is something."""
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.02)
    sys.exit(f"this never came: {what}\n{rest()}")


class Compositor:
    """A sway in `folder`; `inside`: one whose displays are windows of that one."""

    def __init__(self, folder, config, inside=None):
        before = set(folder.iterdir())
        path = folder / f"{'inner' if inside else 'outer'}.conf"
        path.write_text("xwayland disable\n" + config)
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder), "WLR_RENDERER": "pixman",
                       "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_BACKENDS": "wayland" if inside else "headless", "WLR_WL_OUTPUTS": "2",
                       "WAYLAND_DISPLAY": inside.display if inside else "none"}
        environment.pop("SWAYSOCK", None)
        command = ["sway", "-c", str(path)]
        if os.getuid() == 0:  # which sway does not want
            command = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", *command]
        self.folder = folder
        self.log = open(folder / f"{path.stem}.log", "wb")
        self.process = subprocess.Popen(command, env=environment, stdout=self.log, stderr=self.log)

        def new(pattern):
            return [file for file in set(folder.glob(pattern)) - before if not file.name.endswith(".lock")]
        self.display = until("a compositor", lambda: new("wayland-*"))[0].name
        self.control = until("its control", lambda: new("sway-ipc.*"))[0]

    def say(self, *words):
        done = subprocess.run(["swaymsg", "-r", "-s", str(self.control), *words], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"{' '.join(words)}: {done.stdout}{done.stderr}")
        return done.stdout

    def outputs(self):
        return set(re.findall(r'"name": "((?:WL|HEADLESS)-\d+)"', self.say("-t", "get_outputs")))

    def corner(self, output):
        """The colour of the last pixel of a display."""
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(self.folder), "WAYLAND_DISPLAY": self.display}
        picture = subprocess.run(["grim", "-t", "ppm", "-o", output, "-"], env=environment, capture_output=True, check=True).stdout
        return tuple(picture[-3:])

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()


class Probe:
    """The program on a display; its lines come one after the other."""

    def __init__(self, compositor, words, **more):
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(compositor.folder), "WAYLAND_DISPLAY": compositor.display,
                       "SDL_VIDEODRIVER": "wayland", "SDL_AUDIODRIVER": "dummy", "ASAN_OPTIONS": "detect_leaks=0", **more}
        self.process = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE)
        os.set_blocking(self.process.stdout.fileno(), False)
        self.text = ""

    def expect(self, line):
        """Reads on until this line has come."""
        def look():
            self.text += (self.process.stdout.read() or b"").decode()
            found = re.search(rf"^{line}$", self.text, re.MULTILINE)
            if found:
                self.text = self.text[found.end():]
            return found
        until(line, look, lambda: self.text)

    def cpu_s(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        """The system wants it: also on a page that stands, and in a kiosk."""
        self.process.send_signal(signal.SIGTERM)
        self.expect("quit 1")
        self.expect("end 0")
        assert self.process.wait() == 0


def displays_come_and_go(outer, inner, words):
    first, second = sorted(inner.outputs())
    probe = Probe(inner, words)
    probe.expect("second 1024x768")
    until("the class's picture", lambda: inner.corner(first) == CLASS)
    until("the teacher's page", lambda: inner.corner(second) == TEACHER)
    for _ in range(2):
        outer.say(f'[title=".*{second}.*"] kill')  # the nested display is unplugged
        probe.expect("displays 1")
        probe.expect("second 0")
        until("the class's picture still", lambda: inner.corner(first) == CLASS)
        inner.say("create_output")
        probe.expect("displays 1")
        probe.expect(r"second \d+x\d+")
        second = (inner.outputs() - {first}).pop()
        until("the teacher's page again", lambda: inner.corner(second) == TEACHER)
        assert inner.corner(first) == CLASS
    probe.end()


def a_kiosk_stays_and_is_watched(inner, words, folder):
    """A still page: closing its window changes nothing, the watchdog hears of it, and it takes no time of the machine."""
    watch = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    watch.bind(str(folder / "notify"))
    watch.settimeout(WAIT_S)
    probe = Probe(inner, [*words, "kiosk"], NOTIFY_SOCKET=str(folder / "notify"), WATCHDOG_USEC="900000")
    assert watch.recv(64) == b"READY=1"
    assert watch.recv(64) == b"WATCHDOG=1"
    began, used = time.monotonic(), probe.cpu_s()
    for _ in range(8):
        assert watch.recv(64) == b"WATCHDOG=1"
    each = (time.monotonic() - began) / 8
    assert 0.25 < each < 0.6, each
    assert probe.cpu_s() - used < 0.1, probe.cpu_s() - used
    inner.say('[title="probe"] kill')
    probe.expect("quit 0")
    probe.end()
    words = []
    while not words or words[-1] != b"STOPPING=1":
        words.append(watch.recv(64))
    watch.close()


def main():
    words = sys.argv[1:]
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print("not here:", *missing)
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        folder = pathlib.Path(name)
        if os.getuid() == 0:
            shutil.chown(folder, "nobody")
        outer = Compositor(folder, "output * resolution 2400x1000\ndefault_border none\nfor_window [title=\".*\"] floating enable\n")
        stack.callback(outer.end)
        inner = Compositor(folder, "output WL-1 resolution 1280x720 position 0 0\noutput WL-2 resolution 1024x768 position 1280 0\n", outer)
        stack.callback(inner.end)
        until("two displays", lambda: {"1280", "1024"} <= set(re.findall(r'"width": (\d+)', inner.say("-t", "get_outputs"))))
        displays_come_and_go(outer, inner, words)
        a_kiosk_stays_and_is_watched(inner, words, folder)


main()

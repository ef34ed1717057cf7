"""Plays systemd's part for a service, where systemd itself is not there to be asked: what sango-kiosk.service says of Type=notify,
NotifyAccess=all, WatchdogSec=, WatchdogSignal=SIGKILL, Restart=always, RestartSec= and the kill of the whole control group.

    with Service(unit.exec_start(...), watchdog_s=20) as service:
        service.wait_for("ready", 10)

It is read from the unit file, so that what is tested is what is shipped. One thread; poll() must be called for time to go on."""
import configparser
import ctypes
import os
import pathlib
import re
import select
import shlex
import signal
import socket
import subprocess
import time

PR_SET_CHILD_SUBREAPER = 36


class Unit:
    """A unit file: the last value of each setting counts, and all lines of Environment=."""

    def __init__(self, path):
        parser = configparser.RawConfigParser(strict=False, delimiters=("=",), comment_prefixes=("#", ";"))
        parser.optionxform = str
        text = pathlib.Path(path).read_text(encoding="utf-8").replace("\\\n", " ")
        parser.read_string(text)
        self.service = parser["Service"]
        self.unit = parser["Unit"]
        self.environment = dict(part.split("=", 1) for line in re.findall(r"^Environment=(.*)$", text, re.M) for part in shlex.split(line))

    def seconds(self, name):
        value = self.service[name]
        match = re.fullmatch(r"(\d+(?:\.\d+)?)(ms|s)?", value)
        return float(match[1]) / (1000 if match[2] == "ms" else 1)

    def exec_start(self, variables):
        """The words of ExecStart=, with ${NAME} filled in."""
        return [re.sub(r"\$\{(\w+)\}", lambda m: variables[m[1]], word) for word in shlex.split(self.service["ExecStart"])]


def children_of(root):
    """All processes below `root`, which may itself be gone: their parent is then this process."""
    parents = {}
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text()
            except OSError:
                continue
            state, parent = stat[stat.rindex(")") + 2:].split()[:2]
            if state != "Z":
                parents[int(folder.name)] = int(parent)
    found = {root} if root in parents else set()
    found |= {pid for pid, parent in parents.items() if parent == os.getpid()}
    grown = True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in found} - found
        found |= more
        grown = bool(more)
    return found


class Service:
    def __init__(self, command, unit, environment, watchdog_s=None):
        self.command = command
        self.unit = unit
        self.watchdog_s = watchdog_s or unit.seconds("WatchdogSec")
        self.environment = environment
        self.events = []          # (time, word): started, ready, watchdog, ended
        self.notify_path = os.path.join(environment["XDG_RUNTIME_DIR"], "notify")
        self.process = None
        self.fed_at = self.start_at = None
        self.pings = 0
        if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
            raise OSError("prctl")

    def __enter__(self):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
        if os.path.exists(self.notify_path):
            os.unlink(self.notify_path)
        self.socket.bind(self.notify_path)
        os.chmod(self.notify_path, 0o666)
        self.start()
        return self

    def __exit__(self, *_):
        self.restarts = False
        self.kill_group()
        self.socket.close()
        os.unlink(self.notify_path)

    def note(self, word):
        self.events.append((time.monotonic(), word))

    def start(self):
        """In a process that knows its own number, as systemd sets WATCHDOG_PID to the main process's: cage's, not the game's."""
        micros = str(int(self.watchdog_s * 1e6))
        environment = dict(self.environment, NOTIFY_SOCKET=self.notify_path, WATCHDOG_USEC=micros)
        self.process = subprocess.Popen(["/bin/sh", "-c", 'export WATCHDOG_PID=$$; exec "$@"', "sh"] + self.command,
                                        env=environment, stdin=subprocess.DEVNULL)
        self.fed_at = self.start_at = None
        self.note("started")

    def group(self):
        return children_of(self.process.pid)

    def kill_group(self):
        for _ in range(200):
            group = self.group()
            if not group:
                break
            for pid in group:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            self.reap()
            time.sleep(0.02)
        self.process.wait()

    def reap(self):
        """Those that this process inherited; its own child is left to Popen."""
        try:
            while True:
                done = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
                if done is None or done.si_pid == self.process.pid:
                    return
                os.waitpid(done.si_pid, 0)
        except ChildProcessError:
            return

    def poll(self, seconds=0.05):
        """Lets that much time go by at most."""
        if select.select([self.socket], [], [], seconds)[0]:
            for line in self.socket.recv(4096).decode().split("\n"):
                if line == "READY=1":
                    self.fed_at = time.monotonic()
                    self.note("ready")
                elif line == "WATCHDOG=1":
                    self.fed_at = time.monotonic()
                    self.pings += 1
                elif line == "STOPPING=1":
                    self.note("stopping")
        now = time.monotonic()
        self.reap()
        if self.start_at is not None:
            if now >= self.start_at and self.unit.service["Restart"] == "always":
                self.start()
        elif self.fed_at is not None and now - self.fed_at > self.watchdog_s:
            self.note("watchdog")
            self.stopped()
        elif self.process.poll() is not None:
            self.note("ended")
            self.stopped()

    def stopped(self):
        self.kill_group()
        self.fed_at = None
        self.start_at = time.monotonic() + self.unit.seconds("RestartSec")

    def wait_for(self, word, seconds):
        """The time at which `word` is next noted; raises when it is not."""
        seen = len(self.events)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for when, what in self.events[seen:]:
                if what == word:
                    return when
            seen = len(self.events)
            self.poll()
        raise TimeoutError(f"'{word}' did not come within {seconds} s; there were {[word for _, word in self.events]}")

    def find(self, name):
        """The process of the group with this name."""
        for pid in self.group():
            try:
                if pathlib.Path(f"/proc/{pid}/comm").read_text().strip() == name:
                    return pid
            except OSError:
                continue
        return None

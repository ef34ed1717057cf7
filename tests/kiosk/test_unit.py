#!/usr/bin/env python3
"""The service as systemd reads it: nothing that it would complain about, and every setting that a stand depends on.

    test_unit.py --unit …/sango-kiosk.service --sysusers assets/desktop/sango-kiosk.sysusers

Without the package systemd its own check is left out, and the test says that it was skipped after it has looked at the settings."""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from supervise import Unit

# What a stand depends on. Each has been seen to matter; assets/desktop/README.md says why.
WANTED = {
    "Type": "notify", "NotifyAccess": "all", "WatchdogSec": "20", "WatchdogSignal": "SIGKILL", "Restart": "always", "RestartSec": "1",
    "User": "sango-kiosk", "PAMName": "login", "TTYPath": "/dev/tty1", "StandardInput": "tty-fail", "StateDirectory": "sango-kiosk",
    "ProtectSystem": "strict", "ProtectHome": "yes", "PrivateTmp": "yes", "IPAddressDeny": "any",
    "RestrictAddressFamilies": "AF_UNIX AF_NETLINK", "MemoryMax": "1G",
}


def check_settings(unit):
    for name, value in WANTED.items():
        assert unit.service.get(name) == value, f"{name}={unit.service.get(name)}, not {value}"
    assert unit.unit["StartLimitIntervalSec"] == "0", "after some restarts systemd would give up"
    assert "KillMode" not in unit.service, "the whole group must be killed: a game that hangs does not notice that cage has gone"
    words = unit.exec_start({"STATE_DIRECTORY": "/var/lib/sango-kiosk"})
    assert words[0] == "/usr/bin/cage" and "-s" not in words[:words.index("--")], "with -s keys lead to another console"
    game = words[words.index("--") + 1:]
    assert game[0].startswith("/") and game[0].endswith("/sango"), game
    assert game[1:3] == ["--kiosk", "/etc/sango/kiosk.json"], game
    assert game[game.index("--store") + 1] == "/var/lib/sango-kiosk", "only there it may write"
    back_s = unit.seconds("RestartSec")
    assert back_s + unit.seconds("TimeoutStopSec") < 10, "the stand could not be back within ten seconds"


def check_user(path, unit):
    lines = [line for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    assert len(lines) == 1 and re.fullmatch(r'u sango-kiosk - "[^"]+" /var/lib/sango-kiosk /usr/sbin/nologin', lines[0]), lines
    assert lines[0].split()[1] == unit.service["User"]
    if shutil.which("systemd-sysusers"):
        with tempfile.TemporaryDirectory() as root:
            done = subprocess.run(["systemd-sysusers", "--dry-run", f"--root={root}", "--inline", lines[0]], capture_output=True, text=True,
                                  check=False)
            assert done.returncode == 0 and "sango-kiosk" in done.stdout + done.stderr, done


def check_with_systemd(path):
    """systemd-analyze looks whether the program is there: here, where nothing is installed, /bin/true stands for it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "sango-kiosk.service"
        text = pathlib.Path(path).read_text(encoding="utf-8")
        copy.write_text(re.sub(r"^Documentation=.*\n", "", text, flags=re.M).replace("/usr/bin/cage", "/bin/true"), encoding="utf-8")
        environment = dict(os.environ, SYSTEMD_LOG_LEVEL="warning")
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(copy)], capture_output=True, text=True, env=environment, check=False)
        about = [line for line in (done.stdout + done.stderr).splitlines() if "sango-kiosk" in line]
        assert done.returncode == 0 and not about, done.stdout + done.stderr
        copy.write_text(copy.read_text(encoding="utf-8").replace("WatchdogSec=20", "WatchdogSecs=20"), encoding="utf-8")
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(copy)], capture_output=True, text=True, env=environment, check=False)
        assert "WatchdogSecs" in done.stdout + done.stderr, "it does not see a mistake"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--unit", required=True)
    parser.add_argument("--sysusers", required=True)
    options = parser.parse_args()
    unit = Unit(options.unit)
    check_settings(unit)
    check_user(options.sysusers, unit)
    if not shutil.which("systemd-analyze"):
        print("skipped: no systemd-analyze (package systemd); the settings themselves are as they should be")
        sys.exit(77)
    check_with_systemd(options.unit)


if __name__ == "__main__":
    main()

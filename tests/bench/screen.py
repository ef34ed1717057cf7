"""An X server for measurements, and running a program on it that prints figures."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A script: a player is made, whom a later start finds. From the title Return then leads to the map.
NEW_PLAYER = "wait 300\nchoose Play\nchoose I am new here\nchoose That is me!\nchoose 7 to 9\n"


class Screen:
    """An X server of our own whose picture is a file."""

    def __init__(self, size="1280x720"):
        self.folder = tempfile.TemporaryDirectory()
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size}x24", "-fbdir", self.folder.name, "-nolisten", "tcp",
             "-noreset"],
            pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        self.framebuffer = os.path.join(self.folder.name, "Xvfb_screen0")
        self.environment = {**os.environ, "DISPLAY": ":" + number, "SDL_AUDIODRIVER": "dummy", "SDL_VIDEODRIVER": "x11"}
        self.environment.pop("WAYLAND_DISPLAY", None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()
        self.folder.cleanup()


def figures(text):
    """Lines of `name number` as a dictionary."""
    pairs = (line.split() for line in text.splitlines())
    return {pair[0]: float(pair[1]) for pair in pairs if len(pair) == 2}


def run(screen, *command):
    """The figures that the command prints; ends the measurement when it fails."""
    done = subprocess.run([str(word) for word in command], env=screen.environment, capture_output=True, text=True,
                          cwd=ROOT, timeout=300)
    if done.returncode != 0:
        sys.exit(f"bench: {' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return figures(done.stdout)


def probe(screen, build, steps, program):
    """Runs steps of probe.c on a program."""
    return run(screen, build / "tests" / "bench" / "bench_probe", screen.framebuffer, *steps, "--", *program)


def play(build, store, script):
    """Plays a script (a text) without a window, so that its store has something in it."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(script)
        file.flush()
        subprocess.run([build / "game" / "sango", "--headless", "--quiet", "--store", store, "--input", file.name],
                       check=True, cwd=ROOT, timeout=300)

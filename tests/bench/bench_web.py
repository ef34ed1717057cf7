"""What the web site weighs and costs: its files, real browsers (tests/web/figures.mjs), and what is published of others.

The site is copied, with brotli beside each file that it helps, as a web server sends it. The floor is a page that fetches and
compiles the same engine and draws one rectangle: what the machine does at the same time slows both, so read the ratio.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from screen import ROOT

MB = 1e6
SITE = ROOT / "build" / "web" / "site"
ONE_FILE = SITE.parent / "sango.html"
FIGURES = ROOT / "tests" / "web" / "figures.mjs"
PUBLISHED = ROOT / "tests" / "bench" / "published.json"
FLOOR_HTML = '<!DOCTYPE html><title>floor</title><link rel="icon" href="play/sango.svg"><canvas id="c" width="1280" height="720"></canvas><script src="floor.js"></script>\n'
FLOOR_JS = """'use strict';
const nothing = new Proxy({}, { get: () => new Proxy({}, { get: () => () => 0 }) });
WebAssembly.instantiateStreaming(fetch('play/sango.wasm'), nothing).then(() => {
  document.getElementById('c').getContext('2d').fillRect(9, 9, 99, 99);
  requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => { window.floor = performance.now(); };
    channel.port2.postMessage(0); });
});
"""


def is_there():
    return (SITE / "play.html").is_file() and (SITE / "play" / "sango.wasm").is_file()


def _packed(file):
    import brotli
    data = file.read_bytes()
    return len(data) if file.suffix in (".png", ".ogg", ".webp", ".woff2") else min(len(data), len(brotli.compress(data)))


def shell_bytes(site):
    """What the page itself fetches before the first picture: play.html and what it names, in English, without icons and the engine."""
    names = ("check", "params", "loader", "storage", "sound", "access", "show", "stage", "taste", "play")
    files = [site / "play.html", *(site / "play" / f"{name}.js" for name in names),
             *(site / "play" / name for name in ("play.css", "town.svg", "sango.svg", "title.woff2"))]
    return sum(map(_packed, files))


def serve_copy(folder):
    """The site in `folder`, packed, with the floor's page."""
    import brotli
    shutil.copytree(SITE, folder, dirs_exist_ok=True)
    (folder / "floor.html").write_text(FLOOR_HTML, encoding="utf-8")
    (folder / "floor.js").write_text(FLOOR_JS, encoding="utf-8")
    index = json.loads((SITE / "files.json").read_text(encoding="utf-8"))
    first = {f"files/{path}" for group in ("boot", "play", "rest", "level/prologue") for path in index["groups"][group]}
    for file in [*folder.glob("*.*"), *(folder / "play").iterdir(), *(folder / path for path in first)]:
        if file.is_file() and file.suffix in (".html", ".js", ".css", ".json", ".svg", ".wasm", ".ttf", ".txt", ".yarn"):
            file.with_name(file.name + ".br").write_bytes(brotli.compress(file.read_bytes()))


class WebBench:
    def __init__(self, is_short):
        self.is_short = is_short
        self.rows, self.failures = [], []

    def add(self, what, unit, game, floor=None, limit=None):
        self.rows.append({"what": what, "unit": unit, "game": round(game, 3), "floor": None if floor is None else round(floor, 3),
                          "ratio": round(game / floor, 2) if floor else None, "limit": limit, "limit_is_ratio": False,
                          "met": None if limit is None else game <= limit})

    def weigh(self):
        sys.path.insert(0, str(ROOT / "assets"))
        from pipeline import web_index
        rows = web_index.weigh(SITE, json.loads((SITE / "files.json").read_text(encoding="utf-8")))
        packed = {name: row[2] for name, row in rows.items()}
        shell = shell_bytes(SITE)
        levels = {name.removeprefix("level/"): size for name, size in packed.items()
                  if name.startswith("level/") and name != f"level/{web_index.FIRST_LEVEL}"}
        worst = max(levels, key=levels.get)
        self.add("web: the engine, brotli", "MB", packed["the engine"] / MB, limit=0.75)
        self.add("its page: html, scripts, style, pictures", "MB", shell / MB)
        self.add("before the first picture, all", "MB", (packed["the engine"] + packed["the index"] + packed["boot"] + shell) / MB)
        self.add("first level complete, all", "MB", (packed["the first level"] + shell) / MB, limit=2.5)
        self.add(f"heaviest later level ({worst})", "MB", levels[worst] / MB, limit=1)
        if ONE_FILE.is_file():
            self.add("sango.html, everything in one file", "MB", ONE_FILE.stat().st_size / MB)

    def measure(self):
        if not (FIGURES.parent / "node_modules" / "playwright-core").is_dir() or not shutil.which("node"):
            print("bench: no browsers driven: npm ci --prefix tests/web", file=sys.stderr)
            return
        with tempfile.TemporaryDirectory() as folder:
            serve_copy(pathlib.Path(folder))
            before = pathlib.Path("/proc/loadavg").read_text().split()[0]
            done = subprocess.run(["node", FIGURES, folder, *(["--short"] if self.is_short else [])], capture_output=True, text=True,
                                  timeout=1800, check=False)
        if done.returncode != 0:
            self.failures.append(done.stderr.strip())
            return
        self.browser_rows(json.loads(done.stdout))
        print(f"bench: load of the machine {before} before the browsers", file=sys.stderr)

    def browser_rows(self, got):
        self.add("first frame, loopback", "ms", got["first_ms"])
        self.add("first whole picture, loopback, median", "ms", got["whole_ms"], got["floor_ms"], 1500)
        self.add("its best", "ms", got["whole_best_ms"])
        self.add("first whole picture, CPU/4, 20 Mbit/s", "ms", got["slow_ms"], got["slow_floor_ms"], 3000)
        self.add("its best", "ms", got["slow_best_ms"])
        if "firefox_ms" in got:
            self.add("first whole picture, Firefox", "ms", got["firefox_ms"])
        self.add("tap to the next picture shown, median", "ms", got["tap_median_ms"])
        self.add("its worst", "ms", got["tap_max_ms"])
        for page in ("title", "map", "decision"):
            self.add(f"still {page}, frames and timers a second", "", got[f"still_{page}_wakeups"], limit=0)
            self.add("its main thread", "%", got[f"still_{page}_percent"])
        self.add("scripts' memory with a level open", "MiB", got["heap_mib"])
        self.add("the engine's memory with a level open", "MiB", got["wasm_mib"])

    def measure_all(self):
        self.weigh()
        self.measure()

    def print_published(self):
        """Figures of others, from where the file says; ours beside them."""
        ours = next(row["game"] for row in self.rows if row["what"] == "before the first picture, all")
        print(f"\n{'published of others':44}{'MB':>10} {'ours':>10} {'ratio':>7}  measured")
        for row in json.loads(PUBLISHED.read_text(encoding="utf-8")):
            print(f"{row['what']:44}{row['mb']:>10.2f} {ours:>10.2f} {row['mb'] / ours:>7.1f}  {row['measured']}")


def main():
    """bench_web.py [--short]: this part alone."""
    from bench import print_rows
    started = time.monotonic()
    bench = WebBench("--short" in sys.argv)
    bench.measure_all()
    print_rows(bench.rows)
    bench.print_published()
    for failure in bench.failures:
        print(f"FAILED: {failure}")
    print(f"bench: {time.monotonic() - started:.0f} s", file=sys.stderr)
    sys.exit(1 if bench.failures else 0)


if __name__ == "__main__":
    main()

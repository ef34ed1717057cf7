#!/usr/bin/env python3
"""Makes the data of the web site from the built art: files/ and files.json.

    assets/web.py --art build/assets --out build/web/site        the set for 720 lines, what tablets and Chromebooks show
    assets/web.py --art build/assets --out DIR --set 1080        another set
    assets/web.py --check --out build/web/site                   weighs what was made; fails when a group is too heavy

Needs, from Debian: python3-fonttools python3-brotli webp vorbis-tools sox, and sango-lint of a native build (--tools).
The same sources give the same bytes. What each group is for is said in pipeline/web_groups.py.
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from pipeline import web_groups, web_index          # noqa: E402
from pipeline.web_groups import WebError            # noqa: E402
from pipeline.web_pictures import PictureError      # noqa: E402
from pipeline.web_sounds import SoundError          # noqa: E402


def find_tools(given):
    for folder in [given] if given else [ROOT / "build" / preset / "game/tools" for preset in ("release", "asan", "dev", "debug")]:
        if (folder / "sango-lint").is_file():
            return folder
    raise WebError("there is no sango-lint; build the game for this computer first, or say where it is with --tools")


def make(given):
    site = web_groups.plan(ROOT, given.art, given.set, find_tools(given.tools), texts=given.texts)
    index = web_index.write(site, given.out, given.jobs)
    print(f"web data {given.set}: {len(index['files'])} files, version {index['version']}")


def check(given):
    try:
        index = json.loads((given.out / "files.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise WebError(f"{given.out}/files.json: {error.strerror}; assets/web.py writes it") from error
    rows = web_index.weigh(given.out, index)
    faults = web_index.faults_of(rows)
    print(web_index.table(rows))
    for fault in faults:
        print(f"web.py: error: {fault}", file=sys.stderr)
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--art", type=Path, default=ROOT / "build/assets", help="the folder of the built art (build/assets)")
    parser.add_argument("--out", type=Path, default=ROOT / "build/web/site", help="the site's folder (build/web/site)")
    parser.add_argument("--set", choices=("720", "1080"), default="720", help="for how many lines the pictures are (720)")
    parser.add_argument("--tools", type=Path, help="the folder of sango-lint (the newest of build/*/game/tools)")
    parser.add_argument("--texts", type=Path, help="a folder of catalogues, one <language>.mo each (po of the pack)")
    parser.add_argument("--jobs", type=int, default=2, help="files made at a time (2)")
    parser.add_argument("--check", action="store_true", help="weigh what was made, write nothing")
    given = parser.parse_args()
    try:
        if given.check:
            return check(given)
        make(given)
        return 0
    except (WebError, PictureError, SoundError) as error:
        print(f"web.py: error: {error}", file=sys.stderr)
    except FileNotFoundError as error:
        package = {"cwebp": "webp", "oggdec": "vorbis-tools", "oggenc": "vorbis-tools", "sox": "sox"}.get(error.filename)
        if not package:
            raise
        print(f"web.py: error: there is no {error.filename}; in Debian: apt-get install {package}", file=sys.stderr)
    except ModuleNotFoundError as error:
        package = {"fontTools": "python3-fonttools", "brotli": "python3-brotli"}.get(error.name)
        if not package:
            raise
        print(f"web.py: error: this Python has no {error.name}; in Debian: apt-get install {package}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

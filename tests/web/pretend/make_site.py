#!/usr/bin/python3
"""A small site with the pretended engine: make_site.py FOLDER. Its data are a few files, one picture with half-clear pixels among them."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
WASM = b"\0asm\1\0\0\0"
ARABIC = {
    "web.title": "قصة سانغو", "web.progress": "التحميل", "web.bytes": "{done} من {total}", "web.again": "حاول مرة أخرى", "web.full_screen": "ملء الشاشة",
    "web.connection": "تعذر تحميل اللعبة. من فضلك تحقق من الاتصال بالإنترنت.", "web.game": "اللعبة",
    "web.taste_title": "كانت هذه لمحة من قصة سانغو!", "web.taste_whole": "العب القصة كاملة", "web.taste_again": "تابع التجول",
    "web.taste_text": "لدى سانغو والأطفال مغامرات كثيرة لك.", "web.old": "هذا المتصفح قديم جدا للعبة.",
}


def add(site, files, path, data, **more):
    place = site / "files" / (path if "as" not in more else path.rsplit(".", 1)[0] + "." + more["as"])
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    files[path] = {"bytes": len(data), "hash": hashlib.sha256(data).hexdigest()[:8], **more}


def make_site(site):
    shutil.rmtree(site, ignore_errors=True)
    (site / "play").mkdir(parents=True)
    (site / "texts").mkdir()
    shutil.copyfile(HERE / "sango.js", site / "play/sango.js")
    (site / "play/sango.wasm").write_bytes(WASM)
    (site / "texts/ar.json").write_text(json.dumps(ARABIC, ensure_ascii=False), encoding="utf-8")
    picture = site / "half.webp"
    image = Image.new("RGBA", (4, 4), (200, 100, 40, 255))
    image.putpixel((0, 0), (255, 255, 255, 0))
    image.putpixel((1, 0), (200, 100, 40, 128))
    image.save(picture, lossless=True, exact=True)
    files = {}
    add(site, files, "assets/themes/day.json", b"{}")
    add(site, files, "assets/fonts/large.ttf", bytes(300_000))
    add(site, files, "assets/built/720/half.png", picture.read_bytes(), **{"as": "webp"})
    add(site, files, "levels/sango/prologue.yarn", b"title: PR_Start\n---\nKofi: Hello\n===\n")
    add(site, files, "assets/sound/map.ogg", bytes(50_000))
    add(site, files, "levels/sango/po/ar.mo", b"as if texts")
    add(site, files, "assets/fonts/arabic.ttf", bytes(20_000))
    picture.unlink()
    index = {"version": "0.1.0+pretend", "set": "720", "files": files, "groups": {
        "boot": ["assets/themes/day.json", "assets/fonts/large.ttf", "assets/built/720/half.png"],
        "language/ar": ["levels/sango/po/ar.mo"], "font/ar": ["assets/fonts/arabic.ttf"],
        "rest": ["assets/sound/map.ogg"], "level/prologue": ["levels/sango/prologue.yarn"]}}
    (site / "files.json").write_text(json.dumps(index), encoding="utf-8")
    subprocess.run([sys.executable, "-B", ROOT / "game/web/page.py", site], check=True)


if __name__ == "__main__":
    make_site(Path(sys.argv[1]).resolve())

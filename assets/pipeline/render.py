"""Builds the sheets of one resolution, each only when its sources changed."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pipeline.pack import pack
from pipeline.raster import rasterise, rasterise_opaque

FULL_HEIGHT = 1080          # canvas units; a resolution is named by its height in pixels


def _sources_hash():
    """Changes when the pipeline itself changes."""
    folder = Path(__file__).parent
    digest = hashlib.sha256()
    for file in ("raster.py", "pack.py", "render.py"):
        digest.update((folder / file).read_bytes())
    return digest


def _stamp(sprites, height):
    digest = _sources_hash()
    digest.update(str(height).encode())
    for sprite in sprites:
        digest.update(repr(sprite).encode())
    return digest.hexdigest()


def _by_sheet(sprites):
    sheets = {}
    for sprite in sprites:
        sheets.setdefault(sprite.sheet or sprite.name.replace("/", "-"), []).append(sprite)
    return sheets


def _kind(sprite):
    """What is drawn alike."""
    return sprite.svg, sprite.scale, sprite.trim, sprite.opaque


def _draw(kind, pixels):
    svg, scale, trim, opaque = kind
    return rasterise_opaque(svg, scale * pixels) if opaque else rasterise(svg, scale * pixels, trim)


def _build_sheet(folder, sheet, sprites, height, workers):
    """Draws one sheet; returns its lines of art.txt."""
    pixels = height / FULL_HEIGHT                       # pixels for one canvas unit
    kinds = {}                                          # same document: drawn once
    for sprite in sprites:
        kinds.setdefault(_kind(sprite), len(kinds))
    drawn = list(workers.map(lambda kind: _draw(kind, pixels), kinds))
    full = [index for index, result in enumerate(drawn) if result]
    if not full:
        return []
    alone = len(full) == 1
    if alone:
        image, spots = drawn[full[0]][0], [(0, 0)]
    else:
        image, spots = pack([drawn[index][0] for index in full])
    image.save(folder / f"{sheet}.png", optimize=image.width * image.height < 2_000_000)
    spot_of = dict(zip(full, spots))
    lines = []
    for sprite in sprites:
        index = kinds[_kind(sprite)]
        if index not in spot_of:
            continue
        picture, left, top = drawn[index]
        place = (sprite.origin[0] + left / pixels, sprite.origin[1] + top / pixels,
                 picture.width / pixels, picture.height / pixels)
        where = " ".join(f"{v:.2f}" for v in place)
        lines.append(f"{sprite.name} {sheet}.png {where} {spot_of[index][0]} {spot_of[index][1]} "
                     f"{picture.width} {picture.height}")
    return lines


def borrowed_lines(out, height, sprites):
    """Lines of art.txt for what a resolution shows with the sheets of another one; empty when that is not drawn."""
    index = Path(out) / str(height) / "art.txt"
    own = {sprite.name for sprite in sprites}
    lines = []
    for line in index.read_text().splitlines() if index.exists() else []:
        name, file, rest = line.split(" ", 2)
        if name not in own:
            lines.append(f"{name} ../{height}/{file} {rest}")
    return lines


def build_resolution(out, height, sprites, jobs, borrowed=()):
    """Writes OUT/<height>/*.png and art.txt. Returns the number of sheets drawn anew."""
    folder = Path(out) / str(height)
    folder.mkdir(parents=True, exist_ok=True)
    record = folder / "stamps.json"
    try:
        known = json.loads(record.read_text())
    except (OSError, ValueError):
        known = {}
    lines, stamps, anew = list(borrowed), {}, 0
    sheets = _by_sheet(sprites)
    with ThreadPoolExecutor(jobs) as workers:
        for sheet, members in sheets.items():
            stamp = _stamp(members, height)
            old = known.get(sheet)
            if old and old["stamp"] == stamp and (folder / f"{sheet}.png").exists():
                stamps[sheet] = old
            else:
                made = _build_sheet(folder, sheet, members, height, workers)
                stamps[sheet] = {"stamp": stamp, "lines": made}
                anew += 1
                record.write_text(json.dumps({**known, **stamps}))
            lines += stamps[sheet]["lines"]
    for stale in folder.glob("*.png"):
        if stale.stem not in sheets:
            stale.unlink()
    write_if_changed(folder / "art.txt", "\n".join(sorted(lines)) + "\n")
    record.write_text(json.dumps(stamps, indent=0, sort_keys=True))
    return anew


def write_if_changed(file, text):
    """Keeps a file's date when its text is the same, so that nothing is rebuilt for it."""
    if not file.exists() or file.read_text() != text:
        file.write_text(text)

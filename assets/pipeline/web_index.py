"""Writes the files of the site and files.json, and weighs the groups."""

import hashlib
import json
import re
from concurrent.futures import ThreadPoolExecutor

from pipeline import web_fonts, web_pictures, web_sounds

MB = 1_000_000
ENGINE_BROTLI = 750_000         # what the engine may weigh; counted when there is none yet
FIRST_LEVEL = "prologue"
FIRST_BROTLI, LEVEL_BROTLI = 2_500_000, 1_000_000


def version_of(root):
    found = re.search(r"project\(sango\s+VERSION ([0-9.]+)", (root / "CMakeLists.txt").read_text(encoding="utf-8"))
    return found.group(1)


def _convert_once(maker, name, data, kept):
    """What maker.convert() gives; what was made earlier from the same is taken from the folder `kept`."""
    key = maker.key_of(name, data)
    file = kept / f"{name}-{key}"
    if file.exists():
        return file.read_bytes()
    made = maker.convert(name, data)
    for stale in kept.glob(f"{name}-{'?' * len(key)}"):
        stale.unlink()
    part = kept / f"{name}.part"
    part.write_bytes(made)
    part.replace(file)
    return made


def _made(site, path, kept):
    """(bytes, "webp" or None) of a file of the site."""
    source = site.source[path]
    data = source.read_bytes()
    if path.endswith(".png"):
        return _convert_once(web_pictures, source.stem, data, kept), "webp"
    if path.endswith(".ogg"):
        return _convert_once(web_sounds, source.stem, data, kept), None
    if path.endswith(".ttf"):
        return web_fonts.cut(source.name, data), None
    return data, None


def target_of(path, form):
    return path.rsplit(".", 1)[0] + ".webp" if form == "webp" else path


def _put(file, data):
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists() or file.read_bytes() != data:
        file.write_bytes(data)


def write(site, out, jobs):
    """OUT/files and OUT/files.json; files of an earlier plan go. Returns the index."""
    kept = out.parent / f"kept-{site.height}"
    kept.mkdir(parents=True, exist_ok=True)
    paths, entries, targets = sorted(site.source), {}, set()
    with ThreadPoolExecutor(jobs) as workers:
        for path, (data, form) in zip(paths, workers.map(lambda path: _made(site, path, kept), paths)):
            target = out / "files" / target_of(path, form)
            _put(target, data)
            targets.add(target)
            entry = {"bytes": len(data), "hash": hashlib.sha256(data).hexdigest()[:8]}
            entries[path] = {"as": form, **entry} if form else entry
    for stale in sorted((out / "files").rglob("*"), reverse=True):
        if stale.is_file() and stale not in targets:
            stale.unlink()
        elif stale.is_dir() and not any(stale.iterdir()):
            stale.rmdir()
    index = {"set": site.height, "files": entries, "groups": site.groups}
    whole = hashlib.sha256(json.dumps(index, sort_keys=True).encode()).hexdigest()[:8]
    index = {"version": f"{version_of(site.root)}+{whole}", **index}
    _put(out / "files.json", (json.dumps(index, indent=1) + "\n").encode())
    return index


def _packed(data, path):
    """As a web server sends it: pictures and sounds are packed already."""
    import brotli
    return len(data) if path.endswith((".png", ".ogg")) else min(len(data), len(brotli.compress(data)))


def _file_sizes(out, index):
    return {path: _packed((out / "files" / target_of(path, entry.get("as"))).read_bytes(), path) for path, entry in index["files"].items()}


def engine_bytes(out):
    """Packed bytes of sango.js and sango.wasm, or None when they are not built."""
    import brotli
    files = [out / "play" / name for name in ("sango.js", "sango.wasm")]
    if not all(file.is_file() for file in files):
        return None
    return sum(len(brotli.compress(file.read_bytes())) for file in files)


def weigh(out, index):
    """{name: (files, bytes, packed bytes)}: each group; a level beside what is there by then, without other levels."""
    packed, rows, groups = _file_sizes(out, index), {}, index["groups"]
    there = set(groups["boot"]) | set(groups["rest"])
    for group, paths in groups.items():
        beside = [path for path in paths if not (group.startswith("level/") and path in there)]
        rows[group] = (len(beside), sum(index["files"][path]["bytes"] for path in beside), sum(packed[path] for path in beside))
    text = (out / "files.json").read_bytes()
    engine = engine_bytes(out) or ENGINE_BROTLI
    first = set(groups["boot"]) | set(groups["play"]) | set(groups[f"level/{FIRST_LEVEL}"])
    rows["the engine"] = (2, 0, engine)
    rows["the index"] = (1, len(text), _packed(text, "files.json"))
    rows["the first level"] = (len(first), sum(index["files"][path]["bytes"] for path in first),
                               engine + rows["the index"][2] + sum(packed[path] for path in first))
    return rows


def faults_of(rows):
    """Sentences about what is too heavy; none when all is well."""
    faults = []
    for name, (_, _, packed) in rows.items():
        most = {"the engine": ENGINE_BROTLI, "the first level": FIRST_BROTLI}.get(name, LEVEL_BROTLI if name.startswith("level/") else None)
        if most and packed > most:
            faults.append(f"{name} weighs {packed:,} bytes packed; {most:,} at most")
    return faults


def table(rows):
    lines = [f"{'':34} {'files':>5} {'bytes':>10} {'packed':>10}"]
    lines += [f"{name:34} {files:5} {raw:10,} {packed:10,}" for name, (files, raw, packed) in rows.items()]
    return "\n".join(lines)

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


def weigh(out, index):
    """Bytes of every group: {group: (files, raw, packed)}, and the index itself as "index"."""
    sizes = {}
    for path, entry in index["files"].items():
        sizes[path] = _packed((out / "files" / target_of(path, entry.get("as"))).read_bytes(), path)
    text = (out / "files.json").read_bytes()
    groups = {"index": (1, len(text), _packed(text, "files.json"))}
    for group, paths in index["groups"].items():
        groups[group] = (len(paths), sum(index["files"][path]["bytes"] for path in paths), sum(sizes[path] for path in paths))
    return groups


def engine_bytes(out):
    """Packed bytes of sango.js and sango.wasm, or None when they are not built."""
    import brotli
    files = [out / "play" / name for name in ("sango.js", "sango.wasm")]
    if not all(file.is_file() for file in files):
        return None
    return sum(len(brotli.compress(file.read_bytes())) for file in files)


def budget(out, index, groups):
    """Sentences about what is too heavy; none when all is well."""
    engine = engine_bytes(out) or ENGINE_BROTLI
    packed = {group: sizes[2] for group, sizes in groups.items()}
    first = engine + packed["index"] + packed["boot"] + packed["rest"] + packed[f"level/{FIRST_LEVEL}"]
    faults = []
    if engine > ENGINE_BROTLI:
        faults.append(f"the engine weighs {engine:,} bytes packed; {ENGINE_BROTLI:,} at most")
    if first > FIRST_BROTLI:
        faults.append(f"the first level, with engine, title and rest, weighs {first:,} bytes packed; {FIRST_BROTLI:,} at most")
    for group, size in packed.items():
        if group.startswith("level/") and size > LEVEL_BROTLI:
            faults.append(f"{group} weighs {size:,} bytes packed; {LEVEL_BROTLI:,} at most")
    return first, faults


def table(groups, first):
    lines = [f"{'group':34} {'files':>5} {'bytes':>10} {'brotli':>10}"]
    for group, (files, raw, packed) in groups.items():
        lines.append(f"{group:34} {files:5} {raw:10,} {packed:10,}")
    lines.append(f"first level with engine, index, boot and rest: {first:,} packed")
    return "\n".join(lines)

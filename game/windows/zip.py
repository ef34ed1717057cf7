#!/usr/bin/env python3
"""zip.py FOLDER OUT.zip: packs a folder, under its own name, so that only names and bytes count, not the day or the disk.

SOURCE_DATE_EPOCH is the date of everything inside (1980 without it, the oldest that a zip knows).
"""
import os
import sys
import time
import zipfile
from pathlib import Path

PACKED = {".png", ".ogg"}  # smaller already


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    date = max(time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "0")))[:6], (1980, 1, 1, 0, 0, 0))
    files = sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.as_posix())
    with zipfile.ZipFile(out, "w") as archive:
        for path in files:
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", date)
            entry.compress_type = zipfile.ZIP_STORED if path.suffix in PACKED else zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (0o100755 if path.suffix == ".exe" else 0o100644) << 16
            archive.writestr(entry, path.read_bytes(), compresslevel=9)


if __name__ == "__main__":
    main()

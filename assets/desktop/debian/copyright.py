#!/usr/bin/env python3
"""The copyright file of the .deb: .reuse/dep5 with the text of each licence behind it.

    copyright.py SOURCE OUT

Debian's name for what SPDX calls MIT is Expat."""
import re
import sys
from pathlib import Path


def paragraph(text):
    """A text as the value of a field: each line begins with a blank, an empty one is a dot."""
    return "".join(f" {line.rstrip() or '.'}\n" for line in text.strip().splitlines())


def licence_text(folder, name):
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    if name == "MIT":           # its title and whose it is: that stands with the files
        text = re.sub(r"\AMIT License\s+Copyright \(c\) <year> <copyright holders>\s+", "", text)
    return text


def debian_name(licence):
    return re.sub(r"\bMIT\b", "Expat", licence)


def write(source):
    stanzas = (source / ".reuse" / "dep5").read_text(encoding="utf-8").strip()
    licences = re.findall(r"^License: (.+)$", stanzas, re.MULTILINE)
    names = sorted({name for licence in licences for name in re.split(r"\s+(?:and|or)\s+", licence, flags=re.IGNORECASE)})
    out = re.sub(r"^License: .+$", lambda line: debian_name(line[0]), stanzas, flags=re.MULTILINE) + "\n"
    for name in names:
        out += f"\nLicense: {debian_name(name)}\n{paragraph(licence_text(source / 'LICENSES', name))}"
    return out


def main():
    if len(sys.argv) != 3:
        sys.exit("copyright.py SOURCE OUT")
    out = Path(sys.argv[2])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(write(Path(sys.argv[1])), encoding="utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes markup_normal_tables.c from the Unicode Character Database.

    python3 game/yarn/generate_normal.py [--unicode DIR] [--out FILE]

DIR is where Debian's unicode-data puts it (/usr/share/unicode). What the normalization
forms need is laid down for ever (Unicode Stability Policy), so a newer database only
adds characters.
"""
import argparse
import pathlib
import re
import sys

LINE_LENGTH = 110


def read_fields(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) >= 2:
            yield fields


def read_range(text):
    first, _, last = text.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


class Database:
    def __init__(self, root):
        properties = root / "DerivedNormalizationProps.txt"
        self.version = re.search(r"-(\d+\.\d+\.\d+)\.txt", properties.read_text(encoding="utf-8"))[1]
        self.classes, self.parts = {}, {}
        for fields in read_fields(root / "UnicodeData.txt"):
            code = int(fields[0], 16)
            if fields[3] != "0":
                self.classes[code] = int(fields[3])
            if fields[5] and not fields[5].startswith("<"):
                self.parts[code] = [int(part, 16) for part in fields[5].split()] + [0]
        self.excluded, self.unstable = set(), set()
        for fields in read_fields(properties):
            if fields[1] == "Full_Composition_Exclusion":
                self.excluded |= set(read_range(fields[0]))
            elif fields[1] == "NFC_QC":
                self.unstable |= set(read_range(fields[0]))

    def marks(self):
        """(first, last, class) of all that may change a line's form C."""
        ranges = []
        for code in sorted(self.classes.keys() | self.unstable):
            value = self.classes.get(code, 0)
            if ranges and ranges[-1][1] == code - 1 and ranges[-1][2] == value:
                ranges[-1][1] = code
            else:
                ranges.append([code, code, value])
        return ranges


def wrap(words):
    lines, line = [], ""
    for word in words:
        if len(line) + 1 + len(word) > LINE_LENGTH - 4:
            lines.append("    " + line)
            line = word
        else:
            line = line + " " + word if line else word
    return lines + ["    " + line] if line else lines


def table_text(database):
    codes = sorted(database.parts)
    pairs = sorted((tuple(database.parts[code][:2]), number) for number, code in enumerate(codes)
                   if code not in database.excluded)
    marks = [f"{{ 0x{first:X}, 0x{last:X}, {value} }}," for first, last, value in database.marks()]
    parts = [f"{{ 0x{code:X}, 0x{database.parts[code][0]:X}, 0x{database.parts[code][1]:X} }}," for code in codes]
    return "\n".join([
        f"/* Unicode {database.version}, written by generate_normal.py. Change that, not this. */",
        "/* clang-format off */",
        '#include "markup_normal_internal.h"', "",
        f"const size_t normal_mark_count = {len(marks)};",
        "const NormalMark normal_marks[] = {", *wrap(marks), "};", "",
        f"const size_t normal_part_count = {len(parts)};",
        "const NormalParts normal_parts[] = {", *wrap(parts), "};", "",
        f"const size_t normal_pair_count = {len(pairs)};",
        "const uint16_t normal_pairs[] = {", *wrap([f"{number}," for _, number in pairs]), "};", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unicode", type=pathlib.Path, default=pathlib.Path("/usr/share/unicode"))
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    text = table_text(Database(options.unicode))
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()

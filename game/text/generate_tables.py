#!/usr/bin/env python3
"""Writes unicode_tables.c from the files of the Unicode Character Database.

    python3 game/text/generate_tables.py [--unicode DIR] [--out FILE]

DIR is where Debian's unicode-data puts them (/usr/share/unicode). Without --out
the table goes to standard output. Only these files are read, never Python's own
unicodedata, whose version differs from machine to machine.
"""
import argparse
import pathlib
import re
import sys

LAST = 0x10FFFF
LINE_LENGTH = 110

CATEGORIES = {
    "L": "CATEGORY_LETTER", "M": "CATEGORY_MARK", "N": "CATEGORY_NUMBER", "Zs": "CATEGORY_SPACE",
    "Cf": "CATEGORY_FORMAT", "Cc": "CATEGORY_CONTROL", "Zl": "CATEGORY_CONTROL", "Zp": "CATEGORY_CONTROL",
}
GRAPHEMES = {
    "CR": "CR", "LF": "LF", "Control": "CONTROL", "Extend": "EXTEND", "ZWJ": "ZWJ",
    "Regional_Indicator": "REGIONAL", "Prepend": "PREPEND", "SpacingMark": "SPACING",
    "L": "L", "V": "V", "T": "T", "LV": "LV", "LVT": "LVT",
}
# The three values that code names come first, in the order of unicode.h.
FIRST_SCRIPTS = ["Common", "Inherited", "Unknown"]


def read_ranges(path):
    """Yields (first, last, value) of a UCD property file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) < 2:
            continue
        first, _, last = fields[0].partition("..")
        yield int(first, 16), int(last or first, 16), fields[1]


def read_property(path, default):
    values = [default] * (LAST + 1)
    for first, last, value in read_ranges(path):
        values[first:last + 1] = [value] * (last - first + 1)
    return values


def read_set(path, wanted):
    return {c for first, last, value in read_ranges(path) if value in wanted for c in range(first, last + 1)}


def read_categories(path):
    categories = ["Cn"] * (LAST + 1)
    range_first = None
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split(";")
        code = int(fields[0], 16)
        if fields[1].endswith(", First>"):
            range_first = code
            continue
        first = code if range_first is None else range_first
        categories[first:code + 1] = [fields[2]] * (code + 1 - first)
        range_first = None
    return categories


def read_script_tags(path):
    """Long script name -> ISO 15924 code."""
    tags = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) >= 3 and fields[0] == "sc":
            tags[fields[2]] = fields[1]
    return tags


class Database:
    def __init__(self, root):
        self.version = re.search(r"-(\d+\.\d+\.\d+)\.txt", (root / "LineBreak.txt").read_text(encoding="utf-8"))[1]
        self.category = read_categories(root / "UnicodeData.txt")
        self.line = read_property(root / "LineBreak.txt", "XX")
        self.script = read_property(root / "Scripts.txt", "Unknown")
        self.grapheme = read_property(root / "auxiliary/GraphemeBreakProperty.txt", "Other")
        self.pictographic = read_set(root / "emoji/emoji-data.txt", {"Extended_Pictographic"})
        self.wide = read_set(root / "EastAsianWidth.txt", {"F", "W", "H"})
        self.tags = read_script_tags(root / "PropertyValueAliases.txt")
        cursive = self.read_cursive(root / "ArabicShaping.txt")
        stacking = read_set(root / "IndicSyllabicCategory.txt", {"Virama", "Invisible_Stacker"})
        self.joined = {self.script[c] for c in cursive | stacking} - set(FIRST_SCRIPTS)

    @staticmethod
    def read_cursive(path):
        found = set()
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if len(fields) >= 4 and fields[2] in ("D", "L", "R"):
                found.add(int(fields[0], 16))
        return found

    def line_class(self, code):
        """UAX #14 LB1, and the classes that LB30 and LB30b look into."""
        line, category = self.line[code], self.category[code]
        if line == "SA" and category in ("Mn", "Mc"):
            return "CM"
        if line in ("SA", "AI", "XX", "SG"):
            return "AL"
        if line == "CJ":
            return "NS"
        if line in ("OP", "CP") and code in self.wide:
            return line + "_WIDE"
        if line == "ID" and category == "Cn" and code in self.pictographic:
            return "ID_FUTURE_EMOJI"
        return line

    def record(self, code):
        category = self.category[code]
        grapheme = GRAPHEMES.get(self.grapheme[code], "OTHER")
        if grapheme == "OTHER" and code in self.pictographic:
            grapheme = "PICTOGRAPH"
        return ("LB_" + self.line_class(code),
                CATEGORIES.get(category, CATEGORIES.get(category[0], "CATEGORY_OTHER")),
                "GRAPHEME_" + grapheme, self.script[code])


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
    used = set(database.script)
    names = FIRST_SCRIPTS + sorted(used - set(FIRST_SCRIPTS), key=lambda name: database.tags[name])
    records, ranges, before = {}, [], None
    for code in range(LAST + 1):
        record = database.record(code)
        if record != before:
            ranges.append((code, records.setdefault(record, len(records))))
            before = record
    if len(records) >= 1 << 11:
        sys.exit("generate_tables.py: too many different records for 11 bits")
    scripts = [f'{{ "{database.tags[name]}", {"true" if name in database.joined else "false"} }},' for name in names]
    rows = [f"{{ {line}, {names.index(script)}, {category}, {grapheme} }},"
            for line, category, grapheme, script in records]
    cells = [f"0x{code << 11 | index:X}," for code, index in ranges]
    return "\n".join([
        f"/* Unicode {database.version}, written by generate_tables.py. Change that, not this. */",
        "/* clang-format off */",
        '#include "unicode.h"', "",
        f"const uint8_t unicode_script_count = {len(names)};",
        "const UnicodeScript unicode_scripts[] = {", *wrap(scripts), "};", "",
        "const UnicodeRecord unicode_records[] = {", *wrap(rows), "};", "",
        "/* First code point << 11 | index of its record. */",
        f"const size_t unicode_range_count = {len(cells)};",
        "const uint32_t unicode_ranges[] = {", *wrap(cells), "};", ""])


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

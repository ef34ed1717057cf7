#!/usr/bin/env python3
"""Writes plural_tables.c from the plural rules of CLDR.

    npm pack cldr-core@42.0.0 && tar xzf cldr-core-42.0.0.tgz
    python3 game/yarn/generate_plurals.py package/supplemental --out game/yarn/plural_tables.c

The conditions stay as CLDR writes them, without the samples; plural.c reads them.
"""
import argparse
import json
import pathlib
import sys

CASES = ["zero", "one", "two", "few", "many"]
KINDS = ["cardinal", "ordinal"]


def read_json(folder, name):
    return json.loads((folder / name).read_text(encoding="utf-8"))["supplemental"]


def read_rules(folder, name, kind):
    """Locale -> the conditions of CASES."""
    rules = {}
    for locale, texts in read_json(folder, name)["plurals-type-" + kind].items():
        rules[locale.lower()] = tuple(texts.get("pluralRule-count-" + case, "").split("@")[0].strip() for case in CASES)
    return rules


def quote(condition):
    return f'"{condition}"' if condition else "NULL"


def table_text(folder):
    version = read_json(folder, "plurals.json")["version"]["_cldrVersion"]
    by_kind = [read_rules(folder, "plurals.json", "cardinal"), read_rules(folder, "ordinals.json", "ordinal")]
    parents = read_json(folder, "parentLocales.json")["parentLocales"]["parentLocale"]
    sets = {("",) * len(CASES): 0}  # first: no rules, only OTHER
    rows = []
    for tag in sorted(set().union(*by_kind) - {"root", "und"}):
        language = tag.split("-")[0]
        found = [rules.get(tag, rules.get(language, ("",) * len(CASES))) for rules in by_kind]
        numbers = [sets.setdefault(conditions, len(sets)) for conditions in found]
        rows.append((tag, f'{{ "{tag}", {{ {numbers[0]}, {numbers[1]} }}, NULL }},'))
    regional = {tag for tag, _ in rows if "-" in tag}
    for child, parent in parents.items():
        if parent.lower() in regional:
            rows.append((child.lower(), f'{{ "{child.lower()}", {{ 0, 0 }}, "{parent.lower()}" }},'))
    known = {tag for tag, _ in rows}
    for old, names in read_json(folder, "aliases.json")["metadata"]["alias"]["languageAlias"].items():
        new = names["_replacement"].lower()
        if len(old) == 2 and old not in known and new in known:  # longer ones are not used as tags
            rows.append((old, f'{{ "{old}", {{ 0, 0 }}, "{new}" }},'))
    lines = [
        f"/* CLDR {version}, written by generate_plurals.py. Change that, not this. */",
        "/* clang-format off */",
        '#include "plural_internal.h"', "",
        "const PluralRules plural_rules[] = {"]
    for conditions in sets:
        lines.append("    { { " + ",\n        ".join(quote(condition) for condition in conditions) + " } },")
    lines += ["};", "", "const PluralLocale plural_locales[] = {"]
    lines += ["    " + row for _, row in sorted(rows)]
    lines += ["};", "const size_t plural_locale_count = sizeof plural_locales / sizeof plural_locales[0];", ""]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path, help="the folder 'supplemental' of the package cldr-core")
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    text = table_text(options.folder)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()

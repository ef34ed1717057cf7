#!/usr/bin/env python3
"""pseudo.py IN.pot OUT.po: a language that nobody speaks, for tests of what translations do to the game.

Every text gets accents, is two fifths longer and stands in brackets, so that what was not
translated, was cut or does not fit is seen at once. {names} stay.
"""
import re
import sys

ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áçéíñøšüýžÁÇÉÍÑØŠÜÝŽ")


def pseudo(text):
    parts = re.split(r"(\{\w*\}|\\.)", text)
    shown = "".join(part if i % 2 else part.translate(ACCENTS) for i, part in enumerate(parts))
    return "[" + shown + " " + "ë" * max(2, len(text) * 2 // 5) + "]"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as source:
        header, _, body = source.read().partition("\n\n")
    header = header.replace('"Language: \\n"', '"Language: en-x-pseudo\\n"')

    def translate(match):
        text = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match.group(1)))
        return f'msgid {match.group(1)}msgstr "{pseudo(text)}"\n'

    body, count = re.subn(r'msgid ((?:"(?:[^"\\]|\\.)*"\n)+)msgstr ""\n', translate, body + "\n")
    with open(sys.argv[2], "w", encoding="utf-8") as target:
        target.write(header + "\n\n" + body)
    print(f"{count} texts")


if __name__ == "__main__":
    main()

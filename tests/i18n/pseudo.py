#!/usr/bin/env python3
"""pseudo.py IN.pot OUT.po [LANGUAGE]: a language that nobody speaks, for tests of what translations do to the game.

Every text gets accents, is two fifths longer and stands in brackets, so that what was not
translated, was cut or does not fit is seen at once. {names} stay.
With a LANGUAGE, such as ar, each text stays as it is and gets so much of that writing behind it:
scripts find their words, and the screens are laid out as for that language.
"""
import re
import sys

ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áçéíñøšüýžÁÇÉÍÑØŠÜÝŽ")

WORDS = {"ar": "كلمات عربية بعد النص", "de": "oder etwas länger: Zuständigkeit"}


def longer(text, language):
    """At least one word more, cut between words."""
    share = len(text) * 2 // 5
    words, more = WORDS[language].split(), []
    while not more or len(" ".join(more)) < share:
        more.append(words[len(more) % len(words)])
    return text + " " + " ".join(more)


def pseudo(text):
    parts = re.split(r"(\{\w*\}|\\.)", text)
    shown = "".join(part if i % 2 else part.translate(ACCENTS) for i, part in enumerate(parts))
    return "[" + shown + " " + "ë" * max(2, len(text) * 2 // 5) + "]"


def main():
    language = sys.argv[3] if len(sys.argv) == 4 else ""
    if len(sys.argv) not in (3, 4) or (language and language not in WORDS):
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as source:
        header, _, body = source.read().partition("\n\n")
    header = header.replace('"Language: \\n"', f'"Language: {language or "en-x-pseudo"}\\n"')

    header += '\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"'
    string = r'((?:"(?:[^"\\]|\\.)*"\n)+)'

    def changed(quoted):
        text = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', quoted))
        return longer(text, language) if language else pseudo(text)

    def translate(match):
        return f'msgid {match.group(1)}msgstr "{changed(match.group(1))}"\n'

    def translate_plural(match):
        one, many = match.groups()
        return f'msgid {one}msgid_plural {many}msgstr[0] "{changed(one)}"\nmsgstr[1] "{changed(many)}"\n'

    body, count = re.subn("msgid " + string + r'msgstr ""\n', translate, body + "\n")
    body, plurals = re.subn("msgid " + string + "msgid_plural " + string + r'msgstr\[0\] ""\nmsgstr\[1\] ""\n', translate_plural, body)
    with open(sys.argv[2], "w", encoding="utf-8") as target:
        target.write(header + "\n\n" + body)
    print(f"{count} texts, {plurals} by number")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""extract.py OUT.pot: writes the template that translators start from.

Texts of the screens are TR(catalogue, "id", "English") and are found by xgettext. Some ids are
put together from tables; these are listed below and written out as if they were TR() calls, and so are
those of the web's pages (game/web, data-text="id"; page_texts.py).
A call with a computed id in any other function is an error: nobody would translate it.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from page_texts import PageTexts                             # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
GAME = ROOT / "game"
CAPTIONS = ROOT / "assets/sound/captions.txt"
TEXT = r'"((?:[^"\\]|\\.)*)"'

# Name of the table, form of a row, and the ids of its texts: {0} is the row's first text, the
# number behind it the text that is shown.
TABLES = [
    ("powers", 3, [("power.{0}.title", 1), ("power.{0}.text", 2)]),
    ("deeds", 3, [("deed.{0}.title", 1), ("deed.{0}.text", 2)]),
    ("tools", 3, [("tool.{0}.title", 1), ("tool.{0}.text", 2)]),
    ("topics", 2, [("topic.{0}.title", 1)]),
    ("traits", 2, [("nickname.trait.{0}", 1)]),
    ("animals", 2, [("nickname.animal.{0}", 1)]),
    ("phone_apps", 2, [("phone.{0}", 1)]),
    ("phone_badges", 2, [("phone.badge.{0}", 1)]),
    ("phone_pictures", 2, [("phone.picture.{0}", 1)]),
]

# Functions that may compute an id: those of the tables and captions, and those that show the
# texts of a pack, which are translated with the pack.
COMPUTED = {"named_text", "part_name", "phone_word", "play_draw_caption"}
OF_PACKS = {"world_title", "level_text", "lesson_notes_read", "promise_text", "translate"}


def sources():
    return sorted(path for path in GAME.rglob("*.c") if path.parent.name != "i18n")


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def function_at(text, at):
    """The function whose body holds the place: the last line that begins at column 0 with its name."""
    name = "?"
    for match in re.finditer(r"^[A-Za-z][^;\n=]*?\b(\w+)\(", text[:at], re.M):
        name = match.group(1)
    return name


def is_literal_call(text, at):
    call = r"(TR\(\s*[^,\"]+(,\s*" + TEXT + r"\s*){2}\)|TRN\(\s*[^,\"]+(,\s*" + TEXT + r"\s*){3},)"
    return re.match(call, text[at:]) is not None


def check_calls(path, text, mistakes):
    for match in re.finditer(r"\b(TR|TRN|catalogue_get|catalogue_plural)\(", text):
        where = f"{path.relative_to(ROOT)}:{line_of(text, match.start())}"
        if match.group(1) in ("TR", "TRN"):
            if not is_literal_call(text, match.start()):
                mistakes.append(f"{where}: {match.group(1)}() takes an id and its texts as literals")
        elif function_at(text, match.start()) not in COMPUTED | OF_PACKS:
            mistakes.append(f"{where}: {match.group(1)}() with a computed id: name its table in game/i18n/extract.py")


def table_rows(text, name, columns):
    """Rows of 'static const TYPE name[...] = { {"a", "b"}, ... };' with their places."""
    begin = re.search(r"static const [\w *]+\b" + name + r"\[[^=]*=\s*\{", text)
    if not begin:
        return
    end = text.index("};", begin.end())
    row = r"\{\s*" + r"\s*,\s*".join([TEXT] * columns)
    for match in re.finditer(row, text[begin.end():end]):
        yield line_of(text, begin.end() + match.start()), match.groups()


def write_tables(texts, out, mistakes):
    for name, columns, ids in TABLES:
        count = 0
        for path, text in texts.items():
            for line, row in table_rows(text, name, columns):
                count += 1
                for pattern, column in ids:
                    out.append(f'#line {line} "{path.relative_to(ROOT)}"')
                    out.append(f'TR(0, "{pattern.format(*row)}", "{row[column]}");')
        if count == 0:
            mistakes.append(f"game/i18n/extract.py: there is no table '{name}' any more")
    for number, line in enumerate(CAPTIONS.read_text(encoding="utf-8").splitlines(), 1):
        match = re.fullmatch(r"([a-z_]+)\t(.+)", line)
        if match:
            out.append(f'#line {number} "{CAPTIONS.relative_to(ROOT)}"')
            out.append(f'TR(0, "caption.{match.group(1)}", "{match.group(2)}");')


def write_pages(out, mistakes):
    """The words of the web's pages."""
    for path in sorted((GAME / "web").rglob("*.html")):
        name = path.relative_to(ROOT)
        page = PageTexts(path.read_text(encoding="utf-8"))
        mistakes += [f"{name}:{mistake}" for mistake in page.mistakes]
        for text in page.texts:
            english = text.english.replace("\\", "\\\\").replace('"', '\\"')
            out.append(f'#line {text.line} "{name}"')
            out.append(f'TR(0, "{text.ident}", "{english}");')


def check_ids(pot, mistakes):
    """One id, one text: a catalogue finds a text by both, and a translator sees it once."""
    seen = {}
    for ident, text in re.findall(r'^msgctxt ' + TEXT + r'\nmsgid ((?:"(?:[^"\\]|\\.)*"\n?)+)', pot, re.M):
        if seen.setdefault(ident, text) != text:
            mistakes.append(f"the id '{ident}' has two texts: {seen[ident].strip()} and {text.strip()}")
    return len(seen)


HEADER = """# Texts of the screens of Sango's Story. The id of each is its msgctxt; {name} stays as it is.
msgid ""
msgstr ""
"Project-Id-Version: sango\\n"
"Language: \\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    target = pathlib.Path(sys.argv[1]).resolve()
    texts = {path: path.read_text(encoding="utf-8") for path in sources()}
    mistakes, tables = [], []
    for path, text in texts.items():
        check_calls(path, text, mistakes)
    write_tables(texts, tables, mistakes)
    write_pages(tables, mistakes)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        extra = pathlib.Path(folder) / "tables.c"
        extra.write_text("\n".join(tables) + "\n", encoding="utf-8")
        names = [str(path.relative_to(ROOT)) for path in texts if "TR(" in texts[path]]
        subprocess.run(["xgettext", "--language=C", "--from-code=UTF-8", "--keyword", "--keyword=TR:2c,3", "--keyword=TRN:2c,3,4",
                        "--package-name=sango", "--add-location=full", "--no-wrap", "--sort-by-file",
                        "--output", str(target), *names, str(extra)], cwd=ROOT, check=True)
    _, _, pot = target.read_text(encoding="utf-8").partition("\n\n")       # its header tells the day; without one it would write ASCII
    pot = re.sub(r"^#, (?:possible-)?c-format\n", "", pot, flags=re.M)     # "% of" is no format: values stand in braces
    target.write_text(HEADER + "\n" + pot, encoding="utf-8")
    count = check_ids(pot, mistakes)
    print(f"{target.name}: {count} texts")
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    sys.exit(1 if mistakes else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Manual pages and completion say what the programs say of themselves, the pages are drawn without a warning, and the version is the
same everywhere.

    check_words.py --root SOURCE --version 0.1.0 --sango PROGRAM --lint PROGRAM --kit PROGRAM

What is wrong is printed, one line each; the status is 1 then."""
import argparse
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

wrong = []


def expect(is_right, message):
    if not is_right:
        wrong.append(message)


def differ(what, ours, theirs):
    """Both are sets; what is only in one of them is wrong."""
    for word in sorted(ours - theirs):
        wrong.append(f"{what}: {word} is not an option of the program")
    for word in sorted(theirs - ours):
        wrong.append(f"{what}: {word} is missing")


def said(program, *words):
    done = subprocess.run([program, *words], capture_output=True, text=True, check=False, timeout=60)
    return done.stdout + done.stderr


def options_in(text):
    """Options of a text: --word, and -x alone."""
    return set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*|-[a-z])(?![\w-])", text))


def page_text(file):
    """A page as words: without requests and with the letters that roff has names for."""
    text = re.sub(r'^\.\\".*\n', "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return text.replace(r"\-", "-").replace(r"\~", " ").replace(r"\(dq", '"')


def tagged_options(page):
    """Options that have a paragraph of their own, with the name of their value."""
    found = {}
    for tag in re.findall(r"^\.TP\n\.\w+ (.*)$", page, re.MULTILINE):
        option = re.match(r'"?(--?[a-z][a-z-]*) ?(.*)', tag)
        if option:
            value = re.sub(r"\\f.|[\s\"]", "", option[2])
            found[option[1]] = value
    return found


def check_sango(pages, completion, program):
    help_text = said(program, "--help")
    options = dict(re.findall(r"^  (--[a-z-]+)(?: (\[?[A-Z]\w*\]?) )?", help_text, re.MULTILINE))
    expect(len(options) > 20, f"sango --help lists {len(options)} options")
    page = tagged_options(page_text(pages / "sango.6"))
    differ("sango.6", set(page), set(options))
    for option in sorted(set(page) & set(options)):
        expect(page[option] == options[option], f"sango.6: {option} has the value '{page[option]}', in --help '{options[option]}'")
    body = completion[completion.index("_sango() {"):completion.index("_sango_lint() {")]
    words = body[body.rindex('_sango_words "'):]
    differ("completion of sango", options_in(words), set(options))
    for option, value in options.items():       # a value must not be completed as an option
        case = re.search(rf"^    [a-z| -]*(?<![\w-]){option}(?![\w-])[a-z| -]*\)", body, re.MULTILINE)
        expect(bool(case) == bool(value) or value.startswith("["), f"completion of sango: what follows {option}")


def check_lint(pages, completion, program):
    help_text = said(program, "--help")
    parts = re.split(r"^sango-lint ", help_text, flags=re.MULTILINE)[1:]
    verbs = {part.split()[0]: options_in(part) for part in parts if not part.startswith("VERB")}
    expect(len(verbs) == 10, f"sango-lint --help lists {len(verbs)} verbs")
    page = page_text(pages / "sango-lint.1")
    sections = {part.split()[0]: part.split("\n.SH")[0] for part in re.split(r"^\.SS ", page, flags=re.MULTILINE)[1:]}
    differ("verbs of sango-lint.1", set(sections), set(verbs))
    body = completion[completion.index("_sango_lint() {"):completion.index("_sango_kit() {")]
    first = set(re.search(r'_sango_words "(check .*?)"', body)[1].split())
    differ("completion of sango-lint", first, set(verbs) | {"--help", "--version"})
    for verb in sorted(set(verbs) & set(sections)):
        differ(f"sango-lint.1, {verb}", options_in(sections[verb]), verbs[verb])
        listed = re.search(rf"^    {verb}\) options=\"(.*?)\"", body, re.MULTILINE)
        differ(f"completion of sango-lint {verb}", options_in(listed[1]) if listed else set(), verbs[verb])


def check_kit(pages, completion, program):
    options = options_in(re.sub(r"^usage.*$", "", said(program), flags=re.MULTILINE))
    expect(len(options) == 4, f"sango-kit lists {len(options)} options")
    differ("sango-kit.1", set(tagged_options(page_text(pages / "sango-kit.1"))), options)
    body = completion[completion.index("_sango_kit() {"):]
    differ("completion of sango-kit", options_in(re.search(r'_sango_words "(.*?)"', body)[1]), options)


def check_drawn(pages):
    """groff finds nothing to warn of."""
    groff = shutil.which("groff")
    if not groff:
        print("groff is not there: the pages were not drawn")
        return
    for page in sorted(pages.iterdir()):
        done = subprocess.run([groff, "-man", "-ww", "-Tutf8", "-z", str(page)], capture_output=True, text=True, check=False, timeout=60)
        expect(done.returncode == 0 and not done.stderr, f"{page.name}: {done.stderr.strip()}")
        expect(re.search(r"^\.TH \S+ [16] \d{4}-\d\d-\d\d ", page.read_text(encoding="utf-8"), re.MULTILINE), f"{page.name}: no date")


def check_version(desktop, version):
    first = (desktop / "debian" / "changelog").read_text(encoding="utf-8").splitlines()[0]
    expect(first.startswith(f"sango-story ({version}) "), f"changelog begins with '{first}', the version is {version}")
    # The newest release takes its number from CMake; ElementTree wants whole XML, so the file must be that without its values, too.
    metainfo = ElementTree.fromstring((desktop / "metainfo.xml.in").read_text(encoding="utf-8"))
    expect(metainfo.find("releases/release").get("version") == "@PROJECT_VERSION@", "metainfo: the first release is not this version")


def main():
    parser = argparse.ArgumentParser()
    for name in ("root", "version", "sango", "lint", "kit"):
        parser.add_argument(f"--{name}", required=True)
    given = parser.parse_args()
    desktop = Path(given.root) / "assets" / "desktop"
    completion = (desktop / "completion" / "sango").read_text(encoding="utf-8")
    check_sango(desktop / "man", completion, given.sango)
    check_lint(desktop / "man", completion, given.lint)
    check_kit(desktop / "man", completion, given.kit)
    check_drawn(desktop / "man")
    check_version(desktop, given.version)
    for message in wrong:
        print(message)
    print(f"{len(wrong)} mistakes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

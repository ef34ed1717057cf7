#!/usr/bin/env python3
"""check_kit.py WRITE_KIT SANGO_KIT ROOT FOLDER: each page of the kit is well-formed, says its words, and has no script, no link out,
nothing that is loaded from elsewhere. Sheets of paper are counted by ./run kit."""
import base64
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

write_kit, sango_kit, root, folder = sys.argv[1:]
root, folder = Path(root), Path(folder) / "pages"
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir()
pictures = root / "build/assets/paper"
has_art = pictures.is_dir()
faults = []
DATA = "data:image/svg+xml;base64,"
#: all that a page needs; what is not here is a mistake
ELEMENTS = set("html head meta title style body main header section footer h1 h2 h3 p ul li div span b bdi table thead tbody tr td th img svg path rect "
               "circle ellipse g defs linearGradient radialGradient stop clipPath".split())


def expect(condition, name, message):
    if not condition:
        faults.append(f"{name}: {message}")


def check_attributes(element, name, has_links):
    for key, value in element.attrib.items():
        expect(not key.startswith("on"), name, f"'{key}' is a script")
        expect(key not in ("action", "data", "srcset"), name, f"{key} leads out")
        if key == "src":
            expect(value.startswith(DATA), name, f"src={value[:40]} leads out")
            inside = base64.b64decode(value.removeprefix(DATA)).decode()
            ElementTree.fromstring(inside)
            expect("http" not in inside.replace("http://www.w3.org/", ""), name, "a drawing leads out")
        if key == "href":
            expect(value.startswith("#") or has_links and re.fullmatch(r"(younger|older)/[a-z0-9-]+\.html", value), name, f"href={value} leads out")


def read(file, has_links=False):
    name, text = file.name, file.read_text(encoding="utf-8")
    body = text.removeprefix("<!DOCTYPE html>")
    expect(body != text, name, "there is no doctype")
    tree = ElementTree.fromstring(body)
    for element in tree.iter():
        tag = element.tag.rpartition("}")[2]
        expect(tag in ELEMENTS or has_links and tag == "a", name, f"<{tag}> is not for a page that prints")
        check_attributes(element, name, has_links)
    style = "".join(element.text or "" for element in tree.iter("style"))
    expect("url(" not in style and "@import" not in style and "@page" in style, name, "the style is not one for paper, or loads something")
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    expect(len(ids) == len(set(ids)), name, "two things have one id")
    return tree, " ".join(" ".join(part for part in tree.find("body").itertext() if part.strip()).split())


def of_class(tree, name):
    return [element for element in tree.iter() if name in (element.get("class") or "").split()]


# --- words that would do harm, and none ---------------------------------------------------------------
subprocess.run([write_kit, root / "assets/print", pictures, folder], check=True)
for kind in ("plan", "takehome", "certificate", "cards", "poster", "guide"):
    tree, text = read(folder / f"evil-{kind}.html")
    expect(tree.get("lang") == "en" and tree.get("dir") == "ltr", kind, "the language is not said")
    if kind in ("plan", "takehome", "certificate"):
        expect("<script src=" in text and "{{title}}" in text, kind, "a value was not shown as it is")
    tree, text = read(folder / f"empty-{kind}.html")
    expect(tree.get("lang") == "ar" and tree.get("dir") == "rtl", kind, "the direction is not said")
    expect(not list(tree.iter("img")), kind, "a picture that is not there has a place")
    expect(all(len(one) for one in tree.iter("ul")), kind, "a heading stands over nothing")
    expect(kind != "plan" or "Ask no leading questions" in text, kind, "what to do when a child tells something is left out")

# --- our levels ------------------------------------------------------------------------------------------
done = subprocess.run([sango_kit, "--data", root, folder / "kit"], capture_output=True, text=True)
expect(done.returncode == 0 and not done.stderr, "sango-kit", done.stderr)
levels = json.loads((root / "levels/sango/pack.json").read_text(encoding="utf-8"))["levels"]
for band, ages in (("younger", "7-9"), ("older", "10-13")):
    wanted = [level for level in levels if ages in level["band"]]
    names = [f"{i:02}-{level['id']}-{kind}.html" for i, level in enumerate(wanted, 1) for kind in ("certificate", "plan", "takehome")]
    names = ["00-guide.html", *names, "98-cards.html", "99-poster.html"]
    expect(sorted(names) == sorted(file.name for file in (folder / "kit" / band).iterdir()), band, "not the files that were expected")
    for i, level in enumerate(wanted, 1):
        tree, text = read(folder / "kit" / band / f"{i:02}-{level['id']}-plan.html")
        name = f"{level['id']} plan"
        expect(level["title"] in text and level["summary"] in text, name, "its title is not there")
        rows = of_class(tree, "time")[0].findall("tbody/tr")
        times = ["".join(row[0].itertext()) for row in rows]
        expect(len(rows) == 4 and times[0].startswith("0") and times[-1].endswith("40"), name, f"40 minutes are {times}")
        expect(all("".join(cell.itertext()).strip() for row in rows for cell in row), name, "a step says nothing")
        lists = list(tree.iter("ul"))
        expect(all(len(one) for one in lists) and len(lists) == 7, name, "a section is empty")
        expect(all("".join(item.itertext()).strip() for item in tree.iter("li")), name, "a line is empty")
        questions = of_class(tree, "question")
        expect(4 <= len(questions), name, f"{len(questions)} questions")
        for question in questions:
            options = of_class(question, "options")[0].findall("tr")
            expect(len(options) >= 2 and all("".join(row[-1].itertext()).strip() for row in options), name, "an answer has no reason")
            letters = ["".join(sign.itertext()).strip() for sign in of_class(question, "sign")]
            expect(not (letters and level.get("restricted")), name, "a level that is not for the big screen has signs to vote with")
            expect(not letters or letters == list("ABCDEF"[:len(options)]), name, f"the letters of the cards are {letters}")
            if has_art:
                expect(len(list(question.iter("img"))) == len(letters), name, "a sign has no shape")
        tree, text = read(folder / "kit" / band / f"{i:02}-{level['id']}-takehome.html")
        name = f"{level['id']} takehome"
        moments = of_class(tree, "moments")[0].findall("tr/td")
        expect(len(moments) == 3 and all("".join(one.itertext()).strip() for one in moments), name, "there are no three moments")
        expect(not has_art or all(one.find("img") is not None for one in moments), name, "a moment has no picture")
        expect(all(len(one) for one in tree.iter("ul")) and "It's not your fault" in text, name, "a section is empty")
        tree, text = read(folder / "kit" / band / f"{i:02}-{level['id']}-certificate.html")
        expect((level["title"] in text) != bool(level.get("restricted")) and len(of_class(tree, "line")) == 3 and not any(line.text for line in of_class(tree, "line")), level["id"],
               "the certificate has no empty lines for name, date and teacher")
tree, text = read(folder / "kit/older/98-cards.html")
cards = ["".join(card.itertext()).split(maxsplit=1)[-1] for card in of_class(tree, "card")]
expect([re.sub(r"^\W*", "", card.removeprefix(card[:1])).strip() for card in cards]
       == ["Blue circle", "Orange triangle", "Green square", "Purple diamond", "Red star", "Grey heart"], "cards", f"{cards}")
tree, text = read(folder / "kit/older/99-poster.html")
expect(len(of_class(tree, "tool")) == 7 + has_art and "Call a grown-up" in text, "poster", "a tool is missing")
tree, text = read(folder / "kit/index.html", has_links=True)
links = [link.get("href") for link in tree.iter("a")]
expect(len(links) == len(set(links)) and all((folder / "kit" / link).is_file() for link in links), "index", "a link leads nowhere")
expect(len(links) == sum(1 for _ in (folder / "kit").glob("*/*.html")), "index", "a page is not listed")

# --- in another language: words of the page, of the level and of what it is about ------------------------
if shutil.which("msgfmt"):
    arabic = {"kit.plan": ("Lesson plan", "خطة درس"), "level.surprise-present.title": ("The Surprise Present", "الهدية المفاجئة"), "topic.3.title": ("Personal information", "معلومات شخصية"),
              "sp315": ("Pupils notice the three signs of a trick, which are a gift, a hurry and a secret.", "يلاحظ [b]التلاميذ[/b] العلامات الثلاث."),
              "sp314": ("It's important. Can you sit with me?", "الأمر مهم.")}
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: ar\\n"\n'
    po += "".join(f'\nmsgctxt "{key}"\nmsgid "{source}"\nmsgstr "{text}"\n' for key, (source, text) in arabic.items())
    (folder / "ar.po").write_text(po, encoding="utf-8")
    subprocess.run(["msgfmt", "-o", folder / "ar.mo", folder / "ar.po"], check=True)
    subprocess.run([sango_kit, "--data", root, "--language", "ar", "--catalogue", folder / "ar.mo", folder / "ar"], check=True)
    tree, text = read(next((folder / "ar/younger").glob("*-surprise-present-plan.html")))
    expect(tree.get("lang") == "ar" and tree.get("dir") == "rtl", "arabic", "the direction is not said")
    for word in ("خطة درس", "الهدية المفاجئة", "معلومات شخصية", "يلاحظ التلاميذ العلامات الثلاث.", "الأمر مهم."):
        expect(word in text, "arabic", f"'{word}' is not there")

# --- what cannot be ----------------------------------------------------------------------------------------
lost = subprocess.run([sango_kit, "--data", folder, "--pack", root / "levels/sango", folder / "lost"], capture_output=True, text=True)
expect(lost.returncode == 1 and "assets/print/guide.html: the page cannot be made: not found" in lost.stderr, "sango-kit", f"no templates: {lost.stderr[:200]}")
lost = subprocess.run([sango_kit, "--data", root, "/dev/null/kit"], capture_output=True, text=True)
expect(lost.returncode == 1 and "/dev/null/kit/younger: the folder cannot be made" in lost.stderr, "sango-kit", f"no folder: {lost.stderr[:200]}")
lost = subprocess.run([sango_kit, "--pack", folder, folder / "lost"], capture_output=True, text=True)
expect(lost.returncode == 1 and "pack.json" in lost.stderr, "sango-kit", f"no pack: {lost.stderr[:200]}")
lost = subprocess.run([sango_kit, "--what"], capture_output=True, text=True)
expect(lost.returncode == 2 and lost.stderr.startswith("usage:"), "sango-kit", "a wrong option is taken")

for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)

#!/usr/bin/env python3
"""check_papers.py FILE...: each page is well-formed XML, says something in every paragraph and row that is not to be filled in, and has
no script, no link, nothing that is loaded from elsewhere."""
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ELEMENTS = set("html head meta title style body main header h1 h2 p ul li div table tr th td".split())
faults = []


def expect(condition, name, message):
    if not condition:
        faults.append(f"{name}: {message}")


for name in sys.argv[1:]:
    text = Path(name).read_text(encoding="utf-8")
    body = text.removeprefix("<!DOCTYPE html>")
    expect(body != text, name, "there is no doctype")
    expect("{{" not in text, name, "a mark is not filled")
    root = ElementTree.fromstring(body)
    expect(root.get("lang") == "en" and root.get("dir") == "ltr", name, "the language is not said")
    for element in root.iter():
        expect(element.tag in ELEMENTS, name, f"<{element.tag}> is not for a page that prints")
        for key in element.attrib:
            expect(key in ("lang", "dir", "charset", "class"), name, f"an attribute '{key}'")
        if element.tag in ("p", "li", "h1", "h2", "th"):
            expect("".join(element.itertext()).strip(), name, f"an empty <{element.tag}>")
    style = "".join(element.text or "" for element in root.iter("style"))
    expect("url(" not in style and "@import" not in style and "@page" in style, name, "the style loads something, or is none for paper")
    words = " ".join("".join(root.itertext()).split())
    if "helplines" in name:
        expect(words.count("Kids Helpline") == 1 and "1800 55 1800" in words and "childhelplineinternational.org" in words, name, "lines are missing")
        expect(sum(1 for row in root.iter("tr") if row.get("class") == "blank") == 4, name, "there is no room to write")
    else:
        expect(len(list(root.iter("li"))) == 5 and len(list(root.iter("p"))) > 15, name, "the two lengths are not there")
print("\n".join(faults))
sys.exit(1 if faults else 0)

#!/usr/bin/env python3
"""check_certificates.py PROGRAM TEMPLATES FOLDER: each certificate is well-formed XML, says its words and
has no script, no link, nothing that is loaded from elsewhere."""
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

program, templates, folder = sys.argv[1:]
subprocess.run([program, templates, folder], check=True)
faults = []
#: All that a page needs; what is not here is a mistake.
ELEMENTS = set("html head meta title style body main header section footer h1 h2 p ul li div span b svg g defs symbol use path rect circle "
               "ellipse linearGradient stop clipPath".split())


def expect(condition, name, message):
    if not condition:
        faults.append(f"{name}: {message}")


def page(name):
    text = (Path(folder) / f"{name}.html").read_text(encoding="utf-8")
    body = text.removeprefix("<!DOCTYPE html>")
    expect(body != text, name, "there is no doctype")
    root = ElementTree.fromstring(body)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    expect(len(ids) == len(set(ids)), name, f"two things have one id: {sorted(i for i in ids if ids.count(i) > 1)}")
    for element in root.iter():
        expect(element.tag in ELEMENTS, name, f"<{element.tag}> is not for a page that prints")
        for key, value in element.attrib.items():
            expect(not key.startswith("on"), name, f"'{key}' is a script")
            expect(key not in ("src", "action", "data") and (key != "href" or value.startswith("#")), name, f"{key}={value} leads out")
    style = "".join(element.text or "" for element in root.iter("style"))
    expect("url(" not in style and "@import" not in style, name, "the style loads something")
    expect("@page" in style, name, "there is no print style")
    used = set(re.findall(r"url\(#([^)]+)\)", body)) | {e.get("href")[1:] for e in root.iter() if e.get("href")}
    expect(used <= set(ids), name, f"drawings name what is not there: {sorted(used - set(ids))}")
    return root, " ".join(" ".join(root.itertext()).split())


def words(root, kind):
    return [" ".join("".join(element.itertext()).split()) for element in root.iter("ul") if element.get("class") == kind for element in element]


root, text = page("full")
expect("plain" in root.find("body/main").get("class"), "full", "few words have small letters")
expect(root.get("lang") == "en" and root.get("dir") == "ltr", "full", "the language is not said")
expect(len(words(root, "powers")) == 8 and words(root, "powers")[0] == "Privacy Guardian", "full", f"powers: {words(root, 'powers')}")
expect(words(root, "promises") == ["I keep private things private."] * 3, "full", f"promises: {words(root, 'promises')}")
expect(words(root, "deeds") == ["Told Someone"] * 6, "full", f"deeds: {words(root, 'deeds')}")
expect("not an official product of ITU" in text and "Sunny Cat 94" in text, "full", "words are missing")
lines = [element for element in root.iter("span") if element.get("class") == "line"]
expect(len(lines) == 2 and not any(line.text for line in lines), "full", "there are no two empty lines to write on")
stars = [element.get("class") for element in root.iter("span") if "stars" in (element.get("class") or "")]
expect(stars[:3] == ["stars stars-1", "stars stars-2", "stars stars-3"], "full", f"stars: {stars}")

root, text = page("empty")
expect(not list(root.iter("h2")) and not list(root.iter("ul")), "empty", "a heading stands over nothing")
root, text = page("arabic")
expect(root.get("lang") == "ar" and root.get("dir") == "rtl", "arabic", "the direction is not said")
root, text = page("long")
expect("much" in root.find("body/main").get("class"), "long", "long words have no smaller letters")
root, text = page("hostile")
expect("<script" in text and "alert('1')" in text and "{{who}}" in text, "hostile", "a value was not shown as it is")
expect("\x01" not in text, "hostile", "a control character came through")

for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)

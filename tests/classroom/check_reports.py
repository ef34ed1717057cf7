#!/usr/bin/env python3
"""check_reports.py PROGRAM TEMPLATES FOLDER PACK: each report is well-formed XML without anything that runs or is loaded, its CSV has
one number of cells and no formula, its JSON no count of fewer than five hands."""
import csv
import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

program, templates, folder, pack = sys.argv[1:]
subprocess.run([program, templates, folder, pack], check=True)
faults = []
ELEMENTS = set("html head meta title style body main header footer section h1 h2 h3 p b span div table tr th td svg g rect path circle ellipse "
               "polyline defs linearGradient stop clipPath".split())


def expect(condition, name, message):
    if not condition:
        faults.append(f"{name}: {message}")


def check_page(name):
    text = (Path(folder) / f"{name}.html").read_text(encoding="utf-8")
    root = ElementTree.fromstring(text.removeprefix("<!DOCTYPE html>"))
    for element in root.iter():
        expect(element.tag in ELEMENTS, name, f"<{element.tag}> is not for a page that prints")
        for key, value in element.attrib.items():
            expect(not key.startswith("on") and key not in ("src", "href", "action", "data"), name, f"{key}={value} leads out")
    style = "".join(element.text or "" for element in root.iter("style"))
    expect("url(" not in style and "@import" not in style and "@page" in style, name, "the style")
    for heading in root.iter("h2"):
        expect("".join(heading.itertext()).strip(), name, "an empty heading")
    return root, " ".join(" ".join(root.itertext()).split())


def check_table(name):
    text = (Path(folder) / f"{name}.csv").read_bytes().decode("utf-8-sig")
    expect("\n" not in text.replace("\r\n", ""), name, "an end of line is not CRLF")
    rows = list(csv.DictReader(text.splitlines()))
    for row in rows:
        expect(None not in row and None not in row.values(), name, f"a row with too many or too few cells: {row}")
        for cell in row.values():
            expect(not cell or cell.lstrip(" ")[:1] not in ("=", "+", "-", "@", "\t"), name, f"a formula: {cell}")
        expect(row["row"] in ("option", "item"), name, f"a row of no kind: {row}")
        if row["row"] == "option" and row["votes"]:
            expect(int(row["hands"]) >= 5, name, f"{row['hands']} hands")
        if row["row"] == "item":
            expect(sum(int(row[f"hands_{i}"]) for i in range(3)) >= 5, name, f"an item of few hands: {row}")
    return rows


def check_export(name):
    lessons = json.loads((Path(folder) / f"{name}.json").read_text(encoding="utf-8"))["lessons"]
    for lesson in lessons:
        for story in lesson["stories"]:
            expect("journal" not in story, name, "a journal left the computer")
            for decision in story["decisions"]:
                votes = [option["votes"] for option in decision["options"] if "votes" in option]
                expect(not votes or sum(votes) >= 5, name, f"few hands: {votes}")
        for measure in lesson["measures"]:
            for item in measure["items"]:
                expect(sum(item["counts"]) >= 5, name, f"few hands: {item}")
    return lessons


pages = {name: check_page(name) for name in ("one", "many", "arabic", "hostile", "empty", "none")}
tables = {name: check_table(name) for name in pages}
exports = {name: check_export(name) for name in pages}


def count(name, kind):
    return sum(kind in (element.get("class") or "").split() for element in pages[name][0].iter())


expect(pages["one"][0].get("dir") == "ltr" and pages["arabic"][0].get("dir") == "rtl", "arabic", "the direction")
expect(count("one", "question") == 6 and "(CSV): 2." in pages["one"][1], "one", "8 questions: 6 beside a measure, 2 in the table")
expect(count("one", "line") == 0 and count("one", "lessons") == 0, "one", "one lesson has no time")
expect(count("one", "plot") == 3 and "(+28 points)" in pages["one"][1], "one", "before and after")
expect(count("many", "line") == 8 and count("many", "lessons") == 1, "many", "lines over time")
expect(count("many", "question") == 12 and "20 lessons" in pages["many"][1], "many", "12 questions, each once")
expect(len(list(pages["none"][0].iter("h2"))) == 0 and "There are no lessons yet." in pages["none"][1], "none", "an empty report")
expect(len(list(pages["empty"][0].iter("h2"))) == 0, "empty", "a heading stands over nothing")
hostile = pages["hostile"][1]
expect("</title><img src=x>{{title}}" in hostile, "hostile", "a value was not shown as it is")
expect("no counts" in hostile and "small-words" in hostile, "hostile", "a question without counts is shown as that")
expect(len(tables["hostile"]) == 13 and tables["hostile"][-1]["hands_0"] == "77", "hostile", f"rows: {len(tables['hostile'])}")
expect(len(tables["many"]) == sum(len(d["options"]) for l in exports["many"] for s in l["stories"] for d in s["decisions"])
       + sum(len(m["items"]) for l in exports["many"] for m in l["measures"]), "many", "a row for each option and item")

for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)

"""Checks that keep an SVG meaning the same in every renderer."""

import collections
import re
import xml.etree.ElementTree as ElementTree


def problems(svg):
    """Sentences about what is wrong with one SVG text; empty when all is well."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        return [f"not well-formed: {error}"]
    found = []
    ids = re.findall(r'\bid="([^"]+)"', svg)
    for name, count in sorted(collections.Counter(ids).items()):
        if count > 1:
            found.append(f"id '{name}' is used {count} times")
    used = re.findall(r"url\(#([^)]+)\)", svg) + re.findall(r'href="#([^"]+)"', svg)
    for name in sorted(set(used) - set(ids)):
        found.append(f"'#{name}' is used but nothing has this id")
    if any(node.tag.rpartition("}")[2] == "text" for node in root.iter()):
        found.append("contains text; the game draws all text itself")
    if "viewBox" not in root.attrib:
        found.append("has no viewBox")
    return found

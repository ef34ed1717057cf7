"""Reads a drawing that somebody made in a drawing program.

What the programs add for themselves (metadata, their own attributes, ids that nothing uses)
is left out, so that saving a file again does not draw a sheet again. Ids that are used get
the file's name in front: several files become one document.
"""

import re
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape, quoteattr

from art.errors import ArtError

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
INKSCAPE_LABEL = "{http://www.inkscape.org/namespaces/inkscape}label"
DROPPED = {"title", "desc", "metadata"}
GUIDE = "guide"             # class of what is for the artist alone


def root_of(file):
    """The root element of an SVG file."""
    try:
        root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ArtError(file, error.strerror or "cannot be read") from error
    except (ElementTree.ParseError, ValueError) as error:
        raise ArtError(file, f"is not a well-formed SVG file: {error}") from error
    if root.tag != f"{SVG}svg":
        raise ArtError(file, "is not an SVG file: its outer element is not <svg> of the SVG namespace")
    return root


def read(file, canvas="0 0 800 1000"):
    """The markup inside <svg> of a file, ready to be put into a document."""
    root = root_of(file)
    if root.get("viewBox") != canvas:
        raise ArtError(file, f'its viewBox must be "{canvas}", but is "{root.get("viewBox", "")}" '
                       "(in Inkscape: File > Document Properties, units px, scale 1)")
    return markup(root, file.stem)


def layer_name(node):
    """L_... of a top-level group: its id, or what it is called in Inkscape's list of layers."""
    names = (node.get("id") or "", node.get(INKSCAPE_LABEL) or "")
    return next((name for name in names if name.startswith("L_")), "")


def markup(element, prefix):
    """The children of an element as text; used ids become <prefix>-<id>."""
    used = used_ids(element)
    return "".join(_text(child, prefix, used) for child in element)


def used_ids(element):
    """Ids that an element refers to, in itself or in what it holds."""
    text = ElementTree.tostring(element, encoding="unicode")
    return set(re.findall(r"url\([\"']?#([^)\"']+)[\"']?\)", text) + re.findall(r'href="#([^"]+)"', text))


def _text(element, prefix, used):
    if not element.tag.startswith(SVG) or element.tag[len(SVG):] in DROPPED or element.get("class") == GUIDE:
        return ""
    tag = element.tag[len(SVG):]
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in _attributes(element, prefix, used))
    inside = escape((element.text or "").strip()) + "".join(_text(child, prefix, used) for child in element)
    return f"<{tag}{attributes}>{inside}</{tag}>" if inside else f"<{tag}{attributes}/>"


def _attributes(element, prefix, used):
    for name, value in element.attrib.items():
        if name == XLINK_HREF:
            name = "href"
        if name.startswith("{") or name == "class":
            continue
        if name == "id":
            if value not in used:
                continue
            value = f"{prefix}-{value}"
        elif name == "href":
            value = value.replace("#", f"#{prefix}-", 1)
        else:
            value = re.sub(r"url\([\"']?#([^)\"']+)[\"']?\)", rf"url(#{prefix}-\1)", value)
        yield name, value

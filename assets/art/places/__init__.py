"""The places: one SVG file each, drawn once for every light (assets/README.md has an example).

A file has top-level groups <g class="L" id="L_far">, L_mid, L_light and, where it wants one,
L_front; the root's data-lights="day evening" lists its lights. Two things differ by light:
    class="only-evening"            the element is there in that light only
    data-evening-fill="#332A72"     any attribute has this value in that light
L_front is what is nearer than the actors: a picture of its own, see-through and trimmed.
"""

import copy
import re
import xml.etree.ElementTree as ElementTree
from itertools import chain
from pathlib import Path

from art import svg_file
from art.catalogue import Sprite
from art.errors import ArtError

FOLDER = Path(__file__).parent
SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
LAYERS = ("L_far", "L_mid", "L_light", "L_front")
BACK = (-60, 0, 2040, 1080)         # a little wider than the canvas, so that it can shake
FRONT = (-160, 0, 2240, 1080)       # nearer things slide further
BESIDES = ("defs", "title", "desc", "metadata", "style")    # may stand beside the layers
ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", XLINK)


def _tag(node):
    """The element's name when it is SVG's own, else what an editor added: ''."""
    space, _, name = node.tag.rpartition("}")
    return name if space in ("", "{" + SVG) else ""


def _only(node):
    """The lights to which an element is bound; empty: it is there in all."""
    return {word[5:] for word in node.get("class", "").split() if word.startswith("only-")}


def _lights(root):
    return root.get("data-lights", "").split()


def faults(name, root):
    """Sentences about what would not be drawn as its artist meant."""
    lights = _lights(root)
    if not lights:
        yield f"assets/art/places/{name}.svg: error: the root has no data-lights; write <svg data-lights=\"day evening\" ...>"
        return
    for child in root:
        if _tag(child) and _tag(child) not in BESIDES and child.get("id") not in LAYERS:
            yield f"assets/art/places/{name}.svg: error: '{child.get('id', _tag(child))}' is in none of {', '.join(LAYERS)}; call the layer one of these"
    for node in root.iter():
        other = {key.split("-")[1] for key in node.attrib if re.match("data-[a-z]+-[a-z]", key)}
        for light in sorted((_only(node) | other) - set(lights)):
            yield f"assets/art/places/{name}.svg: error: '{node.get('id', _tag(node))}' speaks of '{light}', which is not in data-lights"


def _in_light(node, light):
    """Makes the element and what is in it as they are in one light."""
    for key in [key for key in node.attrib if key.startswith("data-") or key.startswith("{") and XLINK not in key]:
        value = node.attrib.pop(key)
        if key.startswith(f"data-{light}-"):
            node.set(key[len(f"data-{light}-"):], value)
    for child in list(node):
        bound = _only(child)
        if not _tag(child) or bound and light not in bound:
            node.remove(child)
        else:
            _in_light(child, light)
    node.text = node.tail = None


def _without_unused(root):
    """Leaves out definitions that nothing shows, so that a change in one picture redraws no other."""
    used, seen = set(), "".join(ElementTree.tostring(part, "unicode") for part in root if _tag(part) != "defs")
    definitions = [node for defs in root.iter(f"{{{SVG}}}defs") for node in defs]
    for _ in definitions:                               # one definition may use another
        wanted = set(re.findall(r"url\(#([^)]+)\)", seen) + re.findall(r'href="#([^"]+)"', seen)) - used
        used |= wanted
        seen = "".join(ElementTree.tostring(node, "unicode") for node in definitions if node.get("id") in wanted)
    for defs in root.iter(f"{{{SVG}}}defs"):
        for node in [node for node in defs if node.get("id") not in used and _tag(node) != "style"]:
            defs.remove(node)


def _document(root, light, layers, box):
    """The text of one picture: some layers of a place in one light."""
    whole = copy.deepcopy(root)
    for child in list(whole):
        if child.get("id") in LAYERS and child.get("id") not in layers:
            whole.remove(child)
    _in_light(whole, light)
    _without_unused(whole)
    whole.set("viewBox", " ".join(map(str, box)))
    whole.set("width", str(box[2]))
    whole.set("height", str(box[3]))
    return ElementTree.tostring(whole, "unicode")


def _place(name, root):
    """The sprites of one file."""
    has_front = any(child.get("id") == "L_front" for child in root)
    for light in _lights(root):
        back = _document(root, light, LAYERS[:3], BACK)
        yield Sprite(f"place/{name}/{light}/0back", back, origin=BACK[:2], opaque=True)
        if has_front:
            front = _document(root, light, LAYERS[3:], FRONT)
            yield Sprite(f"place/{name}/{light}/1front", front, origin=FRONT[:2])


def _files():
    """(name, root) of every file, in the order of their names."""
    for file in sorted(FOLDER.glob("*.svg")):
        try:
            root = ElementTree.parse(file).getroot()
        except ElementTree.ParseError as error:
            raise ArtError(file, error) from error
        for child in root:
            if svg_file.layer_name(child):
                child.set("id", svg_file.layer_name(child))
        yield file.stem, root


def problems():
    """Everything that is wrong in the files, for build.py --lint."""
    return [fault for name, root in _files() for fault in faults(name, root)]


def sprites():
    return chain.from_iterable(_place(name, root) for name, root in _files())

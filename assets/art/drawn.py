#!/usr/bin/env python3
"""Actors that are a folder of plain SVG files: actor.json of kind "drawn", one file an expression.

    assets/art/drawn.py assets/art/actors/sango sheet.png      # every expression on one picture

The folder's format is told in assets/art/actors/sango/README.md.
"""

import copy
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    sys.dont_write_bytecode = True

from art import svg_file                                      # noqa: E402
from art.catalogue import Actor                               # noqa: E402
from art.errors import ArtError                               # noqa: E402
from art.svg import document, group                           # noqa: E402
from art.svg_file import SVG                                  # noqa: E402

FIRST = "happy"                             # the one expression that nobody may leave out
NOT_EXPRESSIONS = ("base", "icon")
#: what takes the place of a layer for a moment, and the layers that its file may have
VARIANTS = {"blink": ("eyes",), "talk": ("mouth", "closed"), "look_left": ("eyes",), "look_right": ("eyes",)}
LOOK = {"look_left": -1, "look_right": 1}
LOOK_WAY = 10                               # units that a group of class "look" moves
MASCOT = "sango"
#: what the game and its levels ask of the mascot, and which face stands in, best first
STAND_INS = {
    "talking": (), "thinking": ("talking",), "worried": ("sad", "thinking"), "cheering": (), "surprised": ("worried",),
    "sad": ("worried",), "angry": ("worried",), "wink": ("cheering",), "ninja": ("cheering",), "cover": ("wink",),
    "timer": ("talking",), "nickname": ("talking",), "alert": ("surprised", "talking"), "standby": (),
    "block": ("angry", "talking"), "callgrownup": ("talking",),
}


class Drawing:
    """One SVG file: its layers by name, and what they are coloured with."""

    def __init__(self, file, canvas, known):
        root = svg_file.root_of(file)
        wanted, box = f"0 0 {canvas[0]} {canvas[1]}", " ".join(root.get("viewBox", "").split())
        if box != wanted:
            raise ArtError(file, f'its viewBox must be "{wanted}", but is "{box}" '
                           "(in Inkscape: File > Document Properties, units px, scale 1)")
        self.lean = root.get("data-lean")
        self.still = {kind for kind in VARIANTS if root.get(f"data-{kind}") == "no"}
        self._definitions = [node for defs in root.iter(f"{SVG}defs") for node in defs if node.get("id")]
        self.layers = {}
        for node in root.findall(f"{SVG}g"):
            name = svg_file.layer_name(node)
            if name:
                self.layers[name[2:]] = node
        for name in self.layers:
            if name not in known:
                raise ArtError(file, f"the layer 'L_{name}' is not in actor.json, which knows: {', '.join(known)}")
        if not self.layers:
            raise ArtError(file, f'has no layer; a layer is a top-level <g id="L_{known[0]}">, or a layer of that name in Inkscape')

    def has(self, layer):
        """True when the file says how this layer looks, if only that it is not there."""
        return layer in self.layers

    def markup(self, layer, look=0):
        """The layer with its gradients; nothing for an empty group. `look`: -1 looks left, 1 right."""
        node = self.layers[layer]
        if len(node) == 0:
            return ""
        shown = ElementTree.Element(f"{SVG}g")
        shown.append(_looking(node, look) if look else node)
        used = self._used(node)
        if used:
            shown.insert(0, ElementTree.Element(f"{SVG}defs"))
            shown[0].extend(used)
        return svg_file.markup(shown, layer)

    def _used(self, node):
        """The definitions that an element needs, and those that they need."""
        found, fresh = [], [node]
        while fresh:
            wanted = set().union(*(svg_file.used_ids(part) for part in fresh))
            fresh = [one for one in self._definitions if one.get("id") in wanted and one not in found]
            found += fresh
        return found


def _looking(node, way):
    """The same with every group of class "look" moved aside; one inside another moves more."""
    node = copy.deepcopy(node)
    for part in node.iter(f"{SVG}g"):
        if "look" in part.get("class", "").split():
            part.set("transform", f"translate({way * LOOK_WAY} 0) {part.get('transform', '')}".strip())
    return node


# --- a folder ----------------------------------------------------------------------------------

class Folder:
    """The files of one drawn actor, and which of them says what."""

    def __init__(self, folder, facts):
        if not isinstance(facts.get("layers"), list) or not facts["layers"]:
            raise ArtError(folder / "actor.json", '"layers" must name the layers, back to front')
        self.facts = facts
        self.name = folder.name
        self.layers = tuple(facts["layers"])
        self.canvas = tuple(self.facts.get("canvas", (800, 1000)))
        self.upper = set(self.facts.get("upper", ()))
        files = {file.stem: file for file in sorted(folder.glob("*.svg"))}
        if FIRST not in files:
            raise ArtError(folder / f"{FIRST}.svg", "is missing; it is the one drawing that every actor needs")
        self.base = self._drawing(files["base"], self.layers) if "base" in files else None
        self.expressions, self.variants = {}, {}
        for stem, file in files.items():
            kind = stem.partition("-")[0]
            if kind in VARIANTS:
                self.variants[stem] = self._drawing(file, VARIANTS[kind])
            elif stem not in NOT_EXPRESSIONS:
                self.expressions[stem] = self._drawing(file, self.layers)

    def _drawing(self, file, known):
        return Drawing(file, self.canvas, known)

    def source(self, expression):
        """The drawing that an expression is taken from: its own, or that of a stand-in."""
        for name in (expression,) + STAND_INS.get(expression, ()) + (FIRST,):
            if name in self.expressions:
                return name, self.expressions[name]
        raise AssertionError(expression)

    def wanted(self):
        """Expressions in the order of the lists: happy first, what stands in for missing ones too."""
        names = [FIRST] + sorted(set(self.expressions) - {FIRST})
        return names + ([name for name in STAND_INS if name not in names] if self.name == MASCOT else [])

    def _leaned(self, drawing, layer, markup):
        return group(markup, transform=drawing.lean) if markup and drawing.lean and layer in self.upper else markup

    def parts(self, expression):
        """{layer: markup} of one expression."""
        _, drawing = self.source(expression)
        made = {}
        for layer in self.layers:
            owner = drawing if drawing.has(layer) else self.base
            if owner and owner.has(layer):
                made[layer] = self._leaned(drawing, layer, owner.markup(layer))
        return {layer: markup for layer, markup in made.items() if markup}

    def moments(self, expression):
        """{"blink-happy/eyes": markup}: what takes the place of a layer for a moment."""
        name, drawing = self.source(expression)
        made = {}
        for kind, layers in VARIANTS.items():
            for layer in layers:
                markup = self._moment(kind, layer, name, drawing)
                if markup:
                    place = "mouth" if layer == "closed" else layer
                    made[f"{kind}-{expression}/{layer}"] = self._leaned(drawing, place, markup)
        return made

    def _moment(self, kind, layer, name, drawing):
        own = self.variants.get(f"{kind}-{name}")
        shared = self.variants.get(kind) if kind not in drawing.still else None
        for candidate in (own, shared):
            if candidate and candidate.has(layer):
                return candidate.markup(layer)
        face = drawing if drawing.has(layer) else self.base
        return face.markup(layer, LOOK.get(kind, 0)) if face and face.has(layer) else ""


def load(folder, facts):
    """The Actor of a folder and of its actor.json."""
    files = Folder(folder, facts)
    width, height = files.canvas
    baseline = facts.get("baseline", height)
    expressions = files.wanted()
    return Actor(
        name=files.name, pill=facts.get("pill", "teal"), layers=files.layers,
        head_layers=tuple(facts.get("head_layers", ())),
        expressions={name: files.parts(name) for name in expressions},
        variants={key: markup for name in expressions for key, markup in files.moments(name).items()},
        head=tuple(facts.get("head", (width / 2, height * .44))), hip=tuple(facts.get("hip", (width / 2, baseline))),
        baseline=baseline, size=files.canvas, scale=facts.get("scale", .64),
        pivots={layer: tuple(point) for layer, point in facts.get("pivots", {}).items()},
        slides={name: {layer: tuple(way) for layer, way in moved.items()} for name, moved in facts.get("slides", {}).items()},
        own_moments=True)


# --- the whole picture -------------------------------------------------------------------------

def figure(actor, expression, moment=None, without=()):
    """Markup of all layers on each other: an expression, or a moment of it such as "blink"."""
    parts = {layer: markup for layer, markup in actor.expressions[expression].items() if layer not in without}
    for layer in actor.layers:
        markup = actor.variants.get(f"{moment}-{expression}/{layer}")
        if markup:
            parts[layer] = markup
    moved = actor.slides.get(expression, {})
    shown = []
    for layer in actor.layers:
        if layer in parts:
            way = "translate({} {})".format(*moved[layer]) if layer in moved else None
            shown.append(group(parts[layer], transform=way) if way else parts[layer])
    return "".join(shown)


def whole(actor, expression, moment=None):
    """The same as a document."""
    return document((0, 0) + actor.size, figure(actor, expression, moment))


def _sheet(actor, out, height=450):
    """Every expression large, at 64 and at 32 pixels."""
    from PIL import Image
    from pipeline.raster import draw
    columns, ground = 6, (91, 75, 154, 255)
    names = list(actor.expressions)
    width = height * actor.size[0] // actor.size[1]
    rows = -(-len(names) // columns)
    sheet = Image.new("RGBA", (width * columns, (height + 70) * rows), ground)
    for index, name in enumerate(names):
        x, y = index % columns * width, index // columns * (height + 70)
        for size, left, top in ((height, 0, 0), (64, width // 2 - 70, height), (32, width // 2 + 20, height + 28)):
            picture = draw(whole(actor, name), size / actor.size[1])
            sheet.alpha_composite(picture, (x + left, y + top))
    sheet.convert("RGB").save(out)


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        from art.cast import actor_of
        actor = actor_of(Path(sys.argv[1]).resolve())
    except ArtError as error:
        print(error, file=sys.stderr)
        return 1
    _sheet(actor, sys.argv[2])
    print(f"{sys.argv[2]}: {', '.join(actor.expressions)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

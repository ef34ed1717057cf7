"""Whole drawings for pages to print: every actor in every expression, the icons of choices and tools, the signs of votes.

One SVG each, so that they stay sharp on paper. A page has them inside (game/print/picture.h).
"""

from art import catalogue, icons
from art.svg import document
from art.ui import marks


def _actors():
    for actor in catalogue.all_actors():
        for expression, layers in actor.expressions.items():
            shown = [layers[layer] for layer in actor.layers if layers.get(layer)]
            yield f"{actor.name}-{expression}", document((0, 0) + actor.size, "".join(shown), defs=actor.defs)


def drawings():
    """{name: svg}"""
    made = dict(_actors())
    for sprite in icons.sprites():
        made[sprite.name.replace("/", "-")] = sprite.svg
    made.update(marks.marks())
    return made


def write(folder):
    """One file each into `folder`; what is no longer drawn goes."""
    from pipeline.render import write_if_changed
    folder.mkdir(parents=True, exist_ok=True)
    made = {f"{name}.svg": svg for name, svg in drawings().items()}
    for old in set(file.name for file in folder.glob("*.svg")) - set(made):
        (folder / old).unlink()
    for name, svg in made.items():
        write_if_changed(folder / name, svg)

"""What the pipeline builds: sprites, and the sheet of facts about each actor."""

from dataclasses import dataclass, field
from pathlib import Path

ART = Path(__file__).parent


@dataclass(frozen=True)
class Sprite:
    """One picture. `scale` is canvas units (1920x1080) for one unit of the SVG."""
    name: str                   # kofi/worried/head, ui/panel, place/bedroom/evening/0back
    svg: str                    # the whole document
    scale: float = 1.0
    sheet: str = ""             # sprites of one sheet share a PNG; empty: a file of its own
    origin: tuple = (0.0, 0.0)  # where the document's top left lies on the canvas
    trim: bool = True
    opaque: bool = False        # nothing shows through it; its sheet holds only it


@dataclass(frozen=True)
class NineSlice:
    """How a ui picture stretches: corners keep their size; pad is the shadow around the box."""
    name: str
    corner: int
    pad: int


@dataclass
class Actor:
    """A figure made of layers, back to front. All lengths are in units of its SVG."""
    name: str
    pill: str                           # hue of its name pill
    layers: tuple                       # every layer, back to front
    head_layers: tuple                  # those that nod with the head
    expressions: dict                   # expression -> {layer: markup}
    variants: dict                      # "blink/eyes" -> markup that replaces a layer
    head: tuple                         # pivot of the head
    hip: tuple                          # pivot of breathing
    baseline: float                     # y of the ground under its feet
    defs: str = ""                      # gradients used by the layers
    size: tuple = (800, 1000)
    scale: float = 0.82
    pivots: dict = field(default_factory=dict)   # layer -> pivot of its own movement
    slides: dict = field(default_factory=dict)   # expression -> {layer: (x, y) that it slides when the pose is taken}
    gait: str = ""                      # "wheels": rolls where others step
    holds: str = ""                     # something held up beside the head: room is left for it
    own_moments: bool = False           # variants are "blink-happy/eyes", an own one for each expression

    def sprites(self):
        for expression, layers in self.expressions.items():
            for layer in self.layers:
                if layers.get(layer):
                    yield self._sprite(f"{expression}/{layer}", layers[layer])
        for name, markup in self.variants.items():
            yield self._sprite(name, markup)

    def _sprite(self, name, markup):
        from art.svg import document
        used = "".join(f for f in self.defs.splitlines(True) if _id_of(f) in markup)
        svg = document((0, 0) + self.size, markup, defs=used)
        return Sprite(f"{self.name}/{name}", svg, self.scale, self._sheet(name))

    def _sheet(self, name):
        """One for the actor. With own moments there are many poses: each has a sheet, and a level holds those it shows."""
        pose = name.partition("/")[0].rpartition("-")[2]        # blink-happy/eyes is happy's
        return f"actor-{self.name}-{pose}" if self.own_moments else f"actor-{self.name}"

    def line(self):
        """The actor's line in actors.txt."""
        def unit(value):
            return f"{value * self.scale:.2f}"

        def point(p):
            return f"{unit(p[0])},{unit(p[1])}"
        words = [f"actor name={self.name}", f"w={unit(self.size[0])}", f"h={unit(self.size[1])}",
                 f"baseline={unit(self.baseline)}", f"head={point(self.head)}",
                 f"hip={point(self.hip)}", f"pill={self.pill}",
                 f"layers={','.join(self.layers)}", f"headlayers={','.join(self.head_layers)}",
                 f"expressions={','.join(self.expressions)}"]
        if any(name.startswith("look_left") for name in self.variants):
            words.append("looks=eyes")
        if self.own_moments and all(f"talk-{name}/closed" in self.variants for name in self.expressions):
            words.append("closed=mouth")
        if self.gait:
            words.append(f"gait={self.gait}")
        if self.holds:
            words.append(f"holds={self.holds}")
        if self.pivots:
            pivots = ";".join(f"{layer}:{point(p)}" for layer, p in self.pivots.items())
            words.append(f"pivots={pivots}")
        slides = ";".join(f"{expression}/{layer}:{point(way)}"
                          for expression, moved in self.slides.items() for layer, way in moved.items())
        if slides:
            words.append(f"slides={slides}")
        if self.own_moments:
            words.append("moments=own")
        return " ".join(words)


def _id_of(definition):
    """The url() under which a one-line definition is used."""
    return f'url(#{definition.split(chr(34))[1]})' if 'id="' in definition else "\0"


def all_actors():
    from art import cast
    return cast.everybody()


def all_sprites():
    """Everything, in a fixed order."""
    from art import fx, icons, islands, places, ui
    sprites = [sprite for actor in all_actors() for sprite in actor.sprites()]
    sprites += list(places.sprites())
    sprites += list(islands.sprites())
    sprites += list(ui.sprites())
    sprites += list(icons.sprites())
    sprites += list(fx.sprites())
    return sprites


def is_interface(sprite):
    """True for what is drawn anew for screens of more than 1080 lines: edges and signs stay sharp."""
    return sprite.name.startswith(("ui/", "look/", "icon/", "avatar/", "level/"))


def all_nine_slices():
    from art import ui
    return ui.NINE_SLICES

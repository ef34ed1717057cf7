"""Looks at the files of art/ before anything is drawn: what an artist can get wrong in a drawing program.

Every sentence says the file, the line where there is one, what is wrong and how it is mended.
"""

import re
from pathlib import Path
from xml.parsers import expat

from art.errors import ArtError

ART = Path(__file__).parent
LARGEST = 500_000                   # bytes; the largest drawing of a place has a third of it
#: folder -> viewBox of its drawings; those of actors are looked at by their loaders
PAGES = {"icons": "0 0 96 96", "icons/fluent": "0 0 32 32", "animals": "0 0 32 32", "fx": "0 0 100 100",
         "pictures": "0 0 480 320", "islands": "-190 -230 380 370", "places": "0 0 1920 1080"}
OTHER_PAGES = {"islands/stone.svg": "0 0 56 40"}
BESIDES = (".py", ".pyc", ".md", ".json")
PAGE_HINT = "in Inkscape: File > Document Properties, units px, scale 1"
WORDS = {"text", "tspan", "flowRoot", "foreignObject"}
WORDS_ARE_WRONG = "has words in it (<{}>); the game writes all words itself, so that they can be translated: take them out"
PIXELS_ARE_WRONG = "holds a picture of pixels (<image>); draw it with paths (in Inkscape: Path > Trace Bitmap), then delete it"
SHEET_IS_WRONG = ("colours stand in a style sheet (<style>), which is not read here; "
                  "save with presentation attributes (Illustrator: SVG Options > CSS Properties)")


def _name_fault(file, folder):
    """What is wrong with the name of a file or of an actor's folder; empty: nothing."""
    if file.is_file() and file.suffix != ".svg":
        return "is no SVG file, and nothing here reads it; save the drawing as .svg, in small letters, or take it away"
    is_actor = folder.name == "actors"
    name = file.name if is_actor else file.stem
    good = re.sub(r"[^a-z0-9]" if is_actor else r"[^a-z0-9_-]", "" if is_actor else "_", name.lower())
    if good == name:
        return ""
    allowed = "small letters and digits" if is_actor else "small letters, digits, _ and -"
    return f'its name may have {allowed} only; call it "{good}{"" if is_actor else file.suffix}"'


class _Reader:
    """Goes through one drawing and collects (line, sentence)."""

    def __init__(self, in_actor):
        self.faults, self.page, self._in_actor = [], None, in_actor
        self._lines = {}                                # id -> the line where it is given first
        self._used = {}                                 # id -> the line where it is used first
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._element

    def read(self, data):
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            what = expat.errors.messages[error.code]
            self.faults.append((f"{error.lineno}:{error.offset + 1}", f"is not well-formed XML: {what}; what was opened just "
                                "before here must be closed, or save the file anew from the drawing program"))
            return self
        for name, line in self._used.items():
            if name not in self._lines:
                self.faults.append((str(line), f"'#{name}' is used, but nothing in this file has that id; paste the gradient or shape along"))
        return self

    def _say(self, sentence):
        self.faults.append((str(self._parser.CurrentLineNumber), sentence))

    def _element(self, name, attributes):
        tag = name.rpartition(" ")[2]
        if self.page is None:
            self.page = attributes.get("viewBox", "")
            for side in ("width", "height"):
                if re.search("[a-z%]", attributes.get(side, "").replace("px", "")):
                    self._say(f'its {side} is "{attributes[side]}", but must be a number of pixels ({PAGE_HINT})')
        if not name.startswith("http://www.w3.org/2000/svg"):
            return
        if tag in WORDS:
            self._say(WORDS_ARE_WRONG.format(tag))
        elif tag == "image":
            self._say(PIXELS_ARE_WRONG)
        elif tag == "style" and self._in_actor:
            self._say(SHEET_IS_WRONG)
        self._references(tag, attributes)

    def _references(self, tag, attributes):
        href = attributes.get("href", attributes.get("http://www.w3.org/1999/xlink href", "#"))
        if tag != "image" and not href.startswith("#"):
            self._say(f'<{tag}> refers to "{href[:60]}", another file; everything must be in this one')
        for name in re.findall(r"url\([\"']?#([^)\"']+)", " ".join(attributes.values())) + re.findall("^#(.+)", href):
            self._used.setdefault(name, self._parser.CurrentLineNumber)
        own = attributes.get("id")
        if own in self._lines:
            self._say(f"id '{own}' is there a second time, first in line {self._lines[own]}; call one of them otherwise")
        elif own:
            self._lines[own] = self._parser.CurrentLineNumber


def _drawing_faults(file, where, page):
    """(line or "", sentence) for what is wrong inside a drawing."""
    size = file.stat().st_size
    if size > LARGEST:
        yield "", (f"has {size:,} bytes, at most {LARGEST:,}: simplify its paths (in Inkscape: Path > Simplify), "
                   "and take out pictures of pixels and what is not seen")
        return
    reader = _Reader(where.startswith("actors/")).read(file.read_bytes())
    yield from reader.faults
    is_read = reader.page is not None
    if page and is_read and " ".join(reader.page.split()) != page:
        yield "", f'its viewBox must be "{page}", but is "{reader.page}" ({PAGE_HINT})'


def _files(art):
    """(file, folder) of everything that an artist puts into art/."""
    folders = [art / name for name in PAGES] + [art / "actors"]
    folders += sorted(entry for entry in (art / "actors").glob("*") if entry.is_dir())
    for folder in folders:
        for file in sorted(folder.glob("*")):
            is_of_art = file.is_file() and file.suffix not in BESIDES or folder.name == "actors" and file.is_dir()
            if is_of_art and not file.name.startswith((".", "_")):
                yield file, folder


def problems(art=ART):
    """Everything that is wrong with the files, as ArtErrors."""
    found = []
    for file, folder in _files(art):
        fault = _name_fault(file, folder)
        if fault:
            found.append(ArtError(file, fault))
        elif file.suffix == ".svg":
            where = file.relative_to(art).as_posix()
            page = OTHER_PAGES.get(where, PAGES.get(folder.relative_to(art).as_posix()))
            found += [ArtError(file, sentence, line) for line, sentence in _drawing_faults(file, where, page)]
    return found

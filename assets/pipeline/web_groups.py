"""What the site's files are, and in which group each is fetched.

boot      before the first picture: the title
play      what the program itself shows and plays in every level
rest      behind the title: play, then setup and map
level/ID  what a level needs beside boot and play
more      behind the rest, nothing waits for it: badges, other looks, all scripts (promises and lessons read those of other levels)
grownups  pages to print and helplines; paper: the drawings of lesson papers
font/ar, font/zh, language/TAG, kiosk
"""

import json
import re
import subprocess
from pathlib import Path

FIRST_SHEETS = ("ui", "place-title-dawn-0back", "actor-sango-happy")
# Sango beside pages that come in a level (debrief_scene.c, pause_scene.c, fault_scene.c), beside the board of an activity
# (activity_board.c), and on pages before (nickname_scene.c, settings_scene.c; band_scene.c with its two pictures).
PLAY_FACES = ("sango/cheering", "sango/standby", "sango/worried")
ACTIVITY_FACES = ("sango/cheering", "sango/talking", "sango/thinking", "sango/wink")
SETUP_FACES = ("sango/cheering", "sango/nickname", "sango/ninja", "sango/wink", "kofi/happy", "kim/happy")
SETUP_PLACES = ("map/day", "game/day", "street/evening")
PLAY_SHEETS = ("icons", "fx", "phone", "phone-signs", "phone-deco", "phone-somewhat", "phone-map", "ui-ray")
ACTIVITY_SHEETS = ("activity",)
SETUP_SHEETS = ("avatars", "map-islands")
# Of the pages that a stand begins with (kiosk/pick_scene.c).
KIOSK_FACES = ("sofia/happy", "kofi/happy", "linh/happy")
KIOSK_PLACES = ("playground/day",)
FONT_GROUPS = {"NotoSansArabic-Regular.ttf": "font/ar", "NotoSansSC-subset.ttf": "font/zh"}
PLAY_TUNES, SETUP_TUNES = ("theme",), ("map",)


class WebError(Exception):
    """One sentence for who builds the site."""


class Art:
    """What art.txt says: in which sheet a sprite is."""

    def __init__(self, folder):
        try:
            lines = (folder / "art.txt").read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise WebError(f"{folder}/art.txt: {error.strerror}; draw the art first: assets/build.py {folder.parent}") from error
        self.sheet_of = {}
        for line in lines:
            name, file = line.split(" ")[:2]
            self.sheet_of[name] = file
        self.faces = {}                             # "kofi/happy": its sheets
        for name, file in self.sheet_of.items():
            parts = name.split("/")
            if file.startswith("actor-") and len(parts) == 3:
                self.faces.setdefault(f"{parts[0]}/{parts[1]}", set()).add(file)
        self.actors = {face.split("/")[0] for face in self.faces}

    def face(self, face):
        """As the stage: another face is happy."""
        actor = face.split("/")[0]
        if actor not in self.actors:
            raise WebError(f"there is no actor '{actor}'")
        return self.faces.get(face) or self.faces[f"{actor}/happy"]

    def place(self, place):
        found = {file for part in ("0back", "1front") if (file := self.sheet_of.get(f"place/{place}/{part}"))}
        if not found:
            raise WebError(f"there is no place '{place}'")
        return found

    def sight(self, sight, *kinds):
        """What a level shows by one word: "kofi-sad" is an actor, "cake" of the first of `kinds` that has it, "park-day" a place."""
        first, _, second = sight.partition("-")
        for kind in kinds:
            if f"{kind}/{sight}" in self.sheet_of and first not in self.actors:
                return {self.sheet_of[f"{kind}/{sight}"]}
        return self.face(f"{first}/{second or 'happy'}") if first in self.actors else self.place(f"{first}/{second or 'day'}")

    def speaker(self, actor):
        return self.face(f"{actor}/happy") if actor in self.actors else set()


def needs_of(tools, pack):
    """The list of `sango-lint needs`."""
    made = subprocess.run([str(tools / "sango-lint"), "needs", str(pack)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if made.returncode != 0:
        raise WebError(made.stderr.decode(errors="replace").strip() or f"{tools}/sango-lint needs {pack}: it failed")
    return json.loads(made.stdout)


class Site:
    """All files of the site by path, and the groups. `source` is where a file's bytes come from."""

    def __init__(self, root, art_folder, height):
        self.root, self.built, self.height = root, art_folder, height
        self.art = Art(art_folder / height)
        self.source, self.groups = {}, {}

    def add(self, group, path, source):
        if not Path(source).is_file():
            raise WebError(f"{source}: there is no such file, and {group} needs it")
        known = self.groups.setdefault(group, [])
        if path not in known:
            known.append(path)
            self.source[path] = Path(source)

    def add_own(self, group, *paths):
        for path in paths:
            self.add(group, path, self.root / path)

    def add_sheets(self, group, sheets):
        for sheet in sorted(sheets):
            self.add(group, f"assets/built/{self.height}/{sheet}", self.built / self.height / sheet)

    def add_sounds(self, group, names):
        self.add_own(group, *(f"assets/sound/{name}.ogg" for name in sorted(names)))

    def has(self, groups, path):
        return any(path in self.groups.get(group, ()) for group in groups)

    def all_sheets(self):
        return sorted(set(self.art.sheet_of.values()))


def sounds_of_game(root):
    """Effects that the program itself plays, whatever the level: names in the C files beside the calls."""
    known = {file.stem for file in (root / "assets/sound").glob("*.ogg")}
    found = set()
    for folder in ("player", "grownups", "kiosk"):
        for file in sorted((root / "game" / folder).glob("*.c")):
            for line in file.read_text(encoding="utf-8").splitlines():
                if re.search(r"\b(app_sound|play_sound|go_to)\(|sounds\[\]|played\[\]", line):
                    found.update(set(re.findall(r'"([a-z]+)"', line)) & known)
    return found


def _add_boot(site):
    site.add_own("boot", *(f"assets/fonts/{name}" for name in ("Andika-Regular.ttf", "Andika-Bold.ttf", "Fredoka-SemiBold.ttf")))
    site.add_own("boot", *sorted(f"assets/themes/{file.name}" for file in (site.root / "assets/themes").glob("*.json")))
    for name in ("art.txt", "ui.txt", "actors.txt"):
        site.add("boot", f"assets/built/{site.height}/{name}", site.built / site.height / name)
    site.add_own("boot", "levels/sango/pack.json")
    site.add_sheets("boot", (f"{sheet}.png" for sheet in FIRST_SHEETS))


def _add_play(site):
    site.add_own("play", "assets/sound/captions.txt")
    site.add_sounds("play", sounds_of_game(site.root))
    for face in PLAY_FACES:
        site.add_sheets("play", site.art.face(face))
    site.add_sheets("play", (f"{sheet}.png" for sheet in PLAY_SHEETS))
    site.add_sounds("play", PLAY_TUNES)


def _add_rest(site):
    for path in site.groups["play"]:
        site.add("rest", path, site.source[path])
    for face in SETUP_FACES:
        site.add_sheets("rest", site.art.face(face))
    for place in SETUP_PLACES:
        site.add_sheets("rest", site.art.place(place))
    site.add_sheets("rest", (f"{sheet}.png" for sheet in SETUP_SHEETS))
    site.add_sounds("rest", SETUP_TUNES)


def sheets_of_level(art, level):
    sheets = set()
    for face in level["faces"]:
        sheets |= art.face(face)
    for place in level["places"]:
        sheets |= art.place(place)
    for sight in level["shown"]:
        sheets |= art.sight(sight, "show", "phone/picture")
    for sight in level["pictures"]:
        sheets |= art.sight(sight, "phone/picture")
    for sight in level["seen"]:
        sheets |= art.sight(sight)
    for actor in level["speakers"]:                 # it has an activity
        sheets |= art.speaker(actor)
    if level["speakers"]:
        sheets |= {f"{sheet}.png" for sheet in ACTIVITY_SHEETS}.union(*(art.face(face) for face in ACTIVITY_FACES))
    return sheets


def _add_levels(site, tools, pack, prefix, at_hand):
    """A group for each level of a pack; what is in the groups `at_hand` is not in it again."""
    needs = needs_of(tools, site.root / "levels" / pack)
    for level in needs["levels"]:
        group = f"level/{prefix}{level['id']}"
        if not level["known"]:
            raise WebError(f"the level '{level['id']}' has commands with {{expressions}}: what it shows is not known before it is played")
        wanted = Site(site.root, site.built, site.height)
        try:
            wanted.add_own(group, *(f"levels/{pack}/{file}" for file in level["files"]))
            wanted.add_sheets(group, sheets_of_level(site.art, level))
            wanted.add_sounds(group, set(level["sounds"]) | set(level["music"]))
        except WebError as error:
            raise WebError(f"{pack}, level '{level['id']}': {error}") from error
        site.groups.setdefault(group, [])
        for path in wanted.groups[group]:
            if not site.has(at_hand, path):
                site.add(group, path, wanted.source[path])
    return needs


def _add_grownups(site):
    for folder in ("assets/print", "assets/print/parts", "assets/helplines"):
        for file in sorted((site.root / folder).iterdir()):
            if file.is_file() and file.suffix != ".md":
                site.add_own("grownups", f"{folder}/{file.name}")
    paper = site.built / "paper"
    for file in sorted(paper.glob("*.svg")):
        site.add("paper", f"assets/built/paper/{file.name}", file)


def _add_languages(site, pack, texts):
    for file in sorted((texts or site.root / "levels" / pack / "po").glob("*.mo")):
        site.add(f"language/{file.stem}", f"levels/{pack}/po/{file.name}", file)


def _add_more(site, needs):
    """All sheets that no level's group has, then the scripts."""
    kept = {path for group, paths in site.groups.items() if group != "more" for path in paths}
    for sheet in site.all_sheets():
        if f"assets/built/{site.height}/{sheet}" not in kept and not re.match(r"(actor|place|phone)-", sheet):
            site.add_sheets("more", (sheet,))
    site.add_sheets("more", site.art.place("map/evening"))
    site.add_own("more", *(f"levels/sango/{file}" for level in needs["levels"] for file in level["files"]))


def plan(root, art_folder, height, tools, kiosk=True, texts=None):
    """The Site with every group filled. `texts`: a folder of catalogues in the place of the pack's."""
    site = Site(root, art_folder, height)
    _add_boot(site)
    _add_play(site)
    _add_rest(site)
    needs = _add_levels(site, tools, "sango", "", ("boot", "play"))
    site.add_own("rest", *(f"levels/sango/{file}" for file in needs["measures"]))      # asked before and after a world
    _add_more(site, needs)
    _add_grownups(site)
    for file, group in FONT_GROUPS.items():
        site.add_own(group, f"assets/fonts/{file}")
    _add_languages(site, "sango", texts)
    if kiosk:
        site.add_own("kiosk", "levels/kiosk/pack.json", "assets/desktop/kiosk.json")
        for face in KIOSK_FACES:
            site.add_sheets("kiosk", site.art.face(face))
        for place in KIOSK_PLACES:
            site.add_sheets("kiosk", site.art.place(place))
        _add_levels(site, tools, "kiosk", "kiosk/", ("boot", "play", "kiosk"))
    return site

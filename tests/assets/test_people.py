"""What the loader of people takes, and what it says about a folder that is not right."""

import json
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "assets"))
sys.dont_write_bytecode = True

from art import cast, palette, rig                            # noqa: E402
from art.errors import ArtError                               # noqa: E402

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000">{}</svg>'
FACTS = {"kind": "person", "pill": "sun", "skin": "tan", "iris": ["#111111", "#222222"], "brow": "#333333",
         "coat": "leaf"}


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp()) / "somebody"
        self.folder.mkdir()
        self.addCleanup(shutil.rmtree, self.folder.parent)
        self.write(FACTS)
        self.part("body", '<path d="M0 0H9"/>')
        self.part("front", '<path d="M0 0H9"/>')

    def write(self, facts):
        (self.folder / "actor.json").write_text(json.dumps(facts))

    def part(self, name, inside):
        (self.folder / f"{name}.svg").write_text(SVG.format(inside))

    def load(self):
        return cast.actor_of(self.folder)

    def fault(self):
        with self.assertRaises(ArtError) as caught:
            self.load()
        return str(caught.exception)


class GoodFolders(Folder):
    def test_the_least(self):
        actor = self.load()
        self.assertEqual(actor.name, "somebody")
        self.assertEqual(tuple(actor.expressions), rig.EXPRESSIONS)
        self.assertEqual(set(actor.variants), {"blink/eyes", "talk/mouth", "look_left/eyes", "look_right/eyes"})
        self.assertNotEqual(actor.variants["look_left/eyes"], actor.variants["look_right/eyes"])

    def test_every_expression_has_a_face_of_its_own(self):
        expressions = self.load().expressions
        for layer in ("brows", "mouth"):
            self.assertEqual(len({layers[layer] for layers in expressions.values()}), len(expressions))

    def test_what_drawing_programs_add_is_left_out(self):
        plain = self.load().expressions["happy"]["body"]
        (self.folder / "body.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://inkscape.org" viewBox="0 0 800 1000">'
            '<title>t</title><inkscape:page/><g class="guide"><path d="M1 1"/></g>'
            '<path id="path7" inkscape:label="coat" d="M0 0H9"/></svg>')
        self.assertEqual(self.load().expressions["happy"]["body"], plain)

    def test_ids_of_files_do_not_meet(self):
        inside = '<clipPath id="c"><path d="M0 0H9"/></clipPath><g clip-path="url(#c)"><path d="M0 0H9"/></g>'
        self.part("body", inside)
        self.part("collar", inside)
        body = self.load().expressions["happy"]["body"]
        for name in ("body-c", "collar-c"):
            self.assertEqual(body.count(f'id="{name}"'), 1)
            self.assertEqual(body.count(f"url(#{name})"), 1)

    def test_a_left_hand_that_holds_something_hangs(self):
        free = self.load().expressions["surprised"]
        self.part("held", '<path d="M5 5H9"/>')
        held = self.load().expressions["surprised"]
        self.assertIn("M5 5H9", held["armL"])
        self.assertNotEqual(free["armf"], held["armf"])

    def test_a_hand_that_holds_something_up_is_in_front(self):
        self.part("held", '<path d="M5 5H9"/>')
        self.write(dict(FACTS, holds="upright"))
        actor = self.load()
        for layers in actor.expressions.values():
            self.assertIn("M5 5H9", layers["held"])
            self.assertNotIn("M5 5H9", layers["armL"])
        self.assertGreater(actor.layers.index("held"), actor.layers.index("front"))

    def test_eyes_may_rest(self):
        self.write(dict(FACTS, gaze=[5, -2]))
        actor = self.load()
        self.assertEqual(actor.variants["look_left/eyes"], actor.variants["look_right/eyes"])

    def test_marks_lie_on_the_skin(self):
        self.part("skin", '<path d="M6 6H9"/>')
        self.assertIn("M6 6H9", self.load().expressions["happy"]["head"])

    def test_brows_have_a_size(self):
        usual = self.load().expressions["happy"]["brows"]
        self.write(dict(FACTS, brow_size=1.5))
        self.assertNotEqual(self.load().expressions["happy"]["brows"], usual)

    def test_short_sleeves_end_above_the_elbow(self):
        long = self.load().expressions["happy"]
        self.write(dict(FACTS, sleeves="short"))
        short = self.load().expressions["happy"]
        coat, skin = palette.HUES[FACTS["coat"]][0], palette.SKIN[FACTS["skin"]][1]
        self.assertIn(coat, long["armf"])
        self.assertNotIn(coat, short["armf"])
        self.assertIn(coat, short["arm"])
        self.assertNotIn(skin, long["arm"])
        self.assertIn(skin, short["arm"])

    def test_who_dances_has_a_hand_on_the_hip(self):
        self.write(dict(FACTS, gestures={"happy": "dance", "sad": "hips"}))
        expressions = self.load().expressions
        self.assertEqual(expressions["happy"]["armL"], expressions["sad"]["armL"])
        self.assertIn("armf", expressions["happy"])
        self.assertNotIn("armf", expressions["sad"])

    def test_gestures_of_ones_own(self):
        usual = self.load().expressions["sad"]["arm"]
        self.write(dict(FACTS, gestures={"sad": "hips"}))
        self.assertNotEqual(self.load().expressions["sad"]["arm"], usual)


class BadFolders(Folder):
    def check(self, fault, *words):
        for word in words:
            self.assertIn(word, fault)

    def test_facts(self):
        wrong = {"colour": "red", "pill": "mud", "skin": "green", "coat": ["#111111"], "whole": "big", "shoulders": [],
                 "iris": "brown", "head_size": 1, "age": "old", "gestures": {"happy": "fly"}, "lash": 1, "kind": "puppet",
                 "holds": "teeth", "gaze": [1], "brow_size": "thick", "sleeves": "torn"}
        for key, value in wrong.items():
            with self.subTest(key=key):
                self.write({**FACTS, key: value})
                self.check(self.fault(), "somebody/actor.json", key)

    def test_a_fact_is_missing(self):
        for key in FACTS:
            with self.subTest(key=key):
                self.write({k: v for k, v in FACTS.items() if k != key})
                self.check(self.fault(), "somebody/actor.json", key)

    def test_not_json(self):
        (self.folder / "actor.json").write_text("{")
        self.check(self.fault(), "somebody/actor.json", "JSON")

    def test_parts(self):
        (self.folder / "body.svg").unlink()
        self.check(self.fault(), "somebody/body.svg", "missing")

    def test_an_unknown_part(self):
        self.part("hat", "")
        self.check(self.fault(), "somebody/hat.svg", "drape.svg")

    def test_broken_drawings(self):
        for text, word in (("<svg", "well-formed"), (SVG.replace("1000", "900"), "viewBox"), ("<html/>", "not an SVG")):
            with self.subTest(word=word):
                (self.folder / "front.svg").write_text(text)
                self.check(self.fault(), "somebody/front.svg", word)


class TheCast(unittest.TestCase):
    def test_everybody_has_all_expressions(self):
        people = [actor for actor in cast.everybody() if actor.name != "sango"]
        self.assertGreater(len(people), 6)
        for actor in people:
            self.assertEqual(tuple(actor.expressions), rig.EXPRESSIONS, actor.name)


if __name__ == "__main__":
    unittest.main()

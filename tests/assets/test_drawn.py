"""Folders of drawings: what a file says, what stands in, what is told about mistakes. Argument: the sources."""

import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(sys.argv.pop(1))
sys.path.insert(0, str(ROOT / "assets"))
sys.dont_write_bytecode = True

from art import cast, drawn                                   # noqa: E402
from art.errors import ArtError                               # noqa: E402
from pipeline.lint import problems                            # noqa: E402
from pipeline.raster import draw                              # noqa: E402

FACTS = '{"kind": "drawn", "layers": ["body", "eyes", "mouth", "band"], "upper": ["body", "eyes"]}'


def svg(inside, box="0 0 800 1000", more=""):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {more}>\n  {inside}\n</svg>\n'


def layer(name, colour):
    return f'<g class="L" id="L_{name}"><rect x="100" y="100" width="50" height="50" fill="{colour}"/></g>'


class Folders(unittest.TestCase):
    def setUp(self):
        self.top = tempfile.TemporaryDirectory()
        self.folder = Path(self.top.name) / "sango"
        self.folder.mkdir()
        self.put("actor.json", FACTS)
        self.put("happy.svg", svg(layer("body", "#111")))

    def tearDown(self):
        self.top.cleanup()

    def put(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def load(self):
        return cast.actor_of(self.folder)

    def fails(self, file, words):
        with self.assertRaises(ArtError) as caught:
            self.load()
        told = str(caught.exception)
        self.assertTrue(told.startswith(str(self.folder / file)), told)
        self.assertIn(words, told)

    def test_mistakes(self):
        self.put("sad.svg", "<svg")
        self.fails("sad.svg", "not a well-formed SVG file")
        self.put("sad.svg", "<html/>")
        self.fails("sad.svg", "not an SVG file")
        self.put("sad.svg", svg(layer("hat", "#222")))
        self.fails("sad.svg", "layer 'L_hat' is not in actor.json, which knows: body, eyes, mouth, band")
        self.put("sad.svg", svg(layer("body", "#222"), box="0 0 400 500"))
        self.fails("sad.svg", 'viewBox must be "0 0 800 1000", but is "0 0 400 500"')
        self.put("sad.svg", svg('<rect width="9" height="9"/>'))
        self.fails("sad.svg", "no layer")
        (self.folder / "sad.svg").unlink()
        self.put("blink.svg", svg(layer("mouth", "#222")))
        self.fails("blink.svg", "knows: eyes")

    def test_mistakes_of_the_folder(self):
        (self.folder / "happy.svg").rename(self.folder / "sad.svg")
        self.fails("happy.svg", "missing")
        self.put("actor.json", "{")
        self.fails("actor.json", "is not JSON")
        self.put("actor.json", '{"kind": "painted"}')
        self.fails("actor.json", '"kind" must be one of')
        self.put("actor.json", '{"kind": "drawn"}')
        self.fails("actor.json", '"layers" must name')
        (self.folder / "actor.json").unlink()
        self.fails("actor.json", "is missing")

    def test_base_and_own_layers(self):
        self.put("base.svg", svg(layer("eyes", "#222") + layer("band", "#333")))
        self.put("sad.svg", svg(layer("eyes", "#444") + '<g class="L" id="L_band"/>'))
        actor = self.load()
        self.assertEqual(list(actor.expressions["happy"]), ["body", "eyes", "band"])
        self.assertIn("#222", actor.expressions["happy"]["eyes"])
        self.assertIn("#444", actor.expressions["sad"]["eyes"])
        self.assertNotIn("band", actor.expressions["sad"])
        self.assertNotIn("body", actor.expressions["sad"])      # only happy.svg has one

    def test_what_stands_in(self):
        self.put("sad.svg", svg(layer("body", "#222")))
        self.put("talking.svg", svg(layer("body", "#333")))
        seen = {name: parts["body"] for name, parts in self.load().expressions.items()}
        wanted = {"worried": "#222", "angry": "#111", "timer": "#333", "cover": "#111", "standby": "#111", "sad": "#222"}
        for name, colour in wanted.items():
            self.assertIn(colour, seen[name], name)
        self.folder = self.folder.rename(self.folder.parent / "kofi")
        self.assertEqual(list(self.load().expressions), ["happy", "sad", "talking"])     # nobody else needs tools

    def test_moments(self):
        look = '<g id="L_eyes"><g class="look" transform="scale(2)"><circle r="5"/></g></g>'
        self.put("base.svg", svg(look + layer("mouth", "#222")))
        self.put("blink.svg", svg(layer("eyes", "#333")))
        self.put("talk-sad.svg", svg(layer("mouth", "#444")))
        self.put("sad.svg", svg(layer("body", "#555"), more='data-lean="rotate(9)" data-blink="no"'))
        moments = self.load().variants
        self.assertIn("#333", moments["blink-happy/eyes"])
        self.assertNotIn("rotate", moments["blink-happy/eyes"])
        self.assertNotIn("#333", moments["blink-sad/eyes"])
        self.assertIn('transform="rotate(9)"', moments["blink-sad/eyes"])
        self.assertIn("#222", moments["talk-happy/mouth"])
        self.assertIn("#444", moments["talk-sad/mouth"])
        self.assertIn('transform="translate(-10 0) scale(2)"', moments["look_left-happy/eyes"])
        self.assertIn('transform="translate(10 0) scale(2)"', moments["look_right-happy/eyes"])

    def test_what_editors_add(self):
        self.put("happy.svg", '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" '
                 'viewBox="0 0 800 1000" i:version="1.2"><i:view/><!-- a note --><metadata/><defs><linearGradient id="a"/>'
                 '<linearGradient id="b" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/><filter id="c"/></defs>'
                 '<g id="L_body" i:label="body" style="display:inline"><rect fill="url(#b)" i:x="1"/></g></svg>')
        body = self.load().expressions["happy"]["body"]
        self.assertNotIn("inkscape", body)
        self.assertIn('href="#body-a"', body)
        self.assertIn('fill="url(#body-b)"', body)
        self.assertNotIn("filter", body)
        self.assertEqual(problems(svg(body)), [])

    def test_line_of_actors_txt(self):
        self.put("actor.json", '{"kind": "drawn", "layers": ["body"], "scale": 0.5, "slides": {"cover": {"body": [4, 82]}}}')
        line = self.load().line()
        self.assertIn(" slides=cover/body:2.00,41.00 moments=own", line)
        self.assertIn("actor name=sango w=400.00 h=500.00 baseline=500.00 ", line)


class Mascot(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = ROOT / "assets/art/actors/sango"
        cls.actor = cast.actor_of(cls.folder)

    def test_every_pose_is_drawn(self):
        for name in drawn.STAND_INS:
            self.assertTrue((self.folder / f"{name}.svg").exists(), name)
        for name in drawn.NOT_EXPRESSIONS:
            self.assertNotIn(name, self.actor.expressions)

    def test_pictures(self):
        seen = set()
        for name in self.actor.expressions:
            whole = drawn.whole(self.actor, name)
            self.assertEqual(problems(whole), [], name)
            picture = draw(whole, .25)
            box = picture.getchannel("A").point(lambda alpha: 255 if alpha > 20 else 0).getbbox()
            self.assertTrue(box[0] > 0 and box[1] > 0 and box[2] < 200 and box[3] < 250, f"{name} is cut off: {box}")
            seen.add(picture.tobytes())
        self.assertEqual(len(seen), len(self.actor.expressions))        # each is another picture

    def test_eyes_and_mouths_move(self):
        for name in self.actor.expressions:
            still = draw(drawn.whole(self.actor, name), .2).tobytes()
            self.assertNotEqual(draw(drawn.whole(self.actor, name, "talk"), .2).tobytes(), still, name)
        for moment in ("blink", "look_left", "look_right"):
            self.assertNotEqual(draw(drawn.whole(self.actor, "happy", moment), .2).tobytes(),
                                draw(drawn.whole(self.actor, "happy"), .2).tobytes(), moment)

    def test_sign_is_readable(self):
        """On a picture 64 high the @ is dark on light."""
        picture = draw(drawn.whole(self.actor, "cover"), .064).convert("L")
        x, y = 400 * .064, (232 + 82) * .064
        near = [picture.getpixel((int(x + dx), int(y + dy))) for dx in range(-3, 4) for dy in range(-3, 4)]
        self.assertGreater(max(near) - min(near), 100)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

"""What an artist can get wrong in the files of art/: the sentence names file, line, fault and remedy."""

import json
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "assets"))
sys.dont_write_bytecode = True

from art import places, sources, svg_file                     # noqa: E402
from art.errors import ArtError, json_of                      # noqa: E402
from art.ui import phone_pictures                             # noqa: E402

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">\n{}\n</svg>'
INKSCAPE = 'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'


class Art(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.art = Path(made.name)

    def put(self, where, text=SVG.format("")):
        file = self.art / where
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def faults(self):
        return [str(fault) for fault in sources.problems(self.art)]

    def check(self, *words):
        faults = self.faults()
        self.assertEqual(len(faults), 1, faults)
        for word in words:
            self.assertIn(word, faults[0])


class Names(Art):
    def test_good_ones(self):
        self.put("icons/sea-shell_2.svg")
        self.put("icons/__init__.py")
        self.put("icons/.hidden.png")
        self.put("actors/tama/README.md")
        self.assertEqual(self.faults(), [])

    def test_capitals_and_blanks(self):
        for wrong, right in (("Shell.svg", "shell.svg"), ("sea shell.svg", "sea_shell.svg"), ("é.svg", "_.svg")):
            with self.subTest(wrong):
                file = self.put(f"icons/{wrong}")
                self.check(wrong, f'call it "{right}"')
                file.unlink()

    def test_folders_of_actors(self):
        self.put("actors/Tama San/notes.md")
        self.check("Tama San", 'call it "tamasan"')

    def test_what_nothing_reads(self):
        for wrong in ("shell.png", "shell.SVG", "shell.svg~"):
            with self.subTest(wrong):
                file = self.put(f"icons/{wrong}")
                self.check(wrong, "no SVG file")
                file.unlink()


class Drawings(Art):
    def test_each_mistake_is_told_with_its_line(self):
        for inside, words in (
                ("<text>hi</text>", (":2: ", "<text>", "translated")),
                ('<foreignObject width="1"/>', (":2: ", "<foreignObject>")),
                ('<image href="data:image/png;base64,AAAA"/>', (":2: ", "Trace Bitmap")),
                ('<use href="other.svg#a"/>', (":2: ", "other.svg", "another file")),
                ('<g id="a"/>\n<g id="a"/>', (":3: ", "'a'", "first in line 2")),
                ('<path style="fill:url(#sky)"/>', (":2: ", "'#sky'")),
                ('<use href="#sky"/>', (":2: ", "'#sky'")),
                ("<g>", (":3:", "well-formed", "closed"))):
            with self.subTest(inside):
                self.put("icons/a.svg", SVG.format(inside))
                self.check("icons/a.svg", *words)

    def test_what_programs_add_is_no_fault(self):
        self.put("icons/a.svg", SVG.format(
            f'<g {INKSCAPE} inkscape:label="x"/><metadata><text xmlns="urn:other">made by hand</text></metadata>'
            '<linearGradient id="a"/><rect fill="url(#a)"/><style>.a{}</style>'))
        self.assertEqual(self.faults(), [])

    def test_style_sheets_of_actors(self):
        self.put("actors/tama/body.svg", SVG.format("<style>.a{fill:red}</style>"))
        self.check("body.svg:2: ", "presentation attributes")

    def test_the_page(self):
        for svg, word in ((SVG.replace("0 0 96 96", "0 0 210 297"), '"0 0 96 96", but is "0 0 210 297"'),
                          (SVG.replace(' viewBox="0 0 96 96"', ""), 'but is ""'),
                          (SVG.replace('width="96"', 'width="25mm"'), '"25mm"')):
            with self.subTest(word):
                self.put("icons/a.svg", svg.format(""))
                self.check("icons/a.svg", word, "Document Properties")

    def test_too_large(self):
        self.put("icons/a.svg", SVG.format(f'<path d="{"M1 1" * 150_000}"/>'))
        self.check("600,", "Path > Simplify")

    def test_ours(self):
        self.assertEqual([str(fault) for fault in sources.problems()], [])


class Layers(Art):
    def test_a_name_in_inkscapes_list_of_layers(self):
        for attributes, name in (('id="L_mid"', "L_mid"), (f'id="layer2" {INKSCAPE} inkscape:label="L_mid"', "L_mid"),
                                 ('id="layer2"', ""), (f'{INKSCAPE} inkscape:label="sky"', "")):
            with self.subTest(attributes):
                root = svg_file.root_of(self.put("a.svg", SVG.format(f"<g {attributes}/>")))
                self.assertEqual(svg_file.layer_name(root[0]), name)

    def test_a_place_without_lights_is_told_once(self):
        root = svg_file.root_of(self.put("a.svg", SVG.format('<g id="L_mid"><g data-evening-fill="#FFFFFF"/></g>')))
        faults = list(places.faults("beach", root))
        self.assertEqual(len(faults), 1, faults)
        self.assertIn("assets/art/places/beach.svg", faults[0])
        self.assertIn("day evening", faults[0])


class Pictures(Art):
    PAGE = SVG.replace("96 96", "480 320")

    def test_a_file_is_a_picture(self):
        self.put("shell.svg", self.PAGE.format('<path d="M5 5H9"/>'))
        svg, sheet = phone_pictures.pictures(self.art)["phone/picture/shell"]
        self.assertIn("M5 5H9", svg)
        self.assertEqual(sheet, "phone-shell")

    def test_a_name_that_is_taken(self):
        self.put("cake.svg", self.PAGE.format(""))
        with self.assertRaisesRegex(ArtError, "cake.svg.*another name"):
            phone_pictures.pictures(self.art)


class Facts(Art):
    def test_commas(self):
        for text, place in (('{\n"a": 1\n"b": 2}', "a.json:3:1:"), ('{\n"a": 1,\n}', "a.json:")):
            with self.subTest(text), self.assertRaisesRegex(ArtError, place + ".*comma"):
                json_of(self.put("a.json", text))

    def test_what_is_there(self):
        self.assertEqual(json_of(self.put("a.json", json.dumps({"a": 1}))), {"a": 1})
        with self.assertRaisesRegex(ArtError, "b.json: error: is missing"):
            json_of(self.art / "b.json")


if __name__ == "__main__":
    unittest.main()

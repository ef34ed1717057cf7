#!/usr/bin/env python3
"""test_site.py TEXTS ART: the pages around the game, in English and in the languages of the folder TEXTS; pictures are drawn into ART."""
import contextlib
import hashlib
import io
import json
import re
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "game/web"), str(ROOT / "game/i18n")]

import build_site                                              # noqa: E402
import site_pages                                              # noqa: E402
from page_texts import PageTexts, Text                         # noqa: E402
from site_links import problems                                # noqa: E402

TEXTS, ART = Path("."), Path(".")
PLAY = {"play.html"}
SERVER = ROOT / "game/web/serve.py"
PARAMETERS = ROOT / "game/web/play/params.js"


def run(*words):
    """Runs build_site.py; returns its status and what it said."""
    said = io.StringIO()
    old, sys.argv = sys.argv, ["build_site.py", *map(str, words)]
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = build_site.main()
    finally:
        sys.argv = old
    return status, said.getvalue()


def sums(folder):
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.rglob("*") if file.is_file()}


class Folder(unittest.TestCase):
    """A site that is built once, with everything."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        top = Path(cls.temporary.name)
        cls.out, cls.given = top / "out", []
        for name, data in (("downloads/sango.html", b"page"), ("downloads/sango.zip", b"w" * 2_500_000), ("kit/html/index.html", b"<p>kit</p>"),
                           ("kit/sango-younger-a4.pdf", b"%PDF")):
            (top / name).parent.mkdir(parents=True, exist_ok=True)
            (top / name).write_bytes(data)
        cls.given = ["--art", ART, "--texts", TEXTS, "--downloads", top / "downloads", "--kit", top / "kit",
                     "--address", "https://sango.example", "--sources", "https://code.example/sango", "--whole"]
        cls.status, cls.said = run(cls.out, *cls.given)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def page(self, name):
        return (self.out / name).read_text(encoding="utf-8")

    def test_is_built(self):
        self.assertEqual((self.status, self.said), (0, self.said))
        for name in ("index.html", "embed.html", "ar/index.html", "ar/embed.html", "de/index.html"):
            self.assertTrue((self.out / name).is_file(), name)

    def test_direction_and_language(self):
        self.assertTrue(self.page("index.html").startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">'))
        self.assertIn('<html lang="ar" dir="rtl">', self.page("ar/index.html"))
        self.assertIn('<html lang="de" dir="ltr">', self.page("de/index.html"))

    def test_every_text_is_translated(self):
        english = PageTexts((ROOT / "game/web/site/index.html").read_text(encoding="utf-8"))
        self.assertGreater(len(english.texts), 80)
        arabic = re.sub(r"\s+", " ", self.page("ar/index.html"))
        self.assertIn("Play now كلمات", arabic)
        self.assertIn('alt="Sango jumps for joy between Luz, Amina, Kofi, Mina and Noah, who wave. كلمات', arabic)
        self.assertIn("<title>Sango's Story – a game about being safe and having fun online كلمات", arabic)
        for name in ("index.html", "ar/index.html"):
            self.assertNotIn("data-", self.page(name), "marks of the template are gone")
            self.assertNotRegex(self.page(name), r"\{[a-z]+\}")

    def test_words_of_the_game_are_its_own(self):
        """A tool has the same words here and in the game, so the game's translation is found."""
        self.assertIn('"timer", "Timer", "Time for a break for eyes and legs."', (ROOT / "game/level/words.c").read_text(encoding="utf-8"))
        self.assertIn("Time for a break for eyes and legs. كلمات", self.page("ar/index.html"))

    def test_links_of_a_language(self):
        arabic = self.page("ar/index.html")
        self.assertIn('href="../site.css"', arabic)
        self.assertIn('srcset="../pictures/dawn-800.webp 800w, ../pictures/dawn-1600.webp 1600w', arabic)
        self.assertIn('href="../play.html?lang=ar"', arabic)
        self.assertIn('href="../play.html?try=1&amp;embed=1&amp;lang=ar"', arabic)
        self.assertIn('href="embed.html"', arabic)
        self.assertIn('<a href="../index.html" hreflang="en" lang="en">English</a>', arabic)
        self.assertIn('<a href="../ar/index.html" hreflang="ar" lang="ar" aria-current="true">العربية</a>', arabic)

    def test_head(self):
        page = self.page("de/embed.html")
        self.assertIn('<link rel="canonical" href="https://sango.example/de/embed.html">', page)
        self.assertIn('<link rel="alternate" hreflang="ar" href="https://sango.example/ar/embed.html">', page)
        self.assertIn('<link rel="alternate" hreflang="x-default" href="https://sango.example/embed.html">', page)
        self.assertIn('<meta property="og:image" content="https://sango.example/icons/preview.jpg">', page)
        self.assertIn("<loc>https://sango.example/ar/</loc>", self.page("sitemap.xml"))
        self.assertIn("Sitemap: https://sango.example/sitemap.xml", self.page("robots.txt"))

    def test_languages_of_the_guide(self):
        self.assertIn("<td><code>en</code> <code>ar</code> <code>de</code> </td>", self.page("embed.html"))

    @unittest.skipUnless(PARAMETERS.is_file(), "the page of the game is not there")
    def test_guide_knows_every_parameter(self):
        told = set(re.findall(r'<th scope="row"><code>(\w+)</code>', self.page("embed.html")))
        read = set(re.findall(r"query(?:\.get\(|, )'(\w+)'", PARAMETERS.read_text(encoding="utf-8")))
        self.assertGreater(len(read), 5)
        self.assertEqual(told - {"lang"}, read - {"lang"})

    @unittest.skipUnless(SERVER.is_file(), "the server is not there")
    def test_server_lets_the_try_in(self):
        """The landing page shows play.html in a frame: a policy of the server that forbids it would win over the page's own."""
        self.assertIn("frame-src 'self'", SERVER.read_text(encoding="utf-8"))

    def test_downloads(self):
        page = self.page("index.html")
        self.assertIn('<a href="downloads/sango.zip" download="">sango.zip</a> <span class="size">2.5\u00a0MB</span>', page)
        self.assertIn(hashlib.sha256(b"page").hexdigest(), page)
        self.assertNotIn("Debian and its relatives", page)
        self.assertIn('href="../downloads/sango.html"', self.page("ar/index.html"))
        self.assertIn('href="kit/sango-younger-a4.pdf"', page)
        self.assertIn('href="https://code.example/sango"', page)

    def test_links_resolve(self):
        self.assertEqual(problems(self.out, PLAY, "https://code.example/sango"), [])

    def test_budget(self):
        """What a first view loads at 1280 pixels is below 300 KB even before compression, without what lies further down."""
        names = ["index.html", "site.css", "icons/favicon.svg", "pictures/dawn-1600.webp", "pictures/group-800.webp",
                 "fonts/title-latin.woff2", "fonts/text-latin.woff2", "fonts/text-bold-latin.woff2"]
        self.assertLess(sum((self.out / name).stat().st_size for name in names), 300_000)
        eager = re.findall(r"<img (?![^>]*loading)[^>]*", self.page("index.html"))
        self.assertEqual(len(eager), 3, eager)

    def test_pictures_say_their_size(self):
        from PIL import Image
        for source, width, height in re.findall(r'<img [^>]*?src="([^"]+\.webp)"[^>]*? width="(\d+)" height="(\d+)"', self.page("index.html")):
            with Image.open(self.out / source) as picture:
                self.assertAlmostEqual(picture.width / picture.height, int(width) / int(height), delta=.01, msg=source)

    def test_icons(self):
        from PIL import Image
        for name, size in (("favicon-32.png", (32, 32)), ("apple-touch-icon.png", (180, 180)), ("icon-192.png", (192, 192)), ("icon-512.png", (512, 512)),
                           ("icon-maskable-512.png", (512, 512)), ("preview.jpg", (1200, 630)), ("favicon.ico", (48, 48))):
            with Image.open(self.out / "icons" / name) as picture:
                self.assertEqual(picture.size, size, name)

    def test_twice_the_same(self):
        with tempfile.TemporaryDirectory() as other:
            self.assertEqual(run(Path(other) / "out", *self.given)[0], 0)
            self.assertEqual(sums(Path(other) / "out"), sums(self.out))


class Mistakes(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.out = Path(temporary.name) / "site"
        self.status, self.said = run(self.out, "--art", ART)

    def change(self, name, old, new):
        text = (self.out / name).read_text(encoding="utf-8")
        self.assertIn(old, text)
        (self.out / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return problems(self.out, PLAY)

    def test_english_alone(self):
        self.assertEqual(self.status, 0, self.said)
        page = (self.out / "index.html").read_text(encoding="utf-8")
        for absent in ("og:image", "canonical", "hreflang", 'id="downloads"', "kit/", "code.example"):
            self.assertNotIn(absent, page)
        self.assertFalse((self.out / "sitemap.xml").exists())

    def test_what_is_found(self):
        cases = (("index.html", 'href="credits.txt"', 'href="gone.txt"', "index.html: 'gone.txt' leads nowhere"),
                 ("index.html", 'href="#try"', 'href="#no"', "index.html: '#no': there is no id 'no'"),
                 ("index.html", 'href="credits.txt"', 'href="../credits.txt"', "index.html: '../credits.txt' leads out of the site"),
                 ("index.html", 'href="credits.txt"', 'href="/credits.txt"', "index.html: '/credits.txt' begins at the top of the server; the site may lie in a folder"),
                 ("index.html", 'src="pictures/group-800.webp"', 'src="https://other.example/a.webp"', "index.html: 'https://other.example/a.webp' is loaded from elsewhere"),
                 ("index.html", 'href="credits.txt"', 'href="https://other.example/"', "index.html: 'https://other.example/' is not an address that pages may lead to"),
                 ("embed.html", "</main>", "<script></script></main>", "embed.html: <script> is not allowed"),
                 ("embed.html", '<main id="main">', '<main id="main" style="color:red">', "embed.html: <main style=…>: nothing runs or is styled from inside a page"),
                 ("embed.html", 'id="server"', 'id="frame"', "embed.html: the id 'frame' is there 2 times"),
                 ("site.css", "fonts/title-latin.woff2", "fonts/none.woff2", "site.css: 'fonts/none.woff2' leads nowhere"))
        for name, old, new, sentence in cases:
            with self.subTest(sentence):
                before = (self.out / name).read_text(encoding="utf-8")
                self.assertIn(sentence, self.change(name, old, new))
                (self.out / name).write_text(before, encoding="utf-8")

    def test_check_wants_the_game(self):
        status, said = run(self.out, "--check")
        self.assertEqual(status, 1)
        self.assertIn("error: index.html: 'play.html?lang=en' leads nowhere", said)
        (self.out / "play.html").write_text("<!DOCTYPE html>", encoding="utf-8")
        self.assertEqual(run(self.out, "--check"), (0, ""))

    def test_catalogue_without_a_text(self):
        """A text that a catalogue lacks stays English and is told; with --whole that is a mistake."""
        folder = self.out.parent / "mo"
        folder.mkdir()
        (folder / "fr.mo").write_bytes(EMPTY_MO)
        status, said = run(self.out, "--art", ART, "--texts", folder)
        self.assertEqual(status, 0)
        self.assertIn("fr: no text for 'site.play' (index.html)", said)
        self.assertIn("Play now", (self.out / "fr/index.html").read_text(encoding="utf-8"))
        self.assertEqual(run(self.out, "--art", ART, "--texts", folder, "--whole")[0], 1)

    def test_damaged_catalogue(self):
        folder = self.out.parent / "mo"
        folder.mkdir()
        (folder / "fr.mo").write_bytes(EMPTY_MO[:20])
        status, said = run(self.out, "--art", ART, "--texts", folder)
        self.assertEqual(status, 1)
        self.assertIn("fr.mo: this is no whole catalogue", said)

    def test_template_that_is_no_xml(self):
        folder = self.out.parent / "templates"
        folder.mkdir()
        (folder / "a.html").write_text("<html><br></html>", encoding="utf-8")
        with self.assertRaisesRegex(site_pages.PageError, "a.html: mismatched tag: line 1, column 12"):
            site_pages.Pages(folder, ("a.html",), self.out, [site_pages.Language("en")], "", {})

    def test_old_downloads_go(self):
        (self.out / "downloads").mkdir()
        (self.out / "downloads/old.zip").write_bytes(b"old")
        run(self.out, "--art", ART)
        self.assertNotIn("old.zip", (self.out / "index.html").read_text(encoding="utf-8"))
        self.assertFalse((self.out / "downloads").exists())


class TextsOfPlay(unittest.TestCase):
    def test_one_file_a_language(self):
        """texts/<language>.json has each id of the game's page, and only those."""
        with tempfile.TemporaryDirectory() as folder:
            out, language = Path(folder), site_pages.Language("ar", TEXTS / "ar.mo")
            missing = build_site.write_texts(out, [site_pages.Language("en"), language], {"site.play": "Play now", "site.none": "Nowhere"})
            self.assertEqual(missing, ["ar: no text for 'site.none'"])
            shown = json.loads((out / "texts/ar.json").read_text(encoding="utf-8"))
            self.assertEqual(sorted(shown), ["site.none", "site.play"])
            self.assertTrue(shown["site.play"].startswith("Play now كلمات"))
            self.assertEqual(shown["site.none"], "Nowhere")
            self.assertFalse((out / "texts/en.json").exists())


class Extraction(unittest.TestCase):
    def read(self, page):
        found = PageTexts(page)
        return found.texts, found.mistakes

    def test_content_and_attributes(self):
        page = '<p data-text="a.b">One\n  &amp; two</p>\n<img alt="A cat" data-text-alt="a.cat"/><br><title data-text="a.t">T</title>'
        self.assertEqual(self.read(page), ([Text(1, "a.b", "One & two"), Text(3, "a.cat", "A cat"), Text(3, "a.t", "T")], []))

    def test_mistakes(self):
        cases = (('<p data-text="a.b">One <b>two</b></p>', "1: <b> inside of 'a.b': a text is words alone, give each part an id"),
                 ('\n<p data-text="a.b"> </p>', "2: 'a.b' has no English text"), ('<p data-text="Play">Play</p>', "1: 'Play' is no id; an id is screen.what in small letters"),
                 ('<p data-text-title="a.b">x</p>', "1: 'a.b' has no English text"), ('<p data-text="a.b">x', "1: <p> with 'a.b' is never closed"),
                 ('<img data-text="a.b">', "1: <img> has no content that data-text could name"))
        for page, sentence in cases:
            with self.subTest(page):
                self.assertEqual(self.read(page)[1], [sentence])


#: a catalogue with no text but its header
EMPTY_MO = (b"\xde\x12\x04\x95" + b"".join(n.to_bytes(4, "little") for n in (0, 1, 28, 36, 0, 0, 0, 44, 40, 45))
            + b"\0Content-Type: text/plain; charset=UTF-8\n\0")

if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    TEXTS, ART = Path(sys.argv[1]), Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])

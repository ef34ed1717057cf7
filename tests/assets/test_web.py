"""The data of the web site. Arguments: the sources, the built art, the folder of sango-lint, a folder to write into."""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import unittest
import wave
from pathlib import Path

ROOT, ART, TOOLS, WORK = (Path(word) for word in (sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1)))
sys.path.insert(0, str(ROOT / "assets"))
sys.dont_write_bytecode = True

from fontTools.ttLib import TTFont                              # noqa: E402
from PIL import Image, ImageChops                               # noqa: E402
from pipeline import web_fonts, web_index, web_sounds           # noqa: E402

OUT, SET = WORK / "site", "720"
ALPHABETS = {
    "en": "abcdefghijklmnopqrstuvwxyz", "fr": "àâæçéèêëîïôœùûüÿ«»’", "es": "áéíñóúü¿¡", "pt": "ãáàâçéêíõóôú", "de": "äöüßẞ„“", "it": "àèéìòù",
    "pl": "ąćęłńóśźż", "tr": "çğıİöşü", "vi": "ăâđêôơưảãạằẳẵặầẩẫậẻẽẹềểễệỉĩịỏõọồổỗộờởỡợủũụừửữựỳỷỹỵ", "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "ґєії", "ro": "ășțâî", "cs": "áčďéěíňóřšťúůýž", "hu": "őű", "hr": "čćđšž", "sr": "ђјљњћџ", "kk": "әғқңөұүһі", "az": "əğıöşü", "mn": "өү", "nl": "ĳéë",
    "sv": "åäö", "is": "ðþæ", "mt": "ċġħż", "cy": "ŵŷ", "ha": "ɓɗƙƴ", "yo": "ẹọṣ", "ee": "ɖƒɣŋɔʋɛ", "ln": "ɛɔ", "sw": "", "haw": "āēīōūʻ", "gn": "ãẽĩõũỹ",
}
SIGNS = "0123456789.,:;!?…–—-‘’“”\"'()/%+×−→←↑↓€•·&@#"


def upper(text):
    return text + "".join(letter.upper() for letter in text if len(letter.upper()) == 1)


def web(*words):
    return subprocess.run([sys.executable, str(ROOT / "assets/web.py"), *(str(word) for word in words)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False, text=True)


def setUpModule():
    made = web("--art", ART, "--tools", TOOLS, "--out", OUT, "--set", SET)
    if made.returncode != 0:
        raise RuntimeError(made.stderr)


def index():
    return json.loads((OUT / "files.json").read_text(encoding="utf-8"))


def stored(path):
    return OUT / "files" / web_index.target_of(path, index()["files"][path].get("as"))


class Index(unittest.TestCase):
    def test_files_are_what_it_says(self):
        for path, entry in index()["files"].items():
            data = (OUT / "files" / web_index.target_of(path, entry.get("as"))).read_bytes()
            self.assertEqual((len(data), hashlib.sha256(data).hexdigest()[:8]), (entry["bytes"], entry["hash"]), path)

    def test_groups_name_files_and_each_file_has_a_group(self):
        found = index()
        self.assertEqual({path for paths in found["groups"].values() for path in paths}, set(found["files"]))
        there = {str(file.relative_to(OUT / "files")) for file in (OUT / "files").rglob("*") if file.is_file()}
        self.assertEqual(there, {web_index.target_of(path, entry.get("as")) for path, entry in found["files"].items()})

    def test_version_is_the_projects(self):
        version = re.search(r"VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text().split("project(", 1)[1]).group(1)
        self.assertRegex(index()["version"], rf"^{re.escape(version)}\+[0-9a-f]{{8}}$")

    def test_budgets(self):
        made = web("--check", "--out", OUT)
        self.assertEqual(made.returncode, 0, made.stderr)

    def test_a_heavy_group_is_told(self):
        rows = {"level/x": (1, 0, web_index.LEVEL_BROTLI + 1), "the first level": (1, 0, web_index.FIRST_BROTLI), "more": (1, 0, 9_000_000)}
        self.assertEqual(len(web_index.faults_of(rows)), 1)


class Levels(unittest.TestCase):
    """Against the compiler's list and art.txt, read here once more."""

    def setUp(self):
        self.sheets = dict(line.split(" ")[:2] for line in (ART / SET / "art.txt").read_text().splitlines())

    def sheets_with(self, *prefixes):
        return {file for name, file in self.sheets.items() if name.startswith(prefixes)}

    def needed(self, pack, level):
        paths = {f"levels/{pack}/{file}" for file in level["files"]} | {f"levels/{pack}/pack.json"}
        paths |= {f"assets/sound/{name}.ogg" for name in level["sounds"] + level["music"]}
        prefixes = [face + "/" for face in level["faces"]] + [f"place/{place}/" for place in level["places"]]
        for word in level["shown"] + level["seen"] + level["pictures"]:
            first, _, second = word.partition("-")
            exact = [name for name in (f"show/{word}", f"phone/picture/{word}") if name in self.sheets]
            if word in level["pictures"] and f"phone/picture/{word}" in exact:
                exact = [f"phone/picture/{word}"]
            paths |= {f"assets/built/{SET}/{self.sheets[name]}" for name in exact[:1]}
            prefixes += [] if exact else [f"{first}/{second or 'happy'}/", f"place/{first}/{second or 'day'}/0back"]
        for prefix in prefixes:
            found = self.sheets_with(prefix)
            paths |= {f"assets/built/{SET}/{file}" for file in found}
        return paths

    def check_pack(self, pack, prefix, *more):
        groups = index()["groups"]
        made = subprocess.run([str(TOOLS / "sango-lint"), "needs", str(ROOT / "levels" / pack)], stdout=subprocess.PIPE, check=True)
        levels = json.loads(made.stdout)["levels"]
        self.assertEqual({f"level/{prefix}{level['id']}" for level in levels},
                         {group for group in groups if group.startswith("level/") and (group.count("/") == 2) == bool(prefix)})
        for level in levels:
            there = set(groups["boot"]) | set(groups["rest"]) | set(groups[f"level/{prefix}{level['id']}"])
            there = there.union(*(groups[group] for group in more))
            needed = self.needed(pack, level)
            self.assertGreater(len(needed), 10)
            self.assertEqual(needed - there, set(), level["id"])

    def test_story(self):
        self.check_pack("sango", "")

    def test_stand(self):
        self.check_pack("kiosk", "kiosk/", "kiosk")

    def test_interface_is_in_boot_rest_or_more(self):
        groups = index()["groups"]
        there = set(groups["boot"]) | set(groups["rest"]) | set(groups["more"])
        for name, file in self.sheets.items():
            if name.startswith(("ui/", "icon/", "avatar/", "map/", "fx/", "look/", "phone/app", "phone/sign", "phone/card", "phone/map", "place/title", "place/map")):
                self.assertIn(f"assets/built/{SET}/{file}", there | {f"assets/built/{SET}/activity.png"}, name)


class Pictures(unittest.TestCase):
    def test_geometry_and_transparency(self):
        count = 0
        for path, entry in index()["files"].items():
            if entry.get("as") != "webp":
                continue
            count += 1
            png = Image.open(ART / Path(path).relative_to("assets/built")).convert("RGBA")
            made = Image.open(stored(path)).convert("RGBA")
            self.assertEqual(made.size, png.size, path)
            was, now = png.getchannel("A"), made.getchannel("A")
            for edge in (0, 255):
                wrong = ImageChops.multiply(was.point(lambda a, edge=edge: 255 if a == edge else 0),
                                            now.point(lambda a, edge=edge: 0 if a == edge else 255))
                self.assertIsNone(wrong.getbbox(), f"{path}: transparency {edge}")
            self.assertLess(self.distance(png, made), 8.0, path)    # 6 where a small picture is full of thin red lines
        self.assertGreater(count, 100)

    @staticmethod
    def distance(one, other):
        """The mean difference of a channel, 0..255, over a grey ground."""
        seen = []
        for picture in (one, other):
            ground = Image.new("RGBA", picture.size, (128, 128, 128, 255))
            ground.alpha_composite(picture)
            seen.append(ground.convert("RGB"))
        bands = ImageChops.difference(*seen).split()
        return max(sum(value * count for value, count in enumerate(band.histogram())) / (one.width * one.height) for band in bands)


class Fonts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.fonts = {name: TTFont(stored(f"assets/fonts/{name}")) for name in web_fonts.CUTS}

    def lacks(self, fonts, text):
        """Characters that none of the fonts has."""
        maps = [self.fonts[name].getBestCmap() for name in fonts]
        return sorted({sign for sign in text if sign > " " and not any(ord(sign) in known for known in maps)})

    def test_alphabets(self):
        for face in ("Andika-Regular.ttf", "Andika-Bold.ttf"):
            for language, letters in ALPHABETS.items():
                self.assertEqual(self.lacks((face,), upper(letters)), [], f"{face} {language}")
            self.assertEqual(self.lacks((face,), SIGNS), [])

    def test_arabic(self):
        self.assertEqual(self.lacks(("NotoSansArabic-Regular.ttf",), "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىپچژگک،؛؟٠١٢٣٤٥٦٧٨٩َُِّْ"), [])

    def test_texts_of_the_game(self):
        files = [*(ROOT / "levels").rglob("*.yarn"), *(ROOT / "levels").rglob("pack.json"), *(ROOT / "levels").rglob("*.po"), *(ROOT / "tests/kiosk/po").glob("*.po")]
        self.assertGreater(len(files), 30)
        for file in files:
            self.assertEqual(self.lacks(web_fonts.CUTS, file.read_text(encoding="utf-8")), [], str(file))

    def test_marks_and_kerning_stay(self):
        for name, tags in (("Andika-Regular.ttf", {"mark", "mkmk"}), ("Fredoka-SemiBold.ttf", {"kern", "mark"}),
                           ("NotoSansArabic-Regular.ttf", {"mark", "mkmk", "kern"})):
            self.assertLessEqual(tags, {record.FeatureTag for record in self.fonts[name]["GPOS"].table.FeatureList.FeatureRecord}, name)
        shapes = {record.FeatureTag for record in self.fonts["NotoSansArabic-Regular.ttf"]["GSUB"].table.FeatureList.FeatureRecord}
        self.assertLessEqual({"init", "medi", "fina", "rlig"}, shapes)

    def test_reserved_names_are_left_to_the_whole_font(self):
        for face in ("Andika-Regular.ttf", "Andika-Bold.ttf"):
            for record in self.fonts[face]["name"].names:
                if record.nameID in (1, 3, 4, 6, 16, 18):
                    self.assertNotRegex(str(record), "Andika|SIL")
            self.assertIn("Open Font License", str(self.fonts[face]["name"].getName(13, 3, 1)))

    def test_same_bytes(self):
        data = (ROOT / "assets/fonts/Andika-Bold.ttf").read_bytes()
        self.assertEqual(web_fonts.cut("Andika-Bold.ttf", data), web_fonts.cut("Andika-Bold.ttf", data))


class Sounds(unittest.TestCase):
    @staticmethod
    def samples(ogg):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "sound.wav"
            subprocess.run(["oggdec", "-Q", "-o", str(file), str(ogg)], check=True)
            with wave.open(str(file)) as sound:
                count = sound.getnframes()
                return memoryview(sound.readframes(count)).cast("h")[::sound.getnchannels()], count / sound.getframerate()

    def test_tunes_loop_as_the_built_ones(self):
        for name in web_sounds.TUNES:
            tune, seconds = self.samples(stored(f"assets/sound/{name}.ogg"))
            self.assertAlmostEqual(seconds, self.samples(ROOT / f"assets/sound/{name}.ogg")[1], delta=0.0001)
            steps = sorted(abs(after - before) for before, after in zip(tune, tune[1:]))
            bends = sorted(abs(c - 2 * b + a) for a, b, c in zip(tune, tune[1:], tune[2:]))
            self.assertLess(abs(tune[0] - tune[-1]), steps[len(steps) * 99 // 100], name)
            self.assertLess(max(abs(tune[0] - 2 * tune[-1] + tune[-2]), abs(tune[1] - 2 * tune[0] + tune[-1])), bends[len(bends) * 99 // 100], name)

    def test_same_bytes(self):
        for name in ("tap", "playful"):
            data = (ROOT / f"assets/sound/{name}.ogg").read_bytes()
            made = web_sounds.convert(name, data)
            self.assertEqual(made, web_sounds.convert(name, data))
            self.assertLess(len(made), len(data))


class Mistakes(unittest.TestCase):
    def check(self, made, *words):
        self.assertEqual(made.returncode, 1)
        self.assertEqual(made.stderr.count("\n"), 1, made.stderr)
        for word in ("web.py: error: ", *words):
            self.assertIn(word, made.stderr)

    def test_no_art_no_tool_no_site(self):
        with tempfile.TemporaryDirectory() as folder:
            self.check(web("--art", folder, "--tools", TOOLS, "--out", Path(folder) / "site"), "art.txt", "assets/build.py")
            self.check(web("--art", ART, "--tools", folder, "--out", Path(folder) / "site"), "sango-lint", "--tools")
            self.check(web("--check", "--out", folder), "files.json")


if __name__ == "__main__":
    unittest.main()

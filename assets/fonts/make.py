#!/usr/bin/env python3
"""Makes the two fonts that are not plain copies. Needed only when a source font is updated.

    assets/fonts/make.py fredoka FILES_OF_FONTSOURCE_FREDOKA    -> Fredoka-SemiBold.ttf
    assets/fonts/make.py sc NotoSansCJK-Regular.ttc             -> NotoSansSC-subset.ttf

Needs python3-fonttools and python3-brotli. Fredoka comes as web fonts in two parts
(npm @fontsource/fredoka), the Chinese one from Debian's fonts-noto-cjk.
"""

import os
import sys
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

HERE = Path(__file__).resolve().parent
FIXED_TIME = 3_800_000_000      # seconds since 1904: the same sources give the same bytes
CJK_SC = 2                      # the simplified Chinese face of the collection

HANZI = """
的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面
起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文
体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别
打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权
思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笑飞风步改收根干造言联持组每济车亲极林服快办议往元英士
请爱谁吗呢吧啊谢网游戏朋友帮助密码手机照片地址秘密屏幕
"""


def fredoka(files):
    """Joins the latin and latin-ext parts of the 600 weight."""
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for part in ("latin", "latin-ext"):
            font = TTFont(Path(files) / f"fredoka-{part}-600-normal.woff2", recalcTimestamp=False)
            font.flavor = None
            parts.append(os.path.join(folder, part + ".ttf"))
            font.save(parts[-1])
        merged = Merger().merge(parts)
    merged["head"].modified = merged["head"].created = FIXED_TIME
    merged.recalcTimestamp = False
    merged.save(HERE / "Fredoka-SemiBold.ttf")


def gb2312_signs():
    """Punctuation and full-width signs: rows 1 and 3 of GB 2312."""
    signs = []
    for row in (0xA1, 0xA3):
        for cell in range(0xA1, 0xFF):
            signs.append(bytes((row, cell)).decode("gb2312", "ignore"))
    return "".join(signs)


def simplified_chinese(collection):
    """A small face for tests: ASCII, signs, common hanzi; outlines turned to TrueType."""
    font = TTFont(collection, fontNumber=CJK_SC, recalcTimestamp=False)
    options = subset.Options(layout_features=["kern", "vert"], name_IDs=["*"], hinting=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    ascii_signs = "".join(chr(c) for c in range(0x20, 0x7F))
    cutter.populate(text=ascii_signs + gb2312_signs() + "".join(HANZI.split()))
    cutter.subset(font)
    order, outlines = font.getGlyphOrder(), font.getGlyphSet()
    glyphs = {}
    for name in order:
        drawn = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(drawn, max_err=1.0, reverse_direction=True))
        glyphs[name] = drawn.glyph()
    for table in ("CFF ", "VORG", "BASE"):
        if table in font:
            del font[table]
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, glyphs
    font["maxp"].tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(font["maxp"], field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"
    font["head"].modified = FIXED_TIME
    font.save(HERE / "NotoSansSC-subset.ttf")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("fredoka", "sc"):
        sys.exit(__doc__)
    {"fredoka": fredoka, "sc": simplified_chinese}[sys.argv[1]](sys.argv[2])

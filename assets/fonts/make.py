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


def gb2312_hanzi():
    """The 3,755 common hanzi: rows 16 to 55 of GB 2312. A Chinese text for children needs no others."""
    pairs = ((row, cell) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return "".join(bytes(pair).decode("gb2312", "ignore") for pair in pairs)


def simplified_chinese(collection):
    """ASCII, signs, common hanzi; outlines turned to TrueType."""
    font = TTFont(collection, fontNumber=CJK_SC, recalcTimestamp=False)
    options = subset.Options(layout_features=["kern", "vert"], name_IDs=["*"], hinting=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    ascii_signs = "".join(chr(c) for c in range(0x20, 0x7F))
    cutter.populate(text=ascii_signs + gb2312_signs() + gb2312_hanzi())
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

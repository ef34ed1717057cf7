"""Fonts cut down to what the game can write: other alphabets, alternates and hints are left out."""

import io

FIXED_TIME = 3_800_000_000      # seconds since 1904: the same sources give the same bytes


def _span(first, last):
    return range(first, last + 1)


# Letters of what ITU's members write with Latin and Cyrillic alphabets, Vietnamese and African languages among them.
LATIN = (
    *_span(0x20, 0x7E), *_span(0xA0, 0x17F),
    0x181, 0x186, *_span(0x189, 0x18A), *_span(0x18E, 0x194), *_span(0x196, 0x199), *_span(0x19D, 0x1A1), 0x1A9, *_span(0x1AF, 0x1B7),
    0x1C0, 0x1C1, 0x1C2, 0x1C3, *_span(0x1CD, 0x1DC), 0x1DD, *_span(0x1E6, 0x1E9), 0x1EE, 0x1EF, *_span(0x1F8, 0x1F9),
    *_span(0x218, 0x21B), *_span(0x226, 0x229), *_span(0x232, 0x233), 0x244, 0x245,
    0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x260, 0x263, 0x268, 0x269, 0x26F, 0x272, 0x275, 0x283, 0x289, 0x28A, 0x28B, 0x28C, 0x292, 0x294,
    0x2BB, 0x2BC, 0x2BF, 0x2C6, 0x2C7, *_span(0x2D8, 0x2DD),
    *_span(0x300, 0x304), *_span(0x306, 0x30C), 0x30F, 0x311, 0x31B, *_span(0x323, 0x328), 0x32D, 0x32E, 0x330, 0x331, 0x35F,
    *_span(0x1E00, 0x1EFF),
)
CYRILLIC = (*_span(0x400, 0x45F), *_span(0x462, 0x463), *_span(0x472, 0x475), *_span(0x48A, 0x4FF), *_span(0x510, 0x513), *_span(0x51A, 0x51D))
SIGNS = (
    *_span(0x2002, 0x200F), *_span(0x2010, 0x2027), 0x202F, 0x2030, *_span(0x2032, 0x2034), 0x2039, 0x203A, 0x203D, 0x2044, 0x2060, 0x2070, *_span(0x2074, 0x2079),
    0x20A6, 0x20A9, 0x20AB, 0x20AC, 0x20B4, 0x20B9, 0x20BA, 0x20BD, 0x2116, 0x2122, *_span(0x2190, 0x2193), 0x21D0, 0x21D2,
    0x2212, 0x2215, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x25CC, 0x2605, 0x2606, 0x266A, 0x2713, 0x2717, 0x27A1, 0xFEFF, 0xFFFC, 0xFFFD,
)
ARABIC = (*_span(0x20, 0x7E), 0xA0, 0xAB, 0xBB, *_span(0x600, 0x6FF), *_span(0x750, 0x77F), *_span(0x8A0, 0x8FF), *SIGNS)
FEATURES = ("kern", "mark", "mkmk", "ccmp", "liga", "locl", "rlig", "init", "medi", "fina", "isol", "vert")

# What each file is cut to; None: as it is. SIL's licence reserves the names of Andika for fonts that are whole.
CUTS = {
    "Andika-Regular.ttf": (LATIN + CYRILLIC + SIGNS, "Sango Text"),
    "Andika-Bold.ttf": (LATIN + CYRILLIC + SIGNS, "Sango Text"),
    "Fredoka-SemiBold.ttf": None,
    "NotoSansArabic-Regular.ttf": (ARABIC, None),
    "NotoSansSC-subset.ttf": None,
}


def _rename(font, family):
    """In all names that a menu of fonts shows; notices of rights and the licence stay."""
    style = str(font["name"].getName(2, 3, 1))
    whole = f"{family} {style}"
    texts = {1: family, 3: f"{whole}, cut", 4: whole, 6: whole.replace(" ", ""), 16: family, 17: style, 18: whole}
    for record in list(font["name"].names):
        if record.nameID in texts:
            record.string = texts[record.nameID]
        elif record.nameID not in (0, 2, 5, 7, 8, 9, 11, 12, 13, 14):
            font["name"].names.remove(record)


def cut(name, data):
    """The bytes of the font file `name` for the web."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    if CUTS.get(name) is None:
        return data
    letters, family = CUTS[name]
    options = subset.Options(layout_features=list(FEATURES), hinting=False, notdef_outline=True, glyph_names=False, name_IDs=["*"],
                             legacy_kern=False, drop_tables=["DSIG", "Silt", "Silf", "Feat", "Glat", "Gloc", "gasp"], recalc_timestamp=False)
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    if family:
        _rename(font, family)
    font["head"].modified = FIXED_TIME
    made = io.BytesIO()
    font.save(made, reorderTables=True)
    return made.getvalue()

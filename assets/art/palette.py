"""One palette for everything. A hue is (base, shade, light): a shape is painted in
shade, again in base moved up and left, then gets one short stroke of light."""

INK = "#2A2257"        # text, pupils, brows; never pure black
INK2 = "#4A3F86"
CREAM = "#FFF6E6"
WHITE = "#FFFFFF"

TEAL = ("#1FC8C0", "#0E9FA6", "#6BE6DA")    # Sango only
CORAL = ("#FF6F61", "#DD4A50", "#FF9A86")
SUN = ("#FFC83D", "#F2A11F", "#FFE38A")
PLUM = ("#7B5CD6", "#5A3FB0", "#A48BF0")
LEAF = ("#5CC96B", "#3AA152", "#94E29A")
PINK = ("#FF8FB1", "#E8668F", "#FFB8CF")
SKY = ("#4BA3F5", "#2C7BD6", "#8CC8FF")
STEEL = ("#8A9BC4", "#66789F", "#B7C4E2")
BERRY = ("#DE7BB4", "#B65590", "#F2A8D2")
MINT = ("#8FD9C4", "#5FB7A2", "#BFEFE0")
ORANGE = ("#FF9B4A", "#E2752C", "#FFC48C")
LIME = ("#B9DB45", "#8DB328", "#DFF090")
PERI = ("#8EA2FF", "#6A7BE4", "#BFCBFF")
LILAC = ("#CBA8F5", "#A47FDC", "#E5D2FF")
SAGE = ("#A5BF8C", "#7E9E68", "#CBDDB6")
ICE = ("#A6DDF7", "#6DB5DE", "#D5F1FF")
SAND = ("#E0BC8C", "#BC9362", "#F3DDBB")
ORCHID = ("#EA7BEA", "#BE55C4", "#F7B2F5")
OLIVE = ("#B5AE55", "#8C8538", "#D6D08A")
CLAY = ("#DF8C70", "#B96850", "#F2B49C")
CHERRY = ("#FF6B88", "#D9466A", "#FFA3B4")
FOG = ("#A6B8C4", "#7F93A4", "#CEDAE2")
COBALT = ("#6495FF", "#4571DE", "#A3C1FF")

#: pills and other things that exist in every hue
HUES = {"coral": CORAL, "sun": SUN, "teal": TEAL, "leaf": LEAF, "pink": PINK,
        "plum": PLUM, "sky": SKY, "steel": STEEL, "mint": MINT,
        "berry": BERRY, "orange": ORANGE, "lime": LIME, "peri": PERI,
        "lilac": LILAC, "sage": SAGE, "sand": SAND, "ice": ICE,
        "orchid": ORCHID, "olive": OLIVE, "clay": CLAY,
        "cherry": CHERRY, "fog": FOG, "cobalt": COBALT}

#: skin is (base, shade, light, blush)
SKIN = {
    "deep": ("#8A5230", "#6B3B1F", "#A66A42", "#B5503F"),
    "tan": ("#D99A6C", "#BC7A4E", "#EDB78C", "#E27A62"),
    "light": ("#F3C19C", "#DB9C74", "#FFDCC0", "#F08B7A"),
    "pale": ("#FFD9C0", "#EEB598", "#FFEBDD", "#F59A92"),
    "ebony": ("#7F4C31", "#603822", "#9C6746", "#B04E42"),
    "brown": ("#AD7048", "#8A5231", "#C98F63", "#C65F4C"),
    "bronze": ("#C4875A", "#A1683D", "#DDA87B", "#D4694F"),
    "warm": ("#F7CDA6", "#DFA67C", "#FFE2C4", "#EF8C7C"),
}

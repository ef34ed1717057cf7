#!/usr/bin/env python3
"""site_art.py OUT: draws the pictures, icons and fonts of the landing page from the game's own art.

    OUT/pictures/   scenes and figures as WebP        OUT/icons/   favicon, icons of the app, preview.jpg
    OUT/fonts/      the letters that pages need, as WOFF2

Needs python3-pil, python3-fonttools, python3-brotli and rsvg-convert. The same sources give the same bytes.
"""
import fcntl
import functools
import hashlib
import io
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"
sys.path.insert(0, str(ASSETS))
sys.dont_write_bytecode = True

from PIL import Image, ImageDraw, ImageFilter, ImageFont      # noqa: E402

from art import app_icon, cast, places, ui                    # noqa: E402
from art.svg import document                                  # noqa: E402
from pipeline.raster import draw                              # noqa: E402

NIGHT = (0x2A, 0x22, 0x57)
LILAC = (0x7B, 0x5C, 0xD6)
#: the scene of 1360 x 660, back to front: who, face, middle, lower edge, height, mirrored
SCENE = (1360, 660)
GROUP = (("amina", "happy", 318, 660, 486, False), ("mina", "happy", 1012, 660, 500, True), ("noah", "happy", 1212, 660, 462, True),
         ("kofi", "happy", 500, 660, 458, False), ("luz", "happy", 128, 660, 452, False), ("sango", "cheering", 762, 650, 600, False))
FRIENDS = ("kofi", "luz", "amina", "noah", "mina", "mateo", "sofia", "linh", "zeynep", "omar", "kiko", "yoko", "kim")
TOOLS = ("cover", "timer", "nickname", "alert", "standby", "block", "callgrownup")
POSES = TOOLS + ("happy", "ninja", "wink", "talking")
POWERS = ("rights", "privacy", "truth", "kindness", "help", "caution", "shield", "balance")


# --- drawing -----------------------------------------------------------------------------------

def written(file):
    """The folder of a file, made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def save_webp(picture, file, quality=80):
    picture.save(written(file), "WEBP", quality=quality, method=4, alpha_quality=90)


def scaled(picture, width):
    return picture.resize((width, round(picture.height * width / picture.width)), Image.LANCZOS)


@functools.lru_cache(maxsize=None)
def actor_of(name):
    return cast.actor_of(cast.FOLDER / name)


@functools.lru_cache(maxsize=None)
def figure(name, face, height):
    """A figure so high, with its surroundings (its drawing's whole canvas)."""
    actor = actor_of(name)
    parts = dict(actor.expressions[face])
    moved = actor.slides.get(face, {})
    shown = "".join(f'<g transform="translate({moved[layer][0]} {moved[layer][1]})">{parts[layer]}</g>' if layer in moved else parts[layer]
                    for layer in actor.layers if parts.get(layer))
    return draw(document((0, 0) + actor.size, shown, defs=actor.defs), height / actor.size[1])


@functools.lru_cache(maxsize=None)
def dawn():
    """The place of the title, 2560x1440."""
    back = next(sprite for sprite in places.sprites() if sprite.name == "place/title/dawn/0back")
    zoom = 2560 / 1920
    left = round(-back.origin[0] * zoom)
    return draw(back.svg, zoom).convert("RGB").crop((left, 0, left + 2560, 1440))


@functools.lru_cache(maxsize=None)
def group(width):
    """Sango and friends, see-through."""
    unit = width / SCENE[0]
    picture = Image.new("RGBA", (width, round(SCENE[1] * unit)), (0, 0, 0, 0))
    for name, face, x, y, height, mirrored in GROUP:
        one = figure(name, face, round(height * 1.25 * unit))
        box = one.getchannel("A").getbbox()
        one = one.crop(box)
        one = one.resize((round(one.width * height * unit / one.height), round(height * unit)), Image.LANCZOS)
        if mirrored:
            one = one.transpose(Image.FLIP_LEFT_RIGHT)
        picture.alpha_composite(one, (max(0, min(width - one.width, round(x * unit - one.width / 2))), round(y * unit) - one.height))
    return picture


def trimmed(picture):
    return picture.crop(picture.getchannel("A").getbbox())


# --- pictures of the pages ---------------------------------------------------------------------

def write_pictures(out):
    for width, quality in ((800, 78), (1600, 78), (2560, 72)):
        save_webp(scaled(dawn(), width), out / f"dawn-{width}.webp", quality)
    for width in (800, 1600):
        save_webp(group(width), out / f"group-{width}.webp", 82)
    for pose in POSES:
        save_webp(trimmed(figure("sango", pose, 420)), out / f"sango-{pose}.webp")
    for name in FRIENDS:
        whole = figure(name, "happy", 640)
        save_webp(whole.crop((56, 40, 456, 440)).resize((256, 256), Image.LANCZOS), out / f"friend-{name}.webp")
    made = {sprite.name: sprite.svg for sprite in ui.sprites() if sprite.name.startswith("ui/badge_")}
    for power in POWERS:
        save_webp(trimmed(draw(made[f"ui/badge_{power}_3"], .5)), out / f"power-{power}.webp")


# --- icons -------------------------------------------------------------------------------------

def icon(size):
    return draw(app_icon.svg(), size / 256).resize((size, size), Image.LANCZOS)


def icon_on_ground(size, share):
    """For systems that cut icons to a shape of their own: the ground goes to the edge, Sango fills a share."""
    ground = Image.linear_gradient("L").resize((size, size))
    picture = Image.composite(Image.new("RGB", (size, size), NIGHT), Image.new("RGB", (size, size), LILAC), ground).convert("RGBA")
    inner = round(size * share)
    picture.alpha_composite(icon(inner), ((size - inner) // 2, (size - inner) // 2))
    return picture.convert("RGB")


def write_icons(out):
    written(out / "favicon.svg").write_text(app_icon.svg(), encoding="utf-8")
    icon(32).save(out / "favicon-32.png", optimize=True)
    icon(48).save(out / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])
    for size in (192, 512):
        icon(size).save(out / f"icon-{size}.png", optimize=True)
    icon_on_ground(180, .86).save(out / "apple-touch-icon.png", optimize=True)
    icon_on_ground(512, .66).save(out / "icon-maskable-512.png", optimize=True)
    preview().save(out / "preview.jpg", quality=86, optimize=True, progressive=True)


def words(picture, at, text, font, size, fill):
    """Words with a soft shadow; returns the height they take."""
    letters = ImageFont.truetype(str(ASSETS / "fonts" / font), size)
    shadow = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    ImageDraw.Draw(shadow).multiline_text((at[0], at[1] + size // 14), text, fill=(21, 15, 56, 210), font=letters, spacing=size // 6)
    picture.alpha_composite(shadow.filter(ImageFilter.GaussianBlur(size / 18)))
    pen = ImageDraw.Draw(picture)
    pen.multiline_text(at, text, fill=fill, font=letters, spacing=size // 6)
    return pen.multiline_textbbox(at, text, font=letters, spacing=size // 6)[3] - at[1]


def preview():
    """What is shown where somebody posts the address: 1200x630."""
    picture = scaled(dawn(), 1200).crop((0, 22, 1200, 652)).convert("RGBA")
    people = group(930)
    picture.alpha_composite(people, (1200 - people.width, 630 - people.height))
    words(picture, (56, 48), "Sango's Story", "Fredoka-SemiBold.ttf", 112, (255, 255, 255))
    bar = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    ImageDraw.Draw(bar).rounded_rectangle((56, 196, 470, 262), 33, fill=NIGHT + (240,))
    picture.alpha_composite(bar)
    words(picture, (84, 203), "Stay safe and have fun online!", "Andika-Regular.ttf", 25, (255, 255, 255))
    return picture.convert("RGB")


# --- fonts -------------------------------------------------------------------------------------

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x1EA0, 0x1EFA), *range(0x2010, 0x2028), 0x2039, 0x203A, 0x20AC, 0x2192]
CYRILLIC = list(range(0x400, 0x4F0))
ARABIC = [*range(0x600, 0x700), 0x200C, 0x200D]
#: a font of its own name: Andika is a reserved one, and what is cut to a part of it is another font
FONTS = (("title-latin", "Fredoka-SemiBold.ttf", LATIN, None), ("text-latin", "Andika-Regular.ttf", LATIN, "Sango Text"),
         ("text-bold-latin", "Andika-Bold.ttf", LATIN, "Sango Text"), ("text-cyrillic", "Andika-Regular.ttf", CYRILLIC, "Sango Text"),
         ("text-bold-cyrillic", "Andika-Bold.ttf", CYRILLIC, "Sango Text"), ("text-arabic", "NotoSansArabic-Regular.ttf", ARABIC, None))


def renamed(font, family):
    """Names a font anew wherever its old family is written, but for its copyright and licence."""
    old = font["name"].getDebugName(1).split()[0]
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16, 18, 21, 25):
            record.string = family if record.nameID == 3 else record.toUnicode().replace(old, family.replace(" ", "") if record.nameID in (6, 25) else family)


def write_fonts(out):
    from fontTools import subset, ttLib
    for name, file, letters, family in FONTS:
        options = subset.Options(flavor="woff2", layout_features=["kern", "liga", "calt", "mark", "mkmk", "ccmp", "locl", "init", "medi", "fina", "isol", "rlig"],
                                 name_IDs=[0, 1, 2, 3, 4, 6, 13, 14], hinting=False, drop_tables=subset.Options().drop_tables + ["FFTM", "Silf", "Silt", "Feat", "Glat", "Gloc", "Sill"])
        font = ttLib.TTFont(ASSETS / "fonts" / file, recalcTimestamp=False)
        cut = subset.Subsetter(options)
        cut.populate(unicodes=letters)
        cut.subset(font)
        if family:
            renamed(font, family)
        font.flavor = "woff2"
        made = io.BytesIO()
        font.save(made, reorderTables=False)
        written(out / f"{name}.woff2").write_bytes(made.getvalue())


def stamp():
    """Changes when anything changes that is drawn from."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for folder in ("art", "pipeline", "fonts"):
        for file in sorted((ASSETS / folder).rglob("*")):
            if file.is_file() and file.suffix in (".py", ".svg", ".json", ".ttf"):
                digest.update(f"{file.relative_to(ASSETS)} {file.stat().st_size}\n".encode() + file.read_bytes())
    return digest.hexdigest()


def write(out):
    """Draws all into `out`, unless it is there as the sources are now. One at a time in a folder."""
    record, now = written(out / "stamp"), stamp()
    with open(out / "lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if record.exists() and record.read_text(encoding="ascii") == now:
            return
        record.unlink(missing_ok=True)                      # whoever stops this half-way leaves nothing that looks whole
        for folder in ("pictures", "icons", "fonts"):       # what is no longer drawn goes
            shutil.rmtree(out / folder, ignore_errors=True)
        write_pictures(out / "pictures")
        write_icons(out / "icons")
        write_fonts(out / "fonts")
        record.write_text(now, encoding="ascii")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Sheets as WebP for browsers, through cwebp: nearly the same pixels where something is drawn sharply, less where it is soft."""

import hashlib
import re
import subprocess
import tempfile
from pathlib import Path

# The first pattern that a sheet's name matches says how it is written. Boxes that are stretched lie beside plain fills of
# the same colour: near-lossless leaves plain areas as they are. -alpha_q quantises transparency; nothing and whole stay
# what they are. Colours under full transparency are not kept: browsers drop them, too.
SETTINGS = (
    (r"ui|look-.*|fx|phone|marks|ui-badge_.*_0", "-near_lossless 40"),
    (r"icons|show", "-q 76 -alpha_q 80 -sharp_yuv"),
    (r"avatars|activity|phone-.*", "-q 80 -alpha_q 80 -sharp_yuv"),
    (r".*", "-q 70 -alpha_q 50 -sharp_yuv"),
)


class PictureError(Exception):
    """One sentence for who builds the site."""


def settings_of(sheet):
    return "-quiet -m 6 " + next(words for pattern, words in SETTINGS if re.fullmatch(pattern, sheet))


def tool_version():
    made = subprocess.run(["cwebp", "-version"], stdout=subprocess.PIPE, check=True)
    return made.stdout.decode().split()[0]


def convert(sheet, png):
    """The WebP of a sheet, bytes."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "sheet.png", Path(folder) / "sheet.webp"
        source.write_bytes(png)
        made = subprocess.run(["cwebp", *settings_of(sheet).split(), str(source), "-o", str(target)], stderr=subprocess.PIPE, check=False)
        if made.returncode != 0:
            raise PictureError(f"{sheet}.png: cwebp: {made.stderr.decode(errors='replace').strip()}")
        return target.read_bytes()


def key_of(sheet, png):
    """Another one when the result may be another one."""
    return hashlib.sha256(f"{tool_version()} {settings_of(sheet)} ".encode() + png).hexdigest()[:24]

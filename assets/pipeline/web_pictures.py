"""Sheets as WebP for browsers: the same pixels where something is drawn sharply, nearly the same where it is soft."""

import hashlib
import io
import re

from PIL import Image, features

METHOD = 6                                          # the slowest: smallest files
# The first pattern that a sheet's name matches says its quality; None: not a pixel changes. Boxes that are
# stretched lie beside plain fills of the same colour, so those sheets must not change by one shade.
QUALITIES = (
    (r"(ui|look-.*|fx|phone)", None),
    (r"(icons|avatars|phone-signs)", 86),           # signs: hard edges
    (r"place-.*-0back", 78),                        # opaque, soft
    (r"(actor-.*|map-islands|ui-badge.*)", 80),
    (r".*", 80),
)


def quality_of(sheet):
    return next(quality for pattern, quality in QUALITIES if re.fullmatch(pattern, sheet))


def _encode(picture, **options):
    made = io.BytesIO()
    picture.save(made, "WEBP", method=METHOD, exact=True, **options)
    return made.getvalue()


def convert(sheet, png):
    """The WebP of a sheet, bytes. Transparency is kept exactly (alpha_quality 100), and so are the colours of transparent
    pixels where nothing is lost: they carry the shape's colour (see bleed())."""
    picture = Image.open(io.BytesIO(png))
    picture = picture.convert("RGBA" if "A" in picture.getbands() else "RGB")
    quality = quality_of(sheet)
    whole = _encode(picture, lossless=True, quality=100)
    if quality is None:
        return whole
    lossy = _encode(picture, quality=quality, alpha_quality=100)
    return whole if len(whole) <= len(lossy) * 1.1 else lossy


def convert_kept(sheet, png, kept):
    """The same; what was converted before is taken from the folder `kept`."""
    settings = f"{features.version('webp')} {METHOD} {quality_of(sheet)} 1.1"
    key = hashlib.sha256(settings.encode() + png).hexdigest()[:24]
    file = kept / f"{sheet}-{key}.webp"
    if not file.exists():
        for stale in kept.glob(f"{sheet}-{'?' * 24}.webp"):
            stale.unlink()
        made = convert(sheet, png)
        file.with_suffix(".part").write_bytes(made)
        file.with_suffix(".part").replace(file)
        return made
    return file.read_bytes()

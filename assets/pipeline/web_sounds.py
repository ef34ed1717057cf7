"""Sounds for the web: the built OGG Vorbis files at a lower rate. Tunes are the heaviest files of a level."""

import hashlib
import subprocess
import tempfile
from pathlib import Path

TUNES = ("calm", "map", "playful", "tense", "theme")
# Vorbis' lowest rate carries these thin tunes (no voices, no cymbals); the length stays, so that loops stay whole.
TUNE_SETTINGS, EFFECT_SETTINGS = "-q -1 --downmix", "-q 1"


class SoundError(Exception):
    """One sentence for who builds the site."""


def settings_of(name):
    return "-Q -s 1 " + (TUNE_SETTINGS if name in TUNES else EFFECT_SETTINGS)      # -s 1: the same bytes each time


def tool_version():
    made = subprocess.run(["oggenc", "-V"], stdout=subprocess.PIPE, check=True)
    return made.stdout.decode().strip()


def convert(name, ogg):
    """The sound for the web, bytes; the built one where that is smaller."""
    with tempfile.TemporaryDirectory() as folder:
        source, wave, target = (Path(folder) / file for file in ("sound.ogg", "sound.wav", "web.ogg"))
        source.write_bytes(ogg)
        for call in (["oggdec", "-Q", "-o", wave, source], ["oggenc", *settings_of(name).split(), "-o", target, wave]):
            made = subprocess.run([str(word) for word in call], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            if made.returncode != 0:
                raise SoundError(f"{name}.ogg: {call[0]}: {made.stdout.decode(errors='replace').strip()}")
        made = target.read_bytes()
        return made if len(made) < len(ogg) else ogg


def key_of(name, ogg):
    return hashlib.sha256(f"{tool_version()} {settings_of(name)} ".encode() + ogg).hexdigest()[:24]

"""Sounds for the web: the built OGG Vorbis files at a lower rate. Tunes are the heaviest files of a level."""

import hashlib
import subprocess
import tempfile
import wave
from pathlib import Path

# Hz of each tune, one channel: they are thin and have no voices. Above 10 kHz calm, playful and tense have next to nothing
# (-49 dB and less), theme and map little (-25 dB). At other rates the encoder bends the joint of calm so that it clicks.
TUNES = {"calm": 28000, "map": 24000, "playful": 24000, "tense": 24000, "theme": 24000}
TUNE_QUALITY, EFFECT_QUALITY = -1, 0


class SoundError(Exception):
    """One sentence for who builds the site."""


def _run(name, *words):
    made = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if made.returncode != 0:
        raise SoundError(f"{name}.ogg: {words[0]}: {made.stdout.decode(errors='replace').strip()}")


def _resample_loop(name, source, target, rate):
    """A tune runs on into its beginning: it is resampled between two more of itself, so that the joint stays smooth."""
    with wave.open(str(source)) as tune:
        samples = round(tune.getnframes() * rate / tune.getframerate())
    _run(name, "sox", "-V1", "-D", "-R", source, source, source, "-c", 1, "-b", 16, target, "rate", "-v", rate, "trim", f"{samples}s", f"{samples}s")


def convert(name, ogg):
    """The sound for the web, bytes; the built one where that is smaller."""
    with tempfile.TemporaryDirectory() as folder:
        source, whole, loop, target = (Path(folder) / file for file in ("sound.ogg", "sound.wav", "loop.wav", "web.ogg"))
        source.write_bytes(ogg)
        _run(name, "oggdec", "-Q", "-o", whole, source)
        if name in TUNES:
            _resample_loop(name, whole, loop, TUNES[name])
        quality = TUNE_QUALITY if name in TUNES else EFFECT_QUALITY
        _run(name, "oggenc", "-Q", "-s", 1, "-q", quality, "-o", target, loop if name in TUNES else whole)   # -s 1: the same bytes each time
        made = target.read_bytes()
        return made if len(made) < len(ogg) else ogg


def key_of(name, ogg):
    """Another one when the result may be another one."""
    version = subprocess.run(["oggenc", "-V"], stdout=subprocess.PIPE, check=True).stdout.decode().strip()
    return hashlib.sha256(f"{version} {TUNES.get(name)} {TUNE_QUALITY} {EFFECT_QUALITY} ".encode() + ogg).hexdigest()[:24]

#!/usr/bin/env bash
# Builds every sound of the game from its source. Same tools, same bytes.
#   ./build.sh            rebuild all *.ogg beside this script
#   ./build.sh DIR        build into DIR instead (to compare)
# Needs, from Debian 12: abcmidi fluidsynth fluid-soundfont-gm sox vorbis-tools
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:-$here}
mkdir -p "$out"
out=$(cd "$out" && pwd)
font=${SANGO_SOUNDFONT:-/usr/share/sounds/sf2/FluidR3_GM.sf2}
[ -r "$font" ] || { echo "build.sh: no sound font at $font (install fluid-soundfont-gm)" >&2; exit 1; }
for tool in abc2midi fluidsynth sox oggenc; do
  command -v "$tool" >/dev/null || { echo "build.sh: $tool is missing" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# -D: no dither; -R: the same noise in each build.
sx() { sox -V1 -D -R "$@"; }

# notes NAME: src/NAME.abc played by the sound font, with a little of its room, as 32-bit NAME.raw.wav.
notes() {
  abc2midi "$here/src/$1.abc" -o "$1.mid" >"$1.log"
  if grep -iE '^(warning|error)' "$1.log" >&2; then echo "build.sh: $1.abc" >&2; exit 1; fi
  fluidsynth -ni -q -R 1 -C 0 -g 0.5 -r 44100 -O float -T wav -F "$1.raw.wav" "$font" "$1.mid"
}

# loop NAME SAMPLES GAIN_DB: cut after SAMPLES (the length of the tune at 44,100 Hz) and lay what still
# rings after the cut over the start. The joint is then exact: the end runs on into its own echo.
loop() {
  notes "$1"
  sx "$1.raw.wav" -e float -b 32 head.wav trim 0 "$2"s
  sx "$1.raw.wav" -e float -b 32 tail.wav trim "$2"s
  sx -m -v 1 head.wav -v 1 tail.wav -b 16 -e signed "$1.wav" trim 0 "$2"s gain "$3"
  oggenc -Q -q 2 -s 1 -o "$out/$1.ogg" "$1.wav"
}

# Every effect is brought to this RMS level, or less where its peak would pass the ceiling.
effect_rms_db=-20.5
effect_peak_db=-4

# level NAME SECONDS [DB]: mono, no silence in front, at most SECONDS long with a soft end, at the common level.
# DB is a small correction by ear's measure: high bells sound louder than their RMS, very short sounds softer.
level() {
  sx "$1.raw.wav" -c 1 -e float -b 32 cut.wav highpass 60 gain -n -1 silence 1 0.001 0.3% trim 0 "$2" fade t 0.003 "$2" 0.12
  sx cut.wav -e float -b 32 short.wav reverse silence 1 0.005 0.3% fade t 0.02 reverse
  gain=$(sox short.wav -n stats 2>&1 | awk -v rms=$effect_rms_db -v db="${3:-0}" -v peak=$effect_peak_db '
    /^Pk lev dB/ { p = peak - $4 } /^RMS lev dB/ { r = rms + db - $4 } END { printf "%.2f", r < p ? r : p }')
  sx short.wav -b 16 -e signed "$1.wav" gain "$gain"
  oggenc -Q -q 4 -s 1 -o "$out/$1.ogg" "$1.wav"
}

# Effects written in notes: effect NAME SECONDS [DB]
effect() { notes "$1"; level "$@"; }

# Effects made of tones and noise: tone NAME SECONDS DB SOX-EFFECTS...
tone() {
  local name=$1 seconds=$2 db=$3
  shift 3
  sx -n -r 44100 -c 1 -e float -b 32 "$name.raw.wav" "$@"
  level "$name" "$seconds" "$db"
}

# Music: 64 beats at 112, 48 at 84, 64 at 128, 48 at 90 a minute. The gains bring each to -23 LUFS (measure.py).
loop theme   1512000 5
loop calm    1512000 7.1
loop playful 1323000 1.3
loop tense   1411200 2.9

effect chime   1.40
effect ring    1.45
effect message 1.10
effect safe    1.40
effect risky   1.30
effect star    1.20 -1
effect giggle  1.20
effect gasp    0.70
effect badge   2.90
effect fanfare 2.90

# A finger on the glass: a short wooden tick.
tone tap 0.16 0 synth 0.16 sine 740 synth 0.16 sine mix 1480 fade l 0.001 0.16 0.155
# A bubble: one tone that slides up quickly.
tone pop 0.13 0 synth 0.13 sine 320-940 fade q 0.004 0.13 0.09
# Something flies past: a band of noise that climbs and falls.
tone whoosh 0.60 0 synth 0.60 pinknoise band 900 700 bend 0.02,1500,0.26 0.02,-1700,0.26 fade h 0.22 0.60 0.32 lowpass 6000
# A page turns: dry, grainy noise in two strokes.
tone page 0.36 0 synth 0.36 pinknoise band 3000 2600 fade h 0.06 0.36 0.26 tremolo 23 55 tremolo 5 40 highpass 700
# A door: the latch, then the soft weight of the wood.
sx -n -r 44100 -c 1 -e float -b 32 latch.wav synth 0.05 whitenoise band 1900 500 fade l 0.001 0.05 0.045 gain -n -3 pad 0 0.65
sx -n -r 44100 -c 1 -e float -b 32 wood.wav synth 0.30 sine 150-88 synth 0.30 brownnoise mix lowpass 420 fade l 0.004 0.30 0.28 gain -n -4 pad 0.14 0.26
sx -m -v 1 latch.wav -v 1 wood.wav -e float -b 32 door.raw.wav
level door 0.60 0

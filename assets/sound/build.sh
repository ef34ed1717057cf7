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

# Music: 64 beats at 112, 64 at 100, 48 at 84, 64 at 128, 48 at 90 a minute. The gains bring each to -23 LUFS (measure.py).
loop theme   1512000 5
loop map     1693440 0.8
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
effect sparkle 1.30 -1
effect idea    1.40
effect sad     1.50
effect hop     0.60
effect alert   1.40 -1
effect standby 1.50
effect nickname 1.10 1
effect callgrownup 1.50
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
# The headband slides over the camera: cloth, then a soft stop.
sx -n -r 44100 -c 1 -e float -b 32 cloth.wav synth 0.34 pinknoise band 2400 1800 bend 0.02,-1200,0.28 fade h 0.10 0.34 0.16 tremolo 31 40 pad 0 0.2
sx -n -r 44100 -c 1 -e float -b 32 stop.wav synth 0.12 sine 210-150 fade l 0.002 0.12 0.11 gain -n -9 pad 0.30 0.12
sx -m -v 1 cloth.wav -v 1 stop.wav -e float -b 32 headband.raw.wav
level headband 0.60 0
# A camera: two quick leaves of its shutter.
sx -n -r 44100 -c 1 -e float -b 32 leaf.wav synth 0.05 whitenoise band 3200 1500 fade t 0.001 0.05 0.045 pad 0 0.2
sx -n -r 44100 -c 1 -e float -b 32 back.wav synth 0.07 whitenoise band 1700 900 fade t 0.001 0.07 0.06 gain -2 pad 0.08 0.08
sx -m -v 1 leaf.wav -v 1 back.wav -e float -b 32 shutter.raw.wav
level shutter 0.30 -0.5
# A wooden timer: tick, tock, tick, tock.
sx -n -r 44100 -c 1 -e float -b 32 tick.wav synth 0.08 sine 1250 synth 0.08 sine mix 2500 fade t 0.001 0.08 0.07 pad 0 0.20
sx -n -r 44100 -c 1 -e float -b 32 tock.wav synth 0.08 sine 980 synth 0.08 sine mix 1960 fade t 0.001 0.08 0.07 pad 0 0.20
sx tick.wav tock.wav tick.wav tock.wav -e float -b 32 timer.raw.wav
level timer 1.10 -4
# The shield goes up: a wooden gate shuts, warm and firm.
sx -n -r 44100 -c 1 -e float -b 32 gate.wav synth 0.40 sine 196-174 synth 0.40 triangle mix 98 fade t 0.003 0.40 0.36 gain -n -3
sx -n -r 44100 -c 1 -e float -b 32 knock.wav synth 0.06 whitenoise band 900 500 fade l 0.001 0.06 0.055 gain -n -8 pad 0 0.34
sx -m -v 1 gate.wav -v 1 knock.wav -e float -b 32 block.raw.wav
level block 0.50 0
# Somebody writes: five soft keys, not quite even.
sx -n -r 44100 -c 1 -e float -b 32 key.wav synth 0.04 whitenoise band 2100 1200 fade t 0.001 0.04 0.035
sx key.wav -e float -b 32 a.wav pad 0 0.11
sx key.wav -e float -b 32 b.wav pitch 120 gain -3 pad 0 0.15
sx key.wav -e float -b 32 c.wav pitch -90 gain -1 pad 0 0.09
sx a.wav b.wav c.wav a.wav b.wav -e float -b 32 typing.raw.wav
level typing 0.85 -3.5
# A paper cracker: a soft puff, then the paper rustles down.
sx -n -r 44100 -c 1 -e float -b 32 puff.wav synth 0.10 brownnoise fade l 0.001 0.10 0.095 gain -n -7 pad 0 0.6
sx -n -r 44100 -c 1 -e float -b 32 paper.wav synth 0.55 pinknoise band 4200 2600 fade t 0.05 0.55 0.45 tremolo 27 80 gain -n -9 pad 0.08 0.07
sx -m -v 1 puff.wav -v 1 paper.wav -e float -b 32 confetti.raw.wav
level confetti 0.80 2
# A door: the latch, then the soft weight of the wood.
sx -n -r 44100 -c 1 -e float -b 32 latch.wav synth 0.05 whitenoise band 1900 500 fade l 0.001 0.05 0.045 gain -n -3 pad 0 0.65
sx -n -r 44100 -c 1 -e float -b 32 wood.wav synth 0.30 sine 150-88 synth 0.30 brownnoise mix lowpass 420 fade l 0.004 0.30 0.28 gain -n -4 pad 0.14 0.26
sx -m -v 1 latch.wav -v 1 wood.wav -e float -b 32 door.raw.wav
level door 0.60 -2.5

#!/usr/bin/env python3
"""Measure the built sounds: python3 measure.py [DIR]

Prints the table of README.md. Exit status 1 when a sound misses a limit. Needs ffmpeg (to decode and for
EBU R 128 loudness); the game and build.sh do not.

Seam of a loop: the step from the last sample to the first, and the step of the slope there (second
difference), against the 99th percentile of the same figures inside the loop. A click is an outlier;
a value below 1 is no more abrupt than the music itself.
"""
import array
import math
import pathlib
import re
import subprocess
import sys

MUSIC = {"theme", "map", "calm", "playful", "tense"}
LONG = {"badge", "fanfare"}
RATE = 44100
MUSIC_LUFS, MUSIC_SPREAD_LU = -23.0, 1.0
EFFECT_PEAK_DB, EFFECT_SPREAD_DB = -3.0, 3.0
SHORT_SECONDS, LONG_SECONDS = 1.5, 3.0
TOTAL_BYTES = 3_000_000


def decode(path):
    probe = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "stream=channels,sample_rate",
                            "-of", "csv=p=0", str(path)], check=True, capture_output=True, text=True)
    rate, channels = (int(n) for n in probe.stdout.strip().split(","))
    raw = subprocess.run(["ffmpeg", "-v", "error", "-i", str(path), "-f", "f32le", "-"],
                         check=True, capture_output=True).stdout
    samples = array.array("f")
    samples.frombytes(raw)
    return rate, channels, samples


def loudness(path, channels):
    """Integrated, greatest momentary (400 ms), greatest short-term (3 s) loudness in LUFS, and true peak in dB."""
    pad = "apad=pad_dur=0.5," if channels == 1 else ""
    text = subprocess.run(["ffmpeg", "-nostats", "-i", str(path), "-filter_complex",
                           pad + "ebur128=peak=true:framelog=verbose", "-v", "verbose", "-f", "null", "-"],
                          capture_output=True, text=True, check=True).stderr
    momentary = [float(m) for m in re.findall(r"\bM:\s*(-?[\d.]+)", text)]
    short_term = [float(m) for m in re.findall(r"\bS:\s*(-?[\d.]+)", text)]
    integrated = float(re.findall(r"\bI:\s*(-?[\d.]+) LUFS", text)[-1])
    peak = float(re.findall(r"Peak:\s*(-?[\d.]+) dBFS", text)[-1])
    return integrated, max(momentary), max(short_term), peak


def decibel(value):
    return 20 * math.log10(value) if value > 0 else -120.0


def sounding_rms(samples):
    """RMS in dB of what sounds: blocks of 20 ms within 30 dB of the loudest, so that pauses do not count."""
    size = RATE // 50
    powers = [sum(s * s for s in samples[i:i + size]) / size for i in range(0, len(samples), size)]
    heard = [p for p in powers if p > max(powers) / 1000]
    return decibel(math.sqrt(sum(heard) / len(heard)))


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def seam(samples, channels):
    """Worst channel: (step, median step, step / p99, bend / p99), steps in units of full scale."""
    worst = (0.0, 0.0, 0.0, 0.0)
    for channel in range(channels):
        x = samples[channel::channels]
        steps = [abs(b - a) for a, b in zip(x, x[1:])]
        bends = [abs(c - 2 * b + a) for a, b, c in zip(x, x[1:], x[2:])]
        step = abs(x[0] - x[-1])
        bend = max(abs(x[0] - 2 * x[-1] + x[-2]), abs(x[1] - 2 * x[0] + x[-1]))
        row = (step, percentile(steps, 0.5), step / percentile(steps, 0.99), bend / percentile(bends, 0.99))
        worst = max(worst, row, key=lambda r: max(r[2], r[3]))
    return worst


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    paths = sorted(folder.glob("*.ogg"))
    faults, music, effects = [], [], []
    total = sum(p.stat().st_size for p in paths)
    for path in paths:
        name = path.stem
        rate, channels, x = decode(path)
        seconds = len(x) / channels / rate
        rms = sounding_rms(x)
        peak = decibel(max(abs(s) for s in x))
        integrated, momentary, short_term, true_peak = loudness(path, channels)
        if rate != RATE:
            faults.append(f"{name}: {rate} Hz, not {RATE}")
        if name in MUSIC:
            step, median, step_ratio, bend_ratio = seam(x, channels)
            music.append((name, seconds, integrated, short_term, true_peak, step, median, step_ratio, bend_ratio,
                          path.stat().st_size))
            if abs(integrated - MUSIC_LUFS) > MUSIC_SPREAD_LU:
                faults.append(f"{name}: {integrated} LUFS; change its gain by {MUSIC_LUFS - integrated:+.1f} dB")
            if channels != 2 or step_ratio > 1 or bend_ratio > 1:
                faults.append(f"{name}: the loop clicks or is not stereo")
        else:
            effects.append((name, seconds, rms, peak, momentary, path.stat().st_size))
            if peak > EFFECT_PEAK_DB:
                faults.append(f"{name}: peak {peak:.1f} dBFS is above {EFFECT_PEAK_DB}")
            if seconds > (LONG_SECONDS if name in LONG else SHORT_SECONDS) or channels != 1:
                faults.append(f"{name}: {seconds:.2f} s is too long, or it is not mono")
    levels = [row[2] for row in effects]
    spread = max(levels) - min(levels)
    if spread > EFFECT_SPREAD_DB:
        faults.append(f"effects differ by {spread:.1f} dB RMS")
    if total > TOTAL_BYTES:
        faults.append(f"{total} bytes together")

    print("| music | s | integrated LUFS | loudest 3 s LUFS | true peak dB | seam step | median step |"
          " seam / p99 step | seam / p99 bend | bytes |\n|---|---|---|---|---|---|---|---|---|---|")
    for n, s, i, st, tp, step, median, sr, br, size in music:
        print(f"| {n} | {s:.2f} | {i:.1f} | {st:.1f} | {tp:.1f} | {step:.5f} | {median:.5f} | {sr:.2f} | {br:.2f} | {size} |")
    print("\n| effect | s | RMS dB | peak dBFS | loudest 400 ms LUFS | bytes |\n|---|---|---|---|---|---|")
    for n, s, r, p, m, size in effects:
        print(f"| {n} | {s:.2f} | {r:.1f} | {p:.1f} | {m:.1f} | {size} |")
    print(f"\nEffects lie within {spread:.1f} dB RMS of each other; all files together {total} bytes.")
    for fault in faults:
        print("fault:", fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

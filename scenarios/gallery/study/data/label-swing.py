"""Tells by measurement which bundled notes swing, and writes swing-*.csv beside this file.   python3 label-swing.py

Needs numpy, and oggdec (Debian package vorbis-tools). The strongest partial of a note is shifted to zero frequency and smoothed; its level
in decibels and its pitch in cents from 0.6 to 2.9 s, less a cubic, give a spectrum each (Hann window, 2 to 20 Hz, in amplitudes of a sine).
A note is

* trembling if the largest line from 4 to 8 Hz is at least 0.5 dB or 5 cents, and 15 times the median of the spectrum: a regular swing;
* steady if the largest line is below 0.25 dB and below 2.5 cents;
* left out otherwise: it swings irregularly, as choirs and breath do, or hardly.
"""
import json, os, subprocess
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
RATE = 16000
TRACK = 100  # values a second


def sound(path):
    raw = subprocess.run(["oggdec", "-Q", "-R", "-o", "-", path], capture_output=True, check=True).stdout
    return np.frombuffer(raw, "<i2") / 32768.0


def smoothed(x, samples):
    w = np.hanning(samples | 1)
    n = 1 << int(np.ceil(np.log2(len(x) + len(w))))
    y = np.fft.ifft(np.fft.fft(x, n) * np.fft.fft(w / w.sum(), n))
    return y[len(w) // 2:len(w) // 2 + len(x)]


def strongest(x):
    """Frequency of the strongest partial, in hertz."""
    size = 4096
    part = x[RATE // 2:int(2.9 * RATE)]
    power = sum(np.abs(np.fft.rfft(part[k:k + size] * np.hanning(size))) ** 2 for k in range(0, len(part) - size, size // 2))
    return (np.argmax(power[10:]) + 10) * RATE / size


def largest_line(track):
    """Amplitude of the largest line from 4 to 8 Hz, and how much it stands out."""
    part = track[int(0.6 * TRACK):int(2.9 * TRACK)]
    place = np.linspace(-1, 1, len(part))
    part = part - np.polyval(np.polyfit(place, part, 3), place)
    window = np.hanning(len(part))
    hertz = np.arange(20, 201) / 10
    waves = np.exp(-2j * np.pi * np.outer(hertz, np.arange(len(part)) / TRACK))
    lines = np.abs(waves @ (part * window)) * 2 / window.sum()
    largest = lines[(hertz >= 4) & (hertz <= 8)].max()
    return largest, largest / (np.median(lines) + 1e-9)


def label(x):
    carrier = strongest(x)
    shifted = x * np.exp(-2j * np.pi * carrier * np.arange(len(x)) / RATE)
    slow = smoothed(shifted, int(1.5 * RATE / max(25, 0.045 * carrier)))[::RATE // TRACK]
    level, level_stands = largest_line(20 * np.log10(np.abs(slow) + 1e-7))
    hertz = carrier + np.gradient(np.unwrap(np.angle(slow))) * TRACK / (2 * np.pi)
    pitch, pitch_stands = largest_line(1200 * np.log2(np.maximum(hertz, 1) / carrier))
    if level >= 0.5 and level_stands >= 15 or pitch >= 5 and pitch_stands >= 15:
        return "trembling"
    return "steady" if level < 0.25 and pitch < 2.5 else ""


PARTS = {"swing-instruments.csv": ["instruments/train"], "swing-flutes.csv": ["flute/train"],
         "swing-valid.csv": ["flute/valid", "instruments/valid"]}
for table, parts in PARTS.items():
    rows = []
    for part in parts:
        notes = json.load(open(os.path.join(HERE, part, "examples.json")))
        for name in sorted(n for n in notes if "note" in notes[n]):  # those of render-families.py have no number
            file = "%s/audio/%s.ogg" % (part, name)
            found = label(sound(os.path.join(HERE, file)))
            if found:
                rows.append((file, found, notes[name]["instrument_str"]))
    with open(os.path.join(HERE, table), "w") as out:
        out.write("file,label,group\n" + "".join(",".join(row) + "\n" for row in rows))
    print(table, *("%d %s" % (sum(row[1] == what for row in rows), what) for what in ("trembling", "steady")))

"""A naive pitch detector, for comparison with pitch.yaml.   python3 strongest-line.py FOLDER

Every 8 ms the strongest line of the spectrum of the last 128 ms, from 250 to 2600 Hz, names a note if it holds half of the power there, which
must be above a fixed floor. A note is decided for while it has half of the last 480 ms. FOLDER and the figures are those of measure.py.
"""
import csv, glob, importlib, os, sys
import numpy as np

measure = importlib.import_module("measure")
NAMES = "C C# D D# E F F# G G# A A# B".split()
HOP, WINDOW, LINES, FRAMES = 128, 2048, 8192, 60


def notes(x):
    frequencies = np.fft.rfftfreq(LINES, 1 / measure.RATE)
    inside = (frequencies > 250) & (frequencies < 2600)
    found = [measure.NOTHING] * (WINDOW // HOP - 1)
    for start in range(0, len(x) - WINDOW, HOP):
        power = np.where(inside, np.abs(np.fft.rfft(x[start : start + WINDOW] * np.hanning(WINDOW), LINES)) ** 2, 0)
        peak = int(np.argmax(power))
        clear = power.sum() > 1e-4 and power[max(0, peak - 8) : peak + 9].sum() >= power.sum() / 2
        found.append(round(69 + 12 * np.log2(frequencies[peak] / 440)) % 12 if clear else measure.NOTHING)
    return np.array(found)


def decide(found):
    decided = np.full(len(found), measure.NOTHING)
    for now in range(len(found)):
        recent = found[max(0, now - FRAMES + 1) : now + 1]
        counts = np.bincount(recent[recent >= 0], minlength=12)
        if counts.max() >= FRAMES / 2:
            decided[now] = counts.argmax()
    return decided


if __name__ == "__main__":
    print(measure.TITLE)
    for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.wav"))):
        decided = decide(notes(measure.samples(path) / 32768))
        measure.tell(path, measure.score(decided, measure.told(path), NAMES, HOP / measure.RATE))

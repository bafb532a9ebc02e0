#!/usr/bin/env python3
"""Makes Yin-Yang (../timing/README.md has its definition and source) as spikes for a chip whose synapses have no memory of their own.

    python3 make.py FOLDER

writes FOLDER/train, validation and test with a folder of spike lists for each class: 5,000, 1,000 and 1,000 samples, the authors' points. A
channel of the definition fires once, and the current of its synapse then lasts; here it fires every 0.5 ms from that time on, until 30 ms. The
five channels take turns, each 0.1 ms after the one before, so that no two spikes come at once. Every eighth spike of a channel comes on a row of
its own, by which weights of whole steps act as weights of eighths of a step. Needs NumPy.
"""

import pathlib
import sys

CHANNELS = 5
TURNS = 60
TURN_MS = 0.5
EIGHTH = 8
CLASSES = ("yang", "yin", "dot")


def spikes(sample):
    """Pairs of tick (0.1 ms) and row, in the order of time."""
    found = []
    for time, channel in sample:
        first = round(time / TURN_MS)
        for turn in range(first, TURNS):
            own = (turn - first) % EIGHTH == EIGHTH // 2
            found.append((turn * CHANNELS + channel, channel + (CHANNELS if own else 0)))
    return sorted(found)


def main():
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "timing"))
    timing = __import__("make")
    task = timing.TASKS["yin-yang"]
    folder = pathlib.Path(sys.argv[1])
    for part, (labels, samples) in zip(("train", "validation", "test"), timing.parts(task, 0, 1, task.sizes)):
        for name in CLASSES:
            (folder / part / name).mkdir(parents=True)
        for number, (label, sample) in enumerate(zip(labels, samples)):
            lines = [f"{tick * TURN_MS / CHANNELS / 1000:g},{row}\n" for tick, row in spikes(sample)]
            (folder / part / CLASSES[label] / f"{number:04}.csv").write_text("time,neuron\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

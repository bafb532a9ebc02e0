#!/usr/bin/env python3
"""Makes points of the Yin-Yang task as lists of spikes, one CSV file for each point, in a folder for each class.

Kriener, Goeltz and Petrovici, "The Yin-Yang Dataset", NICE 2022, arXiv:2102.08211: a point of a disc belongs to Yin, to Yang or to one of
two dots. Its coordinates x, y, 1 - x and 1 - y are the times of one spike of each of four channels, 2 to 30 ms after a fifth at the start.

    python3 make-points.py FOLDER [TRAINING [TEST]]

writes FOLDER/train and FOLDER/test, 3000 and 1000 points if not given, of all classes as many. The same numbers give the same points.
"""

import pathlib
import random
import sys

EARLIEST = 2.0  # ms
SPAN = 28.0  # ms
LARGE = 0.5
SMALL = 0.1
CLASSES = ("yin", "yang", "dot")
ON_TIME = 4


def label(x, y):
    """The number of the class; none outside of the disc."""
    if ((x - LARGE) ** 2 + (y - LARGE) ** 2) ** 0.5 > LARGE:
        return None
    right = ((x - 1.5 * LARGE) ** 2 + (y - LARGE) ** 2) ** 0.5
    left = ((x - 0.5 * LARGE) ** 2 + (y - LARGE) ** 2) ** 0.5
    if right < SMALL or left < SMALL:
        return 2
    return 0 if left <= 0.5 * LARGE or (y > LARGE and right > 0.5 * LARGE) else 1


def write(folder, count, seed):
    """Writes points, classes in turn."""
    draws = random.Random(seed)
    done = 0
    while done < count:
        x, y = draws.random(), draws.random()
        if label(x, y) != done % len(CLASSES):
            continue
        spikes = sorted([(0.0, ON_TIME)] + [(EARLIEST + SPAN * value, i) for i, value in enumerate((x, y, 1 - x, 1 - y))])
        lines = ["time,neuron"] + ["%.4f ms,%d" % spike for spike in spikes]
        place = folder / CLASSES[done % len(CLASSES)] / ("%05d.csv" % done)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done += 1


def main():
    if len(sys.argv) not in (2, 3, 4) or any(not number.isdigit() for number in sys.argv[2:]):
        sys.exit("usage: make-points.py FOLDER [TRAINING [TEST]]")
    folder = pathlib.Path(sys.argv[1])
    if folder.exists():
        sys.exit("make-points.py: found %s, expected a folder that does not exist yet" % folder)
    training = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    test = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    write(folder / "train", training, 1)
    write(folder / "test", test, 2)


if __name__ == "__main__":
    main()

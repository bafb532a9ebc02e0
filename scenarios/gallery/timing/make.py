#!/usr/bin/env python3
"""Makes the data of the tasks in which only the times of spikes tell classes apart.

    python3 make.py TASK [--level X] [--seed N] [--train N] [--validation N] [--test N] FOLDER

writes FOLDER/train.h5, validation.h5 and test.h5 in the layout of the Heidelberg Digits (spikes/times in seconds, spikes/units, labels), and
FOLDER/task.json: channels, step, duration, classes, chance. The same numbers give the same files' content on every machine. The three parts are
drawn from streams of their own; what a task fixes (patterns, manifolds) follows from the seed alone. README.md has the definitions and their sources.

    python3 make.py --list

lists tasks and levels. Needs NumPy and h5py (Debian: apt-get install python3-numpy python3-h5py).
"""

import argparse
import dataclasses
import json
import math
import pathlib
import sys
import typing

import numpy as np


@dataclasses.dataclass(frozen=True)
class Task:
    """A task; its sampler gets (random numbers, random numbers of what is fixed, count, level) and gives (labels, lists of (ms, channel))."""

    name: str
    sampler: typing.Callable
    classes: int
    channels: int
    duration: typing.Callable  # of the level, ms
    step: float  # ms
    knob: str
    levels: tuple
    sizes: tuple = (4000, 500, 1000)


def isi(draws, fixed, count, level):
    """Pairs of spikes, three on each of ten channels within 1 s; the class is the interval within the pairs, the level its relative deviation."""
    labels = draws.integers(4, size=count)
    samples = []
    for label in labels:
        spikes = []
        for channel in range(10):
            for pair in range(3):
                interval = min(120.0, max(1.0, (10.0, 20.0, 40.0, 80.0)[label] * math.exp(level * draws.standard_normal())))
                start = 333.0 * pair + draws.uniform(0, 200)
                spikes += [(start, channel), (start + interval, channel)]
        samples.append(spikes)
    return labels, samples


def active(mean):
    """Chances of 0 to 20 active neurons of a group: Poisson, cut off at 20."""
    chances = np.array([math.exp(-mean) * mean**k / math.factorial(k) for k in range(21)])
    return chances / chances.sum()


def rates(overlap):
    """The chances of active and of silent groups whose overlap is the given one; their means move from 12 and 2 to 5 and 5."""
    best = min(np.linspace(0, 1, 1001), key=lambda share: abs(np.minimum(active(12 - 7 * share), active(2 + 3 * share)).sum() - overlap))
    best = 0.0 if overlap == 0 else best
    return active(12 - 7 * best), active(2 + 3 * best)


def coincidence(draws, fixed, count, level):
    """Three groups of 20 neurons, 20 windows of 200 ms; two of the groups are active in the same ten windows, the third in the other ten. The class is the pair."""
    on, off = rates(level)
    labels = draws.integers(3, size=count)
    samples = []
    for label in labels:
        alone = (2, 1, 0)[label]
        spikes = []
        for window, state in enumerate(draws.permutation(20) < 10):
            for group in range(3):
                chances = on if state != (group == alone) else off
                number = draws.choice(21, p=chances)
                times = draws.integers(50, 150, size=number)
                neurons = draws.permutation(20)[:number]
                spikes += [(200.0 * window + time, 20 * group + neuron) for time, neuron in zip(times, neurons)]
        samples.append(spikes)
    return labels, samples


def polychrony(draws, fixed, count, level):
    """Twenty channels fire once each; a class is an order of times within 60 ms, the level the deviation of each time in ms. The onset is random."""
    patterns = fixed.uniform(0, 60, size=(10, 20))
    labels = draws.integers(10, size=count)
    samples = []
    for label in labels:
        times = patterns[label] + level * draws.standard_normal(20)
        times = np.clip(times, -10, 70) + 10 + draws.uniform(0, 40)
        samples.append([(time, channel) for channel, time in enumerate(times)])
    return labels, samples


def manifolds(draws, fixed, count, level):
    """Ten smooth random manifolds of one dimension in 20; each channel fires once, at the time of its coordinate. The level is the smoothness alpha."""
    cutoff = int(min(math.ceil(1e-3 ** (-1 / level)), 1000))
    fall = 1.0 / (np.arange(cutoff) + 1) ** level
    labels = draws.integers(10, size=count)
    parameters = fixed.uniform(0, 1, size=(10, 20, 3, cutoff))
    parameters[:, :, 0, 0] = 0
    points = draws.random(count)

    def coordinates(label, x):
        amplitude, frequency, phase = parameters[label].transpose(1, 0, 2)
        waves = np.sin(2 * np.pi * (np.arange(cutoff) * x[:, None, None] * frequency + phase))
        return (amplitude * fall * waves).sum(axis=2)

    grid = np.linspace(0, 1, 1001)
    bounds = [(values.min(axis=0), values.max(axis=0)) for values in (coordinates(label, grid) for label in range(10))]
    samples = []
    for label, point in zip(labels, points):
        low, high = bounds[label]
        value = (coordinates(label, np.array([point]))[0] - low) / np.maximum(high - low, 1e-12)
        samples.append([(100 * time, channel) for channel, time in enumerate(np.clip(value, 0, 0.999))])
    return labels, samples


def cue(start, bit, channels=(0, 1)):
    """Two spikes 10 ms apart; which of two channels is first is the bit. Both fire once, whatever it is."""
    return [(start, channels[bit]), (start + 10, channels[1 - bit])]


def delayed_xor(draws, fixed, count, level, training=False):
    """Two cues, the level in ms apart (in training from 20 ms to the level, log-uniform), then a spike that asks; the class is the exclusive or of their bits."""
    bits = draws.integers(2, size=(count, 2))
    delays = 20 * (level / 20) ** draws.random(count) if training else np.full(count, level)
    samples = [cue(10.0 + level - delay, first) + cue(30.0 + level, second) + [(60.0 + level, 2)] for (first, second), delay in zip(bits, delays)]
    return bits[:, 0] ^ bits[:, 1], samples


def store_recall(draws, fixed, count, level):
    """Five cues 40 ms apart, one of which is marked by a spike of the store channel; after the level in ms the recall channel asks for its bit."""
    bits = draws.integers(2, size=(count, 5))
    places = draws.integers(5, size=count)
    samples = []
    for row, place in zip(bits, places):
        spikes = [spike for slot, bit in enumerate(row) for spike in cue(10.0 + 40 * slot, bit)]
        samples.append(spikes + [(5.0 + 40 * place, 2), (200.0 + level, 3)])
    return bits[np.arange(count), places], samples


def parity(draws, fixed, count, level, training=False):
    """As many cues as the level (in training from one to the level), 40 ms apart, then a spike that asks; the class is the parity of their bits."""
    bits = draws.integers(2, size=(count, int(level)))
    first = draws.integers(level, size=count) if training else np.zeros(count, dtype=int)
    bits[np.arange(int(level)) < first[:, None]] = 0
    samples = [
        [spike for slot in range(start, int(level)) for spike in cue(10.0 + 40 * slot, row[slot])] + [(20.0 + 40 * level, 2)]
        for row, start in zip(bits, first)
    ]
    return bits.sum(axis=1) % 2, samples


def yin_yang(state, count):
    """Points of the authors' stream of random numbers, NumPy's legacy generator; the classes are Yin, Yang and dot as numbers 1, 0, 2 there."""
    labels, samples = [], []
    while len(labels) < count:
        goal = state.randint(3)
        while True:
            x, y = state.rand(2)
            right, left = math.hypot(x - 0.75, y - 0.5), math.hypot(x - 0.25, y - 0.5)
            if math.hypot(x - 0.5, y - 0.5) > 0.5:
                continue
            yin = right <= 0.1 or 0.1 < left <= 0.25 or (y > 0.5 and right > 0.25)
            label = 2 if right < 0.1 or left < 0.1 else int(yin)
            if label == goal:
                break
        labels.append(label)
        samples.append([(0.0, 4)] + [(2 + 28 * value, i) for i, value in enumerate((x, y, 1 - x, 1 - y))])
    return np.array(labels), samples


TASKS = {
    task.name: task
    for task in (
        Task("yin-yang", None, 3, 5, lambda level: 60, 0.5, "none", (0,), (5000, 1000, 1000)),
        Task("isi", isi, 4, 10, lambda level: 1000, 2, "relative deviation of the interval", (0, 0.1, 0.2, 0.3)),
        Task("coincidence", coincidence, 3, 60, lambda level: 4000, 20, "overlap", (0, 0.25, 0.5, 0.75)),
        Task("polychrony", polychrony, 10, 20, lambda level: 150, 1, "deviation of each time, ms", (1, 3, 6, 12)),
        Task("manifolds", manifolds, 10, 20, lambda level: 120, 1, "smoothness alpha", (3, 2, 1.5, 1)),
        Task("delayed-xor", delayed_xor, 2, 3, lambda level: level + 160, 5, "delay, ms", (100, 300, 1000)),
        Task("store-recall", store_recall, 2, 4, lambda level: level + 300, 5, "delay, ms", (100, 300, 1000)),
        Task("parity", parity, 2, 3, lambda level: 40 * level + 120, 5, "bits", (2, 4, 6, 8), (6000, 500, 1000)),
    )
}


def parts(task, level, seed, sizes):
    """Labels and samples of training, validation and test."""
    if task.sampler is None:
        return [yin_yang(np.random.RandomState(part), size) for part, size in zip((42, 41, 40), sizes)]
    number = list(TASKS).index(task.name)
    easier = {"training": True} if task.sampler in (delayed_xor, parity) else {}
    return [
        task.sampler(np.random.default_rng([seed, number, part]), np.random.default_rng([seed, number, 9]), size, level, **(easier if part == 0 else {}))
        for part, size in enumerate(sizes)
    ]


def write(file, labels, samples):
    import h5py

    with h5py.File(file, "w") as out:
        group = out.create_group("spikes")
        times = group.create_dataset("times", (len(samples),), dtype=h5py.vlen_dtype(np.float32))
        units = group.create_dataset("units", (len(samples),), dtype=h5py.vlen_dtype(np.uint16))
        for i, spikes in enumerate(samples):
            order = sorted(spikes)
            times[i] = np.array([time / 1000 for time, _ in order], dtype=np.float32)
            units[i] = np.array([channel for _, channel in order], dtype=np.uint16)
        out.create_dataset("labels", data=np.asarray(labels, dtype=np.uint16))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=list(TASKS), nargs="?")
    parser.add_argument("folder", type=pathlib.Path, nargs="?")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--level", type=float)
    parser.add_argument("--seed", type=int, default=1)
    for part in ("train", "validation", "test"):
        parser.add_argument("--" + part, type=int)
    given = parser.parse_args()
    if given.list:
        for task in TASKS.values():
            print(f"{task.name:14} {task.knob}: {', '.join(f'{level:g}' for level in task.levels)}")
        return
    if given.task is None or given.folder is None:
        parser.error("expected a task and a folder")
    task = TASKS[given.task]
    level = task.levels[0] if given.level is None else given.level
    lowest, highest = (min(task.levels), max(task.levels)) if task.name != "manifolds" else (0.5, 10)
    if not lowest <= level <= highest or (task.name == "parity" and level != int(level)):
        parser.error(f"found the level {level:g}, expected {'a whole number ' if task.name == 'parity' else ''}from {lowest:g} to {highest:g}")
    sizes = [wanted or size for wanted, size in zip((given.train, given.validation, given.test), task.sizes)]
    if min(sizes) < task.classes or max(sizes) > 1_000_000:
        parser.error(f"found {min(sizes)} to {max(sizes)} samples, expected {task.classes}, one of each class, to 1000000")
    if given.folder.exists():
        sys.exit(f"make.py: found {given.folder}, expected a folder that does not exist yet")
    given.folder.mkdir(parents=True)
    for part, (labels, samples) in zip(("train", "validation", "test"), parts(task, level, given.seed, sizes)):
        write(given.folder / (part + ".h5"), labels, samples)
    about = {"task": task.name, "level": level, "seed": given.seed, "channels": task.channels, "step_ms": task.step,
             "duration_ms": task.duration(level), "classes": task.classes, "chance": 1 / task.classes}
    (given.folder / "task.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

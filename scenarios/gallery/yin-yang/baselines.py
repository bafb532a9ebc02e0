#!/usr/bin/env python3
"""Classifies the points of make-points.py by their five times as numbers: a logistic regression, and networks with one hidden layer of ReLU.

    python3 baselines.py FOLDER

needs NumPy. A fifth of each class of FOLDER/train is held out and chooses the epoch; the same numbers give the same points and draws.
"""

import csv
import math
import pathlib
import sys

import numpy

CLASSES = ("yin", "yang", "dot")
SEEDS = (1, 2, 3)
EPOCHS = 50
BATCH = 30
RATE = 0.003  # of Adam
LEAST_LOSS_EPOCHS = 400  # a logistic regression, whose loss has one minimum, is trained to it


def load(folder):
    """Times in ms, one row for each point and one column for each channel, and the numbers of the classes; in the order of the points."""
    points = []
    for number, name in enumerate(CLASSES):
        for path in (folder / name).glob("*.csv"):
            times = [0.0] * 5
            with open(path, encoding="utf-8") as lines:
                for row in csv.DictReader(lines):
                    times[int(row["neuron"])] = float(row["time"].split()[0])
            points.append((path.name, times, number))
    points.sort()
    return numpy.array([point[1] for point in points]), numpy.array([point[2] for point in points])


def forward(values, inputs):
    """The inputs of all layers, and last the scores."""
    layers = [inputs]
    for i in range(0, len(values), 2):
        sums = layers[-1] @ values[i] + values[i + 1]
        layers.append(numpy.maximum(sums, 0) if i + 2 < len(values) else sums)
    return layers


def gradients(values, inputs, classes):
    """Those of the mean cross-entropy."""
    layers = forward(values, inputs)
    shares = numpy.exp(layers[-1] - layers[-1].max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    shares[numpy.arange(len(classes)), classes] -= 1
    back = shares / len(classes)
    found = []
    for i in range(len(values) - 2, -1, -2):
        found[:0] = [layers[i // 2].T @ back, back.sum(0)]
        back = (back @ values[i].T) * (layers[i // 2] > 0)
    return found


def train(hidden, seed, epochs, learned, held, tried):
    """Correct points of `held` and of `tried` at the epoch that is best on `held`; at the last one without hidden neurons."""
    draw = numpy.random.default_rng(seed)
    sizes = [5] + hidden + [len(CLASSES)]
    values = []
    for before, after in zip(sizes, sizes[1:]):
        values += [draw.normal(0, math.sqrt(2 / before), (before, after)), numpy.zeros(after)]
    first, second = [numpy.zeros_like(v) for v in values], [numpy.zeros_like(v) for v in values]
    best, step = (-1, -1), 0
    for epoch in range(epochs):
        order = draw.permutation(len(learned[1]))
        rate = RATE if hidden else RATE * (1 - epoch / epochs)
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            step += 1
            for n, gradient in enumerate(gradients(values, learned[0][rows], learned[1][rows])):
                first[n] = 0.9 * first[n] + 0.1 * gradient
                second[n] = 0.999 * second[n] + 0.001 * gradient**2
                values[n] -= rate * (first[n] / (1 - 0.9**step)) / (numpy.sqrt(second[n] / (1 - 0.999**step)) + 1e-8)
        right = [int((forward(values, part[0])[-1].argmax(1) == part[1]).sum()) for part in (held, tried)]
        if right[0] > best[0] or not hidden:
            best = tuple(right)
    return best


def interval(right, all_of):
    """Accuracy and its 95 % interval (Wilson)."""
    z, share = 1.959964, right / all_of
    middle = (share + z * z / 2 / all_of) / (1 + z * z / all_of)
    half = z * math.sqrt(share * (1 - share) / all_of + z * z / 4 / all_of**2) / (1 + z * z / all_of)
    return "%.1f %% [%.1f, %.1f]" % (100 * share, 100 * (middle - half), 100 * (middle + half))


def main():
    if len(sys.argv) != 2 or not pathlib.Path(sys.argv[1], "train").is_dir():
        sys.exit("usage: baselines.py FOLDER, one that make-points.py wrote")
    times, classes = load(pathlib.Path(sys.argv[1], "train"))
    tried_times, tried_classes = load(pathlib.Path(sys.argv[1], "test"))
    draw, out = numpy.random.default_rng(1), numpy.zeros(len(classes), bool)
    for number in range(len(CLASSES)):
        rows = numpy.flatnonzero(classes == number)
        out[draw.permutation(rows)[: len(rows) // 5]] = True
    mean, deviation = times[~out].mean(0), times[~out].std(0)
    deviation[deviation == 0] = 1
    scaled, tried = (times - mean) / deviation, ((tried_times - mean) / deviation, tried_classes)
    learned, held = (scaled[~out], classes[~out]), (scaled[out], classes[out])
    for name, hidden, epochs in (("logistic regression", [], LEAST_LOSS_EPOCHS), ("30 hidden", [30], EPOCHS), ("120 hidden", [120], EPOCHS)):
        for seed in SEEDS:
            right = train(hidden, seed, epochs, learned, held, tried)
            print("%-20s seed %d: held out %s, test %s" % (name, seed, interval(right[0], len(held[1])), interval(right[1], len(tried[1]))))


if __name__ == "__main__":
    main()

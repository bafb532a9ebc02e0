#!/usr/bin/env python3
"""Writes what scenario.yaml reads: simulated radar frames as spike times, the weights of the network, and what to expect.

    python3 generate.py            # standard library only; the same numbers on every run

A frame is one chirp of a frequency-modulated continuous-wave radar after mixing: 64 samples of a sum of cosines, one for each target,
whose frequency is its range, and normal noise. The weights are those of the algorithms that the network stands in for: a discrete
Fourier transform under a Hann window, and an ordered-statistics constant-false-alarm-rate detector (OS-CFAR: H. Rohling, IEEE
Trans. Aerospace and Electronic Systems 19(4), 1983). Expectations come from those algorithms in floating point, not from the network.
"""

import math
import random
from pathlib import Path

HERE = Path(__file__).parent
SEED = 2021
FRAMES = 20
SAMPLES = 64
PHASE = 4000                      # ticks of one phase of the network
BINS = range(2, 32)               # the window leaks a constant into bins 0 and 1
NOISE = 0.04                      # standard deviation
FULL = 0.5                        # amplitude that the network can just hold
NEIGHBOURS, GUARD, RANK, SCALE = 8, 1, 6, 4.0

HANN = [0.5 - 0.5 * math.cos(2 * math.pi * i / SAMPLES) for i in range(SAMPLES)]
ANGLES = [[2 * math.pi * k * i / SAMPLES for i in range(SAMPLES)] for k in BINS]


def frame(number):
    """Targets as (bin, amplitude), and the samples."""
    draw = random.Random(SEED * 1000 + number)
    targets = []
    while len(targets) < 1 + number % 3:
        place = draw.uniform(4, 29)
        if all(abs(place - other) > 5 for other, _ in targets):
            targets.append((place, draw.uniform(0.08, 0.3)))
    phases = [draw.uniform(0, 2 * math.pi) for _ in targets]
    samples = []
    for i in range(SAMPLES):
        value = draw.gauss(0, NOISE)
        for (place, amplitude), phase in zip(targets, phases):
            value += amplitude * math.cos(2 * math.pi * place * i / SAMPLES + phase)
        samples.append(max(-1.0, min(1.0, value)))
    return targets, samples


def neighbours(position):
    """The nearest bins beyond the guards, as many on each side as there are; from the other side what one side lacks."""
    near = sorted(
        (abs(position - other), other) for other in range(len(BINS)) if abs(position - other) > GUARD
    )
    left = [other for _, other in near if other < position]
    right = [other for _, other in near if other > position]
    half = NEIGHBOURS // 2
    missing_left, missing_right = max(0, half - len(left)), max(0, half - len(right))
    return left[: half + missing_right] + right[: half + missing_left]


def spectrum(samples):
    """Real and imaginary part of each bin."""
    windowed = [window * value for window, value in zip(HANN, samples)]
    return [
        (
            sum(value * math.cos(angle) for value, angle in zip(windowed, row)),
            -sum(value * math.sin(angle) for value, angle in zip(windowed, row)),
        )
        for row in ANGLES
    ]


def detections(magnitudes):
    """Bins whose magnitude exceeds SCALE times the RANK-th smallest of their neighbours."""
    return [
        position
        for position, magnitude in enumerate(magnitudes)
        if magnitude > SCALE * sorted(magnitudes[other] for other in neighbours(position))[RANK - 1]
    ]


def write(name, lines):
    (HERE / name).write_text("".join(line + "\n" for line in lines))


def write_network():
    # A sample x fires at (1 - x) / 2 of the first phase and is a current from then on: at the end of the phase a
    # neuron holds PHASE / 2 times the sum of weights times samples. A cosine of amplitude FULL comes to the threshold, 1.
    factor = 1 / (PHASE / 2) / (SAMPLES / 4) / FULL
    rows = []
    for i in range(SAMPLES):
        row = []
        for angles in ANGLES:
            real, imaginary = math.cos(angles[i]), -math.sin(angles[i])
            row += [real, -real, imaginary, -imaginary]
        rows.append(",".join(f"{factor * HANN[i] * value:.9g}" for value in row))
    write("fourier.csv", rows)
    header = "source,target,weight,delay"
    parts = range(4 * len(BINS))
    write("magnitude.csv", [header] + [f"{part},{part // 4},{1 / PHASE},1" for part in parts])
    write("scaled.csv", [header] + [f"{part},{part // 4},{1 / PHASE / SCALE},1" for part in parts])
    inhibition = [f"{other},{position},-1,1" for position in range(len(BINS)) for other in neighbours(position)]
    write("neighbours.csv", [header] + inhibition)


def write_frames():
    points, usual = [], []
    for number in range(FRAMES):
        targets, samples = frame(number)
        name = f"frames/frame-{number:02d}.csv"
        ticks = [round((1 - value) / 2 * (PHASE - 2)) for value in samples]
        spikes = sorted((tick, neuron) for neuron, tick in enumerate(ticks))
        write(name, ["time,neuron"] + [f"{tick / 1e6:.6f},{neuron}" for tick, neuron in spikes])
        parts = spectrum(samples)
        found = detections([abs(real) + abs(imaginary) for real, imaginary in parts])
        euclidean = detections([math.hypot(real, imaginary) for real, imaginary in parts])
        hit = sum(any(abs(BINS[position] - place) <= 1.5 for position in found) for place, _ in targets)
        false = sum(all(abs(BINS[position] - place) > 2.5 for place, _ in targets) for position in found)
        places = ", ".join(f"{place:.2f} ({amplitude:.2f})" for place, amplitude in targets)
        print(
            f"frame {number:2d}: targets at {places}: {hit} of {len(targets)} found, {false} false alarms; bins"
            f" {[BINS[position] for position in found]}; with the exact magnitude {[BINS[p] for p in euclidean]}"
        )
        expected = [f"{{spikes: {{population: detection}}, equals: {len(found)}}}"]
        expected += [f"{{spikes: {{population: detection, neuron: {position}}}, equals: 1}}" for position in found]
        usual = usual or expected
        points.append(f"  - /inputs/0/spikes: {name}")
        points.append(f"    /expect: [{', '.join(expected)}]")
    head = (HERE / "scenario.yaml").read_text().split("expect:\n")[0]
    expect = [f"  - {line}" for line in usual]
    (HERE / "scenario.yaml").write_text(head + "\n".join(["expect:"] + expect + ["sweep:"] + points) + "\n")


if __name__ == "__main__":
    write_network()
    write_frames()

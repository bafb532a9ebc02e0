#!/usr/bin/env python3
"""Draws what the hardware description did: python3 waves.py FOLDER OUT.svg

FOLDER is what ganglion export made of one sample, after `vvp check.vvp +vcd` wrote its waves. Above are the events on the output bus, as
Ganglion's raster has its spikes; below, in cycles of the clock, are the signals from the input before the first spike of a read-out neuron.
"""

import bisect
import pathlib
import sys

SIGNALS = ["input_request", "input_acknowledge", "input_address", "CTRL_NEURMEM_ADDR", "output_request", "output_acknowledge", "output_address"]
NAMES = ["input request", "acknowledge", "address", "neuron at work", "output request", "acknowledge", "address"]
BUSES = {"input_address", "CTRL_NEURMEM_ADDR", "output_address"}
BEFORE, AFTER = 20, 90
WIDTH, LEFT, RIGHT, ROW = 760, 118, 24, 26
READ_OUT = 3


def waves(file):
    """Of each signal, cycles and the values from them on."""
    names, found, cycle, clock = {}, {name: ([], []) for name in SIGNALS}, 0, None
    with open(file, encoding="ascii") as lines:
        for line in lines:
            words = line.split()
            if line.startswith("$var"):
                if words[4] == "cycle":
                    clock = words[3]
                elif words[4] in SIGNALS:
                    names.setdefault(words[3], words[4])
            elif line[0] in "01bx" and clock:
                value, key = (words[0][1:], words[1]) if line[0] == "b" else (line[0], line[1:].strip())
                if key == clock and "x" not in value:
                    cycle = int(value, 2) - 1
                elif key in names and "x" not in value:
                    times, values = found[names[key]]
                    if not values or values[-1] != int(value, 2):
                        times.append(cycle)
                        values.append(int(value, 2))
    return found


def at(signal, cycle):
    return signal[1][max(0, bisect.bisect_right(signal[0], cycle) - 1)]


def text(x, y, words, anchor="start", size=12):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}">{words}</text>'


def raster(events, rows, cycles, milliseconds, top, height):
    y = lambda row: top + height * (rows - row - 0.5) / rows
    x = lambda cycle: LEFT + (WIDTH - LEFT - RIGHT) * cycle / cycles
    parts = [text(LEFT - 8, y(rows / 2), "neuron", "end"), text(LEFT - 8, y(rows - 1) + 4, f"{rows - READ_OUT}-{rows - 1}", "end")]
    for tick in range(0, milliseconds + 1, 5):
        parts.append(f'<path d="M{x(cycles * tick / milliseconds):.1f} {top}v{height}" stroke="#ddd"/>')
        parts.append(text(x(cycles * tick / milliseconds), top + height + 16, f"{tick} ms", "middle"))
    for cycle, row in events:
        colour = "#c0392b" if row >= rows - READ_OUT else "#1f4e79"
        size = 3 if row >= rows - READ_OUT else 1.4
        parts.append(f'<circle cx="{x(cycle):.1f}" cy="{y(row):.1f}" r="{size}" fill="{colour}"/>')
    return parts


def lines(found, first, last, top):
    x = lambda cycle: LEFT + (WIDTH - LEFT - RIGHT) * (cycle - first) / (last - first)
    parts = []
    for number, (name, title) in enumerate(zip(SIGNALS, NAMES)):
        times, values = found[name]
        low, high = top + number * ROW + 20, top + number * ROW + 4
        parts.append(text(LEFT - 8, low - 3, title, "end"))
        inside = [cycle for cycle in times if first < cycle < last]
        steps = list(zip([first] + inside, inside + [last]))
        if name not in BUSES:
            path = f"M{x(first):.1f} {high if at(found[name], first) else low}"
            for start, end in steps:
                path += f"V{high if at(found[name], start) else low}H{x(end):.1f}"
            parts.append(f'<path d="{path}" fill="none" stroke="#1f4e79"/>')
        elif name == "CTRL_NEURMEM_ADDR":
            points = " ".join(f"{x(c):.1f},{low - (low - high) * at(found[name], c) / 255:.1f}" for start, end in steps for c in (start, end - 0.01))
            parts.append(f'<polyline points="{points}" fill="none" stroke="#1f4e79"/>')
        else:
            for start, end in steps:
                parts.append(f'<path d="M{x(start):.1f} {low}V{high}H{x(end):.1f}V{low}Z" fill="#eef3f8" stroke="#1f4e79"/>')
                if x(end) - x(start) > 22:
                    parts.append(text((x(start) + x(end)) / 2, low - 4, at(found[name], start), "middle", 11))
    bottom = top + len(SIGNALS) * ROW + 8
    for cycle in range(-(-first // 100) * 100, last, 100):
        parts.append(f'<path d="M{x(cycle):.1f} {top}V{bottom - 4}" stroke="#ccc" stroke-dasharray="2 3"/>')
        parts.append(text(x(cycle), bottom + 10, f"{cycle:,}", "middle", 11))
    return parts


def main():
    folder, out = map(pathlib.Path, sys.argv[1:])
    found = waves(folder / "check.vcd")
    settings = dict(line.split("localparam ")[1].rstrip(";\n").split(" = ") for line in (folder / "settings.vh").open() if "real" not in line and "[" not in line)
    rows = int(settings["NEURONS"])
    request, address = found["output_request"], found["output_address"]
    events = [(cycle, at(address, cycle)) for cycle, value in zip(*request) if value]
    spike = next(cycle for cycle, row in events if row >= rows - READ_OUT)
    cycles, milliseconds = 600_000, 30
    height = 62 + 300 + len(SIGNALS) * ROW + 70
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" fill="#222">',
             f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
             text(12, 20, "Events on the output bus of the hardware description; those of the read-out in red", size=14)]
    parts += raster(events, rows, cycles, milliseconds, 34, 300)
    parts.append(text(12, 384, "Its signals from an input to the first spike of the read-out, in cycles of the clock", size=14))
    cause = max(cycle for cycle, value in zip(*found["input_request"]) if value and cycle < spike)
    parts += lines(found, cause - BEFORE, spike + AFTER, 396)
    out.write_text("\n".join(parts) + "\n</svg>\n", encoding="utf-8")


if __name__ == "__main__":
    main()

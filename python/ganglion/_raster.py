"""Reads spikes.csv."""

from __future__ import annotations

import os
from typing import IO, Any, Dict, List, Tuple

import numpy as np
import numpy.typing as npt

from ._spikes import Spikes, SpikesByPopulation, Whole

_CHUNK = 1 << 20  # bytes that are parsed at once: its arrays fit into a processor's cache
_NEWLINE, _COMMA, _ZERO = 10, 44, np.uint8(48)
_LONGEST_NUMBER = 19  # digits of 63 bits

Bytes = npt.NDArray[np.uint8]


def read_spikes(file: "os.PathLike[str] | str") -> SpikesByPopulation:
    """Reads spikes.csv of a run directory: all columns but the time, which is the tick times its length."""
    with open(file, "rb") as lines:
        tick_seconds, sizes = _head(lines, os.fspath(file))
        names = list(sizes)
        known = _Names(names)
        parts: List[Tuple[Whole, Whole, Whole]] = []
        rest = b""
        while True:
            chunk = lines.read(_CHUNK)
            block = rest + chunk
            if chunk:
                end = block.rfind(b"\n") + 1
                block, rest = block[:end], block[end:]
            elif block and not block.endswith(b"\n"):
                block += b"\n"
            if block and not names:
                raise ValueError(f"{os.fspath(file)}: found spikes, expected none without populations in the head")
            if block:
                try:
                    parts.append(_parse(np.frombuffer(block, np.uint8), known))
                except ValueError as fault:
                    raise ValueError(f"{os.fspath(file)}: {fault}") from None
            if not chunk:
                break
    spikes = {}
    for place, name in enumerate(names):
        chosen = [(ticks[at == place], neurons[at == place]) for ticks, neurons, at in parts]
        ticks = np.concatenate([t for t, _ in chosen], dtype=np.int64) if chosen else np.empty(0, np.int64)
        neurons = np.concatenate([n for _, n in chosen], dtype=np.int64) if chosen else np.empty(0, np.int64)
        spikes[name] = Spikes(ticks, neurons, tick_seconds, sizes[name])
    return SpikesByPopulation(spikes)


def _head(lines: IO[bytes], file: str) -> Tuple[float, Dict[str, int]]:
    """Reads the comments and the line of column names."""
    tick_seconds = None
    sizes: Dict[str, int] = {}
    for raw in iter(lines.readline, b""):
        line = raw.decode("utf-8").strip()
        if not line.startswith("#"):
            if line != "time_s,tick,population,neuron" or tick_seconds is None:
                break
            return tick_seconds, sizes
        key, _, value = line[1:].strip().partition(": ")
        if key == "tick-seconds":
            tick_seconds = float(value)
        elif key == "population":
            name, _, size = value.rpartition(" ")
            sizes[name] = int(size)
    raise ValueError(f"{file}: found no head of a raster of Ganglion, expected the file spikes.csv of a run")


class _Names:
    """Tells names apart by a number that is made of all their letters."""

    def __init__(self, names: List[str]) -> None:
        encoded = [name.encode("utf-8") for name in names]
        self._longest = max((len(name) for name in encoded), default=0)
        # A comma ends each name in the file, and stands for all that follows.
        letters = np.frombuffer(b"".join(name.ljust(self._longest + 1, b",") for name in encoded), np.uint8)
        starts = np.arange(len(names)) * (self._longest + 1)
        keys = self._keys_of(letters, starts, starts + self._longest)
        self._order = np.argsort(keys)
        self._keys = keys[self._order]

    def _keys_of(self, data: Bytes, start: Whole, end: Whole) -> npt.NDArray[np.uint64]:
        keys: npt.NDArray[np.uint64] = np.zeros(len(start), np.uint64)
        for at in range(self._longest + 1):
            keys *= np.uint64(257)
            keys += data.take(np.minimum(start + at, end))
        return keys

    def places(self, data: Bytes, start: Whole, end: Whole) -> Whole:
        """The place of each name of a file in the list of names."""
        keys = self._keys_of(data, start, end)
        found = np.searchsorted(self._keys, keys)
        if (self._keys.take(found, mode="clip") != keys).any():
            raise ValueError("found the spike of a population that is not in the head")
        return self._order[found]


def _parse(data: Bytes, names: _Names) -> Tuple[Whole, Whole, Whole]:
    """Ticks, neurons and places of populations of the lines of a block."""
    marks = np.flatnonzero((data == _COMMA) | (data == _NEWLINE))
    if len(marks) % 4 or not (data[marks[3::4]] == _NEWLINE).all() or np.count_nonzero(data == _NEWLINE) * 4 != len(marks):
        raise ValueError("found lines that are not TIME,TICK,POPULATION,NEURON")
    first, second, third, ends = (np.ascontiguousarray(marks[column::4]) for column in range(4))
    return (
        _numbers(data, first, second),
        _numbers(data, third, ends),
        names.places(data, second + 1, third),
    )


def _numbers(data: Bytes, before: Whole, end: Whole) -> Any:
    """The whole numbers between two characters each."""
    width = end - before
    width -= 1
    longest = int(width.max())
    shortest = int(width.min())
    if shortest < 1 or longest > _LONGEST_NUMBER:
        raise ValueError(f"found a number of {longest if shortest else 0} digits, expected 1 to {_LONGEST_NUMBER}")
    kind: Any = np.int32 if longest < 10 else np.int64
    numbers: npt.NDArray[Any] = np.zeros(len(end), kind)
    for digit in range(longest):
        digits = data.take(end - (1 + digit), mode="clip") - _ZERO
        if digit >= shortest:
            digits *= width > digit
        if (digits > 9).any():
            raise ValueError("found a tick or neuron that is no whole number")
        value: npt.NDArray[Any] = digits.astype(kind)
        value *= 10**digit
        numbers += value
    if longest == _LONGEST_NUMBER and numbers.min() < 0:
        raise ValueError("found a tick or neuron of more than 63 bits")
    return numbers

"""Reads spikes.csv."""

from __future__ import annotations

import os
from typing import IO, Dict, List, Tuple

import numpy as np
import numpy.typing as npt

from ._spikes import Spikes, SpikesByPopulation, Whole

_FORMAT = "ganglion-raster 1"
_CHUNK = 1 << 20  # bytes that are parsed at once: its arrays fit into a processor's cache
_NEWLINE, _COMMA = 10, 44
_LONGEST_NUMBER = 19  # digits of 63 bits
_PADDING = 24  # bytes in which the digits of a number end, in eights
_ZEROS = np.uint64(0x3030303030303030)  # the digit 0 in each byte
_TO_128 = np.uint64(0x7676767676767676)  # in each byte, what is missing from 10 to 128
_HIGHEST_BITS = np.uint64(0x8080808080808080)
_FIRST = np.array([(1 << 8 * count) - 1 for count in range(9)], np.uint64)  # masks of the first bytes, by their number
_LAST = _FIRST[8] ^ _FIRST[::-1]
_ODD = np.uint64(0x9E3779B97F4A7C15)

Eights = npt.NDArray[np.uint64]


def read_spikes(file: "os.PathLike[str] | str") -> SpikesByPopulation:
    """Reads spikes.csv of a run directory: all columns but the time, which is the tick times its length."""
    try:
        with open(file, "rb") as lines:
            return _read(lines)
    except ValueError as fault:
        raise ValueError(f"{os.fspath(file)}: {fault}") from None


def _read(lines: IO[bytes]) -> SpikesByPopulation:
    tick_seconds, sizes = _head(lines)
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
            raise ValueError("found spikes, expected none without populations in the head")
        if block:
            parts.append(_parse(block, known))
        if not chunk:
            break
    spikes = {}
    for place, name in enumerate(names):
        chosen = [(ticks[at == place], neurons[at == place]) for ticks, neurons, at in parts]
        ticks = np.concatenate([t for t, _ in chosen], dtype=np.int64) if chosen else np.empty(0, np.int64)
        neurons = np.concatenate([n for _, n in chosen], dtype=np.int64) if chosen else np.empty(0, np.int64)
        spikes[name] = Spikes(ticks, neurons, tick_seconds, sizes[name])
    return SpikesByPopulation(spikes)


def _head(lines: IO[bytes]) -> Tuple[float, Dict[str, int]]:
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
        if key == "format" and value != _FORMAT:
            raise ValueError(f"found {value}, expected {_FORMAT}")
        if key == "tick-seconds":
            tick_seconds = float(value)
        elif key == "population":
            name, _, size = value.rpartition(" ")
            sizes[name] = int(size)
    raise ValueError("found no head of a raster of Ganglion, expected the file spikes.csv of a run")


class _Names:
    """Tells names apart by a number that is made of all their letters."""

    def __init__(self, names: List[str]) -> None:
        encoded = [name.encode("utf-8") for name in names]
        length = np.array([len(name) for name in encoded], np.int64)
        self._longest = max(map(len, encoded), default=0)
        keys = self._keys_of(_eights(b"".join(encoded)), _PADDING + np.cumsum(length) - length, length)
        self._order = np.argsort(keys)
        self._keys = keys[self._order]

    def _keys_of(self, eights: Eights, start: Whole, length: Whole) -> Eights:
        keys = length.astype(np.uint64)
        for at in range(0, self._longest, 8):
            keys *= _ODD
            keys += eights[np.minimum(start + at, len(eights) - 1)] & _FIRST.take(length - at, mode="clip")
        return keys

    def places(self, eights: Eights, before: Whole, end: Whole) -> Whole:
        """The place in the list of names of each name between two characters."""
        keys = self._keys_of(eights, before + 1, end - before - 1)
        found = np.searchsorted(self._keys, keys)
        if (self._keys.take(found, mode="clip") != keys).any():
            raise ValueError("found the spike of a population that is not in the head")
        return self._order[found]


def _eights(block: bytes) -> Eights:
    """The eight bytes from each place of a block with padding on both sides, as numbers whose lowest byte comes first."""
    padded = bytes(_PADDING) + block + bytes(_PADDING)
    return np.ndarray(len(padded) - 7, "<u8", padded, 0, 1)


def _parse(block: bytes, names: _Names) -> Tuple[Whole, Whole, Whole]:
    """Ticks, neurons and places of populations of the lines of a block."""
    data = np.frombuffer(block, np.uint8)
    marks = np.flatnonzero((data == _COMMA) | (data == _NEWLINE))
    if len(marks) % 4 or not (data[marks[3::4]] == _NEWLINE).all() or np.count_nonzero(data == _NEWLINE) * 4 != len(marks):
        raise ValueError("found lines that are not TIME,TICK,POPULATION,NEURON")
    first, second, third, ends = (marks[column::4] + _PADDING for column in range(4))
    eights = _eights(block)
    return _numbers(eights, first, second), _numbers(eights, third, ends), names.places(eights, second, third)


def _numbers(eights: Eights, before: Whole, end: Whole) -> Whole:
    """The whole numbers between two characters each. Of eight digits at once, neighbours are joined, then pairs, then fours."""
    width = end - before - 1
    longest = int(width.max())
    if width.min() < 1 or longest > _LONGEST_NUMBER:
        raise ValueError(f"found a tick or neuron of no digit, or of {longest}, expected 1 to {_LONGEST_NUMBER}")
    numbers = np.zeros(len(end), np.int64)
    for place in range(0, longest, 8):
        digits = (eights[end - 8 - place] ^ _ZEROS) & _LAST.take(width - place, mode="clip")
        if ((digits | (digits + _TO_128)) & _HIGHEST_BITS).any():
            raise ValueError("found a tick or neuron that is no whole number")
        for bits, mask in ((8, 0x00FF00FF00FF00FF), (16, 0x0000FFFF0000FFFF), (32, 0xFFFFFFFF)):
            digits = (digits * np.uint64(10 ** (bits // 8)) + (digits >> np.uint64(bits))) & np.uint64(mask)
        numbers += digits.astype(np.int64) * 10**place
    if longest == _LONGEST_NUMBER and numbers.min() < 0:
        raise ValueError("found a tick or neuron of more than 63 bits")
    return numbers

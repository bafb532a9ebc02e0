"""Recorded spikes as arrays."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Dict, Iterator, List, Tuple

import numpy as np

_CHUNK = 1 << 20  # bytes that are parsed at once: its arrays fit into a processor's cache
_NEWLINE, _COMMA, _ZERO = 10, 44, 48


class Spikes:
    """The spikes of a population, in order of time."""

    __slots__ = ("ticks", "neurons", "tick_seconds", "size")

    def __init__(self, ticks: np.ndarray, neurons: np.ndarray, tick_seconds: float, size: int) -> None:
        self.ticks = ticks
        """Tick of each spike, as 64-bit whole numbers."""
        self.neurons = neurons
        """Neuron of each spike, counted from 0."""
        self.tick_seconds = tick_seconds
        self.size = size
        """Number of neurons of the population."""

    @property
    def times(self) -> np.ndarray:
        """Time of each spike in seconds."""
        return self.ticks * self.tick_seconds

    def counts(self) -> np.ndarray:
        """Number of spikes of each neuron."""
        return np.bincount(self.neurons, minlength=self.size)

    def frame(self):
        """A pandas.DataFrame of the columns time, tick and neuron. Needs pandas."""
        import pandas

        return pandas.DataFrame({"time": self.times, "tick": self.ticks, "neuron": self.neurons})

    def __len__(self) -> int:
        return len(self.ticks)

    def __repr__(self) -> str:
        return f"<{len(self)} spikes of {self.size} neurons>"


class SpikesByPopulation(Mapping):
    """The spikes of a run by population."""

    def __init__(self, populations: Mapping) -> None:
        self._populations = populations

    def __getitem__(self, population: str) -> Spikes:
        return self._populations[population]

    def __iter__(self) -> Iterator[str]:
        return iter(self._populations)

    def __len__(self) -> int:
        return len(self._populations)

    def __repr__(self) -> str:
        return f"<spikes of {', '.join(self)}>"


class _InArchive(Mapping):
    """Populations of recording.npz, unpacked when they are asked for first."""

    def __init__(self, file: str, sizes: Dict[str, int], keep: Any = None) -> None:
        self._file = file
        self._keep = keep  # a temporary folder, which is deleted when nothing holds it
        self._sizes = sizes
        self._read: Dict[str, Spikes] = {}
        with np.load(file) as arrays:
            self._tick_seconds = float(arrays["tick_seconds"])
            self._names = [name[len("spikes.") : -len(".ticks")] for name in arrays.files
                           if name.startswith("spikes.") and name.endswith(".ticks")]

    def __getitem__(self, population: str) -> Spikes:
        if population not in self._names:
            raise KeyError(population)
        if population not in self._read:
            with np.load(self._file) as arrays:
                prefix = f"spikes.{population}."
                self._read[population] = Spikes(
                    arrays[prefix + "ticks"], arrays[prefix + "neurons"], self._tick_seconds, self._sizes.get(population, 0)
                )
        return self._read[population]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def spikes_of(directory: str, sizes: Dict[str, int], keep: Any = None) -> SpikesByPopulation:
    """
    The spikes of a run directory: from recording.npz if it is there, which is faster, or else from spikes.csv. keep is held while they may
    read a file of the directory.
    """
    archive = os.path.join(directory, "recording.npz")
    if os.path.exists(archive):
        return SpikesByPopulation(_InArchive(archive, sizes, keep))
    return read_spikes(os.path.join(directory, "spikes.csv"))


def read_spikes(file: "os.PathLike[str] | str") -> SpikesByPopulation:
    """Reads spikes.csv of a run directory: all columns but the time, which is the tick times its length."""
    with open(file, "rb") as lines:
        tick_seconds, sizes = _head(lines, os.fspath(file))
        names = list(sizes)
        key_bytes = _Names(names)
        parts: List[Tuple[np.ndarray, np.ndarray, np.ndarray]] = []
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
                parts.append(_parse(np.frombuffer(block, np.uint8), key_bytes, os.fspath(file)))
            if not chunk:
                break
    spikes = {}
    for place, name in enumerate(names):
        chosen = [(ticks[at == place], neurons[at == place]) for ticks, neurons, at in parts]
        ticks = np.concatenate([t for t, _ in chosen], dtype=np.int64) if chosen else np.empty(0, np.int64)
        neurons = np.concatenate([n for _, n in chosen], dtype=np.int64) if chosen else np.empty(0, np.int64)
        spikes[name] = Spikes(ticks, neurons, tick_seconds, sizes[name])
    return SpikesByPopulation(spikes)


def _head(lines, file: str) -> Tuple[float, Dict[str, int]]:
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
    """Tells names apart by as few of their letters as are needed."""

    def __init__(self, names: List[str]) -> None:
        encoded = [name.encode("utf-8") for name in names]
        longest = max((len(name) for name in encoded), default=0)
        # A comma ends each name in the file, and stands for all that follows.
        letters = np.array([list(name.ljust(longest + 1, b",")) for name in encoded], np.uint8).reshape(len(names), longest + 1)
        self.positions: List[int] = []
        classes = np.zeros(len(names), np.int64)
        while len(np.unique(classes)) < len(names):
            candidates = [np.unique(classes * 256 + letters[:, at], return_inverse=True)[1] for at in range(longest + 1)]
            best = max(range(longest + 1), key=lambda at: candidates[at].max())
            self.positions.append(best)
            classes = candidates[best].reshape(-1)
        keys = np.zeros(len(names), np.uint64)
        for at in self.positions:
            keys = keys * np.uint64(257) + letters[:, at]
        self._order = np.argsort(keys)
        self._keys = keys[self._order]

    def places(self, data: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
        """The place of each name of a file in the list of names."""
        keys = np.zeros(len(start), np.uint64)
        for at in self.positions:
            keys = keys * np.uint64(257) + data.take(np.minimum(start + at, end))
        return self._order[np.searchsorted(self._keys, keys)]


def _parse(data: np.ndarray, names: _Names, file: str) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ticks, neurons and places of populations of the lines of a block."""
    marks = np.flatnonzero((data == _COMMA) | (data == _NEWLINE))
    if len(marks) % 4 or not (data[marks[3::4]] == _NEWLINE).all() or np.count_nonzero(data == _NEWLINE) * 4 != len(marks):
        raise ValueError(f"{file}: found lines that are not TIME,TICK,POPULATION,NEURON")
    first, second, third, ends = (np.ascontiguousarray(marks[column::4]) for column in range(4))
    return (
        _numbers(data, first, second),
        _numbers(data, third, ends),
        names.places(data, second + 1, third),
    )


def _numbers(data: np.ndarray, before: np.ndarray, end: np.ndarray) -> np.ndarray:
    """The whole numbers between two characters each."""
    width = end - before
    width -= 1
    longest = int(width.max())
    shortest = int(width.min())
    kind = np.int32 if longest < 10 else np.int64
    numbers = np.zeros(len(end), kind)
    for digit in range(longest):
        value = data.take(end - (1 + digit), mode="clip").astype(kind)
        value -= _ZERO
        value *= 10**digit
        if digit >= shortest:
            value *= width > digit
        numbers += value
    return numbers

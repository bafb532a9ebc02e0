"""Spikes that a caller has, in whatever form, as the file that an import reads."""

from __future__ import annotations

import math
import os
import warnings
from typing import Any, Mapping, NamedTuple, Tuple, Union

import numpy as np

from ._errors import InputError
from ._spikes import Spikes

MOST_COUNT = 255
"""The largest count of a neuron in a tick: beyond it, values are taken for other numbers than spikes."""
_LAST_TICK = 10**15


class Given(NamedTuple):
    """Spikes as ticks and neurons, each pair once, and how long they were given for."""

    ticks: Any
    neurons: Any
    steps: int
    merged: int
    """Spikes that were one with another of their neuron and tick."""
    width: int = 0
    """Neurons of an array of time x neuron; 0 for events."""

    def check(self, size: int) -> None:
        """Refuses spikes of other neurons than the input has."""
        most = int(self.neurons.max()) + 1 if len(self.neurons) else 0
        if self.width not in (0, size) or most > size:
            raise InputError(2, f"spikes: found {f'{self.width} columns' if self.width else f'neuron {most - 1}'}, expected {size} neurons, counted from 0; an array is time x neuron")

    def save(self, folder: str) -> str:
        """Writes the file into a folder, and gives its name."""
        np.savez(os.path.join(folder, "given.npz"), ticks=self.ticks, neurons=self.neurons)
        return "given.npz"


def is_graph(value: Any) -> bool:
    """Whether a value is a NIR graph, in memory or as a file."""
    if isinstance(value, (str, os.PathLike)):
        return os.fspath(value).lower().endswith((".nir", ".h5", ".hdf5"))
    return type(value).__name__ == "NIRGraph"


def given_spikes(spikes: Any, tick: float) -> Given:
    """
    Reads an array or tensor of time x neuron (bool, whole numbers or floats), events as (ticks, neurons) or a mapping of neurons with ticks
    or times in seconds, Spikes, or data of the package nir. A warning tells how many spikes were merged into another of their neuron and tick.
    """
    if isinstance(spikes, Spikes):
        _same_step(spikes.tick_seconds, tick)
        spikes = {"ticks": spikes.ticks, "neurons": spikes.neurons}
    elif hasattr(spikes, "nodes") and hasattr(spikes, "check_nodes"):  # nir.NIRGraphData: its first node
        spikes = next(iter(spikes.nodes.values()))
    if hasattr(spikes, "observables"):
        spikes = spikes.observables.get("spikes", next(iter(spikes.observables.values())))
    if hasattr(spikes, "idx") and hasattr(spikes, "time"):
        _one_sample(spikes.idx.shape[0])
        kept = spikes.idx[0] >= 0
        steps = math.ceil(spikes.t_max / tick - 1e-9) if math.isfinite(spikes.t_max) else 0
        return _merged(_times(_plain(spikes.time[0][kept]), tick), spikes.idx[0][kept], steps)
    if hasattr(spikes, "data") and hasattr(spikes, "dt"):
        _same_step(spikes.dt, tick)
        _one_sample(spikes.data.shape[0])
        spikes = spikes.data[0]
    if isinstance(spikes, Mapping):
        if set(spikes) not in ({"neurons", "ticks"}, {"neurons", "times"}):
            raise InputError(2, f"spikes: found {', '.join(map(str, spikes)) or 'nothing'}, expected neurons and either ticks or times")
        at = _plain(spikes["ticks"]) if "ticks" in spikes else _times(_plain(spikes["times"]), tick)
        return _merged(at, _plain(spikes["neurons"]), 0)
    if isinstance(spikes, tuple):
        if len(spikes) != 2:
            raise InputError(2, f"spikes: found a tuple of {len(spikes)}, expected (ticks, neurons)")
        return _merged(_plain(spikes[0]), _plain(spikes[1]), 0)
    grid = _plain(spikes)
    if grid.ndim == 3 and 1 in grid.shape[:2]:
        grid = grid.reshape(-1, grid.shape[2])
    if grid.ndim != 2:
        raise InputError(2, f"spikes: found an array of shape {grid.shape}, expected time x neuron, or (ticks, neurons)")
    if grid.dtype.kind != "b":
        wrong = grid[(grid != np.rint(grid)) | (grid < 0) | (grid > MOST_COUNT)]
        if wrong.size:
            raise InputError(2, f"spikes: found the value {wrong[0]:g}, expected 0 and 1, or counts up to {MOST_COUNT}; encode numbers as spikes first")
        if grid.shape[1] == 2 and (grid > 1).any():
            raise InputError(2, "spikes: found two columns with counts, expected 0 and 1; are they ticks and neurons? Then give (rows[:, 0], rows[:, 1])")
    ticks, neurons = np.nonzero(grid)
    counts = grid[ticks, neurons].astype(int)
    return _merged(np.repeat(ticks, counts), np.repeat(neurons, counts), len(grid))._replace(width=grid.shape[1])


def _plain(values: Any) -> Any:
    """Finite numbers as an array of NumPy."""
    try:
        found = array_of(values)
    except (TypeError, ValueError):  # lists of several lengths, or a tensor that has no array
        raise InputError(2, f"spikes: found a {type(values).__name__} that is no array, expected numbers in lists of one length") from None
    if found.dtype.kind not in "biuf":
        raise InputError(2, f"spikes: found values of {found.dtype}, expected numbers in lists of one length")
    if found.dtype.kind == "f" and not np.isfinite(found).all():
        raise InputError(2, "spikes: found values that are not finite, expected numbers")
    return found


def array_of(values: Any) -> Any:
    """An array of NumPy in a type that files have, also of a tensor that has gradients or lies on a device."""
    found = np.asarray(values.detach().cpu().numpy() if hasattr(values, "detach") else values)
    return found.astype(np.float64) if found.dtype.kind == "f" and found.dtype.itemsize not in (4, 8) else found


def _same_step(step: float, tick: float) -> None:
    if not math.isclose(step, tick, rel_tol=1e-6):
        raise InputError(2, f"spikes: found data with steps of {step:g} s, expected steps of the tick, {tick:g} s")


def _one_sample(samples: int) -> None:
    if samples != 1:
        raise InputError(2, f"spikes: found {samples} samples, expected one; run each by itself")


def _times(times: Any, tick: float) -> Any:
    """Ticks of times in seconds. Those of milliseconds would make a run a thousand times as long."""
    if times.size and float(times.max()) > max(100, 1e5 * tick) and np.array_equal(times, np.rint(times)):
        last = float(times.max())
        raise InputError(2, f"spikes: found times up to {last:g} s, in whole numbers; are they milliseconds? Then give times / 1000, or else ticks")
    return np.rint(times / tick)


def _merged(ticks: Any, neurons: Any, steps: int) -> Given:
    if ticks.shape != neurons.shape or ticks.ndim != 1:
        raise InputError(2, f"spikes: found {ticks.shape} times and {neurons.shape} neurons, expected lists of one length")
    for what, values, most in (("tick", ticks, _LAST_TICK), ("neuron", neurons, 2**31 - 1)):
        wrong = values[(values != np.rint(values)) | (values < 0) | (values > most)]
        if wrong.size:
            raise InputError(2, f"spikes: found the {what} {wrong[0]:.12g}, expected a whole number from 0 to {most}")
    pairs, counts = np.unique(np.stack([ticks.astype(np.int64), neurons.astype(np.int64)]), axis=1, return_counts=True)
    merged = int(counts.sum() - len(counts))
    if merged:
        warnings.warn(f"{merged} of {counts.sum()} spikes share their neuron and tick with another and were merged: a smaller tick would keep them", stacklevel=4)
    return Given(pairs[0], pairs[1], max(steps, int(pairs[0].max()) + 1 if pairs.size else 0), merged)


def tick_seconds(tick: Union[float, str]) -> Tuple[str, float]:
    """A tick as text and in seconds."""
    if not isinstance(tick, str):
        return (f"{tick * 1e3:.12g} ms" if tick >= 1e-6 else f"{tick * 1e9:.12g} ns"), float(tick)
    units = {"s": 1.0, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9}
    number = tick.rstrip("smuµn ")
    unit = tick[len(number) :].strip()
    try:
        return tick, float(number) * units[unit]
    except (KeyError, ValueError):
        raise InputError(2, f"tick: found {tick!r}, expected a time such as '1 ms', or seconds") from None

"""The spikes of a run directory, whatever file has them."""

from __future__ import annotations

import os
from typing import Any, Dict, Iterator, Mapping

from ._npz import ArchiveOfArrays
from ._raster import read_spikes
from ._spikes import Spikes, SpikesByPopulation


def spikes_of(directory: str, sizes: Dict[str, int], keep: Any = None) -> SpikesByPopulation:
    """
    The spikes of a run directory: from recording.npz if it is there, which is faster, or else from spikes.csv. keep is held while they may
    read a file of the directory.
    """
    archive = os.path.join(directory, "recording.npz")
    if os.path.exists(archive):
        return SpikesByPopulation(_InArchive(archive, sizes, keep))
    return read_spikes(os.path.join(directory, "spikes.csv"))


class _InArchive(Mapping[str, Spikes]):
    """Populations of recording.npz, mapped into memory."""

    def __init__(self, file: str, sizes: Dict[str, int], keep: Any = None) -> None:
        self.keep = keep  # a temporary folder, which is deleted when nothing holds it
        self.arrays = ArchiveOfArrays(file)
        self._sizes = sizes
        if "tick_seconds" not in self.arrays:
            raise ValueError(f"{file}: found no tick_seconds, expected the file recording.npz of a run")
        self._tick_seconds = float(self.arrays["tick_seconds"])
        names = (name[len("spikes.") : -len(".ticks")] for name in self.arrays if name.startswith("spikes.") and name.endswith(".ticks"))
        self._names = {name: f"spikes.{name}." for name in names}

    def __getitem__(self, population: str) -> Spikes:
        prefix = self._names[population]
        ticks, neurons = self.arrays[prefix + "ticks"], self.arrays[prefix + "neurons"]
        if ticks.ndim != 1 or ticks.shape != neurons.shape:
            raise ValueError(f"{self.arrays.file}: found {ticks.shape} ticks and {neurons.shape} neurons of {population}, expected lists of one length")
        return Spikes(ticks, neurons, self._tick_seconds, self._sizes.get(population, 0))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

"""Recorded spikes as arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Mapping

import numpy as np
import numpy.typing as npt

from ._optional import pandas_for

if TYPE_CHECKING:
    import pandas

Whole = npt.NDArray[np.int64]


class Spikes:
    """The spikes of a population, in order of time."""

    __slots__ = ("ticks", "neurons", "tick_seconds", "size")

    def __init__(self, ticks: Whole, neurons: Whole, tick_seconds: float, size: int) -> None:
        self.ticks = ticks
        """Tick of each spike, as 64-bit whole numbers."""
        self.neurons = neurons
        """Neuron of each spike, counted from 0."""
        self.tick_seconds = tick_seconds
        self.size = size
        """Number of neurons of the population."""

    @property
    def times(self) -> npt.NDArray[np.float64]:
        """Time of each spike in seconds."""
        return np.multiply(self.ticks, self.tick_seconds, dtype=np.float64)

    def counts(self) -> Whole:
        """Number of spikes of each neuron."""
        return np.bincount(self.neurons, minlength=self.size)

    def frame(self) -> "pandas.DataFrame":
        """A data frame of the columns time, tick and neuron. Needs pandas."""
        pandas = pandas_for("frame")
        return pandas.DataFrame({"time": self.times, "tick": self.ticks, "neuron": self.neurons})

    def __len__(self) -> int:
        return len(self.ticks)

    def __repr__(self) -> str:
        return f"<{len(self)} spikes of {self.size} neurons>"


class SpikesByPopulation(Mapping[str, Spikes]):
    """The spikes of a run by population."""

    def __init__(self, populations: Mapping[str, Spikes]) -> None:
        self._populations = populations

    def __getitem__(self, population: str) -> Spikes:
        return self._populations[population]

    def __iter__(self) -> Iterator[str]:
        return iter(self._populations)

    def __len__(self) -> int:
        return len(self._populations)

    def frame(self) -> "pandas.DataFrame":
        """A data frame of the columns time, tick, population and neuron, in the order of spikes.csv. Needs pandas."""
        pandas = pandas_for("frame")
        names = list(self)
        sizes = [len(self[name]) for name in names]
        columns: Dict[str, List[npt.NDArray[Any]]] = {
            "time": [self[name].times for name in names],
            "tick": [self[name].ticks for name in names],
            "neuron": [self[name].neurons for name in names],
        }
        frame = pandas.DataFrame({column: np.concatenate(parts) if parts else [] for column, parts in columns.items()})
        places = np.repeat(np.arange(len(names)), sizes)
        frame.insert(2, "population", pandas.Categorical.from_codes(places, names))
        return frame.sort_values("tick", kind="stable", ignore_index=True)

    def __repr__(self) -> str:
        return f"<spikes of {', '.join(self)}>"

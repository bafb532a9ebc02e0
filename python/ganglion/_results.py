"""What commands leave: run directories and answers in JSON."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import tempfile
import weakref
from functools import cached_property
from typing import TYPE_CHECKING, Any, Dict, List, Mapping, NamedTuple, Optional, Tuple

import numpy as np

from ._costing import fit_of, quantity
from ._npz import ArchiveOfArrays
from ._optional import need, pandas_for, pyplot_for
from ._recorded import spikes_of
from ._spikes import SpikesByPopulation

if TYPE_CHECKING:
    import matplotlib.axes
    import pandas


class Energy(NamedTuple):
    """The energy of an inference on a device, in joules."""

    device: str
    """Name of the profile."""
    operating_point: Optional[str]
    computation: str
    """How the device computes the inference, such as spikes."""
    boundary: str
    """marginal, active or always-on."""
    joules: Optional[float]
    """None if a figure is missing."""
    low: Optional[float]
    """Least of the interval; None if the estimate is unvalidated."""
    high: Optional[float]
    grade: Optional[str]
    format: Optional[str]
    """Number format of what is computed densely, such as int8; None for spikes."""
    missing: Tuple[str, ...]
    """Why there are no joules: what the device cannot do, or each figure that is missing. Empty if they are known."""
    notes: Tuple[str, ...]
    """What must be said of the estimate, such as that nobody has measured the accuracy of an artificial network."""
    fits: str = "yes"
    """yes; changed, if the device would compute another network; too slow, if it takes longer than the run lasts; no."""


class Energies(List[Energy]):
    """The energies of an inference: a row for each device, computation, number format and boundary. Printed, they are a table of those that are known."""

    @property
    def table(self) -> Any:
        """The rows as a data frame, or as a list of dictionaries without pandas."""
        rows = [row._asdict() for row in self]
        try:
            return pandas_for("table").DataFrame(rows, columns=list(Energy._fields))
        except ImportError:
            return rows

    def __repr__(self) -> str:
        head = ("device", "computation", "format", "boundary", "joules", "low", "high", "grade", "fits")
        known = [row for row in self if row.joules is not None]
        lines = [head, *(tuple(quantity(x, "J") if isinstance(x, float) else x or "" for x in (getattr(row, name) for name in head)) for row in known)]
        widths = [max(map(len, column)) for column in zip(*lines)]
        unknown = dict.fromkeys(f"{row.device}: unknown: {'; '.join(row.missing)}" for row in self if row.joules is None)
        return "\n".join([*("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines), *unknown])


class Samples(NamedTuple):
    """What was recorded of the neurons of a population."""

    times: Any
    """Seconds of each row."""
    neurons: Any
    """The neuron of each column, counted from 0."""
    values: Any
    """A row for each time and a column for each neuron, in the unit of the scenario."""

    def __repr__(self) -> str:
        return f"<samples of {len(self.neurons)} neurons at {len(self.times)} times>"


class TemporaryFolder:
    """A folder that is deleted when nothing holds this object, and at the latest when Python ends."""

    def __init__(self) -> None:
        self.path = tempfile.mkdtemp(prefix="ganglion-")
        weakref.finalize(self, _delete, self.path, os.getpid())


def _delete(folder: str, owner: int) -> None:
    if owner == os.getpid():  # else this is a child that was forked
        shutil.rmtree(folder, ignore_errors=True)


class _Costed:
    """A result with a comparison of devices."""

    result: Dict[str, Any]

    @property
    def energies(self) -> Energies:
        """The energies of an inference: a row for each device, computation, number format and boundary."""
        rows = Energies()
        for estimate in (self.result.get("comparison") or {}).get("estimates", []):
            for boundary, energy in (estimate.get("energies") or {}).items():
                interval = energy["interval"] or {}
                rows.append(
                    Energy(
                        estimate["profile"],
                        estimate["operatingPoint"] or None,
                        estimate["computation"],
                        boundary,
                        energy["joules"],
                        interval.get("low"),
                        interval.get("high"),
                        (estimate.get("reliability") or {}).get("grade"),
                        estimate["format"],
                        tuple(energy["missing"] if estimate["possible"] else estimate["problems"]),
                        tuple(estimate["notes"]),
                        fit_of(estimate["possible"], estimate),
                    )
                )
        return rows

    def neurobench(self) -> Dict[str, Any]:
        """
        The metrics of NeuroBench, by the names of its classes and of its version 2, per inference: Footprint (bytes), ConnectionSparsity,
        ActivationSparsity, SynapticOperations, and ClassificationAccuracy of a run that decides about clips with labels. Empty without hardware.
        """
        found = (self.result.get("comparison") or {}).get("neuroBench")
        if not found:
            return {}
        metrics = {
            "Footprint": found["footprintBytes"],
            "ConnectionSparsity": found["connectionSparsity"],
            "ActivationSparsity": found["activationSparsity"],
            "SynapticOperations": {
                "Effective_MACs": found["effectiveMultiplyAccumulates"],
                "Effective_ACs": found["effectiveAccumulates"],
                "Dense": found["denseOperations"],
            },
        }
        verdict = self.result.get("verdict") or {}
        if verdict.get("labelledDecisions"):
            metrics["ClassificationAccuracy"] = verdict["rightDecisions"] / verdict["labelledDecisions"]
        return metrics


class Run(_Costed):
    """A run directory."""

    def __init__(
        self, directory: "os.PathLike[str] | str", _keep: Optional[TemporaryFolder] = None, _made_here: bool = False
    ) -> None:
        self.directory = os.path.abspath(directory)
        self._keep = _keep  # a temporary folder that is deleted when nothing holds it
        self._made_here = _made_here
        with open(os.path.join(self.directory, "result.json"), encoding="utf-8") as file:
            self.result: Dict[str, Any] = json.load(file)
        """The content of result.json: docs/formats/run-directory.md."""
        self.steps: int = self.result["run"]["ticks"]
        """Ticks of the run; of a NIR graph, those that spikes were given for."""
        self.starts: Dict[str, int] = {}
        """Of a NIR graph: for each population, by how many ticks it is later than its node, because each layer takes one."""
        self.merged = 0
        """Of a NIR graph: spikes that were given and merged with another of their neuron and tick."""
        self._graph: Optional[TemporaryFolder] = None  # of the scenario that was made of it

    def array(self, population: str) -> Any:
        """The spikes of a population as a boolean array of time x neuron; of a NIR graph in its own steps, without the delay of layers."""
        spikes, start = self.spikes[population], self.starts.get(population, 0)
        grid = np.zeros((self.steps, spikes.size), bool)
        kept = (spikes.ticks >= start) & (spikes.ticks < self.steps + start)
        grid[spikes.ticks[kept] - start, spikes.neurons[kept]] = True
        return grid

    def nir_data(self) -> Any:
        """The spikes of all populations as nir.NIRGraphData, with a row of time-gridded data for each node. Needs the package nir."""
        data = need("nir", "nir_data", "pip install nir")
        tick = self.result["run"]["tickSeconds"]
        nodes = {name: data.NIRNodeData({"spikes": data.TimeGriddedData(self.array(name)[None], tick)}) for name in self.spikes}
        return data.NIRGraphData(nodes)

    @cached_property
    def spikes(self) -> SpikesByPopulation:
        """The recorded spikes by population."""
        sizes = {one["name"]: one["size"] for one in self.result["network"]["populations"]}
        return spikes_of(self.directory, sizes, self._keep)

    @property
    def passed(self) -> bool:
        """Whether all expectations hold."""
        passed: bool = self.result["verdict"]["passed"]
        return passed

    @property
    def decisions(self) -> List[Dict[str, Any]]:
        """What was decided for each clip: clip, label, winner, counts, latency."""
        decisions: List[Dict[str, Any]] = self.result["decisions"]
        return decisions

    @property
    def seconds(self) -> float:
        """Seconds of work that the run itself took."""
        seconds: float = self.result["wallClock"]["totalSeconds"]
        return seconds

    @property
    def made_here(self) -> bool:
        """Whether a call of run or sweep made it, from a scenario that the caller named and trusts. cost and why then follow its paths."""
        return self._made_here

    @property
    def report(self) -> str:
        """The file of the report."""
        return os.path.join(self.directory, "report.html")

    @cached_property
    def recording(self) -> Mapping[str, Any]:
        """The arrays of recording.npz, which is there with npz=True: docs/formats/run-directory.md#arrays."""
        file = os.path.join(self.directory, "recording.npz")
        if not os.path.exists(file):
            raise ValueError(f"{self.directory}: found no recording.npz, expected a run with npz=True")
        return ArchiveOfArrays(file)

    def samples(self, population: str, quantity: str = "potential") -> Samples:
        """Recorded potentials of a population, or its current or another state by name, of its first probe or of every tick. Needs npz=True."""
        tick, arrays = self.result["run"]["tickSeconds"], self.recording
        whole = f"{quantity}.{population}"
        if whole in arrays:
            values = arrays[whole]
            return Samples(np.arange(len(values)) * tick, np.arange(values.shape[1]), values)
        for name in arrays:
            if re.fullmatch(rf"probe-\d+-{re.escape(quantity)}-{re.escape(population)}\.ticks", name):
                stem = name[: -len("ticks")]
                return Samples(arrays[name] * tick, arrays[stem + "neurons"], arrays[stem + quantity])
        raise ValueError(f"found no {quantity} of {population} recorded, expected it in record: membrane, current or states")

    def potentials(self, population: str) -> Samples:
        """Recorded membrane potentials of a population."""
        return self.samples(population)

    def plot(self, ax: "Optional[matplotlib.axes.Axes]" = None) -> "matplotlib.axes.Axes":
        """
        Draws the spikes of all populations, one above the other, into the axes; or, if there are none, into a new figure, with the mean rate of each
        population below. Gives the axes of the spikes. Needs matplotlib.
        """
        pyplot = pyplot_for("plot")
        end = self.result["run"]["ticks"] * self.result["run"]["tickSeconds"]
        below = None
        if ax is None:
            _, (ax, below) = pyplot.subplots(2, sharex=True, figsize=(10, 6), height_ratios=(3, 1), layout="constrained")
        offset = 0
        bins = np.linspace(0, end, 101)
        for name, spikes in self.spikes.items():
            (drawn,) = ax.plot(spikes.times, spikes.neurons + offset, "|", markersize=3, label=name)
            ax.text(1.01, offset + spikes.size / 2, name, transform=ax.get_yaxis_transform(), verticalalignment="center")
            offset += spikes.size
            if below is not None:
                counts, _ = np.histogram(spikes.times, bins)
                below.stairs(counts / (bins[1] * max(spikes.size, 1)), bins, color=drawn.get_color())
        ax.set_xlim(0, end)
        ax.set_ylim(-0.5, offset - 0.5)
        ax.set_ylabel("neuron")
        if below is not None:
            below.set_ylabel("rate (Hz)")
        (ax if below is None else below).set_xlabel("time (s)")
        return ax

    def __repr__(self) -> str:
        verdict = self.result["verdict"]["text"]
        held = "" if verdict == "The scenario expects nothing." else f". {verdict.rstrip('.')}"
        return f"<Run of {self.result['scenario']['name']}: {self.result['run']['durationSeconds']:.6g} s, {self.result['activity']['spikes']} spikes{held}>"


class Sweep:
    """The runs of a sweep, or of repeats."""

    def __init__(
        self, directory: "os.PathLike[str] | str", _keep: Optional[TemporaryFolder] = None, _made_here: bool = False
    ) -> None:
        self.directory = os.path.abspath(directory)
        self._keep = _keep
        with open(os.path.join(self.directory, "sweep-runs.csv"), encoding="utf-8", newline="") as file:
            self.table: List[Dict[str, str]] = list(csv.DictReader(line for line in file if not line.startswith("#")))
        """A row for each run, as texts: its settings and what came of it."""
        names = sorted((name for name in os.listdir(self.directory) if name.isdigit()), key=int)
        self.runs: List[Run] = [Run(os.path.join(self.directory, name), _keep, _made_here) for name in names]

    @property
    def passed(self) -> bool:
        """Whether all expectations of all runs hold."""
        return all(run.passed for run in self.runs)

    def frame(self) -> "pandas.DataFrame":
        """The table as a data frame. Needs pandas."""
        pandas = pandas_for("frame")
        frame = pandas.DataFrame(self.table)
        for column in frame:
            try:
                frame[column] = pandas.to_numeric(frame[column])
            except ValueError:
                pass  # a column of texts
        return frame

    def __repr__(self) -> str:
        return f"<Sweep of {len(self.runs)} runs>"


class Answer(_Costed):
    """What a command printed in JSON."""

    def __init__(self, result: Any, passed: bool = True, directory: Optional[str] = None) -> None:
        self.result = result
        self.passed = passed
        """Whether all expectations hold, where there are any."""
        self.directory = directory
        """Where files were written, if any were."""

    def __getitem__(self, key: Any) -> Any:
        return self.result[key]

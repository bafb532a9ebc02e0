"""What commands leave: run directories and answers in JSON."""

from __future__ import annotations

import csv
import json
import os
import shutil
import tempfile
import weakref
from functools import cached_property
from typing import TYPE_CHECKING, Any, Dict, List, NamedTuple, Optional, Tuple

import numpy as np

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
    def energies(self) -> List[Energy]:
        """The energies of an inference: a row for each device, computation, number format and boundary."""
        rows = []
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

    def plot(self, axes: "Optional[matplotlib.axes.Axes]" = None) -> "matplotlib.axes.Axes":
        """Draws the spikes of all populations, one above the other. Needs matplotlib."""
        pyplot = pyplot_for("plot")
        axes = axes if axes is not None else pyplot.gca()
        offset = 0
        for name, spikes in self.spikes.items():
            axes.plot(spikes.times, spikes.neurons + offset, "|", markersize=3, label=name)
            middle = offset + spikes.size / 2
            axes.text(1.01, middle, name, transform=axes.get_yaxis_transform(), verticalalignment="center")
            offset += spikes.size
        axes.set_xlim(0, self.result["run"]["ticks"] * self.result["run"]["tickSeconds"])
        axes.set_ylim(-0.5, offset - 0.5)
        axes.set_xlabel("time (s)")
        axes.set_ylabel("neuron, of one population above the other")
        return axes

    def __repr__(self) -> str:
        return f"<Run of {self.result['scenario']['name']}: {self.result['verdict']['text']}>"


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

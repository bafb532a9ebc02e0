"""The answer of ganglion cost about an activity: tables, pictures and text for a paper."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

from ._activity import Activity
from ._optional import pandas_for, pyplot_for
from ._version import version

if TYPE_CHECKING:
    import matplotlib.axes

_BOUNDARIES = ("active", "marginal", "always-on")  # in the order in which one stands for a device in a single line
_MEANING = {
    "marginal": "what the work adds to a device that runs anyway",
    "active": "power times time while the device works, with its static power",
    "always-on": "the device idling between samples included",
}


_PARENTHESIS = re.compile(r" \([^()]*\)$")


class DeviceCost(NamedTuple):
    """What one sample costs on a device, computed in one way, under one boundary. Joules and seconds; None where it is unknown."""

    device: str
    title: str
    computation: str
    """spikes; dense-ticks, the spiking network densely in every step; or artificial, another network of the same layers, once a sample."""
    precision: Optional[str]
    boundary: str
    """marginal, active or always-on."""
    joules: Optional[float]
    low: Optional[float]
    """Least of the interval in which the true value lies in 19 of 20 cases; None if nobody has measured the device."""
    high: Optional[float]
    grade: Optional[str]
    network: Optional[float]
    """Part of the joules, as are the next three."""
    front_end: Optional[float]
    input_output: Optional[float]
    static: Optional[float]
    seconds: Optional[float]
    """Time of work for a sample."""
    fits: bool
    why: Tuple[str, ...]
    """The layers and limits for which it does not fit, or the figures that are missing."""
    changes: Tuple[str, ...]
    """How the network differs that the device would compute, such as by another leak."""


class Costing:
    """What a network would cost on devices."""

    def __init__(self, result: Dict[str, Any], activity: Activity) -> None:
        self.result = result
        """All that ganglion cost said: docs/formats/activity.md."""
        self.activity = activity

    @property
    def rows(self) -> List[DeviceCost]:
        """A row for each device, way to compute it, and boundary."""
        return [
            DeviceCost(
                one["device"],
                one.get("title") or one["device"],
                one["computation"],
                one.get("precision"),
                boundary,
                energy.get("joules"),
                energy.get("low"),
                energy.get("high"),
                energy.get("grade"),
                energy.get("network"),
                energy.get("frontEnd"),
                energy.get("inputOutput"),
                energy.get("static"),
                one.get("workSeconds"),
                one["fits"],
                tuple(one.get("refusals") or energy.get("missing") or ()),
                tuple(one.get("changes") or ()),
            )
            for one in self.result["devices"]
            for boundary, energy in (one.get("energies") or {"active": {}}).items()
        ]

    @property
    def table(self) -> Any:
        """The rows as a data frame, or as a list of dictionaries without pandas."""
        rows = [row._asdict() for row in self.rows]
        try:
            pandas = pandas_for("table")
        except ImportError:
            return rows
        return pandas.DataFrame(rows, columns=list(DeviceCost._fields))

    def energy(self, device: str, boundary: str = "marginal", computation: Optional[str] = None) -> Optional[float]:
        """The joules of a sample on a device: of the first way in which it computes, or the one named."""
        for row in self.rows:
            if (row.device, row.boundary) == (device, boundary) and computation in (None, row.computation):
                return row.joules
        raise KeyError(f"{device}, {boundary}, {computation or 'any computation'}")

    def _lines(self, boundary: Optional[str] = None) -> List[DeviceCost]:
        """One row for each device and way: under the boundary, or the first one whose energy is known."""
        chosen: Dict[Tuple[str, str, Optional[str]], DeviceCost] = {}
        order = [boundary] if boundary else list(_BOUNDARIES)
        for row in sorted((row for row in self.rows if row.boundary in order), key=lambda row: (row.joules is None, order.index(row.boundary))):
            chosen.setdefault((row.device, row.computation, row.precision), row)
        return [chosen[key] for key in dict.fromkeys((row.device, row.computation, row.precision) for row in self.rows) if key in chosen]

    def __repr__(self) -> str:
        lines = self._lines()
        device, way = (max((len(text) for text in texts), default=0) for texts in ([row.device for row in lines], [_way(row) for row in lines]))
        told = [f"{row.device:{device}}  {_way(row):{way}}  {_said(row)}" for row in lines]
        return "\n".join(told) or "<Costing on no device>"

    def plot(self, boundary: str = "active", axes: "Optional[matplotlib.axes.Axes]" = None) -> "matplotlib.axes.Axes":
        """Draws the energies of a sample under one boundary, with their intervals, from least to most. Needs matplotlib."""
        pyplot = pyplot_for("plot")
        axes = axes if axes is not None else pyplot.gca()
        rows = sorted((row for row in self._lines(boundary) if row.joules is not None), key=lambda row: row.joules or 0.0, reverse=True)
        for place, row in enumerate(rows):
            joules = row.joules or 0.0
            error = [[joules - row.low], [row.high - joules]] if row.low is not None and row.high is not None else None
            axes.barh(place, joules, xerr=error, color="tab:blue" if row.computation == "spikes" else "tab:orange", capsize=3)
        axes.set_yticks(range(len(rows)), [f"{row.device}, {_way(row)}" for row in rows])
        axes.set_xscale("log")
        axes.set_xlabel(f"energy of a sample, {boundary} (J)")
        return axes

    def latex(self, boundary: str = "active") -> str:
        """A table for LaTeX, of the package booktabs: device, computation, energy with its interval, time and grade under one boundary."""
        lines = [r"\begin{tabular}{llrrrc}", r"\toprule", r"device & computation & energy & 95\,\% interval & time & grade \\", r"\midrule"]
        for row in self._lines(boundary):
            interval = f"{_quantity(row.low, 'J')} to {_quantity(row.high, 'J')}" if row.low is not None else "not measured"
            cells = [row.title, _way(row), _quantity(row.joules, "J"), interval, _quantity(row.seconds, "s"), row.grade or "--"]
            if row.joules is None:
                cells = [row.title, _way(row), "--", "; ".join(row.why) or "unknown", "--", "--"]
            lines.append(" & ".join(_latex(cell) for cell in cells) + r" \\")
        return "\n".join([*lines, r"\bottomrule", r"\end{tabular}", ""])

    def paragraph(self, boundary: str = "active") -> str:
        """
        Two sentences for a paper: the least energy of each device with its interval and grade under one boundary, and how it was got, with the
        assumptions that matter most. assumed has all of them.
        """
        best: Dict[str, DeviceCost] = {}
        for row in sorted((row for row in self._lines(boundary) if row.joules is not None), key=lambda row: row.joules or 0.0):
            best.setdefault(row.device, row)
        told, remark = [], ", whose accuracy nobody has measured,"
        for row in best.values():
            way = {"spikes": "", "dense-ticks": f" in dense steps of {row.precision}"}.get(row.computation)
            if way is None:
                way, remark = f" as an artificial network in {row.precision}{remark}", ""
            trust = f"95 % interval {_quantity(row.low, 'J')} to {_quantity(row.high, 'J')}, grade {row.grade}" if row.low is not None else "never compared with a measurement"
            told.append(f"{_quantity(row.joules, 'J')} on {_PARENTHESIS.sub('', row.title)}{way} ({trust})")
        of, samples = self.result, f"{self.result['samples']} sample{'s' * (self.result['samples'] != 1)}"
        takes = f"takes an estimated {_listed(told)}" if told else "takes an energy that is not known on the devices asked for"
        assumed = [_lowered(text.rstrip(".")) for text in self.activity.assumed[:1]]
        if "tick" not in self.activity.document:
            assumed.append("a time step is " + _quantity(of.get("tickSeconds"), "s"))
        changes = list(dict.fromkeys(_PARENTHESIS.sub("", change) for row in best.values() for change in row.changes))
        if changes:
            assumed.append(f"the spikes stay as they are with {_listed(changes[:3])}" + " among others" * (len(changes) > 3))
        return (
            f"A sample of {of['activity']}, {of['steps']} time steps of {_quantity(of.get('tickSeconds'), 's')}, {takes}; the boundary is {boundary}, {_MEANING[boundary]}. "
            f"Synaptic events, neuron updates and spikes were counted over {samples} in PyTorch and priced by Ganglion {version()} with published figures of each device"
            + (f"; it is assumed that {' and that '.join(assumed)}." if assumed else ".")
        )

    @property
    def assumed(self) -> List[str]:
        """What was assumed in counting and costing, each once."""
        texts = [*self.activity.assumed, *(text for one in self.result["devices"] for text in one.get("assumed", ()))]
        return list(dict.fromkeys(texts))

    def bibtex(self) -> str:
        """The sources of the figures used, as entries for BibTeX."""
        entries: Dict[str, str] = {}
        for one in self.result["devices"]:
            for source in one.get("sources", ()):
                key, text = str(source.get("key") or "source"), " ".join(str(source["source"]).split())
                extra = "".join(f",\n  {name} = {{{source[name]}}}" for name in ("doi", "url") if source.get(name))
                year = re.search(r"\b(19|20)\d\d\b", text)
                year_line = f",\n  year = {{{year[0]}}}" if year else ""
                entries.setdefault(key, f"@misc{{{key},\n  note = {{{_latex(text)}}}{year_line}{extra}\n}}\n")
        return "\n".join(entries[key] for key in sorted(entries))


def _way(row: DeviceCost) -> str:
    return f"{row.computation}, {row.precision}" if row.precision and row.computation != "spikes" else row.computation


def _said(row: DeviceCost) -> str:
    if not row.fits:
        return "does not fit: " + "; ".join(row.why)
    if row.joules is None:
        return "energy unknown: " + "; ".join(row.why)
    interval = f"{_quantity(row.low, 'J')} to {_quantity(row.high, 'J')}, grade {row.grade}" if row.low is not None else "not measured"
    return f"{row.boundary} {_quantity(row.joules, 'J')} ({interval}), {_quantity(row.seconds, 's')}, fits{' changed' * bool(row.changes)}"


def _quantity(value: Optional[float], unit: str) -> str:
    """A value with two digits and a prefix."""
    if value is None:
        return "unknown"
    if value == 0:
        return f"0 {unit}"
    power = math.floor(math.log10(abs(value)))
    value = round(value, 1 - power)
    power = math.floor(math.log10(abs(value)) + 1e-9)
    third = max(-5, min(1, power // 3))
    scaled = value / 1000.0**third
    return f"{scaled:.{max(0, 1 - (power - 3 * third))}f} {'fpnµm k'[third + 5].strip()}{unit}"


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else "".join(parts)


def _lowered(text: str) -> str:
    """A sentence as a part of another one; names in capitals stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _latex(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text).replace("µ", r"\textmu{}").replace("~", r"\textasciitilde{}")

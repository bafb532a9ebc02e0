"""The answer of ganglion cost about an activity: tables, pictures and text for a paper."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from ._activity import Activity
from ._optional import pandas_for, pyplot_for
from ._version import version

if TYPE_CHECKING:
    import matplotlib.axes

_BOUNDARIES = ("active", "marginal", "always-on")  # in the order in which one stands for a device in a single line
_MEANING = {
    "marginal": "what the work adds to a device that runs anyway",
    "active": "power times time at work, which of a chip that keeps pace with the time steps is all of them",
    "always-on": "the device idling between samples included",
}


_PARENTHESIS = re.compile(r" \([^()]*\)$")
_REFERENCE = re.compile(r"(?P<names>[A-Z][^,(]*?)[ ,]+\(?(?P<year>(?:19|20)\d\d)\)?[,:. ]*(?:\"(?P<title>[^\"]+)\"[,;. ]*)?(?P<rest>.*)")


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
    active_seconds: Optional[float]
    """Time that the active energy is of: all time steps where a chip takes static power between them, else that of work."""
    fits: str
    """yes; changed, if the device would compute another network; too slow, if a sample takes it longer than its time steps last; no."""
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
                one.get("activeSeconds"),
                fit_of(one["fits"], one),
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

    def energy(self, device: str, boundary: str = "active", computation: Optional[str] = None) -> Optional[float]:
        """The joules of a sample on a device: in the first way in which it computes the network itself and not an artificial one, or in the one named."""
        for row in sorted(self.rows, key=lambda row: row.computation == "artificial"):
            if (row.device, row.boundary) == (device, boundary) and computation in (None, row.computation):
                return row.joules
        ways = dict.fromkeys(f"{row.device}, {row.boundary}, {row.computation}" for row in self.rows)
        raise ValueError(f"found no energy of {device}, {boundary}, {computation or 'any computation'}, expected one of: {'; '.join(ways)}")

    def _lines(self, boundary: Optional[str] = None) -> List[DeviceCost]:
        """One row for each device and way: under the boundary, or the first one whose energy is known."""
        chosen: Dict[Tuple[str, str, Optional[str]], DeviceCost] = {}
        if boundary not in (None, *_BOUNDARIES):
            raise ValueError(f"boundary: found {boundary!r}, expected {', '.join(_BOUNDARIES[:-1])} or {_BOUNDARIES[-1]}")
        order = [boundary] if boundary else list(_BOUNDARIES)
        for row in sorted((row for row in self.rows if row.boundary in order), key=lambda row: (row.joules is None, order.index(row.boundary))):
            chosen.setdefault((row.device, row.computation, row.precision), row)
        return [chosen[key] for key in dict.fromkeys((row.device, row.computation, row.precision) for row in self.rows) if key in chosen]

    def __repr__(self) -> str:
        lines = self._lines()
        device, way = (max((len(text) for text in texts), default=0) for texts in ([row.device for row in lines], [_way(row) for row in lines]))
        told = [f"{row.device:{device}}  {_way(row):{way}}  {_said(row)}" for row in lines]
        if not told:
            return "<Costing on no device>"
        counts = self.result.get("counts", {})
        seen = [f"{round(counts[key]):,}".replace(",", " ") + f" {what}" for key, what in (("neurons", "neurons"), ("accumulators", "accumulators of read-outs or attention"), ("spikes", "spikes"), ("synapticEvents", "synaptic events")) if counts.get(key)]
        return "\n".join([f"{self._sample()}; mean of {self.result['samples']}", *([", ".join(seen)] if seen else []), *told, *self._caveat(lines)])

    def _sample(self) -> str:
        assumed = "" if "tick" in self.activity.document else ", which is assumed"
        return f"{self.result['activity']}, a sample of {self.result['steps']} time steps of {quantity(self.result.get('tickSeconds'), 's')}{assumed}"

    def _caveat(self, rows: Sequence[DeviceCost]) -> List[str]:
        """What artificial networks must not be read without, where the one that was costed fires spikes."""
        spiking = any(layer["kind"] == "neurons" for layer in self.activity.layers)
        shown = spiking and any(row.computation == "artificial" and row.joules is not None for row in rows)
        return ["artificial: another network of the same layers, once a sample; nobody has measured its accuracy"] if shown else []

    def plot(self, boundary: str = "active", ax: "Optional[matplotlib.axes.Axes]" = None) -> "matplotlib.axes.Axes":
        """Draws the energies of a sample under one boundary, with their intervals, from least to most, into the axes, an empty figure or a new one. Needs matplotlib."""
        rows = sorted((row for row in self._lines(boundary) if row.joules is not None), key=lambda row: row.joules or 0.0, reverse=True)
        pyplot = pyplot_for("plot")
        axes = ax if ax is not None else pyplot.gca() if not pyplot.gcf().axes else pyplot.subplots()[1]
        colours = {"spikes": "tab:blue", "dense-ticks": "tab:orange", "artificial": "tab:green"}
        shown: Dict[str, Any] = {}
        for place, row in enumerate(rows):
            joules = row.joules or 0.0
            error = [[joules - row.low], [row.high - joules]] if row.low is not None and row.high is not None else None
            shown[row.computation] = axes.barh(place, joules, xerr=error, color=colours.get(row.computation, "tab:gray"), capsize=3)
        axes.set_yticks(range(len(rows)), [f"{row.device}, {_way(row)}" + {"changed": " (changed)", "too slow": " (too slow)"}.get(row.fits, "") for row in rows])
        axes.set_xscale("log")
        axes.legend(list(shown.values()), [f"{way}, accuracy unknown" if self._caveat(rows) and way == "artificial" else way for way in shown], loc="upper right")
        figure: Any = axes.figure
        if hasattr(figure, "set_layout_engine") and figure.get_layout_engine() is None:
            figure.set_layout_engine("constrained")  # which leaves room for the names
        ends = [row.joules if row.low is None else row.low for row in rows if row.joules]
        axes.set_xlim(left=min(ends, default=1.0) / 2)
        absent = [f"{row.device}: {'does not fit' if row.fits == 'no' else 'unknown'}" for row in self._lines(boundary) if row.joules is None]
        axes.set_xlabel("\n".join([f"energy of a sample, {boundary} (J)", *absent]))
        axes.set_title(self._sample())
        return axes

    def latex(self, boundary: str = "active") -> str:
        """A table for LaTeX, of the package booktabs: device, computation, energy with its interval, time and grade under one boundary."""
        lines = [r"\begin{tabular}{llrrrc}", r"\toprule", rf"device & computation & energy, {boundary} & 95\,\% interval & time of work & grade \\", r"\midrule"]
        rows = self._lines(boundary)
        notes = [f"Energy: {boundary}, {_MEANING[boundary]}.", *self._caveat(rows)]
        for row in rows:
            interval = f"{quantity(row.low, 'J')} to {quantity(row.high, 'J')}" if row.low is not None else "not measured"
            cells = [row.title, _way(row), quantity(row.joules, "J"), interval, quantity(row.seconds, "s"), row.grade or "--"]
            if row.joules is None:
                cells[2:] = ["--"] * 4
            lines.append(" & ".join(_latex(cell) for cell in cells) + r" \\")
            if row.computation == "spikes" and row.front_end:
                notes.append(f"{_short(row)}: {quantity(row.front_end, 'J')} of it on a processor beside the chip.")
            if row.fits == "changed" and row.joules is not None:
                notes.append(f"{_short(row)} computes another network: {'; '.join(row.changes)}.")
            if row.joules is None or row.fits == "too slow":
                notes.append(f"{_short(row)}, {_way(row)}: {'; '.join(row.why) or row.fits}.")
        return "\n".join([*lines, r"\bottomrule", r"\end{tabular}", *(rf"\par\footnotesize {_latex(note)}" for note in notes), ""])

    def paragraph(self, boundary: str = "active", latex: bool = True) -> str:
        """
        Two sentences for a paper, in LaTeX, or as plain text without keys of sources: the least energy of each device with its interval and grade under one boundary, and how it was got, with the
        assumptions that matter most. assumed has all of them.
        """
        best: Dict[str, DeviceCost] = {}
        rows = self._lines(boundary)
        for row in sorted(rows, key=lambda row: (row.joules is None, row.computation == "artificial", row.fits == "too slow", row.joules or 0.0)):
            best.setdefault(row.device, row)
        spiking = any(layer["kind"] == "neurons" for layer in self.activity.layers)
        told, refused, remark = [], [], ", whose accuracy nobody has measured,"
        for row in best.values():
            if row.joules is None:
                refused.append(f"{_short(row)} ({re.split('[,;(]', (*row.why, 'unknown')[0])[0].strip()})")
                continue
            way = {"spikes": "", "dense-ticks": f" in dense steps of {row.precision}"}.get(row.computation)
            if way is None and not spiking:
                way = f" in {row.precision}"
            elif way is None:
                way, remark = f" as an artificial network in {row.precision}{remark}", ""
            beside = f", {quantity(row.front_end, 'J')} of it on a processor beside the chip," if row.computation == "spikes" and row.front_end else ""
            trust = f"95 % interval {quantity(row.low, 'J')} to {quantity(row.high, 'J')}, grade {row.grade}" if row.low is not None else "never compared with a measurement"
            cited = ",".join(self._keys(row.device))
            told.append(f"{quantity(row.joules, 'J')} on {_short(row)}" + f"\0{cited}\0" * bool(cited) + f"{way}{beside} ({trust}{', slower than real time' * (row.fits == 'too slow')})")
        of, samples = self.result, f"{self.result['samples']} sample{'s' * (self.result['samples'] != 1)}"
        takes = f"takes an estimated {_listed(told)}" if told else "takes an energy that is not known on the devices asked for"
        none = f", and none is known on {_listed(refused)}" if told and refused else ""
        assumed = [_lowered(text.rstrip(".")) for text in self.activity.assumed]
        if "tick" not in self.activity.document:
            assumed.append("a time step is " + quantity(of.get("tickSeconds"), "s"))
        changed = _grouped((_PARENTHESIS.sub("", change), _short(row)) for row in best.values() if row.joules is not None for change in row.changes)
        if changed:
            assumed.append("the spikes stay as they are with " + _listed([f"{change} on {_listed(devices)}" for change, devices in changed.items()]))
        text = (
            f"A sample of {of['activity']}, {of['steps']} time steps of {quantity(of.get('tickSeconds'), 's')}, {takes}{none}; the boundary is {boundary}, {_MEANING[boundary]}. "
            f"{'Synaptic events, neuron updates and spikes' if spiking else 'Products of numbers'} were counted over {samples} in PyTorch and priced by Ganglion {version()}\0ganglion\0"
            + (f"; it is assumed that {' and that '.join(assumed)}." if assumed else ".")
        )
        return re.sub("\0([^\0]*)\0", r"~\\cite{\1}", _latex(text)) if latex else re.sub("\0[^\0]*\0", "", text)

    @property
    def assumed(self) -> List[str]:
        """What was assumed in counting and costing; in front of what is not of all devices, of which."""
        devices = {one["device"] for one in self.result["devices"] if one.get("assumed")}
        texts = _grouped((text, one["device"]) for one in self.result["devices"] for text in one.get("assumed", ()))
        return [*self.activity.assumed, *(text if set(of) == devices else f"{', '.join(of)}: {text}" for text, of in texts.items())]

    def _keys(self, device: Optional[str] = None) -> Dict[str, Dict[str, str]]:
        """The sources of all figures, or of those of a device, by their keys, each with what is known of it for BibTeX."""
        found: Dict[str, Dict[str, str]] = {}
        for source in (source for one in self.result["devices"] if device in (None, one["device"]) for source in one.get("sources", ())):
            text = " ".join(str(source["source"]).split())
            head = _REFERENCE.match(text)
            fields = {"key": source["key"], "title": text}  # of what has no author, styles sort by the key
            if head is not None:
                fields = {"author": head["names"].replace(" et al.", " and others"), "year": head["year"], **({"title": f"{{{head['title']}}}"} if head["title"] else {}), "howpublished": head["rest"] or text}
            code, doi, paper = (re.search(form, text) for form in (r"github ([\w.-]+/[\w.-]+)", r"\b10\.\d{4,9}/[^\s,)]+", r"arXiv[ :](\d{4}\.\d{4,5})"))
            fields.update({"url": f"https://github.com/{code[1]}"} if code else {})
            fields.update({"doi": doi[0]} if doi else {})
            fields.update({"eprint": paper[1], "archiveprefix": "arXiv"} if paper else {})
            fields.update({name: str(source[name]) for name in ("doi", "url") if source.get(name)})
            found[str(source["key"])] = fields
        return dict(sorted(found.items()))

    def bibtex(self) -> str:
        """The sources of the figures used, and Ganglion itself, as entries for BibTeX; paragraph cites their keys."""
        own = {"author": "{The Ganglion authors}", "title": "Ganglion, an event-driven neuromorphic simulator", "year": "2026", "note": f"version {version()}"}
        entries = []
        for key, fields in {"ganglion": own, **self._keys()}.items():
            entries.append(f"@misc{{{key},\n" + ",\n".join(f"  {name} = {{{_latex(value, keep='{}') if name not in ('url', 'doi') else value}}}" for name, value in fields.items()) + "\n}\n")
        return "\n".join(entries)


def _way(row: DeviceCost) -> str:
    return f"{row.computation}, {row.precision}" if row.precision and row.computation != "spikes" else row.computation


def fit_of(possible: bool, device: Mapping[str, Any]) -> str:
    """yes; changed, if the device would compute another network; too slow; or no."""
    if not possible:
        return "no"
    return "too slow" if device.get("inTime") is False else "changed" if device.get("changes") else "yes"


def _said(row: DeviceCost) -> str:
    if row.fits == "no":
        return "does not fit: " + "; ".join(row.why)
    if row.joules is None:
        return "energy unknown: " + "; ".join(row.why)
    interval = f"{quantity(row.low, 'J')} to {quantity(row.high, 'J')}, grade {row.grade}" if row.low is not None else "not measured"
    beside = f", {quantity(row.front_end, 'J')} of it beside the chip" if row.computation == "spikes" and row.front_end else ""
    fits = {"yes": "fits", "changed": "fits changed"}.get(row.fits, row.fits)
    return f"{row.boundary} {quantity(row.joules, 'J')}{beside} ({interval}), works {quantity(row.seconds, 's')}, {fits}"


def quantity(value: Optional[float], unit: str) -> str:
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


def _grouped(pairs: Iterable[Tuple[str, str]]) -> Dict[str, List[str]]:
    """The second of each pair by the first, each once."""
    groups: Dict[str, Dict[str, None]] = {}
    for one, other in pairs:
        groups.setdefault(one, {})[other] = None
    return {one: list(others) for one, others in groups.items()}


def _short(row: DeviceCost) -> str:
    """The title of a device without what stands in parentheses."""
    return _PARENTHESIS.sub("", row.title)


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else "".join(parts)


def _lowered(text: str) -> str:
    """A sentence as a part of another one; names in capitals stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _latex(text: str, keep: str = "") -> str:
    special = "".join(one for one in "&%$#_{}" if one not in keep)
    return re.sub(f"([{special}])", r"\\\1", text).replace("µ", r"\textmu{}").replace("~", r"\textasciitilde{}")

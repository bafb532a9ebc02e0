"""Networks that are built in Python. They become scenarios, whose keys are declared in the scenario format alone and checked by its reader."""

from __future__ import annotations

import errno
import json
import math
import os
import re
import tempfile
import textwrap
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Set, Tuple, TypeVar, Union

import numpy as np

from ._activity import seconds_of
from ._errors import InputError, Problem, writing
from ._given import Given, array_of, given_spikes, tick_seconds
from ._results import Run, Sweep, TemporaryFolder
from ._session import Path, Session, shared
from ._spikes import Spikes

_Made = TypeVar("_Made", Run, Sweep)
_MOST_WRITTEN = 1000  # of longer arrays nobody reads the numbers; they go into files
_WIDTH = 140
_PLAIN = re.compile(r"[A-Za-z_](?:[\w./ -]*[\w.])?|-?\d+(?:\.\d+)? [A-Za-z]+")
_OTHER = re.compile(r"true|false|null|yes|no|on|off|y|n", re.IGNORECASE)  # what YAML takes for no text
_BLOCK = re.compile("[!-~¡-‧‰-\ud7ff](?:[ -~¡-‧‰-\ud7ff]*\n)+[ -~¡-‧‰-\ud7ff]*")  # lines that YAML shows as they are
_ELSEWHERE = re.compile(r"\$\{|\.(csv|npy|npz|h5|hdf5)(#[^']*)?'", re.IGNORECASE)
_HALVES = re.compile("[\ud800-\udfff]")  # of characters, which no file can hold
_RULES = {
    "probability": ("bernoulli", "probability"),
    "in_degree": ("fixed-in-degree", "degree"),
    "out_degree": ("fixed-out-degree", "degree"),
    "total": ("fixed-total", "total"),
}


class Population(str):
    """A population or an input of a network: its name, which stands wherever a name does, as in run.spikes[e]."""

    def __new__(cls, name: str, keys: Dict[str, Any]) -> "Population":
        made = super().__new__(cls, name)
        made.keys = keys
        return made

    keys: Dict[str, Any]
    """What the scenario says about it."""

    def __getnewargs__(self) -> Any:
        return str(self), self.keys

    def current(self, value: Any, start: str = "0 ticks") -> "Population":
        """
        Adds a current to the summed input of each neuron at every tick, from a time on: a number, one for each neuron, or an array of
        time x neuron with a row for each tick, or with one column for all neurons.
        """
        value = _keys(value)
        if isinstance(value, list) and isinstance(next(iter(value), None), (list, np.ndarray)):
            value = _array(value, f"{self!r}, current")
        if not isinstance(value, np.ndarray) or value.ndim < 2:
            return self._add("steps", [{"from": start, "current": value}])
        if value.ndim != 2 or not value.size:
            raise InputError(2, f"{self!r}, current: found an array of shape {value.shape}, expected time x neuron")
        first = re.fullmatch(r"(\d+) ticks?", str(start))
        if first is None:
            raise InputError(2, f"{self!r}, current: found the start {start!r}, expected one in whole ticks for an array of time x neuron, such as '5 ticks'")
        rows = value[:, 0] if value.shape[1] == 1 else value
        kept = [0, *(tick for tick in range(1, len(rows)) if np.any(rows[tick] != rows[tick - 1]))]
        return self._add("steps", [{"from": f"{int(first[1]) + tick} ticks", "current": rows[tick]} for tick in kept])

    def noise(self, mean: float, deviation: float) -> "Population":
        """Adds white noise, independent for each neuron and drawn anew at every tick."""
        return self._add("noise", {"mean": mean, "deviation": deviation})

    def poisson_input(self, rate: str, weight: float) -> "Population":
        """Adds independent Poisson trains of events into each neuron; rate is that of all trains of a neuron, such as 4 kHz."""
        return self._add("poisson", {"rate": rate, "weight": weight})

    def _add(self, kind: str, value: Any) -> "Population":
        self.keys.setdefault("currents", []).append({kind: _keys(value)})
        return self

    def set(self, **keys: Any) -> "Population":
        """Sets any key that a scenario has for it, such as labels, start or encoder."""
        self.keys.update(_keys(keys))
        return self

    def __repr__(self) -> str:
        kind = self.keys.get("model") or ", ".join(key for key in self.keys if key not in ("name", "size"))
        return f"<{self}: {f'{size} neurons, ' if (size := self.keys.get('size')) else ''}{kind}>"


class Network:
    """
    A network that is built step by step and run without files.

        net = ganglion.Network(tick="1 ms", seed=7)
        noise = net.poisson("noise", 100, "20 Hz")
        e = net.population("e", 800, "lif", time_constant="20 ms", threshold=1)
        net.connect(noise, e, probability=0.1, weight=0.2, delay="2 ms")
        run = net.run("1 s")
        run.spikes[e].times

    Words are those of the scenario format, with _ in place of - and from_ for from; times and frequencies are texts with their units. An
    InputError tells what is wrong with a population at once, and what does not fit together at the run.
    """

    def __init__(self, name: str = "network", *, tick: Union[float, str], **keys: Any) -> None:
        text, self._tick = tick_seconds(seconds_of(tick, "tick") or tick)
        self.document: Dict[str, Any] = {"scenario": name, "clock": {"tick": text}}
        """The scenario so far; what no method says can be put into it."""
        self.set(**keys)
        self.document.update(models={}, inputs=[], network={"populations": [], "projections": []})
        self._accepted: Set[str] = set()

    def set(self, **keys: Any) -> "Network":
        """Sets keys of the scenario, such as seed, hardware or decision."""
        self.document.update(_keys(keys))
        return self

    def model(self, name: str, **keys: Any) -> str:
        """Adds a model of neurons by its equations, threshold, reset and parameters, or of synapses by on_pre, on_post or on_third; gives its name."""
        models = self.document.setdefault("synapse-models", {}) if any(key.startswith("on_") for key in keys) else self.document["models"]
        models[name] = {_key(key): textwrap.dedent(value).lstrip("\n") if isinstance(value, str) else _kept(value) for key, value in keys.items()}
        return name

    def population(self, name: str, size: Any, model: str, /, **parameters: Any) -> Population:
        """
        Adds neurons of a model with its parameters: one value for all, a list or array with one for each, or a distribution as a dictionary. What
        the scenario format does not take is refused here, unless the program is missing or at work: then by run.
        """
        keys: Dict[str, Any] = {"name": name, "size": _keys(size), "model": model}
        if parameters:
            keys["parameters"] = _kept(parameters) if model in self.document["models"] else _keys(parameters)
        self._check(keys)
        self.document["network"]["populations"].append(keys)
        return Population(name, keys)

    def _check(self, population: Dict[str, Any]) -> None:
        """Lets the reader of scenarios see a population alone, unless it was content with one like it, or needs variables or files of the scenario."""
        if _ELSEWHERE.search(repr(population)):
            return
        alone = Network(tick=self.document["clock"]["tick"])
        alone.document["clock"]["duration"] = "1 tick"
        alone.document["models"] = self.document["models"]
        alone.document["network"]["populations"].append(population)
        folder = TemporaryFolder()
        file = os.path.join(folder.path, "network.json")
        content, arrays = alone._written(file)
        like = repr((content.get("models"), {**content["network"]["populations"][0], "name": ""}))
        if like in self._accepted and not arrays:
            return
        _save(file, arrays, json.dumps(content))
        said = shared._server.call_if_free(["validate", "--allow-outside-paths", file])
        if said is None:
            return
        refused = InputError(2, said.err if said.code == 2 else "")
        refused.problems = [problem for problem in refused.problems if (problem.pointer or "").startswith("/network/populations/0")]
        if refused.problems:
            raise alone._named(refused)
        self._accepted.add(like)

    def input(self, name: str, size: Optional[int] = None, /, **keys: Any) -> Population:
        """Adds an input of any kind, such as input("noise", 10, poisson={"rate": "20 Hz"})."""
        self.document["inputs"].append({"name": name, **({} if size is None else {"size": size}), **_keys(keys)})
        return Population(name, self.document["inputs"][-1])

    def poisson(self, name: str, size: int, rate: Union[str, Sequence[str]]) -> Population:
        """Adds Poisson spike trains, independent for each neuron, of one rate or one for each."""
        return self.input(name, size, poisson={"rate": rate})

    def regular(self, name: str, size: int, period: Any, phase: Any = "0 s") -> Population:
        """Adds spikes at regular intervals, the first of them after the phase."""
        return self.input(name, size, regular={"period": period, "phase": phase})

    def spikes(self, name: str, spikes: Any, size: Optional[int] = None) -> Population:
        """
        Adds given spikes: an array of time x neuron; events as (ticks, neurons) or {"times": seconds, "neurons": ...}; Spikes of a run; or a file.
        size is the number of neurons, where it is not that of the columns.
        """
        if isinstance(spikes, (str, os.PathLike)):
            return self.input(name, size, spikes=os.path.abspath(spikes))
        given = given_spikes(spikes, self._tick)
        neurons = size or given.width or (spikes.size if isinstance(spikes, Spikes) else 0)
        if not neurons:
            raise InputError(2, f'input "{name}": found events without size, expected the number of neurons')
        given.check(neurons)
        return self.input(name, neurons, spikes=given)

    def sound(self, name: str, *recordings: Path) -> Population:
        """Adds an ear that hears recordings one after the other. set(frontend=..., encoder=...) says how."""
        return self.input(name, clips=[{"audio": os.path.abspath(one)} for one in recordings])

    def connect(
        self,
        source: str,
        target: str,
        *,
        weight: Any = None,
        delay: Any = None,
        stdp: Any = None,
        plasticity: Optional[Mapping[str, Any]] = None,
        modulator: Optional[str] = None,
        synapses: Any = None,
        connectivity: Any = None,
        **rule: Any,
    ) -> None:
        """
        Adds synapses: of all pairs, or by probability, in_degree, out_degree, total, any rule= with its keys, or connectivity="one-to-one".
        weight is a number, an array of source x target, or a distribution; delay a time or a distribution.
        plasticity names a model of synapses, of model() or Ganglion's, with its parameters as its text has them, such as
        {"tsodyks-markram": {"U": 0.5, "tau_rec": "800 ms"}}; modulator is the population of its third factor.
        synapses are arrays (sources, targets, weights), and (..., delays) in ticks, in place of weight and rule.
        """
        keys: Dict[str, Any] = {"from": source, "to": target}
        place = f'connect "{source}" to "{target}"'
        short = [] if "rule" in rule else [word for word in _RULES if word in rule]
        if len(short) > 1:
            raise InputError(2, f"{place}: found {' and '.join(short)}, expected one of them")
        for name, key in map(_RULES.__getitem__, short):
            rule = {"rule": name, key: rule.pop(short[0]), **rule}
        if rule and "rule" not in rule:
            allowed = f"weight, delay, stdp, plasticity, modulator, synapses, connectivity, {', '.join(_RULES)}, or rule= with its keys"
            raise InputError(2, f"{place}: found {', '.join(rule)}, expected {allowed}")
        if rule and connectivity is not None:
            raise InputError(2, f"{place}: found connectivity and a rule, expected one of them")
        if stdp is not None and plasticity is not None:
            raise InputError(2, f"{place}: found stdp and plasticity, expected one of them")
        if synapses is not None:
            if rule or any(one is not None for one in (connectivity, weight, delay)):
                raise InputError(2, f"{place}: found synapses beside a weight, a delay or a rule, expected them alone")
            columns = [_array(column, f"{place}, synapses") for column in synapses]
            if len(columns) not in (3, 4) or any(column.ndim != 1 or len(column) != len(columns[0]) for column in columns):
                raise InputError(2, f"{place}, synapses: found arrays of {', '.join(str(column.shape) for column in columns) or 'nothing'}, expected sources, targets, weights and perhaps delays, of one length")
            connectivity = _Arrays(zip(("source", "target", "weight", "delay"), columns))
        said = {"weights": weight, "connectivity": _keys(rule) or connectivity, "delay": delay, "plasticity": None if stdp is None else {"stdp": stdp}}
        keys.update((key, _keys(value)) for key, value in said.items() if value is not None)
        # Names of a text stay as they are.
        keys.update((key, value) for key, value in (("plasticity", plasticity), ("modulator", modulator)) if value is not None)
        self.document["network"]["projections"].append(keys)

    def record(self, what: str, population: Optional[str] = None, **keys: Any) -> None:
        """Records membrane, current, states or spikes of a population, at every tick or as keys say (every, neurons, from_, until), or weights or activity of the network."""
        if not isinstance(population, (str, type(None))):
            raise InputError(2, f"record {what}: found {population!r}, expected the name of one population")
        kept = self.document.setdefault("record", {})
        if population is None:
            kept[what] = _keys(keys)
        else:
            kept.setdefault(what, []).append({"population": population, **_keys(keys)} if keys else population)

    def expect(self, **keys: Any) -> None:
        """Adds an expectation, such as expect(rate={"population": e}, between=["5 Hz", "20 Hz"]). Run.passed tells whether all hold."""
        self.document.setdefault("expect", []).append(_keys(keys))

    def run(self, duration: Optional[str] = None, *, session: Optional[Session] = None, out: Optional[Path] = None, npz: bool = True, **options: Any) -> Run:
        """
        Runs the network, for a time that it then keeps. The other arguments are those of ganglion.run. With out, the scenario and its arrays are
        beside the run directory; without it, all is in a temporary folder, which is deleted with the Run.
        """
        return self._made(duration, out, lambda content, directory: (session or shared).run(content, out=directory, npz=npz, **options))

    def sweep(
        self,
        values: Optional[Mapping[str, Any]] = None,
        duration: Optional[str] = None,
        *,
        repeat: Optional[int] = None,
        session: Optional[Session] = None,
        out: Optional[Path] = None,
        **options: Any,
    ) -> Sweep:
        """
        Runs the network with each value, or each combination of values, such as {"/clock/tick": ["1 ms", "0.1 ms"]}, and repeat times with other
        seeds. The other arguments are those of ganglion.sweep.
        """
        asked = {pointer: value for pointer, value in (("/sweep", values), ("/repeat", repeat)) if value is not None}
        asked.update(options.pop("set", None) or {})
        return self._made(duration, out, lambda content, directory: (session or shared).sweep(content, out=directory, set=asked, **options))

    def _made(self, duration: Optional[str], out: Optional[Path], simulate: Callable[[Dict[str, Any], str], _Made]) -> _Made:
        if duration is not None:
            self.document["clock"]["duration"] = duration
        keep = TemporaryFolder() if out is None else None
        directory = os.path.join(keep.path, "run") if keep else os.path.abspath(str(out))
        content, arrays = self._written(directory + ".scenario")
        _save(directory, arrays)
        try:
            made = simulate(content, directory)
        except InputError as refused:
            raise self._named(refused) from None
        made._keep = keep
        for each in made.runs if isinstance(made, Sweep) else ():
            each._keep = keep
        return made

    def save(self, file: Path) -> str:
        """Writes the scenario, as JSON if the name ends in .json, else as YAML, with long arrays beside it. ganglion run FILE gives the same bits."""
        target = os.path.abspath(file)
        content, arrays = self._written(target)
        text = json.dumps(content, indent=2, ensure_ascii=False) if target.lower().endswith(".json") else _yaml(content)
        _save(target, arrays, f"{text}\n")
        return target

    def _written(self, stem: str) -> Tuple[Dict[str, Any], Dict[str, Any]]:
        """The scenario without long arrays, and those by the names of their files, which begin with the stem."""
        arrays: Dict[str, Any] = {}

        def plain(value: Any, pointer: str) -> Any:
            if isinstance(value, (_Arrays, Given)) or isinstance(value, np.ndarray) and value.size > _MOST_WRITTEN and value.dtype.kind in "biuf":
                name = f"{stem}.{len(arrays) + 1}.{'npy' if isinstance(value, np.ndarray) else 'npz'}"
                arrays[name] = value
                return os.path.basename(name)
            if isinstance(value, os.PathLike):
                return os.path.abspath(value)
            value = value.tolist() if hasattr(value, "tolist") else str(value) if isinstance(value, Population) else value
            if isinstance(value, Mapping):
                return {plain(key, pointer): plain(one, f"{pointer}/{key}") for key, one in value.items()}
            if isinstance(value, (list, tuple)):
                return [plain(one, f"{pointer}/{place}") for place, one in enumerate(value)]
            if not isinstance(value, (str, int, float, type(None))) or value in (math.inf, -math.inf) or value != value or isinstance(value, str) and _HALVES.search(value):
                raise InputError(2, f"{self._place(pointer)}found {value!r}, expected a finite number, a text, true, false, a list or a dictionary")
            return value

        return plain({key: value for key, value in self.document.items() if not (isinstance(value, (dict, list)) and not value)}, ""), arrays

    def _named(self, refused: InputError) -> InputError:
        """The refusal with the places that this network has for the lines and pointers of its scenario."""
        problems = [problem._replace(file=None, line=None, message=f"{self._place(problem.pointer)}{problem.message}") for problem in refused.problems]
        named = InputError(2, "\n".join(problem.message for problem in problems))
        named.problems = problems
        return named

    def _place(self, pointer: Optional[str]) -> str:
        at: Any = self.document
        words: List[str] = []
        kind = ""
        for key in (pointer or "").split("/")[1:]:
            within = at if isinstance(at, (list, Mapping)) else {}
            at = within.get(key) if isinstance(within, Mapping) else within[int(key)] if key.isdigit() and int(key) < len(within) else None
            if isinstance(at, Mapping) and ("name" in at or "from" in at and "to" in at):
                words = [f'{kind[:-1]} "{at["name"]}"' if "name" in at else f'connect "{at["from"]}" to "{at["to"]}"']
            elif key not in ("parameters", "connectivity") or not words:
                words.append(key)
            kind = key
        return "".join([", ".join(words), ": "]) if words else ""

    def __repr__(self) -> str:
        network = self.document["network"]
        counts = [(len(network["populations"]), "population"), (len(network["projections"]), "projection"), (len(self.document["inputs"]), "input")]
        return f"<Network {self.document['scenario']}: {', '.join(f'{count} {word}' + 's' * (count != 1) for count, word in counts)}>"


class _Arrays(Dict[str, Any]):
    """Arrays by name, which a file holds."""


def _save(target: str, arrays: Mapping[str, Any], text: Optional[str] = None) -> None:
    """Writes the arrays and the text of a target: all of them, or nothing that was there before is changed."""
    folder = os.path.dirname(target)
    with writing(target):
        os.makedirs(folder, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".ganglion-", dir=folder) as made:
            for name, value in arrays.items():
                file = os.path.join(made, os.path.basename(name))
                if isinstance(value, np.ndarray):
                    np.save(file, np.atleast_2d(value))
                else:
                    np.savez(file, **(value if isinstance(value, dict) else {"ticks": value.ticks, "neurons": value.neurons}))
            if text is not None:
                if os.path.isdir(target):
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
                with open(os.path.join(made, os.path.basename(target)), "w", encoding="utf-8") as file_of_text:
                    file_of_text.write(text)
            for name in [*arrays, *([] if text is None else [target])]:
                os.replace(os.path.join(made, os.path.basename(name)), name)


def _array(values: Any, place: str) -> Any:
    """An array of numbers of its own."""
    try:
        found = np.array(array_of(values))
    except (TypeError, ValueError):  # lists of several lengths
        found = np.empty(0, object)
    if found.dtype.kind not in "biuf":
        raise InputError(2, f"{place}: found {type(values).__name__} without an array of numbers, expected numbers in lists of one length")
    return found


def _key(word: Any) -> str:
    if not isinstance(word, str):
        raise InputError(2, f"found the key {word!r}, expected a text")
    return word.strip("_").replace("_", "-")


def _keys(value: Any) -> Any:
    """A value in which the keys of all dictionaries are words of the scenario format."""
    if isinstance(value, Mapping) and not isinstance(value, _Arrays):
        return {_key(word): _keys(one) for word, one in value.items()}
    return [_keys(one) for one in value] if type(value) in (list, tuple) else _kept(value)


def _kept(value: Any) -> Any:
    """A value that stays as it is now, whatever the caller does to arrays and lists of his own."""
    if isinstance(value, np.ndarray) or hasattr(value, "detach"):
        return np.array(array_of(value))
    if type(value) in (list, tuple):
        return [_kept(one) for one in value]
    return {word: _kept(one) for word, one in value.items()} if isinstance(value, Mapping) and not isinstance(value, _Arrays) else value


def _yaml(value: Any, margin: str = "") -> str:
    """A document as YAML: in a line what fits into one, else an entry to a line."""
    lines = []
    for entry in value.items() if isinstance(value, dict) else enumerate(value):
        head, one = ("-" if isinstance(value, list) else f"{_flow(entry[0])}:"), entry[1]
        short = _flow(one)
        if isinstance(one, str) and _BLOCK.fullmatch(one):
            *whole, rest = one.split("\n")
            end = "-" if rest else "" if whole[-1] else "+"
            lines.append(f"{head} |{end}\n" + "\n".join(f"{margin}  {line}" if line else "" for line in [*whole, *filter(None, [rest])]))
        elif isinstance(one, (dict, list)) and (len(short) + len(margin) > _WIDTH or "\\n" in short):
            deeper = _yaml(one, margin + "  ")
            lines.append(f"{head} {deeper.lstrip()}" if head == "-" else f"{head}\n{margin}  {deeper.lstrip()}")
        else:
            lines.append(f"{head} {short}")
    return f"\n{margin}".join(lines)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str) and _PLAIN.fullmatch(value) and not _OTHER.fullmatch(value):
        return value
    return re.sub(r"^(-?\d+)e", r"\1.0e", json.dumps(value, ensure_ascii=False))

"""Files of the conformance kit: graphs (NIR), spikes (NIRData), cases, and the answers of adapters. Needs numpy and h5py."""

import json
import os
import sys
import zipfile
from pathlib import Path

import h5py
import numpy as np


class Fault(Exception):
    """What is wrong with a file or an answer, in one line."""


def _value(item):
    value = item[()]
    return value.decode() if isinstance(value, bytes) else value


def _nodes(group, prefix, nodes, edges):
    """Adds the nodes of a group, nested graphs as outer.inner, and its edges; gives the names of its inputs and outputs."""
    inner, ends = {}, {"Input": [], "Output": []}
    for name, child in group["nodes"].items():
        kind = _value(child["type"])
        if kind == "NIRGraph":
            inner[name] = _nodes(child, prefix + name + ".", nodes, edges)
        elif prefix and kind in ("Input", "Output"):
            # Of a nested graph: what goes in and out by it passes through.
            nodes[prefix + name] = {"type": "Identity"}
            inner[name] = ([prefix + name], [prefix + name])
            ends[kind].append(prefix + name)
        else:
            nodes[prefix + name] = {key: _value(item) for key, item in child.items() if isinstance(item, h5py.Dataset)}
            inner[name] = ([prefix + name], [prefix + name])
    for source, target in group["edges"][()].tolist() if group["edges"].shape[0] else []:
        for end in (source, target):
            if end.decode() not in inner:
                raise Fault(f"an edge names the node \"{end.decode()}\", expected one of {', '.join(sorted(inner))}")
        edges += [(a, b) for a in inner[source.decode()][1] for b in inner[target.decode()][0]]
    return ends["Input"], ends["Output"]


def read_graph(path):
    """A NIR graph as {"nodes": {name: {"type": ..., parameter: array}}, "edges": [(source, target)]}, nested graphs flattened."""
    try:
        with h5py.File(path, "r") as file:
            nodes, edges = {}, []
            _nodes(file["node"], "", nodes, edges)
            return {"nodes": nodes, "edges": edges}
    except (OSError, LookupError, ValueError, TypeError, AttributeError, RuntimeError) as e:
        raise Fault(f"{Path(path).name}: {type(e).__name__} {e}") from e


def read_data(path, dt, steps):
    """The NIRData of a file as {node: {observable: array of step x neuron}}, in steps of dt."""

    def grid(group):
        kind = group.attrs["__type__"]
        if kind == "TimeGriddedData":
            if abs(group.attrs["dt"] / dt - 1) > 1e-9:
                raise Fault(f"{Path(path).name}: its step is {group.attrs['dt']} s, expected {dt} s")
            return group["data"][0].astype(float)
        if kind not in ("EventData", "ValuedEventData"):
            raise Fault(f"{Path(path).name}: found data of type {kind}")
        idx, time = group["idx"][0], group["time"][0]
        values = group["value"][0] if kind == "ValuedEventData" else np.ones(len(idx))
        data = np.zeros((steps, int(group.attrs["n_neurons"])))
        used = idx >= 0
        # A time that rounding has put just below its step belongs to the step.
        np.add.at(data, (np.floor(time[used] / dt + 1e-6).astype(int), idx[used]), values[used])
        return data

    try:
        with h5py.File(path, "r") as file:
            if file.attrs.get("__type__") != "NIRGraphData":
                raise Fault(f"{Path(path).name}: is no NIRData: it has no attribute __type__ NIRGraphData")
            return {name: {key: grid(each) for key, each in node["observables"].items()} for name, node in file["nodes"].items()}
    except (OSError, LookupError, ValueError, TypeError, AttributeError, RuntimeError) as e:
        raise Fault(f"{Path(path).name}: {type(e).__name__} {e}") from e


class Case:
    """A case folder. `graph`, `inputs` (array of step x neuron for each input node) and `expected` are read when asked for."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.name = self.folder.name
        try:
            self.about = json.loads((self.folder / "case.json").read_text())
            self.level, self.purpose, self.dt, self.steps, self.observe = (self.about[key] for key in ("level", "purpose", "dt", "steps", "observe"))
            sizes = [size for keys in self.observe.values() for size in keys.values()]
            for what, good in (("a dt above 0 s", self.dt > 0), ("1 to 100000 steps", self.steps in range(1, 100001)), ("nodes to observe with their sizes", min(sizes) > 0)):
                if not good:
                    raise ValueError(f"expected {what}")
        except (OSError, LookupError, ValueError, TypeError, AttributeError, RecursionError) as e:
            raise Fault(f"case.json: {type(e).__name__} {e}") from e
        self.net, self.input = self.folder / "net.nir", self.folder / "input.h5"

    def variant(self, run):
        """The case with another net, input, dt or number of steps, as one of its runs or the options of an adapter say."""
        other = Case(self.folder)
        other.dt, other.steps = run.get("dt", self.dt), run.get("steps", self.steps)
        other.net, other.input = self.folder / run.get("net", "net.nir"), self.folder / run.get("input", "input.h5")
        return other

    @property
    def graph(self):
        return read_graph(self.net)

    @property
    def inputs(self):
        data = read_data(self.input, self.dt, self.steps)
        return {name: next(iter(each.values())) for name, each in data.items()}

    @property
    def expected(self):
        return [json.loads(each.read_text()) for each in sorted((self.folder / "expected").glob("*.json"))]


def serve():
    """Reads requests, a JSON line each, forks for each, and writes a line with its exit code. Comes back in the forked processes only."""
    for line in sys.stdin:
        *words, said, folder = json.loads(line)
        child = os.fork()
        if child == 0:
            with open(said, "wb") as errors, open(os.devnull, "rb") as nothing:
                for mine, theirs in ((nothing, 0), (errors, 1), (errors, 2)):
                    os.dup2(mine.fileno(), theirs)
            os.chdir(folder)
            sys.argv[1:] = words
            return
        print("\nexit", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    sys.exit(0)


def arguments():
    """For adapters: the case, the output file and the options of the command line. Called with --serve it comes back in a forked
    process for each request, so that what the adapter imported before is imported once."""
    if sys.argv[1:] == ["--serve"]:
        serve()
    if len(sys.argv) < 3:
        sys.exit(f"usage: {sys.argv[0]} CASE OUT [OPTIONS]")
    case = Case(sys.argv[1])
    options = json.loads(sys.argv[3]) if len(sys.argv) > 3 else {}
    return case.variant(options), Path(sys.argv[2]), options


def answer(out, case, observables, **more):
    """For adapters: writes what was observed, {node: {"spikes": step x neuron, "v": step x neuron}}."""
    nodes = {name: dict(each) for name, each in observables.items()}
    for each in nodes.values():
        for key, data in each.items():
            data = np.asarray(data)
            each[key] = np.repeat(np.argwhere(data), data[data != 0].astype(int), axis=0).tolist() if key == "spikes" else data.tolist()
    Path(out).write_text(json.dumps({"dt": case.dt, "steps": case.steps, "observables": nodes, **more}))


def refused(out, why):
    """For adapters: says that the tool refused to read the graph, and ends."""
    Path(out).write_text(json.dumps({"refused": why}))
    sys.exit(0)


def unsupported(out, why):
    """For adapters: says that the tool has no such thing, and ends."""
    Path(out).write_text(json.dumps({"unsupported": why}))
    sys.exit(0)


def read_answer(path):
    """The answer in a file, JSON or NPZ with the keys NODE.spikes, NODE.v, dt and steps."""
    if not path.is_file():
        raise Fault("wrote no answer")
    try:
        if not zipfile.is_zipfile(path):
            found = json.loads(path.read_text())
            if not isinstance(found, dict):
                raise Fault("the answer is no JSON object")
            return found
        found = {"observables": {}}
        with np.load(path) as arrays:
            for key in arrays.files:
                node, dot, name = key.rpartition(".")
                (found["observables"].setdefault(node, {}) if dot else found)[name] = arrays[key].tolist()
        return found
    except (OSError, ValueError, RecursionError, zipfile.BadZipFile) as e:
        raise Fault(f"the answer is neither JSON nor NPZ: {e}") from e

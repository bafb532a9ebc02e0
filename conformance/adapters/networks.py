"""For adapters of tools without a NIR import: the graph as populations of neurons, and matrices with delays between them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.dont_write_bytecode = True
import kit
import numpy as np
import reference

NEURONS = ("I", "IF", "LI", "LIF", "CubaLI", "CubaLIF")


def start(kinds):
    """The case, the output file, the options, the populations {name: (type, parameters as vectors)}, and the connections: (source,
    target, matrix, offset, delay in seconds). Answers `unsupported` for a type of neuron that is none of kinds."""
    case, out, options = kit.arguments()
    if case.about.get("kind") == "refusal":
        kit.unsupported(out, "has no import of NIR that could refuse the graph")
    if "split" in options or options.get("threads", 1) != 1:
        kit.unsupported(out, "its adapter runs in one piece and one thread")
    try:
        graph = case.graph
        model = reference.Model(graph, case.dt)
    except (kit.Fault, ValueError) as e:
        kit.refused(out, str(e))
    nodes = graph["nodes"]
    for node in nodes.values():
        if node["type"] not in kinds and node["type"] in (*NEURONS, "Threshold"):
            kit.unsupported(out, f"no {node['type']} in the adapter")
    sizes = {n: int(np.prod(model.given[n].shape)) for n in nodes}
    populations = {}
    for name, node in nodes.items():
        if node["type"] in NEURONS:
            vectors = {k: np.broadcast_to(v, model.given[name].shape).astype(float).ravel() for k, v in node.items() if k != "type"}
            populations[name] = (node["type"], {"v_leak": np.zeros(sizes[name]), "v_reset": np.zeros(sizes[name])} | vectors)
    connections = []

    def follow(source, at, matrix, offset, delay):
        for target in model.targets[at]:
            kind = nodes[target]["type"]
            if kind in NEURONS:
                connections.append((source, target, matrix, offset, delay))
            elif kind == "Delay":
                each = np.broadcast_to(nodes[target]["delay"], model.given[target].shape).ravel()
                for d in np.unique(each):
                    keep = (each == d).astype(float)
                    follow(source, target, matrix * keep[:, None], offset * keep, delay + float(d))
            elif kind != "Output":
                shape = model.given[at].shape
                apply = lambda x: np.ravel(model.stateless(target, x.reshape(shape), nodes[target]))
                rest = apply(np.zeros(shape))
                columns = [apply(column) - rest for column in matrix.T]
                follow(source, target, np.stack(columns, 1), apply(offset), delay)

    for name in [*populations, *(n for n, node in nodes.items() if node["type"] == "Input")]:
        follow(name, name, np.eye(sizes[name]), np.zeros(sizes[name]), 0.0)
    return case, out, options, populations, connections


def driven(case, populations, connections):
    """What the inputs and offsets give to each population: {name: array of step x neuron}."""
    drive = {name: np.zeros((case.steps, len(p["r"]))) for name, (_, p) in populations.items()}
    inputs = case.inputs
    for source, target, matrix, offset, delay in connections:
        late = round(delay / case.dt)
        x = inputs[source] @ matrix.T if source in inputs else 0.0
        drive[target][late:] += (x[: case.steps - late] if source in inputs else 0.0) + offset
    return drive

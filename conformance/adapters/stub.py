"""Adapter to copy: answers with the kit's own reference model, under the conventions of the option "conventions"."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import numpy as np
import kit
import reference

case, out, options = kit.arguments()
try:
    graph = case.graph
    reference.check_graph(graph)
    model = reference.Model(graph, case.dt, options.get("conventions", {}))
    for name in graph["nodes"]:
        model.check_shape(name)
except (kit.Fault, ValueError) as e:
    kit.refused(out, str(e))
counts = {"synaptic_events": 0, "spikes": 0, "neuron_updates": 0}


def count(model, now):
    """A synaptic event is a spike that reaches a target by a weight other than zero."""
    for name, node in graph["nodes"].items():
        if "weight" in node:
            synapses = node | {"weight": node["weight"] != 0, "bias": 0 * node.get("bias", np.zeros(1))}
            counts["synaptic_events"] += int(model.stateless(name, model.taken[name], synapses).sum())
        elif node["type"] in reference.SPIKING:
            counts["spikes"] += int(now[name].sum())
            counts["neuron_updates"] += now[name].size


observables, _ = reference.observe_model(model, case.inputs, case.steps, case.observe, count if case.about.get("kind") == "counts" else None)
kit.answer(out, case, observables, counts=counts)

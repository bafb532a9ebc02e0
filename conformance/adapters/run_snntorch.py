"""snnTorch, by its own NIR import, which takes every graph for one of a time step of 1e-4 s: the option "unit" rescales the graph to that.
Install: pip install snntorch (tried: the sources of 2026-05-11, 634fc22)."""

import numpy as np
import torch_tools
from snntorch.import_nir import import_from_nir

case, out, _, graph = torch_tools.start()
thresholds = {name: getattr(node, "v_threshold", None) for name, node in graph.nodes.items()}
module = torch_tools.told(case, out, lambda: import_from_nir(graph))
state = [None]


def step(x):
    *_, state[0] = module(x, state[0])


def potential(name, part, output):
    # The import moves the gain of the input to the threshold; potentials are told in units of the graph.
    if thresholds.get(name) is None or not hasattr(part, "mem"):
        return None
    return part.mem * (np.unique(thresholds[name])[0] / float(part.threshold))


torch_tools.run(case, out, module, step, potential)

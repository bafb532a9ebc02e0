"""Norse, by its own NIR import. Install: pip install norse (tried: the sources of 2026-02-09, 065a3b4, with nir 7232ada and nirtorch 2604ce2)."""

import torch_tools
from norse.torch import from_nir

case, out, _, graph = torch_tools.start()
module = torch_tools.told(case, out, lambda: from_nir(graph, ignore_warnings=True, dt=case.dt))
state = [None]


def step(x):
    *_, state[0] = module(x, state[0])


def potential(name, part, output):
    found = output[1]
    return getattr(found[1] if type(found) is tuple else found, "v", None)


torch_tools.run(case, out, module, step, potential)

"""SpikingJelly, by its own NIR import. Install: pip install spikingjelly[nir] (tried: the sources of 2026-08-08, afb1322)."""

import torch_tools
from spikingjelly.activation_based.nir_exchange import import_from_nir

case, out, _, graph = torch_tools.start()
module = torch_tools.told(case, out, lambda: import_from_nir(graph, dt=case.dt))
state = [None]


def step(x):
    *_, state[0] = module(x, state[0])


torch_tools.run(case, out, module, step, lambda name, part, output: getattr(part, "v", None))

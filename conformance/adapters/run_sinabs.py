"""sinabs, by its own NIR import, which takes time constants in steps: the option "unit" 1 rescales the graph to that.
Install: pip install sinabs (tried: the sources of 2026-02-04, 904eb89)."""

import torch_tools
from sinabs.nir import from_nir

case, out, _, graph = torch_tools.start()
module = torch_tools.told(case, out, lambda: from_nir(graph, batch_size=1))
state = [None]


def step(x):
    *_, state[0] = module(x, state[0])


torch_tools.run(case, out, module, step, lambda name, part, output: getattr(part, "v_mem", None))

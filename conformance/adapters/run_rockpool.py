"""Rockpool, by its own NIR import, which takes tau / (1 + r) for the time step. Install: pip install rockpool[torch] nir nirtorch
(tried: the sources of 2025-12-18, 42cee1c)."""

import torch_tools
from rockpool.nn.modules.torch.nir import from_nir

case, out, _, graph = torch_tools.start()
module = torch_tools.told(case, out, lambda: from_nir(graph))
state = [None]


def step(x):
    *_, state[0] = module(x[None], state[0])


torch_tools.run(case, out, module, step, lambda name, part, output: getattr(part, "vmem", output[0]))

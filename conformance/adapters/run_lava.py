"""Lava, by its API, floating point on the CPU: LIF processes with DelayDense between them, one decay for a population. Potentials are scaled, as
lava adds the current to the potential as it is. Install: pip install lava-nc (tried: the sources of 2025-07-28, b6822fb, with three default
values of a dataclass made into factories, which Python 3.11 and later demand)."""

import networks
import numpy as np
from lava.magma.core.run_conditions import RunSteps
from lava.magma.core.run_configs import Loihi2SimCfg
from lava.proc.dense.process import DelayDense, Dense
from lava.proc.io.source import RingBuffer
from lava.proc.lif.process import LIF
from lava.proc.monitor.process import Monitor

case, out, options, populations, connections = networks.start(networks.NEURONS)
unsupported = lambda why: networks.kit.unsupported(out, why)
drive, cells, gains, scales, monitors = networks.driven(case, populations, connections), {}, {}, {}, {}
for name, (kind, p) in populations.items():
    size, cuba = len(p["r"]), kind.startswith("Cuba")
    tau = p.get("tau", p.get("tau_mem"))
    dv = np.zeros(size) if tau is None else case.dt / tau
    du = case.dt / p["tau_syn"] if cuba else np.ones(size)
    threshold = p.get("v_threshold", np.full(size, np.inf))
    if any(np.ptp(each) for each in (dv, du)):
        unsupported("one decay for a population")
    if p["v_reset"].any():
        unsupported("resets to 0")
    # What an input of 1 adds to the current, and what the current adds to the potential, which is 1 in Lava.
    gains[name] = (p["w_in"] * du if cuba else 1.0) * np.ones(size)
    scales[name] = p["r"] * (dv if tau is not None else case.dt)
    vth = threshold / scales[name]
    if vth.size > 1 and vth.min() != vth.max():
        unsupported("one threshold for a population")
    bias = p["v_leak"] * dv / scales[name]
    cells[name] = LIF(shape=(size,), du=du[0], dv=dv[0], vth=vth[0], bias_mant=bias)
    given = RingBuffer(data=(drive[name] * gains[name]).T.copy())
    given.s_out.connect(cells[name].a_in)
    for key in case.observe.get(name, {}):
        monitors[name, key] = Monitor()
        monitors[name, key].probe(cells[name].s_out if key == "spikes" else cells[name].v, case.steps)
for source, target, matrix, offset, delay in connections:
    if source in populations and matrix.any():
        if "v_threshold" not in populations[source][1]:
            unsupported("analogue values between neurons are not in the adapter")
        weights, late = matrix * gains[target][:, None], round(delay / case.dt)
        dense = DelayDense(weights=weights, delays=late) if late else Dense(weights=weights)
        cells[source].s_out.connect(dense.s_in)
        dense.a_out.connect(cells[target].a_in)
# A run is of the processes that are connected with one.
for cell in cells.values():
    if cell.runtime is None:
        cell.run(condition=RunSteps(num_steps=case.steps), run_cfg=Loihi2SimCfg(select_tag="floating_pt"))
found = {}
for (name, key), monitor in monitors.items():
    ((_, variables),) = monitor.get_data().items()
    ((_, data),) = variables.items()
    found.setdefault(name, {})[key] = data if key == "spikes" else data * scales[name]
for cell in cells.values():
    cell.stop()
networks.kit.answer(out, case, found)

"""Brian 2, by its API: a group per population, exact integration, default schedule of a step (potentials, thresholds,
synapses, resets). Spikes add to a current that lasts one step. Install: pip install brian2 (tried: 2.8.0.4 of Debian 13)."""

import brian2 as b
import networks
import numpy as np

case, out, options, populations, connections = networks.start(networks.NEURONS)
b.prefs.codegen.target = "numpy"
b.defaultclock.dt = case.dt * b.second
EQUATIONS = {
    "IF": "dv/dt = r * x / second : 1",
    "LIF": "dv/dt = (v_leak - v + r * x) / (tau * second) : 1",
    "CubaLIF": "dv/dt = (v_leak - v + r * current) / (tau_mem * second) : 1\ndcurrent/dt = (w_in * x - current) / (tau_syn * second) : 1",
}
drive, groups, monitors, parts = networks.driven(case, populations, connections), {}, {}, []
for number, (name, (kind, p)) in enumerate(populations.items()):
    spiking = "v_threshold" in p
    equations = EQUATIONS[{"I": "IF", "LI": "LIF", "CubaLI": "CubaLIF"}.get(kind, kind)]
    given = b.TimedArray(drive[name], dt=case.dt * b.second, name=f"given_{number}")
    equations += "\nx : 1\narrived : 1\n"
    equations += "".join(f"{key} : 1 (constant)\n" for key in p)
    more = {"threshold": "v > v_threshold", "reset": "v = v_reset"} if spiking else {}
    # The exact integration of Brian cannot do dv/dt = constant, for which Euler is exact.
    method = options.get("method", "euler" if kind in ("I", "IF") else "exact")
    group = b.NeuronGroup(len(p["r"]), equations, method=method, namespace={f"given_{number}": given}, **more)
    for key, value in p.items():
        setattr(group, key, value)
    # A spike is a current for one step: what arrived is dropped when it is taken up.
    parts += [group, group.run_regularly(f"x = arrived + given_{number}(t, i)\narrived = 0", when="start")]
    groups[name] = group
    for key in case.observe.get(name, {}):
        monitors[name, key] = b.SpikeMonitor(group) if key == "spikes" else b.StateMonitor(group, "v", record=True, when="end")
for source, target, matrix, offset, delay in connections:
    rows, columns = np.nonzero(matrix)
    if source in populations and len(rows):
        if "v_threshold" not in populations[source][1]:
            networks.kit.unsupported(out, "analogue values between neurons are not in the adapter")
        synapses = b.Synapses(groups[source], groups[target], "w : 1", on_pre="arrived_post += w")
        synapses.connect(i=columns, j=rows)
        synapses.w, synapses.delay = matrix[rows, columns], delay * b.second
        parts.append(synapses)
b.Network(*parts, *monitors.values()).run(case.steps * case.dt * b.second)
found = {}
for (name, key), monitor in monitors.items():
    if key == "v":
        data = np.array(monitor.v).T
    else:
        data = np.zeros((case.steps, len(groups[name])))
        np.add.at(data, (np.rint(np.array(monitor.t / b.second) / case.dt).astype(int), np.array(monitor.i)), 1)
    found.setdefault(name, {})[key] = data
networks.kit.answer(out, case, found)

"""Nengo, by its API: nengo.LIF without refractory time, potentials scaled to its threshold of 1; an IF has a time constant of 1e18 s.
Connections act in the same step (synapse None), in a cycle one step later (Lowpass(0)). Install: pip install nengo (tried: the sources of
2026-05-23, 43e46ed)."""

import nengo
import networks
import numpy as np

case, out, options, populations, connections = networks.start(("IF", "LIF", "LI"))
unsupported = lambda why: networks.kit.unsupported(out, why)
drive, parts, probes, scales = networks.driven(case, populations, connections), {}, {}, {}
targets = {n: {t for s, t, *_ in connections if s == n} for n in populations}


def reaches(start, goal, seen):
    return any(t == goal or (t not in seen and reaches(t, goal, seen | {t})) for t in targets.get(start, ()))


with nengo.Network() as model:
    for name, (kind, p) in populations.items():
        tau, size = p.get("tau", np.full(len(p["r"]), 1e18)), len(p["r"])
        if np.ptp(tau):
            unsupported("one time constant for an ensemble")
        given = nengo.Node(lambda t, data=drive[name]: data[min(round(t / case.dt) - 1, case.steps - 1)])
        if kind == "LI":
            if p["v_leak"].any():
                unsupported("no resting potential")
            parts[name] = nengo.Node(size_in=size)
            scales[name] = p["r"]
            nengo.Connection(given, parts[name], transform=p["r"], synapse=nengo.Lowpass(tau[0]))
            probes[name, "v"] = nengo.Probe(parts[name])
            continue
        if (p["v_leak"] != p["v_reset"]).any() or p["v_leak"].any():
            unsupported("resting and reset potential are 0")
        if (p["v_threshold"] <= 0).any():
            unsupported("a threshold is above the resting potential")
        neuron = nengo.LIF(tau_rc=tau[0], tau_ref=0, min_voltage=-np.inf, initial_state={"voltage": nengo.dists.Choice([0])})
        ensemble = nengo.Ensemble(size, 1, neuron_type=neuron, gain=np.ones(size), bias=np.zeros(size), encoders=np.ones((size, 1)))
        parts[name] = ensemble.neurons
        scales[name] = p["r"] / p["v_threshold"] * (tau if kind == "IF" else 1.0)
        nengo.Connection(given, parts[name], transform=scales[name], synapse=None)
        for key in case.observe.get(name, {}):
            probes[name, key] = nengo.Probe(parts[name], "output" if key == "spikes" else "voltage")
    for source, target, matrix, offset, delay in connections:
        if source not in populations:
            continue
        if delay:
            unsupported("no delays between neurons")
        if populations[target][0] == "LI" or populations[source][0] == "LI":
            unsupported("no connection between ensembles and filters in the adapter")
        cycle = source == target or reaches(target, source, {target})
        weights = matrix * scales[target][:, None] * case.dt
        nengo.Connection(parts[source], parts[target], transform=weights, synapse=nengo.Lowpass(0) if cycle else None)
with nengo.Simulator(model, dt=case.dt, progress_bar=False, optimize=False) as simulator:
    simulator.run_steps(case.steps, progress_bar=False)
found = {}
for (name, key), probe in probes.items():
    scale = case.dt if key == "spikes" else populations[name][1].get("v_threshold", 1.0)
    data = np.rint(simulator.data[probe] * scale) if key == "spikes" else simulator.data[probe] * scale
    if key in case.observe.get(name, {}):
        found.setdefault(name, {})[key] = data
networks.kit.answer(out, case, found)

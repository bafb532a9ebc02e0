"""NEST, by its API. A LIF or IF is an iaf_psc_delta (an IF has a time constant of 1e20 ms), a CubaLIF an iaf_psc_exp; inputs and biases
are spikes of generators with weights. A synapse has a delay of at least one step. Install: conda install -c conda-forge nest-simulator (tried:
3.10.0-post0.dev0 of 2026-08-21, 84b06d8, built from source)."""

import networks
import numpy as np

import nest

case, out, options, populations, connections = networks.start(networks.NEURONS)
ms = case.dt * 1e3
nest.verbosity = nest.VerbosityLevel.ERROR
nest.resolution = ms
NEVER = 1e300
drive, groups, recorders, gains = networks.driven(case, populations, connections), {}, {}, {}
try:
    for name, (kind, p) in populations.items():
        tau = p.get("tau", p.get("tau_mem", np.full(len(p["r"]), 1e17)))
        cuba = kind.startswith("Cuba")
        # In steps of dt an event of weight w is a current w that lasts one step.
        gains[name] = p["w_in"] * case.dt / p["tau_syn"] if cuba else p["r"] * case.dt / (tau if "tau" in p else 1.0)
        capacity = tau / p["r"] * 1e3 if cuba else np.full(len(tau), 1.0)
        groups[name] = nest.Create("iaf_psc_exp" if cuba else "iaf_psc_delta", len(tau))
        for i, cell in enumerate(groups[name]):
            values = {"tau_m": tau[i] * 1e3, "C_m": capacity[i], "E_L": p["v_leak"][i], "V_m": 0.0, "I_e": 0.0, "t_ref": 0.0}
            values |= {"V_th": p["v_threshold"][i] if "v_threshold" in p else NEVER, "V_reset": p["v_reset"][i]}
            if cuba:
                values |= {"tau_syn_ex": p["tau_syn"][i] * 1e3, "tau_syn_in": p["tau_syn"][i] * 1e3}
            cell.set(values)
            steps = np.flatnonzero(drive[name][:, i])
            given = nest.Create("spike_generator", params={"spike_times": np.round((steps + 1) * ms, 9), "spike_weights": drive[name][steps, i]})
            nest.Connect(given, cell, syn_spec={"weight": gains[name][i], "delay": ms})
        for key in case.observe.get(name, {}):
            if key == "spikes":
                recorders[name, key] = nest.Create("spike_recorder")
                nest.Connect(groups[name], recorders[name, key])
            else:
                recorders[name, key] = nest.Create("multimeter", params={"record_from": ["V_m"], "interval": ms})
                nest.Connect(recorders[name, key], groups[name])
    for source, target, matrix, offset, delay in connections:
        if source in populations and "v_threshold" not in populations[source][1]:
            networks.kit.unsupported(out, "analogue values between neurons are not in the adapter")
        for post, pre in np.argwhere(matrix) if source in populations else ():
            weight = matrix[post, pre] * gains[target][post]
            synapse = {"weight": weight, "delay": max(delay * 1e3, ms)}
            nest.Connect(groups[source][int(pre)], groups[target][int(post)], syn_spec=synapse)
    # The first spikes of the generators come at 1 dt, act at 2 dt, and what is recorded then belongs to step 0. A last step delivers the recordings.
    nest.Simulate(ms)
    for group in groups.values():
        group.V_m = 0.0
    nest.Simulate((case.steps + 1) * ms)
except nest.NESTError as e:
    networks.kit.unsupported(out, " ".join(str(e).split()))
found = {}
for (name, key), recorder in recorders.items():
    events = recorder.events
    first = groups[name][0].global_id
    steps = np.rint(np.array(events["times"]) / ms).astype(int) - 2
    data, kept = np.zeros((case.steps, len(groups[name]))), (steps >= 0) & (steps < case.steps)
    np.add.at(data, (steps[kept], np.array(events["senders"], dtype=int)[kept] - first), 1 if key == "spikes" else np.array(events["V_m"])[kept])
    found.setdefault(name, {})[key] = data
networks.kit.answer(out, case, found)

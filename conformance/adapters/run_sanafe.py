"""SANA-FE, by its API, on its model of Loihi: inputs are biases, set anew for each step, and potentials are scaled so that a threshold is
2^20 of its units, as it cuts potentials to a 64th. Install: pip install sanafe (tried: the sources of 2026-05-28, 8951ab0, with rapidyaml a28a407)."""

from importlib.resources import files

import networks
import numpy as np
import sanafe

case, out, options, populations, connections = networks.start(networks.NEURONS)
unsupported = lambda why: networks.kit.unsupported(out, why)
arch = sanafe.load_arch(str(files("sanafe.examples").joinpath("loihi.yaml")))
network, drive, groups, scales = sanafe.Network(), networks.driven(case, populations, connections), {}, {}
core = arch.tiles[0].cores[0]
for name, (kind, p) in populations.items():
    cuba, size = kind.startswith("Cuba"), len(p["r"])
    tau = p.get("tau", p.get("tau_mem", np.full(size, np.inf)))
    threshold = p.get("v_threshold", np.ones(size))
    if (threshold <= 0).any():
        unsupported("a threshold above 0, as potentials are scaled by it")
    # What the potential takes up from an input of 1, in units of the tool; its current adds to the potential as it is.
    scales[name] = 2.0**20 / threshold
    gain = p["r"] * (case.dt / tau if "v_leak" in p and kind != "IF" and kind != "I" else case.dt) * scales[name]
    if cuba:
        unsupported("a bias adds to the potential and not to the synaptic current")
    drive[name] = drive[name] * gain + p["v_leak"] * np.where(np.isinf(tau), 0.0, case.dt / tau) * scales[name]
    groups[name] = network.create_neuron_group(name, size, {}, soma_hw_name="loihi_lif", log_spikes=True, log_potential=True)
    for i in range(size):
        limit = threshold[i] * scales[name][i] if "v_threshold" in p else 1e300
        values = {"threshold": limit, "reset": p["v_reset"][i] * scales[name][i], "reset_mode": "hard", "reverse_threshold": -1e300}
        values |= {"leak_decay": 1.0 - case.dt / tau[i], "input_decay": 0.0, "force_update": True, "bias": float(drive[name][0, i])}
        groups[name][i].set_attributes(model_attributes=values)
        groups[name][i].map_to_core(core)
    populations[name] = (kind, p | {"gain": gain})
for source, target, matrix, offset, delay in connections:
    if source in populations and matrix.any():
        if "v_threshold" not in populations[source][1]:
            unsupported("analogue values between neurons are not in the adapter")
        if delay:
            unsupported("a delayed charge does not reach the neuron with the dendrites of loihi.yaml")
        for post, pre in np.argwhere(matrix):
            values = {"weight": float(matrix[post, pre] * populations[target][1]["gain"][post])}
            groups[source][int(pre)].connect_to_neuron(groups[target][int(post)], values)
chip = sanafe.SpikingChip(arch)
chip.load(network)
found = {name: {"spikes": np.zeros((case.steps, len(p["r"]))), "v": np.zeros((case.steps, len(p["r"])))} for name, (_, p) in populations.items()}
for k in range(case.steps):
    for name in populations:
        for i, neuron in enumerate(chip.mapped_neuron_groups[name]):
            neuron.set_attributes(model_attributes={"bias": float(drive[name][k, i])})
    result = chip.sim(1, timing_model="simple", spike_trace=True, potential_trace=True)
    for step in result["spike_trace"]:
        for fired in step:
            found[fired.group_name]["spikes"][k, fired.neuron_offset] = 1
    row = iter(result["potential_trace"][0])
    for name in sorted(populations):
        found[name]["v"][k] = [next(row) for _ in scales[name]] / scales[name]
networks.kit.answer(out, case, {name: {key: data for key, data in found[name].items() if key in keys} for name, keys in case.observe.items() if name in found})

"""Runs W1 dc and W2 of ../README.md on Brian2 or NEST, on one thread: the same numbers of neurons and synapses, parameters and
drive, with sources drawn anew, so that spikes agree in rate and not one by one.

Arguments: brian2 or nest; names of networks (w1, w2). Prints one JSON object per network: seconds of the run alone, without
building and compiling, and synaptic events in it.
"""

import json
import sys
import tempfile
import time

import numpy as np

SEED = 1


def fixed_in_degree(sources, targets, degree):
    """Numbers of sources and targets of synapses; a source may occur twice."""
    random = np.random.default_rng(SEED + sources + targets)
    return random.integers(0, sources, targets * degree), np.repeat(np.arange(targets), degree)


def report(network, peer, seconds, events):
    print(json.dumps({"network": network, "peer": peer, "seconds": seconds, "events": int(events)}), flush=True)


def brian_w1():
    import brian2 as b

    b.set_device("cpp_standalone", build_on_run=False)
    b.defaultclock.dt = 0.1 * b.ms
    neurons = b.NeuronGroup(
        12500,
        "dv/dt = (25 - v) / (20 * ms) : 1 (unless refractory)",
        threshold="v >= 20", reset="v = 0", refractory=2 * b.ms, method="exact")
    neurons.v = np.random.default_rng(SEED).uniform(0, 20, 12500)
    weight = 13.0 / 128
    parts = []
    for first, count, degree, strength in ((0, 10000, 1000, weight), (10000, 2500, 250, -5 * weight)):
        synapses = b.Synapses(neurons, neurons, on_pre="v_post += %r" % strength, delay=1.5 * b.ms)
        source, target = fixed_in_degree(count, 12500, degree)
        synapses.connect(i=source + first, j=target)
        parts.append((synapses, first, count, np.bincount(source, minlength=count)))
    monitor = b.SpikeMonitor(neurons)
    network = b.Network(neurons, monitor, *[part[0] for part in parts])
    network.run(1 * b.second)
    with tempfile.TemporaryDirectory() as folder:
        b.device.build(directory=folder, compile=True, run=True, with_output=False)
        fired = np.bincount(np.asarray(monitor.i), minlength=12500)
        events = sum(np.dot(fired[first:first + count], degrees) for _, first, count, degrees in parts)
        report("w1", "Brian2 " + b.__version__, b.device._last_run_time, events)


def brian_w2():
    import brian2 as b

    b.set_device("cpp_standalone", build_on_run=False)
    b.defaultclock.dt = 0.1 * b.ms
    neurons = b.NeuronGroup(
        4000,
        """dv/dt = (ge + gi - (v + 49 * mV)) / (20 * ms) : volt (unless refractory)
           dge/dt = -ge / (5 * ms) : volt
           dgi/dt = -gi / (10 * ms) : volt""",
        threshold="v > -50 * mV", reset="v = -60 * mV", refractory=5 * b.ms, method="exact")
    neurons.v = np.random.default_rng(SEED).uniform(-60, -50, 4000) * b.mV
    excite = b.Synapses(neurons[:3200], neurons, on_pre="ge += 1.62 * mV")
    excite.connect(p=0.02)
    inhibit = b.Synapses(neurons[3200:], neurons, on_pre="gi -= 9 * mV")
    inhibit.connect(p=0.02)
    monitor = b.SpikeMonitor(neurons, record=False)
    b.Network(neurons, excite, inhibit, monitor).run(1 * b.second)
    with tempfile.TemporaryDirectory() as folder:
        b.device.build(directory=folder, compile=True, run=True, with_output=False)
        report("w2", "Brian2 " + b.__version__, b.device._last_run_time, monitor.num_spikes * 80)


def nest_w1():
    import nest

    nest.set_verbosity("M_ERROR")
    nest.ResetKernel()
    nest.SetKernelStatus({"resolution": 0.1, "local_num_threads": 1, "rng_seed": SEED})
    # A current that alone would hold the potential at 25 mV: I = C_m * 25 / tau_m.
    neurons = nest.Create("iaf_psc_delta", 12500, params={
        "tau_m": 20.0, "t_ref": 2.0, "V_th": 20.0, "E_L": 0.0, "V_reset": 0.0, "C_m": 1.0, "I_e": 25 / 20.0})
    neurons.V_m = np.random.default_rng(SEED).uniform(0, 20, 12500)
    weight = 13.0 / 128
    for part, degree, strength in ((neurons[:10000], 1000, weight), (neurons[10000:], 250, -5 * weight)):
        nest.Connect(part, neurons, {"rule": "fixed_indegree", "indegree": degree}, {"weight": strength, "delay": 1.5})
    nest.Prepare()
    start = time.perf_counter()
    nest.Run(1000.0)
    seconds = time.perf_counter() - start
    report("w1", "NEST " + nest.__version__, seconds, nest.GetKernelStatus("local_spike_counter") * 1250)


NETWORKS = {"brian2": {"w1": brian_w1, "w2": brian_w2}, "nest": {"w1": nest_w1}}


def main():
    peer, names = sys.argv[1], sys.argv[2:]
    for name in names:
        if name in NETWORKS[peer]:
            NETWORKS[peer][name]()


if __name__ == "__main__":
    main()

"""Ganglion by its Python package, which keeps one process of `ganglion` for all cases. Options: dialect, step, discretisation and reset, those of the
import. Needs `ganglion` on the PATH, or in the folder that GANGLION_HOME names."""

import json
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2] / "python")]
sys.dont_write_bytecode = True
import ganglion
import kit
import numpy as np


def answer(session):
    case, out, options = kit.arguments()
    if "split" in options:
        kit.unsupported(out, "its checkpoints are taken by wall-clock time, not at a step")
    refusal = case.about.get("kind") == "refusal"
    inputs = {} if refusal else case.inputs
    if any((data * (data - 1)).any() for data in inputs.values()):
        kit.unsupported(out, "inputs are spikes")
    scenario, tick = Path.cwd() / "net.json", round(case.dt * 1e9)
    # Layers act later than in the graph: by at most as many ticks as it has nodes.
    duration = f"{(case.steps + (0 if refusal else len(case.graph['nodes']))) * tick} ns"
    words = {key: options[key] for key in ("dialect", "step", "discretisation", "reset") if key in options}
    try:
        session.import_nir(str(case.net), out=str(scenario), tick=f"{tick} ns", duration=duration, **words)
    except ganglion.InputError as e:
        kit.refused(out, str(e))
    net = json.loads(scenario.read_text())
    note = net["description"].partition("Not exact: ")[2]
    if note:
        kit.unsupported(out, f"the import says that it is not exact: {note}")
    for each in net["inputs"]:
        rows = np.argwhere(inputs[each["name"]])
        scenario.with_name(each["spikes"]).write_text("tick,neuron\n" + "".join(f"{k},{i}\n" for k, i in rows))
    starts = {p["name"]: int(str(p.get("start", "0")).split()[0]) for p in net["network"]["populations"]}
    # A name that begins with a digit becomes another in a scenario.
    asked = {name: (name if name in starts else f"node-{name}", keys) for name, keys in case.observe.items()}
    record = {"/record/npz": True, "/record/membrane": [own for own, keys in asked.values() if "v" in keys]}
    folder, found = scenario.with_name("run"), {}
    session.run(str(scenario), set=record, out=str(folder), threads=options.get("threads", 1))
    with np.load(folder / "recording.npz") as arrays:
        for name, (own, keys) in asked.items():
            found[name], first = {}, starts[own]
            if "spikes" in keys:
                k, i = arrays[f"spikes.{own}.ticks"].astype(int) - first, arrays[f"spikes.{own}.neurons"].astype(int)
                used = (k >= 0) & (k < case.steps)
                found[name]["spikes"] = np.zeros((case.steps, keys["spikes"]))
                np.add.at(found[name]["spikes"], (k[used], i[used]), 1)
            if "v" in keys:
                found[name]["v"] = arrays[f"potential.{own}"][first : first + case.steps]
    work = json.loads((folder / "result.json").read_text())["activity"]
    spikes = sum(int(each["spikes"].sum()) for each in found.values() if "spikes" in each)
    counts = {"synaptic_events": work["synapticEvents"], "neuron_updates": work["neuronUpdates"], "spikes": spikes}
    kit.answer(out, case, found, counts=counts)


with ganglion.Session() as session:
    if sys.argv[1:] != ["--serve"]:
        answer(session)
        sys.exit(0)
    # The process of Ganglion cannot be shared by forks, as kit.arguments() would make them.
    for line in sys.stdin:
        *words, said, folder = json.loads(line)
        sys.argv[1:], code = words, 0
        os.chdir(folder)
        try:
            answer(session)
        except SystemExit:
            pass
        except Exception as e:
            code = 1
            Path(said).write_text(f"{type(e).__name__}: {e}\n")
        print(f"exit {code}", flush=True)

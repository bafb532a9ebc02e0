"""What the adapters of tools on PyTorch share: the graph as the package nir reads it, a run step by step, and how errors are told."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.dont_write_bytecode = True
import kit
import nir
import torch

TIMES = ("tau", "tau_mem", "tau_syn", "delay")


# What imports say of what they do not have. Any other error is a failure, as a user sees it.
MEANT = re.compile("Unknown node type|Cannot convert|not supported|must be (the )?same|must be [01]$|mismatch 1.0/dt|should be equal")


def told(case, out, action):
    """What the action gives. If it stops since the tool has no such thing, the answer says so; of a broken graph, that it was refused."""
    try:
        return action()
    except (NotImplementedError, AssertionError, ValueError, KeyError) as e:
        why = " ".join(str(e).split())
        if case.about.get("kind") == "refusal":
            kit.refused(out, f"{type(e).__name__}: {why}")
        kinds = {each: node["type"] for name, node in case.graph["nodes"].items() for each in (name.replace(".", "_"), name.rpartition(".")[2])}
        if isinstance(e, KeyError) and e.args[0] in kinds:
            kit.unsupported(out, f"has no {kinds[e.args[0]]}: its import stops with a KeyError")
        if MEANT.search(why):
            kit.unsupported(out, why)
        raise


def start(dtype=torch.float32):
    """The case, the output file, the options, and the graph. Time constants are multiplied by the option "unit" / dt, for a tool
    whose import takes a fixed time step of that many seconds."""
    case, out, options = kit.arguments()
    if "split" in options:
        kit.unsupported(out, "its adapter runs in one piece")
    torch.set_grad_enabled(False)
    torch.set_num_threads(options.get("threads", 1))
    try:
        # The shapes that the package infers are wrong for some convolutions (see divergences.md), so only a broken graph is refused for them.
        graph = nir.read(str(case.net), type_check=case.about.get("kind") == "refusal")
    except Exception as e:
        kit.refused(out, f"nir.read: {type(e).__name__}: {e}")
    if "unit" in options:
        rescale(graph, options["unit"] / case.dt)
    if sum(isinstance(node, nir.Input) for node in graph.nodes.values()) != 1:
        kit.unsupported(out, "its NIR import takes one input")
    return case, out, options, graph


def rescale(graph, factor):
    for node in graph.nodes.values():
        if isinstance(node, nir.NIRGraph):
            rescale(node, factor)
        for key in TIMES:
            if hasattr(node, key):
                setattr(node, key, getattr(node, key) * factor)
        if isinstance(node, (nir.I, nir.IF)):
            node.r = node.r / factor


def run(case, out, module, step, potential):
    """Runs the module, and answers. step(x) computes a step, x with a batch of one; potential(name, submodule, output) gives the
    potentials after it."""
    parts = dict(module.named_modules())
    seen, rows = {}, {name: {key: [] for key in keys} for name, keys in case.observe.items()}
    for name in case.observe:
        part = parts.get(name) or parts.get(name.replace(".", "_")) or parts.get(name.split(".")[0])
        if part is not None:
            part.register_forward_hook(lambda part, given, output, name=name: seen.__setitem__(name, (part, output)))
    ((_, data),) = case.inputs.items()
    shape = next(node["shape"] for node in case.graph["nodes"].values() if node["type"] == "Input")
    for k in range(case.steps):
        step(torch.tensor(data[k], dtype=torch.float32).reshape(1, *shape))
        for name, (part, output) in seen.items():
            for key, found in rows[name].items():
                value = output[0] if isinstance(output, tuple) else output
                if key == "v":
                    value = potential(name, part, output)
                if value is not None:
                    found.append(value.detach().reshape(-1).tolist())
    kit.answer(out, case, {n: {k: r for k, r in keys.items() if r} for n, keys in rows.items() if any(keys.values())})

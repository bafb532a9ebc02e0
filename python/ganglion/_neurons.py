"""Which modules of PyTorch are neurons, and what users declare about their own."""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Tuple

STEP, TIME_FIRST, BATCH_FIRST, FLAT = "step", "time-first", "batch-first", "flat"
LAYOUTS = (STEP, TIME_FIRST, BATCH_FIRST, FLAT)


class Neurons(NamedTuple):
    """What a module of neurons computes, in the words of activity.json."""

    model: str
    needs: Tuple[str, ...]
    """What its equations ask of a chip, such as exponential-leak."""
    states: int = 1
    """Numbers that a neuron keeps from step to step."""
    layout: Optional[str] = STEP
    """
    step: called once a time step; time-first: (time, batch, ...); batch-first: (batch, time, ...); flat: (batch * time, ...). None: by the
    arguments of the call.
    """
    spikes: bool = True
    """Whether it sends spikes, or shows its potential."""
    batch: int = 0
    """For flat: the size of a batch; 0 if it is not known, but the time steps are."""
    steps: int = 0


class Declared(NamedTuple):
    """What a user said of a module: neurons, or the keys of its layer in activity.json; none for one that costs nothing."""

    neurons: Optional[Neurons]
    layer: Optional[Mapping[str, Any]]


_declared: Dict[Any, Declared] = {}
_LEAK, _NO_LEAK, _DELTA, _CURRENT = "exponential-leak", "no-leak", "delta", "exponential-current"
_SUBTRACT, _TO_VALUE, _NO_RESET = "reset-by-subtraction", "reset-to-value", "no-reset"
NEEDS = (
    "no-leak linear-leak exponential-leak bias refractory-period adaptive-threshold adaptive-current resonator izhikevich noise negative-potential floor-at-zero "
    "any-decay shift-decay read-out delta exponential-current alpha-current two-currents recurrence both-signs pair-stdp shared-weights numbers-between-layers "
    "products-of-activations largest-of-pool reset-to-value reset-by-subtraction no-reset poisson-events other"
).split()
"""The words of activity.json for what neurons ask of a chip."""


def declare(
    module: Any,
    what: Any = "neurons",
    *,
    model: str = "lif",
    needs: Sequence[str] = (_LEAK, _DELTA, _TO_VALUE),
    states: int = 1,
    layout: str = STEP,
) -> Any:
    """
    Says what a module, or all modules of a class, are, where cost cannot see it: "neurons", "nothing" for what costs nothing, such as a
    layer that only training uses, or the keys of its layer in activity.json, such as {"kind": "sparse", "dense-products": 4096}, where
    dense-products are its synapses. Gives the module back, so that it can decorate a class.

    model, needs and states are of neurons; their layout is "step" if they are called once a time step, or "time-first" or "batch-first" if
    they take all steps at once.
    """
    if layout not in LAYOUTS:
        raise ValueError(f"found layout {layout!r}, expected one of {', '.join(LAYOUTS)}")
    wrong = set(needs) - set(NEEDS)
    if wrong:
        raise ValueError(f"found needs {', '.join(sorted(map(repr, wrong)))}, expected of {', '.join(NEEDS)}")
    if what == "neurons":
        _declared[module] = Declared(Neurons(model, tuple(needs), states, layout), None)
    elif what == "nothing":
        _declared[module] = Declared(None, None)
    elif isinstance(what, Mapping) and "kind" in what:
        _declared[module] = Declared(None, dict(what))
    else:
        raise ValueError(f"found {what!r}, expected 'neurons', 'nothing', or the keys of a layer with its kind")
    return module


def declared(module: Any) -> Optional[Declared]:
    """What was declared about a module, or about its class or one above it."""
    found = _declared.get(module)
    for kind in type(module).__mro__ if found is None else ():
        found = found or _declared.get(kind)
    return found


def neurons_of(module: Any) -> Optional[Neurons]:
    """What is known of a module of snnTorch, Norse, SpikingJelly, sinabs or Rockpool, or of a class derived from one; None if it is none."""
    for kind in type(module).__mro__:
        package = kind.__module__.split(".")[0]
        known = _LIBRARIES.get(package)
        found = known(module, kind.__name__) if known else None
        if found is not None:
            return found
    return None


def _of_snntorch(module: Any, name: str) -> Optional[Neurons]:
    kinds: Dict[str, Tuple[str, List[str], int]] = {
        **dict.fromkeys(("Leaky", "RLeaky", "Lapicque", "LeakyParallel", "StateLeaky", "LinearLeaky", "DeltaLeaky"), ("lif", [_LEAK, _DELTA], 1)),
        **dict.fromkeys(("Synaptic", "RSynaptic"), ("cuba-lif", [_LEAK, _CURRENT], 2)),
        "Alpha": ("alpha-lif", [_LEAK, "alpha-current"], 3),
        **dict.fromkeys(("SLSTM", "SConv2dLSTM"), ("spiking-lstm", ["other"], 2)),
    }
    if name not in kinds:
        return None
    model, needs, states = kinds[name]
    reset = {"subtract": _SUBTRACT, "zero": _TO_VALUE, "none": _NO_RESET}.get(str(getattr(module, "reset_mechanism", "none")), _NO_RESET)
    one_to_one = ["recurrence"] * (not getattr(module, "all_to_all", True))  # of a weight a neuron, which is no layer
    return Neurons(model, (*needs, *one_to_one, reset), states, TIME_FIRST if name in ("LeakyParallel", "StateLeaky") else STEP)


def _of_norse(module: Any, name: str) -> Optional[Neurons]:
    for start, model, needs, states in (
        ("LIFBox", "lif", [_LEAK, _DELTA, _TO_VALUE], 1),
        ("LIFRefrac", "cuba-lif", [_LEAK, _CURRENT, "refractory-period", _TO_VALUE], 3),
        ("LIFAdEx", "adex", ["adaptive-current", _CURRENT, "other", _TO_VALUE], 3),
        ("LIF", "cuba-lif", [_LEAK, _CURRENT, _TO_VALUE], 2),
        ("LSNN", "alif", [_LEAK, _CURRENT, "adaptive-threshold", _TO_VALUE], 3),
        ("IAF", "if", [_NO_LEAK, _DELTA, _TO_VALUE], 1),
        ("Izhikevich", "izhikevich", ["izhikevich"], 2),
        ("CobaLIF", "coba-lif", ["other", _TO_VALUE], 3),
        ("LIBox", "li", [_LEAK, _DELTA, _NO_RESET], 1),
        ("LI", "li", [_LEAK, _CURRENT, _NO_RESET], 2),
    ):
        if name.startswith(start) and not name.endswith(("Parameters", "State")):
            return Neurons(model, tuple(needs), states, STEP if name.endswith("Cell") else TIME_FIRST, model != "li")
    return None


def _of_spikingjelly(module: Any, name: str) -> Optional[Neurons]:
    if not (hasattr(module, "v_threshold") and hasattr(module, "step_mode")):
        return None
    reset = _SUBTRACT if getattr(module, "v_reset", 0.0) is None else _TO_VALUE
    layout = TIME_FIRST if module.step_mode == "m" else STEP
    if name == "IFNode":
        return Neurons("if", (_NO_LEAK, _DELTA, reset), 1, layout)
    if name in ("LIFNode", "ParametricLIFNode"):
        return Neurons("lif", (_LEAK, _DELTA, reset), 1, layout)
    return Neurons(name, ("other", reset), 1, layout) if name == "BaseNode" else None


def _of_sinabs(module: Any, name: str) -> Optional[Neurons]:
    kinds: Dict[str, Tuple[str, List[str]]] = {"IAF": ("if", [_NO_LEAK]), "LIF": ("lif", [_LEAK]), "ExpLeak": ("li", [_LEAK])}
    kinds["ALIF"] = ("alif", [_LEAK, "adaptive-threshold"])
    if name not in kinds:
        return None
    model, needs = kinds[name]
    current = getattr(module, "i_syn", None) is not None or getattr(module, "tau_syn", None) is not None
    reset = _NO_RESET if model == "li" else _TO_VALUE if type(getattr(module, "reset_fn", None)).__name__ == "MembraneReset" else _SUBTRACT
    layout = FLAT if hasattr(module, "num_timesteps") else BATCH_FIRST
    batch, steps = max(0, getattr(module, "batch_size", 0)), max(0, getattr(module, "num_timesteps", 0))
    return Neurons(model, (*needs, _CURRENT if current else _DELTA, reset), 1 + current, layout, model != "li", batch, steps)


def _of_rockpool(module: Any, name: str) -> Optional[Neurons]:
    if name == "aLIFTorch":
        return Neurons("alif", (_LEAK, _CURRENT, "adaptive-threshold", _SUBTRACT), 3, BATCH_FIRST)
    if name == "LIFBaseTorch":
        needs = (_LEAK, "two-currents" if getattr(module, "n_synapses", 1) > 1 else _CURRENT, _SUBTRACT)
        return Neurons("cuba-lif", needs, 1 + int(getattr(module, "n_synapses", 1)), BATCH_FIRST)
    return Neurons("li", (_LEAK, _NO_RESET), 1, BATCH_FIRST, False) if name == "ExpSynTorch" else None


_LIBRARIES = {
    "snntorch": _of_snntorch,
    "norse": _of_norse,
    "spikingjelly": _of_spikingjelly,
    "sinabs": _of_sinabs,
    "rockpool": _of_rockpool,
}


def reset_states(modules: Iterable[Any]) -> None:
    """Forgets what neurons hold of the samples before, as the library of each says."""
    for module in modules:
        if neurons_of(module) is None and declared(module) is None:
            continue
        for name in ("reset", "reset_mem", "reset_states", "reset_state"):
            method = getattr(module, name, None)
            if callable(method):
                method()
                break

"""What a PyTorch model did, in sizes and counts: the file activity.json."""

from __future__ import annotations

import json
import math
import os
import re
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

from ._errors import InputError
from ._neurons import BATCH_FIRST, FLAT, STEP, TIME_FIRST, declared, neurons_of, reset_states
from ._optional import need, pandas_for
from ._version import version

if TYPE_CHECKING:
    import pandas

    from ._counting import Layer

_COUNTS = ("input-spikes", "input-numbers", "synaptic-events", "multiply-accumulates", "active-updates", "output-spikes", "output-numbers")


class Activity:
    """Sizes and counts of all layers, summed over samples: the content of activity.json."""

    def __init__(
        self, document: Mapping[str, Any], by_step: Optional[Mapping[str, Mapping[str, List[float]]]] = None
    ) -> None:
        self.document = dict(document)
        """The content of activity.json: docs/formats/activity.md."""
        self.by_step = by_step or {}
        """
        For each layer and count, a sum over samples for each time step; zero-events are what spikes would cause if weights of zero were stored.
        Empty for an activity that was read.
        """

    @classmethod
    def read(cls, file: "os.PathLike[str] | str") -> "Activity":
        """Reads activity.json."""
        with open(file, encoding="utf-8") as content:
            return cls(json.load(content))

    def save(self, file: "os.PathLike[str] | str") -> None:
        """Writes activity.json."""
        with open(file, "w", encoding="utf-8") as target:
            json.dump(self.document, target, indent=1)
            target.write("\n")

    @property
    def assumed(self) -> List[str]:
        """What was taken for granted in counting."""
        return list(self.document.get("assumed", ()))

    @property
    def layers(self) -> List[Dict[str, Any]]:
        """The layers in the order of calls."""
        layers: List[Dict[str, Any]] = self.document["layers"]
        return layers

    def __getitem__(self, layer: str) -> Dict[str, Any]:
        return next(one for one in self.layers if one["name"] == layer)

    def named(self, refused: str, file: str) -> str:
        """A refusal of a file of this content that nobody else has, with the names of layers in place of the file and its lines."""
        place = re.compile(rf"{re.escape(file)}(?::\d+)?: (?:/layers/(\d+)/([^:]*): )?")
        told = place.sub(lambda at: f"{self.layers[int(at[1])]['name']}: {at[2]}: " if at[1] else "", refused)
        return told if told == refused else f"{told}\nWhat was not counted as it is can be declared: docs/user/python.md"

    def frame(self) -> "pandas.DataFrame":
        """A data frame with a row for each layer, count and time step, per sample. Needs pandas."""
        pandas = pandas_for("frame")
        samples = self.document.get("samples", 1)
        rows = [
            {"layer": layer, "count": key, "step": step, "value": value / samples}
            for layer, counts in self.by_step.items()
            for key, steps in counts.items()
            for step, value in enumerate(steps)
        ]
        return pandas.DataFrame(rows, columns=["layer", "count", "step", "value"])

    def __repr__(self) -> str:
        of = self.document
        return f"<Activity of {of['activity']}: {len(self.layers)} layers, {of['steps']} steps, {of.get('samples', 1)} samples>"


class _Extent(NamedTuple):
    """How many time steps and samples a batch has, and which comes first in tensors that hold both."""

    steps: int
    batch: int
    batch_first: bool
    batched: bool = True


def seconds_of(value: Union[float, str, None], name: str) -> Union[float, str, None]:
    """A time step in seconds, or a text with its unit. A number that is likely in milliseconds is asked about."""
    if value is None or isinstance(value, str):
        return value
    seconds = float(value)
    if not math.isfinite(seconds) or seconds <= 0:
        raise InputError(2, f"{name}: found {value!r}, expected seconds above 0, such as {name}=1e-3")
    if seconds >= 0.05:
        meant = f"{seconds:g}"
        raise InputError(2, f"{name}: found {meant} seconds for one time step; is it {meant} ms? Then give {name}={seconds / 1000:g}, or else {name}='{meant} s'")
    return seconds


def count(
    model: Any,
    samples: Any,
    *,
    dt: Union[float, str, None] = None,
    time_axis: Optional[int] = None,
    batch_axis: Optional[int] = None,
    each_step: bool = False,
    forward: Optional[Callable[[Any, Any], Any]] = None,
    weight_bits: Optional[int] = None,
    ignore: Sequence[str] = (),
    name: Optional[str] = None,
) -> Activity:
    """
    Counts what the layers of a PyTorch model do with samples: a batch as a tensor, or batches, such as a DataLoader; of a batch that is a
    tuple, the first part is the input. The model runs as it is, without gradients and in evaluation mode.

    dt is a time step in seconds. time_axis and batch_axis are those of the input; they are found if neurons say so. each_step calls the
    model once for each step of the input. forward(model, input) runs a batch where model(input) does not. weight_bits are the bits of a
    weight, if they are less than those of its type. ignore are names of modules that samples never reach, such as layers for training.
    """
    torch = need("torch", "count", "pip install torch, or Debian's python3-torch")
    from ._counting import Counter, Note, modules_of, tensors

    if not isinstance(model, torch.nn.Module):
        raise TypeError(f"found a model of type {type(model).__name__}, expected a torch.nn.Module")
    if isinstance(model, torch.jit.ScriptModule):
        raise InputError(2, f"found a scripted {type(model).__name__}, which hides its layers, expected the module that was scripted")
    packed = next((f"{name} ({type(one).__name__})" for name, one in modules_of(model).items() if ".quantized." in type(one).__module__), None)
    if packed is not None:
        raise InputError(2, f"{packed} is quantised, which hides its weights; cost the model before its quantisation, with weight_bits=8")
    tick = seconds_of(dt, "dt")
    if time_axis is not None and time_axis == batch_axis:
        raise InputError(2, f"time_axis, batch_axis: found {time_axis} for both, expected two axes")
    if declared(model) is not None:
        raise InputError(2, f"found a declaration of the whole {type(model).__name__}, expected declarations of modules within it")
    if weight_bits is not None and not 1 <= weight_bits <= 64:
        raise InputError(2, f"weight_bits: found {weight_bits}, expected 1 to 64")
    counter = Counter(model)
    for one in ignore:
        if one not in counter.modules:
            raise InputError(2, f"ignore: found {one!r}, expected a module of the model, such as {next(reversed(counter.modules))!r}")
    totals = _Totals(counter, time_axis, batch_axis, each_step, ignore)
    training = {module: module.training for module in modules_of(model).values()}
    states = {module: _state(module) for module in training}
    model.eval()
    counter.start()
    try:
        with torch.no_grad():
            for place, batch in enumerate([samples] if hasattr(samples, "shape") else samples):
                given = batch[0] if isinstance(batch, (tuple, list)) else batch
                given = torch.as_tensor(given) if hasattr(given, "__array__") else given
                if isinstance(given, dict) and forward is None:
                    what = f"batch {place} is a dictionary of {', '.join(map(repr, given))}"
                    raise InputError(2, f"samples: {what}; forward=lambda model, batch: model(...) says how the model takes it")
                if not tensors(given):
                    raise InputError(2, f"samples: batch {place} is a {type(given).__name__}, expected a tensor, or a tuple that begins with one")
                if not all(one.numel() for one in tensors(given)):
                    raise InputError(2, f"samples: batch {place} of shape {tuple(tensors(given)[0].shape)} is empty, expected at least one sample")
                for key, axis in (("time_axis", time_axis), ("batch_axis", batch_axis)):
                    if axis is not None and not 0 <= axis < tensors(given)[0].dim():
                        raise InputError(2, f"{key}: found {axis}, expected 0 to {tensors(given)[0].dim() - 1}, an axis of samples of shape {tuple(tensors(given)[0].shape)}")
                if each_step:
                    totals.time_axis = _step_axis(tuple(tensors(given)[0].shape), batch, time_axis, batch_axis)
                _restore(states)
                reset_states(training)
                counter.begin()
                counter.mark(given, Note(["input"]))
                with counter:
                    try:
                        output = _forward(model, given, forward, totals.time_axis if each_step else None)
                    except RuntimeError as failed:
                        _check_stale(tensors(given)[0], counter.modules, place, failed)
                        raise
                    counter.finish(output)
                _tell_states(states, counter, tensors)
                totals.add(tensors(given)[0], batch)
        reset_states(training)
    finally:
        counter.stop()
        _restore(states)
        for module, was in training.items():
            module.training = was
    return totals.activity(name or type(model).__name__, tick if tick is not None else _own_tick(training), weight_bits)


def _labelled(batch: Any) -> Tuple[int, ...]:
    """Shape of the labels of a batch."""
    labels = batch[1] if isinstance(batch, (tuple, list)) and len(batch) > 1 else None
    return tuple(getattr(labels, "shape", ()))


def _step_axis(shape: Tuple[int, ...], batch: Any, time_axis: Optional[int], batch_axis: Optional[int]) -> int:
    """The axis of steps that a model takes one at a time. Where two may be that, the labels or the caller say which."""
    if time_axis is not None:
        return time_axis
    if len(shape) < 3:
        return 0
    fits = [axis for axis in (0, 1) if (batch_axis == axis if batch_axis is not None else _labelled(batch) == shape[axis : axis + 1])]
    if len(fits) != 1:
        raise InputError(2, f"each_step: axis 0 or axis 1 of samples of shape {shape} may be time, expected time_axis=0 or time_axis=1")
    return 1 - fits[0]


def _forward(model: Any, given: Any, forward: Optional[Callable[[Any, Any], Any]], axis: Optional[int]) -> Any:
    if axis is None:
        return forward(model, given) if forward else model(given)
    steps = range(given.shape[axis])
    return [forward(model, given.select(axis, step)) if forward else model(given.select(axis, step)) for step in steps]


_State = Dict[str, Tuple[Any, Any]]


def _state(module: Any) -> Tuple[_State, _State]:
    """What a module keeps from call to call, each with a copy: tensors, lists and numbers, and what may become one; and its buffers."""
    own = {name: value for name, value in vars(module).items() if name != "training"}
    kept = {name: value for name, value in own.items() if value is None or _is_state(value) or isinstance(value, (tuple, list, int, float))}
    parts: List[_State] = [{name: (value, _copy(value)) for name, value in held.items()} for held in (kept, module._buffers)]
    return parts[0], parts[1]


def _is_state(value: Any) -> bool:
    return hasattr(value, "requires_grad") and hasattr(value, "detach")


def _copy(value: Any) -> Any:
    return value.detach().clone() if _is_state(value) else list(value) if isinstance(value, list) else value


def _restore(states: Mapping[Any, Tuple[_State, _State]]) -> None:
    """Gives modules of users the states that they had: no sample sees that of another, and training goes on as if nothing had run."""
    for module, parts in states.items():
        for name in [name for name, value in vars(module).items() if name not in parts[0] and _is_state(value)]:
            del vars(module)[name]
        for held, part in zip((vars(module), module._buffers), parts):
            for name, (value, copy) in part.items():
                if isinstance(value, list):
                    value[:] = copy
                elif value is not copy and not value.equal(copy):  # a tensor that was written to
                    value.detach().copy_(copy)
                held[name] = value


def _tell_states(states: Mapping[Any, Tuple[_State, _State]], counter: Any, tensors: Callable[[Any], List[Any]]) -> None:
    """Notes which modules went on from states that a pass before had left."""
    for name, module in counter.modules.items():
        for held, part in zip((vars(module), module._buffers), states[module]):
            for key, (value, copy) in part.items():
                left = [one for one in tensors(copy) if one.is_floating_point() and bool(one.any())]
                if left and any(counter.taken.get(id(one)) for one in tensors(value)) and (held.get(key) is not value or not tensors(value)[0].equal(tensors(copy)[0])):
                    counter.assume("{} begin with states that a pass before has left: nothing resets them", name or "the model")


def _check_stale(given: Any, modules: Mapping[str, Any], place: int, failed: RuntimeError) -> None:
    """Tells of a state of another batch's size, if a module keeps one, why a model may have failed."""
    for name, module in modules.items():
        for key, value in [*vars(module).items(), *module._buffers.items()]:
            if _is_state(value) and value.is_floating_point() and value.dim() > 1 and value.shape[0] not in given.shape[:2]:
                kept = f"{name or 'the model'} keeps {key} of shape {tuple(value.shape)}"
                raise InputError(2, f"samples: batch {place} of shape {tuple(given.shape)} fails: {failed}; {kept}: reset it before, or in forward") from failed


def _own_tick(modules: Iterable[Any]) -> Optional[float]:
    """The time step that the neurons themselves name, as those of Norse and Rockpool do."""
    for module in modules:
        known = neurons_of(module)
        found = getattr(module, "dt", None)
        if known is not None and isinstance(found, (int, float)):
            return float(found)
    return None


class _Totals:
    """Sums of batches."""

    def __init__(self, counter: Any, time_axis: Optional[int], batch_axis: Optional[int], each_step: bool, ignore: Sequence[str]) -> None:
        self.counter = counter
        self.time_axis = time_axis
        self.batch_axis = batch_axis
        self.each_step = each_step
        self.ignore = ignore
        self.samples = 0
        self.steps = 0
        self.by_step: Dict[str, Dict[str, Any]] = {}
        self.shapes: Dict[str, Tuple[List[int], List[int]]] = {}
        self.products: Dict[str, float] = {}

    def add(self, given: Any, batch: Any) -> None:
        """Takes what was counted of a batch."""
        from ._counting import unrolled

        self._check_seen()
        extent = self._extent(given, batch)
        if self.steps not in (0, extent.steps):
            raise InputError(2, f"samples: found batches of {self.steps} and of {extent.steps} time steps, expected one number: cost them separately")
        for layer in self.counter.layers.values():
            places = [self.counter.layers[one] for one in [layer.name, *(f"{layer.name}-{place}" for place in range(2, 17))] if layer.shared and one in self.counter.layers]
            if len(places) > 2 and (extent.steps == 1 or len(places) in (extent.steps, extent.steps - 1)) and all(one.times == 1 for one in places):
                raise unrolled(layer.name, len(places))
        self.steps, self.samples = extent.steps, self.samples + extent.batch
        for layer in self.counter.layers.values():
            if not layer.times:
                continue
            times = self._times(layer)
            shapes = self.shapes[layer.name] = (_stripped(layer.shape, layer, times, extent), _stripped(layer.input_shape, layer, times, extent))
            if "products" in layer.facts:
                self.products[layer.name] = layer.facts["products"] * math.prod(shapes[0]) / max(1, math.prod(layer.shape))
            if not all(math.isfinite(one) for one in layer.given):
                raise InputError(2, f"{layer.name}: gives values that are not finite, expected finite weights and inputs")
            sums = self.by_step.setdefault(layer.name, {})
            for key, calls in layer.calls.items():
                steps = sums.setdefault(key, [0.0] * extent.steps)
                for place, rows in enumerate(calls):
                    for step, value in _folded(rows, place, len(calls), extent):
                        steps[step] += value

    def _check_seen(self) -> None:
        counter, modules = self.counter, self.counter.modules
        how = "declare it with ganglion.declare(module, ...): docs/user/python.md"
        for name, why in counter.unseen.items():
            raise InputError(2, f"{name or 'the model'}: {why} {how}")
        for name, module in modules.items():
            own = [key for key, value in module._parameters.items() if value is not None]
            if name in self.ignore or any(name.startswith(one + ".") for one in self.ignore) or not (own or neurons_of(module)):
                continue
            said = declared(module)
            if said is not None and said.neurons is None:
                continue
            if name not in counter.called:
                if any(f"{name}.{key}".lstrip(".") in counter.read for key in own) or _within_declared(modules, name):
                    continue
                raise InputError(2, f"{name} ({type(module).__name__}) is never called for these samples; if that is right, give ignore=['{name}']")
            unread = [key for key in own if getattr(module, key).dim() > 1 and f"{name}.{key}".lstrip(".") not in counter.read]
            if unread and not neurons_of(module) and not (said and said.neurons):
                raise InputError(2, f"{name or 'the model'} ({type(module).__name__}): nothing that torch shows takes its {unread[0]} with samples or spikes; {how}")
        for name in counter.weightless:
            if name not in counter.layers:
                raise InputError(2, f"{name}: its spikes are of neurons that sum spikes without weights between, which is not counted; {how}")

    def _extent(self, given: Any, batch: Any) -> _Extent:
        """Finds time and batch by what neurons were given, and compares with the input."""
        found: Dict[Tuple[int, int], str] = {}
        labelled = _labelled(batch)
        labels = f" with {labelled[0]} labels" if len(labelled) == 1 else ""
        misplaced = f"samples of shape {tuple(given.shape)}{labels}: the batch dimension is in the wrong place"
        batch_first = self.time_axis == 1
        for layer in self.counter.layers.values():
            if layer.neurons is None or not layer.times:
                continue
            layout, shape = layer.neurons.layout, layer.shape
            times = self._times(layer)
            if layout is None:  # the batch in the second axis of all steps at once leaves the first for time
                axis = self.time_axis if self.time_axis is not None or self.batch_axis != 1 or len(shape) < 3 else 0
                layout = STEP if times > 1 or axis is None or self.each_step else TIME_FIRST if axis == 0 else BATCH_FIRST
                if layout != STEP:
                    self._check_states(layer)
            batch_first = batch_first or layout in (BATCH_FIRST, FLAT)
            if layout == STEP:
                one = (times, shape[0] if len(shape) > 1 else 0)
            elif layout == FLAT:
                known = layer.neurons
                one = (shape[0] // known.batch, known.batch) if known.batch else (known.steps, shape[0] // max(1, known.steps))
            else:
                first, second = shape[0], shape[1] if len(shape) > 2 else 0
                one = (second, first) if layout == BATCH_FIRST and len(shape) > 2 else (first, second)
            found.setdefault(one, layer.name)
        if not found:
            axis = self.batch_axis if self.batch_axis is not None else 1 if self.time_axis == 0 else 0
            steps = given.shape[self.time_axis] if self.time_axis is not None else 1
            batched = given.dim() > 2 or self.time_axis is None
            if self.batch_axis is None and len(labelled) == 1 and batched and labelled[0] in given.shape[:2] and labelled[0] != given.shape[axis]:
                raise InputError(2, f"{misplaced}; turn the axes, or give batch_axis=")
            return _Extent(steps, given.shape[axis] if batched else 1, batch_first, batched)
        self._ask_for_time(given, steps=max(steps for steps, _ in found))
        sizes = {size: name for (_, size), name in found.items()}
        where = ", ".join(f"{name} has {steps} steps of {size or 1}" for (steps, size), name in list(found.items())[:2])
        if len(sizes) > 1:
            raise InputError(2, f"the batch dimension is in the wrong place, or a layer mixes samples: {where}; time_axis= and batch_axis= say which is which")
        size = next(iter(sizes))
        steps = max(steps for steps, _ in found)
        shape = tuple(given.shape)
        looped = steps // max(1, shape[self.time_axis]) if self.each_step and self.time_axis is not None else 1
        if looped > 1:
            raise InputError(2, f"each_step: the model runs {looped} steps for each of the {shape[self.time_axis or 0]} in samples of shape {shape}; leave each_step out if it takes all steps at once")
        expected = {self.batch_axis} if self.batch_axis is not None else {0, 1}
        wrong = size > 0 and all(axis >= len(shape) or shape[axis] != size for axis in expected) and (self.batch_axis == 1 or shape[0] != size * steps)
        wrong = wrong or size > 0 and len(labelled) == 1 and labelled[0] != size
        wrong = wrong or self.time_axis is not None and shape[self.time_axis] != steps
        if wrong:
            raise InputError(2, f"{misplaced}, because {where}; turn the axes, or give batch_axis= and time_axis=")
        rows = shape[0] if self.time_axis is None and not self.each_step and len(shape) > 2 and shape[1] == size != shape[0] else 0
        if 1 < rows < steps and steps % rows == 0:
            most = next(name for (one, _), name in found.items() if one == steps)
            self.counter.assume(f"{{}}: called {steps} times for samples of shape {shape}; each call is taken for a time step, and time_axis=0 refuses that", most)
        return _Extent(steps, size or 1, batch_first, size > 0)

    def _check_states(self, layer: "Layer") -> None:
        """Refuses neurons that were called once for all steps, and keep a state with time in it: they take one step at a time."""
        module = self.counter.modules.get(layer.name)
        kept: Dict[str, Any] = {} if module is None else {**vars(module), **module._buffers}
        for key, value in kept.items():
            if _is_state(value) and value.is_floating_point() and value.dim() > 2 and value.shape == layer.shape:
                first = f"{layer.name} was called once, and keeps {key} of shape {tuple(value.shape)}, as of one step with time in it"
                raise InputError(2, f"{first}; give each_step=True, too, if it takes one step at a time, or declare(..., layout=...) if it takes all at once")

    def _times(self, layer: "Layer") -> int:
        """How often a layer was called: neurons as often as their module, or as the weights before neurons that no module is."""
        if layer.neurons is None or layer.shared:
            return layer.times
        before = [int(self.counter.layers[one].times) for one in layer.sources if one in self.counter.layers] if layer.hidden else []
        return max(layer.times, int(self.counter.called.get(layer.name, 0)), *before)

    def _ask_for_time(self, given: Any, steps: int) -> None:
        """Refuses samples whose first axes may be time and batch, where neurons that take one step were called once."""
        if steps > 1 or self.time_axis is not None or self.batch_axis is not None or self.each_step:
            return
        for layer in self.counter.layers.values():
            weights = [self.counter.layers[one].kind for one in layer.sources if one in self.counter.layers]
            if layer.neurons is None or layer.neurons.layout not in (None, STEP) or "convolution" in weights or len(layer.shape) < 3:
                continue
            if tuple(layer.shape[:2]) == tuple(given.shape[:2]):
                first = f"samples of shape {tuple(given.shape)}: {layer.name} was called once, as for one time step"
                how = "declare(..., layout='time-first') or time_axis= if its neurons take all steps at once, each_step=True if the model takes one at a time"
                raise InputError(2, f"{first}; is one of the first two axes time? Then give {how}; if not, give batch_axis=0")

    def activity(self, name: str, tick: Union[float, str, None], weight_bits: Optional[int]) -> Activity:
        """All that was counted."""
        if not self.samples:
            raise InputError(2, "samples: found no batch, expected at least one")
        counter = self.counter
        for key, layer in list(counter.layers.items()):
            if layer.kind == "recurrent" and layer.facts.get("zero-weights") == layer.facts["weights"]:  # Rockpool has them without recurrence
                del counter.layers[key]
        layers = [one for one in counter.layers.values() if one.name in self.shapes or one.kind == "input"]
        scaled = {source for layer in layers if layer.kind == "normalisation" for source in layer.sources}
        written: List[Dict[str, Any]] = []
        for layer in layers:
            entry: Dict[str, Any] = {"name": layer.name, "kind": layer.kind}
            if layer.kind != "input":
                entry["from"] = _sources(layer, counter.layers)
                entry["shape"], given = self.shapes[layer.name]
                if given and layer.kind not in ("neurons", "normalisation", "element-wise", "residual"):
                    entry["input-shape"] = given
            entry.update({key: value for key, value in layer.facts.items() if key != "products"})
            if weight_bits is not None:
                entry.pop("weight-bits", None)
            elif layer.name not in scaled:  # by each channel's own factor
                entry.update(layer.grid)
            if layer.name in self.products:
                entry["dense-products"] = round(self.products[layer.name])
            if layer.neurons is not None:
                entry.update({"model": layer.neurons.model, "state-variables": layer.neurons.states, "needs": list(layer.neurons.needs)})
            sums = self.by_step.get(layer.name, {})
            entry.update({key: _whole(sum(sums[key])) for key in _COUNTS if key in sums})
            if "zero-events" in sums:
                entry["synaptic-events"] -= _whole(sum(sums["zero-events"]))
            written.append(entry)
        _fold(written)
        _fill_input(written)
        written = _bridged(written)
        read = {source for entry in written for source in entry.get("from", ())}
        for entry in written:
            if entry["kind"] == "neurons" and entry["name"] not in read:  # of the last layer: its spikes reach no synapse
                entry["reaching-spikes"] = 0
        document: Dict[str, Any] = {"activity": name, "version": 1, "made-by": f"ganglion {version()} in PyTorch"}
        if tick is not None:
            document["tick"] = tick if isinstance(tick, str) else f"{tick * 1e3:.9g} ms"
        document.update({"steps": self.steps, "samples": self.samples})
        if weight_bits is not None:
            document["weight-bits"] = weight_bits
        document["layers"] = written
        others = counter.other_parameters()
        if others:
            names = ", ".join(list(others)[:3]) + f" and {len(others) - 3} more" * (len(others) > 3)
            counter.assume(f"parameters {names}, of size {sum(others.values())} in all, are neither weights nor biases, and not among those counted", "")
        one_step = self.steps == 1 and any(layer.neurons for layer in layers)
        told = ["each sample is one time step"] * one_step + counter.assumed
        document.update({"assumed": told} if told else {})
        return Activity(document, self.by_step)


def _fold(layers: Sequence[Dict[str, Any]]) -> None:
    """Batch normalisation gives its weights before one bias for each channel, in place of their own."""
    biased = {entry["name"] for entry in layers if entry.get("biases")}
    for entry in layers:
        if entry["kind"] == "normalisation" and biased.issuperset(entry["from"]):
            entry["biases"] = 0


def _whole(value: float) -> Union[int, float]:
    return round(value) if abs(value - round(value)) < 1e-6 * max(1.0, abs(value)) else value


def _within_declared(modules: Mapping[str, Any], name: str) -> bool:
    """Whether a module around it was declared, which may not call it."""
    around = [name.rsplit(".", depth)[0] for depth in range(1, name.count(".") + 1)]
    return any(declared(modules[one]) is not None or neurons_of(modules[one]) is not None for one in ["", *around] if one in modules)


def _stripped(shape: Tuple[int, ...], layer: Any, times: int, extent: _Extent) -> List[int]:
    """A shape without batch and time."""
    leading = layer.leading
    layout = layer.neurons.layout if layer.neurons is not None else None
    both = ((extent.steps, extent.batch), (extent.batch, extent.steps))
    if leading is not None:
        pass
    elif not extent.batched:
        leading = 1 if times == 1 and len(shape) > 1 and shape[0] == extent.steps else 0
    elif layout in (STEP, FLAT):
        leading = 1
    elif layout in (TIME_FIRST, BATCH_FIRST) or times == 1 and len(shape) > 2 and shape[:2] in both:
        leading = 2
    else:
        leading = 1
    return list(shape[leading:]) or [1]


def _folded(rows: Any, place: int, calls: int, extent: _Extent) -> Iterable[Tuple[int, float]]:
    """Counts by time step. A layer that is called once for all steps has them in its first dimension, or in its first two."""
    steps, batch = extent.steps, extent.batch
    if calls == 1 and steps > 1:
        if rows.dim() == 2 and tuple(rows.shape) in ((steps, batch), (batch, steps)):
            first = extent.batch_first if steps == batch else rows.shape[0] == batch
            return enumerate(rows.sum(0 if first else 1).tolist())
        one = rows.sum(1) if rows.dim() == 2 else rows
        if one.numel() == steps * batch:
            return enumerate((one.reshape(batch, steps).sum(0) if extent.batch_first else one.reshape(steps, batch).sum(1)).tolist())
    return [(min(place * steps // calls, steps - 1), float(rows.sum()))]


def _sources(layer: Any, layers: Mapping[str, Any]) -> List[str]:
    """Whose outputs flow in, without weights whose neurons flow in, too: they were silent, and not yet known for neurons."""
    found = [one for one in layer.sources if one in layers]
    behind = {before for one in found if layers[one].neurons is not None and layer.kind != "residual" for before in layers[one].sources}
    behind |= {before for one in list(behind) if one in layers for before in layers[one].sources if layers[one].kind == "normalisation"}
    return [one for one in found if one not in behind or layers[one].neurons is not None or layer.neurons is not None]


def _fill_input(layers: List[Dict[str, Any]]) -> None:
    """The input is what the first layer takes that it flows into."""
    for entry in layers:
        if entry["kind"] == "input":
            taker = next((one for one in layers if "input" in one.get("from", ())), None)
            if taker is None:
                raise InputError(2, "samples: no layer takes them that torch shows; forward= may make other tensors of them: give those as samples")
            entry["shape"] = taker.get("input-shape", taker["shape"])
            for key in ("spikes", "numbers"):
                if f"input-{key}" in taker:
                    entry[f"output-{key}"] = taker[f"input-{key}"]


def _bridged(layers: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """With a layer that passes values on where what comes in has another size than what goes out before, such as behind a mean over tokens."""
    sizes = {entry["name"]: math.prod(entry["shape"]) for entry in layers}
    made: List[Dict[str, Any]] = []
    for entry in layers:
        given = [sizes[source] for source in entry.get("from", ())]
        taken = entry["shape"] if entry["kind"] == "neurons" else entry.get("input-shape")
        if given and taken and math.prod(taken) not in (*given, sum(given)):
            bridge = {"name": entry["name"] + ".in", "kind": "pooling", "from": entry["from"], "shape": taken}
            made.append({**bridge, **{key: entry[key] for key in ("input-spikes", "input-numbers") if key in entry}})
            entry = {**entry, "from": [bridge["name"]]}
        made.append(entry)
    return made

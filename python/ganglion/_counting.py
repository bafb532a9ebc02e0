"""
Counts what the layers of a PyTorch model do while it runs: every call of a function of torch is seen, and what flows from one to the next
is followed by a note on the tensor. Nothing is simulated, and no gradient is made.
"""

from __future__ import annotations

import copy
import itertools
import math
import re
from typing import Any, Callable, Dict, Iterable, List, NamedTuple, Optional, Sequence, Set, Tuple

import torch
from torch.overrides import TorchFunctionMode, resolve_name

from ._errors import InputError
from ._neurons import BATCH_FIRST, TIME_FIRST, Declared, Neurons, declared, neurons_of

_serial = itertools.count()
_NEURON_NAME = re.compile("LIF|Lif(?![a-z])|IF$|Leaky|Neuron|IFNode|Spik|Izhikevich|PSN")
_WEIGHT_NAME = re.compile(r"(^|\.)(parametrizations\.)?weight[^.]*(\.original\d*)?$")
WITH_WEIGHTS = ("linear", "convolution", "recurrent", "sparse")
_LOOKED_AT = 4096  # weights that tell at once that the others are of any value
_LEVELS = 16  # spikes that come together; more levels than that are numbers, such as the grey of an image
_CONVOLUTIONS = {f"conv{transposed}{rank}d": (rank, bool(transposed)) for rank in (1, 2, 3) for transposed in ("", "_transpose")}
_POOLS = {
    **{f"{kind}_pool{rank}d": (rank, mode) for rank in (1, 2, 3) for kind, mode in (("avg", "average"), ("max", "max"), ("lp", "sum"))},
    **{f"adaptive_{kind}_pool{rank}d": (rank, mode) for rank in (1, 2, 3) for kind, mode in (("avg", "average"), ("max", "max"))},
}
_POOLS.update({name: (0, "max") for name in ("amax", "max")})  # over all of space
_POOLS.update({f"{name}_with_indices": of for name, of in list(_POOLS.items()) if "max" in name})
_PRODUCTS = ("matmul", "__matmul__", "__rmatmul__", "bmm", "mm", "mv", "addmm", "baddbmm", "linear", "einsum", "scaled_dot_product_attention")
_NUMBERS = ("relu", "relu_", "gelu", "silu", "sigmoid", "tanh", "softmax", "elu", "leaky_relu", "hardtanh", "layer_norm", "group_norm", "instance_norm")
_SUMS = ("add", "add_", "__add__", "__radd__", "__iadd__", "sub", "__sub__")
_GATES = ("mul", "mul_", "__mul__", "__rmul__", "__imul__")
_SCALES = (*_GATES, "div", "div_", "__truediv__")
_CURVES = ("pow", "pow_", "__pow__", "__rpow__", "square", "exp", "exp2", "expm1", "log", "log1p", "sqrt", "reciprocal", "__rtruediv__", "sin", "cos", "cosh", "sinh")
_RESETS = ("zero_", "fill_", "copy_")
_LEAVING = ("numpy", "__array__", "tolist", "item", "__float__", "__int__")
_SAME_VALUES = ("view", "reshape", "flatten", "unflatten", "unsqueeze", "squeeze", "contiguous", "clone", "detach", "to", "float", "double", "half", "type", "type_as", "dropout", "dropout2d")
_MOVED_VALUES = ("__getitem__", "permute", "transpose", "t", "mT", "movedim", "select", "unbind", "chunk", "split", "stack", "cat", "repeat", "expand", "flip")


class Membrane:
    """States of neurons that were compared with a threshold in the code, through all time steps: neurons, silent ones, too, if something takes what the comparison gives."""

    def __init__(self) -> None:
        self.neurons: Optional[str] = None  # once something took their spikes
        self.first = False  # this is their first step: what comes in is added to a state of zeros
        self.given: Tuple[str, ...] = ()  # the layers whose outputs flow in
        self.shape: Tuple[int, ...] = ()
        self.sums: Set[str] = set()  # the layers that add spikes to the potentials
        self.currents: Dict["Membrane", int] = {}  # other states that flowed in, and when first
        self.taken = 0  # how often they took something: of comparisons without such in between, one is enough
        self.fired: Dict[int, Any] = {}  # by that, how many spiked
        self.words: Set[str] = set()  # what the code shows of their leak and reset


class Note:
    """What is known of a tensor: the layers whose outputs flow in, where something arrived, and what one spike is worth in it."""

    __slots__ = ("given", "arrived", "unit", "worth", "weight", "made_of", "outside", "membrane", "decays", "curved", "fired", "spikes", "smooth", "trace", "held", "padded")

    def __init__(
        self, origins: Sequence[str] = (), arrived: Optional[Any] = None, unit: Optional[float] = None, weight: Optional[str] = None
    ) -> None:
        self.given = tuple(dict.fromkeys(origins))
        self.arrived = arrived
        self.unit = unit
        self.worth: Optional[float] = None  # of a spike, as found in the values; 0 for numbers
        self.weight = weight  # the name of the parameter, if the tensor is made of parameters alone
        self.made_of: Tuple[str, ...] = (weight,) if weight else ()  # all of them
        self.outside = False  # or of parameters and values of which torch does not show who made them
        self.membrane: Optional[Membrane] = None  # whose potentials flow in
        self.decays = 0  # 1 if the values are multiplied by a number, 2 if they are potentials
        self.curved = False  # they are a product or power of potentials, or another function that is not linear
        self.fired: Tuple[Membrane, ...] = ()  # if the values are made of their spikes alone
        self.spikes = False  # the values are the spikes themselves
        self.smooth = False  # a function in their place, for gradients
        self.trace = False  # they are added up over time steps
        self.held = False  # they are numbers that are added up, such as a current
        self.padded: Optional[Any] = None  # the values without what was put around them

    @property
    def origins(self) -> Tuple[str, ...]:
        """The layers whose outputs flow in."""
        return tuple(dict.fromkeys(one for fired in self.fired for one in ([fired.neurons] if fired.neurons else fired.given))) if self.fired else self.given


class Values(NamedTuple):
    """Values that flow into a layer: as numbers of spikes, or as 1 for each number that is not 0."""

    spikes: bool
    counts: Any
    again: bool = False
    """Whether they are the numbers of the time step before, so that nothing is multiplied."""


class Layer:
    """A layer of activity.json as it is counted."""

    def __init__(self, name: str, kind: str) -> None:
        self.name = name
        self.kind = kind
        self.sources: Dict[str, None] = {}
        self.shape: Tuple[int, ...] = ()  # with batch and time, of the last call
        self.input_shape: Tuple[int, ...] = ()
        self.facts: Dict[str, Any] = {}
        self.neurons: Optional[Neurons] = None
        self.leading: Optional[int] = None  # dimensions of batch and time in front of its shape, where its kind says so
        self.calls: Dict[str, List[Any]] = {}
        """By the key of a count: for each call in this batch, numbers for each place of the first two dimensions."""
        self.times = 0  # it was called in this batch
        self.hidden = False  # neurons that no module is
        self.membranes: Optional[Dict[Membrane, None]] = None  # whose spikes they send
        self.words: Optional[Set[str]] = None  # what the code shows of neurons that nobody knows
        self.states = 1  # that a module of such keeps or gives
        self.analog = kind in (*WITH_WEIGHTS, "normalisation")  # what it gives are numbers for neurons
        self.grid: Dict[str, int] = {}  # weight-bits and different-weights of weights that are whole multiples of one step
        self.shared = False  # its module is called in several places
        self.before: Optional[Tuple[Any, int]] = None  # what came in last, and its version, if it came in unchanged each time
        self.masks: List[Any] = []  # of outputs that something reached, of weights within neurons
        self.given: List[Any] = []  # sums of the values that weights give, which tell whether all are finite

    def count(self, key: str, rows: Any) -> None:
        """Adds the counts of a call."""
        self.calls.setdefault(key, []).append(rows)


class Frame:
    """A module that is at work."""

    def __init__(self, name: str, neurons: Optional[Neurons], said: Optional[Declared], origins: Sequence[str]) -> None:
        self.name = name
        self.neurons = neurons
        self.said = said
        self.origins = frozenset(origins)
        """Of what came in."""
        self.inner: List[str] = []
        """Layers that were counted within."""

    @property
    def opaque(self) -> bool:
        """Whether what it computes inside is not a layer of its own."""
        return self.neurons is not None or self.said is not None


def tensors(value: Any) -> List[Any]:
    """The tensors of nested tuples, lists and dictionaries, in order."""
    if isinstance(value, torch.Tensor):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [one for part in value for one in tensors(part)] if isinstance(value, (list, tuple)) else []


def modules_of(model: Any) -> Dict[str, Any]:
    """All modules by their names. Rockpool has a method of its own in place of that of torch."""
    return dict(torch.nn.Module.named_modules(model))


class Counter(TorchFunctionMode):  # type: ignore[misc]
    """Counts while it is entered. start and stop around it set hooks on the modules and take them away."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model
        self.layers: Dict[str, Layer] = {}
        self._assumed: Dict[str, Dict[str, None]] = {}
        self.called: Dict[str, int] = {}
        self.read: Dict[str, None] = {}  # parameters that met values of samples or layers
        self.unseen: Dict[str, str] = {}  # what is wrong, up to how it is declared
        self.taken: Dict[int, bool] = {}  # by identities of tensors that something took, whether that needed their values
        self.weightless: Dict[str, None] = {}  # modules that gave spikes for sums of spikes, with no weights between
        self.left_torch: Dict[Tuple[str, Tuple[str, ...]], Note] = {}  # values that left torch, by the function and their layers
        self.modules = modules_of(model)
        self._names: Dict[int, str] = {}
        self._held: List[Any] = []  # so that no other tensor gets the identity of one that its module replaces
        for name, module in self.modules.items():
            held = {**{key: one for key, one in module._buffers.items() if one is not None and one.dim() > 1}, **module._parameters}
            self._names.update({id(one): f"{name}.{key}".lstrip(".") for key, one in held.items() if one is not None})
            self._held.extend(tensors(list(vars(module).values())))
        self._kept = {id(one) for one in self._held}  # constants of the model, and states of a pass before
        self._mark_name = f"_ganglion_{next(_serial)}"  # what another counter noted on a tensor that stays means nothing here
        self._stack: List[Frame] = []
        self._zero: Dict[str, Optional[Any]] = {}
        self._handles: List[Any] = []
        self.layers["input"] = Layer("input", "input")

    def begin(self) -> None:
        """Forgets the counts of the batch before, which the caller has taken."""
        self.called.clear()
        self.weightless.clear()
        self.left_torch.clear()
        self.taken.clear()
        self._stack.clear()
        for layer in self.layers.values():
            layer.calls, layer.times, layer.masks, layer.given, layer.before = {}, 0, [], [], None
            layer.membranes = None if layer.membranes is None else {}

    def assume(self, text: str, name: str) -> None:
        """Notes what is taken for granted of a layer, with {} for its name."""
        self._assumed.setdefault(text, {})[name] = None

    @property
    def assumed(self) -> List[str]:
        """What was taken for granted, with all layers of each."""
        return [text.format(", ".join(names)) for text, names in [*self._tell().items(), *self._assumed.items()]]

    def start(self) -> None:
        """Sets the hooks."""
        for name, module in self.modules.items():
            self._handles.append(module.register_forward_pre_hook(self._before(name), with_kwargs=True))
            self._handles.append(module.register_forward_hook(self._after(name), with_kwargs=True))

    def stop(self) -> None:
        """Takes the hooks away."""
        for handle in self._handles:
            handle.remove()
        self._handles.clear()

    def note_of(self, value: Any) -> Optional[Note]:
        """The note of a tensor, if it has one."""
        return getattr(value, self._mark_name, None)

    def mark(self, values: Any, note: Note) -> None:
        """Sets the note of all tensors of a value."""
        for one in tensors(values):
            setattr(one, self._mark_name, note)

    # Modules

    def _before(self, name: str) -> Callable[..., None]:
        def hook(module: Any, inputs: Any, named: Any) -> None:
            self.called[name] = self.called.get(name, 0) + 1
            said = declared(module)
            given = [self.note_of(one) for one in tensors((inputs, named))[:1]]
            known = said.neurons if said else neurons_of(module)
            self._stack.append(Frame(name, known, said, given[0].origins if given and given[0] else ()))

        return hook

    def _after(self, name: str) -> Callable[..., None]:
        def hook(module: Any, inputs: Any, named: Any, output: Any) -> None:
            frame = self._stack.pop()
            if self._stack:
                self._stack[-1].inner.extend(frame.inner)
            given, made = tensors((inputs, named)), tensors(output)
            if given and made and not any(one.opaque for one in self._stack):
                with torch._C.DisableTorchFunction():
                    self._leave(frame, module, given[0], made)

        return hook

    def _leave(self, frame: Frame, module: Any, given: Any, outputs: List[Any]) -> None:
        note = self.note_of(given)
        if frame.said is not None and frame.said.neurons is None:
            self._declared(frame.name, frame.said, given, outputs)
            return
        known = frame.neurons
        if known is None and note is not None and not any(one.kind in (*WITH_WEIGHTS, "neurons") for one in self._known(frame.inner)):
            known = self._seen_neurons(frame.name, module, given, outputs)
            for one in frame.inner if known else ():
                self.layers.pop(one, None)
        if known is not None:
            self._neurons(frame.name, known, frame.inner, given, outputs)
        elif frame.name and self._fires_without_weights(frame, module, given, outputs[0]):
            self.weightless[frame.name] = None
        elif note is not None and note.origins and self.note_of(outputs[0]) is None and frame.inner:
            self._from_outside(frame.name or "the model", "gives")
        elif note is not None and note.origins and self.note_of(outputs[0]) is None:
            self.unseen.setdefault(frame.name, f"{type(module).__name__} computes what torch does not show;")

    def _seen_neurons(self, name: str, module: Any, given: Any, outputs: List[Any]) -> Optional[Neurons]:
        """Neurons of a library or user that nobody knows: numbers come in, and spikes of the same shape come out."""
        output = outputs[0]
        note, made = self.note_of(given), self.note_of(output)
        own = type(module).__module__.startswith("torch.nn.")  # torch has no neurons
        functions = [] if own or note is None else [one for one in self._known(note.origins) if one.kind == "element-wise"]
        if own or not name or note is None or not (functions or self._analog(note.origins)) or given.shape != output.shape or not output.is_floating_point():
            return None
        fired = made.fired if made is not None and made.spikes else ()
        seen = fired or _NEURON_NAME.search(type(module).__name__) or bool(output.any()) and not self._values(given, note).spikes
        known = self.layers.get(name)
        within = any(one.dim() > 1 for one in module.parameters())  # weights, as those of a recurrence, between neurons that no module is
        if known is None and (within or not seen or not self._values(output, None).spikes) or known is not None and known.neurons is None:
            return None
        self._refuse_functions(one.name for one in functions)
        layer = self.layers.setdefault(name, Layer(name, "neurons"))
        layer.words = (layer.words or set()).union(*(one.words for one in fired))
        layer.states = max(layer.states, *(self._states(held, output) for held in ([*vars(module).values(), *module._buffers.values()], outputs[1:])))
        for one in fired:
            if one.neurons in self.layers and self.layers[one.neurons].hidden and set(self.layers[one.neurons].membranes or ()) <= set(fired):
                del self.layers[one.neurons]  # found within this module, before it was known for neurons
            one.neurons = name
        return known.neurons if known and known.neurons and known.neurons.layout else Neurons(type(module).__name__, (), 1, _layout(given, fired))

    def _fires_without_weights(self, frame: Frame, module: Any, given: Any, output: Any) -> bool:
        """Whether a module gives spikes for numbers that are sums of spikes, with no weights between: neurons that have no layer."""
        note = self.note_of(given)
        if note is None or not note.origins or self._analog(note.origins) or any(one.kind in (*WITH_WEIGHTS, "neurons") for one in self._known(frame.inner)):
            return False
        own = type(module).__module__.startswith("torch.nn.")
        alike = not own and given.shape == output.shape and output.is_floating_point() and bool(output.any())
        return alike and self._values(output, None).spikes and float(output.max()) < float(given.max())

    def _states(self, held: Iterable[Any], output: Any) -> int:
        """How many of the tensors that a module keeps or gives are states: as many numbers as spikes, made of what came in, and not spikes themselves."""
        notes = {id(one): self.note_of(one) for one in held if isinstance(one, torch.Tensor) and one.shape == output.shape and one is not output}
        return sum(note is not None and note.weight is None and (note.trace or not note.fired) for note in notes.values())

    def _declared(self, name: str, said: Declared, given: Any, outputs: List[Any]) -> None:
        note = self.note_of(given) or Note()
        if said.layer is None:
            self.mark(outputs, Note(note.origins))
            return
        layer = self._layer(name, str(said.layer["kind"]), note.origins, outputs[0], given)
        layer.facts.update({key: value for key, value in said.layer.items() if key != "kind"})
        self._arrive(layer, self._values(given, note))
        self.mark(outputs, Note([name]))

    def _neurons(self, name: str, known: Neurons, inner: List[str], given: Any, outputs: List[Any]) -> None:
        note = self.note_of(given) or Note()
        if any(one.kind == "element-wise" for one in self._known(note.origins)):
            known = known._replace(needs=tuple(dict.fromkeys([*known.needs, "numbers-between-layers"])))
        output = outputs[0]
        own = [one for one in dict.fromkeys(inner) if one in self.layers and self.layers[one].kind in WITH_WEIGHTS]
        through = any(self.layers[one].kind != "recurrent" for one in own)
        sources = [*([] if through else note.origins), *own]
        name = self._place(name, sources)
        layer = self._layer(name, "neurons", sources, output, output)
        layer.neurons, layer.shared = known, layer.shared or name not in self.modules
        if "recurrence" in known.needs:
            self.assume("{} give each neuron its own spikes back; these synapses, one for each spike, are not counted", name)
        spikes = output.ne(0)
        # Neurons that send several spikes at once are told from numbers by what they are, however many there are.
        sent = Note([name], unit=1.0 if known.spikes and float(output.max()) > _LEVELS else None)
        if known.spikes:
            layer.count("output-spikes", self._sent(name, output, self._values(output, sent)))
        arrived = [] if through or note.arrived is None else [note.arrived]
        complete = through or bool(arrived) and arrived[0].numel() == output.numel()
        for one in own:
            masks, self.layers[one].masks = self.layers[one].masks, []
            mask = masks[0] if len(masks) == 1 else torch.stack(masks, 1 if known.layout == BATCH_FIRST else 0) if masks else None
            complete = complete and mask is not None and mask.shape == output.shape
            arrived += [mask] if mask is not None else []
        if complete:
            for mask in arrived:
                spikes = spikes | mask.reshape(output.shape)
            layer.count("active-updates", _rows(spikes))
        for one in outputs:
            before, made = self.note_of(one) or Note(), sent if one is output else Note([name], unit=sent.unit)
            if layer.words is not None:
                made.membrane, made.decays, made.fired, made.spikes = before.membrane, before.decays, before.fired, before.spikes
            self.mark(one, made)

    # Functions

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        result = func(*args, **kwargs)
        if getattr(func, "__name__", "") == "__setitem__":
            notes = [note for note in (self.note_of(args[0]), self.note_of(args[2])) if note is not None]
            index = next((note for note in map(self.note_of, tensors(args[1])) if note is not None), None)
            flowing = notes or ([index] if index else [])
            if flowing:
                made = Note([one for note in flowing for one in note.origins])
                self._fire("where" if index else "stack", [*flowing, *([index] if index and notes else [])], made, args[0])
                self.mark(args[0], made)
        elif getattr(func, "__name__", "") in _LEAVING:
            note = self.note_of(args[0])
            if note is not None and note.origins:
                self.left_torch[func.__name__, note.origins] = note
        elif isinstance(result, torch.Tensor) or isinstance(result, (tuple, list)):
            name = getattr(func, "__name__", "")
            if name in ("boolean_dispatch", "fn"):
                name = (resolve_name(func) or "").split(".")[-1]
            if name != "__get__" or isinstance(result, torch.Tensor) and result.dim() > 1:
                self._see(name, func, args, kwargs, result)
        return result

    def _see(self, name: str, func: Any, args: Any, kwargs: Any, result: Any) -> None:
        given = [*tensors(args), *tensors(kwargs)]
        notes: List[Optional[Note]] = []
        for one in given:
            parameter = self._names.get(id(one))
            if not name.endswith("_like") and not name.startswith("new_"):
                self.taken.setdefault(id(one), name not in _RESETS)
            notes.append(Note(weight=parameter) if parameter is not None else self.note_of(one))
        known = [one for one in notes if one is not None]
        results = tensors(result)
        if not known or not results or name.endswith("_like") or name.startswith("new_"):  # of which only the shape is that of a tensor
            return
        inside = next((frame for frame in self._stack if frame.opaque), None)
        flowing = [one for one in known if one.weight is None]
        first = name in (*_PRODUCTS, *_CONVOLUTIONS) and (inside or any(note is None and not bool(one.any()) for one, note in zip(given, notes)))
        if not flowing and not first:  # the first state of a recurrence may be zeros
            made = Note(weight=known[0].weight)
            made.made_of = tuple(dict.fromkeys(part for one in known for part in one.made_of))
            unknown = [one for one, note in zip(given, notes) if one.dim() > 0 and (note.outside if note is not None else id(one) not in self._kept)]
            made.outside = any(bool(one.any()) for one in unknown)
            if made.outside and name in (*_PRODUCTS, *_CONVOLUTIONS) and name != "mv" and not inside:  # mv is of the spectral norm of weights
                self._from_outside(self._here("the model"))
            self.mark(results, made)
            return
        self.read.update(dict.fromkeys(part for one in known for part in one.made_of))
        if inside and not inside.neurons:
            return
        origins = [one for note in flowing for one in note.origins]
        weight = next((index for index, note in enumerate(notes) if note is not None and note.weight is not None and given[index].dim() > 1), None)
        if name in _CONVOLUTIONS and weight == 1:
            self._convolution(name, args, kwargs, notes, result, inside)
        elif name in _PRODUCTS and weight is not None:
            self._product(name, given, notes, weight, result, inside)
        elif inside:
            self.mark(results, Note(origins))
        elif name in _PRODUCTS and len(flowing) > 1:
            self._attention(name, given, notes, result)
        elif name in _POOLS and (_POOLS[name][0] or _last_axes(*args, **kwargs)):
            self._pool(name, func, args, kwargs, flowing[0], results[0])
        elif name == "batch_norm":
            bias = kwargs.get("bias", args[4] if len(args) > 4 else None)
            here = self._place(self._here("norm"), origins)
            self._layer(here, "normalisation", origins, result, args[0]).facts["biases"] = 0 if bias is None else bias.numel()
            self.mark(results, Note([here], flowing[0].arrived))
        elif name in _NUMBERS:
            module = self._here("")
            own = not module or type(self.modules[module]).__module__.startswith("torch.nn.")
            here = self._distinct(self._here(name) if own else f"{module}.{name}", origins)
            layer = self._layer(here, "element-wise", origins, results[0], given[0])
            layer.count("output-numbers", _rows(results[0].ne(0)))
            made = Note([here], flowing[0].arrived)
            made.membrane = flowing[0].membrane
            made.curved = made.membrane is not None and bool(made.membrane.fired)
            self.mark(results, made)
        elif name in _SUMS + _GATES and len(flowing) > 1 and self._joins(name, flowing):
            self._join(name, given, flowing, result)
        elif weight is not None and (name not in _SUMS + _GATES or all(results[0].shape != one.shape for one in given if self.note_of(one))):
            self.unseen.setdefault(self._here("the model"), f"its weights {self._weight_of(notes)} go into {name}, which is not counted;")
        else:
            self._follow(name, func, args, kwargs, given, flowing, origins, results)

    def _from_outside(self, name: str, verb: str = "takes") -> None:
        """Refuses values of which nothing shows that they come from samples or from a layer."""
        left = " and ".join(f"those of {', '.join(origins)} left it by {function}()" for function, origins in self.left_torch)
        from_where = f"{verb} values that torch does not show to come from samples or a layer{f' ({left})' if left else ''}"
        how = "let it give tensors, or put" if verb == "gives" else "put"
        self.unseen.setdefault(name, f"{from_where}: {how} the neurons that make them into a module of their own, which is seen, or ('nothing', where they are constant)")

    @staticmethod
    def _weight_of(notes: List[Optional[Note]]) -> str:
        return next((note.weight for note in notes if note is not None and note.weight), "")

    def _follow(self, name: str, func: Any, args: Any, kwargs: Any, given: List[Any], flowing: List[Note], origins: List[str], results: List[Any]) -> None:
        numbers = [one for note in flowing if not note.fired for one in note.origins]
        note = Note(numbers or origins)  # spikes reset the states that they come from
        if name in _SAME_VALUES or name in _MOVED_VALUES:
            note.unit = flowing[0].unit
            note.worth = flowing[0].worth if name in _SAME_VALUES else None
        if name == "mean" and flowing[0].origins:
            note.unit = (flowing[0].unit or 1.0) * results[0].numel() / max(1, args[0].numel())
        note.padded = args[0] if name == "pad" else None
        arrived = flowing[0].arrived
        if arrived is not None and results[0].numel() == arrived.numel() and name not in _MOVED_VALUES:
            note.arrived = arrived.reshape(results[0].shape)
        elif arrived is not None and name in ("permute", "transpose", "__getitem__") and arrived.shape == args[0].shape:
            note.arrived = func(arrived, *args[1:], **kwargs)
        if name in _SUMS:
            for other in flowing[1:]:
                if other.arrived is not None and note.arrived is not None and other.arrived.shape == note.arrived.shape:
                    note.arrived = note.arrived | other.arrived
        if name in _SUMS[:5] and len(flowing) == 1 and any(
            one == 0 if isinstance(one, (int, float)) else self.note_of(one) is None and one.dim() and id(one) not in self._names for one in args[:2]
        ):  # fmt: skip
            note.membrane = Membrane()
            note.membrane.first = True
        self._fire(name, flowing, note, results[0])
        for one in results:
            each = copy.copy(note)
            if name in _MOVED_VALUES and each.membrane is not None and not each.membrane.fired:
                each.membrane = None  # each part may become a state by itself
            self.mark(one, each)

    def _fire(self, name: str, flowing: List[Note], note: Note, result: Any) -> None:
        """Follows potentials to where they are compared with a threshold, the spikes that this gives, and what these do to the potentials."""
        numbers, spikes = [one for one in flowing if not one.fired], [one for one in flowing if one.fired]
        states = [one for one in numbers if one.membrane is not None and one.membrane.fired]
        first = note.membrane is not None
        membrane = note.membrane or next((one.membrane for one in [*states, *numbers, *spikes] if one.membrane is not None), None)
        if membrane is None:
            membrane = flowing[0].membrane = Membrane()
        note.membrane = membrane
        curves = any(one.curved for one in numbers) or bool(states) and (name in _CURVES or name in _SCALES and len(numbers) > 1)
        note.curved = curves and tuple(result.shape) == membrane.shape  # not a mean, such as of a loss
        if note.curved and name in _SUMS and any(one.curved for one in states):
            membrane.words.add("other")
        for one in spikes if numbers and name in _GATES else ():
            for fired in one.fired if one.trace else ():
                fired.words.add("refractory-period")
        if not numbers:
            note.fired = tuple(dict.fromkeys(fired for one in spikes for fired in one.fired))
            alone = len(spikes) == 1 and name in (*_SAME_VALUES, *_GATES, "where", "bool", "gt", "__gt__", "nonzero")
            both = len(spikes) > 1 and name in (*_SUMS, "where") and not spikes[0].spikes == spikes[1].spikes and set(spikes[0].fired) & set(spikes[1].fired)
            note.trace = any(one.trace for one in spikes) or bool(both) and not any(one.smooth for one in spikes)
            note.spikes = all(one.spikes for one in spikes) and (alone or name in _MOVED_VALUES or any(one.smooth for one in spikes))
        elif result.dtype == torch.bool or name == "heaviside":
            note.fired, note.spikes = (membrane,), True
            membrane.given, membrane.shape = note.given, tuple(result.shape)
            if membrane.taken not in membrane.fired:
                membrane.fired[membrane.taken] = _rows(result)
            if membrane.neurons in self.layers:
                self.layers[membrane.neurons].sources.update(dict.fromkeys(self._analog(note.given)))
        elif states and membrane in [fired for one in spikes for fired in one.fired]:
            note.decays = max(one.decays for one in states)
            if spikes[0].trace and name in _SUMS:
                membrane.words.add("adaptive-threshold")
            elif name in (*_GATES, "where", "masked_fill", "masked_fill_") or name in _SUMS and spikes[0].spikes:
                membrane.words.add("reset-by-subtraction" if name in _SUMS else "reset-to-value")
        elif states and len(numbers) > 1 and any(one.membrane is not membrane or one.decays for one in numbers):
            note.decays = 2 * (name.strip("_") == "sub" and numbers[0] not in states)
            if name in _SUMS and not note.decays:
                membrane.words.add("exponential-leak" if any(one.decays == 2 for one in states) else "no-leak")
            for one in numbers:
                if one.held and one.membrane is not None and one.membrane is not membrane and membrane.currents.setdefault(one.membrane, membrane.taken) < membrane.taken:
                    membrane.words.add("exponential-current")
            membrane.taken += 1
        else:
            scaled = (2 if membrane.fired or membrane.first else 1) if name in _SCALES else 0
            note.decays = 0 if first else max(scaled, *(one.decays for one in numbers))
            note.held = any(one.held for one in numbers) or name in _SUMS and len(numbers) > 1 and note.decays > 0

    def _joins(self, name: str, flowing: List[Note]) -> bool:
        """Whether a sum or product of two activations is a layer of its own, and not what neurons do to their states."""
        first, second = flowing[0], flowing[1]
        for fired, other in ((first, second), (second, first)):
            if fired.fired and not other.fired:
                if other.membrane in fired.fired:
                    smooth = [one for one in other.origins if one not in self.layers or self.layers[one].kind == "element-wise"]
                    if name in _SUMS and smooth:
                        other.fired, other.spikes, other.smooth = fired.fired, True, True
                        for one in smooth:
                            self.layers.pop(one, None)
                    return False
                self._resolve(fired)
            if name in _SUMS and self._analog(other.origins) and not self._analog(fired.origins):
                return not set(other.origins) <= self._behind(set(fired.origins))
        return not self._within(first.origins, second.origins)

    def _resolve(self, note: Note) -> None:
        """Makes neurons of what was compared with a threshold, because something takes their spikes."""
        for one in note.fired:
            sources = self._analog(one.given)
            if one.neurons is not None or not sources:
                self._refuse_functions(one.given if one.neurons is None else ())
                continue
            one.neurons = next((name + ".neurons" for name in sources if name + ".neurons" in self.layers), sources[0] + ".neurons")
            layer = self._hidden(one.neurons, sources, one.shape)
            layer.membranes = {**(layer.membranes or {}), one: None}

    def _refuse_functions(self, names: Iterable[str]) -> None:
        """Refuses activations and normalisations in front of neurons: a chip would have to compute them, and they are no events."""
        for layer in self._known(names):
            if layer.kind == "element-wise":
                self.unseen.setdefault(layer.name, "neurons take the numbers of this function, which no spikes carry ('nothing', if a chip need not compute it);")

    def _hidden(self, name: str, sources: Sequence[str], shape: Tuple[int, ...]) -> Layer:
        """Neurons that no module is."""
        layer = self.layers.setdefault(name, Layer(name, "neurons"))
        layer.neurons = layer.neurons or Neurons("lif", (), 1, None)
        layer.shape = layer.input_shape = shape
        layer.sources.update(dict.fromkeys(one for one in sources if one != name))
        layer.words = layer.words or set()
        layer.hidden = True
        return layer

    def finish(self, output: Any) -> None:
        """Ends a batch with what the model gives. Neurons of the last layer may be no module."""
        made = [(one, self.note_of(one)) for one in tensors(output)]
        for left in () if made else self.left_torch.values():
            self._resolve(left)
            if self._analog(left.origins):
                self._from_outside("the model", "gives")
        for layer in self.layers.values():
            if layer.times and layer.kind != "input" and not layer.sources:
                self._from_outside(layer.name)
        for one, note in made:
            if note is not None and note.fired:
                self._resolve(note)
            elif note is not None and note.origins and one.is_floating_point() and one.dim() > 1:
                self._incoming(one, note)
        for layer in self.layers.values():
            for membrane in layer.membranes or ():
                layer.words = (layer.words or set()) | membrane.words
                layer.times += len(membrane.fired)
                layer.calls.setdefault("output-spikes", []).extend(membrane.fired.values())
            if layer.words is not None and layer.neurons is not None:
                leak = next((one for one in ("other", "exponential-leak", "no-leak") if one in layer.words), "exponential-leak")
                reset = next((one for one in ("reset-by-subtraction", "reset-to-value") if one in layer.words), "reset-to-value")
                more = sorted(layer.words & {"adaptive-threshold", "refractory-period"})
                current = "exponential-current" if "exponential-current" in layer.words else "delta"
                layer.neurons = layer.neurons._replace(needs=(leak, current, *more, reset), states=max(layer.states, 1 + len(more) + (current != "delta")))

    def other_parameters(self) -> Dict[str, int]:
        """The sizes of parameters that something read and no layer with weights has, such as time constants of neurons."""
        counted = {name for name, layer in self.layers.items() if layer.kind in (*WITH_WEIGHTS, "normalisation") or name in self.modules and declared(self.modules[name])}
        named = ((key, one) for key, one in torch.nn.Module.named_parameters(self.model) if key in self.read)
        return {key: one.numel() for key, one in named if not {key, _WEIGHT_NAME.sub("", key) or "model", key.rpartition(".")[0] or "model"} & counted}

    def _tell(self) -> Dict[str, List[str]]:
        """Of neurons that nobody knows, what they are taken for."""
        told: Dict[str, List[str]] = {}
        for layer in self.layers.values():
            if layer.words is not None and layer.neurons is not None:
                leak = {"exponential-leak": "leaky", "no-leak": "integrate-and-fire"}.get(layer.neurons.needs[0], "nonlinear")
                reset = "by subtraction" if "reset-by-subtraction" in layer.neurons.needs else "to a value"
                unseen = [part for part, seen in (("leak", {"other", "exponential-leak", "no-leak"}), ("reset", {"reset-by-subtraction", "reset-to-value"})) if not seen & layer.words]
                because = f", though nothing shows their {' and '.join(unseen)}: declare says what they are" if unseen else ", as their code shows"
                because = because if leak != "nonlinear" else ", whose equations no chip is known to compute: declare says what they are"
                states = f" of {layer.neurons.states} states" if layer.neurons.states > 1 + len(set(layer.neurons.needs[1:-1]) - {"delta"}) else ""
                more = "".join(f" with {'an' if word[0] in 'ae' else 'a'} {word.replace('-', ' ')}" for word in layer.neurons.needs[1:-1] if word != "delta")
                told.setdefault(f"{{}} send spikes for numbers and are taken for {leak} neurons{states}{more} that reset {reset}{because}", []).append(layer.name)
        return told

    def _known(self, names: Iterable[str]) -> List[Layer]:
        return [self.layers[one] for one in names if one in self.layers]

    def _analog(self, names: Iterable[str]) -> List[str]:
        """Those of the layers that give numbers for neurons."""
        return [one.name for one in self._known(names) if one.analog]

    def _within(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether all origins of one are among those of the other, or are what its neurons get."""
        first, second = set(one), set(other)
        return first <= self._behind(second) or second <= self._behind(first)

    def _behind(self, names: Set[str]) -> Set[str]:
        """With what flows into neurons, which may not be known for neurons yet, and into sums of their potentials."""
        found = set(names)
        for kind in ("neurons", "residual", "pooling", "normalisation"):
            found.update(before for one in self._known(list(found)) if one.kind == kind and (one.analog or kind == "neurons") for before in one.sources)
        return found

    def _place(self, name: str, origins: Sequence[str]) -> str:
        """The layer of a module that may be called in several places of a time step: each is a layer, known by what flows in."""
        for number in range(1, 17):
            one = name if number == 1 else f"{name}-{number}"
            layer = self.layers.get(one)
            if layer is None or not (origins and layer.sources) or self._within(layer.sources, origins):
                if number > 1 and layer is None:
                    self.assume("{} is called in several places of a time step; each is a layer with weights or states of its own", name)
                    self.layers[name].shared = True
                return one
        raise unrolled(name, "more than 16")

    def _here(self, otherwise: str) -> str:
        return (self._stack[-1].name if self._stack else "") or otherwise

    def _distinct(self, name: str, origins: Sequence[str], membrane: Optional[Membrane] = None) -> str:
        """A name of its own for a layer without weights, which a model may call in several places. Sums of a membrane's potentials hold those of the step before."""
        sums = membrane.sums if membrane else set()
        for number in range(1, 4096):
            one = name if number == 1 else f"{name}-{number}"
            taken, given = (set(self.layers[one].sources) - sums if one in self.layers else set()), set(origins) - sums
            if one not in self.layers or taken == given or membrane and membrane.fired and (taken <= given or given <= taken):
                return one
        raise InputError(2, f"{name}: found more than 4095 uses of one module")

    def _layer(self, name: str, kind: str, origins: Sequence[str], output: Any, given: Any) -> Layer:
        layer = self.layers.get(name)
        if layer is None:
            layer = self.layers[name] = Layer(name, kind)
        layer.sources.update(dict.fromkeys(origins))
        layer.shape, layer.input_shape = tuple(output.shape), tuple(given.shape)
        layer.times += 1
        for frame in self._stack:
            frame.inner.append(name)
        return layer

    def _values(self, x: Any, note: Optional[Note]) -> Values:
        """Tells spikes from numbers by what they are: one value, or its small multiples."""
        if x.dtype not in (torch.float32, torch.float64):  # in which sums would be wrong
            x = x.float()
        unit = note.worth if note is not None and note.worth is not None else self._worth(x, note.unit if note is not None else None)
        if note is not None:
            note.worth = unit
        if unit == 0.0:
            return Values(False, x.ne(0).to(x.dtype))
        return Values(True, x if unit == 1.0 else (x / unit).abs().round())

    def _worth(self, x: Any, unit: Optional[float]) -> float:
        """What a spike is worth, below 0 if some are negative; 0 for numbers. unit is what it is if these are spikes, where that is known."""
        if x.numel() == 0:
            return 1.0
        low, high = (float(one) for one in torch.aminmax(x))
        if not (math.isfinite(low) and math.isfinite(high)):
            raise InputError(2, f"{self._here('the model')}: found values that are not finite, between {low} and {high}, expected spikes or numbers")
        if low == high == 0:
            return 1.0
        if unit is None and low >= 0:
            flat = x.flatten()
            total = float(flat.sum()) * high
            if abs(float(torch.dot(flat, flat)) - total) <= 1e-6 * total:  # so is each square, as no value is above the highest
                return high
        if unit is None:
            size = x.abs()
            unit = float(size.masked_fill_(size == 0, math.inf).min())
            if max(-low, high) > (_LEVELS + 0.5) * unit:
                return 0.0
        counts = x if unit == 1.0 else x / unit
        if bool(((counts.round() - counts).abs_() > 1e-3).any()):
            return 0.0
        return unit if low >= 0 else -unit

    def _sent(self, name: str, x: Any, values: Values) -> Any:
        """How many spikes neurons or an input send. Several at once in a time step are as many."""
        if not values.spikes or float(values.counts.max()) <= 1.0:
            return _rows(x.ne(0))
        self.assume("{} send several spikes at once in a time step, each of which is counted", name)
        return _rows(values.counts)

    def _arrive(self, layer: Layer, values: Values) -> None:
        layer.count("input-spikes" if values.spikes else "input-numbers", _rows(values.counts))

    def _incoming(self, x: Any, note: Optional[Note]) -> Tuple[List[str], Values]:
        """Where the values of a layer come from. Spikes straight from weights come from neurons that no module is."""
        values = self._values(x, note)
        origins = list(note.origins) if note is not None else []
        if not origins and bool(values.counts.any()):  # else it is a first state
            self._from_outside(self._here("the model"))
        if note is not None and note.fired:
            self._resolve(note)
            return list(note.origins), values
        hidden = [one.name for one in self._known(origins) if one.kind in (*WITH_WEIGHTS, "normalisation")]
        name = next((one + ".neurons" for one in hidden if one + ".neurons" in self.layers), hidden[-1] + ".neurons") if hidden else ""
        single = note is not None and abs((note.worth or 0.0) - 1.0) < 1e-6
        if hidden and note is not None and values.spikes and single and (name in self.layers or bool(values.counts.any())):
            layer = self._hidden(name, hidden, tuple(x.shape))
            layer.times += 1
            layer.count("output-spikes", self._sent(name, x, values))
            origins = [name]
            self.mark(x, Note(origins))
        return origins, values

    def _weight_layer(self, kind: str, parameter: str, x: Any, note: Optional[Note], result: Any, inside: Optional[Frame]) -> Tuple[Layer, Values]:
        name = _WEIGHT_NAME.sub("", parameter) or "model"
        if inside is not None and inside.neurons:
            if note is None or not inside.origins.issuperset(note.origins):
                return self._layer(name, "recurrent", [inside.name], result, x), self._values(x, Note(unit=1.0) if inside.neurons.spikes and float(x.max()) > _LEVELS else note)
        origins, values = self._incoming(x, note)
        if origins == ["input"]:
            self._sent("input", x, values)
        layer = self._layer(self._place(name, origins), kind, origins, result, x)
        version = -1 if x.is_inference() else x._version
        if not values.spikes and origins == ["input"] and layer.before is not None and layer.before[1] == version and _same(layer.before[0], x):
            self.assume("{} gets the same numbers in each time step: they are multiplied once, and the products are kept", layer.name)
            values = Values(False, values.counts, True)
        layer.before = (x, version)
        return layer, values

    def _finish_weights(
        self, layer: Layer, values: Values, result: Any, bias: Optional[Any], weight: Any, channel: int,
        incoming: Any, edges: Any, nothing: Optional[Any],
    ) -> None:  # fmt: skip
        """incoming are inputs that are not 0, and edges their connections, a number for each row; nothing those whose weight is 0, in all."""
        layer.facts.setdefault("weights", weight.numel())
        if bias is not None:
            layer.facts["biases"] = bias.numel()
        if weight.is_floating_point() and weight.element_size() != 4:
            layer.facts["weight-bits"] = 8 * weight.element_size()
        layer.given.append(result.sum())
        layer.count("input-spikes" if values.spikes else "input-numbers", incoming)
        layer.count("synaptic-events" if values.spikes else "multiply-accumulates", edges * (not values.again))
        if nothing is not None and not values.again:
            layer.count("zero-events" if values.spikes else "multiply-accumulates", (nothing if values.spikes else -nothing).reshape(1))
        arrived = result.ne(0) if bias is None else result.ne(bias.reshape([-1 if axis == channel % result.dim() else 1 for axis in range(result.dim())]))
        if layer.kind == "recurrent" or any(frame.neurons for frame in self._stack):
            layer.masks.append(arrived)
        self.mark(result, Note([layer.name], arrived))

    def _zeros(self, weight: Any, count: Callable[[Any], Any], layer: Layer) -> Optional[Any]:
        """How many weights of 0 each input reaches, or None if there are none."""
        if layer.name in self._zero:
            return self._zero[layer.name]
        layer.grid = _grid(weight)
        layer.facts["zero-weights"] = weight.numel() - int(torch.count_nonzero(weight))
        self._zero[layer.name] = count(weight.eq(0).to(torch.float32)) if layer.facts["zero-weights"] else None
        return self._zero[layer.name]

    def _product(self, name: str, given: List[Any], notes: List[Optional[Note]], at: int, result: Any, inside: Optional[Frame]) -> None:
        weight, parameter = given[at], self._weight_of(notes[at:])
        bias = None
        if name == "linear":
            x, note, matrix = given[0], notes[0], weight
            bias = given[2] if len(given) > 2 else None
        elif name == "addmm" and at == 2:
            bias, x, note, matrix = given[0], given[1], notes[1], weight.t()
        elif name in ("matmul", "__matmul__", "mm", "__rmatmul__") and at == 1 and weight.dim() == 2:
            x, note, matrix = given[0], notes[0], weight.t()
        else:
            self.unseen.setdefault(self._here(parameter), f"its weights {parameter} go into {name}, which is not counted so;")
            return
        layer, values = self._weight_layer("linear", parameter, x, note, result, inside)
        outputs = matrix.shape[0]
        zeros = self._zeros(weight, lambda zero: (zero if matrix is weight else zero.t()).sum(0), layer)
        features = values.counts.reshape(-1, values.counts.shape[-1])
        nothing = None if zeros is None else (features.sum(0, dtype=torch.float64) * zeros).sum()
        incoming = _rows(values.counts)
        self._finish_weights(layer, values, result, bias, weight, -1, incoming, incoming * outputs, nothing)

    def _convolution(self, name: str, args: Any, kwargs: Any, notes: List[Optional[Note]], result: Any, inside: Optional[Frame]) -> None:
        rank, transposed = _CONVOLUTIONS[name]
        names = ("input", "weight", "bias", "stride", "padding", *(("output_padding", "groups", "dilation") if transposed else ("dilation", "groups")))
        said = {"bias": None, "stride": 1, "padding": 0, "dilation": 1, "groups": 1, **dict(zip(names, args)), **kwargs}
        x, weight, groups = said["input"], said["weight"], said["groups"]
        kernel = tuple(weight.shape[2:])
        stride, dilation = _each(said["stride"], rank), _each(said["dilation"], rank)
        padding = said["padding"]
        if padding == "same":
            padding = [reach * (size - 1) // 2 for size, reach in zip(kernel, dilation)]
        padding = (0,) * rank if padding == "valid" else _each(padding, rank)
        layer, values = self._weight_layer("convolution", self._weight_of(notes[1:]), x, notes[0], result, inside)
        layer.leading = x.dim() - rank - 1
        bare = x if notes[0] is None or notes[0].padded is None else notes[0].padded
        added = [whole - part for whole, part in zip(x.shape[-rank:], bare.shape[-rank:])]
        if any(one % 2 for one in added):  # not as much on both sides
            bare, added = x, [0] * rank
        layer.input_shape = tuple(bare.shape)
        around = [one + both // 2 for one, both in zip(padding, added)]
        layer.facts.update({"kernel": list(kernel), "stride": list(stride), "padding": around, "dilation": list(dilation), "groups": groups})
        counts = values.counts if x.dim() == rank + 2 else values.counts.unsqueeze(0)
        reached = [
            _taps(counts.shape[2 + axis], result.shape[result.dim() - rank + axis], kernel[axis], stride[axis], padding[axis], dilation[axis], transposed, counts)
            for axis in range(rank)
        ]  # fmt: skip
        covers = reached[0].sum(1)
        for one in reached[1:]:
            covers = covers.unsqueeze(-1) * one.sum(1)
        per_input = weight.shape[1] if transposed else weight.shape[0] // groups
        zeros = self._zeros(weight, lambda zero: _zeros_of_inputs(zero, groups, transposed), layer)
        nothing = None
        if zeros is not None:
            left = counts.sum(0)
            for one in reached:  # each turns a dimension of places into one of taps
                left = torch.tensordot(left, one, ([1], [0]))
            nothing = (left.double() * zeros).sum()
        if transposed:
            layer.facts["dense-products"] = x.shape[x.dim() - rank - 1] * per_input * int(covers.sum())
            layer.kind = "sparse"
        places = counts.sum(1).flatten(1)
        incoming = (places if bare is x else self._values(bare, notes[0]).counts.reshape(len(counts), -1)).sum(1).double()
        edges = torch.mv(places, covers.flatten()).double() * per_input
        self._finish_weights(layer, values, result, said["bias"], weight, -1 - rank, incoming, edges, nothing)

    def _attention(self, name: str, given: List[Any], notes: List[Optional[Note]], result: Any) -> None:
        x, y = given[0], given[1]
        origins: List[str] = []
        for one, note in list(zip(given, notes))[:3]:
            origins += self._incoming(one, note)[0] if note is not None else []
        here = self._distinct(self._here("model") + "." + name.strip("_"), origins)
        layer = self._layer(here, "attention", origins, result, x)
        first, second = self._values(x, self.note_of(x)), self._values(y, self.note_of(y))
        inner = x.shape[-1] if name != "einsum" else max(1, round(math.sqrt(x.numel() * y.numel() / max(1, result.numel()))))
        layer.analog = True
        layer.facts["products"] = result.numel() * inner * (2 if name == "scaled_dot_product_attention" else 1)
        width = layer.facts["products"] / max(1, x.numel())
        both = Values(first.spikes and second.spikes, first.counts)
        self._arrive(layer, both)
        layer.count("synaptic-events" if both.spikes else "multiply-accumulates", _rows(both.counts) * width)
        self.mark([result], Note([here]))

    def _pool(self, name: str, func: Any, args: Any, kwargs: Any, note: Note, result: Any) -> None:
        rank, mode = _POOLS[name]
        x = args[0]
        origins, values = self._incoming(x, note)
        here = self._distinct(self._here(name), origins)
        layer = self._layer(here, "pooling", origins, result, x)
        layer.analog = bool(self._analog(origins))
        self._arrive(layer, values)
        if not rank:
            kernel = tuple(x.shape[axis] for axis in _last_axes(*args, **kwargs))
            stride, padding = kernel, (0,) * len(kernel)
        elif name.startswith("adaptive"):
            kernel = tuple(max(1, given // made) for given, made in zip(x.shape[-rank:], result.shape[-rank:]))
            stride, padding = kernel, (0,) * rank
        else:
            at = 2 if name.startswith("lp") else 1
            kernel = _each(kwargs.get("kernel_size", args[at] if len(args) > at else 1), rank)
            told = kwargs.get("stride", args[at + 1] if len(args) > at + 1 else None)
            stride = kernel if told is None or told == [] else _each(told, rank)
            padding = _each(kwargs.get("padding", args[3] if len(args) > 3 and at == 1 else 0), rank)
        layer.facts.update({"kernel": list(kernel), "stride": list(stride), "padding": list(padding), "mode": mode})
        layer.leading = x.dim() - rank - 1 if rank else None
        made = Note([here])
        if values.spikes and mode == "average":
            made.unit = (note.unit or 1.0) / math.prod(kernel)
        if note.arrived is not None and mode != "sum" and note.arrived.shape == x.shape:
            pooled = func(note.arrived.to(x.dtype), *args[1:], **kwargs)
            made.arrived = tensors(pooled)[0].ne(0)
        self.mark([result], made)

    def _join(self, name: str, given: List[Any], flowing: List[Note], result: Any) -> None:
        """A residual sum, or a product of two activations such as a gate."""
        for note in flowing:
            self._resolve(note)
        origins = list(dict.fromkeys(one for note in flowing for one in note.origins))
        masks = [note.arrived if note.arrived is not None else one.ne(0) for one in given for note in [self.note_of(one)] if note is not None and (note.arrived is not None or not self._analog(note.origins))]
        arrived = masks[0] | masks[1] if len(masks) == 2 and masks[0].shape == masks[1].shape else None
        analog = self._analog(origins)
        made = Note(origins, arrived)
        self._fire(name, [note for note in flowing if not note.fired] or flowing, made, result)
        made.fired, made.spikes = (), False
        self.mark([result], made)
        if name in _SUMS and len(analog) == len(origins):
            return
        membrane = made.membrane if analog and name in _SUMS else None
        here = self._distinct(self._here("model") + (".sum" if name in _SUMS else ".gate"), origins, membrane)
        if membrane:
            membrane.sums.add(here)
        layer = self._layer(here, "residual" if name in _SUMS else "attention", () if here in self.layers else origins, result, result)
        layer.analog = bool(analog) and name in _SUMS
        made.given = (here,)
        flow = [(one, note) for one in given for note in [self.note_of(one)] if note is not None]
        if name in _GATES:
            layer.facts["products"] = result.numel()
            flow = flow[:1]
        for one, note in flow:
            if name in _GATES or not self._analog(note.origins):
                values = self._values(one, note)
                self._arrive(layer, values)
                if name in _GATES:
                    layer.count("synaptic-events" if values.spikes else "multiply-accumulates", _rows(values.counts))
        made.unit = 1.0 if name in _SUMS and {note.worth for note in flowing} == {1.0} else None


def unrolled(name: str, calls: Any) -> InputError:
    """Tells that the time steps of a module are not seen."""
    how = "declare the neurons around it with ganglion.declare, or give each place a module of its own"
    return InputError(2, f"{name}: {calls} calls look like as many layers, where time steps were expected, because what flows from one to the next is not seen; {how}")


def _layout(given: Any, fired: Iterable[Membrane]) -> Optional[str]:
    """Along which axis a module took its time steps, if what it compared with a threshold tells."""
    whole = tuple(given.shape)
    found = {layout for one in fired for layout, part in ((TIME_FIRST, whole[1:]), (BATCH_FIRST, whole[:1] + whole[2:])) if one.shape == part and len(whole) > 2}
    return found.pop() if len(found) == 1 else None


def _same(one: Any, other: Any) -> bool:
    """Whether two tensors are the same part of the same memory."""
    return (one.data_ptr(), one.shape, one.stride(), one.dtype) == (other.data_ptr(), other.shape, other.stride(), other.dtype)


def _last_axes(x: Any, dim: Any = None, keepdim: bool = False) -> Tuple[int, ...]:
    """The axes of a largest value over all of space; none of any other, such as that of the neuron that wins."""
    axes = () if keepdim or dim is None or isinstance(dim, torch.Tensor) else tuple(sorted(axis % x.dim() for axis in ([dim] if isinstance(dim, int) else dim)))
    return axes if x.dim() - len(axes) >= 2 and axes == tuple(range(x.dim() - len(axes), x.dim())) else ()


def _each(value: Any, rank: int) -> Tuple[int, ...]:
    given = tuple(int(one) for one in value) if isinstance(value, (list, tuple)) else (int(value),)
    return given * rank if len(given) == 1 else given


def _rows(counts: Any) -> Any:
    """Sums over all but the first two dimensions, which time and batch may be."""
    rows = counts.flatten(2) if counts.dim() > 2 else counts if counts.dim() == 2 else counts.reshape(1, -1)
    return (rows.view(torch.uint8).sum(-1, dtype=torch.int32) if rows.dtype == torch.bool else rows.sum(-1)).double()  # booleans are summed slowly


def _taps(size: int, made: int, kernel: int, stride: int, padding: int, dilation: int, transposed: bool, like: Any) -> Any:
    """For each place of an input, and each place of the kernel, 1 if that weight leads to an output."""
    place = torch.arange(size, device=like.device).unsqueeze(1)
    tap = torch.arange(kernel, device=like.device).unsqueeze(0) * dilation
    if transposed:
        to = place * stride - padding + tap
        reached = (to >= 0) & (to < made)
    else:
        to = place + padding - tap
        reached = (to >= 0) & (to % stride == 0) & (torch.div(to, stride, rounding_mode="floor") < made)
    return reached.to(torch.float32 if not like.is_floating_point() else like.dtype)


def _grid(weight: Any) -> Dict[str, int]:
    """What is known of weights of at most 8 bits: whole multiples of one step, of which each occurs often."""
    flat = weight.flatten()
    levels = flat[:_LOOKED_AT].unique()
    levels = levels if len(levels) > 255 or len(flat) <= _LOOKED_AT else flat.unique()
    if len(levels) > 255 or len(flat) < 4 * len(levels) or not bool(levels.any()):
        return {}
    levels = torch.cat([levels, levels.new_zeros(1)]).double().unique()
    largest = levels.abs().max()
    exact = levels / largest * (largest / levels.diff().min()).round()
    wholes = exact.round()
    bits = 1 + math.ceil(math.log2(max(float(wholes.max()) + 1, -float(wholes.min()))))
    return {"weight-bits": bits, "different-weights": len(levels) - 1} if bits <= 8 and bool(((wholes - exact).abs() < 1e-3).all()) else {}


def _zeros_of_inputs(zero: Any, groups: int, transposed: bool) -> Any:
    """For each input channel and place of the kernel, how many weights are 0."""
    if transposed:
        return zero.sum(1)
    return zero.reshape(groups, -1, *zero.shape[1:]).sum(1).flatten(0, 1)

"""What a NIR graph does under a set of conventions: a small interpreter, step by step, that shares nothing with any simulator."""

import itertools

import numpy as np

# Each degree of freedom with its values; the README says what they mean. The first is what a case without it has.
CONVENTIONS = {
    "discretisation": ["euler", "exact", "impulse", "jump"],
    "current": ["new", "old"],
    "input": ["after-leak", "before-leak"],
    "threshold": [">", ">="],
    "reset": ["to", "subtract"],
    "reset-time": ["now", "late"],
    "record": ["after-reset", "before-reset"],
    "latency": ["none", "one", "floor", "one-inside", "floor-inside"],
    "cycle-delay": ["within", "added"],
    "start": ["zero", "v_leak", "v_reset"],
    "spikes-per-step": ["one", "many"],
}
SPIKING = ("IF", "LIF", "CubaLIF", "Threshold")
STATEFUL = (*SPIKING, "I", "LI", "CubaLI", "Delay")

PARAMETERS = {
    "Input": ["shape"], "Output": ["shape"], "Linear": ["weight"], "Affine": ["weight", "bias"], "Scale": ["scale"], "Flatten": ["start_dim", "end_dim"],
    "SumPool2d": ["kernel_size", "stride", "padding"], "AvgPool2d": ["kernel_size", "stride", "padding"], "Delay": ["delay"], "Threshold": ["threshold"],
    "I": ["r"], "LI": ["tau", "r", "v_leak"], "IF": ["r", "v_threshold"], "LIF": ["tau", "r", "v_leak", "v_threshold"], "Identity": [],
    "CubaLI": ["tau_mem", "tau_syn", "r", "v_leak", "w_in"], "CubaLIF": ["tau_mem", "tau_syn", "r", "v_leak", "w_in", "v_threshold"],
}
PARAMETERS |= {kind: ["weight", "stride", "padding", "dilation", "groups", "bias"] for kind in ("Conv1d", "Conv2d")}


def combinations(freedom):
    """Every assignment of the named degrees of freedom, those nearest to the first values first."""
    keys = list(freedom)
    for key in keys:
        wanted = CONVENTIONS.get(key, [])
        if not wanted or (isinstance(freedom, dict) and not set(freedom[key]) <= set(wanted)):
            raise ValueError(f"found the freedom {key}, expected one of {', '.join(wanted or CONVENTIONS)}")
    values = [freedom[k] if isinstance(freedom, dict) else CONVENTIONS[k] for k in keys]
    ranked = sorted(itertools.product(*(range(len(v)) for v in values)), key=lambda c: sum(i > 0 for i in c))
    return [{k: v[i] for k, v, i in zip(keys, values, choice)} for choice in ranked]


def bent(graph, dt, bends):
    """A graph as tools take it that have divergences: "LIF.r": "tau / dt" gives every LIF another r, worked out from its parameters;
    "inputs": "recurrent" lets what comes to a recurrent layer go through its recurrent weights."""
    nodes, edges = {name: dict(node) for name, node in graph["nodes"].items()}, graph["edges"]
    for each in bends:
        before = {name: dict(node) for name, node in nodes.items()}
        for key, expression in each.get("graph", {}).items():
            kind, _, parameter = key.partition(".")
            for name, node in before.items():
                if node["type"] == kind:
                    nodes[name][parameter] = eval(expression, {"np": np, "dt": dt}, node) + np.zeros(np.shape(node.get("r", 0.0)))
        if each.get("inputs") == "recurrent":
            loops = {b: a for a, b in edges if (b, a) in edges and "weight" in nodes[a]}
            edges = [(a, b if a == loops.get(b, a) else loops[b]) for a, b in edges]
    return {"nodes": nodes, "edges": edges}


def pair(value):
    return tuple(int(v) for v in np.broadcast_to(np.asarray(value).ravel(), 2))


class Model:
    """A graph that is computed step by step. `margin` is the least distance that a potential had from its threshold."""

    def __init__(self, graph, dt, conventions=()):
        self.nodes, self.dt = graph["nodes"], dt
        self.c = {key: values[0] for key, values in CONVENTIONS.items()} | dict(conventions)
        self.state, self.taken, self.margin = {}, {}, np.inf
        self.sources = {n: [a for a, b in graph["edges"] if b == n] for n in self.nodes}
        self.targets = {n: [b for a, b in graph["edges"] if a == n] for n in self.nodes}
        self.cyclic = {n for n in self.nodes if self._reaches(n, n)}
        self.given = {n: None for n in self.nodes}
        for n in self._sort(lambda n: False):
            x = self._taken(n, self.given)
            rest = np.zeros(self._shape(n)) if x is None or self.kind(n) == "Input" else x
            self.given[n] = np.zeros(rest.shape) if self.kind(n) in STATEFUL else self.stateless(n, rest, self.nodes[n])
            # Not of NIR, but of tools in whose cycles nothing passes before the first step.
            self.given[n] = self.given[n] * self.nodes[n].get("passes_at_start", 1.0)
        self._sort(self._waits)

    def kind(self, n):
        return self.nodes[n]["type"]

    def _sort(self, waits):
        """The order in which nodes compute, and the edges that close cycles. What waits a step has no say in it."""
        self.order, self.back = [], set()
        for start in [n for n in self.nodes if self.kind(n) == "Input"] + list(self.nodes):
            self._visit(start, [], waits)
        self.order.reverse()
        return self.order

    def _visit(self, n, path, waits):
        if n in self.order:
            return
        for target in [] if waits(n) else self.targets[n]:
            if target == n or target in path:
                self.back.add((n, target))
            else:
                self._visit(target, path + [n], waits)
        if n not in self.order:
            self.order.append(n)

    def _reaches(self, n, goal):
        seen, todo = set(), [n]
        while todo:
            for target in self.targets[todo.pop()]:
                if target == goal:
                    return True
                if target not in seen:
                    seen.add(target)
                    todo.append(target)
        return False

    def _shape(self, n):
        p = self.nodes[n]
        if self.kind(n) == "Input":
            return tuple(int(s) for s in np.atleast_1d(p["shape"]))
        name = next(k for k in ("v_threshold", "tau", "tau_mem", "r", "delay", "threshold", "scale", "weight") if k in p)
        shape = np.shape(p[name])
        return shape[1:2] if name == "weight" else shape

    def check_shape(self, n):
        """Raises ValueError if the parameters of a node do not fit what it takes."""
        if self.kind(n) in STATEFUL and self.given[n].size > 1:
            for key, value in self.nodes[n].items():
                if key != "type" and np.size(value) > 1 and np.shape(value) != self.given[n].shape:
                    raise ValueError(f"the {key} of {n} has the shape {np.shape(value)}, and its input {self.given[n].shape}")

    def _waits(self, n):
        """Whether all that a node gives acts a step later."""
        word = self.c["latency"]
        return word != "none" and (self.kind(n) in SPIKING or (self.kind(n) == "Input" and not word.endswith("-inside")))

    def _late(self, n):
        """Whether what reaches a node has waited for a step."""
        return any(self._waits(a) or (self.kind(a) not in (*SPIKING, "I", "LI", "CubaLI") and self._late(a)) for a in self.sources[n])

    def _taken(self, n, now):
        parts = [self.given[a] if self._waits(a) or (a, n) in self.back else now[a] for a in self.sources[n]]
        parts = [p for p in parts if p is not None]
        return sum(parts[1:], parts[0]) if parts else None

    def step(self, inputs, k):
        now, seen = {}, {}
        for n in self.order:
            kind = self.kind(n)
            if kind == "Input":
                now[n] = inputs[n][k].reshape(self.given[n].shape)
                continue
            x = self._taken(n, now)
            x = self.taken[n] = np.zeros(self.given[n].shape) if x is None else x
            if kind == "Delay":
                now[n] = self._delayed(n, x, k)
            elif kind in STATEFUL:
                now[n], seen[n] = self._neurons(n, x)
            else:
                now[n] = self.stateless(n, x, self.nodes[n])
        self.given = now
        return now, seen

    def _delayed(self, n, x, k):
        past = self.state.setdefault(n, [])
        past.append(x)
        steps = np.rint(np.broadcast_to(self.nodes[n]["delay"], x.shape) / self.dt).astype(int)
        if (self.c["latency"].startswith("floor") and self._late(n)) or (n in self.cyclic and self.c["cycle-delay"] == "within"):
            steps = np.maximum(steps - 1, 0)
        y = np.zeros(x.shape)
        for d in np.unique(steps[steps <= k]):
            y[steps == d] = past[k - d][steps == d]
        return y

    def stateless(self, n, x, p):
        """What a node without a state gives for x, with the parameters p."""
        kind = self.kind(n)
        if kind in ("Affine", "Linear"):
            y = p["weight"].astype(float) @ x.ravel()
            return y + p["bias"] if kind == "Affine" else y
        if kind == "Scale":
            return p["scale"] * x
        if kind == "Flatten":
            start, end = (int(p[e]) % x.ndim for e in ("start_dim", "end_dim"))
            return x.reshape(x.shape[:start] + (-1,) + x.shape[end + 1 :])
        if kind in ("SumPool2d", "AvgPool2d"):
            size = pair(p["kernel_size"])
            kernel = np.ones((x.shape[0], 1, *size)) / (np.prod(size) if kind == "AvgPool2d" else 1)
            return slide(x, kernel, pair(p["stride"]), pair(p["padding"]), (1, 1), x.shape[0])
        if kind in ("Conv1d", "Conv2d"):
            one = kind == "Conv1d"
            weight = p["weight"][:, :, None, :] if one else p["weight"]

            def axes(key, other):
                return (other, int(np.ravel(p[key])[0])) if one else pair(p[key])

            dilation, padding = axes("dilation", 1), p["padding"]
            if isinstance(padding, str):
                whole = [d * (k - 1) for d, k in zip(dilation, weight.shape[2:])]
                padding = [(w // 2, w - w // 2) for w in whole] if padding == "same" else (0, 0)
            else:
                padding = axes("padding", 0)
            y = slide(x[:, None, :] if one else x, weight, axes("stride", 1), padding, dilation, int(p["groups"]))
            y = y + np.reshape(p["bias"], (-1, 1, 1))
            return y[:, 0, :] if one else y
        return x

    def _neurons(self, n, x):
        """A step of neurons: what they give, and the potential that is recorded."""
        p, c, h, kind = self.nodes[n], self.c, self.dt, self.kind(n)
        if kind == "Threshold":
            return self._over(x, p["threshold"]).astype(float), x
        v, current, fired = self.state.get(n, (p.get(c["start"], 0.0) + np.zeros(x.shape), np.zeros(x.shape), np.zeros(x.shape)))
        r, leak = p["r"], p.get("v_leak", 0.0)
        if kind in ("CubaLI", "CubaLIF"):
            v, current = self._cuba(v, current, p, x)
        elif kind in ("I", "IF"):
            v = v + h * r * x
        else:
            kept, gain = self._factors(p["tau"])
            v = kept * (v + gain * r * x) if c["input"] == "before-leak" else kept * v + gain * r * x
            v = v + (1 - kept) * leak
        # Not of NIR, but of tools whose potentials have a floor.
        v = np.maximum(v, p.get("v_min", -np.inf))
        if kind not in SPIKING:
            self.state[n] = v, current, fired
            return v, v
        threshold, target = p["v_threshold"], p.get("v_reset", 0.0)

        def reset(v, fired):
            return v - fired * threshold if c["reset"] == "subtract" else np.where(fired > 0, target, v)

        if c["reset-time"] == "late":
            v = reset(v, fired)
        fired = self._over(v, threshold).astype(float)
        if c["spikes-per-step"] == "many":
            fired = np.where(fired > 0, np.maximum(np.floor(v / threshold), 1), 0)
        after = v if c["reset-time"] == "late" else reset(v, fired)
        self.state[n] = after, current, fired
        return fired, v if c["record"] == "before-reset" else after

    def _factors(self, tau):
        kept = 1 - self.dt / tau if self.c["discretisation"] == "euler" else np.exp(-self.dt / tau)
        return kept, 1 - kept if self.c["discretisation"] in ("exact", "jump") else self.dt / tau

    def _cuba(self, v, current, p, x):
        kept, gain = self._factors(p["tau_mem"])
        left, jump = self._factors(p["tau_syn"])
        word, drive = self.c["discretisation"], p["w_in"] * x
        if word in ("exact", "jump"):
            # The membrane takes up the current while that decays; where the time constants are equal, the limit.
            a, b = self.dt / p["tau_mem"], self.dt / p["tau_syn"]
            apart = np.where(np.abs(a - b) < 1e-12, 1.0, a - b)
            taken = np.where(np.abs(a - b) < 1e-12, a * kept, a * (left - kept) / apart)
            base = drive if word == "exact" else 0.0
            jumps = drive * self.dt / p["tau_syn"] if word == "jump" else 0.0
            late = self.c["current"] == "old"
            start = current - base + (0.0 if late else jumps)
            used = start * taken + base * (1 - kept)
            current = base + start * left + (jumps if late else 0.0)
        else:
            new = left * (current + jump * drive) if self.c["input"] == "before-leak" else left * current + jump * drive
            used = gain * (new if self.c["current"] == "new" else current)
            current = new
        return kept * v + p["r"] * used + (1 - kept) * p["v_leak"], current

    def _over(self, v, threshold):
        self.margin = min(self.margin, float(np.min(np.abs(v - threshold))))
        return v >= threshold if self.c["threshold"] == ">=" else v > threshold


def check_graph(graph):
    """Raises ValueError for a node that the specification gives no meaning."""
    for name, node in graph["nodes"].items():
        if node["type"] not in PARAMETERS:
            raise ValueError(f"the node {name} has the type {node['type']}, expected one of {', '.join(sorted(PARAMETERS))}")
        for key in PARAMETERS[node["type"]]:
            if key not in node:
                raise ValueError(f"the node {name} has no {key}")
            values = np.asarray(node[key])
            if values.dtype.kind == "f" and not np.isfinite(values).all():
                raise ValueError(f"the node {name} has a {key} that is not finite")
            if key.startswith("tau") and (values <= 0).any():
                raise ValueError(f"the node {name} has a {key} of {values.min()} s, expected more than 0 s")


def slide(x, weight, stride, padding, dilation, groups):
    """Cross-correlation of x[channel][row][column] with weight[out][in of a group][row][column]."""
    x = np.pad(x, [(0, 0), *(p if isinstance(p, tuple) else (p, p) for p in padding)])
    size = [(x.shape[i + 1] - dilation[i] * (weight.shape[i + 2] - 1) - 1) // stride[i] + 1 for i in (0, 1)]
    y, inside = np.zeros((weight.shape[0], *size)), weight.shape[1]
    for o, row, column in np.ndindex(weight.shape[0], *weight.shape[2:]):
        first = o // (weight.shape[0] // groups) * inside
        top, left = row * dilation[0], column * dilation[1]
        seen = x[first : first + inside, top : top + stride[0] * size[0] : stride[0], left : left + stride[1] * size[1] : stride[1]]
        y[o] += np.tensordot(weight[o, :, row, column].astype(float), seen[:, : size[0], : size[1]], 1)
    return y


def run(graph, inputs, dt, steps, observe, conventions=()):
    """Runs a graph: {node: {"spikes": step x neuron, "v": step x neuron}} as asked for, and the least margin of a decision."""
    return observe_model(Model(graph, dt, conventions), inputs, steps, observe)


def observe_model(model, inputs, steps, observe, each=None):
    """The same of a model; each(model, what its nodes give) is called after every step."""
    found = {n: {key: [] for key in keys} for n, keys in observe.items()}
    for k in range(steps):
        now, seen = model.step(inputs, k)
        if each:
            each(model, now)
        for n, keys in found.items():
            for key, rows in keys.items():
                rows.append(np.ravel(seen[n] if key == "v" else now[n]))
    return {n: {key: np.array(rows) for key, rows in keys.items()} for n, keys in found.items()}, model.margin


def statistic(what, spikes, dt):
    """Mean rate in Hz, mean coefficient of variation of intervals, or share of neurons that fire, of step x neuron."""
    if what == "rate":
        return spikes.mean() / dt
    if what == "active":
        return (spikes.sum(0) > 0).mean()
    intervals = [np.diff(np.flatnonzero(column)) for column in spikes.T]
    return float(np.mean([np.std(i) / np.mean(i) for i in intervals if len(i) > 1] or [0]))

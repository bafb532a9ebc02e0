"""Second implementation for `make`: every value is asked of its definition, and potentials are sums over all inputs since the last
reset. It shares no code with the reference model: nothing is stepped, no order of nodes is sought, convolutions are loops."""

import math

import numpy as np


class Closed:
    def __init__(self, graph, back, inputs, dt, conventions):
        self.nodes, self.edges = graph
        self.back, self.inputs, self.dt = set(back), inputs, dt
        self.c = {"discretisation": "euler", "current": "new", "input": "after-leak", "threshold": ">", "reset": "to"}
        self.c |= {"record": "after-reset", "latency": "none", "cycle-delay": "within"} | conventions
        self.memo, self.history = {}, {}

    def given(self, n, k):
        """What node n gives at step k."""
        if (n, k) not in self.memo:
            self.memo[n, k] = self._given(n, k)
        return self.memo[n, k]

    def spiking(self, n):
        return self.nodes[n]["type"] in ("IF", "LIF", "CubaLIF", "Threshold")

    def taken(self, n, k):
        """The sum of what the sources of n give."""
        parts = []
        for a, b in self.edges:
            if b == n:
                late = (self.spiking(a) or self.nodes[a]["type"] == "Input") if self.c["latency"] != "none" else (a, b) in self.back
                parts.append(self.given(a, k - 1 if late else k))
        return sum(parts)

    def _given(self, n, k):
        p = self.nodes[n]
        kind = p["type"]
        if kind == "Input":
            shape = tuple(int(s) for s in np.atleast_1d(p["shape"]))
            return self.inputs[n][k].reshape(shape) if k >= 0 else np.zeros(shape)
        if kind in ("IF", "LIF", "CubaLIF", "I", "LI", "CubaLI"):
            if k < 0:
                return np.zeros(np.shape(p["r"]))
            spikes, v = self.neurons(n, k)
            return v if kind in ("I", "LI", "CubaLI") else spikes
        if kind == "Threshold":
            return np.zeros(np.shape(p["threshold"])) if k < 0 else self.fires(self.taken(n, k), p["threshold"])
        if kind == "Delay":
            y = np.zeros(np.shape(p["delay"]))
            for i, seconds in np.ndenumerate(p["delay"]):
                steps = round(seconds / self.dt)
                if self.c["latency"] == "floor" or (self.in_cycle(n) and self.c["cycle-delay"] == "within"):
                    steps = max(steps - 1, 0)
                if k >= steps:
                    y[i] = self.taken(n, k - steps)[i]
            return y
        x = self.taken(n, k)
        if kind in ("Linear", "Affine"):
            bias = p["bias"] if kind == "Affine" else np.zeros(len(p["weight"]))
            return np.array([math.fsum([b, *(w * v for w, v in zip(row, np.ravel(x)))]) for row, b in zip(p["weight"], bias)])
        if kind == "Scale":
            return np.array(p["scale"]) * x
        if kind == "Flatten":
            last = int(p["end_dim"]) % x.ndim
            first = int(p["start_dim"]) % x.ndim
            return x.reshape(*x.shape[:first], int(np.prod(x.shape[first : last + 1])), *x.shape[last + 1 :])
        if kind in ("Conv1d", "Conv2d", "SumPool2d", "AvgPool2d"):
            return window(p, x)
        return x

    def in_cycle(self, n):
        seen, todo = set(), [n]
        while todo:
            here = todo.pop()
            for a, b in self.edges:
                if a == here and b not in seen:
                    seen.add(b)
                    todo.append(b)
        return n in seen

    def fires(self, v, threshold):
        return (v >= threshold if self.c["threshold"] == ">=" else v > threshold).astype(float)

    def neurons(self, n, k):
        """Spikes and recorded potentials at step k: the sum of what came since the last reset, each weighed by its age."""
        found = self.history.setdefault(n, [])
        while len(found) <= k:
            found.append(self.next(n, len(found)))
        return found[k]

    def next(self, n, k):
        p = self.nodes[n]
        drive = self.taken(n, k)
        log = self.history.setdefault((n, "drive"), [])
        log.append(np.broadcast_to(drive, np.shape(p["r"])).astype(float))
        before = self.history.setdefault((n, "resets"), {})
        spikes, recorded = np.zeros(drive.shape), np.zeros(drive.shape)
        for i in np.ndindex(drive.shape):
            at = lambda key, default=0.0: float(p[key][i]) if key in p else default
            a = self.kept(at("tau_mem", at("tau", math.inf)))
            since, start, taken_off = before.get(i, (0, 0.0, []))
            v = start * a ** (k - since + 1) + at("v_leak") * (1 - a ** (k - since + 1))
            v += math.fsum(self.push(p, at, log, i, j) * a ** (k - j) for j in range(since, k + 1))
            v -= math.fsum(amount * a ** (k - j) for j, amount in taken_off)
            recorded[i] = v
            if "v_threshold" in p and self.fires(np.array(v), at("v_threshold")):
                spikes[i] = 1
                if self.c["reset"] == "to":
                    before[i] = (k + 1, at("v_reset"), [])
                else:
                    before[i] = (since, start, taken_off + [(k, at("v_threshold"))])
                if self.c["record"] == "after-reset":
                    recorded[i] = at("v_reset") if self.c["reset"] == "to" else v - at("v_threshold")
        return spikes, recorded

    def kept(self, tau):
        if tau == math.inf:
            return 1.0
        return 1 - self.dt / tau if self.c["discretisation"] == "euler" else math.exp(-self.dt / tau)

    def push(self, p, at, log, i, j):
        """By how much step j raises the potential."""
        word, h = self.c["discretisation"], self.dt
        if p["type"] in ("I", "IF"):
            return h * at("r") * log[j][i]
        if p["type"] in ("LI", "LIF"):
            a = self.kept(at("tau"))
            gain = 1 - a if word in ("exact", "jump") else h / at("tau")
            return gain * at("r") * log[j][i] * (a if self.c["input"] == "before-leak" else 1)
        tau, tau_syn, w = at("tau_mem"), at("tau_syn"), at("w_in")
        b = self.kept(tau_syn)
        if word in ("euler", "impulse"):
            last = j if self.c["current"] == "new" else j - 1
            scale = b if self.c["input"] == "before-leak" else 1
            current = math.fsum(h / tau_syn * scale * w * log[m][i] * b ** (last - m) for m in range(last + 1))
            return h / tau * at("r") * current
        # Over one step the current is base + (start - base) exp(-t/tau_syn).
        if word == "jump":
            base, start = 0.0, math.fsum(h / tau_syn * w * log[m][i] * b ** (j - m) for m in range(j + 1))
        else:
            base, start = w * log[j][i], math.fsum((1 - b) * w * log[m][i] * b ** (j - 1 - m) for m in range(j))
        a = self.kept(tau)
        if tau == tau_syn:
            share = h / tau * a
        else:
            share = tau_syn / (tau - tau_syn) * (a - b)
        return at("r") * (base * (1 - a) + (start - base) * share)


def window(p, x):
    """Convolutions and pools, output by output."""
    if p["type"] == "Conv1d":
        two = {"weight": p["weight"][:, :, None, :], "type": "Conv2d", "groups": p["groups"], "bias": p["bias"]}
        for key, other in (("stride", 1), ("padding", 0), ("dilation", 1)):
            two[key] = p[key] if isinstance(p[key], str) else [other, int(np.ravel(p[key])[0])]
        return window(two, x[:, None, :])[:, 0, :]
    both = lambda v: [int(e) for e in np.broadcast_to(np.ravel(v), 2)]
    pool = p["type"] != "Conv2d"
    size = both(p["kernel_size"]) if pool else list(p["weight"].shape[2:])
    stride, dilation = both(p["stride"]), [1, 1] if pool else both(p["dilation"])
    span = [d * (s - 1) for d, s in zip(dilation, size)]
    if isinstance(p["padding"], str):
        before = [s // 2 if p["padding"] == "same" else 0 for s in span]
        all_pads = [s if p["padding"] == "same" else 0 for s in span]
    else:
        before = both(p["padding"])
        all_pads = [2 * b for b in before]
    outs = len(x) if pool else len(p["weight"])
    shape = [outs] + [(x.shape[d + 1] + all_pads[d] - span[d] - 1) // stride[d] + 1 for d in (0, 1)]
    y = np.zeros(shape)
    per_group = 1 if pool else p["weight"].shape[1]
    for o, row, column in np.ndindex(*shape):
        group = o if pool else o // (outs // int(p["groups"]))
        total = 0.0 if pool else float(p["bias"][o])
        for c, i, j in np.ndindex(per_group, *size):
            r, q = row * stride[0] + i * dilation[0] - before[0], column * stride[1] + j * dilation[1] - before[1]
            if 0 <= r < x.shape[1] and 0 <= q < x.shape[2]:
                total += x[group * per_group + c, r, q] * (1 if pool else float(p["weight"][o, c, i, j]))
        y[o, row, column] = total / (size[0] * size[1] if p["type"] == "AvgPool2d" else 1)
    return y


def observed(graph, back, inputs, dt, steps, observe, conventions):
    """{node: {"spikes" or "v": array of step x neuron}}."""
    solver, found = Closed(graph, back, inputs, dt, conventions), {}
    for n, keys in observe.items():
        found[n] = {}
        for key in keys:
            if key == "spikes":
                rows = [np.ravel(solver.given(n, k)) for k in range(steps)]
            else:
                rows = [np.ravel(solver.neurons(n, k)[1]) for k in range(steps)]
            found[n][key] = np.array(rows)
    return found

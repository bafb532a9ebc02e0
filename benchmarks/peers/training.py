"""Trains the networks T1, T2 and T3 of ../README.md as snnTorch does, for comparison with TrainingBenchmark: float32, a loop over
steps in Python, autograd, NAdam, one thread. Uses snnTorch if it is installed, otherwise its equations in plain PyTorch.

Arguments: seconds a round (1), rounds (3), names of cases, "flush" to let the processor flush subnormal numbers to zero.
"""

import sys
import time

try:
    import torch
except ImportError:
    sys.exit("PyTorch is missing: nothing to compare with")
try:
    import snntorch
except ImportError:
    snntorch = None


def surrogate(derivative):
    """The exact step forward, the derivative backward; a function as snnTorch takes it for spike_grad."""

    class Step(torch.autograd.Function):
        @staticmethod
        def forward(context, x):
            context.save_for_backward(x)
            return (x > 0).float()

        @staticmethod
        def backward(context, gradient):
            (x,) = context.saved_tensors
            return gradient * derivative(x)

    return Step.apply


def sigmoid(slope):
    """With |x|, as snnTorch's own formula overflows to NaN 0.9 below the threshold for a slope of 100."""

    def derivative(x):
        e = torch.exp(-slope * x.abs())
        return slope * e / (1 + e) ** 2

    return surrogate(derivative)


def fast_sigmoid(slope):
    return surrogate(lambda x: 1 / (slope * x.abs() + 1) ** 2)


class Neurons(torch.nn.Module):
    """snnTorch's Leaky, Synaptic (with alpha) and RLeaky (recurrent), reset by subtraction; threshold 1."""

    def __init__(self, size, beta, spike, alpha=None, learned=False, recurrent=False):
        super().__init__()
        decay = (lambda value: torch.nn.Parameter(torch.full((size,), value))) if learned else torch.tensor
        self.beta = decay(beta)
        self.alpha = None if alpha is None else decay(alpha)
        self.spike = spike
        self.recurrent = torch.nn.Linear(size, size) if recurrent else None

    def begin(self):
        self.current = self.membrane = self.spikes = torch.zeros(1)

    def forward(self, x):
        reset = self.spike(self.membrane - 1).detach()
        if self.alpha is not None:
            self.current = self.alpha.clamp(0, 1) * self.current + x
            x = self.current
        if self.recurrent is not None:
            fired = self.spikes if self.spikes.dim() > 1 else torch.zeros_like(x)
            x = x + self.recurrent(fired)
        self.membrane = self.beta.clamp(0, 1) * self.membrane + x - reset
        self.spikes = self.spike(self.membrane - 1)
        return self.spikes


class SnnTorchNeurons(torch.nn.Module):
    """The same by snnTorch's own modules."""

    def __init__(self, size, beta, spike, alpha=None, learned=False, recurrent=False):
        super().__init__()
        beta = torch.full((size,), beta) if learned else beta
        common = {"beta": beta, "spike_grad": spike, "learn_beta": learned, "init_hidden": True}
        if recurrent:
            self.module = snntorch.RLeaky(all_to_all=True, linear_features=size, **common)
        elif alpha is not None:
            alpha = torch.full((size,), alpha) if learned else alpha
            self.module = snntorch.Synaptic(alpha=alpha, learn_alpha=learned, **common)
        else:
            self.module = snntorch.Leaky(**common)

    def begin(self):
        for name in ("reset_mem", "reset_hidden"):
            if hasattr(self.module, name):
                getattr(self.module, name)()
                return

    def forward(self, x):
        return self.module(x)


class Network(torch.nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = torch.nn.ModuleList(layers)

    def forward(self, steps, source):
        """Spikes of the last layer, [step][sample][neuron]; and the share of neurons that fire, per layer."""
        fired = {}
        for layer in self.layers:
            if not isinstance(layer, torch.nn.Linear):
                layer.begin()
        outputs = []
        for t in range(steps):
            x = source(t)
            for i, layer in enumerate(self.layers):
                x = layer(x)
                if not isinstance(layer, torch.nn.Linear):
                    fired[i] = x.detach()
            outputs.append(x)
        return torch.stack(outputs), {i: float(x.mean()) for i, x in fired.items()}


def dense(inputs, outputs, factor=1):
    layer = torch.nn.Linear(inputs, outputs)
    layer.weight.data *= factor
    return layer


def cases(neurons):
    steep, usual = sigmoid(100), fast_sigmoid(25)

    def t1():
        network = Network(
            neurons(148, 0.8, steep, alpha=0.5, learned=True),
            dense(148, 32, 3),
            neurons(32, 0.9, steep, learned=True),
            dense(32, 1, 3),
            neurons(1, 0.99, steep),
        )
        x = 0.3 * torch.rand(40, 25, 148)
        labels = (torch.arange(25) % 2).float()[:, None]
        return network, 40, 25, lambda t: x[t], lambda rate: ((rate - labels) ** 2).mean()

    def cross_entropy(batch, classes):
        labels = torch.arange(batch) % classes
        return lambda rate: torch.nn.functional.cross_entropy(rate, labels)

    def t2():
        network = Network(dense(700, 256, 7), neurons(256, 0.9, usual, recurrent=True), dense(256, 20, 4), neurons(20, 0.9, usual))
        x = (torch.rand(100, 64, 700) < 0.02).float()
        return network, 100, 64, lambda t: x[t], cross_entropy(64, 20)

    def t3():
        network = Network(dense(784, 1000), neurons(1000, 0.95, usual), dense(1000, 10), neurons(10, 0.95, usual))
        x = torch.rand(128, 784)
        return network, 25, 128, lambda t: x, cross_entropy(128, 10)

    return {"T1": t1, "T2": t2, "T3": t3}


def measure(name, case, seconds, rounds):
    torch.manual_seed(1)
    network, steps, batch, source, loss = case()
    optimiser = torch.optim.NAdam(network.parameters(), lr=1e-5)
    per_second = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        done = 0
        while time.perf_counter() - start < seconds:
            optimiser.zero_grad()
            spikes, rates = network(steps, source)
            loss(spikes.mean(0)).backward()
            optimiser.step()
            done += batch
        per_second.append(done / (time.perf_counter() - start))
    ordered = sorted(per_second[1:])
    fired = " ".join(f"layer {i} {rate:.3f}" for i, rate in rates.items())
    print(
        f"{name} training, threads: 1: {ordered[len(ordered) // 2]:.0f} samples/s (best {ordered[-1]:.0f});"
        f" spikes a step, at the last: {fired}",
        flush=True,
    )


def main(arguments):
    seconds = float(arguments[0]) if arguments else 1
    rounds = int(arguments[1]) if len(arguments) > 1 else 3
    torch.set_num_threads(1)
    flush = "flush" in arguments and torch.set_flush_denormal(True)
    if snntorch is None:
        print(f"snnTorch is missing: its equations in plain PyTorch {torch.__version__}", end="")
    else:
        print(f"snnTorch {snntorch.__version__} on PyTorch {torch.__version__}", end="")
    print(", subnormal numbers flushed to zero" if flush else "")
    known = cases(Neurons if snntorch is None else SnnTorchNeurons)
    wanted = [name for name in arguments[2:] if name in known]
    for name in wanted or known:
        measure(name, known[name], seconds, rounds)


if __name__ == "__main__":
    main(sys.argv[1:])

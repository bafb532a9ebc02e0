"""
Costs networks in two ways: counted by ganglion.count while PyTorch runs them, and run by Ganglion with the same weights and spikes. Prints
how far energies and spikes differ:

    GANGLION_HOME=. PYTHONPATH=python python3 benchmarks/torch/agreement.py [DEVICE...]
"""

import os
import sys
import tempfile

import numpy as np
import torch
from torch import nn

import ganglion

DEVICES = ("loihi", "truenorth", "stm32u575")


class SurrogateSpike(torch.autograd.Function):
    """A step, whose gradient is that of a fast sigmoid."""

    @staticmethod
    def forward(context, over):
        context.save_for_backward(over)
        return (over > 0).float()

    @staticmethod
    def backward(context, gradient):
        (over,) = context.saved_tensors
        return gradient / (1 + 10 * over.abs()) ** 2


class Lif(nn.Module):
    """v = beta v + input; a spike above 1, which takes 1 off."""

    def __init__(self, size, beta):
        super().__init__()
        self.size, self.beta, self.v = size, beta, None

    def forward(self, current):
        v = current if self.v is None else self.beta * self.v + current
        spikes = SurrogateSpike.apply(v - 1.0)
        self.v = v - spikes
        return spikes

    def reset(self):
        self.v = None


ganglion.declare(Lif, needs=["exponential-leak", "delta", "reset-by-subtraction"])


class Network(nn.Module):
    """Layers of weights with neurons behind each, over (time, 1, neurons); some have weights from their neurons back to them."""

    def __init__(self, shape, layers, beta, recurrent=()):
        super().__init__()
        self.shape = shape
        self.weights = nn.ModuleList(layers)
        self.neurons, self.back, self.shapes = nn.ModuleList(), nn.ModuleDict(), []
        for place, layer in enumerate(layers):
            made = layer(torch.zeros(1, *shape)).shape[1:]
            self.shapes.append((tuple(shape), tuple(made)))
            self.neurons.append(Lif(int(np.prod(made)), beta))
            if place in recurrent:
                self.back[str(place)] = nn.Linear(made.numel(), made.numel(), bias=False)
            shape = made

    def forward(self, x):
        fired, out = {}, []
        for step in x:
            for place, (layer, neurons) in enumerate(zip(self.weights, self.neurons)):
                current = layer(step.reshape(-1, *self.shapes[place][0]))
                if place in fired:
                    current = current + self.back[str(place)](fired[place].flatten(1)).reshape(current.shape)
                step = neurons(current)
                if str(place) in self.back:
                    fired[place] = step
            out.append(step.flatten(1))
        return torch.stack(out)

    def restart(self):
        for neurons in self.neurons:
            neurons.reset()


def networks():
    """Name, network and rate of input spikes of each: random, pruned, trained, convolutional and recurrent."""
    torch.manual_seed(7)
    for number, sizes in enumerate(((40, 30), (100, 50, 10), (64, 128, 64, 10), (30, 200), (256, 64, 32), (12, 12, 12, 12))):
        yield f"random {sizes}", scaled(dense(sizes, 0.9 - 0.1 * number)), 0.05 * (1 + number % 4)
    for share in (0.5, 0.9):
        network = dense((80, 100, 20), 0.9)
        prune(network, share)
        yield f"pruned to {1 - share:.0%}", scaled(network), 0.2
    for sizes in ((20, 40, 2), (50, 30, 2), (30, 60, 30, 2)):
        yield f"trained {sizes}", trained(scaled(dense(sizes, 0.9))), 0.2
    for layers in (
        [nn.Conv2d(1, 4, 3, bias=False)],
        [nn.Conv2d(2, 4, 3, padding=1, bias=False), nn.Conv2d(4, 4, 3, stride=2, bias=False)],
        [nn.Conv2d(2, 6, 5, stride=2, padding=2, bias=False), nn.Sequential(nn.Flatten(), nn.Linear(96, 10, bias=False))],
        [nn.Conv2d(2, 4, 3, padding=2, dilation=2, groups=2, bias=False), nn.Sequential(nn.AvgPool2d(2), nn.Flatten(), nn.Linear(64, 5, bias=False))],
    ):
        yield f"convolutions {len(layers)} {layers[0].kernel_size}", scaled(Network((layers[0].in_channels, 8, 8), layers, 0.8)), 0.15
    for sizes, back in (((20, 50), (0,)), ((40, 60, 30), (0, 1)), ((30, 30, 30), (1,)), ((64, 100, 10), (0,)), ((10, 150, 5), (0,))):
        yield f"recurrent {sizes} {back}", scaled(dense(sizes, 0.85, back)), 0.2


def dense(sizes, beta, recurrent=()):
    return Network((sizes[0],), [nn.Linear(one, other, bias=False) for one, other in zip(sizes, sizes[1:])], beta, recurrent)


def scaled(network):
    """Weights on a grid of 1/256, whose sums are exact in any order, and large enough for spikes in each layer."""
    with torch.no_grad():
        for name, weight in network.named_parameters():
            fan_in = weight[0].numel()
            strength = 0.3 if name.startswith("back") else 1.0
            weight.copy_(((torch.randn_like(weight) * 2.0 * strength + 0.6 * strength) / fan_in**0.5 * weight.ne(0) * 256).round() / 256)
    return network


def prune(network, share):
    with torch.no_grad():
        for weight in network.parameters():
            weight[torch.rand_like(weight) < share] = 0


def trained(network):
    """Learns to tell which half of its inputs has more spikes."""
    size = network.shape[0]
    optimiser = torch.optim.Adam(network.parameters(), 0.01)
    for _ in range(30):
        network.restart()
        label = torch.randint(0, 2, (16,))
        rates = torch.full((16, size), 0.1)
        rates[label == 1, size // 2 :] = 0.4
        rates[label == 0, : size // 2] = 0.4
        loss = nn.functional.cross_entropy(network(torch.bernoulli(rates.expand(20, 16, size))).sum(0), label)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    with torch.no_grad():
        for weight in network.parameters():
            weight.copy_((weight * 256).round() / 256)
    network.restart()
    return network


def given(network, rate, steps=500):
    """Input spikes. The last of a layer come too late for a run of as many ticks, as each layer takes one: a long run makes that little."""
    return (torch.rand(steps, 1, *network.shape) < rate).float()


def synapses(layer, shape):
    """Source, target and weight of each synapse of a layer without bias that is not 0, found by what each input alone gives."""
    size = int(np.prod(shape))
    with torch.no_grad():
        matrix = layer(torch.eye(size).reshape(size, *shape)).reshape(size, -1)
    source, target = np.nonzero(matrix.numpy())
    return {"source": source, "target": target, "weight": matrix.numpy()[source, target]}


def simulated(network, spikes, folder, devices):
    """The run of a scenario with the same neurons, synapses and spikes."""
    populations, projections, before = [], [], "in"
    ticks, _, neurons = np.nonzero(spikes.flatten(2).numpy())
    np.savez(os.path.join(folder, "in.npz"), ticks=ticks, neurons=neurons)
    for place, layer in enumerate(network.weights):
        name, neurons = f"lif{place}", network.neurons[place]
        parameters = {"beta": neurons.beta, "threshold": 1, "strict": True, "reset": "subtract"}
        populations.append({"name": name, "size": neurons.size, "model": "lif", "parameters": parameters})
        pairs = [(before, layer, network.shapes[place][0])]
        if str(place) in network.back:
            pairs.append((name, network.back[str(place)], (neurons.size,)))
        for source, weights, shape in pairs:
            file = os.path.join(folder, f"{source}-{name}.npz")
            np.savez(file, **synapses(weights, shape))
            projections.append({"from": source, "to": name, "connectivity": file, "delay": "1 tick"})
        before = name
    scenario = {
        "scenario": "agreement",
        "clock": {"tick": "1 ms", "duration": f"{len(spikes)} ticks"},
        "inputs": [{"name": "in", "spikes": os.path.join(folder, "in.npz"), "size": int(np.prod(network.shape))}],
        "network": {"populations": populations, "projections": projections},
        "hardware": list(devices),
    }
    return ganglion.run(scenario, allow_outside_paths=True)


def compare(network, rate, devices=DEVICES):
    """For each device, computation, number format and boundary the energy as counted over that of the run, and spikes of both."""
    spikes = given(network, rate)
    activity = ganglion.count(network, spikes.flatten(2), dt=1e-3)
    with tempfile.TemporaryDirectory() as folder:
        run = simulated(network, spikes, folder, devices)
        counted = ganglion.cost(activity, devices=devices)
        energies = {(row.device, row.computation, row.precision if row.computation != "spikes" else None, row.boundary): row.joules for row in counted.rows}
        ratios = {}
        # A run computes the synapses between two populations densely as a whole matrix: it does not know that they are those of a kernel.
        dense_too = all(isinstance(layer, nn.Linear) for layer in network.weights)
        for one in run.energies:
            if one.computation != "spikes" and not dense_too:
                continue
            key = (one.device, one.computation, one.format, one.boundary)
            if one.joules and energies.get(key):
                ratios[key] = energies[key] / one.joules
        fired = sum(layer["output-spikes"] for layer in activity.layers if layer["kind"] == "neurons")
        return ratios, fired, sum(len(run.spikes[f"lif{place}"]) for place in range(len(network.neurons)))


def main():
    devices = sys.argv[1:] or DEVICES
    worst = 0.0
    for name, network, rate in networks():
        ratios, fired, simulated_spikes = compare(network, rate, devices)
        off = max((abs(ratio - 1) for ratio in ratios.values()), default=float("nan"))
        worst = max(worst, off)
        where = max(ratios, key=lambda key: abs(ratios[key] - 1), default=())
        print(f"{name:32} {fired:6} spikes counted, {simulated_spikes:6} run; {len(ratios)} energies differ by at most {off:.2%} {' '.join(map(str, where))}")
    print(f"at most {worst:.2%}")


if __name__ == "__main__":
    main()

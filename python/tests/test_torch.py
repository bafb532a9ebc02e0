"""Counts of PyTorch models, compared with what is computed in another way."""
import copy
import json
import math
import os
import tempfile
import unittest

import ganglion

try:
    import torch
    from torch import nn
    from torch.nn import functional
except ImportError:
    torch = None


if torch is not None:

    class Lif(nn.Module):
        """A leaky neuron as that of snnTorch, with its state given and returned."""

        def __init__(self, beta=0.9):
            super().__init__()
            self.beta = beta

        def forward(self, current, potential):
            potential = self.beta * potential + current
            spikes = (potential > 1.0).float()
            return spikes, potential - spikes

    class Looped(nn.Module):
        """Steps within the model, as the tutorials of snnTorch have them."""

        def __init__(self, steps=6):
            super().__init__()
            self.steps = steps
            self.fc1, self.lif1 = nn.Linear(12, 20), Lif()
            self.fc2, self.lif2 = nn.Linear(20, 5), Lif()

        def forward(self, x):
            one, two, out = torch.zeros(x.shape[0], 20), torch.zeros(x.shape[0], 5), []
            for _ in range(self.steps):
                spikes, one = self.lif1(self.fc1(x), one)
                spikes, two = self.lif2(self.fc2(spikes), two)
                out.append(spikes)
            return torch.stack(out)

    class AllAtOnce(nn.Module):
        """Integrates (time, batch, ...) without a name that tells that these are neurons."""

        def forward(self, x):
            sums, out = torch.zeros_like(x[0]), []
            for current in x:
                sums = sums + current
                out.append((sums >= 1.0).float())
                sums = sums * (1.0 - out[-1])
            return torch.stack(out)


    class Outside(nn.Linear):
        """Its weights leave torch and come back."""

        def forward(self, x):
            return functional.linear(x, torch.from_numpy(self.weight.numpy()), self.bias)


def spikes(*shape, rate=0.3, seed=1):
    return (torch.rand(*shape, generator=torch.Generator().manual_seed(seed)) < rate).float()


@unittest.skipIf(torch is None, "there is no torch (Debian: python3-torch)")
class CountingTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(3)
        before = dict(ganglion._neurons._declared)
        self.addCleanup(lambda: (ganglion._neurons._declared.clear(), ganglion._neurons._declared.update(before)))

    def refused(self, *parts, model, samples, **arguments):
        with self.assertRaises(ganglion.InputError) as refused:
            ganglion.count(model, samples, **arguments)
        for part in parts:
            self.assertIn(part, str(refused.exception))
        self.assertEqual(1, len(refused.exception.problems))

    def test_events_of_convolutions_are_exact_at_edges_and_for_zero_weights(self):
        for layer, shape in (
            (nn.Conv2d(4, 6, 3, padding=1), (3, 4, 9, 8)),
            (nn.Conv2d(4, 6, (3, 2), stride=(2, 3), padding=(1, 0), dilation=(2, 1), groups=2), (3, 4, 9, 8)),
            (nn.Conv2d(4, 6, 3, padding="same"), (2, 4, 7, 7)),
            (nn.Conv1d(4, 8, 5, stride=2), (2, 4, 33)),
            (nn.Conv3d(2, 3, 2), (2, 2, 4, 5, 6)),
            (nn.ConvTranspose2d(4, 6, 3, stride=2, padding=1, output_padding=1, groups=2), (2, 4, 5, 7)),
        ):
            with self.subTest(layer):
                with torch.no_grad():
                    layer.weight[spikes(*layer.weight.shape, rate=0.4) > 0] = 0
                given = spikes(*shape)
                every, some = copy.deepcopy(layer), copy.deepcopy(layer)
                with torch.no_grad():
                    every.weight.fill_(1.0)
                    some.weight.copy_(layer.weight.ne(0).float())
                    for one in (every, some):
                        one.bias.zero_()
                    expected = [int(one(given).double().sum()) for one in (every, some)]
                activity = ganglion.count(nn.Sequential(layer), given)
                counted = activity["0"]
                self.assertEqual(expected[1], counted["synaptic-events"])
                self.assertEqual(expected[0] - expected[1], sum(activity.by_step["0"]["zero-events"]))
                self.assertEqual(int(given.sum()), counted["input-spikes"])
                self.assertEqual(int(layer.weight.eq(0).sum()), counted["zero-weights"])
                numbers = ganglion.count(nn.Sequential(layer), given * torch.rand(shape))["0"]
                self.assertEqual(expected[1], numbers["multiply-accumulates"])
                self.assertNotIn("synaptic-events", numbers)

    def test_a_model_with_its_steps_inside_is_counted_as_it_runs(self):
        model, images = Looped().train(), torch.rand(3, 12)
        with torch.no_grad():
            model.fc2.weight[:, 4] = 0
            out = model(images)
        activity = ganglion.count(model, images, dt="2 ms", name="tutorial")
        self.assertTrue(model.training and model.lif1.training)
        self.assertEqual({"activity": "tutorial", "tick": "2 ms", "steps": 6, "samples": 3}, {key: activity.document[key] for key in ("activity", "tick", "steps", "samples")})
        self.assertEqual(["input", "fc1", "lif1", "fc2", "lif2"], [layer["name"] for layer in activity.layers])
        self.assertEqual([["input"], ["fc1"], ["lif1"], ["fc2"]], [layer["from"] for layer in activity.layers[1:]])
        self.assertEqual((6 * 3 * 12, 3 * 12 * 20), (activity["fc1"]["input-numbers"], activity["fc1"]["multiply-accumulates"]))
        self.assertEqual([3 * 12 * 20, 0, 0, 0, 0, 0], activity.by_step["fc1"]["multiply-accumulates"])
        self.assertEqual(int(out.sum()), activity["lif2"]["output-spikes"])
        inner = activity["lif1"]["output-spikes"]
        self.assertEqual(inner, activity["fc2"]["input-spikes"])
        self.assertEqual(inner * 5, sum(activity.by_step["fc2"]["synaptic-events"]))
        self.assertEqual(sum(activity.by_step["fc2"]["zero-events"]), inner * 5 - activity["fc2"]["synaptic-events"])
        self.assertEqual(out.sum((1, 2)).tolist(), activity.by_step["lif2"]["output-spikes"])
        self.assertEqual(
            [
                "lif1, lif2 send spikes for numbers and are taken for leaky neurons that reset by subtraction, as their code shows",
                "fc1 gets the same numbers in each time step: they are multiplied once, and the products are kept",
            ],
            activity.assumed,
        )

    def test_a_layer_per_step_and_all_steps_at_once_count_the_same(self):
        given = spikes(6, 4, 2, 8, 8)
        convolution, batch, line = nn.Conv2d(2, 3, 3, padding=1), nn.BatchNorm2d(3), nn.Linear(48, 5)

        class Whole(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.norm, self.neurons, self.pool, self.fc = convolution, batch, AllAtOnce(), nn.MaxPool2d(2), line

            def forward(self, x):
                x = self.neurons(self.norm(self.conv(x.flatten(0, 1))).unflatten(0, x.shape[:2]))
                return self.fc(self.pool(x.flatten(0, 1)).flatten(1).unflatten(0, x.shape[:2]))

        whole = Whole()
        ganglion.declare(whole.neurons, model="if", needs=["no-leak"], layout="time-first")
        counted = ganglion.count(whole, given)
        turned = ganglion.count(whole, given.transpose(0, 1), forward=lambda model, x: model(x.transpose(0, 1)))
        self.assertEqual(counted.layers, turned.layers)
        batches = ganglion.count(whole, [given[:, :1], (given[:, 1:], torch.zeros(3))])
        self.assertEqual(counted.document, batches.document)
        self.assertEqual((6, 4, ["no-leak"]), (counted.document["steps"], counted.document["samples"], counted["neurons"]["needs"]))
        self.assertEqual((3, 0), (counted["conv"]["biases"], counted["norm"]["biases"]))
        kinds = {layer["name"]: (layer["kind"], layer["shape"]) for layer in counted.layers}
        self.assertEqual(("normalisation", [3, 8, 8]), kinds["norm"])
        self.assertEqual(("pooling", [3, 4, 4]), kinds["pool"])
        with torch.no_grad():
            after = functional.max_pool2d(whole.neurons(batch.eval()(convolution(given.flatten(0, 1))).unflatten(0, (6, 4))).flatten(0, 1), 2)
        self.assertEqual(int(after.sum()) * 5, counted["fc"]["synaptic-events"])
        self.assertEqual(after.reshape(6, -1).sum(1).tolist(), counted.by_step["fc"]["input-spikes"])

    def test_neurons_that_something_reached_are_counted(self):
        line, neurons = nn.Linear(6, 8), AllAtOnce()
        with torch.no_grad():
            line.weight[spikes(8, 6, rate=0.7) > 0] = 0
        ganglion.declare(neurons, layout="time-first")
        given = spikes(5, 2, 6, rate=0.2)
        activity = ganglion.count(nn.Sequential(line, neurons), given)
        with torch.no_grad():
            reached = (given @ line.weight.ne(0).float().t()).ne(0) | neurons(line(given)).ne(0)
        self.assertEqual(int(reached.sum()), activity["1"]["active-updates"])

    def test_residual_sums_pools_and_attention(self):
        class Block(nn.Module):
            def __init__(self):
                super().__init__()
                self.q, self.k, self.neurons, self.head = nn.Linear(4, 4), nn.Linear(4, 4), AllAtOnce(), nn.Linear(4, 2)

            def forward(self, x):  # time, batch, tokens, features
                q = self.neurons(self.q(x) + 0.5)
                mixed = (q @ x.transpose(2, 3)) @ x
                return self.head((q + x).mean(2)), self.k(mixed)

        block = Block()
        ganglion.declare(block.neurons, layout="time-first")
        given = spikes(3, 2, 5, 4, rate=0.5)
        activity = ganglion.count(block, given)
        with torch.no_grad():
            q = block.neurons(block.q(given) + 0.5)
        self.assertEqual(int((q + given).sum()), activity["model.sum"]["input-spikes"])
        self.assertEqual(["neurons", "input"], activity["model.sum"]["from"])
        self.assertEqual(int((q + given).sum()) * 2, activity["head"]["synaptic-events"])
        self.assertEqual((["model.sum"], [4]), (activity["head.in"]["from"], activity["head.in"]["shape"]))
        self.assertEqual(["head.in"], activity["head"]["from"])
        first, second = (layer for layer in activity.layers if layer["kind"] == "attention")
        self.assertEqual(([5, 5], 5 * 5 * 4, int(q.sum()) * 5), (first["shape"], first["dense-products"], first["synaptic-events"]))
        self.assertEqual([first["name"], "input"], second["from"])

    def test_neurons_without_a_module_are_assumed_and_told(self):
        class Bare(nn.Module):
            def __init__(self):
                super().__init__()
                self.one, self.two = nn.Linear(6, 8), nn.Linear(8, 3)

            def forward(self, x):
                state = torch.zeros(x.shape[1], 8)
                for current in x:
                    state = 0.9 * state + self.one(current)
                    fired = (state > 0.1).float()
                    state = state - fired * 0.1
                    out = self.two(fired)
                return out

        activity = ganglion.count(Bare(), spikes(4, 2, 6))
        self.assertEqual(["input", "one", "one.neurons", "two"], [layer["name"] for layer in activity.layers])
        self.assertEqual(activity["one.neurons"]["output-spikes"] * 3, activity["two"]["synaptic-events"])
        self.assertIn("one.neurons send spikes for numbers", activity.assumed[0])

    def test_neurons_written_in_forward_count_silent_steps_and_outputs(self):
        class Surrogate(torch.autograd.Function):
            @staticmethod
            def forward(context, x):
                made = torch.zeros_like(x)
                made[x > 0] = 1.0
                return made

        ways = {
            "comparison": lambda v: (v > 0).float(),
            "function": Surrogate.apply,
            "where": lambda v: torch.where(v > 0, 1.0, 0.0),
            "heaviside": lambda v: torch.heaviside(v, torch.zeros(())),
        }

        class Inline(nn.Module):
            def __init__(self, fire, out):
                super().__init__()
                self.a, self.back, self.b, self.fire, self.out = nn.Linear(20, 10), nn.Linear(10, 10, bias=False), nn.Linear(10, 3), fire, out

            def forward(self, x):
                v, u, s = torch.zeros(x.shape[1], 10), torch.zeros(x.shape[1], 3), torch.zeros(x.shape[1], 10)
                self.hidden, outs = [], []
                for current in x:
                    v = 0.9 * v + self.a(current) + self.back(s)
                    s = self.fire(v - 1)
                    u = 0.9 * u + self.b(s)
                    v = v * (1 - s)
                    q = self.fire(u - 0.5)
                    u = u - q * 0.5
                    self.hidden.append(s)
                    outs.append(q)
                self.outs = torch.stack(outs)
                return self.outs if self.out == "all" else sum(outs) / len(outs) if self.out == "mean" else self.outs.sum(0)

        given = spikes(12, 4, 20, rate=0.4)
        given[:3] = 0  # steps without any spike
        for name, fire in ways.items():
            for out in ("all", "mean", "sum"):
                with self.subTest(name, out=out):
                    model = Inline(fire, out)
                    with torch.no_grad():
                        model.a.bias.zero_()
                        model(given)
                    hidden, outs = torch.stack(model.hidden), model.outs
                    activity = ganglion.count(model, given)
                    self.assertEqual((12, 4), (activity.document["steps"], activity.document["samples"]))
                    neurons = {layer["name"]: layer for layer in activity.layers if layer["kind"] == "neurons"}
                    self.assertEqual({"a.neurons", "b.neurons"}, set(neurons))
                    self.assertEqual((int(hidden.sum()), int(outs.sum())), (neurons["a.neurons"]["output-spikes"], neurons["b.neurons"]["output-spikes"]))
                    self.assertEqual(([3], ["b"]), (neurons["b.neurons"]["shape"], neurons["b.neurons"]["from"]))
                    self.assertEqual(hidden.sum((1, 2)).tolist(), activity.by_step["a.neurons"]["output-spikes"])
                    self.assertEqual((["input"], ["a.neurons"], ["a", "back"]), (activity["a"]["from"], activity["back"]["from"], neurons["a.neurons"]["from"]))

    def test_spikes_that_neurons_get_back_themselves_are_told(self):
        model = nn.Sequential(nn.Linear(12, 5), ganglion.declare(AllAtOnce(), needs=["recurrence"], layout="time-first"))
        activity = ganglion.count(model, spikes(7, 3, 12))
        self.assertEqual((["recurrence"], ["1 give each neuron its own spikes back; these synapses, one for each spike, are not counted"]), (activity["1"]["needs"], activity.assumed))

    def test_a_module_in_two_places_of_a_step_is_two_layers(self):
        class Shared(nn.Module):
            def __init__(self):
                super().__init__()
                self.f, self.l, self.l2, self.head = nn.Linear(8, 8), Lif(), Lif(), nn.Linear(8, 2)

            def forward(self, x):
                state = [torch.zeros(x.shape[1], 8) for _ in range(3)]
                for current in x:
                    s, state[0] = self.l(self.f(current * 1.0), state[0])
                    s, state[1] = self.l(self.f(s), state[1])
                    s, state[2] = self.l2(self.f(s), state[2])
                    out = self.head(s)
                return out

        ganglion.declare(Lif)
        activity = ganglion.count(Shared(), spikes(3, 4, 8, rate=0.6))
        flows = {layer["name"]: layer.get("from") for layer in activity.layers}
        self.assertEqual({"input": None, "f": ["input"], "l": ["f"], "f-2": ["l"], "l-2": ["f-2"], "f-3": ["l-2"], "l2": ["f-3"], "head": ["l2"]}, flows)
        self.assertEqual((3, 64, 64), (activity.document["steps"], activity["f"]["weights"], activity["f-2"]["weights"]))
        self.assertIn("f, l is called in several places", activity.assumed[0])

    def test_the_batch_axis_alone_tells_time_of_all_steps_at_once(self):
        model, given = nn.Sequential(nn.Linear(12, 5), AllAtOnce(), nn.Linear(5, 2)), spikes(7, 3, 12)
        by_time, by_batch = (ganglion.count(model, given, **{key: axis}).document for key, axis in (("time_axis", 0), ("batch_axis", 1)))
        self.assertEqual((7, 3), (by_batch["steps"], by_batch["samples"]))
        self.assertEqual(by_time, by_batch)
        ganglion.declare(AllAtOnce)
        self.refused("the batch dimension is in the wrong place", "1 has 1 steps of 7", model=model, samples=given, batch_axis=1)

    def test_a_recurrent_layer_within_neurons(self):
        class Recurrent(nn.Module):
            def __init__(self):
                super().__init__()
                self.inward, self.back = nn.Linear(6, 8), nn.Linear(8, 8, bias=False)

            def forward(self, x):
                fired, out = torch.zeros(x.shape[1], 8), []
                for current in x:
                    fired = (self.inward(current) + self.back(fired) > 0.2).float()
                    out.append(fired)
                return torch.stack(out)

        ganglion.declare(Recurrent, model="step", needs=["other"], layout="time-first")
        model, given = nn.Sequential(Recurrent(), nn.Linear(8, 2)), spikes(5, 3, 6)
        activity = ganglion.count(model, given)
        self.assertEqual("recurrent", activity["0.back"]["kind"])
        self.assertEqual((["0"], ["0.inward", "0.back"]), (activity["0.back"]["from"], activity["0"]["from"]))
        with torch.no_grad():
            out = model[0](given)
        self.assertEqual(int(out[:-1].sum()) * 8, activity["0.back"]["synaptic-events"])
        self.assertEqual(int(out.sum()), activity["0"]["output-spikes"])

    def test_a_first_state_with_the_shape_of_the_input_is_no_input(self):
        class Recurrent(nn.Module):
            def __init__(self):
                super().__init__()
                self.back = nn.Linear(8, 8, bias=False)

            def forward(self, current, fired):
                return (current + self.back(torch.zeros_like(current) if fired is None else fired) > 0.2).float()

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.inward, self.cell = nn.Linear(6, 8), Recurrent()

            def forward(self, x):
                fired = None
                for current in x:
                    fired = self.cell(self.inward(current), fired)
                return fired

        ganglion.declare(Recurrent)
        activity = ganglion.count(Net(), spikes(5, 3, 6))
        self.assertEqual((["cell"], ["inward", "cell.back"]), (activity["cell.back"]["from"], activity["cell"]["from"]))

    def test_steps_that_may_be_taken_for_samples_are_asked_about(self):
        class Parallel(nn.Module):
            def forward(self, x):
                return (x.cumsum(0) > 0.9).float()

        model, given = nn.Sequential(nn.Linear(12, 6), Parallel()), spikes(7, 3, 12)
        self.refused("1 was called once, as for one time step; is one of the first two axes time?", "each_step=True", model=model, samples=given)
        self.assertEqual((7, 3), tuple(ganglion.count(model, given, time_axis=0).document[key] for key in ("steps", "samples")))
        single = ganglion.count(model, given, batch_axis=0)
        self.assertEqual((1, 7, "each sample is one time step"), (single.document["steps"], single.document["samples"], single.assumed[0]))

    def test_neurons_that_loop_over_time_themselves_show_its_axis(self):
        class Written(nn.Module):
            def __init__(self, axis):
                super().__init__()
                self.axis = axis

            def forward(self, x):
                out, state = torch.empty_like(x), 0.0
                for step in range(x.shape[self.axis]):
                    state = 0.9 * state + x.select(self.axis, step)
                    fired = (state > 0.3).float()
                    out[(slice(None),) * self.axis + (step,)] = fired
                    state = state - fired * 0.3
                return out

        for axis in (0, 1):
            for neurons in (Written(axis), *([AllAtOnce()] if axis == 0 else [])):
                with self.subTest(neurons, axis=axis):
                    model, given = nn.Sequential(nn.Linear(12, 6), neurons), spikes(7, 3, 12).transpose(0, axis)
                    activity = ganglion.count(model, given)
                    self.assertEqual((7, 3), (activity.document["steps"], activity.document["samples"]))
                    with torch.no_grad():
                        self.assertEqual(model(given).sum((1 - axis, 2)).tolist(), activity.by_step["1"]["output-spikes"])

    def test_a_residual_sum_before_neurons_keeps_them(self):
        class Block(nn.Module):
            def __init__(self, fire):
                super().__init__()
                self.c0, self.l0, self.c1, self.bn, self.l1 = nn.Conv2d(1, 4, 3, padding=1), fire(), nn.Conv2d(4, 4, 3, padding=1), nn.BatchNorm2d(4), fire()
                self.fc, self.spikes = nn.Linear(256, 2), [0, 0]

            def forward(self, x):
                out, states = 0, [torch.zeros(len(x), 4, 8, 8) for _ in range(2)]
                for _ in range(4):
                    first, states[0] = self.l0(self.c0(x), states[0])
                    second, states[1] = self.l1(self.bn(self.c1(first)) + first, states[1])
                    self.spikes = [self.spikes[0] + int(first.sum()), self.spikes[1] + int(second.sum())]
                    out = out + self.fc(second.flatten(1))
                return out

        model, images = Block(Lif).eval(), torch.rand(5, 1, 8, 8)
        for layer in (model.c0, model.c1):
            layer.weight.data *= 4
        with torch.no_grad():
            model(images)
        truth, model.spikes = model.spikes, [0, 0]
        activity = ganglion.count(model, images)
        self.assertTrue(all(truth))
        self.assertEqual(truth, [activity[name]["output-spikes"] for name in ("l0", "l1")])
        self.assertEqual((["bn", "l0"], ["model.sum"], ["l1"]), (activity["model.sum"]["from"], activity["l1"]["from"], activity["fc"]["from"]))
        self.assertEqual((truth[0], truth[1] * 2), (activity["model.sum"]["input-spikes"], activity["fc"]["synaptic-events"]))

    def test_states_that_take_spikes_by_themselves_are_one_layer_for_all_steps(self):
        ways = {
            "subtracted": lambda v, c, r, s: 0.9 * v + c + r - s,
            "first": lambda v, c, r, s: 0.9 * v - s + c + r,
            "multiplied": lambda v, c, r, s: 0.9 * v * (1 - s) + (c + r),
            "added": lambda v, c, r, s: 0.9 * v + c + r + 0.1 * s,
            "tau": lambda v, c, r, s: v + (c + r - v) / 2 - s,
        }

        class Cell(nn.Module):
            def __init__(self, way):
                super().__init__()
                self.back, self.way = nn.Linear(16, 16), way

            def forward(self, current, fired, state):
                state = self.way(state, current, self.back(fired), fired)
                return Surrogate.apply(state - 0.3), state

        class Surrogate(torch.autograd.Function):
            @staticmethod
            def forward(context, x):
                return (x > 0).float()

        class Recurrent(nn.Module):
            def __init__(self, way):
                super().__init__()
                self.inward, self.cell, self.out = nn.Linear(12, 16), Cell(way), nn.Linear(16, 3)

            def forward(self, x):
                fired = state = torch.zeros(x.shape[1], 16)
                self.fired, outs = 0, []
                for current in x:
                    fired, state = self.cell(self.inward(current), fired, state)
                    self.fired += int(fired.sum())
                    outs.append(self.out(fired))
                return torch.stack(outs)

        for name, way in ways.items():
            with self.subTest(name):
                model = Recurrent(way)
                activity = ganglion.count(model, spikes(20, 4, 12))
                self.assertEqual((20, {"inward", "cell.back", "out"}), (activity.document["steps"], {one["name"] for one in activity.layers if one["kind"] == "linear"}))
                (neurons,) = (one for one in activity.layers if one["kind"] == "neurons")
                self.assertEqual((model.fired, {"inward", "cell.back"}), (neurons["output-spikes"], set(neurons["from"])))
                self.assertEqual((model.fired * 3, [neurons["name"]] * 2), (activity["out"]["synaptic-events"], activity["out"]["from"] + activity["cell.back"]["from"]))

    def test_spikes_within_sums_of_states_flow_in_besides_weights(self):
        ways = {
            "last": lambda v, weighted, spikes: 0.8 * v + weighted + spikes,
            "between": lambda v, weighted, spikes: 0.8 * v + spikes + weighted,
            "together": lambda v, weighted, spikes: 0.8 * v + (weighted + spikes),
            "interpolated": lambda v, weighted, spikes: torch.lerp(v, weighted + spikes, 0.3),
        }

        class Inline(nn.Module):
            def __init__(self, way):
                super().__init__()
                self.a, self.b, self.out, self.way = nn.Linear(12, 16), nn.Linear(16, 16), nn.Linear(16, 3), way

            def forward(self, x):
                one = two = torch.zeros(x.shape[1], 16)
                out, self.fired = 0, [0, 0]
                for current in x:
                    one = 0.8 * one + self.a(current)
                    first = (one > 0.2).float()
                    one = one - 0.2 * first
                    two = self.way(two, self.b(first), first)
                    second = (two > 0.2).float()
                    two = two * (1 - second)
                    self.fired = [self.fired[0] + int(first.sum()), self.fired[1] + int(second.sum())]
                    out = out + self.out(second)
                return out

        for name, way in ways.items():
            with self.subTest(name):
                model = Inline(way)
                activity = ganglion.count(model, spikes(20, 4, 12))
                self.assertEqual(["a", "a.neurons", "b", "input", "model.sum", "model.sum.neurons", "out"], sorted(one["name"] for one in activity.layers))
                self.assertEqual(model.fired, [activity[name]["output-spikes"] for name in ("a.neurons", "model.sum.neurons")])
                self.assertEqual(({"b", "a.neurons"}, model.fired[0]), (set(activity["model.sum"]["from"]), activity["model.sum"]["input-spikes"]))
                self.assertEqual([["exponential-leak", "delta", f"reset-{how}"] for how in ("by-subtraction", "to-value")], [one["needs"] for one in activity.layers if one["kind"] == "neurons"])

    def test_leak_and_reset_are_those_of_the_code(self):
        resets = {"reset-by-subtraction": lambda v, s: v - s, "reset-to-value": lambda v, s: torch.where(s > 0, torch.zeros_like(v), v)}
        leaks = {
            "no-leak": (lambda v, x: v + x, lambda v, x: v + x * 0.5, lambda v, x: v + (0.1 * x + 0.2) / 4),
            "exponential-leak": (lambda v, x: v + (x - v) * 0.5, lambda v, x: (v + x) * 0.9, lambda v, x: v * 0.9 + x * 4),
            "other": (
                lambda v, x: 0.9 * v + 0.1 * v**2 + x,
                lambda v, x: v + 0.1 * v * (v - 0.5) + x,
                lambda v, x: 0.9 * v + 0.1 * torch.exp((v - 0.5) * 2) + x,
                lambda v, x: 0.9 * v + x * (0.5 - v),
            ),
        }
        starts = {"numbers": lambda x: None, "zeros": torch.zeros_like}

        class Own(nn.Module):
            def __init__(self, leak, reset, start):
                super().__init__()
                self.leak, self.reset, self.start = leak, reset, start

            def forward(self, x):
                out, state = [], self.start(x[0])
                for current in x:
                    state = current * 0.7 if state is None else self.leak(state, current)
                    out.append((state > 0.2).float())
                    state = self.reset(state, out[-1])
                return torch.stack(out)

        said = {"no-leak": ("for integrate-and-fire", "as their code shows"), "exponential-leak": ("for leaky", "as their code shows")}
        said["other"] = ("for nonlinear", "no chip is known to compute: declare says what they are")
        cases = [(leak, how, reset, start) for leak, ways in leaks.items() for how in ways for reset in resets for start in starts]
        for case, (leak, how, reset, start) in enumerate(cases):
            with self.subTest(case, leak=leak, reset=reset, start=start):
                activity = ganglion.count(nn.Sequential(nn.Linear(12, 6), Own(how, resets[reset], starts[start])), spikes(7, 3, 12))
                self.assertEqual([leak, "delta", reset], activity["1"]["needs"])
                for text in said[leak]:
                    self.assertIn(text, activity.assumed[0])
        unknown = ganglion.count(nn.Sequential(nn.Linear(12, 6), Own(leaks["no-leak"][0], lambda v, s: v, torch.zeros_like)), spikes(7, 3, 12))
        self.assertIn("nothing shows their reset: declare says", unknown.assumed[0])

    def test_functions_within_neurons_of_a_module_are_no_layers(self):
        def straight_through(neurons, x):
            neurons.v = 0.9 * neurons.v + x
            fired, smooth = (neurons.v > 0.3).float(), torch.sigmoid(4 * (neurons.v - 0.3))
            neurons.v = neurons.v - 0.3 * fired
            return (fired - smooth).detach() + smooth

        def saturating(neurons, x):
            neurons.v = torch.tanh(0.9 * neurons.v + x)
            fired = (neurons.v > 0.3).float()
            neurons.v = neurons.v - 0.3 * fired
            return fired

        def regularised(neurons, x):
            neurons.v = 0.9 * neurons.v + x
            neurons.loss = getattr(neurons, "loss", 0) + (neurons.v**2).mean()
            fired = (neurons.v > 0.3).float()
            neurons.v = neurons.v - 0.3 * fired
            return fired

        class Own(nn.Module):
            def __init__(self, step):
                super().__init__()
                self.step, self.v = step, 0.0

            def forward(self, x):
                return self.step(self, x)

        class Around(nn.Module):
            def __init__(self, step):
                super().__init__()
                self.a, self.n, self.b = nn.Linear(12, 20), Own(step), nn.Linear(20, 3)

            def forward(self, x):
                self.n.v, self.seen = 0.0, []
                for current in x:
                    self.seen.append(self.n(self.a(current)))
                    out = self.b(self.seen[-1])
                return out

        given = spikes(8, 3, 12)
        for step in (straight_through, saturating, regularised):
            with self.subTest(step.__name__):
                model = Around(step)
                with torch.no_grad():
                    model(given)
                expected = [int((one > 0.5).sum()) for one in model.seen]
                model.n.loss = 0
                counted = ganglion.count(model, given)
                self.assertEqual(["input", "a", "n", "b"], [one["name"] for one in counted.layers])
                self.assertEqual((expected, expected), (counted.by_step["n"]["output-spikes"], counted.by_step["b"]["input-spikes"]))
        self.assertEqual("exponential-leak", counted["n"]["needs"][0])  # a sum over a loss is no membrane

    def test_states_that_a_module_keeps_or_gives_are_counted(self):
        class Kept(nn.Module):
            def forward(self, x, state):
                v, u = state
                v = v + 0.1 * v**2 + x - u
                self.fired = (v > 0.3).float()
                self.state, self.seen = (v * (1 - self.fired), u + 0.1 * (v - u)), v.shape
                return self.fired

        class Stored(Kept):
            def forward(self, x, state):
                fired = super().forward(x, state)
                self.v, self.u = self.state
                return fired

        class Given(Kept):
            def forward(self, x, state):
                return super().forward(x, state), *self.state

        class Around(nn.Module):
            def __init__(self, neurons):
                super().__init__()
                self.a, self.n, self.b = nn.Linear(12, 16), neurons, nn.Linear(16, 3)

            def forward(self, x):
                self.n.state, out = (torch.zeros(x.shape[1], 16), torch.zeros(x.shape[1], 16)), 0
                for current in x:
                    given = self.n(self.a(current), self.n.state)
                    out = out + self.b(given[0] if isinstance(given, tuple) else given)
                return out

        for neurons in (Stored(), Given()):
            with self.subTest(type(neurons).__name__):
                activity = ganglion.count(Around(neurons), spikes(9, 4, 12))
                self.assertEqual(("other", 2), (activity["n"]["needs"][0], activity["n"]["state-variables"]))
                self.assertIn("nonlinear neurons of 2 states that reset", activity.assumed[0])

    def test_two_residual_sums_before_neurons_and_two_populations_in_a_loop(self):
        class Long(nn.Module):
            def __init__(self):
                super().__init__()
                self.a, self.b, self.c, self.out = nn.Linear(12, 16), nn.Linear(16, 16), nn.Linear(16, 16), nn.Linear(16, 3)
                self.l, self.m, self.n = Lif(), Lif(), Lif()

            def forward(self, x):
                states, out = [torch.zeros(x.shape[1], 16) for _ in range(3)], 0
                for current in x:
                    h, states[0] = self.l(self.a(current), states[0])
                    g, states[1] = self.m(self.b(h), states[1])
                    f, states[2] = self.n(self.c(g) + h + g, states[2])
                    out = out + self.out(f)
                return out

        activity = ganglion.count(Long(), [spikes(15, 4, 12), spikes(15, 2, 12)])
        flows = {layer["name"]: layer.get("from") for layer in activity.layers}
        self.assertEqual((["c", "l"], ["model.sum", "m"], ["model.sum-2"], ["n"]), tuple(flows[name] for name in ("model.sum", "model.sum-2", "n", "out")))
        self.assertEqual(10, len(flows))

        class Loop(nn.Module):
            def __init__(self):
                super().__init__()
                self.i, self.ei, self.ie, self.ii, self.out = nn.Linear(12, 16), nn.Linear(16, 8), nn.Linear(8, 16), nn.Linear(8, 8), nn.Linear(16, 3)

            def forward(self, x):
                ve = ze = torch.zeros(x.shape[1], 16)
                vi = zi = torch.zeros(x.shape[1], 8)
                out, self.fired = 0, [0, 0]
                for current in x:
                    ve = 0.9 * ve * (1 - ze) + self.i(current) - self.ie(zi)
                    vi = 0.8 * vi * (1 - zi) + self.ei(ze) - self.ii(zi)
                    ze, zi = (ve > 0.2).float(), (vi > 0.1).float()
                    self.fired = [self.fired[0] + int(ze.sum()), self.fired[1] + int(zi.sum())]
                    out = out + self.out(ze)
                return out

        model = Loop()
        activity = ganglion.count(model, spikes(15, 4, 12))
        neurons = {tuple(one["shape"]): one for one in activity.layers if one["kind"] == "neurons"}
        self.assertEqual(model.fired, [neurons[(size,)]["output-spikes"] for size in (16, 8)])
        self.assertEqual([["exponential-leak", "delta", "reset-to-value"]] * 2, [one["needs"] for one in neurons.values()])
        self.assertEqual(15, activity.document["steps"])

    def test_a_straight_through_gradient_and_outputs_of_the_last_step(self):
        class Inline(nn.Module):
            def __init__(self):
                super().__init__()
                self.a, self.b = nn.Linear(12, 16), nn.Linear(16, 3)

            def forward(self, x):
                one, two, self.fired = torch.zeros(x.shape[1], 16), torch.zeros(x.shape[1], 3), [0, 0]
                for current in x:
                    one = 0.9 * one + self.a(current)
                    smooth = torch.sigmoid(4 * (one - 0.3))
                    first = ((one > 0.3).float() - smooth).detach() + smooth
                    one = one - 0.3 * first
                    two = 0.9 * two + self.b(first)
                    second = (two > 0.3).float()
                    two = two - 0.3 * second
                    self.fired = [self.fired[0] + round(float(first.sum())), self.fired[1] + int(second.sum())]
                return second

        model = Inline()
        activity = ganglion.count(model, spikes(9, 4, 12))
        self.assertEqual(["input", "a", "a.neurons", "b", "b.neurons"], [one["name"] for one in activity.layers])
        self.assertEqual(model.fired, [activity[name]["output-spikes"] for name in ("a.neurons", "b.neurons")])

    def test_spikes_that_no_comparison_shows_are_known_by_their_values(self):
        class Signed(nn.Module):
            def __init__(self):
                super().__init__()
                self.a, self.b = nn.Linear(12, 16), nn.Linear(16, 3)

            def forward(self, x):
                state, out, self.fired = torch.zeros(x.shape[1], 16), 0, 0
                for current in x:
                    state = 0.9 * state + self.a(current)
                    fired = torch.sign(state - 0.8).clamp(0)
                    state, self.fired = state - fired, self.fired + int(fired.sum())
                    out = out + self.b(fired)
                return out

        given, model = spikes(9, 4, 12), Signed()
        given[:3], model.a.bias.data[:] = 0, 0
        activity = ganglion.count(model, given)
        self.assertEqual((9, 4, ["input", "a", "b", "a.neurons"]), (activity.document["steps"], activity.document["samples"], [one["name"] for one in activity.layers]))
        self.assertEqual((model.fired, model.fired * 3, ["a.neurons"]), (activity["a.neurons"]["output-spikes"], activity["b"]["synaptic-events"], activity["b"]["from"]))

    def test_own_neurons_behind_pools_and_norms_of_potentials_are_counted(self):
        class Own(nn.Module):
            def forward(self, x, state):
                state = 0.9 * state + x
                fired = (state > 0.2).float()
                return fired, state - 0.2 * fired

        class Pooled(nn.Module):
            def __init__(self, inline, behind):
                super().__init__()
                self.a, self.pool, self.own, self.b, self.inline = nn.Conv2d(1, 4, 3), behind, Own(), nn.Linear(36, 3), inline

            def forward(self, x):
                state, self.fired, out = torch.zeros(x.shape[1], 4, 3, 3), 0, 0
                for current in x:
                    current = self.pool(self.a(current))
                    if self.inline:
                        state = 0.9 * state + current
                        fired = (state > 0.2).float()
                        state = state - 0.2 * fired
                    else:
                        fired, state = self.own(current, state)
                    self.fired += int(fired.sum())
                    out = out + self.b(fired.flatten(1))
                return out

        given = spikes(5, 2, 1, 8, 8)
        pools = (nn.MaxPool2d(2), nn.AvgPool2d(2), nn.AdaptiveMaxPool2d(3), nn.Sequential(nn.BatchNorm2d(4), nn.MaxPool2d(2)))
        for behind in pools:
            for inline in (False, True):
                with self.subTest(behind=behind, inline=inline):
                    model = Pooled(inline, behind)
                    activity = ganglion.count(model, given)
                    neurons = [one for one in activity.layers if one["kind"] == "neurons"]
                    self.assertEqual([(36, model.fired)], [(math.prod(one["shape"]), one["output-spikes"]) for one in neurons])
                    self.assertEqual(model.fired * 3, activity["b"]["synaptic-events"])
                    self.assertGreater(model.fired, 0)

        for function in (nn.GroupNorm(2, 4), nn.ReLU()):
            for inline in (False, True):
                with self.subTest(function=function, inline=inline):
                    model = Pooled(inline, nn.Sequential(nn.MaxPool2d(2), function))
                    self.refused("pool.1: neurons take the numbers of this function", "'nothing'", "ganglion.declare", model=model, samples=given)
        ganglion.declare(Own, needs=["exponential-leak", "delta", "reset-by-subtraction"])
        model = Pooled(False, nn.Sequential(nn.MaxPool2d(2), function))
        activity = ganglion.count(model, given)
        self.assertEqual((model.fired, "numbers-between-layers"), (activity["own"]["output-spikes"], activity["own"]["needs"][-1]))
        ganglion.declare(function, "nothing")
        model = Pooled(True, nn.Sequential(nn.MaxPool2d(2), function))
        counted = ganglion.count(model, given)["pool.0.neurons"]["output-spikes"]
        self.assertEqual(model.fired, counted)

    def test_the_largest_value_over_space_is_a_pool(self):
        class Largest(nn.Module):
            def __init__(self, largest):
                super().__init__()
                self.conv, self.largest, self.neurons, self.fc = nn.Conv2d(2, 4, 3), largest, AllAtOnce(), nn.Linear(4, 3)

            def forward(self, x):
                return self.fc(self.neurons(torch.stack([self.largest(self.conv(current)) for current in x])))

        given = spikes(5, 3, 2, 6, 6)
        for largest in (lambda x: x.amax((2, 3)), lambda x: x.flatten(2).max(-1)[0], lambda x: x.flatten(2).max(dim=2).values):
            layers = ganglion.count(Largest(largest), given).layers
            found = [(one["kind"], one["mode"], one["shape"], math.prod(one["kernel"])) for one in layers if "mode" in one]
            self.assertEqual([("pooling", "max", [4], 16)], found)
        for other in (lambda x: torch.maximum(x, -x).sum((2, 3)), lambda x: torch.max(x, -x).sum((2, 3)), lambda x: (x - x.amax((2, 3), keepdim=True)).sum((2, 3)), lambda x: x.sum((2, 3)) / x.max()):
            self.assertNotIn("pooling", [one["kind"] for one in ganglion.count(Largest(other), given).layers if "mode" in one])

    def test_padding_before_a_convolution_sends_no_spikes(self):
        given = spikes(3, 4, 8, 8)
        for mode in ("circular", "reflect", "replicate"):
            layer = nn.Conv2d(4, 6, 3, padding=1, padding_mode=mode)
            ones = copy.deepcopy(layer)
            with torch.no_grad():
                ones.weight.fill_(1.0)
                ones.bias.zero_()
                expected = int(ones(given).sum())
            counted = ganglion.count(nn.Sequential(layer), given)
            self.assertEqual((int(given.sum()), [4, 8, 8], int(given.sum())), (counted["input"]["output-spikes"], counted["input"]["shape"], counted["0"]["input-spikes"]))
            self.assertEqual((expected, [1, 1]), (counted["0"]["synaptic-events"], counted["0"]["padding"]))
            self.assertEqual(int(given[0].sum()), ganglion.count(nn.Sequential(layer), given[0], forward=lambda model, x: model(x))["0"]["input-spikes"])
        plain, around = nn.Conv2d(4, 6, 3, padding=1), nn.Sequential(nn.ZeroPad2d(1), nn.Conv2d(4, 6, 3))
        same = [{key: value for key, value in ganglion.count(nn.Sequential(one), given).layers[-1].items() if key not in ("name", "zero-weights")} for one in (plain, around)]
        self.assertEqual(*same)
        aside = ganglion.count(nn.Sequential(nn.ZeroPad2d((0, 1, 0, 1)), nn.Conv2d(4, 6, 3)), given)
        self.assertEqual(([4, 9, 9], [0, 0]), (aside["1"]["input-shape"], aside["1"]["padding"]))

    def test_quantised_modules_are_named(self):
        if set(torch.backends.quantized.supported_engines) <= {"none"}:
            self.skipTest("this torch quantises nothing")
        model = torch.ao.quantization.quantize_dynamic(nn.Sequential(nn.Linear(12, 5)), {nn.Linear}, dtype=torch.qint8)
        self.refused("0 (Linear) is quantised", "the model before its quantisation, with weight_bits=8", model=model, samples=spikes(4, 12))

    def test_more_than_leak_and_reset_is_seen_in_the_code(self):
        class Adaptive(nn.Module):
            def forward(self, x):
                v, a = torch.zeros_like(x[0]), torch.zeros_like(x[0])
                for current in x:
                    v = 0.9 * v + current
                    threshold = 0.3 + 0.5 * a
                    fired = (v > threshold).float() if self.compares else (v - threshold > 0).float()
                    v, a = v - fired * threshold, 0.95 * a + fired
                    yield fired

        class Refractory(nn.Module):
            def forward(self, x):
                v, wait = torch.zeros_like(x[0]), torch.zeros_like(x[0])
                for current in x:
                    v = (0.9 * v + current) * (wait <= 0)
                    fired = (v > 0.3).float()
                    v, wait = v * (1 - fired), (wait - 1).clamp(min=0) + 3 * fired
                    yield fired

        class Waiting(nn.Module):
            def forward(self, x):
                v, wait = torch.zeros_like(x[0]), torch.zeros_like(x[0])
                for current in x:
                    v = 0.9 * v + current * (wait <= 0).float()
                    fired = (v > 0.3).float()
                    v, wait = v * (1 - fired), torch.where(fired > 0, torch.full_like(v, 3.0), wait - 1)
                    yield fired

        class Current(nn.Module):
            def forward(self, x):
                v, i = torch.zeros_like(x[0]), torch.zeros_like(x[0])
                for current in x:
                    i = 0.8 * i + current
                    v = 0.9 * v + i
                    fired = (v > 0.3).float()
                    v = v - 0.3 * fired
                    yield fired

        class Quadratic(nn.Module):
            def forward(self, x):
                v, u = torch.full_like(x[0], -65.0), torch.full_like(x[0], -13.0)
                for current in x:
                    v = v + 0.04 * v**2 + 5 * v + 140 - u + 40 * current
                    u = u + 0.02 * (0.2 * v - u)
                    fired = (v >= 30).float()
                    v, u = v * (1 - fired) - 65 * fired, u + 8 * fired
                    yield fired

        class Plain(nn.Module):
            def forward(self, x):
                v = torch.zeros_like(x[0])
                for current in x:
                    v = 0.9 * v + 0.5 * current
                    fired = (v > 0.3).float()
                    v = v - 0.3 * fired
                    yield fired

        class Around(nn.Module):
            def __init__(self, neurons):
                super().__init__()
                self.a, self.neurons, self.b = nn.Linear(12, 16), neurons, nn.Linear(16, 3)

            def forward(self, x):
                self.fired, out = 0, 0
                given = [self.a(current) for current in x]
                for fired in self.neurons.forward(given):
                    self.fired += int(fired.sum())
                    out = out + self.b(fired)
                return out

        adaptive = Adaptive()
        adaptive.compares = False
        wanted = ((adaptive, "adaptive-threshold", 2), (Refractory(), "refractory-period", 2), (Waiting(), "refractory-period", 2), (Current(), "exponential-current", 2), (Quadratic(), "other", 1), (Plain(), "delta", 1))
        for neurons, need, states in wanted:
            with self.subTest(neurons=type(neurons).__name__):
                model = Around(neurons)
                activity = ganglion.count(model, spikes(9, 4, 12))
                found = [one for one in activity.layers if one["kind"] == "neurons"]
                self.assertEqual([(16, model.fired, states)], [(math.prod(one["shape"]), one["output-spikes"], one["state-variables"]) for one in found])
                self.assertIn(need, found[0]["needs"])
                self.assertEqual(need == "adaptive-threshold", "an adaptive threshold" in " ".join(activity.assumed))
                self.assertEqual(need == "refractory-period", "a refractory period" in " ".join(activity.assumed))

    def test_a_module_whose_calls_look_like_layers_is_refused(self):
        class Unseen(nn.Module):
            def __init__(self):
                super().__init__()
                self.f, self.out = nn.Linear(12, 12), nn.Linear(12, 2)

            def forward(self, x):
                out = 0
                for _ in range(5):
                    x = (self.f(x) > 0).float()
                    out = out + self.out(x)
                return out

        self.refused("f: 5 calls look like as many layers, where time steps were expected", "ganglion.declare", model=Unseen(), samples=spikes(4, 12))

    def test_steps_of_a_model_that_loops_itself_are_not_given_one_at_a_time(self):
        self.refused("each_step: the model runs 6 steps for each of the 7", model=Looped(), samples=torch.rand(7, 3, 12), each_step=True, time_axis=0)

    def test_an_axis_that_may_be_time_or_samples_is_asked_about(self):
        class Stepped(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc, self.state = nn.Linear(12, 6), None

            def forward(self, x):
                self.state = self.fc(x) if self.state is None else 0.9 * self.state + self.fc(x)
                return (self.state > 0.3).float()

        given, plain = spikes(7, 3, 12), nn.Sequential(nn.Linear(12, 6), nn.ReLU())
        for model in (Stepped(), plain):
            with self.subTest(model):
                asked = "each_step: axis 0 or axis 1 of samples of shape (7, 3, 12) may be time, expected time_axis=0 or time_axis=1"
                self.refused(asked, model=model, samples=given, each_step=True)
                self.refused(asked, model=model, samples=[(given, torch.zeros(5))], each_step=True)
                for samples, said in ((given, {"time_axis": 0}), (given, {"batch_axis": 1}), ([(given, torch.zeros(3))], {}), (given.transpose(0, 1), {"time_axis": 1})):
                    activity = ganglion.count(model, samples, each_step=True, **said)
                    self.assertEqual((7, 3), tuple(activity.document[key] for key in ("steps", "samples")))
                single = ganglion.count(model, given[:, 0], each_step=True)
                self.assertEqual((7, 1), tuple(single.document[key] for key in ("steps", "samples")))
                one = ganglion.count(model, given[:1], each_step=True, time_axis=0)
                self.assertEqual((1, 3), tuple(one.document[key] for key in ("steps", "samples")))
        labelled = [(given, torch.zeros(3))]
        self.refused("samples of shape (7, 3, 12) with 3 labels: the batch dimension is in the wrong place; turn the axes", model=plain, samples=labelled)
        self.assertEqual(3, ganglion.count(plain, labelled, batch_axis=1).document["samples"])
        self.refused("time_axis, batch_axis: found 0 for both, expected two axes", model=plain, samples=given, time_axis=0, batch_axis=0)

    def test_neurons_that_keep_a_state_with_time_in_it_are_not_taken_for_all_steps_at_once(self):
        class Stepped(nn.Module):
            def __init__(self):
                super().__init__()
                self.state = None

            def forward(self, x):
                self.state = x if self.state is None else 0.9 * self.state + x
                return (self.state > 0.3).float()

        model, given = nn.Sequential(nn.Linear(12, 6), Stepped()), spikes(3, 7, 12)
        for said in ({"time_axis": 1}, {"time_axis": 0}, {"batch_axis": 1}):
            self.refused("1 was called once, and keeps state of shape (3, 7, 6), as of one step with time in it; give each_step=True", model=model, samples=given, **said)
        self.assertEqual(7, ganglion.count(model, given, each_step=True, time_axis=1).document["steps"])

    def test_neurons_of_a_part_of_what_weights_give_have_a_layer_that_takes_it(self):
        class Part(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc = nn.Linear(12, 8)

            def forward(self, x):
                return (self.fc(x)[:, :5] > 0.2).float()

        activity = ganglion.count(Part(), spikes(4, 12))
        neurons = next(one for one in activity.layers if one["kind"] == "neurons")
        (taken,) = neurons["from"]
        self.assertEqual(([5], ["fc"], [5]), (activity[taken]["shape"], activity[taken]["from"], neurons["shape"]))

    def test_states_are_those_of_before_for_each_batch_and_after(self):
        class Kept(nn.Module):
            def __init__(self):
                super().__init__()
                self.state = None
                self.register_buffer("sum", torch.zeros(1))

            def forward(self, x):
                self.state = x if self.state is None else 0.9 * self.state + x
                self.sum = self.sum + self.state.sum()
                return (self.state > 0.3).float()

        ganglion.declare(Kept)
        model, given = nn.Sequential(nn.Linear(12, 6), Kept()), spikes(4, 12)
        once, twice = (ganglion.count(model, [given] * times)["1"]["output-spikes"] for times in (1, 2))
        self.assertEqual(2 * once, twice)
        self.assertEqual((None, 0.0), (model[1].state, float(model[1].sum)))
        self.assertEqual(7, ganglion.count(model, [given, spikes(3, 12)]).document["samples"])

    def test_states_written_in_place_are_restored_and_a_stale_one_is_named(self):
        class Written(nn.Module):
            def __init__(self):
                super().__init__()
                self.register_buffer("state", torch.zeros(4, 6))
                self.steps, self.seen, self._last = 0, [], None

            def forward(self, x):
                self.state.mul_(0.9).add_(x)
                self.steps, self._last, self.late = self.steps + 1, x, x
                self.seen.append(x)
                return (self.state > 0.3).float()

        ganglion.declare(Written)
        model, given = nn.Sequential(nn.Linear(12, 6), Written()), spikes(4, 12)
        once, twice = (ganglion.count(model, [given] * times)["1"]["output-spikes"] for times in (1, 2))
        self.assertEqual(2 * once, twice)
        own = model[1]
        self.assertEqual((0.0, 0, [], None, False), (float(own.state.abs().sum()), own.steps, own.seen, own._last, hasattr(own, "late")))
        self.refused("batch 1 of shape (3, 12) fails: ", "1 keeps state of shape (4, 6): reset it", model=model, samples=[given, spikes(3, 12)])
        self.assertEqual(0.0, float(own.state.abs().sum()))

    def test_numbers_that_change_are_multiplied_in_each_step(self):
        model, images = nn.Sequential(nn.Linear(12, 2)), torch.rand(3, 12) + 0.1
        changing = ganglion.count(model, images, forward=lambda model, x: [model(x + 0.1 * step) for step in range(6)])
        written = ganglion.count(model, images, forward=lambda model, x: [model(x), model(x.mul_(0.5)), model(x)])
        self.assertEqual((6 * 3 * 12 * 2, 2 * 3 * 12 * 2), (changing["0"]["multiply-accumulates"], written["0"]["multiply-accumulates"]))
        ganglion.declare(Lif)
        each = ganglion.count(nn.Sequential(nn.Linear(12, 5), AllAtOnce()), images.expand(4, 3, 12), each_step=True, time_axis=0, forward=lambda model, x: model[0](x))
        self.assertEqual(3 * 12 * 5, each["0"]["multiply-accumulates"])

    def test_an_artificial_network_counts_products_of_numbers_that_are_not_zero(self):
        model, given = nn.Sequential(nn.Linear(6, 8), nn.ReLU(), nn.Linear(8, 2)), torch.rand(5, 6)
        activity = ganglion.count(model, given)
        with torch.no_grad():
            hidden = model[:2](given)
        self.assertEqual(("element-wise", int(hidden.ne(0).sum())), (activity["1"]["kind"], activity["1"]["output-numbers"]))
        self.assertEqual(int(hidden.ne(0).sum()) * 2, activity["2"]["multiply-accumulates"])
        self.assertEqual(1, activity.document["steps"])

    def test_weights_that_are_quantised_already_have_their_bits(self):
        class Rounded(nn.Module):
            def __init__(self, levels):
                super().__init__()
                self.levels = levels

            def forward(self, weight):
                step = weight.abs().max() / self.levels
                return torch.round(weight / step).clamp(-self.levels) * step

        def line(levels, *behind):
            made = nn.Linear(60, 100)
            if levels:
                nn.utils.parametrize.register_parametrization(made, "weight", Rounded(levels))
            return nn.Sequential(made, *behind)

        given = spikes(7, 60)
        for levels, bits in ((1, 2), (2, 3), (7, 4), (8, 5), (127, 8), (128, None), (0, None)):
            with self.subTest(levels):
                found = ganglion.count(line(levels), given)["0"]
                self.assertEqual((bits, 2 * levels if bits else None), (found.get("weight-bits"), found.get("different-weights")))
        self.assertNotIn("weight-bits", ganglion.count(line(7), given, weight_bits=6)["0"])
        self.assertNotIn("weight-bits", ganglion.count(line(7, nn.BatchNorm1d(100)), given)["0"])
        half = nn.Linear(60, 100).to(torch.float16)
        self.assertEqual([16, None], [ganglion.count(nn.Sequential(half), given.half(), weight_bits=bits)["0"].get("weight-bits") for bits in (None, 8)])

    def test_an_image_of_many_levels_is_numbers_and_small_multiples_are_spikes(self):
        line = nn.Sequential(nn.Linear(40, 2))
        grey = torch.arange(40).reshape(1, 40) / 255
        self.assertEqual(39 * 2, ganglion.count(line, grey)["0"]["multiply-accumulates"])
        pooled = torch.tensor([0.0, 0.25, 0.5, 1.0] * 10).reshape(1, 40)
        self.assertEqual(70 * 2, ganglion.count(line, pooled)["0"]["synaptic-events"])

    def test_several_spikes_of_a_neuron_in_a_step_are_counted_and_told_or_refused(self):
        class Integer(nn.Module):
            def forward(self, x):
                return torch.round((3 * x).clamp(0, 4)) * self.worth

        for worth in (1.0, 0.25):
            neurons = Integer()
            neurons.worth = worth
            model = nn.Sequential(nn.Linear(12, 16), neurons, nn.Linear(16, 3))
            for declared in (False, True):
                with self.subTest(worth=worth, declared=declared):
                    if declared:
                        ganglion.declare(neurons)
                    given = spikes(9, 12)
                    with torch.no_grad():
                        sent = int((model[:2](given) / worth).sum())
                    activity = ganglion.count(model, given)
                    self.assertEqual((sent, sent), (activity["1"]["output-spikes"], activity["2"]["input-spikes"]))
                    self.assertIn("1 send several spikes at once in a time step, each of which is counted", activity.assumed)
        frames = torch.poisson(torch.full((9, 12), 0.5), generator=torch.Generator().manual_seed(1))
        self.assertIn("input, 1 send several spikes at once in a time step, each of which is counted", ganglion.count(model, frames).assumed)

    def test_states_of_a_pass_before_are_told_unless_something_resets_them(self):
        class Kept(nn.Module):
            def __init__(self, reset):
                super().__init__()
                self.reset, self.state, self.scale = reset, None, torch.full((6,), 0.9)
                self.register_buffer("mean", torch.ones(6))

            def forward(self, x):
                if self.state is None or self.reset == "replaced":
                    self.state = torch.zeros_like(x)
                if self.reset == "zeroed":
                    self.state.zero_()
                if self.reset == "in place":
                    self.state.mul_(self.scale).add_(x * self.mean)
                else:
                    self.state = self.scale * self.state + x * self.mean
                return (self.state > 0.3).float()

        for reset, told in (("never", True), ("in place", True), ("replaced", False), ("zeroed", False)):
            with self.subTest(reset):
                model, given = nn.Sequential(nn.Linear(12, 6), Kept(reset)), spikes(4, 12)
                text = "1 begin with states that a pass before has left: nothing resets them"
                self.assertNotIn(text, ganglion.count(model, given).assumed)
                with torch.no_grad():
                    model(given)
                self.assertEqual(told, text in ganglion.count(model, given).assumed)

    def test_parameters_that_no_layer_with_weights_has_are_told(self):
        class Learned(nn.Module):
            def __init__(self):
                super().__init__()
                self.decay, self.back = nn.Parameter(torch.full((6,), 0.9)), nn.Linear(6, 6)

            def forward(self, x):
                v, z, out = torch.zeros_like(x[0]), torch.zeros_like(x[0]), []
                for current in x:
                    v = self.decay * v + current + self.back(z)
                    z = (v > 0.3).float()
                    v = v - 0.3 * z
                    out.append(z)
                return torch.stack(out)

        model = nn.Sequential(nn.Linear(12, 6), Learned(), nn.Linear(6, 3))
        self.assertIn("parameters 1.decay, of size 6 in all, are neither weights nor biases, and not among those counted", ganglion.count(model, spikes(5, 3, 12)).assumed)
        model[1] = AllAtOnce()
        self.assertNotIn("parameters", " ".join(ganglion.count(model, spikes(5, 3, 12)).assumed))

    def test_spikes_of_few_bits_are_counted_exactly(self):
        model, given = nn.Sequential(nn.Linear(3000, 2, bias=False)).bfloat16(), spikes(4, 3000)
        counted = ganglion.count(model, given.bfloat16())["0"]
        self.assertEqual((int(given.sum()) * 2, 16), (counted["synaptic-events"], counted["weight-bits"]))

    def test_an_activity_is_written_and_read(self):
        activity = ganglion.count(Looped(), torch.rand(3, 12))
        with tempfile.TemporaryDirectory() as folder:
            activity.save(folder + "/activity.json")
            self.assertEqual(activity.document, ganglion.Activity.read(folder + "/activity.json").document)

    def test_an_activity_is_a_frame_if_pandas_is_there(self):
        try:
            import pandas  # noqa: F401
        except ImportError:
            self.skipTest("there is no pandas (Debian: python3-pandas)")
        activity = ganglion.count(Looped(), torch.rand(3, 12))
        frame = activity.frame()
        self.assertAlmostEqual(activity["fc2"]["input-spikes"] / 3, frame[(frame.layer == "fc2") & (frame["count"] == "input-spikes")].value.sum())

    def test_a_module_that_is_never_called_is_named(self):
        model = Looped()
        model.extra = nn.Linear(3, 3)
        self.refused("extra (Linear) is never called", "ignore=['extra']", model=model, samples=torch.rand(2, 12))
        self.assertEqual(5, len(ganglion.count(model, torch.rand(2, 12), ignore=["extra"]).layers))

    def test_a_layer_that_is_not_seen_is_named_until_it_is_declared(self):
        class Fourier(nn.Module):
            def __init__(self):
                super().__init__()
                self.weight = nn.Parameter(torch.rand(4, 7))

            def forward(self, x):
                return torch.fft.irfft(torch.fft.rfft(x) * self.weight[0, :7], 12)

        class Hidden(nn.Module):
            def __init__(self):
                super().__init__()
                self.kernel = nn.Parameter(torch.rand(12, 12))

            def forward(self, x):
                return torch.from_numpy(x.numpy() @ self.kernel.detach().numpy())

        class Spread(nn.Module):
            def __init__(self):
                super().__init__()
                self.kernel = nn.Parameter(torch.rand(12, 12))

            def forward(self, x):
                return (x.unsqueeze(1) * self.kernel).sum(2)

        for layer in (Hidden(), Spread()):
            with self.subTest(layer):
                model = nn.Sequential(layer, nn.Linear(12, 2))
                self.refused("0", "ganglion.declare(module, ...)", model=model, samples=spikes(3, 12))
                ganglion.declare(layer, {"kind": "sparse", "dense-products": 144})
                declared = ganglion.count(model, spikes(3, 12))["0"]
                self.assertEqual(("sparse", 144, [12]), (declared["kind"], declared["dense-products"], declared["shape"]))
                self.assertEqual(int(spikes(3, 12).sum()), declared["input-spikes"])
        with self.assertRaisesRegex(ValueError, "expected 'neurons', 'nothing', or the keys of a layer"):
            ganglion.declare(Fourier, "something")
        with self.assertRaisesRegex(ValueError, "found layout 'sideways'"):
            ganglion.declare(Fourier, layout="sideways")

    def test_neurons_outside_of_torch_are_refused_where_their_spikes_reach_weights_or_leave_the_model(self):
        class Inline(nn.Module):
            def __init__(self, fire, last):
                super().__init__()
                self.a, self.b, self.fire, self.last = nn.Linear(30, 20), nn.Linear(20, 5), fire, last

            def forward(self, x):
                v, out = torch.zeros(x.shape[1], 20), []
                for current in x:
                    v = 0.8 * v + self.a(current)
                    z = self.fire(v)
                    v = v - 0.3 * z
                    out.append(z if self.last else self.b(z))
                return torch.stack(out)

        class Scaled(Inline):
            def __init__(self, fire, last):
                super().__init__(fire, last)
                self.gain = nn.Parameter(torch.ones(20))
                self.fire = lambda v: fire(v) * self.gain

        class Own(nn.Module):
            def __init__(self, fire):
                super().__init__()
                self.fire = fire

            def forward(self, x):
                return self.fire(x)

        def indexed(v):
            made, at = torch.zeros(v.shape), (v > 0.3).nonzero()
            made[at[:, 0], at[:, 1]] = 1.0
            return made

        outside = {
            "numpy": lambda v: torch.from_numpy((v.numpy() > 0.3).astype("float32")),
            "tolist": lambda v: torch.tensor((v > 0.3).tolist(), dtype=torch.float32),
            "__float__": lambda v: torch.tensor([[float(float(one) > 0.3) for one in row] for row in v]),
            "item": lambda v: torch.tensor([[float(one.item() > 0.3) for one in row] for row in v]),
        }
        given = spikes(8, 3, 30)
        for name, fire in outside.items():
            with self.subTest(name):
                self.refused("b: takes values", f"those of a left it by {name}()", "module of their own", "declare", model=Inline(fire, False), samples=given)
                self.refused("b: takes values", model=Scaled(fire, False), samples=given)
                last = {"model": Inline(fire, True), "samples": given, "ignore": ["b"]}
                self.refused("the model: gives values", f"those of a left it by {name}()", **last)
                model = Inline(Own(fire), False)
                seen, spiked = ganglion.count(model, given), self.spikes_into(model.b, model, given)
                self.assertEqual((8, spiked, spiked), (seen.document["steps"], seen["fire"]["output-spikes"], seen["b"]["input-spikes"]))
        lists = {"samples": given, "ignore": ["b"], "forward": lambda model, x: model(x).tolist()}
        self.refused("the model: gives values", "those of a left it by tolist()", model=Inline(lambda v: v, True), **lists)
        model = Inline(lambda v: (v > 0.3).float(), True)
        counted = ganglion.count(model, **lists)["a.neurons"]
        with torch.no_grad():
            self.assertEqual(int(model(given).sum()), counted["output-spikes"])
        model = Inline(indexed, False)
        counted = ganglion.count(model, given)
        self.assertEqual(self.spikes_into(model.b, model, given), counted["a.neurons"]["output-spikes"])
        self.assertEqual(8, counted.document["steps"])
        spectral = Inline(indexed, False)
        nn.utils.parametrizations.spectral_norm(spectral.a)
        self.assertEqual(8, ganglion.count(spectral, given).document["steps"])

    def test_weights_may_be_made_of_constants_but_not_outside_of_torch(self):
        class Made(nn.Module):
            def __init__(self, made, low):
                super().__init__()
                self.a, self.neurons, self.b = nn.Linear(12, 8), AllAtOnce(), nn.Linear(8, 3)
                self.made, self.left, self.right = made, torch.eye(8), torch.eye(12)
                if low:
                    self.low, self.high = nn.Parameter(torch.rand(8, 2)), nn.Parameter(torch.rand(2, 12))

            def forward(self, x):
                return self.b(self.neurons(functional.linear(x, self.made(self, self.a.weight))))

        given = spikes(5, 3, 12)
        low = lambda model, w: w + model.low @ model.high
        for made in (lambda model, w: w @ model.right, lambda model, w: model.left @ w, low, lambda model, w: (w - w.mean(1, keepdim=True)) / w.std()):
            counted = ganglion.count(Made(made, made is low), given)
            self.assertEqual(int(given.sum()) * 8, counted["a"]["synaptic-events"] + sum(counted.by_step["a"].get("zero-events", [0])))
        self.refused("the model (Made): nothing that torch shows takes its low with samples or spikes", "declare", model=Made(lambda model, w: w, True), samples=given)
        self.refused("0 (Outside): nothing that torch shows takes its weight", model=nn.Sequential(Outside(12, 8), AllAtOnce(), nn.Linear(8, 3)), samples=given)

    def test_neurons_whose_spikes_only_gate_are_refused(self):
        class Gated(nn.Module):
            def __init__(self):
                super().__init__()
                self.a, self.neurons, self.gate, self.b = nn.Linear(12, 8), AllAtOnce(), AllAtOnce(), nn.Linear(8, 3)

            def forward(self, x):
                z = self.neurons(self.a(x))
                return self.b(z * self.gate(z.sum(-1, keepdim=True)))

        self.refused("gate: its spikes are of neurons that sum spikes without weights between", "declare", model=Gated(), samples=spikes(5, 3, 12))

    def test_neurons_that_are_called_twice_in_a_step_are_told(self):
        class Kept(nn.Module):
            def forward(self, current):
                self.potential = (0.0 if self.potential is None else 0.8 * self.potential) + current
                fired = (self.potential > 0.3).float()
                self.potential = self.potential - 0.3 * fired
                return fired

        class Twice(nn.Module):
            def __init__(self):
                super().__init__()
                self.a, self.c, self.b, self.neurons = nn.Linear(12, 8), nn.Linear(8, 8), nn.Linear(8, 3), Kept()

            def forward(self, x):
                self.neurons.potential = None
                return torch.stack([self.b(self.neurons(self.c(self.neurons(self.a(one))))) for one in x])

        given = spikes(5, 3, 12)
        counted = ganglion.count(Twice(), given)
        self.assertEqual(10, counted.document["steps"])
        self.assertIn("neurons: called 10 times for samples of shape (5, 3, 12)", " ".join(counted.document["assumed"]))
        self.refused("batch dimension is in the wrong place", model=Twice(), samples=given, time_axis=0)

    def spikes_into(self, layer, model, given):
        """Counted by a hook of our own."""
        found = []
        handle = layer.register_forward_pre_hook(lambda module, inputs: found.append(int(inputs[0].ne(0).sum())))
        with torch.no_grad():
            model(given)
        handle.remove()
        return sum(found)

    def test_values_that_are_not_finite_are_refused_with_their_layer(self):
        for wrong in (math.nan, math.inf):
            given = spikes(3, 12)
            given[1, 4] = wrong
            self.refused("fc1: found values that are not finite", model=Looped(), samples=given)
        model = Looped()
        ganglion.declare(Lif)
        with torch.no_grad():
            model.fc2.bias[0] = math.nan
        self.refused("fc2: gives values that are not finite", model=model, samples=torch.rand(2, 12))

    def test_a_batch_dimension_in_the_wrong_place_is_told(self):
        neurons = AllAtOnce()
        ganglion.declare(neurons, layout="time-first")
        model = nn.Sequential(nn.Linear(12, 5), neurons)
        self.refused("samples of shape (3, 7, 12) with 3 labels", "wrong place", "1 has 3 steps of 7", model=model, samples=[(spikes(3, 7, 12), torch.zeros(3))])
        self.refused("wrong place", model=model, samples=spikes(3, 7, 12), batch_axis=0)
        self.refused("wrong place", model=model, samples=spikes(3, 7, 12), time_axis=1)
        self.assertEqual(7, ganglion.count(model, spikes(3, 7, 12), time_axis=0)["1"]["shape"] == [5] and 7)

    def test_a_batch_that_is_a_dictionary_needs_a_way_to_run_it(self):
        model, batch = nn.Sequential(nn.Linear(12, 6)), {"events": spikes(4, 12)}
        self.refused("samples: batch 0 is a dictionary of 'events'; forward=lambda model, batch: model(...)", model=model, samples=[batch])
        self.assertEqual(4, ganglion.count(model, [batch], forward=lambda model, batch: model(batch["events"])).document["samples"])

    def test_other_bad_input(self):
        self.refused("is it 5 ms? Then give dt=0.005, or else dt='5 s'", model=Looped(), samples=torch.rand(2, 12), dt=5)
        self.refused("expected seconds above 0", model=Looped(), samples=torch.rand(2, 12), dt=0)
        self.refused("which hides its layers", model=torch.jit.script(nn.Linear(12, 2)), samples=torch.rand(2, 12))
        self.refused("ignore: found 'fc9'", model=Looped(), samples=torch.rand(2, 12), ignore=["fc9"])
        self.refused("weight_bits: found -3", model=Looped(), samples=torch.rand(2, 12), weight_bits=-3)
        self.refused("its weights 0.weight go into embedding", model=nn.Sequential(nn.Embedding(5, 3)), samples=torch.zeros(2, 1, dtype=torch.long))
        self.assertEqual(5, len(ganglion.count(Looped(), torch.rand(2, 12).numpy()).layers))
        self.refused("found no batch", model=Looped(), samples=[])
        self.refused("samples: batch 0 of shape (0, 12) is empty", model=Looped(), samples=torch.rand(0, 12))
        for key in ("time_axis", "batch_axis"):
            self.refused(f"{key}: found 9, expected 0 to 1, an axis of samples of shape (2, 12)", model=Looped(), samples=torch.rand(2, 12), **{key: 9})
        whole = ganglion.declare(Looped())
        self.refused("found a declaration of the whole Looped, expected declarations of modules within it", model=whole, samples=torch.rand(2, 12))
        with self.assertRaisesRegex(ValueError, "^found needs 'no-such', expected of no-leak, "):
            ganglion.declare(whole, needs=["no-such"])
        with open(os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../docs/formats/schemas/activity.schema.json"), encoding="utf-8") as schema:
            self.assertIn(json.dumps(ganglion._neurons.NEEDS), json.dumps(json.load(schema)))
        for wrong in ([], "", [1]):
            with self.assertRaisesRegex(ValueError, "^devices: found .*, expected names of devices, such as loihi"):
                ganglion.cost(Looped(), torch.rand(2, 12), devices=wrong)
        self.refused("batch 0 is a str", model=Looped(), samples=["x"])
        with self.assertRaisesRegex(TypeError, "expected a torch.nn.Module"):
            ganglion.count(torch.relu, torch.rand(2))
        with self.assertRaisesRegex(TypeError, "a model needs samples"):
            ganglion.cost(Looped())
        model = Looped()
        with self.assertRaises(RuntimeError):
            ganglion.count(model, torch.rand(2, 11))
        self.assertFalse(model.fc1._forward_hooks or not model.training)

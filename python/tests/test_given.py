"""Spikes that a caller has, as ticks and neurons."""
import types
import unittest
import warnings

import numpy as np

import ganglion
from ganglion._given import given_spikes, is_graph, tick_seconds

GRID = np.array([[0, 1, 0], [0, 0, 0], [1, 0, 1]])


class GivenTest(unittest.TestCase):
    def same(self, given):
        self.assertEqual(([0, 2, 2], [1, 0, 2]), (given.ticks.tolist(), given.neurons.tolist()))

    def test_arrays_events_and_data_of_nir_are_the_same(self):
        tensor = types.SimpleNamespace(detach=lambda: types.SimpleNamespace(cpu=lambda: types.SimpleNamespace(numpy=lambda: GRID)))
        gridded = types.SimpleNamespace(data=GRID[None].astype(bool), dt=1e-3)
        events = types.SimpleNamespace(idx=np.array([[1, 0, 2, -1]]), time=np.array([[0, 2e-3, 2.1e-3, np.inf]]), t_max=3e-3)
        node = types.SimpleNamespace(observables={"spikes": gridded})
        graph = types.SimpleNamespace(nodes={"in": node}, check_nodes=None)
        for spikes in (GRID, GRID.astype(bool), GRID.astype(np.float32), GRID[:, None], tensor, gridded, events, node, graph):
            given = given_spikes(spikes, 1e-3)
            self.same(given)
            self.assertEqual((3, 0), (given.steps, given.merged))
        self.same(given_spikes({"times": [0.0, 2e-3, 2.1e-3], "neurons": [1, 0, 2]}, 1e-3))
        self.same(given_spikes((np.array([2, 0, 2]), np.array([2, 1, 0])), 1e-3))
        self.same(given_spikes((np.array([2, 0, 2], np.uint64), np.array([2, 1, 0], np.float16)), 1e-3))
        self.same(given_spikes(GRID.astype(np.longdouble), 1e-3))
        self.same(given_spikes(ganglion.Spikes(np.array([0, 2, 2]), np.array([1, 0, 2]), 1e-3, 3), 1e-3))

    def test_spikes_that_are_merged_are_told(self):
        for spikes in (GRID * 2, {"times": np.array([0, 1e-4, 2e-3, 2.1e-3, 2e-3, 1.9e-3]), "neurons": np.array([1, 1, 0, 0, 2, 2])}):
            with self.assertWarnsRegex(UserWarning, "3 of 6 spikes share their neuron and tick with another and were merged"):
                given = given_spikes(spikes, 1e-3)
            self.same(given)
            self.assertEqual(3, given.merged)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            given_spikes(GRID, 1e-3)

    def test_what_is_no_spikes_is_refused(self):
        for spikes, message in (
            (GRID * 0.5, "found the value 0.5, expected 0 and 1"),
            (-GRID.astype(float), "found the value -1"),
            (GRID * np.nan, "not finite"),
            (GRID[0], r"found an array of shape \(3,\), expected time x neuron"),
            (np.zeros((2, 3, 4)), r"found an array of shape \(2, 3, 4\)"),
            ((1, 2, 3), "found a tuple of 3"),
            ((np.array([1]), np.array([1, 2])), "expected lists of one length"),
            ((np.array([-1]), np.array([1])), "found the tick -1, expected a whole number from 0"),
            (([0.5], [1]), "found the tick 0.5, expected a whole number"),
            (([1], [0.25]), "found the neuron 0.25, expected a whole number"),
            (([1e300], [1]), r"found the tick 1e\+300"),
            (([np.inf], [1]), "not finite"),
            ({"times": [np.nan], "neurons": [1]}, "not finite"),
            ({"times": [1e300], "neurons": [1]}, r"found times up to 1e\+300 s"),
            ({"times": [-1e-3], "neurons": [1]}, "found the tick -1"),
            ([["a", "b"], ["c", "d"]], "found values of <U1, expected numbers"),
            ([[1, 0], [1]], "expected numbers in lists of one length"),
            (([1, 2], [[1], [2, 3]]), "expected numbers in lists of one length"),
            (GRID * 1j, "found values of complex128"),
            (None, "found values of object, expected numbers"),
            (GRID * 1e18, r"found the value 1e\+18, expected 0 and 1, or counts up to 255"),
            (GRID.astype(int) * -1, "found the value -1"),
            ([[5, 0], [9, 1]], "found two columns with counts, expected 0 and 1; are they ticks and neurons"),
            ({"ticks": [1], "times": [1], "neurons": [1]}, "found ticks, times, neurons, expected neurons and either ticks or times"),
            ({"neurons": [1]}, "found neurons, expected neurons and either ticks or times"),
            ({"ticks": [1], "neuron": [1]}, "found ticks, neuron, expected"),
            ({}, "found nothing, expected"),
            (ganglion.Spikes(np.array([1]), np.array([1]), 1e-4, 2), "steps of 0.0001 s, expected steps of the tick, 0.001 s"),
            ({"times": np.array([1.0, 900.0]), "neurons": np.array([0, 1])}, "found times up to 900 s, in whole numbers; are they milliseconds"),
            (types.SimpleNamespace(data=GRID[None], dt=1e-4), "steps of 0.0001 s, expected steps of the tick, 0.001 s"),
            (types.SimpleNamespace(data=np.zeros((2, 3, 3)), dt=1e-3), "found 2 samples"),
        ):
            with self.subTest(message), self.assertRaisesRegex(ganglion.InputError, message):
                given_spikes(spikes, 1e-3)

    def test_ticks_and_graphs(self):
        self.assertEqual([("1 ms", 1e-3), ("2us", 2e-6)], [tick_seconds(tick) for tick in ("1 ms", "2us")])
        self.assertEqual(["0.1 ms", "0.001 ms", "50 ns"], [tick_seconds(tick)[0] for tick in (1e-4, 1e-6, 5e-8)])
        self.assertEqual([True, True, False], [is_graph("net.nir"), is_graph(type("NIRGraph", (), {})()), is_graph("net.yaml")])

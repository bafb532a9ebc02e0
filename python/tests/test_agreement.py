"""Energies as counted in PyTorch are those of a run by Ganglion: a handful of the networks of benchmarks/torch/agreement.py."""
import os
import sys
import unittest

FOLDER = os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../benchmarks/torch")

try:
    import torch
except ImportError:
    torch = None


@unittest.skipIf(torch is None, "there is no torch (Debian: python3-torch)")
class AgreementTest(unittest.TestCase):
    def test_energies_differ_by_less_than_a_hundredth(self):
        sys.path.insert(0, FOLDER)
        self.addCleanup(sys.path.remove, FOLDER)
        import agreement

        chosen = ("random (40, 30)", "pruned to 10%", "trained (20, 40, 2)", "convolutions 2 (5, 5)", "recurrent (20, 50) (0,)")
        compared = 0
        for name, network, rate in agreement.networks():
            if name in chosen:
                with self.subTest(name):
                    ratios, counted, simulated = agreement.compare(network, rate, ("loihi", "stm32u575"))
                    self.assertLess(abs(counted / simulated - 1), 0.01)
                    self.assertIn(("loihi", "spikes", None, "marginal"), ratios)
                    for key, ratio in ratios.items():
                        self.assertLess(abs(ratio - 1), 0.01, key)
                    compared += 1
        self.assertEqual(len(chosen), compared)

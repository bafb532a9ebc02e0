"""
How long counting takes beside the bare forward pass, alternating, and costing after it:

    GANGLION_HOME=. PYTHONPATH=python python3 benchmarks/torch/speed.py [PAIRS]
"""

import statistics
import sys
import time

import torch
from networks import SewResNet18, Spikformer, calibrated

import ganglion

NETWORKS = (("SEW-ResNet-18, 224 x 224, T = 4", SewResNet18, (3, 224, 224)), ("Spikformer-4-384, 32 x 32, T = 4", Spikformer, (3, 32, 32)))


def seconds(work):
    """Of wall clock and of processor, and what came of it."""
    wall, processor = time.perf_counter(), time.process_time()
    made = work()
    return time.perf_counter() - wall, time.process_time() - processor, made


def main():
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    torch.manual_seed(1)
    for name, make, shape in NETWORKS:
        model = calibrated(make(), torch.randn(8, *shape))
        image = torch.randn(1, *shape)
        bare, counted, costed = [], [], []
        with torch.no_grad():
            model(image)
            ganglion.cost(ganglion.count(model, image, dt=1e-3))
            for _ in range(pairs):
                bare.append(seconds(lambda: model(image)))
                counted.append(seconds(lambda: ganglion.count(model, image, dt=1e-3)))
                activity = counted[-1][2]
                costed.append(seconds(lambda: ganglion.cost(activity)))
        median = [[statistics.median(run[clock] for run in runs) for clock in (0, 1)] for runs in (bare, counted)]
        ratios = [statistics.median(other[clock] / one[clock] for one, other in zip(bare, counted)) for clock in (0, 1)]
        print(f"{name}: {sum(parameter.numel() for parameter in model.parameters()) / 1e6:.1f} M parameters, {len(activity.layers)} layers")
        print(f"  bare {median[0][0]:.3f} s ({median[0][1]:.3f} s of processor), counted {median[1][0]:.3f} s ({median[1][1]:.3f} s): {ratios[0]:.2f} times ({ratios[1]:.2f})")
        print(f"  costing {statistics.median(run[0] for run in costed):.3f} s")
        print("  " + repr(costed[-1][2]).replace("\n", "\n  "))


if __name__ == "__main__":
    main()

"""Classifiers that see what the spiking networks of the timing suite are compared with: counts, first and last spikes, or the raw spikes.

    python3 baselines.py FOLDER [--seed N] [--only NAME,...]

prints the test accuracy of each on the data that make.py wrote to FOLDER, as JSON. Logistic regression and a network of one hidden layer see how
often each channel fires (logistic-count, mlp-count), or when it fires first and last (mlp-first-last); a gated recurrent unit of 128 cells sees
the spikes of every step (gru). All choose their epoch on the validation part. NumPy and h5py are needed, and PyTorch (Debian: apt-get install
python3-torch) for gru, which is left out without it.
"""

import argparse
import json
import pathlib
import sys

import h5py
import numpy as np

EPOCHS = 60
BATCH = 32


def load(folder, about):
    """For each part: labels, counts, first and last times, and spikes in steps."""
    steps, channels = round(about["duration_ms"] / about["step_ms"]), about["channels"]
    parts = []
    for part in ("train", "validation", "test"):
        with h5py.File(folder / (part + ".h5")) as file:
            labels = file["labels"][:].astype(np.int64)
            spikes = np.zeros((len(labels), steps, channels), dtype=np.uint8)
            for i, (times, units) in enumerate(zip(file["spikes/times"], file["spikes/units"])):
                at = (times * 1000 / about["step_ms"]).astype(int)
                spikes[i, at[at < steps], units[at < steps]] = 1
        ever = spikes.any(axis=1)
        first = np.where(ever, spikes.argmax(axis=1), -steps)
        last = np.where(ever, steps - 1 - spikes[:, ::-1].argmax(axis=1), -steps)
        parts.append((labels, spikes.sum(axis=1).astype(np.float64), np.concatenate([first, last], axis=1) / steps, spikes))
    return parts


def dense(data, classes, hidden, seed):
    """Test accuracy of a network with one hidden layer of rectified units, or of logistic regression where there are none; Adam, cross-entropy."""
    draws = np.random.default_rng(seed)
    mean, deviation = data[0][1].mean(axis=0), data[0][1].std(axis=0) + 1e-9
    parts = [(labels, (inputs - mean) / deviation) for labels, inputs in data]
    sizes = [parts[0][1].shape[1]] + ([hidden] if hidden else []) + [classes]
    weights = [draws.normal(0, (2 / a) ** 0.5, (a, b)) for a, b in zip(sizes, sizes[1:])]
    parameters = [value for weight in weights for value in (weight, np.zeros(weight.shape[1]))]
    moments = [(np.zeros_like(value), np.zeros_like(value)) for value in parameters]

    def forward(inputs):
        layers = [inputs]
        for i in range(0, len(parameters), 2):
            inputs = inputs @ parameters[i] + parameters[i + 1]
            layers.append(np.maximum(inputs, 0) if i + 2 < len(parameters) else inputs)
            inputs = layers[-1]
        return layers

    def accuracy(part):
        return float((forward(part[1])[-1].argmax(axis=1) == part[0]).mean())

    best, updates = (-1.0, 0.0), 0
    labels, inputs = parts[0]
    for _ in range(EPOCHS):
        order = draws.permutation(len(labels))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            layers = forward(inputs[batch])
            odds = np.exp(layers[-1] - layers[-1].max(axis=1, keepdims=True))
            error = odds / odds.sum(axis=1, keepdims=True)
            error[np.arange(len(batch)), labels[batch]] -= 1
            error /= len(batch)
            gradients = []
            for i in reversed(range(0, len(parameters), 2)):
                gradients = [layers[i // 2].T @ error, error.sum(axis=0)] + gradients
                error = error @ parameters[i].T * (layers[i // 2] > 0)
            updates += 1
            for value, gradient, (first, second) in zip(parameters, gradients, moments):
                first += 0.1 * (gradient - first)
                second += 0.001 * (gradient**2 - second)
                value -= 0.003 * first / (1 - 0.9**updates) / (np.sqrt(second / (1 - 0.999**updates)) + 1e-8)
        best = max(best, (accuracy(parts[1]), accuracy(parts[2])), key=lambda pair: pair[0])
    return best[1]


def gru(data, classes, seed):
    """Test accuracy of a gated recurrent unit on the spikes of every step, read out by the mean of its linear outputs, as the spiking networks are."""
    import torch

    torch.manual_seed(seed)
    torch.set_num_threads(1)

    class Network(torch.nn.Module):
        def __init__(self, channels):
            super().__init__()
            self.cells = torch.nn.GRU(channels, 128, batch_first=True)
            self.out = torch.nn.Linear(128, classes)

        def forward(self, spikes):
            return self.out(self.cells(spikes)[0]).mean(dim=1)

    network = Network(data[0][1].shape[2])
    optimiser = torch.optim.Adam(network.parameters(), lr=0.005)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, EPOCHS)
    parts = [(torch.from_numpy(labels), torch.from_numpy(spikes)) for labels, spikes in data]

    def accuracy(part):
        with torch.no_grad():
            right = [(network(spikes.float()).argmax(dim=1) == labels).sum().item() for labels, spikes in zip(part[0].split(250), part[1].split(250))]
        return sum(right) / len(part[0])

    best = (-1.0, 0.0)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(parts[0][0])).split(BATCH):
            optimiser.zero_grad()
            torch.nn.functional.cross_entropy(network(parts[0][1][batch].float()), parts[0][0][batch]).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
        schedule.step()
        best = max(best, (accuracy(parts[1]), accuracy(parts[2])), key=lambda pair: pair[0])
        if best[0] == 1.0:
            break
    return best[1]


BASELINES = {
    "logistic-count": lambda data, classes, seed: dense([part[:2] for part in data], classes, 0, seed),
    "mlp-count": lambda data, classes, seed: dense([part[:2] for part in data], classes, 128, seed),
    "mlp-first-last": lambda data, classes, seed: dense([(part[0], part[2]) for part in data], classes, 128, seed),
    "gru": lambda data, classes, seed: gru([(part[0], part[3]) for part in data], classes, seed),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(BASELINES))
    given = parser.parse_args()
    unknown = [name for name in given.only if name not in BASELINES]
    if unknown:
        parser.error(f"found the baseline {unknown[0]}, expected one of {', '.join(BASELINES)}")
    about = json.loads((given.folder / "task.json").read_text(encoding="utf-8"))
    data = load(given.folder, about)
    found = {}
    for name in given.only:
        try:
            found[name] = BASELINES[name](data, about["classes"], given.seed)
        except ModuleNotFoundError as missing:
            print(f"{name} is left out: found no module {missing.name}; apt-get install python3-torch", file=sys.stderr)
    print(json.dumps(found))


if __name__ == "__main__":
    main()

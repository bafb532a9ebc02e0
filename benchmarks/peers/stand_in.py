"""Trains snnTorch's recurrent LIF network on the stand-in for the Spiking Heidelberg Digits, for comparison with
../../scenarios/gallery/spiking-speech: 700 inputs, 256 recurrent neurons (RLeaky), 20 outputs (Leaky), 0.25 million parameters;
cross-entropy of the spike counts, Adam, a loop over steps in Python, as in snnTorch's tutorials. Without snnTorch its equations in
plain PyTorch, as in training.py. The epoch is chosen by the voices that stand-in.yaml holds out.

    python3 stand_in.py FOLDER [EPOCHS [BETA [LEARNING_RATE [SEED [THREADS]]]]] [test]

FOLDER holds train.h5 and test.h5 of make-stand-in.sh. Without the word test, the test set is not looked at. Needs PyTorch, numpy and h5py; where the last two are another Python's,
that one makes FOLDER/binned.npz first, with `stand_in.py FOLDER bin`.
"""

import os
import sys
import time

import numpy as np

HELD_OUT = [19, 20, 25, 27, 34, 35, 36, 37]
STEPS, STEP_SECONDS, CHANNELS = 90, 0.01, 700


def binned(folder):
    """Spikes as booleans [sample][step][channel], labels and speakers, of both parts."""
    import h5py

    arrays = {}
    for part in "train", "test":
        with h5py.File(os.path.join(folder, part + ".h5")) as file:
            labels = file["labels"][:].astype(np.int64)
            spikes = np.zeros((len(labels), STEPS, CHANNELS), bool)
            for i, (times, units) in enumerate(zip(file["spikes/times"][:], file["spikes/units"][:])):
                steps = np.floor(times.astype(np.float64) / STEP_SECONDS).astype(int)
                spikes[i, steps[steps < STEPS], units[steps < STEPS]] = True
            arrays.update({part + "_x": np.packbits(spikes, axis=2), part + "_y": labels})
            arrays[part + "_speaker"] = file["extra/speaker"][:]
    return arrays


def main(folder, epochs=20, beta=0.9, rate=0.002, seed=1, threads=1, test=False):
    import torch

    import training as peer

    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    cache = os.path.join(folder, "binned.npz")
    data = dict(np.load(cache)) if os.path.exists(cache) else binned(folder)
    held = np.isin(data["train_speaker"], HELD_OUT)
    neurons = peer.Neurons if peer.snntorch is None else peer.SnnTorchNeurons
    spike = peer.fast_sigmoid(25)
    network = peer.Network(
        torch.nn.Linear(CHANNELS, 256),
        neurons(256, beta, spike, recurrent=True),
        torch.nn.Linear(256, 20),
        neurons(20, beta, spike),
    )
    print(sum(p.numel() for p in network.parameters()), "parameters")
    optimiser = torch.optim.Adam(network.parameters(), lr=rate)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs, 0.02 * rate)

    def counts(x):
        x = torch.from_numpy(np.unpackbits(x, axis=2)[:, :, :CHANNELS]).float().transpose(0, 1).contiguous()
        return network(STEPS, lambda t: x[t])[0].sum(0)

    def right(x, y):
        with torch.no_grad():
            return sum(
                int((counts(x[i : i + 256]).argmax(1).numpy() == y[i : i + 256]).sum()) for i in range(0, len(y), 256))

    x, y = data["train_x"][~held], data["train_y"][~held]
    valid_x, valid_y = data["train_x"][held], data["train_y"][held]
    best = (-1, None)
    start = time.perf_counter()
    for epoch in range(epochs):
        order = torch.randperm(len(y)).numpy()
        total = 0.0
        for i in range(0, len(y), 64):
            batch = order[i : i + 64]
            optimiser.zero_grad()
            loss = torch.nn.functional.cross_entropy(counts(x[batch]), torch.from_numpy(y[batch]))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1)
            optimiser.step()
            total += float(loss.detach()) * len(batch)
        schedule.step()
        valid = right(valid_x, valid_y)
        if valid > best[0]:
            best = (valid, {name: value.clone() for name, value in network.state_dict().items()})
        print(
            f"epoch {epoch + 1}: loss {total / len(y):.4f}, held-out voices {valid / len(valid_y):.4f},"
            f" {time.perf_counter() - start:.0f} s",
            flush=True,
        )
    print(f"held-out voices, best epoch: {best[0]} of {len(valid_y)}")
    if test:
        network.load_state_dict(best[1])
        print(f"test voices: {right(data['test_x'], data['test_y'])} of {len(data['test_y'])}")


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[1:] == ["bin"]:
        np.savez(os.path.join(words[0], "binned.npz"), **binned(words[0]))
    else:
        numbers = [word for word in words if word != "test"]
        kinds = [str, int, float, float, int, int]
        main(*[kind(word) for kind, word in zip(kinds, numbers)], test=numbers != words)

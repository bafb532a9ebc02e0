#!/usr/bin/env python3
"""Prints seconds of audio per second of processor time on one thread, for the cases of HearingBenchmark.

Uses librosa if it is installed. Otherwise it says so and computes what librosa computes, in the same way: frames times a
Hann window, scipy.fft.rfft along the frames in single precision in blocks of 256 KB, the square of the magnitude, and a
matrix product with the mel weights (librosa.feature.melspectrogram); 10 log10 of it, at most 80 dB below the highest, and
an orthonormal cosine transform (librosa.feature.mfcc).

Run: hearing.py [PART OF A NAME...]
"""

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[variable] = "1"

import sys
import tempfile
import time
import wave

import numpy as np
import scipy.fft

try:
    import librosa
except ImportError:
    librosa = None

CLIP_SECONDS = 60
ROUNDS = 5
BLOCK_BYTES = 2**18
SPECTRUM = {"window": "hann", "center": False}


def hann(length):
    return (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(length) / length)).astype(np.float32)


def slaney_hertz(mel):
    return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp(np.log(6.4) / 27 * (mel - 15)))


def mel_weights(rate, window, bands):
    """librosa.filters.mel: triangles on Slaney's scale, of equal area."""
    if librosa:
        return librosa.filters.mel(sr=rate, n_fft=window, n_mels=bands)
    top = 15 + 27 / np.log(6.4) * np.log(rate / 2 / 1000)
    edges = slaney_hertz(np.linspace(0, top, bands + 2))
    bins = np.arange(window // 2 + 1) * rate / window
    rise = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    fall = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    height = 2 / (edges[2:] - edges[:-2])
    return (height[:, None] * np.maximum(0, np.minimum(rise, fall))).astype(np.float32)


def mel_spectrum(signal, rate, window, hop, bands, weights):
    if librosa:
        return librosa.feature.melspectrogram(y=signal, sr=rate, n_fft=window, hop_length=hop, n_mels=bands, **SPECTRUM)
    frames = np.lib.stride_tricks.sliding_window_view(signal, window)[::hop].T
    taper = hann(window)[:, None]
    spectrum = np.empty((window // 2 + 1, frames.shape[1]), dtype=np.complex64, order="F")
    columns = max(1, BLOCK_BYTES // (window * signal.itemsize))
    for first in range(0, frames.shape[1], columns):
        block = taper * frames[:, first : first + columns]
        spectrum[:, first : first + columns] = scipy.fft.rfft(block, axis=0)
    return weights @ np.abs(spectrum) ** 2


def cepstrum(mel):
    if librosa:
        return librosa.feature.mfcc(S=librosa.power_to_db(mel), n_mfcc=20)
    levels = 10 * np.log10(np.maximum(1e-10, mel))
    levels = np.maximum(levels, levels.max() - 80)
    return scipy.fft.dct(levels, axis=0, type=2, norm="ortho")[:20]


def spikes(mel):
    """Lateral inhibition over five bands, power relative to the loudest moment, and leaky integrate-and-fire neurons."""
    flank = np.cos(np.pi * np.array([1, 2]) / 6)
    flank *= -0.5 / flank.sum()
    drive = mel.copy()
    for distance, weight in enumerate(flank, 1):
        drive[distance:] += weight * mel[:-distance]
        drive[:-distance] += weight * mel[distance:]
    drive = np.maximum(0, drive)
    drive /= max(drive.max(), 6.03e-7)
    potentials = np.zeros(drive.shape[0], dtype=np.float32)
    fired = np.empty(drive.T.shape, dtype=bool)
    for frame, values in enumerate(np.ascontiguousarray(drive.T)):
        potentials = 0.850854 * potentials + values
        fires = potentials >= 1
        potentials[fires] = 0
        fired[frame] = fires
    return np.argwhere(fired)


def read_wave(path):
    with wave.open(path) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    return samples.astype(np.float32) / 32768


def write_wave(path, signal, rate):
    with wave.open(path, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((signal * 32767).astype("<i2").tobytes())


def measure(name, hearing):
    if len(sys.argv) > 1 and not any(part in name for part in sys.argv[1:]):
        return
    hearing()
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        hearing()
        best = min(best, time.process_time() - start)
    print(f"{name:58} {CLIP_SECONDS / best:10.0f}", flush=True)


def main():
    print(
        f"librosa {librosa.__version__}"
        if librosa
        else f"librosa is not installed: the same computation with numpy {np.__version__} and scipy {scipy.__version__}"
    )

    def noise(rate):
        return np.random.default_rng(1).uniform(-0.5, 0.5, CLIP_SECONDS * rate).astype(np.float32)

    def mel(rate, window, hop, bands):
        signal, weights = noise(rate), mel_weights(rate, window, bands)
        return lambda: mel_spectrum(signal, rate, window, hop, bands, weights)

    measure("mel 2048/512/128 at 16 kHz", mel(16_000, 2048, 512, 128))
    measure("mel 2048/512/128 at 44.1 kHz", mel(44_100, 2048, 512, 128))
    measure("mel 512/32/64 at 16 kHz (2 ms hop)", mel(16_000, 512, 32, 64))
    levels = mel(16_000, 2048, 512, 128)
    measure("MFCC(20), 2048/512/128 at 16 kHz", lambda: cepstrum(levels()))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "noise.wav")
        write_wave(path, noise(16_000), 16_000)
        weights = mel_weights(16_000, 512, 64)
        measure(
            "WAV to spikes, 16 kHz mono, the default ear",
            lambda: spikes(mel_spectrum(read_wave(path), 16_000, 512, 32, 64, weights)),
        )


if __name__ == "__main__":
    main()

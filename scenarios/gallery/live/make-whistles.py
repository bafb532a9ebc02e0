"""Makes the sounds that pitch.yaml was measured with.   python3 make-whistles.py FOLDER [SEED]

Needs numpy, and oggdec and oggenc (vorbis-tools). FOLDER/clips gets the sounds that are bundled in audio/. Each stream is NAME.wav and NAME.csv (start,end,label in seconds):

* tones-LEVEL: pure tones, up to 20 cents out of tune; whistles-LEVEL: as a person whistles, see whistle(). Each semitone from C5 to C7,
  0.5 to 1 s long, 0.7 to 1.5 s apart, at three levels in dB of full scale; whistles-noisy: in white noise 23 dB below;
* notes-flutes, notes-others: recorded notes of study/data from C4 to D#7, 1.2 s each, of flutes and of other families;
* noise-KIND-LEVEL: half a minute of each of the bundled noises, which repeats itself after 4 s, at two levels; noise-new-LEVEL: two
  minutes of white noise that does not repeat itself; silence.
"""
import importlib, os, subprocess, sys
import numpy as np

sounds = importlib.import_module("make-sounds")
RATE = sounds.RATE
NAMES = "C C# D D# E F F# G G# A A# B".split()
WHISTLED = np.arange(72, 97)  # C5 to C7


def hertz(note):
    return 440 * 2 ** ((note - 69) / 12)


def tone(rng, note, level):
    t = np.arange(int(rng.uniform(0.5, 1) * RATE)) / RATE
    f = hertz(note) * 2 ** (rng.uniform(-20, 20) / 1200)
    return sounds.decibels(level) * np.sin(2 * np.pi * f * t) * np.minimum(1, np.minimum(t, t[::-1]) / 0.02)


def breath(rng, samples, f):
    """Noise of RMS 1 around a frequency, a third of an octave wide."""
    spectrum = np.fft.rfft(rng.standard_normal(samples))
    at = np.maximum(1, np.fft.rfftfreq(samples, 1 / RATE))
    x = np.fft.irfft(spectrum / np.sqrt(1 + (4 * (at / f - f / at)) ** 2), samples)
    return x / np.std(x)


def whistle(rng, note, level):
    """A tone that slides up to its pitch within some 40 ms, drifts by about 15 cents, trembles by up to 20 cents and 3 dB, and has a weak
    second partial, breath around its pitch (12 to 25 dB weaker) and white noise (25 to 35 dB weaker)."""
    samples = int(rng.uniform(0.5, 1) * RATE)
    t = np.arange(samples) / RATE
    drift = np.cumsum(rng.standard_normal(samples)) / np.sqrt(samples) * 15
    vibrato = rng.uniform(0, 20) * np.sin(2 * np.pi * rng.uniform(4, 6) * t)
    cents = rng.uniform(-15, 15) + drift + vibrato - rng.uniform(0, 150) * np.exp(-t / 0.04)
    phase = 2 * np.pi * np.cumsum(hertz(note) * 2 ** (cents / 1200)) / RATE
    swing = rng.uniform(0, 3) * np.sin(2 * np.pi * rng.uniform(1, 6) * t + rng.uniform(0, 6))
    x = np.sin(phase) + sounds.decibels(-rng.uniform(20, 35)) * np.sin(2 * phase)
    x += breath(rng, samples, hertz(note)) * sounds.decibels(-rng.uniform(12, 25)) * 0.7
    x += rng.standard_normal(samples) * sounds.decibels(-rng.uniform(25, 35)) * 0.7
    return sounds.decibels(level) * np.minimum(1, np.minimum(t / 0.05, t[::-1] / 0.08)) * sounds.decibels(swing) * x


def write_stream(folder, name, played, noise_level, rng):
    parts, told, at = [], [], 0
    for note, x in played:
        gap = int(rng.uniform(0.7, 1.5) * RATE)
        told.append((at + gap, at + gap + len(x), NAMES[note % 12]))
        parts += [np.zeros(gap), x]
        at += gap + len(x)
    x = np.concatenate(parts + [np.zeros(RATE)])
    sounds.write(os.path.join(folder, name + ".wav"), x + rng.standard_normal(len(x)) * sounds.decibels(noise_level))
    with open(os.path.join(folder, name + ".csv"), "w") as file:
        file.write("start,end,label\n" + "".join(f"{a / RATE:.3f},{b / RATE:.3f},{label}\n" for a, b, label in told))


def recorded(folders, flutes):
    return [(told["pitch"], x[: int(1.2 * RATE)] / np.max(np.abs(x)) * 0.3)
            for folder in folders for told, x in sounds.notes(folder)
            if (told["instrument_family_str"] == "flute") == flutes and told["instrument_source_str"] != "synthetic"
            and 60 <= told["pitch"] <= 99]


def write_clips(folder, rng):
    """A whistle of each pitch class from C5 to D#7, a beginning of the Ode to Joy, and a second of two noises."""
    clips = {f"whistle-{NAMES[note % 12].replace('#', '-sharp').lower()}-{note // 12 - 1}": whistle(rng, note, -20)
             for note in (72, 85, 74, 99, 76, 89, 78, 91, 80, 93, 82, 95, 96)}
    quarter = [part for note in (88, 88, 89, 91, 91, 89, 88, 86, 84, 84, 86, 88, 88, 86, 86)
               for part in (np.zeros(int(0.12 * RATE)), whistle(rng, note, -15)[: int(0.6 * RATE)])]
    clips["ode-to-joy"] = np.concatenate([np.zeros(RATE), *quarter, np.zeros(RATE)])
    for name in ("pink_0", "machine_fan"):
        clips["noise-" + name.split("_")[-1 if "fan" in name else 0]] = sounds.background(
            rng, sounds.noises([f"training/{name}"]), RATE) * sounds.decibels(-30)
    for name, x in clips.items():
        path = os.path.join(folder, "clips", name + ".wav")
        sounds.write(path, x + rng.standard_normal(len(x)) * sounds.decibels(-65))
        subprocess.run(["oggenc", "-Q", "-q", "5", "-s", "1", "-o", path[:-4] + ".ogg", path], check=True)
        os.remove(path)


def main(folder, seed):
    write_clips(folder, np.random.default_rng(seed + 1))
    rng = np.random.default_rng(seed)
    for level in (-6, -26, -46):
        write_stream(folder, f"tones{level}", [(n, tone(rng, n, level)) for n in rng.permutation(WHISTLED)], -70, rng)
        whistles = [(n, whistle(rng, n, level)) for n in rng.permutation(np.tile(WHISTLED, 2))]
        write_stream(folder, f"whistles{level}", whistles, -65, rng)
    write_stream(folder, "whistles-noisy", [(n, whistle(rng, n, -20)) for n in rng.permutation(np.tile(WHISTLED, 2))], -43, rng)
    for name, notes in (("flutes", recorded(["flute/train", "flute/valid"], True)),
                        ("others", recorded(["instruments/train", "instruments/valid"], False))):
        write_stream(folder, f"notes-{name}", [notes[i] for i in rng.permutation(len(notes))[:100]], -65, rng)
    kinds = {name: sounds.noises([f"training/{name}"])[0] for name in sounds.TRAIN_NOISE}
    kinds.update({name: sounds.noises([path])[0] for name, path in sounds.TEST_NOISE.items()})
    for name, noise in kinds.items():
        for level in (-20, -45):
            loud = sounds.background(rng, [noise], 30 * RATE) * sounds.decibels(level)
            sounds.write(os.path.join(folder, f"noise-{name}{level}.wav"), loud)
    for level in (-20, -45):
        sounds.write(os.path.join(folder, f"noise-new{level}.wav"), rng.standard_normal(120 * RATE) * sounds.decibels(level))
    sounds.write(os.path.join(folder, "silence.wav"), np.zeros(30 * RATE))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 30)

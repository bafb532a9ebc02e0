"""Flutes of instruments that neither flute/train nor flute/valid has, made as those were.   python3 render-flutes.py OUTPUT_FOLDER

    apt-get install fluidsynth minuet-data vorbis-tools python3-numpy python3-scipy

Writes flute/choice and flute/strangers. Acoustic notes are recorded flutes of GeneralUser GS, the only flutes of that sound font. A loop is exactly
periodic, so that the breath of a player is added: irregular level, pitch and noise. Synthetic notes take pitch and velocity from the acoustic ones:
`match` copies the mean spectrum of a recorded note, and gives it an envelope, an exact vibrato and steady noise; additive, FM and subtractive
synthesis have patches of their own; so do two presets of the sound font. A seed draws which instruments are for choosing and which for measuring.
The models of the player and of the synthesisers are those of the bundled flutes.
"""
import importlib.util, json, os, sys

import numpy as np
import scipy.signal

HERE = os.path.dirname(os.path.abspath(__file__))
module = importlib.util.spec_from_file_location("families", os.path.join(HERE, "render-families.py"))
families = importlib.util.module_from_spec(module)
module.loader.exec_module(families)
families.QUALITY = "5"  # as the other flutes: fluctuations of the level count here

FONT = "generaluser"
RATE, DURATION, HELD = families.RENDERED, families.DURATION, families.HELD
N = int(RATE * DURATION)
BANDS = np.geomspace(80, 7900, 25)
CENTRES = np.sqrt(BANDS[:-1] * BANDS[1:])
ACOUSTIC = [(72, "piccolo", 74, 98), (73, "flute", 60, 93), (74, "recorder", 66, 94), (75, "pan flute", 60, 88), (76, "bottle", 60, 88),
            (77, "shakuhachi", 60, 88), (78, "whistle", 66, 92), (79, "ocarina", 60, 86)]
PRESETS = [(82, "calliope"), (83, "chiff")]
NOTES = {"choice": 8, "strangers": 12}  # of an acoustic instrument
SYNTHESISED = [("additive", 2), ("fm", 2), ("subtractive", 2)]


def spectrum(sound, pitch, partials=24):
    """Mean amplitudes of the partials, and of the noise between them in 24 bands."""
    pitch_hertz = 440 * 2 ** ((pitch - 69) / 12)
    held = sound[int(0.4 * RATE):int(2.6 * RATE)]
    window = np.hanning(8192)
    power = np.mean([np.abs(np.fft.rfft(held[k:k + 8192] * window)) ** 2 for k in range(0, len(held) - 8192, 4096)], axis=0)
    hertz = np.fft.rfftfreq(8192, 1 / RATE)
    amplitudes, used = np.zeros(partials), np.zeros(len(hertz), bool)
    for h in range(1, partials + 1):
        if h * pitch_hertz > 7600:
            break
        amplitudes[h - 1] = np.sqrt(power[np.abs(hertz - h * pitch_hertz) < max(25, 0.03 * h * pitch_hertz)].sum() * 8 / 3) / 8192 * 2
        used |= np.abs(hertz - h * pitch_hertz) < max(40, 0.045 * h * pitch_hertz)
    noise = np.full(24, np.nan)
    for b in range(24):
        band = (hertz >= BANDS[b]) & (hertz < BANDS[b + 1]) & ~used
        noise[b] = np.median(power[band]) if band.any() else np.nan
    known = ~np.isnan(noise)
    noise = np.interp(np.arange(24), np.flatnonzero(known), noise[known]) if known.any() else np.full(24, 1e-9)
    return amplitudes, np.sqrt(noise / (8192 * 3 / 8))


def shaped_noise(random, n, amplitudes):
    x = np.fft.rfft(random.standard_normal(n))
    hertz = np.fft.rfftfreq(n, 1 / RATE)
    gain = np.exp(np.interp(np.log(np.maximum(hertz, 20)), np.log(CENTRES), np.log(np.maximum(amplitudes, 1e-9))))
    gain[hertz > 8000] = 0
    return np.fft.irfft(x * gain, n)


def slow_noise(random, n, lowest, highest, slope=1.0):
    """Noise of unit variance between two frequencies, with a power spectrum that falls as 1 / f^slope."""
    m = int(n / RATE * 200) + 64
    hertz = np.fft.rfftfreq(m, 1 / 200)
    gain = np.where((hertz >= lowest) & (hertz <= highest), np.maximum(hertz, lowest) ** (-slope / 2), 0)
    x = np.fft.irfft(np.fft.rfft(random.standard_normal(m)) * gain, m)
    return np.interp(np.arange(n) / RATE, np.arange(m) / 200, x / np.std(x))


def breath_bands(pitch_hertz, centres):
    return np.exp(-0.5 * ((np.log2(centres) - np.log2(pitch_hertz * 1.5)) / 1.6) ** 2) + 0.08


def player(sound, random, pitch):
    """A recorded note as somebody might play it."""
    n = len(sound)
    t = np.arange(n) / RATE
    decibels = random.uniform(0.6, 1.6) * slow_noise(random, n, 0.4, 12)
    cents = random.uniform(2, 6) * slow_noise(random, n, 0.3, 6)
    if random.random() < 0.6:
        rate = random.uniform(4.2, 6.4) * (1 + 0.12 * slow_noise(random, n, 0.3, 3))
        depth = np.clip((t - random.uniform(0, 0.8)) / 0.5, 0, 1) * np.clip(1 + 0.5 * slow_noise(random, n, 0.3, 2), 0, 2)
        vibrato = depth * np.sin(2 * np.pi * np.cumsum(rate) / RATE)
        decibels, cents = decibels + random.uniform(0, 1.2) * vibrato, cents + random.uniform(0, 14) * vibrato
    place = np.cumsum(2 ** (cents / 1200))
    played = np.interp(np.clip(place - place[0], 0, n - 1), np.arange(n), sound)
    breath = shaped_noise(random, n, breath_bands(440 * 2 ** ((pitch - 69) / 12), CENTRES))
    envelope = np.sqrt(np.maximum(scipy.signal.lfilter([0.002], [1, -0.998], played * played), 0))
    breath *= envelope / np.std(breath) * 10 ** (random.uniform(-46, -28) / 20) * 10 ** (2.0 * slow_noise(random, n, 0.5, 20, 0.5) / 20)
    return played * 10 ** (decibels / 20) + breath


class Synthesiser:
    """An instrument: one patch, drawn from a seed."""

    def __init__(self, kind, seed):
        self.kind = kind
        r = np.random.default_rng(seed)
        self.attack, self.decay = r.uniform(0.02, 0.14), r.uniform(0.05, 0.3)
        self.sustain, self.release = r.uniform(0.7, 1.0), r.uniform(0.06, 0.4)
        self.rate, self.vibrato = r.uniform(4.2, 6.2), r.uniform(0, 0.0045) * (r.random() < 0.4)
        self.tremolo, self.delay = r.uniform(0, 0.10) * (r.random() < 0.4), r.uniform(0, 0.6)
        self.breath = 10 ** (r.uniform(-42, -22) / 20)
        self.tilt, self.even = r.uniform(9, 20), r.uniform(-8, 2)
        self.ratio, self.index = float(r.choice([1, 1, 2, 3])), r.uniform(0.3, 1.6)
        self.cut, self.wave = r.uniform(1.5, 4.0), r.choice(["triangle", "saw", "pulse"])
        self.change = r.normal(0, 2.0, 24)
        self.chiff = r.uniform(0, 0.5) * (r.random() < 0.6)
        self.skew = r.uniform(0, 0.6)  # later onset of the upper partials

    def envelope(self, t, attack):
        level = np.minimum(t / attack, 1.0) ** 1.5 * (self.sustain + (1 - self.sustain) * np.exp(-np.maximum(t - attack, 0) / self.decay))
        return level * np.where(t > HELD, np.exp(-np.maximum(t - HELD, 0) / (self.release / 3)), 1.0)

    def note(self, pitch, velocity, random, model):
        t = np.arange(N) / RATE
        hertz = 440 * 2 ** ((pitch - 69 + random.normal(0, 0.03)) / 12)
        attack = self.attack * random.uniform(0.85, 1.2) * (1.25 - 0.5 * velocity / 127)
        slow = np.sin(2 * np.pi * self.rate * random.uniform(0.97, 1.03) * t + random.uniform(0, 2 * np.pi)) * np.clip((t - self.delay) / 0.4, 0, 1)
        phase = 2 * np.pi * np.cumsum(hertz * (1 + self.vibrato * slow)) / RATE
        tremolo = 1 + self.tremolo * slow
        partials = int(min(24, 7600 // hertz))
        noise = None
        if self.kind == "match":
            amplitudes, noise = model
            amplitudes = amplitudes[:partials] * 10 ** (self.change[:partials] / 20)
        else:
            h = np.arange(1, partials + 1)
            amplitudes = 10 ** (-(self.tilt * np.log2(h) * (1.3 - 0.5 * velocity / 127) - np.where(h % 2 == 0, self.even, 0)) / 20)
            amplitudes *= 10 ** (self.change[:partials] / 20)
        if self.kind in ("match", "additive"):
            y = np.zeros(N)
            for k in range(partials):
                if amplitudes[k] > 1e-5 * amplitudes.max():
                    y += amplitudes[k] * np.sin((k + 1) * phase + random.uniform(0, 2 * np.pi)) \
                        * self.envelope(t, attack * (1 + self.skew * k / 4)) * tremolo ** (1 + 0.4 * k)
        elif self.kind == "fm":
            index = self.index * (0.4 + 0.8 * velocity / 127) * self.envelope(t, attack * 1.3)
            y = np.sin(phase + index * np.sin(self.ratio * phase)) * self.envelope(t, attack) * tremolo
        else:
            wave = {"triangle": lambda p: scipy.signal.sawtooth(p, 0.5), "saw": scipy.signal.sawtooth,
                    "pulse": lambda p: scipy.signal.square(p, 0.35)}[self.wave](phase)
            b, a = scipy.signal.butter(2, min(0.95, hertz * self.cut * 2 / RATE))
            y = scipy.signal.lfilter(b, a, wave) * self.envelope(t, attack) * tremolo
        loudest = np.abs(y).max()
        if noise is not None:
            y = y + shaped_noise(random, N, noise * 10 ** (random.normal(0, 1.5) / 20)) * self.envelope(t, attack * 0.7) * (1 + 0.3 * self.tremolo * slow)
        else:
            breath = shaped_noise(random, N, breath_bands(hertz, CENTRES))
            y = y + breath / np.std(breath) * loudest * self.breath * self.envelope(t, attack * 0.6)
        if self.chiff:
            b, a = scipy.signal.butter(2, [min(hertz, 6000) * 0.9 * 2 / RATE, min(hertz * 3.2, 7900) * 2 / RATE], "band")
            onset = scipy.signal.lfilter(b, a, random.standard_normal(N))
            y = y + onset / np.std(onset) * loudest * 0.3 * self.chiff * np.exp(-t / 0.045) * np.minimum(t / 0.004, 1)
        return y


class Folder:
    """Writes notes, and what they are."""

    def __init__(self, path):
        self.path, self.examples = path, {}
        os.makedirs(os.path.join(path, "audio"))

    def add(self, sound, random, kind, number, pitch, velocity, origin, program, description):
        finished = families.finished(sound, random, velocity)
        instrument = "flute_%s_%03d" % (kind, number)
        name = "%s-%03d-%03d" % (instrument, pitch, velocity)
        if finished is None or name in self.examples:
            print("left out:", name)
            return
        families.write(self.path, name, finished)
        self.examples[name] = dict(
            description=description, instrument_family_str="flute", instrument_source_str=kind, instrument_str=instrument, note_str=name,
            licence=families.SOURCES[FONT][2] if origin == FONT else "CC0", origin=origin, pitch=pitch, program=program, sample_rate=families.RATE,
            velocity=velocity)

    def close(self):
        with open(os.path.join(self.path, "examples.json"), "w") as f:
            print(json.dumps(self.examples, indent=0, sort_keys=True), file=f)
        kinds = [example["instrument_source_str"] for example in self.examples.values()]
        print(self.path, {kind: kinds.count(kind) for kind in sorted(set(kinds))})


def drawn(random, lowest, highest, count):
    notes = set()
    while len(notes) < count:
        notes.add((int(random.integers(lowest, highest + 1)), int(random.choice(families.VELOCITIES))))
    return sorted(notes)


def build(path, first, acoustic, presets, count, random):
    folder, played = Folder(path), []
    for k, (program, description, lowest, highest) in enumerate(acoustic):
        notes = drawn(random, lowest, highest, count)
        for (pitch, velocity), sound in zip(notes, families.rendered(FONT, [("0", program, notes)])):
            sound = player(sound, random, pitch)
            folder.add(sound, random, "acoustic", first + k, pitch, velocity, FONT, program, description)
            played.append((k, pitch, velocity, spectrum(sound, pitch)))
    kinds = [("match", k) for k in range(len(acoustic))] + [(kind, None) for kind, number in SYNTHESISED for _ in range(number)] \
        + [("font", preset) for preset in presets]
    shares = [len(played) // len(kinds) + (k < len(played) % len(kinds)) for k in range(len(kinds))]
    for number, ((kind, of), share) in enumerate(zip(kinds, shares), first + 50):
        models = [note for note in played if kind != "match" or note[0] == of]
        chosen = [models[i] for i in random.permutation(len(models))[:share]]
        if kind == "font":
            chosen.sort(key=lambda note: note[1:3])
            sounds = families.rendered(FONT, [("0", of[0], [note[1:3] for note in chosen])])
        else:
            instrument = Synthesiser(kind, [first, number])
            sounds = [instrument.note(pitch, velocity, random, model) for _, pitch, velocity, model in chosen]
        for (_, pitch, velocity, _), sound in zip(chosen, sounds):
            folder.add(sound, random, "synthetic", number, pitch, velocity, FONT if kind == "font" else "synthesis", of[0] if kind == "font" else -1,
                       "preset " + of[1] if kind == "font" else kind + (" of acoustic %03d" % (first + of) if kind == "match" else ""))
    folder.close()


if __name__ == "__main__":
    random = np.random.default_rng(22)
    acoustic = [ACOUSTIC[i] for i in random.permutation(len(ACOUSTIC))]
    presets = [PRESETS[i] for i in random.permutation(len(PRESETS))]
    build(os.path.join(sys.argv[1], "flute/choice"), 200, acoustic[:4], presets[:1], NOTES["choice"], random)
    build(os.path.join(sys.argv[1], "flute/strangers"), 300, acoustic[4:], presets[1:], NOTES["strangers"], random)

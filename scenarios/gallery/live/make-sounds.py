"""Makes the sounds that digits.yaml and flute.yaml were trained and measured with.   python3 make-sounds.py FOLDER [SET...]

Needs numpy, and oggdec (vorbis-tools), sox and espeak-ng (Debian packages). All settings are fixed; espeak-ng 1.52 itself draws the
breath of a few voices anew at each call. SET is digits or flute; both if left out. For each set the folder gets

* train.csv and test.csv (file,label,group), tables of clips of 1.5 s: a word or a note at a random place, in noise or not, or none;
* streams/NAME.wav, minutes of sound with words or notes at random moments in it, and NAME.csv (start,end,label in seconds).

Voices, instruments and kinds of noise of the tests are not in training.
"""
import csv, json, os, subprocess, sys, tempfile, wave
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "study", "data")
RATE = 16000
CLIP = 24000
TRAIN_NOISE = ["brown_0", "machine_fan", "machine_motor", "machine_press", "pink_0", "babble_4"]
TEST_NOISE = {"white": "white/white_0", "hum": "hum/machine_hum50", "babble": "babble/babble_8"}
NAMES = "zero one two three four five six seven eight nine".split()
OTHER_WORDS = ("yes no up down left right on off stop go hello please music water morning garden table window tiger purple "
               "winter yellow house again").split()
MORE_WORDS = ("hi heaven fire night son tree free socks sick wine mine line hero vote fight light late gate shoe blue nice some many time people "
              "because computer after never every listen sorry thank love friend today tomorrow red green").split()
TEST_WORDS = "maybe open close dinner monday bicycle paper river summer banana orange chicken doctor forest".split()


def sound(path):
    raw = subprocess.run(["oggdec", "-Q", "-R", "-o", "-", path], capture_output=True, check=True).stdout
    return np.frombuffer(raw, "<i2") / 32768.0


def notes(folder):
    """The notes of a data set: a list of attributes and sound."""
    with open(os.path.join(DATA, folder, "examples.json")) as file:
        examples = json.load(file)
    return [(told, sound(os.path.join(DATA, folder, "audio", name + ".ogg"))) for name, told in sorted(examples.items())]


def noises(names):
    return [sound(os.path.join(DATA, "noise", name + ".ogg")) for name in names]


def spoken(voice, word, rng):
    with tempfile.TemporaryDirectory() as folder:
        said, at = os.path.join(folder, "said.wav"), os.path.join(folder, "16k.wav")
        settings = ["-p", str(rng.integers(30, 71)), "-s", str(rng.integers(130, 205))]
        subprocess.run(["espeak-ng", "-z", "-v", voice, *settings, "-w", said, word], check=True)
        subprocess.run(["sox", said, "-r", str(RATE), at], check=True)
        with wave.open(at) as file:
            return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768.0


def decibels(value):
    return 10 ** (value / 20)


def rms(x):
    return max(1e-6, float(np.sqrt(np.mean(x * x))))


def background(rng, kinds, samples):
    """Noise of one kind at RMS 1, of any length."""
    noise = kinds[rng.integers(len(kinds))]
    return np.concatenate([np.roll(noise, rng.integers(len(noise))) for _ in range(samples // len(noise) + 1)])[:samples] / rms(noise)


def leveled(x, rng, lowest=-24, highest=-1):
    """Scaled to a random peak in dB of full scale, with soft ends."""
    ramp = np.minimum(1, np.minimum(np.arange(len(x)), np.arange(len(x))[::-1]) / 160)
    return x * ramp / max(1e-6, np.max(np.abs(x))) * decibels(rng.uniform(lowest, highest))


def clip(rng, kinds, x=None, latest=CLIP):
    """A clip of 1.5 s with a sound at a random place, all of it if it fits, in a noise 5 to 40 dB weaker or in hardly any."""
    out = np.zeros(CLIP)
    level = decibels(rng.uniform(-65, -15))
    if x is not None:
        x = leveled(x, rng)
        start = int(rng.uniform(0.1, max(0.15, (latest - len(x)) / RATE)) * RATE)
        part = x[: CLIP - start]
        out[start : start + len(part)] += part
        level = rms(x) * decibels(-rng.uniform(5, 40))
    return out + background(rng, kinds, CLIP) * (level if rng.random() < 0.8 else decibels(-70))


def write(path, x):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes((np.clip(x, -1, 1) * 32767).astype("<i2").tobytes())


def write_clips(folder, part, clips):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, part + ".csv"), "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["file", "label", "group"])
        for number, (label, group, x) in enumerate(clips):
            name = f"{part}/{number:04d}-{label}.wav"
            write(os.path.join(folder, name), x)
            table.writerow([name, label, group])


def write_stream(folder, name, sounds, noise, ratio, rng):
    """Sounds one after the other, 1 to 3 s apart, in a noise that is weaker by the ratio in dB than a sound of -20 dB."""
    parts, told, at = [], [], 0
    for label, x in sounds:
        gap = int(rng.uniform(1, 3) * RATE)
        told.append(((at + gap) / RATE, (at + gap + len(x)) / RATE, label))
        parts += [np.zeros(gap), leveled(x, rng, -15, -3)]
        at += gap + len(x)
    stream = np.concatenate(parts + [np.zeros(2 * RATE)])
    write(os.path.join(folder, "streams", name + ".wav"), stream + background(rng, [noise], len(stream)) * decibels(-20 - ratio))
    with open(os.path.join(folder, "streams", name + ".csv"), "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["start", "end", "label"])
        table.writerows([f"{start:.3f}", f"{end:.3f}", label] for start, end, label in told)


def shuffled(rng, sounds):
    return [sounds[place] for place in rng.permutation(len(sounds))]


def write_streams(folder, wanted, others, rng, paths=TEST_NOISE):
    """The wanted sounds in silence and in each kind of noise; other sounds; noise alone, a minute of each, at two levels."""
    kinds = {name: noises([path])[0] for name, path in paths.items()}
    for name, noise in kinds.items():
        write_stream(folder, f"wanted-{name}-15dB", shuffled(rng, wanted), noise, 15, rng)
        for level in (-20, -40):
            minute = background(rng, [noise], 60 * RATE) * decibels(level)
            write(os.path.join(folder, "streams", f"noise-{name}{level}dB.wav"), minute)
    white = noises(["white/white_0"])[0]
    write_stream(folder, "wanted-quiet", shuffled(rng, wanted), white, 50, rng)
    for name, sounds in others.items():
        write_stream(folder, f"others-{name}", sounds, white, 50, rng)
    write(os.path.join(folder, "streams", "silence.wav"), np.zeros(60 * RATE))


def excerpt(rng, x, seconds):
    samples = min(len(x), int(seconds * RATE))
    start = rng.integers(0, max(1, min(len(x) - samples, 2 * RATE)))
    return x[start : start + samples]


def digits(folder):
    rng = np.random.default_rng(20)
    instruments = notes("instruments/train")
    for part in ("train", "test"):
        kinds = noises("training/" + name for name in TRAIN_NOISE) if part == "train" else noises(TEST_NOISE.values())
        words = notes("digits/train" if part == "train" else "digits/valid")
        voices = sorted({told["voice"] for told, _ in words})
        clips = []
        for told, x in words:
            for _ in range(4 if part == "train" else 1):
                clips.append((NAMES[told["digit"]], told["voice"], clip(rng, kinds, x)))
        other = {voice: [spoken(voice, word, rng) for word in rng.permutation(OTHER_WORDS if part == "train" else TEST_WORDS)[:14]]
                 for voice in voices}
        for voice in voices:
            clips += [("nothing", voice, clip(rng, kinds, x)) for x in other[voice]]
            mine = [x for told, x in words if told["voice"] == voice]
            for x in mine[::2]:  # a word of which only the beginning was heard
                clips.append(("nothing", voice, clip(rng, kinds, x[: int(len(x) * rng.uniform(0.15, 0.4))])))
        for number in range(240 if part == "train" else 40):
            clips.append(("nothing", f"noise-{number % 12}", clip(rng, kinds)))
        if part == "train":
            for told, x in instruments[::2]:
                clips.append(("nothing", told["instrument_str"], clip(rng, kinds, excerpt(rng, x, rng.uniform(0.2, 1.2)))))
            write_clips(folder, part, clips)
            continue
        unheard = notes("instruments/valid")
        clips += [("nothing", told["instrument_str"], clip(rng, kinds, excerpt(rng, x, rng.uniform(0.2, 1.2)))) for told, x in unheard]
        write_clips(folder, part, clips)
        write_streams(folder, [(NAMES[told["digit"]], x) for told, x in words],
                      {"words": [("nothing", x) for voice in voices for x in other[voice]],
                       "notes": [("nothing", excerpt(rng, x, 1.5)) for _, x in unheard]}, rng)


def flute(folder):
    rng = np.random.default_rng(21)
    for part in ("train", "test"):
        kinds = noises("training/" + name for name in TRAIN_NOISE) if part == "train" else noises(TEST_NOISE.values())
        flutes = notes("flute/train" if part == "train" else "flute/valid")
        synthetic = [n for n in flutes if n[0]["instrument_source_str"] != "acoustic"] if part == "train" else []
        flutes = [n for n in flutes if n[0]["instrument_source_str"] == "acoustic"]
        all_notes = notes("instruments/" + ("train" if part == "train" else "valid"))
        others = [n for n in all_notes if n[0]["instrument_family_str"] != "flute"]
        voices = ["en-us+m1", "en-gb+f2", "en-us+max", "en-gb+linda"] if part == "train" else ["en-us+shelby", "en-gb+m5"]
        words = [(voice, spoken(voice, word, rng)) for voice in voices for word in (OTHER_WORDS + MORE_WORDS if part == "train" else TEST_WORDS)]
        clips = []
        for label, set_of_notes, versions in (("flute", flutes, 4), ("flute", synthetic, 2), ("nothing", others, 3)):
            for told, x in set_of_notes:
                for _ in range(versions if part == "train" else 1):
                    clips.append((label, told["instrument_str"], clip(rng, kinds, excerpt(rng, x, rng.uniform(0.4, 1.4)), int(0.9 * CLIP))))
        clips += [("nothing", voice, clip(rng, kinds, x)) for voice, x in words]
        clips += [("nothing", f"noise-{number % 12}", clip(rng, kinds)) for number in range(200 if part == "train" else 40)]
        write_clips(folder, part, clips)
    write_streams(folder, [("flute", excerpt(rng, x, 1.5)) for _, x in flutes],
                  {"notes": [("nothing", excerpt(rng, x, 1.5)) for _, x in others], "words": [("nothing", x) for _, x in words]}, rng)


if __name__ == "__main__":
    sets = {"digits": digits, "flute": flute}
    for name in sys.argv[2:] or sets:
        sets[name](os.path.join(sys.argv[1], name))

"""Spoken digits of espeak-ng voices that neither digits/train nor digits/valid has, made as those were.

    python3 render-voices.py OUTPUT_FOLDER        # digits/choice and digits/strangers in it

Needs Debian's espeak-ng (1.52), vorbis-tools, python3-numpy and python3-scipy. A seed draws which voices are for choosing and which for measuring,
their rates, pitches and levels; nobody listened before. Left out are variants that are effects (robots, whispers) and relatives of voices of the
other two sets.
"""
import io, json, os, subprocess, sys, wave

import numpy as np
import scipy.signal as sps

WORDS = "zero one two three four five six seven eight nine".split()
ACCENTS = ["en-us", "en-gb", "en-gb-scotland", "en-029", "en-gb-x-rp", "en-gb-x-gbclan"]
VARIANTS = """Alicia Andrea Annie Diogo Gene Henrique Hugo Jacky Lee Marco Mario Mike Nguyen Reed RicishayMax Storm Tweaky anika announcer antonio aunty
    boris caleb croak david ed edward f4 f5 fast gustave ian iven john marcelo m3 m4 m6 m7 m8 miguel norbert pablo paul pedro quincy rob robert
    sandro travis zac""".split()
FOR_CHOICE = 15
RATE = 16000


def speak(voice, word, rate, pitch):
    stream = subprocess.run(["espeak-ng", "-v", voice, "-s", str(rate), "-p", str(pitch), "--stdout", word], capture_output=True, check=True).stdout
    start = stream.index(b"data") + 8  # its header has no length
    hertz = int.from_bytes(stream[24:28], "little")
    samples = np.frombuffer(stream[start:len(stream) - (len(stream) - start) % 2], "<i2").astype(float) / 32768
    common = np.gcd(hertz, RATE)
    return sps.resample_poly(samples, RATE // common, hertz // common)


def clip(rng, voice, word):
    rate, pitch = int(rng.integers(130, 205)), int(rng.integers(30, 71))
    sound = speak(voice, word, rate, pitch)
    loud = np.flatnonzero(np.abs(sound) > 0.02 * np.abs(sound).max())
    sound = sound[max(0, loud[0] - 400):loud[-1] + 800][:RATE]
    sound = sound / np.abs(sound).max() * 10 ** (rng.uniform(-14, -1) / 20)
    sound = sound + rng.standard_normal(len(sound)) * 10 ** (rng.uniform(-75, -55) / 20)
    return np.round(np.clip(sound, -1, 1 - 2 ** -15) * 32767).astype("<i2"), rate, pitch


def write(samples, path):
    sound = io.BytesIO()
    with wave.open(sound, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())
    subprocess.run(["oggenc", "-Q", "-q", "5", "-s", "1", "-o", path, "-"], input=sound.getvalue(), check=True)


def build(folder, voices, rng):
    os.makedirs(os.path.join(folder, "audio"))
    examples = {}
    for voice in voices:
        for digit, word in enumerate(WORDS):
            samples, rate, pitch = clip(rng, voice, word)
            name = "%d_%s_0" % (digit, voice.replace("+", "-"))
            write(samples, os.path.join(folder, "audio", name + ".ogg"))
            examples[name] = dict(digit=digit, word=word, voice=voice, words_per_minute=rate, pitch=pitch, samples=len(samples), sample_rate=RATE)
    with open(os.path.join(folder, "examples.json"), "w") as out:
        json.dump(examples, out, indent=0, sort_keys=True)
        out.write("\n")
    print(folder, len(examples), "clips of", len(voices), "voices")


if __name__ == "__main__":
    rng = np.random.default_rng(21)
    voices = [ACCENTS[rng.integers(len(ACCENTS))] + "+" + variant for variant in sorted(VARIANTS)]
    rng.shuffle(voices)
    build(os.path.join(sys.argv[1], "digits/choice"), sorted(voices[:FOR_CHOICE]), rng)
    build(os.path.join(sys.argv[1], "digits/strangers"), sorted(voices[FOR_CHOICE:]), rng)

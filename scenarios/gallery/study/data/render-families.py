"""Renders the notes that families.csv lists, in the layout of NSynth.   python3 render-families.py PART FOLDER

    apt-get install fluidsynth timidity stk vorbis-tools python3-numpy python3-scipy fluid-soundfont-gm csound-soundfont minuet-data \\
        opl3-soundfont timgm6mb-soundfont freepats

PART is a word of the first column:

    train      bundled in instruments/train, besides the notes of the set itself
    more       other notes for training, not bundled: more of the set's instruments, FM synthesis, more physical models
    strangers  for trials: sound fonts of which nothing is in the training
    relatives  for trials: other instruments of the sound fonts of the set

Notes that FOLDER holds already stay. No instrument for trials shares a recording with one for training or validation, nor has the training
any recording of another instrument of FluidR3, gmbank, TimGM6mb or freepats: whether samples of two fonts are the same was found by
comparing them (equal runs of 64 samples, then a correlation of 0.97 and more), and the sound of two notes by the peak of the
cross-correlation of their phases (from 0.7 on). The last column names the recordings that instruments of the training share.

A note lasts 4 s, of which the key is down for 3 s. Pitches and velocities are drawn within the range of the family, by a seed of their own
for each instrument. Sound fonts are rendered without reverb and chorus at 48 kHz, filtered to 16 kHz; the level follows the velocity, with
2 dB of variation, above noise at -85 dB. Instruments of the Synthesis ToolKit (stk) are physical models; each variant has its own settings. Their
breath noise differs from run to run; all other notes come out the same, byte for byte, with the same packages.
"""
import csv, itertools, json, os, struct, subprocess, sys, tempfile, zlib
import numpy as np
import scipy.signal

HERE = os.path.dirname(os.path.abspath(__file__))
RATE, RENDERED, DURATION, HELD, STEP = 16000, 48000, 4.0, 3.0, 5.5
QUALITY = "4"  # of Ogg Vorbis
# source: (Debian package, end of the file's name, licence)
SOURCES = {
    "fluid": ("fluid-soundfont-gm", "FluidR3_GM.sf2", "MIT"),
    "gmbank": ("csound-soundfont", "sf_GMbank.sf2", "public domain"),
    "generaluser": ("minuet-data", "GeneralUser-v1.47.sf2", "GeneralUser GS 2.0"),
    "opl3": ("opl3-soundfont", "OPL-3_FM_128M.sf2", "CC-BY-SA-4.0"),
    "stk": ("stk", "stk-demo", "CC0 (output of the Synthesis ToolKit)"),
    "timgm": ("timgm6mb-soundfont", "TimGM6mb.sf2", "GPL-2"),
    "freepats": ("freepats", "000_Acoustic_Grand_Piano.pat", "GPL-2+ with composition exception"),
}
FAMILIES = ["bass", "brass", "flute", "guitar", "keyboard", "mallet", "organ", "reed", "string", "synth_lead", "vocal"]
RANGE = {"bass": (28, 55), "brass": (48, 76), "flute": (66, 90), "guitar": (42, 76), "keyboard": (38, 86), "mallet": (60, 88),
         "organ": (40, 80), "reed": (50, 78), "string": (48, 82), "vocal": (52, 74)}
VELOCITIES = [25, 50, 75, 100, 127]
ELECTRONIC = {"2", "4", "5", "7", "16", "17", "18", "26", "27", "28", "29", "30", "33", "34", "35", "36", "37", "54"}


def located(source):
    package, end, _ = SOURCES[source]
    files = subprocess.run(["dpkg", "-L", package], capture_output=True, text=True, check=True).stdout.split("\n")
    return next(f for f in files if f.endswith(end))


def variable_length(n):
    out = [n & 127]
    while n > 127:
        n >>= 7
        out.append(n & 127 | 128)
    return bytes(reversed(out))


def midi(path, instruments):
    """One note every STEP seconds, at 1000 ticks a second; instruments are (bank, program, notes)."""
    events, k = [(0, bytes([0xB0, 7, 100]))], 0
    for bank, program, notes in instruments:
        events += [(int(k * STEP * 1000), bytes([0xB0, 0, int(bank)])), (int(k * STEP * 1000) + 1, bytes([0xC0, int(program)]))]
        for pitch, velocity in notes:
            start = int(k * STEP * 1000) + 10
            events += [(start - 5, bytes([0xB0, 120, 0])), (start, bytes([0x90, pitch, velocity])), (start + int(HELD * 1000), bytes([0x80, pitch, 0]))]
            k += 1
    events.append((int(k * STEP * 1000) + 200, bytes([0xB0, 7, 100])))
    track, last = b"\x00\xff\x51\x03" + struct.pack(">I", 500000)[1:], 0
    for time, event in sorted(events, key=lambda e: e[0]):
        track += variable_length(time - last) + event
        last = time
    track += b"\x00\xff\x2f\x00"
    with open(path, "wb") as f:
        f.write(b"MThd" + struct.pack(">IHHH", 6, 0, 1, 500) + b"MTrk" + struct.pack(">I", len(track)) + track)


def score(path, variant, notes):
    """The notes for stk-demo; a variant holds the instrument's controls at random values."""
    random = np.random.default_rng([zlib.crc32(b"stk"), variant])
    with open(path, "w") as f:
        for control in (1, 2, 4, 11):
            if variant > 0:
                print("ControlChange 0.0 1 %d %.1f" % (control, random.uniform(10, 118) if control != 1 else random.uniform(0, 40)), file=f)
        print("ControlChange 0.01 1 7 100.0", file=f)
        for pitch, velocity in notes:
            print("NoteOn 0.0 1 %d.0 %d.0\nNoteOff %.2f 1 %d.0 64.0\nControlChange %.2f 1 7 100.0" % (pitch, velocity, HELD, pitch, STEP - HELD), file=f)


def rendered(source, instruments):
    """The notes of all instruments, (bank, program, notes) each, one after the other."""
    with tempfile.TemporaryDirectory() as d:
        song, raw = os.path.join(d, "song"), os.path.join(d, "sound")
        if source == "stk":
            return [x for one in instruments for x in modelled(song, raw, *one)]
        midi(song, instruments)
        if source == "freepats":
            root, config = os.path.dirname(located(source)), os.path.join(d, "config")
            with open(config, "w") as f:
                print("bank 0", *("%d %s" % (int(p[:3]), os.path.join(root, p)) for p in sorted(os.listdir(root)) if p.endswith(".pat")), sep="\n", file=f)
            subprocess.run(["timidity", "-c", config, "-Or1slM", "-s", str(RENDERED), "-EFreverb=0", "-EFchorus=0", "-EFdelay=0", "-A60", "-o", raw, song],
                           capture_output=True, check=True)
            x = np.fromfile(raw, "<i2") / 32768
        else:
            subprocess.run(["fluidsynth", "-ni", "-q", "-R", "0", "-C", "0", "-g", "0.5", "-o", "synth.dynamic-sample-loading=1", "-r", str(RENDERED),
                            "-O", "s32", "-T", "raw", "-F", raw, located(source), song], capture_output=True, check=True)
            x = np.fromfile(raw, "<i4").reshape(-1, 2).mean(1) / 2**31
    return cut(x, sum(len(notes) for _, _, notes in instruments))


def modelled(song, raw, variant, model, notes):
    score(song, int(variant), notes)
    subprocess.run([located("stk"), model, "-s", str(RENDERED), "-ow", raw, "-if", song], capture_output=True, check=True, cwd="/usr/share/stk")
    with open(raw + ".wav", "rb") as f:
        x = np.frombuffer(f.read()[44:], "<i2") / 32768
    channels = 2 if len(x) > 1.5 * RENDERED * STEP * len(notes) else 1
    return cut(x[:len(x) // channels * channels].reshape(-1, channels).mean(1), len(notes))


def cut(x, count):
    x = np.pad(x, (0, int(count * STEP * RENDERED) + RENDERED))
    return [x[int((k * STEP + 0.01) * RENDERED):][:int(DURATION * RENDERED)] for k in range(count)]


def finished(x, random, velocity):
    """From 48 to 16 kHz, without silence before the note; None for silence."""
    x = scipy.signal.resample_poly(x - x.mean(), 1, RENDERED // RATE)
    loudest = np.abs(x).max()
    if loudest < 1e-5:
        return None
    n = int(DURATION * RATE)
    x = x[max(0, int(np.argmax(np.abs(x) > 0.01 * loudest)) - 40):][:n]
    x = np.pad(x, (0, n - len(x)))
    x[-800:] *= np.linspace(1, 0, 800)
    x *= 0.9 * velocity / 127 * 10 ** (random.uniform(-2, 0) / 20) / np.abs(x).max()
    x += random.standard_normal(n) * 10 ** (-85 / 20)
    return np.clip(x, -1, 1 - 1 / 32768)


def drawn(row):
    """The instrument's name and its notes, and random numbers that depend on the name only."""
    kind = "synthetic" if row["source"] in ("stk", "opl3") else "electronic" if row["program"] in ELECTRONIC else "acoustic"
    instrument = "%s_%s_%s-%s-%s" % (row["family"], kind, row["source"], row["bank"], row["program"])
    random = np.random.default_rng(zlib.crc32(instrument.encode()))
    lowest, highest = RANGE[row["family"]]
    notes = set()
    while len(notes) < int(row["notes"]):
        notes.add((int(random.integers(lowest, highest + 1)), int(random.choice(VELOCITIES))))
    return instrument, kind, sorted(notes), random


def write(folder, name, x):
    samples = np.round(x * 32767).astype("<i2").tobytes()
    subprocess.run(["oggenc", "-Q", "-q", QUALITY, "-s", "1", "-r", "-B", "16", "-C", "1", "-R", str(RATE), "-o",
                    os.path.join(folder, "audio", name + ".ogg"), "-"], input=samples, check=True)


def main(part, folder):
    os.makedirs(os.path.join(folder, "audio"), exist_ok=True)
    index = os.path.join(folder, "examples.json")
    examples = json.load(open(index)) if os.path.exists(index) else {}
    with open(os.path.join(HERE, "families.csv")) as f:
        table = list(csv.DictReader(f))
    recordings = {(row["source"], row["bank"], row["program"]): row["recording"] for row in table}
    for example in examples.values():
        example.setdefault("recording_str", recordings.get((example["origin"], "0", str(example["program"])), example["instrument_str"]))
    rows = [row for row in table if row["part"] == part]
    for (source, family), group in itertools.groupby(rows, lambda row: (row["source"], row["family"])):
        group = [(row, *drawn(row)) for row in group]
        sounds = iter(rendered(source, [(row["bank"], row["program"], notes) for row, _, _, notes, _ in group]))
        for row, instrument, kind, notes, random in group:
            for pitch, velocity in notes:
                x, name = finished(next(sounds), random, velocity), "%s-%03d-%03d" % (instrument, pitch, velocity)
                if x is None:
                    print("silent:", name)
                    continue
                write(folder, name, x)
                examples[name] = {
                    "instrument_family": FAMILIES.index(family), "instrument_family_str": family, "instrument_source_str": kind,
                    "instrument_str": instrument, "licence": SOURCES[source][2], "note_str": name, "origin": source, "pitch": pitch,
                    "program": int(row["program"]) if row["program"].isdigit() else row["program"], "recording_str": row["recording"], "sample_rate": RATE, "velocity": velocity}
    with open(index, "w") as f:
        print(json.dumps(examples, indent=0, sort_keys=True), file=f)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

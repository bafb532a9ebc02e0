"""Measures a scenario's live decision on streams of sound.   python3 measure.py SCENARIO FOLDER [WINDOW CERTAIN HOLD]

FOLDER holds NAME.wav and, for sounds that should be found, NAME.csv (start,end,label in seconds), as make-sounds.py and make-whistles.py
write them. The streams are run one after the other, 6 s apart, by `ganglion run` (GANGLION names another launcher than ../../../ganglion),
and the decision is taken here from the spikes of the read-out, by the rule of `ganglion live`: the class with most spikes in a window that
slides, if it is certain enough to have the highest rate; held for some time. Seconds and a probability in place of those of the scenario
may be given.

For each stream: sounds, those of which the right class was decided for from 0.1 s after their start to LATE after their end, those of which
only another one was, those of which nothing was, the median delay from their start; how often a class was decided for elsewhere, in
minutes of sound elsewhere. A class named `nothing` counts as none.
"""
import csv, functools, glob, json, math, os, subprocess, sys, tempfile, wave
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
RATE = 16000
PAUSE = 6
EARLY, LATE = 0.1, 0.5
NOTHING = -1
TITLE = "stream                 sounds  found  other  none  delay   false  minutes"


def samples(path):
    with wave.open(path) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2")


def run(scenario, streams, folder):
    """The result, and the spikes (tick, neuron) of the read-out."""
    joined = os.path.join(folder, "joined.wav")
    with wave.open(joined, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        for path in streams:
            file.writeframes(samples(path).tobytes() + bytes(2 * PAUSE * RATE))
    launcher = os.environ.get("GANGLION", os.path.join(HERE, "..", "..", "..", "ganglion")).split()
    out = os.path.join(folder, "run")
    clip = json.dumps([{"audio": joined}])
    subprocess.run([*launcher, "run", scenario, "--quiet", "--threads", "1", "--allow-outside-paths", "--set", f"/inputs/0/clips={clip}",
                    "--set", "/expect=[]", "--set", "/record={spikes: all}", "--set", "/hardware=[]", "--out", out], check=True)
    with open(os.path.join(out, "result.json")) as file:
        result = json.load(file)
    read_out = result["scenario"]["written"]["/decision/population"]
    with open(os.path.join(out, "spikes.csv")) as file:
        rows = [line.rstrip().split(",") for line in file if line[0].isdigit()]
    return result, np.array([(int(row[1]), int(row[3])) for row in rows if row[2] == read_out]).reshape(-1, 2)


@functools.lru_cache(None)
def faster(m, n):
    """Probability that a neuron with m spikes has a higher rate than one with n, at most m (Jeffreys' prior), as LeadingRate has it."""
    term = math.exp(math.lgamma(n + 1) * 2 + n * math.log(4) - math.lgamma(2 * n + 2)) / math.pi
    probability, b = 0.5, n + 0.5
    while b < m:
        probability += term
        term *= (n + 0.5 + b) / (2 * (b + 1))
        b += 1
    return probability


def decide(spikes, classes, ticks, window, certain, hold):
    """The class that is decided for after each tick."""
    counts = np.zeros((ticks + 1, classes), int)
    np.add.at(counts, (spikes[:, 0] + 1, spikes[:, 1]), 1)
    counts = np.cumsum(counts, 0)
    decided = np.full(ticks, NOTHING)
    winner, since = NOTHING, 0
    for tick in range(ticks):
        inside = (counts[tick + 1] - counts[max(0, tick + 1 - window)]).tolist()
        leader = inside.index(max(inside))
        doubt = sum(1 - faster(inside[leader], other) for k, other in enumerate(inside) if k != leader)
        candidate = leader if inside[leader] > 0 and 1 - doubt >= certain else NOTHING
        if candidate == winner or winner == NOTHING or tick - since > hold:
            winner, since = candidate, tick
        decided[tick] = winner
    return decided


def onsets(decided, elsewhere):
    starts = (decided != NOTHING) & (decided != np.concatenate([[NOTHING], decided[:-1]]))
    return int(np.sum(starts & elsewhere))


def score(decided, sounds, names, tick):
    """Figures of a stream: sounds, found, wrong, none, delay, false decisions, minutes of elsewhere, and the confusion."""
    elsewhere = np.ones(len(decided), bool)
    found = wrong = none = 0
    delays, confusion = [], {}
    for start, end, label in sounds:
        first, last = int((start + EARLY) / tick), min(len(decided), int((end + LATE) / tick))
        seen = decided[first:last]
        elsewhere[int(start / tick) : last] = label == "nothing"
        classes, times = np.unique(seen[seen != NOTHING], return_counts=True)
        if label != "nothing":
            longest = names[classes[np.argmax(times)]] if len(classes) else "nothing"
            confusion[label, longest] = confusion.get((label, longest), 0) + 1
        if label in names and names.index(label) in classes:
            found += 1
            delays.append((first + np.argmax(seen == names.index(label))) * tick - start)
        elif len(classes):
            wrong += 1
        else:
            none += 1
    delay = float(np.median(delays)) if delays else math.nan
    return len(sounds), found, wrong, none, delay, onsets(decided, elsewhere), float(np.sum(elsewhere)) * tick / 60, confusion


def told(path):
    """What a stream holds: start and end in seconds, and label."""
    if not os.path.exists(path[:-4] + ".csv"):
        return []
    with open(path[:-4] + ".csv") as file:
        return [(float(row["start"]), float(row["end"]), row["label"]) for row in csv.DictReader(file)]


def tell(path, figures):
    print("{:22} {:6} {:6} {:6} {:5} {:5.2f} s {:6} {:8.2f}".format(os.path.basename(path)[:-4], *figures[:7]))


def main(scenario, folder, *rule):
    streams = sorted(glob.glob(os.path.join(folder, "*.wav")))
    if not streams:
        sys.exit(f"{folder}: found no NAME.wav")
    with tempfile.TemporaryDirectory() as temporary:
        result, spikes = run(scenario, streams, temporary)
    written, tick = result["scenario"]["written"], result["run"]["tickSeconds"]
    read_out = [p for p in result["network"]["populations"] if p["name"] == written["/decision/population"]][0]
    names = read_out["labels"]
    seconds = lambda text: float(text.split()[0]) * {"s": 1, "ms": 1e-3}[text.split()[1]]
    window, certain, hold = map(float, rule) if rule else (
        seconds(written.get("/decision/live/window", "1 s")), float(written.get("/decision/live/certain", "0.9")),
        seconds(written.get("/decision/live/hold", "300 ms")))
    decided = decide(spikes, len(names), result["run"]["ticks"], max(1, int(window / tick + 0.5)), certain, int(hold / tick + 0.5))
    if "nothing" in names:
        decided[decided == names.index("nothing")] = NOTHING
    print(TITLE)
    at, confusion = 0, {}
    for path in streams:
        length = len(samples(path)) / RATE
        figures = score(decided[int(at / tick) : int((at + length) / tick)], told(path), names, tick)
        tell(path, figures)
        for pair, times in figures[-1].items():
            confusion[pair] = confusion.get(pair, 0) + times
        at += length + PAUSE
    print("confused: " + ", ".join(f"{a} for {b} {n}" for (b, a), n in sorted(confusion.items(), key=lambda e: -e[1]) if a != b))


if __name__ == "__main__":
    main(*sys.argv[1:])

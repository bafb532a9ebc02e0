#!/usr/bin/env python3
"""Trains the networks of the timing suite and its baselines on every task, and writes the table of README.md.

    python3 run.py [--tasks NAME,...] [--networks NAME,...] [--seeds N,...] [--levels all] [--work FOLDER] [--processes N]

A result that is in the work folder is not made again, so that a run that was stopped goes on. `python3 run.py --table` only writes the table, of the
results in results.json, to which every result is added. Needs what make.py and baselines.py need.
"""

import argparse
import concurrent.futures
import fcntl
import json
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
sys.path.insert(0, str(HERE))
from make import TASKS  # noqa: E402

NETWORKS = ("lif", "delays", "se-adlif", "brf", "eventprop")
BASELINES = ("logistic-count", "mlp-count", "mlp-first-last", "gru")
STANDARD = {"yin-yang": 0, "isi": 0.1, "coincidence": 0.5, "polychrony": 6, "manifolds": 2, "delayed-xor": 1000, "store-recall": 1000, "parity": 8}
DEVICES = ("loihi", "spinnaker-2", "stm32l4r5")


def data(work, task, level):
    """The folder with the data of a task."""
    folder = work / f"{task}-{level:g}"
    if not (folder / "task.json").exists():
        subprocess.run(["rm", "-rf", folder], check=True)
        subprocess.run([sys.executable, HERE / "make.py", task, "--level", str(level), folder], check=True)
    return folder


def answer(command, log, fine=(0,)):
    """What a command prints; its log stays for who looks for a failure."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    log.write_text(done.stdout + done.stderr, encoding="utf-8")
    if done.returncode not in fine:
        raise RuntimeError(f"{' '.join(str(word) for word in command)} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


def train(ganglion, work, task, level, network, seed):
    """Accuracy on the test part; with the first seed, the dynamic energy of a decision in joules by device, none where it is not known."""
    folder = data(work, task, level)
    about = json.loads((folder / "task.json").read_text(encoding="utf-8"))
    out = work / f"{task}-{level:g}-{network}-{seed}"
    subprocess.run(["rm", "-rf", out], check=True)
    step = 0.1 if network == "eventprop" else about["step_ms"]
    values = {f"/data/{part}/path": folder / f"{file}.h5" for part, file in (("training", "train"), ("validation", "validation"), ("test", "test"))}
    values |= {"/features/step": f"{step:g} ms", "/features/duration": f"{about['duration_ms']:g} ms", "/features/channels": about["channels"], "/seed": seed}
    if network != "eventprop":
        values["/network/layers/2/outputs"] = about["classes"]
    settings = [word for key, value in values.items() for word in ("--set", f"{key}={value}")]
    answer([ganglion, "train", HERE / f"{network}.yaml", *settings, "--threads", 1, "--out", out], work / (out.name + ".log"))
    result = json.loads((out / "result.json").read_text(encoding="utf-8"))
    found = {"accuracy": result["test"]["accuracy"]}
    if seed == 1:
        compiled, run = work / (out.name + "-scenario"), work / (out.name + "-run")
        subprocess.run(["rm", "-rf", compiled, run], check=True)
        answer([ganglion, "compile", out / "model.zip", "--out", compiled, "--verify", folder / "test.h5"], work / (out.name + ".compile.log"))
        log = work / (out.name + ".run.log")
        words = [ganglion, "run", compiled / "scenario.yaml", "--profile", ",".join(DEVICES), "--out", run, "--json"]
        decisions = json.loads(answer(words, log, fine=(0, 1)))["decisions"]
        joules = {device: [decision["dynamicEnergyJoules"].get(device) for decision in decisions] for device in DEVICES}
        found["joules"] = {device: statistics.mean(values) if None not in values else None for device, values in joules.items()}
    return found


def baseline(work, task, level, name, seed):
    folder = data(work, task, level)
    found = json.loads(answer([sys.executable, HERE / "baselines.py", folder, "--only", name, "--seed", seed], work / f"{task}-{level:g}-{name}-{seed}.log"))
    return {"accuracy": found[name]} if name in found else None


def known():
    """The results so far."""
    try:
        return json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    except ValueError as broken:
        sys.exit(f"run.py: {RESULTS}: {broken}; expected what this script wrote")


def add(key, result):
    """Adds a result to results.json as a whole, whichever process is at it."""
    with open(__file__, encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        new = RESULTS.with_suffix(".tmp")
        new.write_text(json.dumps(dict(sorted((known() | {"/".join(key): result}).items())), indent=0) + "\n", encoding="utf-8")
        new.replace(RESULTS)


def interval(values):
    """Mean and 95 % interval of the mean by Student's t, in per cent."""
    mean = statistics.mean(values)
    if len(values) == 1:
        return f"{100 * mean:.1f}"
    t = {2: 12.71, 3: 4.30, 4: 3.18, 5: 2.78}.get(len(values), 2.0)
    half = t * statistics.stdev(values) / len(values) ** 0.5
    return f"{100 * mean:.1f} ± {100 * half:.1f}"


def table():
    """The table of README.md: a row for each task and level, a column for each classifier."""
    results = known()
    names = BASELINES + NETWORKS
    lines = ["| task | level | chance | " + " | ".join(names) + " |", "|---" * (3 + len(names)) + "|"]
    for task in TASKS.values():
        for level in sorted({float(key.split("/")[1]) for key in results if key.split("/")[0] == task.name}):
            cells = []
            for name in names:
                found = [result["accuracy"] for key, result in results.items() if key.startswith(f"{task.name}/{level:g}/{name}/")]
                cells.append(interval(found) if found else "-")
            lines.append(f"| {task.name} | {level:g} | {100 / task.classes:.1f} | " + " | ".join(cells) + " |")
    lines += ["", "| task | level | network | " + " | ".join(DEVICES) + " |", "|---" * (3 + len(DEVICES)) + "|"]
    for key, result in results.items():
        task, level, name, _ = key.split("/")
        if any((result.get("joules") or {}).values()):
            cells = [f"{1e6 * joules:,.{0 if joules > 1e-5 else 2}f}" if joules is not None else "-" for joules in (result["joules"].get(device) for device in DEVICES)]
            lines.append(f"| {task} | {level} | {name} | " + " | ".join(cells) + " |")
    page = HERE / "README.md"
    before, _, rest = page.read_text(encoding="utf-8").partition("<!-- table -->\n")
    after = rest.partition("<!-- end of table -->\n")[2]
    page.write_text(before + "<!-- table -->\n" + "\n".join(lines) + "\n<!-- end of table -->\n" + after, encoding="utf-8")


def main():
    def names(allowed):
        def parse(text):
            words = text.split(",")
            wrong = [word for word in words if word not in allowed]
            if wrong:
                raise argparse.ArgumentTypeError(f"found {wrong[0]}, expected one of {', '.join(allowed)}")
            return words

        return parse

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", type=names(TASKS), default=list(TASKS))
    parser.add_argument("--networks", type=names(NETWORKS + BASELINES), default=list(BASELINES + NETWORKS))
    parser.add_argument("--seeds", type=lambda text: [int(seed) for seed in text.split(",")], default=[1, 2, 3, 4, 5])
    parser.add_argument("--levels", choices=("standard", "all"), default="standard")
    parser.add_argument("--work", type=pathlib.Path, default=HERE.parents[2] / "runs/timing")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--ganglion", type=pathlib.Path, default=HERE.parents[2] / "ganglion")
    parser.add_argument("--table", action="store_true")
    given = parser.parse_args()
    if given.table:
        return table()
    given.work.mkdir(parents=True, exist_ok=True)
    done = known()
    wanted = []
    for seed in given.seeds:
        for name in given.networks:
            for task in given.tasks:
                for level in TASKS[task].levels if given.levels == "all" else [STANDARD[task]]:
                    # Events of continuous time are few where each channel fires once.
                    if f"{task}/{level:g}/{name}/{seed}" not in done and not (name == "eventprop" and task not in ("yin-yang", "manifolds", "polychrony")):
                        wanted.append((task, level, name, seed))

    for task, level in sorted({job[:2] for job in wanted}):
        data(given.work, task, level)

    def one(job):
        task, level, name, seed = job
        key = (task, f"{level:g}", name, str(seed))
        try:
            made = baseline(given.work, *job) if name in BASELINES else train(given.ganglion, given.work, *job)
        except (RuntimeError, ValueError) as failure:
            print(f"{'/'.join(key)}: {failure}", file=sys.stderr)
            return
        if made is not None:
            add(key, made)
            print(f"{'/'.join(key)}: {100 * made['accuracy']:.1f} %", flush=True)

    with concurrent.futures.ThreadPoolExecutor(given.processes) as pool:
        list(pool.map(one, wanted))
    table()


if __name__ == "__main__":
    main()

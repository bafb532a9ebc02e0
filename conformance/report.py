"""What came out of a run of the kit: dialect cards, the matrix as a page, JUnit XML, a badge and the results as JSON."""

import html
import json
from xml.sax.saxutils import quoteattr

import numpy as np

import reference

KEYS = list(reference.CONVENTIONS)


def card(cases, cells):
    """The one set of conventions under which a tool agrees in most cases, and how many cases decide each of them."""
    votes, decided = np.zeros([len(reference.CONVENTIONS[k]) for k in KEYS], dtype=int), {}
    for case in cases:
        found = cells[case.name]
        free = case.about.get("freedom", [])
        if found["state"] != "agrees" or not found["under"] or not free:
            continue
        possible = np.zeros([len(reference.CONVENTIONS[k]) if k in free else 1 for k in KEYS], dtype=int)
        for under in found["under"]:
            possible[tuple(reference.CONVENTIONS[k].index(under[k]) if k in free else 0 for k in KEYS)] = 1
        votes += possible
        for key in free:
            if len({under[key] for under in found["under"]}) < len(reference.CONVENTIONS[key]):
                decided[key] = decided.get(key, 0) + 1
    best = np.unravel_index(np.argmax(votes), votes.shape)
    return {key: (reference.CONVENTIONS[key][i], decided[key]) for key, i in zip(KEYS, best) if key in decided}


def apart(under, values):
    """How the nearest of several sets of conventions differs from a card."""
    differences = [{k: v for k, v in each.items() if k in values and values[k][0] != v} for each in under]
    return min(differences, key=len, default={})


def words(conventions):
    return ", ".join(f"{k} {v}" for k, v in conventions.items())


def summary(tool, cases, results, values):
    states = [results[tool.name, case.name]["state"] for case in cases]
    counts = ", ".join(f"{states.count(s)} {s}" for s in ("agrees", "disagrees", "unsupported", "failed") if s in states)
    return f"{tool.title}: {counts}; {words({k: v for k, (v, _) in values.items()}) or 'no convention decided'}"


def write(out, cases, faults, tools, results, cards):
    out.mkdir(parents=True, exist_ok=True)
    rows = {f"{tool}/{case}": found for (tool, case), found in results.items()}
    (out / "results.json").write_text(json.dumps({"cells": rows, "cards": cards, "broken": dict(faults)}, indent=1))
    (out / "index.html").write_text(json.dumps(rows))

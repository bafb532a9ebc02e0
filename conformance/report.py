"""What came out of a run of the kit: dialect cards, the matrix as a page, JUnit XML, a badge and the results as JSON."""

import json
import time
from xml.sax.saxutils import quoteattr

import numpy as np

import kit
import reference

KEYS = list(reference.CONVENTIONS)
STATES = {"agrees": "agrees", "otherwise": "agrees under other conventions than its card", "disagrees": "agrees under none", "failed": "failed", "unsupported": "unsupported"}
MARKS = {"agrees": "=", "otherwise": "≈", "disagrees": "✗", "failed": "!", "unsupported": "·"}


def card(cases, cells):
    """The one set of conventions under which a tool agrees in most cases: {degree of freedom: value}, of those that a case decides."""
    votes, decided = np.zeros([len(reference.CONVENTIONS[k]) for k in KEYS], dtype=np.int32), set()
    for case in cases:
        under, free = cells[case.name]["under"], case.about.get("freedom", [])
        if not under or not free:
            continue
        possible = np.zeros([len(reference.CONVENTIONS[k]) if k in free else 1 for k in KEYS], dtype=np.int32)
        for each in under:
            possible[tuple(reference.CONVENTIONS[k].index(each[k]) if k in free else 0 for k in KEYS)] = 1
        votes += possible
        for key in free:
            asked = free[key] if isinstance(free, dict) else reference.CONVENTIONS[key]
            if len({each[key] for each in under}) < len(asked):
                decided.add(key)
    best = np.unravel_index(np.argmax(votes), votes.shape)
    return {key: reference.CONVENTIONS[key][i] for key, i in zip(KEYS, best) if key in decided}


def words(conventions):
    return ", ".join(f"{k} {v}" for k, v in conventions.items())


def mine(tool, cases, cells):
    """The dialect card of a tool, and the states of its cells, where agreement under other conventions than the card's is one of its own."""
    own = {case.name: cells[tool.name, case.name] for case in cases}
    values = card(cases, own)
    fits = lambda under: all(values.get(k, v) == v for k, v in under.items())
    return values, {name: "otherwise" if each["under"] and not any(map(fits, each["under"])) else each["state"] for name, each in own.items()}


def summary(tool, cases, cells):
    values, states = mine(tool, cases, cells)
    counts = ", ".join(f"{list(states.values()).count(s)} {STATES[s]}" for s in STATES if s in states.values())
    return f"{tool.title}: {counts}; {words(values) or 'no convention decided'}"


def write(out, cases, faults, tools, cells, divergences):
    rows = {f"{tool}/{case}": {**found, "under": found["under"][:1]} for (tool, case), found in cells.items()}
    (out / "results.json").write_text(json.dumps({"cells": rows, "broken": dict(faults)}, separators=(",", ":")).replace('},"', '},\n"') + "\n")
    (out / "junit.xml").write_text(junit(cases, faults, tools, cells), encoding="utf-8")
    good = sum(found["state"] == "agrees" for found in cells.values())
    asked = sum(found["state"] != "unsupported" for found in cells.values())
    color = "brightgreen" if good == asked else "yellow" if good > 0.9 * asked else "red"
    (out / "badge.json").write_text(json.dumps({"schemaVersion": 1, "label": "NIR conformance", "message": f"{good}/{asked}", "color": color}) + "\n")
    (out / "README.md").write_text(page(cases, faults, tools, cells, divergences), encoding="utf-8")


def junit(cases, faults, tools, cells):
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>"]
    for tool in tools:
        lines.append(f'<testsuite name={quoteattr(tool.title)} tests="{len(cases) + len(faults)}">')
        for case in cases:
            found = cells[tool.name, case.name]
            tag = {"disagrees": "failure", "failed": "error", "unsupported": "skipped"}.get(found["state"])
            inside = f"<{tag} message={quoteattr(found['text'])}/>" if tag else ""
            lines.append(f"<testcase classname={quoteattr(tool.name)} name={quoteattr(case.name)}>{inside}</testcase>")
        for name, fault in faults:
            lines.append(f"<testcase classname={quoteattr(tool.name)} name={quoteattr(name)}><error message={quoteattr(fault)}/></testcase>")
        lines.append("</testsuite>")
    return "\n".join(lines + ["</testsuites>", ""])


def table(head, rows):
    cell = lambda text: str(text).replace("|", "\\|").replace("\n", " ")
    return ["", *("| " + " | ".join(map(cell, row)) + " |" for row in [head, ["---"] * len(head), *rows]), ""]


def page(cases, faults, tools, cells, divergences):
    """The matrix as Markdown."""
    own = {tool.name: mine(tool, cases, cells) for tool in tools}
    bad = [(key, found) for key, found in cells.items() if found["state"] in ("disagrees", "failed")]
    open_ = [(key, found) for key, found in bad if not found["by"]]
    lines = ["# What the simulators answered", ""]
    lines += [f"Written by `conformance/run` on {time.strftime('%Y-%m-%d')}: {len(cases)} cases, {len(tools)} tools, {len(cells)} cells. {len(bad)} cells disagree or fail;",
              f"divergences below explain {len(bad) - len(open_)} of them, {len(open_)} are not explained. A tool agrees if there is a set of conventions under which",
              "every spike and potential is as the case has it; its dialect card is the one set under which it agrees most often.", "", "## Tools"]
    rows = []
    for t in tools:
        values, states = own[t.name]
        rows.append([f"[{t.title}]({t.home})" if t.home else t.title, t.version, *(list(states.values()).count(s) for s in STATES), words(values) or "none decided"])
    lines += table(["tool", "version"] + [f"{STATES[s]} {MARKS[s]}" for s in STATES] + ["dialect card"], rows)
    lines += ["## Cases", "", "Beside a ✗ or ! stands the divergence that explains it."]
    mark = lambda t, c: " ".join([MARKS[own[t.name][1][c.name]], *cells[t.name, c.name]["by"]])
    lines += table(["case"] + [t.name for t in tools], [[c.name] + [mark(t, c) for t in tools] for c in cases])
    lines += ["## Divergences", "", "Cells are those of the matrix above that a divergence explains, alone or with others; behind the smallest network stands its number of neurons."]
    rows = []
    for each in divergences:
        hit = [key for key, found in bad if each["id"] in found["by"]]
        small = min(((neurons(c), c.name) for c in cases if any(case == c.name for _, case in hit)), default=None)
        where = f"`{small[1]}` ({small[0]})" if small else each.get("network", "")
        thread = f"[{each['thread'].split('/', 3)[3]}]({each['thread']})" if "thread" in each else "none found"
        rows.append([each["id"], ", ".join(each["tools"]), each["what"], where, len(hit), thread])
    lines += table(["", "tools", "what happens", "smallest network", "cells", "thread"], rows)
    lines += ["## Not explained", ""] + ([f"* {tool}, {case}: {found['text']}" for (tool, case), found in open_] or ["Nothing."])
    if faults:
        lines += ["", "## Broken cases", ""] + [f"* {fault}" for _, fault in faults]
    return "\n".join(lines) + "\n"


def neurons(case):
    """How many neurons a case has, or 0 where its graph is broken."""
    try:
        return sum(np.size(node["r"]) for node in case.graph["nodes"].values() if "r" in node)
    except kit.Fault:
        return 0

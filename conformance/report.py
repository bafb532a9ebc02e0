"""What came out of runs of the kit: dialect cards, the matrix as a page, JUnit XML, a badge and the results as JSON."""

import json
import time
from xml.sax.saxutils import quoteattr

import numpy as np

import kit
import reference

KEYS = list(reference.CONVENTIONS)
STATES = {"agrees": "agrees", "otherwise": "agrees under other conventions than its card", "by-card": "agrees under its card, which the case does not leave open", "disagrees": "agrees under none", "failed": "failed", "unsupported": "unsupported"}
MARKS = {"agrees": "=", "otherwise": "≈", "by-card": "≅", "disagrees": "✗", "failed": "!", "unsupported": "·"}


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


def column(tool, cases, cells):
    """What a tool answered, as it stands in results.json. Agreement under other conventions than its card's is a state of its own."""
    values = card(cases, cells)
    fits = lambda under: all(values.get(k, v) == v for k, v in under.items())
    rows = {name: {"state": "otherwise" if each["under"] and not any(map(fits, each["under"])) else each["state"], "text": each["text"], "by": each["by"]}
            for name, each in cells.items()}
    return {"title": tool.title, "home": tool.home, "version": tool.version, "date": time.strftime("%Y-%m-%d"), "card": values, "cells": rows}


def counts(found):
    states = [each["state"] for each in found["cells"].values()]
    return {s: states.count(s) for s in STATES}


def summary(found):
    told = ", ".join(f"{n} {STATES[s]}" for s, n in counts(found).items() if n)
    return f"{found['title']}: {told}; {words(found['card']) or 'no convention decided'}"


def earlier(out):
    """The columns of runs before, which stay where a run does not ask their tools again."""
    try:
        return json.loads((out / "results.json").read_text())["tools"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def write(out, cases, faults, tools, divergences):
    text = json.dumps({"tools": tools, "broken": dict(faults)}, separators=(",", ":")).replace('},"', '},\n"')
    (out / "results.json").write_text(text + "\n")
    (out / "junit.xml").write_text(junit(faults, tools), encoding="utf-8")
    total = {s: sum(counts(found)[s] for found in tools.values()) for s in STATES}
    good, asked = total["agrees"] + total["otherwise"] + total["by-card"], sum(total.values()) - total["unsupported"]
    color = "brightgreen" if good == asked else "yellow" if good > 0.9 * asked else "red"
    (out / "badge.json").write_text(json.dumps({"schemaVersion": 1, "label": "NIR conformance", "message": f"{good}/{asked}", "color": color}) + "\n")
    (out / "README.md").write_text(page(cases, faults, tools, divergences), encoding="utf-8")


def junit(faults, tools):
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>"]
    for name, column in tools.items():
        lines.append(f'<testsuite name={quoteattr(column["title"])} tests="{len(column["cells"]) + len(faults)}">')
        broken = {case: {"state": "failed", "text": fault} for case, fault in faults}
        for case, found in (column["cells"] | broken).items():
            tag = {"disagrees": "failure", "failed": "error", "unsupported": "skipped"}.get(found["state"])
            inside = f"<{tag} message={quoteattr(found['text'])}/>" if tag else ""
            lines.append(f"<testcase classname={quoteattr(name)} name={quoteattr(case)}>{inside}</testcase>")
        lines.append("</testsuite>")
    return "\n".join(lines + ["</testsuites>", ""])


def table(head, rows):
    cell = lambda text: str(text).replace("|", "\\|").replace("\n", " ")
    return ["", *("| " + " | ".join(map(cell, row)) + " |" for row in [head, ["---"] * len(head), *rows]), ""]


def page(cases, faults, tools, divergences):
    """The matrix as Markdown."""
    bad = [(tool, case, found) for tool, column in tools.items() for case, found in column["cells"].items() if found["state"] in ("disagrees", "failed")]
    left = [f"* {tool}, {case}: {found['text']}" for tool, case, found in bad if not found["by"]]
    asked = sum(len(column["cells"]) for column in tools.values())
    lines = ["# What the simulators answered", "",
             f"Written by `conformance/run`: {len(cases)} cases, {len(tools)} tools, {asked} cells. {len(bad)} cells disagree or fail; divergences below explain",
             f"{len(bad) - len(left)} of them, {len(left)} are not explained. A tool agrees if there is a set of conventions under which every spike and potential is as the",
             "case has it; its dialect card is the one set under which it agrees most often.", "", "## Tools"]
    lines += table(["tool", "version", "run"] + [f"{STATES[s]} {MARKS[s]}" for s in STATES] + ["dialect card"],
                   [[f"[{t['title']}]({t['home']})" if t["home"] else t["title"], t["version"], t["date"], *counts(t).values(), words(t["card"]) or "none decided"] for t in tools.values()])
    lines += ["## Cases", "", "Beside a ✗ or ! stand the divergences that explain it. A blank cell was not asked."]
    mark = lambda found: " ".join([MARKS[found["state"]], *found["by"]]) if found else ""
    lines += table(["case", *tools], [[case.name, *(mark(t["cells"].get(case.name)) for t in tools.values())] for case in cases])
    lines += ["## Divergences", "", "Cells are those above that a divergence explains, alone or with others; behind the smallest network stands its number of neurons."]
    rows = []
    for each in divergences:
        hit = {case for _, case, found in bad if each["id"] in found["by"]}
        small = min(((neurons(case), case.name) for case in cases if case.name in hit), default=None)
        where = f"`{small[1]}` ({small[0]})" if small else each.get("network", "")
        thread = f"[{each['thread'].split('/', 3)[3]}]({each['thread']})" if "thread" in each else "none found"
        rows.append([each["id"], ", ".join(each["tools"]), each["what"], where, sum(each["id"] in found["by"] for _, _, found in bad), thread])
    lines += table(["", "tools", "what happens", "smallest network", "cells", "thread"], rows)
    lines += ["## Not explained", "", *(left or ["Nothing."])]
    if faults:
        lines += ["", "## Broken cases", ""] + [f"* {fault}" for _, fault in faults]
    return "\n".join(lines) + "\n"


def neurons(case):
    """How many neurons a case has, or 0 where its graph is broken."""
    try:
        return sum(np.size(node["r"]) for node in case.graph["nodes"].values() if "r" in node)
    except kit.Fault:
        return 0

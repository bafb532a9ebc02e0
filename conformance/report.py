"""What came out of a run of the kit: dialect cards, the matrix as a page, JUnit XML, a badge and the results as JSON."""

import html
import json
from xml.sax.saxutils import quoteattr

import numpy as np

import kit
import reference

KEYS = list(reference.CONVENTIONS)
STATES = {"agrees": "agrees", "otherwise": "agrees under other conventions than its card", "disagrees": "agrees under none", "unsupported": "unsupported", "failed": "failed"}
MARKS = {"agrees": "✓", "otherwise": "≈", "disagrees": "✗", "unsupported": "–", "failed": "!"}
LEVELS = {"L0": "The graph is read", "L1": "Single neurons", "L2": "Small networks", "L3": "Trained networks", "L4": "Statistics", "L5": "Determinism", "L6": "Counted work"}
STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:1150px;padding:1rem;color:#1d2530;background:#fff}
h1{font-size:1.6rem;line-height:1.2;margin:.3rem 0}h2{font-size:1.15rem;margin:2rem 0 .5rem}p{max-width:46rem}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}th,td{padding:.25rem .5rem;border-bottom:1px solid #dde2e8;text-align:left;vertical-align:top}
thead th{background:#f3f5f8;white-space:nowrap}td.c{text-align:center;min-width:2.2rem;font-weight:600}
.matrix th:first-child{position:sticky;left:0;background:#fff;max-width:11rem;overflow-wrap:anywhere;font-weight:400}
.level th{background:#f3f5f8!important;font-weight:600!important}.agrees{background:#d9f0dd;color:#12541f}.otherwise{background:#fdf0c9;color:#6a4b00}
.disagrees{background:#f9d6d2;color:#8a1c10}.failed{background:#e7d9f3;color:#522077}.unsupported{color:#66707c}
.key span{display:inline-block;padding:0 .5rem;margin:0 .4rem .3rem 0;border-radius:3px}details{font-size:.85rem}a{color:#0b5cad}code{font-size:.85em}
"""


def card(cases, cells):
    """The one set of conventions under which a tool agrees in most cases, and how many cases decide each of them."""
    votes, decided = np.zeros([len(reference.CONVENTIONS[k]) for k in KEYS], dtype=np.int32), {}
    for case in cases:
        found = cells[case.name]
        free = case.about.get("freedom", [])
        if found["state"] != "agrees" or not found["under"] or not free:
            continue
        possible = np.zeros([len(reference.CONVENTIONS[k]) if k in free else 1 for k in KEYS], dtype=np.int32)
        for under in found["under"]:
            possible[tuple(reference.CONVENTIONS[k].index(under[k]) if k in free else 0 for k in KEYS)] = 1
        votes += possible
        for key in free:
            asked = free[key] if isinstance(free, dict) else reference.CONVENTIONS[key]
            if len({under[key] for under in found["under"]}) < len(asked):
                decided[key] = decided.get(key, 0) + 1
    best = np.unravel_index(np.argmax(votes), votes.shape)
    return {key: (reference.CONVENTIONS[key][i], decided[key]) for key, i in zip(KEYS, best) if key in decided}


def apart(under, values):
    """How the nearest of several sets of conventions differs from a card."""
    differences = [{k: v for k, v in each.items() if k in values and values[k][0] != v} for each in under]
    return min(differences, key=len, default={})


def words(conventions):
    return ", ".join(f"{k} {v}" for k, v in conventions.items())


def shade(found, values):
    """The state of a cell, in which agreement under other conventions than the card's is a state of its own, and what to say of it."""
    other = apart(found["under"], values) if found["state"] == "agrees" else {}
    text = "; ".join(filter(None, [found["text"], f"with {words(other)}" if other else ""]))
    return "otherwise" if other else found["state"], text


def summary(tool, cases, results, values):
    states = [shade(results[tool.name, case.name], values)[0] for case in cases]
    counts = ", ".join(f"{states.count(s)} {STATES[s]}" for s in STATES if s in states)
    return f"{tool.title}: {counts}; {words({k: v for k, (v, _) in values.items()}) or 'no convention decided'}"


def size(case):
    """How many neurons a case has, or a large number where its graph is broken."""
    try:
        return sum(np.size(n["r"]) for n in case.graph["nodes"].values() if "r" in n)
    except kit.Fault:
        return 10**9


def thread(tool, case):
    """The tool's own thread on a case or one of its tags."""
    return next((tool.threads[key] for key in (case.name, *case.about.get("tags", [])) if key in tool.threads), None)


def write(out, cases, faults, tools, results, cards):
    out.mkdir(parents=True, exist_ok=True)
    rows = {f"{tool}/{case}": found for (tool, case), found in results.items()}
    (out / "results.json").write_text(json.dumps({"cells": rows, "cards": cards, "broken": dict(faults)}, indent=1) + "\n")
    (out / "junit.xml").write_text(junit(cases, faults, tools, results))
    good = sum(found["state"] == "agrees" for found in results.values())
    asked = sum(found["state"] != "unsupported" for found in results.values())
    color = "brightgreen" if good == asked else "yellow" if good > 0.9 * asked else "red"
    (out / "badge.json").write_text(json.dumps({"schemaVersion": 1, "label": "NIR conformance", "message": f"{good}/{asked}", "color": color}) + "\n")
    (out / "index.html").write_text(page(cases, faults, tools, results, cards), encoding="utf-8")


def junit(cases, faults, tools, results):
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>"]
    for tool in tools:
        lines.append(f'<testsuite name={quoteattr(tool.title)} tests="{len(cases) + len(faults)}">')
        for case in cases:
            found = results[tool.name, case.name]
            tag = {"disagrees": "failure", "failed": "error", "unsupported": "skipped"}.get(found["state"])
            inside = f"<{tag} message={quoteattr(found['text'])}/>" if tag else ""
            lines.append(f"<testcase classname={quoteattr(tool.name)} name={quoteattr(case.name)}>{inside}</testcase>")
        for name, fault in faults:
            lines.append(f"<testcase classname={quoteattr(tool.name)} name={quoteattr(name)}><error message={quoteattr(fault)}/></testcase>")
        lines.append("</testsuite>")
    return "\n".join(lines + ["</testsuites>", ""])


def page(cases, faults, tools, results, cards):
    e = html.escape
    shades = {key: shade(found, cards[key[0]]) for key, found in results.items()}
    title = lambda t: f'<a href="{e(t.home)}">{e(t.title)}</a>' if t.home else e(t.title)
    used = [k for k in KEYS if any(k in cards[t.name] for t in tools)]
    parts = [f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Do simulators agree?</title><style>{STYLE}</style>',
             f"<h1>Do simulators agree?</h1><p>{len(cases)} small networks, as NIR graphs with what they must give, asked of {len(tools)} tool{"s" * (len(tools) != 1)}. A tool agrees if there is a set of conventions "
             "under which every spike and potential is as the case has it. Its card is the one set under which it agrees most often.</p>"]
    parts.append('<h2>Dialect cards</h2><div class="wide"><table><thead><tr><th>tool</th><th>cases</th>' + "".join(f"<th>{e(k)}</th>" for k in used) + "</tr></thead>")
    for t in tools:
        states = [shades[t.name, c.name][0] for c in cases]
        counts = " ".join(f'<span class="{s}" title="{STATES[s]}">{MARKS[s]}&nbsp;{states.count(s)}</span>' for s in STATES if s in states)
        values = [cards[t.name].get(k) for k in used]
        parts.append(f"<tr><th>{title(t)}</th><td>{counts}</td>" + "".join(f'<td title="{v[1]} cases decide">{e(v[0])}</td>' if v else "<td>·</td>" for v in values) + "</tr>")
    parts.append('</table></div><p>A dot: no case decides, or the tool has no answer.</p><h2>Cases</h2><p class="key">' + "".join(f'<span class="{s}">{MARKS[s]} {e(STATES[s])}</span>' for s in STATES))
    parts.append('</p><div class="wide"><table class="matrix"><thead><tr><th>case</th>' + "".join(f"<th>{e(t.title)}</th>" for t in tools) + "</tr></thead>")
    level = None
    for c in cases:
        if c.level != level:
            level = c.level
            parts.append(f'<tr class="level"><th>{level} {e(LEVELS.get(level, ""))}</th>' + "<th></th>" * len(tools) + "</tr>")
        row = [shades[t.name, c.name] for t in tools]
        parts.append(f'<tr><th title="{e(c.about["purpose"])}">{e(c.name[3:])}</th>' + "".join(f'<td class="c {s}" title="{e(text)}">{MARKS[s]}</td>' for s, text in row) + "</tr>")
    parts.append("</table></div>")
    if faults:
        parts.append("<h2>Broken cases</h2><ul>" + "".join(f"<li>{e(fault)}</li>" for _, fault in faults) + "</ul>")
    parts.append("<h2>Where tools differ</h2><p>The smallest network first; the others of a tool are folded in.</p>")
    for t in tools:
        told = sorted((c for c in cases if shades[t.name, c.name][0] != "agrees"), key=size)
        told.sort(key=lambda c: ["disagrees", "failed", "otherwise", "unsupported"].index(shades[t.name, c.name][0]))
        if not told:
            continue
        lines = []
        for c in told:
            s, text = shades[t.name, c.name]
            neurons, link = size(c), thread(t, c)
            more = f"{neurons} neuron{'s' * (neurons != 1)}; " if neurons < 10**9 else ""
            more += f'<a href="{e(link)}">thread</a>; ' if link else ""
            lines.append(f'<li><span class="{s}">{MARKS[s]}</span> <b>{e(c.name)}</b>: {e(text)} ({more}{e(c.about["purpose"])})</li>')
        parts.append(f"<h3>{title(t)}</h3><ul>{''.join(lines[:3])}</ul>" + (f"<details><summary>{len(lines) - 3} more</summary><ul>{''.join(lines[3:])}</ul></details>" if lines[3:] else ""))
    return "\n".join(parts) + "\n</html>\n"

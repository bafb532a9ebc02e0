"""Adapter to copy: answers with the kit's own reference model, under the conventions of the option "conventions"."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import kit
import reference

case, out, options = kit.arguments()
try:
    graph = case.graph
except kit.Fault as e:
    kit.refused(out, str(e))
observables, _ = reference.run(graph, case.inputs, case.dt, case.steps, case.observe, options.get("conventions", {}))
kit.answer(out, case, observables, tool={"name": "reference model"})

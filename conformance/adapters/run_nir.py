"""The Python package nir, which simulates nothing: says whether it reads a graph. Install: pip install nir (tried: the sources of 2026-01-30, 7232ada)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import kit
import nir

case, out, options = kit.arguments()
try:
    nir.read(str(case.net))
except Exception as e:
    kit.refused(out, f"{type(e).__name__}: {e}")
kit.unsupported(out, "reads the graph, and simulates nothing")

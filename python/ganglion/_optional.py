"""Packages that are used when they are there."""

from __future__ import annotations

import importlib
from typing import Any


def need(module: str, wanted: str, how: str) -> Any:
    """The module, or an ImportError that tells what wants it and how to get it."""
    try:
        return importlib.import_module(module)
    except ImportError as fault:
        raise ImportError(f"{wanted} needs {module}: {how}") from fault


def pandas_for(wanted: str) -> Any:
    """The package pandas."""
    return need("pandas", wanted, "pip install pandas, or Debian's python3-pandas")


def pyplot_for(wanted: str) -> Any:
    """The module matplotlib.pyplot."""
    return need("matplotlib.pyplot", wanted, "pip install matplotlib, or Debian's python3-matplotlib")

"""The version, which is said once: in pyproject.toml."""

from __future__ import annotations

import os
import re
from importlib import metadata


def version() -> str:
    """That of the sources, if the package is used from them, or else of what is installed."""
    sources = os.path.join(os.path.dirname(__file__), os.pardir, "pyproject.toml")
    try:
        with open(sources, encoding="utf-8") as file:
            project = re.search(r'^name = "ganglion"$.*?^version = "(.+?)"$', file.read(), re.DOTALL | re.MULTILINE)
    except OSError:
        project = None
    try:
        return project[1] if project is not None else metadata.version("ganglion")
    except metadata.PackageNotFoundError:
        return "unknown"  # a copy of the folder alone

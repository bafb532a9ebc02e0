"""Graphs in memory as files."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import Any, Iterator

from ._optional import need
from ._results import TemporaryFolder


@contextmanager
def graph_file(graph: Any) -> Iterator[str]:
    """The absolute path of a graph: its own, or that of a temporary file, for a graph of the package nir."""
    if isinstance(graph, (str, os.PathLike)):
        yield os.path.abspath(graph)
        return
    nir = need("nir", f"a graph of type {type(graph).__name__}, which is no file,", "pip install nir")
    folder = TemporaryFolder()
    file = os.path.join(folder.path, "graph.nir")
    nir.write(file, graph)
    yield file

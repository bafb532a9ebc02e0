"""
Ganglion from Python: runs, costs and trained models as NumPy arrays.

    import ganglion

    run = ganglion.run("scenario.yaml", set={"/clock/duration": "1 s"})
    run.spikes["out"].times

The functions of this module share one process of Ganglion, which starts with the first call. A Session has one of its own.
"""

from ._activity import Activity, count
from ._costing import Costing, DeviceCost
from ._errors import FaultError, GanglionError, InputError, Problem, StoppedError
from ._neurons import declare
from ._process import Outcome
from ._raster import read_spikes
from ._results import Answer, Energy, Run, Sweep
from ._session import Session
from ._spikes import Spikes, SpikesByPopulation
from ._version import version

__version__ = version()
"""The version of this package, which need not be that of the program."""

_shared = Session()

command = _shared.command
run = _shared.run
sweep = _shared.sweep
cost = _shared.cost
why = _shared.why
import_nir = _shared.import_nir
train = _shared.train
evaluate = _shared.evaluate
classify = _shared.classify
hear = _shared.hear
close = _shared.close

__all__ = [
    "Activity",
    "Answer",
    "Costing",
    "DeviceCost",
    "Energy",
    "FaultError",
    "GanglionError",
    "InputError",
    "Outcome",
    "Problem",
    "Run",
    "Session",
    "Spikes",
    "SpikesByPopulation",
    "StoppedError",
    "Sweep",
    "classify",
    "close",
    "command",
    "cost",
    "count",
    "declare",
    "evaluate",
    "hear",
    "import_nir",
    "read_spikes",
    "run",
    "sweep",
    "train",
    "why",
]

"""
Ganglion from Python: runs, costs and trained models as NumPy arrays.

    import ganglion

    net = ganglion.Network(tick="1 ms")
    cells = net.population("cells", 10, "lif", time_constant="20 ms").current(0.1)
    run = net.run("1 s")                        # or ganglion.run("scenario.yaml")
    run.spikes[cells].times

The functions of this module share one process of Ganglion, which starts with the first call. A Session has one of its own.
"""

from ._activity import Activity, count
from ._costing import Costing, DeviceCost
from ._errors import FaultError, GanglionError, InputError, Problem, StoppedError
from ._neurons import declare
from ._network import Network, Population
from ._process import Outcome
from ._raster import read_spikes
from ._results import Answer, Energies, Energy, Run, Samples, Sweep
from ._session import Session
from ._session import shared as _shared
from ._spikes import Spikes, SpikesByPopulation
from ._version import version

__version__ = version()
"""The version of this package, which need not be that of the program."""

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
    "Energies",
    "Energy",
    "FaultError",
    "GanglionError",
    "InputError",
    "Network",
    "Outcome",
    "Population",
    "Problem",
    "Run",
    "Samples",
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

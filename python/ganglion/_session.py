"""The commands of Ganglion as calls."""

from __future__ import annotations

import json
import os
import re
from contextlib import contextmanager, nullcontext
from typing import Any, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple, Union

from ._activity import Activity, count, seconds_of
from ._costing import Costing
from ._errors import InputError, error, writing
from ._given import given_spikes, is_graph, tick_seconds
from ._nir import graph_file
from ._process import Outcome, Progress, Server
from ._results import Answer, Run, Sweep, TemporaryFolder

Path = Union[str, "os.PathLike[str]"]
Scenario = Union[Path, Mapping[str, Any]]


class Session:
    """
    Calls to one process of Ganglion, which starts with the first call and ends with close(), or with Python. One call runs at a time; calls
    of other threads wait. For calls at the same time, make several sessions.
    """

    def __init__(self, launcher: Optional[Path] = None, java_options: Optional[str] = None) -> None:
        """
        launcher is the program ganglion, by default that of the folder GANGLION_HOME, or on the PATH; java_options are options for Java such as
        -Xmx8g, by default those of the environment variable GANGLION_JAVA_OPTIONS.
        """
        self._server = Server(os.fspath(launcher) if launcher is not None else None, java_options)

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process. A later call starts another."""
        self._server.close()

    def command(self, *words: Union[str, int, Path], progress: Optional[Progress] = None) -> Outcome:
        """
        Runs any command line and returns its exit code, standard output and standard error. Relative paths in words are relative to the
        folder in which the process was started: give absolute ones.
        """
        return self._server.call([os.fspath(word) if not isinstance(word, int) else str(word) for word in words], progress)

    def run(
        self,
        scenario: Scenario,
        *,
        set: Optional[Mapping[str, Any]] = None,
        seed: Optional[int] = None,
        out: Optional[Path] = None,
        profile: Union[str, Sequence[str], None] = None,
        threads: Optional[int] = None,
        npz: bool = False,
        allow_outside_paths: bool = False,
        options: Iterable[str] = (),
        progress: Optional[Progress] = None,
        spikes: Any = None,
        tick: Union[float, str, None] = None,
        dialect: Optional[str] = None,
    ) -> Run:
        """
        Runs a scenario: a file, or a dictionary of the same content, in which relative paths are not possible. Expectations that do not hold
        are told by Run.passed.

        A NIR graph, as a file or in memory, runs with spikes for its first input: an array or tensor of time x neuron, events as (ticks, neurons)
        or a mapping of neurons with ticks or times, or data of the package nir. tick is the length of a step, in seconds or with its unit; dialect
        the tool whose conventions it has, a word of ganglion import --dialect.

        set puts values into the scenario, by JSON pointer or as variables.NAME. out is the run directory; without it, one in a temporary folder
        is deleted with the returned object and its spikes. npz records arrays, too, from which many spikes are read faster. options are further words of the command line.
        """
        settings = dict(set or {})
        if npz:
            settings["/record/npz"] = True
        if is_graph(scenario):

            def simulate(file: str, every: Mapping[str, Any]) -> Any:
                return self._simulate(file, every, seed, out, profile, threads, False, options, progress)

            return self._run_graph(scenario, settings, spikes, tick, dialect, simulate)
        if spikes is not None or tick is not None or dialect is not None:
            raise TypeError("spikes, tick and dialect are for a NIR graph; a scenario has its own")
        directory, keep = self._simulate(
            scenario, settings, seed, out, profile, threads, allow_outside_paths, options, progress
        )
        if not os.path.exists(os.path.join(directory, "result.json")):
            raise ValueError("the scenario has a sweep or repeats, expected one run: call sweep (of a Network, its own), or choose a run with options=['--point=1']")
        return Run(directory, keep, _made_here=True)

    def _run_graph(
        self, graph: Any, settings: Mapping[str, Any], spikes: Any, tick: Union[float, str, None], dialect: Optional[str], simulate: Any
    ) -> Run:
        if spikes is None or tick is None:
            raise TypeError("a NIR graph needs spikes= and tick=, such as tick='1 ms'")
        text, seconds = tick_seconds(seconds_of(tick, "tick") or tick)
        given, folder = given_spikes(spikes, seconds), TemporaryFolder()
        scenario = os.path.join(folder.path, "graph.json")
        self.import_nir(graph, out=scenario, tick=text, dialect=dialect)
        with open(scenario, encoding="utf-8") as content:
            made = json.load(content)
        given.check(int(made["inputs"][0]["size"]))
        populations = made["network"]["populations"]
        starts = {one["name"]: int(str(one.get("start", "0 ticks")).split()[0]) for one in populations}
        duration = f"{given.steps + max(starts.values(), default=0)} ticks"
        directory, keep = simulate(scenario, {"/inputs/0/spikes": given.save(folder.path), "/record/npz": True, "/clock/duration": duration, **settings})
        run = Run(directory, keep, _made_here=True)
        run.steps, run.starts, run.merged, run._graph = given.steps, starts, given.merged, folder
        return run

    def sweep(
        self,
        scenario: Scenario,
        *,
        set: Optional[Mapping[str, Any]] = None,
        seed: Optional[int] = None,
        out: Optional[Path] = None,
        profile: Union[str, Sequence[str], None] = None,
        threads: Optional[int] = None,
        allow_outside_paths: bool = False,
        options: Iterable[str] = (),
        progress: Optional[Progress] = None,
    ) -> Sweep:
        """
        Runs a scenario with a sweep or repeats. A sweep is made of any scenario by set={"/sweep": {POINTER: [VALUES]}}. The arguments are those of run.
        """
        directory, keep = self._simulate(
            scenario, dict(set or {}), seed, out, profile, threads, allow_outside_paths, options, progress
        )
        if not os.path.exists(os.path.join(directory, "sweep-runs.csv")):
            raise ValueError("the scenario has no sweep and no repeats: call run, or give it one with set={'/sweep': ...}")
        return Sweep(directory, keep, _made_here=True)

    def _simulate(
        self,
        scenario: Scenario,
        settings: Mapping[str, Any],
        seed: Optional[int],
        out: Optional[Path],
        profile: Union[str, Sequence[str], None],
        threads: Optional[int],
        allow_outside_paths: bool,
        options: Iterable[str],
        progress: Optional[Progress],
    ) -> Tuple[str, Any]:
        keep = None
        if out is None:
            keep = TemporaryFolder()
            directory = os.path.join(keep.path, "run")
        else:
            directory = os.path.abspath(out)
        file = directory + ".scenario.json" if isinstance(scenario, Mapping) else os.path.abspath(scenario)
        words = ["run", f"--out={directory}", *_settings(settings), *_option("seed", seed), *_option("threads", threads)]
        words += [*_profiles(profile), *_flag("allow-outside-paths", allow_outside_paths), *_words(options), "--quiet", file]
        with _scenario_file(file, scenario) if isinstance(scenario, Mapping) else nullcontext():
            self._ask(words, progress, allowed=(0, 1))
        return directory, keep

    def import_nir(
        self,
        graph: Any,
        *,
        out: Path,
        tick: str,
        step: Optional[str] = None,
        discretisation: Optional[str] = None,
        reset: Optional[str] = None,
        dialect: Optional[str] = None,
        duration: Optional[str] = None,
        spikes: Optional[Path] = None,
        options: Iterable[str] = (),
        progress: Optional[Progress] = None,
    ) -> str:
        """
        Makes the scenario out of a NIR graph: a file, or a nir.NIRGraph. Gives its absolute path, for run. The other arguments are the options
        of ganglion import. spikes are those of the first input: a file, after # with the name or number of its data.
        """
        scenario = os.path.abspath(out)
        words = [f"--out={scenario}", f"--tick={tick}", *_option("step", step), *_option("discretisation", discretisation)]
        words += [*_option("reset", reset), *_option("dialect", dialect), *_option("duration", duration)]
        words += [*_option("spikes", None if spikes is None else os.path.abspath(spikes)), *_words(options)]
        with graph_file(graph) as file:
            self._ask(["import", *words, file], progress, allowed=(0,))
        return scenario

    def cost(
        self,
        run: Any,
        samples: Any = None,
        *,
        devices: Union[str, Sequence[str], None] = None,
        profile: Union[str, Sequence[str], None] = None,
        placement: Optional[str] = None,
        options: Iterable[str] = (),
        progress: Optional[Progress] = None,
        **counting: Any,
    ) -> Any:
        """
        Costs a recorded run on other devices, or placed in another way, without running it again: an Answer with the result of cost.json.

        Or costs a PyTorch model with samples on devices, or an Activity, or a file activity.json: a Costing. Further arguments are those of
        count, which this calls for a model.
        """
        chosen = devices if devices is not None else profile
        activity = self._activity(run, samples, counting)
        if activity is None:
            words = ["cost", *_profiles(chosen), *_option("placement", placement)]
            return self._json([*words, *_trusting(run, options), _directory(run)], progress)
        folder = TemporaryFolder()
        given = isinstance(run, (str, os.PathLike))
        file = os.path.abspath(run) if given else os.path.join(folder.path, "activity.json")
        if not given:
            activity.save(file)
        try:
            answer = self._json(["cost", *_profiles(chosen), *_option("placement", placement), *_words(options), file], progress)
        except InputError as refused:
            raise refused if given else InputError(2, activity.named(str(refused), file)) from None
        return Costing(answer.result, activity)

    @staticmethod
    def _activity(what: Any, samples: Any, counting: Mapping[str, Any]) -> Optional[Activity]:
        if hasattr(what, "register_forward_hook"):
            if samples is None:
                raise TypeError("a model needs samples: a batch as a tensor, or batches such as those of a DataLoader")
            return count(what, samples, **counting)
        if samples is not None or counting:
            raise TypeError(f"found {type(what).__name__} with samples or {', '.join(counting) or 'none'}, which are for a PyTorch model")
        if isinstance(what, (str, os.PathLike)) and os.path.isfile(what):
            return Activity.read(what)
        return what if isinstance(what, Activity) else None

    def why(self, run: Union[Run, Path], *options: str, progress: Optional[Progress] = None) -> Answer:
        """Tells why a neuron fired, as the options of the command say: why(run, "--spike", "out/3@120ms")."""
        return self._json(["why", _directory(run), *_trusting(run, options)], progress)

    def train(
        self,
        experiment: Path,
        *,
        out: Path,
        set: Optional[Mapping[str, Any]] = None,
        seed: Optional[int] = None,
        epochs: Optional[int] = None,
        threads: Optional[int] = None,
        allow_outside_paths: bool = False,
        options: Iterable[str] = (),
        progress: Optional[Progress] = None,
    ) -> Answer:
        """Trains the network of an experiment file into the directory, or the model file MODEL.zip, out."""
        words = ["train", f"--out={os.path.abspath(out)}", *_settings(set or {}), *_option("seed", seed)]
        words += [*_option("epochs", epochs), *_option("threads", threads)]
        words += [*_flag("allow-outside-paths", allow_outside_paths), *_words(options), os.path.abspath(experiment)]
        return self._json(words, progress, os.path.abspath(out))

    def evaluate(
        self, model: Path, data: Path, *, options: Iterable[str] = (), progress: Optional[Progress] = None
    ) -> Answer:
        """Evaluates a trained model on samples."""
        return self._json(["evaluate", f"--data={os.path.abspath(data)}", *_words(options), os.path.abspath(model)], progress)

    def classify(
        self,
        model: Path,
        sounds: Union[Path, Sequence[Path]],
        *,
        options: Iterable[str] = (),
        progress: Optional[Progress] = None,
    ) -> Answer:
        """Says which class each sound belongs to, by a model or a scenario."""
        return self._json(["evaluate", *_words(options), os.path.abspath(model), *_files(sounds)], progress)

    def hear(
        self,
        sounds: Union[Path, Sequence[Path]],
        *,
        out: Path,
        options: Iterable[str] = (),
        progress: Optional[Progress] = None,
    ) -> Answer:
        """Runs the front end alone: pictures, a page, and the spikes of each sound, in the folder out."""
        directory = os.path.abspath(out)
        return self._json(["hear", f"--out={directory}", *_words(options), *_files(sounds)], progress, directory)

    def _json(self, words: Sequence[str], progress: Optional[Progress], directory: Optional[str] = None) -> Answer:
        answer = self._ask([words[0], "--json", *words[1:]], progress, allowed=(0, 1))
        return Answer(json.loads(answer.out), answer.code == 0, directory)

    def _ask(self, words: Sequence[str], progress: Optional[Progress], allowed: Tuple[int, ...]) -> Outcome:
        answer = self._server.call(words, progress)
        if answer.code not in allowed:
            raise error(answer.code, answer.err)
        return answer


shared = Session()
"""The session of the functions of the module ganglion."""


@contextmanager
def _scenario_file(file: str, scenario: Mapping[str, Any]) -> Iterator[None]:
    """
    A file beside the run directory, which may hold no file of others; cost and why read the scenario again. If there is no run, that of
    the run before stays.
    """
    content = json.dumps(scenario, indent=2, default=_plain)
    before = file + ".before"
    with writing(file):
        os.makedirs(os.path.dirname(file), exist_ok=True)
        if os.path.exists(file):
            os.replace(file, before)
    try:
        with writing(file), open(file, "w", encoding="utf-8") as target:
            target.write(content)
        yield
    except BaseException:
        if os.path.exists(before):
            os.replace(before, file)
        raise
    if os.path.exists(before):
        os.remove(before)


def _plain(value: Any) -> Any:
    """NumPy's numbers and arrays as Python's."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, os.PathLike):
        return os.path.abspath(value)
    raise TypeError(f"found {value!r} of {type(value).__name__}, expected what JSON can hold")


def _settings(settings: Mapping[str, Any]) -> List[str]:
    # JSON is YAML: a text in quotes stays a text.
    return [f"--set={pointer}={json.dumps(value, default=_plain)}" for pointer, value in settings.items()]


def _option(name: str, value: Any) -> List[str]:
    return [] if value is None else [f"--{name}={value}"]


def _flag(name: str, wanted: bool) -> List[str]:
    return [f"--{name}"] if wanted else []


def _profiles(profile: Union[str, Sequence[str], None]) -> List[str]:
    if profile is None:
        return []
    names = profile.split(",") if isinstance(profile, str) else list(profile)
    if not names or not all(isinstance(one, str) and one for one in names):
        raise ValueError(f"devices: found {profile!r}, expected names of devices, such as loihi, or files of profiles")
    return ["--profile=" + ",".join(_device(one) for one in names)]


def _device(name: str) -> str:
    """A profile's own name, or the absolute path of its file, with its operating point."""
    found = re.fullmatch(r"(.+?\.(?:yaml|yml|json))(@[^@/\\]*)?", name, re.IGNORECASE)
    return os.path.abspath(found[1]) + (found[2] or "") if found else name


def _words(options: Iterable[str]) -> List[str]:
    if isinstance(options, str):
        raise TypeError(f"found the text {options!r} for options, expected a list of words")
    return list(options)


def _files(sounds: Union[Path, Sequence[Path]]) -> List[str]:
    several = [sounds] if isinstance(sounds, (str, os.PathLike)) else sounds
    return [os.path.abspath(sound) for sound in several]


def _trusting(run: Union[Run, Path], options: Iterable[str]) -> List[str]:
    """The options, with the one that follows paths out of the folder for a run whose scenario the caller named."""
    words = _words(options)
    flag = "--allow-outside-paths"
    return [flag, *words] if isinstance(run, Run) and run.made_here and flag not in words else words


def _directory(run: Union[Run, Path]) -> str:
    return run.directory if isinstance(run, Run) else os.path.abspath(run)

import json
import os
import shutil
import sys
import tempfile
import unittest
import wave
from unittest import mock

import numpy as np

import ganglion
from ganglion import _session

GRAPH = os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../scenarios/core/src/test/resources/nir/two_lif_neurons.nir")

SCENARIO = {
    "scenario": "two-taps",
    "clock": {"tick": "1 ms", "duration": "50 ms"},
    "inputs": [{"name": "taps", "spikes": "taps.csv", "size": 2}],
    "network": {
        "populations": [
            {
                "name": "out",
                "size": np.int64(2),
                "model": "lif",
                "parameters": {"beta": 0.9, "threshold": 1},
                "labels": ["low", "high"],
            }
        ],
        "projections": [
            {"from": "taps", "to": "out", "connectivity": "one-to-one", "weights": 1.0, "delay": "1 tick"}
        ],
    },
    "decision": {"population": "out"},
    "hardware": ["loihi", "stm32u575"],
    "expect": [{"spikes": {"population": "out"}, "between": [3, 3]}],
}

EXPERIMENT = {
    "experiment": "tones",
    "seed": 3,
    "data": {
        "training": {"kind": "folders", "path": "train"},
        "hold-out": {"share": 0.25},
        "test": {"kind": "folders", "path": "test"},
    },
    "features": {
        "as": "drive",
        "frontend": {"sample-rate": "8 kHz", "window": "32 ms", "hop": "10 ms", "mel-bands": 12},
        "duration": "200 ms",
    },
    "network": {
        "layers": [
            {"kind": "dense", "outputs": 12},
            {"kind": "leaky", "beta": 0.8},
            {"kind": "dense", "outputs": 2},
            {"kind": "integrator", "beta": 0.9},
        ]
    },
    "training": {
        "epochs": 6,
        "batch": 4,
        "loss": {"kind": "cross-entropy-mean-membrane"},
        "read-out": "mean-membrane",
        "optimiser": {"kind": "adam", "learning-rate": 0.02},
    },
}


class CallsTest(unittest.TestCase):
    session = ganglion._shared  # one start of Java for all tests

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        with open(os.path.join(self.folder, "taps.csv"), "w", encoding="utf-8") as file:
            file.write("time,neuron\n0.001,0\n0.005,0\n0.010,1\n")
        self.scenario = dict(SCENARIO, inputs=[dict(SCENARIO["inputs"][0], spikes=os.path.join(self.folder, "taps.csv"))])

    def run_it(self, **arguments):
        return self.session.run(self.scenario, allow_outside_paths=True, **arguments)

    def test_a_run_has_its_spikes_decisions_and_energies(self):
        heard = []
        for npz in (False, True):
            run = self.run_it(npz=npz, progress=lambda *words: heard.append(words))
            self.assertTrue(run.passed)
            self.assertEqual(["taps", "out"], list(run.spikes))
            self.assertEqual([2, 6, 11], run.spikes["out"].ticks.tolist())
            self.assertEqual([0, 0, 1], run.spikes["out"].neurons.tolist())
            self.assertEqual([2, 1], run.spikes["out"].counts().tolist())
            self.assertEqual("low", run.decisions[0]["winner"])
            self.assertIn(("loihi", "marginal"), {(one.device, one.boundary) for one in run.energies})
            self.assertEqual(npz, os.path.exists(os.path.join(run.directory, "recording.npz")))
        self.assertEqual("two-taps", heard[0][0])

    def test_settings_have_the_types_of_python(self):
        run = self.run_it(set={"/clock/duration": "8 ms", "/network/projections/0/weights": np.eye(2), "/network/projections/0/connectivity": "all-to-all"}, seed=7)
        self.assertFalse(run.passed)
        self.assertEqual(7, run.result["run"]["seed"])
        self.assertEqual([2, 6], run.spikes["out"].ticks.tolist())

    def test_a_temporary_run_is_deleted_with_its_object(self):
        run = self.run_it()
        directory = run.directory
        self.assertTrue(os.path.exists(directory))
        del run
        self.assertFalse(os.path.exists(directory))

    def test_spikes_of_arrays_keep_the_temporary_run_from_which_they_are_read(self):
        spikes = self.run_it(npz=True).spikes
        self.assertEqual([2, 6, 11], spikes["out"].ticks.tolist())
        directory = os.path.dirname(spikes._populations.arrays.file)
        del spikes
        self.assertFalse(os.path.exists(directory))

    def test_relative_paths_are_those_of_python(self):
        self.addCleanup(os.chdir, os.getcwd())
        self.run_it()
        os.chdir(self.folder)
        run = self.run_it(out="mine")
        self.assertEqual(os.path.realpath(os.path.join(self.folder, "mine")), os.path.realpath(run.directory))
        self.assertEqual(3, len(ganglion.Run("mine").spikes["out"]))

    def test_a_run_that_is_refused_leaves_the_scenario_of_the_one_before(self):
        out = os.path.join(self.folder, "run")
        first = self.run_it(out=out)
        with self.assertRaises(ganglion.InputError):
            self.session.run({"scenario": "no-network"}, out=out)
        with open(out + ".scenario.json", encoding="utf-8") as file:
            self.assertEqual("two-taps", json.load(file)["scenario"])
        self.assertEqual([one for one in first.energies if one.device == "loihi"], self.session.cost(first, profile="loihi").energies)
        self.assertEqual({"run", "run.scenario.json", "taps.csv"}, set(os.listdir(self.folder)))

    def test_options_are_a_list(self):
        with self.assertRaisesRegex(TypeError, r"found the text '--point=1' for options, expected a list of words"):
            self.run_it(options="--point=1")
        with self.assertRaisesRegex(TypeError, "found the text '--json' for options"):
            self.session.cost(self.folder, options="--json")

    def test_profiles_are_names_or_files_at_their_points(self):
        here = os.getcwd()
        for given, word in (
            ("loihi,odin@1.3MHz", "--profile=loihi,odin@1.3MHz"),
            (["mine.yaml@64MHz-1.2V"], f"--profile={here}/mine.yaml@64MHz-1.2V"),
            (["me@home/mine.YML"], f"--profile={here}/me@home/mine.YML"),
        ):
            self.assertEqual([word], _session._profiles(given))

    def test_costs_and_causes_are_those_of_the_run(self):
        run = self.run_it()
        costed = self.session.cost(run, profile=["loihi"])
        self.assertEqual([one for one in run.energies if one.device == "loihi"], costed.energies)
        cause = self.session.why(run, "--spike", "out/1@11ms")
        self.assertTrue(cause.result)
        with self.assertRaisesRegex(ganglion.InputError, "expected --scenario with a file that you trust"):
            self.session.cost(ganglion.Run(run.directory), profile=["loihi"])
        self.session.cost(run.directory, profile=["loihi"], options=["--allow-outside-paths"])

    def test_the_metrics_of_neurobench_have_its_names(self):
        run = self.run_it()
        self.assertEqual(
            {
                "Footprint": 4 * (4 + 2),
                "ConnectionSparsity": 0.5,
                "ActivationSparsity": 1 - 3 / (2 * 50),
                "SynapticOperations": {"Effective_MACs": 0, "Effective_ACs": 3, "Dense": 4 * 50},
            },
            run.neurobench(),
        )
        self.assertEqual(run.neurobench(), self.session.cost(run, profile="loihi").neurobench())
        self.assertEqual({}, self.run_it(set={"/hardware": []}).neurobench())

    def test_the_accuracy_is_that_of_clips_with_labels(self):
        run = self.run_it(out=os.path.join(self.folder, "run"))
        run.result["verdict"].update(rightDecisions=3, labelledDecisions=4)
        self.assertEqual(0.75, run.neurobench()["ClassificationAccuracy"])

    def test_a_graph_becomes_a_scenario(self):
        scenario = self.session.import_nir(GRAPH, out=os.path.join(self.folder, "net.yaml"), tick="1 ms", duration="50 ms")
        run = self.session.run(scenario)
        self.assertEqual(["in", "lif1", "lif2"], list(run.spikes))
        with self.assertRaisesRegex(ganglion.InputError, "no.nir"):
            self.session.import_nir("no.nir", out=os.path.join(self.folder, "other.yaml"), tick="1 ms")

    def test_a_graph_in_memory_becomes_a_scenario(self):
        graph = object()
        out = os.path.join(self.folder, "net.yaml")
        written = []

        def write(file, given):
            written.append((file, given))
            shutil.copyfile(GRAPH, file)

        with mock.patch.dict(sys.modules, {"nir": mock.Mock(write=write)}):
            self.session.import_nir(graph, out=out, tick="1 ms", reset="subtract")
        self.assertIs(graph, written[0][1])
        self.assertFalse(os.path.exists(written[0][0]))
        with open(out, encoding="utf-8") as file:
            self.assertIn("reset by subtraction", file.read().replace("\\\n  \\", ""))
        with mock.patch.dict(sys.modules, {"nir": None}):
            with self.assertRaisesRegex(ImportError, "a graph of type object, which is no file, needs nir: pip install nir"):
                self.session.import_nir(graph, out=out, tick="1 ms")

    def test_a_graph_runs_with_spikes_of_many_forms(self):
        grid = np.zeros((30, 1), bool)
        grid[[2, 3, 4, 11, 12, 20]] = True
        first = self.session.run(GRAPH, spikes=grid, tick=1e-3)
        self.assertEqual((30, {"lif1": 1, "lif2": 2}, 0), (first.steps, first.starts, first.merged))
        np.testing.assert_array_equal(grid, first.array("in"))
        self.assertGreater(first.array("lif1").sum(), 0)
        ticks = np.flatnonzero(grid)
        for spikes in (grid.astype(np.uint8), grid.astype(float), {"times": ticks * 1e-3, "neurons": 0 * ticks}, (ticks, 0 * ticks), first.spikes["in"]):
            run = self.session.run(GRAPH, spikes=spikes, tick="1 ms", profile="loihi")
            np.testing.assert_array_equal(first.array("lif2")[:21], run.array("lif2")[:21])
        self.assertEqual(run.energies, [one for one in self.session.cost(run, devices="loihi").energies])
        other = self.session.run(GRAPH, spikes=grid, tick=1e-3, dialect="snntorch")
        self.assertFalse(np.array_equal(first.array("lif1"), other.array("lif1")))

    def test_a_graph_is_refused_with_a_question(self):
        grid = np.ones((3, 1))
        for wrong, message in (
            ({"tick": 1.0, "spikes": grid}, "is it 1 ms\\? Then give tick=0.001, or else tick='1 s'"),
            ({"tick": "1 q", "spikes": grid}, "expected a time such as '1 ms'"),
            ({"tick": "1 ms", "spikes": np.ones((3, 2))}, "found 2 columns, expected 1 neurons"),
            ({"tick": "1 ms", "spikes": ([0], [7])}, "found neuron 7, expected 1 neurons"),
            ({"tick": "1 ms", "spikes": grid, "dialect": "x"}, "found --dialect x, expected one of nir, snntorch"),
        ):
            with self.assertRaisesRegex(ganglion.InputError, message):
                self.session.run(GRAPH, **wrong)
        with self.assertRaisesRegex(TypeError, "needs spikes= and tick="):
            self.session.run(GRAPH)
        with self.assertRaisesRegex(TypeError, "are for a NIR graph"):
            self.session.run(self.scenario, spikes=grid)

    def test_a_sweep_has_its_runs(self):
        swept = self.session.sweep(
            self.scenario, set={"/sweep": {"/network/projections/0/weights": [0.1, 1.0]}}, allow_outside_paths=True
        )
        self.assertEqual([0, 3], [len(run.spikes["out"]) for run in swept.runs])
        self.assertEqual(2, len(swept.table))
        self.assertFalse(swept.passed)

    def test_a_sweep_is_no_run_and_a_run_no_sweep(self):
        with self.assertRaisesRegex(ValueError, "call sweep"):
            self.run_it(set={"/sweep": {"/network/projections/0/weights": [0.1, 1.0]}})
        with self.assertRaisesRegex(ValueError, "call run"):
            self.session.sweep(self.scenario, allow_outside_paths=True)

    def test_what_is_refused_tells_its_place(self):
        with self.assertRaises(ganglion.InputError) as refused:
            self.run_it(set={"/network/populations/0/size": "x"})
        self.assertEqual("/network/populations/0/size", refused.exception.pointer)
        self.assertTrue(refused.exception.file.endswith(".scenario.json"), refused.exception.file)
        with self.assertRaises(ganglion.InputError) as refused:
            self.session.run(os.path.join(self.folder, "taps.csv"), seed="x")
        self.assertIsNone(refused.exception.file)

    def test_sounds_are_heard(self):
        sound = self.tone("tone.wav", 440)
        heard = self.session.hear(sound, out=os.path.join(self.folder, "heard"))
        self.assertTrue(heard.passed)
        self.assertIn("tone.spikes.csv", os.listdir(heard.directory))

    def test_any_command_can_be_asked_for(self):
        answer = self.session.command("profile", "list")
        self.assertEqual(0, answer.code)
        self.assertIn("loihi", answer.out)
        self.assertEqual(2, self.session.command("serve").code)

    def test_a_call_that_is_too_long_is_refused_and_the_process_goes_on(self):
        session = self.session
        session.command("profile", "list")
        process, server = session._server._process, session._server
        longest = (1 << 20) - len(json.dumps({"id": server._requests + 1, "words": ["profile", "list", ""]}))
        fits = session.command("profile", "list", "x" * longest).err
        self.assertTrue(fits.startswith("ganglion profile list: found 'xxx"), fits[:200])
        longest = (1 << 20) - len(json.dumps({"id": server._requests + 1, "words": ["profile", "list", ""]}))
        with self.assertRaisesRegex(ganglion.InputError, "found a request of 1048577 bytes, expected at most 1048576"):
            session.command("profile", "list", "x" * (longest + 1))
        with self.assertRaises(ganglion.InputError) as refused:
            session.run(self.scenario, set={"/network/projections/0/weights": np.zeros((600, 600))})
        self.assertIsNone(refused.exception.file)
        self.assertEqual(0, session.command("profile", "list").code)
        self.assertIs(process, server._process)

    def test_a_model_is_trained_evaluated_and_asked(self):
        for place in range(4):
            for data in ("train", "test"):
                self.tone(f"{data}/low/low-{data}-{place}.wav", 200 + 20 * place)
                self.tone(f"{data}/high/high-{data}-{place}.wav", 2000 + 200 * place)
        experiment = os.path.join(self.folder, "experiment.json")
        with open(experiment, "w", encoding="utf-8") as file:
            json.dump(EXPERIMENT, file)
        heard = set()
        trained = self.session.train(
            experiment, out=os.path.join(self.folder, "trained"), epochs=5, progress=lambda *words: heard.add(words[:2])
        )
        self.assertIn(("tones", "epoch 1/5"), heard)
        self.assertTrue(os.path.isdir(trained.directory))
        model = next(name for name in os.listdir(trained.directory) if name.endswith(".zip"))
        model = os.path.join(trained.directory, model)
        evaluated = self.session.evaluate(model, os.path.join(self.folder, "test"))
        self.assertIn("accuracy", json.dumps(evaluated.result))
        asked = self.session.classify(model, [os.path.join(self.folder, "test/low/low-test-0.wav")])
        self.assertIn("low", json.dumps(asked.result))

    def tone(self, name, hertz):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with wave.open(path, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(16000)
            tone = np.sin(2 * np.pi * hertz * np.arange(4000) / 16000)
            file.writeframes((tone * 20000).astype("<i2").tobytes())
        return path

import contextlib
import copy
import io
import os
import pathlib
import pickle
import tempfile
import unittest
from unittest import mock

import numpy as np

import ganglion

CELL = dict(time_constant="20 ms", threshold=20, reset="value", reset_potential=10, refractory="2 ms")
EQUATIONS = "dv/dt = (EL - v + I)/tau_m : mV\ndw/dt = -w/tau_m : 1  # a second state\n"


def built():
    """A network with each kind of part."""
    net = ganglion.Network("parts", tick="0.1 ms", seed=7)
    noise = net.poisson("noise", 20, "40 Hz")
    clock = net.regular("clock", 1, "25 ms", "5 ms")
    taps = net.spikes("taps", np.eye(30, 5, dtype=bool))
    e = net.population("exc", 60, "lif", **CELL).poisson_input("4 kHz", 0.5).noise(0, 0.1)
    i = net.population("inh", 15, "lif", **CELL).current(np.linspace(0, 1, 40)[:, None]).set(labels=[f"neuron {n}" for n in range(15)])
    own = net.model(
        "own", equations=EQUATIONS, parameters={"EL": "-70 mV", "tau_m": "20 ms", "I": "0 mV"}, start={"v": "EL"},
        threshold="v > -50 mV", reset="v = EL; w = w + 1", input="v = v + input", weight_unit="mV"
    )
    k = net.population("own", 3, own, tau_m="10 ms", I=np.array([30, 10, 25.0]))
    net.connect(noise, e, probability=0.3, weight={"distribution": "normal", "mean": 3, "deviation": 0.5, "clip": [0, 6]})
    net.connect(taps, e, weight=np.linspace(0, 9, 300).reshape(5, 60), delay="1.5 ms")
    net.connect(clock, i, weight=25)
    net.connect(e, e, in_degree=8, weight=0.5, delay="1.5 ms", stdp=dict(largest_weight=1, depression=1.05))
    net.connect(e, i, rule="fixed-total", total=90, weight=1.5, delay={"distribution": "uniform", "low": "0.5 ms", "high": "2 ms"})
    net.connect(i, i, connectivity="one-to-one", weight=-1)
    net.connect(i, e, synapses=(np.arange(2000) % 15, np.arange(2000) % 60, np.full(2000, -0.1), np.full(2000, 12)))
    net.connect(i, k, weight=np.full((15, 3), 0.5))
    net.record("membrane", k)
    net.record("states", k, state="w", every="1 ms")
    net.record("membrane", e, every="1 ms", neurons=[0, 3], from_="10 ms")
    net.expect(spikes={"population": e}, at_least=1)
    return net, noise, taps, e, i, k


class NetworkTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def test_synapses_learn_by_a_text_and_a_third_factor(self):
        net = ganglion.Network(tick="1 ms", seed=3)
        noise, reward = net.poisson("noise", 20, "40 Hz"), net.regular("reward", 1, "50 ms")
        cell = net.population("cell", 1, "lif", time_constant="20 ms", threshold=1)
        judge = net.population("judge", 1, "lif", time_constant="1 ms", threshold=0.5)
        rule = net.model("earned", equations="dc/dt = -c/tau_c : 1", parameters={"tau_c": "200 ms", "rate": 0.1}, weight_unit="1", on_pre="c = c + 1", on_post="", on_third="w = w + rate*c")
        net.connect(noise, cell, weight=0.1, plasticity={rule: {"rate": 0.01}}, modulator=judge)
        net.connect(noise, judge, weight=0, plasticity={"tsodyks-markram": {"U": 0.5, "tau_rec": "800 ms"}})
        net.connect(reward, judge, weight=1)
        run = net.run("500 ms", session=ganglion._shared)
        saved = ganglion._shared.run(net.save(os.path.join(self.folder, "learns.yaml")))
        self.assertGreater(len(run.spikes[cell]), 5)
        self.assertEqual(run.spikes[cell].ticks.tolist(), saved.spikes[str(cell)].ticks.tolist())
        with self.assertRaisesRegex(ganglion.InputError, 'connect "noise" to "cell": found stdp and plasticity, expected one of them'):
            net.connect(noise, cell, weight=0.1, plasticity={rule: {}}, stdp={})

    def test_a_network_and_its_saved_scenario_give_the_same_bits(self):
        net, noise, taps, e, i, k = built()
        run = net.run("60 ms", session=ganglion._shared)
        self.assertTrue(run.passed)
        self.assertEqual({"exc": 60, "inh": 15, "own": 3}, {name: run.spikes[name].size for name in (e, i, k)})
        self.assertTrue(all(len(run.spikes[name]) for name in (noise, taps, e, i, k)))
        for kind in ("yaml", "json"):
            with self.subTest(kind):
                out = os.path.join(self.folder, kind)
                said = ganglion.command("run", net.save(os.path.join(self.folder, "saved." + kind)), f"--out={out}", "--set=/record/npz=true")
                self.assertEqual((0, ""), (said.code, said.err))
                file = ganglion.Run(out)
                self.assertEqual(run.result["raster"], file.result["raster"])
                self.assertEqual(set(run.recording), set(file.recording))
                for name, values in run.recording.items():
                    np.testing.assert_array_equal(values, file.recording[name], name)
        with open(os.path.join(self.folder, "saved.yaml"), encoding="utf-8") as text:
            self.assertIn("  own:\n    equations: |\n      dv/dt = (EL - v + I)/tau_m : mV\n      dw/dt", text.read())

    def test_samples_are_arrays(self):
        net, _, _, e, i, k = built()
        run = net.run("60 ms")
        self.assertEqual((600, 3), run.potentials(k).values.shape)
        self.assertEqual(([0, 3], 50), (run.potentials(e).neurons.tolist(), len(run.potentials(e).times)))
        self.assertAlmostEqual(0.01, run.potentials(e).times[0])
        self.assertGreater(run.samples(k, "w").values.max(), 0)
        self.assertEqual("<samples of 3 neurons at 600 times>", repr(run.potentials(k)))
        with self.assertRaisesRegex(ValueError, "found no potential of inh recorded"):
            run.potentials(i)
        with self.assertRaisesRegex(ValueError, "found no recording.npz, expected a run with npz=True"):
            net.run(npz=False).potentials(k)

    def test_each_is_told_in_a_line(self):
        net, _, taps, e, _, k = built()
        self.assertEqual("<Network parts: 3 populations, 8 projections, 3 inputs>", repr(net))
        self.assertEqual(["<exc: 60 neurons, lif>", "<taps: 5 neurons, spikes>", "exc"], [repr(e), repr(taps), str(e)])
        self.assertEqual("<Run of parts: 0.02 s, 261 spikes. Its expectation holds>", repr(net.run("20 ms")))

    def test_with_out_all_files_stay_and_the_run_can_be_costed_later(self):
        net, *_ = built()
        net.document["network"]["populations"].pop()
        net.document["network"]["projections"].pop()
        net.document.pop("record")
        out = os.path.join(self.folder, "run")
        net.run("20 ms", out=out)
        self.assertEqual({"run", "run.scenario.json", "run.scenario.1.npz", "run.scenario.2.npz"}, set(os.listdir(self.folder)))
        costed = ganglion.cost(ganglion.Run(out), devices="loihi", options=["--allow-outside-paths"]).energies
        self.assertEqual(["device", "operating_point", "computation", "boundary", "joules"], list(ganglion.Energy._fields[:5]))
        self.assertEqual(len(costed), len(costed.table))
        self.assertRegex(repr(costed), r"^device +computation +format +boundary +joules +low +high +grade +fits\nloihi +spikes +marginal +1.2 µJ ")

    def test_currents_are_numbers_or_time_by_neuron(self):
        net = ganglion.Network(tick=1e-3)
        net.population("one", 2, "lif", time_constant="20 ms", threshold=1).current([0.2, 0], start="10 ms")
        net.population("all", 2, "lif", time_constant="20 ms", threshold=1).current(np.array([[0, 0], [0, 0], [0, 2], [0, 0]]), start="3 ticks")
        run = net.run("40 ms")
        self.assertEqual([0], sorted(set(run.spikes["one"].neurons.tolist())))
        self.assertGreaterEqual(run.spikes["one"].ticks.min(), 10)
        self.assertEqual(([5], [1]), (run.spikes["all"].ticks.tolist(), run.spikes["all"].neurons.tolist()))
        self.assertEqual("1 ms", net.document["clock"]["tick"])

    def test_what_does_not_fit_is_told_by_its_place_in_the_network(self):
        def refused(*lines, build):
            net = ganglion.Network(tick="1 ms")
            e = net.population("e", 3, "lif", time_constant="20 ms")
            with self.subTest(lines), self.assertRaises(ganglion.InputError) as told:
                build(net, e)
                net.run("20 ms")
            for line, found in zip(lines, str(told.exception).splitlines()):
                self.assertTrue(found.startswith(line), found)
                self.assertFalse(line.startswith("connect") and told.exception.file)

        refused('population "z", size: found 0', 'population "z": found none of beta', 'population "z", tau: found a key', build=lambda net, e: net.population("z", 0, "lif", tau="20 ms"))
        refused('connect "e" to "e", probability: found 2', build=lambda net, e: net.connect(e, e, probability=2, weight=1))
        refused('connect "e" to "e", weights: found nan, expected a finite number', build=lambda net, e: net.connect(e, e, weight=float("nan")))
        refused('input "p", poisson, rate: found 5, expected a frequency', build=lambda net, e: net.poisson("p", 3, 5))
        refused("expect, 0, between, 0: found 1, expected a frequency", build=lambda net, e: net.expect(rate={"population": e}, between=[1, 2]))
        refused("models, m, equations: found the unknown name", build=lambda net, e: net.population("m", 1, net.model("m", equations="dv/dt = -u/ms : mV", threshold="v > 1 mV")))
        refused("record, stimuli: found the unknown key", build=lambda net, e: net.record("stimuli", e))
        refused("spikes: found neuron 3, expected 3 neurons", build=lambda net, e: net.spikes("s", ([0], [3]), size=3))
        refused('input "s": found events without size', build=lambda net, e: net.spikes("s", ([0], [3])))
        refused("spikes: found times up to 900 s", build=lambda net, e: net.spikes("s", {"times": np.array([1.0, 900]), "neurons": np.array([0, 1])}, size=2))
        refused("tick: found 1 seconds for one time step; is it 1 ms?", build=lambda net, e: ganglion.Network(tick=1))

    def test_a_wrong_population_is_told_at_its_call(self):
        net = ganglion.Network(tick="1 ms")
        own = net.model("own", equations="dv/dt = -v/tau : mV", parameters={"tau": "20 ms"}, threshold="v > 1 mV", reset="v = 0 mV")
        lif = dict(time_constant="20 ms")
        for pointer, message, call in (
            ("size", 'population "a", size: found 0, expected at least 1', lambda: net.population("a", 0, "lif", **lif)),
            ("model", 'population "a", model: found "lyf", expected one of lif, .*, own, did you mean "lif"', lambda: net.population("a", 3, "lyf")),
            ("parameters/time-constnt", 'found the unknown key "time-constnt", expected one of .* did you mean "time-constant"', lambda: net.population("a", 3, "lif", time_constnt="20 ms")),
            ("parameters/tauww", 'found the unknown parameter "tauww", expected one of .* did you mean "tauw"', lambda: net.population("a", 3, "adex", tauww="20 ms")),
            ("parameters/tua", 'found the unknown parameter "tua", expected one of tau', lambda: net.population("a", 3, own, tua="20 ms")),
            ("parameters", 'population "a": there are 2 values of the bias for 3 neurons', lambda: net.population("a", 3, "lif", bias=[1, 2], **lif)),
        ):
            with self.subTest(message), self.assertRaisesRegex(ganglion.InputError, message) as told:
                call()
            self.assertEqual([f"/network/populations/0/{pointer}"], [problem.pointer for problem in told.exception.problems])
        self.assertEqual([], net.document["network"]["populations"])

    def test_a_population_like_one_before_is_not_asked_about(self):
        net = ganglion.Network(tick="1 ms")
        net.population("a", 3, "lif", time_constant="20 ms")
        with mock.patch.object(ganglion._shared._server, "call_if_free") as asked:
            net.population("b", 3, "lif", time_constant="20 ms")
            net.population("c", "${n}", "lif", time_constant="20 ms")
            net.population("d", 3, "lif", time_constant="20 ms", bias="bias.csv")
            asked.assert_not_called()
            asked.return_value = None  # as where there is no program
            net.population("e", 0, "lyf")
            asked.assert_called_once()

    def test_what_is_no_call_is_refused_at_once(self):
        net = ganglion.Network(tick="1 ms")
        e = net.population("e", 3, "lif", time_constant="20 ms", threshold=1)
        three = [[0, 1], [1, 2], [0.5, 0.5]]
        for message, call in (
            ("<e: 3 neurons, lif>, current: found the start 'soon', expected one in whole ticks", lambda: e.current(np.zeros((2, 3)), start="soon")),
            ("current: found the start 5, expected", lambda: e.current(np.zeros((2, 3)), start=5)),
            (r"current: found an array of shape \(0, 3\)", lambda: e.current(np.zeros((0, 3)))),
            ("current: found list without an array of numbers", lambda: e.current([[1, 2, 3], [1]])),
            (r'connect "e" to "e", synapses: found arrays of \(2,\), \(2,\), expected', lambda: net.connect(e, e, synapses=three[:2])),
            (r"synapses: found arrays of \(2,\), \(2,\), \(1,\), expected", lambda: net.connect(e, e, synapses=(*three[:2], [1]))),
            (r"synapses: found arrays of \(2,\), \(2,\), \(2,\), \(2,\), \(2,\), expected", lambda: net.connect(e, e, synapses=[[0, 1]] * 5)),
            ("synapses: found list without an array of numbers", lambda: net.connect(e, e, synapses=(*three[:2], ["a", "b"]))),
            ("found synapses beside a weight, a delay or a rule", lambda: net.connect(e, e, synapses=three, weight=1)),
            ("found connectivity and a rule", lambda: net.connect(e, e, connectivity="one-to-one", probability=0.5)),
            ('connect "e" to "e": found probability and in_degree, expected one of them', lambda: net.connect(e, e, in_degree=3, probability=0.5)),
            (r"record weights: found \['e'\], expected the name of one population", lambda: net.record("weights", ["e"])),
            ("found weights, expected weight", lambda: net.connect(e, e, weights=1)),
            ("found the key 1, expected a text", lambda: e.set(labels={1: "one"})),
        ):
            with self.subTest(message), self.assertRaisesRegex(ganglion.InputError, message):
                call()
        self.assertEqual(([], None), (net.document["network"]["projections"], e.keys.get("currents")))

    def test_arrays_are_those_at_the_time_of_the_call(self):
        net = ganglion.Network(tick="1 ms")
        row, weights, deep = np.array([0.5, 0, 0]), np.ones((3, 3)), {"parameters": {"low": np.zeros(3)}}
        e = net.population("e", np.int64(3), "lif", time_constant="20 ms", threshold=1, bias=row).current(row).current(np.tile(row, (2, 1)))
        net.connect(e, e, weight=weights)
        net.connect(e, e, synapses=(three := np.arange(3), three, row))
        net.model("m", **deep)
        row[:], weights[:], three[:], deep["parameters"]["low"][:] = 7, 7, 7, 7
        self.assertNotIn("7", str(net._written("x")[0]).replace("e-7", ""))
        self.assertNotIn(7, np.concatenate(list(net.document["network"]["projections"][1]["connectivity"].values())))

    def test_values_of_numpy_are_those_of_python(self):
        net = ganglion.Network(tick="1 ms", seed=np.int64(7), labels=np.array(["a", "b"]))
        net.population("e", 2, "lif", time_constant=np.array(["20 ms", "30 ms"]), threshold=np.float16(0.5), bias=np.array([0.5, 1], np.longdouble))
        net.population("wide", 2000, "lif", time_constant=np.full(2000, "20 ms"), bias=np.zeros(2000, np.float16))
        content, arrays = net._written(os.path.join(self.folder, "q.yaml"))
        self.assertEqual((7, ["a", "b"]), (content["seed"], content["labels"]))
        self.assertEqual({"time-constant": ["20 ms", "30 ms"], "threshold": 0.5, "bias": [0.5, 1.0]}, content["network"]["populations"][0]["parameters"])
        self.assertEqual((2000, "q.yaml.1.npy"), (len(content["network"]["populations"][1]["parameters"]["time-constant"]), content["network"]["populations"][1]["parameters"]["bias"]))
        self.assertEqual([np.dtype("float64")], [value.dtype for value in arrays.values()])

    def test_long_lists_of_texts_stay_in_the_scenario(self):
        net = ganglion.Network(tick="1 ms")
        p = net.poisson("p", 1500, np.array(["0 Hz", *["900 Hz"] * 1499]))
        net.population("e", 1, "lif", time_constant="20 ms")
        counts = net.run("20 ms").spikes[p].counts()
        self.assertEqual((0, True), (counts[0], counts[1:].all()))

    def test_populations_and_networks_can_be_copied(self):
        net, *_, k = built()
        for copied in (copy.copy(k), copy.deepcopy(k), pickle.loads(pickle.dumps(k))):
            self.assertEqual(("own", "<own: 3 neurons, own>"), (str(copied), repr(copied)))
        other = copy.deepcopy(net)
        other.set(seed=8)
        self.assertEqual((7, net.run("20 ms").result["raster"]), (net.document["seed"], copy.deepcopy(net).run("20 ms").result["raster"]))

    def test_a_scenario_is_saved_as_a_whole_or_not_at_all(self):
        net, _, _, e, *_ = built()
        file = net.save(os.path.join(self.folder, "q.yaml"))
        self.assertEqual({"q.yaml", "q.yaml.1.npz", "q.yaml.2.npz"}, set(os.listdir(self.folder)))

        def files():
            return {path.name: path.read_bytes() for path in pathlib.Path(self.folder).iterdir()}

        before = files()
        net.spikes("more", np.eye(30, 5, dtype=bool))
        for wrong in (float("nan"), "\ud800", 1j, object()):
            net.document["description"] = wrong
            with self.subTest(wrong), self.assertRaisesRegex(ganglion.InputError, "^description: found .*, expected a finite number, a text"):
                net.save(file)
            with self.assertRaisesRegex(ganglion.InputError, "^description: found "):
                net.run("5 ms")
            self.assertEqual(before, files())
        net.document["description"] = ""
        for place in (os.path.join(file, "below.yaml"), self.folder):
            with self.subTest(place), self.assertRaisesRegex(ganglion.InputError, f"^{place}: cannot be written: ") as told:
                net.save(place)
            self.assertEqual(1, len(told.exception.problems))
        with self.assertRaisesRegex(ganglion.InputError, "cannot be written"):
            net.run("5 ms", out=os.path.join(file, "run"))
        with self.assertRaisesRegex(ganglion.InputError, "cannot be written"):
            ganglion.run({"scenario": "one"}, out=os.path.join(file, "run"))
        self.assertEqual(before, files())

    def test_texts_are_saved_as_they_are(self):
        texts = ["a\n  b\n", "  a\nb", "a\n\n    b\n\n", "a\nb", "τ = 1: # no comment\n- b\n", "tab\there\nb", "\n  a\n", "a\n ", "a\r\nb", "yes", " x ", "\u2028\nb", "a:\n\nb\n\n\n"]
        for text in texts:
            net = ganglion.Network(tick="1 ms", description=text)
            net.population("e", 1, "lif", time_constant="20 ms", threshold=1)
            net.document["network"]["populations"][0]["labels"] = [text]
            with self.subTest(text):
                net.document["clock"]["duration"] = "1 ms"
                shown = ganglion.run(net.save(os.path.join(self.folder, "t.yaml"))).result
                self.assertEqual(text, shown["scenario"]["written"]["/description"] if "/description" in shown["scenario"]["written"] else shown["scenario"]["description"])


class PageTest(unittest.TestCase):
    def test_the_page_begins_with_an_example_that_runs(self):
        page = os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../docs/user/python.md")
        with open(page, encoding="utf-8") as text:
            example = text.read().split("```")[1].removeprefix("python\n")
        names = {}
        self.addCleanup(os.chdir, os.getcwd())
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as said, mock.patch.object(ganglion.Run, "plot"):
            os.chdir(folder)
            exec(example, names)
            again = ganglion.run("network.yaml")
            np.testing.assert_array_equal(names["run"].spikes["i"].ticks, again.spikes["i"].ticks)
            os.chdir("/")
        self.assertIn("<Network network: 2 populations, 3 projections, 1 input> <Run of network: ", said.getvalue())
        self.assertRegex(said.getvalue(), r"\nloihi +spikes +active +\S+ ")
        self.assertGreater(len(again.spikes["i"]), 0)

    def test_a_network_is_swept_with_its_arrays(self):
        net = ganglion.Network(tick="1 ms")
        source = net.spikes("in", (np.arange(0, 20, 2), np.zeros(10, dtype=int)), size=1)
        out = net.population("out", 1, "lif", beta=0.9)
        net.connect(source, out, weight=1.5)
        first = net.sweep({"/network/projections/0/weights": [1.5, 0.1]}, "20 ms").runs
        self.assertEqual([10, 0], [len(run.spikes["out"]) for run in first])
        self.assertEqual([10] * 3, [len(run.spikes["out"]) for run in net.sweep(repeat=3).runs])
        both = net.sweep({"/network/projections/0/weights": [1.5, 0.1]}, repeat=2).runs
        self.assertEqual([10, 10, 0, 0], [len(run.spikes["out"]) for run in both])
        with self.assertRaisesRegex(ValueError, "the scenario has no sweep and no repeats"):
            net.sweep()


class PlotTest(unittest.TestCase):
    def test_a_run_has_axes_of_its_own_or_those_given(self):
        try:
            import matplotlib
        except ImportError:
            self.skipTest("there is no matplotlib (Debian: python3-matplotlib)")
        matplotlib.use("Agg")
        from matplotlib import pyplot

        self.addCleanup(pyplot.close, "all")
        net = ganglion.Network(tick="1 ms")
        e = net.population("e", 3, "lif", time_constant="20 ms", threshold=1).current(0.2)
        run = net.run("100 ms")
        before = pyplot.gca()
        spikes = run.plot()
        self.assertIsNot(before, spikes)
        self.assertEqual(["neuron", "rate (Hz)"], [axes.get_ylabel() for axes in spikes.figure.axes])
        self.assertEqual(len(run.spikes[e]), len(spikes.lines[0].get_xdata()))
        (rates,) = spikes.figure.axes[1].patches
        edges, heights = rates.get_data().edges, rates.get_data().values
        self.assertAlmostEqual(len(run.spikes[e]) / 3, float((heights * np.diff(edges)).sum()))
        self.assertIs(before, run.plot(ax=before))
        self.assertEqual([before], before.figure.axes)

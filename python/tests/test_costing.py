"""What is shown of the answer of ganglion cost, by an answer of its form."""
import os
import sys
import tempfile
import unittest
from unittest import mock

import ganglion

KNOWN = {"joules": 1.234e-5, "low": 5e-6, "high": 2.5e-5, "grade": "B", "network": 1e-5, "frontEnd": 0.0, "inputOutput": 1e-6, "static": 1.34e-6, "missing": []}
UNKNOWN = {"joules": None, "low": None, "high": None, "grade": None, "network": None, "frontEnd": None, "inputOutput": None, "static": None}
ANSWER = {
    "activity": "mlp",
    "steps": 25,
    "samples": 100,
    "tickSeconds": 0.001,
    "devices": [
        {
            "device": "loihi",
            "title": "Intel Loihi",
            "computation": "spikes",
            "precision": "9-bit weights",
            "fits": True,
            "refusals": [],
            "changes": ["a linear leak in place of an exponential one (lif1, lif2)"],
            "workSeconds": 2.5e-5,
            "energies": {"marginal": KNOWN, "active": dict(UNKNOWN, missing=["idle power"])},
            "sources": [
                {"figure": "energy", "value": "23.6 pJ", "kind": "quoted", "key": "davies-2018", "source": "Davies et al. 2018,\n IEEE Micro 38(1) & more", "at": "Table 2"},
                {"figure": "time", "value": "3 ns", "kind": "quoted", "key": "davies-2018", "source": "Davies et al. 2018,\n IEEE Micro 38(1) & more", "at": ""},
            ],
            "assumed": ["Layers are spread over cores in order.", "Inputs are not placed."],
        },
        {
            "device": "xylo",
            "title": "Xylo",
            "computation": "spikes",
            "precision": None,
            "fits": False,
            "refusals": ["fc1 has 784 inputs, xylo takes at most 16"],
            "energies": {"marginal": dict(UNKNOWN, missing=[])},
        },
        {
            "device": "stm32u575",
            "title": "STM32U575",
            "computation": "artificial",
            "precision": "int8",
            "fits": True,
            "workSeconds": 0.0041,
            "inTime": False,
            "energies": {"active": dict(KNOWN, joules=9.96e-5, low=None, high=None, grade=None)},
            "sources": [{"key": "st-2023", "source": "Data sheet", "url": "https://www.st.com"}],
            "assumed": ["Layers are spread over cores in order."],
        },
    ],
}


class CostingTest(unittest.TestCase):
    costing = ganglion.Costing(ANSWER, ganglion.Activity({"activity": "mlp", "steps": 25, "layers": [{"name": "lif1", "kind": "neurons"}], "assumed": ["lif1 is taken for neurons"]}))

    def test_a_line_for_each_device(self):
        self.assertEqual(
            [
                "mlp, a sample of 25 time steps of 1.0 ms, which is assumed; mean of 100",
                "loihi      spikes            marginal 12 µJ (5.0 µJ to 25 µJ, grade B), works 25 µs, fits changed",
                "xylo       spikes            does not fit: fc1 has 784 inputs, xylo takes at most 16",
                "stm32u575  artificial, int8  active 100 µJ (not measured), works 4.1 ms, too slow",
                "artificial: another network of the same layers, once a sample; nobody has measured its accuracy",
            ],
            repr(self.costing).splitlines(),
        )

    def test_a_refused_activity_names_its_layers_and_not_a_file_that_is_gone(self):
        def refuse(_, words, progress):
            raise ganglion.InputError(2, f"{words[-1]}:15: /layers/0/output-spikes: found 800, expected at most 540")

        with mock.patch.object(ganglion.Session, "_json", refuse), self.assertRaises(ganglion.InputError) as refused:
            ganglion.Session().cost(self.costing.activity)
        self.assertEqual("lif1: output-spikes: found 800, expected at most 540\nWhat was not counted as it is can be declared: docs/user/python.md", str(refused.exception))
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "own.json")
            self.costing.activity.save(file)
            with mock.patch.object(ganglion.Session, "_json", refuse), self.assertRaisesRegex(ganglion.InputError, r"own\.json:15: /layers/0"):
                ganglion.Session().cost(file)

    def test_counts_are_shown_above_the_devices(self):
        counted = ganglion.Costing({**ANSWER, "counts": {"neurons": 1994.0, "accumulators": 10.0, "spikes": 5752.4, "synapticEvents": 1066521.0}}, self.costing.activity)
        self.assertEqual("1 994 neurons, 10 accumulators of read-outs or attention, 5 752 spikes, 1 066 521 synaptic events", repr(counted).splitlines()[1])

    def test_a_row_for_each_boundary(self):
        rows = self.costing.rows
        self.assertEqual(["marginal", "active", "marginal", "active"], [row.boundary for row in rows])
        self.assertEqual((1e-5, 0.0, 1e-6, 1.34e-6, 2.5e-5), rows[0][9:14])
        self.assertEqual((None, ("idle power",)), (rows[1].joules, rows[1].why))
        self.assertEqual((1, 0), (len(rows[0].changes), len(rows[2].changes)))
        self.assertEqual(["changed", "changed", "no", "too slow"], [row.fits for row in rows])
        self.assertEqual(("fc1 has 784 inputs, xylo takes at most 16",), rows[2].why)
        self.assertEqual((1.234e-5, None), (self.costing.energy("loihi", "marginal"), self.costing.energy("loihi")))
        with self.assertRaisesRegex(ValueError, "^found no energy of lohi, active, any computation, expected one of: loihi, marginal, spikes; loihi, active, spikes; xylo"):
            self.costing.energy("lohi")
        dense = {**ANSWER["devices"][2], "computation": "dense-ticks", "energies": {"active": dict(KNOWN, joules=3e-4)}}
        both = ganglion.Costing({**ANSWER, "devices": [*ANSWER["devices"], dense]}, self.costing.activity)
        self.assertEqual((3e-4, 9.96e-5), (both.energy("stm32u575"), both.energy("stm32u575", computation="artificial")))
        self.assertIn("300 µJ on STM32U575 in dense steps of int8", both.paragraph(latex=False))

    def test_the_table_is_a_frame_if_pandas_is_there(self):
        with mock.patch.dict(sys.modules, {"pandas": None}):
            self.assertEqual("loihi", self.costing.table[0]["device"])
        try:
            import pandas  # noqa: F401
        except ImportError:
            self.skipTest("there is no pandas (Debian: python3-pandas)")
        self.assertEqual(["loihi", "loihi", "xylo", "stm32u575"], self.costing.table["device"].tolist())

    def test_a_paragraph_has_boundary_interval_and_assumptions(self):
        self.assertEqual(
            "A sample of mlp, 25 time steps of 1.0 ms, takes an estimated 12 \\textmu{}J on Intel Loihi~\\cite{davies-2018} (95 \\% interval 5.0 \\textmu{}J to 25 \\textmu{}J, grade B), and none is known on Xylo (fc1 has 784 inputs); the boundary is marginal, "
            "what the work adds to a device that runs anyway. Synaptic events, neuron updates and spikes were counted over 100 samples in PyTorch and priced by "
            f"Ganglion {ganglion.__version__}~\\cite{{ganglion}}; it is assumed that lif1 is taken for neurons and that a time step is 1.0 ms "
            "and that the spikes stay as they are with a linear leak in place of an exponential one on Intel Loihi.",
            self.costing.paragraph("marginal"),
        )
        changes = [f"another {word} (lif1)" for word in ("leak", "reset", "weight", "delay")]
        changed = ganglion.Costing({**ANSWER, "devices": [{**ANSWER["devices"][0], "changes": changes}]}, ganglion.Activity({**self.costing.activity.document, "assumed": ["One.", "Two."]}))
        self.assertIn("it is assumed that one and that two and that a time step", changed.paragraph("marginal"))
        self.assertIn("another leak on Intel Loihi, another reset on Intel Loihi, another weight on Intel Loihi and another delay on Intel Loihi.", changed.paragraph("marginal"))
        plain = self.costing.paragraph(latex=False)
        self.assertIn(f"PyTorch and priced by Ganglion {ganglion.__version__}; it is assumed", plain)
        self.assertIn("100 µJ on STM32U575 as an artificial network in int8, whose accuracy nobody has measured, (never compared with a measurement, slower than real time), and none is known on Intel Loihi (idle power); the boundary is active", plain)
        self.assertIn("takes an energy that is not known on the devices asked for", self.costing.paragraph("always-on"))

    def test_names_are_escaped_and_a_wrong_boundary_is_told(self):
        named = ganglion.Costing({**ANSWER, "activity": "My_Net"}, self.costing.activity)
        self.assertIn(r"A sample of My\_Net, 25", named.paragraph())
        self.assertIn("A sample of My_Net, 25", named.paragraph(latex=False))
        for made in (named.latex, named.paragraph, named.plot):
            with self.assertRaisesRegex(ValueError, "^boundary: found 'activ', expected active, marginal or always-on$"):
                made("activ")

    def test_latex_and_bibtex(self):
        table = self.costing.latex("marginal")
        self.assertIn(r"Intel Loihi & spikes & 12 \textmu{}J & 5.0 \textmu{}J to 25 \textmu{}J & 25 \textmu{}s & B \\", table)
        self.assertIn(r"Xylo & spikes & -- & -- & -- & -- \\", table)
        self.assertIn(r"device & computation & energy, marginal &", table)
        self.assertIn("& time of work & grade", table)
        self.assertIn(r"\par\footnotesize Energy: marginal, what the work adds to a device that runs anyway.", table)
        self.assertIn(r"\par\footnotesize Intel Loihi computes another network: a linear leak in place of an exponential one", table)
        self.assertIn("nobody has measured its accuracy", self.costing.latex())
        beside = {**ANSWER["devices"][0], "energies": {"active": dict(KNOWN, frontEnd=1e-6)}}
        self.assertIn(r"Intel Loihi: 1.0 \textmu{}J of it on a processor beside the chip.", ganglion.Costing({**ANSWER, "devices": [beside]}, self.costing.activity).latex())
        self.assertTrue(table.endswith("\\par\\footnotesize Xylo, spikes: fc1 has 784 inputs, xylo takes at most 16.\n"), table)
        sources = self.costing.bibtex()
        self.assertIn("@misc{ganglion,\n  author = {{The Ganglion authors}},", sources)
        self.assertIn("  year = {2026},\n  note = {version ", sources)
        self.assertIn("@misc{davies-2018,\n  author = {Davies and others},\n  year = {2018},\n  howpublished = {IEEE Micro 38(1) \\& more}\n}", sources)
        self.assertIn("@misc{st-2023,\n  key = {st-2023},\n  title = {Data sheet},\n  url = {https://www.st.com}\n}", sources)
        self.assertIn("eprint = {2103.08392}", ganglion.Costing({**ANSWER, "devices": [{**ANSWER["devices"][0], "sources": [{"key": "h", "source": "Hoeppner et al. 2021, arXiv 2103.08392"}]}]}, self.costing.activity).bibtex())
        quoted = {"key": "d", "source": 'Davies et al. 2018, "Loihi: A & B", IEEE Micro 38(1), as quoted in "Loihi"'}
        titled = ganglion.Costing({**ANSWER, "devices": [{**ANSWER["devices"][0], "sources": [quoted]}]}, self.costing.activity).bibtex()
        self.assertIn('  year = {2018},\n  title = {{Loihi: A \\& B}},\n  howpublished = {IEEE Micro 38(1), as quoted in "Loihi"}\n', titled)
        self.assertEqual(3, sources.count("@misc"))

    def test_an_artificial_network_of_its_own_has_its_accuracy(self):
        own = ganglion.Costing(ANSWER, ganglion.Activity({"activity": "mlp", "steps": 1, "tick": "1 ms", "layers": [{"name": "fc", "kind": "linear"}]}))
        self.assertIn("100 \\textmu{}J on STM32U575~\\cite{st-2023} in int8 (never", own.paragraph())
        self.assertNotIn("accuracy", own.paragraph())
        self.assertIn("Products of numbers were counted", own.paragraph())

    def test_what_is_assumed_names_its_devices(self):
        self.assertEqual(["lif1 is taken for neurons", "Layers are spread over cores in order.", "loihi: Inputs are not placed."], self.costing.assumed)

    def test_a_plot_has_a_bar_for_each_known_energy(self):
        try:
            import matplotlib
        except ImportError:
            self.skipTest("there is no matplotlib (Debian: python3-matplotlib)")
        matplotlib.use("Agg")
        from matplotlib import pyplot

        self.addCleanup(pyplot.close, "all")
        axes = self.costing.plot("marginal")
        self.assertEqual(["loihi, spikes (changed)"], [label.get_text() for label in axes.get_yticklabels()])
        self.assertEqual(("energy of a sample, marginal (J)\nxylo: does not fit", 2.5e-6), (axes.get_xlabel(), axes.get_xlim()[0]))
        self.assertIn("mlp, a sample of 25 time steps", axes.get_title())
        axes.figure.canvas.draw()
        self.assertIsNot(axes, self.costing.plot("marginal"))
        self.assertIs(axes, self.costing.plot("marginal", ax=axes))

    def test_quantities_have_two_digits(self):
        for value, text in ((0.0, "0 J"), (9.96e-5, "100 µJ"), (1.0, "1.0 J"), (1234.0, "1.2 kJ"), (4.6e-12, "4.6 pJ"), (2e-16, "0.20 fJ"), (None, "unknown")):
            self.assertEqual(text, ganglion._costing.quantity(value, "J"))

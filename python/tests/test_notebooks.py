"""Runs the notebooks as they are: the cells of a notebook one after the other, in its folder, without Jupyter."""
import ast
import contextlib
import io
import json
import os
import tempfile
import unittest
import warnings

import ganglion

PROJECT = os.path.join(os.path.dirname(os.path.realpath(__file__)), "../..")
NOTEBOOKS = os.path.join(PROJECT, "docs/notebooks")
GRAPH = os.path.join(PROJECT, "scenarios/core/src/test/resources/nir/lif_norse.nir")


def lacks(*modules):
    """The first module that is not there."""
    for module in modules:
        try:
            __import__(module)
        except ImportError:
            return module
    return None


def execute(notebook, folder):
    """Runs the code cells in the folder, and gives what each showed: its output, and its last value."""
    with open(os.path.join(NOTEBOOKS, notebook), encoding="utf-8") as file:
        cells = [cell for cell in json.load(file)["cells"] if cell["cell_type"] == "code"]
    names, shown = {}, []
    before = os.getcwd()
    os.chdir(folder)
    try:
        for number, cell in enumerate(cells):
            tree = ast.parse("".join(cell["source"]))
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            place = f"{notebook}, code cell {number}"
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(tree, place, "exec"), names)
                value = eval(compile(ast.Expression(last.value), place, "eval"), names) if last else None
            shown.append(out.getvalue() + ("" if value is None else repr(value)))
    finally:
        os.chdir(before)
    return names, shown


class NotebooksTest(unittest.TestCase):
    def setUp(self):
        self.pyplot = None
        if not lacks("matplotlib"):
            import matplotlib

            matplotlib.use("Agg")
            from matplotlib import pyplot

            self.pyplot = pyplot
            self.addCleanup(pyplot.close, "all")

    def pictures(self):
        """Draws all figures, into the folder that GANGLION_PICTURES names, if any."""
        for number in self.pyplot.get_fignums():
            folder = os.environ.get("GANGLION_PICTURES")
            target = os.path.join(folder, f"{self.id()}-{number}.png") if folder else io.BytesIO()
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                self.pyplot.figure(number).savefig(target)
        return len(self.pyplot.get_fignums())

    def test_ganglion_from_python(self):
        _, shown = execute("from-python.ipynb", NOTEBOOKS)
        said = "\n".join(shown)
        self.assertRegex(said, r"\{'exc': '\d+\.\d Hz', 'inh': '\d+\.\d Hz'\}")
        self.assertIn("11 of 12 decisions are right", said)
        self.assertIn("clarinet", said)
        self.assertRegex(said, r"loihi +\S.* mJ")
        self.assertRegex(said, r"truenorth +\S.* mJ")
        self.assertIn("'ClassificationAccuracy': 0.91", said)
        self.assertIn("threshold 1.0: 11 of 12 right,  834 spikes of the ear", said)
        self.assertIn("/network/populations/0/size found", said)
        if self.pyplot:
            self.assertEqual(3, self.pictures())

    def test_cost_of_a_model(self):
        if lacks("torch"):
            self.skipTest("there is no torch (Debian: python3-torch)")
        names, shown = execute("cost-of-a-model.ipynb", NOTEBOOKS)
        said = "\n".join(shown)
        self.assertGreater(names["right"], 0.5)
        self.assertRegex(said, r"loihi +spikes +active \S+ .J \(.*grade .\), works \S+ .s, fits")
        self.assertRegex(said, r"A sample of Network, 25 time steps of 1\.0 ms, takes an estimated .* on Intel Loihi")
        self.assertIn("@misc{", said)
        self.assertLess(names["events"][1], names["events"][0])
        if self.pyplot:
            self.assertEqual(1, self.pictures())

    def test_read_a_run(self):
        missing = lacks("h5py", "matplotlib")
        if missing:
            self.skipTest(f"there is no {missing} (Debian: python3-{missing})")
        with tempfile.TemporaryDirectory() as folder:
            spikes = os.path.join(folder, "events.csv")
            with open(spikes, "w", encoding="utf-8") as file:
                file.write("time,neuron\n0.001,0\n0.002,0\n0.004,0\n")
            net = os.path.join(folder, "net.yaml")
            scenario = ganglion.import_nir(GRAPH, out=net, tick="1 ms", duration="20 ms", spikes=spikes)
            ganglion.run(scenario, out=os.path.join(folder, "run"), profile="loihi", set={"/record": {"membrane": ["node-1"]}})
            _, shown = execute("read-a-run.ipynb", folder)
        self.assertIn("loihi", "".join(shown))
        self.assertTrue(self.pictures())

"""The runner with adapters and cases that are broken: each costs its own cell, in one line."""

import json
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
GOOD = '{"dt": 0.001, "steps": 24, "observables": {"lif": {"spikes": %s}}}'


class RunTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("l1-if-equality", "l1-if-reset"):
            shutil.copytree(HERE / "cases" / name, self.folder / "cases" / name)

    def adapter(self, name, script, **more):
        (self.folder / f"{name}.py").write_text(script)
        about = {"title": name, "command": ["{python}", f"{{here}}/{name}.py"]} | more
        (self.folder / f"{name}.json").write_text(json.dumps(about))
        return str(self.folder / f"{name}.json")

    def run_kit(self, *words):
        out = self.folder / "out"
        command = [sys.executable, "-B", str(HERE / "run"), *words, "--cases", str(self.folder / "cases"), "--out", str(out)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        self.assertNotIn("Traceback", done.stderr)
        return done, {f"{name}/{case}": cell for name, tool in json.loads((out / "results.json").read_text())["tools"].items() for case, cell in tool["cells"].items()} if out.exists() else {}

    def test_rubbish_costs_its_own_cells(self):
        write = "import sys; open(sys.argv[2], 'w').write(%r)"
        tools = {
            "rubbish": ("print('hello'); import sys; open(sys.argv[2], 'wb').write(bytes(range(256)))", "neither JSON nor NPZ"),
            "list": (write % "[1, 2]", "no JSON object"),
            "silent": ("", "wrote no answer"),
            "step": (write % GOOD.replace("0.001", "0.002") % "[]", "dt 0.002, expected 0.001"),
            "beyond": (write % (GOOD % "[[24, 0]]"), "beyond 24 steps"),
            "pairs": (write % (GOOD % "[[1, 2, 3]]"), "expected pairs of step and neuron"),
            "words": (write % (GOOD % '["a"]'), "makes no sense"),
            "nodes": (write % GOOD.replace('{"lif": {"spikes": %s}}', '{"lif": 3}'), "makes no sense"),
            "nan": (write % (GOOD % "[[NaN, 0]]"), "expected pairs of step and neuron"),
            "when": (write % GOOD.replace("0.001", "NaN") % "[]", "dt nan, expected 0.001"),
            "large": (write % (GOOD % ("[[1%s, 0]]" % ("0" * 400))), "makes no sense: OverflowError"),
            "deep": (write % ("[" * 200000), "neither JSON nor NPZ"),
            "zip": ("import sys; open(sys.argv[2], 'wb').write(b'PK\\5\\6' + bytes(18))", "dt None, expected 0.001"),
            "pipe": ("import os, sys; os.mkfifo(sys.argv[2])", "wrote no answer"),
            "signal": ("import os; os.kill(os.getpid(), 11)", "ended by SIGSEGV"),
            "flood": ("print('x' * 100 + '\\n' * 100)\nwith open('f', 'wb') as f: f.truncate(1 << 40)", "exit code 1: OSError"),
            "colours": ("import sys; sys.exit('\\33[31m\\0red')", "exit code 1:"),
            "crash": ("raise ValueError('no such thing')", "exit code 1: ValueError: no such thing"),
        }
        files = [self.adapter(name, script) for name, (script, _) in tools.items()]
        done, cells = self.run_kit(*files, "stub")
        self.assertEqual(1, done.returncode)
        for name, (_, text) in tools.items():
            for case in ("l1-if-equality", "l1-if-reset"):
                cell = cells[f"{name}/{case}"]
                self.assertEqual("failed", cell["state"], name)
                self.assertIn(text, cell["text"])
                self.assertNotIn("\n", cell["text"])
        self.assertEqual("agrees", cells["stub/l1-if-reset"]["state"])

    def test_adapter_that_hangs_is_ended(self):
        hangs = self.adapter("hangs", "import time; time.sleep(60)", seconds=1)
        _, cells = self.run_kit(hangs, "--case", "l1-if-reset")
        self.assertEqual("no answer within 1 s", cells["hangs/l1-if-reset"]["text"])

    def test_adapter_that_serves_and_misbehaves_costs_its_own_cells(self):
        dies = self.adapter("dies", "import os; os.abort()", serves=True)
        talks = self.adapter("talks", "import time; print('no line end', end='', flush=True); time.sleep(60)", serves=True, seconds=1)
        _, cells = self.run_kit(dies, talks, "stub", "--case", "l1-if-reset")
        self.assertEqual("ended by SIGABRT", cells["dies/l1-if-reset"]["text"])
        self.assertEqual("no answer within 1 s", cells["talks/l1-if-reset"]["text"])
        self.assertEqual("agrees", cells["stub/l1-if-reset"]["state"])

    def test_children_of_an_adapter_that_hangs_are_ended(self):
        script = "import subprocess, sys, time\nfor i in range(3): subprocess.Popen(['sleep', '61.7'])\ntime.sleep(60)"
        self.run_kit(self.adapter("parent", script, seconds=1), "--case", "l1-if-reset")
        left = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
        self.assertNotIn("sleep 61.7", left)

    def test_broken_cases_cost_a_line_each(self):
        whole = (self.folder / "cases/l1-if-equality/case.json").read_text()
        about = json.loads(whole)
        net = (self.folder / "cases/l1-if-equality/net.nir").read_bytes()
        broken = {
            "cut": ("net.nir", net[: len(net) // 2], "net.nir: "),
            "no-net": ("net.nir", None, "net.nir: "),
            "input": ("input.h5", b"no data", "input.h5: "),
            "no-input": ("input.h5", None, "input.h5: "),
            "json": ("case.json", b"{", "case.json: JSONDecodeError"),
            "list": ("case.json", b"[1]", "case.json: TypeError"),
            "no-dt": ("case.json", json.dumps({k: v for k, v in about.items() if k != "dt"}).encode(), "case.json: KeyError 'dt'"),
            "dt": ("case.json", json.dumps(about | {"dt": "soon"}).encode(), "case.json: TypeError"),
            "steps": ("case.json", json.dumps(about | {"steps": -3}).encode(), "expected 1 to 100000 steps"),
            "node": ("case.json", json.dumps(about | {"observe": {"nobody": {"spikes": 1}}}).encode(), "nobody"),
            "size": ("case.json", json.dumps(about | {"observe": {"lif": {"spikes": 7}}}).encode(), "observes 7 neurons of lif, expected 4"),
            "freedom": ("case.json", json.dumps(about | {"freedom": ["will"]}).encode(), "found the freedom will, expected one of"),
            "level": ("case.json", json.dumps(about | {"level": None, "runs": 5}).encode(), "TypeError"),
        }
        for name, (file, data, _) in broken.items():
            folder = self.folder / "cases" / f"x-{name}"
            shutil.copytree(self.folder / "cases/l1-if-equality", folder)
            (folder / file).unlink() if data is None else (folder / file).write_bytes(data)
        done, cells = self.run_kit("stub")
        lines = {line.split()[2].rstrip(":"): line for line in done.stderr.splitlines()}
        self.assertEqual({f"x-{name}" for name in broken}, lines.keys())
        for name, (_, _, text) in broken.items():
            self.assertIn(text, lines[f"x-{name}"])
        self.assertEqual("agrees", cells["stub/l1-if-equality"]["state"])

    def test_broken_graph_is_told_and_the_other_case_runs(self):
        (self.folder / "cases/l1-if-equality/net.nir").write_text("no graph")
        done, cells = self.run_kit("stub")
        self.assertEqual(1, done.returncode)
        self.assertRegex(done.stderr, r"^broken case l1-if-equality: net.nir: .*\n$")
        self.assertEqual("agrees", cells["stub/l1-if-reset"]["state"])
        xml.etree.ElementTree.parse(self.folder / "out/junit.xml")
        self.assertIn("l1-if-equality: net.nir", (self.folder / "out/README.md").read_text())

    def test_another_dialect_is_told_as_such(self):
        late = self.adapter("late", "", command=["{python}", str(HERE / "adapters/stub.py")], options={"conventions": {"reset": "subtract", "threshold": ">="}})
        done, cells = self.run_kit(late)
        self.assertEqual(0, done.returncode)
        self.assertIn("threshold >=, reset subtract", done.stdout)
        self.assertEqual("agrees", cells["late/l1-if-equality"]["state"])

    def test_wrong_spikes_agree_under_none(self):
        done, cells = self.run_kit(self.adapter("wrong", "import sys; open(sys.argv[2], 'w').write(%r)" % (GOOD % "[[0, 0]]")), "--case", "l1-if-reset")
        self.assertEqual(1, done.returncode)
        self.assertEqual("lif[0] gives 1 spikes at step 0, expected 0", cells["wrong/l1-if-reset"]["text"])

    def test_misuse_is_told(self):
        for words in ([], ["nobody"], ["stub", "--case", "none"], ["stub", "--options", "{"], ["stub", "--options", "[]"], ["stub", "--jobs", "0"]):
            self.assertEqual(2, self.run_kit(*words)[0].returncode, words)

    def test_reference_model_gives_what_is_expected(self):
        done = subprocess.run([sys.executable, "-B", str(HERE / "run"), "--self"], capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stderr)

    def test_wrong_expectations_cost_one_line_each(self):
        expected = next((self.folder / "cases/l1-if-reset/expected").glob("*.json"))
        right = json.loads(expected.read_text())
        words = {"{": "JSONDecodeError", json.dumps(right | {"conventions": {"reset": "too"}}): "found the convention reset too", None: "has nothing in expected/"}
        for text, said in words.items():
            if text is None:
                shutil.rmtree(expected.parent)
                (self.folder / "cases/l1-if-reset/agreed-by").unlink(missing_ok=True)
            else:
                expected.write_text(text)
            done, _ = self.run_kit("--self")
            self.assertEqual(1, done.returncode)
            self.assertEqual(1, len(done.stderr.splitlines()))
            self.assertIn(f"l1-if-reset: {said}", done.stderr)
            self.assertIn("2 cases, 1 of them", done.stdout)

    def test_an_adapter_that_cannot_be_read_leaves_the_others(self):
        (self.folder / "broken.json").write_text("{")
        done, cells = self.run_kit(str(self.folder / "broken.json"), "stub")
        self.assertEqual(1, done.returncode)
        self.assertIn("broken.json", done.stderr)
        self.assertEqual("agrees", cells["stub/l1-if-reset"]["state"])

    def test_results_name_the_case_and_not_the_machine(self):
        script = "import json, sys; json.dump({'refused': sys.argv[1] + '/net.nir: no'}, open(sys.argv[2], 'w'))"
        _, cells = self.run_kit(self.adapter("refuses", script), "--case", "l1-if-reset")
        self.assertEqual("refused the graph: l1-if-reset/net.nir: no", cells["refuses/l1-if-reset"]["text"])

    def test_a_tool_of_unusual_conventions_agrees_under_its_card(self):
        for pattern in ("l1-lif-*", "l1-order-*", "l1-if-[lst]*", "l2-[co]*"):
            for case in HERE.glob(f"cases/{pattern}"):
                shutil.copytree(case, self.folder / "cases" / case.name)
        done, cells = self.run_kit("stub", "--options", '{"conventions": {"reset": "subtract", "threshold": ">=", "input": "before-leak", "reset-time": "late", "latency": "one-inside"}}')
        states = [cell["state"] for cell in cells.values()]
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("by-card", states)
        self.assertLessEqual(set(states), {"agrees", "otherwise", "by-card"})
        # A spike that no convention gives stays a disagreement.
        script = f"""import json, subprocess, sys
subprocess.run([sys.executable, {str(HERE / "adapters/stub.py")!r}, *sys.argv[1:]], check=True)
answer = json.load(open(sys.argv[2]))
if sys.argv[1].endswith("l1-lif-first-spike"):
    answer["observables"]["lif"]["spikes"].append([0, 0])
json.dump(answer, open(sys.argv[2], "w"))
"""
        done, cells = self.run_kit(self.adapter("wrong", script), "--case", "l1-lif-first-spike", "--case", "l1-lif-late-reset", "--case", "l1-lif-below")
        self.assertEqual("disagrees", cells["wrong/l1-lif-first-spike"]["state"])
        self.assertEqual("agrees", cells["wrong/l1-lif-late-reset"]["state"])


if __name__ == "__main__":
    unittest.main()

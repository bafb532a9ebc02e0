import os
import shutil
import subprocess
import unittest

PYTHON = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..")


class TypesTest(unittest.TestCase):
    def test_type_hints_are_complete(self):
        if not shutil.which("mypy"):
            self.skipTest("there is no mypy (Debian: mypy)")
        words = ["mypy", "--no-incremental", "--cache-dir", os.devnull]
        checked = subprocess.run(words, cwd=PYTHON, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=240)
        self.assertEqual(0, checked.returncode, checked.stdout)
        self.assertTrue(os.path.exists(os.path.join(PYTHON, "ganglion", "py.typed")))

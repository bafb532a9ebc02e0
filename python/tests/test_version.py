import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import ganglion


class VersionTest(unittest.TestCase):
    def test_a_copy_that_is_not_installed_can_be_imported(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(os.path.dirname(ganglion.__file__), os.path.join(folder, "ganglion"))
            script = f"import sys; sys.path.insert(0, {folder!r}); import ganglion; print(ganglion.__version__, ganglion.__file__)"
            words = [sys.executable, "-B", "-c", script]
            said = subprocess.run(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60).stdout
        self.assertIn(" " + folder, said)
        self.assertIn(said.split()[0], (ganglion.__version__, "unknown"))

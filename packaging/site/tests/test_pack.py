import os
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pack  # noqa: E402


class PackTest(unittest.TestCase):
    def test_the_same_files_make_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            archives = []
            for site, order in [("one", "ab"), ("two", "ba")]:
                for file in order:
                    (folder / site / "sub").mkdir(parents=True, exist_ok=True)
                    (folder / site / "sub" / file).write_text(file)
                    os.utime(folder / site / "sub" / file, (1e9, 1e9 if site == "one" else 1.5e9))
                pack.pack(folder / site, folder / f"{site}.zip")
                archives.append((folder / f"{site}.zip").read_bytes())
            self.assertEqual(*archives)
            with zipfile.ZipFile(folder / "one.zip") as archive:
                self.assertEqual(archive.namelist(), ["ganglion-site/sub/a", "ganglion-site/sub/b"])


if __name__ == "__main__":
    unittest.main()

import hashlib
import unittest
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[1] / "pages" / "assets"


class AssetsTest(unittest.TestCase):
    def test_the_worker_for_files_is_what_was_published(self):
        self.assertEqual(
            hashlib.sha256((ASSETS / "iframe-worker.js").read_bytes()).hexdigest(),
            "e8e412dbcfea9b7e31b5ffa288d7b6035915e714c542f4176a0cdbe262fc9609",
        )


if __name__ == "__main__":
    unittest.main()

import json
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "hooks"))

import search  # noqa: E402


class SearchTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("docs/README.md", "## Start\n\n- [Begin](user/begin.md): how, see [there](user/there.md),\n  and when\n- [Silent](user/silent.md)\n")
        self.write("docs/gallery/README.md", "| scenario | what |\n|---|---|\n| [b](b.md) | [picture](b.md) | Two ears. |\n")
        words = mock.patch.object(search, "WORDS", self.write("words.tsv", "docs/user/begin.md\ttutorial\n"))
        words.start()
        self.addCleanup(words.stop)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def test_lists_and_other_words_tell_of_pages(self):
        told = [("docs/user/begin.md", "Begin: how, see there, and when"), ("docs/gallery/b.md", "b: Two ears."), ("docs/user/begin.md", "tutorial")]
        self.assertEqual(told, search.told(self.root))

    def test_what_is_told_leads_to_the_page_and_counts_as_its_head(self):
        known = search.boosts([("Start", [("Begin", "docs/user/begin.md")])])
        pages = [{"location": location, "title": "", "text": ""} for location in ("docs/user/begin.html", "docs/gallery/b.html")]
        index = self.write("index.json", json.dumps({"docs": pages}))
        search.extend(self.root, index, known)
        added = json.loads(index.read_text())["docs"][2:]
        self.assertEqual(["docs/user/begin.html#told-0", "docs/gallery/b.html#told-1", "docs/user/begin.html#told-2"], [entry["location"] for entry in added])
        self.assertEqual(added[0]["boost"], added[2]["boost"])
        self.assertGreater(added[0]["boost"], added[1]["boost"])  # which is in no list here

    def test_words_of_no_page_are_refused(self):
        index = self.write("index.json", json.dumps({"docs": []}))
        with self.assertRaisesRegex(ValueError, "words.tsv: found docs/user/begin.md, expected a page of the site"):
            search.extend(self.root, index, {})


if __name__ == "__main__":
    unittest.main()

import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "hooks"))

import sources  # noqa: E402


class SourcesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name) / "root"
        self.write("../outside.md", "# Outside")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def collect(self, text):
        self.write("docs/a.md", text)
        return sources.collect(self.root, ["docs/a.md"])

    def test_pages_are_followed_over_links_and_nothing_else_is_taken(self):
        self.write("b/README.md", "![picture](p.svg)")
        self.write("b/p.svg", "<svg/>")
        self.write("b/other.md", "# Other")
        taken = self.collect("[b](../b/)")
        self.assertEqual(set(taken.copied), {"docs/a.md", "b/README.md", "b/p.svg"})
        self.assertEqual(taken.targets, {"b": "b/README.md"})

    def test_a_source_is_shown_on_a_page_whose_fence_it_cannot_close(self):
        self.write("x/A.java", "// ```` four\nclass A {}")
        taken = self.collect("[A](../x/A.java)")
        self.assertEqual(taken.targets, {"x/A.java": "x/A.java.md"})
        self.assertIn("`````java\n// ```` four\nclass A {}\n`````", taken.made["x/A.java.md"])
        self.assertIn("x/A.java", taken.copied)

    def test_a_long_file_is_only_copied(self):
        self.write("x/long.csv", "1\n" * sources.LARGEST_SHOWN)
        taken = self.collect("[long](../x/long.csv)")
        self.assertEqual((taken.targets, taken.made), ({}, {}))
        self.assertIn("x/long.csv", taken.copied)

    def test_a_folder_without_a_readme_is_listed(self):
        self.write("x/one.json", "{}")
        self.write("x/two.json", "{}")
        taken = self.collect("[x](../x/)")
        self.assertIn("- [one.json](one.json)\n- [two.json](two.json)\n", taken.made["x/README.md"])
        self.assertEqual(taken.targets["x/two.json"], "x/two.json.md")

    def test_links_in_code_and_out_of_the_tree_are_left_alone(self):
        self.write("b.md", "# B")
        taken = self.collect("[o](../../outside.md) <https://x.example>\n\n```md\n[b](../b.md)\n```\n")
        self.assertEqual(set(taken.copied), {"docs/a.md"})

    def test_a_notebook_is_its_texts_code_and_outputs(self):
        cells = [
            {"cell_type": "markdown", "source": ["# Title\n", "\n", "[b](../b.md)"]},
            {
                "cell_type": "code",
                "source": ["print(1)"],
                "outputs": [{"text": ["1\n"]}, {"data": {"text/plain": ["2"]}}, {"data": {"image/png": "AAAA\n", "text/plain": ["x"]}}],
            },
            {"cell_type": "code", "source": []},
        ]
        self.write("docs/n.ipynb", json.dumps({"cells": cells}))
        self.write("b.md", "# B")
        taken = self.collect("[n](n.ipynb)")
        self.assertEqual(
            taken.made["docs/n.ipynb.md"],
            "# Title\n\n[b](../b.md)\n\n```python\nprint(1)\n```\n\n```text\n1\n```\n\n```text\n2\n```\n\n"
            "![output](data:image/png;base64,AAAA)\n",
        )
        self.assertIn("b.md", taken.copied)


if __name__ == "__main__":
    unittest.main()

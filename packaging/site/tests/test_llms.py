import json
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "hooks"))

import llms  # noqa: E402
import navigation  # noqa: E402

ROOT = Path(__file__).resolve().parents[3]


class LlmsTest(unittest.TestCase):
    text = llms.made(ROOT, "Ganglion", "A simulator")

    def keys(self, section):
        part = self.text.partition(f"\n### {section}\n")[2].partition("\n### ")[0]
        return re.findall(r"^- `([^`]+)`", part, re.MULTILINE)

    def test_each_key_of_the_file_stands_once(self):
        schema = json.loads((ROOT / "docs/formats/schemas/scenario.schema.json").read_text())
        keys = self.text.partition("## Scenario reference")[2].partition("\n### `/repeat`")[0]
        self.assertEqual(sorted(re.findall(r"^- `([^`]+)`", keys, re.MULTILINE)), sorted(schema["properties"]))

    def test_no_section_and_no_key_of_a_section_stands_twice(self):
        for reference in llms.REFERENCES:
            sections = "\n".join(llms.in_short((ROOT / reference).read_text())).split("\n### ")
            self.assertEqual(len(sections), len(set(sections)), reference)
            for section in sections:
                keys = re.findall(r"^- `([^`]+)`", section, re.MULTILINE)
                self.assertEqual(len(keys), len(set(keys)), section)
        self.assertEqual(self.keys("`/clock`"), ["tick", "duration"])

    def test_says_what_is_required_and_what_the_default_is(self):
        row = "| **`a`** | one of b \\| c | `1` | `2` | text |"
        self.assertEqual(list(llms.in_short(row))[0], "- `a`*: one of b | c = `1`")

    def test_names_every_page(self):
        for _, pages in navigation.read(ROOT)[0]:
            for _, page in pages:
                self.assertIn(f"({llms.address(page)})", self.text)

    def test_a_readme_is_the_index_of_its_folder(self):
        self.assertEqual(llms.address("docs/gallery/README.md"), "docs/gallery/index.html")
        self.assertEqual(llms.address("docs/a.ipynb"), "docs/a.ipynb.html")


if __name__ == "__main__":
    unittest.main()

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "hooks"))

import navigation  # noqa: E402


class NavigationTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("docs/user/start.md", "# Start")
        self.write("docs/gallery/README.md", "| [b](b.md) | [a](a.md) | [b](b.md) |")
        self.write("docs/gallery/a.md", "# a")
        self.write("docs/gallery/b.md", "# b")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def problems(self, index):
        self.write("docs/README.md", index)
        sections, found = navigation.read(self.root)
        return sections, found + navigation.problems(self.root, sections)

    def test_headings_are_sections_and_a_readme_brings_its_pages(self):
        sections, problems = self.problems("## Use\n\n- [Start](user/start.md): how\n\n## See\n\n- [Gallery](gallery/README.md)\n")
        self.assertEqual(problems, [])
        self.assertEqual(sections[0], ("Use", [("Start", "docs/user/start.md")]))
        self.assertEqual([page for _, page in sections[1][1]], ["docs/gallery/README.md", "docs/gallery/b.md", "docs/gallery/a.md"])

    def test_a_page_in_no_list_is_a_problem(self):
        self.assertEqual(self.problems("## See\n\n- [Gallery](gallery/README.md)\n")[1], ["docs/user/start.md is in no list"])

    def test_a_page_listed_twice_is_a_problem(self):
        index = "## Use\n\n- [Start](user/start.md)\n- [Begin](user/start.md)\n\n## See\n\n- [Gallery](gallery/README.md)\n"
        self.assertEqual(self.problems(index)[1], ["docs/user/start.md is listed twice"])

    def test_a_missing_page_is_a_problem(self):
        index = "## Use\n\n- [Start](user/start.md)\n- [More](user/more.md)\n- [Gallery](gallery/README.md)\n"
        self.assertEqual(self.problems(index)[1], ["there is no docs/user/more.md"])


if __name__ == "__main__":
    unittest.main()

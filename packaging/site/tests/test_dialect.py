import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "hooks"))

import markdown  # noqa: E402
from dialect import for_python_markdown  # noqa: E402


def html(text):
    return markdown.markdown(for_python_markdown(text), extensions=["tables", "sane_lists"]).replace("\n", "")


class DialectTest(unittest.TestCase):
    def test_a_list_may_follow_a_paragraph(self):
        self.assertEqual(html("Text:\n- one\n- two"), "<p>Text:</p><ul><li>one</li><li>two</li></ul>")

    def test_two_columns_make_a_level(self):
        self.assertEqual(html("- one\n  - inner\n- two"), "<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>")

    def test_a_paragraph_belongs_to_the_item_whose_text_starts_in_its_column(self):
        self.assertEqual(html("- one\n\n  more\n\nend"), "<ul><li><p>one</p><p>more</p></li></ul><p>end</p>")

    def test_numbers_take_the_columns_that_they_need(self):
        self.assertEqual(html("1. one\n   - inner\n2. two"), "<ol><li>one<ul><li>inner</li></ul></li><li>two</li></ol>")

    def test_code_in_fences_stays(self):
        text = "```yaml\na:\n  - b\n```"
        self.assertEqual(for_python_markdown(text), text)

    def test_a_heading_ends_a_list(self):
        self.assertEqual(html("- one\n# End"), "<ul><li>one</li></ul><h1>End</h1>")

    def test_a_fence_may_belong_to_an_item(self):
        self.assertEqual(for_python_markdown("- one\n  ```\n  x\n    y\n  ```\nend"), "-   one\n\n    ```\n    x\n      y\n    ```\n    end")

    def test_a_bar_in_code_of_a_table_needs_no_backslash(self):
        self.assertIn("<code>a|b</code>", html("| x | y |\n|---|---|\n| `a\\|b` | c |"))


if __name__ == "__main__":
    unittest.main()

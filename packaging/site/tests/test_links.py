import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

SITE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SITE), str(SITE / "hooks")]

import check_links  # noqa: E402
import links  # noqa: E402


class LinksTest(unittest.TestCase):
    def test_headings_have_the_anchors_of_a_forge(self):
        self.assertEqual(links.slug("What's new: SANA-FE & NIR (0.2)"), "whats-new-sana-fe--nir-02")

    def test_links_to_sources_and_folders_lead_to_their_pages(self):
        rewriter = links.Rewriter()
        rewriter.page = "docs/user/a.md"
        rewriter.targets = {"x/A.java": "x/A.java.md", "docs/decisions": "docs/decisions/README.md"}
        self.assertEqual(rewriter.rewritten("../../x/A.java#L3"), "../../x/A.java.md#L3")
        self.assertEqual(rewriter.rewritten("../decisions/"), "../decisions/README.md")
        self.assertEqual(rewriter.rewritten("b.md#c"), "b.md#c")

    def test_dead_links_are_found(self):
        styles = {
            '<link href="remote.css">': '@import "//elsewhere.example/b.css"; a{src:url( https://elsewhere.example/f )}',
            '<link href="local.css">': "a{src:url('f.woff')} b{background:url(data:image/svg+xml;https://x)} /* https://x */",
        }
        for body, dead in [
            ('<a href="b.html#here">x</a>', 0),
            ('<a href="b.html#gone">x</a>', 1),
            ('<a href="c.html">x</a>', 1),
            ('<img src="https://elsewhere.example/a.png">', 1),
            ('<a href="https://elsewhere.example/">x</a>', 0),
            ('<a href="/b.html">x</a>', 1),
            ('<link href="https://elsewhere.example/a.css">', 1),
            ('<link href="remote.css">', 2),
            ('<link href="local.css">', 0),
        ]:
            with self.subTest(body), tempfile.TemporaryDirectory() as folder:
                site = Path(folder)
                (site / "a.html").write_text(body)
                if body in styles:
                    (site / body.split('"')[1]).write_text(styles[body])
                (site / "b.html").write_text('<h2 id="here">Here</h2>')
                said = io.StringIO()
                with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                    self.assertEqual(check_links.main(site), 1 if dead else 0)
                self.assertIn(f" {dead} dead", said.getvalue())


if __name__ == "__main__":
    unittest.main()

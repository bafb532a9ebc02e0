"""Links as a forge resolves them: to folders and sources, and to headings by the forge's names."""

import posixpath
import re
from urllib.parse import quote, unquote

from markdown.extensions import Extension as MarkdownExtension
from markdown.treeprocessors import Treeprocessor

# Its table is shown as a grid of pictures.
GALLERY = "docs/gallery/README.md"


def slug(text: str, separator: str = "-"):
    """The anchor that a forge gives a heading: small letters, no punctuation, a hyphen for each blank."""
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", separator)


class Rewriter:
    """Points links to folders and sources at the pages that show them."""

    def __init__(self):
        self.page, self.targets = "", {}

    def rewritten(self, link: str):
        path, hash_mark, anchor = link.partition("#")
        if not path or ":" in path or path.startswith("/"):
            return link
        here = posixpath.dirname(self.page)
        target = self.targets.get(posixpath.normpath(posixpath.join(here, unquote(path))))
        if target is None:
            return link
        return quote(posixpath.relpath(target, here or ".")) + hash_mark + anchor


class _Links(Treeprocessor):
    def __init__(self, md, rewriter: Rewriter):
        super().__init__(md)
        self.rewriter = rewriter

    def run(self, root):
        for link in root.iter("a"):
            if link.get("href") and link.get("download") is None:
                link.set("href", self.rewriter.rewritten(link.get("href")))
        if self.rewriter.page == GALLERY:
            for table in root.iter("table"):
                table.set("class", "gallery")


class Extension(MarkdownExtension):
    """Rewrites before MkDocs resolves the links, whose step has priority 0."""

    def __init__(self, rewriter: Rewriter):
        super().__init__()
        self.rewriter = rewriter

    def extendMarkdown(self, md):
        md.treeprocessors.register(_Links(md, self.rewriter), "repository-links", 1)

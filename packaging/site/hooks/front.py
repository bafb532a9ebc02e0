"""The front page: the first lines of README.md become its head, the rest its text."""

import re

_LEAD = re.compile(r"\A# ([^\n]+)\n\n(.+?)\n\n!\[([^\]]*)\]\(([^)]+)\)\n", re.DOTALL)


def lead(markdown: str, page):
    """Takes title, first paragraph and first picture into the data of the page."""
    found = _LEAD.match(markdown)
    if not found:
        raise ValueError("README.md must begin with a title, a paragraph and a picture")
    page.meta.update(
        template="home.html", title=found[1], lead=" ".join(found[2].split()), picture=found[4], picture_says=found[3], hide=["navigation", "toc"]
    )
    return markdown[found.end() :]

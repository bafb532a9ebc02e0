"""llms.txt: the pages and the formats in short, for assistants that write scenarios. Made of the list of pages and the generated reference."""

import posixpath
import re
from pathlib import Path

import navigation

NAME = "llms.txt"
REFERENCES = ["docs/formats/scenario-reference.md", "docs/formats/experiment-reference.md"]
_EXAMPLE = "docs/formats/scenario.md"
_FENCE = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_BAR = re.compile(r"(?<!\\)\|")


def made(root: Path, title: str, description: str):
    """The text of the file; a name with a star is a key that is required, and what follows = is its default."""
    sections, _ = navigation.read(root)
    lines = [f"# {title}", "", f"> {description}", ""]
    for name, pages in sections:
        lines += [f"## {name}", "", *(f"- [{told}]({address(page)})" for told, page in pages), ""]
    example = _FENCE.search((root / _EXAMPLE).read_text(encoding="utf-8"))
    lines += ["## A complete scenario", "", "```yaml", example[1].rstrip(), "```", ""]
    for reference in REFERENCES:
        lines += in_short((root / reference).read_text(encoding="utf-8"))
    return "\n".join(lines)


def address(page: str):
    """Where the site has a page."""
    name = navigation.as_page(page).removesuffix(".md")
    return posixpath.join(posixpath.dirname(name), "index.html") if posixpath.basename(name) == "README" else name + ".html"


def in_short(reference: str):
    """The tables of a page of reference: a line for each key, with what it is and its default."""
    for line in reference.splitlines():
        if line.startswith("# "):
            yield from (line.replace("# ", "## ", 1) + " (* is required, = is the default)", "")
        elif line.startswith("## "):
            yield from ("", "#" + line, "")
        elif line.startswith("| ") and not line.startswith("| key |"):
            key, what, default = (cell.strip().replace("\\|", "|") for cell in _BAR.split(line)[1:4])
            star = "*" if key.startswith("**") else ""
            yield f"- {key.strip('*')}{star}: {what}" + (f" = {default}" if default else "")
    yield ""

"""What the search of the site knows beside the pages: what the list of pages says of each, other words for it, and how much pages count."""

import json
import posixpath
import re
from pathlib import Path

import links
import llms
import navigation

WORDS = Path(__file__).resolve().parents[1] / "search-words.tsv"
_ITEM = re.compile(r"^- \[([^\]]+)\]\(([^)#]+)\)(?:: (.*(?:\n  .*)*))?", re.MULTILINE)
_ROW = re.compile(r"^\| \[([^\]]+)\]\(([^)]+)\) \|.*\| ([^|]+) \|$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
# How much a page of a section of the list counts: what users read before what developers do. Other pages are read for their own sake.
_BOOSTS = {"Start": 1.5, "Guide": 1.5, "Concepts": 1.5, "Reference": 1.2, "Gallery": 1, "Study": 0.5, "Development": 0.3, "Decisions": 0.2}
_ELSEWHERE = 0.3
_AS_A_PAGE = 2.5  # the theme counts the head of a page so much more than a heading below it.


def boosts(sections):
    """How much each page counts, by its name."""
    return {"README.md": 1, **{navigation.as_page(page): _BOOSTS[name] for name, pages in sections for _, page in pages}}


def boost(page: str, known):
    return known.get(page, _ELSEWHERE)


def told(root: Path):
    """Pages with what the list of pages and the file of other words say of them, in lines that are found as headings are."""
    lines = []
    for title, path, says in _ITEM.findall((root / navigation.INDEX).read_text(encoding="utf-8")):
        if says:
            lines.append((navigation.listed(path), f"{title}: " + _LINK.sub(r"\1", " ".join(says.split()))))
    gallery = (root / links.GALLERY).read_text(encoding="utf-8")
    lines += [(posixpath.join(posixpath.dirname(links.GALLERY), path), f"{title}: {says}") for title, path, says in _ROW.findall(gallery)]
    return lines + [tuple(line.split("\t")) for line in WORDS.read_text(encoding="utf-8").splitlines()]


def extend(root: Path, index: Path, known):
    """Adds the lines to the index that MkDocs made. They lead to the heads of their pages."""
    made = json.loads(index.read_text(encoding="utf-8"))
    there = {entry["location"] for entry in made["docs"]}
    for number, (page, words) in enumerate(told(root)):
        address = llms.address(page)
        if address not in there:
            raise ValueError(f"{WORDS.name}: found {page}, expected a page of the site")
        made["docs"].append({"location": f"{address}#told-{number}", "title": words, "text": "", "boost": _AS_A_PAGE * boost(navigation.as_page(page), known)})
    index.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")

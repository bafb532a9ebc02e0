"""The navigation, read from docs/README.md: each heading is a section, the first link of each item of its list a page."""

import posixpath
import re
from pathlib import Path

INDEX = "docs/README.md"
_ITEM = re.compile(r"^- \[([^\]]+)\]\(([^)#]+)\)")
_LINK = re.compile(r"\[([^\]<]+)\]\(([^)#:/]+\.md)\)")


def read(root: Path):
    """Sections, each a name and a list of (title, page), and what is wrong with the list."""
    sections, problems = [], []
    for line in (root / INDEX).read_text().splitlines():
        if line.startswith("## "):
            sections.append((line[3:].strip(), []))
            continue
        item = _ITEM.match(line)
        if not item:
            if line.startswith(("- ", "  -")):
                problems.append(f"an item must begin with the link to its page: {line}")
            continue
        page = listed(item[2])
        sections[-1][1].append((item[1], page))
        if is_index(page):
            sections[-1][1].extend(_listed(root, page))
    return sections, problems


def listed(path: str):
    """The page to which a link of the list leads."""
    return posixpath.normpath(posixpath.join("docs", path))


def is_index(page: str):
    """Whether a page brings the pages of its folder, and stands for its section."""
    return re.fullmatch(r"docs/[^/]+/README\.md", page) is not None


def _listed(root: Path, index: str):
    """The pages that the README of a folder lists, once each and in its order."""
    folder, seen = posixpath.dirname(index), {}
    for title, name in _LINK.findall((root / index).read_text()):
        seen.setdefault(posixpath.join(folder, name), title)
    return [(title, page) for page, title in seen.items()]


def problems(root: Path, sections):
    """Pages that are missing, listed twice, or in no list."""
    listed = [page for _, pages in sections for _, page in pages]
    there = {path.relative_to(root).as_posix() for path in (root / "docs").rglob("*") if path.suffix in (".md", ".ipynb")}
    there.discard(INDEX)
    return (
        [f"there is no {page}" for page in listed if not (root / page).is_file()]
        + [f"{page} is listed twice" for page in sorted(set(listed)) if listed.count(page) > 1]
        + [f"{page} is in no list" for page in sorted(there - set(listed))]
    )


def for_mkdocs(sections, made):
    """The navigation in the form of mkdocs.yml, with what is made beside the pages: in a section, or else at the end."""
    tabs = {name: [_entry(title, page) for title, page in pages] for name, pages in sections}
    for entry in made:
        if "section" in entry:
            tabs[entry["section"]].append({entry["title"]: entry["path"]})
        else:
            tabs[entry["title"]] = entry["path"]
    return [{"Home": "README.md"}] + [{name: content} for name, content in tabs.items()]


def _entry(title: str, page: str):
    return page if is_index(page) else {title: as_page(page)}


def as_page(path: str):
    """The page on which a file of the repository is shown."""
    return path if path.endswith(".md") else path + ".md"

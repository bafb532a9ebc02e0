"""Which files of the repository the site holds: pages, all that they link to, and pages that show sources."""

import json
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from navigation import as_page

LARGEST_SHOWN = 200_000
_LANGUAGES = {
    ".java": "java", ".yaml": "yaml", ".yml": "yaml", ".json": "json", ".xml": "xml", ".py": "python", ".sh": "sh", ".csv": "text",
    ".cff": "yaml", ".txt": "text", ".md": "markdown", "": "text",
}
_FENCE = re.compile(r"^ {0,3}(```+|~~~+).*?^ {0,3}\1", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"\]\(<?([^)\s>]+)|(?:src|href)=\"([^\"]+)\"|^\[[^\]]+\]:\s+(\S+)", re.MULTILINE)


class Taken:
    """Files copied as they are, pages made here, and the page that stands for a file or folder."""

    def __init__(self):
        self.copied, self.made, self.targets = {}, {}, {}


def below(root: Path, folder: str):
    """The pages and notebooks below a folder, sorted."""
    files = sorted(path.relative_to(root).as_posix() for path in (root / folder).rglob("*"))
    return [name for name in files if name.endswith((".md", ".ipynb"))]


def collect(root: Path, first):
    """These pages and, over any number of links, what they link to."""
    taken, waiting, seen = Taken(), list(first), set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        text = _take(root, name, taken)
        for target in _local_targets(text):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
            if not path.startswith("..") and (root / path).exists():
                waiting.append(path)
    return taken


def _take(root: Path, name: str, taken: Taken):
    """Adds a file or folder; the answer is the Markdown in which to look for links."""
    path = root / name
    if path.is_dir():
        if (path / "README.md").is_file():
            taken.targets[name] = posixpath.join(name, "README.md")
            return f"[]({posixpath.basename(name)}/README.md)"
        return _listing(path, name, taken)
    taken.copied[name] = path
    if name.endswith(".md"):
        return path.read_text()
    if name.endswith(".ipynb"):
        taken.made[as_page(name)] = text = notebook(json.loads(path.read_text()))
        taken.targets[name] = as_page(name)
        return text
    if path.suffix in _LANGUAGES and path.stat().st_size <= LARGEST_SHOWN:
        taken.made[as_page(name)] = _shown(name, path.read_text(), _LANGUAGES[path.suffix])
        taken.targets[name] = as_page(name)
    return ""


def _local_targets(markdown: str):
    for found in _TARGET.finditer(_FENCE.sub("", markdown)):
        target = unquote((found[1] or found[2] or found[3]).split("#")[0])
        if target and ":" not in target and not target.startswith("/"):
            yield target


def _front_matter(title: str):
    return f"---\ntitle: {json.dumps(title)}\nsearch: {{exclude: true}}\nhide: [navigation, toc]\n---\n\n"


def _shown(name: str, text: str, language: str):
    """A page that shows a text file."""
    fence = "`" * (max([2] + [len(run) for run in re.findall("`+", text)]) + 1)
    base = posixpath.basename(name)
    return (
        _front_matter(base)
        + f"# {base}\n\n`{name}` in the sources of Ganglion · <a href=\"{base}\" download>download</a>\n\n{fence}{language}\n{text.rstrip()}\n{fence}\n"
    )


def _listing(path: Path, name: str, taken: Taken):
    """A page that lists the files of a folder without a README."""
    page = posixpath.join(name, "README.md")
    files = sorted(entry.name for entry in path.iterdir() if entry.is_file())
    taken.targets[name] = page
    text = f"# {posixpath.basename(name)}\n\nThe files of `{name}` in the sources of Ganglion.\n\n"
    text += "".join(f"- [{file}]({file})\n" for file in files)
    taken.made[page] = _front_matter(name) + text
    return "".join(f"[]({posixpath.basename(name)}/{file})\n" for file in files)


def notebook(document: dict):
    """A notebook as Markdown: its texts, its code, and the text and pictures of its outputs."""
    parts = []
    for cell in document["cells"]:
        text = "".join(cell["source"]).strip("\n")
        if cell["cell_type"] == "markdown":
            parts.append(text)
        elif cell["cell_type"] == "code" and text:
            parts.append(f"```python\n{text}\n```")
            parts += _outputs(cell.get("outputs", []))
    return "\n\n".join(parts) + "\n"


def _outputs(outputs):
    for output in outputs:
        data = output.get("data", {})
        if "image/png" in data:
            yield f"![output](data:image/png;base64,{''.join(data['image/png']).strip()})".replace("\n", "")
        else:
            text = "".join(output.get("text", data.get("text/plain", ""))).rstrip()
            if text:
                yield f"```text\n{text}\n```"

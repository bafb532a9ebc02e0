#!/usr/bin/env python3
"""Checks the pages of a site that was built: every link leads to a file and, with an anchor, to a place in it.

Use: check_links.py SITE_DIR. Nothing may be loaded from elsewhere, so that the site works offline. Links to other sites are counted, not
followed.
"""

import posixpath
import re
import sys
from html import unescape
from pathlib import Path
from urllib.parse import unquote

TAG = re.compile(r"<(a|link|script|img|iframe|source)\b([^>]*)>")
LINK = re.compile(r"""\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
PLACE = re.compile(r"""\s(?:id|name)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
REMOTE = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:[a-z][a-z0-9+.-]*:)?//[^"')\s]*)""")
SCRIPT = re.compile(r"(<script\b[^>]*>).*?</script>", re.DOTALL)


def value(found):
    return unescape(found[1] or found[2] or found[3] or "")


def main(site: Path):
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    links, places = {}, {}
    for name, path in files.items():
        if name.endswith(".html"):
            text = SCRIPT.sub(r"\1", path.read_text(encoding="utf-8"))
            places[name] = {value(found) for found in PLACE.finditer(text)}
            links[name] = [(tag[1], value(found)) for tag in TAG.finditer(text) if (found := LINK.search(tag[2]))]
    inside = outside = 0
    dead = [
        f"{name}: loads {link}"
        for name, path in files.items()
        if name.endswith(".css")
        for link in REMOTE.findall(path.read_text(encoding="utf-8"))
    ]
    for page, found in links.items():
        for tag, link in found:
            if re.match(r"[a-z][a-z0-9+.-]*:|//", link):
                outside += 1
                if tag != "a" and not link.startswith("data:"):
                    dead.append(f"{page}: <{tag}> loads {link}")
                continue
            inside += 1
            path, _, anchor = link.partition("#")
            path = path.partition("?")[0]
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page
            if target not in files:  # as no link from the root of a server is
                dead.append(f"{page}: no file {link}")
            elif anchor and target in places and not {anchor, unquote(anchor)} & places[target] and anchor != "top":
                dead.append(f"{page}: no anchor {link}")
    for line in dead[:50]:
        print(line, file=sys.stderr)
    print(f"{len(links)} pages, {inside} internal links, {len(dead)} dead; {outside} external links, not followed")
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

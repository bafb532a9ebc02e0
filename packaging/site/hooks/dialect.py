"""Markdown as a forge reads it, for Python-Markdown: that wants four columns per level of a list and a blank line before it,
and takes a bar in code literally where a forge wants a backslash before it in a table."""

import re

_FENCE = re.compile(r"^( *)(`{3,}|~{3,})")
_ITEM = re.compile(r"^( *)([-*+]|\d+[.)])( +)(?=\S)")
_HEADING = re.compile(r"^ {0,3}#{1,6} ")
_CODE = re.compile(r"`[^`]*`")


def for_python_markdown(markdown: str):
    """The same text; lists are moved to columns that are multiples of four, and get a blank line before them."""
    lines, levels, fence = [], [], None  # levels: the column at which the text of each open item starts
    blank = True
    for line in markdown.split("\n"):
        if fence:
            lines.append(_moved(line, levels))
            fence = None if line.strip().startswith(fence) and not line.strip().strip(fence[0]) else fence
            continue
        if not line.strip():
            lines.append("")
            blank = True
            continue
        indent = len(line) - len(line.lstrip(" "))
        item, opening = _ITEM.match(line), _FENCE.match(line)
        if item or opening or blank or _HEADING.match(line):
            while levels and indent < levels[-1]:
                levels.pop()
        if opening and indent < 4 + (levels[-1] if levels else 0):
            if not blank:
                lines.append("")
            fence = opening[2]
        if item and (levels or indent < 4) and not opening:
            if not blank and not _in_list(lines):
                lines.append("")
            lines.append("    " * len(levels) + item[2] + " " * (4 - len(item[2])) + line[item.end() :])
            levels.append(item.end())
        else:
            lines.append(_moved(line, levels))
        if line.startswith("|"):
            lines[-1] = _CODE.sub(lambda code: code[0].replace("\\|", "|"), lines[-1])
        blank = False
    return "\n".join(lines)


def _moved(line: str, levels):
    """A line of an open item, moved to the column at which the text of the item now starts."""
    if not levels:
        return line
    return "    " * len(levels) + line[min(levels[-1], len(line) - len(line.lstrip(" "))) :]


def _in_list(lines):
    """Whether the last paragraph belongs to a list."""
    for line in reversed(lines):
        if not line:
            return False
        if _ITEM.match(line):
            return True
    return False

"""The theme's stylesheet → what pages of this site use of it: the looks of texts and the reset of browsers' own."""

from __future__ import annotations

import re
from collections.abc import Iterator

_USED = "md-typeset"
"""The one component of the theme that the templates draw with."""

_PART = re.compile(r"""[^{};"']+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]""")
_COMPONENT = re.compile(r"\.(md-[\w-]+)")
_DENIED = re.compile(r":not\([^)]*\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def used_styles(css: str) -> str:
    """`css` without the rules of components that no page has."""
    return "".join(_rules(iter(_PART.findall(_COMMENT.sub("", css)))))


def _rules(parts: Iterator[str]) -> Iterator[str]:
    """What is kept until the end of the block that `parts` are in."""
    head = ""
    for part in parts:
        if part == "}":
            return
        if part == ";":
            yield head + ";"
            head = ""
        elif part == "{":
            yield _rule(head, parts)
            head = ""
        else:
            head += part


def _rule(head: str, parts: Iterator[str]) -> str:
    """The rule or the group of rules under `head`; empty where nothing of it is used."""
    if head.startswith(("@media", "@supports", "@container", "@layer")):
        body = "".join(_rules(parts))
        return f"{head}{{{body}}}" if body else ""
    body = _block(parts)
    if head.startswith("@"):
        return f"{head}{{{body}}}"
    selectors = [selector for selector in _selectors(head) if _is_used(selector)]
    return f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _block(parts: Iterator[str]) -> str:
    """All up to the end of the block, as it is."""
    found, depth = [], 1
    for part in parts:
        depth += (part == "{") - (part == "}")
        if not depth:
            break
        found.append(part)
    return "".join(found)


def _selectors(head: str) -> Iterator[str]:
    """The selectors of a list; commas within brackets divide none."""
    depth, start = 0, 0
    for at, sign in enumerate(head):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            yield head[start:at]
            start = at + 1
    yield head[start:]


def _is_used(selector: str) -> bool:
    """Whether it may match; what it denies (`:not()`) is no matter."""
    return all(name == _USED for name in _COMPONENT.findall(_DENIED.sub("", selector)))

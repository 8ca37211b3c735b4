"""Of the theme's stylesheet what pages use: rules for elements and for what texts are drawn with.

The rest (its header, tabs, drawer, search, …) is five sixths of it, which every reader would load for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

CLASSES = frozenset(
    {
        *("md-typeset", "admonition", "admonition-title", "note", "tip", "info", "warning", "danger"),
        *("footnote", "footnote-ref", "footnote-backref", "task-list-item"),
    }
)
"""The theme's classes that are in the HTML of pages; rules for others are left out."""

_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_BORDER = re.compile(rf"{_STRING}|[{{}}]")
_DECLARATION = re.compile(rf"(?:{_STRING}|[^;\"'])+")
_SELECTOR = re.compile(rf"(?:{_STRING}|\((?:[^()]|\([^()]*\))*\)|[^,\"'(])+")
_CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
_VARIABLE = re.compile(r"var\((--[\w-]+)")


def used_rules(stylesheet: str) -> str:
    """Minified CSS without the rules and the custom properties that no page needs."""
    rules = [rule for head, body in _blocks(stylesheet) if (rule := _kept(head, body))]
    needed = frozenset(name for rule in rules for name in _VARIABLE.findall(rule))
    return "".join(_without_properties(rule, needed) if rule.startswith(":root") else rule for rule in rules)


def classes(stylesheet: str) -> frozenset[str]:
    """All classes that the selectors of a stylesheet name."""
    found: set[str] = set()
    for head, body in _blocks(stylesheet):
        found |= classes(body) if head.startswith("@") else set(_CLASS.findall(head))
    return frozenset(found)


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """The rules of `css`: what stands before the braces, and between them."""
    depth = start = opened = 0
    for border in _BORDER.finditer(css):
        if border[0] == "{":
            depth += 1
            if depth == 1:
                opened = border.end()
        elif border[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[start : opened - 1].rpartition(";")[2].strip(), css[opened : border.start()]
                start = border.end()


def _kept(head: str, body: str) -> str:
    """The rule with those of its selectors that pages use; empty where there are none."""
    if head.startswith(("@media", "@supports")):
        inside = "".join(_kept(*block) for block in _blocks(body))
        return f"{head}{{{inside}}}" if inside else ""
    if head.startswith("@"):
        return ""
    selectors = [one for one in _SELECTOR.findall(head) if _is_used(one)]
    return f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _is_used(selector: str) -> bool:
    return CLASSES.issuperset(_CLASS.findall(selector)) and "[data-" not in selector


def _without_properties(rule: str, needed: frozenset[str]) -> str:
    """A rule of `:root` without the custom properties that aren't `needed`; empty where nothing is left."""
    head, _, body = rule.partition("{")
    left = [one for one in _DECLARATION.findall(body[:-1]) if _is_needed(one.partition(":")[0], needed)]
    return f"{head}{{{';'.join(left)}}}" if left else ""


def _is_needed(name: str, needed: frozenset[str]) -> bool:
    return not name.startswith("--") or name in needed

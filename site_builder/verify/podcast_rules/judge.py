"""A feed's bytes → all violations of the rules in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from . import apple, channel, document, episode, item, shared, show
from .nodes import Node, NotXMLError, parse
from .table import Rule

RULES: tuple[Rule, ...] = tuple(
    entry
    for module in (document, channel, apple, item, show, shared, episode)
    for entry in vars(module).values()
    if isinstance(entry, Rule)
)
"""The whole table, in the order in which the modules tell it."""

_LONGEST_VALUE = 80
_AROUND = frozenset(("document", "xmlns", "rss", "channel"))
_TELLING = ("text", "href", "url", "uri", "feedGuid", "id", "type", "protocol")
"""Attributes that say which element it is, the most telling first."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that isn't kept: by the element `tag` on `line` of the feed, whose `value` is given for a reader's eye.

    `guid` is that of the episode that the element is in, empty where it is the channel's.
    """

    rule: Rule
    tag: str
    value: str
    guid: str
    line: int


def judge(data: bytes, now: datetime) -> tuple[Violation, ...]:
    """All violations in the feed `data` at the time `now`, in the order of its lines."""
    try:
        nodes = parse(data, now)
    except NotXMLError as error:
        return (Violation(document.well_formed, "document", "", "", error.line),)
    named = _by_name(nodes)
    found = (
        _violation(entry, broken)
        for entry in RULES
        for node in _looked_at(entry, named)
        for broken in entry.broken_by(node)
    )
    return tuple(sorted(found, key=lambda violation: (violation.line, violation.rule.name)))


def _by_name(nodes: Iterable[Node]) -> dict[str, list[Node]]:
    """All nodes by their names; those in the channel also by `*`."""
    named: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        named[node.name].append(node)
        if node.name not in _AROUND:
            named["*"].append(node)
    return named


def _looked_at(entry: Rule, named: dict[str, list[Node]]) -> Iterator[Node]:
    for tag in entry.tags:
        yield from named.get(tag, ())


def _violation(entry: Rule, node: Node) -> Violation:
    inside = node.item
    guid = inside.text_of("guid") if inside else ""
    return Violation(entry, node.name, _value(node), guid, node.line)


def _value(node: Node) -> str:
    """What stands in a node, or what tells it from others of its name."""
    said: Iterable[str] = (node.text_of("title"), node.text, *(node.get(name) for name in _TELLING))
    value = " ".join(next(filter(None, said), "").split())
    return value if len(value) <= _LONGEST_VALUE else value[:_LONGEST_VALUE] + "…"

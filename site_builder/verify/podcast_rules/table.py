"""The table of rules: each is a function that looks at one node, with what to say where it isn't kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from .nodes import Node


class Level(StrEnum):
    """How strictly the specification asks for it (RFC 2119)."""

    MUST = "must"
    SHOULD = "should"


MUST, SHOULD = Level.MUST, Level.SHOULD

Check = Callable[[Node], Iterable[Node]]
"""The nodes, at or below the one it is given, that break the rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`tags` are the names of the nodes to look at, `*` is every element; `message` may have a `{value}`.

    `source` says which specification asks for it.
    """

    name: str
    level: Level
    tags: tuple[str, ...]
    message: str
    source: str
    broken_by: Check


def rule(
    name: str, level: Level, tags: tuple[str, ...], message: str
) -> Callable[[Callable[[Node], bool]], Rule]:
    """Make a function a rule that a node keeps (the function is true) or doesn't."""

    def made(kept: Callable[[Node], bool]) -> Rule:
        def broken_by(node: Node) -> Iterable[Node]:
            return () if kept(node) else (node,)

        return Rule(name, level, tags, message, kept.__doc__ or "", broken_by)

    return made


def rule_among(name: str, level: Level, tags: tuple[str, ...], message: str) -> Callable[[Check], Rule]:
    """Make a function a rule about several nodes together: it tells those in a node that break it."""

    def made(broken_by: Check) -> Rule:
        return Rule(name, level, tags, message, broken_by.__doc__ or "", broken_by)

    return made

"""What YAML reads without a word, but not as it was meant.

Comments, references and tags that begin within a value, and list items that it takes for more of the text above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from .characters import BULLETS
from .composing import PLAIN_TAGS
from .slip import Slip
from .slips_of_values import comment_slip, mark_slip

_LOOKS = re.compile(
    rf"""\n[ \t]*[{BULLETS}][ \t\u00a0]                 # a bullet begins a line
    |\n(?P<indent>[ ]*)-[ ][^\n]*\n(?P=indent)[ ]+-[ ]  # an item stands deeper than the one above it
    |\n[^\s#-][^\n:]*:[ ]+[^\s#|>&!][^\n]*\n[ ]*-[ ]    # an item stands below a value
    """,
    re.VERBOSE,
)
_NO_TEXT = re.compile(r"true|false|yes|no|ano|ne|[\d:. -]+")
"""A value behind which a comment is a comment."""

_COMMENT = re.compile(r"[ \t]+#(?=[^\s#])")


def may_hold_traps(text: str) -> bool:
    """Whether `text`, a header, is worth a closer look; nearly every header is not."""
    return " #" in text or "&" in text or "!" in text or _LOOKS.search(f"\n{text}") is not None


def is_trapped(node: yaml.Node, text: str) -> bool:
    """Whether `node`, which YAML makes of `text`, isn't what was meant."""
    lines = text.split("\n")
    return swallows_items(node, lines) or any(trap_slips(node, lines, ""))


def swallows_items(node: yaml.Node, lines: Sequence[str]) -> bool:
    """Whether a text in `node`, which `lines` are, goes on in a line that begins as an item of a list."""
    return any(
        lines[number].lstrip()[:2] in _ITEM_STARTS
        for scalar in scalars(node)
        if not scalar.style
        for number in range(scalar.start_mark.line, scalar.end_mark.line + 1)
        if number > scalar.start_mark.line or not lines[number][: scalar.start_mark.column].strip()
    )


_ITEM_STARTS = frozenset({"- "} | {f"{bullet}{space}" for bullet in BULLETS for space in " \t\u00a0"})


def trap_slips(node: yaml.Node, lines: Sequence[str], name: str) -> Iterator[tuple[int, Slip]]:
    """The slips in `lines`, each with the index of its line; `node` is what YAML makes of them."""
    text = "\n".join(lines)
    for scalar in scalars(node):
        mark, end = scalar.start_mark, scalar.end_mark
        line = lines[mark.line]
        start, value = line[: mark.column], line[mark.column :].rstrip()
        if _is_reference(value, text) or _is_tag(scalar, value):
            yield mark.line, mark_slip(start, value, name)
        elif not scalar.style and mark.line == end.line and (found := _COMMENT.match(line, end.column)):
            if _NO_TEXT.fullmatch(scalar.value):
                continue
            if scalar.value:
                yield mark.line, comment_slip(start, value, line[found.end() - 1 :].rstrip(), name)
            else:
                start, value = f"{start.rstrip()} ", line[found.end() - 1 :].rstrip()
                yield mark.line, mark_slip(start, value, name)


def scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """All texts in `node`, each once."""
    waiting, seen = [node], set()
    while waiting:
        found = waiting.pop()
        if id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, yaml.ScalarNode):
            yield found
        elif isinstance(found, yaml.MappingNode):
            waiting.extend(part for pair in found.value for part in pair)
        elif isinstance(found, yaml.SequenceNode):
            waiting.extend(found.value)


def _is_reference(value: str, text: str) -> bool:
    """Whether `value` names an anchor (`&name`) that nothing in `text` refers to."""
    return value.startswith("&") and f"*{re.split('[^A-Za-z0-9_-]', value[1:])[0]}" not in text


def _is_tag(scalar: yaml.ScalarNode, value: str) -> bool:
    """Whether a single `!` and a word stand before the value; `!!` and `!<` are YAML on purpose."""
    return scalar.tag not in PLAIN_TAGS and value.startswith("!") and value[1:2] not in ("!", "<")

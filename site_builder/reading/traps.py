"""What YAML reads without a word, but not as it was meant.

Comments, references and tags that begin within a value, and list items that it takes for more of the text above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import yaml

from .characters import BULLETS
from .slip import Slip
from .slips_of_values import comment_slip, mark_slip

_BULLET = re.compile(rf"\n[ \t]*[{BULLETS}][ \t\u00a0]")
_ITEM = re.compile(
    r"""\n(?P<indent>[ ]*)-[ ][^\n]*\n(?P=indent)[ ]+-[ ]  # an item stands deeper than the one above it
    |\n[^\s#-][^\n:]*:[ ]+[^\s#|>&!][^\n]*\n[ ]*-[ ]    # an item stands below a value
    """,
    re.VERBOSE,
)
_NO_TEXT = re.compile(r"true|false|yes|no|ano|ne|[\d:. -]+")
"""A value behind which a comment is a comment."""

_TIGHT = re.compile(r"[{,][ \t]*[a-z_]+:[\"'\w]")
"""A name in braces without a space behind its colon."""

_TIGHT_NAME = re.compile(r"[a-z_]+:[^/\s]")
_COMMENT = re.compile(r"[ \t]+#(?=[^\s#])")


def may_hold_traps(text: str, names: Iterable[str]) -> bool:
    """Whether `text`, a header of fields called `names`, is worth a closer look; nearly every header is not."""
    return (
        ":" in "".join(names)
        or " #" in text
        or "&" in text
        or "!" in text
        or ("{" in text and _TIGHT.search(text) is not None)
        or ("- " in text and _ITEM.search(f"\n{text}") is not None)
        or _BULLET.search(f"\n{text}") is not None
    )


def is_trapped(node: yaml.Node, text: str) -> bool:
    """Whether `node`, which YAML makes of `text`, isn't what was meant."""
    lines = text.split("\n")
    return swallows(node, lines) or any(trap_slips(node, lines, ""))


def swallows(node: yaml.Node, lines: Sequence[str]) -> bool:
    """Whether a name in `node`, which `lines` are, holds its value, or a text goes on in an item of a list."""
    return any(map(_is_tight, _names(node))) or any(
        _line(lines, number).lstrip()[:2] in _ITEM_STARTS
        for scalar in _scalars(node)
        if not scalar.style
        for number in range(scalar.start_mark.line, scalar.end_mark.line + 1)
        if number > scalar.start_mark.line or not _line(lines, number)[: scalar.start_mark.column].strip()
    )


def _line(lines: Sequence[str], number: int) -> str:
    """Line `number`; YAML says of some texts without characters that they stand below the last one."""
    return lines[number] if number < len(lines) else ""


def _is_tight(name: yaml.Node) -> bool:
    """Whether a name goes on behind a colon; addresses do so too."""
    return isinstance(name, yaml.ScalarNode) and not name.style and _TIGHT_NAME.match(name.value) is not None


_ITEM_STARTS = frozenset({"- "} | {f"{bullet}{space}" for bullet in BULLETS for space in " \t\u00a0"})


def trap_slips(node: yaml.Node, lines: Sequence[str], name: str) -> Iterator[tuple[int, Slip]]:
    """The slips in `lines`, each with the index of its line; `node` is what YAML makes of them."""
    text = "\n".join(lines)
    for scalar in _scalars(node):
        mark, end = scalar.start_mark, scalar.end_mark
        line = _line(lines, mark.line)
        start, value = line[: mark.column], line[mark.column :].rstrip()
        if _is_reference(value, text) or _is_tag(value):
            yield mark.line, mark_slip(start, value, name)
        elif not scalar.style and mark.line == end.line and (found := _COMMENT.match(line, end.column)):
            if _NO_TEXT.fullmatch(scalar.value):
                continue
            if scalar.value:
                yield mark.line, comment_slip(start, value, line[found.end() - 1 :].rstrip(), name)
            else:
                start, value = f"{start.rstrip()} ", line[found.end() - 1 :].rstrip()
                yield mark.line, mark_slip(start, value, name)


def _nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    """`node` and all that it holds, each once: references may make a ring of them."""
    waiting, seen = [node], set()
    while waiting:
        found = waiting.pop()
        if id(found) not in seen:
            seen.add(id(found))
            yield found
            if isinstance(found, yaml.MappingNode):
                waiting.extend(part for pair in found.value for part in pair)
            elif isinstance(found, yaml.SequenceNode):
                waiting.extend(found.value)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    return (found for found in _nodes(node) if isinstance(found, yaml.ScalarNode))


def _names(node: yaml.Node) -> Iterator[yaml.Node]:
    return (name for found in _nodes(node) if isinstance(found, yaml.MappingNode) for name, _ in found.value)


def _is_reference(value: str, text: str) -> bool:
    """Whether `value` names an anchor (`&name`) that nothing in `text` refers to."""
    return value.startswith("&") and f"*{re.split('[^A-Za-z0-9_-]', value[1:])[0]}" not in text


def _is_tag(value: str) -> bool:
    """Whether `value` begins with a single `!`; `!!` and `!<` are YAML on purpose."""
    return value.startswith("!") and value[1:2] not in ("!", "<")

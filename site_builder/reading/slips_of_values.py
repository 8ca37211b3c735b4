"""A value that YAML can't read, or would read as something else → the value as it was meant, mostly in quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from .characters import PAIRS, SMART
from .composing import composed
from .quotes import texts_of
from .slip import Slip, shown, slip

_QUOTES = SMART + "\"'"
_MARKS = "@`%&*!|>[{-?#,]}"
"""Characters that mean something at the beginning of a value."""

_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_APOSTROPHES = re.compile(r"[^']*(?:(?<=\w)'(?=\w)[^']*)*")
"""A text whose apostrophes all stand within words."""

_MEMBERS = re.compile(r'(?:"(?:[^"\\]|\\.)*"|[^,"])+')
_MEMBER = re.compile(r"(?P<start>\s*(?P<name>[a-z_]+):[ \t]+)(?P<value>.*?)\s*")
"""A field in braces."""

_DEEPEST = 8
"""Braces that are looked into; no field needs more than two."""

_ESCAPE = re.compile(
    r"\\u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\u(?P<alone>[dD][89a-fA-F][0-9a-fA-F]{2})"
    r"|\\(?:[0abt\tnvfre \"/\\N_LP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"
    r"|(?P<plain>\\)"
)
"""A backslash and what belongs to it; a group matches where YAML knows no such escape."""

_QUOTE_IT = "Put it in straight quotes: {right}"


def quoted(value: str) -> str:
    """`value` in straight quotes, which YAML reads back as it is."""
    return json.dumps(value, ensure_ascii=False)


def value_slip(start: str, value: str, name: str) -> Slip | None:
    """The slip in `value`, if YAML can't read it; `start` is what stands before it in the line."""
    if not value or composed(f"x: {value}"):
        return None
    slips = (rule(start, value, name) for rule in _RULES)
    found = next(filter(None, slips), None)
    return found if found and composed(f"x: {found.meant[len(start) :]}") else None


def mark_slip(start: str, value: str, name: str) -> Slip:
    """The slip of a value that begins with a mark of YAML."""
    return slip(
        "value-mark",
        len(start) + 1,
        start + quoted(value),
        "The value of “{name}” begins with “{mark}”, which has a meaning of its own here.",
        _QUOTE_IT,
        name=name,
        mark=value[0],
    )


def comment_slip(start: str, value: str, lost: str, name: str) -> Slip:
    """The slip of a `value` whose end from `lost` on YAML takes for a comment."""
    return slip(
        "value-comment",
        len(start) + len(value) - len(lost) + 1,
        start + quoted(value),
        "From # on this is a comment: “{lost}” is no part of “{name}”.",
        "If it belongs to the value, put it all in straight quotes: {right}",
        is_sure=False,
        is_error=False,
        name=name,
        lost=shown(lost),
    )


def _smart_quotes(start: str, value: str, name: str) -> Slip | None:
    """Quotes of a word processor in place of straight ones; a right pair of them belongs to the text."""
    inner = value[1:-1]
    ends = value[0] + value[-1]
    if not (set(ends) <= set(_QUOTES) and set(ends) & set(SMART)) or ends in PAIRS:
        return None
    if set(inner) & set(_QUOTES) - {"'", "’"}:
        return None
    return slip(
        "value-smart-quotes",
        len(start) + 1,
        start + quoted(inner),
        "The value of “{name}” stands in typographic quotes, which count as a part of it.",
        "Put it in straight ones: {right}",
        name=name,
    )


def _double_quotes(start: str, value: str, name: str) -> Slip | None:
    if value[0] != '"':
        return None
    closed = _DOUBLE.match(value)
    if not closed:
        return _open(start, quoted(value[1:]), name, is_sure=True)
    if closed.end() < len(value):
        return _rest(start, value.replace('\\"', '"'), closed.end(), name)
    return slip(
        "value-escape",
        len(start) + next((found.start() for found in _bad_escapes(value)), 0) + 1,
        start + _ESCAPE.sub(_escaped, value),
        "A backslash in straight double quotes has a meaning of its own.",
        "Write: {right}",
        name=name,
    )


def _single_quotes(start: str, value: str, name: str) -> Slip | None:
    if value[0] != "'":
        return None
    closed = _SINGLE.match(value)
    if not closed:
        return _open(start, quoted(value), name, is_sure=False)
    is_word = value[-1] == "'" and _APOSTROPHES.fullmatch(value, 1, len(value) - 1)
    return _rest(start, value, 0 if is_word else closed.end(), name)


def _open(start: str, meant: str, name: str, is_sure: bool) -> Slip:
    return slip(
        "value-quote-open",
        len(start) + 1,
        start + meant,
        "The quote that opens the value of “{name}” is never closed.",
        "Write: {right}"
        if is_sure
        else "If it is an apostrophe, put the whole value in straight quotes: {right}",
        is_sure=is_sure,
        name=name,
    )


def _rest(start: str, value: str, end: int, name: str) -> Slip:
    """The slip of a `value` whose first quote is closed at index `end`, before its last character."""
    text, other = texts_of(value)
    return slip(
        "value-quote-inside",
        len(start) + end + 1,
        start + quoted(text),
        "The value of “{name}” begins with a quote that is closed before its end.",
        "If the outer quotes belong to the text, write: {right} – otherwise: {other}"
        if other
        else "Write: {right}",
        is_sure=not other,
        name=name,
        other=other and shown(start + quoted(other)),
    )


def _bracket(start: str, value: str, name: str) -> Slip | None:
    """A list that isn't closed, or one of whose items isn't YAML."""
    if value[0] != "[":
        return None
    if not set(value) & set("]:") and composed(f"x: {value}]"):
        return slip(
            "value-bracket",
            len(start) + 1,
            f"{start}{value}]",
            "The list of “{name}” is opened with [ and never closed.",
            "Write: {right}",
            name=name,
        )
    if value[-1] != "]" or set(value) & set("\"'{") or value.count("[") > 1:
        return None
    items = [item.strip() for item in value[1:-1].split(",")]
    bad = next((item for item in items if item and not composed(f"[{item}]")), "")
    if not bad:
        return None
    right = ", ".join(item if composed(f"[{item}]") else quoted(item) for item in items if item)
    return slip(
        "value-mark",
        len(start) + value.index(bad) + 1,
        f"{start}[{right}]",
        "The value of “{name}” begins with “{mark}”, which has a meaning of its own here.",
        _QUOTE_IT,
        name=name,
        mark=bad[0],
    )


def _open_braces(start: str, value: str, name: str) -> Slip | None:
    """Fields in braces that aren't closed; a comma in a text, which would begin one without a value, leaves doubt."""
    if value[0] != "{" or set(value[1:]) & set("{}"):
        return None
    members = [_MEMBER.fullmatch(member) for member in _MEMBERS.findall(value[1:])]
    if not members or not members[0]:
        return None
    closed = f"{value}}}"
    inside = None if composed(f"x: {closed}") else _braces(start, closed, name)
    return slip(
        "value-bracket",
        len(start) + 1,
        inside.meant if inside else f"{start}{closed}",
        "The brace before the fields of “{name}” is never closed.",
        "Write: {right}",
        is_sure=all(members) and (not inside or inside.is_sure),
        name=name,
    )


def _braces(start: str, value: str, name: str) -> Slip | None:
    """Fields in braces, one of whose values isn't YAML."""
    if value[0] + value[-1] != "{}" or value.count("{") > _DEEPEST:
        return None
    first: Slip | None = None
    is_sure = True
    meant = f"{start}{{"
    for member in _MEMBERS.findall(value[1:-1]):
        field = _MEMBER.fullmatch(member)
        found = value_slip(field["start"], field["value"], field["name"]) if field else None
        first = first or (found and replace(found, column=len(meant) + found.column))
        is_sure = is_sure and (not found or found.is_sure)
        meant += f"{found.meant if found else member},"
    if first is None:
        return None
    meant = f"{meant[:-1]}}}"
    return replace(first, meant=meant, is_sure=is_sure, values={**first.values, "right": shown(meant)})


def _mark(start: str, value: str, name: str) -> Slip | None:
    return mark_slip(start, value, name) if value[0] in _MARKS and not _is_nested(value) else None


def _colon(start: str, value: str, name: str) -> Slip | None:
    found = re.search(r":(?=\s|$)", value)
    if not found or _is_nested(value):
        return None
    return slip(
        "value-colon",
        len(start) + found.start() + 1,
        start + quoted(value),
        "The value of “{name}” holds a colon, which would begin a field of its own.",
        _QUOTE_IT,
        name=name,
    )


_RULES: tuple[Callable[[str, str, str], Slip | None], ...] = (
    _smart_quotes,
    _double_quotes,
    _single_quotes,
    _bracket,
    _open_braces,
    _braces,
    _mark,
    _colon,
)


def _is_nested(value: str) -> bool:
    return value[0] + value[-1] in ("{}", "[]")


def _bad_escapes(value: str) -> Iterator[re.Match[str]]:
    return (found for found in _ESCAPE.finditer(value) if found.lastgroup)


def _escaped(found: re.Match[str]) -> str:
    """A backslash doubled, a pair of surrogates as the character that it means; half a pair means nothing."""
    if found["high"]:
        pair = bytes.fromhex(found["high"] + found["low"])
        return pair.decode("utf-16-be")
    if found["alone"]:
        return ""
    return "\\\\" if found["plain"] else found[0]

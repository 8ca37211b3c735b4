"""Fences and comments that never end, footnotes with one half, tables whose rows differ, headings without a space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..problems import Problem, Severity
from ..repairs import Replacement
from .addresses import shortened
from .source import Source

_HASHES = re.compile(r"^ {0,3}(#{2,6})([^\s#].*)$", re.MULTILINE)
_BLOCK = re.compile(r'<pre data-sourcepos="(\d{1,9}):(\d{1,9})-(\d{1,9}):\d{1,9}"')
_FENCE = re.compile(r"(`{3,}|~{3,})")
_CLOSING = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*")
_NOTE = re.compile(r"(?<!\\)\[\^([^\]\s]{1,100})\]")
_NOTE_TEXT = re.compile(r"^[ \t>]*\[\^([^\]\s]{1,100})\]:", re.MULTILINE)
_ROW = re.compile(r"<tr data-sourcepos=\"(\d{1,9}):(\d{1,9})-\d{1,9}:\d{1,9}\">\s*(<t[hd])")
_TABLE = "<table "
_BAR = re.compile(r"(?<!\\)\|")
_BELOW_HEAD = re.compile(r"^[ >]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", re.MULTILINE)


def open_comments(shown: str, source: Source) -> Iterator[Problem]:
    """A comment that never ends takes the rest of the page with it."""
    start = shown.rfind("<!--")
    if start >= 0 and shown.find("-->", start + 2) < 0:
        yield Problem(
            "comment-not-closed",
            Severity.ERROR,
            source.at_offset(start),
            "The comment has no end, so nobody can read what stands behind it.",
            "Put --> behind it.",
        )


def headings_without_space(shown: str, source: Source) -> Iterator[Problem]:
    """`##Heading`; a single hash may begin a hashtag."""
    if "##" in shown:
        for heading in _HASHES.finditer(shown):
            at = source.at_offset(heading.start(1))
            yield Problem(
                "heading-without-space",
                Severity.ERROR,
                at,
                "This is no heading, because there is no space behind {hashes}.",
                "Write: {right}",
                {"hashes": heading[1], "right": shortened(f"{heading[1]} {heading[2]}")},
                repair=Replacement(at, heading[1], f"{heading[1]} "),
            )


def odd_footnotes(shown: str, source: Source) -> Iterator[Problem]:
    """Marks of footnotes without a text, which readers see as they are, and texts without a mark, which they don't."""
    if "[^" not in shown:
        return
    texts = {match.start(1): match[1] for match in _NOTE_TEXT.finditer(shown)}
    marks = [match for match in _NOTE.finditer(shown) if match.start(1) not in texts]
    told, used = _folded(texts.values()), _folded(match[1] for match in marks)
    for mark in marks:
        if mark[1].casefold() not in told:
            yield Problem(
                "footnote-without-text",
                Severity.ERROR,
                source.at_offset(mark.start()),
                "The footnote [^{name}] has no text.",
                "Write it on a line of its own: [^{name}]: the text of the footnote",
                {"name": mark[1]},
            )
    first: dict[str, int] = {}
    for offset, name in texts.items():
        if first.setdefault(name.casefold(), offset) != offset:
            yield Problem(
                "footnote-twice",
                Severity.WARNING,
                source.at_offset(offset - 2),
                "The footnote [^{name}] has two texts, so its mark leads to the first alone.",
                "Give it a name of its own, both here and where the footnote belongs, or delete it.",
                {"name": name},
            )
        elif name.casefold() not in used:
            yield Problem(
                "footnote-unused",
                Severity.WARNING,
                source.at_offset(offset - 2),
                "Nothing in the text leads to the footnote [^{name}], so nobody can read it.",
                "Write [^{name}] where the footnote belongs, or delete it.",
                {"name": name},
            )


def open_fences(html: str, source: Source) -> Iterator[Problem]:
    """Blocks of code whose fence never closes; `html` is the engine's, located."""
    for numbers in _BLOCK.findall(html):
        line, byte, last = map(int, numbers)
        start = source.offset(line, byte)
        fence = _FENCE.match(source.text, start)
        if fence is None:
            continue
        closing = _CLOSING.fullmatch(source.line(last)) if last > line else None
        if not (closing and closing[1].startswith(fence[1])):
            yield Problem(
                "code-not-closed",
                Severity.ERROR,
                source.at_offset(start),
                "The block of code has no end, so the text behind it is shown as code, too.",
                "Put a line {fence} below the code.",
                {"fence": fence[1]},
            )


def odd_tables(html: str, shown: str, source: Source) -> Iterator[Problem]:
    """Rows with more cells than the head of their table: the engine drops these; and tables that are none."""
    columns = 0
    lines: set[int] = set()
    for table in html.split(_TABLE)[1:]:
        for number, byte, cell in _ROW.findall(table):
            line = source.line_of(int(number), int(byte))
            lines.add(line)
            cells = _cells(source.line(line))
            if cell == "<th":
                columns = cells
            elif cells > columns:
                yield _other_cells(source, line, cells, columns)
    for match in _BELOW_HEAD.finditer(shown) if "|" in shown else ():
        line = source.text.count("\n", 0, match.start()) + 1
        head = source.line(line - 1) if line > 1 else ""
        if "|" in match[0] and _BAR.search(head) and line - 1 not in lines and head.strip(" >|-:"):
            cells, columns = _cells(match[0]), _cells(head)
            if cells != columns and line - 2 not in lines:
                yield _other_cells(source, line, cells, columns)


def _other_cells(source: Source, line: int, cells: int, columns: int) -> Problem:
    written = source.line(line)
    return Problem(
        "table-cells",
        Severity.ERROR,
        source.at_line(line, len(written) - len(written.lstrip()) + 1),
        "The row of the table and its head differ in their number of cells: {cells} here, {columns} in the head.",
        r"Give every row as many cells as the head has; a bar within a cell is written \|.",
        {"cells": str(cells), "columns": str(columns)},
    )


def _cells(row: str) -> int:
    return len(_BAR.findall(row.strip(" \t>").removeprefix("|").removesuffix("|"))) + 1


def _folded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}

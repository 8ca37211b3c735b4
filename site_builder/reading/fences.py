"""The text of a Markdown file → its header and its body, and what is wrong with the lines `---` between them.

python-frontmatter says where a right header begins and ends; where it finds none, or one that goes on into the text,
the lines are looked at one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from frontmatter.default_handlers import YAMLHandler

from ..problems import Position, Problem, Severity
from ..repairs import Replacement
from .characters import COLONS, DASHES, trimmed
from .slips import NAME

_BOUNDARY: re.Pattern[str] = YAMLHandler.FM_BOUNDARY
_FENCE = re.compile(r"-{3,}[ \t]*")
_LIKE_FENCE = re.compile(rf"(?:[-{DASHES}_*=~+][ \t]*){{3,}}|[{DASHES}]{{1,2}}|--|`{{3}}\w*")
_ODD = re.compile(rf"\n[ \t]*(?:\n|[{DASHES}]|[_*=~+`-]{{2}}|- -)")
"""A line within a header that may be its end; `- -` begins a list of lists, or a fence."""

_FIELD = re.compile(rf"(?:- )?{NAME}[ \u00a0]?(?:[:{COLONS}]|[ \t]*=)")
_ENGLISH_FIELD = re.compile(r"[a-z_]+:(?:\s|$)")
_AGAIN = re.compile(r"(?:-{3,}[ \t]*\n)?(?=[a-z_]+:(?:\s|$))")
_INSIDE = re.compile(r"\n-{3,}[ \t]*\n(?:[a-z_]+:[ \t][^\n]*\n){2,}-{3,}[ \t]*(?:\n|$)")

LONGEST = 100
"""Lines within which the rest of a header is looked for."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A file taken apart; its header begins on line `header_line`, its body on `body_line`.

    `more_headers` are fields that stand in a further header, each with its line. The fields of a header that
    `is_foreign` are in another language than YAML, as far as they can be read at all.
    """

    header: str
    header_line: int
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
    more_headers: tuple[tuple[str, int], ...] = ()
    is_foreign: bool = False


def split(path: str, text: str) -> Parts:
    """Take apart `text`, the Markdown of file `path`."""
    opening = _BOUNDARY.match(text)
    closing = opening and _BOUNDARY.search(text, opening.end())
    if opening and closing and not _ODD.search(text, opening.end(), closing.start()):
        header = text[opening.end() : closing.start()]
        header_line = 1 + text.count("\n", 0, opening.end())
        end = closing.end() + text.startswith("\n", closing.end())
        body_line = header_line + text.count("\n", opening.end(), end)
        found = Parts(header, header_line, text[end:], body_line)
    else:
        found = _by_lines(path, text)
    return _with_second_header(path, text, found)


def _by_lines(path: str, text: str) -> Parts:
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if trimmed(line)), len(lines))
    problems: list[Problem] = []
    start = _opening(path, lines, first, problems)
    if start is None:
        return Parts("", 1, text, 1, (_no_header(path),))
    end, body = _closing(path, lines, start, problems)
    header = "\n".join(lines[start:end])
    is_foreign = any(problem.code == "header-toml" for problem in problems)
    return Parts(header, start + 1, "\n".join(lines[body:]), body + 1, tuple(problems), is_foreign=is_foreign)


def _opening(path: str, lines: Sequence[str], first: int, problems: list[Problem]) -> int | None:
    """The index of the line below the opening fence; `first` is that of the first line that isn't empty."""
    line = trimmed(lines[first]) if first < len(lines) else ""
    at = Position(path, first + 1)
    if _FENCE.fullmatch(line):
        if first:
            problems.append(_late(at, "\n".join(lines[: first + 1]).removesuffix(line)))
        elif line != lines[0].rstrip():
            problems.append(_wrong_fence(at, lines[0]))
        return first + 1
    if _LIKE_FENCE.fullmatch(line) and _is_field(_next(lines, first + 1)):
        problems.append(_toml(at) if line.startswith("+++") else _wrong_fence(at, lines[first]))
        return first + 1
    if _ENGLISH_FIELD.match(line) and _is_field(_next(lines, first + 1)):
        problems.append(_not_opened(at))
        return first
    for number in range(first + 1, len(lines) - 1):
        if _FENCE.fullmatch(lines[number]) and _ENGLISH_FIELD.match(lines[number + 1]):
            problems.append(_late(Position(path, number + 1)))
            return number + 1
    return None


def _closing(path: str, lines: Sequence[str], start: int, problems: list[Problem]) -> tuple[int, int]:
    """The indices of the line below the header that begins at `start`, and of the first line of the body."""
    has_end = any(map(_FENCE.fullmatch, lines[start:]))
    last = start - 1
    for number in range(start, len(lines)):
        line = lines[number]
        content = trimmed(line)
        if _FENCE.fullmatch(line):
            return number, number + 1
        if _LIKE_FENCE.fullmatch(content) and not _goes_on(lines, number + 1):
            if not any(problem.code == "header-toml" for problem in problems):
                problems.append(_wrong_fence(Position(path, number + 1), line))
            return number, number + 1
        is_text = content and not line[0].isspace() and content[0] not in "-#]}" and not _is_field(content)
        if is_text and (last < number - 1 or not has_end) and not _goes_on(lines, number):
            break
        last = number if content else last
    problems.append(_not_closed(path, lines[last], last, has_fields=last >= start))
    return last + 1, last + 1


def _goes_on(lines: Sequence[str], start: int) -> bool:
    """Whether a field stands below `start` before a fence does, as far as a header reaches."""
    for line in lines[start : start + LONGEST]:
        if _FENCE.fullmatch(line):
            return False
        if _ENGLISH_FIELD.match(line):
            return True
    return False


def _next(lines: Sequence[str], start: int) -> str:
    return next(filter(None, (trimmed(line) for line in lines[start : start + 3])), "")


def _is_field(line: str) -> bool:
    return _FIELD.match(line) is not None


def _with_second_header(path: str, text: str, found: Parts) -> Parts:
    """`found`, with the fields that stand once more between fences at the beginning of its body or within it."""
    body = found.body
    skipped = len(body) - len(body.lstrip("\n"))
    if again := _AGAIN.match(body, skipped):
        lines = body[again.end() :].split("\n", LONGEST)
        end = next((number for number, line in enumerate(lines) if _ends_fields(line)), 0)
        if end and _FENCE.fullmatch(lines[end]):
            line = found.body_line + body.count("\n", 0, again.end())
            return replace(
                found,
                body="\n".join(lines[end + 1 :]),
                body_line=line + end + 1,
                problems=(*found.problems, _twice(path, text, line, found.header, lines[:end])),
                more_headers=(("\n".join(lines[:end]), line),),
            )
    if "\n---" in body and (inside := _INSIDE.search(body)) and _is_text(body[: inside.start()]):
        at = Position(path, found.body_line + body.count("\n", 0, inside.start()) + 1)
        return replace(found, problems=(*found.problems, _again(at)))
    return found


def _ends_fields(line: str) -> bool:
    return not (line.startswith((" ", "- ", "#")) or _ENGLISH_FIELD.match(line))


def _is_text(before: str) -> bool:
    """Whether what follows `before` stands in no block of code."""
    return f"\n{before}".count("\n```") % 2 == 0


def _twice(path: str, text: str, line: int, header: str, fields: Sequence[str]) -> Problem:
    """The header goes on with `fields` on `line` behind its end, or begins anew."""
    fence = text.split("\n", line)[line - 2]
    first, second = (set(_NAMES.findall(part)) for part in (header, "\n".join(fields)))
    is_interrupted = _FENCE.fullmatch(fence) and not first & second
    at = Position(path, line - 1)
    return _again(at, Replacement(at, f"{fence}\n", "") if is_interrupted else None)


_NAMES = re.compile(r"^([a-z_]+):", re.MULTILINE)


def _no_header(path: str) -> Problem:
    return Problem(
        "header-missing",
        Severity.ERROR,
        Position(path),
        "The file has no header (front matter).",
        "Begin the file with a line ---, then fields such as title: …, then a line --- again.",
    )


def _not_closed(path: str, last: str, index: int, has_fields: bool) -> Problem:
    """The header ends behind line `last` at the latest; without fields, nobody knows where."""
    at = Position(path, index + 1, len(last) + 1)
    return Problem(
        "header-not-closed",
        Severity.ERROR,
        at,
        "The header (front matter) has no end.",
        "Put a line of three hyphens (---) after its last field.",
        repair=Replacement(at, "", "\n---") if has_fields else None,
    )


def _not_opened(at: Position) -> Problem:
    return Problem(
        "header-not-opened",
        Severity.ERROR,
        at,
        "The line --- above the first field is missing.",
        "Put a line of three hyphens (---) above it.",
        repair=Replacement(at, "", "---\n"),
    )


def _wrong_fence(at: Position, line: str) -> Problem:
    mark = trimmed(line)
    return Problem(
        "header-fence",
        Severity.ERROR,
        at,
        "Before the line --- of the header stand spaces or other invisible characters."
        if _FENCE.fullmatch(mark)
        else "The header is fenced by “{mark}” instead of three hyphens.",
        "Write three hyphens at the beginning of the line: ---",
        {"mark": mark},
        repair=Replacement(at, line, "---"),
    )


def _late(at: Position, before: str | None = None) -> Problem:
    """The header begins at `at`, behind the empty lines and spaces `before`, or else behind text."""
    return Problem(
        "header-late",
        Severity.ERROR,
        at,
        "The header doesn't begin on the first line of the file.",
        "Delete what stands before it, or move it below the header.",
        repair=None if before is None else Replacement(Position(at.path), before, ""),
    )


def _toml(at: Position) -> Problem:
    return Problem(
        "header-toml",
        Severity.ERROR,
        at,
        "The header stands between +++, as Hugo writes it in TOML.",
        "Write --- in place of +++, and each field with a colon: title: …",
    )


def _again(at: Position, repair: Replacement | None = None) -> Problem:
    return Problem(
        "header-twice",
        Severity.ERROR,
        at,
        "The header begins here for the second time.",
        "Put all fields between the first two lines ---, and each of them once.",
        repair=repair,
    )

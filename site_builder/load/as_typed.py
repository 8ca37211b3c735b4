"""What looks like a list, a table, a frame or bold words while it is typed, and is none for Markdown.

Readers get lines run together, bars, asterisks, or a paragraph in the letters of code, and nobody told the editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..markdown import Rendered
from ..markdown.engine import to_located_html
from ..markdown.source import Source
from ..problems import Position, Problem, warning
from ..reading.characters import BULLETS

_SMALL = "".join(filter(str.islower, map(chr, range(0x250))))
_TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?"
_MARK = (
    r"\(?[a-z]\)|\(\d{1,2}\)|[ivxIVX]{1,4}[.)](?=\s)|\d{1,2}[.)](?=\s|[^\W\d_])"
    rf"|{_TIME}(?:\s*[-–]\s*{_TIME})?(?=\s)"
    rf"|-(?=[^\W\d_])|[{BULLETS}](?=[\S\t])"
    rf"|[^\W\d_{_SMALL}][\w.-]*(?: [\w.]+){{0,2}}:(?= )"
)
_ITEM = re.compile(rf"{_MARK}|\*\*[^*\n]{{1,60}}(?::\*\*|\*\*:)")
"""How an item of a list begins, a line of a programme, what somebody says (`Jana: …`), a fact (`**Where:** Brno`)."""

_LATER_LINE = re.compile(rf"\n(?:{_MARK}|<strong>[^<\n]{{1,60}}(?::</strong>|</strong>:))")
"""The same in HTML, where the first line of a paragraph begins with its tag."""

_SIGNS = ("<pre>", "**", "[!", "[ !", "<p>|", "\t", "></td>\n</tr>")
"""What the HTML has where something else than such lines may be wrong; the last is a row whose last cell is empty."""

_MARGIN = re.compile(r"[ \t>]*")
_BREAK = re.compile(r"(?: {2}|\\|<br ?/?>\s*)$", re.IGNORECASE)
_GOES_ON = re.compile(r"\b\w{1,4}\.?$")
"""How a line ends that a sentence goes on after (`podle písm.`, `od 9.00 do`): the next begins as an item by chance."""

_RULE = re.compile(r"[-:|\s]+")
_FRAME = re.compile(r"\[\s?!\s?[^\W\d_]{2,20}\]")
_FENCE = re.compile(r"[ \t]*(?:`{3}|~{3})")
_WORDS = re.compile(r"(?:[^\W\d_]{2,},? ){2}[^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"\w[.?!…]\W*$")
_MARKS_OF_CODE = re.compile(r"[<>{}=;$\\]")
_BLOCK = re.compile(r'<(p|pre) data-sourcepos="(\d{1,9}):(\d{1,9})-(\d{1,9}):\d{1,9}"')
_ROW = re.compile(r'<tr data-sourcepos="(\d{1,9}):(\d{1,9})-')
_TOKEN = re.compile(
    r'<(code|pre)[\s>].*?(?:</\1>|\Z)|<[^>]*data-sourcepos="(\d{1,9}):(\d{1,9})-[^>]*>|<[^>]*>|\*+', re.DOTALL
)
_FOLLOWING = re.compile(r"[^<&*\n]{0,20}")


def as_typed(text: str, at: Position, rendered: Rendered) -> tuple[Problem, ...]:
    """What of `text`, whose first line stands at `at` in its file, the engine `rendered` as it is typed."""
    html = "".join(rendered.parts[::2])
    if not any(map(html.__contains__, _SIGNS)) and not _LATER_LINE.search(html):
        return ()
    source, located = Source(text, at), to_located_html(text)
    return (*_blocks(located, source), *_rows(located, source), *_asterisks(located, source))


def _blocks(located: str, source: Source) -> Iterator[Problem]:
    """What is wrong with paragraphs and blocks of code, one thing each."""
    for tag, line, byte, last in _BLOCK.findall(located):
        start = source.offset(int(line), int(byte))
        number = source.line_of(int(line), int(byte))
        lines = [source.line(each) for each in range(number, number + int(last) - int(line) + 1)]
        if tag == "pre":
            if not _FENCE.match(source.text, start) and _is_prose(lines):
                yield _indented(source.at_offset(start))
            continue
        first = source.text[start:].partition("\n")[0]
        bare = [first, *(_MARGIN.sub("", line, count=1) for line in lines[1:])]
        if found := _FRAME.match(first):
            yield _frame(source.at_offset(start), found[0])
        elif together := _run_together(bare, source.at_offset(start)):
            yield together
        elif _is_table(bare):
            yield _table(source.at_offset(start))


def _is_prose(lines: list[str]) -> bool:
    """Whether `lines` read like a paragraph; a command (`npm install left pad`) neither begins nor ends like one."""
    word = _WORD.search(lines[0])
    is_sentence = (word and word[0].istitle()) or _SENTENCE_END.search(lines[-1])
    return bool(is_sentence and any(map(_WORDS.search, lines)) and not any(map(_MARKS_OF_CODE.search, lines)))


def _is_table(lines: list[str]) -> bool:
    """Whether two `lines` one below the other have as many bars or tabs, and none is the line below a head."""
    if any(_RULE.fullmatch(line) for line in lines):
        return False  # its cells are counted where tables are
    return any(
        (upper[0] == lower[0] == "|" and upper.count("|") > 1)
        or 0 < upper.strip().count("\t") == lower.strip().count("\t")
        for upper, lower in pairwise(lines)
        if upper and lower
    )


def _run_together(lines: list[str], at: Position) -> Problem | None:
    """The first two of `lines` that should be told apart."""
    items = [_ITEM.match(line) for line in lines]
    for number, (first, second) in enumerate(pairwise(items)):
        if not first or not second or _BREAK.search(lines[number]):
            continue
        if number == 0 or items[number - 1] or not _GOES_ON.search(lines[number - 1]):
            return warning(
                "lines-run-together",
                at._replace(line=at.line + number, column=at.column if number == 0 else 1),
                "The lines that begin with “{first}” and “{second}” are shown as one paragraph.",
                "Begin each with a hyphen and a space for a list, or put an empty line between them.",
                first=first[0],
                second=second[0],
            )
    return None


def _rows(located: str, source: Source) -> Iterator[Problem]:
    """Text right below a table, which takes it for one more row."""
    for line, byte in _ROW.findall(located):
        number = source.line_of(int(line), int(byte))
        if "|" not in source.line(number):
            yield warning(
                "text-in-table",
                source.at_line(number, 1),
                "This line is shown as a row of the table above it.",
                "Put an empty line between the table and the text.",
            )


def _asterisks(located: str, source: Source) -> Iterator[Problem]:
    """Asterisks that were to make words bold; those behind a number (`120**`) and before its note do not.

    Nor do the stars of a hotel (`****`).
    """
    start = 0
    places: dict[int, list[re.Match[str]]] = {}
    is_meant = r"\*" in source.text  # somebody who knows how to write asterisks that are to be seen
    for token in _TOKEN.finditer(located) if "**" in located and not is_meant else ():
        if token[2]:
            start = source.offset(int(token[2]), int(token[3]))
        elif token[0] in {"**", "***"}:
            places.setdefault(start, []).append(token)
    has_notes = False
    for begin, marks in places.items():
        opening = next((mark for mark in marks if not _is_behind_a_word(located, mark)), None)
        has_notes = has_notes or opening is None
        if has_notes and opening and located[opening.start() - 1] == ">":
            continue
        if opening and (_is_before_a_word(located, opening) or _is_behind_a_word(located, marks[-1])):
            following = _FOLLOWING.match(located, opening.end())
            found = source.text.find(f"**{following[0] if following else ''}", begin)
            if found >= 0:
                yield _no_bold(source.at_offset(found))


def _is_behind_a_word(html: str, mark: re.Match[str]) -> bool:
    return html[mark.start() - 1] not in " \t\n>("


def _is_before_a_word(html: str, mark: re.Match[str]) -> bool:
    return html[mark.end()] not in " \t\n<*)"


def _no_bold(at: Position) -> Problem:
    return warning(
        "asterisks-as-typed",
        at,
        "Readers see these asterisks: they make nothing bold.",
        "Put them right at the words, with spaces outside and none inside: some **bold words** here.",
    )


def _indented(at: Position) -> Problem:
    return warning(
        "indented-as-code",
        at,
        "The paragraph is shown as the code of a program, because its line begins with a tab or four spaces.",
        "Delete them; if it is code, put it between two lines of ```",
    )


def _frame(at: Position, written: str) -> Problem:
    return warning(
        "frame-unknown",
        at,
        "“{written}” makes no frame, so readers see it as it is.",
        "A frame begins with a line > [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION], and each line "
        "below it with >.",
        written=written,
    )


def _table(at: Position) -> Problem:
    return warning(
        "table-as-typed",
        at,
        "These lines are no table: readers get them as one paragraph.",
        "Write the cells between bars, and a line of hyphens below the first row: | --- | --- |",
    )

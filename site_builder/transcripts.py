"""WebVTT (W3C, The Web Video Text Tracks Format) → cues with their speakers → the turns a page shows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .problems import Position, Problem, Severity
from .reading.source import SourceFile

LONGEST_TURN = 600
"""Characters a turn may have before it is split between two cues: its time should stay near its words."""

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})"
_TIMING = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}(?:\s.*)?", re.ASCII)
_NO_CUE = re.compile(r"(?:NOTE|STYLE|REGION|WEBVTT)(?:\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?(?:\s([^>]*))?>")
_TAG = re.compile(r"</?[a-zA-Z0-9.:][^>]*>")
_SENTENCE_END = re.compile(r"[.!?…][”“\"')]*$")


@dataclass(frozen=True, slots=True)
class Cue:
    """What `speaker` (empty where unknown) says between `start` and `end`, in seconds; `text` is plain."""

    start: float
    end: float
    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker says without interruption from `start`, in seconds."""

    start: float
    speaker: str
    text: str


def read_cues(source: SourceFile) -> tuple[tuple[Cue, ...], tuple[Problem, ...]]:
    """The cues of a WebVTT file in its order, and what is wrong with it; damaged cues are left out."""
    if not source.text.strip():
        return (), (_empty(source.path),)
    cues: list[Cue] = []
    problems: list[Problem] = []
    blocks = _blocks(source.text)
    _, header = next(blocks)
    if not re.match(r"\ufeff?WEBVTT(?:\s|$)", header[0]):
        problems.append(_no_header(source.path))
        if any("-->" in text for text in header):
            blocks = _blocks(source.text)
    before: Cue | None = None
    for line, block in blocks:
        if _NO_CUE.match(block[0]):
            continue
        timing = next((index for index, text in enumerate(block[:2]) if "-->" in text), None)
        at = Position(source.path, line + (timing or 0))
        if timing is None:
            problems.append(_no_timing(at, block[0]))
            continue
        period = _period(block[timing])
        if period is None:
            problems.append(_bad_timing(at, block[timing].strip()))
            continue
        voices = tuple(_voices(period, " ".join(block[timing + 1 :])))
        if not voices:
            problems.append(_silent(at))
            continue
        problems += _out_of_order(at, voices[0], before)
        before = voices[0]
        cues += voices
    if not cues and not any(problem.is_error for problem in problems):
        problems.append(_empty(source.path))
    return tuple(cues), tuple(problems)


def turns(cues: Iterable[Cue]) -> tuple[Utterance, ...]:
    """`cues` of one speaker in a row as one utterance, long ones split at the border of two cues."""
    found: list[Utterance] = []
    for cue in cues:
        last = found[-1] if found else None
        if last and last.speaker == cue.speaker and not _is_full(last.text, cue.text):
            found[-1] = Utterance(last.start, last.speaker, f"{last.text} {cue.text}")
        else:
            found.append(Utterance(cue.start, cue.speaker, cue.text))
    return tuple(found)


def _is_full(text: str, more: str) -> bool:
    """Whether `more` begins a new turn: after a sentence if one ends near the limit, else at the limit."""
    length = len(text) + 1 + len(more)
    return length > LONGEST_TURN or (length > LONGEST_TURN * 5 // 6 and bool(_SENTENCE_END.search(text)))


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines between empty lines, with the number of their first."""
    block: list[str] = []
    lines = text.split("\n")
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _period(line: str) -> tuple[float, float] | None:
    """Start and end in seconds from `00:01.000 --> 00:04.000 align:start`."""
    timing = _TIMING.fullmatch(line)
    if not timing:
        return None
    hours, minutes, seconds, end_hours, end_minutes, end_seconds = timing.groups("0")
    start = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    return start, int(end_hours) * 3600 + int(end_minutes) * 60 + float(end_seconds)


def _voices(period: tuple[float, float], payload: str) -> Iterator[Cue]:
    """One cue per voice: `<v Jana>Ano. <v Petr>Ne.` are two people in the same time."""
    first, *others = _VOICE.split(payload)
    for speaker, text in [("", first), *zip(others[::2], others[1::2], strict=True)]:
        plain = _plain(text)
        if plain:
            yield Cue(*period, _plain(speaker or ""), plain)


def _plain(text: str) -> str:
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub("", text))
    return " ".join(text.split())


def _out_of_order(at: Position, cue: Cue, before: Cue | None) -> Iterator[Problem]:
    if cue.end <= cue.start:
        yield _problem(
            "transcript-order",
            at,
            "The cue ends before it begins.",
            "Mend the times; the second one must be later.",
        )
    if before and cue.start < before.start:
        yield _problem(
            "transcript-order",
            at,
            "The cue begins before the one above it.",
            "Put the cues in the order of their times.",
        )
    elif before and cue.start < before.end:
        yield Problem(
            "transcript-overlap",
            Severity.WARNING,
            at,
            "The cue begins before the one above it ends.",
            "Mend the times, or put what both say into one cue.",
        )


def _no_header(path: str) -> Problem:
    return _problem(
        "transcript-syntax",
        Position(path),
        "A transcript begins with the line WEBVTT.",
        "Write WEBVTT on the first line and leave the second one empty.",
    )


def _no_timing(at: Position, text: str) -> Problem:
    return _problem(
        "transcript-syntax",
        at,
        "“{text}” belongs to no cue.",
        "Write the times above it (00:01.000 --> 00:04.000), or remove the empty line that cuts it off.",
        text=text.strip()[:60],
    )


def _bad_timing(at: Position, text: str) -> Problem:
    return _problem(
        "transcript-syntax",
        at,
        "“{text}” are not the times of a cue.",
        "Write minutes, seconds and thousandths with a dot: 00:01.000 --> 00:04.000",
        text=text[:60],
    )


def _silent(at: Position) -> Problem:
    return Problem(
        "transcript-empty",
        Severity.WARNING,
        at,
        "The cue has no text.",
        "Write what is said, or remove the cue.",
    )


def _empty(path: str) -> Problem:
    return _problem(
        "transcript-empty",
        Position(path),
        "The transcript has no text.",
        "Write its cues, or remove the field transcript from the episode.",
    )


def _problem(code: str, at: Position, message: str, hint: str, **values: str) -> Problem:
    return Problem(code, Severity.ERROR, at, message, hint, values)

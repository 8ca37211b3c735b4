"""WebVTT (W3C, The Web Video Text Tracks Format) or SRT → cues with their speakers, and what is wrong with them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise

from ..problems import Position, Problem
from ..reading.source import SourceFile
from . import wording
from .cues import Cue
from .names import with_names

_VTT_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})"
_SRT_TIME = r"(\d{1,3}):([0-5]\d):([0-5]\d[,.]\d{3})"
_VTT_TIMING, _SRT_TIMING = (
    re.compile(rf"\s*{time}\s+-->\s+{time}(?:\s.*)?", re.ASCII) for time in (_VTT_TIME, _SRT_TIME)
)
_HEADER = re.compile(r"\ufeff?WEBVTT(?:\s|$)")
_LOOKS_LIKE_SRT = re.compile(r"^\d{1,3}:\d\d:\d\d,\d{3}\s+-->", re.ASCII | re.MULTILINE)
_NO_CUE = re.compile(r"(?:NOTE|STYLE|REGION|WEBVTT)(?:\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:\s([^<>]*))?>")
_OPEN_VOICE = re.compile(r"<v\s[^<>]*(?:<|$)")
# Spans of WebVTT, HTML as SRT files have it, and the {\an8} that programs for subtitles leave in them.
_TAG = re.compile(r"</?[a-zA-Z0-9.:][^<>]*>|\{\\[^{}]*\}")

Block = tuple[int, list[str]]
"""Lines of a file with the number of their first."""


def read_cues(source: SourceFile) -> tuple[tuple[Cue, ...], tuple[Problem, ...]]:
    """The cues of a transcript in its order, and what is wrong with it; damaged cues are left out.

    What the file holds decides how it is read, not what it is called.
    """
    if not source.text.strip():
        return (), (wording.empty(source.path),)
    if "-->" not in source.text and not _HEADER.match(source.text):
        return (), (wording.no_times(source.path),)
    is_srt = _is_srt(source)
    found = tuple(_read(source, is_srt))
    cues = tuple(cue for cue in found if isinstance(cue, Cue))
    problems = [problem for problem in found if isinstance(problem, Problem)]
    if not source.path.lower().endswith(".srt" if is_srt else ".vtt"):
        problems.insert(0, wording.misnamed(source.path, is_srt))
    if not cues and not any(problem.is_error for problem in problems):
        problems.append(wording.empty(source.path))
    return with_names(cues) if is_srt else cues, tuple(problems)


def _is_srt(source: SourceFile) -> bool:
    if _HEADER.match(source.text):
        return False
    return source.path.lower().endswith(".srt") or _LOOKS_LIKE_SRT.search(source.text) is not None


def _read(source: SourceFile, is_srt: bool) -> Iterator[Cue | Problem]:
    """The cues, and between them what is wrong there."""
    timing = _SRT_TIMING if is_srt else _VTT_TIMING
    blocks = list(_blocks(source.text))
    if not is_srt:
        if not _HEADER.match(source.text):
            yield wording.no_header(source.path)
        blocks[0] = _without_header(*blocks[0])
    before: Cue | None = None
    for line, block in blocks:
        if not block or (not is_srt and _NO_CUE.match(block[0])):
            continue
        for number, part in _parts(line, block, timing):
            if number > line:
                yield wording.no_gap(Position(source.path, number))
            for found in _cue(source.path, number, part, timing):
                if isinstance(found, Cue) and found.line != (before.line if before else 0):
                    yield from wording.out_of_order(Position(source.path, found.line), found, before)
                    before = found
                yield found


def _blocks(text: str) -> Iterator[Block]:
    """Lines between empty lines."""
    block: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _without_header(line: int, block: list[str]) -> Block:
    """The first block of a WebVTT file from its times on: what stands above them says nothing."""
    skipped = next((index for index, text in enumerate(block) if "-->" in text), len(block))
    return line + skipped, block[skipped:]


def _parts(line: int, block: list[str], timing: re.Pattern[str]) -> Iterator[Block]:
    """A block cut before its second line of times and each later one: there an empty line is missing."""
    times = [index for index, text in enumerate(block) if timing.fullmatch(text)]
    cuts = [0]
    for earlier, later in pairwise(times):
        is_numbered = later - 1 > earlier and block[later - 1].strip().isdecimal()
        cuts.append(later - is_numbered)
    for start, end in pairwise([*cuts, len(block)]):
        yield line + start, block[start:end]


def _cue(path: str, line: int, block: list[str], timing: re.Pattern[str]) -> Iterator[Cue | Problem]:
    """What one block says; a number or a name may stand above its times."""
    index = next((index for index, text in enumerate(block[:2]) if "-->" in text), None)
    at = Position(path, line + (index or 0))
    if index is None:
        yield wording.no_timing(at, block[0], is_srt=timing is _SRT_TIMING)
        return
    times = timing.fullmatch(block[index])
    if times is None:
        yield wording.bad_timing(at, block[index].strip(), is_srt=timing is _SRT_TIMING)
        return
    start, end = _period(times)
    payload = " ".join(block[index + 1 :])
    if _OPEN_VOICE.search(payload):
        yield wording.open_voice(at)
    voices = tuple(_voices(payload))
    if not voices:
        yield wording.silent(at)
    for speaker, text in voices:
        yield Cue(start, end, speaker, text, at.line)


def _period(times: re.Match[str]) -> tuple[float, float]:
    """Start and end in seconds."""
    hours, minutes, seconds, end_hours, end_minutes, end_seconds = times.groups("0")
    return _seconds(hours, minutes, seconds), _seconds(end_hours, end_minutes, end_seconds)


def _seconds(hours: str, minutes: str, seconds: str) -> float:
    return round(int(hours) * 3600 + int(minutes) * 60 + float(seconds.replace(",", ".")), 3)


def _voices(payload: str) -> Iterator[tuple[str, str]]:
    """Who says what: `<v Jana>Ano. <v Petr>Ne.` are two people in the same time."""
    first, *others = _VOICE.split(payload)
    for speaker, text in [("", first), *zip(others[::2], others[1::2], strict=True)]:
        plain = _plain(text)
        if plain:
            yield _plain(speaker or ""), plain


def _plain(text: str) -> str:
    if "<" in text or "&" in text or "{" in text:
        text = html.unescape(_TAG.sub("", text))
    return " ".join(text.split())

"""Cues → the files of a transcript that apps read: WebVTT, SRT, JSON and HTML, all with the same words.

Rules: PSP-1 (`<podcast:transcript>`) and the podcast namespace (`transcripts.md`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import accumulate, groupby, islice, pairwise

from .cues import Cue, turns

MEDIA_TYPES = {
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
    ".json": "application/json",
    ".html": "text/html",
}
"""The files by their endings with their MIME types, in the order in which feeds list them."""

_VTT_LINE = 65
"""Characters of a line in WebVTT (PSP-1)."""

_SRT_LINE, _SRT_LINES = 32, 2
"""Characters of a line and lines of a card in SRT (podcast namespace)."""

_UNBROKEN = "\0"
"""Stands for a space that no line may end at; no text has it."""

_HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
"""


def transcript_files(cues: Iterable[Cue], language: str, title: str) -> Mapping[str, bytes]:
    """The files by their endings; `language` is a BCP 47 tag, `title` the episode's."""
    return _files(tuple(cues), language, title)


@lru_cache(maxsize=1024)  # a preview asks for the same ones at every edit
def _files(cues: tuple[Cue, ...], language: str, title: str) -> Mapping[str, bytes]:
    ordered = tuple(_one_by_one(cues))
    files = {
        ".vtt": _vtt(ordered),
        ".srt": _srt(ordered),
        ".json": _json(ordered),
        ".html": _html(ordered, language, title),
    }
    return {ending: text.encode() for ending, text in files.items()}


def _one_by_one(cues: Iterable[Cue]) -> Iterator[Cue]:
    """Those who share a time one after another, each with a part of it as long as the text."""
    for (start, end), together in groupby(cues, key=lambda cue: (cue.start, cue.end)):
        shared = tuple(together)
        if len(shared) == 1:
            yield shared[0]
            continue
        parts = _shares(start, end, [len(cue.text) for cue in shared])
        for cue, (begins, ends) in zip(shared, parts, strict=True):
            yield Cue(begins, ends, cue.speaker, cue.text)


def _vtt(cues: Sequence[Cue]) -> str:
    """Each cue names its speaker, as Apple wants it (Transcripts on Apple Podcasts, "Speaker names")."""
    blocks = ["WEBVTT\n"]
    for cue in cues:
        text = escape(" ".join(cue.text.split()), quote=False)
        if cue.speaker:
            text = f"<v {escape(cue.speaker, quote=False)}>".replace(" ", _UNBROKEN) + text
        lines = "\n".join(_lines(text, _VTT_LINE)).replace(_UNBROKEN, " ")
        blocks.append(f"\n{_time(cue.start)} --> {_time(cue.end)}\n{lines}\n")
    return "".join(blocks)


def _srt(cues: Sequence[Cue]) -> str:
    """A card never holds two speakers; the name stands where another one begins to speak."""
    cards: list[str] = []
    speaker = ""
    for cue in cues:
        pages = list(_pages(cue, is_new=cue.speaker != speaker))
        speaker = cue.speaker or speaker
        for page, (start, end) in zip(pages, _shares(cue.start, cue.end, map(len, pages)), strict=True):
            times = f"{_time(start)} --> {_time(end)}".replace(".", ",")
            cards.append(f"{len(cards) + 1}\n{times}\n{page}\n")
    return "\n".join(cards)


def _pages(cue: Cue, *, is_new: bool) -> Iterator[str]:
    """The texts of the cards of one cue; `is_new` says that its speaker begins there.

    The name is also repeated where a text with a colon ("Otázka: …") would be taken for another name.
    """
    text = " ".join(cue.text.split())
    name = " ".join(f"{cue.speaker}:".split()) + " " if cue.speaker else ""
    fits = len(cue.speaker) < _SRT_LINE
    while text:
        lines = _card(text)
        if name and (is_new or (fits and ": " in f"{lines[0]} ")):
            text = name + text
            lines = _card(text)
        is_new = False
        page = "\n".join(lines)
        yield page
        text = text[len(page) + 1 :]


def _card(text: str) -> list[str]:
    """The first lines, as many as a card has."""
    return list(islice(_lines(text, _SRT_LINE), _SRT_LINES))


def _json(cues: Sequence[Cue]) -> str:
    segments = [
        ({"speaker": cue.speaker} if cue.speaker else {})
        | {"startTime": round(cue.start, 3), "endTime": round(cue.end, 3), "body": cue.text}
        for cue in cues
    ]
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False) + "\n"


def _html(cues: Sequence[Cue], language: str, title: str) -> str:
    """A page by itself, without style or script. `time` has no attribute: programs look for the bare tag."""
    parts = [_HEAD.format(language=escape(language), title=escape(title))]
    for turn in turns(cues):
        if turn.speaker:
            parts.append(f"<cite>{escape(turn.speaker, quote=False)}:</cite>\n")
        time = _time(turn.start).partition(".")[0]
        parts.append(f"<time>{time}</time>\n<p>{escape(turn.text, quote=False)}</p>\n")
    return "".join([*parts, "</main>\n</body>\n</html>\n"])


def _lines(text: str, width: int) -> Iterator[str]:
    """`text` in lines of at most `width` characters; only a longer word has more, alone on its line."""
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start, start + width + 1)
        if end < 0:
            end = text.find(" ", start)
        if end < 0:
            break
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _shares(start: float, end: float, lengths: Iterable[int]) -> Iterator[tuple[float, float]]:
    """The time from `start` to `end` cut in proportion to `lengths`."""
    reached = list(accumulate(lengths, initial=0))
    return pairwise(start + (end - start) * part / reached[-1] for part in reached)


@lru_cache(maxsize=4096)  # a time stands in several files
def _time(seconds: float) -> str:
    """`3661.5` → `01:01:01.500`."""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, second = divmod(whole, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{second:02}.{thousandths:03}"

"""`site-builder audio check`: how the audio of episodes sounds, and whether it is what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

import click

from ...documents import Document
from ...languages import Language
from ...library import Library
from ...problems import Problem
from ...seconds import clock
from ...studio.examination import Examined, examine, judge
from ..loading import open_library
from ..options import message_language, report_format
from ..reporting import report
from .episodes import called, find_episode
from .opened import open_lock
from .sound import one_decimal, open_ffmpeg, progress

_HEAD = ("", "LUFS", "dBTP", "kHz", "kb/s", "", "")


@click.command(short_help="Examine the audio of episodes.")
@click.argument("episodes", metavar="[EPISODE]...", nargs=-1)
@message_language
@report_format
def check(episodes: tuple[str, ...], language: Language, form: str) -> int:
    """Examine the audio of EPISODEs, of all if none is named: loudness, peaks, silence, encoding, tags, durations.

    Run it in the project's folder. Exit status 0: it can be published (warnings allowed). 1: there are errors. 2: the
    tool itself failed.
    """
    root = Path()
    library = open_library(root)
    known = open_lock(root, language)
    documents = _chosen(library, episodes)
    program, step = open_ffmpeg(), progress(language)
    rows: list[tuple[str, ...]] = []
    problems: list[Problem] = []
    for document, path in documents:
        stored = known.get(path)
        if stored and stored.url and not (root / path).exists():
            rows.append((path, language.text("stored elsewhere: not examined")))
            continue
        examined = examine(program, root, path, document.where("audio"), step)
        if isinstance(examined, Problem):
            problems.append(examined)
            continue
        rows.append(_row(examined, language))
        problems += judge(examined, document, library, stored)
    if rows and form == "text":
        click.echo(_table((_HEAD, *rows)))
    return report(problems, language, form, root)


def _chosen(library: Library, episodes: Iterable[str]) -> Iterator[tuple[Document, str]]:
    """The language versions of `episodes`, of all if there are none, that have audio; and that audio's path."""
    wanted = {document.path for word in episodes for document in _versions(library, word)}
    for document, details in library.episodes:
        if details.audio and (not episodes or document.path in wanted):
            yield document, details.audio


def _versions(library: Library, word: str) -> tuple[Document, ...]:
    return called(library, word) or (find_episode(library, word),)


def _row(examined: Examined, language: Language) -> tuple[str, ...]:
    levels, track = examined.levels, examined.track
    return (
        examined.facts.path,
        one_decimal(levels.loudness, language),
        one_decimal(levels.peak, language),
        one_decimal(track.rate / 1000, language),
        f"{examined.kilobits:.0f}",
        "mono" if track.channels == 1 else "stereo",
        clock(examined.facts.seconds),
    )


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Columns one below the other, figures by their right ends."""
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=False))
        ).rstrip()
        for row in rows
    )

"""`site-builder status`: each page in each language, and which translations are older than their originals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ..history.standing import PageStanding, standings
from ..history.translations import read_history
from ..languages import Language
from .loading import open_library
from .options import message_language, project_folder

_GAP = "  "


@click.command(short_help="Say which translations are missing or old.")
@project_folder
@message_language
def status(folder: Path, language: Language) -> int:
    """Say in which languages each page of DIR exists, and which translations are older than their originals.

    A translation is older if the text of its original has changed since its own text was changed last: words count,
    not dates of files, quotation marks or line breaks. The original is the version that was committed first.
    """
    library = open_library(folder)
    history = read_history(folder, library)
    pages = list(standings(library, history))
    names = [language.language_name(code) for code in library.settings.languages]
    for line in _table([(language.text("Page"), *names), *(_row(page, language) for page in pages)]):
        click.echo(line)
    click.echo(_summary(pages, len(history.outdated), language), err=True)
    if history.refusal:
        click.echo(history.refusal.told(language), err=True)
    return 0


def _row(page: PageStanding, language: Language) -> tuple[str, ...]:
    cells = (
        version.told(language) if version else language.text("missing") for version in page.versions.values()
    )
    return page.path, *cells


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """`rows` with their cells below each other; a line of its own below the first one."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_GAP.join(map(str.ljust, row, widths)).rstrip() for row in rows]
    yield from (lines[0], _GAP.join("-" * width for width in widths), *lines[1:])


def _summary(pages: Sequence[PageStanding], outdated: int, language: Language) -> str:
    missing = sum(version is None for page in pages for version in page.versions.values())
    parts = (
        language.plural("{n} page", "{n} pages", len(pages)),
        language.plural("{n} outdated translation", "{n} outdated translations", outdated),
        language.plural("{n} missing translation", "{n} missing translations", missing),
    )
    return ", ".join(parts)

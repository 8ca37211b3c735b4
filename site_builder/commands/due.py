"""`site-builder due`: whether the same content makes another site by now, as on the day of a scheduled page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from ..clock import build_time
from ..languages import Language, mark
from ..ledger.published import MAYBE_FIRST, published_ledger
from ..problems import Problem
from ..settings import read_settings
from .options import message_language
from .reporting import report

_HINT = mark(
    "Is it the place where the site is published: its address, its folder, a branch of Git? If it is, look what is "
    "wrong there."
)


@click.command(short_help="Say whether a scheduled page wants a publication.")
@click.argument("against", metavar="SITE|FILE|URL|GIT-REF")
@message_language
def due(against: str, language: Language) -> int:
    """Say when the published site must be built anew because a page's date comes, one expires or an event ends.

    Exit status 0: that moment has come. 1: it hasn't, or nothing has been published there yet. 2: nobody can tell.
    """
    published = published_ledger(Path(), against)
    if isinstance(published, Problem):
        # Nothing is published here, so what the guard is told about that is of no use.
        told = replace(published, hint=_HINT) if published.code in MAYBE_FIRST else published
        report([told], language)
        return 1 if published.code == "ledger-missing" else 2
    if not published.due:
        click.echo(language.text("Nothing is scheduled."))
        return 1
    moment = datetime.fromisoformat(published.due)
    is_due = moment <= build_time()
    message = (
        "The site should have been built again since {moment}."
        if is_due
        else "The site should be built again on {moment}."
    )
    click.echo(language.text(message, moment=_local(moment, language)))
    return int(not is_due)


def _local(moment: datetime, language: Language) -> str:
    """`moment` by the clock of the project in this folder; where there is none, by that of the world."""
    settings, _ = read_settings(Path())
    return language.time(moment.astimezone(settings.zone)) if settings else f"{language.time(moment)} UTC"

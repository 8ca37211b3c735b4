"""`site-builder due`: whether the same content makes another site by now, as on the day of a scheduled page."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ..languages import Language
from ..ledger.published import published_ledger
from ..problems import Problem
from ..project import build_time
from .options import message_language
from .reporting import report


@click.command(short_help="Say whether a scheduled page wants a publication.")
@click.argument("against", metavar="SITE|FILE|URL|GIT-REF")
@message_language
def due(against: str, language: Language) -> int:
    """Say when the published site must be built anew because a page's date comes, one expires or an event ends.

    Exit status 0: that moment has come. 1: it hasn't, or nothing has been published there yet. 2: nobody can tell.
    """
    published = published_ledger(Path(), against)
    if isinstance(published, Problem):
        report([published], language)
        return 1 if published.code == "ledger-missing" else 2
    if not published.due:
        click.echo(language.text("Nothing is scheduled."))
        return 1
    click.echo(language.text("The site changes by itself at {moment}.", moment=published.due))
    return int(build_time() < datetime.fromisoformat(published.due))

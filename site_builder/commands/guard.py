"""`site-builder guard`: what a publication would take away from readers and listeners."""

from __future__ import annotations

from pathlib import Path

import click

from ..guard import guard as compare
from ..languages import Language
from ..ledger.entries import Ledger
from ..ledger.published import built_ledger, published_ledger
from ..problems import Problem
from ..project import build_time
from .loading import open_library
from .options import built_site, message_language, project_folder, report_format
from .reporting import report


@click.command(short_help="Refuse what would break published links and subscriptions.")
@project_folder
@message_language
@report_format
@built_site
@click.option(
    "--against",
    required=True,
    metavar="SITE|FILE|URL|GIT-REF",
    help="What is published: a site's folder, its published.json, its address, or a branch or commit that holds it.",
)
@click.option("--first", is_flag=True, help="Nothing has been published there yet.")
def guard(
    folder: Path, language: Language, form: str, site_dir: Path | None, against: str, first: bool
) -> int:
    """Compare the site that was built of DIR with what is published, and refuse what would break it.

    An episode or its guid gone or changed, its date moved, its audio exchanged without a word, a page or a feed gone
    without a redirect. What is meant is said in front matter or in content/withdrawn.yml.
    """
    new = built_ledger(folder, site_dir)
    published = published_ledger(folder, against)
    problems = [found for found in (new, published) if isinstance(found, Problem)]
    if first and isinstance(published, Problem) and published.code != "ledger-newer":
        problems.remove(published)
        click.echo(
            language.text("Nothing is published there, as far as can be told: nothing was compared."),
            err=True,
        )
    if isinstance(new, Ledger) and isinstance(published, Ledger):
        problems += compare(published, new, open_library(folder, language), build_time())
    return report(problems, language, form, folder)

"""`site-builder guard`: what a publication would take away from readers and listeners."""

from __future__ import annotations

from pathlib import Path

import click

from ..languages import Language
from ..ledger.complete import incomplete
from ..ledger.published import built_ledger, published_ledger
from ..ledger.sources import stale
from ..problems import Problem
from .comparing import compared
from .loading import open_to_compare
from .options import built_folder, built_site, message_language, project_folder, report_format
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
    site = built_folder(folder, site_dir)
    new = built_ledger(site)
    if isinstance(new, Problem):
        return report((new,), language, form, folder)
    published = published_ledger(folder, against)
    lacking = (*incomplete(site, new), *stale(site, new, folder))
    library, unread = open_to_compare(folder)
    lost = compared(published, new, library, first=first)
    return report((*lacking, *unread, *lost), language, form, folder)

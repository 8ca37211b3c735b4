"""`site-builder rollback`: the release before the present one, at once."""

from __future__ import annotations

from urllib.parse import urljoin

import click

from ..languages import Language
from ..ledger.entries import LEDGER, Ledger
from ..ledger.published import read_ledger
from ..publishing.server import rollback as roll_back
from ..publishing.target import BranchTarget, ServerTarget
from ..refusals import RefusalError
from .options import message_language
from .publish import target_named


@click.command(short_help="Go back to what a server had before.")
@click.argument("target")
@message_language
def rollback(target: str, language: Language) -> int:
    """Make the release before the present one of TARGET, a server's folder, the present one again.

    It is there at once, as nothing is sent. Once more goes back one more. What readers miss by it is listed.
    """
    place = target_named(target)
    if not isinstance(place, ServerTarget):
        if isinstance(place, BranchTarget):
            message = (
                "A branch keeps no releases, but its commits: check out the commit that it should be as, build the "
                "site and publish that; git log of the branch says from which commits it was published."
            )
        else:
            message = (
                "A storage keeps no releases: check out the commit that the site should be as, build the site and "
                "publish that."
            )
        raise RefusalError(message)
    done = roll_back(place)
    if done is None:
        raise RefusalError("No earlier release is kept there: {target}", target=target)
    message = "The release {now} is published again, as before {left}."
    click.echo(language.text(message, now=done.now, left=done.left), err=True)
    left, now = (read_ledger(each or b"", LEDGER) for each in (done.left_ledger, done.now_ledger))
    if isinstance(left, Ledger) and isinstance(now, Ledger):
        _tell_difference(left, now, language)
    return 0


def _tell_difference(left: Ledger, now: Ledger, language: Language) -> None:
    """Say what readers miss in the present release that the one which was left has, as far as their ledgers tell."""
    if now.site != left.site:
        message = "It was built for another address: {now}, not {left}."
        click.echo(language.text(message, now=now.site, left=left.site), err=True)
    lost = sorted(urljoin(left.site, url) for url in left.answering - now.answering)
    if lost:
        message = "Until you publish again, readers don't find:"
        click.echo("\n  ".join((language.text(message), *lost)), err=True)

"""`site-builder rollback`: the release before the present one, at once."""

from __future__ import annotations

import click

from ..languages import Language
from ..publishing.server import rollback as roll_back
from ..publishing.target import BranchTarget, ServerTarget
from .options import message_language
from .publish import place_errors, target_named


@click.command(short_help="Go back to what a server had before.")
@click.argument("target")
@message_language
def rollback(target: str, language: Language) -> int:
    """Make the release before the present one of TARGET, a server's folder, the present one again.

    It is there at once, as nothing is sent. Once more goes back one more.
    """
    place = target_named(target, language)
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
        raise click.ClickException(language.text(message))
    with place_errors(language):
        releases = roll_back(place)
    if releases is None:
        raise click.ClickException(language.text("No earlier release is kept there: {target}", target=target))
    left, now = releases
    message = "The release {now} is published again, as before {left}."
    click.echo(language.text(message, now=now, left=left), err=True)
    return 0

"""The commands `site-builder audio …`: prepare, examine and store the podcast's audio."""

from __future__ import annotations

import click

from .add import add


@click.group(short_help="Prepare, examine and store audio.")
def audio() -> None:
    """Prepare, examine and store the podcast's audio."""


for command in (add,):
    audio.add_command(command)

"""The commands `site-builder audio …`: prepare, examine and store the podcast's audio."""

from __future__ import annotations

import click

from .add import add
from .check import check
from .orphans import orphans
from .pull import pull
from .push import push
from .verify import verify


@click.group(short_help="Prepare, examine and store audio.")
def audio() -> None:
    """Prepare, examine and store the podcast's audio."""


for command in (add, check, push, pull, verify, orphans):
    audio.add_command(command)

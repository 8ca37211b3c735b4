"""The commands `site-builder audio …`: prepare, examine and store the podcast's audio."""

from __future__ import annotations

import click


@click.group(short_help="Prepare, examine and store audio.")
def audio() -> None:
    """Prepare, examine and store the podcast's audio."""

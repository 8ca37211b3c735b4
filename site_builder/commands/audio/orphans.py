"""`site-builder audio orphans`: what lies in the storage for nothing."""

from __future__ import annotations

from pathlib import Path

import click

from ...languages import Language
from ...media.orphans import orphans as find_orphans
from ..loading import open_library
from ..options import message_language
from .opened import open_lock, open_storage, storage_of


@click.command(short_help="List what the storage holds for nothing.")
@message_language
def orphans(language: Language) -> int:
    """List the files in the storage that no audio is played from any more, with their sizes; nothing is deleted.

    Run it in the project's folder. Apps may still ask for old versions for some days.
    """
    root = Path()
    known = open_lock(root, language)
    rclone = open_storage(storage_of(open_library(root)), root)
    found = find_orphans(rclone.files(), known.values())
    for file in found:
        click.echo(f"{file.name}  {language.size(file.size)}")
    total = language.size(sum(file.size for file in found))
    click.echo(language.text("In all {total}; nothing was deleted.", total=total), err=True)
    return 0

"""`site-builder check`: everything that is wrong with the content, in one go."""

from __future__ import annotations

from pathlib import Path

import click

from ..languages import Language
from ..project import build_time, prepare
from ..report import FORMATS, summary
from .options import message_language, project_folder


@click.command(short_help="Say what is wrong, and what to do.")
@project_folder
@message_language
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How problems are written."
)
def check(folder: Path, language: Language, form: str) -> int:
    """Say what is wrong in DIR, the project's folder: each problem's file, line and column, and what to do.

    Exit status 0: it can be published (warnings allowed). 1: there are errors. 2: the tool itself failed.
    """
    project = prepare(folder, "", build_time())
    if project.problems:
        click.echo(FORMATS[form](project.problems, language))
    click.echo(summary(project.problems, language), err=True)
    return 0 if project.is_publishable else 1

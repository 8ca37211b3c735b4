"""Arguments that several commands take."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from ..languages import Language
from ..report import EDITOR_LANGUAGES, FORMATS, editor_language, system_language
from ..settings.mkdocs import SITE_DIR

project_folder = click.argument(
    "folder",
    metavar="[DIR]",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
"""The project: the folder of `mkdocs.yml`."""


def _told_in(context: click.Context, _option: click.Parameter, code: str) -> Language:
    """The language called `code`, in which the group says what the command refuses too."""
    context.find_root().obj = language = editor_language(code)
    return language


_language = partial(
    click.option,
    "--language",
    type=click.Choice(list(EDITOR_LANGUAGES)),
    default=system_language,
    callback=_told_in,
    help="Language of the messages; the system's by default.",
)
message_language = _language()
refusal_language = _language(expose_value=False)
"""For a command that says nothing itself: what it refuses is said in that language."""

built_site = click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site was built; by default site/ in the project.",
)


def built_folder(project: Path, site_dir: Path | None) -> Path:
    """Where the site of `project` was built; `site_dir` is the value of the option `built_site`."""
    return site_dir or project / SITE_DIR


report_format = click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How problems are written."
)

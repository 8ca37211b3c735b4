"""`site-builder build`: the site in a folder, checked before and verified after."""

from __future__ import annotations

from pathlib import Path

import click

from ..languages import Language
from ..problems import Problem
from ..stages import stage
from ..verify import verify
from .loading import unbuildable
from .options import message_language, project_folder, report_format
from .reporting import report


@click.command(short_help="Build the site and verify it.")
@project_folder
@message_language
@report_format
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site is written; by default as mkdocs.yml says (site/).",
)
@click.option(
    "--preview",
    is_flag=True,
    help="A site to look at before a merge: drafts and scheduled pages too; never to be published.",
)
def build(folder: Path, language: Language, form: str, site_dir: Path | None, preview: bool) -> int:
    """Build the site of DIR, the project's folder, and verify what came out.

    A preview is only built: search engines and podcast apps are told to leave it, and publish refuses it.
    """
    if broken := unbuildable(folder):
        return report(broken, language, form, folder)
    from ..plugin import build_site  # noqa: PLC0415 - mkdocs takes a third of a second to import

    built = build_site(folder, site_dir, preview=preview)
    problems: tuple[Problem, ...] = built.project.problems
    if built.project.site and built.project.is_publishable and not preview:
        with stage("verify"):
            problems += verify(built.folder, built.project.site)
    status = report(problems, language, form, folder)
    if not status:
        click.echo(language.text("The site is in {folder}.", folder=built.folder), err=True)
    return status

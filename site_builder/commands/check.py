"""`site-builder check`: everything that is wrong with the content, in one go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ..checks.outdated import check_outdated
from ..clock import build_time
from ..finish.podcasts import podcast_of
from ..history.git import changed_since
from ..languages import Language
from ..problems import Problem
from ..project import Project, prepare
from ..verify.podcasts import judge_feed
from .options import message_language, project_folder, report_format
from .reporting import report

ANYWHERE = "https://www.example.org/"
"""Where feeds are judged as if the site lay: the content doesn't say."""


@click.command(short_help="Say what is wrong, and what to do.")
@project_folder
@message_language
@report_format
@click.option(
    "--since",
    metavar="REF",
    help="Warn of translations that are older than their originals, on pages changed since REF (a branch, a commit).",
)
def check(folder: Path, language: Language, form: str, since: str | None) -> int:
    """Say what is wrong in DIR, the project's folder: each problem's file, line and column, and what to do.

    Exit status 0: it can be published (warnings allowed). 1: there are errors. 2: the tool itself failed.
    """
    touched = changed_since(folder, since) if since is not None else None
    return report(problems_of(folder, touched), language, form, folder)


def problems_of(folder: Path, touched: frozenset[str] | None = None) -> tuple[Problem, ...]:
    """All that is wrong in the project's `folder`; of translations left behind, those of the `touched` files."""
    project = prepare(folder, ANYWHERE, build_time(), with_history=touched is not None)
    outdated = _outdated(project, touched) if touched else ()
    return (*project.problems, *_broken_rules(project), *outdated)


def _outdated(project: Project, touched: frozenset[str]) -> Iterator[Problem]:
    """The translations that the change left behind."""
    if project.library and project.history:
        yield from check_outdated(project.library, project.history, touched)


def _broken_rules(project: Project) -> Iterator[Problem]:
    """The rules of podcasts that the feeds would break."""
    if project.site and project.is_publishable:
        for edition in project.site.editions:
            for show in project.site.library.shows.values():
                for url, feed in podcast_of(edition, show):
                    yield from judge_feed(feed, url, edition, show)

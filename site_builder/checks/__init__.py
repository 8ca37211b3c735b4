"""Checks of the content as a whole. A check is a function `(library, now) → problems`, listed in `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from ..library import Library
from ..problems import Problem
from .accessibility import check_accessibility
from .audio import check_audio
from .chapters import check_chapters
from .covers import check_covers
from .dates import check_dates
from .events import check_events
from .files import check_files
from .git import check_git
from .identity import check_identity
from .links import check_links
from .names import check_names
from .pages import check_pages
from .pictures import check_pictures
from .projects import check_projects
from .soundbites import check_soundbites
from .transcripts import check_transcripts
from .translations import check_translations

CHECKS: tuple[Callable[[Library, datetime], Iterator[Problem]], ...] = (
    check_names,
    check_projects,
    check_links,
    check_pages,
    check_files,
    check_covers,
    check_pictures,
    check_audio,
    check_transcripts,
    check_chapters,
    check_soundbites,
    check_git,
    check_dates,
    check_events,
    check_identity,
    check_translations,
    check_accessibility,
)


def check(library: Library, now: datetime) -> tuple[Problem, ...]:
    """What is wrong with the content as a whole, as it would be published at `now`."""
    return tuple(problem for each in CHECKS for problem in each(library, now))

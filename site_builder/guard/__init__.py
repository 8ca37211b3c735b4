"""A new build beside what is published: what readers' links and listeners' apps would lose.

A changed guid lets every app download all episodes again; a lost page breaks every link to it. What is meant is said
in front matter (`redirect_from`, `expires`, `audio_changed`) or in `content/withdrawn.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..ledger.entries import Ledger
from ..library import Library
from ..problems import Position, Problem, Severity, in_order
from ..settings.mkdocs import MKDOCS
from .episodes import lost_episodes
from .pages import Pages, lost_feeds, lost_files, lost_pages, lost_redirects
from .promises import Withdrawn
from .still_there import still_there

__all__ = ["guard"]


def guard(published: Ledger, new: Ledger, library: Library, now: datetime) -> tuple[Problem, ...]:
    """What `new`, built at `now` of the content `library`, breaks of the promises that `published` made."""
    withdrawn = Withdrawn.by(library.withdrawn, published.site, now.astimezone(library.settings.zone).date())
    before, after = Pages(published), Pages(new)
    return in_order(
        (
            *_moved(published, new, withdrawn),
            *lost_pages(before, after, library, withdrawn, now),
            *lost_redirects(before, after, library, withdrawn),
            *lost_files(published, new, withdrawn),
            *lost_feeds(before, after, library, withdrawn, now),
            *lost_episodes(before, after, library, withdrawn, now),
            *still_there(new, library, withdrawn),
        )
    )


def _moved(published: Ledger, new: Ledger, withdrawn: Withdrawn) -> Iterator[Problem]:
    if new.site != published.site and not withdrawn.has(published.site):
        yield Problem(
            "published-site-moved",
            Severity.ERROR,
            Position(MKDOCS),
            "The site is published at {old}, but this build is for {new}.",
            "Set site_url (or SITE_URL) to the old address. If the site really moves and the old host leads "
            "all addresses on, say so in {file}: {entry}",
            {"old": published.site, "new": new.site, **withdrawn.entry(published.site)},
            "site_url",
        )

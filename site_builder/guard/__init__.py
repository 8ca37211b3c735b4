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
from ..settings import SITE
from ..settings.mkdocs import MKDOCS
from .episodes import lost_episodes
from .pages import Pages, lost_feeds, lost_files, lost_pages, lost_redirects
from .promises import Withdrawn, first_language, of_first_language
from .still_there import still_there

__all__ = ["guard"]


def guard(published: Ledger, new: Ledger, library: Library, now: datetime) -> tuple[Problem, ...]:
    """What `new`, built at `now` of the content `library`, breaks of the promises that `published` made."""
    withdrawn = Withdrawn.by(library.withdrawn, published.site, now.astimezone(library.settings.zone).date())
    always = (*_moved(published, new, withdrawn), *still_there(new, library, withdrawn))
    if languages := tuple(_other_first_language(published, new, withdrawn)):
        return in_order((*always, *languages))
    before, after = Pages(published), Pages(new)
    return in_order(
        (
            *always,
            *lost_pages(before, after, library, withdrawn, now),
            *lost_redirects(before, after, library, withdrawn),
            *lost_files(published, new, withdrawn),
            *lost_feeds(before, after, library, withdrawn, now),
            *lost_episodes(before, after, library, withdrawn, now),
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


def _other_first_language(published: Ledger, new: Ledger, withdrawn: Withdrawn) -> Iterator[Problem]:
    """That all addresses change because the languages do: told once, as none of them can be mended by itself."""
    was, now = first_language(published), first_language(new)
    if was != now and not withdrawn.has(of_first_language(was)):
        yield Problem(
            "published-first-language",
            Severity.ERROR,
            Position(SITE),
            "The first language of the published site is {was}, but this build begins with {now}: all addresses would "
            "change, those of feeds too.",
            "Write {was} as the first one below languages. If the other is meant, say so in {file}: {entry}; then each "
            "address is compared.",
            {"was": was, "now": now, **withdrawn.entry(of_first_language(was))},
            "languages",
        )

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
from .promises import Withdrawn, promises

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
            *_still_there(new, withdrawn),
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


def _still_there(new: Ledger, withdrawn: Withdrawn) -> Iterator[Problem]:
    """An entry about something that is there would let it get lost some other day without a word."""
    there = tuple(promises(new))
    led_on = {new.path(redirect.url) for redirect in new.redirects}
    for entry in withdrawn.entries:
        found = next((promise for promise in there if withdrawn.means(entry, promise)), None)
        # One of all that is withdrawn leads on; so may a feed or a file, on hosts that can make it.
        is_favour = found in led_on and (entry.what.endswith("*") or not entry.what.endswith("/"))
        if found and not is_favour:
            yield Problem(
                "withdrawn-still-there",
                Severity.ERROR,
                entry.at,
                "“{what}” is said to be withdrawn, but it is in the site: {found}",
                "Delete this entry, or take away what it names.",
                {"what": entry.what, "found": found},
            )

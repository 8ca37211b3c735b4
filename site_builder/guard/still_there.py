"""What `content/withdrawn.yml` says is withdrawn, and is in the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

from ..ledger.entries import Ledger
from ..library import Library, has_expired
from ..problems import Problem, error, warning
from ..settings import Withdrawal
from .promises import Withdrawn, promises


def still_there(new: Ledger, library: Library, withdrawn: Withdrawn) -> Iterator[Problem]:
    """An entry about something that is there would let it get lost some other day without a word.

    One whose day is to come is told of before: on that day it would stop what else is published.
    """
    there = tuple(promises(new))
    led_on = {new.path(redirect.url) for redirect in new.redirects}
    for entry in library.withdrawn:
        counts = entry in withdrawn.entries
        promised = there if counts else promises(_on(entry.since, new, library))
        found = next((promise for promise in promised if withdrawn.means(entry, promise)), None)
        # One of all that is withdrawn leads on; so may a feed or a file, on hosts that can make it.
        is_favour = found in led_on and (entry.what.endswith("*") or not entry.what.endswith("/"))
        if found and not is_favour:
            yield _is_there(entry, found) if counts else _will_be_there(entry, found)


def _on(day: date, new: Ledger, library: Library) -> Ledger:
    """`new` without the pages and episodes that are to end until `day`."""
    begin = datetime.combine(day, time(), library.settings.zone)
    over = {
        page.url
        for page in new.pages
        if (document := library.by_path.get(page.source)) and has_expired(document, begin)
    }
    if not over:
        return new
    return replace(
        new,
        pages=tuple(page for page in new.pages if page.url not in over),
        redirects=tuple(redirect for redirect in new.redirects if redirect.to not in over),
        feeds=tuple(
            replace(feed, items=tuple(item for item in feed.items if item.page not in over))
            for feed in new.feeds
        ),
    )


def _is_there(entry: Withdrawal, found: str) -> Problem:
    return error(
        "withdrawn-still-there",
        entry.at,
        "“{what}” is said to be withdrawn, but it is in the site: {found}",
        "Delete this entry, or take away what it names.",
        what=entry.what,
        found=found,
    )


def _will_be_there(entry: Withdrawal, found: str) -> Problem:
    return warning(
        "withdrawn-will-be-there",
        entry.at,
        "From {since} on nothing could be published: what this entry withdraws would still be in the site: {found}",
        "Take it away by then. A page with expires: {since} in its header goes by itself.",
        found=found,
        since=str(entry.since),
    )

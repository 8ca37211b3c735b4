"""The first things to ask a site for: its ledger, which tells what else there is, and its sitemap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from ..fetching import UnreachableError, Web
from ..ledger.entries import LEDGER, Ledger
from ..ledger.written import NoLedgerError, from_json
from ..problems import Problem, error, warning
from .site import LiveSite
from .sitemap import read_sitemap
from .telling import unreachable

_LATE = timedelta(days=1)
"""How long after a page's date the site may still be without it."""


def open_site(web: Web, url: str, now: datetime) -> tuple[LiveSite | None, tuple[Problem, ...]]:
    """The site at `url` (a slash at its end), None where it can't be known; and what is wrong so far."""
    at = url + LEDGER
    try:
        answer = web.ask(at)
    except UnreachableError as failure:
        return None, (unreachable(at, failure),)
    if answer.leads_to:
        return None, (_moved(at, answer.leads_to),)
    if not answer.is_there:
        return None, (_no_ledger(at, answer.status),)
    try:
        ledger = from_json(answer.body)
    except NoLedgerError as refusal:
        return None, (_newer(at) if refusal.newer else _unreadable(at),)
    site = LiveSite(web, url, ledger)
    listed, problems = read_sitemap(site)
    return replace(site, listed=listed), (*_of_ledger(at, ledger, url, now), *problems)


def _of_ledger(at: str, ledger: Ledger, url: str, now: datetime) -> Iterator[Problem]:
    """What the ledger itself tells of a mistake."""
    if ledger.preview:
        yield error(
            "live-preview",
            at,
            "What is published here is a preview, with drafts and pages whose day hasn't come.",
            "Build the site without --preview and publish that at once.",
        )
    if ledger.site != url:
        yield error(
            "live-elsewhere",
            at,
            "The site was built for {site}, but it lies here: its feeds and pages send everybody there.",
            "Write this address into site_url of mkdocs.yml (or into SITE_URL), or verify the other one.",
            site=ledger.site,
        )
    due = datetime.fromisoformat(ledger.due) if ledger.due else None
    if due and now > due + _LATE and not ledger.preview:
        yield warning(
            "live-stale",
            at,
            "The site should have been built anew at {due}: a page's day has come since, or gone.",
            "See why the workflow that publishes by the clock doesn't run, and run it.",
            due=due.strftime("%Y-%m-%d %H:%M UTC"),
        )


def _moved(at: str, to: str) -> Problem:
    return error(
        "live-moved",
        at,
        "The site isn't at this address: the server leads on to {to}",
        "Verify the address that it leads to, and tell it wherever the site's address is written.",
        to=to,
    )


def _no_ledger(at: str, status: int) -> Problem:
    return error(
        "live-ledger-missing",
        at,
        "The site doesn't tell what it has published: the server answers {status}.",
        "Build the site with site-builder and publish all of its folder; or correct the address.",
        status=str(status),
    )


def _unreadable(at: str) -> Problem:
    return error(
        "live-ledger-broken",
        at,
        "What the site tells of what it has published can't be read.",
        "Build the site and publish all of it again; if it stays, look at the settings of its host.",
    )


def _newer(at: str) -> Problem:
    return error(
        "live-ledger-newer",
        at,
        "The site was published by a newer version of this tool.",
        "Use that version: let your copy of the repository be as new as the one that publishes.",
    )

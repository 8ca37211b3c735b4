"""Every address that a page once had must lead to where the page is now: for good, at once, on this site."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from ..fetching import Answer, UnreachableError
from ..ledger.entries import PublishedRedirect
from ..problems import Problem, error, warning
from .head import Head
from .site import LiveSite
from .telling import unreachable

_MOST_HOPS = 5


def inspect_redirect(site: LiveSite, redirect: PublishedRedirect) -> Iterator[Problem]:
    """What is wrong with a redirect of the ledger: of a server's header, or of a page that refreshes."""
    start, right = site.live(redirect.url), unquote(redirect.to.partition("#")[0])
    url, hops = start, 0
    while unquote(site.address(url)) != right:
        try:
            answer = site.web.ask(url)
        except UnreachableError as failure:
            yield unreachable(url, failure)
            return
        following = answer.leads_to or _refresh(answer)
        if not following or hops == _MOST_HOPS:
            yield _astray(start, site.absolute(redirect.to), answer)
            return
        if not site.is_here(following) and right.startswith("/"):
            yield _leaves(start, following)
            return
        if answer.leads_to and not answer.is_permanent:
            yield _temporary(start, answer.status)
        url, hops = site.live(site.address(following)), hops + 1
    if hops > 1:
        yield _chain(start, hops, site.absolute(redirect.to))
    if right.startswith("/") and redirect.to.partition("#")[0] not in site.ledger.urls:
        yield _to_nothing(start, site.absolute(redirect.to))


def _refresh(answer: Answer) -> str:
    """Where a page that stands for a redirect leads; empty where it is none."""
    return Head(answer).refresh.partition("#")[0] if answer.is_there else ""


def _astray(url: str, to: str, answer: Answer) -> Problem:
    return error(
        "live-redirect-astray",
        url,
        "The old address should lead to {to}, but ends at {found} with the answer {status}.",
        "Build the site and publish all of it again; if it stays, look at the redirects that its host is told (after "
        "each publication: nginx -s reload).",
        to=to,
        found=answer.url,
        status=str(answer.status),
    )


def _leaves(url: str, found: str) -> Problem:
    return error(
        "live-redirect-leaves",
        url,
        "The old address leads away from the site: {found}",
        "Look at the redirects that the site's host is told; somebody may have changed them.",
        found=found,
    )


def _temporary(url: str, status: int) -> Problem:
    return warning(
        "live-redirect-temporary",
        url,
        "The old address leads on for the time being only ({status}): search engines keep it.",
        "Let the host answer 301 or 308.",
        status=str(status),
    )


def _chain(url: str, hops: int, to: str) -> Problem:
    return warning(
        "live-redirect-chain",
        url,
        "The old address leads to {to} by {hops} steps; some apps don't follow so many.",
        "Let it lead there at once: name this address in redirect_from of the page itself.",
        hops=str(hops),
        to=to,
    )


def _to_nothing(url: str, to: str) -> Problem:
    return error(
        "live-redirect-to-nothing",
        url,
        "The old address leads to {to}, which is no page that the site has published.",
        "Build the site and publish all of it again.",
        to=to,
    )

"""`robots.txt` must let search engines in, to every page that the sitemap offers and to every feed (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterator

from protego import Protego

from ..problems import Problem, error
from .site import LiveSite

_NAME = "robots.txt"
_SHOWN = 3
"""So many of the forbidden addresses show which rule is meant."""


def inspect_robots(site: LiveSite) -> Iterator[Problem]:
    """What is wrong with the file at the root of the host; below that, it isn't the site's own and may be missing."""
    url = site.live(f"/{_NAME}")
    answer = site.found(url)
    if isinstance(answer, Problem):
        if site.base == "/" or answer.code != "live-missing":
            yield answer
        return
    if site.ledger.preview:
        return
    rules = Protego.parse(answer.body.decode("utf-8", "replace"))
    open_to_all = sorted({site.base, *site.listed, *(feed.url for feed in site.ledger.feeds)})
    forbidden = [address for address in open_to_all if not rules.can_fetch(address, "*")]
    if forbidden == open_to_all:
        yield _all(url)
    elif forbidden:
        yield _some(url, forbidden)


def _all(url: str) -> Problem:
    return error(
        "live-robots",
        url,
        "robots.txt forbids search engines the whole site.",
        "Build the site without --preview and publish all of it again.",
    )


def _some(url: str, forbidden: list[str]) -> Problem:
    return error(
        "live-robots-page",
        url,
        "robots.txt forbids search engines pages or feeds of the site ({n}): {addresses}",
        "Publish the robots.txt that the site was built with, or take the rule out at the site's host.",
        n=str(len(forbidden)),
        addresses=", ".join((*forbidden[:_SHOWN], *("…" for _ in forbidden[_SHOWN : _SHOWN + 1]))),
    )

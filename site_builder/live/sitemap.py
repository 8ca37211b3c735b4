"""The sitemap: it must be there, and offer nothing but pages of the site to search engines."""

from __future__ import annotations

from ..problems import Position, Problem, error
from ..verify.podcast_rules.nodes import NotXMLError
from .site import LiveSite
from .xml import root_of

_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9:"


def read_sitemap(site: LiveSite) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The addresses that it lists, in the ledger's form, and what is wrong with it."""
    at = f"{site.url}sitemap.xml"
    answer = site.found(at)
    if isinstance(answer, Problem):
        return frozenset(), (answer,)
    try:
        root = root_of(answer.body)
    except NotXMLError as refusal:
        return frozenset(), (_broken(Position(at, refusal.line)),)
    places = [entry.first(f"{_SPACE}loc") for entry in root.all(f"{_SPACE}url")]
    lines = {site.address(place.text): place.line for place in places if place}
    if not lines:
        return frozenset(), (_broken(Position(at)),)
    foreign = lines.keys() - site.ledger.urls
    return frozenset(lines), tuple(_foreign(Position(at, lines[address]), address) for address in foreign)


def _broken(at: Position) -> Problem:
    return error(
        "live-sitemap-broken",
        at,
        "The sitemap can't be read, so search engines learn of no page.",
        "Build the site and publish all of it again; if it stays, look at the settings of its host.",
    )


def _foreign(at: Position, address: str) -> Problem:
    return error(
        "live-sitemap-page",
        at,
        "The sitemap offers {address} to search engines, which is no page that the site has published.",
        "Build the site and publish all of it again, so that all its files are of one build.",
        address=address,
    )

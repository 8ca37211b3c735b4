"""Every feed must be readable, keep the rules of podcasts and hold exactly what the ledger says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from ..documents import CONTENT, PODCAST
from ..fetching import Answer
from ..ledger.entries import PublishedFeed, PublishedItem
from ..problems import Position, Problem, Severity, error
from ..schema.kinds import SCHEMAS
from ..verify.podcast_rules import Level, Violation, judge
from ..verify.podcast_rules.nodes import Node, NotXMLError
from ..verify.podcasts import DECIDED_BY_CHECKS, secured
from .named import Named, named
from .site import LiveSite, origin
from .telling import wrong_type
from .xml import root_of

_RSS, _ATOM = "application/rss+xml", "application/atom+xml"
_PLAIN_XML = frozenset(("application/xml", "text/xml"))
"""What hosts that know the ending alone say; every app reads a feed so."""

_FILES = ("podcast:chapters", "podcast:transcript")
"""Elements of an item that name a file of the site."""

_DATED = (f"{PODCAST}/", *(f"{CONTENT}/{kind}/" for kind, schema in SCHEMAS.items() if schema.dated))
"""The folders of the project in which every page has a date, so that it is news."""


@dataclass(frozen=True, slots=True)
class _Item:
    """What a feed says of an item: in the ledger's words, and where."""

    guid: str
    at: Position
    date: str
    enclosure: str
    length: str
    type: str


def inspect_feed(site: LiveSite, feed: PublishedFeed, now: datetime) -> Iterator[Problem | Named]:
    """What is wrong with a feed of the ledger, on all its pages (RFC 5005, section 3), and the files that it names."""
    items: list[_Item] = []
    address, seen = feed.url, set[str]()
    while address and address not in seen:
        seen.add(address)
        url = site.live(address)
        answer = site.found(url)
        if isinstance(answer, Problem):
            yield answer
            return
        try:
            root = root_of(answer.body)
        except NotXMLError as refusal:
            yield _broken(Position(url, refusal.line))
            return
        is_podcast = root.name == "rss"
        yield from _type(answer, _RSS if is_podcast else _ATOM)
        if is_podcast:
            yield from _rules(site, answer, now)
        elif root.name != "atom:feed":
            yield _broken(Position(url, root.line))
            return
        elif not root.all("atom:entry") and _has_news(site, feed):
            yield _empty(Position(url, root.line))
        channel = root.first("channel") or root
        for node in channel.all("item"):
            items.append(_item(site, url, node))
            yield from named(site, (file.get("url") for name in _FILES for file in node.all(name)))
        address = _next(site, channel)
    yield from _differences(site, feed, items)


def _has_news(site: LiveSite, feed: PublishedFeed) -> bool:
    """Whether there is a dated page in the language of `feed`."""
    sources = (page.source for page in site.ledger.pages if page.language == feed.language)
    return any(source.startswith(_DATED) and source.endswith(".md") for source in sources)


def _type(answer: Answer, right: str) -> Iterator[Problem]:
    if answer.media_type not in {right, *_PLAIN_XML} or answer.charset not in {"", "utf-8"}:
        yield wrong_type(answer.url, answer.headers.get("Content-Type") or "?", right)


def _rules(site: LiveSite, answer: Answer, now: datetime) -> Iterator[Problem]:
    """The rules of podcasts that a page of a feed breaks."""
    for violation in judge(secured(answer.body, origin(site.ledger.site)), now):
        if violation.rule.name not in DECIDED_BY_CHECKS:
            yield _broken_rule(answer.url, violation)


def _next(site: LiveSite, channel: Node) -> str:
    """The address of the following page; empty where this is the last one."""
    links = (link.get("href") for link in channel.all("atom:link") if link.get("rel") == "next")
    address = site.address(next(links, ""))
    return address if address.startswith("/") else ""


def _item(site: LiveSite, url: str, node: Node) -> _Item:
    enclosure = node.first("enclosure")
    audio = enclosure.attributes if enclosure else {}
    return _Item(
        node.text_of("guid"),
        Position(url, node.line),
        _in_utc(node.text_of("pubDate")),
        site.address(audio.get("url", "")),
        audio.get("length", ""),
        audio.get("type", ""),
    )


def _in_utc(written: str) -> str:
    """A date as feeds or the ledger write it (RFC 2822, ISO 8601), as one of the latter; itself where it is none."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(written)
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
        except (ValueError, OverflowError):
            continue
    return written


def _differences(site: LiveSite, feed: PublishedFeed, items: list[_Item]) -> Iterator[Problem]:
    """Where the feed holds something else than the ledger says."""
    promised = {item.guid: item for item in feed.items}
    found: dict[str, _Item] = {}
    for item in items:
        if item.guid in found:
            yield _twice(item)
        elif item.guid in promised:
            yield from _changed(site, item, promised[item.guid])
        else:
            yield _unknown(item)
        found[item.guid] = item
    url = site.live(feed.url)
    yield from (_lacks(url, site, item) for guid, item in promised.items() if guid not in found)


def _changed(site: LiveSite, item: _Item, promised: PublishedItem) -> Iterator[Problem]:
    for found, right in (
        (item.date, _in_utc(promised.date)),
        (item.enclosure, site.address(promised.enclosure)),
        (item.length, str(promised.length)),
        (item.type, promised.type),
    ):
        if found != right:
            yield _differs(item, site.absolute(promised.page), found, right)


def _broken(at: Position) -> Problem:
    return error(
        "live-feed-broken",
        at,
        "The feed can't be read: whoever subscribed to it gets nothing new.",
        "Build the site and publish all of it again; if it stays, look at the settings of its host.",
    )


def _empty(at: Position) -> Problem:
    return error(
        "live-feed-empty",
        at,
        "The feed of news is empty, though the site has pages that belong in it.",
        "Build the site and publish all of it again; if it stays, a cache on the way keeps an old feed.",
    )


def _broken_rule(url: str, violation: Violation) -> Problem:
    """A rule of podcast feeds that the published one breaks, as the build would tell it."""
    return Problem(
        "feed-rule",
        Severity.ERROR if violation.rule.level is Level.MUST else Severity.WARNING,
        Position(url, violation.line),
        violation.rule.message,
        "site-builder check tells where in the project to mend it; then publish again.",
        {"value": violation.value, "rule": violation.rule.name},
    )


def _lacks(url: str, site: LiveSite, item: PublishedItem) -> Problem:
    return error(
        "live-feed-lacks",
        url,
        "The feed lacks an episode that the site says is in it: {page}",
        "Build the site and publish all of it again; if it stays, a cache on the way keeps an old feed.",
        page=site.absolute(item.page),
        guid=item.guid,
    )


def _unknown(item: _Item) -> Problem:
    return error(
        "live-feed-unknown",
        item.at,
        "The feed holds an episode of which the site says nothing; its guid is {guid}.",
        "Build the site and publish all of it again; if it stays, a cache on the way keeps an old feed.",
        guid=item.guid,
    )


def _twice(item: _Item) -> Problem:
    return error(
        "live-feed-twice",
        item.at,
        "The feed holds an episode twice; its guid is {guid}.",
        "Build the site and publish all of it again, so that all pages of the feed are of one build.",
        guid=item.guid,
    )


def _differs(item: _Item, page: str, found: str, right: str) -> Problem:
    return error(
        "live-feed-differs",
        item.at,
        "The feed says “{found}” of the episode {page}, but the site says “{right}”.",
        "Build the site and publish all of it again; if it stays, a cache on the way keeps an old feed.",
        found=found,
        right=right,
        page=page,
    )

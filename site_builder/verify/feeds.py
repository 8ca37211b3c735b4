"""Every feed must be well-formed and hold what was planned: each item once, its audio in the site, its length right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from ..plan.edition import Edition
from ..plan.site import Site
from ..problems import Position, Problem, Severity
from ..shows import Show
from .podcast_rules import Level, judge

_NEXT = "./channel/{http://www.w3.org/2005/Atom}link[@rel='next']"
_ON_THIS_MACHINE = re.compile(rb"http://(localhost|127\.0\.0\.1)\b")
"""Where a site may be tried out without https."""

_OF_THE_CONTENT = frozenset(("license-there", "person-there", "transcript-there", "chapters-there"))
"""Rules about what a feed cannot say because its files don't."""


def verify_feeds(folder: Path, site: Site) -> Iterator[Problem]:
    """What is wrong with the feeds in `folder`."""
    urls = site.urls
    for edition in site.editions:
        atom = urls.output(urls.atom_feed(edition.code))
        if _parse(folder / atom) is None:
            yield _broken(atom)
        for show in site.library.shows.values():
            yield from _podcast(folder, site, edition, show)


def _podcast(folder: Path, site: Site, edition: Edition, show: Show) -> Iterator[Problem]:
    """What is wrong with the feed of `show` in this language, where there is one."""
    episodes = edition.episodes_with_audio(show)
    if not episodes:
        return
    path = site.urls.output(site.urls.podcast_feed(show, edition.code))
    guids = []
    for page, feed in _pages(folder, site, path):
        if feed is None:
            yield _broken(page)
            return
        for item in feed.iterfind("./channel/item"):
            guids.append(item.findtext("guid"))
            yield from _enclosure(folder, page, site, item)
        yield from _rules((folder / page).read_bytes(), page, edition.now)
    if not len(guids) == len(set(guids)) == len(episodes):
        yield _broken(path)


def _pages(folder: Path, site: Site, path: str) -> Iterator[tuple[str, ET.Element | None]]:
    """The feed at `path` and its archive pages (RFC 5005, section 3), each with its path; None is no XML."""
    seen: set[str] = set()
    while path not in seen:
        seen.add(path)
        feed = _parse(folder / path)
        yield path, feed
        following = feed.find(_NEXT) if feed is not None else None
        if following is None:
            return
        path = site.urls.output(following.get("href", "").removeprefix(site.urls.origin))


def _parse(path: Path) -> ET.Element | None:
    try:
        return ET.parse(path).getroot()  # noqa: S314 - we have just written it ourselves
    except (OSError, ET.ParseError):
        return None


def _enclosure(folder: Path, path: str, site: Site, item: ET.Element) -> Iterator[Problem]:
    enclosure = item.find("enclosure")
    url = enclosure.get("url", "") if enclosure is not None else ""
    file = folder / site.urls.output(url.removeprefix(site.urls.origin))
    length = enclosure.get("length") if enclosure is not None else None
    if not file.is_file() or str(file.stat().st_size) != length:
        yield Problem(
            "enclosure-in-feed",
            Severity.ERROR,
            Position(path),
            "The audio of “{title}” in the feed isn't the file in the site.",
            "Build the site again; if it stays, report it as a fault of the tool.",
            {"title": item.findtext("title") or ""},
        )


def _rules(feed: bytes, path: str, now: datetime) -> Iterator[Problem]:
    """Where the feed breaks a rule of podcasts; what the content lacks is the business of its own checks."""
    for violation in judge(_ON_THIS_MACHINE.sub(rb"https://\1", feed), now):
        if violation.rule.name not in _OF_THE_CONTENT:
            yield Problem(
                "feed-rule",
                Severity.ERROR if violation.rule.level is Level.MUST else Severity.WARNING,
                Position(path, violation.line),
                violation.rule.message,
                "Mend it in the episode's file or in show.yml; if neither says it, report it as a fault of the tool.",
                {"value": violation.value, "rule": violation.rule.name},
            )


def _broken(path: str) -> Problem:
    return Problem(
        "broken-feed",
        Severity.ERROR,
        Position(path),
        "The feed can't be read, or doesn't hold every episode once.",
        "Build the site again; if it stays, report it as a fault of the tool.",
    )

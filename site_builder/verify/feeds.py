"""Every feed must be well-formed and hold what was planned: each item once, its audio in the site, its length right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from ..plan.edition import Edition
from ..plan.site import Site
from ..problems import Position, Problem, Severity
from ..shows import Show


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
    feed = _parse(folder / path)
    if feed is None:
        yield _broken(path)
        return
    items = feed.findall("./channel/item")
    if len({item.findtext("guid") for item in items}) != len(episodes):
        yield _broken(path)
    for item in items:
        yield from _enclosure(folder, path, site, item)


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


def _broken(path: str) -> Problem:
    return Problem(
        "broken-feed",
        Severity.ERROR,
        Position(path),
        "The feed can't be read, or doesn't hold every episode once.",
        "Build the site again; if it stays, report it as a fault of the tool.",
    )

"""Every feed must be well-formed and hold what was planned: each item once, its audio in the site, its length right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from ..audio.facts import AudioFacts
from ..plan.edition import Edition
from ..plan.site import Site
from ..plan.urls import Urls
from ..problems import Position, Problem, Severity
from ..shows import Show
from .podcasts import judge_feed, lacks_https

_NEXT = "./channel/{http://www.w3.org/2005/Atom}link[@rel='next']"


def verify_feeds(folder: Path, site: Site) -> Iterator[Problem]:
    """What is wrong with the feeds in `folder`."""
    urls = site.urls
    enclosures = {urls.absolute(urls.enclosure(audio)): audio for audio in site.library.audio.values()}
    for edition in site.editions:
        atom = urls.output(urls.atom_feed(edition.code))
        if _parse(folder / atom) is None:
            yield _broken(atom)
        for show in site.library.shows.values():
            yield from _podcast(folder, edition, show, enclosures)
    if site.library.shows:
        yield from lacks_https(urls.origin)


def _podcast(
    folder: Path, edition: Edition, show: Show, enclosures: Mapping[str, AudioFacts]
) -> Iterator[Problem]:
    """What is wrong with the feed of `show` in this language, where there is one."""
    episodes, urls = edition.episodes_with_audio(show), edition.urls
    if not episodes:
        return
    path = urls.output(urls.podcast_feed(show, edition.code))
    guids = []
    for page, feed in _pages(folder, urls, path):
        if feed is None:
            yield _broken(page)
            return
        for item in feed.iterfind("./channel/item"):
            guids.append(item.findtext("guid"))
            if not _plays(item, enclosures, folder, urls):
                yield _wrong_audio(page, item.findtext("title") or "")
        yield from judge_feed((folder / page).read_bytes(), page, edition, show)
    if not len(guids) == len(set(guids)) == len(episodes):
        yield _broken(path)


def _pages(folder: Path, urls: Urls, path: str) -> Iterator[tuple[str, ET.Element | None]]:
    """The feed at `path` and its archive pages (RFC 5005, section 3), each with its path; None is no XML."""
    seen: set[str] = set()
    while path not in seen:
        seen.add(path)
        feed = _parse(folder / path)
        yield path, feed
        following = feed.find(_NEXT) if feed is not None else None
        if following is None:
            return
        path = urls.output(following.get("href", "").removeprefix(urls.origin))


def _parse(path: Path) -> ET.Element | None:
    try:
        return ET.parse(path).getroot()  # noqa: S314 - we have just written it ourselves
    except (OSError, ET.ParseError):
        return None


def _plays(item: ET.Element, enclosures: Mapping[str, AudioFacts], folder: Path, urls: Urls) -> bool:
    """Whether the enclosure of `item` is an audio of the site, with its length, and lies there or elsewhere."""
    enclosure = item.find("enclosure")
    url, length = (enclosure.get("url", ""), enclosure.get("length")) if enclosure is not None else ("", "")
    audio = enclosures.get(url)
    if audio is None or str(audio.size) != length:
        return False
    file = folder / urls.output(urls.audio(audio.path))
    return bool(audio.url) or (file.is_file() and file.stat().st_size == audio.size)


def _wrong_audio(path: str, title: str) -> Problem:
    return Problem(
        "enclosure-in-feed",
        Severity.ERROR,
        Position(path),
        "The audio of “{title}” in the feed isn't the file in the site.",
        "Build the site again; if it stays, report it as a fault of the tool.",
        {"title": title},
    )


def _broken(path: str) -> Problem:
    return Problem(
        "broken-feed",
        Severity.ERROR,
        Position(path),
        "The feed can't be read, or doesn't hold every episode once.",
        "Build the site again; if it stays, report it as a fault of the tool.",
    )

"""Every feed must be well-formed and hold what was planned: each item once, its audio in the site, its length right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from ..audio.facts import AudioFacts
from ..plan.site import Site
from ..plan.urls import Urls
from ..problems import Position, Problem, Severity


def verify_feeds(folder: Path, site: Site) -> Iterator[Problem]:
    """What is wrong with the feeds in `folder`."""
    urls = site.urls
    enclosures = {urls.absolute(urls.enclosure(audio)): audio for audio in site.library.audio.values()}
    for edition in site.editions:
        atom = urls.output(urls.atom_feed(edition.code))
        if _parse(folder / atom) is None:
            yield _broken(atom)
        episodes = edition.episodes_with_audio
        if site.library.show is None or not episodes:
            continue
        path = urls.output(urls.podcast_feed(edition.code))
        feed = _parse(folder / path)
        if feed is None:
            yield _broken(path)
            continue
        items = feed.findall("./channel/item")
        if len({item.findtext("guid") for item in items}) != len(episodes):
            yield _broken(path)
        for item in items:
            if not _plays(item, enclosures, folder, urls):
                yield _wrong_audio(path, item.findtext("title") or "")


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

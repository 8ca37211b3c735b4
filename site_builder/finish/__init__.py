"""The site's files that are no pages: feeds, chapters, sitemap, robots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..documents import EpisodeDetails, Kind
from ..feeds.chapters import chapters_file
from ..plan.podcast import chapters_of
from ..plan.site import Site
from .feeds import atom_of
from .podcasts import podcast_of
from .sitemap import robots_file, sitemap_file


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every such file: its path in the site's folder and its bytes."""
    urls = site.urls
    for edition in site.editions:
        yield urls.output(urls.atom_feed(edition.code)), atom_of(edition)
        for show in site.library.shows.values():
            for url, feed in podcast_of(edition, show):
                yield urls.output(url.removeprefix(urls.origin)), feed
        for document in edition.of_kind(Kind.EPISODE):
            chapters = chapters_of(edition, document)
            if chapters and isinstance(document.details, EpisodeDetails):
                yield urls.output(urls.chapters(document)), chapters_file(chapters)
    yield "sitemap.xml", sitemap_file(site)
    yield "robots.txt", robots_file(site)
    yield ".nojekyll", b""


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` (path in `folder` → bytes); one that is there already as it should be isn't touched."""
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists() or target.read_bytes() != data:
            target.write_bytes(data)

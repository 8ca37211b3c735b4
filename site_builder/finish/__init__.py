"""The site's files that are no pages: feeds, search and how browsers show them, chapters, transcripts, lists."""

from __future__ import annotations

from collections.abc import Iterator

from ..documents import Kind
from ..plan.site import Site
from ..stages import stage
from .episodes import files_beside_audio
from .feed_stylesheet import feed_stylesheet
from .feeds import atom_of
from .open_search import open_search_file
from .podcasts import podcast_of
from .redirects import redirect_lists
from .search import search_index
from .sitemap import robots_file, sitemap_file


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every such file but the search's: its path in the site's folder and its bytes."""
    urls = site.urls
    for edition in site.editions:
        yield urls.output(urls.atom_feed(edition.code)), atom_of(edition)
        if urls.origin:
            yield urls.output(urls.open_search(edition.code)), open_search_file(edition)
        for show in site.library.shows.values():
            with stage("podcasts"):
                pages = podcast_of(edition, show)
            for url, feed in pages:
                yield urls.output(url.removeprefix(urls.origin)), feed
            if edition.episodes_with_audio(show):
                yield urls.output(urls.feed_stylesheet(show, edition.code)), feed_stylesheet(edition, show)
        for document in edition.of_kind(Kind.EPISODE):
            for url, data in files_beside_audio(edition, document):
                yield urls.output(url), data
    yield "sitemap.xml", sitemap_file(site)
    yield "robots.txt", robots_file(site)
    yield from redirect_lists(site)


def search_outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every file of the search: its path in the site's folder and its bytes."""
    for edition in site.editions:
        with stage("search"):
            files = list(search_index(edition))
        for url, data in files:
            yield site.urls.output(url), data

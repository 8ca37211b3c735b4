"""What every page has: its URL, the same page in other languages, its place in the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..cards.card import ShareCard
from ..documents import Document
from ..languages import mark
from ..problems import Position
from ..settings import Topic
from ..shows import Show
from .edition import Edition
from .views import Alternate, Link, Switch, View

Subject = Document | Show | Topic


@dataclass(frozen=True)
class Page:
    """A page to be drawn. Its view is built when it is drawn, so that not all texts are in memory at once.

    `versions` is its URL in each language that it exists in; `source` the file of the project that it is made
    from, empty for a listing; `modified` the day of its last change, ISO 8601, where that is known; `at` the
    place in the content that decides its URL, None where that is always the same. A page that is not `listed`
    is a part of another one: no sitemap and no search names it. `kind` is its view's, `subject` the document, podcast
    or topic that it is of; `card` is shown where other sites link to it. A list goes on on further pages: `number` is 1
    on the first.
    """

    url: str
    title: str
    versions: Mapping[str, str]
    build: Callable[[Mapping[str, str]], View]
    source: str = ""
    modified: str = ""
    at: Position | None = None
    listed: bool = True
    kind: str = ""
    subject: Subject | None = None
    card: ShareCard | None = None
    number: int = 1

    def view(self) -> View:
        """What its template draws."""
        return self.build(self.versions)


@dataclass(frozen=True)
class Editions:
    """The site in all its languages, the first one first."""

    by_code: Mapping[str, Edition]

    def __iter__(self) -> Iterator[Edition]:
        return iter(self.by_code.values())

    def frame(
        self,
        edition: Edition,
        versions: Mapping[str, str],
        section: Callable[[Edition], str] | None = None,
        trail: tuple[Link, ...] = (),
        beginnings: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """The fields of `View` that place it among the others.

        `section` gives the URL that the switcher leads to where `versions` has none; a page that is in every
        language needs none and is its own section. `trail` are the pages above it, below the home page.
        `beginnings` are the first pages of a list in languages where it may be shorter: the switcher leads there.
        """
        url = versions[edition.code]
        section = section or (lambda other: versions[other.code])
        translations = {**(beginnings or {}), **versions}
        urls = edition.urls
        home = Link(edition.language.text("Home"), urls.home(edition.code))
        return {
            "language": edition.code,
            "url": url,
            "canonical": urls.absolute(url),
            "section_url": section(edition),
            "breadcrumbs": () if url == home.url else (home, *trail),
            "alternates": self.alternates(versions),
            "switches": tuple(_switch(edition, other, translations, section) for other in self),
        }

    def alternates(self, versions: Mapping[str, str]) -> tuple[Alternate, ...]:
        """`hreflang` links for a page's `versions`, none where it is in one language only.

        `x-default` is the version in the first of the site's languages that it has.
        """
        if len(versions) < 2:
            return ()
        found = [
            Alternate(code, edition.urls.absolute(versions[code]))
            for code, edition in self.by_code.items()
            if code in versions
        ]
        return (*found, Alternate("x-default", found[0].url))


def _switch(
    edition: Edition, other: Edition, versions: Mapping[str, str], section: Callable[[Edition], str]
) -> Switch:
    is_translation = other.code in versions and other.code != edition.code
    text, name = other.language.text, other.language.language_name(other.code)
    return Switch(
        other.code,
        other.language.name,
        versions.get(other.code) or section(other),
        other.code == edition.code,
        other.code not in versions,
        text(mark("This page is also in {language}"), language=name) if is_translation else "",
        text(mark("Don't show this again")) if is_translation else "",
    )


def head_title(edition: Edition, title: str) -> str:
    """The title of the browser's tab: the page before the site."""
    return f"{title} – {edition.settings.title}" if title != edition.settings.title else title

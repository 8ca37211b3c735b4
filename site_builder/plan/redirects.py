"""The addresses that pages had before, each with the page that it leads to now.

A redirect leads to a page of the site as it is now and to nothing else, so there are no chains, no loops and no ways
out of the site: an address that is itself a page is a clash, and the page stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from ..documents import Document, FormerAddress, Kind
from ..library import Library, is_published
from ..problems import Position, Problem, Severity
from ..reading.names import same_on_some_disks
from ..schema.former import has_page
from ..settings import WITHDRAWN
from .edition import typeset
from .frame import Page
from .taken import Taken
from .urls import PLAYER, Urls


@dataclass(frozen=True, slots=True)
class Redirect:
    """From `url` to the page `to`: paths on the site's host (`/base/…/`), percent-encoded.

    `title` and `language` are the page's; `at` is the place in the content that names `url`.
    """

    url: str
    to: str
    title: str
    language: str
    at: Position

    @property
    def has_page(self) -> bool:
        """Whether a page can stand at `url` that leads on, for hosts that read no list of redirects."""
        return has_page(self.url)


def redirects_of(
    library: Library, urls: Urls, pages: Iterable[Page], now: datetime
) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """The redirects to `pages`, sorted by their addresses, and what is wrong with those that `library` asks for.

    `library` is what the site is made of. A preview has pages too that aren't published at `now`: where one of them
    is in the way, there is no redirect, and nothing to be told, as readers will have it.
    """
    pages = tuple(pages)
    asked = tuple(_wanted(library, urls, pages, now))
    taken = Taken(urls, pages, library.shows.values())
    found: dict[str, Redirect] = {}
    by_host_only: dict[str, Redirect] = {}
    problems: list[Problem] = []
    for former, redirect in asked:
        if redirect is None:
            problems.append(_elsewhere(former))
            continue
        path = urls.output(redirect.url)
        name = same_on_some_disks(path)
        other = taken.in_the_way(path) if redirect.has_page else taken.at(path) or by_host_only.get(name)
        if other is None or _is_same(other, redirect, name, urls):
            found[redirect.url] = redirect
            if redirect.has_page:
                taken.add(path, redirect)
            else:
                by_host_only[name] = redirect
                problems.append(_by_host_only(former))
        elif not _is_hidden(other, now):
            problems.append(_clash(former, redirect, other))
    for redirect in _implied(tuple(found.values()), pages, library, urls):
        if taken.in_the_way(urls.output(redirect.url)) is None:
            found[redirect.url] = redirect
    return tuple(found[url] for url in sorted(found)), tuple(problems)


def _wanted(
    library: Library, urls: Urls, pages: Iterable[Page], now: datetime
) -> Iterator[tuple[FormerAddress, Redirect | None]]:
    """Each address that a page had, with its redirect; None where it lies on another site.

    Those of pages that are published come first: they count where two pages claim one address.
    """
    there = {page.url for page in pages}
    has_own_base = any(url.startswith(urls.base + _base(library)[1:]) for url in there)
    documents = (document for document in library.documents if document.redirect_from)
    for document in sorted(documents, key=lambda document: not is_published(document, now)):
        to, title = urls.page(document), typeset(document, document.title)
        for former in document.redirect_from:
            path = _on_the_site(former, library, has_own_base=has_own_base)
            url = urls.former(document, path)
            yield former, Redirect(url, to, title, document.language, former.at) if path else None
    for topic in library.topics.values():
        for former in topic.redirect_from:
            path = _on_the_site(former, library, has_own_base=has_own_base)
            language = _language(path, library)
            url, to = urls.former_path(path), urls.topic(topic, language)
            to = to if to in there else urls.topics(language)
            label = topic.labels[language]
            yield former, Redirect(url, to, label, language, former.at) if path else None


def _implied(
    found: Iterable[Redirect], pages: Iterable[Page], library: Library, urls: Urls
) -> Iterator[Redirect]:
    """What needs no word: an episode's player moves with its page, a topic that no page is on leads to all topics.

    So neither a frame on another website nor a link to a topic is ever lost.
    """
    titles = {page.url: page.title for page in pages}
    for redirect in found:
        player = f"{redirect.to}{PLAYER}"
        if player in titles and redirect.url.endswith("/"):
            url = f"{redirect.url}{PLAYER}"
            yield Redirect(url, player, redirect.title, redirect.language, redirect.at)
    for topic in library.topics.values():
        for code in library.settings.languages:
            url, to = urls.topic(topic, code), urls.topics(code)
            if url not in titles:
                yield Redirect(url, to, titles[to], code, topic.at)


def _base(library: Library) -> str:
    """The path of the site on its host, a slash at both ends, as readers know it."""
    return f"{urlsplit(library.settings.address).path.rstrip('/')}/"


def _on_the_site(former: FormerAddress, library: Library, *, has_own_base: bool) -> str:
    """The path of `former` from the root of the site, or a slug; empty where it is on another site.

    Readers know it with the site's base before it, editors without; the site `has_own_base` where it has pages below a
    folder that is called the same, which counts then.
    """
    base = _base(library)
    scheme, mark, rest = former.address.partition("://")
    if not mark:
        return scheme if has_own_base or not scheme.startswith(base) else f"/{scheme.removeprefix(base)}"
    host, _, path = rest.partition("/")
    is_ours = urlsplit(library.settings.address).netloc.lower() == host.lower()
    return f"/{f'/{path}'.removeprefix(base)}" if is_ours and f"/{path}".startswith(base) else ""


def _language(path: str, library: Library) -> str:
    """The language whose part of the site `path` lies in."""
    first = path.removeprefix("/").partition("/")[0]
    return first if first in library.settings.languages else library.settings.first


def _is_same(other: object, redirect: Redirect, name: str, urls: Urls) -> bool:
    """Whether `other` leads to the same page from an address that differs in capital letters alone."""
    return (
        isinstance(other, Redirect)
        and other.to == redirect.to
        and other.url != redirect.url
        and same_on_some_disks(urls.output(other.url)) == name
    )


def _is_hidden(other: object, now: datetime) -> bool:
    """Whether only a preview shows `other`."""
    return (
        isinstance(other, Page)
        and isinstance(other.subject, Document)
        and not is_published(other.subject, now)
    )


def _elsewhere(former: FormerAddress) -> Problem:
    return _problem(
        "redirect-elsewhere",
        former,
        "“{address}” lies on another site, which alone can lead on from there.",
        "Delete it here, and let that site lead on to this page.",
    )


def _by_host_only(former: FormerAddress) -> Problem:
    return _problem(
        "redirect-by-host-only",
        former,
        "No page can stand at “{address}”: only some hosts can lead on from there, by a list of redirects.",
        "Ask whoever runs the site whether its host reads that list (docs/redirects.md); if it doesn't, this line "
        "does nothing.",
        Severity.WARNING,
    )


def _clash(former: FormerAddress, redirect: Redirect, other: object) -> Problem:
    """What is wrong with `redirect`, in whose way `other` is."""
    if redirect.url == redirect.to:
        return _problem(
            "redirect-to-itself",
            former,
            "“{address}” is the present address of the page.",
            "Delete it; here are only addresses that the page had before.",
        )
    if isinstance(other, Redirect):
        return _claimed(former, redirect, other)
    if not isinstance(other, Page):
        return _problem(
            "redirect-clash",
            former,
            "“{address}” lies where the site has files of its own (feeds, audio, pictures, downloads), {file}: "
            "no redirect can be there.",
            "Delete it here. If a file has moved, keep a copy at the old place, or withdraw it in {withdrawn}.",
            file=str(other),
            withdrawn=WITHDRAWN,
        )
    address, name = other.url, other.source or other.title
    return _problem(
        "redirect-clash",
        former,
        "“{address}” differs only in capital letters from the address of {other}; not all hosts tell them apart."
        if address != redirect.url and same_on_some_disks(address) == same_on_some_disks(redirect.url)
        else "“{address}” can't lead on to this page: there is something in its place, {other}.",
        "Delete it here. If readers should come to this page, take the other one from the site or change its slug."
        if _can_move(other)
        else "Delete it here.",
        other=name,
    )


def _can_move(other: Page) -> bool:
    """Whether an editor can give `other` another address."""
    if not isinstance(other.subject, Document):
        return False
    return bool(other.source) and not (other.subject.kind is Kind.PAGE and other.subject.name == "index")


def _claimed(former: FormerAddress, redirect: Redirect, other: Redirect) -> Problem:
    """The address of `redirect` is wanted twice, or needs a folder where `other` is a file."""
    if (other.url, other.to) == (redirect.url, redirect.to):
        return _problem(
            "redirect-repeated",
            former,
            "“{address}” stands here for the second time; it counts once.",
            "Delete it here.",
            Severity.WARNING,
        )
    return _problem(
        "redirect-taken",
        former,
        "“{address}” can lead to one page alone, and {other} has it already.",
        "Delete it here or there.",
        other=f"{other.at.path}:{other.at.line}",
    )


def _problem(
    code: str,
    former: FormerAddress,
    message: str,
    hint: str,
    severity: Severity = Severity.ERROR,
    **values: str,
) -> Problem:
    values = {"address": former.address, **values}
    return Problem(code, severity, former.at, message, hint, values, "redirect_from")

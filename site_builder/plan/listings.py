"""Pages that list others: sections and topics with pagination, all topics, all people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ..documents import Document, Kind
from ..languages import mark
from ..settings import Topic
from .edition import Edition, last_change
from .elsewhere import elsewhere
from .frame import Editions, Page, head_title
from .kinds import SECTION_DESCRIPTIONS, SECTION_LABELS
from .views import Link, Pager, Shelf, View

PAGE_SIZE = 12
AROUND = 2
"""Pages on each side of the present one that the pagination links to."""


@dataclass(frozen=True)
class Listing:
    """Documents under one heading, on as many pages as they need.

    `url` gives the URL of page n, `parent` the listing's place in the site: where the language switcher leads
    when another language has no such page. A listing that is not `permanent` exists only with documents. `subject`
    is the topic that they are on, if they are on one.
    """

    kind: str
    title: Callable[[Edition], str]
    description: Callable[[Edition], str]
    documents: Callable[[Edition], Sequence[Document]]
    url: Callable[[Edition, int], str]
    parent: Callable[[Edition], str]
    permanent: bool = True
    subject: Topic | None = None

    def count(self, edition: Edition) -> int:
        """How many pages it has in this language."""
        pages = -(-len(self.documents(edition)) // PAGE_SIZE)
        return max(pages, 1) if self.permanent else pages


def section(kind: Kind) -> Listing:
    """The index of a section."""
    return Listing(
        kind.value,
        lambda edition: edition.language.text(SECTION_LABELS[kind]),
        lambda edition: edition.language.text(SECTION_DESCRIPTIONS[kind]),
        lambda edition: edition.events() if kind is Kind.EVENT else edition.of_kind(kind),
        lambda edition, number: edition.urls.section(kind, edition.code, number),
        lambda edition: edition.urls.section(kind, edition.code),
    )


def topic(subject: Topic) -> Listing:
    """Everything on one topic."""
    return Listing(
        "topic",
        lambda edition: edition.topic_link(subject).label,
        lambda edition: edition.language.text(
            mark("Everything on the topic {title}."), title=edition.topic_link(subject).label
        ),
        lambda edition: edition.by_topic.get(subject.id, ()),
        lambda edition, number: edition.urls.topic(subject, edition.code, number),
        lambda edition: edition.urls.topics(edition.code),
        permanent=False,
        subject=subject,
    )


def listing_pages(editions: Editions, edition: Edition, listing: Listing) -> Iterator[Page]:
    """The pages of `listing` in one language."""
    modified = last_change(listing.documents(edition))
    for number in range(1, listing.count(edition) + 1):
        versions = {
            other.code: listing.url(other, number) for other in editions if number <= listing.count(other)
        }
        build = partial(_listing_view, editions, edition, listing, number)
        yield Page(
            versions[edition.code],
            listing.title(edition),
            versions,
            build,
            modified=modified,
            at=listing.subject.at if listing.subject else None,
            kind=listing.kind,
            subject=listing.subject,
            number=number,
        )


def people_page(editions: Editions, edition: Edition) -> Page:
    """All people, by surname."""
    title = edition.language.text(SECTION_LABELS[Kind.PERSON])
    versions = {other.code: other.urls.section(Kind.PERSON, other.code) for other in editions}
    build = partial(_people_view, editions, edition)
    return Page(versions[edition.code], title, versions, build, kind=Kind.PERSON.value)


def topics_page(editions: Editions, edition: Edition) -> Page:
    """All topics that have documents in this language."""
    title = edition.language.text("Topics")
    versions = {other.code: other.urls.topics(other.code) for other in editions}
    build = partial(_topics_view, editions, edition)
    return Page(versions[edition.code], title, versions, build, kind="topics")


def _listing_view(
    editions: Editions, edition: Edition, listing: Listing, number: int, versions: Mapping[str, str]
) -> View:
    title = listing.title(edition)
    is_first = number == 1
    heading = title if is_first else edition.language.text("{title}, page {n}", title=title, n=number)
    documents = listing.documents(edition)[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    parent = listing.parent(edition)
    beginnings = {other.code: listing.url(other, 1) for other in editions if listing.count(other)}
    trail = () if listing.url(edition, 1) == parent else (Link(edition.language.text("Topics"), parent),)
    return View(
        layout="section",
        kind=listing.kind,
        **editions.frame(edition, versions, listing.parent, trail, beginnings),
        title=heading,
        head_title=head_title(edition, heading),
        description=listing.description(edition) if is_first else "",
        shelves=(Shelf("", edition.cards(documents), kind=listing.kind),),
        pager=_pager(edition, listing, number),
        elsewhere=elsewhere(editions, edition, listing.documents, _first_page(listing))
        if number == listing.count(edition)
        else (),
    )


def _first_page(listing: Listing) -> Callable[[Edition], Link]:
    return lambda edition: Link(listing.title(edition), listing.url(edition, 1))


def _pager(edition: Edition, listing: Listing, number: int) -> Pager | None:
    count = listing.count(edition)
    if count == 1:
        return None

    def link(n: int) -> Link:
        return Link(str(n), listing.url(edition, n), n == number)

    return Pager(
        tuple(_around(number, count, link)),
        link(number - 1) if number > 1 else None,
        link(number + 1) if number < count else None,
    )


def _around(number: int, count: int, link: Callable[[int], Link]) -> Iterator[Link]:
    """The first page, the last and those around page `number`; one gap for each run that is left out."""
    near = range(max(1, number - AROUND), min(count, number + AROUND) + 1)
    before = 0
    for n in sorted({1, *near, count}):
        if n - before > 1:
            yield Link("…", "")
        yield link(n)
        before = n


def _people_view(editions: Editions, edition: Edition, versions: Mapping[str, str]) -> View:
    people = sorted(edition.of_kind(Kind.PERSON), key=lambda person: _surname_first(edition, person))
    title = edition.language.text(SECTION_LABELS[Kind.PERSON])
    return View(
        layout="index",
        kind=Kind.PERSON.value,
        **editions.frame(edition, versions),
        title=title,
        head_title=head_title(edition, title),
        description=edition.language.text(SECTION_DESCRIPTIONS[Kind.PERSON]),
        shelves=(Shelf("", edition.cards(people), kind=Kind.PERSON.value),),
        elsewhere=elsewhere(
            editions,
            edition,
            lambda other: other.of_kind(Kind.PERSON),
            lambda other: Link(other.language.text(SECTION_LABELS[Kind.PERSON]), versions[other.code]),
        ),
    )


def _surname_first(edition: Edition, person: Document) -> tuple[object, ...]:
    """A sort key: the last word of the name, degrees after a comma left out, then the whole name."""
    *_, surname = ("", *person.title.partition(",")[0].split())
    return edition.language.sort_key(surname), edition.language.sort_key(person.title)


def _topics_view(editions: Editions, edition: Edition, versions: Mapping[str, str]) -> View:
    title = edition.language.text("Topics")
    return View(
        layout="index",
        kind="topics",
        **editions.frame(edition, versions),
        title=title,
        head_title=head_title(edition, title),
        description=edition.language.text("Everything by its subject."),
        links=edition.topics_in_use(),
    )

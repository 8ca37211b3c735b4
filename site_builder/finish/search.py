"""The documents of a language → the index that scripts search in."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ..chapters import chapters_of
from ..documents import (
    Document,
    EpisodeDetails,
    EventDetails,
    ExampleDetails,
    Kind,
    PersonDetails,
    PresentationDetails,
)
from ..plan.edition import Edition, moment_of, typeset
from ..plan.kinds import SECTION_LABELS
from ..plan.podcast import show_link
from ..plan.statement import DESCRIPTION, HEADINGS, statement_link
from ..search import Entry, Spoken, index_files


def search_index(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Each file's URL (an absolute path) and its bytes."""
    folder = edition.urls.search_index(edition.code)
    entries = [_entry(edition, document) for kind in Kind for document in edition.of_kind(kind)]
    entries += _topics(edition)
    entries += _shows(edition)
    entries += _statement(edition)
    for name, data in index_files(entries, edition.code):
        yield folder + name, data


def _entry(edition: Edition, document: Document) -> Entry:
    text, moment = edition.library.texts[document.path], moment_of(document)
    links = edition.topic_links(document) + edition.person_links(document.people)
    chapters = chapters_of(edition.library, document) if document.kind is Kind.EPISODE else ()
    return Entry(
        kind=document.kind.value,
        url=edition.urls.page(document),
        title=edition.title(document),
        date=moment.date().isoformat() if moment else "",
        description=edition.description(document),
        topics=document.topics,
        keywords=(*(link.label for link in links), *_details(edition, document)),
        headings=(*(heading.text for heading in text.headings), *(chapter.title for chapter in chapters)),
        html=(*text.set_parts[::2], *(f"<p>{escape(r.text)}</p>" for r in text.references if r.is_picture)),
        spoken=tuple(_spoken(edition, document)),
    )


def _topics(edition: Edition) -> Iterator[Entry]:
    """The pages of topics."""
    kind = edition.language.text("Topics")
    for topic in edition.topics:
        link = edition.topic_link(topic)
        yield Entry(Kind.PAGE.value, link.url, link.label, keywords=(kind,))


def _shows(edition: Edition) -> Iterator[Entry]:
    """The pages of podcasts."""
    for show in edition.library.shows.values():
        link = show_link(edition, show)
        kind = edition.language.text(SECTION_LABELS[Kind.EPISODE])
        people = (host.label for host in edition.person_links(show.hosts))
        description = edition.language.typeset(show.description[edition.code])
        yield Entry(Kind.PAGE.value, link.url, link.label, description=description, keywords=(kind, *people))


def _statement(edition: Edition) -> Iterator[Entry]:
    """The accessibility statement: a page that is no file of the content."""
    if link := statement_link(edition):
        text = edition.language.text
        headings = tuple(text(heading) for heading in HEADINGS.values())
        yield Entry(Kind.PAGE.value, link.url, link.label, description=text(DESCRIPTION), headings=headings)


def _details(edition: Edition, document: Document) -> Iterator[str]:
    """What the page says beside its text."""
    match document.details:
        case EventDetails(place=place):
            yield place
        case ExampleDetails(country=country) if country:
            yield edition.language.country(country)
        case PresentationDetails(event=event):
            yield event
        case PersonDetails(role=role):
            yield role


def _spoken(edition: Edition, document: Document) -> Iterator[Spoken]:
    """The transcript, where there is one in the page's own language."""
    details = document.details
    if isinstance(details, EpisodeDetails):
        for cue in edition.library.transcripts.get(details.transcript, ()):
            yield Spoken(int(cue.start), typeset(document, cue.text))

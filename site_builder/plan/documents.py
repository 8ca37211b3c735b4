"""The view of one document: article, interview, example, event, presentation, page, person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..documents import (
    Document,
    EventDetails,
    ExampleDetails,
    InterviewDetails,
    Kind,
    PersonDetails,
    PresentationDetails,
)
from ..iri import readable
from ..languages import mark
from ..library import is_published
from ..shows import Show
from .companions import listen_links, read_links
from .edition import Edition, typeset
from .events import event_times
from .frame import Editions, head_title
from .kinds import SECTION_LABELS
from .outdated import outdated_view
from .publicity import publicity
from .series import series_of
from .sharing import share_links
from .views import Fact, Link, Shelf, View

LONG_TEXT = 3
"""Headings from which on a text gets a table of contents."""

_ROLES = (
    ("hosts", mark("Episodes hosted")),
    ("guests", mark("Appearances")),
    ("speakers", mark("Presentations")),
)


def document_view(
    editions: Editions,
    edition: Edition,
    document: Document,
    related: Sequence[Document],
    versions: Mapping[str, str],
) -> View:
    """The view of `document`; `related` are the pages that belong to it, `versions` its URL in each language."""
    is_person = document.kind is Kind.PERSON
    return View(
        layout="person" if is_person else "document",
        shelves=_shelves(edition, document) if is_person else (),
        facts=_facts(edition, document),
        **common(editions, edition, document, versions),
        related=edition.cards(related),
    )


def common(
    editions: Editions, edition: Edition, document: Document, versions: Mapping[str, str]
) -> dict[str, Any]:
    """The fields of a view that every document has."""
    urls, language = edition.urls, edition.language
    has_section = document.kind in SECTION_LABELS
    is_episode = document.kind is Kind.EPISODE
    is_event = document.kind is Kind.EVENT  # the day of its publication would read like the day of the event
    section_url = urls.section(document.kind, edition.code) if has_section else ""
    show = edition.library.show_of(document) if is_episode else None
    section = (Link(language.text(SECTION_LABELS[document.kind]), section_url),) if has_section else ()
    trail = show_trail(edition, show) if show else section
    text = edition.library.texts[document.path]
    headings = tuple(heading for heading in text.headings if heading.level in (2, 3))
    frame = editions.frame(
        edition,
        versions,
        lambda other: urls.section(document.kind, other.code) if has_section else urls.home(other.code),
        trail,
    )
    return {
        **frame,
        "kind": document.kind.value,
        "kicker": edition.kind_label(document) if has_section else "",
        "title": edition.title(document),
        "head_title": head_title(edition, document.title),
        "description": edition.description(document),
        "body": edition.html(document),
        "contents": tuple(replace(heading, text=typeset(document, heading.text)) for heading in headings)
        if len(headings) >= LONG_TEXT
        else (),
        "date": edition.stamp(document.date.date()) if document.date and not is_event else None,
        "updated": edition.stamp(document.updated.date()) if document.updated else None,
        "reading_time": edition.reading_time(document)
        if document.date and not (is_event or is_episode)
        else "",
        "authors": edition.person_links(document.authors),
        "topics": edition.topic_links(document),
        "picture": edition.picture(document),
        "series": series_of(edition, document, show),
        "read": read_links(edition, document),
        "listen": listen_links(edition, document),
        "share": share_links(language, document.title, urls.absolute(urls.page(document)))
        if document.date
        else (),
        "publicity": publicity(edition, document.project) if document.project else None,
        "outdated": outdated_view(edition, document),
        "draft": document.draft,
        "hidden": document.is_unlisted,
        "scheduled": not document.draft and not is_published(document, edition.now),
    }


def show_trail(edition: Edition, show: Show) -> tuple[Link, ...]:
    """The pages above an episode of `show`: the section, which is the first show's page, and the show's own."""
    section = Link(
        edition.language.text(SECTION_LABELS[Kind.EPISODE]), edition.urls.section(Kind.EPISODE, edition.code)
    )
    if not show.name:
        return (section,)
    return section, Link(show.title[edition.code], edition.urls.show(show.name, edition.code))


def people_fact(edition: Edition, people: Sequence[str], one: str, many: str) -> Fact:
    """The `people` (ids) of a document, under the label for `one` or `many` of them."""
    return Fact(edition.language.plural(one, many, len(people)), links=edition.person_links(people))


def _facts(edition: Edition, document: Document) -> tuple[Fact, ...]:
    language, details = edition.language, document.details
    facts: list[Fact] = []
    if isinstance(details, InterviewDetails) and details.guests:
        facts.append(people_fact(edition, details.guests, mark("Guest"), mark("Guests")))
    if isinstance(details, ExampleDetails):
        if details.country:
            facts.append(Fact(language.text("Country"), language.country(details.country)))
        if details.website:
            facts.append(Fact(language.text("Website"), links=(_outside(details.website),)))
    if isinstance(details, EventDetails):
        facts += event_facts(edition, document, details)
    if isinstance(details, PresentationDetails):
        facts += _presentation_facts(edition, document, details)
    if isinstance(details, PersonDetails):
        if details.role:
            label = language.text("Organisation" if details.team else "Role")
            facts.append(Fact(label, typeset(document, details.role)))
        if details.website:
            facts.append(Fact(language.text("Website"), links=(_outside(details.website),)))
    return tuple(facts)


def event_facts(edition: Edition, document: Document, event: EventDetails) -> list[Fact]:
    """When and where an event is, and where one registers as long as it isn't over."""
    language = edition.language
    facts = list(event_times(language, event))
    if event.place:
        facts.append(Fact(language.text("Place"), typeset(document, event.place)))
    if event.registration and not event.is_over(edition.now):
        facts.append(Fact(language.text("Registration"), links=(_outside(event.registration),)))
    return facts


def _presentation_facts(edition: Edition, document: Document, talk: PresentationDetails) -> list[Fact]:
    language = edition.language
    facts: list[Fact] = []
    if talk.speakers:
        facts.append(people_fact(edition, talk.speakers, mark("Speaker"), mark("Speakers")))
    if talk.event:
        facts.append(Fact(language.text("Given at"), typeset(document, talk.event)))
    if talk.held:
        facts.append(Fact(language.text("Date"), stamp=edition.stamp(talk.held)))
    if talk.slides in edition.library.files:
        name = talk.slides.rpartition("/")[2]
        facts.append(Fact(language.text("Slides"), links=(Link(name, edition.pictures.link(talk.slides)),)))
    return facts


def _outside(url: str) -> Link:
    return Link(readable(url).partition("//")[2].rstrip("/"), url)


def _shelves(edition: Edition, person: Document) -> tuple[Shelf, ...]:
    """What the person wrote, and where they host, speak or presented."""
    named = edition.by_person.get(person.name, ())
    written = [document for document in named if person.name in document.authors]
    shelves = [Shelf(edition.language.text("Texts"), edition.cards(written))]
    for role, label in _ROLES:
        found = [document for document in named if person.name in document.named(role)]
        shelves.append(Shelf(edition.language.text(label), edition.cards(found)))
    return tuple(shelf for shelf in shelves if shelf.cards)

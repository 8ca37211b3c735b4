"""What the page of a document is about: a text, a talk, an event, a person.

Sources: https://schema.org/Article, /PresentationDigitalDocument, /Event, /Person, and Google's rules on top of them
(https://developers.google.com/search/docs/appearance/structured-data/event, /article, /profile-page).
"""

from __future__ import annotations

from mimetypes import guess_type

from ...documents import (
    Document,
    EventDetails,
    ExampleDetails,
    InterviewDetails,
    Kind,
    PersonDetails,
    PresentationDetails,
)
from ..edition import Edition
from ..events import machine_times
from ..views import View
from .page import page_id
from .parts import people, person_id, person_type, pictures, subjects, translations
from .script import Data, filled
from .site import publisher_id

_ONLINE = "online"
"""An event's place, or its first part before a comma, that is no place."""


def work(edition: Edition, view: View, document: Document) -> Data | None:
    """What the page of `document` is about; None where that is the page itself."""
    match document.details:
        case EventDetails() as details:
            return _event(edition, view, details)
        case PersonDetails() as details:
            return _person(edition, view, document, details)
        case PresentationDetails() as details:
            return _text(edition, view, document, "PresentationDigitalDocument") | _talk(edition, details)
        case InterviewDetails() as details:
            return _text(edition, view, document) | filled({"contributor": people(edition, details.guests)})
        case ExampleDetails() as details:
            return _text(edition, view, document) | _country(edition, details)
    return _text(edition, view, document) if document.kind is Kind.ARTICLE else None


def _text(edition: Edition, view: View, document: Document, kind: str = "Article") -> Data:
    return filled(
        {
            "@type": kind,
            "@id": view.canonical,
            "url": view.canonical,
            "headline": view.title,
            "description": view.description,
            "inLanguage": document.language,
            "datePublished": document.date.isoformat() if document.date else "",
            "dateModified": document.modified.isoformat() if document.modified else "",
            "author": people(edition, document.authors),
            "publisher": {"@id": publisher_id(edition)},
            "image": pictures(edition, view),
            "about": subjects(edition, view),
            "mainEntityOfPage": {"@id": page_id(view.canonical)},
            **translations(edition, document, kind),
        }
    )


def _talk(edition: Edition, details: PresentationDetails) -> Data:
    """Who gave it and when, and the file of its slides."""
    slides = details.slides if details.slides in edition.library.files else ""
    file = {
        "@type": "MediaObject",
        "contentUrl": edition.urls.absolute(edition.pictures.link(slides)),
        "encodingFormat": guess_type(slides)[0],
    }
    return filled(
        {
            "creator": people(edition, details.speakers),
            "dateCreated": details.held.isoformat() if details.held else "",
            "encoding": filled(file) if slides else None,
        }
    )


def _country(edition: Edition, details: ExampleDetails) -> Data:
    if not details.country:
        return {}
    return {"contentLocation": {"@type": "Country", "name": edition.language.country(details.country)}}


def _event(edition: Edition, view: View, details: EventDetails) -> Data | None:
    """The event; one whose place nobody knows yet is none for Google."""
    if not details.place or not details.starts:
        return None
    starts, ends = machine_times(details)
    return filled(
        {
            "@type": "Event",
            "@id": view.canonical,
            "url": view.canonical,
            "name": view.title,
            "description": view.description,
            "inLanguage": edition.code,
            "startDate": starts,
            "endDate": ends,
            **_place(view, details),
            "image": pictures(edition, view),
            "about": subjects(edition, view),
            "mainEntityOfPage": {"@id": page_id(view.canonical)},
        }
    )


def _place(view: View, details: EventDetails) -> Data:
    """Where the event is. What is online is where readers register, else where its page says."""
    if details.place.partition(",")[0].strip().casefold() != _ONLINE:
        return {"location": {"@type": "Place", "name": details.place, "address": details.place}}
    return {
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "location": {
            "@type": "VirtualLocation",
            "name": details.place,
            "url": details.registration or view.canonical,
        },
    }


def _person(edition: Edition, view: View, document: Document, details: PersonDetails) -> Data:
    return filled(
        {
            "@type": person_type(document),
            "@id": person_id(edition, document),
            "url": view.canonical,
            "name": view.title,
            "description": view.description,
            "jobTitle": "" if details.team else details.role,
            "image": pictures(edition, view) if view.picture else [],
            "sameAs": details.website,
        }
    )

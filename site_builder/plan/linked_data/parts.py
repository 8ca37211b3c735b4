"""What several kinds of works have: people, topics, pictures, translations.

Sources: https://schema.org/Person, /Organization, /Place, /workTranslation.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...documents import Document, PersonDetails
from ..edition import Edition
from ..views import View
from .script import Data


def person_id(edition: Edition, person: Document) -> str:
    """What a person is known by: the same in every language."""
    return edition.urls.absolute(edition.urls.page(edition.library.original(person)))


def person_type(person: Document) -> str:
    """What schema.org calls one who has a page among the people."""
    details = person.details
    return "Organization" if isinstance(details, PersonDetails) and details.team else "Person"


def people(edition: Edition, names: Sequence[str]) -> list[Data]:
    """The people of these names (ids), each once, with the page that this language has of them."""
    found = map(edition.person, dict.fromkeys(names))
    return [
        {
            "@type": person_type(person),
            "@id": person_id(edition, person),
            "name": edition.title(person),
            "url": edition.urls.absolute(edition.urls.page(person)),
        }
        for person in found
        if person
    ]


def subjects(edition: Edition, view: View) -> list[Data]:
    """The topics."""
    return [
        {"@type": "Thing", "name": link.label, "url": edition.urls.absolute(link.url)} for link in view.topics
    ]


def pictures(edition: Edition, view: View) -> list[str]:
    """The page's picture, and its card if that is its own."""
    own = [view.sharing.image] if view.sharing and view.sharing.is_own else []
    return [edition.urls.absolute(view.picture.url), *own] if view.picture else own


def translations(edition: Edition, document: Document, kind: str, fragment: str = "") -> Data:
    """The work in other languages: what a translation translates, what an original has been translated to.

    `kind` is the work's type; what it is known by is its page's address and `fragment`.
    """
    original = edition.library.original(document)
    if document is not original:
        return {"translationOfWork": _version(edition, original, kind, fragment)}
    others = edition.library.versions[document.id].values()
    found = [_version(edition, other, kind, fragment) for other in others if other is not document]
    return {"workTranslation": found} if found else {}


def _version(edition: Edition, document: Document, kind: str, fragment: str) -> Data:
    url = edition.urls.absolute(edition.urls.page(document))
    return {
        "@type": kind,
        "@id": url + fragment,
        "url": url,
        "name": edition.title(document),
        "inLanguage": document.language,
    }

"""The publisher and the website, as every page of a language names them.

Sources: https://schema.org/Organization, /WebSite, /SearchAction.
"""

from __future__ import annotations

from ..edition import Edition
from .script import Data, filled


def publisher_id(edition: Edition) -> str:
    """What the publisher is known by: the same in every language."""
    urls = edition.urls
    return f"{urls.absolute(urls.home(edition.library.settings.first))}#publisher"


def website_id(edition: Edition) -> str:
    """What the website is known by in this language."""
    return f"{edition.urls.absolute(edition.urls.home(edition.code))}#website"


def publisher(edition: Edition) -> Data:
    """The operator of the site; where the settings name none, who publishes is called as the site."""
    settings = edition.library.settings
    return filled(
        {
            "@type": "Organization",
            "@id": publisher_id(edition),
            "name": settings.operator.get(edition.code) or edition.settings.title,
            "email": settings.contact,
        }
    )


def website(edition: Edition) -> Data:
    """The site in this language, and how it is searched."""
    urls = edition.urls
    return filled(
        {
            "@type": "WebSite",
            "@id": website_id(edition),
            "name": edition.settings.title,
            "url": urls.absolute(urls.home(edition.code)),
            "description": edition.settings.description,
            "inLanguage": edition.code,
            "publisher": {"@id": publisher_id(edition)},
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{urls.absolute(urls.search(edition.code))}?q={{q}}",
                },
                "query-input": "required name=q",
            },
        }
    )

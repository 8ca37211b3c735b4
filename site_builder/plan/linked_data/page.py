"""What every page is: a page of the website, its place in it, what it lists.

Sources: https://schema.org/WebPage, /BreadcrumbList, /CollectionPage, /ItemList.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..edition import Edition
from ..views import Link, View
from .script import Data, filled
from .site import website_id

_TYPES = {"section": "CollectionPage", "index": "CollectionPage", "person": "ProfilePage"}


def page_id(url: str) -> str:
    """What the page at `url` is known by."""
    return f"{url}#page"


def web_page(edition: Edition, view: View, main: Data | None) -> Data:
    """The page; `main` is what it is about, an entry of the graph."""
    url = view.canonical
    return filled(
        {
            "@type": _TYPES.get(view.layout, "WebPage"),
            "@id": page_id(url),
            "url": url,
            "name": view.title,
            "description": "" if main and "description" in main else view.description,
            "inLanguage": edition.code,
            "isPartOf": {"@id": website_id(edition)},
            "breadcrumb": {"@id": _trail_id(url)} if view.breadcrumbs else None,
            "mainEntity": {"@id": main["@id"]} if main else None,
        }
    )


def trail(edition: Edition, view: View) -> Data | None:
    """The pages above this one and the page itself; None for the home page."""
    if not view.breadcrumbs:
        return None
    links = (*view.breadcrumbs, Link(view.title, view.url))
    return {
        "@type": "BreadcrumbList",
        "@id": _trail_id(view.canonical),
        "itemListElement": _items(edition, links, "item"),
    }


def listed(edition: Edition, view: View) -> Data | None:
    """What a page of a listing lists: cards, else links."""
    cards = view.shelves[0].cards if view.shelves else ()
    links = [Link(card.title, card.url) for card in cards] or view.links
    if not links:
        return None
    return {
        "@type": "ItemList",
        "@id": f"{view.canonical}#list",
        "itemListElement": _items(edition, links, "url"),
    }


def _items(edition: Edition, links: Iterable[Link], property_: str) -> list[Data]:
    """`links` in their order, each address under the name that Google wants there."""
    return [
        {
            "@type": "ListItem",
            "position": number,
            "name": link.label,
            property_: edition.urls.absolute(link.url),
        }
        for number, link in enumerate(links, 1)
    ]


def _trail_id(url: str) -> str:
    return f"{url}#breadcrumbs"

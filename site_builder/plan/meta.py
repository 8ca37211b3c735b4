"""Pages as search engines and other sites see them: their cards, and with each view its meta data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from ..cards.card import ShareCard
from .edition import Edition
from .frame import Editions, Page
from .linked_data import linked_data, site_data
from .sharing import share_card, sharing
from .views import View


def with_meta(editions: Editions, edition: Edition, pages: Iterable[Page]) -> Iterator[Page]:
    """`pages` of one language with their cards, and their views with OpenGraph and JSON-LD."""
    site = site_data(edition)
    for page in pages:
        card = share_card(edition, page)
        yield replace(page, card=card, build=partial(_build, editions, edition, page, card, site))


def _build(
    editions: Editions, edition: Edition, page: Page, card: ShareCard, site: str, versions: Mapping[str, str]
) -> View:
    """The view of `page`; one that no search engine lists tells none what it is."""
    view = page.build(versions)
    view = replace(view, sharing=sharing(editions, edition, page, card, view))
    return replace(view, linked_data=linked_data(edition, view, page.subject, site)) if page.listed else view

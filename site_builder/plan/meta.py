"""Pages as search engines and other sites see them: their cards, and with each view its meta data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from .edition import Edition
from .frame import Editions, Page
from .linked_data import linked_data
from .sharing import share_card, sharing
from .views import View


def with_meta(editions: Editions, edition: Edition, page: Page) -> Page:
    """The page with its card, its view with OpenGraph; a page that search engines list, with JSON-LD too."""
    card = share_card(edition, page)
    return replace(page, card=card, build=partial(_build, editions, edition, replace(page, card=card)))


def _build(editions: Editions, edition: Edition, page: Page, versions: Mapping[str, str]) -> View:
    view = page.build(versions)
    view = replace(view, sharing=sharing(editions, edition, page, view))
    return replace(view, linked_data=linked_data(edition, view, page.subject)) if page.listed else view

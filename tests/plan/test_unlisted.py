"""An unlisted page is built, but only a link leads to it: no list, no search and no search engine shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.finish.search import search_index
from site_builder.finish.sitemap import sitemap_file
from site_builder.plan.site import Site

PlanOf = Callable[..., Site]

PAGE = (
    "---\ntitle: Průvodce\ndescription: Jak psát.\ntopics: [housing]\nunlisted: {flag}\n---\nNajdiměpřece.\n"
)


@pytest.fixture(params=["true", "false"])
def site(plan_of: PlanOf, request: pytest.FixtureRequest) -> Site:
    return plan_of({"content/pruvodce.cs.md": PAGE.format(flag=request.param)})


def test_only_links_lead_to_an_unlisted_page(site: Site) -> None:
    (page,) = [page for page in site.pages if page.url == "/pruvodce/"]
    view = page.view()
    edition = site.editions.by_code["cs"]
    shown = {
        "sitemap": b"/pruvodce/" in sitemap_file(site),
        "search": any(b"pruvodce/" in data for _, data in search_index(edition)),
        "titles": any(
            link.url == "/pruvodce/"
            for other in site.pages
            if (search := other.view().search)
            for shelf in search.titles
            for link in shelf.links
        ),
        "search engines": not view.hidden and bool(view.linked_data),
        "topic": any(
            card.url == "/pruvodce/"
            for other in site.pages
            for shelf in other.view().shelves
            for card in shelf.cards
        ),
    }
    assert view.title == "Průvodce"
    assert set(shown.values()) == {page.listed}, shown

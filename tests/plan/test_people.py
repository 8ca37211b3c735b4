"""A person's page shows what they wrote and where they speak."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_builder.plan.site import Site
from site_builder.plan.views import View


def shelves(view: View) -> list[list[str]]:
    """The titles on each shelf."""
    return [[card.title for card in shelf.cards] for shelf in view.shelves]


def test_what_a_person_did_stands_on_shelves(views: Mapping[str, View]) -> None:
    written, hosted = ["Rozhovor", "Nocleh na zimu"], ["První díl"]
    assert shelves(views["/lide/jana/"]) == [written, hosted]
    spoke_in, gave = ["Interview"], ["Talk"]
    assert shelves(views["/en/people/petr/"]) == [spoke_in, gave]


def test_names_lead_to_people_in_the_language_of_the_page(views: Mapping[str, View]) -> None:
    assert [(link.label, link.url) for link in views["/clanky/nocleh/"].authors] == [
        ("Jana Nováková", "/lide/jana/")
    ]
    assert [(link.label, link.url) for link in views["/en/articles/winter-bed/"].authors] == [
        ("Jana Nováková", "/en/people/jana/")
    ]


def test_a_person_without_a_translation_is_linked_in_the_other_language(
    plan_of: Callable[..., Site], article: Callable[..., str]
) -> None:
    site = plan_of(
        {
            "content/people/ota.cs.md": "---\ntitle: Ota Čáp\ndescription: Perex.\n---\nText.\n",
            "content/articles/a.en.md": article(authors="[ota]"),
        }
    )
    (view,) = (page.view() for page in site.pages if page.url == "/en/articles/a/")
    assert [(link.url, link.language) for link in view.authors] == [("/lide/ota/", "cs")]

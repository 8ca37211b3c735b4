"""Other sites show a page's title, picture, sound and date, and each page has a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from site_builder.cards.card import ShareCard
from site_builder.languages import NO_CATALOGUE, Language
from site_builder.plan.edition import OWN_CARDS
from site_builder.plan.site import Site
from site_builder.plan.views import Sharing, View

PlanOf = Callable[..., Site]
HOST = "https://web.example"


def shared(view: View) -> Sharing:
    assert view.sharing
    return view.sharing


def cards(site: Site) -> Mapping[str, ShareCard]:
    return {page.url: page.card for page in site.pages if page.card}


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("/", "website"),
        ("/clanky/", "website"),
        ("/temata/", "website"),
        ("/o-nas/", "website"),
        ("/podcast/", "website"),
        ("/lide/petr/", "profile"),
        ("/clanky/nocleh/", "article"),
        ("/akce/setkani/", "article"),
        ("/podcast/prvni-dil/", "article"),
        ("/podcast/prvni-dil/embed/", "article"),
    ],
)
def test_a_page_is_of_a_type(views: Mapping[str, View], url: str, kind: str) -> None:
    assert shared(views[url]).type == kind


def test_an_article_says_when_by_whom_and_what_of(views: Mapping[str, View]) -> None:
    sharing = shared(views["/clanky/nocleh/"])
    assert (sharing.published, sharing.modified) == ("2026-02-01T08:30:00+01:00", "2026-02-03T00:00:00+01:00")
    assert sharing.authors == (f"{HOST}/lide/jana/",)
    assert sharing.audio is None


def test_locales_are_those_that_the_page_is_in(views: Mapping[str, View]) -> None:
    def locales(url: str) -> tuple[str, tuple[str, ...]]:
        return shared(views[url]).locale, shared(views[url]).other_locales

    assert locales("/clanky/nocleh/") == ("cs_CZ", ("en_GB",))
    assert locales("/en/articles/winter-bed/") == ("en_GB", ("cs_CZ",))
    assert locales("/clanky/jen-cesky/") == ("cs_CZ", ())


def test_an_episode_has_sound(views: Mapping[str, View]) -> None:
    audio = shared(views["/en/podcast/first-episode/"]).audio
    assert audio
    assert (audio.url, audio.media_type) == (f"{HOST}/podcast/audio/prvni.cs.mp3", "audio/mpeg")


def test_a_card_tells_of_its_page(views: Mapping[str, View]) -> None:
    sharing = shared(views["/clanky/nocleh/"])
    assert sharing.image_alt == "Nocleh na zimu – Zkušební web"
    assert sharing.image.startswith(f"{HOST}/media/cards/")
    assert shared(views["/"]).image_alt == "Zkušební web", "once is enough"


def test_notes_say_what_and_when(every_kind_plan: Site) -> None:
    found = cards(every_kind_plan)
    assert found["/clanky/nocleh/"] == ShareCard(
        "articles", "Zkušební web", "Nocleh na zimu", "Článek · 1. února 2026"
    )
    assert found["/en/events/meeting/"].note == "Event · 14 May 2026"
    assert found["/lide/petr/"].note == "host"
    assert found["/o-nas/"].note == ""
    assert found["/"].note == "Web pro zkoušky"


def test_parts_of_an_episode_and_pages_of_a_topic_share_a_card(every_kind_plan: Site) -> None:
    found = cards(every_kind_plan)
    assert found["/podcast/prvni-dil/embed/"] == found["/podcast/prvni-dil/"]
    assert found["/temata/bydleni/"] == found["/temata/"]
    assert len(every_kind_plan.cards) == len(set(found.values()))


def test_older_documents_have_the_card_of_their_section(plan_of: PlanOf, article: Callable[..., str]) -> None:
    files = {
        f"content/articles/a{number}.cs.md": article(
            f"Článek {number}", f"2025-01-01 {number // 60:02}:{number % 60:02}"
        )
        for number in range(OWN_CARDS + 1)
    }
    site = plan_of(files)
    found = cards(site)
    assert found["/clanky/a0/"] == found["/clanky/"] == ShareCard("articles", "Zkušební web", "Články")
    assert found[f"/clanky/a{OWN_CARDS}/"].title == f"Článek {OWN_CARDS}"
    views = {page.url: page.view() for page in site.pages if page.url.startswith("/clanky/")}
    assert shared(views["/clanky/a0/"]).image_alt == "Články – Zkušební web"
    assert shared(views["/clanky/a0/"]).image not in views["/clanky/a0/"].linked_data, (
        "it is no picture of that page"
    )
    assert shared(views["/clanky/a39/"]).image in views["/clanky/a39/"].linked_data


def test_a_card_is_at_an_address_of_what_it_says(every_kind_plan: Site) -> None:
    card = cards(every_kind_plan)["/clanky/nocleh/"]
    urls = every_kind_plan.urls
    assert urls.card(card) == urls.card(replace(card))
    for name in ("look", "site", "title", "note"):
        assert urls.card(replace(card, **{name: "jinak"})) != urls.card(card)


@pytest.mark.parametrize(
    ("code", "locale"), [("cs", "cs_CZ"), ("en", "en_GB"), ("sl", "sl_SI"), ("uk", "uk_UA")]
)
def test_a_locale_is_a_language_where_it_is_at_home(code: str, locale: str) -> None:
    assert Language(code, code, "", NO_CATALOGUE).territorial == locale

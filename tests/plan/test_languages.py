"""Every page says its language, leads to the others and tells search engines of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_builder.plan.site import Site
from site_builder.plan.views import View

HOST = "https://web.example"

PlanOf = Callable[..., Site]


def switch(view: View, language: str) -> tuple[str, bool]:
    """Where the switcher leads, and whether it says that the page isn't translated."""
    (found,) = (one for one in view.switches if one.language == language)
    return found.url, found.untranslated


def test_the_language_follows_the_address(views: Mapping[str, View]) -> None:
    assert {view.language for url, view in views.items() if url.startswith("/en/")} == {"en"}
    assert {view.language for url, view in views.items() if not url.startswith("/en/")} == {"cs"}


def test_every_page_has_a_switcher_with_the_present_language_marked(views: Mapping[str, View]) -> None:
    for view in views.values():
        if view.layout == "embed":
            continue  # a part of its page for other sites
        assert [one.label for one in view.switches] == ["Čeština", "English"]
        assert [one.language for one in view.switches if one.current] == [view.language]
        assert switch(view, view.language) == (view.url, False)


def test_the_switcher_leads_to_the_same_page(views: Mapping[str, View]) -> None:
    assert switch(views["/clanky/nocleh/"], "en") == ("/en/articles/winter-bed/", False)
    assert switch(views["/en/articles/winter-bed/"], "cs") == ("/clanky/nocleh/", False)
    assert switch(views["/temata/bydleni/"], "en") == ("/en/topics/housing/", False)
    assert switch(views["/podcast/prvni-dil/"], "en") == ("/en/podcast/first-episode/", False)


def test_without_a_translation_it_leads_to_the_section_and_says_so(views: Mapping[str, View]) -> None:
    assert switch(views["/clanky/jen-cesky/"], "en") == ("/en/articles/", True)
    assert switch(views["/en/articles/only-english/"], "cs") == ("/clanky/", True)


def test_a_page_of_the_root_falls_back_to_the_home_page(plan_of: PlanOf) -> None:
    page = "---\ntitle: Stránka\ndescription: Perex.\n---\nText.\n"
    site = plan_of({"content/stranka.cs.md": page})
    (found,) = (page for page in site.pages if page.url == "/stranka/")
    assert switch(found.view(), "en") == ("/en/", True)


def test_the_switcher_never_leads_to_a_missing_page(views: Mapping[str, View]) -> None:
    assert {one.url for view in views.values() for one in view.switches} <= views.keys()


def test_alternates_are_reciprocal(views: Mapping[str, View]) -> None:
    for view in views.values():
        for alternate in view.alternates:
            other = views[alternate.url.removeprefix(HOST)]
            assert other.alternates == view.alternates
        if view.alternates:
            assert view.canonical in {alternate.url for alternate in view.alternates}


def test_the_default_is_the_first_language(views: Mapping[str, View]) -> None:
    found = [(one.hreflang, one.url) for one in views["/en/articles/winter-bed/"].alternates]
    assert found == [
        ("cs", f"{HOST}/clanky/nocleh/"),
        ("en", f"{HOST}/en/articles/winter-bed/"),
        ("x-default", f"{HOST}/clanky/nocleh/"),
    ]


def test_a_page_in_one_language_has_no_alternates(views: Mapping[str, View]) -> None:
    assert views["/clanky/jen-cesky/"].alternates == ()
    assert views["/en/articles/only-english/"].alternates == ()


def test_texts_and_dates_are_in_the_language_of_the_page(views: Mapping[str, View]) -> None:
    czech, english = views["/clanky/nocleh/"], views["/en/articles/winter-bed/"]
    assert czech.date is not None
    assert english.date is not None
    assert (czech.date.text, czech.date.iso) == ("1.\xa0února 2026", "2026-02-01")
    assert (english.date.text, english.date.iso) == ("1 February 2026", "2026-02-01")
    assert [link.label for link in czech.topics] == ["Bydlení", "Dluhy"]
    assert [link.label for link in english.topics] == ["Housing", "Debt"]
    assert [link.label for link in czech.breadcrumbs] == ["Úvod", "Články"]
    assert [link.label for link in english.breadcrumbs] == ["Home", "Articles"]


def test_links_in_texts_stay_in_the_language_of_the_page(views: Mapping[str, View]) -> None:
    assert 'href="/rozhovory/rozhovor/#druha-otazka"' in views["/clanky/nocleh/"].body
    assert 'href="/en/interviews/interview/#second-question"' in views["/en/articles/winter-bed/"].body


def test_a_link_to_the_other_languages_file_is_turned(plan_of: PlanOf, article: Callable[..., str]) -> None:
    body = article().replace("Text.", "[Vítejte](../people/jana.cs.md)")
    site = plan_of({"content/articles/a.en.md": body})
    (found,) = (page.view() for page in site.pages if page.url == "/en/articles/a/")
    assert 'href="/en/people/jana/"' in found.body


def test_a_link_to_a_page_that_is_in_another_language_only_says_which(
    plan_of: PlanOf, article: Callable[..., str]
) -> None:
    body = article().replace(
        "Text.", "[Jen česky](b.cs.md), [that article](b.cs.md) a [Jana](../people/jana.cs.md)"
    )
    files = {"content/articles/a.en.md": body, "content/articles/b.cs.md": article("Jen česky")}
    (found,) = (page.view() for page in plan_of(files).pages if page.url == "/en/articles/a/")
    assert '<a href="/clanky/b/" hreflang="cs" lang="cs">Jen česky</a>' in found.body  # called as the page is
    assert '<a href="/clanky/b/" hreflang="cs">that article</a>' in found.body
    assert '<a href="/en/people/jana/">Jana</a>' in found.body


def test_a_list_tells_what_is_in_another_language_only(views: Mapping[str, View]) -> None:
    def lines(url: str) -> list[tuple[str, str, str, str]]:
        found = views[url].elsewhere
        return [(line.text, line.link.label, line.link.url, line.link.language) for line in found]

    assert lines("/en/articles/") == [
        ("1 more page is in another language only (Czech):", "Články", "/clanky/", "cs")
    ]
    assert lines("/clanky/") == [
        ("Další 1 stránka je jen v\xa0jiném jazyce (angličtina):", "Articles", "/en/articles/", "en")
    ]
    assert lines("/rozhovory/") == []


def test_only_the_last_page_of_a_list_tells_it(plan_of: PlanOf, article: Callable[..., str]) -> None:
    czech = {f"content/articles/c{n}.cs.md": article(f"Článek {n}") for n in range(13)}
    english = {f"content/articles/e{n}.en.md": article(f"Article {n}") for n in range(2)}
    views = {page.url: page.view() for page in plan_of(czech | english).pages}
    assert views["/clanky/"].elsewhere == ()
    assert (
        views["/clanky/strana/2/"].elsewhere[0].text
        == "Další 2 stránky jsou jen v\xa0jiném jazyce (angličtina):"
    )
    assert views["/en/articles/"].elsewhere[0].text == "13 more pages are in another language only (Czech):"


def test_what_is_borrowed_from_the_other_language_says_so(views: Mapping[str, View]) -> None:
    player = views["/en/podcast/first-episode/"].player
    assert player is not None
    assert player.borrowed
    assert (player.chapters_language, player.transcript_language) == ("cs", "cs")


def test_a_translation_is_offered_in_its_own_language(views: Mapping[str, View]) -> None:
    def offered(url: str) -> list[str]:
        return [one.invitation for one in views[url].switches if one.invitation]

    assert offered("/clanky/nocleh/") == ["This page is also in English"]
    assert offered("/en/articles/winter-bed/") == ["Tato stránka je i\xa0v\xa0tomto jazyce: čeština"]
    assert offered("/clanky/jen-cesky/") == []

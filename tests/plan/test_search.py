"""The page that searches offers what there is to filter by, lists all titles, and holds the words of its scripts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from site_builder.languages import CATALOGUES, NO_CATALOGUE, Language, read_catalogue
from site_builder.plan.search import KINDS, search_dialog
from site_builder.plan.site import Site
from site_builder.plan.views import Search, View

PlanOf = Callable[..., Site]
EVENT = "---\ntitle: Setkání\ndate: 2025-11-01\nstarts: 2027-02-20 10:00\n---\nText.\n"


def view_of(site: Site, url: str = "/hledat/") -> View:
    return next(page for page in site.pages if page.url == url).view()


def search_of(view: View) -> Search:
    assert view.search is not None
    return view.search


def test_it_is_a_page_in_every_language_that_no_sitemap_names(plan_of: PlanOf) -> None:
    site = plan_of({})
    pages = {page.url: page for page in site.pages if not page.listed}
    assert pages.keys() >= {"/hledat/", "/en/search/"}
    assert [switch.url for switch in view_of(site).switches] == ["/hledat/", "/en/search/"]
    assert site.chromes["en"].search == "/en/search/"


def test_the_filters_offer_only_what_is_published_here(views: Mapping[str, View]) -> None:
    search = search_of(views["/hledat/"])
    assert [(choice.value, choice.label) for choice in search.kinds] == [
        ("articles", "Články"),
        ("interviews", "Rozhovory"),
        ("examples", "Příklady"),
        ("episodes", "Podcast"),
        ("events", "Akce"),
        ("presentations", "Prezentace"),
        ("people", "Lidé"),
        ("pages", "Ostatní stránky"),
    ]
    assert [(choice.value, choice.label) for choice in search.topics] == [
        ("housing", "Bydlení"),
        ("debt", "Dluhy"),
    ]
    topics = search_of(views["/en/search/"]).topics
    assert [choice.url for choice in topics] == [link.url for link in views["/en/topics/"].links]


def test_a_kind_without_pages_is_not_offered(plan_of: PlanOf) -> None:
    kinds = [choice.value for choice in search_of(view_of(plan_of({}), "/hledat/")).kinds]
    assert "events" not in kinds


def test_all_titles_are_listed_by_year_and_those_without_a_date_by_kind(
    plan_of: PlanOf, article: Callable[..., str]
) -> None:
    site = plan_of(
        {
            "content/articles/a.cs.md": article("Loňský", "2025-12-31 23:30"),
            "content/articles/b.cs.md": article("Novoroční", "2026-01-01 00:30"),
            "content/articles/c.cs.md": article("Dubnový", "2026-04-01"),
            "content/events/d.cs.md": EVENT,
            "content/people/eva.cs.md": "---\ntitle: Eva\n---\nText.\n",
            "content/o-nas.cs.md": "---\ntitle: O nás\n---\nText.\n",
        }
    )
    search = search_of(view_of(site))
    ours = {"Loňský", "Novoroční", "Dubnový", "Setkání", "Eva", "O\xa0nás"}
    found = [
        (titles.heading, [link.label for link in titles.links if link.label in ours])
        for titles in search.titles
    ]
    assert [entry for entry in found if entry[1]] == [
        ("2027", ["Setkání"]),
        ("2026", ["Dubnový", "Novoroční"]),
        ("2025", ["Loňský"]),
        ("Lidé", ["Eva"]),
        ("Ostatní stránky", ["O\xa0nás"]),
    ]
    years = [titles.heading for titles in search.titles if titles.heading.isdigit()]
    assert [choice.value for choice in search.years] == years
    listed = sum(len(titles.links) for titles in search.titles)
    edition = site.editions.by_code["cs"]
    assert search.count == listed == len(edition.documents) + len(edition.library.shows)


def test_the_dialog_brings_the_words_and_topics_but_no_titles(plan_of: PlanOf) -> None:
    site = plan_of({})
    page, dialog = search_of(view_of(site, "/en/search/")), search_dialog(site.editions.by_code["en"])
    assert (dialog.words, dialog.topics, dialog.url) == (page.words, page.topics, page.url)
    assert dialog.titles == ()


def test_the_words_are_of_the_language(views: Mapping[str, View]) -> None:
    czech, english = (search_of(views[url]).words for url in ("/hledat/", "/en/search/"))
    assert czech["found"] == {"one": "{n} výsledek", "few": "{n} výsledky", "other": "{n} výsledků"}
    assert english["found"] == {"one": "{n} result", "other": "{n} results"}
    assert (czech["language"], english["language"]) == ("cs", "en-GB")
    assert english["index"] == "/en/search/index/"
    assert czech["second"] == "v\xa0nahrávce v\xa0čase {time}"


@pytest.mark.parametrize("name", ["kinds", "all"])
def test_every_kind_has_its_words(views: Mapping[str, View], name: str) -> None:
    words = search_of(views["/hledat/"]).words[name]
    assert isinstance(words, dict)
    assert list(words) == [kind.value for kind in KINDS]


def test_a_plural_that_is_not_translated_is_english(tmp_path: Path) -> None:
    polish = tmp_path / "pl.po"
    rule = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    polish.write_text(f'msgid ""\nmsgstr ""\n"Plural-Forms: {rule}\\n"\n', encoding="utf-8")
    language = Language("pl", "Polski", "pl/", read_catalogue(polish))
    assert language.plural_forms("{n} result", "{n} results") == {
        "one": "{n} result",
        "few": "{n} results",
        "many": "{n} results",
    }


def test_the_forms_are_those_that_the_tool_itself_would_use() -> None:
    language = Language("cs", "Čeština", "", read_catalogue(CATALOGUES / "cs.po"))
    forms = language.plural_forms("{n} result", "{n} results")
    for category, n in (("one", 1), ("few", 3), ("other", 0), ("other", 5), ("other", 122)):
        assert forms[category].format(n=n) == language.plural("{n} result", "{n} results", n)
    assert Language("en", "English", "", NO_CATALOGUE).tag == "en-GB"

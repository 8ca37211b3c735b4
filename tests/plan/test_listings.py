"""Sections and topics list their documents, the newest first, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from site_builder.plan.listings import PAGE_SIZE
from site_builder.plan.site import Site
from site_builder.plan.views import View

PlanOf = Callable[..., Site]


def views_of(site: Site) -> Mapping[str, View]:
    return {page.url: page.view() for page in site.pages}


def articles(count: int, article: Callable[..., str], language: str = "cs") -> dict[str, str]:
    """`count` articles, one a day, numbered from the oldest."""
    return {
        f"content/articles/a{n}.{language}.md": article(
            f"Článek {n}", f"2026-{1 + n // 28:02}-{1 + n % 28:02}", topics="[housing]"
        )
        for n in range(count)
    }


def titles(view: View) -> list[str]:
    return [card.title for card in view.shelves[0].cards]


@pytest.mark.parametrize(
    ("count", "pages"), [(1, 1), (PAGE_SIZE, 1), (PAGE_SIZE + 1, 2), (2 * PAGE_SIZE, 2), (25, 3)]
)
def test_a_section_has_as_many_pages_as_it_needs(
    plan_of: PlanOf, article: Callable[..., str], count: int, pages: int
) -> None:
    views = views_of(plan_of(articles(count, article)))
    urls = ["/clanky/", *(f"/clanky/strana/{n}/" for n in range(2, pages + 1))]
    assert f"/clanky/strana/{pages + 1}/" not in views
    assert "/clanky/strana/1/" not in views
    listed = [title for url in urls for title in titles(views[url])]
    assert listed == [f"Článek {n}" for n in reversed(range(count))]
    assert all(len(titles(views[url])) <= PAGE_SIZE for url in urls)


def test_the_pager_leads_forth_and_back(plan_of: PlanOf, article: Callable[..., str]) -> None:
    views = views_of(plan_of(articles(3 * PAGE_SIZE, article)))
    first, middle, last = (views[url].pager for url in ("/clanky/", "/clanky/strana/2/", "/clanky/strana/3/"))
    assert first is not None
    assert middle is not None
    assert last is not None
    assert first.previous is None
    assert first.next is not None
    assert first.next.url == "/clanky/strana/2/"
    assert middle.previous is not None
    assert middle.previous.url == "/clanky/"
    assert middle.next is not None
    assert middle.next.url == "/clanky/strana/3/"
    assert last.next is None
    assert [link.label for link in middle.pages if link.current] == ["2"]


def test_a_long_pager_leaves_pages_out(plan_of: PlanOf, article: Callable[..., str]) -> None:
    views = views_of(plan_of(articles(9 * PAGE_SIZE, article)))
    pagers = {n: views[f"/clanky/strana/{n}/" if n > 1 else "/clanky/"].pager for n in (1, 4, 5, 9)}
    shown = {n: [link.label for link in pager.pages] for n, pager in pagers.items() if pager}
    assert shown == {
        1: ["1", "2", "3", "…", "9"],
        4: ["1", "2", "3", "4", "5", "6", "…", "9"],
        5: ["1", "…", "3", "4", "5", "6", "7", "…", "9"],
        9: ["1", "…", "7", "8", "9"],
    }


def test_one_page_has_no_pager(plan_of: PlanOf, article: Callable[..., str]) -> None:
    assert views_of(plan_of(articles(2, article)))["/clanky/"].pager is None


def test_further_pages_of_a_list_lead_to_its_beginning_where_it_is_shorter(
    plan_of: PlanOf, article: Callable[..., str]
) -> None:
    files = articles(PAGE_SIZE + 1, article) | articles(1, article, "en")
    second = views_of(plan_of(files))["/clanky/strana/2/"]
    assert [(one.url, one.untranslated) for one in second.switches] == [
        ("/clanky/strana/2/", False),
        ("/en/articles/", False),
    ]
    assert second.alternates == ()


def test_a_section_without_documents_in_one_language_is_there_all_the_same(
    plan_of: PlanOf, article: Callable[..., str]
) -> None:
    assert titles(views_of(plan_of(articles(1, article)))["/en/articles/"]) == []


def test_a_section_without_documents_is_not_there(plan_of: PlanOf) -> None:
    assert "/akce/" not in views_of(plan_of({}))


def test_topics_are_pages_where_documents_have_them(plan_of: PlanOf, article: Callable[..., str]) -> None:
    views = views_of(plan_of(articles(PAGE_SIZE + 1, article)))
    assert len(titles(views["/temata/bydleni/"])) == PAGE_SIZE
    assert titles(views["/temata/bydleni/strana/2/"]) == ["Článek 1", "Článek 0"]
    assert [link.label for link in views["/temata/"].links] == ["Bydlení"]
    assert "/temata/dluhy/" not in views


def test_topics_are_sorted_by_their_labels(views: Mapping[str, View]) -> None:
    assert [link.label for link in views["/temata/"].links] == ["Bydlení", "Dluhy"]
    assert [link.label for link in views["/en/topics/"].links] == ["Debt", "Housing"]


def test_events_begin_with_the_next_one_and_end_with_those_that_are_over(
    plan_of: PlanOf, article: Callable[..., str]
) -> None:
    """It is the first of June."""
    days = ("2026-08-08", "2026-05-01", "2026-06-02", "2026-05-31", "2026-07-01")
    files = {
        f"content/events/e{n}.cs.md": article(day, f"2026-01-0{n + 1}", starts=day)
        for n, day in enumerate(days)
    }
    cards = views_of(plan_of(files))["/akce/"].shelves[0].cards
    assert [(card.title, card.kind_label) for card in cards] == [
        ("2026-06-02", "Akce"),
        ("2026-07-01", "Akce"),
        ("2026-08-08", "Akce"),
        ("2026-05-31", "Minulá akce"),
        ("2026-05-01", "Minulá akce"),
    ]


def test_people_are_sorted_by_surname(views: Mapping[str, View]) -> None:
    assert titles(views["/lide/"]) == ["Petr Černý", "Jana Nováková"]


def test_surnames_with_diacritics_are_sorted_as_czechs_do(plan_of: PlanOf) -> None:
    names = ["Eva Žáková", "Jan Zeman", "Ota Čáp", "Iva Cibulková", "Petr Šrám"]
    files = {
        f"content/people/p{n}.cs.md": f"---\ntitle: {name}\ndescription: Perex.\n---\nText.\n"
        for n, name in enumerate(names)
    }
    assert titles(views_of(plan_of(files))["/lide/"]) == [
        "Iva Cibulková",
        "Ota Čáp",
        "Jana Nováková",
        "Petr Šrám",
        "Jan Zeman",
        "Eva Žáková",
    ]

"""The home page shows the parts that its front matter lists, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_builder.plan.site import Site
from site_builder.plan.views import HomePartView, View

PlanOf = Callable[..., Site]
Article = Callable[..., str]


def home_of(site: Site, url: str = "/") -> View:
    return next(page.view() for page in site.pages if page.url == url)


def composed(*parts: str) -> dict[str, str]:
    """A Czech home page of `parts`, each as an item of a YAML list."""
    items = "".join(f"  - {part}\n" for part in parts)
    return {"content/index.cs.md": f"---\ntitle: Vítejte\ndescription: Perex.\nhome:\n{items}---\nText.\n"}


def names(view: View) -> list[str]:
    return [part.shelf.kind or part.shelf.heading if part.shelf else part.name for part in view.home]


def titles(part: HomePartView) -> list[str]:
    return [card.title for card in part.shelf.cards] if part.shelf else []


def test_a_home_page_that_says_nothing_shows_the_newest_of_each_kind_the_podcast_first(
    views: Mapping[str, View],
) -> None:
    home = views["/"]
    assert home.title == "Vítejte"
    assert names(home) == [
        "hero",
        "episodes",
        "text",
        "articles",
        "interviews",
        "examples",
        "presentations",
    ]
    assert titles(home.home[3]) == ["Nocleh na zimu", "Jen česky"]
    assert titles(views["/en/"].home[3]) == ["A bed for the winter", "Only English"]


def test_parts_stand_in_the_order_of_the_list(plan_of: PlanOf, article: Article) -> None:
    files = composed("text", "{newest: articles, count: 2}", "hero", "topics") | {
        f"content/articles/a{n}.cs.md": article(f"Článek {n}", f"2026-03-0{n}") for n in (1, 2, 3)
    }
    home = home_of(plan_of(files))
    assert names(home) == ["text", "articles", "hero", "topics"]
    assert titles(home.home[1]) == ["Článek 3", "Článek 2"]
    assert [link.label for link in home.home[3].links] == ["Bydlení"]


def test_chosen_pages_stand_under_their_heading_in_their_order(plan_of: PlanOf, article: Article) -> None:
    files = composed(
        "hero", "{title: Začněte tady, pages: [people/jana.cs.md, articles/a.en.md, ../podcast/prvni.cs.md]}"
    ) | {"content/articles/a.en.md": article("Only English")}
    home = home_of(plan_of(files))
    assert names(home) == ["hero", "Začněte tady"]
    assert titles(home.home[1]) == ["Jana Nováková", "Only English", "První díl"]


def test_the_hero_leads_to_the_sections_that_there_are(plan_of: PlanOf) -> None:
    home = home_of(plan_of(composed("hero")))
    assert [link.url for link in home.home[0].links] == ["/podcast/"]


def test_the_hero_can_have_buttons_of_its_own(plan_of: PlanOf) -> None:
    buttons = "hero: [{title: Kdo píše, to: people/jana.cs.md}, {title: Poslech, to: episodes}]"
    home = home_of(plan_of(composed(buttons)))
    assert [(link.label, link.url) for link in home.home[0].links] == [
        ("Kdo píše", "/lide/jana/"),
        ("Poslech", "/podcast/"),
    ]


def test_parts_without_anything_to_show_are_left_out(plan_of: PlanOf) -> None:
    assert names(home_of(plan_of(composed("hero", "newest: articles", "newest: events")))) == ["hero"]


def test_events_that_are_over_are_no_news(plan_of: PlanOf, article: Article) -> None:
    """It is noon of 1 June 2026, UTC: 14:00 in Prague."""
    when = {
        "včera": "2026-05-31",
        "ráno": "2026-06-01 08:00",
        "dnes": "2026-06-01",
        "právě": "2026-06-01 09:00\nends: 2026-06-01 16:00",
        "zítra": "2026-06-02",
        "později": "2026-07-01",
    }
    files = composed("hero", "newest: events") | {
        f"content/events/e{n}.cs.md": article(title, starts=starts)
        for n, (title, starts) in enumerate(when.items())
    }
    assert titles(home_of(plan_of(files)).home[1]) == ["dnes", "právě", "zítra"]

"""An episode that names its texts is offered by them, in the reader's language where it can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from sites import SITES

from site_builder.plan.site import Site
from site_builder.plan.views import View
from site_builder.project import prepare

PlanOf = Callable[..., Site]
Article = Callable[..., str]
MakeSite = Callable[[Mapping[str, str]], Path]

FIRST = (SITES / "base/podcast/prvni.cs.md").read_text(encoding="utf-8")


def view_of(site: Site, url: str) -> View:
    return next(page.view() for page in site.pages if page.url == url)


def reading(*paths: str) -> dict[str, str]:
    """The first Czech episode, with the texts at `paths`."""
    return {"podcast/prvni.cs.md": FIRST.replace("hosts:", f"read: [{', '.join(paths)}]\nhosts:", 1)}


def test_a_text_and_its_episode_lead_to_each_other(plan_of: PlanOf, article: Article) -> None:
    files = reading("../content/articles/bus.cs.md") | {"content/articles/bus.cs.md": article("Autobus")}
    site = plan_of(files)
    assert [(link.label, link.url) for link in view_of(site, "/podcast/prvni-dil/").read] == [
        ("Autobus", "/clanky/bus/")
    ]
    (listen,) = view_of(site, "/clanky/bus/").listen
    assert listen.url == "/podcast/prvni-dil/"
    assert listen.label.startswith("První díl (")
    assert listen.label.endswith("\xa0s)"), "its duration"


def test_each_language_leads_to_its_own_versions(plan_of: PlanOf, article: Article) -> None:
    files = reading("../content/articles/bus.cs.md") | {
        "content/articles/bus.cs.md": article("Autobus"),
        "content/articles/bus.en.md": article("The bus"),
    }
    site = plan_of(files)
    (read,) = view_of(site, "/en/podcast/first-episode/").read
    assert (read.label, read.url, read.language) == ("The bus", "/en/articles/bus/", "")
    (listen,) = view_of(site, "/en/articles/bus/").listen
    assert (listen.url, listen.language) == ("/en/podcast/first-episode/", "")


def test_a_text_in_another_language_is_marked(plan_of: PlanOf, article: Article) -> None:
    files = reading("../content/articles/bus.cs.md") | {"content/articles/bus.cs.md": article("Autobus")}
    (read,) = view_of(plan_of(files), "/en/podcast/first-episode/").read
    assert (read.label, read.language) == ("Autobus", "cs")


def test_an_episode_in_another_language_is_marked(
    make_site: MakeSite, article: Article, now: datetime
) -> None:
    only_czech = (
        FIRST.replace("000000000001", "000000000002")
        .replace("episode: 1", "episode: 2")
        .replace("slug: prvni-dil\n", "")
    )
    files = {
        "podcast/druhy.cs.md": only_czech.replace(
            "hosts:", "read: [../content/articles/bus.cs.md]\nhosts:", 1
        ),
        "content/articles/bus.cs.md": article("Autobus"),
        "content/articles/bus.en.md": article("The bus"),
    }
    site = prepare(
        make_site(files), "https://web.example/", now
    ).site  # it shares its audio, which doesn't matter here
    assert site is not None
    (listen,) = view_of(site, "/en/articles/bus/").listen
    assert (listen.url, listen.language) == ("/podcast/druhy/", "cs")


def test_two_texts_share_an_episode(plan_of: PlanOf, article: Article) -> None:
    files = reading("../content/articles/a.cs.md", "../content/articles/b.cs.md") | {
        f"content/articles/{name}.cs.md": article(name) for name in "ab"
    }
    site = plan_of(files)
    assert [link.label for link in view_of(site, "/podcast/prvni-dil/").read] == ["a", "b"]
    assert all(len(view_of(site, f"/clanky/{name}/").listen) == 1 for name in "ab")

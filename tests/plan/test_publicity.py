"""Every page and feed says whose money it is made with, and of which project (Regulation (EU) 2021/1060)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from site_builder.feeds.extensions import DESCRIPTION
from site_builder.finish import outputs
from site_builder.plan.publicity import publicity_text
from site_builder.plan.site import Site

PlanOf = Callable[..., Site]

PROJECTS = """\
projects:
  centrum: {name: {cs: Centrum inovací, en: Innovation Centre}, number: CZ.03.01/0001, fund: {cs: ESF+, en: ESF Plus}}
  rozvoj: {name: {cs: Rozvoj, en: Development}}
"""


@pytest.fixture
def site_of(plan_of: PlanOf, every_kind: Path) -> Callable[..., Site]:
    """The plan of the base site with two projects and the given files."""
    settings = (every_kind / "content/site.yml").read_text(encoding="utf-8") + PROJECTS

    def plan(files: Mapping[str, str]) -> Site:
        return plan_of({"content/site.yml": settings} | files)

    return plan


def shown(site: Site, url: str) -> tuple[str, ...]:
    """The projects that the page at `url` says it is of."""
    (view,) = (page.view() for page in site.pages if page.url == url)
    publicity = view.publicity or site.chromes[view.language].publicity
    assert publicity is not None
    return tuple(project.label for project in publicity.projects)


def test_a_page_is_of_the_first_project(site_of: Callable[..., Site]) -> None:
    site = site_of({})
    assert shown(site, "/") == ("Centrum inovací, reg. č.\xa0CZ.03.01/0001, ESF+",)
    assert shown(site, "/en/") == ("Innovation Centre, registration number CZ.03.01/0001, ESF Plus",)


def test_a_page_may_be_of_another_project_or_of_several(
    site_of: Callable[..., Site], article: Callable[..., str]
) -> None:
    site = site_of(
        {
            "content/articles/jeden.cs.md": article(project="rozvoj"),
            "content/articles/dva.cs.md": article(project="[rozvoj, centrum]"),
        }
    )
    assert shown(site, "/clanky/jeden/") == ("Rozvoj",)
    assert shown(site, "/clanky/dva/") == ("Rozvoj", "Centrum inovací, reg. č.\xa0CZ.03.01/0001, ESF+")
    assert shown(site, "/clanky/") == shown(site, "/")


def test_a_site_without_a_statement_shows_none(plan_of: PlanOf) -> None:
    settings = "languages: {cs: {name: Čeština, title: Web}, en: {name: English, title: Web}}\n" + PROJECTS
    site = plan_of({"content/site.yml": settings})
    assert [chrome.publicity for chrome in site.chromes.values()] == [None, None]
    assert [publicity_text(edition) for edition in site.editions] == ["", ""]


def test_an_episode_and_its_player_elsewhere_are_of_the_same_project(
    site_of: Callable[..., Site], every_kind: Path
) -> None:
    episode = (every_kind / "podcast/prvni.cs.md").read_text(encoding="utf-8")
    site = site_of({"podcast/prvni.cs.md": episode.replace("---\n", "---\nproject: rozvoj\n", 1)})
    (url,) = (page.url for page in site.pages if page.url.endswith("/embed/") and "/en/" not in page.url)
    assert shown(site, url) == shown(site, url.removesuffix("embed/")) == ("Rozvoj",)


def test_feeds_end_their_description_with_it(site_of: Callable[..., Site], every_kind: Path) -> None:
    show = (every_kind / "podcast/show.yml").read_text(encoding="utf-8")
    longest = re.sub("(?m)^description:.*$", f"description: {{cs: {'slovo ' * 800}, en: Text}}", show)
    feeds = dict(outputs(site_of({"podcast/show.yml": longest})))
    line = "Spolufinancováno Evropskou unií. Projekt: Centrum inovací, reg. č.\xa0CZ.03.01/0001, ESF+."
    description = re.findall("<description>(.*?)</description>", feeds["podcast/feed.xml"].decode())[0]
    assert description.endswith(f"… {line}")
    assert len(description.encode()) <= DESCRIPTION
    assert f"{line}</subtitle>" in feeds["atom.xml"].decode()


def test_an_episode_of_another_project_says_so_in_the_feed(
    site_of: Callable[..., Site], every_kind: Path
) -> None:
    episode = (every_kind / "podcast/prvni.cs.md").read_text(encoding="utf-8")
    site = site_of({"podcast/prvni.cs.md": episode.replace("---\n", "---\nproject: rozvoj\n", 1)})
    feed = dict(outputs(site))["podcast/feed.xml"].decode()
    item = feed[feed.index("<item>") :]
    line = "Spolufinancováno Evropskou unií. Projekt: Rozvoj."
    assert f"{line}]]></description>" in item
    assert f"<p>{line}</p>" in item


def test_the_name_of_a_project_leads_to_the_page_that_describes_it(plan_of: PlanOf, every_kind: Path) -> None:
    settings = (every_kind / "content/site.yml").read_text(encoding="utf-8")
    settings += "projects: {rozvoj: {name: {cs: Rozvoj, en: Development}, page: people/jana.cs.md}}\n"
    site = plan_of({"content/site.yml": settings})
    assert [
        project.url
        for chrome in site.chromes.values()
        if chrome.publicity
        for project in chrome.publicity.projects
    ] == ["/lide/jana/", "/en/people/jana/"]

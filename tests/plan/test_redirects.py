"""Addresses that pages had before lead to the pages as they are now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from sites import SITES

from site_builder.plan.site import Site
from site_builder.project import Project, prepare
from site_builder.repairs import Replacement

Article = Callable[..., str]
PlanOf = Callable[..., Site]
MakeSite = Callable[[Mapping[str, str]], Path]

A, B = "content/articles/a.cs.md", "content/articles/b.cs.md"
URL = "https://web.example/"


def leading(site: Site | None) -> dict[str, str]:
    """Where each redirect leads that a page asked for; topics that no page is on have some too."""
    assert site is not None
    topics = {site.urls.topics(edition.code) for edition in site.editions}
    return {redirect.url: redirect.to for redirect in site.redirects if redirect.to not in topics}


def codes(project: Project) -> list[tuple[str, str]]:
    return [(problem.at.path, problem.code) for problem in project.problems]


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("stara", "/clanky/stara/"),
        ("Stará_2", "/clanky/Star%C3%A1_2/"),
        ("2019", "/clanky/2019/"),
        ("/stara/", "/stara/"),
        ("/stara", "/stara/"),
        ("/stara/index.html", "/stara/"),
        ("/Stara.html", "/Stara.html"),
        ("/stara.htm", "/stara.htm"),
        ("/verze-2.0", "/verze-2.0/"),
        ("/star%C3%A1/", "/star%C3%A1/"),
        ("/stará/", "/star%C3%A1/"),
        ("/a%20b,c(d).html", "/a%20b,c(d).html"),
        ("/sto%25/", "/sto%25/"),
        ("https://web.example/stara", "/stara/"),
        ("HTTP://WEB.example/stara/", "/stara/"),
        ("web.example/stara/", "/stara/"),
    ],
)
def test_an_address_is_settled_as_the_site_serves_it(
    plan_of: PlanOf, article: Article, written: str, url: str
) -> None:
    site = plan_of({A: article(redirect_from=f'"{written}"')})
    assert leading(site) == {url: "/clanky/a/"}
    assert {redirect.at.path for redirect in site.redirects if redirect.url == url} == {A}


def test_a_former_slug_is_of_the_pages_own_section_and_language(plan_of: PlanOf, article: Article) -> None:
    page = "---\ntitle: Název\ndescription: Perex.\nredirect_from: driv\n---\nText.\n"
    episode = (SITES / "base/podcast/prvni.en.md").read_text("utf-8")
    site = plan_of(
        {
            A: article(redirect_from="driv"),
            "content/articles/a.en.md": article(slug="one", redirect_from="[driv, /driv/a/]"),
            "content/index.cs.md": page,
            "content/o-nas.en.md": page,
            "podcast/prvni.en.md": episode.replace("slug:", "redirect_from: driv\nslug:"),
        }
    )
    assert leading(site) == {
        "/clanky/driv/": "/clanky/a/",
        "/driv/": "/",
        "/driv/a/": "/en/articles/one/",
        "/en/articles/driv/": "/en/articles/one/",
        "/en/driv/": "/en/o-nas/",
        "/en/podcast/driv/": "/en/podcast/first-episode/",
        "/en/podcast/driv/embed/": "/en/podcast/first-episode/embed/",
    }
    assert {redirect.url: redirect.language for redirect in site.redirects}["/driv/a/"] == "en"


def test_a_site_below_a_path_has_its_redirects_there(
    make_site: MakeSite, now: datetime, article: Article
) -> None:
    settings = (SITES / "base/mkdocs.yml").read_text("utf-8").replace(URL, f"{URL}web/")
    written = f"[/stara/, /web/znama/, /web, {URL}web/cela/, {URL}stara/, https://jinde.example/web/stara/, /webova/]"
    project = prepare(
        make_site({"mkdocs.yml": settings, A: article(redirect_from=written)}), f"{URL}web/", now
    )
    assert leading(project.site) == dict.fromkeys(
        ("/web/stara/", "/web/znama/", "/web/cela/", "/web/webova/"), "/web/clanky/a/"
    )
    assert codes(project) == [(A, code) for code in ("redirect-clash", *["redirect-elsewhere"] * 2)]


def test_a_folder_of_the_site_that_is_called_as_its_base_counts(
    make_site: MakeSite, now: datetime, article: Article
) -> None:
    settings = (SITES / "base/mkdocs.yml").read_text("utf-8").replace(URL, f"{URL}clanky/")
    files = {"mkdocs.yml": settings, A: article(redirect_from="/clanky/stara/")}
    site = prepare(make_site(files), f"{URL}clanky/", now).site
    assert leading(site) == {"/clanky/clanky/stara/": "/clanky/clanky/a/"}


@pytest.mark.parametrize(
    ("written", "may_move"),
    [
        ("/clanky/b/", True),
        ("/clanky/", False),
        ("/", False),
        ("/podcast/feed.xml", False),
        ("/sw.js", False),
    ],
)
def test_only_of_what_an_editor_can_move_it_is_said(
    make_site: MakeSite, now: datetime, article: Article, written: str, may_move: bool
) -> None:
    page = "---\ntitle: Název\ndescription: Perex.\n---\nText.\n"
    files = {A: article(redirect_from=f'"{written}"'), B: article(), "content/index.cs.md": page}
    (problem,) = prepare(make_site(files), URL, now).problems
    assert (problem.code, "its slug" in problem.hint) == ("redirect-clash", may_move)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("/a/, /b/", "[/a/, /b/]"),
        ("/a/,/b.html", "[/a/, /b.html]"),
        ("driv, /b/", "[driv, /b/]"),
        ('"/a/, /b/"', "[/a/, /b/]"),
        ("[neco/a]", "/neco/a"),
        ("[../neco]", None),
        ("[./neco]", None),
        ("[a/../neco]", None),
        ('["..\\\\neco"]', None),
        ('["%2e%2e/neco"]', None),
    ],
)
def test_only_what_passes_is_offered(
    make_site: MakeSite, now: datetime, article: Article, written: str, right: str | None
) -> None:
    (problem,) = prepare(make_site({A: article(redirect_from=written)}), URL, now).problems
    assert problem.code == "redirect-address"
    assert (problem.repair.new if isinstance(problem.repair, Replacement) else None) == right


def test_two_pages_that_want_each_others_address_stay_where_they_are(
    make_site: MakeSite, now: datetime, article: Article
) -> None:
    files = {A: article(redirect_from="b"), B: article(redirect_from="/clanky/a/")}
    project = prepare(make_site(files), URL, now)
    assert codes(project) == [(A, "redirect-clash"), (B, "redirect-clash")]
    assert leading(project.site) == {}


@pytest.mark.parametrize(
    "fields", [{"draft": "true"}, {"expires": "2026-04-01"}, {"date": "2026-12-01"}], ids=str
)
def test_the_address_of_a_page_that_nobody_sees_may_lead_on(
    make_site: MakeSite, now: datetime, article: Article, fields: dict[str, str]
) -> None:
    """A chain would be: what led to that page doesn't lead on."""
    files = {A: article(redirect_from="[b]"), B: article(redirect_from="[c]", **fields)}
    root = make_site(files)
    project = prepare(root, URL, now)
    assert codes(project) == []
    assert leading(project.site) == {"/clanky/b/": "/clanky/a/"}
    preview = prepare(root, URL, now, preview=True)
    assert codes(preview) == []
    assert leading(preview.site) == {"/clanky/c/": "/clanky/b/"}, "the page itself is shown"


def test_where_a_draft_wants_the_same_address_the_published_page_has_it(
    make_site: MakeSite, now: datetime, article: Article
) -> None:
    files = {A: article(redirect_from="stara", draft="true"), B: article(redirect_from="stara")}
    preview = prepare(make_site(files), URL, now, preview=True)
    assert codes(preview) == [(A, "redirect-taken")]
    assert preview.is_publishable
    assert leading(preview.site) == {"/clanky/stara/": "/clanky/b/"}


@pytest.mark.parametrize(
    ("first", "second", "problems"),
    [
        ("/stara.html", "/stara.html/", ["redirect-taken"]),
        ("/stara.html", "/stara.html/pod/", ["redirect-taken"]),
        ("/stara.html/pod/", "/stara.html", ["redirect-taken"]),
        ("/stara/", "/STARA/", ["redirect-taken"]),
        ("/stara/", "/stara/pod/", []),
        ("/stara/", "/stara.html", []),
        ("/index.php", "/index.php/clanek/", ["redirect-by-host-only"]),
        ("/index.php/clanek/", "/Index.php", ["redirect-by-host-only"]),
    ],
)
def test_two_addresses_need_two_files_on_any_disk(
    make_site: MakeSite, now: datetime, article: Article, first: str, second: str, problems: list[str]
) -> None:
    files = {A: article(redirect_from=first), B: article(redirect_from=second)}
    assert [code for _, code in codes(prepare(make_site(files), URL, now))] == problems


def test_one_page_may_have_had_addresses_that_differ_in_capitals(plan_of: PlanOf, article: Article) -> None:
    site = plan_of({A: article(redirect_from="[/Stara.html, /stara.html]")})
    assert list(leading(site)) == ["/Stara.html", "/stara.html"]


def test_a_topic_with_another_name_is_found_by_the_one_before(plan_of: PlanOf, article: Article) -> None:
    topics = "housing: {cs: Bydlení, en: Housing, redirect_from: [/temata/byty/, /en/topics/flats/]}\n"
    site = plan_of({"content/topics.yml": topics, A: article(topics="[housing]")})
    assert leading(site) == {"/temata/byty/": "/temata/bydleni/", "/en/topics/flats/": "/en/topics/housing/"}


def test_a_link_to_an_old_address_is_told_the_page(
    make_site: MakeSite, now: datetime, article: Article
) -> None:
    files = {
        A: article(redirect_from="[stara, /prastara.html]"),
        B: article()
        + "Čtěte [starou stránku](/clanky/stara/) a [ještě starší](https://web.example/prastara.html)\n",
    }
    problems = prepare(make_site(files), URL, now).problems
    assert [(problem.code, problem.values["right"]) for problem in problems] == [
        ("built-address", "a.cs.md")
    ] * 2


def test_a_topic_that_no_page_is_on_leads_to_all_topics(plan_of: PlanOf) -> None:
    """It had a page when a page was on it, and will have one again."""
    site = plan_of({})
    led = {redirect.url: redirect.to for redirect in site.redirects}
    assert led == {"/temata/dluhy/": "/temata/", "/en/topics/debt/": "/en/topics/"}


def test_the_player_of_an_episode_moves_with_its_page(plan_of: PlanOf) -> None:
    text = (SITES / "base/podcast/prvni.cs.md").read_text(encoding="utf-8")
    moved = text.replace("slug: prvni-dil", "slug: novy\nredirect_from: prvni-dil")
    led = leading(plan_of({"podcast/prvni.cs.md": moved}))
    assert led == {
        "/podcast/prvni-dil/": "/podcast/novy/",
        "/podcast/prvni-dil/embed/": "/podcast/novy/embed/",
    }

"""URLs follow from a page's language, kind and slug, below the path of `site_url`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from site_builder.plan.site import Site
from site_builder.plan.urls import Urls
from site_builder.plan.views import View

PlanOf = Callable[..., Site]


@pytest.mark.parametrize(
    "url",
    [
        "/",
        "/en/",
        "/clanky/",
        "/en/articles/",
        "/clanky/nocleh/",
        "/en/articles/winter-bed/",
        "/rozhovory/rozhovor/",
        "/en/interviews/interview/",
        "/priklady/priklad/",
        "/en/examples/example/",
        "/akce/setkani/",
        "/en/events/meeting/",
        "/prezentace/prednaska/",
        "/en/presentations/talk/",
        "/lide/petr/",
        "/en/people/petr/",
        "/podcast/",
        "/en/podcast/",
        "/podcast/prvni-dil/",
        "/en/podcast/first-episode/",
        "/temata/",
        "/en/topics/",
        "/temata/bydleni/",
        "/en/topics/housing/",
        "/o-nas/",
        "/en/about-us/",
    ],
)
def test_every_page_has_its_address(views: Mapping[str, View], url: str) -> None:
    assert views[url].url == url
    assert views[url].canonical == f"https://web.example{url}"


def test_files_have_addresses_that_no_page_decides(plan_of: PlanOf, article: Callable[..., str]) -> None:
    site = plan_of({"content/articles/a/index.cs.md": article(), "content/articles/a/dum.svg": "<svg/>"})
    assert site.files == {
        "/media/articles/a/dum.svg": "content/articles/a/dum.svg",
        "/podcast/audio/prvni.cs.mp3": "podcast/prvni.cs.mp3",
    }
    assert site.pictures["/podcast/audio/cover.jpg"].path == "podcast/cover.jpg"


@pytest.mark.parametrize(
    ("site_url", "origin", "base"),
    [
        ("https://web.example", "https://web.example", "/"),
        ("https://web.example/", "https://web.example", "/"),
        ("https://web.example/obec/web", "https://web.example", "/obec/web/"),
        ("", "", "/"),
    ],
)
def test_the_site_may_lie_below_a_path(plan_of: PlanOf, site_url: str, origin: str, base: str) -> None:
    site = plan_of({}, site_url)
    assert (site.urls.origin, site.urls.base) == (origin, base)
    assert all(page.url.startswith(base) for page in site.pages)
    assert all(url.startswith(base) for url in site.files)


def test_the_folder_of_the_site_has_no_base_path(plan_of: PlanOf) -> None:
    urls = plan_of({}, "https://web.example/obec/").urls
    assert isinstance(urls, Urls)
    assert urls.output("/obec/") == "index.html"
    assert urls.output("/obec/clanky/a/") == "clanky/a/index.html"
    assert urls.output("/obec/atom.xml") == "atom.xml"


def test_a_file_is_written_under_its_name_and_linked_with_its_url(
    plan_of: PlanOf, article: Callable[..., str]
) -> None:
    site = plan_of({"content/articles/a.cs.md": article(), "content/Dům č. 1.svg": "<svg/>"})
    url = "/media/D%C5%AFm%20%C4%8D.%201.svg"
    assert site.files[url] == "content/Dům č. 1.svg"
    assert site.urls.output(url) == "media/Dům č. 1.svg"

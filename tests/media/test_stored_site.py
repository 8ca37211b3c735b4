"""A site whose audio is stored elsewhere plays it and links to it there, and holds none of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sites import SITES, copy_site

from site_builder.plan.site import Site
from site_builder.plugin import build_site
from site_builder.project import prepare
from site_builder.verify import verify

URL = "https://media.example/201da7535dbd/prvni.cs.mp3"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_site(SITES / "valid" / "stored-audio", tmp_path_factory.mktemp("stored") / "site")


@pytest.fixture(scope="module")
def site(project: Path) -> Site:
    site = prepare(project, "https://web.example/", datetime(2026, 6, 1, 12, tzinfo=UTC)).site
    assert site
    return site


@pytest.fixture
def feed(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The feed of the built site."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780315200")
    return build_site(project).folder / "podcast/feed.xml"


def test_no_file_of_the_site_is_the_audio(site: Site) -> None:
    assert not [url for url in site.files if "mp3" in url]


def test_the_player_plays_it_from_where_it_is_stored(site: Site) -> None:
    views = {page.url: page.view() for page in site.pages}
    player = views["/podcast/prvni-dil/"].player
    assert player
    assert player.source.url == URL


@pytest.mark.parametrize("origin", ["", "https://web.example"])
def test_a_link_to_it_in_a_text_leads_there(site: Site, origin: str) -> None:
    (edition, _) = site.editions
    article = site.library.by_path["content/articles/odkaz.cs.md"]
    assert f'href="{URL}"' in edition.html(article, origin)


def test_the_feed_has_it_with_the_length_of_the_lock(feed: Path, site: Site) -> None:
    assert f'<enclosure url="{URL}" length="11960" type="audio/mpeg"/>' in feed.read_text(encoding="utf-8")
    assert verify(feed.parent.parent, site) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [('length="11960"', 'length="11961"'), (URL, "https://media.example/another.mp3")],
    ids=["length", "address"],
)
def test_a_feed_that_says_otherwise_is_found(feed: Path, site: Site, old: str, new: str) -> None:
    feed.write_text(feed.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert [problem.code for problem in verify(feed.parent.parent, site)] == ["enclosure-in-feed"]

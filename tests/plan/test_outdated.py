"""Readers of a translation that is older than its original are told so, by Git's history and never by the clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import lxml.html
import pytest
from repositories import Repository

from site_builder.load.memory import Memory
from site_builder.plan.views import View
from site_builder.plugin import build_site
from site_builder.project import prepare

URL = "https://web.example/"
CS, EN = "content/articles/autobus.cs.md", "content/articles/autobus.en.md"


def page(body: str, more: str = "") -> str:
    return f"---\ntitle: Noční <autobus>\ndescription: Perex.\ndate: 2026-01-01\n{more}---\n{body}\n"


@pytest.fixture
def site(repository: Repository) -> Repository:
    """An article whose original has changed on 3 March."""
    repository.commit({CS: page("Jede v noci."), EN: page("It runs at night.")})
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    return repository


def view(site: Repository, url: str, now: datetime, memory: Memory | None = None) -> View:
    project = prepare(site.root, URL, now, memory, with_history=True)
    assert project.site
    return next(page.view() for page in project.site.pages if page.url == url)


def test_the_translation_has_a_notice_and_the_original_none(site: Repository, now: datetime) -> None:
    notice = view(site, "/en/articles/autobus/", now).outdated
    assert notice
    assert notice.original.url == "/clanky/autobus/"
    assert notice.original.language == "cs"
    assert notice.language == "Czech"
    assert notice.since
    assert (notice.since.iso, notice.since.text) == ("2026-03-03", "3 March 2026")
    assert view(site, "/clanky/autobus/", now).outdated is None


def test_a_draft_of_an_original_is_nowhere_to_be_found(site: Repository, now: datetime) -> None:
    site.commit({CS: page("Jede celou noc.", "draft: true\n")})
    assert view(site, "/en/articles/autobus/", now).outdated is None
    assert view(site, "/en/articles/autobus/", now, Memory()).outdated


def test_the_home_page_and_people_have_one_too(site: Repository, now: datetime) -> None:
    for path in ("content/index.cs.md", "content/people/jana.cs.md", "podcast/prvni.cs.md"):
        text = (site.root / path).read_text(encoding="utf-8")
        site.commit({path: f"{text}\nJeště něco.\n"}, "2026-04-04")
    for url in ("/en/", "/en/people/jana/", "/en/podcast/first-episode/"):
        notice = view(site, url, now).outdated
        assert notice, url
        assert notice.since
        assert notice.since.iso == "2026-04-04"


def built(site: Repository, folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(now.timestamp())))
    build_site(site.root, folder)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_page_says_it_in_words_with_a_link(
    site: Repository, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = built(site, tmp_path / "out", now, monkeypatch)
    notice = lxml.html.document_fromstring(files["en/articles/autobus/index.html"]).xpath(
        "//main/p[@class='notice']"
    )
    assert [" ".join(each.text_content().split()) for each in notice] == [
        "The original has changed since this translation, on 3 March 2026. Original (Czech): Noční <autobus>"
    ]
    assert notice[0].xpath("time/@datetime") == ["2026-03-03"]
    link = notice[0].xpath("a")[0]
    assert dict(link.attrib) == {"href": "/clanky/autobus/", "hreflang": "cs", "lang": "cs"}
    assert b'class="notice"' not in files["clanky/autobus/index.html"]


def test_the_same_history_makes_the_same_bytes_on_any_day(
    site: Repository, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    site.git("clone", "--quiet", f"file://{site.root}", str(clone))
    one = built(site, tmp_path / "one", now, monkeypatch)
    later = built(Repository(clone), tmp_path / "two", now + timedelta(days=1), monkeypatch)
    page = "en/articles/autobus/index.html"
    assert one[page] == later[page]


def test_a_shallow_clone_is_built_without_notices(
    site: Repository, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    site.git("clone", "--quiet", "--depth=1", f"file://{site.root}", str(clone))
    files = built(Repository(clone), tmp_path / "out", now, monkeypatch)
    assert b'class="notice"' not in files["en/articles/autobus/index.html"]

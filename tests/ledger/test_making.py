"""What a site promises: its pages, feeds and episodes, and when it will change by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from site_builder.ledger.entries import Ledger, PublishedFeed, PublishedFile, PublishedPage
from site_builder.ledger.making import ledger_of
from site_builder.project import prepare

LedgerOf = Callable[..., Ledger]
ARTICLE = "---\ntitle: A\ndescription: P.\n{fields}\n---\nText.\n"


@pytest.fixture
def made(make_site: Callable[[Mapping[str, str]], Path], now: datetime) -> LedgerOf:
    """The ledger of the base site with the given files over it, and the folder that it is made of."""

    def make(files: Mapping[str, str], **options: bool) -> Ledger:
        root = make_site(files)
        site = prepare(root, "https://web.example/obec/", now, **options).site
        assert site is not None
        return ledger_of(site, root)

    return make


def test_every_page_is_in_it_with_its_language_and_its_file(made: LedgerOf) -> None:
    ledger = made({})
    assert ledger.site == "https://web.example/obec/"
    assert PublishedPage("/obec/lide/jana/", "cs", "content/people/jana.cs.md") in ledger.pages
    assert PublishedPage("/obec/en/people/jana/", "en", "content/people/jana.en.md") in ledger.pages
    assert PublishedPage("/obec/podcast/", "cs") in ledger.pages
    assert [page.url for page in ledger.pages] == sorted({page.url for page in ledger.pages})


def test_further_pages_of_a_list_are_numbered(made: LedgerOf) -> None:
    articles = {f"content/articles/a{n}.cs.md": ARTICLE.format(fields="date: 2026-01-01") for n in range(13)}
    assert PublishedPage("/obec/clanky/strana/2/", "cs", "", 2) in made(articles).pages


def test_an_episode_is_in_the_feed_of_the_language_that_it_is_heard_in(
    made: LedgerOf, tmp_path: Path
) -> None:
    ledger = made({})
    audio = (tmp_path / "site/podcast/prvni.cs.mp3").read_bytes()
    atom, feed, english = ledger.feeds
    assert atom == PublishedFeed("/obec/atom.xml", "cs", source="content/site.yml")
    assert english == PublishedFeed("/obec/en/atom.xml", "en", source="content/site.yml")
    (item,) = feed.items
    assert (feed.url, feed.source) == ("/obec/podcast/feed.xml", "podcast/show.yml")
    assert item.guid == "urn:uuid:00000000-0000-4000-8000-000000000001"
    assert item.date == "2026-03-01T05:00:00Z"
    assert item.page == "/obec/podcast/prvni-dil/"
    assert item.enclosure == "/obec/podcast/audio/prvni.cs.mp3"
    assert (item.length, item.type) == (len(audio), "audio/mpeg")
    assert item.sha256 == hashlib.sha256(audio).hexdigest()


def test_files_are_promised_that_others_may_link_to(made: LedgerOf) -> None:
    """Pictures come and go with the pages that show them, a drawing too unless a text leads to it."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="3"/></svg>'
    text = '[Zpráva](zprava.pdf), [plán](plan.svg#a), ![Znak](znak.svg "Úřad")\n'
    ledger = made(
        {
            "content/articles/a.cs.md": ARTICLE.format(fields="date: 2026-01-01") + text,
            "content/articles/zprava.pdf": "%PDF-1.7\n%%EOF\n",
            "content/articles/plan.svg": drawing,
            "content/articles/znak.svg": drawing,
        }
    )
    assert ledger.files == (
        PublishedFile("/obec/media/articles/plan.svg", "content/articles/plan.svg"),
        PublishedFile("/obec/media/articles/zprava.pdf", "content/articles/zprava.pdf"),
    )


def test_a_page_of_a_topic_is_known_by_the_topic_s_id(made: LedgerOf) -> None:
    ledger = made(
        {
            "content/topics.yml": "housing: {cs: Bydlení, en: Housing}\n",
            "content/articles/a.cs.md": ARTICLE.format(fields="date: 2026-01-01\ntopics: [housing]"),
        }
    )
    assert PublishedPage("/obec/temata/bydleni/", "cs", "content/topics.yml#housing") in ledger.pages


@pytest.mark.parametrize("preview", [False, True])
def test_drafts_and_what_is_scheduled_are_promised_in_a_preview_alone(made: LedgerOf, preview: bool) -> None:
    files = {
        "content/articles/a.cs.md": ARTICLE.format(fields="date: 2026-01-01\ndraft: true"),
        "content/articles/b.cs.md": ARTICLE.format(fields="date: 2026-09-01"),
    }
    urls = {"/obec/clanky/a/", "/obec/clanky/b/"}
    ledger = made(files, preview=preview)
    assert ledger.urls & urls == (urls if preview else set())
    assert ledger.preview is preview


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ("date: 2026-01-01", ""),
        ("date: 2026-01-01\nexpires: 2026-05-01", ""),
        ("date: 2026-09-01 06:00", "2026-09-01T04:00:00Z"),
        ("date: 2026-09-01 06:00\ndraft: true", ""),
        ("date: 2026-01-01\nexpires: 2026-07-01", "2026-06-30T22:00:00Z"),
    ],
)
def test_it_says_when_the_same_content_makes_another_site(made: LedgerOf, fields: str, due: str) -> None:
    assert made({"content/articles/a.cs.md": ARTICLE.format(fields=fields)}).due == due


def test_of_the_hour_that_comes_twice_the_earlier_moment_is_told(made: LedgerOf) -> None:
    dates = {"a": "2026-10-25 02:45", "b": "2026-10-25 02:30+01:00"}
    files = {
        f"content/articles/{name}.cs.md": ARTICLE.format(fields=f"date: {at}") for name, at in dates.items()
    }
    assert made(files).due == "2026-10-25T00:45:00Z"


def test_the_end_of_an_event_is_such_a_moment(made: LedgerOf) -> None:
    event = ARTICLE.format(fields="date: 2026-01-01\nstarts: 2026-06-20")
    assert made({"content/events/a.cs.md": event}).due == "2026-06-20T22:00:00Z"

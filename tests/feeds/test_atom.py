"""The Atom feed of the site's news."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import feedparser
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from site_builder.feeds.atom import NEWEST, atom_feed, entry_id
from site_builder.feeds.entries import AtomEntry, AtomFeed

PRAGUE = ZoneInfo("Europe/Prague")
ATOM = "{http://www.w3.org/2005/Atom}"
FEED = AtomFeed(
    url="https://www.example.org/atom.xml",
    title="Centrum & spol.",
    link="https://www.example.org/",
    subtitle="Novinky",
    language="cs",
    author="Ministerstvo",
)


def make_entry(number: int) -> AtomEntry:
    published = datetime(2026, 1, 1, 8, tzinfo=PRAGUE) + timedelta(days=number)
    return AtomEntry(
        id=entry_id("www.example.org", "articles", f"clanek-{number}", "cs"),
        title=f"Článek {number} <b>",
        link=f"https://www.example.org/clanky/{number}/",
        summary=f"Perex {number} & další.",
        published=published,
        updated=published + timedelta(hours=number % 3),
        content=f'<p>Text {number} &amp; <a href="https://www.example.org/">odkaz</a></p>',
        authors=("Jana Nováková", "Petr Dvořák"),
        topics=("Bydlení",),
    )


def test_a_reader_gets_what_was_written() -> None:
    entries = [make_entry(number) for number in range(20)]
    read = feedparser.parse(atom_feed(FEED, entries), sanitize_html=False)
    assert not read.bozo
    assert read.feed.title == FEED.title
    assert read.feed.subtitle == FEED.subtitle
    assert read.feed.author == FEED.author
    assert read.feed.language == "cs"
    assert {(link.rel, link.href) for link in read.feed.links} == {
        ("self", FEED.url),
        ("alternate", FEED.link),
    }
    for found, entry in zip(read.entries, reversed(entries), strict=True):
        assert found.id == entry.id
        assert found.title == entry.title
        assert found.link == entry.link
        assert found.summary == entry.summary
        assert found.content[0].value == entry.content
        assert tuple(author.name for author in found.authors) == entry.authors
        assert [tag.term for tag in found.tags] == list(entry.topics)
        assert found.published_parsed[:6] == entry.published.utctimetuple()[:6]
        assert found.updated_parsed[:6] == entry.updated.utctimetuple()[:6]


def test_only_the_newest_are_listed() -> None:
    entries = [make_entry(number) for number in range(NEWEST + 10)]
    read = feedparser.parse(atom_feed(FEED, entries))
    assert [found.id for found in read.entries] == [entry.id for entry in reversed(entries[10:])]


def test_the_id_is_the_pages_not_the_titles_nor_the_dates() -> None:
    assert entry_id("www.example.org", "articles", "papillon", "cs") == (
        "tag:www.example.org,2026:articles/papillon/cs"
    )


def test_the_same_data_gives_the_same_bytes_whatever_the_order() -> None:
    entries = [make_entry(number) for number in range(5)]
    assert atom_feed(FEED, reversed(entries)) == atom_feed(FEED, entries)


def test_without_entries_it_was_never_updated() -> None:
    assert etree.fromstring(atom_feed(FEED, [])).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


@given(st.text(st.characters(), max_size=60))
def test_any_text_gives_a_feed_that_parses(text: str) -> None:
    entry = replace(make_entry(1), title=text, summary=text, content=text, authors=(text,), topics=(text,))
    root = etree.fromstring(atom_feed(replace(FEED, title=text, subtitle=text, author=text), [entry]))
    assert len(root.findall(f"{ATOM}entry")) == 1

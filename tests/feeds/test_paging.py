"""A long feed comes in pages, of which each is small and none says anything twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from site_builder.feeds.entries import FeedItem
from site_builder.feeds.paging import MOST_BYTES, MOST_ITEMS, shares
from site_builder.feeds.podcast import feed_pages
from site_builder.verify.podcast_rules import judge

from .conftest import make_channel, make_item, page_url

ATOM = "{http://www.w3.org/2005/Atom}"
CHANNEL = make_channel("cs")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def guids(feed: bytes) -> list[str]:
    return [guid.text for guid in etree.fromstring(feed).iterfind("channel/item/guid")]


def links(feed: bytes) -> dict[str, str]:
    found = [link.attrib for link in etree.fromstring(feed).iterfind(f"channel/{ATOM}link")]
    assert len({link["rel"] for link in found}) == len(found)
    return {link["rel"]: link["href"] for link in found}


def pages(items: list[FeedItem]) -> list[tuple[str, bytes]]:
    """The pages of the feed; every one is as small as it has to be, and what they say is whole."""
    found = feed_pages(CHANNEL, reversed(items), page_url)
    assert [url for url, _ in found] == [CHANNEL.url, *(page_url(n) for n in range(2, len(found) + 1))]
    assert all(len(feed) <= MOST_BYTES for _, feed in found)
    assert all(0 < len(guids(feed)) <= MOST_ITEMS for _, feed in found)
    assert [guid for _, feed in found for guid in guids(feed)] == [item.guid for item in reversed(items)]
    return list(found)


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (300, 1), (301, 2), (650, 3)])
def test_a_page_has_300_items(count: int, expected: int) -> None:
    assert len(pages([make_item(number) for number in range(count)])) == expected


@pytest.mark.parametrize("notes", [20_000, 200_000])
def test_a_page_has_a_megabyte(notes: int) -> None:
    items = [replace(make_item(number), content="ž" * (notes // 2)) for number in range(60)]
    found = pages(items)
    assert len(found) >= 60 * notes // MOST_BYTES
    assert all(len(feed) + notes + 10_000 > MOST_BYTES for _, feed in found[:-1])


@given(st.lists(st.integers(1, 50), max_size=700), st.integers(1, 400))
def test_every_item_is_on_one_page_and_no_page_could_be_shorter(sizes: list[int], room: int) -> None:
    parts = [sizes[part] for part in shares(sizes, room)]
    assert [size for part in parts for size in part] == sizes
    for part, following in pairwise(parts):
        assert len(part) == MOST_ITEMS or sum(part) + following[0] > room
    for part in parts:
        assert len(part) <= MOST_ITEMS
        assert sum(part) <= room or len(part) == 1


def test_an_item_larger_than_a_page_stands_alone() -> None:
    items = [make_item(1), replace(make_item(2), content="ž" * MOST_BYTES), make_item(3)]
    found = feed_pages(CHANNEL, items, page_url)
    assert [len(guids(feed)) for _, feed in found] == [1, 1, 1]


def test_pages_lead_to_each_other() -> None:
    (first, main), (second, middle), (third, last) = pages([make_item(number) for number in range(650)])
    ends = {"hub": CHANNEL.hub, "first": first, "last": third}
    assert links(main) == {"self": first, "next": second, **ends}
    assert links(middle) == {"self": second, "previous": first, "next": third, **ends}
    assert links(last) == {"self": third, "previous": second, **ends}


def test_one_page_leads_nowhere() -> None:
    ((_, feed),) = pages([make_item(1)])
    assert links(feed) == {"self": CHANNEL.url, "hub": CHANNEL.hub}


def test_pages_keep_every_rule() -> None:
    for _, feed in pages([make_item(number) for number in range(650)]):
        assert judge(feed, NOW) == ()

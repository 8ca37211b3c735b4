"""The ledger as JSON: what is written is read back, and nothing else passes for one."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.ledger.entries import (
    Ledger,
    PublishedFeed,
    PublishedFile,
    PublishedItem,
    PublishedPage,
    PublishedRedirect,
)
from site_builder.ledger.written import NoLedgerError, as_json, from_json

TEXT = st.text(max_size=12)
WHOLE = TEXT.map(lambda text: f"https://web.example/{text}")
ADDRESS = TEXT.map(lambda text: f"/{text.lstrip('/')}") | WHOLE
MOMENT = st.integers(0, 8000 * 365 * 86400).map(
    lambda seconds: f"{datetime(1000, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%SZ}"
)
ITEMS = st.builds(
    PublishedItem,
    *(TEXT, MOMENT, ADDRESS, ADDRESS, st.integers(0, 10**12), TEXT, TEXT, MOMENT | st.just("")),
)
FEEDS = st.builds(PublishedFeed, ADDRESS, TEXT, st.lists(ITEMS, max_size=3).map(tuple), TEXT, TEXT)
LEDGERS = st.builds(
    Ledger,
    WHOLE,
    st.lists(st.builds(PublishedPage, ADDRESS, TEXT, TEXT, st.integers(1, 99)), min_size=1, max_size=3).map(
        tuple
    ),
    st.lists(st.builds(PublishedRedirect, ADDRESS, ADDRESS), max_size=3).map(tuple),
    st.lists(FEEDS, max_size=3).map(tuple),
    MOMENT | st.just(""),
    st.booleans(),
    st.lists(st.builds(PublishedFile, ADDRESS, TEXT), max_size=3).map(tuple),
    TEXT,
)
GOOD = Ledger("https://web.example/", (PublishedPage("/", "cs"),), (), (PublishedFeed("/atom.xml", "cs"),))


@given(LEDGERS)
def test_what_is_written_is_read_back(ledger: Ledger) -> None:
    assert from_json(as_json(ledger)) == ledger


def test_a_page_and_an_item_have_a_line_each() -> None:
    item = PublishedItem("g", "2026-01-01T05:00:00Z", "/a/", "/a.mp3", 9, "audio/mpeg", "ab")
    ledger = Ledger(
        "https://web.example/",
        (PublishedPage("/", "cs"), PublishedPage("/a/", "cs", "podcast/a.cs.md")),
        (PublishedRedirect("/b/", "/a/"),),
        (PublishedFeed("/feed.xml", "cs", (item,)),),
    )
    lines = as_json(ledger).decode().splitlines()
    assert ' "site": "https://web.example/",' in lines
    assert '  {"url": "/a/", "language": "cs", "source": "podcast/a.cs.md"}' in lines
    assert '  {"url": "/b/", "to": "/a/"}' in lines
    assert sum('"guid": "g"' in line for line in lines) == 1


def _without(name: str) -> bytes:
    content = json.loads(as_json(GOOD))
    del content[name]
    return json.dumps(content).encode()


def _with(**fields: object) -> bytes:
    return json.dumps({**json.loads(as_json(GOOD)), **fields}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        as_json(GOOD)[:-20],
        b"[]",
        b"<!DOCTYPE html><title>404</title>",
        b"[" * 100_000,
        _without("version"),
        _with(version=True),
        _with(version="1"),
        _with(version=0),
        _without("site"),
        _without("pages"),
        _with(pages={}),
        _with(pages=[1]),
        _with(pages=[{"url": "/"}]),
        _with(pages=[{"url": "/", "language": "cs", "number": "2"}]),
        _with(redirects=[{"url": "/"}]),
        _with(feeds=[[]]),
        _with(feeds=[{"url": "/feed.xml", "language": "cs"}]),
        _with(feeds=[{"url": "/feed.xml", "language": "cs", "items": [{"guid": 1}]}]),
        _with(preview="no"),
        _with(due=1),
        _with(due="soon"),
        _with(due="2026-02-30T05:00:00Z"),
        _with(due="9999-12-31T23:59:59Z"),
        _with(site="https://["),
        _with(site="/"),
        _with(pages=[{"url": "http://[", "language": "cs"}]),
        _with(pages=[]),
        _with(due="2026-01-01T05:00:00"),
        _with(site="web.example"),
        _with(pages=[{"url": "o-nas/", "language": "cs"}]),
        _without("files"),
    ],
)
def test_what_is_no_ledger_is_refused(data: bytes) -> None:
    with pytest.raises(NoLedgerError) as refusal:
        from_json(data)
    assert not refusal.value.newer


def test_a_newer_form_is_told_apart() -> None:
    with pytest.raises(NoLedgerError) as refusal:
        from_json(_with(version=2, pages="whatever"))
    assert refusal.value.newer


def test_fields_of_later_minor_changes_do_no_harm() -> None:
    assert from_json(_with(more=1)) == GOOD


@given(st.binary(max_size=60))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    with pytest.raises(NoLedgerError):
        from_json(data)

"""The podcast feed as XML: what the specifications ask for, for any text."""

from __future__ import annotations

import locale
import re
import time
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from site_builder.feeds.entries import FeedChannel, FeedItem
from site_builder.feeds.elements import PREFIXES

from .conftest import make_channel, make_item, podcast_feed

SPACES = {
    "itunes": ITUNES,
    "podcast": PODCAST,
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
ANY_TEXT = st.text(st.characters(), max_size=60)
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def channel_of(feed: bytes) -> Any:
    return etree.fromstring(feed).find("channel")


def text(element: Any, path: str) -> str:
    found = element.find(path, SPACES)
    assert found is not None, path
    return found.text or ""


def legal(written: str) -> str:
    return NOT_XML.sub("", written.replace("\r\n", "\n").replace("\r", "\n")).strip()


@given(title=ANY_TEXT, description=ANY_TEXT, content=ANY_TEXT, name=ANY_TEXT, voice=ANY_TEXT)
def test_any_text_comes_back(title: str, description: str, content: str, name: str, voice: str) -> None:
    plain = make_item(1)
    people = (replace(plain.people[0], name=name), plain.people[0])
    item = replace(
        plain, title=title, description=description, content=content, people=people, synthetic_voice=voice
    )
    channel = replace(make_channel("cs"), title=title, description=description, author=name)

    parsed = channel_of(podcast_feed(channel, [item]))

    assert text(parsed, "title") == (legal(title) or channel.link)
    assert text(parsed, "itunes:author") == legal(name)
    assert text(parsed, "item/title") == (legal(title) or item.link)
    shown = legal(description) or legal(title) or item.link
    assert text(parsed, "item/description") == f"{shown} {legal(voice)}".strip()
    names = [person.text for person in parsed.findall("item/podcast:person", SPACES)]
    assert names == [known for known in (legal(name), plain.people[0].name) if known]
    if legal(content):
        assert text(parsed, "item/content:encoded") == legal(content).replace("]]>", "]]&gt;")


def test_the_prefixes_are_those_that_apps_match_literally() -> None:
    root = etree.fromstring(podcast_feed(make_channel("cs"), [make_item(1)]))
    assert root.nsmap == SPACES


def test_the_same_data_gives_the_same_bytes_whatever_the_clock_and_the_order() -> None:
    items = [make_item(number) for number in range(5)]
    first = podcast_feed(make_channel("cs"), items)
    time.sleep(1.1)
    assert podcast_feed(make_channel("cs"), reversed(items)) == first


def test_dates_are_english_and_in_the_zone_of_the_site() -> None:
    items = [make_item(number) for number in range(40)]
    parsed = channel_of(podcast_feed(make_channel("cs"), items))
    dates = [element.text for element in parsed.findall("item/pubDate")]
    assert [parsedate_to_datetime(date) for date in dates] == [item.date for item in reversed(items)]
    assert {date[-5:] for date in dates} == {"+0100", "+0200"}
    assert all(
        re.fullmatch(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \S+ \S+", d) for d in dates
    )
    assert text(parsed, "lastBuildDate") == dates[0]


def test_the_locale_of_the_process_changes_nothing() -> None:
    expected = podcast_feed(make_channel("cs"), [make_item(1)])
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_TIME, "cs_CZ.UTF-8")
    except locale.Error:
        pytest.skip("no Czech locale on this machine")
    try:
        assert podcast_feed(make_channel("cs"), [make_item(1)]) == expected
    finally:
        locale.setlocale(locale.LC_ALL, before)


def test_a_show_without_episodes_has_no_date_of_build() -> None:
    assert channel_of(podcast_feed(make_channel("cs"), [])).find("lastBuildDate") is None


@pytest.mark.parametrize("item", [make_item(number) for number in range(8)], ids=lambda item: item.title)
def test_every_guid_says_that_it_is_no_link(item: FeedItem) -> None:
    parsed = channel_of(podcast_feed(make_channel("cs"), [item]))
    assert parsed.find("item/guid").attrib == {"isPermaLink": "false"}


@pytest.mark.parametrize(("explicit", "written"), [(True, "true"), (False, "false")])
def test_explicit_is_true_or_false(explicit: bool, written: str) -> None:
    channel = replace(make_channel("cs"), explicit=explicit)
    parsed = channel_of(podcast_feed(channel, [replace(make_item(1), explicit=explicit)]))
    assert text(parsed, "itunes:explicit") == text(parsed, "item/itunes:explicit") == written


@pytest.mark.parametrize("ending", ["jpg", "png", "jpeg"])
def test_the_cover_stays_whatever_its_ending(ending: str) -> None:
    image = f"https://www.example.org/cover.{ending}"
    parsed = channel_of(podcast_feed(replace(make_channel("cs"), image=image), []))
    assert parsed.find("itunes:image", SPACES).get("href") == image
    assert text(parsed, "image/url") == image
    assert text(parsed, "image/title") == text(parsed, "title")
    assert text(parsed, "image/link") == text(parsed, "link")


def test_the_feed_names_itself() -> None:
    channel = make_channel("cs")
    links = channel_of(podcast_feed(channel, [])).findall("atom:link", SPACES)
    assert [dict(link.attrib) for link in links] == [
        {"href": channel.url, "rel": "self", "type": "application/rss+xml"}
    ]


def test_a_subcategory_stands_in_its_category() -> None:
    parsed = channel_of(podcast_feed(make_channel("cs"), []))
    categories = parsed.findall("itunes:category", SPACES)
    assert [category.get("text") for category in categories] == ["Government", "Society & Culture"]
    assert [sub.get("text") for sub in categories[1]] == ["Documentary"]


def test_notes_are_cdata() -> None:
    feed = podcast_feed(make_channel("cs"), [replace(make_item(1), content="<p>a ]]> b</p>")])
    assert b"<content:encoded><![CDATA[<p>a ]]&gt; b</p>]]></content:encoded>" in feed


@pytest.mark.parametrize("word", ["slovo ", "ž", "🦄"])
def test_a_long_description_is_cut_but_not_the_sentence_about_the_voice(word: str) -> None:
    item = replace(make_item(1), description=word * 5000, synthetic_voice="Hlas je syntetický.")
    description = text(channel_of(podcast_feed(make_channel("cs"), [item])), "item/description")
    assert 3900 < len(description.encode()) <= 4000
    assert description.endswith("… Hlas je syntetický.")


def test_a_short_sound_still_has_a_duration() -> None:
    item = replace(make_item(1), seconds=0.2)
    assert text(channel_of(podcast_feed(make_channel("cs"), [item])), "item/itunes:duration") == "1"


def test_150_episodes_take_less_than_a_tenth_of_a_second() -> None:
    items = [replace(make_item(number), content="<p>Poznámky</p>" * 100) for number in range(150)]
    channel: FeedChannel = make_channel("cs")
    podcast_feed(channel, items)
    started = time.process_time()
    podcast_feed(channel, items)
    assert time.process_time() - started < 0.1

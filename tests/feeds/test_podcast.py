"""The podcast feed as XML: what the specifications ask for, for any text."""

from __future__ import annotations

import locale
import re
import subprocess
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from email.utils import parsedate_to_datetime
from html import escape
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from site_builder.feeds.entries import FeedEnclosure, FeedFunding, FeedItem
from site_builder.podcasting import License, Social, Soundbite, TitledLink

from .conftest import AT, HOST, PRAGUE_TOWN, SITE, description, make_channel, make_item, podcast_feed

SPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
ANY_TEXT = st.text(st.characters(), max_size=60)
C1 = re.compile("[\x80-\x9f]")
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
    channel = replace(make_channel("cs"), title=title, description=description)

    parsed = channel_of(podcast_feed(channel, [item]))

    assert text(parsed, "title") == (legal(title) or channel.link)
    assert text(parsed, "item/title") == (legal(title) or item.link)
    shown = f"{legal(description) or legal(title) or item.link} {legal(voice)}".strip()
    html = escape(shown, quote=False)
    assert text(parsed, "item/description") == (f"<p>{html}</p>" if "&" in html else html)
    names = [person.text for person in parsed.findall("item/podcast:person", SPACES)]
    assert names == [known for known in (legal(name), plain.people[0].name) if known]
    if legal(content):
        assert text(parsed, "item/content:encoded") == legal(content).replace("]]>", "]]&gt;")


SAYS_ALL = replace(
    make_item(1),
    content="<p>Poznámky</p>",
    season=1,
    season_name="Jaro",
    number=2,
    label="B",
    people=(HOST,),
    soundbites=(Soundbite(1, 20, "Úryvek", AT),),
    alternates=(FeedEnclosure(f"{SITE}/a.opus", 5, "audio/ogg", 60, "", "Opus"),),
    license=License("vlastni", f"{SITE}/licence/"),
    location=PRAGUE_TOWN,
    funding=(FeedFunding(f"{SITE}/podpora/", "Podpora"),),
    social=(Social("activitypub", "https://social.example.org/1", "@a"),),
    content_links=(TitledLink(f"{SITE}/video/", "Video"),),
    synthetic_voice="Hlas je syntetický.",
)
UNSAID = {"sha256", "at", "stylesheet"}
"""Not texts of readers: a number, the place in a source file, an address that stands before all elements."""

NEEDED = {(0, "url"), (0, "link"), (1, "guid"), (1, "enclosure", "url")}


def texts_in(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the texts in `value` are: names of fields and places in tuples."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from texts_in(part, (*path, place))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in UNSAID:
                yield from texts_in(getattr(value, field.name), (*path, field.name))


def with_text(value: Any, path: tuple[Any, ...], new: str) -> Any:
    """`value` with another text at `path`."""
    if not path:
        return new
    here, *further = path
    if isinstance(value, tuple):
        return (*value[:here], with_text(value[here], tuple(further), new), *value[here + 1 :])
    return replace(value, **{here: with_text(getattr(value, here), tuple(further), new)})


@pytest.mark.parametrize("path", list(texts_in((make_channel("cs"), SAYS_ALL))), ids=str)
@settings(max_examples=10)
@given(new=ANY_TEXT)
def test_any_text_in_any_field_comes_back(path: tuple[Any, ...], new: str) -> None:
    assume(" > " not in new)  # parts a category from a subcategory
    assume(legal(new) or path not in NEEDED)
    assume(not C1.search(new))  # feedparser takes them for Windows-1252: a euro sign for U+0080
    channel, item = with_text((make_channel("cs"), SAYS_ALL), path, new)
    feed = podcast_feed(channel, [item])

    said = legal(new)
    written = [
        value
        for element in etree.fromstring(feed).iter()
        for value in (element.text or "", *element.attrib.values())
    ]
    assert any(said in value or escape(said, quote=False) in value for value in written)
    read = feedparser.parse(feed, sanitize_html=False, resolve_relative_uris=False)
    assert not read.bozo
    assert read.entries[0].id == legal(item.guid)
    assert read.entries[0].enclosures[0].href == legal(item.enclosure.url)


def test_the_prefixes_are_those_that_apps_match_literally() -> None:
    root = etree.fromstring(podcast_feed(make_channel("cs"), [make_item(1)]))
    assert root.nsmap == SPACES


def test_the_same_data_gives_the_same_bytes_whatever_the_order() -> None:
    items = [make_item(number) for number in range(5)]
    assert podcast_feed(make_channel("cs"), reversed(items)) == podcast_feed(make_channel("cs"), items)


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


def test_the_locale_of_the_process_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    item = make_item(1)
    expected = podcast_feed(make_channel("cs"), [item])
    czech = "cs_CZ.UTF-8"
    subprocess.run(["localedef", "-i", "cs_CZ", "-f", "UTF-8", str(tmp_path / czech)], check=True)
    monkeypatch.setenv("LOCPATH", str(tmp_path))
    before = locale.setlocale(locale.LC_ALL)
    locale.setlocale(locale.LC_TIME, czech)
    try:
        assert f"{item.date:%A}" == "Pondělí"
        assert podcast_feed(make_channel("cs"), [item]) == expected
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
        {"href": channel.url, "rel": "self", "type": "application/rss+xml"},
        {"href": channel.hub, "rel": "hub"},
    ]


def test_a_subcategory_stands_in_its_category() -> None:
    parsed = channel_of(podcast_feed(make_channel("cs"), []))
    categories = parsed.findall("itunes:category", SPACES)
    assert [category.get("text") for category in categories] == ["Government", "Society & Culture"]
    assert [sub.get("text") for sub in categories[1]] == ["Documentary"]


def test_notes_are_cdata() -> None:
    feed = podcast_feed(make_channel("cs"), [replace(make_item(1), content="<p>a ]]> b</p>")])
    assert b"<content:encoded><![CDATA[<p>a ]]&gt; b</p>]]></content:encoded>" in feed


def test_a_description_has_tags_only_where_plain_text_would_read_otherwise() -> None:
    plain, marked = (
        replace(make_item(1), description="O čem to je."),
        replace(make_item(2), description="A & B"),
    )
    feed = channel_of(podcast_feed(make_channel("cs"), [plain, marked]))
    found = {one.text for one in feed.iterfind("item/description")}
    assert found == {description(plain), f"<p>{escape(description(marked))}</p>"}


@pytest.mark.parametrize("word", ["slovo ", "ž", "🦄"])
def test_a_long_description_is_cut_but_not_the_sentence_about_the_voice(word: str) -> None:
    item = replace(make_item(1), description=word * 5000, synthetic_voice="Hlas je syntetický.")
    description = text(channel_of(podcast_feed(make_channel("cs"), [item])), "item/description")
    assert 3900 < len(description.encode()) <= 4000
    assert description.endswith("… Hlas je syntetický.")


def test_a_short_sound_still_has_a_duration() -> None:
    item = make_item(1)
    item = replace(item, enclosure=replace(item.enclosure, seconds=0.2))
    assert text(channel_of(podcast_feed(make_channel("cs"), [item])), "item/itunes:duration") == "1"


def test_a_trailer_has_as_much_of_its_title_as_apps_keep() -> None:
    channel = make_channel("cs")
    long = replace(channel.trailers[0], title="Upoutávka na novou řadu " * 9)
    parsed = channel_of(podcast_feed(replace(channel, trailers=(long,)), []))
    title = text(parsed, "podcast:trailer")
    assert title.endswith(" novou…")
    assert 100 < len(title) <= 128

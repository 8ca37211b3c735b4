"""Listeners reach the feed from the app that they have, and from any other by its address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from site_builder.plan.edition import Edition
from site_builder.plan.frame import Editions
from site_builder.plan.site import Site
from site_builder.plan.subscribing import APPS, podcast_feeds, subscriptions
from site_builder.plan.views import Link, View

PlanOf = Callable[..., Site]
FEED = "https://web.example/podcast/feed.xml"


def apps_of(site: Site, **fields: object) -> Mapping[str, str]:
    """The links for the first feed of the Czech page; `fields` are those of `show.yml`."""
    show = replace(site.library.shows["podcast"], **fields)
    first = subscriptions(site.editions, site.editions.by_code["cs"], show)[0]
    return {link.label: link.url for link in first.apps}


@pytest.mark.parametrize(
    ("app", "url"),
    [
        ("Apple Podcasts", "podcast://web.example/podcast/feed.xml"),
        ("Pocket Casts", "pktc://subscribe/web.example/podcast/feed.xml"),
        ("Overcast", "overcast://x-callback-url/add?url=https%3A%2F%2Fweb.example%2Fpodcast%2Ffeed.xml"),
        ("Podcast Addict", "https://podcastaddict.com/feed/https%3A%2F%2Fweb.example%2Fpodcast%2Ffeed.xml"),
    ],
)
def test_apps_that_take_any_feed_are_given_ours(plan_of: PlanOf, app: str, url: str) -> None:
    assert apps_of(plan_of({}))[app] == url


def test_antennapod_is_given_the_title_too(plan_of: PlanOf) -> None:
    parts = urlsplit(apps_of(plan_of({}), title={"cs": "Káva & spol.", "en": "C"})["AntennaPod"])
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "antennapod.org", "/deeplink/subscribe")
    assert parse_qs(parts.query) == {"url": [FEED], "title": ["Káva & spol."]}


def test_no_link_can_be_broken_by_a_title_or_an_address(plan_of: PlanOf) -> None:
    for url in apps_of(plan_of({}), title={"cs": '"><script>&x=1', "en": "C"}).values():
        assert not set('"<> ') & set(url), url
        assert "web.example/podcast/feed.xml" in unquote(url)


def test_an_app_that_the_show_names_is_linked_where_it_says(plan_of: PlanOf) -> None:
    named = {"Spotify": "https://open.spotify.com/show/1", "Overcast": "https://overcast.fm/itunes1"}
    apps = apps_of(plan_of({}), apps={"cs": named})
    assert apps["Spotify"] == named["Spotify"]
    assert apps["Overcast"] == named["Overcast"]
    assert list(apps)[:2] == ["Spotify", "Overcast"]
    assert apps.keys() == {*APPS, "Spotify"}


def test_a_site_without_a_host_knows_no_addresses_for_apps(plan_of: PlanOf) -> None:
    site = plan_of({}, "")
    show = site.library.shows["podcast"]
    (only,) = subscriptions(site.editions, site.editions.by_code["cs"], show)
    assert only.apps == ()


def two_feeds(plan_of: PlanOf) -> Site:
    """A site whose show has audio in both languages."""
    site = plan_of({})
    library = site.library
    first, *others = (document for document in library.documents if document.kind.value == "episodes")
    english = next(document for document in others if document.language == "en")
    changed = replace(english, details=first.details)
    documents = tuple(changed if document is english else document for document in library.documents)
    whole = library.only(documents)
    editions = {
        code: Edition(edition.settings, whole, edition.urls, edition.now)
        for code, edition in site.editions.by_code.items()
    }
    return replace(site, library=whole, editions=Editions(editions))


def test_the_language_of_the_page_comes_first(plan_of: PlanOf) -> None:
    site = two_feeds(plan_of)
    show = site.library.shows["podcast"]
    found = {
        code: [(one.language, one.label, one.feed.url) for one in subscriptions(site.editions, edition, show)]
        for code, edition in site.editions.by_code.items()
    }
    english = "https://web.example/en/podcast/feed.xml"
    assert found["cs"] == [("cs", "čeština", FEED), ("en", "angličtina", english)]
    assert found["en"] == [("en", "English", english), ("cs", "Czech", FEED)]


def test_a_feeds_label_names_the_language_as_texts_in_it_do(plan_of: PlanOf) -> None:
    site = two_feeds(plan_of)
    found = podcast_feeds(site.editions, site.editions.by_code["cs"], site.library.shows["podcast"])
    assert [feed.label.rpartition(" (")[2] for feed in found] == ["RSS, čeština)", "RSS, English)"]


def test_named_apps_belong_to_the_feed_that_they_are_named_for(plan_of: PlanOf) -> None:
    site = two_feeds(plan_of)
    show = replace(site.library.shows["podcast"], apps={"cs": {"Spotify": "https://open.spotify.com/show/1"}})
    english, czech = subscriptions(site.editions, site.editions.by_code["en"], show)
    spotify = Link("Spotify", "https://open.spotify.com/show/1")
    assert spotify in czech.apps
    assert spotify not in english.apps


def test_pages_of_a_podcast_are_told_of_its_feeds(views: Mapping[str, View], plan_of: PlanOf) -> None:
    assert [one.feed.url for one in views["/podcast/prvni-dil/"].subscribe] == [FEED]
    assert views["/clanky/nocleh/"].subscribe == ()
    site = plan_of({})
    show, edition = site.library.shows["podcast"], site.editions.by_code["en"]
    assert podcast_feeds(site.editions, edition, show)[0] in site.chromes["en"].feeds

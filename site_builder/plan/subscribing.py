"""A podcast's feeds → links that open them in listeners' apps. Plain links: nothing is loaded from anybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

from ..shows import Show
from .edition import Edition
from .frame import Editions
from .views import Feed, Link, Subscription

RSS = "application/rss+xml"


def _bare(feed: Feed) -> str:
    """The feed's address without `https://`, which such schemes stand in place of."""
    return feed.url.partition("://")[2]


APPS: Mapping[str, Callable[[Feed], str]] = {
    # A scheme of iOS and macOS: github.com/podlove/podlove-ui, packages/clients/src/apple-podcasts
    "Apple Podcasts": lambda feed: f"podcast://{_bare(feed)}",
    # A test of the app itself: github.com/Automattic/pocket-casts-android, IntentUtilTest.testSubscribeUrl…
    "Pocket Casts": lambda feed: f"pktc://subscribe/{_bare(feed)}",
    # https://antennapod.org/documentation/podcasters-hosters/add-on-antennapod
    "AntennaPod": lambda feed: (
        f"https://antennapod.org/deeplink/subscribe?url={_quoted(feed.url)}&title={_quoted(feed.title)}"
    ),
    # https://overcast.fm/podcasterinfo
    "Overcast": lambda feed: f"overcast://x-callback-url/add?url={_quoted(feed.url)}",
    # github.com/nathangathright/podcast-platform-links
    "Podcast Addict": lambda feed: f"https://podcastaddict.com/feed/{_quoted(feed.url)}",
}
"""Apps that take the address of any feed, each with the source of how."""


def podcast_feeds(editions: Editions, edition: Edition, show: Show) -> tuple[Feed, ...]:
    """The show's feeds, one for each language that an episode has audio in, the edition's own first."""
    return tuple(_feed(other, show) for other in _with_audio(editions, edition, show))


def subscriptions(editions: Editions, edition: Edition, show: Show) -> tuple[Subscription, ...]:
    """How to subscribe to each of the show's feeds, the edition's own first.

    An app that `show.yml` names for the feed is linked where it says.
    """
    found = []
    for other in _with_audio(editions, edition, show):
        feed = _feed(other, show)
        named = show.apps.get(other.code, {})
        links = {name: url(feed) for name, url in APPS.items()} if edition.urls.origin else {}
        apps = tuple(Link(name, url) for name, url in {**named, **links, **named}.items())
        label = edition.language.language_name(other.code)
        found.append(Subscription(feed, other.code, label, apps))
    return tuple(found)


def _with_audio(editions: Editions, edition: Edition, show: Show) -> list[Edition]:
    ordered = sorted(editions, key=lambda other: other.code != edition.code)
    return [other for other in ordered if other.episodes_with_audio(show)]


def _feed(edition: Edition, show: Show) -> Feed:
    url = edition.urls.absolute(edition.urls.podcast_feed(show, edition.code))
    title = show.title[edition.code]
    language = edition.language.language_name(edition.code)
    return Feed(title, f"{title} (RSS, {language})", url, RSS, edition.code)


def _quoted(text: str) -> str:
    return quote(text, safe="")

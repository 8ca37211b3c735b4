"""Rules about Apple's tags, of the show and of episodes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ...vocabularies import CATEGORIES
from .nodes import Node
from .table import MUST, SHOULD, rule, rule_among
from .values import is_count, is_https, is_mail

_PICTURE = re.compile(r"\.(jpe?g|png)$", re.IGNORECASE)


@rule("category-there", MUST, ("channel",), "The show has no category.")
def category_there(channel: Node) -> bool:
    """PSP-1, itunes:category: required, the first one counts."""
    return bool(channel.all("itunes:category"))


@rule("category", MUST, ("itunes:category",), "“{value}” is none of Apple's categories.")
def category(node: Node) -> bool:
    """Apple 1691: these names, in exactly this spelling, each subcategory in its category."""
    outer = node.parent
    if outer is not None and outer.name == "itunes:category":
        return f"{outer.get('text')} > {node.get('text')}" in CATEGORIES
    return " > " not in node.get("text") and node.get("text") in CATEGORIES


@rule("show-explicit", MUST, ("channel",), "The show doesn't say whether it is explicit.")
def show_explicit(channel: Node) -> bool:
    """PSP-1, itunes:explicit: required."""
    return channel.first("itunes:explicit") is not None


@rule("item-explicit", SHOULD, ("item",), "The episode doesn't say whether it is explicit.")
def item_explicit(item: Node) -> bool:
    """PSP-1, itunes:explicit: recommended."""
    return item.first("itunes:explicit") is not None


@rule("explicit", MUST, ("itunes:explicit",), "explicit is “{value}”; it can only be true or false.")
def explicit(node: Node) -> bool:
    """PSP-1, itunes:explicit; Apple's guide."""
    return node.text in ("true", "false")


@rule("show-image", MUST, ("channel",), "The show has no picture (itunes:image).")
def show_image(channel: Node) -> bool:
    """PSP-1, itunes:image: required."""
    return any(image.get("href") for image in channel.all("itunes:image"))


@rule("item-image", SHOULD, ("item",), "The episode has no picture (itunes:image).")
def item_image(item: Node) -> bool:
    """PSP-1, itunes:image: recommended."""
    return any(image.get("href") for image in item.all("itunes:image"))


@rule("image-ending", MUST, ("itunes:image",), "The picture's name doesn't end in .jpg or .png: {value}")
def image_ending(node: Node) -> bool:
    """PSP-1, itunes:image; Apple 896."""
    return bool(_PICTURE.search(node.get("href").partition("?")[0]))


@rule("author", SHOULD, ("channel",), "The show has no author (itunes:author).")
def author(channel: Node) -> bool:
    """PSP-1, itunes:author: recommended."""
    return bool(channel.text_of("itunes:author"))


@rule("owner", SHOULD, ("channel",), "The show has no owner with an e-mail address (itunes:owner).")
def owner(channel: Node) -> bool:
    """Apple's guide, itunes:owner; directories prove ownership with it."""
    found = channel.first("itunes:owner")
    return found is not None and is_mail(found.text_of("itunes:email"))


@rule("type", MUST, ("itunes:type",), "“{value}” is no type of show; there are episodic and serial.")
def show_type(node: Node) -> bool:
    """PSP-1, itunes:type."""
    return node.text in ("episodic", "serial")


@rule_among("serial", MUST, ("channel",), "The show is serial, but this episode has no number.")
def serial(channel: Node) -> Iterable[Node]:
    """PSP-1, itunes:episode: required for serial podcasts; trailers and bonuses stand outside."""
    if channel.text_of("itunes:type") == "serial":
        for item in channel.all("item"):
            if item.text_of("itunes:episodeType") in ("", "full") and not item.text_of("itunes:episode"):
                yield item


@rule(
    "only-yes",
    MUST,
    ("itunes:block", "itunes:complete"),
    "“{value}” means nothing here; say yes, or leave it out.",
)
def only_yes(node: Node) -> bool:
    """PSP-1, itunes:complete and itunes:block: the only valid value is `yes`."""
    return node.text == "yes"


@rule(
    "new-feed-url", MUST, ("itunes:new-feed-url",), "The address that the feed has moved to is none: {value}"
)
def new_feed_url(node: Node) -> bool:
    """Apple's guide, itunes:new-feed-url: where the feed is now, said by the old one and the new one."""
    return is_https(node.text)


@rule("item-number", MUST, ("itunes:episode", "itunes:season"), "“{value}” is no number from 1 on.")
def item_number(node: Node) -> bool:
    """PSP-1, itunes:episode and itunes:season: a non-zero integer."""
    return is_count(node.text)


@rule_among(
    "item-number-unique", MUST, ("channel",), "Another episode has the same number in the same season."
)
def item_number_unique(channel: Node) -> Iterable[Node]:
    """Apple's guide, itunes:episode: each number once a season."""
    numbers = [(item, _number(item)) for item in channel.all("item")]
    often = Counter(number for _, number in numbers)
    return [item for item, number in numbers if number and often[number] > 1]


def _number(item: Node) -> tuple[str, str, str] | None:
    number = item.text_of("itunes:episode")
    kind = item.text_of("itunes:episodeType") or "full"
    return (kind, item.text_of("itunes:season"), number) if number else None


@rule(
    "episode-type",
    MUST,
    ("itunes:episodeType",),
    "“{value}” is no type of episode; there are full, trailer and bonus.",
)
def episode_type(node: Node) -> bool:
    """PSP-1, itunes:episodeType."""
    return node.text in ("full", "trailer", "bonus")


@rule("duration-there", SHOULD, ("item",), "The episode doesn't say how long it is (itunes:duration).")
def duration_there(item: Node) -> bool:
    """PSP-1, itunes:duration: recommended."""
    return item.first("itunes:duration") is not None


@rule("duration", SHOULD, ("itunes:duration",), "The duration “{value}” isn't given in whole seconds.")
def duration(node: Node) -> bool:
    """PSP-1, itunes:duration: in seconds."""
    return is_count(node.text)

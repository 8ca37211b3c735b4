"""Apple's tags (the Podcaster's Guide to RSS, PSP-1). What is not `yes` in `complete` and `block` is left out."""

from __future__ import annotations

from .elements import ITUNES, Element, add, flag
from .entries import FeedChannel, FeedItem


def add_itunes_to_channel(parent: Element, channel: FeedChannel) -> None:
    """The channel's tags, into the `channel` element `parent`."""
    if channel.author:
        add(parent, ITUNES, "author", channel.author)
    if channel.owner_email:
        owner = add(parent, ITUNES, "owner")
        add(owner, ITUNES, "name", channel.owner_name or channel.author)
        add(owner, ITUNES, "email", channel.owner_email)
    add(parent, ITUNES, "image", href=channel.image)
    for category in channel.categories:
        inside = parent
        for name in category.split(" > "):
            inside = add(inside, ITUNES, "category", text=name.strip())
    add(parent, ITUNES, "explicit", flag(channel.explicit))
    add(parent, ITUNES, "type", channel.type)
    if channel.new_feed_url:
        add(parent, ITUNES, "new-feed-url", channel.new_feed_url)
    for name, said in (("block", channel.block), ("complete", channel.complete)):
        if said:
            add(parent, ITUNES, name, "yes")


def add_itunes_to_item(parent: Element, item: FeedItem, image: str) -> None:
    """An episode's tags, into the `item` element `parent`; the show's `image` stands where it has none."""
    add(parent, ITUNES, "duration", str(max(round(item.enclosure.seconds), 1)))
    add(parent, ITUNES, "explicit", flag(item.explicit))
    add(parent, ITUNES, "episodeType", item.type)
    add(parent, ITUNES, "image", href=item.image or image)
    if item.season:
        add(parent, ITUNES, "season", str(item.season))
    if item.number:
        add(parent, ITUNES, "episode", str(item.number))
    if item.block:
        add(parent, ITUNES, "block", "yes")

"""The channel's tags of the podcast namespace, and those that episodes share (podcastindex.org/namespace/1.0)."""

from __future__ import annotations

from collections.abc import Iterable
from email.utils import format_datetime
from math import gcd

from ..podcasting import License, Location, RemoteItem
from ..vocabularies import ROLES
from .elements import PODCAST, Element, add, flag
from .entries import FeedChannel, FeedFrequency, FeedFunding, FeedImage, FeedPerson, FeedTrailer
from .texts import shorten

TRAILER = 128
"""Bytes of a trailer's title, of which apps keep so many characters; the episode has it whole."""


def add_podcast_to_channel(parent: Element, channel: FeedChannel) -> None:
    """The channel's tags, into the `channel` element `parent`."""
    add(parent, PODCAST, "guid", channel.guid)
    add(parent, PODCAST, "locked", "yes" if channel.locked else "no", owner=channel.owner_email)
    add(parent, PODCAST, "medium", "podcast")
    add_people(parent, channel.people)
    add_license(parent, channel.license)
    add_location(parent, channel.location)
    _images(parent, channel.images)
    add_funding(parent, channel.funding)
    _trailers(parent, channel.trailers)
    _frequency(parent, channel.frequency)
    for note in channel.txt:
        if note.text:
            add(parent, PODCAST, "txt", note.text, purpose=note.purpose)
    add_ai_content(parent, channel.ai_content)
    if channel.podroll:
        podroll = add(parent, PODCAST, "podroll")
        for remote in channel.podroll:
            _remote(podroll, remote)
    if channel.publisher:
        _remote(add(parent, PODCAST, "publisher"), channel.publisher, "publisher")
    if channel.podping:
        add(parent, PODCAST, "podping", usesPodping="true")
    if channel.block:
        add(parent, PODCAST, "block", "yes")
    for service in channel.blocked_services:
        add(parent, PODCAST, "block", "yes", id=service)


def add_people(parent: Element, people: Iterable[FeedPerson]) -> None:
    """Everybody who has a name, in the group of the Podcast Taxonomy that their role belongs to."""
    for person in people:
        if person.name:
            add(
                parent,
                PODCAST,
                "person",
                person.name,
                role=person.role,
                group=ROLES.get(person.role),
                href=person.href,
                img=person.image,
            )


def add_license(parent: Element, license_: License | None) -> None:
    """Under which terms others may use it."""
    if license_ and license_.name:
        add(parent, PODCAST, "license", license_.name, url=license_.url)


def add_location(parent: Element, place: Location | None) -> None:
    """What place it is about or comes from."""
    if place and place.name:
        add(
            parent,
            PODCAST,
            "location",
            place.name,
            rel=place.rel,
            geo=place.geo,
            osm=place.osm,
            country=place.country,
        )


def add_funding(parent: Element, pages: Iterable[FeedFunding]) -> None:
    """Where listeners can support it."""
    for page in pages:
        add(parent, PODCAST, "funding", page.title, url=page.url)


def add_ai_content(parent: Element, said: bool | None) -> None:
    """Whether a machine made it, where that is said at all (Apple's purpose `ai-content`)."""
    if said is not None:
        add(parent, PODCAST, "txt", flag(said), purpose="ai-content")


def _images(parent: Element, images: Iterable[FeedImage]) -> None:
    for image in images:
        part = gcd(image.width, image.height)
        add(
            parent,
            PODCAST,
            "image",
            href=image.url,
            alt=image.alt,
            aspect_ratio=f"{image.width // part}/{image.height // part}" if part else None,
            width=image.width,
            height=image.height,
            type=image.media_type,
            purpose=" ".join(image.purposes),
        )


def _trailers(parent: Element, trailers: Iterable[FeedTrailer]) -> None:
    for trailer in trailers:
        add(
            parent,
            PODCAST,
            "trailer",
            shorten(trailer.title, TRAILER),
            url=trailer.url,
            pubdate=format_datetime(trailer.date),
            length=trailer.size,
            type=trailer.media_type,
            season=trailer.season,
        )


def _frequency(parent: Element, frequency: FeedFrequency | None) -> None:
    if frequency:
        add(
            parent,
            PODCAST,
            "updateFrequency",
            frequency.title,
            rrule=frequency.rrule,
            dtstart=frequency.starts,
            complete="true" if frequency.complete else None,
        )


def _remote(parent: Element, remote: RemoteItem, medium: str = "") -> None:
    add(
        parent,
        PODCAST,
        "remoteItem",
        feedGuid=remote.guid,
        feedUrl=remote.url,
        title=remote.title,
        medium=medium,
    )

"""Four parsers of npm that apps are built on read back exactly what the source says."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any

from site_builder.feeds.entries import FeedFunding, FeedItem, FeedPerson, FeedTranscript
from site_builder.podcasting import Soundbite

from .conftest import Show, description, description_html, newest_first, podcast_feed, whole_seconds

Readers = Callable[[bytes], dict[str, Any]]


def without_nothing(parts: dict[str, object]) -> dict[str, object]:
    """What parsers make of attributes: those that aren't there are left out."""
    return {name: value for name, value in parts.items() if value not in ("", None, [], ())}


def transcript(told: FeedTranscript) -> dict[str, object]:
    timed = told.media_type != "text/html"
    parts = {"url": told.url, "type": told.media_type, "language": told.language}
    return without_nothing({**parts, "rel": timed and "captions"} if timed else parts)


def person(told: FeedPerson, name: str) -> dict[str, object]:
    groups = {"editor": "writing", "cover art designer": "visuals", "sound designer": "audio post-production"}
    group = groups.get(told.role, "cast")
    return without_nothing(
        {name: told.name, "role": told.role, "group": group, "href": told.href, "img": told.image}
    )


def soundbite(told: Soundbite, name: str) -> dict[str, object]:
    return without_nothing({"startTime": told.start, "duration": told.duration, name: told.title})


def funding(told: FeedFunding, name: str) -> dict[str, object]:
    return {"url": told.url, name: told.title}


def test_feedsmith(show: Show, readers: Readers) -> None:
    channel, items = show
    read = readers(podcast_feed(channel, items))["feedsmith"]

    assert (read["title"], read["link"], read["description"]) == (
        channel.title,
        channel.link,
        channel.description,
    )
    assert (read["language"], read["copyright"]) == (channel.language, channel.copyright)
    assert read["image"] == {"url": channel.image, "title": channel.title, "link": channel.link}
    assert [(link["rel"], link["href"]) for link in read["atom"]["links"]] == [
        ("self", channel.url),
        ("hub", channel.hub),
    ]
    assert read["itunes"] == {
        "image": channel.image,
        "explicit": False,
        "author": channel.author,
        "type": channel.type,
        "categories": [
            {"text": "Government"},
            {"text": "Society & Culture", "categories": [{"text": "Documentary"}]},
        ],
        "owner": {"name": channel.owner_name, "email": channel.owner_email},
    }
    trailer, place, license_ = channel.trailers[0], channel.location, channel.license
    frequency, publisher = channel.frequency, channel.publisher
    assert place
    assert license_
    assert frequency
    assert publisher
    assert read["podcast"] == {
        "locked": {"value": True, "owner": channel.owner_email},
        "guid": channel.guid,
        "medium": "podcast",
        "persons": [person(one, "display") for one in channel.people],
        "license": {"display": license_.name},
        "locations": [
            {
                "display": place.name,
                "rel": place.rel,
                "geo": place.geo,
                "osm": place.osm,
                "country": place.country,
            }
        ],
        "images": [
            {
                "href": image.url,
                "alt": image.alt,
                "aspectRatio": ratio,
                "width": image.width,
                "height": image.height,
                "type": image.media_type,
                "purpose": " ".join(image.purposes),
            }
            for image, ratio in zip(channel.images, ("1/1", "40/21"), strict=True)
        ],
        "fundings": [funding(page, "display") for page in channel.funding],
        "trailers": [
            {
                "display": trailer.title,
                "url": trailer.url,
                "pubDate": format_datetime(trailer.date),
                "length": trailer.size,
                "type": trailer.media_type,
                "season": trailer.season,
            }
        ],
        "updateFrequency": {
            "display": frequency.title,
            "rrule": frequency.rrule,
            "dtstart": frequency.starts,
        },
        "txts": [
            *(without_nothing({"display": note.text, "purpose": note.purpose}) for note in channel.txt),
            {"display": "false", "purpose": "ai-content"},
        ],
        "podroll": {
            "remoteItems": [
                without_nothing({"feedGuid": remote.guid, "feedUrl": remote.url, "title": remote.title})
                for remote in channel.podroll
            ]
        },
        "publisher": {
            "remoteItem": {"feedGuid": publisher.guid, "feedUrl": publisher.url, "medium": "publisher"}
        },
        "podping": {"usesPodping": True},
        "blocks": [{"value": True, "id": service} for service in channel.blocked_services],
    }
    for episode, item in zip(read["items"], newest_first(items), strict=True):
        assert episode["title"] == item.title
        assert episode["link"] == item.link
        assert episode["description"] == description_html(item)
        assert episode.get("content", {}).get("encoded", "") == item.content
        assert episode["guid"] == {"value": item.guid, "isPermaLink": False}
        assert episode["pubDate"] == format_datetime(item.date)
        assert episode["enclosures"] == [enclosure(item)]
        assert episode["itunes"] == without_nothing(
            {
                "duration": whole_seconds(item),
                "explicit": item.explicit,
                "image": item.image or channel.image,
                "episodeType": item.type,
                "season": item.season,
                "episode": item.number,
                "block": item.block or None,
            }
        )
        assert episode["podcast"] == without_nothing(namespace_of(item))


def enclosure(item: FeedItem) -> dict[str, object]:
    audio = item.enclosure
    return {"url": audio.url, "length": audio.size, "type": audio.media_type}


def namespace_of(item: FeedItem) -> dict[str, object]:
    """What feedsmith 3.0.1 tells of the namespace: it loses an episode's `funding` and `contentLink`."""
    place, license_ = item.location, item.license
    return {
        "season": item.season and without_nothing({"number": item.season, "name": item.season_name}),
        "episode": item.number and without_nothing({"number": item.number, "display": item.label}),
        "transcripts": [transcript(one) for one in item.transcripts],
        "chapters": {"url": item.chapters_url, "type": "application/json+chapters"},
        "soundbites": [soundbite(bite, "display") for bite in item.soundbites],
        "persons": [person(one, "display") for one in item.people],
        "alternateEnclosures": alternates(item),
        "license": license_ and {"display": license_.name, "url": license_.url},
        "locations": place
        and [
            {
                "display": place.name,
                "rel": place.rel,
                "geo": place.geo,
                "osm": place.osm,
                "country": place.country,
            }
        ],
        "socialInteracts": [
            without_nothing(
                {
                    "protocol": place.protocol,
                    "uri": place.url,
                    "accountId": place.account,
                    "priority": number if place.url else None,
                }
            )
            for number, place in enumerate(item.social, start=1)
        ],
        "txts": [{"display": str(item.ai_content).lower(), "purpose": "ai-content"}]
        if item.ai_content is not None
        else [],
    }


def alternates(item: FeedItem) -> list[dict[str, object]]:
    audio = item.enclosure
    if not item.alternates and not audio.sha256:
        return []
    own = {
        "type": audio.media_type,
        "length": audio.size,
        "bitrate": round(8 * audio.size / audio.seconds),
        "default": True,
        "sources": [{"uri": audio.url}],
    }
    if audio.sha256:
        sri = f"sha256-{b64encode(bytes.fromhex(audio.sha256)).decode()}"
        own["integrity"] = {"type": "sri", "value": sri}
    others: list[dict[str, object]] = [
        {
            "type": other.media_type,
            "length": other.size,
            "bitrate": round(8 * other.size / other.seconds),
            "title": other.title,
            "sources": [{"uri": other.url}],
        }
        for other in item.alternates
    ]
    return [own, *others]


def test_partytime(show: Show, readers: Readers) -> None:
    channel, items = show
    read = readers(podcast_feed(channel, items))["partytime"]

    assert read["title"] == channel.title
    assert read["guid"] == channel.guid
    assert read["locked"] is True
    assert read["podcastOwner"] == channel.owner_email
    assert read["medium"] == "podcast"
    assert read["explicit"] is False
    assert read["itunesImage"] == channel.image
    assert read["pubsub"] == {"self": channel.url, "hub": channel.hub}
    assert read["itunesCategory"] == list(channel.categories)
    assert read["podcastFunding"] == [funding(page, "message") for page in channel.funding]
    assert [lower(one) for one in read["podcastPeople"]] == [person(one, "name") for one in channel.people]
    assert [trailer["url"] for trailer in read["trailers"]] == [trailer.url for trailer in channel.trailers]
    assert [one["feedGuid"] for one in read["podroll"]] == [remote.guid for remote in channel.podroll]
    for episode, item in zip(read["items"], newest_first(items), strict=True):
        assert episode["guid"] == item.guid
        assert episode["title"] == item.title
        assert episode["link"] == item.link
        # partytime 5.0.0 decodes entities twice: in XML, and in the HTML that it holds
        assert episode["description"] == f"<p>{description(item)}</p>"
        assert episode["enclosure"] == enclosure(item)
        assert episode["duration"] == whole_seconds(item)
        assert episode["explicit"] is item.explicit
        assert datetime.fromisoformat(episode["pubDate"]) == item.date
        assert episode["itunesEpisodeType"] == item.type
        assert episode["itunesImage"] == (item.image or channel.image)
        assert episode.get("podcastSeason", {}).get("number") == item.season
        assert episode.get("podcastEpisode", {}).get("number") == item.number
        assert episode["podcastChapters"] == {"url": item.chapters_url, "type": "application/json+chapters"}
        # partytime 5.0.0 calls SubRip by an older type
        assert [
            {**told, "type": told["type"].replace("application/srt", "application/x-subrip")}
            for told in episode["podcastTranscripts"]
        ] == [transcript(one) for one in item.transcripts]
        # partytime 5.0.0 knows each role in one group only, and calls the editor one of video
        assert [without(lower(one), "group") for one in episode["podcastPeople"]] == [
            without(person(one, "name"), "group") for one in item.people
        ]
        assert [bite["startTime"] for bite in episode.get("podcastSoundbites", [])] == [
            bite.start for bite in item.soundbites
        ]
        assert [one["source"][0]["uri"] for one in episode.get("alternativeEnclosures", [])] == [
            one["sources"][0]["uri"]  # type: ignore[index]
            for one in alternates(item)
        ]


def lower(told: dict[str, str]) -> dict[str, object]:
    """partytime writes roles and groups as the taxonomy does, with capitals."""
    return {**told, "role": told["role"].lower(), "group": told["group"].lower()}


def without(parts: dict[str, object], name: str) -> dict[str, object]:
    return {key: value for key, value in parts.items() if key != name}


def test_rss_parser(show: Show, readers: Readers) -> None:
    """rss-parser 3.13.0 knows nothing of the podcast namespace."""
    channel, items = show
    read = readers(podcast_feed(channel, items))["rss-parser"]

    assert read["title"] == channel.title
    assert read["link"] == channel.link
    assert read["feedUrl"] == channel.url
    assert read["image"] == {"url": channel.image, "title": channel.title, "link": channel.link}
    assert read["itunes"]["owner"] == {"name": channel.owner_name, "email": channel.owner_email}
    assert read["itunes"]["author"] == channel.author
    for episode, item in zip(read["items"], newest_first(items), strict=True):
        assert episode["guid"] == item.guid
        assert episode["title"] == item.title
        assert episode["link"] == item.link
        assert episode["content"] == description_html(item)
        assert episode["contentSnippet"] == description(item)
        assert episode.get("content:encoded", "") == item.content
        assert {**episode["enclosure"], "length": int(episode["enclosure"]["length"])} == enclosure(item)
        assert datetime.fromisoformat(episode["isoDate"]) == item.date
        assert episode["itunes"] == without_nothing(
            {
                "duration": str(whole_seconds(item)),
                "explicit": str(item.explicit).lower(),
                "image": item.image or channel.image,
                "episodeType": item.type,
                "season": item.season and str(item.season),
                "episode": item.number and str(item.number),
            }
        )


def test_podverse(show: Show, readers: Readers) -> None:
    """podverse 1.1.1 knows the first tags of the podcast namespace only, and no seasons and numbers."""
    channel, items = show
    read = readers(podcast_feed(channel, items))["podverse"]

    meta = read["meta"]
    assert meta["title"] == channel.title
    assert meta["link"] == channel.link
    assert meta["imageURL"] == channel.image
    assert meta["author"] == [channel.author]
    assert meta["categories"] == [name.replace(" > ", ">") for name in channel.categories]
    assert meta["locked"] == {"value": "yes", "owner": channel.owner_email}
    assert meta["funding"] == [funding(page, "value") for page in channel.funding]
    assert meta["explicit"] is False
    # podverse 1.1.1 sorts episodes by the letters of their dates
    episodes = {episode["guid"]: episode for episode in read["episodes"]}
    assert len(read["episodes"]) == len(episodes) == len(items)
    for item in items:
        episode = episodes[item.guid]
        assert episode["title"] == item.title
        assert episode["link"] == item.link
        assert episode["description"] == description_html(item)
        assert {**episode["enclosure"], "length": int(episode["enclosure"]["length"])} == enclosure(item)
        assert episode["duration"] == whole_seconds(item)
        assert episode["explicit"] is item.explicit
        assert parsedate_to_datetime(episode["pubDate"]) == item.date
        assert episode["imageURL"] == (item.image or channel.image)
        assert episode["chapters"] == {"url": item.chapters_url, "type": "application/json+chapters"}
        assert episode["transcript"] == [transcript(one) for one in item.transcripts]
        assert episode.get("soundbite", []) == [soundbite(bite, "title") for bite in item.soundbites]
        assert episode.get("funding", []) == [funding(page, "value") for page in item.funding]

"""A show in one language → what its feed says: the channel and its episodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..audio.facts import AudioFacts
from ..chapters import chapters_of
from ..documents import Document, EpisodeDetails
from ..feeds.entries import (
    FeedChannel,
    FeedEnclosure,
    FeedFrequency,
    FeedFunding,
    FeedImage,
    FeedItem,
    FeedPerson,
    FeedTrailer,
    FeedTranscript,
)
from ..feeds.podcast import feed_pages
from ..plan.edition import Edition, EpisodeWithAudio
from ..plan.publicity import publicity_text
from ..podcasting import Artwork, Credit, UpdateFrequency
from ..shows import Show
from ..transcripts import MEDIA_TYPES
from .text_in_feeds import text_in_feeds, voices_text

_COVER = ("artwork",)
"""What the cover is for, in the words of `podcast:image`."""


def podcast_of(edition: Edition, show: Show) -> tuple[tuple[str, bytes], ...]:
    """The pages of `show`'s feed in this language, with their URLs; none where no episode has audio in it."""
    urls, episodes = edition.urls, edition.episodes_with_audio(show)
    if not episodes:
        return ()

    def page_url(number: int) -> str:
        return urls.absolute(urls.podcast_feed(show, edition.code, number))

    items = (_item(edition, show, episode) for episode in episodes)
    return feed_pages(_channel(edition, show), items, page_url)


def _channel(edition: Edition, show: Show) -> FeedChannel:
    urls, code = edition.urls, edition.code
    return FeedChannel(
        url=urls.absolute(urls.podcast_feed(show, code)),
        guid=show.guid.get(code, ""),
        title=show.title[code],
        link=urls.absolute(urls.show(show.name, code)),
        description=show.description[code],
        publicity=publicity_text(edition),
        language=code,
        author=show.author[code],
        owner_name=show.owner_name,
        owner_email=show.owner_email,
        categories=show.categories,
        image=urls.absolute(urls.audio(show.image)),
        explicit=show.explicit,
        type=show.type,
        copyright=show.copyright.get(code, ""),
        people=(*_people(edition, show.hosts, "host"), *_credited(edition, show.credits)),
        license=show.license,
        location=show.location,
        funding=tuple(
            FeedFunding(page.url, page.titles[code]) for page in show.funding if code in page.titles
        ),
        frequency=_frequency(show.update_frequency, code),
        trailers=tuple(_trailers(edition, show)),
        podroll=show.podroll,
        publisher=show.publisher,
        txt=show.txt,
        ai_content=show.ai_content,
        images=tuple(_images(edition, (Artwork(show.image, show.title[code], _COVER), *show.images))),
        locked=show.locked,
        block=show.block or edition.is_preview,
        blocked_services=show.blocked_services,
        complete=show.complete,
        podping=show.podping,
        hub=show.hub,
        new_feed_url=show.new_feed_url.get(code, ""),
        stylesheet=urls.feed_stylesheet(show, code),
    )


def _frequency(frequency: UpdateFrequency | None, code: str) -> FeedFrequency | None:
    if frequency is None or code not in frequency.titles:
        return None
    starts = frequency.starts.isoformat() if frequency.starts else ""
    return FeedFrequency(frequency.titles[code], frequency.rrule, starts, frequency.complete)


def _trailers(edition: Edition, show: Show) -> Iterator[FeedTrailer]:
    """A trailer is an episode of its own, and the channel's advertisement too (podcast namespace, `trailer`)."""
    for episode in edition.episodes_with_audio(show):
        title, details = episode.document.title, episode.details
        if details.type == "trailer":
            audio = _enclosure(edition, episode.audio)
            yield FeedTrailer(title, audio.url, episode.date, audio.size, audio.media_type, details.season)


def _images(edition: Edition, artwork: Iterable[Artwork]) -> Iterator[FeedImage]:
    for image in artwork:
        facts = edition.library.pictures.get(image.path)
        if facts:
            url = edition.urls.absolute(edition.urls.media(image.path))
            kind = f"image/{facts.format.lower()}"
            yield FeedImage(url, image.alt, facts.width, facts.height, kind, image.purposes)


def _item(edition: Edition, show: Show, episode: EpisodeWithAudio) -> FeedItem:
    urls, library = edition.urls, edition.library
    document, details = episode.document, episode.details
    cover = details.cover if details.cover in library.pictures else show.image
    return FeedItem(
        guid=details.guid,
        title=document.title,
        link=urls.absolute(urls.page(document)),
        description=document.description,
        date=episode.date,
        enclosure=_enclosure(edition, episode.audio),
        publicity=publicity_text(edition, document.project) if document.project else "",
        content=text_in_feeds(edition, document),
        explicit=details.explicit,
        season=details.season,
        season_name=show.seasons.get(details.season or 0, {}).get(edition.code, ""),
        number=details.number,
        label=details.label,
        type=details.type,
        image=urls.absolute(urls.media(cover)),
        people=(
            *_people(edition, details.hosts or show.hosts, "host"),
            *_people(edition, details.guests, "guest"),
            *_credited(edition, details.credits or show.credits),
        ),
        transcripts=tuple(_transcripts(edition, document)),
        chapters_url=urls.absolute(urls.chapters(document)) if chapters_of(library, document) else "",
        soundbites=details.soundbites,
        alternates=tuple(
            replace(_enclosure(edition, library.audio[alternate.path]), title=alternate.title)
            for alternate in details.alternate_audio
            if alternate.path in library.audio
        ),
        license=details.license,
        location=details.location,
        funding=tuple(FeedFunding(page.url, page.title) for page in details.funding),
        social=details.social,
        content_links=details.content_links,
        ai_content=details.ai_content,
        block=details.block,
        synthetic_voice=voices_text(edition, document),
    )


def _enclosure(edition: Edition, audio: AudioFacts) -> FeedEnclosure:
    url = edition.urls.absolute(edition.urls.enclosure(audio))
    return FeedEnclosure(url, audio.size, audio.media_type, audio.seconds, audio.sha256)


def _transcripts(edition: Edition, document: Document) -> Iterator[FeedTranscript]:
    """The transcripts of its audio in every language, its own first, each in every form.

    That of a version with audio of its own has that one's times, and apps would show it to this one: AntennaPod takes
    the last of all languages.
    """
    versions = edition.library.versions[document.id]
    for version in sorted(versions.values(), key=lambda version: version is not document):
        details, played = version.details, edition.library.audio_of(version)
        if not played or played.version is not document:
            continue
        if isinstance(details, EpisodeDetails) and details.transcript in edition.library.transcripts:
            for ending, media_type in MEDIA_TYPES.items():
                url = edition.urls.absolute(edition.urls.transcript(details.transcript, ending))
                yield FeedTranscript(url, version.language, media_type)


def _people(edition: Edition, names: Iterable[str], role: str) -> Iterator[FeedPerson]:
    for name in names:
        person = edition.person(name)
        if person:
            picture = edition.picture(person)
            image = edition.urls.absolute(picture.url) if picture else ""
            yield FeedPerson(person.title, role, edition.urls.absolute(edition.urls.page(person)), image)


def _credited(edition: Edition, credits: Iterable[Credit]) -> Iterator[FeedPerson]:  # noqa: A002 - the field's name
    for credit in credits:
        yield from _people(edition, (credit.person,), credit.role)

"""An edition → what its feeds say."""

from __future__ import annotations

from urllib.parse import urlsplit

from ..documents import Document, EpisodeDetails, Kind
from ..feeds.atom import NEWEST, atom_feed, entry_id
from ..feeds.entries import (
    AtomEntry,
    AtomFeed,
    FeedChannel,
    FeedEnclosure,
    FeedItem,
    FeedPerson,
    FeedTranscript,
)
from ..feeds.podcast import podcast_feed
from ..plan.edition import Edition
from ..plan.podcast import chapters_of


def atom_of(edition: Edition) -> bytes:
    """The Atom feed of everything dated in this language."""
    urls, code = edition.urls, edition.code
    dated = (document for document in edition.documents if document.date)
    newest = sorted(dated, key=lambda document: document.date.timestamp() if document.date else 0.0)[-NEWEST:]
    feed = AtomFeed(
        url=urls.absolute(urls.atom_feed(code)),
        title=edition.settings.title,
        link=urls.absolute(urls.home(code)),
        subtitle=edition.settings.description,
        language=code,
        author=edition.settings.title,
    )
    return atom_feed(feed, [_entry(edition, document) for document in newest])


def podcast_of(edition: Edition) -> bytes | None:
    """The podcast's feed in this language: the episodes with audio in it; None where there are none."""
    show, urls, code = edition.library.show, edition.urls, edition.code
    episodes = edition.episodes_with_audio
    if show is None or not episodes:
        return None
    channel = FeedChannel(
        url=urls.absolute(urls.podcast_feed(code)),
        guid=show.guid[code],
        title=show.title[code],
        link=urls.absolute(urls.section(Kind.EPISODE, code)),
        description=show.description[code],
        language=code,
        author=show.author,
        owner_name=show.owner_name,
        owner_email=show.owner_email,
        categories=show.categories,
        image=urls.absolute(urls.audio(show.image)),
        explicit=show.explicit,
        copyright=show.copyright,
        people=_people(edition, show.hosts, "host"),
    )
    return podcast_feed(channel, [_item(edition, document) for document in episodes])


def _entry(edition: Edition, document: Document) -> AtomEntry:
    urls = edition.urls
    assert document.date is not None
    host = urlsplit(urls.origin).hostname or "localhost"
    return AtomEntry(
        id=entry_id(host, document.kind.value, document.name, document.language),
        title=document.title,
        link=urls.absolute(urls.page(document)),
        summary=document.description,
        published=document.date,
        updated=document.updated or document.date,
        content=edition.html(document, urls.origin),
        authors=tuple(link.label for link in edition.person_links(document.authors)),
        topics=tuple(link.label for link in edition.topic_links(document)),
    )


def _item(edition: Edition, document: Document) -> FeedItem:
    urls, details, library = edition.urls, document.details, edition.library
    assert isinstance(details, EpisodeDetails)
    assert document.date is not None
    audio = library.audio[details.audio]
    synthetic = edition.language.text("The voice in this episode is synthetic.")
    hosts = details.hosts or (library.show.hosts if library.show else ())
    return FeedItem(
        guid=details.guid,
        title=document.title,
        link=urls.absolute(urls.page(document)),
        description=document.description,
        date=document.date,
        enclosure=FeedEnclosure(urls.absolute(urls.enclosure(audio)), audio.size, audio.media_type),
        seconds=audio.seconds,
        content=edition.html(document, urls.origin),
        explicit=details.explicit,
        season=details.season,
        number=details.number,
        type=details.type,
        people=_people(edition, hosts, "host") + _people(edition, details.guests, "guest"),
        transcripts=(
            (FeedTranscript(urls.absolute(urls.transcript(details.transcript)), document.language),)
            if details.transcript in library.transcripts
            else ()
        ),
        chapters_url=urls.absolute(urls.chapters(document)) if chapters_of(edition, document) else "",
        synthetic_voice=synthetic if details.synthetic_voice else "",
    )


def _people(edition: Edition, names: tuple[str, ...], role: str) -> tuple[FeedPerson, ...]:
    links = edition.person_links(names)
    return tuple(FeedPerson(link.label, role, edition.urls.absolute(link.url)) for link in links)

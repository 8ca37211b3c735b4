"""A podcast and its episodes. Sources: https://schema.org/PodcastSeries, /PodcastEpisode, /AudioObject, /Clip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...audio.facts import AudioFacts
from ...documents import Document, EpisodeDetails
from ...seconds import iso_duration
from ...shows import Show
from ..edition import Edition
from ..views import ChapterView, Player, View
from .page import page_id
from .parts import people, pictures, subjects, translations
from .script import Data, filled


def series(edition: Edition, view: View, show: Show) -> Data:
    """The podcast of a show's page."""
    urls, code = edition.urls, edition.code
    return filled(
        {
            **_series(edition, show),
            "description": view.description,
            "inLanguage": code,
            "image": urls.absolute(urls.audio(show.image)),
            "webFeed": [subscription.feed.url for subscription in view.subscribe],
            "author": _organization(show.author[code]),
            "publisher": _organization(show.owner_name),
            "actor": people(edition, show.hosts),
            "sameAs": list(show.apps.get(code, {}).values()),
            "mainEntityOfPage": {"@id": page_id(view.canonical)},
        }
    )


def episode(edition: Edition, view: View, show: Show, document: Document) -> Data:
    """An episode: its audio, its chapters as clips, those who speak in it."""
    details, played = document.details, edition.library.audio_of(document)
    assert isinstance(details, EpisodeDetails)
    url = view.canonical
    return filled(
        {
            "@type": "PodcastEpisode",
            "@id": url,
            "name": view.title,
            "url": url,
            "description": view.description,
            "inLanguage": document.language,
            "datePublished": document.date.isoformat() if document.date else "",
            "dateModified": document.modified.isoformat() if document.modified else "",
            "image": pictures(edition, view),
            "episodeNumber": details.number,
            "partOfSeason": {"@type": "PodcastSeason", "seasonNumber": details.season}
            if details.season
            else None,
            "partOfSeries": _series(edition, show),
            "author": _organization(show.author[edition.code]),
            "actor": people(edition, (*(details.hosts or show.hosts), *details.guests)),
            "about": subjects(edition, view),
            "mainEntityOfPage": {"@id": page_id(url)},
            **translations(edition, document, "PodcastEpisode"),
            **(_heard(edition, url, view.player, played.audio) if view.player and played else {}),
        }
    )


def _heard(edition: Edition, url: str, player: Player, audio: AudioFacts) -> Data:
    """What an episode that can be played has on top."""
    length = iso_duration(audio.seconds)
    return {
        "timeRequired": length,
        "associatedMedia": _audio(edition, player, audio, length),
        "hasPart": [_clip(url, *chapter) for chapter in _chapters(player.chapters, audio.seconds)],
    }


def _series(edition: Edition, show: Show) -> Data:
    url = edition.urls.absolute(edition.urls.show(show.name, edition.code))
    return {"@type": "PodcastSeries", "@id": url, "name": show.title[edition.code], "url": url}


def _audio(edition: Edition, player: Player, audio: AudioFacts, length: str) -> Data:
    """The audio; `caption` is where schema.org wants a transcript that is a file of its own."""
    caption = {
        "@type": "MediaObject",
        "contentUrl": edition.urls.absolute(player.transcript_url),
        "encodingFormat": "text/vtt",
        "inLanguage": player.transcript_language,
    }
    return filled(
        {
            "@type": "AudioObject",
            "contentUrl": edition.urls.absolute(edition.urls.enclosure(audio)),
            "encodingFormat": audio.media_type,
            "contentSize": f"{audio.size} B",
            "duration": length,
            "inLanguage": player.language,
            "embedUrl": player.embed_url,
            "caption": caption if player.transcript_url else None,
        }
    )


def _chapters(chapters: Sequence[ChapterView], seconds: float) -> Iterator[tuple[ChapterView, int]]:
    """Each chapter with the second that it ends at."""
    yield from ((chapter, later.start) for chapter, later in pairwise(chapters))
    yield from ((chapter, round(seconds)) for chapter in chapters[-1:])


def _clip(url: str, chapter: ChapterView, end: int) -> Data:
    return {
        "@type": "Clip",
        "name": chapter.title,
        "startOffset": chapter.start,
        "endOffset": end,
        "url": f"{url}#t={chapter.start}",
    }


def _organization(name: str) -> Data | None:
    return {"@type": "Organization", "name": name} if name else None

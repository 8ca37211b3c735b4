"""A podcast and its episodes as JSON-LD in the words of schema.org, for search engines and assistants.

Sources: https://schema.org/PodcastSeries, /PodcastEpisode, /AudioObject, /Clip; URLs are absolute with host.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from ..audio.facts import AudioFacts
from ..documents import Document, EpisodeDetails
from ..shows import Show
from .edition import Edition
from .views import ChapterView, Feed, Html, Player

Data = dict[str, Any]

_CONTEXT = "https://schema.org"
_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def as_script(data: Mapping[str, Any]) -> Html:
    """`data` as the content of a `<script>`: no text in it can end the element (HTML, 4.12.1.3)."""
    return Html(json.dumps({"@context": _CONTEXT, **data}, ensure_ascii=False).translate(_ESCAPES))


def series_data(edition: Edition, show: Show, feeds: Sequence[Feed]) -> Data:
    """The podcast; `feeds` are its own, this language's first."""
    urls, code = edition.urls, edition.code
    return _filled(
        {
            **_series(edition, show),
            "description": show.description[code],
            "inLanguage": code,
            "image": urls.absolute(urls.audio(show.image)),
            "webFeed": [feed.url for feed in feeds],
            "author": _organization(show.author),
            "publisher": _organization(show.owner_name),
            "actor": list(_people(edition, show.hosts)),
            "sameAs": list(show.apps.get(code, {}).values()),
        }
    )


def episode_data(edition: Edition, show: Show, document: Document, player: Player, audio: AudioFacts) -> Data:
    """An episode: its audio, its chapters as clips, those who speak in it."""
    urls, details = edition.urls, document.details
    assert isinstance(details, EpisodeDetails)
    url = urls.absolute(urls.page(document))
    length = _duration(audio.seconds)
    picture = edition.picture(document)
    return _filled(
        {
            "@type": "PodcastEpisode",
            "@id": url,
            "name": document.title,
            "url": url,
            "description": document.description,
            "inLanguage": document.language,
            "datePublished": document.date.isoformat() if document.date else "",
            "dateModified": document.updated.isoformat() if document.updated else "",
            "timeRequired": length,
            "image": urls.absolute(picture.url) if picture else "",
            "episodeNumber": details.number,
            "partOfSeason": {"@type": "PodcastSeason", "seasonNumber": details.season}
            if details.season
            else None,
            "partOfSeries": _series(edition, show),
            "author": _organization(show.author),
            "actor": list(_people(edition, (*(details.hosts or show.hosts), *details.guests))),
            "associatedMedia": _audio(edition, player, audio, length),
            "hasPart": [_clip(url, *chapter) for chapter in _chapters(player.chapters, audio.seconds)],
        }
    )


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
    return _filled(
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


def _people(edition: Edition, names: Sequence[str]) -> Iterator[Data]:
    for link in edition.person_links(names):
        yield {"@type": "Person", "name": link.label, "url": edition.urls.absolute(link.url)}


def _organization(name: str) -> Data | None:
    return {"@type": "Organization", "name": name} if name else None


def _duration(seconds: float) -> str:
    """ISO 8601: 3,700 seconds are `PT1H1M40S`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"PT{f'{hours}H' if hours else ''}{f'{minutes}M' if minutes else ''}{rest}S"


def _filled(data: Data) -> Data:
    """`data` without what is empty."""
    return {name: value for name, value in data.items() if value not in (None, "", [])}

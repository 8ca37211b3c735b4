"""The podcast: its show page and the view of an episode with player, chapters and transcript."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from ..documents import Chapter, Document, EpisodeDetails, Kind
from ..languages import clock
from ..shows import Show
from ..transcripts import turns
from .documents import common
from .edition import SECTION_LABELS, Edition
from .frame import Editions, Page, head_title
from .views import ChapterView, Fact, Feed, Player, Shelf, Source, Turn, View

RSS = "application/rss+xml"


def show_page(editions: Editions, edition: Edition, show: Show) -> Page:
    """The page of the podcast: what it is, how to subscribe, all its episodes."""
    versions = {other.code: other.urls.section(Kind.EPISODE, other.code) for other in editions}
    build = partial(_show_view, editions, edition, show)
    return Page(versions[edition.code], show.title[edition.code], versions, build)


def episode_view(
    editions: Editions,
    edition: Edition,
    document: Document,
    related: Sequence[Document],
    versions: Mapping[str, str],
) -> View:
    """The view of an episode."""
    return View(
        layout="episode",
        facts=_facts(edition, document),
        player=_player(edition, document),
        subscribe=podcast_feeds(editions),
        **common(editions, edition, document, versions),
        related=edition.cards(related),
    )


def podcast_feeds(editions: Editions) -> tuple[Feed, ...]:
    """The show's feeds, one for each language that an episode has audio in."""
    return tuple(
        Feed(
            f"{edition.library.show.title[edition.code]} ({edition.language.name})",
            edition.urls.absolute(edition.urls.podcast_feed(edition.code)),
            RSS,
        )
        for edition in editions
        if edition.library.show and edition.episodes_with_audio
    )


def chapters_of(edition: Edition, document: Document) -> tuple[Chapter, ...]:
    """The chapters of the audio that the page plays: its own titles, else those beside the audio."""
    details = document.details
    if isinstance(details, EpisodeDetails) and details.chapters:
        return details.chapters
    audio = edition.library.audio_of(document)
    if audio and isinstance(audio[0].details, EpisodeDetails):
        return audio[0].details.chapters
    return ()


def _show_view(editions: Editions, edition: Edition, show: Show, versions: Mapping[str, str]) -> View:
    title = show.title[edition.code]
    return View(
        layout="show",
        kind=Kind.EPISODE.value,
        **editions.frame(edition, versions, lambda other: versions[other.code], ()),
        kicker=edition.language.text(SECTION_LABELS[Kind.EPISODE]),
        title=title,
        head_title=head_title(edition, title),
        description=show.description[edition.code],
        picture=edition.cover(show),
        authors=edition.person_links(show.hosts),
        shelves=(Shelf(edition.language.text("Episodes"), edition.cards(edition.of_kind(Kind.EPISODE))),),
        subscribe=podcast_feeds(editions),
    )


def _player(edition: Edition, document: Document) -> Player | None:
    found = edition.library.audio_of(document)
    if found is None:
        return None
    version, audio = found
    own, played = document.details, version.details
    assert isinstance(own, EpisodeDetails)
    assert isinstance(played, EpisodeDetails)
    transcript = own.transcript or played.transcript
    chapters = chapters_of(edition, document)
    return Player(
        source=Source(edition.urls.enclosure(audio), audio.media_type, edition.language.size(audio.size)),
        duration=edition.language.duration(audio.seconds),
        language=version.language,
        language_label=edition.language.language_name(version.language),
        borrowed=version.language != document.language,
        synthetic_voice=played.synthetic_voice,
        chapters=tuple(ChapterView(int(c.start), clock(c.start), c.title) for c in chapters),
        transcript=tuple(
            Turn(int(turn.start), clock(turn.start), turn.speaker, turn.text)
            for turn in turns(edition.library.transcripts.get(transcript, ()))
        ),
        transcript_language=document.language if own.transcript else version.language,
        transcript_url=edition.urls.transcript(transcript)
        if transcript in edition.library.transcripts
        else "",
        chapters_url=edition.urls.chapters(document) if chapters else "",
    )


def _facts(edition: Edition, document: Document) -> tuple[Fact, ...]:
    details, language = document.details, edition.language
    assert isinstance(details, EpisodeDetails)
    facts = []
    if details.number:
        facts.append(Fact(language.text("Episode"), str(details.number)))
    for label, people in ((language.text("Hosts"), details.hosts), (language.text("Guests"), details.guests)):
        if people:
            facts.append(Fact(label, links=edition.person_links(people)))
    return tuple(facts)

"""The podcast: its show page, the view of an episode with player, chapters and transcript, the player alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from ..chapters import chapters_of, written_chapters
from ..documents import Chapter, Document, EpisodeDetails, Kind
from ..languages import mark
from ..library import Played
from ..seconds import clock, decimal
from ..shows import Show
from ..transcripts import turns
from .documents import common, people_fact, show_trail
from .edition import Edition, last_change, typeset
from .elsewhere import EPISODES, elsewhere
from .frame import Editions, Page, head_title
from .kinds import SECTION_LABELS
from .publicity import publicity
from .subscribing import subscriptions
from .views import ChapterView, Fact, Link, Passage, Player, Shelf, Source, Turn, View


def show_page(editions: Editions, edition: Edition, show: Show) -> Page:
    """The page of the podcast: what it is, how to subscribe, all its episodes."""
    versions = {other.code: other.urls.show(show.name, other.code) for other in editions}
    build = partial(_show_view, editions, edition, show)
    modified = last_change(edition.episodes_of(show))
    return Page(
        versions[edition.code],
        show.title[edition.code],
        versions,
        build,
        modified=modified,
        kind=Kind.EPISODE.value,
        subject=show,
    )


def embed_page(edition: Edition, document: Document) -> Page | None:
    """The player of an episode alone, for the frames of other sites; None where there is nothing to play."""
    played = edition.library.audio_of(document)
    if played is None:
        return None
    url = edition.urls.embed(document)
    build = partial(_embed_view, edition, document, played)
    versions = {edition.code: url}
    return Page(
        url,
        document.title,
        versions,
        build,
        document.path,
        at=document.where("slug"),
        listed=False,
        kind=document.kind.value,
        subject=document,
    )


def episode_view(
    editions: Editions,
    edition: Edition,
    document: Document,
    related: Sequence[Document],
    versions: Mapping[str, str],
) -> View:
    """The view of an episode."""
    show, played = edition.library.show_of(document), edition.library.audio_of(document)
    player = _with_transcript(edition, document, played) if played else None
    return View(
        layout="episode",
        facts=_facts(edition, document),
        player=player,
        subscribe=subscriptions(editions, edition, show) if show else (),
        **common(editions, edition, document, versions),
        related=edition.cards(related),
    )


def _show_view(editions: Editions, edition: Edition, show: Show, versions: Mapping[str, str]) -> View:
    title = show.title[edition.code]
    return View(
        layout="show",
        kind=Kind.EPISODE.value,
        **editions.frame(edition, versions, trail=show_trail(edition, show)[:-1]),
        kicker=edition.language.text(SECTION_LABELS[Kind.EPISODE]),
        title=title,
        head_title=head_title(edition, title),
        description=edition.language.typeset(show.description[edition.code]),
        picture=edition.cover(show),
        authors=edition.person_links(show.hosts),
        shelves=(Shelf(edition.language.text("Episodes"), edition.cards(edition.episodes_of(show))),),
        subscribe=subscriptions(editions, edition, show),
        links=_other_shows(edition, show),
        elsewhere=elsewhere(
            editions,
            edition,
            lambda other: other.episodes_of(show),
            lambda other: Link(show.title[other.code], versions[other.code]),
            EPISODES,
        ),
    )


def show_link(edition: Edition, show: Show) -> Link:
    """A link to the page of `show`."""
    return Link(show.title[edition.code], edition.urls.show(show.name, edition.code))


def _other_shows(edition: Edition, show: Show) -> tuple[Link, ...]:
    """The site's other podcasts."""
    return tuple(show_link(edition, other) for other in edition.library.shows.values() if other is not show)


def _embed_view(edition: Edition, document: Document, played: Played, versions: Mapping[str, str]) -> View:
    url = edition.urls.page(document)
    return View(
        layout="embed",
        kind=Kind.EPISODE.value,
        language=edition.code,
        url=versions[edition.code],
        canonical=edition.urls.absolute(url),
        title=edition.title(document),
        head_title=head_title(edition, edition.language.text("Player: {title}", title=document.title)),
        description=edition.description(document),
        picture=edition.picture(document),
        player=_player(edition, document, played),
        publicity=publicity(edition, document.project),
    )


def _with_transcript(edition: Edition, document: Document, played: Played) -> Player:
    """The player with what is said in the audio, in the words of `document`'s language if it has its own."""
    own, library = document.details, edition.library
    assert isinstance(own, EpisodeDetails)
    path = own.transcript or played.details.transcript
    told = document if own.transcript else played.version
    return replace(
        _player(edition, document, played),
        transcript=tuple(
            Turn(int(turn.start), clock(turn.start), turn.speaker, typeset(told, turn.text))
            for turn in turns(library.transcripts.get(path, ()))
        ),
        transcript_language=told.language,
        transcript_url=edition.urls.transcript(path) if path in library.transcripts else "",
    )


def _player(edition: Edition, document: Document, played: Played) -> Player:
    """The player of `document`'s page."""
    own, version, audio = document.details, played.version, played.audio
    assert isinstance(own, EpisodeDetails)
    urls, language, show = edition.urls, edition.language, edition.library.show_of(document)
    chapters = chapters_of(edition.library, document)
    quoted = document if own.soundbites else version
    named = document if written_chapters(edition.library, document) else version
    source = urls.enclosure(audio)
    return Player(
        key=f"{played.details.guid}/{version.language}" if played.details.guid else source,
        source=Source(source, audio.media_type, language.size(audio.size)),
        show=show.title[edition.code] if show else "",
        embed_url=urls.absolute(urls.embed(document)),
        seconds=audio.seconds,
        duration=language.duration(audio.seconds),
        language=version.language,
        language_label=language.language_name(version.language),
        borrowed=version.language != document.language,
        synthetic_voice=played.details.synthetic_voice,
        chapters=tuple(_chapter(edition, named, chapter) for chapter in chapters),
        chapters_language=named.language,
        passages=tuple(_passages(edition, document, quoted)),
        passages_language=quoted.language,
        chapters_url=urls.chapters(document) if chapters else "",
    )


def _chapter(edition: Edition, document: Document, chapter: Chapter) -> ChapterView:
    """A chapter that is told in the language of `document`."""
    image = edition.pictures.view(chapter.image) if chapter.image in edition.library.files else None
    return ChapterView(
        int(chapter.start), clock(chapter.start), typeset(document, chapter.title), chapter.url, image
    )


def _passages(edition: Edition, document: Document, version: Document) -> Iterator[Passage]:
    """The soundbites of `version`; one without a title is called as the episode (podcast namespace, `soundbite`)."""
    details = version.details
    assert isinstance(details, EpisodeDetails)
    for bite in details.soundbites:
        start, end = decimal(bite.start), decimal(bite.start + bite.duration)
        length = edition.language.duration(bite.duration)
        title = typeset(version, bite.title) or edition.title(document)
        yield Passage(start, end, clock(bite.start), length, title)


def _facts(edition: Edition, document: Document) -> tuple[Fact, ...]:
    details, language = document.details, edition.language
    assert isinstance(details, EpisodeDetails)
    facts = []
    if details.number:
        facts.append(Fact(language.text("Episode"), str(details.number)))
    if details.hosts:
        facts.append(people_fact(edition, details.hosts, mark("Host"), mark("Hosts")))
    if details.guests:
        facts.append(people_fact(edition, details.guests, mark("Guest"), mark("Guests")))
    return tuple(facts)

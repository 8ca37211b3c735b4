"""The site in one language: what all builders of views share (links, cards, dates)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from ..audio.facts import AudioFacts
from ..documents import Document, EpisodeDetails, EventDetails, Kind, PersonDetails
from ..history.translations import Outdated
from ..iri import uri
from ..library import Library
from ..markdown import Address, Reference, timed
from ..references import External, ToDocument, ToFile, follow
from ..settings import LanguageSettings, Topic
from ..shows import Show, show_folder
from ..typography import typeset_text
from .events import event_stamp
from .kinds import KIND_LABELS
from .page_language import PageLanguage, page_language
from .pictures import COVER_WIDTH, Pictures, widest_of
from .urls import Urls
from .views import Card, Html, Link, PictureView, Stamp

PageId = tuple[Kind, str]
"""What all language versions of a page share (`Document.id`)."""

OWN_CARDS = 40
"""How many documents of a language have a card of their own: one takes about as long as a page to draw."""

WORDS_A_MINUTE = 200
"""Reading speed of a non-fiction text in Czech or English, rounded down from the usual 200–240."""


@dataclass(frozen=True, slots=True)
class EpisodeWithAudio:
    """An episode that has audio of its own in its language, and appeared on `date`."""

    document: Document
    details: EpisodeDetails
    audio: AudioFacts
    date: datetime


@dataclass(frozen=True)
class Edition:
    """One language's part of the site, made from what is published.

    `outdated` are the translations (paths) that are older than their originals. In a preview nobody else may find
    it: apps and search engines are told so.
    """

    settings: LanguageSettings
    library: Library
    urls: Urls
    now: datetime
    outdated: Mapping[str, Outdated] = field(default_factory=dict)
    is_preview: bool = False
    _cards: dict[str, Card] = field(default_factory=dict, compare=False)

    @cached_property
    def language(self) -> PageLanguage:
        """The language itself, as pages speak it."""
        return page_language(self.settings.language)

    @property
    def code(self) -> str:
        """The code of the language."""
        return self.settings.language.code

    @cached_property
    def pictures(self) -> Pictures:
        """The pictures as its pages show them."""
        return Pictures(self.library, self.urls)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents of this language that lists and the search show, the newest first."""
        return tuple(sorted((d for d in self._own if not d.is_unlisted), key=newest_first))

    @cached_property
    def unlisted(self) -> tuple[Document, ...]:
        """The other documents of this language: pages that only a link leads to."""
        return tuple(document for document in self._own if document.is_unlisted)

    @cached_property
    def _own(self) -> tuple[Document, ...]:
        return tuple(document for document in self.library.documents if document.language == self.code)

    @cached_property
    def newest(self) -> frozenset[str]:
        """The paths of the newest documents: those that are shared most, and so have cards of their own."""
        return frozenset(document.path for document in self.documents[:OWN_CARDS])

    def of_kind(self, kind: Kind) -> tuple[Document, ...]:
        """The documents of one kind, the newest first."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[Kind, tuple[Document, ...]]:
        found: dict[Kind, list[Document]] = {}
        for document in self.documents:
            found.setdefault(document.kind, []).append(document)
        return {kind: tuple(documents) for kind, documents in found.items()}

    @cached_property
    def by_topic(self) -> dict[str, tuple[Document, ...]]:
        """The documents on each topic, by its id."""
        return _grouped((topic, document) for document in self.documents for topic in document.topics)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The topics that have documents in this language, by their labels."""
        found = (topic for topic in self.library.topics.values() if topic.id in self.by_topic)
        return tuple(sorted(found, key=lambda topic: self.language.sort_key(topic.labels[self.code])))

    @cached_property
    def by_person(self) -> dict[str, tuple[Document, ...]]:
        """The documents that each person wrote or speaks in, by their id."""
        return _grouped((person, document) for document in self.documents for person in document.people)

    def episodes_of(self, show: Show) -> tuple[Document, ...]:
        """The episodes of `show`, the newest first."""
        return self._by_show.get(show.folder, ())

    @cached_property
    def _by_show(self) -> dict[str, tuple[Document, ...]]:
        return _grouped((show_folder(e.path, self.library.files), e) for e in self.of_kind(Kind.EPISODE))

    def episodes_with_audio(self, show: Show) -> tuple[EpisodeWithAudio, ...]:
        """The episodes that have audio of their own in this language, the newest first: what its feed holds."""
        return self._heard_by_show.get(show.folder, ())

    @cached_property
    def _heard_by_show(self) -> dict[str, tuple[EpisodeWithAudio, ...]]:
        return {
            folder: tuple(filter(None, map(self._with_audio, episodes)))
            for folder, episodes in self._by_show.items()
        }

    def _with_audio(self, document: Document) -> EpisodeWithAudio | None:
        played = self.library.audio_of(document)
        if not played or played.version is not document or not document.date:
            return None
        return EpisodeWithAudio(document, played.details, played.audio, document.date)

    @cached_property
    def by_series(self) -> dict[str, tuple[Document, ...]]:
        """The documents of each series, by its id, the newest first."""
        return _grouped((document.series, document) for document in self.documents if document.series)

    @cached_property
    def texts_of(self) -> Mapping[PageId, tuple[PageId, ...]]:
        """The texts that each episode belongs to, as any of its versions tells them."""
        found: dict[PageId, dict[PageId, None]] = {}
        for episode, details in self.library.episodes:
            targets = (follow(page.target, episode, self.library) for page in details.read)
            texts = {target.document.id: None for target in targets if isinstance(target, ToDocument)}
            if texts:
                found.setdefault(episode.id, {}).update(texts)
        return {episode: tuple(texts) for episode, texts in found.items()}

    @cached_property
    def heard(self) -> Mapping[PageId, tuple[PageId, ...]]:
        """The episodes that belong to each text."""
        found: dict[PageId, list[PageId]] = {}
        for episode, texts in self.texts_of.items():
            for text in texts:
                found.setdefault(text, []).append(episode)
        return {text: tuple(episodes) for text, episodes in found.items()}

    def version(self, page: PageId) -> Document:
        """`page` in this language, else in the first that it exists in."""
        versions = self.library.versions[page]
        return versions.get(self.code) or next(iter(versions.values()))

    def document_link(self, document: Document, label: str = "") -> Link:
        """A link to `document`, called `label` or as it."""
        foreign = document.language if document.language != self.code else ""
        return Link(label or self.title(document), self.urls.page(document), language=foreign)

    def person(self, name: str) -> Document | None:
        """The page of the person `name` (an id), in this language where there is one."""
        versions = self.library.people.get(name, {})
        return versions.get(self.code) or next(iter(versions.values()), None)

    def person_links(self, people: Sequence[str]) -> tuple[Link, ...]:
        """Links to the pages of `people` (ids), in this language where there is one."""
        links = self._person_links
        return tuple([links[name] for name in people if name in links])

    @cached_property
    def _person_links(self) -> dict[str, Link]:
        people = {name: self.person(name) for name in self.library.people}
        return {name: self.document_link(person) for name, person in people.items() if person}

    def topics_in_use(self) -> tuple[Link, ...]:
        """Links to all topics that have documents, by their labels."""
        return tuple(map(self.topic_link, self.topics))

    def coming_events(self) -> tuple[Document, ...]:
        """The events that aren't over, the next one first."""
        events = reversed(self.of_kind(Kind.EVENT))
        return tuple(
            e for e in events if isinstance(e.details, EventDetails) and not e.details.is_over(self.now)
        )

    def events(self) -> tuple[Document, ...]:
        """All events: those to come, the next one first, then those that are over, the latest first."""
        coming = self.coming_events()
        return (*coming, *self.of_kind(Kind.EVENT)[len(coming) :])

    def kind_label(self, document: Document) -> str:
        """What readers see of the kind of `document`."""
        details = document.details
        if isinstance(details, EventDetails) and details.is_over(self.now):
            return self.language.text("Past event")
        if isinstance(details, PersonDetails) and details.team:
            return self.language.text("Team")
        return self.language.text(KIND_LABELS[document.kind])

    def topic_links(self, document: Document) -> tuple[Link, ...]:
        """Links to the topics of `document`."""
        links = self._topic_links
        return tuple([links[name] for name in document.topics if name in links])

    def topic_link(self, topic: Topic) -> Link:
        """The link to the page of `topic`, called as pages call it."""
        return self._topic_links[topic.id]

    @cached_property
    def _topic_links(self) -> dict[str, Link]:
        return {
            name: Link(self.language.typeset(topic.labels[self.code]), self.urls.topic(topic, self.code))
            for name, topic in self.library.topics.items()
        }

    def stamp(self, day: date) -> Stamp:
        """A day as readers see it."""
        return Stamp(day.isoformat(), self.language.date(day))

    def reading_time(self, document: Document) -> str:
        """How long reading takes, in whole minutes."""
        text = self.library.texts.get(document.path)
        minutes = max(1, round(text.words / WORDS_A_MINUTE)) if text else 1
        return self.language.plural("{n} min read", "{n} min read", minutes)

    def picture(self, document: Document) -> PictureView | None:
        """The picture of `document`, if its file is there; an episode without one has the show's cover."""
        picture = document.picture
        if picture is None and document.kind is Kind.EPISODE and (show := self.library.show_of(document)):
            return self.cover(show)
        if picture is None or picture.path not in self.library.files:
            return None
        view = self.pictures.view(picture.path, widest_of(document))
        return replace(view, alt=picture.alt, credit=typeset(document, picture.credit))

    def cover(self, show: Show) -> PictureView:
        """The cover of the podcast; its title stands beside it, so it needs no alternative text."""
        return self.pictures.view(show.image, COVER_WIDTH)

    def title(self, document: Document) -> str:
        """The title of `document`, set for readers."""
        return typeset(document, document.title)

    def description(self, document: Document) -> str:
        """Its description, set for readers."""
        return typeset(document, document.description)

    def card(self, document: Document) -> Card:
        """The document as it appears in lists; made once."""
        card = self._cards.get(document.path)
        if card is None:
            card = self._cards[document.path] = Card(
                kind=document.kind.value,
                kind_label=self.kind_label(document),
                title=self.title(document),
                url=self.urls.page(document),
                description=self.description(document),
                date=self._when(document),
                picture=self.picture(document),
                facts=self._facts(document),
            )
        return card

    def cards(self, documents: Iterable[Document]) -> tuple[Card, ...]:
        """The documents as they appear in lists."""
        return tuple(self.card(document) for document in documents)

    def html(self, document: Document, origin: str = "") -> Html:
        """The document's text, its links and pictures leading to URLs of the site, with `origin` before them.

        Times in the notes of an episode lead into its audio. Elsewhere than on its page, these and links within it,
        as those of footnotes, lead to the page. Links to what has expired lead nowhere.
        """
        text = self.library.texts[document.path]
        leading = None if document.picture else next(filter(_is_picture, text.references), None)

        def address(reference: Reference) -> str | Address | None:
            target = follow(reference.target, document, self.library)
            if isinstance(target, ToDocument):
                anchor = f"#{target.fragment}" if target.fragment else ""
                url, language = origin + self.urls.page(target.document) + anchor, target.document.language
                is_titled = reference.text == target.document.title
                return url if language == self.code else Address(url, language, is_titled)
            if isinstance(target, ToFile):
                if reference.is_picture:
                    return self.pictures.address(target.path, origin, is_first=reference is leading)
                audio = self.library.audio.get(target.path)
                place = f"#{target.fragment}" if target.fragment else ""
                return (
                    audio.url if audio and audio.url else origin + self.pictures.link(target.path)
                ) + place
            if isinstance(target, External):
                return uri(f"https:{target.url}" if target.url.startswith("//") else target.url)
            return reference.target if reference.is_picture else None

        html, page = text.html(address), origin + self.urls.page(document)
        if origin:
            html = html.replace(
                ' href="#', f' href="{page}#'
            )  # a quotation mark of the text itself is escaped
        played = self.library.audio_of(document) if document.kind is Kind.EPISODE else None
        if played:
            place = page if origin else self.urls.enclosure(played.audio)
            html = timed(html, played.audio.seconds, lambda second: f"{place}#t={second}")
        return Html(html)

    def _when(self, document: Document) -> Stamp | None:
        if isinstance(document.details, EventDetails):
            return event_stamp(self.language, document.details)
        return self.stamp(document.date.date()) if document.date else None

    def _facts(self, document: Document) -> tuple[str, ...]:
        details = document.details
        if isinstance(details, EventDetails):
            return (typeset(document, details.place),) if details.place else ()
        if isinstance(details, PersonDetails):
            return (typeset(document, details.role),) if details.role else ()
        if isinstance(details, EpisodeDetails):
            played = self.library.audio_of(document)
            return (self.language.duration(played.audio.seconds),) if played else ()
        return (self.reading_time(document),) if document.date else ()


def typeset(document: Document, text: str) -> str:
    """`text` of `document` as readers get it: by the rules of typography, if it has them on."""
    return typeset_text(text, document.language) if document.typography else text


def moment_of(document: Document) -> datetime | None:
    """When an event begins, when any other page was published; None where it has no date."""
    details = document.details
    return details.starts if isinstance(details, EventDetails) else document.date


def newest_first(document: Document) -> tuple[float, str]:
    """A sort key: the newest first (events by when they start), equal dates by path."""
    moment = moment_of(document)
    return -moment.timestamp() if moment else 0.0, document.path


def last_change(documents: Iterable[Document]) -> str:
    """The day on which one of `documents` was published or changed last, ISO 8601; empty where none has a date."""
    moments = [moment for document in documents if (moment := document.updated or document.date)]
    return max(moments).date().isoformat() if moments else ""


def _is_picture(reference: Reference) -> bool:
    return reference.is_picture


def _grouped(pairs: Iterable[tuple[str, Document]]) -> dict[str, tuple[Document, ...]]:
    found: dict[str, list[Document]] = {}
    for name, document in pairs:
        found.setdefault(name, []).append(document)
    return {name: tuple(documents) for name, documents in found.items()}

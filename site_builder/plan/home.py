"""The home page, composed of the parts that its front matter lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from ..documents import Button, Document, HomePart, Kind, PageDetails
from ..languages import mark
from ..problems import Position
from ..references import ToDocument, follow
from ..settings import SITE
from .edition import Edition, last_change
from .frame import Editions, Page
from .kinds import SECTION_LABELS, SECTIONS, WHOLE_SECTIONS
from .outdated import outdated_view
from .views import HomePartView, Html, Link, Shelf, View

NEWEST, NEWEST_EPISODES = 3, 4
"""How many of a kind are shown where its part doesn't say."""


def home_page(editions: Editions, edition: Edition) -> Page:
    """The home page: the page `index` of the content, and what it shows of the others."""
    text = _text(edition)
    versions = {other.code: other.urls.home(other.code) for other in editions}
    build = partial(_view, editions, edition)
    return Page(
        versions[edition.code],
        edition.settings.title,
        versions,
        build,
        text.path if text else "",
        last_change(edition.documents),
        kind="home",
    )


def usual_parts() -> tuple[HomePart, ...]:
    """What the home page is composed of where it doesn't say: the podcast, the text, the newest of each kind."""
    at = Position(SITE)
    kinds = (kind for kind in SECTIONS if kind not in (Kind.EPISODE, Kind.PERSON))
    return (
        HomePart("hero", at),
        HomePart("newest", at, kind=Kind.EPISODE),
        HomePart("text", at),
        *(HomePart("newest", at, kind=kind) for kind in kinds),
    )


def _view(editions: Editions, edition: Edition, versions: Mapping[str, str]) -> View:
    text = _text(edition)
    details = text.details if text else None
    parts = (details.home if isinstance(details, PageDetails) else ()) or usual_parts()
    nothing = () if edition.documents else (HomePartView("nothing"),)
    title = edition.title(text) if text else edition.settings.title
    return View(
        layout="home",
        kind="home",
        **editions.frame(edition, versions),
        title=title,
        head_title=f"{edition.settings.title} – {edition.settings.tagline}".removesuffix(" – "),
        description=edition.description(text)
        if text
        else edition.language.typeset(edition.settings.description),
        body=edition.html(text) if text else Html(""),
        picture=edition.picture(text) if text else None,
        home=(*(shown for part in parts for shown in _shown(edition, text, part)), *nothing),
        outdated=outdated_view(edition, text) if text else None,
    )


def _shown(edition: Edition, text: Document | None, part: HomePart) -> Iterator[HomePartView]:
    """`part` as readers see it; nothing where it would be empty."""
    if part.name == "hero":
        yield HomePartView("hero", links=tuple(_buttons(edition, text, part.buttons)))
    elif part.name == "text" and text:
        yield HomePartView("text")
    elif part.name == "topics" and (links := edition.topics_in_use()):
        yield HomePartView("topics", links=links)
    elif part.kind and (newest := _newest(edition, part.kind, part.count)):
        yield HomePartView("shelf", newest)
    elif text and (pages := _targets(edition, text, part)):
        yield HomePartView("shelf", Shelf(part.title, edition.cards(pages)))


def _newest(edition: Edition, kind: Kind, count: int) -> Shelf | None:
    """The newest of a kind; of events those that are still to come, the next one first."""
    documents: Sequence[Document] = edition.of_kind(kind)
    if kind is Kind.EVENT:
        documents = edition.coming_events()
    if not documents:
        return None
    label = edition.language.text(SECTION_LABELS[kind])
    shown = count or (NEWEST_EPISODES if kind is Kind.EPISODE else NEWEST)
    more = Link(edition.language.text(WHOLE_SECTIONS[kind]), edition.urls.section(kind, edition.code))
    return Shelf(label, edition.cards(documents[:shown]), more, kind.value)


def _targets(edition: Edition, text: Document, part: HomePart) -> tuple[Document, ...]:
    targets = (follow(page.target, text, edition.library) for page in part.pages)
    return tuple(target.document for target in targets if isinstance(target, ToDocument))


def _buttons(edition: Edition, text: Document | None, own: Sequence[Button] | None) -> Iterator[Link]:
    """The hero's links; where it names none, the ways of somebody who comes for the first time."""
    if own is None or text is None:
        for kind, label in (
            (Kind.EPISODE, mark("Listen to the podcast")),
            (Kind.ARTICLE, mark("Read the articles")),
        ):
            if edition.of_kind(kind):
                yield Link(edition.language.text(label), edition.urls.section(kind, edition.code))
        return
    for button in own:
        target = follow(button.to.target, text, edition.library)
        if isinstance(target, ToDocument):
            yield edition.document_link(target.document, button.title)
        for kind in SECTIONS:
            if kind.value == button.to.target and edition.of_kind(kind):
                yield Link(button.title, edition.urls.section(kind, edition.code))


def _text(edition: Edition) -> Document | None:
    return edition.library.versions.get((Kind.PAGE, "index"), {}).get(edition.code)

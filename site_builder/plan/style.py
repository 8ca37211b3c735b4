"""The hidden page that shows the site's visual language: every component, drawn by the templates of the site.

It is in no menu, no sitemap and no search. Its texts are samples: nothing of it is about the site's content.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from ..languages import Language, mark
from ..load import labels
from ..markdown import Rendered, render
from ..problems import Position
from .edition import Edition
from .frame import Editions, Page, head_title
from .kinds import KIND_LABELS
from .search import search_dialog
from .views import (
    Card,
    ChapterView,
    Elsewhere,
    Fact,
    Feed,
    HomePartView,
    Html,
    Link,
    OutdatedView,
    Pager,
    Passage,
    PictureView,
    Player,
    SeriesView,
    Shelf,
    Source,
    Stamp,
    Subscription,
    Turn,
    View,
)

SAMPLES = Path(__file__).parent.parent / "samples"
"""A text for each language with all that Markdown can draw; English stands in where a language has none."""

HERE = "#content"
SAMPLE = mark("A sample title of two or three words")


def style_page(editions: Editions, edition: Edition) -> Page:
    """The page in one language."""
    versions = {other.code: other.urls.style(other.code) for other in editions}
    title = edition.language.text("Visual style")
    build = partial(_view, editions, edition)
    return Page(versions[edition.code], title, versions, build, listed=False)


def _view(editions: Editions, edition: Edition, versions: Mapping[str, str]) -> View:
    text = edition.language.text
    title, sample = text("Visual style"), text(SAMPLE)
    rendered = _sample_text(edition.language)
    link = Link(sample, HERE)
    other = next((other for other in editions if other is not edition), edition)
    foreign = Link(other.language.text(SAMPLE), HERE, language=other.code)
    return View(
        layout="style",
        kind="style",
        **editions.frame(edition, versions),
        title=title,
        head_title=head_title(edition, title),
        description=text("Every part that the site is made of, drawn as the site draws it."),
        hidden=True,
        body=Html(rendered.html(lambda reference: reference.target)),
        contents=rendered.headings,
        kicker=text(KIND_LABELS[next(iter(KIND_LABELS))]),
        date=_stamp(edition),
        updated=_stamp(edition),
        reading_time=edition.language.plural("{n} min read", "{n} min read", 3),
        authors=(link,),
        topics=(link, link),
        picture=PictureView(
            f"{edition.urls.base}assets/sample.svg", text("Three coloured leaves"), sample, 600, 400
        ),
        facts=(
            Fact(text("Place"), sample),
            Fact(text("Date"), stamp=_stamp(edition)),
            Fact(edition.language.plural("Speaker", "Speakers", 2), links=(link, link)),
        ),
        player=_player(edition, sample),
        shelves=_shelves(edition, sample),
        home=(HomePartView("hero", links=(link, link)),),
        pager=Pager(
            (Link("1", HERE), Link("…", ""), Link("4", HERE), Link("5", HERE, current=True), Link("6", HERE)),
            Link("4", HERE),
            Link("6", HERE),
        ),
        links=(link, Link(sample, HERE, current=True)),
        series=SeriesView(sample, 2, 3, link, link, (link, Link(sample, HERE, current=True), link)),
        read=(link,),
        listen=(replace(foreign, label=f"{foreign.label} ({edition.language.duration(252)})"),),
        share=(Link(text("E-mail"), HERE), Link("Mastodon", HERE)),
        elsewhere=(Elsewhere(sample, foreign),),
        search=search_dialog(edition),
        subscribe=(_subscription(edition, sample),),
        outdated=OutdatedView(foreign, edition.language.language_name(other.code), _stamp(edition)),
    )


def _stamp(edition: Edition) -> Stamp:
    return edition.stamp(date(2026, 3, 1))


def _sample_text(language: Language) -> Rendered:
    code = language.code if (SAMPLES / f"style.{language.code}.md").exists() else "en"
    path = SAMPLES / f"style.{code}.md"
    return render(path.read_text(encoding="utf-8"), Position(path.name), labels(language), code)


def _shelves(edition: Edition, sample: str) -> tuple[Shelf, ...]:
    """A shelf for each kind of page, with and without a picture."""
    text = edition.language.text
    description = text("One or two sentences that say what the page is about and why it is worth opening.")
    picture = PictureView(f"{edition.urls.base}assets/sample.svg", "", "", 600, 400)
    facts = (edition.language.plural("{n} min read", "{n} min read", 3),)
    shelves = []
    for kind, label in KIND_LABELS.items():
        url = f"{edition.urls.style(edition.code)}?{kind.value}"
        values: dict[str, Any] = {"description": description, "date": _stamp(edition), "facts": facts}
        cards = (
            Card(kind.value, text(label), sample, url, picture=picture, **values),
            Card(kind.value, text(label), sample, f"{url}-without-picture", **values),
        )
        shelves.append(Shelf(text(label), cards, Link(text(label), HERE), kind.value))
    return tuple(shelves)


def _player(edition: Edition, sample: str) -> Player:
    return Player(
        key="",
        source=Source(
            f"{edition.urls.base}assets/silence.wav", "audio/wav", edition.language.size(2_900_000)
        ),
        show=sample,
        embed_url=edition.urls.absolute(f"{edition.urls.home(edition.code)}embed/"),
        seconds=252,
        duration=edition.language.duration(252),
        language=edition.code,
        language_label=edition.language.language_name(edition.code),
        borrowed=True,
        synthetic_voice=True,
        chapters=(ChapterView(0, "0:00", sample), ChapterView(70, "1:10", sample, url=HERE)),
        passages=(Passage("70", "89", "1:10", edition.language.duration(19), sample),),
        transcript=(Turn(0, "0:00", sample, sample), Turn(13, "0:13", sample, sample)),
        transcript_language=edition.code,
    )


def _subscription(edition: Edition, sample: str) -> Subscription:
    url = edition.urls.absolute(edition.urls.atom_feed(edition.code))
    feed = Feed(sample, sample, url, "application/atom+xml", edition.code)
    name = edition.language.language_name(edition.code)
    return Subscription(feed, edition.code, name, (Link("AntennaPod", HERE), Link("Apple Podcasts", HERE)))

"""Which pictures pages show, in which sizes, and where these lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..chapters import chapters_of
from ..documents import PICTURE_ENDINGS, Document, Kind
from ..library import Library
from ..markdown import Address, Choice, Reference
from ..pictures.facts import VECTOR
from ..pictures.recipe import WIDEST, Recipe, recipes, usual, whole
from ..references import ToFile, follow
from .urls import Urls
from .views import PictureView

COVER_WIDTH = 480
"""How wide a podcast's cover is on pages: what 240 CSS pixels need on a sharp screen."""

IN_TEXT = "(min-width: 720px) 680px, calc(100vw - 40px)"
"""How wide a text shows its pictures (HTML, 4.8.4.2.2 "Sizes attributes"): the width of its column."""

PORTRAIT_WIDTH = 800
"""Pixels of a person's portrait, at most."""


@dataclass(frozen=True)
class Pictures:
    """The pictures of `library` as pages show them; each is looked at once."""

    library: Library
    urls: Urls
    _views: dict[tuple[str, int], PictureView] = field(default_factory=dict, compare=False)

    def view(self, path: str, widest: int = WIDEST) -> PictureView:
        """The picture at `path`, at most `widest` pixels wide; without what it shows and whose work it is."""
        view = self._views.get((path, widest))
        if view is None:
            view = self._views[path, widest] = self._view(path, widest)
        return view

    def address(self, path: str, origin: str, *, is_first: bool) -> Address:
        """A picture of a text; with `origin` before it for feeds, whose readers know no choice of sizes.

        The first one that a page shows is loaded at once.
        """
        view = self.view(path)
        size = (view.width, view.height) if view.width else None
        choice = None if origin else Choice(view.srcset, view.webp, IN_TEXT)
        return Address(origin + view.url, size=size, choice=choice, is_first=is_first)

    def link(self, path: str) -> str:
        """Where a file of the content leads to; of a picture that is shown in sizes, to its largest."""
        facts = self.library.pictures.get(path)
        if facts is None or not facts.is_resized:
            return self.urls.media(path)
        return self.urls.picture(_largest(recipes(facts)))

    def _view(self, path: str, widest: int) -> PictureView:
        facts = self.library.pictures.get(path)
        if facts is None:
            return PictureView(self.urls.media(path), "", "")
        made = recipes(facts, widest)
        if not facts.is_resized:
            return PictureView(self.urls.media(path), "", "", facts.width, facts.height)
        shown = usual(made)
        modern = [recipe for recipe in made if recipe.format == "WEBP"]
        others = [recipe for recipe in made if recipe.format != "WEBP"]
        return PictureView(
            self.urls.picture(shown),
            "",
            "",
            shown.width,
            shown.height,
            self._srcset(others),
            self._srcset(modern),
        )

    def _srcset(self, made: list[Recipe]) -> str:
        """Each with its width (HTML, 4.8.4.2.1 "Srcset attributes")."""
        return ", ".join(f"{self.urls.picture(recipe)} {recipe.width}w" for recipe in made)


def widest_of(document: Document) -> int:
    """How wide the picture of a document is at most."""
    return PORTRAIT_WIDTH if document.kind is Kind.PERSON else WIDEST


def published_pictures(library: Library, urls: Urls) -> Mapping[str, Recipe]:
    """What is made of the pictures that pages and feeds of `library` show: its URL, and how."""
    found: dict[str, Recipe] = {}
    for path, widest in _shown(library):
        facts = library.pictures.get(path)
        for recipe in recipes(facts, widest) if facts else ():
            found[urls.picture(recipe)] = recipe
    for path in _artwork(library):
        facts = library.pictures.get(path)
        if facts and facts.format != VECTOR:
            found[urls.media(path)] = whole(facts)
    return found


def copied_files(library: Library) -> Iterator[str]:
    """The files of the content that are published as they are: no pictures but vector drawings."""
    for path in library.media - library.transcripts.keys():
        facts = library.pictures.get(path)
        if facts is None or facts.format == VECTOR:
            yield path


def _shown(library: Library) -> Iterator[tuple[str, int]]:
    """The pictures on pages, and how wide each is at most."""
    for document in library.documents:
        if document.picture:
            yield document.picture.path, widest_of(document)
        for reference in library.texts[document.path].references:
            if _may_be_picture(reference):
                target = follow(reference.target, document, library)
                if isinstance(target, ToFile):
                    yield target.path, WIDEST
        for chapter in chapters_of(library, document) if document.kind is Kind.EPISODE else ():
            yield chapter.image, WIDEST
    for show in library.shows.values():
        yield show.image, COVER_WIDTH


def _artwork(library: Library) -> Iterator[str]:
    """The pictures that podcast apps show, which want them as large as they are."""
    for show in library.shows.values():
        yield show.image
        yield from (image.path for image in show.images)
    for _, details in library.episodes:
        yield details.cover


def _may_be_picture(reference: Reference) -> bool:
    """Whether it shows a picture or leads to one: most lead elsewhere, and following each takes its time."""
    address = reference.target.partition("#")[0].partition("?")[0]
    return reference.is_picture or address.lower().endswith(PICTURE_ENDINGS)


def _largest(made: tuple[Recipe, ...]) -> Recipe:
    """The largest that every browser and program opens."""
    return max((recipe for recipe in made if recipe.format != "WEBP"), key=lambda recipe: recipe.width)

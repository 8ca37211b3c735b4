"""What a list of one language lacks because it is in another language only, told at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..documents import Document
from ..languages import mark
from .edition import Edition
from .frame import Editions
from .views import Elsewhere, Link

_PAGES = (
    mark("{n} more page is in another language only"),
    mark("{n} more pages are in another language only"),
)
EPISODES = (
    mark("{n} more episode is in another language only"),
    mark("{n} more episodes are in another language only"),
)


def elsewhere(
    editions: Editions,
    edition: Edition,
    documents: Callable[[Edition], Sequence[Document]],
    place: Callable[[Edition], Link],
    words: tuple[str, str] = _PAGES,
) -> tuple[Elsewhere, ...]:
    """A line for each other language whose list has `documents` that aren't in this one; `place` links to its list.

    `words` say so of one document and of more.
    """
    return tuple(_lines(editions, edition, documents, place, words))


def _lines(
    editions: Editions,
    edition: Edition,
    documents: Callable[[Edition], Sequence[Document]],
    place: Callable[[Edition], Link],
    words: tuple[str, str],
) -> Iterator[Elsewhere]:
    versions, language = edition.library.versions, edition.language
    for other in editions:
        count = sum(edition.code not in versions[document.id] for document in documents(other))
        if count:
            more = language.plural(*words, count)
            link = place(other)
            name = language.language_name(other.code)
            yield Elsewhere(f"{more} ({name}):", Link(link.label, link.url, language=other.code))

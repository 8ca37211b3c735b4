"""What a list of one language lacks because it is in another language only, told at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
    versions, language = edition.library.versions, edition.language

    def line(other: Edition, count: int) -> Elsewhere:
        link, more = place(other), language.plural(*words, count)
        label = f"{more} ({language.language_name(other.code)}):"
        return Elsewhere(label, Link(link.label, link.url, language=other.code))

    counts = (
        (other, sum(edition.code not in versions[document.id] for document in documents(other)))
        for other in editions
    )
    return tuple(line(other, count) for other, count in counts if count)

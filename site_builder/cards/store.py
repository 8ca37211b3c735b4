"""Cards are drawn once: what was drawn is kept beside the project and found again by what it says and what drew it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import PIL

from ..kept import clear, found, keep, version
from .card import ShareCard
from .drawing import draw

FOLDER = Path(".cache/site-builder/cards")
"""Where a project keeps its cards; Git doesn't hold it."""


def drawn(cards: Iterable[ShareCard], folder: Path) -> Iterator[tuple[ShareCard, bytes]]:
    """Each card as PNG, drawn only if `folder` hasn't got it; of other cards `folder` is cleared.

    Those of one look come together, as they share a ground. Where nothing can be written, all are drawn every time.
    """
    kept = set()
    for card in sorted(cards, key=lambda card: (card.look, card.site)):
        name = f"{_version()}-{card.name}"
        kept.add(name)
        picture = found(folder / name)
        if picture is None:
            picture = draw(card)
            keep(folder / name, picture)
        yield card, picture
    clear(folder, kept.__contains__)


@cache
def _version() -> str:
    here = Path(__file__).parent
    files = (*sorted(here.glob("*.py")), *sorted((here / "font").iterdir()))
    return version(files, PIL.__version__, zlib.ZLIB_RUNTIME_VERSION)

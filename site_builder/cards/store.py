"""Cards are drawn once: what was drawn is kept beside the project and found again by what it says and what drew it."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

import PIL

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
        file = folder / f"{_version()}-{card.name}"
        kept.add(file)
        try:
            yield card, file.read_bytes()
        except OSError:
            picture = draw(card)
            with suppress(OSError):
                _keep(file, picture)
            yield card, picture
    for file in set(folder.glob("*.png")) - kept:
        file.unlink(missing_ok=True)


def _keep(file: Path, picture: bytes) -> None:
    """Write it as a whole or not at all: a build may be ended at any moment."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(picture)
    unfinished.replace(file)


@cache
def _version() -> str:
    """Tells apart what different code, typefaces and libraries draw."""
    here = Path(__file__).parent
    parts = [path.read_bytes() for path in (*sorted(here.glob("*.py")), *sorted((here / "font").iterdir()))]
    libraries = f"{PIL.__version__} {zlib.ZLIB_RUNTIME_VERSION}".encode()
    return blake2b(b"".join((*parts, libraries)), digest_size=4).hexdigest()

"""The cards of a site's pages, each drawn only if it wasn't before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..cards.store import FOLDER, drawn
from ..plan.site import Site
from ..stages import stage


def card_files(site: Site, root: Path) -> Iterator[tuple[str, bytes]]:
    """Each card's path in the site's folder and its bytes; the project at `root` keeps those drawn before."""
    with stage("cards"):
        for card, picture in drawn(site.cards, root / FOLDER):
            yield site.urls.output(site.urls.card(card)), picture

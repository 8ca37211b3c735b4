"""What stands on a card. A card is known by what it says: its name follows from that alone."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

WIDTH, HEIGHT = 1200, 630
"""In pixels: what OpenGraph's readers show whole (https://developers.facebook.com/docs/sharing/webmasters/images)."""

MEDIA_TYPE = "image/png"


@dataclass(frozen=True, slots=True)
class ShareCard:
    """`look` is the kind of page whose colours and pattern it has, `site` the site's title, `note` a line above.

    A note is such as "Article · 1 March 2026" and may be empty.
    """

    look: str
    site: str
    title: str
    note: str = ""

    @property
    def name(self) -> str:
        """The card's file, without its folder."""
        said = f"{self.look}\n{self.site}\n{self.note}\n{self.title}"
        return f"{blake2b(said.encode(), digest_size=8).hexdigest()}.png"

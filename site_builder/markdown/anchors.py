"""The ids of headings: what stands after `#` in an address."""

from __future__ import annotations

from ..languages import slugify


def slug(text: str) -> str:
    """`text` in lower-case ASCII with hyphens ("Příběh č. 2" → "pribeh-c-2"); "section" if nothing remains."""
    return slugify(text) or "section"


class Anchors:
    """Hands out ids, none of them twice and none of those `taken` before."""

    def __init__(self, taken: set[str]) -> None:
        self.all = set(taken)
        self._repeats: dict[str, int] = {}

    def claim(self, text: str) -> str:
        """The id for a heading that reads `text`; a repeated one gets `-1`, `-2` and so on."""
        wanted = candidate = slug(text)
        while candidate in self.all:
            self._repeats[wanted] = self._repeats.get(wanted, 0) + 1
            candidate = f"{wanted}-{self._repeats[wanted]}"
        self.all.add(candidate)
        return candidate

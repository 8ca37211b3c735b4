"""A long feed's pages (RFC 5005, section 3): how its items are shared out, and how the pages link to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

MOST_ITEMS = 300
MOST_BYTES = 1_000_000
"""Of one page; apps load the first one again and again."""


def shares(sizes: Sequence[int], room: int) -> Iterator[slice]:
    """Runs of items of `sizes` bytes, each within `room` bytes; an item that is larger stands alone."""
    start = taken = 0
    for end, size in enumerate(sizes):
        if end > start and (end - start == MOST_ITEMS or taken + size > room):
            yield slice(start, end)
            start, taken = end, 0
        taken += size
    yield slice(start, len(sizes))


def page_links(urls: Sequence[str], page: int) -> dict[str, str]:
    """What page number `page` of `urls`, counted from 0, says of the others: relation → URL."""
    links = {"first": urls[0], "last": urls[-1]}
    if page:
        links["previous"] = urls[page - 1]
    if page + 1 < len(urls):
        links["next"] = urls[page + 1]
    return links

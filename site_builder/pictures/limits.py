"""How large a picture may be."""

from __future__ import annotations

MOST_PIXELS = 80_000_000
"""More than nearly every camera takes; a picture that claims to have more would fill the memory."""


def is_bomb(width: int, height: int) -> bool:
    """Whether a picture that claims this size, in pixels, had better not be decoded."""
    return width * height > MOST_PIXELS

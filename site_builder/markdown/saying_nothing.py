"""Texts of links and pictures that say nothing, in Czech and English; only those that are certain."""

from __future__ import annotations

import re

_LONGEST = 40

# fmt: off
_LINKS = frozenset(
    {
        "zde", "tady", "sem", "klikněte", "klikněte zde", "klikněte sem", "klikni zde", "klikni sem",
        "klikněte na tento odkaz", "více", "více zde", "číst", "číst dále", "číst více", "čtěte dále",
        "čtěte více", "pokračovat", "odkaz", "tento odkaz", "na tomto odkazu", "here", "click",
        "click here", "press here", "more", "more here", "read more", "see more", "learn more",
        "continue", "continue reading", "link", "this link", "this page",
    }
)
_PICTURES = frozenset(
    {
        "obrázek", "obr", "foto", "fotka", "fotografie", "ilustrace", "ilustrační foto",
        "ilustrační fotografie", "ilustrační obrázek", "snímek obrazovky", "image", "img", "picture",
        "photo", "photograph", "illustration", "illustrative photo", "screenshot", "alt", "alt text",
        "popis obrázku", "bez názvu", "untitled",
    }
)
# fmt: on
_MARKS = " \t.,:;!…>»\u203a→-–—[]()"
_CAMERA = re.compile(
    r"(?:img|dscn?|dsc[fp]|pict|image|obr[aá]zek|foto|photo|screenshot|sn[ií]mek(?: obrazovky)?|whatsapp image|scan)"
    r"[ _-]*\d[\d ._-]*(?:wa\d+)?",
    re.IGNORECASE,
)
_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|heic|tiff?|bmp)", re.IGNORECASE)


def link_is_mute(text: str) -> bool:
    """Whether the `text` of a link doesn't say where it leads."""
    return len(text) < _LONGEST and text.strip(_MARKS).casefold() in _LINKS


def alt_is_mute(alt: str) -> bool:
    """Whether the alternative text `alt` doesn't say what a picture shows: its file's name, or "picture"."""
    alt = alt.strip()
    if len(alt) < _LONGEST and alt.strip(_MARKS).casefold() in _PICTURES:
        return True
    return bool(_FILE.fullmatch(alt) or _CAMERA.fullmatch(alt))

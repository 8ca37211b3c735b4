"""Where a link or a picture in a text leads: another document, a file of the content, or out of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from unicodedata import normalize
from urllib.parse import unquote

from .documents import Document
from .languages import slugify
from .library import Library

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class External:
    """An absolute URL, a `mailto:` or a place on the same page (`#…`), to be left as it is."""

    url: str


@dataclass(frozen=True, slots=True)
class ToDocument:
    """A page of the site: the version in the reader's language where there is one. `fragment` without `#`."""

    document: Document
    fragment: str


@dataclass(frozen=True, slots=True)
class ToFile:
    """A file beside the texts, or audio that is stored elsewhere, by its path in the project.

    `fragment`, without `#`, is a place in it: `page=3` of a PDF, `t=75` of audio.
    """

    path: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Nowhere:
    """Nothing; `path` is where it would have to be, `is_rooted` when the link begins with a slash."""

    path: str
    is_rooted: bool = False


Target = External | ToDocument | ToFile | Nowhere


def follow(written: str, origin: Document, library: Library) -> Target:
    """What `written` (a link's or picture's address as typed) leads to from document `origin`."""
    if written.startswith("#"):
        return External(f"#{_anchor(written[1:], origin, library)}")
    if not written or _SCHEME.match(written):
        return External(written)
    path, _, fragment = written.partition("#")
    path = unquote(path.partition("?")[0])
    if path.startswith("/"):
        return Nowhere(path, is_rooted=True)
    path = normpath(join(dirname(origin.path), path))
    found = library.by_path.get(path)
    if found is not None:
        version = library.versions[found.id].get(origin.language, found)
        return ToDocument(version, _anchor(fragment, version, library))
    file = _file(path, library)
    return ToFile(file, fragment) if file else Nowhere(path)


def _file(path: str, library: Library) -> str:
    """The file at `path`, whose name macOS may have stored in parts (NFD); empty where there is none."""
    if path in library.media or path in library.audio:
        return path
    return "" if path.isascii() else library.by_composed_name.get(normalize("NFC", path), "")


def _anchor(written: str, document: Document, library: Library) -> str:
    """The id that `#written` means: anchors are ASCII here, but GitHub's preview wants `#příklad`."""
    fragment = unquote(written)
    if fragment in library.texts[document.path].ids or "=" in fragment:
        return fragment
    return slugify(fragment)

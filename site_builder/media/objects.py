"""How stored audio is called: by its content, so that a name never stands for other bytes than it once did."""

from __future__ import annotations

from posixpath import basename
from urllib.parse import quote, unquote, urlsplit

_DIGITS = 12


def object_name(sha256: str, path: str) -> str:
    """The name in the storage of the audio in file `path`: `3b5d0c7a9f12/prvni.cs.mp3`."""
    return f"{sha256[:_DIGITS]}/{basename(path)}"


def object_url(base: str, name: str) -> str:
    """The public URL of file `name` in the storage, whose own is `base`."""
    return f"{base.rstrip('/')}/{quote(name)}"


def name_in(url: str) -> str:
    """The name in the storage of what is at `url`, wherever the storage's own URL once led."""
    return "/".join(unquote(urlsplit(url).path).split("/")[-2:])

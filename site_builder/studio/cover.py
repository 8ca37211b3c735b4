"""The cover that goes into the audio: small enough that it doesn't keep listeners waiting."""

from __future__ import annotations

from pathlib import Path

from .ffmpeg import picture

_LARGEST = 500_000
"""Bytes. The tag comes before the sound: all of it is fetched before anything is heard."""

_WIDEST = 1400
"""Pixels of a larger cover when made smaller: Apple's smallest."""

_PLAYED = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""How JPEG and PNG begin, the pictures that ID3 is sure to be read with."""


def small_cover(program: str, file: Path) -> bytes:
    """The picture `file` as JPEG or PNG; empty where it isn't there or isn't a picture."""
    try:
        data = file.read_bytes()
    except OSError:
        return b""
    if data.startswith(_PLAYED) and len(data) <= _LARGEST:
        return data
    return picture(program, data, _WIDEST)

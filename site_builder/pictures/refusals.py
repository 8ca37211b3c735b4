"""Why a file can't be shown as a picture, in words."""

from __future__ import annotations

from ..problems import Problem, error
from .limits import MOST_PIXELS


def empty(path: str) -> Problem:
    """A file of no bytes."""
    return error("picture-empty", path, "The picture is an empty file.", "Save it here once more.")


def heic(path: str) -> Problem:
    """A photograph as an iPhone takes it, whatever its name."""
    return error(
        "picture-heic",
        path,
        "The picture is a HEIC photograph, as iPhones take them; most browsers don't show it.",
        "Export it as JPEG: on a Mac open it in Preview and choose File, Export; in Windows open it in Photos "
        "and choose Save as. A new name alone changes nothing.",
    )


def lfs_pointer(path: str) -> Problem:
    """Git LFS has not brought the file itself."""
    return error(
        "picture-lfs-pointer",
        path,
        "The file is not the picture but a pointer of Git LFS to it.",
        "Run “git lfs pull”, or put the picture itself here.",
    )


def no_picture(path: str) -> Problem:
    """Something else under a picture's name, or a picture whose beginning is damaged."""
    return error(
        "picture-unreadable",
        path,
        "The file can't be read as a picture: it is damaged, or something else than its name says.",
        "Open it in a program for pictures and save it as JPEG or PNG, or take another copy of it.",
    )


def cut_off(path: str) -> Problem:
    """A picture whose end is missing."""
    return error(
        "picture-cut-off",
        path,
        "The picture is cut off: its end is missing.",
        "Copy it here once more; it was probably not sent or saved as a whole.",
    )


def bomb(path: str, width: int, height: int) -> Problem:
    """A picture that would fill the memory."""
    return error(
        "picture-too-many-pixels",
        path,
        "The picture has {width} × {height} pixels, which is more than {limit} million.",
        "Save it smaller: a side of 4,000 pixels is enough.",
        width=str(width),
        height=str(height),
        limit=str(MOST_PIXELS // 1_000_000),
    )

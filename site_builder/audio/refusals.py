"""Why an audio file cannot be published, and what its editor can do."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePosixPath
from posixpath import dirname, join
from unicodedata import normalize

from ..problems import Position, Problem, Severity
from ..reading.front_matter import Scalar
from ..repairs import Renaming, Repair
from ..schema.reading import replaced
from ..similar import FILE, folded, similar_name
from .content import PLAYABLE, Content
from .names import episode_called


def outside(path: str, at: Position) -> Problem:
    """The path leads out of the episodes' folder."""
    return _problem(
        "path-outside",
        at,
        "“{path}” does not lead to a file of the content.",
        "Put the file beside this one and write its name.",
        path=path,
    )


def missing(
    root: Path, path: str, at: Position, written: Scalar | None, taken: Collection[str] = ()
) -> Problem:
    """The file is not there; the hint names the most similar audio of its folder that isn't `taken` (paths)."""
    name = PurePosixPath(path).name
    found = [other for other in _audio_beside(root / path) if _sibling(path, other) not in taken]
    apart = next((other for other in found if normalize("NFC", other) == name), None)
    if apart:
        return _problem(
            "audio-missing",
            at,
            "The file {path} is there, but its name is stored otherwise: each diacritic apart from its letter (NFD).",
            "Rename the file, best to a name without diacritics, and write that name here.",
            repair=Renaming(_sibling(path, apart), path),
            path=path,
        )
    guess = similar_name(name, found, FILE)
    if guess:
        same = [
            other for other in found if folded(PurePosixPath(other).stem) == folded(PurePosixPath(name).stem)
        ]
        right = _sibling(written.text, guess) if written else guess
        return _problem(
            "audio-missing",
            at,
            "There is no audio {path}.",
            "Did you mean “{close}”?",
            repair=replaced(written, right) if written and same == [guess] else None,
            path=path,
            close=guess,
        )
    return _problem(
        "audio-missing",
        at,
        "There is no audio {path}.",
        "Put it there, or let it be made of the recording: site-builder audio add RECORDING {episode}",
        path=path,
        episode=episode_called(at.path),
    )


def _audio_beside(file: Path) -> list[str]:
    """The names of all audio in the folder of `file`."""
    endings = {ending for content in PLAYABLE for ending in content.endings}
    folder = file.parent
    files = (other.name for other in folder.iterdir() if other.is_file()) if folder.is_dir() else ()
    return sorted(name for name in files if PurePosixPath(name).suffix.lower() in endings)


def _sibling(path: str, name: str) -> str:
    """The path of the file called `name` in the folder of `path`."""
    return join(dirname(path), name)


def closed(path: str, error: OSError | ValueError, at: Position) -> Problem:
    """The system refuses to open the file."""
    reason = error.strerror if isinstance(error, OSError) else None
    return _problem(
        "audio-unreadable",
        at,
        "The audio {path} cannot be opened: {error}.",
        "Check the file's name and the permissions to read it.",
        path=path,
        error=reason or str(error),
    )


def empty(path: str, at: Position) -> Problem:
    """The file has no bytes."""
    return _problem(
        "audio-empty",
        at,
        "The audio {path} is empty (0 bytes).",
        "Copy the file again; the last copying was interrupted.",
        path=path,
    )


def lfs_pointer(path: str, at: Position) -> Problem:
    """Git LFS has not brought the file itself."""
    return _problem(
        "audio-lfs-pointer",
        at,
        "{path} is not the audio but a pointer of Git LFS to it.",
        "Run “git lfs pull”, or put the audio itself there.",
        path=path,
    )


def web_page(path: str, at: Position) -> Problem:
    """A server's error page under the name of the audio."""
    return _problem(
        "audio-is-html",
        at,
        "{path} is a web page (HTML), not audio.",
        "The download failed and saved an error page; download the audio again.",
        path=path,
    )


def wrong_format(path: str, ending: str, content: Content, at: Position) -> Problem:
    """The content is not what the ending says. Apps judge by the ending (Apple, Podcaster's Guide to RSS)."""
    message = (
        "{path} ends in “{ending}” but holds {found}."
        if ending
        else "{path} has no ending but holds {found}."
    )
    if not content.media_type:
        return _problem(
            "audio-wrong-format",
            at,
            message,
            "Export the audio in one of these formats: {right}",
            path=path,
            ending=ending,
            found=content.name,
            right=_playable(),
        )
    return _problem(
        "audio-wrong-format",
        at,
        message,
        "Rename the file to {right}, and here too; site-builder fix --write does both.",
        repair=Renaming(path, str(PurePosixPath(path).with_suffix(content.endings[0]))),
        path=path,
        ending=ending,
        found=content.name,
        right=PurePosixPath(path).stem + content.endings[0],
    )


def unsupported(path: str, content: Content, at: Position) -> Problem:
    """The file is what its ending says, but nothing for a podcast (Apple lists MP3 and M4A)."""
    return _problem(
        "audio-unsupported",
        at,
        "{path} is {found}, which podcast apps do not play.",
        "Export the audio in one of these formats: {right}",
        path=path,
        found=content.name,
        right=_playable(),
    )


def cut(path: str, at: Position) -> Problem:
    """The file ends before the sound that it says it has."""
    return _problem(
        "audio-truncated",
        at,
        "The audio {path} is cut off: its end is missing.",
        "Copy the file again; the last copying was interrupted.",
        path=path,
    )


def open_ended(path: str, at: Position) -> Problem:
    """An Ogg without the mark of its last page."""
    return _problem(
        "audio-truncated",
        at,
        "Nothing marks the end of the audio {path}: it is cut off, or its program left the mark out.",
        "Copy the file again. If it plays to its end, write it anew: ffmpeg -i {name} -c copy new-{name}",
        path=path,
        name=PurePosixPath(path).name,
    )


def unfinished(path: str, at: Position) -> Problem:
    """An MP4 without the table (`moov`) that is written last."""
    return _problem(
        "audio-unreadable",
        at,
        "The audio {path} has no table of what it holds (moov): it was never finished.",
        "Export it again and wait until the program is done, or let it repair the recording.",
        path=path,
    )


def unreadable(path: str, at: Position) -> Problem:
    """The file is damaged, or it never was audio."""
    return _problem(
        "audio-unreadable",
        at,
        "The audio {path} is damaged: no sound can be read from it.",
        "Play it to be sure, then export it again.",
        path=path,
    )


def _playable() -> str:
    return ", ".join(content.name for content in PLAYABLE)


def _problem(
    code: str, at: Position, message: str, hint: str, *, repair: Repair | None = None, **values: str
) -> Problem:
    return Problem(code, Severity.ERROR, at, message, hint, values, "audio", repair)

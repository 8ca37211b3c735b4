"""Why a recording cannot become the audio of an episode, and what its editor can do."""

from __future__ import annotations

from pathlib import Path

from ..audio.content import UNKNOWN, identify
from ..problems import Position, Problem, Severity


def missing(file: Path) -> Problem:
    """There is no such file."""
    return _problem(
        "recording-missing",
        file,
        "There is no such recording.",
        "Write the path of the file as it is, in quotes if it holds spaces.",
    )


def folder(file: Path) -> Problem:
    """A folder was named."""
    return _problem(
        "recording-missing", file, "This is a folder, not a recording.", "Name the recording in it."
    )


def empty(file: Path) -> Problem:
    """The file has no bytes."""
    return _problem(
        "recording-unreadable",
        file,
        "The recording is empty (0 bytes).",
        "Copy the file again; the last copying was interrupted.",
    )


def closed(file: Path, error: OSError | ValueError) -> Problem:
    """The system refuses to open the file."""
    return _problem(
        "recording-unreadable",
        file,
        "The recording cannot be opened: {error}.",
        "Check the file's name and the permissions to read it.",
        error=(error.strerror if isinstance(error, OSError) else None) or str(error),
    )


def unreadable(file: Path, error: Exception) -> Problem:
    """Nothing can be made of it; `error` is what ffmpeg says."""
    with file.open("rb") as stream:
        found = identify(stream)
    return _problem(
        "recording-unreadable",
        file,
        "No sound can be read from the file; it is damaged, or no recording at all."
        if found is UNKNOWN
        else "The file is {found}, and no sound can be read from it.",
        "Play it to be sure, then copy or export it again. (ffmpeg: {error})",
        found=found.name,
        error=str(error),
    )


def unwritten(file: Path, error: Exception) -> Problem:
    """The recording is fine, but what is made of it can't be written."""
    return _problem(
        "audio-not-written",
        file,
        "The audio could not be encoded and written. (ffmpeg: {error})",
        "Is the disk full, or is the folder of the episode closed to you?",
        error=str(error),
    )


def undecodable(path: str, error: Exception, at: Position) -> Problem:
    """Published audio that says what it is, and can't be played."""
    return Problem(
        "audio-undecodable",
        Severity.ERROR,
        at,
        "The audio {path} can't be played: no sound can be decoded.",
        "Play it to be sure, then copy or export it again. (ffmpeg: {error})",
        {"path": path, "error": str(error)},
        "audio",
    )


def soundless(file: Path) -> Problem:
    """A film without sound, a picture."""
    return _problem(
        "recording-silent",
        file,
        "The file has no track of sound.",
        "Name the file that the sound was recorded into.",
    )


def too_short(file: Path) -> Problem:
    """Less than loudness can be measured of (EBU R128 takes blocks of 0.4 s)."""
    return _problem(
        "recording-too-short",
        file,
        "The recording is shorter than a second.",
        "Play it to be sure, then copy or export it again.",
    )


def silent(file: Path) -> Problem:
    """Nothing can be heard in it, and louder it would be mere noise."""
    return _problem(
        "recording-silent",
        file,
        "Nothing can be heard in the recording: it is silent, or too quiet to be made louder.",
        "Was the right microphone switched on? Record it again.",
    )


def cancelled(file: Path) -> Problem:
    """Two channels of opposite polarity add up to nothing."""
    return _problem(
        "recording-silent",
        file,
        "The left and right channel cancel each other out when they are mixed to mono.",
        "Export the recording with one of the channels only.",
    )


def exists(path: str) -> Problem:
    """The episode has audio, which listeners may know."""
    return _problem(
        "audio-exists",
        Path(path),
        "The episode has audio already.",
        "Add --replace if the recording shall take its place.",
    )


def former(path: str, new: str) -> Problem:
    """A file that no episode plays any more."""
    return Problem(
        "audio-left",
        Severity.WARNING,
        Position(path),
        "This former audio is still there, but the episode plays {new} now.",
        "Delete it when it is no longer needed.",
        {"new": new},
    )


def unchanged_header(path: str, line: str) -> Problem:
    """The header is written in a way that no line of it can be changed by itself."""
    return _problem(
        "audio-not-named",
        Path(path),
        "The header doesn't name the audio yet.",
        "Write this line into it yourself: {line}",
        line=line,
    )


def _problem(code: str, file: Path, message: str, hint: str, **values: str) -> Problem:
    return Problem(code, Severity.ERROR, Position(str(file)), message, hint, values)

"""Who can't hear must be able to read what an episode says, and the transcript must be of this audio."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from ..documents import Document, EpisodeDetails
from ..library import Library
from ..problems import Position, Problem, Severity
from ..seconds import clock
from ..transcripts import Cue

TIME_TO_WRITE = timedelta(days=14)
"""How long after its date an episode may be without transcript: that is a warning, later it is an error."""

SHORTEST_REASON = 3
"""Words that a reason for having no transcript needs: fewer tell nothing."""

_ROUNDING = 1.0
"""Seconds by which the last cue may end too late: programs that write transcripts round its end up."""


def check_transcripts(library: Library, now: datetime) -> Iterator[Problem]:
    """Episodes with audio but without transcript, and transcripts that go on after their audio."""
    for document, details in without_transcript(library):
        yield from _without_transcript(document, details, now)
    for document, details in library.episodes:
        played = library.audio_of(document)
        if played:
            cues = library.transcripts.get(details.transcript, ())
            yield from _past_end(details.transcript, cues, played.audio.seconds)


def without_transcript(library: Library) -> Iterator[tuple[Document, EpisodeDetails]]:
    """The episodes that have audio and no transcript, whatever the reason."""
    return (
        (document, details)
        for document, details in library.episodes
        if details.audio and not details.transcript and "transcript" not in document.refused
    )


def transcript_deadline(document: Document) -> datetime | None:
    """Until when the transcript of an episode may follow; None where it has no date."""
    return document.date + TIME_TO_WRITE if document.date else None


def _without_transcript(document: Document, details: EpisodeDetails, now: datetime) -> Iterator[Problem]:
    """The accessibility duty (Czech Act 99/2019 Coll., EN 301 549 9.1.2.1), with time to write the transcript."""
    words = len(details.no_transcript.split())
    if words >= SHORTEST_REASON or "no_transcript" in document.refused:
        return
    deadline = transcript_deadline(document) or now
    is_late = now > deadline
    if words:
        hint = (
            "Say why there can't be one in a sentence of {shortest} words or more, for example: no_transcript: "
            "The episode is only music."
        )
    elif is_late:
        hint = (
            "Put a WebVTT or SRT file beside it and name it: transcript: {name}.{language}.vtt "
            "If there can't be one, say why: no_transcript: The episode is only music."
        )
    else:
        hint = (
            "Put a WebVTT or SRT file beside it by {deadline} and name it: transcript: {name}.{language}.vtt"
        )
    yield Problem(
        "no-transcript",
        Severity.ERROR if is_late else Severity.WARNING,
        document.where("no_transcript" if words else "audio"),
        "The episode has no transcript. By the Czech Act 99/2019 on accessibility, what a public body publishes "
        "as sound must be there to read as well, for those who can't hear.",
        hint,
        {
            "name": document.name.rpartition("/")[2],
            "language": document.language,
            "deadline": deadline.date().isoformat(),
            "shortest": str(SHORTEST_REASON),
        },
        "no_transcript" if words else "transcript",
    )


def _past_end(path: str, cues: tuple[Cue, ...], seconds: float) -> Iterator[Problem]:
    """One problem for all that is too late: with the first such cue the file belongs to another audio."""
    late = next((cue for cue in cues if cue.start >= seconds or cue.end > seconds + _ROUNDING), None)
    if late:
        yield Problem(
            "transcript-past-end",
            Severity.ERROR,
            Position(path, late.line),
            "The cue goes on after the end of the audio, which is at {time}.",
            "Correct its times; if those of the others are wrong too, the transcript is of another recording.",
            {"time": clock(seconds)},
        )

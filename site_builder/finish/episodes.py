"""An episode → the files that apps fetch beside its audio: chapters, and its transcript in every form."""

from __future__ import annotations

from collections.abc import Iterator

from ..chapters import chapters_of
from ..documents import Document, EpisodeDetails
from ..feeds.chapters import chapters_file
from ..plan.edition import Edition
from ..transcripts import transcript_files


def files_beside_audio(edition: Edition, document: Document) -> Iterator[tuple[str, bytes]]:
    """Each file's URL (an absolute path) and its bytes."""
    details, library, urls = document.details, edition.library, edition.urls
    assert isinstance(details, EpisodeDetails)
    chapters = chapters_of(library, document)
    if chapters:
        yield (
            urls.chapters(document),
            chapters_file(chapters, lambda path: urls.absolute(edition.pictures.view(path).url)),
        )
    cues = library.transcripts.get(details.transcript)
    if cues:
        for ending, data in transcript_files(cues, document.language, document.title).items():
            yield urls.transcript(details.transcript, ending), data

"""The text of a page as feeds have it: at its end stands what the page says beside its text and nobody may miss."""

from __future__ import annotations

from html import escape

from ..documents import Document
from ..plan.edition import Edition
from ..plan.publicity import publicity_paragraph
from ..plan.views import Html


def text_in_feeds(edition: Edition, document: Document) -> Html:
    """The text with absolute addresses, then whose voices are heard and whose money paid, where that must be said.

    Apps that show it show no description, so that stands where only those sentences would; without either it is empty.
    """
    html, ending = edition.html(document, edition.urls.origin), publicity_paragraph(edition, document)
    if voices := voices_text(edition, document):
        ending = Html(f"<p>{escape(voices)}</p>\n{ending}")
    if ending and not html:
        html = Html(f"<p>{escape(edition.description(document) or edition.title(document))}</p>\n")
    return Html(html + ending)


def voices_text(edition: Edition, document: Document) -> str:
    """That the voices of the audio that the page plays are synthetic; empty where people speak."""
    played = edition.library.audio_of(document)
    is_synthetic = played is not None and played.details.synthetic_voice
    return edition.language.text("The voices in this episode are synthetic.") if is_synthetic else ""

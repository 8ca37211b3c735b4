"""The text of a page as feeds have it: with what the page says beside its text and nobody may miss."""

from __future__ import annotations

from html import escape

from ..documents import Document, EventDetails
from ..plan.documents import event_facts
from ..plan.edition import Edition
from ..plan.publicity import publicity_paragraph
from ..plan.views import Fact, Html


def text_in_feeds(edition: Edition, document: Document) -> Html:
    """The text with absolute addresses, then whose voices are heard and whose money paid, where that must be said.

    That of an event begins with when and where it is. Apps that show it show no description, so that stands where only
    those sentences would; without either it is empty.
    """
    html = Html(_facts(edition, document) + edition.html(document, edition.urls.origin))
    ending = publicity_paragraph(edition, document)
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


def _facts(edition: Edition, document: Document) -> str:
    details = document.details
    if not isinstance(details, EventDetails):
        return ""
    lines = "<br>\n".join(map(_fact, event_facts(edition, document, details)))
    return f"<p>{lines}</p>\n" if lines else ""


def _fact(fact: Fact) -> str:
    links = (f'<a href="{escape(link.url)}">{escape(link.label)}</a>' for link in fact.links)
    value = escape(fact.stamp.text if fact.stamp else fact.text) or ", ".join(links)
    return f"{escape(fact.label)}: {value}"

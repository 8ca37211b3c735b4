"""Pages whose text or title is plainly in another language of the site than their file says."""

from __future__ import annotations

from collections.abc import Iterator

from ..documents import Document
from ..problems import Position, Problem, Severity
from ..reading.front_matter import RawDocument
from ..settings import Settings
from ..text_language import other_language, other_language_of_title


def in_other_language(
    raw: RawDocument, document: Document | None, language: str, settings: Settings
) -> Iterator[Problem]:
    """What is in another language of the page `raw`, which ought to be in `language`."""
    others = [code for code in settings.languages if code != language]
    if not others:
        return
    if code := other_language(raw.body, language, others):
        stem = raw.path.rpartition("/")[2].split(".")[0]
        yield Problem(
            "other-language",
            Severity.WARNING,
            Position(raw.path, raw.body_line),
            "The text is in another language ({found}) than the name of the file says ({expected}).",
            "Translate it, or rename the file to {right}: readers and screen readers take it for the other language.",
            {**_names(settings, code, language), "right": f"{stem}.{code}.md"},
        )
    if document and (code := other_language_of_title(document.title, language, others)):
        yield Problem(
            "title-in-other-language",
            Severity.WARNING,
            document.where("title"),
            "The title is in another language ({found}) than the name of the file says ({expected}).",
            "Translate it: it stands in lists, in search results and in the feed of that language.",
            _names(settings, code, language),
            "title",
        )


def _names(settings: Settings, found: str, expected: str) -> dict[str, str]:
    names = {code: entry.language.name for code, entry in settings.languages.items()}
    return {"found": names[found], "expected": names[expected]}

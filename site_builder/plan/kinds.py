"""The kinds of documents as readers see them: their order in menus, and what they are called."""

from __future__ import annotations

from ..documents import Kind
from ..languages import mark

SECTIONS = (
    Kind.ARTICLE,
    Kind.INTERVIEW,
    Kind.EXAMPLE,
    Kind.EPISODE,
    Kind.EVENT,
    Kind.PRESENTATION,
    Kind.PERSON,
)
"""Kinds with a section of their own, in the order of the menu."""

SECTION_LABELS = {
    Kind.ARTICLE: mark("Articles"),
    Kind.INTERVIEW: mark("Interviews"),
    Kind.EXAMPLE: mark("Examples"),
    Kind.EVENT: mark("Events"),
    Kind.PRESENTATION: mark("Presentations"),
    Kind.PERSON: mark("People"),
    Kind.EPISODE: mark("Podcast"),
}

WHOLE_SECTIONS = {
    Kind.ARTICLE: mark("All articles"),
    Kind.INTERVIEW: mark("All interviews"),
    Kind.EXAMPLE: mark("All examples"),
    Kind.EVENT: mark("All events"),
    Kind.PRESENTATION: mark("All presentations"),
    Kind.PERSON: mark("All people"),
    Kind.EPISODE: mark("All episodes"),
}
"""What the links to whole sections are called where the newest of them are shown."""

SECTION_DESCRIPTIONS = {
    Kind.ARTICLE: mark("What we do, what we find out and what others can take from it."),
    Kind.INTERVIEW: mark("Questions and answers about new ways."),
    Kind.EXAMPLE: mark("What works elsewhere, and what it would take here."),
    Kind.EVENT: mark("Days and meetings worth knowing about."),
    Kind.PRESENTATION: mark("Talks with their transcripts."),
    Kind.PERSON: mark("Those who write here and those who speak."),
}

KIND_LABELS = {
    Kind.ARTICLE: mark("Article"),
    Kind.INTERVIEW: mark("Interview"),
    Kind.EXAMPLE: mark("Example"),
    Kind.EVENT: mark("Event"),
    Kind.PRESENTATION: mark("Presentation"),
    Kind.PERSON: mark("Person"),
    Kind.PAGE: mark("Page"),
    Kind.EPISODE: mark("Episode"),
}

"""The statement beside the Union's emblem with the projects of a page (Regulation (EU) 2021/1060, Article 50)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..documents import Document
from ..languages import Language
from ..settings import FundedProject
from .edition import Edition
from .views import Html, Link, Publicity


def publicity(edition: Edition, names: Sequence[str] = ()) -> Publicity | None:
    """The statement with the projects `names` (ids; none: the site's first); None where the site makes no statement."""
    line, projects = edition.settings.publicity, edition.library.settings.projects
    if not line:
        return None
    shown = [projects[name] for name in names if name in projects] or list(projects.values())[:1]
    return Publicity(line, tuple(_link(edition, project) for project in shown))


def publicity_text(edition: Edition, names: Sequence[str] = ()) -> str:
    """The statement with the projects `names` as a text, for feeds; empty where the site makes none."""
    found = publicity(edition, names)
    if found is None:
        return ""
    label = edition.language.text("Project:")
    return " ".join((f"{found.line}.", *(f"{label} {project.label}." for project in found.projects)))


def publicity_paragraph(edition: Edition, document: Document) -> Html:
    """The statement at the end of a text in a feed, where it is of other projects than the feed itself."""
    text = publicity_text(edition, document.project) if document.project else ""
    return Html(f"<p>{escape(text)}</p>\n" if text else "")


def _link(edition: Edition, project: FundedProject) -> Link:
    """The project in words; the link leads to the page that describes it, in this language where there is one."""
    library, label = edition.library, edition.language.typeset(_in_words(edition.language, project))
    page = library.by_path.get(project.page)
    if page is None:
        return Link(label, "")
    version = library.versions[page.id].get(edition.code, page)
    foreign = version.language if version.language != edition.code else ""
    return Link(label, edition.urls.page(version), language=foreign)


def _in_words(language: Language, project: FundedProject) -> str:
    number = language.text("registration number {number}", number=project.number) if project.number else ""
    parts = (project.name[language.code], number, project.fund.get(language.code, ""))
    return ", ".join(part for part in parts if part)

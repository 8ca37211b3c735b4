"""A site → the web editor's configuration in one of its languages, as Sveltia CMS reads it (`config.json`)."""

from __future__ import annotations

from collections.abc import Iterable

from ..documents import FLAT_KINDS, Kind
from ..languages import Language, mark
from ..plan.edition import Edition
from ..plan.kinds import KIND_LABELS, SECTION_LABELS, SECTIONS
from ..schema.kinds import all_fields
from ..settings import SERIES, Topic
from ..settings.topics import FORMER, TOPICS
from .backend import backend_of
from .fields import LARGEST_FILE, Config, Form
from .labels import FIELDS

_ICONS = {
    Kind.ARTICLE: "article",
    Kind.INTERVIEW: "forum",
    Kind.EXAMPLE: "lightbulb",
    Kind.EVENT: "event",
    Kind.PRESENTATION: "co_present",
    Kind.PERSON: "person",
    Kind.PAGE: "description",
    Kind.EPISODE: "podcasts",
}
_LABELS = {**SECTION_LABELS, Kind.PAGE: mark("Other pages")}
_FIRST = (
    *(
        "title",
        "description",
        "starts",
        "ends",
        "place",
        "audio",
        "transcript",
        "no_transcript",
        "body",
        "date",
        "draft",
    ),
    *("image", "image_alt", "image_credit", "authors", "hosts", "guests", "speakers", "topics", "series"),
    *("season", "episode", "chapters"),
)
_LAST = frozenset(("slug", "updated", "expires", "project", "guid", "typography", "unlisted"))
"""The order of a form: what somebody writes each time comes first, what is hardly ever needed last."""

_LARGEST_PICTURE = 2560
"""Pixels of a side: what the widest screens show."""

_PICTURES = {"format": "webp", "quality": 85, "width": _LARGEST_PICTURE, "height": _LARGEST_PICTURE}


def config_of(edition: Edition) -> Config:
    """The configuration of the editor in the language of `edition`."""
    library, language = edition.library, edition.settings.language
    settings = library.settings
    form = Form(language, settings.zone.key, _choices(edition))
    kinds = (*(kind for kind in SECTIONS if kind is not Kind.EPISODE), Kind.PAGE)
    shows = [
        _collection(form, Kind.EPISODE, show.folder, show.title[edition.code])
        for show in library.shows.values()
    ]
    collections = [
        _collection(
            form, kind, "content" if kind is Kind.PAGE else f"content/{kind}", language.text(_LABELS[kind])
        )
        for kind in kinds
    ]
    repository = settings.admin.repository
    return {
        "backend": backend_of(repository),
        "publish_mode": "editorial_workflow" if repository and repository.review else "simple",
        "app_title": edition.settings.title,
        "logo": {"src": f"{edition.urls.base}assets/favicon.svg"},
        **(
            {"site_url": edition.urls.absolute(edition.urls.home(edition.code))}
            if edition.urls.origin
            else {}
        ),
        "media_folder": "content",
        "public_folder": "/",
        "media_libraries": {
            "default": {
                "config": {
                    "max_file_size": LARGEST_FILE,
                    "slugify_filename": True,
                    "transformations": {"raster_image": _PICTURES},
                }
            },
            "stock_assets": False,
        },
        "i18n": {
            "structure": "multiple_files",
            "locales": list(settings.languages),
            "default_locale": settings.first,
            "initial_locales": "default",
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "editor": {"preview": False},
        "collections": [*collections[:3], *shows, *collections[3:]],
        "singletons": [
            _labels_file(language, path, name, topics, settings.languages)
            for path, name, topics in (
                (TOPICS, mark("Names of topics"), library.topics.values()),
                (SERIES, mark("Names of series"), library.series.values()),
            )
            if topics
        ],
    }


def _choices(edition: Edition) -> dict[str, dict[str, str]]:
    library, code = edition.library, edition.code
    return {
        "topics": {topic.id: topic.labels[code] for topic in library.topics.values()},
        "series": {series.id: series.labels[code] for series in library.series.values()},
        "project": {name: project.name[code] for name, project in library.settings.projects.items()},
    }


def _collection(form: Form, kind: Kind, folder: str, label: str) -> Config:
    """The documents of `kind` in `folder` (a path of the project)."""
    text = form.language.text
    fields = sorted([*form.fields(all_fields(kind)), form.body()], key=_place)
    found: Config = {
        "name": folder.replace("/", "-") if kind is Kind.EPISODE else kind.value,
        "label": label,
        "label_singular": text(KIND_LABELS[kind]),
        "icon": _ICONS[kind],
        "folder": folder,
        "media_folder": "",
        "public_folder": "",
        "slug": {
            "template": "{{title}}",
            "editable": ["create"],
            "hint": text("The name of the file: small letters, digits and hyphens. It stays as it is."),
            "pattern": ["^[a-z0-9]+(-[a-z0-9]+)*$", text("It hasn't the form that it must have.")],
        },
        "i18n": True,
        "fields": fields,
    }
    if kind not in FLAT_KINDS:
        found["path"] = "{{slug}}/index"
    if kind is Kind.PAGE:
        found["index_file"] = {"name": "index", "label": text("Home page"), "fields": fields}
    return found


def _place(field: Config) -> int:
    """Where a field stands in the form; the others stay in the schema's order between the first and the last."""
    name = field["name"]
    if name in _FIRST:
        return _FIRST.index(name)
    return len(_FIRST) + (name in _LAST)


def _former(language: Language) -> Config:
    """The addresses that the pages of a topic had: another label is another address."""
    return {
        "name": FORMER,
        "label": language.text(FIELDS[FORMER]),
        "hint": language.text(
            "Another name is another address. Write here the one before: /temata/stary-nazev/"
        ),
        "widget": "list",
        "required": False,
    }


def _labels_file(
    language: Language, path: str, label: str, topics: Iterable[Topic], languages: Iterable[str]
) -> Config:
    """A file of topics or series: their labels can be changed."""
    name = path.rpartition("/")[2].removesuffix(".yml")
    return {
        "name": name,
        "label": language.text(label),
        "icon": "sell",
        "file": path,
        "format": "yaml",
        "fields": [
            {
                "name": topic.id,
                "label": topic.labels[language.code],
                "widget": "object",
                "fields": [
                    *(
                        {"name": code, "label": language.language_name(code), "widget": "string"}
                        for code in languages
                    ),
                    *([_former(language)] if path == TOPICS else ()),
                ],
            }
            for topic in topics
        ],
    }

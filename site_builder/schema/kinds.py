"""One schema per kind of document. A new kind is a row here, its details in `site_builder.documents`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from ..documents import (
    PEOPLE_FIELDS,
    Chapter,
    Details,
    Document,
    EpisodeDetails,
    EventDetails,
    ExampleDetails,
    InterviewDetails,
    Kind,
    NoDetails,
    PageDetails,
    PersonDetails,
    Picture,
    PresentationDetails,
)
from ..problems import Position, Problem, Severity
from ..reading.front_matter import RawDocument, Scalar, Sequence, Value
from . import fields as read
from . import pages, podcasting
from .fields import FieldType, Reading
from .former import former_addresses
from .validate import is_empty, named_fields, read_named_fields, record, written_names


@dataclass(frozen=True, slots=True)
class Schema:
    """The fields of a kind beyond the common ones, and how its details are made of their values.

    `dated` documents must have a date and appear in listings and feeds.
    """

    fields: tuple[FieldType, ...]
    details: Callable[..., Details]
    dated: bool = True


def _ids(value: Value, reading: Reading) -> tuple[str, ...] | None:
    """An id, or a list of them."""
    found: tuple[str, ...] | None = read.names(
        Sequence((value,), value.at) if isinstance(value, Scalar) else value, reading
    )
    return found


COMMON = (
    FieldType("title", read.title, required=True),
    FieldType("description", read.text),
    FieldType("slug", read.slug),
    FieldType("redirect_from", former_addresses),
    FieldType("updated", read.moment),
    FieldType("authors", read.names),
    FieldType("topics", read.names),
    FieldType("image", read.file),
    FieldType("image_alt", read.text),
    FieldType("image_credit", read.text),
    FieldType("draft", read.flag),
    FieldType("expires", read.moment),
    FieldType("project", _ids),
    FieldType("typography", read.flag),
)

_CHAPTER = record(
    Chapter,
    '{start: "01:05", title: …}',
    FieldType("start", read.offset, required=True),
    FieldType("title", read.text, required=True),
    FieldType("url", read.web_address),
    FieldType("image", read.file),
    with_position=True,
)


def _chapters(value: Value, reading: Reading) -> tuple[Chapter, ...] | str | None:
    """A list of chapters, or the name of a file that holds them."""
    if isinstance(value, Scalar) and value.text.endswith(".json"):
        file: str | None = read.file(value, reading)
        return file
    found: tuple[Chapter, ...] | None = read.list_of(_CHAPTER)(value, reading)
    return found


def _episode(chapters: tuple[Chapter, ...] | str = (), **values: Any) -> EpisodeDetails:
    if isinstance(chapters, str):
        return EpisodeDetails(chapters_file=chapters, **values)
    return EpisodeDetails(chapters=chapters, **values)


SCHEMAS: dict[Kind, Schema] = {
    Kind.ARTICLE: Schema((), NoDetails),
    Kind.INTERVIEW: Schema((FieldType("guests", read.names),), InterviewDetails),
    Kind.EXAMPLE: Schema(
        (FieldType("country", read.country), FieldType("website", read.web_address)), ExampleDetails
    ),
    Kind.EVENT: Schema(
        (
            FieldType("starts", read.moment, required=True),
            FieldType("ends", read.moment),
            FieldType("place", read.text),
            FieldType("registration", read.web_address),
        ),
        EventDetails,
    ),
    Kind.PRESENTATION: Schema(
        (
            FieldType("speakers", read.names),
            FieldType("event", read.text),
            FieldType("held", read.day),
            FieldType("slides", read.file),
        ),
        PresentationDetails,
    ),
    Kind.PERSON: Schema(
        (
            FieldType("role", read.text),
            FieldType("website", read.web_address),
            FieldType("team", read.flag),
        ),
        PersonDetails,
        dated=False,
    ),
    Kind.PAGE: Schema(
        (
            FieldType("menu", read.one_of("header", "footer")),
            FieldType("order", read.integer),
            FieldType("unlisted", read.flag),
            FieldType("home", pages.home),
        ),
        PageDetails,
        dated=False,
    ),
    Kind.EPISODE: Schema(
        (
            FieldType("guid", read.guid, required=True, example=read.new_guid),
            FieldType("audio", read.file),
            FieldType("audio_changed", read.moment),
            FieldType("alternate_audio", read.list_of(podcasting.ALTERNATE_AUDIO)),
            FieldType("transcript", read.file),
            FieldType("no_transcript", read.text),
            FieldType("season", read.integer),
            FieldType("episode", read.integer),
            FieldType("episode_label", podcasting.text_up_to(32)),
            FieldType("episode_type", read.one_of("full", "trailer", "bonus")),
            FieldType("explicit", read.flag),
            FieldType("synthetic_voice", read.flag),
            FieldType("ai_content", read.flag),
            FieldType("cover", read.file),
            FieldType("hosts", read.names),
            FieldType("guests", read.names),
            FieldType("credits", read.list_of(podcasting.CREDIT)),
            FieldType("chapters", _chapters),
            FieldType("soundbites", read.list_of(podcasting.SOUNDBITE)),
            FieldType("location", podcasting.LOCATION),
            FieldType("license", podcasting.license),
            FieldType("funding", read.list_of(podcasting.LINK)),
            FieldType("social", read.list_of(podcasting.SOCIAL)),
            FieldType("content_links", read.list_of(podcasting.LINK)),
            FieldType("block", read.flag),
            FieldType("read", read.list_of(pages.page)),
        ),
        _episode,
    ),
}


@cache
def all_fields(kind: Kind) -> tuple[FieldType, ...]:
    """Every field that a document of `kind` may have."""
    schema = SCHEMAS[kind]
    dates = (FieldType("date", read.moment, required=True),) if schema.dated else ()
    series = (FieldType("series", read.text),) if schema.dated and kind is not Kind.EPISODE else ()
    return COMMON + dates + series + schema.fields


def validate(
    raw: RawDocument,
    kind: Kind,
    name: str,
    language: str,
    zone: ZoneInfo,
    unreadable: frozenset[str] = frozenset(),
) -> tuple[Document, tuple[Problem, ...]]:
    """The document in `raw` and all its problems; `unreadable` are the fields whose syntax was already reported.

    Where a required field is missing or wrong, something stands in for it, so that one mistake hides no other.
    """
    reading = Reading(raw.path, zone)
    fields = named_fields(raw.fields, all_fields(kind), reading)
    values = read_named_fields(fields, all_fields(kind), reading, unreadable)
    positions = {field: found.at for field, found in fields.items()}
    filled = frozenset(name for name, found in fields.items() if not is_empty(found))
    refused = (filled - values.keys()) | unreadable
    picture = _picture(values, positions, refused, reading)
    if not values.get("description") and "description" not in refused:
        reading.problems.append(_no_description(positions.get("title", Position(raw.path))))
    values = {"title": name} | values
    own = {
        _ATTRIBUTES.get(f.name, f.name): values.pop(f.name) for f in SCHEMAS[kind].fields if f.name in values
    }
    if "ends" in own:
        own["ends_on_a_day"] = not _says_time(fields["ends"].value)
    common: dict[str, Any] = {key: value for key, value in values.items() if not key.startswith("image")}
    document = Document(
        kind,
        name,
        language,
        raw.path,
        picture=picture,
        details=SCHEMAS[kind].details(**own),
        positions=positions,
        refused=refused,
        written=written_names(fields, _NAMING),
        is_timed="date" in fields and _says_time(fields["date"].value),
        **common,
    )
    return document, tuple(reading.problems)


_ATTRIBUTES = {"episode": "number", "episode_label": "label", "episode_type": "type"}
"""Fields whose attribute has another name."""


_NAMING = (
    *PEOPLE_FIELDS,
    *("topics", "project", "series"),
    *("audio", "transcript", "image", "cover", "slides", "chapters"),
)
"""Fields that name something else of the project."""


def _says_time(date: Value) -> bool:
    return isinstance(date, Scalar) and ":" in date.text


def _picture(
    values: dict[str, Any], positions: dict[str, Position], refused: Collection[str], reading: Reading
) -> Picture | None:
    if "image" not in values:
        return None
    at = positions["image"]
    for name, message, hint in (
        (
            "image_alt",
            "The picture has no alternative text.",
            "Say in the field image_alt what the picture shows, for those who can't see it.",
        ),
        ("image_credit", "The picture has no credit.", "Say in the field image_credit whose work it is."),
    ):
        if not values.get(name) and name not in refused:
            reading.refuse(name.replace("_", "-") + "-missing", at, message, hint)
    return Picture(values["image"], values.get("image_alt", ""), values.get("image_credit", ""))


def _no_description(at: Position) -> Problem:
    return Problem(
        "description-missing",
        Severity.WARNING,
        at,
        "The page has no description.",
        "Sum it up in one or two sentences: description: …",
        field="description",
    )

"""A field of the schema → a field of the web editor: its widget, what it must be, what it is called.

Names of the result are those of Sveltia CMS's configuration (its JSON schema is in the npm package).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from babel import Locale

from ..languages import Language
from ..schema.fields import FieldType
from .labels import CHOICES, FIELDS, HINTS
from .shapes import Choice, Many, Parts, Plain, Shape, Text, shape_of

Config = dict[str, Any]
"""A part of the editor's configuration, as JSON."""

LARGEST_FILE = 25_000_000
"""Bytes that every Git host's API takes in a commit: GitHub's refuses one of 40 MB, which 30 MB are in base64."""

PEOPLE = frozenset(("authors", "guests", "hosts", "speakers", "person"))
"""Fields that name people by their ids."""

OWN_TEXT = frozenset(
    (
        *(
            "title",
            "description",
            "slug",
            "redirect_from",
            "updated",
            "image_alt",
            "draft",
            "website",
            "place",
            "registration",
        ),
        *(
            "event",
            "slides",
            "role",
            "audio",
            "alternate_audio",
            "transcript",
            "no_transcript",
            "episode_label",
        ),
        *("chapters", "soundbites", "funding", "social", "content_links", "read"),
    )
)
"""Fields that each language has for itself. The others are the same in all, so they are asked for once."""

_CHOSEN = frozenset(("topics", "series", "project"))
"""Fields whose values the site declares; where it declares none, nobody is asked."""

_PICTURES = frozenset(("image", "cover"))
_LONG = frozenset(("description", "image_alt", "no_transcript"))
_ENDINGS = {"audio": ".mp3,.m4a,.ogg,.opus", "path": ".mp3,.m4a,.ogg,.opus", "transcript": ".vtt,.srt"}
_AS_IT_IS = {
    "default": {"config": {"max_file_size": LARGEST_FILE, "slugify_filename": True, "transformations": {}}}
}
"""A cover stays what it is: podcast apps show no WebP."""


IN_THE_FILE: Mapping[str, str] = {
    "home": "its parts are words or have fields of their own: no widget writes both",
    "license": "it is an identifier or has fields of its own: no widget writes both",
}
"""Fields that the editor leaves as they are in the file, and why."""


@dataclass(frozen=True, slots=True)
class Form:
    """What the fields of one site in one language need to know.

    `choices` has the ids and labels that the site has for a field; `zone` is its time zone.
    """

    language: Language
    zone: str
    choices: Mapping[str, Mapping[str, str]]

    def fields(self, schema: Iterable[FieldType]) -> list[Config]:
        """The editor's fields for those of `schema`, without those that it can't ask for."""
        return [
            self._field(field, i18n=field.name in OWN_TEXT or "duplicate")
            for field in schema
            if field.name not in IN_THE_FILE and (field.name not in _CHOSEN or self.choices[field.name])
        ]

    def body(self) -> Config:
        """The field of a document's text."""
        return {
            "name": "body",
            "label": self.language.text(FIELDS["body"]),
            "widget": "richtext",
            "i18n": True,
            "required": False,
            "buttons": [
                *("bold", "italic", "strikethrough", "code", "link", "heading-two", "heading-three"),
                *("heading-four", "quote", "bulleted-list", "numbered-list"),
            ],
            "editor_components": ["image", "code-block"],
            "linked_images": False,
            "use_emoji_autocomplete": False,
        }

    def _field(self, field: FieldType, i18n: bool | str) -> Config:
        name, text = field.name, self.language.text
        found = {
            "name": name,
            "label": text(FIELDS.get(name, name)),
            "i18n": i18n,
            "required": field.required,
        }
        if name in HINTS:
            size = {"size": self.language.size(LARGEST_FILE)} if name == "audio" else {}
            found["hint"] = text(HINTS[name], **size)
        return found | self._widget(name, shape_of(field.read), i18n)

    def _widget(self, name: str, shape: Shape, i18n: bool | str) -> Config:
        """What a value of field `name` is chosen or written with; ids of the site's own things are chosen."""
        if isinstance(shape, Many) and name in PEOPLE | _CHOSEN:
            return self._widget(name, shape.item, i18n) | {"multiple": True}
        if name in PEOPLE:
            shown = {"display_fields": ["title"], "search_fields": ["title"]}
            return {"widget": "relation", "collection": "people", "value_field": "{{slug}}", **shown}
        if name in _CHOSEN:
            return _select(self.choices[name])
        return self._of_shape(name, shape, i18n)

    def _of_shape(self, name: str, shape: Shape, i18n: bool | str) -> Config:
        match shape:
            case Text(limit, pattern):
                return self._text(name, limit, pattern)
            case Choice(values):
                text = self.language.text
                return _select(
                    {value: text(CHOICES[value]) if value in CHOICES else value for value in values}
                )
            case Plain(sort):
                return self._plain(name, sort)
            case Many(Parts(parts)):
                return {"widget": "list", "collapsed": True, "fields": self._parts(parts, i18n)}
            case Many():
                return {"widget": "list"}
            case Parts(parts):
                return {"widget": "object", "collapsed": True, "fields": self._parts(parts, i18n)}

    def _parts(self, parts: Iterable[FieldType], i18n: bool | str) -> list[Config]:
        return [self._field(part, i18n) for part in parts]

    def _text(self, name: str, limit: int, pattern: str) -> Config:
        found: Config = {"widget": "text" if name in _LONG else "string", "use_emoji_autocomplete": False}
        if limit:
            found["maxlength"] = limit
        if pattern:
            found["pattern"] = [pattern, self.language.text("It hasn't the form that it must have.")]
        return found

    def _plain(self, name: str, sort: str) -> Config:
        found: Config
        match sort:
            case "flag" if name == "draft":
                found = {"widget": "boolean", "default": True}
            case "flag":
                yes, no = self.language.text("Yes"), self.language.text("No")
                options = [{"label": yes, "value": True}, {"label": no, "value": False}]
                found = {"widget": "select", "options": options}
            case "integer":
                found = {"widget": "number", "value_type": "int", "min": 1, "max": 9999}
            case "moment":
                now = {"default": "{{now}}"} if name == "date" else {}
                found = {
                    "widget": "datetime",
                    "format": "YYYY-MM-DD HH:mm",
                    "input_timezone": self.zone,
                    **now,
                }
            case "day":
                found = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
            case "country":
                found = _select(self._countries())
            case "guid":
                found = {"widget": "uuid", "prefix": "urn:uuid:"}
            case "web":
                found = {"widget": "string", "type": "url", "use_emoji_autocomplete": False}
            case _:
                found = self._file(name)
        return found

    def _file(self, name: str) -> Config:
        if name not in _PICTURES:
            accept = {"accept": _ENDINGS[name]} if name in _ENDINGS else {}
            return {"widget": "file", "choose_url": False, **accept}
        as_it_is = {"media_libraries": _AS_IT_IS} if name == "cover" else {}
        return {"widget": "image", "choose_url": False, **as_it_is}

    def _countries(self) -> dict[str, str]:
        codes = (code for code in map(str, Locale("en").territories) if len(code) == 2)
        names = {code: self.language.country(code) for code in codes}
        return dict(sorted(names.items(), key=lambda found: self.language.sort_key(found[1])))


def _select(options: Mapping[str, str]) -> Config:
    return {
        "widget": "select",
        "options": [{"label": label, "value": value} for value, label in options.items()],
    }

"""The bytes of a Markdown file → what its readers read, so that two states of it can be compared in meaning.

Line ends and breaks, encodings, quotation marks, the order and the quotes of fields and the addresses of neighbouring
files may change without a word changing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..reading.characters import DOUBLE, NO_WIDTH, SINGLE
from ..reading.front_matter import Field, Mapping, RawDocument, Scalar, Sequence, Value, parse_document
from ..reading.source import SourceFile, source_of

WORDED = (
    *("title", "description", "image_alt", "image_credit", "role", "place", "event"),
    *("episode_label", "no_transcript"),
)
"""The fields that a translator translates, in the order in which they are compared."""

TITLED = ("home", "chapters", "soundbites", "location", "funding", "content_links", "alternate_audio")
"""Fields in which there are names and titles to translate."""

_NAMES = ("title", "name")
_SAME = {
    **dict.fromkeys(f"{DOUBLE}\u2033", '"'),
    **dict.fromkeys(f"{SINGLE}\u2032`", "'"),
    **dict.fromkeys(NO_WIDTH, ""),
}
"""One kind of quotation marks, and none of the characters that nobody sees."""
_QUOTES = "".join(odd for odd, usual in _SAME.items() if usual) + "\"'"

_FENCE = re.compile(r"^-{3,}\s*$", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n\s*\n")
_NEIGHBOUR = re.compile(r"\]\((?![a-z][a-z0-9+.-]*:|//|#)[^()\s]*", re.IGNORECASE)
"""The address of a file in a link or a picture: it may be moved or renamed."""


@dataclass(frozen=True)
class Text:
    """A Markdown file as it was read."""

    source: SourceFile

    def says_the_same(self, other: Text) -> bool:
        """Whether readers read the same in both."""
        if self._end and other._end and self._end != other._end:
            return False
        return plain(" ".join(self.blocks)) == plain(" ".join(other.blocks))

    @cached_property
    def blocks(self) -> tuple[str, ...]:
        """The values of the fields that readers read, then the paragraphs of the body; words one space apart."""
        fields = (_shown(value).strip(_QUOTES) for value in _translated(self._raw.fields))
        paragraphs = (_shown(part) for part in _PARAGRAPHS.split(self._raw.body))
        return tuple(block for part in (fields, paragraphs) for block in part if block)

    @property
    def updated(self) -> str:
        """When its editor says that it was updated: a new day confirms a text that stays as it is."""
        field = self._raw.fields.get("updated")
        return field.value.text if field and isinstance(field.value, Scalar) else ""

    @cached_property
    def _raw(self) -> RawDocument:
        return parse_document(self.source)[0]

    @cached_property
    def _end(self) -> str:
        """What follows the header, where that is clear: most texts that differ do it there already.

        It is found in a tenth of the time that reading the header takes, and a history compares thousands.
        """
        parts = _FENCE.split(self.source.text, 2)
        return plain(_shown(parts[2])) if len(parts) == 3 and not parts[0] else ""


def plain(words: str) -> str:
    """`words` without what is no matter of meaning."""
    for odd, usual in _SAME.items():
        if odd in words:
            words = words.replace(odd, usual)
    return _NEIGHBOUR.sub("](", words) if "](" in words else words


def text_of(data: bytes) -> Text:
    """The text in the bytes of a Markdown file."""
    return Text(source_of("", data)[0])


def _shown(text: str) -> str:
    return " ".join(text.split())


def _translated(fields: dict[str, Field]) -> Iterator[str]:
    for name in WORDED:
        if name in fields and isinstance(value := fields[name].value, Scalar):
            yield value.text
    for name in TITLED:
        if name in fields:
            yield from _titles(fields[name].value)


def _titles(value: Value) -> Iterator[str]:
    """The names and titles within `value`, however deep."""
    if isinstance(value, Sequence):
        for item in value.items:
            yield from _titles(item)
    elif isinstance(value, Mapping):
        for name, field in sorted(value.fields.items()):
            if isinstance(field.value, Scalar):
                if name in _NAMES:
                    yield field.value.text
            else:
                yield from _titles(field.value)

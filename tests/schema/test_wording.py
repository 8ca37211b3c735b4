"""Fields under Czech names and those of other tools: every field has some, and each means what it should."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import site_builder
from site_builder.documents import Kind
from site_builder.languages import slugify
from site_builder.schema.kinds import all_fields
from site_builder.schema.misnamed import meaning
from site_builder.schema.wording import CHOICES, CZECH, NEEDLESS, meant_choice, meant_field
from site_builder.settings.accessibility import ACCESSIBILITY_FIELDS
from site_builder.settings.languages import LANGUAGE_FIELDS
from site_builder.settings.publicity import PROJECT_FIELDS
from site_builder.settings.show import SHOW_FIELDS
from site_builder.settings.site import SITE_FIELDS
from site_builder.settings.withdrawn import WITHDRAWAL_FIELDS

SCHEMAS = {
    **{kind.value: all_fields(kind) for kind in Kind},
    "show": SHOW_FIELDS,
    "site": SITE_FIELDS,
    "language": LANGUAGE_FIELDS,
    "project": PROJECT_FIELDS,
    "withdrawal": WITHDRAWAL_FIELDS,
    "statement": ACCESSIBILITY_FIELDS,
}


def declared_fields() -> Iterator[str]:
    """The name of every `FieldType` in the package, nested ones too."""
    for module in Path(site_builder.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "FieldType":
                name = node.args[0]
                assert isinstance(name, ast.Constant)
                yield str(name.value)


def test_every_field_has_a_czech_name_and_no_other_one_has() -> None:
    assert CZECH.keys() == set(declared_fields())


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_found_by_its_first_czech_name(name: str) -> None:
    known = [field.name for field in SCHEMAS[name]]
    first = {field: CZECH[field].split(",")[0] for field in known}
    shared = {word for word, times in Counter(first.values()).items() if times > 1}
    assert not shared, "two fields of one schema have the same first name"
    found = {field: meant_field(word, known) for field, word in first.items()}
    assert found == {field: field for field in known}


def test_no_name_that_a_field_has_means_another_one_in_its_schema() -> None:
    for fields in SCHEMAS.values():
        known = [field.name for field in fields]
        assert {name: meaning(name, known) for name in known} == {name: (name, True) for name in known}


@pytest.mark.parametrize("kind", Kind)
def test_what_is_needless_is_no_field(kind: Kind) -> None:
    known = [field.name for field in all_fields(kind)]
    assert [name for name in NEEDLESS if meaning(name, known) != ("", False) and name != "url"] == []
    assert all(name == slugify(name) for name in NEEDLESS)


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("Název", ("name", "title"), ("title", True)),
        ("NADPIS", ("description", "title"), ("title", True)),
        ("zacatek", ("starts", "ends"), ("starts", True)),
        ("titel", ("title",), ("title", True)),
        ("tags", ("title", "topics"), ("topics", True)),
        ("host", ("hosts", "guests"), ("guests", False)),
        ("data", ("date",), ("date", False)),
        ("barva", ("title", "date"), ("", False)),
        ("layout", ("title", "date"), ("", False)),
        ("příjmení", ("title", "place"), ("", False)),
    ],
)
def test_what_a_name_means(written: str, known: tuple[str, ...], meant: tuple[str, bool]) -> None:
    assert meaning(written, known) == meant


def test_choices_are_understood_in_czech() -> None:
    assert {word: meant_choice(CHOICES[word].split(",")[0], list(CHOICES)) for word in CHOICES} == {
        word: word for word in CHOICES
    }
    assert meant_choice("patička", ["header"]) == ""

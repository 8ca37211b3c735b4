"""The editor's configuration is what its own schema wants, and asks for what the site's schema wants."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import jsonschema
import npm
import pytest

from site_builder.admin import BUNDLE, admin_files
from site_builder.admin.config import config_of
from site_builder.admin.fields import IN_THE_FILE, PEOPLE
from site_builder.admin.labels import FIELDS, HINTS
from site_builder.admin.shapes import Choice, Many, Parts, Plain, Text, shape_of
from site_builder.documents import Kind
from site_builder.project import prepare
from site_builder.schema.fields import FieldType
from site_builder.schema.kinds import all_fields
from site_builder.templates import environment

Config = dict[str, Any]
MakeSite = Callable[[Mapping[str, str]], Path]
URL = "https://web.example/"
BY_SITE = {"topics", "series", "project"}
KINDS = pytest.mark.parametrize("kind", Kind)


@pytest.fixture(scope="module")
def config(every_kind: Path) -> Config:
    return configs(every_kind)["cs"]


def configs(root: Path) -> dict[str, Config]:
    site = prepare(root, URL, datetime.fromisoformat("2026-06-01T12:00Z")).site
    assert site is not None
    return {edition.code: config_of(edition) for edition in site.editions}


@pytest.fixture(scope="module")
def judge() -> jsonschema.Draft7Validator:
    """The editor's own published schema."""
    schema = npm.installed(BUNDLE.parent / "npm") / "node_modules/@sveltia/cms/schema/sveltia-cms.json"
    return jsonschema.Draft7Validator(json.loads(schema.read_bytes()))


def collection(config: Config, kind: Kind) -> Config:
    name = "podcast" if kind is Kind.EPISODE else kind.value
    return next(found for found in config["collections"] if found["name"] == name)


def fields(config: Config, kind: Kind) -> dict[str, Config]:
    return {field["name"]: field for field in collection(config, kind)["fields"]}


ADMINS = {
    "none": "",
    "github": "admin: {backend: github, repo: office/web, branch: main, review: true}",
    "github-enterprise": "admin: {backend: github, repo: office/web, host: 'https://git.office.example'}",
    "github-with-sign-in": "admin: {backend: github, repo: office/web, sign_in: 'https://sign-in.office.example'}",
    "gitlab": "admin: {backend: gitlab, repo: office/group/web, app_id: abc}",
    "forgejo": "admin: {backend: gitea, repo: office/web, host: 'https://git.office.example/', app_id: abc}",
}


@pytest.mark.parametrize("admin", ADMINS.values(), ids=ADMINS)
def test_it_is_valid_by_the_editors_own_schema(
    make_site: MakeSite, judge: jsonschema.Draft7Validator, every_kind: Path, admin: str
) -> None:
    settings = (every_kind / "content/site.yml").read_text("utf-8")
    root = make_site({"content/site.yml": f"{settings}\n{admin}\n"})
    for found in configs(root).values():
        assert [error.message for error in judge.iter_errors(found)] == []


def test_every_kind_is_valid_by_the_editors_own_schema(
    config: Config, judge: jsonschema.Draft7Validator
) -> None:
    assert [error.message for error in judge.iter_errors(config)] == []


def test_the_judge_finds_what_is_wrong(config: Config, judge: jsonschema.Draft7Validator) -> None:
    assert list(judge.iter_errors({**config, "publish_mode": "perhaps"}))


@KINDS
def test_every_field_is_asked_for_or_left_in_the_file_for_a_reason(config: Config, kind: Kind) -> None:
    known = {field.name for field in all_fields(kind)}
    declared = {name for name in BY_SITE if name in known and not chosen(config, name)}
    assert fields(config, kind).keys() - {"body"} == known - IN_THE_FILE.keys() - declared


def chosen(config: Config, name: str) -> bool:
    """Whether the site declares any value of this field."""
    return name in fields(config, Kind.ARTICLE)


@KINDS
def test_what_is_required_is_required_of_editors_and_nothing_else(config: Config, kind: Kind) -> None:
    asked = fields(config, kind)
    for field, shown in pairs(asked, all_fields(kind)):
        assert shown["required"] is field.required, field.name


@KINDS
def test_choices_patterns_and_limits_are_those_of_the_schema(config: Config, kind: Kind) -> None:
    asked = fields(config, kind)
    for field, shown in pairs(asked, all_fields(kind)):
        match shape_of(field.read):
            case Choice(values):
                assert [option["value"] for option in shown["options"]] == list(values)
            case Text(limit, pattern) if field.name not in PEOPLE | BY_SITE:
                assert shown.get("maxlength", 0) == limit
                assert shown.get("pattern", [""])[0] == pattern
            case Plain("integer"):
                assert (shown["min"], shown["max"]) == (1, 9999)
            case Many(item) if field.name in PEOPLE | BY_SITE:
                assert (item, shown["multiple"]) == (Text(), True)


def pairs(asked: dict[str, Config], schema: tuple[FieldType, ...]) -> Iterator[tuple[FieldType, Config]]:
    """Fields of the schema and what the editor asks, those within others too."""
    for field in schema:
        if field.name not in asked:
            continue
        shown = asked[field.name]
        yield field, shown
        shape = shape_of(field.read)
        inner = shape.item if isinstance(shape, Many) else shape
        if isinstance(inner, Parts):
            within = {part["name"]: part for part in shown["fields"]}
            assert within.keys() == {part.name for part in inner.fields}
            yield from pairs(within, inner.fields)


def test_every_field_has_a_label() -> None:
    names = {
        field.name for kind in Kind for field in walked(all_fields(kind)) if field.name not in IN_THE_FILE
    }
    assert names - FIELDS.keys() == set()
    assert HINTS.keys() <= FIELDS.keys()


def walked(schema: tuple[FieldType, ...]) -> Iterator[FieldType]:
    for field in schema:
        yield field
        if field.name in IN_THE_FILE:
            continue
        shape = shape_of(field.read)
        inner = shape.item if isinstance(shape, Many) else shape
        if isinstance(inner, Parts):
            yield from walked(inner.fields)


def test_labels_are_in_the_language_of_the_page(every_kind: Path) -> None:
    found = configs(every_kind)
    labels = {code: fields(found[code], Kind.ARTICLE)["title"]["label"] for code in found}
    assert labels == {"cs": "Název", "en": "Title"}


def test_both_languages_have_files_of_their_own_and_share_what_is_no_text(config: Config) -> None:
    assert config["i18n"]["structure"] == "multiple_files"
    assert config["i18n"]["locales"] == ["cs", "en"]
    asked = fields(config, Kind.EPISODE)
    assert {name for name, field in asked.items() if field["i18n"] == "duplicate"} >= {
        "guid",
        "date",
        "topics",
        "image",
    }
    assert all(asked[name]["i18n"] is True for name in ("title", "description", "body", "image_alt", "audio"))


def test_files_are_small_enough_for_every_git_host_and_pictures_lose_what_they_tell(config: Config) -> None:
    upload = config["media_libraries"]["default"]["config"]
    assert upload["max_file_size"] * 4 / 3 < 40_000_000
    assert upload["transformations"]["raster_image"]["format"] == "webp"
    assert config["media_libraries"]["stock_assets"] is False
    assert config["output"]["yaml"] == {"quote": "double"}


def test_dates_are_in_the_sites_time_zone(config: Config) -> None:
    date = fields(config, Kind.ARTICLE)["date"]
    assert (date["format"], date["input_timezone"]) == ("YYYY-MM-DD HH:mm", "Europe/Prague")


def test_topics_are_those_of_the_site(config: Config, every_kind: Path) -> None:
    site = prepare(every_kind, URL, datetime.fromisoformat("2026-06-01T12:00Z")).site
    assert site is not None
    options = fields(config, Kind.ARTICLE)["topics"]["options"]
    assert [option["value"] for option in options] == list(site.library.topics)


def test_the_repository_is_the_one_of_the_settings(make_site: MakeSite, every_kind: Path) -> None:
    settings = (every_kind / "content/site.yml").read_text("utf-8")
    expected = {
        "github": ("github", None, ["token"]),
        "github-enterprise": ("github", "https://git.office.example/api/v3", ["token"]),
        "gitlab": ("gitlab", "https://gitlab.com/api/v4", ["oauth", "token"]),
        "forgejo": ("gitea", "https://git.office.example/api/v1", ["oauth", "token"]),
    }
    root = make_site({})
    for name, (backend, api, ways) in expected.items():
        (root / "content/site.yml").write_text(f"{settings}\n{ADMINS[name]}\n", "utf-8")
        found = configs(root)["cs"]["backend"]
        assert (found["name"], found["auth_methods"]) == (backend, ways)
        assert api is None or found["api_root"] == api


def test_a_site_can_do_without_the_editor(make_site: MakeSite, every_kind: Path, root: Path) -> None:
    settings = (every_kind / "content/site.yml").read_text("utf-8")
    site = prepare(
        make_site({"content/site.yml": f"{settings}\nadmin: false\n"}),
        URL,
        datetime.fromisoformat("2026-06-01T12:00Z"),
    ).site
    assert site is not None
    assert list(admin_files(site, environment([str(root / "overrides")]))) == []

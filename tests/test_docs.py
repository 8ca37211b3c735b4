"""README and guides name everything that can be done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.commands import site_builder
from site_builder.commands.new import KINDS
from site_builder.documents import Kind
from site_builder.schema.kinds import all_fields
from site_builder.settings.accessibility import ACCESSIBILITY_FIELDS
from site_builder.settings.admin import ADMIN_FIELDS
from site_builder.settings.languages import LANGUAGE_FIELDS
from site_builder.settings.publicity import PROJECT_FIELDS
from site_builder.settings.show import SHOW_FIELDS
from site_builder.settings.site import SITE_FIELDS
from site_builder.settings.withdrawn import WITHDRAWAL_FIELDS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
GUIDES = sorted((ROOT / "docs").glob("*.md"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

TARGETS = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[0].split()


def guide(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def documentation() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (README, *GUIDES))


@pytest.mark.parametrize("command", site_builder.names)
def test_every_command_is_named(documentation: str, command: str) -> None:
    assert f"site-builder {command}" in documentation


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_of_make_is_named(documentation: str, target: str) -> None:
    assert f"make {target}" in documentation


@pytest.mark.parametrize("kind", KINDS)
def test_the_guide_to_pages_names_every_kind(kind: str) -> None:
    assert re.search(rf"\b{kind}\b", guide("pages.md"))


@pytest.mark.parametrize("kind", Kind)
def test_the_guide_to_pages_names_every_field_but_those_for_podcast_apps(kind: Kind) -> None:
    text = guide("pages.md") + (guide("podcast.md") if kind is Kind.EPISODE else "")
    missing = [field.name for field in all_fields(kind) if not re.search(rf"`{field.name}\b", text)]
    assert not missing


def test_the_guide_to_podcasts_names_every_field_of_a_show() -> None:
    text = guide("podcast.md")
    assert [field.name for field in SHOW_FIELDS if not re.search(rf"`{field.name}\b", text)] == []


def test_the_guide_to_publishing_names_every_field_of_what_is_withdrawn() -> None:
    text = guide("publishing.md")
    assert [field.name for field in WITHDRAWAL_FIELDS if not re.search(rf"\b{field.name}: ", text)] == []


def test_the_guide_to_the_settings_names_every_field_of_them() -> None:
    text = guide("site.md")
    fields = (*SITE_FIELDS, *LANGUAGE_FIELDS, *PROJECT_FIELDS, *ACCESSIBILITY_FIELDS, *ADMIN_FIELDS)
    assert [field.name for field in fields if not re.search(rf"`{field.name}\b", text)] == []


def test_the_readme_leads_to_every_guide() -> None:
    readme = README.read_text(encoding="utf-8")
    assert [path.name for path in GUIDES if f"(docs/{path.name})" not in readme] == []


@pytest.mark.parametrize("path", [README, *GUIDES], ids=lambda path: path.name)
def test_what_a_guide_leads_to_exists(path: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (path.parent / link).exists()] == []

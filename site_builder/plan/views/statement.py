"""The accessibility statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...settings import Enforcement
from .parts import Link, Stamp


@dataclass(frozen=True, slots=True)
class SilentEpisode:
    """An episode without transcript and why; `language` is the reason's where it isn't the page's.

    Without a reason it is to have one by `deadline`, if that is still to come.
    """

    page: Link
    reason: str
    language: str = ""
    deadline: Stamp | None = None


@dataclass(frozen=True, slots=True)
class TestView:
    """The last automatic test: its day, what was tested, each tool with its version and findings, each fault."""

    date: Stamp
    scope: str
    tools: tuple[tuple[str, str], ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """The accessibility statement (Decision (EU) 2018/1523). What is empty an official must still settle.

    `status`, `method`, and obstacles by their reason are as in `site_builder.settings.accessibility`; `site` is the
    address of the site.
    """

    operator: str
    site: str
    status: str
    obstacles: Mapping[str, tuple[str, ...]]
    silent: tuple[SilentEpisode, ...]
    test: TestView | None
    method: str
    prepared: Stamp | None
    reviewed: Stamp | None
    contact: str
    enforcement: Enforcement | None
    body: str
    is_draft: bool

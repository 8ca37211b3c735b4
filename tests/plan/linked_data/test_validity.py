"""Structured data that validators accept without a word, on every page of the real site and of a generated one."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from .reading import BuiltSite

Judge = Callable[[Iterable[Path]], Mapping[str, list[str]]]

PAGE = '<!DOCTYPE html><title>x</title><script type="application/ld+json">{}</script>'


def test_the_validator_finds_nothing(whole: BuiltSite, judged: Judge) -> None:
    files = [whole.folder / url.removeprefix(f"{whole.origin}/") / "index.html" for url in whole.pages]
    found = judged(files)
    assert len(found) == len(files)
    assert {file: issues for file, issues in found.items() if issues} == {}


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"@type": "Artikl"}, 'Type "Artikl" is not'),
        ({"@type": "Article", "startOffset": 1}, 'Property "startOffset"'),
        ({"@type": "Clip", "name": "x"}, 'Required attribute "startOffset"'),
        ({"@type": "PodcastEpisode", "author": {"@type": "Person"}}, 'Required attribute "name"'),
        (
            {
                "@type": "BreadcrumbList",
                "itemListElement": [{"@type": "ListItem", "position": 1, "name": "x"}],
            },
            "At least two",
        ),
    ],
)
def test_the_validator_finds_what_is_wrong(
    judged: Judge, tmp_path: Path, data: dict[str, object], complaint: str
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(json.dumps({"@context": "https://schema.org", "@graph": [data]})))
    ((_, issues),) = judged([page]).items()
    assert any(complaint in issue for issue in issues), issues


def test_values_are_of_the_types_that_schema_org_names(built: Path, npm: Path, tmp_path: Path) -> None:
    """TypeScript's compiler judges: schema-dts has schema.org's types, but not the annotation `query-input`."""
    graphs = list(BuiltSite(built, "").graphs.values())
    assert checked(npm, graphs) == ""
    graphs[0][0]["name"] = 1
    assert "TS2322" in checked(npm, graphs[:1]), "it judges values"


def checked(npm: Path, graphs: list[list[dict[str, object]]]) -> str:
    """What the compiler says of `graphs`."""
    for graph in graphs:
        for entry in graph:
            action = entry.get("potentialAction")
            if isinstance(action, dict):
                action.pop("query-input", None)
    lines = [
        f"export const page{number}: Graph = {json.dumps({'@context': 'https://schema.org', '@graph': graph})};"
        for number, graph in enumerate(graphs)
    ]
    (npm / "pages.ts").write_text("\n".join(['import type { Graph } from "schema-dts";', *lines]))
    options = ("--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "pages.ts")
    done = subprocess.run(
        ["node_modules/.bin/tsc", *options], cwd=npm, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr

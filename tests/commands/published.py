"""Places of this machine that a site is published to, and what is there then."""

from __future__ import annotations

import subprocess
from pathlib import Path

from publishing.places import Place
from publishing.versions import Files, Versions

from site_builder.publishing.manifest import MANIFEST

KINDS = ("branch", "server", "directory")


def make_place(kind: str, folder: Path, project: Path) -> Place:
    place = folder / kind
    place.mkdir()
    target = {"branch": "branch:gh-pages", "server": f"server:{place}", "directory": f"rclone:{place}"}[kind]
    if kind == "branch":
        git(place, "init", "--quiet", "--bare")
        git(project, "init", "--quiet")
        git(project, "remote", "add", "origin", str(place))
        git(project, "commit", "--quiet", "--allow-empty", "--message", "Start")
    return Place(kind, target, place)


def git(folder: Path, *arguments: str) -> str:
    person = ["-c", "user.name=Jana", "-c", "user.email=jana@web.example"]
    done = subprocess.run(
        ["git", "-C", str(folder), *person, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout


def published(place: Place) -> Files:
    """What is there of the site."""
    return {path: data for path, data in place.files().items() if path != MANIFEST}


def withdraw_second(versions: Versions) -> None:
    """Say that what the second site has more than the first is to be gone."""
    entries = ", ".join(f'{{what: "{what}", why: Test, since: 2026-01-01}}' for what in ("/novy/", "dil2"))
    (versions.root / "content/withdrawn.yml").write_text(f"withdrawn: [{entries}]\n", encoding="utf-8")


def other_guid(files: Files) -> Files:
    """The same site with another guid of its newest episode."""
    return {**files, "published.json": files["published.json"].replace(b'"guid": "dil2"', b'"guid": "dil9"')}

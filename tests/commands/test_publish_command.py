"""`site-builder publish` and `rollback`, to places of every kind."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from typing import Any

import pytest
from commands.published import git, published
from publishing.places import Place
from publishing.versions import Versions

Command = Callable[..., tuple[int, str, str]]


def test_a_site_is_published_and_the_next_takes_its_place(
    versions: Versions, place: Place, site_builder: Command
) -> None:
    code, output, errors = site_builder("publish", place.target)
    is_here = place.kind != "branch"
    assert (code, output == "", "[publish-example-address]" in output) == (0, is_here, not is_here)
    assert errors.endswith(f"The site is published: {place.target}\n")
    assert published(place) == versions.old
    versions.write(versions.new)
    assert site_builder("publish", place.target)[0] == 0
    now = published(place)
    assert {path: now[path] for path in versions.new} == versions.new
    kept = (
        {}
        if place.kind == "branch"
        else {
            path: data for path, data in versions.old.items() if "/foto-" in path or path.endswith("w0.json")
        }
    )
    assert {path: now[path] for path in now.keys() - versions.new.keys()} == kept
    assert place.left_over() == []


def test_the_same_site_is_published_once(place: Place, site_builder: Command) -> None:
    site_builder("publish", place.target)
    code, _, errors = site_builder("publish", place.target)
    assert code == 0
    assert "The same site is published there already" in errors


def test_what_is_not_ours_is_left_alone_unless_it_is_meant(
    versions: Versions, place: Place, site_builder: Command
) -> None:
    if place.kind == "branch":
        git(versions.root, "push", "--quiet", "origin", "HEAD:refs/heads/gh-pages")
    else:
        (place.folder / "index.html").write_text("Somebody's", encoding="utf-8")
    code, output, _ = site_builder("publish", place.target)
    assert (code, "[publish-occupied]" in output) == (1, True)
    assert ("all files that are in it now go" in output) is (place.kind == "branch")
    assert ("files of the same names are replaced" in output) is (place.kind != "branch")
    assert place.read("published.json") is None
    assert site_builder("publish", "--first", place.target)[0] == 0
    assert place.read("index.html") == versions.old["index.html"]


def test_the_guard_is_asked_first(versions: Versions, place: Place, site_builder: Command) -> None:
    site_builder("publish", place.target)
    ledger = json.loads(versions.new["published.json"])
    ledger["feeds"][0]["items"].pop()
    versions.write({**versions.old, "published.json": json.dumps({**ledger, "redirects": []}).encode()})
    code, output, _ = site_builder("publish", place.target)
    assert (code, "/stary/" in output) == (1, True)
    assert published(place) == versions.old


@pytest.mark.parametrize(
    ("ledger", "code"),
    [
        (None, "site-not-built"),
        (b"{", "ledger-unreadable"),
        (b'{"version": 99}', "ledger-newer"),
    ],
)
def test_a_site_without_its_ledger_is_not_published(
    ledger: bytes | None, code: str, versions: Versions, server: Place, site_builder: Command
) -> None:
    file = versions.root / "site/published.json"
    file.unlink() if ledger is None else file.write_bytes(ledger)
    status, output, _ = site_builder("publish", server.target)
    assert (status, f"[{code}]" in output) == (1, True)
    assert not list(server.folder.iterdir())


def test_a_preview_never_takes_the_place_of_the_site(
    versions: Versions, server: Place, site_builder: Command
) -> None:
    ledger = {**json.loads(versions.old["published.json"]), "preview": True}
    versions.write({**versions.old, "published.json": json.dumps(ledger).encode()})
    status, output, _ = site_builder("publish", "--first", server.target)
    assert (status, "[ledger-preview]" in output) == (1, True)


def test_a_damaged_ledger_there_is_no_reason_to_begin_anew(
    versions: Versions, directory: Place, site_builder: Command
) -> None:
    site_builder("publish", directory.target)
    (directory.folder / "published.json").write_bytes(b"{")
    versions.write(versions.new)
    status, output, _ = site_builder("publish", directory.target)
    assert (status, "[ledger-unreadable]" in output) == (1, True)
    status, output, _ = site_builder("publish", "--first", directory.target)
    assert (status, "Nothing was compared" in output) == (0, True)
    (directory.folder / "published.json").write_bytes(b'{"version": 99}')
    status, output, _ = site_builder("publish", "--first", directory.target)
    assert (status, "[ledger-newer]" in output) == (1, True)


@pytest.mark.parametrize("path", ["clanky/c1/index.html", "podcast/audio/dil1.mp3"])
def test_a_built_site_that_changed_since_is_not_published(
    path: str, versions: Versions, server: Place, site_builder: Command
) -> None:
    file = versions.root / "site" / path
    file.write_bytes(bytes(file.stat().st_size)) if path.endswith("mp3") else file.unlink()
    status, output, _ = site_builder("publish", server.target)
    assert (status, "[site-incomplete]" in output, path in output) == (1, True, True)
    assert not list(server.folder.iterdir())


def test_a_folder_of_the_built_site_that_cannot_be_read_is_not_taken_for_gone(
    versions: Versions, directory: Place, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_builder("publish", directory.target)
    versions.write(versions.new)
    scandir = os.scandir

    def refuse(folder: str) -> Any:
        if str(folder).endswith("assets"):
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    status, _, errors = site_builder("publish", directory.target)
    monkeypatch.undo()
    told = "The built site can't be read: site/assets: Permission denied"
    assert (status, told in errors) == (2, True)
    assert published(directory) == versions.old


def test_a_wrong_target_is_told_the_right_forms(versions: Versions, site_builder: Command) -> None:
    for command in ("publish", "rollback"):
        status, _, errors = site_builder(command, "web.example:/srv/www")
        assert status == 2
        assert "server:jana@www.example.org:/srv/www" in errors


def test_audio_and_site_have_places_of_their_own(
    versions: Versions, directory: Place, site_builder: Command
) -> None:
    with (versions.root / "content/site.yml").open("a", encoding="utf-8") as settings:
        settings.write(
            f'storage: {{remote: "{directory.folder}/audio", url: "https://media.web.example/"}}\n'
        )
    status, output, _ = site_builder("publish", directory.target)
    assert (status, "[publish-audio-storage]" in output) == (1, True)


@pytest.mark.parametrize(
    "target",
    [
        *("server:{root}", "server:{root}/site", "server:{root}/site/x", "server:{root}/.."),
        *("rclone:.", "rclone:site", "rclone::local:site/x", "rclone:.."),
    ],
)
def test_a_site_is_not_published_into_itself_or_over_its_sources(
    target: str, versions: Versions, site_builder: Command
) -> None:
    before = sorted(versions.root.rglob("*"))
    status, output, _ = site_builder("publish", "--first", target.format(root=versions.root))
    assert (status, "[publish-into-itself]" in output) == (1, True)
    assert sorted(versions.root.rglob("*")) == before


def test_the_help_shows_each_place_in_a_line_of_its_own(site_builder: Command) -> None:
    _, output, _ = site_builder("publish", "--help")
    for form in ("branch:gh-pages", "server:jana@www.example.org:/srv/www", "rclone:remote:path"):
        assert f"\n  {form} " in output

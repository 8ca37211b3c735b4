"""`site-builder publish` to a storage: what others have put there stays, and what was interrupted is completed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from commands.published import other_guid, published, withdraw_second
from publishing.places import Place
from publishing.versions import Versions, file_of, ledger_of, version

from site_builder.ledger import written
from site_builder.ledger.entries import PublishedRedirect
from site_builder.media.rclone import Rclone, StorageError
from site_builder.publishing.manifest import MANIFEST, NEXT, Manifest, as_json, under_way

Command = Callable[..., tuple[int, str, str]]


def test_a_storage_keeps_what_others_have_put_there(
    versions: Versions, directory: Place, site_builder: Command
) -> None:
    (directory.folder / "overeni.html").write_text("Somebody's", encoding="utf-8")
    site_builder("publish", "--first", directory.target)
    versions.write(versions.new)
    site_builder("publish", directory.target)
    withdraw_second(versions)
    versions.write(versions.old)
    site_builder("publish", directory.target)
    assert directory.read("overeni.html") == b"Somebody's"
    assert directory.read("novy/index.html") is None
    assert not (directory.folder / "novy").exists()


def test_what_a_first_publication_has_left_unfinished_is_ours(
    directory: Place, versions: Versions, site_builder: Command
) -> None:
    for name in (f"{MANIFEST}.0a1b2c3d.publishing", ".publishing/index.html"):
        (directory.folder / name).parent.mkdir(exist_ok=True)
        (directory.folder / name).write_text("half", encoding="utf-8")
    assert site_builder("publish", directory.target)[0] == 0
    assert published(directory) == versions.old


def test_a_file_of_another_size_is_sent_again(
    versions: Versions, directory: Place, site_builder: Command
) -> None:
    site_builder("publish", directory.target)
    (directory.folder / "index.html").write_text("short", encoding="utf-8")
    site_builder("publish", directory.target)
    assert published(directory) == versions.old


def test_files_are_compared_by_their_bytes_where_nothing_is_known_of_them(
    versions: Versions, directory: Place, site_builder: Command
) -> None:
    site_builder("publish", directory.target)
    (directory.folder / MANIFEST).unlink()
    page = (directory.folder / "index.html").read_bytes()
    (directory.folder / "index.html").write_bytes(b"x" * len(page))
    site_builder("publish", directory.target)
    assert published(directory) == versions.old


def test_a_storage_whose_ledger_is_gone_is_no_empty_place(
    versions: Versions, directory: Place, site_builder: Command
) -> None:
    site_builder("publish", directory.target)
    (directory.folder / "published.json").unlink()
    versions.write(versions.new)
    for damaged in (False, True):
        if damaged:
            (directory.folder / MANIFEST).write_bytes(b"{")
        status, output, _ = site_builder("publish", directory.target)
        assert (status, "[publish-ledger-gone]" in output) == (1, True)
    assert site_builder("publish", "--first", directory.target)[0] == 0


def test_a_first_publication_that_was_interrupted_is_completed(
    versions: Versions, directory: Place, site_builder: Command
) -> None:
    files = {path: hashlib.sha256(data).hexdigest() for path, data in versions.old.items()}
    (directory.folder / MANIFEST).write_bytes(as_json(under_way(Manifest(), files)))
    (directory.folder / "index.html").write_bytes(versions.old["index.html"])
    assert site_builder("publish", directory.target)[0] == 0
    assert published(directory) == versions.old


def test_a_file_may_become_a_folder_and_the_folder_a_file(
    versions: Versions, directory: Place, site_builder: Command
) -> None:
    ledger = ledger_of(versions.old)
    file, page = "/byvala.html", "/byvala.html/x/"
    for url, gone in ((file, page), (page, file), (file, page)):
        redirected = replace(ledger, redirects=(PublishedRedirect(url, "/"),))
        versions.write({**versions.old, file_of(url): b"To /", "published.json": written.as_json(redirected)})
        (versions.root / "content/withdrawn.yml").write_text(
            f"withdrawn: [{{what: {gone}, why: Test, since: 2026-01-01}}]\n", encoding="utf-8"
        )
        assert site_builder("publish", directory.target)[0] == 0
        assert {path for path in published(directory) if "byvala" in path} == {file_of(url)}


def test_what_an_interrupted_publication_has_shown_is_promised_too(
    versions: Versions, directory: Place, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_builder("publish", directory.target)
    copy = Rclone.copy

    def die(self: Rclone, folder: Path, names: Iterable[str], *rest: Any, **options: Any) -> None:
        if "published.json" in (names := list(names)):
            raise StorageError("broken")
        copy(self, folder, names, *rest, **options)

    monkeypatch.setattr(Rclone, "copy", die)
    versions.write(versions.new)
    assert site_builder("publish", directory.target)[0] == 2
    monkeypatch.setattr(Rclone, "copy", copy)
    assert directory.read("podcast/feed.xml") == versions.new["podcast/feed.xml"]
    assert directory.read("published.json") == versions.old["published.json"]
    versions.write(other_guid(versions.new))
    status, output, _ = site_builder("publish", directory.target)
    assert (status, output.count("dil2")) == (1, 1), output
    versions.write(version(3))
    assert site_builder("publish", directory.target)[0] == 0
    assert directory.read(NEXT) is None
    versions.write(version(3))
    assert "The same site" in site_builder("publish", directory.target)[2]


@pytest.mark.parametrize("damage", [None, b"{"])
def test_a_withdrawn_page_goes_though_the_manifest_is_lost(
    damage: bytes | None, versions: Versions, directory: Place, site_builder: Command
) -> None:
    versions.write(versions.new)
    site_builder("publish", directory.target)
    manifest = directory.folder / MANIFEST
    manifest.unlink() if damage is None else manifest.write_bytes(damage)
    withdraw_second(versions)
    versions.write(versions.old)
    status, output, _ = site_builder("publish", directory.target)
    assert status == 0, output
    assert directory.read("novy/index.html") is None
    assert directory.read("podcast/audio/dil2.mp3") is None

"""`site-builder publish` and `rollback`, to places of this machine."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from publishing.places import Place
from publishing.versions import Files, Versions, file_of, ledger_of, make_versions, version

from site_builder.ledger import written
from site_builder.ledger.entries import PublishedFile, PublishedRedirect
from site_builder.media.rclone import Rclone, StorageError
from site_builder.publishing.manifest import MANIFEST, NEXT, Manifest, as_json, under_way
from site_builder.publishing.places import PlaceError
from site_builder.publishing.server import look
from site_builder.publishing.target import ServerTarget

Command = Callable[..., tuple[int, str, str]]

KINDS = ("branch", "server", "directory")


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Versions:
    """A project in the working directory, with its first site built."""
    found = make_versions(tmp_path / "project")
    found.write(found.old)
    monkeypatch.chdir(found.root)
    return found


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


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, versions: Versions, tmp_path: Path) -> Place:
    """An empty place, once of each kind."""
    return make_place(request.param, tmp_path, versions.root)


@pytest.fixture
def server(versions: Versions, tmp_path: Path) -> Place:
    return make_place("server", tmp_path, versions.root)


@pytest.fixture
def directory(versions: Versions, tmp_path: Path) -> Place:
    return make_place("directory", tmp_path, versions.root)


@pytest.fixture
def branch(versions: Versions, tmp_path: Path) -> Place:
    return make_place("branch", tmp_path, versions.root)


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
    status, _, errors = site_builder("publish", "--first", directory.target)
    assert (status, "Nothing was compared" in errors) == (0, True)
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


# A storage


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


def test_a_lock_that_a_killed_git_has_left_is_no_obstacle(
    branch: Place, versions: Versions, site_builder: Command
) -> None:
    subprocess.run(["git", "branch", "site-builder-publishes-0a1b2c3d"], cwd=versions.root, check=True)
    (versions.root / ".git/packed-refs.lock").touch()
    assert site_builder("publish", branch.target)[0] == 0
    assert published(branch) == versions.old


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


def other_guid(files: Files) -> Files:
    """The same site with another guid of its newest episode."""
    return {**files, "published.json": files["published.json"].replace(b'"guid": "dil2"', b'"guid": "dil9"')}


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


# A server


def test_releases_without_the_link_are_no_empty_place(
    versions: Versions, server: Place, site_builder: Command
) -> None:
    publish_versions([1], versions, server, site_builder)
    (server.folder / "current").unlink()
    versions.write(versions.new)
    status, output, _ = site_builder("publish", server.target)
    assert (status, "[publish-ledger-gone]" in output) == (1, True)
    assert site_builder("publish", "--first", server.target)[0] == 0
    assert published(server).items() >= versions.new.items()


def test_a_first_release_that_was_interrupted_before_its_link_is_completed(
    versions: Versions, server: Place, site_builder: Command
) -> None:
    publish_versions([1], versions, server, site_builder)
    (server.folder / "current").rename(server.folder / ".current.new")
    publish_versions([1], versions, server, site_builder)
    assert published(server) == versions.old
    assert len(releases(server)) == 1


def releases(place: Place) -> list[str]:
    return sorted(path.name for path in (place.folder / "releases").glob("[0-9]*"))


def publish_versions(numbers: list[int], versions: Versions, place: Place, site_builder: Command) -> None:
    for number in numbers:
        versions.write(version(number))
        assert site_builder("publish", "--keep", "3", place.target)[0] == 0


def test_a_release_shares_what_has_not_changed_and_everybody_may_read_it(
    versions: Versions, server: Place, site_builder: Command
) -> None:
    (versions.root / "site/assets/site.css").chmod(0o600)
    publish_versions([1, 2], versions, server, site_builder)
    one, two = (server.folder / "releases" / name for name in releases(server))
    assert (one / "assets/site.css").stat().st_ino == (two / "assets/site.css").stat().st_ino
    assert (one / "assets/site.js").stat().st_ino != (two / "assets/site.js").stat().st_ino
    assert {path.stat().st_mode & 0o777 for path in two.rglob("*") if path.is_file()} == {0o644}
    assert two.stat().st_mode & 0o777 == 0o755


def test_the_last_releases_are_kept(versions: Versions, server: Place, site_builder: Command) -> None:
    publish_versions([1, 2, 3, 4, 5], versions, server, site_builder)
    assert len(releases(server)) == 3
    assert {path.name for path in (server.folder / "releases").iterdir()} == {
        *releases(server),
        ".lock",
        *(f".before-{name}" for name in releases(server)),
    }


def test_a_rollback_goes_back_one_by_one_and_never_to_what_it_left(
    versions: Versions, server: Place, site_builder: Command
) -> None:
    publish_versions([2, 3, 4], versions, server, site_builder)
    status, _, errors = site_builder("rollback", server.target)
    two, three, four = releases(server)
    assert (status, errors) == (0, f"The release {three} is published again, as before {four}.\n")
    assert published(server).items() >= version(3).items()
    publish_versions([5], versions, server, site_builder)
    site_builder("rollback", server.target)
    assert published(server).items() >= version(3).items()
    assert four in releases(server)
    assert two not in releases(server)
    assert site_builder("rollback", server.target)[0] == 2


def test_a_rollback_tells_what_readers_miss(versions: Versions, server: Place, site_builder: Command) -> None:
    publish_versions([1], versions, server, site_builder)
    ledger = ledger_of(versions.new)
    ledger = replace(ledger, files=(PublishedFile("/media/zprava.pdf", "content/zprava.pdf"),))
    versions.write({**versions.new, "media/zprava.pdf": b"%PDF", "published.json": written.as_json(ledger)})
    site_builder("publish", server.target)
    first = server.folder / "releases" / releases(server)[0] / "published.json"
    first.write_bytes(first.read_bytes().replace(b"https://web.example/", b"https://old.example/"))
    _, _, errors = site_builder("rollback", server.target)
    assert errors.splitlines()[1:] == [
        "It was built for another address: https://old.example/, not https://web.example/.",
        "Until you publish again, readers don't find:",
        "  https://web.example/media/zprava.pdf",
        "  https://web.example/novy/",
    ]


def test_a_rollback_does_not_need_ledgers(versions: Versions, server: Place, site_builder: Command) -> None:
    publish_versions([1, 2], versions, server, site_builder)
    (server.folder / "current/published.json").write_text("damaged", encoding="utf-8")
    status, _, errors = site_builder("rollback", server.target)
    assert (status, len(errors.splitlines())) == (0, 1)
    assert published(server).items() >= version(1).items()


def test_there_may_be_nothing_to_go_back_to(versions: Versions, server: Place, site_builder: Command) -> None:
    publish_versions([1], versions, server, site_builder)
    status, _, errors = site_builder("rollback", server.target)
    assert (status, "No earlier release" in errors) == (2, True)
    assert published(server) == versions.old


def test_there_may_be_nothing_at_all(versions: Versions, server: Place, site_builder: Command) -> None:
    for target in (server.target, f"{server.target}/nowhere"):
        status, _, errors = site_builder("rollback", target)
        assert (status, "No earlier release" in errors) == (2, True)


def test_a_release_that_was_rolled_back_can_be_published_again(
    versions: Versions, server: Place, site_builder: Command
) -> None:
    publish_versions([2, 3], versions, server, site_builder)
    site_builder("rollback", server.target)
    publish_versions([3], versions, server, site_builder)
    assert published(server).items() >= version(3).items()
    assert len(releases(server)) == 2


def test_what_a_rollback_has_left_is_still_promised(
    versions: Versions, server: Place, site_builder: Command
) -> None:
    publish_versions([1, 2], versions, server, site_builder)
    site_builder("rollback", server.target)
    for files, lost in ((other_guid(version(2)), "dil2"), (version(1), "/novy/")):
        versions.write(files)
        status, output, _ = site_builder("publish", server.target)
        assert (status, lost in output) == (1, True), output
    withdraw_second(versions)
    publish_versions([1], versions, server, site_builder)
    (versions.root / "content/withdrawn.yml").unlink()
    publish_versions([3, 4], versions, server, site_builder)


def test_what_a_rollback_has_left_is_promised_while_it_is_published_again(
    versions: Versions, server: Place, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_versions([1, 2], versions, server, site_builder)
    site_builder("rollback", server.target)

    def die(*_: object) -> None:
        raise PlaceError("broken")

    with monkeypatch.context() as patch:
        patch.setattr("site_builder.publishing.server.ServerFound._upload", die)
        assert site_builder("publish", server.target)[0] == 2
    versions.write(other_guid(version(2)))
    status, output, _ = site_builder("publish", server.target)
    assert (status, "dil2" in output) == (1, True), output
    publish_versions([2], versions, server, site_builder)
    assert len(releases(server)) == 2


def test_who_publishes_second_is_refused(
    versions: Versions, server: Place, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_versions([2], versions, server, site_builder)
    seen = look(ServerTarget("", str(server.folder)), 3)
    publish_versions([3], versions, server, site_builder)
    monkeypatch.setattr("site_builder.commands.publish.server.look", lambda *_: seen)
    versions.write(version(4))
    status, output, _ = site_builder("publish", server.target)
    assert (status, "[publish-overtaken]" in output) == (1, True)
    assert published(server).items() >= version(3).items()


def test_a_folder_in_place_of_the_link_is_told(
    versions: Versions, server: Place, site_builder: Command
) -> None:
    (server.folder / "current").mkdir()
    status, _, errors = site_builder("publish", "--first", server.target)
    assert (status, "current is a folder" in errors) == (2, True)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Host key verification failed.", "isn't known on this machine"),
        ("jana@web.example: Permission denied (publickey).", "lets nobody in"),
        (
            "ssh: Could not resolve hostname web.example: Name or service not known",
            "no server called web.example",
        ),
        ("sh: 1: cannot create /srv/x: Permission denied", "belongs to somebody else"),
        ("Connection refused", "The server fails: Connection refused"),
    ],
)
def test_what_ssh_says_is_told_in_plain_words(
    said: str,
    told: str,
    versions: Versions,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    site_builder: Command,
) -> None:
    program = tmp_path / "bin/ssh"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "{said}" >&2\nexit 255\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    status, _, errors = site_builder("publish", "server:jana@web.example:/srv/www")
    assert status == 2
    assert told in errors


def test_a_folder_of_this_machine_that_cannot_be_written_is_not_taken_for_a_host(
    versions: Versions, server: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site_builder: Command
) -> None:
    program = tmp_path / "bin/rsync"
    program.parent.mkdir()
    said = "rsync: [Receiver] mkdir failed: Permission denied (13)"
    program.write_text(f'#!/bin/sh\necho "{said}" >&2\nexit 11\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    status, _, errors = site_builder("publish", server.target)
    assert (status, f"What is needed in {server.folder} can't be written" in errors) == (2, True)


# A branch


def test_a_commit_says_what_it_was_published_from_and_follows_the_last(
    versions: Versions, branch: Place, site_builder: Command
) -> None:
    (versions.root / ".gitignore").write_text("/site/\n", encoding="utf-8")
    git(versions.root, "add", ".")
    git(versions.root, "commit", "--quiet", "--message", "Sources")
    source = git(versions.root, "rev-parse", "HEAD").strip()
    site_builder("publish", branch.target)
    (versions.root / "content/novy.cs.md").touch()
    versions.write(versions.new)
    site_builder("publish", branch.target)
    log = git(branch.folder, "log", "--format=%s", "gh-pages").splitlines()
    assert log == [f"Published from {source} with uncommitted changes", f"Published from {source}"]
    assert "site-builder" not in git(versions.root, "for-each-ref", "--format=%(refname)")


def test_no_branch_of_the_clone_changes(versions: Versions, branch: Place, site_builder: Command) -> None:
    git(versions.root, "branch", "gh-pages")
    before = git(versions.root, "rev-parse", "gh-pages")
    site_builder("publish", branch.target)
    assert git(versions.root, "rev-parse", "gh-pages") == before


def test_the_domain_that_a_host_has_written_stays(
    versions: Versions, branch: Place, site_builder: Command
) -> None:
    versions.write({**versions.old, "CNAME": b"web.example"})
    site_builder("publish", branch.target)
    versions.write(versions.new)
    site_builder("publish", branch.target)
    assert branch.read("CNAME") == b"web.example"


def test_commits_of_others_are_never_overwritten(
    versions: Versions, branch: Place, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_builder("publish", branch.target)
    tip = git(branch.folder, "rev-parse", "gh-pages").strip()
    tree = git(branch.folder, "rev-parse", "gh-pages^{tree}").strip()
    theirs = git(branch.folder, "commit-tree", "-p", tip, "-m", "Theirs", tree).strip()
    git(branch.folder, "update-ref", "refs/heads/gh-pages", theirs)
    monkeypatch.setattr("site_builder.history.branches.remote_tip", lambda *_: tip)
    versions.write(versions.new)
    status, output, _ = site_builder("publish", branch.target)
    assert (status, "[publish-overtaken]" in output) == (1, True)
    assert git(branch.folder, "rev-parse", "gh-pages").strip() == theirs


@pytest.mark.parametrize("folder", ["", "web"])
def test_the_branch_of_the_sources_is_never_published_to(
    folder: str, versions: Versions, branch: Place, site_builder: Command
) -> None:
    project = versions.root
    if folder:
        (project / folder).mkdir()
        for path in ("mkdocs.yml", "content", "podcast", "site"):
            (project / path).rename(project / folder / path)
    git(project, "add", f"./{folder}/mkdocs.yml")
    git(project, "commit", "--quiet", "--message", "Sources")
    git(project, "push", "--quiet", "origin", "HEAD:refs/heads/main")
    before = git(branch.folder, "rev-parse", "main")
    status, output, _ = site_builder("publish", "--first", "branch:main", f"./{folder}")
    assert (status, "[publish-sources]" in output) == (1, True)
    assert git(branch.folder, "rev-parse", "main") == before


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("publishing.branch.ghp_import", "The commit can't be made: a bug"),
        ("history.branches.push", "TypeError: a bug"),
    ],
)
def test_a_bug_of_ours_is_not_taken_for_one_of_git(
    versions: Versions,
    branch: Place,
    site_builder: Command,
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
    told: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise TypeError("a bug")

    monkeypatch.setattr(f"site_builder.{broken}", fail)
    assert f"{told}\n" in site_builder("publish", branch.target)[2]


def test_a_project_without_that_remote_is_told(
    versions: Versions, branch: Place, site_builder: Command
) -> None:
    status, _, errors = site_builder("publish", "branch:elsewhere/gh-pages")
    assert (status, "Git fails:" in errors) == (2, True)


def test_what_a_branch_lacks_is_told(
    versions: Versions, tmp_path: Path, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> str:
        status, _, errors = site_builder("publish", "branch:gh-pages")
        assert status == 2
        return errors

    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert f"{versions.root} is in no Git repository" in told()
    git(versions.root, "init", "--quiet")
    assert "Nothing has been committed yet" in told()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "needs Git on this machine" in told()


@pytest.mark.parametrize("target", ["branch:gh-pages", "rclone:remote:path"])
def test_places_without_releases_tell_how_to_go_back(
    target: str, versions: Versions, site_builder: Command
) -> None:
    status, _, errors = site_builder("rollback", target)
    assert (status, "keeps no releases" in errors) == (2, True)

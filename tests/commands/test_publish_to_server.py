"""`site-builder publish` to a server's folder, and `rollback`: releases, and what is promised by them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from commands.published import other_guid, published, withdraw_second
from publishing.places import Place
from publishing.versions import Versions, ledger_of, version

from site_builder.ledger import written
from site_builder.ledger.entries import PublishedFile
from site_builder.publishing.server import look
from site_builder.publishing.target import ServerTarget
from site_builder.refusals import RefusalError

Command = Callable[..., tuple[int, str, str]]


def releases(place: Place) -> list[str]:
    return sorted(path.name for path in (place.folder / "releases").glob("[0-9]*"))


def publish_versions(numbers: list[int], versions: Versions, place: Place, site_builder: Command) -> None:
    for number in numbers:
        versions.write(version(number))
        assert site_builder("publish", "--keep", "3", place.target)[0] == 0


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
        raise RefusalError("broken")

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

"""`site-builder audio verify` asks real servers, and those that do one thing wrong."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from media.servers import Servers

from site_builder.audio.facts import AudioFacts, read_facts
from site_builder.media.lock import update_lock
from site_builder.problems import Position

Command = Callable[..., tuple[int, str, str]]

AUDIO = "podcast/prvni.cs.mp3"
AT = "podcast/prvni.cs.md:11:1"


def lock(project: Path, url: str, media_type: str = "audio/mpeg") -> AudioFacts:
    """Note that the audio of the base site is stored at `url`."""
    facts = read_facts(project, AUDIO, Position(AUDIO))
    assert isinstance(facts, AudioFacts)
    sha256 = hashlib.sha256((project / AUDIO).read_bytes()).hexdigest()
    facts = AudioFacts(AUDIO, facts.size, facts.seconds, media_type, (), sha256, url)
    assert update_lock(project, facts) == ()
    return facts


@contextmanager
def host(status: int, headers: dict[str, str], part: int = 200) -> Iterator[str]:
    """A server that answers HEAD with `status` and `headers` and requests for a part with status `part`; its URL."""

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.answer(status)

        def do_GET(self) -> None:
            self.answer(part)
            self.wfile.write(b"\0")

        def answer(self, code: int) -> None:
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Keep the tests' output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/000000000000/prvni.cs.mp3"
        server.shutdown()


def right(project: Path, **other: str) -> dict[str, str]:
    headers = {
        "Content-Length": str((project / AUDIO).stat().st_size),
        "Content-Type": "audio/mpeg",
        "Accept-Ranges": "bytes",
    }
    return {**headers, **{name.replace("_", "-"): value for name, value in other.items()}}


def codes(output: str) -> list[str]:
    lines = [line for line in output.splitlines() if not line.startswith(" ")]
    assert all(line.startswith(f"{AT}: Error: ") for line in lines)
    return [line.rpartition("[")[2].rstrip("]") for line in lines]


def test_nothing_stored_is_nothing_wrong(project: Path, site_builder: Command) -> None:
    assert site_builder("audio", "verify")[:2] == (0, "")


def test_a_good_host_is_praised(project: Path, site_builder: Command, servers: Servers) -> None:
    storage = servers.storage("directory")
    (storage.folder / "a.mp3").write_bytes((project / AUDIO).read_bytes())
    lock(project, f"{storage.url}/a.mp3")
    code, output, summary = site_builder("audio", "verify")
    assert (code, output) == (0, "")
    assert summary.endswith("No problems.\n")


def test_what_the_host_does_not_have_is_told(project: Path, site_builder: Command, servers: Servers) -> None:
    lock(project, f"{servers.storage('directory').url}/a.mp3")
    code, output, _ = site_builder("audio", "verify")
    assert (code, codes(output)) == (1, ["stored-audio-missing"])
    assert "404" in output


def test_another_file_at_the_address_is_told(project: Path, site_builder: Command, servers: Servers) -> None:
    storage = servers.storage("directory")
    (storage.folder / "a.html").write_text("<!doctype html>", encoding="utf-8")
    lock(project, f"{storage.url}/a.html")
    code, output, _ = site_builder("audio", "verify")
    assert (code, codes(output)) == (1, ["stored-audio-length", "stored-audio-type"])


@pytest.mark.parametrize(
    ("wrong", "part", "expected"),
    [
        ({}, 200, []),
        ({"Content_Length": "5"}, 200, ["stored-audio-length"]),
        ({"Content_Type": "application/octet-stream"}, 200, ["stored-audio-type"]),
        ({"Content_Type": "audio/mp3; charset=binary"}, 200, []),
        ({"Accept_Ranges": "none"}, 200, ["stored-audio-ranges"]),
        ({"Accept_Ranges": "none"}, 206, []),
    ],
)
def test_each_mistake_of_a_host_is_its_own_problem(
    project: Path, site_builder: Command, wrong: dict[str, str], part: int, expected: list[str]
) -> None:
    with host(200, right(project, **wrong), part) as url:
        lock(project, url)
        code, output, _ = site_builder("audio", "verify")
    assert codes(output) == expected
    assert code == bool(expected)


@pytest.mark.parametrize(
    ("media_type", "told"), [("audio/x-m4a", "audio/mp4"), ("audio/ogg", "application/ogg")]
)
def test_other_names_of_a_type_are_right(
    project: Path, site_builder: Command, media_type: str, told: str
) -> None:
    with host(200, right(project, Content_Type=told)) as url:
        lock(project, url, media_type)
        assert site_builder("audio", "verify")[0] == 0


@pytest.mark.parametrize("status", [403, 404, 405, 500])
def test_a_refusal_is_told(project: Path, site_builder: Command, status: int) -> None:
    with host(status, right(project)) as url:
        lock(project, url)
        code, output, _ = site_builder("audio", "verify")
    assert (code, codes(output)) == (1, ["stored-audio-missing"])
    assert str(status) in output


def test_a_host_that_is_not_there_is_told(project: Path, site_builder: Command) -> None:
    with host(200, {}) as url:
        lock(project, url)
    code, output, _ = site_builder("audio", "verify")
    assert (code, codes(output)) == (1, ["stored-audio-unreachable"])


def test_only_what_is_asked_for_is_verified(project: Path, site_builder: Command) -> None:
    with host(200, {}) as url:
        lock(project, url)
    (project / "podcast/druhy.cs.md").write_text("---\ntitle: Druhý\n---\nText.\n", encoding="utf-8")
    assert site_builder("audio", "verify", "druhy")[:2] == (0, "")

"""`site-builder verify`: what it takes, tells and returns."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from live.hosting import Fault, Host
from site_builder.commands import site_builder


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def called(*arguments: str) -> Result:
    return CliRunner().invoke(site_builder, ["verify", *arguments], standalone_mode=False)


@pytest.mark.parametrize("end", ["", "?"])
def test_a_good_site_is_praised(host: Host, end: str) -> None:
    result = called(host.url.rstrip("/") + end.strip("?"))
    assert (result.return_value, result.stdout) == (0, "")
    assert result.stderr.endswith("No problems.\n")


def test_what_is_wrong_is_told_at_its_url_in_the_language_of_the_editor(host: Host) -> None:
    host.faults["/lide/jana/"] = Fault(404)
    english, czech = called(host.url), called(host.url, "--language", "cs")
    assert english.return_value == czech.return_value == 1
    assert english.stdout.startswith(f"{host.url}lide/jana/: Error: The site says that this is published")
    assert czech.stdout.startswith(f"{host.url}lide/jana/: Chyba: Podle webu je tu něco zveřejněno")


def test_warnings_do_not_fail(host: Host) -> None:
    host.faults["/kdo-jsme/"] = Fault(302, {"Location": "/lide/"})
    result = called(host.url)
    assert result.return_value == 0
    assert "Warning" in result.stdout


def test_machines_read_it_too(host: Host) -> None:
    host.faults["/podcast/audio/prvni.cs.mp3"] = Fault(404)
    (told,) = json.loads(called(host.url, "--format", "gitlab").stdout)
    assert told["location"]["path"] == host.url.removeprefix("http://") + "podcast/audio/prvni.cs.mp3"


@pytest.mark.parametrize(
    "url",
    ["", "web.example", "ftp://web.example/", "https://", "https://[", "https://a:x/", "https://web.example/?a=b",
     "https://jana:heslo@web.example/", "file:///etc/passwd"],
)  # fmt: skip
def test_what_is_no_address_of_a_site_is_refused(url: str) -> None:
    result = called(url)
    assert result.return_value == 2
    assert "is no address of a site" in result.stderr


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://a..b/", "http://nowhere.invalid/"])
def test_a_site_that_nobody_answers_for_is_told(url: str) -> None:
    result = called(url)
    assert result.return_value == 1
    assert "The server can't be reached" in result.stdout

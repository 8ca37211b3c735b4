"""The connection to a published site: a real server with certificates that are right, end soon, or can't be trusted."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hosting.servers import configuration
from media.servers import server

from live.conftest import NOW, Verify
from live.hosting import Host
from site_builder.fetching import CertificateError, Web
from site_builder.ledger.entries import Ledger
from site_builder.live.security import inspect_plain, inspect_security
from site_builder.live.site import LiveSite

SITE, PLAIN, SOON, EXPIRED, OTHER = (f"127.0.0.{number}" for number in range(1, 6))
"""Hosts of this machine, each with a certificate of its own; the last shows one that is of another host."""

CONFIG = """
{{
    admin off
    auto_https disable_redirects
    skip_install_trust
    default_sni other.example
    storage file_system {folder}/storage
    renew_interval 1d
    pki {{
        ca local {{
            intermediate_lifetime 400d
        }}
    }}
}}
(lasting) {{
    tls {{
        issuer internal {{
            lifetime {{args[0]}}
        }}
    }}
}}
http://{plain}:{port} {{
    bind {plain}
    redir https://{plain}:{port}{{uri}} 301
}}
https://{soon}:{port} {{
    bind {soon}
    import lasting 10d
    root {folder}/built
    file_server
}}
https://{expired}:{port} {{
    bind {expired}
    import lasting 1s
}}
https://other.example:{port} {{
    bind {other}
    import lasting 10d
}}
"""


HSTS = "Strict-Transport-Security: max-age=31536000"


@pytest.fixture(scope="module")
def port(published: Host, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a Caddy at which the site lies, built for its address there."""
    folder = tmp_path_factory.mktemp("certified")

    def command(at: str) -> list[str]:
        port = at.rpartition(":")[2]
        shutil.copytree(published.folder, folder / "built")
        for file in (folder / "built").rglob("*"):
            if file.suffix in {".html", ".xml", ".json", ".txt"}:
                text = file.read_bytes().replace(published.url.encode(), f"https://{SITE}:{port}/".encode())
                file.write_bytes(text)
        headers = folder / "built/_headers"
        headers.write_text(headers.read_text("utf-8").replace("/*\n", f"/*\n  {HSTS}\n", 1), "utf-8")
        others = {"plain": PLAIN, "soon": SOON, "expired": EXPIRED, "other": OTHER}
        site = f"https://{SITE}:{port} {{\n\tbind {SITE}\n\timport lasting 200d"
        guide = configuration("caddyfile").replace("www.example.org {", site)
        guide = guide.replace("/srv/www/current", f"{folder}/built")
        config = folder / "Caddyfile"
        config.write_text(CONFIG.format(folder=folder, port=port, **others) + guide, encoding="utf-8")
        return ["caddy", "run", "--adapter", "caddyfile", "--config", str(config)]

    with server(command) as port, pytest.MonkeyPatch.context() as environment:
        environment.setenv("SSL_CERT_FILE", str(folder / "storage/pki/authorities/local/root.crt"))
        _wait_for_certificates(folder / "storage/certificates/local", 4)
        yield port


def _wait_for_certificates(folder: Path, number: int) -> None:
    """Wait until there are so many, and the one that lasts a second has ended; it isn't renewed before tomorrow."""
    end = time.monotonic() + 60
    while len(list(folder.glob("*/*.crt"))) < number:
        assert time.monotonic() < end
        time.sleep(0.05)
    time.sleep(1.1)


def test_a_site_at_the_server_of_the_guide_has_no_problem(port: int, verify: Verify) -> None:
    assert verify(f"https://{SITE}:{port}/") == ()


@pytest.mark.parametrize(("host", "code"), [(EXPIRED, "certificate-expired"), (OTHER, "certificate-host")])
def test_a_wrong_certificate_is_the_only_thing_told(port: int, verify: Verify, host: str, code: str) -> None:
    assert [problem.code for problem in verify(f"https://{host}:{port}/")] == [code]


def test_a_certificate_of_an_unknown_authority_is_told(
    port: int, verify: Verify, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    (problem,) = verify(f"https://{SITE}:{port}/")
    assert problem.code == "certificate-untrusted"
    assert "local issuer" in problem.values["error"]


def test_what_the_connection_lacks_is_told(port: int, verify: Verify) -> None:
    codes = {problem.code for problem in verify(f"https://{SOON}:{port}/", datetime.now(UTC))}
    assert {"certificate-ends", "live-header", "live-404-page"} <= codes


def test_a_certificate_ends_soon_three_weeks_before(port: int, verify: Verify) -> None:
    url = f"https://{SITE}:{port}/"
    web = Web()
    web.ask(url)
    ends = web.certificate_ends(url)
    assert ends
    found = {
        days: [problem.code for problem in verify(url, ends - timedelta(days=days))] for days in (22, 20)
    }
    assert found == {22: [], 20: ["certificate-ends"]}


def test_who_asks_without_https_must_be_led_to_it(port: int, host: Host) -> None:
    assert list(inspect_plain(Web(), f"http://{PLAIN}:{port}/")) == []
    assert [problem.code for problem in inspect_plain(Web(), host.url)] == ["live-plain"]
    assert [problem.code for problem in inspect_plain(Web(), f"http://{OTHER}:1/")] == ["live-plain-closed"]


def test_a_site_without_https_is_told_but_on_this_machine(port: int, ledger: Ledger, host: Host) -> None:
    sites = [LiveSite(Web(), url, ledger) for url in (f"http://{PLAIN}:{port}/", host.url)]
    found = [[problem.code for problem in inspect_security(site, NOW)] for site in sites]
    assert found == [["live-without-https"], []]


def test_an_error_of_a_certificate_says_which(port: int) -> None:
    with pytest.raises(CertificateError) as caught:
        Web().ask(f"https://{EXPIRED}:{port}/")
    assert (caught.value.is_expired, caught.value.is_of_another) == (True, False)

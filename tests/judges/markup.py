"""Two judges of HTML: the Nu HTML checker (the W3C's) and html-validate."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from npm import installed

from .findings import Finding
from .tools import JAVA, JUDGES, node

BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")
"""How Java runs a program that ends before it is worth to be made the fastest."""

NU, VALIDATE = "Nu Html Checker", "html-validate"

NO_VIEWPORT = ("feed.css", "max-device-width")
"""A feed is XML and has no viewport of its own: only the device's width tells a phone, though CSS deprecates it."""

NO_ORIGIN = ("admin/index.html", "Resource violates Content Security Policy")
"""The checker reads files, which have no origin, so nothing is 'self' to it; browsers tell in `tests/admin`."""


def judge_nu(folder: Path) -> list[Finding]:
    """Errors and warnings in all HTML, CSS and SVG of the site in `folder`."""
    jar = installed(JUDGES) / "node_modules/vnu-jar/build/dist/vnu.jar"
    options = ("--format", "json", "--stdout", "--exit-zero-always")
    kinds = ("--skip-non-html", "--also-check-css", "--also-check-svg")
    done = subprocess.run(
        (JAVA, *BRIEF, "-jar", str(jar), *options, *kinds, str(folder)), capture_output=True, check=True
    )
    return list(_messages(folder, json.loads(done.stdout)["messages"]))


def _messages(folder: Path, messages: list[dict[str, Any]]) -> Iterator[Finding]:
    for message in messages:
        file = Path(unquote(urlsplit(message["url"]).path)).relative_to(folder.resolve())
        text = message["message"]
        if file.name == NO_VIEWPORT[0] and NO_VIEWPORT[1] in text:
            continue
        if file.as_posix().endswith(NO_ORIGIN[0]) and NO_ORIGIN[1] in text:
            continue
        place = f"{message.get('lastLine')}: {message.get('extract', '')}"
        yield Finding(_page(file.as_posix()), NU, text, 1, place)


def judge_html_validate(folder: Path) -> list[Finding]:
    """What html-validate says of all pages in `folder`; which rules it has: npm/html-validate.mjs."""
    found: Any = node("html-validate.mjs", str(folder))
    return [Finding(_page(one["page"]), VALIDATE, one["rule"], 1, one["message"]) for one in found]


def _page(file: str) -> str:
    return "/" + file.removesuffix("index.html")

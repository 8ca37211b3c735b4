"""What Cloudflare Pages and Netlify send for a path, by the `_headers` of a site, as their own programs read it.

Cloudflare: workers-sdk, `parseHeaders.ts`, `rulesEngine.ts`, `handler.ts`; Netlify: build, `headers-parser`, and cli.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from hosts import FileHost

MOST_RULES, LONGEST_LINE = 100, 2000
"""Of Cloudflare's."""


@dataclass
class Block:
    """A rule: the path that it is for, what it takes back and what it sets."""

    path: str
    unset: list[str] = field(default_factory=list)
    set: dict[str, str] = field(default_factory=dict)


def blocks(text: str) -> list[Block]:
    """The rules of a file, which have all been understood."""
    found: list[Block] = []
    for line in map(str.strip, text.splitlines()):
        assert len(line) <= LONGEST_LINE
        if line.startswith("/"):
            found.append(Block(line))
        elif line.startswith("! "):
            assert ":" not in line, "Netlify would take it for a header"
            found[-1].unset.append(line[2:])
        elif line and not line.startswith("#"):
            name, colon, value = line.partition(": ")
            assert colon
            assert name not in found[-1].set
            found[-1].set[name] = value
    assert len(found) <= MOST_RULES
    return found


def by_cloudflare(rules: list[Block], path: str) -> dict[str, str]:
    """A header that two rules have has both values, but what a rule takes back."""
    sent: dict[str, str] = {}
    for rule in rules:
        assert rule.path.count("*") <= 1
        if re.fullmatch(".*".join(map(re.escape, rule.path.split("*"))), path):
            for name in rule.unset:
                sent.pop(name, None)
            for name, value in rule.set.items():
                sent[name] = f"{sent[name]}, {value}" if name in sent else value
    return sent


def by_netlify(rules: list[Block], path: str) -> dict[str, str]:
    """A later rule counts; one for a folder is for the folder without its slash too."""
    sent: dict[str, str] = {}
    for rule in rules:
        parts = (_netlify_part(part) for part in rule.path.split("/") if part)
        if re.fullmatch(f"/{'/'.join(parts)}/?", path, re.IGNORECASE):
            sent |= rule.set
    return sent


def _netlify_part(part: str) -> str:
    return "?(.*)" if part == "*" else "(.*)".join(map(re.escape, part.split("*")))


class StaticHost(FileHost):
    """Serves a folder as Cloudflare Pages does.

    With the headers of its `_headers`, its page for what is missing, and no `.html` in an address.
    """

    def send_head(self) -> object:
        """Lead to the address without `.html`; the page for missing ones has their status."""
        address, file = self.path.partition("?")[0], Path(self.translate_path(self.path))
        if address.endswith(".html") and file.is_file():
            self.send_response(308)
            self.send_header("Location", address.removesuffix(".html"))
            self.end_headers()
            return None
        page = Path(f"{file}.html")
        if page.is_file() and not file.exists():
            self.path = f"{address}.html"
            return super().send_head()
        if (file / "index.html" if address.endswith("/") else file).exists():
            return super().send_head()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        return (Path(self.directory) / "404.html").open("rb")

    def end_headers(self) -> None:
        """Add what the file says."""
        rules = blocks((Path(self.directory) / "_headers").read_text("utf-8"))
        for name, value in by_cloudflare(rules, self.path.partition("?")[0]).items():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()

"""What judges say, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """`count` times `rule` of `tool` is broken on `page` (a URL path); `example` is one of the places."""

    page: str
    tool: str
    rule: str
    count: int
    example: str = ""

    def __str__(self) -> str:
        return f"{self.page} {self.tool} {self.rule} ×{self.count} {self.example}"


def listed(findings: list[Finding]) -> str:
    """For whoever has to mend them."""
    return "\n".join(["", *map(str, sorted(findings))])

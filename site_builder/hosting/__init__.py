"""What the site asks of the host that serves it: headers, and the files by which static hosts are told.

    rules = header_rules(site)
    expected_headers(rules, "/podcast/feed.xml")
    hosting_files(site)

`docs/hosting.md` has the same rules for Caddy and nginx; tests compare.
"""

from __future__ import annotations

from .files import hosting_files
from .rules import HeaderRule, expected_headers, header_rules

__all__ = ["HeaderRule", "expected_headers", "header_rules", "hosting_files"]

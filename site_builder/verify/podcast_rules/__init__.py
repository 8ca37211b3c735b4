"""The rules of podcasts, as a judge of finished feeds: XML → what breaks which rule, and where.

It reads nothing but the bytes and shares no code with what writes them. Sources: PSP-1 (the Podcast Standards
Project), Apple's Podcaster's Guide to RSS and support articles (by number), the podcast namespace (a file of its
`docs/tags/` each), RSS 2.0, RFC 5005, the W3C Feed Validator. Of files that a feed leads to, it judges the names.
"""

from __future__ import annotations

from .judge import RULES, Violation, judge
from .table import Level, Rule

__all__ = ["RULES", "Level", "Rule", "Violation", "judge"]

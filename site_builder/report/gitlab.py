"""Problems as a report of code quality, which GitLab shows in a merge request (docs.gitlab.com: Code Quality)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..languages import Language
from ..problems import Problem
from .fingerprints import fingerprints
from .places import as_file
from .rows import rows

_SEVERITIES = {"error": "blocker", "warning": "minor"}
"""GitLab's words: an error stops the publication."""


def as_gitlab(problems: Iterable[Problem], language: Language) -> str:
    """The report; an empty list where there are no problems, for GitLab compares it with the target branch's."""
    found = tuple(problems)
    report = [
        {
            "description": f"{row.message} {row.hint}".strip(),
            "check_name": row.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[row.severity],
            "location": {"path": as_file(row.path), "lines": {"begin": row.line}},
        }
        for row, fingerprint in zip(rows(found, language), fingerprints(found), strict=True)
    ]
    return json.dumps(report, ensure_ascii=False, indent=1)

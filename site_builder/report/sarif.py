"""Problems in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS), for code scanning and editors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from ..languages import Language
from ..problems import Problem
from ..repairs import Replacement
from .fingerprints import fingerprints
from .places import as_file, is_url
from .rows import Row, rows

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_PLACE = re.compile(r"\{\w+\}")

_FINGERPRINT = "problem/v1"
"""Our own key: GitHub's, `primaryLocationLineHash`, is for its action alone, which warns of any other's value."""

Object = dict[str, Any]


def as_sarif(problems: Iterable[Problem], language: Language) -> str:
    """One run of this tool: its rules are the codes of the problems, its results the problems."""
    found = tuple(problems)
    kinds = {problem.code: problem for problem in reversed(found)}  # the first of each code tells of its rule
    places = {code: index for index, code in enumerate(kinds)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "site-builder",
                        "language": language.code,
                        "rules": [_rule(problem, language) for problem in kinds.values()],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(problem, row, places[row.code], fingerprint)
                    for problem, row, fingerprint in zip(
                        found, rows(found, language), fingerprints(found), strict=True
                    )
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rule(problem: Problem, language: Language) -> Object:
    """What is said of all problems of a code: the texts of one of them, without what is its own."""
    message, hint = (
        _PLACE.sub("…", language.text(text)) for text in (problem.message, problem.hint or problem.message)
    )
    return {
        "id": problem.code,
        "shortDescription": {"text": message},
        "help": {"text": hint},
        "defaultConfiguration": {"level": problem.severity.value},
    }


def _result(problem: Problem, row: Row, rule: int, fingerprint: str) -> Object:
    region = {"startLine": row.line, "startColumn": row.column}
    result: Object = {
        "ruleId": row.code,
        "ruleIndex": rule,
        "level": row.severity,
        "message": {"text": f"{row.message} {row.hint}".strip()},
        "locations": [{"physicalLocation": {"artifactLocation": _file(row.path), "region": region}}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if isinstance(problem.repair, Replacement):
        result["fixes"] = [_fix(problem.repair, row)]
    return result


def _fix(repair: Replacement, row: Row) -> Object:
    lines = repair.old.split("\n")
    start = repair.at.column if len(lines) == 1 else 1
    region = {
        "startLine": repair.at.line,
        "startColumn": repair.at.column,
        "endLine": repair.at.line + len(lines) - 1,
        "endColumn": start + len(lines[-1]),
    }
    replacement = {"deletedRegion": region, "insertedContent": {"text": repair.new}}
    return {
        "description": {"text": row.hint or row.message},
        "artifactChanges": [{"artifactLocation": _file(repair.at.path), "replacements": [replacement]}],
    }


def _file(path: str) -> Object:
    """A relative reference, also of a URL: GitHub takes no report whose files aren't below one folder."""
    if is_url(path):
        return {"uri": as_file(path).replace(":", "%3A")}  # a port, which would make the host a scheme
    return {"uri": quote(path, safe="/", errors="surrogateescape")}

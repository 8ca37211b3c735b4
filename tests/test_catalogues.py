"""Every text that readers or editors see is translated: nothing is missing, nothing is left over."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from site_builder.languages import CATALOGUES

PACKAGE = CATALOGUES.parent
TEMPLATES = PACKAGE.parent / "overrides"

TEXTS = {"text", "plural", "mark", "Problem", "refuse", "_problem", "_chapter", "_taken", "refusal"}
"""Functions of the package whose literal arguments are texts."""

_TEMPLATE_CALL = re.compile(r"""\b(?:_|n_|say)\(\s*"([^"]+)"(?:,\s*"([^"]+)")?""")
_SENTENCE = re.compile(r"[A-Z“{][^_]*")
_CODE = re.compile(r"[a-z0-9-]+")


def package_texts() -> set[str]:
    """English texts in the package's code: literals of calls that translate or make problems."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in TEXTS:
                for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                    found |= {literal for literal in _literals(argument) if not _CODE.fullmatch(literal)}
    return found


def template_texts() -> set[str]:
    """English texts in the templates."""
    return {
        text
        for path in TEMPLATES.rglob("*.html")
        for match in _TEMPLATE_CALL.finditer(path.read_text(encoding="utf-8"))
        for text in match.groups()
        if text
    }


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _literals(node: ast.expr) -> set[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        return {node.value}
    if isinstance(node, ast.IfExp):
        return _literals(node.body) | _literals(node.orelse)
    return set()

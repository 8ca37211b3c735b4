"""Every text that readers or editors see is translated: nothing is missing, nothing is left over.

What is missing, one text a line: `python -m pytest tests/test_catalogues.py`.
"""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from site_builder.languages import CATALOGUES, PATH, read_catalogue
from site_builder.plan.kinds import SECTIONS
from site_builder.plan.urls import _SEGMENTS

PACKAGE = CATALOGUES.parent
TEMPLATES = PACKAGE.parent / "overrides"
CZECH = CATALOGUES / "cs.po"

TRANSLATE = {"text", "plural", "mark"}
"""Functions of the package all of whose literals are texts; others that take a `message` also take codes."""

TRANSLATE_IN_TEMPLATES = {"_", "n_", "say"}

_CODE = re.compile(r"[a-z0-9_-]+")
_PLACE = re.compile(r"\{(\w+)\}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Variables = dict[str, set[str]]


def test_every_text_is_in_czech() -> None:
    missing = (package_texts() | template_texts()) - czech_texts()
    assert not missing, _one_a_line(missing)


def test_nothing_in_czech_is_left_over() -> None:
    left_over = czech_texts() - package_texts() - template_texts()
    assert not left_over, _one_a_line(left_over)


def test_every_text_is_translated_once() -> None:
    entries = re.findall(r'^(?:msgctxt "(.*)"\n)?msgid "(.+)"$', CZECH.read_text("utf-8"), re.MULTILINE)
    assert [entry for entry, times in Counter(entries).items() if times > 1] == []


def test_translations_have_the_places_of_their_message() -> None:
    different = [
        (original, form)
        for message in czech()
        for original, form in zip(_originals(message), _translations(message), strict=True)
        if set(_PLACE.findall(original)) != set(_PLACE.findall(form))
    ]
    assert not different


def test_plurals_have_every_czech_form() -> None:
    for message in czech():
        if message.pluralizable:
            assert len(_translations(message)) == 3, message.id
            assert all(_translations(message)), message.id
            assert {place for text in message.id for place in _PLACE.findall(text)} <= {"n"}, message.id


@pytest.mark.parametrize(("n", "form"), [(0, 2), (1, 0), (2, 1), (4, 1), (5, 2), (11, 2), (22, 2)])
def test_the_czech_form_follows_the_number(n: int, form: int) -> None:
    assert read_catalogue(CZECH).plural_form(n) == form


def test_every_path_segment_is_a_czech_slug() -> None:
    segments = {str(message.id): str(message.string) for message in czech() if message.context == PATH}
    assert segments.keys() == path_segments()
    assert [slug for slug in segments.values() if not _SLUG.fullmatch(slug)] == []
    assert len(set(segments.values())) == len(segments), "two sections at one address"


def package_texts() -> set[str]:
    """English texts in the package's code: what its functions translate, and the messages of problems."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]
    telling = {"Problem", "RefusalError"}.union(*map(_functions_with_message, trees))
    found: set[str] = set()
    for tree in trees:
        found |= _literals_given(tree, TRANSLATE)
        found |= {literal for literal in _literals_given(tree, telling) if not _CODE.fullmatch(literal)}
    return found


def template_texts() -> set[str]:
    """English texts in the templates."""
    found: set[str] = set()
    for path in TEMPLATES.rglob("*.html"):
        for call in Environment(autoescape=True).parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in TRANSLATE_IN_TEMPLATES:
                found |= {part.value for part in call.find_all(nodes.Const) if isinstance(part.value, str)}
    return found


def path_segments() -> set[str]:
    """English names of all path segments that URLs are made of."""
    tree = ast.parse((PACKAGE / "plan" / "urls.py").read_text(encoding="utf-8"))
    sections = {_SEGMENTS.get(kind, kind.value) for kind in SECTIONS}
    return sections | _literals_given(tree, {"_below", "segment"})


def czech() -> Catalog:
    """The Czech catalogue; its first message, the header, has an empty id."""
    with CZECH.open("rb") as file:
        return read_po(file)


def czech_texts() -> set[str]:
    """Texts that have a Czech translation."""
    return {
        original
        for message in czech()
        if message.id and not message.context and all(_translations(message))
        for original in _originals(message)
    }


def _one_a_line(texts: set[str]) -> str:
    return "\n".join(("", *sorted(texts)))


def _originals(message: Message) -> tuple[str, ...]:
    """The English text of each Czech form: one, few, many."""
    if isinstance(message.id, str):
        return (message.id,)
    one, many = message.id
    return one, many, many


def _translations(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _functions_with_message(tree: ast.Module) -> set[str]:
    return {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and any(argument.arg == "message" for argument in node.args.args)
    }


def _literals_given(tree: ast.Module, functions: set[str]) -> set[str]:
    """Texts that `tree` gives to `functions`: literals, also by way of a variable or of `… if … else …`."""
    variables = _variables(tree)
    return {
        literal
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _name(node.func) in functions
        for argument in (*node.args, *(keyword.value for keyword in node.keywords))
        for literal in _literals(argument, variables)
    }


def _variables(tree: ast.Module) -> Variables:
    """The literals that each variable may hold."""
    found: Variables = defaultdict(set)
    for node in ast.walk(tree):
        for target, value in _assignments(node):
            if isinstance(target, ast.Name):
                found[target.id] |= _literals(value, {})
    return found


def _assignments(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Targets with their values in `target = value` and in `for one, two in ((value, value), …)`."""
    if isinstance(node, ast.Assign):
        yield node.targets[0], node.value
    if isinstance(node, ast.For) and isinstance(node.target, ast.Tuple) and isinstance(node.iter, ast.Tuple):
        for row in node.iter.elts:
            if isinstance(row, ast.Tuple):
                yield from zip(node.target.elts, row.elts, strict=True)


def _literals(node: ast.expr, variables: Variables) -> set[str]:
    match node:
        case ast.Constant(value=str(text)) if text:
            return {text}
        case ast.IfExp():
            return _literals(node.body, variables) | _literals(node.orelse, variables)
        case ast.Name():
            return variables.get(node.id, set())
    return set()


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")

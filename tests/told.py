"""What language a text is in, told without knowing what the page claims: by its letters and its commonest words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"https?://\S+")
_ONLY_CZECH = re.compile("[ěščřžýůďťň]")
_CZECH = """aby ale ani až bez bude být co jak jako je jejich jen již jsme jsou k kde kdo když která které
který ke má mají na nebo není o od pak po pro proto před při s se si tak také tím u už v ve všech z za ze že jsem byl
byla bylo mezi tento tato toto"""
_ENGLISH = """the of and in is that it for on with as are was be this from or an at not which they we you have has
can what their more its but who how when there all one our will would if does than into about"""
COMMON = {"cs": frozenset(_CZECH.split()), "en": frozenset(_ENGLISH.split())}
"""Words of one language that the other doesn't have: no "a", "to", "do", "by"."""
ENOUGH = 12
"""Words from which on a text shows its language."""

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_UNREAD = frozenset(("script", "style", "template", "textarea", "code"))


def language_of(text: str) -> str:
    """The language of `text`; empty where it has too few words to tell."""
    words = [word.lower() for word in _WORD.findall(_ADDRESS.sub("", text))]
    if len(words) < ENOUGH:
        return ""
    votes = {code: sum(word in common for word in words) for code, common in COMMON.items()}
    votes["cs"] += sum(bool(_ONLY_CZECH.search(word)) for word in words)
    best, other = sorted(votes, key=lambda code: -votes[code])
    return best if votes[best] > votes[other] else ""


class Texts(HTMLParser):
    """The texts of a page by the language that it declares for them: the nearest `lang` around each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.declared: dict[str, list[str]] = {}
        self._open: list[tuple[str, str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            language, is_read = self._inside
            found = dict(attrs).get("lang") or language
            self._open.append((tag, found, is_read and tag not in _UNREAD))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        language, is_read = self._inside
        if is_read and data.strip():
            self.declared.setdefault(language, []).append(" ".join(data.split()))

    @property
    def _inside(self) -> tuple[str, bool]:
        return self._open[-1][1:] if self._open else ("", True)

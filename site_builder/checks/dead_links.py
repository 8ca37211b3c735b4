"""What an address that leads nowhere was meant to be, where that is certain; else what is like it."""

from __future__ import annotations

import re
from collections.abc import Callable
from posixpath import basename, dirname, relpath
from urllib.parse import unquote, urlsplit

from ..documents import Document, Kind
from ..languages import mark
from ..library import Library
from ..markdown import Reference
from ..markdown.addresses import is_external, shortened, telephone
from ..markdown.web_addresses import mended
from ..markdown.wording import broken_address
from ..problems import Problem, Severity
from ..reading.characters import SMART
from ..reading.names import same_on_some_disks
from ..references import External, Nowhere, Target, follow
from ..repairs import Replacement
from ..similar import similar_file

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOST = re.compile(
    r"(?:www\.[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:cz|sk|eu|com|org|net|gov|info|int|at|de|pl|uk))(?:[/?#].*)?",
    re.IGNORECASE,
)
_CALLED = re.compile(r"([^/]+?)(?:/index)?(?:\.[a-z]{2})?\.md$")
"""A page's file, by the last part of the address that it has where the header doesn't say another one."""

_INDEX = re.compile(r"(?:^|/)index\.html?$|\.html?$")


def dead(reference: Reference, document: Document, library: Library) -> Problem:
    """What is wrong with `reference` of `document`, which leads nowhere."""
    written = unquote(reference.target)
    for meant, wrong in (
        (written.strip(f"{SMART}\"' "), _between_quotes),
        (written.replace("\\", "/"), _backslashes),
        (mended(written) or written, _broken),
        (_with_scheme(written), _without_scheme),
    ):
        if meant != written and _leads(follow(meant, document, library)):
            return wrong(reference, _typed(meant))
    for find, tell in _PATHS[: 1 if reference.is_picture else None]:
        path = find(written.replace("\\", "/"), document, library)
        if path:
            return tell(reference, _typed(_from(document, path, written)))
    return _dead(reference, follow(reference.target, document, library), library)


def is_own_address(url: str, library: Library) -> bool:
    """Whether `url` names the host of the site itself."""
    own = library.settings.address
    return bool(own) and is_external(url) and urlsplit(url).netloc.lower() == urlsplit(own).netloc.lower()


def own_address(reference: Reference, document: Document, library: Library) -> Problem | None:
    """What is wrong with an absolute `reference` to a page of this site; None where no page has that address."""
    right = page_at(reference, document, library)
    return _built_address(reference, right) if right else None


def page_at(reference: Reference, document: Document, library: Library) -> str:
    """The link in `document` to the file of the page whose absolute address is that of `reference`; else empty."""
    path = _of_the_site(urlsplit(unquote(reference.target)).path or "/", document, library)
    return _typed(_from(document, path, reference.target)) if path else ""


def nowhere_on_the_site(reference: Reference, library: Library) -> Problem:
    """What is wrong with an absolute `reference` to this site, which has nothing at that address."""
    return _dead(reference, Nowhere(urlsplit(reference.target).path, is_rooted=True), library)


def _leads(target: Target) -> bool:
    return not isinstance(target, Nowhere) and not (
        isinstance(target, External) and target.url.startswith("#")
    )


def _with_scheme(written: str) -> str:
    if _EMAIL.fullmatch(written):
        return f"mailto:{written}"
    if number := telephone(written):
        return number
    return f"https://{written}" if _HOST.fullmatch(written) else written


def _other_case(written: str, document: Document, library: Library) -> str:
    """The file that differs from what is `written` in its capital letters alone."""
    target = follow(written, document, library)
    return (
        library.by_small_letters.get(same_on_some_disks(target.path), "")
        if isinstance(target, Nowhere)
        else ""
    )


def _of_the_site(written: str, document: Document, library: Library) -> str:
    """The file of the page whose address on the finished site is `written`; empty where it isn't certain."""
    path = _INDEX.sub("", written.partition("#")[0].partition("?")[0])
    parts = [part for part in path.split("/") if part not in {"", ".", ".."}] if "/" in path else []
    languages = library.settings.languages
    code = parts[0] if parts and parts[0] in languages else ""
    language = code or (library.settings.first if path.startswith("/") else document.language)
    if "media" in parts:
        file = f"content/{'/'.join(parts[parts.index('media') + 1 :])}"
        return file if file in library.media else ""
    if not parts[bool(code) :]:
        return _home(library, language) if path.startswith("/") else ""
    found = {page.id: page for page in library.by_slug.get(parts[-1], ())}
    if len(found) > 1:
        segment = languages[language].language.segment
        found = {id_: page for id_, page in found.items() if segment(_section(page.kind)) in parts[:-1]}
    if len(found) != 1:
        return ""
    versions = library.versions[next(iter(found))]
    return versions.get(language, next(iter(versions.values()))).path


def _home(library: Library, language: str) -> str:
    versions = library.versions.get((Kind.PAGE, "index"), {})
    return versions[language].path if language in versions else ""


def _section(kind: Kind) -> str:
    return "podcast" if kind is Kind.EPISODE else kind.value


def _with_language(written: str, document: Document, library: Library) -> str:
    """The page that `written` names without its language, its ending or its folder's index."""
    target = follow(written, document, library)
    if not isinstance(target, Nowhere) or target.is_rooted or written.endswith("/"):
        return ""
    bare = target.path.removesuffix(".md").removesuffix("/index")
    for code in (document.language, *library.settings.languages):
        for path in (f"{bare}.{code}.md", f"{bare}/index.{code}.md"):
            if path in library.by_path:
                return path
    return ""


def _moved(written: str, document: Document, library: Library) -> str:
    """The page that says that it had the address of the file that is `written`: it was that file once."""
    target = follow(written, document, library)
    called = _CALLED.search(target.path) if isinstance(target, Nowhere) else None
    if not called:
        return ""
    name = called[1]
    pages = [page for page in library.by_slug.get(name, ()) if name not in {page.slug, basename(page.name)}]
    if len({page.id for page in pages}) != 1:
        return ""
    return library.versions[pages[-1].id].get(document.language, pages[-1]).path


def _from(document: Document, path: str, written: str) -> str:
    """`path` as a link in `document`, with the anchor that is `written`."""
    _, mark, fragment = written.partition("#")
    return relpath(path, dirname(document.path)) + mark + fragment


def _typed(address: str) -> str:
    """`address` as it stands in a link of Markdown."""
    return f"<{address}>" if re.search(r"[\s()]", address) else address


def _repair(reference: Reference, right: str) -> Replacement | None:
    written = reference.written
    return Replacement(written.at, written.text, right) if written and right else None


def _broken(reference: Reference, right: str) -> Problem:
    return broken_address(reference.at, reference.target, right, reference.written)


def telling(code: str, message: str, hint: str) -> Callable[[Reference, str], Problem]:
    """What tells a problem of an address, given what is right instead; empty where nobody knows."""

    def problem(reference: Reference, right: str) -> Problem:
        values = {"target": shortened(unquote(reference.target)), "right": right}
        repair = _repair(reference, right)
        return Problem(code, Severity.ERROR, reference.at, message, hint, values, repair=repair)

    return problem


_between_quotes = telling(
    "address-in-quotes",
    "The address {target} stands between quotation marks, so it leads nowhere.",
    "Write it without them: {right}",
)
_backslashes = telling(
    "address-with-backslashes",
    r"The address {target} has the slashes of Windows (\), which the web doesn't know.",
    "Write: {right}",
)
_without_scheme = telling(
    "address-without-scheme",
    "The address {target} is taken for the name of a file.",
    "Write: {right}",
)
_wrong_case = telling(
    "wrong-case",
    "The address {target} differs from the file in its capital letters: "
    "it may work on your computer, but it leads nowhere on the web.",
    "Write it as the file is called: {right}",
)
_built_address = telling(
    "built-address",
    "The address {target} is that of the finished site, which may change or lie elsewhere.",
    "Link to the file of the page: {right}",
)
_not_the_file = telling("dead-link", "The link “{target}” leads nowhere.", "Write: {right}")


_PATHS = (
    (_other_case, _wrong_case),
    (_of_the_site, _built_address),
    (_with_language, _not_the_file),
    (_moved, _not_the_file),
)
"""How to find the file that was meant, and what to say then; pictures have no other address than their name."""


_NO_PAGE = mark(
    "Write the path to that page's file from this one; if there is no such page any more, remove the link."
)


def _dead(reference: Reference, target: Target, library: Library) -> Problem:
    path, is_rooted = (
        (target.path, target.is_rooted) if isinstance(target, Nowhere) else (reference.target, False)
    )
    known = library.media if reference.is_picture else library.media | library.by_path.keys()
    close = similar_file(path, known, reference.at.path)
    what = (
        "The picture “{target}” doesn't exist."
        if reference.is_picture
        else "The link “{target}” leads nowhere."
    )
    hint = "Did you mean “{close}”?" if close else _NO_PAGE
    if reference.is_picture and not close:
        hint = "Put the file beside this one and write its name."
    elif is_rooted:
        hint = "Link to the file itself, by its path from this one, for example ../articles/night-bus.cs.md"
    return Problem(
        "dead-picture" if reference.is_picture else "dead-link",
        Severity.ERROR,
        reference.at,
        what,
        hint,
        {"target": shortened(unquote(reference.target)), "close": close},
    )

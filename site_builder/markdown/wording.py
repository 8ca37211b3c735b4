"""The problems that drawing finds, in words."""

from __future__ import annotations

from urllib.parse import unquote

from ..problems import Position, Problem, Severity
from ..repairs import Replacement
from .addresses import is_local, pasted_bytes, shortened
from .rendered import Written
from .web_addresses import mended


def forbidden_address(at: Position, address: str, written: Written | None) -> Problem:
    """A link or a picture in Markdown that may not lead where it does."""
    meant = mended(unquote(address))
    if meant is not None:
        return broken_address(at, address, meant, written)
    if size := pasted_bytes(address):
        return pasted_picture(at, address, size)
    return local_file(at, address) if is_local(address) else _forbidden_link(at, address)


def pasted_picture(at: Position, address: str, size: int) -> Problem:
    """A picture of `size` bytes that stands in the text itself (a `data:` URL)."""
    return Problem(
        "pasted-picture",
        Severity.ERROR,
        at,
        "A picture of {size} kB is pasted into the text itself ({data}), so it was left out.",
        "Save the picture as a file beside this one and write its name: ![what it shows](picture.jpg)",
        {"size": str(max(1, round(size / 1000))), "data": f"{address[:30]}…"},
    )


def local_file(at: Position, address: str) -> Problem:
    """An address that only the computer of the one who wrote it can follow."""
    return Problem(
        "local-file",
        Severity.ERROR,
        at,
        "The address {address} is that of a file on your computer or your office's network: readers can't open it.",
        "Put the file beside this one and write its name alone.",
        {"address": shortened(unquote(address))},
    )


def broken_address(at: Position, address: str, right: str, written: Written | None) -> Problem:
    """An address that isn't quite one of the web; `right` is what was meant, empty where that isn't certain."""
    return Problem(
        "broken-address",
        Severity.ERROR,
        at,
        "The web address {address} is broken, so nobody can follow it.",
        "Write: {right}" if right else "Copy the whole address from the browser, from https:// on.",
        {"address": shortened(unquote(address)), "right": right},
        repair=Replacement(written.at, written.text, right) if right and written else None,
    )


def _forbidden_link(at: Position, address: str) -> Problem:
    """A link or a picture in Markdown whose scheme is none of those allowed."""
    return Problem(
        "forbidden-link",
        Severity.ERROR,
        at,
        "The address {address} is not allowed, so it was left out.",
        "Write an address that begins with https:, mailto: or tel:, or the path of a file.",
        {"address": shortened(address)},
    )


def empty_link(at: Position, address: str) -> Problem:
    """A link that neither reads nor shows anything."""
    return Problem(
        "empty-link",
        Severity.ERROR,
        at,
        "The link to {address} has no text, so nobody can tell where it leads.",
        "Write the text between the square brackets: [text](address).",
        {"address": shortened(address)},
    )


def missing_alt(at: Position, address: str) -> Problem:
    """A picture without alternative text."""
    return Problem(
        "missing-alt",
        Severity.ERROR,
        at,
        "The picture “{address}” has no alternative text, so people who can't see it learn nothing of it.",
        "Say between the square brackets what the picture shows: ![what it shows](file).",
        {"address": shortened(address)},
    )


def h1_in_text(at: Position, text: str, *, has_hash: bool) -> Problem:
    """A heading of the first level in the text; without a hash, it is underlined or a tag of HTML."""
    return Problem(
        "h1-in-text",
        Severity.WARNING,
        at,
        "The heading “{heading}” is of the first level, which belongs to the page's title.",
        "Begin it with ## instead of #." if has_hash else "Write it so: ## {heading}",
        {"heading": text},
    )


def skipped_heading(at: Position, text: str, level: int, expected: int) -> Problem:
    """A heading of `level` where at most `expected` may come."""
    return Problem(
        "skipped-heading",
        Severity.WARNING,
        at,
        "The heading “{heading}” is of level {level}, but the next level here is {expected}.",
        "Begin it with {hashes}, so that those who listen to the page don't look for a part that isn't there.",
        {"heading": text, "level": str(level), "expected": str(expected), "hashes": "#" * expected},
    )


def too_deep(at: Position) -> Problem:
    """Markup that nests beyond what the sanitiser can take."""
    return Problem(
        "too-deep",
        Severity.ERROR,
        at,
        "The text nests quotes, lists or HTML tags too deeply, so its HTML is shown as text.",
        "Look for tags that are never closed, or for a long run of >, * or -.",
    )


def link_says_nothing(at: Position, text: str) -> Problem:
    """A link whose text doesn't say where it leads (WCAG 2.2, 2.4.9 and technique G91)."""
    return Problem(
        "link-says-nothing",
        Severity.WARNING,
        at,
        "The link's text “{text}” doesn't say where it leads; who listens to the page hears it without the rest.",
        "Make a link of the words that name the other page: [the guide to debt relief](address).",
        {"text": text},
    )


def alt_says_nothing(at: Position, alt: str, field: str | None = None) -> Problem:
    """An alternative text that is a file's name or only says that there is a picture (WCAG 2.2, failure F30)."""
    return Problem(
        "alt-says-nothing",
        Severity.WARNING,
        at,
        "The alternative text “{alt}” doesn't say what the picture shows.",
        "Write what somebody who can't see it should know, in a sentence.",
        {"alt": shortened(alt)},
        field,
    )

"""comrak, set to CommonMark 0.31 with the extensions that GitHub and GitLab preview.

Where wanted, blocks, links and pictures come with `data-sourcepos="line:byte-line:byte"`. Positions in characters
(`sourcepos_chars`) would be handier, but take time quadratic in the length of a line.
"""

from __future__ import annotations

from comrak import ExtensionOptions, ParseOptions, RenderOptions, render_markdown


def _extensions() -> ExtensionOptions:
    options = ExtensionOptions()
    options.alerts = options.autolink = options.footnotes = True
    options.strikethrough = options.table = options.tasklist = True
    return options


def _rendering(*, raw_html: bool, positions: bool) -> RenderOptions:
    options = RenderOptions()
    options.tasklist_classes = True
    options.sourcepos = positions
    options.unsafe_ = raw_html
    options.escape = not raw_html
    return options


_EXTENSIONS = _extensions()
_PARSING = ParseOptions()
_PLAIN = _rendering(raw_html=True, positions=False)
_LOCATED = _rendering(raw_html=True, positions=True)
_ESCAPED = _rendering(raw_html=False, positions=True)


def to_html(text: str) -> str:
    """`text` as HTML; raw HTML and the addresses of links stand in it as they are written, dangerous or not."""
    return render_markdown(text, _EXTENSIONS, _PARSING, _PLAIN)


def to_located_html(text: str) -> str:
    """`text` as HTML like `to_html`, with the positions of blocks, links and pictures."""
    return render_markdown(text, _EXTENSIONS, _PARSING, _LOCATED)


def to_escaped_html(text: str) -> str:
    """`text` as HTML in which raw HTML is text to read."""
    return render_markdown(text, _EXTENSIONS, _PARSING, _ESCAPED)

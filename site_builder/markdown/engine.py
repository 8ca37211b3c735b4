"""comrak, set to CommonMark 0.31 with the extensions that GitHub and GitLab preview.

Blocks, links and pictures come with `data-sourcepos="line:byte-line:byte"`. Positions in characters
(`sourcepos_chars`) would be handier, but take time quadratic in the length of a line.
"""

from __future__ import annotations

from comrak import ExtensionOptions, ParseOptions, RenderOptions, render_markdown


def _extensions() -> ExtensionOptions:
    options = ExtensionOptions()
    options.alerts = options.autolink = options.footnotes = True
    options.strikethrough = options.table = options.tasklist = True
    return options


def _rendering(*, raw_html: bool) -> RenderOptions:
    options = RenderOptions()
    options.sourcepos = options.tasklist_classes = True
    options.unsafe_ = raw_html
    options.escape = not raw_html
    return options


_EXTENSIONS = _extensions()
_PARSING = ParseOptions()
_WITH_RAW_HTML = _rendering(raw_html=True)
_ESCAPED = _rendering(raw_html=False)


def to_html(text: str) -> str:
    """`text` as HTML; raw HTML and the addresses of links stand in it as they are written, dangerous or not."""
    return render_markdown(text, _EXTENSIONS, _PARSING, _WITH_RAW_HTML)


def to_escaped_html(text: str) -> str:
    """`text` as HTML in which raw HTML is text to read."""
    return render_markdown(text, _EXTENSIONS, _PARSING, _ESCAPED)

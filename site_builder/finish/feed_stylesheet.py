"""The stylesheet of a podcast's feed: whoever opens the feed in a browser sees a page instead of tags.

Browsers no longer transform XML (XSLT leaves them in 2026), but all of them draw XML with CSS
(https://www.w3.org/TR/xml-stylesheet/). The feed stays what it is: the explanation is written here, as generated
content in the feed's language. Such text can be neither a link nor selected, so addresses are shown from the
feed's own elements where it has them.

Browsers draw what is served as `application/xml` or `text/xml`, as hosts serve files named `.xml`; Chromium shows
`application/rss+xml` as plain text.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..plan.edition import Edition
from ..shows import Show

NEWEST = 20
"""Episodes that are shown, with their date and length in words; the show's page has them all."""

_RULES = """\
@namespace "";
@namespace atom "http://www.w3.org/2005/Atom";
:root {
  color-scheme: light dark;
  --paper: #fffdf8; --sheet: #fff; --sand: #f8f0e0; --line: #dccfb4;
  --ink: #14213d; --muted: #4b556b; --accent: #b03a14;
  --serif: Charter, "Sitka Text", Cambria, "Noto Serif", Georgia, serif;
  --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  background: var(--paper); color: var(--ink); font: 112.5%/1.6 var(--sans); overflow-wrap: break-word;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #10171f; --sheet: #1a2430; --sand: #18222c; --line: #3b4857;
    --ink: #edf0f5; --muted: #b4bdca; --accent: #ff9d7e;
  }
}

/* The channel: what apps alone need is not shown. */
channel > *, channel > *|*, item > *, item > *|* { display: none; }
rss { display: block; }
channel {
  display: flex; flex-direction: column; box-sizing: border-box;
  max-width: 52rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem;
}
channel::before {
  order: -6; width: 9rem; height: 9rem; margin-bottom: 1.2rem; border-radius: .4rem;
  background-position: center; background-size: cover; content: "";
}
channel > title { display: block; order: -5; font: 700 clamp(1.7rem, 7vw, 2.4rem)/1.2 var(--serif); }
channel > description { display: block; order: -4; margin: .6rem 0 0; color: var(--muted); font-size: 1.1rem; }
channel > atom|link[rel="self"] {
  display: block; order: -3; margin-top: 1.8rem; padding: 1.2rem 1.4rem 0; border-top: 4px solid var(--accent);
  background: var(--sand); white-space: pre-line;
}
channel > atom|link[rel="self"]::after {
  display: block; margin-top: .6rem; font: 700 .9rem/1.6 monospace; overflow-wrap: anywhere; content: attr(href);
}
channel > link {
  display: block; order: -2; margin: -1px 0 2rem; padding: 1rem 1.4rem 1.2rem;
  background: var(--sand); font: 700 .9rem/1.6 monospace; overflow-wrap: anywhere;
}
channel > link::before { display: block; font: 1rem/1.6 var(--sans); }
channel::after { order: -1; padding-top: .5rem; border-top: 3px solid; font: 700 1.5rem/1.4 var(--serif); }

/* An episode. */
item {
  display: flex; flex-direction: column; margin-top: 1rem; padding: 1.1rem 1.3rem; border: 1px solid var(--line);
  border-radius: .3rem; background: var(--sheet); break-inside: avoid;
}
item > title { display: block; order: 1; font: 700 1.25rem/1.2 var(--serif); }
item > pubDate { display: block; order: 2; margin-top: .3rem; color: var(--muted); font-size: .85rem; }
item > description { display: block; order: 3; margin-top: .5rem; }
item > link {
  display: block; order: 4; margin-top: .5rem; color: var(--muted); font: .8rem monospace; overflow-wrap: anywhere;
}

@media (max-device-width: 40em) and (min-width: 60em) {
  :root { font-size: 250%; } /* without HTML's viewport a phone draws 980 pixels and shrinks them */
}
@media print {
  :root { --paper: none; --sheet: none; --sand: none; --ink: #000; --muted: #000; font-size: 11pt; }
  channel { padding: 0; }
}
"""


def feed_stylesheet(edition: Edition, show: Show) -> bytes:
    """The stylesheet of the feed of `show` in this language."""
    urls, text = edition.urls, edition.language.text
    words = (
        text("This is the address from which apps for podcasts learn of new episodes."),
        text("To subscribe, copy it from your browser's address bar and paste it in such an app:"),
    )
    more = text("Listening, transcripts and buttons for apps are on the podcast's page:")
    image = urls.audio(show.image)
    rules = (
        _RULES,
        f"channel::before {{ background-image: url({_string(image)}); }}",
        f'channel > atom|link[rel="self"]::before {{ content: {_string(chr(10).join(words))}; }}',
        f"channel > link::before {{ content: {_string(more)}; }}",
        f"channel::after {{ content: {_string(text('Newest episodes'))}; }}",
        f"item:nth-of-type(n + {NEWEST + 1}) {{ display: none; }}",
        *_days(edition, show),
    )
    return "\n".join((*rules, "")).encode()


def _days(edition: Edition, show: Show) -> Iterator[str]:
    """Dates in this language over those of the feed, which are in English; an item is known by its audio."""
    for episode in edition.episodes_with_audio(show)[:NEWEST]:
        audio, day = episode.audio, episode.date.date()
        url = edition.urls.absolute(edition.urls.enclosure(audio))
        words = f"{edition.language.date(day)} · {edition.language.duration(audio.seconds)}"
        date = f"item:has(> enclosure[url={_string(url)}]) > pubDate"
        yield f"{date} {{ font-size: 0; }}"
        yield f"{date}::after {{ font-size: .85rem; content: {_string(words)}; }}"


def _string(text: str) -> str:
    r"""`text` as a string of CSS: quotation marks, backslashes and all controls escaped (CSS Syntax, 4.3.7)."""
    return '"' + "".join(f"\\{ord(char):x} " if char in '"\\' or char < " " else char for char in text) + '"'

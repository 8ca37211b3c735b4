"""URLs are decided here and nowhere else: a page's follows from its language, kind and slug."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from posixpath import basename, splitext
from urllib.parse import quote, unquote, urlsplit

from ..audio.facts import AudioFacts
from ..cards.card import ShareCard
from ..documents import Document, Kind
from ..languages import slugify
from ..pictures.recipe import Recipe
from ..settings import Settings, Topic
from ..shows import Show

TRANSCRIPT_ENDINGS = (".vtt", ".srt")
"""Of the files that transcripts are read from."""

MEDIA, AUDIO = "media/", "podcast/audio/"
"""Where the files of the content lie, those of pages and those beside episodes."""

PICTURES, CARDS = f"{MEDIA}pictures/", f"{MEDIA}cards/"
"""Where the sizes of pictures lie, and the pictures that other sites show; a digest is in all their names."""

TRANSCRIPTS, CHAPTERS = "podcast/transcripts/", "podcast/chapters/"
"""Where the files lie that podcast apps fetch beside the audio."""

_SAFE = "/!$&'()+,;=@~"
"""What browsers leave as it is in a path (RFC 3986, section 3.3), but what means more in lists of redirects."""

PLAYER = "embed/"
"""Below an episode's page, its player alone."""

_SEGMENTS = {Kind.EPISODE: "podcast"}
"""Kinds whose section is called otherwise than their folder."""


def file_of(url: str, base: str) -> str:
    """The file of the site's folder that answers `url`, a path on the host, where the site lies at `base`."""
    path = unquote(url.removeprefix(base))
    return f"{path}index.html" if path.endswith("/") or not path else path


@dataclass(frozen=True, slots=True)
class Urls:
    """URLs of one site. `origin` is `https://host`, `base` the path of the site on it, with both slashes.

    `shows` are the names of its podcasts: the first one has none and lies right below the section.

    Every method gives an absolute path (`/base/clanky/…/`), `enclosure` sometimes a whole URL; `absolute` adds the
    host.
    """

    settings: Settings
    origin: str
    base: str
    shows: frozenset[str] = frozenset()
    _pages: dict[str, str] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, settings: Settings, site_url: str, shows: Iterable[Show] = ()) -> Urls:
        """URLs below `site_url` (absolute; a missing one stands for the root of an unknown host)."""
        parts = urlsplit(site_url)
        base = f"/{parts.path.strip('/')}/".replace("//", "/")
        origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
        return cls(settings, origin, base, frozenset(show.name for show in shows))

    def absolute(self, url: str) -> str:
        """`url` with the host before it; one that has a host stays as it is."""
        return self.origin + url if url.startswith("/") else url

    def output(self, url: str) -> str:
        """The file of the site folder that answers `url`."""
        return file_of(url, self.base)

    def home(self, language: str) -> str:
        """The home page."""
        return self.base + self.settings.languages[language].language.prefix

    def section(self, kind: Kind, language: str, number: int = 1) -> str:
        """A section's index; `number` is the page of its pagination."""
        return self._numbered(self._below(language, _SEGMENTS.get(kind, kind.value)), language, number)

    def topics(self, language: str) -> str:
        """The index of all topics."""
        return self._below(language, "topics")

    def accessibility(self, language: str) -> str:
        """The accessibility statement."""
        return self._below(language, "accessibility")

    def topic(self, topic: Topic, language: str, number: int = 1) -> str:
        """The pages of one topic."""
        segment = (
            slugify(topic.labels[language])[:100].strip("-") or topic.id
        )  # a label may have no Latin letter
        return self._numbered(f"{self.topics(language)}{segment}/", language, number)

    def search(self, language: str) -> str:
        """The page that searches."""
        return self._below(language, "search")

    def search_dialog(self, language: str) -> str:
        """What scripts lay over a page that is searched from: a piece of HTML, no page of its own."""
        return f"{self.search(language)}dialog.txt"

    def search_index(self, language: str) -> str:
        """The folder of the index that scripts search in."""
        return f"{self.search(language)}index/"

    def open_search(self, language: str) -> str:
        """How browsers search here, as OpenSearch describes it."""
        return f"{self.search(language)}opensearch.xml"

    def style(self, language: str) -> str:
        """The hidden page of the visual style."""
        return self._below(language, "style")

    def page(self, document: Document) -> str:
        """The URL of a document, made once; a page named `index` is the home page."""
        url = self._pages.get(document.path)
        if url is None:
            url = self._pages[document.path] = self._page(document)
        return url

    def _page(self, document: Document) -> str:
        if document.kind is Kind.PAGE and document.name == "index":
            return self.home(document.language)
        return self._with_slug(document, document.slug or basename(document.name))

    def former(self, document: Document, address: str) -> str:
        """What `address` was, a path from the site's root or a slug in the section of `document` (no whole URL)."""
        is_path = address.startswith("/")
        return self.former_path(address) if is_path else self._with_slug(document, quote(address))

    def former_path(self, path: str) -> str:
        """The URL of `path`, which begins with a slash at the root of the site."""
        return self.base + quote(path[1:], _SAFE)

    def _with_slug(self, document: Document, slug: str) -> str:
        if document.kind is Kind.PAGE:
            return f"{self.home(document.language)}{slug}/"
        if document.kind is Kind.EPISODE:
            name, inside, _ = document.name.partition("/")
            return f"{self.show(name if inside and name in self.shows else '', document.language)}{slug}/"
        return f"{self.section(document.kind, document.language)}{slug}/"

    def embed(self, document: Document) -> str:
        """The player of an episode alone, for other sites."""
        return f"{self.page(document)}{PLAYER}"

    def media(self, path: str) -> str:
        """A file that a text shows or links to (a path in the project)."""
        if path.startswith("podcast/"):
            return self.transcript(path) if path.endswith(TRANSCRIPT_ENDINGS) else self.audio(path)
        return f"{self.base}{MEDIA}{quote(path.partition('/')[2])}"

    def audio(self, path: str) -> str:
        """A file beside the episodes; it depends on the file's name alone, so that no change of a page moves it."""
        return f"{self.base}{AUDIO}{quote(path.partition('/')[2])}"

    def picture(self, recipe: Recipe) -> str:
        """A picture in one of its sizes; what is behind this URL never changes, as its digest is in it."""
        if not recipe.format:
            return self.media(recipe.path)
        stem = slugify(splitext(basename(recipe.path))[0])[:60].strip("-") or "picture"
        return f"{self.base}{PICTURES}{stem}-{recipe.name}"

    def transcript(self, path: str, ending: str = ".vtt") -> str:
        """A transcript (a path in the project) in the form of `ending`, whatever that of its source."""
        return f"{self.base}{TRANSCRIPTS}{quote(splitext(path.partition('/')[2])[0])}{ending}"

    def enclosure(self, audio: AudioFacts) -> str:
        """Where an audio is played from: absolute, on another host, where it is stored there."""
        return audio.url or self.audio(audio.path)

    def chapters(self, document: Document) -> str:
        """The chapters of an episode, as JSON."""
        return f"{self.base}{CHAPTERS}{document.name}.{document.language}.json"

    def show(self, name: str, language: str) -> str:
        """The page of a podcast, by its name."""
        return self.section(Kind.EPISODE, language) + (f"{name}/" if name else "")

    def podcast_feed(self, show: Show, language: str, number: int = 1) -> str:
        """The feed of a podcast in one language; `number` is its page, the newest episodes on the first."""
        return f"{self.show(show.name, language)}feed{f'-{number}' if number > 1 else ''}.xml"

    def feed_stylesheet(self, show: Show, language: str) -> str:
        """What makes the feed of a podcast readable in a browser."""
        return f"{self.show(show.name, language)}feed.css"

    def atom_feed(self, language: str) -> str:
        """The feed of everything in one language."""
        return f"{self.home(language)}atom.xml"

    def card(self, card: ShareCard) -> str:
        """The picture shown where other sites link to a page."""
        return f"{self.base}{CARDS}{card.name}"

    def _below(self, language: str, name: str) -> str:
        return f"{self.home(language)}{self.settings.languages[language].language.segment(name)}/"

    def _numbered(self, url: str, language: str, number: int) -> str:
        if number == 1:
            return url
        return f"{url}{self.settings.languages[language].language.segment('page')}/{number}/"

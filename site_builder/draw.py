"""Views → HTML through the theme's templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import jinja2
from markupsafe import Markup

from .assets import Assets
from .history.standing import standings
from .history.translations import History
from .languages import Language
from .library import Library
from .palette import Pair, palettes
from .plan.search import search_dialog
from .plan.site import Site
from .plan.views import Card, Chrome, Publicity, View
from .report import Row

_WHOLE = {"404.html": "404.html", "offline.html": "offline.html", "sw.js": "sw.js.html"}
"""Files of the whole site, in all its languages at once: their paths and templates."""


class Drawing:
    """Draws the pages of one build. What many pages share is drawn once: headers, menus, footers."""

    def __init__(self, env: jinja2.Environment, site: Site, assets: Assets, banner: str = "") -> None:
        """`banner` is HTML above every page of a preview, which keeps no copies of pages on its readers' devices."""
        self._env = env
        self._site = site
        self._banner = banner
        self._menus: dict[tuple[str, str, str], Markup] = {}
        self._footers: dict[tuple[str, Publicity | None], Markup] = {}
        env.globals.setdefault("draw_card", _Cards(env))
        env.globals |= {"draw_menu": self._menu, "draw_footer": self._footer}
        env.globals |= {
            "asset": assets.url,
            "assets": assets,
            "preview": site.is_preview,
            "palettes": self._palettes,
        }
        self._contexts = {code: self._context(chrome) for code, chrome in site.chromes.items()}

    def files(self, views: Iterable[View]) -> Iterator[tuple[str, bytes]]:
        """The pages of `views` and what all share: each one's path in the site's folder and its HTML."""
        for view in views:
            html = self._draw(f"layouts/{view.layout}.html", self._contexts[view.language], view=view)
            yield self._site.urls.output(view.url), html.encode()
        shared = self._shared()
        for path, template in _WHOLE.items():
            yield path, self._draw(template, shared).encode()
        for edition in self._site.editions:
            path = self._site.urls.output(self._site.urls.search_dialog(edition.code))
            context = self._contexts[edition.code]
            yield path, self._draw("search-dialog.html", context, search=search_dialog(edition)).encode()

    def _shared(self) -> dict[str, Any]:
        """The context of a page that is in all languages at once."""
        first = next(iter(self._site.editions))
        chromes = list(self._site.chromes.values())
        translators = {edition.code: edition.language.text for edition in self._site.editions}
        return {**self._contexts[first.code], "chromes": chromes, "translators": translators}

    def _context(self, chrome: Chrome) -> dict[str, Any]:
        language = self._site.editions.by_code[chrome.language].language
        context = {
            "chrome": chrome,
            "_": language.text,
            "n_": language.plural,
            "banner": self._banner,
        }
        parts = {
            name: self._draw(f"partials/chrome-{name}.html", context, own=[])
            for name in ("head", "feeds", "header")
        }
        return {**context, "chrome_html": parts}

    def _menu(self, view: View) -> Markup:
        """The menu as all pages of a section show it; a page that is itself in the menu has its own."""
        own = view.url if any(link.url == view.url for link in self._site.chromes[view.language].menu) else ""
        key = (view.language, view.section_url, own)
        if key not in self._menus:
            context = self._contexts[view.language]
            self._menus[key] = self._draw(
                "partials/menu.html", context, url=own, section_url=view.section_url
            )
        return self._menus[key]

    def _footer(self, view: View) -> Markup:
        """The footer as all pages of the same projects show it."""
        key = (view.language, view.publicity)
        if key not in self._footers:
            context = self._contexts[view.language]
            publicity = view.publicity or context["chrome"].publicity
            self._footers[key] = self._draw("partials/chrome-footer.html", context, publicity=publicity)
        return self._footers[key]

    def _palettes(self) -> Iterator[tuple[str, tuple[Pair, ...]]]:
        """The colours of the stylesheets, as the page of the visual style shows them."""
        loader = self._env.loader
        assert loader is not None
        light, dark = (loader.get_source(self._env, f"assets/{name}.css")[0] for name in ("site", "dark"))
        return palettes(light, dark)

    def _draw(self, template: str, context: Mapping[str, Any], **values: object) -> Markup:
        return _drawn(self._env, template, context, **values)


class _Cards:
    """Draws each card once, in all builds of `env`: its macros keep the first function that they were given."""

    def __init__(self, env: jinja2.Environment) -> None:
        self._env = env
        self._drawn: dict[tuple[Card, int], Markup] = {}

    def __call__(self, card: Card, level: int) -> Markup:
        """A card; `level` is its heading's."""
        key = (card, level)
        if key not in self._drawn:
            self._drawn[key] = _drawn(self._env, "card.html", {}, item=card, level=level)
        return self._drawn[key]


def problems_page(
    env: jinja2.Environment, problems: Sequence[Row], language: Language, *, has_translations: bool = False
) -> bytes:
    """The page of a preview that lists the problems of the content, in the editor's `language`.

    It leads to the page of the translations where that is there too.
    """
    html = _told(env, "problems.html", language, problems=problems, has_translations=has_translations)
    return html.encode()


def problems_banner(
    env: jinja2.Environment,
    problems: Sequence[Row],
    counted: str,
    outdated: int,
    url: str,
    language: Language,
) -> Markup:
    """What stands above every page of a preview: the problems, and how many translations are `outdated`.

    `counted` says how many problems there are in all, `url` is the page of the translations.
    """
    values = {"problems": problems, "counted": counted, "outdated": outdated, "translations_url": url}
    html = _told(env, "partials/problems-banner.html", language, **values)
    return Markup(html)  # noqa: S704 - drawn by a template that escapes


def translations_page(
    env: jinja2.Environment, library: Library, history: History, language: Language
) -> bytes:
    """The page of a preview that says how each page stands in each language, and what has changed in originals."""
    pages = list(standings(library, history))
    names = [language.language_name(code) for code in library.settings.languages]
    refusal = history.refusal
    reason = refusal.told(language) if refusal else ""
    outdated = [one for page in pages for one in page.versions.values() if one and one.outdated]
    values = {"pages": pages, "names": names, "reason": reason, "outdated": outdated}
    return _told(
        env, "translations.html", language, editor=language, by_path=library.by_path, **values
    ).encode()


def _drawn(env: jinja2.Environment, template: str, context: Mapping[str, Any], **values: object) -> Markup:
    html = env.get_template(template).render(context, **values)
    return Markup(html)  # noqa: S704 - drawn by a template that escapes


def _told(env: jinja2.Environment, template: str, language: Language, **values: object) -> str:
    texts = {"language": language.code, "_": language.text, "n_": language.plural}
    return env.get_template(template).render(texts | values)

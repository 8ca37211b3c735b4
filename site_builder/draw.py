"""Views → HTML through the theme's templates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import jinja2
from markupsafe import Markup

from .plan.site import Site
from .plan.views import Card, Chrome, View
from .report import Row


class Drawing:
    """Draws the pages of one build. What many pages share is drawn once: headers, footers, cards."""

    def __init__(
        self, env: jinja2.Environment, site: Site, stylesheets: Sequence[str], problems: Sequence[Row]
    ) -> None:
        """`stylesheets` are paths in the site's folder; `problems` are shown above every page of a preview."""
        self._env = env
        self._site = site
        self._stylesheets = [site.urls.base + path for path in stylesheets]
        self._problems = problems
        self._cards: dict[tuple[Card, int], Markup] = {}
        self._contexts = {code: self._context(chrome) for code, chrome in site.chromes.items()}
        env.globals["draw_card"] = self._card

    @property
    def state(self) -> object:
        """What a page's HTML depends on besides its view."""
        return self._site.chromes, self._problems

    def page(self, view: View) -> str:
        """The page as HTML."""
        template = self._env.get_template(f"layouts/{view.layout}.html")
        return template.render(self._contexts[view.language], view=view)

    def shared(self) -> dict[str, Any]:
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
            "stylesheets": self._stylesheets,
            "problems": self._problems,
        }
        parts = {
            name: Markup(  # noqa: S704 - drawn by a template that escapes
                self._env.get_template(f"partials/chrome-{name}.html").render(context)
            )
            for name in ("head", "header", "footer")
        }
        return {**context, "chrome_html": parts}

    def _card(self, card: Card, level: int) -> Markup:
        """A card, drawn once however many lists it is in; `level` is its heading's."""
        found = self._cards.get((card, level))
        if found is None:
            template = self._env.get_template("card.html")
            html = template.render(item=card, level=level)
            found = self._cards[card, level] = Markup(html)  # noqa: S704 - drawn by a template that escapes
        return found

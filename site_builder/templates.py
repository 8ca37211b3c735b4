"""The theme's templates, each compiled in one piece with what it includes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import jinja2

_INCLUDE = re.compile(r'{% include "([^"]+)" %}')


class _WholeTemplates(jinja2.FileSystemLoader):
    """Puts what a template includes in its place: to look it up on every page is a sixth of the time of drawing."""

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, file, is_current = super().get_source(environment, template)

        def included(tag: re.Match[str]) -> str:
            """The whole source of what `tag` names; what is set in it stays in it, as in any included template."""
            text = self.get_source(environment, tag[1])[0].removesuffix("\n")
            return f"{{% with %}}{text}{{% endwith %}}"

        return _INCLUDE.sub(included, source), file, is_current


def environment(folders: Sequence[str]) -> jinja2.Environment:
    """What draws the templates in `folders`, those of an earlier folder before those of a later one."""
    return jinja2.Environment(loader=_WholeTemplates(folders), autoescape=True, auto_reload=False)

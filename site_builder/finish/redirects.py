"""What leads on from addresses that pages had before: little pages for every host, lists for those that read them.

The lists are there without redirects too: a server that includes one doesn't start where it is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from jinja2 import Environment

from ..plan.redirects import Redirect
from ..plan.site import Site

MOST_RULES, MOST_BYTES = 1_000, 64_000
"""What GitLab Pages reads of `_redirects`; Cloudflare Pages and Netlify read more (each: "Redirects")."""


def redirect_pages(site: Site, env: Environment) -> Iterator[tuple[str, bytes]]:
    """The pages that lead on, each in the language of the page that it leads to: paths in the site's folder, HTML."""
    template = env.get_template("redirect.html")
    for redirect in site.redirects:
        if redirect.has_page:
            language = site.editions.by_code[redirect.language].language
            canonical = site.urls.absolute(redirect.to)
            stylesheets = f"{site.urls.base}assets/"
            html = template.render(
                redirect=redirect, canonical=canonical, stylesheets=stylesheets, _=language.text
            )
            yield site.urls.output(redirect.url), html.encode()


def redirect_lists(site: Site) -> Iterator[tuple[str, bytes]]:
    """The lists for hosts: paths in the site's folder and bytes."""
    yield "_redirects", rules(site.redirects).encode()
    yield "redirects.nginx.map", _nginx(site.redirects).encode()
    yield "redirects.apache.map", _apache(site.redirects).encode()


def rules(redirects: Iterable[Redirect]) -> str:
    """Netlify's form, which GitLab Pages and Cloudflare Pages read too: percent-encoded, one rule a line.

    First those where no page can lead on; of the others, which need no rule, as many as all hosts read.
    """
    ordered = sorted(redirects, key=lambda redirect: redirect.has_page)
    lines: list[str] = []
    size = 0
    for redirect in ordered:
        line = f"{redirect.url} {redirect.to} 301\n"
        size += len(line)
        if redirect.has_page and (len(lines) == MOST_RULES or size > MOST_BYTES):
            break
        lines.append(line)
    return "".join(lines)


def _nginx(redirects: Iterable[Redirect]) -> str:
    """The inside of nginx' block `map $uri …`: `$uri` is decoded, and keys that differ in capitals alone are one."""
    found: dict[bytes, str] = {}
    for redirect in redirects:
        path = unquote(redirect.url)
        quoted = path.replace("\\", "\\\\").replace('"', '\\"')
        found.setdefault(path.encode().lower(), f'"{quoted}" "{redirect.to}";\n')
    return "# For nginx; docs/redirects.md says how.\n" + "".join(found.values())


def _apache(redirects: Iterable[Redirect]) -> str:
    """A text file for Apache's `RewriteMap`: keys are decoded, and a space ends them, so none may have one."""
    pairs = ((unquote(redirect.url), redirect.to) for redirect in redirects)
    lines = (f"{path} {to}\n" for path, to in pairs if " " not in path)
    return "# For Apache httpd; docs/redirects.md says how.\n" + "".join(lines)

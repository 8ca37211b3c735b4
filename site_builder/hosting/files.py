"""The files in the site's folder that static hosts read, and no reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..plan.site import Site
from .rules import HeaderRule, header_rules


def hosting_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Paths in the site's folder and bytes.

    `_headers` is for Netlify and Cloudflare Pages. By `.nojekyll` GitHub Pages publishes all files as they are, by
    `CNAME` at the site's own domain.
    """
    yield "_headers", headers_file(header_rules(site))
    yield ".nojekyll", b""
    if site.library.settings.cname:
        yield "CNAME", f"{site.library.settings.cname}\n".encode()


def headers_file(rules: Iterable[HeaderRule]) -> bytes:
    """`rules` in the form that Netlify and Cloudflare Pages share.

    Where two rules match one path, Cloudflare joins the values of a header that is in both, and Netlify takes the
    later, more special one. So a header that an earlier rule has is first taken back (`! Name`), as Cloudflare reads
    it; Netlify skips lines without a colon.
    """
    lines: list[str] = ["# Made by site-builder build, for Netlify and Cloudflare Pages."]
    earlier: list[HeaderRule] = []
    for rule in rules:
        said = {name for other in earlier if other.overlaps(rule) for name in other.headers}
        lines += ["", rule.pattern]
        for name, value in rule.headers.items():
            lines += [f"  ! {name}"] * (name in said) + [f"  {name}: {value}"]
        earlier.append(rule)
    return "\n".join([*lines, ""]).encode()

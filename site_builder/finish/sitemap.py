"""`sitemap.xml` with each page's versions in other languages (sitemaps.org, Google's `xhtml:link`), `robots.txt`."""

from __future__ import annotations

from html import escape

from ..plan.frame import Page
from ..plan.site import Site

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap_file(site: Site) -> bytes:
    """All pages that readers see, in the order of their URLs; `lastmod` where the document has a date."""
    pages = sorted((page for page in site.pages if page.listed), key=lambda page: page.url)
    return (_HEAD + "".join(_entry(site, page) for page in pages) + "</urlset>\n").encode()


def robots_file(site: Site) -> bytes:
    """Everything may be read; where the sitemap is. In a preview nothing may."""
    if site.is_preview:
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.urls.absolute(site.urls.base)}sitemap.xml\n".encode()


def _entry(site: Site, page: Page) -> str:
    modified = f"<lastmod>{page.modified}</lastmod>" if page.modified else ""
    alternates = "".join(
        [
            f'<xhtml:link rel="alternate" hreflang="{alternate.hreflang}" href="{escape(alternate.url)}"/>'
            for alternate in site.editions.alternates(page.versions)
        ]
    )
    return f"<url><loc>{escape(site.urls.absolute(page.url))}</loc>{modified}{alternates}</url>\n"

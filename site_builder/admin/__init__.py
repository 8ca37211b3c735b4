"""The web editor at `/admin/`: its page and its configuration in each language of the site, and its program.

The program is Sveltia CMS, made by `npm/bundle.mjs` of what `npm/package-lock.json` gives, and kept in `bundle/`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment

from ..documents import Kind
from ..plan.edition import Edition
from ..plan.site import Site
from .backend import host_of
from .config import config_of

BUNDLE = Path(__file__).parent / "bundle"

GUIDE = "editors-guide"
"""The name of the page of the content that the editor's help leads to, where there is one."""


def admin_files(site: Site, env: Environment) -> Iterator[tuple[str, bytes]]:
    """The files of the editor: paths in the site's folder and bytes; none where the site has it switched off."""
    admin = site.library.settings.admin
    if not admin.on:
        return
    for path in sorted(BUNDLE.rglob("*.*")):
        yield f"admin/{path.relative_to(BUNDLE).as_posix()}", path.read_bytes()
    version = sha256((BUNDLE / "editor.js").read_bytes()).hexdigest()[:8]
    for edition in site.editions:
        folder = f"{edition.language.prefix}admin/"
        config = json.dumps(config_of(edition), ensure_ascii=False, separators=(",", ":"))
        yield f"{folder}config.json", config.encode()
        page = env.get_template("admin.html").render(
            _=edition.language.text,
            language=edition.code,
            title=edition.settings.title,
            home=edition.urls.home(edition.code),
            config=f"{site.urls.base}{folder}config.json",
            icon=f"{site.urls.base}assets/favicon.svg",
            program=f"{site.urls.base}admin/editor.js?v={version}",
            policy=policy(host_of(admin.repository)),
            guide=_guide(edition),
            repository=admin.repository,
        )
        yield f"{folder}index.html", page.encode()


def policy(host: str) -> str:
    """The Content Security Policy of the editor's page: nothing but the site's own files and the API at `host`.

    Styles stand in the program itself, which hands them to the browser one by one, so they can't be told apart by a
    name or a digest; pictures that are being uploaded have addresses of the browser's own (blob, data). WebAssembly
    decodes photographs of telephones (HEIC), and makes WebP where a browser can't.
    """
    rules = {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",
        "style-src": "'unsafe-inline'",
        "font-src": "'self'",
        "img-src": "'self' blob: data:",
        "media-src": "'self' blob:",
        "worker-src": "'self'",
        "manifest-src": "data: blob:",
        "connect-src": f"'self' blob: data: {host}".strip(),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def _guide(edition: Edition) -> str:
    """The address of the guide for editors in this language; empty where there is none."""
    guide = edition.library.versions.get((Kind.PAGE, GUIDE), {}).get(edition.code)
    return edition.urls.page(guide) if guide else ""

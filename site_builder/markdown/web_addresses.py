"""Addresses that begin almost like one of the web: `https//…`, `http:/…`, `htps://…`, `https://mpsv,cz`."""

from __future__ import annotations

import re

_ALMOST = re.compile(r"([htps]{3,7})([:;.,]?[/\\]{0,3})([^/?#\\]*)(.*)", re.IGNORECASE | re.DOTALL)
_ODD_HOST = re.compile(r"\A\Z|\A\.|[\s,;]|\.\.|\A\[[^\]]*\Z")
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?")


def mended(address: str) -> str | None:
    """A broken web `address` as it was meant, empty where that isn't certain; None where it isn't broken."""
    found = _ALMOST.fullmatch(address)
    if not found or not (":" in found[2] or found[2].endswith(("//", "\\\\"))):
        return None
    scheme, host = found[1].lower(), found[3]
    if not {"t", "p"} <= set(scheme):
        return None
    if scheme in {"http", "https"} and found[2] == "://" and not _ODD_HOST.search(host):
        return None
    host = re.sub("[,;]", ".", host)
    return f"http{'s' * ('s' in scheme)}://{host}{found[4]}" if _HOST.fullmatch(host) else ""

"""Addresses of the web in any letters, as browsers show and copy them ↔ in those that machines take (RFC 3987, 3.1)."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

_SAFE = "%/:=&?~#+!$,;'@()*[]"


def uri(address: str) -> str:
    """`address`, absolute: its host as IDNA has it, all else percent-encoded; one that has no such form stays."""
    if address.isascii() and " " not in address:
        return address
    try:
        parts = urlsplit(address)
        host = parts.netloc.encode("idna").decode()
    except ValueError:
        return address
    path, query, fragment = (quote(part, _SAFE) for part in parts[2:])
    return parts._replace(netloc=host, path=path, query=query, fragment=fragment).geturl()


def readable(address: str) -> str:
    """`address`, a `uri`, in the letters that readers know it by."""
    try:
        parts = urlsplit(address)
        host = parts.netloc.encode().decode("idna")
        return parts._replace(netloc=host, path=unquote(parts.path, errors="strict")).geturl()
    except ValueError:
        return address

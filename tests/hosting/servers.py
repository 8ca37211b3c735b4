"""The servers of docs/hosting.md, run with the configurations that stand there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from media.servers import server

GUIDE = Path(__file__).parents[2] / "docs/hosting.md"
NGINX = f"{os.environ['PATH']}:/usr/sbin"
"""Where nginx is: Debian keeps servers out of a user's path."""

_FRAME = """\
daemon off;
master_process off;
pid {temporary}/nginx.pid;
error_log {temporary}/error.log;
events {{}}
http {{
    access_log off;
    {paths}
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    include {temporary}/site.conf;
}}
"""
"""What Debian's /etc/nginx/nginx.conf says, in one process, with places that any user may write to."""

_PLACES = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def configuration(language: str, guide: Path = GUIDE) -> str:
    """The one block of code in the guide that is in `language`."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", guide.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return str(found)


@contextmanager
def caddy(www: Path, temporary: Path) -> Iterator[str]:
    """The URL, with no slash at its end, at which Caddy serves `www` in the place of /srv/www."""
    text = configuration("caddyfile").replace("/srv/www", str(www))
    file = temporary / "Caddyfile"

    def command(address: str) -> list[str]:
        file.write_text("{\n\tadmin off\n}\n" + text.replace("www.example.org", f"http://{address}"), "utf-8")
        return ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]

    with server(command) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def nginx(www: Path, temporary: Path, text: str = "") -> Iterator[str]:
    """The same of nginx, with the configuration `text` if it isn't that of hosting.md."""
    text = text or configuration("nginx")
    text = text.replace("/srv/www", str(www)).replace("    listen [::]:80;\n", "")
    paths = " ".join(f"{place}_temp_path {temporary}/{place};" for place in _PLACES)

    def command(address: str) -> list[str]:
        (temporary / "site.conf").write_text(text.replace("listen 80;", f"listen {address};"), "utf-8")
        (temporary / "nginx.conf").write_text(_FRAME.format(temporary=temporary, paths=paths), "utf-8")
        return ["env", f"PATH={NGINX}", "nginx", "-p", str(temporary), "-c", str(temporary / "nginx.conf")]

    with server(command) as port:
        yield f"http://127.0.0.1:{port}"


SERVERS = {"caddy": caddy, "nginx": nginx}

"""`site-builder new`: the files of a new page in every language, with all that the tool can know itself."""

from __future__ import annotations

import json
import uuid
from datetime import datetime, time, timedelta
from pathlib import Path

import click

from ..clock import build_time
from ..documents import FLAT_KINDS, EpisodeDetails, Kind
from ..kind_names import KIND_NAMES, kind_called
from ..languages import slugify
from ..library import Library
from ..reading.characters import unbroken
from ..reading.source import without_control
from ..refusals import RefusalError
from ..shows import FIRST, Show
from .loading import open_library
from .options import refusal_language

KINDS = {names[0]: kind for kind, names in KIND_NAMES.items()}


class _KindName(click.Choice[str]):
    """The name of a kind; what people call it in Czech means the same."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The English name of the kind called `value`."""
        kind = kind_called(value)
        return super().convert(KIND_NAMES[kind][0] if kind else value, param, ctx)


USUAL_TIME = time(6)
"""When a new page appears on its day: before the offices open."""


@click.command(short_help="Write the files of a new page.")
@click.argument("kind", type=_KindName(list(KINDS)))
@click.argument("words", metavar="TITLE", nargs=-1, required=True)
@click.option(
    "--show", "show_name", default="", help="An episode's podcast, if not the first: its folder's name."
)
@refusal_language
def new(kind: str, words: tuple[str, ...], show_name: str) -> int:
    """Write the files of a new page called TITLE, a draft in every language of the site.

    Run it in the project's folder. The other languages' files begin with the same title: translate it there.
    """
    root = Path()
    library = open_library(root)
    title = " ".join(words)  # whoever forgets the quotation marks means all of them
    name = slugify(title)
    show = _show(show_name, KINDS[kind], library)
    if not name:
        raise RefusalError("The title has no letter or digit to make a file name of.")
    file = name if KINDS[kind] in FLAT_KINDS else f"{name}/index"
    paths = {code: f"{_folder(KINDS[kind], show)}/{file}.{code}.md" for code in library.settings.languages}
    for path in paths.values():
        if (root / path).exists():
            raise RefusalError("{path} exists already.", path=path)
    guid = f"urn:uuid:{uuid.uuid4()}"
    today = build_time().astimezone(library.settings.zone)
    for code, path in paths.items():
        fields = {
            "title": title,
            "description": "",
            **_fields(KINDS[kind], name, code, guid, today, library, show),
        }
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(_front_matter({**fields, "draft": True}), encoding="utf-8")
        click.echo(path)
    return 0


def _show(name: str, kind: Kind, library: Library) -> Show | None:
    """The podcast called `name`, the first one where that is empty; None where there is none yet."""
    show = library.shows.get(f"{FIRST}/{name}" if name else FIRST)
    if name and (show is None or kind is not Kind.EPISODE):
        known = ", ".join(show.name for show in library.shows.values() if show.name) or "–"
        message = "There is no podcast “{name}”; those besides the first are: {known}"
        raise RefusalError(message, name=name, known=known)
    return show


def _folder(kind: Kind, show: Show | None) -> str:
    if kind is Kind.EPISODE:
        return show.folder if show else FIRST
    return "content" if kind is Kind.PAGE else f"content/{kind.value}"


def _fields(
    kind: Kind, name: str, code: str, guid: str, today: datetime, library: Library, show: Show | None
) -> dict[str, object]:
    """The kind's own fields, each with the value that is known or most likely."""
    own: dict[str, object] = {}
    match kind:
        case Kind.PERSON:
            return {"role": "", "website": ""}
        case Kind.PAGE:
            return {}
        case Kind.INTERVIEW:
            own = {"guests": []}
        case Kind.EXAMPLE:
            own = {"country": "CZ", "website": ""}
        case Kind.EVENT:
            starts = today + timedelta(days=30)
            own = {"starts": f"{starts:%Y-%m-%d} 09:00", "ends": "", "place": "", "registration": ""}
        case Kind.PRESENTATION:
            own = {"speakers": [], "event": "", "held": f"{today:%Y-%m-%d}"}
        case Kind.EPISODE:
            own = _episode_fields(name, code, guid, library, show)
    hour = show.publish_time if show and show.publish_time != time() and kind is Kind.EPISODE else USUAL_TIME
    return {"date": f"{today:%Y-%m-%d} {hour:%H:%M}", "authors": [], "topics": [], **own}


def _episode_fields(
    name: str, code: str, guid: str, library: Library, show: Show | None
) -> dict[str, object]:
    fields: dict[str, object] = {"guid": guid, **_next_number(library, show)}
    if code == library.settings.first:
        fields |= {"audio": f"{name}.{code}.mp3", "transcript": f"{name}.{code}.vtt"}
    hosts = list(show.hosts) if show else []
    return fields | {"hosts": hosts, "guests": [], "chapters": []}


def _next_number(library: Library, show: Show | None) -> dict[str, int]:
    """The next number in the newest season, and that season where the show has any."""
    details = [
        document.details
        for document in library.documents
        if isinstance(document.details, EpisodeDetails) and library.show_of(document) is show
    ]
    season = max((one.season or 0 for one in details), default=0)
    last = max((one.number or 0 for one in details if (one.season or 0) == season), default=0)
    return ({"season": season} if season else {}) | {"episode": last + 1}


def _quoted(text: str) -> str:
    """`text` in quotes, without what nobody sees and no header should hold."""
    return json.dumps(unbroken(without_control(text)), ensure_ascii=False)


def _front_matter(fields: dict[str, object]) -> str:
    """YAML that reads back as what was meant, whatever the title holds: texts are quoted as JSON quotes them."""
    lines = []
    for name, value in fields.items():
        if isinstance(value, list):
            written = f"[{', '.join(value)}]"
        elif name in ("title", "description"):
            written = _quoted(str(value)) if value else ""
        else:
            written = str(value).lower() if isinstance(value, bool) else str(value)
        lines.append(f"{name}: {written}".rstrip())
    return "\n".join(("---", *lines, "---", "", ""))

"""`site-builder publish`: the built site to where readers find it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import click

from ..languages import Language
from ..ledger.complete import incomplete
from ..ledger.entries import Ledger
from ..ledger.published import built_ledger, read_ledger
from ..ledger.sources import stale
from ..library import Library
from ..media.rclone import Rclone, find_rclone
from ..problems import Problem, in_order
from ..publishing import branch, refusals, server, storage
from ..publishing.overlap import folder_here, overlap
from ..publishing.places import Found, OvertakenError, Progress
from ..publishing.site import BuiltSite, read_site
from ..publishing.target import FORMS, BranchTarget, ServerTarget, StorageTarget, Target, parse_target
from ..refusals import RefusalError
from ..settings.mkdocs import MKDOCS
from .comparing import compared
from .loading import open_to_compare
from .options import built_folder, built_site, message_language, project_folder, report_format
from .reporting import report

_KEPT = 5
_STEPS = 1000
"""Of the bar on a terminal."""


@click.command(short_help="Put the built site where readers find it.")
@click.argument("target")
@project_folder
@message_language
@report_format
@built_site
@click.option(
    "--keep",
    default=_KEPT,
    show_default=True,
    type=click.IntRange(min=2),
    help="How many releases stay on a server, for rollback.",
)
@click.option("--first", is_flag=True, help="Nothing has been published there yet that anybody relies on.")
def publish(
    target: str, folder: Path, language: Language, form: str, site_dir: Path | None, keep: int, first: bool
) -> int:
    """Publish what site-builder build has made of DIR, the project's folder, to TARGET.

    \b
    branch:gh-pages                         a branch of the Git remote origin
    server:jana@www.example.org:/srv/www    a folder of a server, by rsync over ssh
    rclone:remote:path                      any storage that rclone knows

    Readers have the old site until they have the new one. When interrupted, run it again.
    """  # noqa: D301 - click's mark of lines to be left as they are
    place = target_named(target)
    library, unread = open_to_compare(folder)
    built = built_folder(folder, site_dir)
    new = built_ledger(built)
    if isinstance(new, Problem):
        return report((new,), language, form, folder)
    found = _misplaced(place, target, library, folder, built) or _look(place, target, keep, folder)
    if isinstance(found, Problem):
        return report((found,), language, form, folder)
    promised = _promised(found, place, target)
    lost = (compared(published, new, library, first=first) for published in promised)
    problems = in_order((*stale(built, new, folder), *unread, *chain.from_iterable(lost)))
    if folder_here(place, folder) is None and _is_example(new.site):
        problems += (refusals.example_address(new.site),)
    if any(problem.is_error for problem in problems):
        return report(problems, language, form, folder)
    site = _read(built, new)
    if lacking := incomplete(built, new, site.digests):
        return report(lacking, language, form, folder)
    try:
        with _progress(language.text("Publishing to {target}", target=target)) as progress:
            is_changed = found.put(site, progress)
    except OvertakenError:
        return report((*problems, refusals.overtaken(target)), language, form, folder)
    if problems:
        report(problems, language, form, folder)
    message = (
        "The site is published: {target}"
        if is_changed
        else "The same site is published there already: {target}"
    )
    click.echo(language.text(message, target=target), err=True)
    return 0


def target_named(text: str) -> Target:
    """The target, or a refusal that lists what there is."""
    found = parse_target(text)
    if found is None:
        message = "“{target}” is no place to publish to. These are:\n  {forms}"
        raise RefusalError(message, target=text, forms="\n  ".join(FORMS))
    return found


def _misplaced(place: Target, target: str, library: Library, root: Path, built: Path) -> Problem | None:
    """Why the site mustn't lie there, as nothing would be safe from it.

    Among the podcast's audio it would look like audio that nobody needs, and the other way round.
    """
    here = folder_here(place, root)
    for ours in (built.absolute(), root.absolute() / MKDOCS):
        if here is not None and overlap(here, str(ours), root):
            return refusals.into_itself(target, str(ours))
    audio = library.settings.storage
    if isinstance(place, StorageTarget) and audio and overlap(place.remote, audio.remote, root):
        return refusals.audio_storage(target, audio.remote)
    return None


def _is_example(site: str) -> bool:
    """Whether the URL can't be anybody's: nothing lies in the domain `.example` (RFC 2606)."""
    return (urlsplit(site).hostname or "").endswith(".example")


def _look(place: Target, target: str, keep: int, root: Path) -> Found | Problem:
    """The place as it is now, or why nothing must ever be published there."""
    match place:
        case BranchTarget():
            found = branch.look(root, place)
            return refusals.sources(target) if found.has_sources else found
        case ServerTarget():
            return server.look(place, keep)
        case StorageTarget():
            program = find_rclone()
            if program is None:
                raise RefusalError(
                    "Publishing there needs rclone, and there is none. Install it by: make audio"
                )
            return storage.look(Rclone(program, place.remote, root))


def _promised(found: Found, place: Target, target: str) -> Iterator[Ledger | Problem]:
    """All that was promised there, or why that can't be told."""
    if found.ledger is not None:
        yield read_ledger(found.ledger, target)
    elif found.was_published:
        yield refusals.ledger_gone(target)
    elif not found.is_ours:
        yield refusals.occupied(target, is_branch=isinstance(place, BranchTarget))
    for seen in found.seen_ledgers:
        yield read_ledger(seen, target)


def _read(built: Path, ledger: Ledger) -> BuiltSite:
    """The built site with all its files."""
    try:
        return read_site(built, ledger)
    except OSError as error:
        message = "The built site can't be read: {path}: {error}"
        raise RefusalError(message, path=str(error.filename), error=str(error.strerror)) from error


@contextmanager
def _progress(label: str) -> Iterator[Progress]:
    """A bar on a terminal, else a line that says what is being done."""
    with click.progressbar(length=_STEPS, label=label, file=sys.stderr) as bar:

        def tell(share: float) -> None:
            bar.update(max(0, round(share * _STEPS) - bar.pos))

        yield tell
        tell(1)

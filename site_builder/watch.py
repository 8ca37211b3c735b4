"""Files that change, told by the system at once; mkdocs' own watcher looks at every file twice a second.

A folder that is deleted and made anew is another one to the system, and a file that a program replaces as it saves is
another file: so the project's folder tells what comes and goes in it, and the folders of the content are watched anew.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path, PurePath
from typing import Any

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

FOLDERS = frozenset(("content", "podcast", "overrides"))
"""The folders of a project that its site is made of."""

CHANGES = [
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
]


class ProjectObserver(Observer):  # type: ignore[valid-type,misc]
    """The system's own observer without the events of mere reading: a build reads every file that it watches."""

    def schedule(self, event_handler: FileSystemEventHandler, path: str, **options: Any) -> Any:
        """Tell `event_handler` of what changes in the project at `path`."""
        project = _Project(self, event_handler, Path(path))
        for name in sorted(FOLDERS):
            project.follow(name)
        return self.watch(project, path, recursive=False)

    def watch(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> Any:
        """Watch `path` itself, as `watchdog.observers.Observer.schedule` does."""
        return super().schedule(handler, path, recursive=recursive, event_filter=CHANGES)


class _Change(FileSystemEventHandler):
    """Tells of every change, that of a whole folder too, as mkdocs takes it: as one of a file."""

    def __init__(self, told: FileSystemEventHandler) -> None:
        self.told = told

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.told.dispatch(FileModifiedEvent(event.src_path))


class _Project(FileSystemEventHandler):
    """What happens right in the project's folder: settings that change, `FOLDERS` that come and go."""

    def __init__(self, observer: ProjectObserver, told: FileSystemEventHandler, root: Path) -> None:
        self.observer, self.root = observer, root
        self.change = _Change(told)
        self.watches: dict[str, Any] = {}

    def follow(self, name: str) -> None:
        """Watch the folder `name` that is there now, if there is one."""
        if name in self.watches:
            self.observer.unschedule(self.watches.pop(name))
        path = self.root / name
        with suppress(OSError):  # gone meanwhile
            if path.is_dir():
                self.watches[name] = self.observer.watch(self.change, str(path), recursive=True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = {PurePath(str(path)).name for path in (event.src_path, event.dest_path) if path}
        folders = names & FOLDERS
        for name in folders:
            self.follow(name)
        if folders or any(name.endswith(".yml") for name in names):
            self.change.on_any_event(event)

"""Files that change, told by the system at once; mkdocs' own watcher looks at every file twice a second."""

from __future__ import annotations

from typing import Any

from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
from watchdog.observers import Observer

CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


class ChangeObserver(Observer):  # type: ignore[valid-type,misc]
    """The system's own observer without the events of mere reading: a build reads every file that it watches."""

    def schedule(self, event_handler: Any, path: str, **options: Any) -> Any:
        """Watch `path`, as `watchdog.observers.Observer.schedule` does."""
        return super().schedule(event_handler, path, **{**options, "event_filter": CHANGES})

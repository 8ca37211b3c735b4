"""Settings: what the site and its podcasts say of themselves in `content/*.yml` and `podcast/**/show.yml`, frozen.

    settings, problems = read_settings(root)
    topics, problems = read_topics(root, settings)
    shows, problems = read_shows(root, files, settings)

`site` has the whole of `content/site.yml`, its parts are in `languages`, `storage`, `publicity` and `accessibility`.
"""

from __future__ import annotations

from .accessibility import Accessibility, AutomaticTest, Enforcement
from .admin import Admin, Repository
from .file import settings_missing
from .languages import LanguageSettings
from .mkdocs import read_mkdocs
from .publicity import FundedProject
from .show import read_shows
from .site import SITE, Settings, read_settings
from .storage import THIS_MACHINE, Storage
from .topics import SERIES, Topic, read_topics
from .withdrawn import WITHDRAWN, Withdrawal, read_withdrawn

__all__ = [
    "SERIES",
    "SITE",
    "THIS_MACHINE",
    "WITHDRAWN",
    "Accessibility",
    "Admin",
    "AutomaticTest",
    "Enforcement",
    "FundedProject",
    "LanguageSettings",
    "Repository",
    "Settings",
    "Storage",
    "Topic",
    "Withdrawal",
    "read_mkdocs",
    "read_settings",
    "read_shows",
    "read_topics",
    "read_withdrawn",
    "settings_missing",
]

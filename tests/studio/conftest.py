"""Recordings of every kind, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from .sounds import record


@pytest.fixture(scope="session")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recorded")
    record(folder)
    return folder

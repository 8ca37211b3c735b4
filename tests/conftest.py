"""What all tests share: the time at which the small sites of the tests are built."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
ROOT = Path(__file__).parent.parent


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def root() -> Path:
    """The project itself, with its real content."""
    return ROOT

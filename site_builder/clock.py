"""The time of the build, by which pages are published, expire or are to come."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from .refusals import RefusalError

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable by which a build can be repeated exactly (reproducible-builds.org): seconds since 1970, UTC."""

_END = 32_503_680_000
"""The year 3000: calendars and time zones know it, and no build is of later."""


def build_time() -> datetime:
    """Now, or what `SOURCE_DATE_EPOCH` says. Raises `RefusalError` where that is no time."""
    written = os.environ.get(EPOCH)
    if not written:
        return datetime.now(UTC)
    is_number = written.isascii() and written.isdigit()
    if not is_number or len(written) > len(str(_END)) or int(written) >= _END:
        raise RefusalError(
            "The variable SOURCE_DATE_EPOCH is “{written}”, but must be a number of seconds since 1970. "
            "Correct it, or unset it: then the site is built as of now.",
            written=written,
        )
    return datetime.fromtimestamp(int(written), UTC)

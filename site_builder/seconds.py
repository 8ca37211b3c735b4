"""Times within audio, in seconds, as people and as machines read them."""

from __future__ import annotations


def clock(seconds: float) -> str:
    """As people read it: `65.4` → `1:05`, `3700` → `1:01:40`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def decimal(seconds: float) -> str:
    """To the millisecond, whole ones without a fraction: `65.4`, `3700`."""
    return f"{seconds:.3f}".rstrip("0").rstrip(".")


def iso_duration(seconds: float) -> str:
    """ISO 8601: 3,700 seconds are `PT1H1M40S`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"PT{f'{hours}H' if hours else ''}{f'{minutes}M' if minutes else ''}{rest}S"

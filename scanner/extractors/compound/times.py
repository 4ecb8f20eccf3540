"""Times as Windows counts them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def moment_of(ticks: int) -> datetime | None:
    """Return a time in 100 ns since 1601 ([MS-DTYP] 2.3.3), None beyond the calendar.

    >>> moment_of(116_444_736_000_000_000).isoformat()
    '1970-01-01T00:00:00+00:00'
    """
    try:
        return _EPOCH + timedelta(microseconds=ticks // 10)
    except OverflowError:
        return None

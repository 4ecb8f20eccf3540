"""The words of answers about the past: on one day, or at any time between two."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import NamedTuple

_OFTEN = 4  # scans are listed one by one up to so many


class Days(NamedTuple):
    """The days that are asked about: the end of ``first``, or any time until ``last`` ends."""

    first: date
    last: date | None = None

    def __str__(self) -> str:
        """Return the days in words.

        >>> str(Days(date(2026, 3, 3))), str(Days(date(2026, 3, 1), date(2026, 3, 7)))
        ('on 2026-03-03', 'from 2026-03-01 to 2026-03-07')
        """
        return f"on {self.first}" if self.last is None else f"from {self.first} to {self.last}"

    @property
    def begin(self) -> str:
        """When the first day begins, by this place's clocks, as the catalogue writes times."""
        return _moment(self.first, time.min)

    @property
    def end(self) -> str:
        """When the last day ends, by this place's clocks, as the catalogue writes times."""
        return _moment(self.last or self.first, time.max)


def found_by(seen: str) -> str:
    """Return that an answer is as the scan found it that ended at a time of the catalogue."""
    return f"As the scan found it that ended {at(seen)}:"


def seen_next(moment: str) -> str:
    """Return which scan saw what changed after an answer about one day."""
    return f"What changed after it was seen by the next scan, {at(moment)}."


def stood(begins: str, ends: str | None, *, only_after: bool) -> str:
    """Return from which scan until which something was seen; ``ends`` None: it stands."""
    until = f" until the scan of {at(ends)}" if ends else ""
    doubt = " (first seen after these days; it may have begun in them)" if only_after else ""
    return f"from the scan of {at(begins)}{until}{doubt}"


def told_by(scans: Sequence[str]) -> str:
    """Return which scans tell of the time between two days, and what they cannot tell."""
    times = [at(each) for each in scans]
    if len(times) > _OFTEN:
        times = [times[0], f"{len(times) - 2} more", times[-1]]
    return (
        f"Scans that tell of this time: {', '.join(times)}. What came and went between two of them"
        " was not seen. Administrators could in any case."
    )


def at(moment: str) -> str:
    """Return a time of the catalogue as this place's clocks showed it, with their zone.

    The zone is said each time: a summer's night and a winter's differ in it.
    """
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M %Z}"


def _moment(day: date, clock: time) -> str:
    return datetime.combine(day, clock).astimezone(UTC).isoformat(timespec="seconds")

"""The words of answers about the past: on one day, or at any time between two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from scanner.catalogue.queries.spans import By, Moment

_OFTEN = 4  # scans and refreshes are listed one by one up to so many


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


def found_by(seen: Sequence[Moment]) -> str:
    """Return that an answer is as the last scan found it, and as a refresh after it if any."""
    scan, *refreshed = seen
    after = "".join(f", with the accounts of the refresh of {at(each.at)}" for each in refreshed)
    return f"As the scan found it that ended {at(scan.at)}{after}:"


def seen_next(following: Iterable[Moment]) -> Iterator[str]:
    """Yield what saw what changed after an answer about one day."""
    for each in following:
        what = "What changed" if each.by is By.SCAN else "A change of accounts"
        yield f"{what} after it was seen by the next {each.by}, {at(each.at)}."


def stood(begins: Moment, ends: Moment | None, *, only_after: bool) -> str:
    """Return from what until what something was seen; ``ends`` None: it stands."""
    until = f" until {of_moment(ends)}" if ends else ""
    doubt = " (first seen after these days; it may have begun in them)" if only_after else ""
    return f"from {of_moment(begins)}{until}{doubt}"


def told_by(seen: Iterable[Moment]) -> str:
    """Return what tells of the time between two days, and what it cannot tell."""
    told = []
    moments = tuple(seen)
    for by, what in ((By.SCAN, "Scans"), (By.REFRESH, "Refreshes of accounts")):
        times = [at(each.at) for each in moments if each.by is by]
        if len(times) > _OFTEN:
            times = [times[0], f"{len(times) - 2} more", times[-1]]
        if times:
            told.append(f"{what} that tell of this time: {', '.join(times)}.")
    return (
        f"{' '.join(told)} What came and went between two of them was not seen. Administrators"
        " could in any case."
    )


def of_moment(moment: Moment) -> str:
    """Return which scan or refresh ended at a moment."""
    return f"the {moment.by} of {at(moment.at)}"


def at(moment: str) -> str:
    """Return a time of the catalogue as this place's clocks showed it, with their zone.

    The zone is said each time: a summer's night and a winter's differ in it.
    """
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M %Z}"


def _moment(day: date, clock: time) -> str:
    return datetime.combine(day, clock).astimezone(UTC).isoformat(timespec="seconds")

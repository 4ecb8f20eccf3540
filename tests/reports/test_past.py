from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest

from reports.past import Days, found_by, seen_next, stood, told_by
from scanner.catalogue.queries.spans import By, Moment


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let this place be five hours behind Greenwich."""
    monkeypatch.setenv("TZ", "EST5EDT,M3.2.0,M11.1.0")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_day_begins_and_ends_by_the_clocks_of_this_place() -> None:
    assert Days(date(2026, 3, 3)).end == "2026-03-04T04:59:59+00:00"
    assert Days(date(2026, 3, 3), date(2026, 3, 4)).begin == "2026-03-03T05:00:00+00:00"


def test_a_scan_is_named_by_when_it_ended_by_those_clocks() -> None:
    night = Moment("2026-03-03T02:00:00+00:00", 1)
    assert stood(night, None, only_after=False) == "from the scan of 2026-03-02 21:00 EST"
    assert stood(night, night, only_after=True) == (
        "from the scan of 2026-03-02 21:00 EST until the scan of 2026-03-02 21:00 EST"
        " (first seen after these days; it may have begun in them)"
    )
    (line,) = seen_next([night])
    assert line == "What changed after it was seen by the next scan, 2026-03-02 21:00 EST."
    assert "3 more" in told_by([night] * 5)


def test_a_refresh_tells_of_accounts_and_is_named_as_one() -> None:
    night = Moment("2026-03-03T02:00:00+00:00", 1)
    noon = Moment("2026-03-03T17:00:00+00:00", 2, By.REFRESH)
    assert found_by([night, noon]) == (
        "As the scan found it that ended 2026-03-02 21:00 EST,"
        " with the accounts of the refresh of 2026-03-03 12:00 EST:"
    )
    assert stood(night, noon, only_after=False) == (
        "from the scan of 2026-03-02 21:00 EST until the refresh of 2026-03-03 12:00 EST"
    )
    first, _ = seen_next([noon, night])
    assert (
        first == "A change of accounts after it was seen by the next refresh, 2026-03-03 12:00 EST."
    )
    assert told_by([night, noon]).startswith(
        "Scans that tell of this time: 2026-03-02 21:00 EST."
        " Refreshes of accounts that tell of this time: 2026-03-03 12:00 EST. What came"
    )


def test_the_zone_of_a_time_is_that_of_its_day() -> None:
    winter, summer = (Moment(f"2026-03-0{day}T02:00:00+00:00", day) for day in (8, 9))
    assert stood(winter, summer, only_after=False) == (
        "from the scan of 2026-03-07 21:00 EST until the scan of 2026-03-08 22:00 EDT"
    )
    assert Days(date(2026, 3, 8)).end == "2026-03-09T03:59:59+00:00", "a day of 23 hours"

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest

from reports.past import Days, seen_next, stood, told_by


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
    night = "2026-03-03T02:00:00+00:00"
    assert stood(night, None, only_after=False) == "from the scan of 2026-03-02 21:00 EST"
    assert stood(night, night, only_after=True) == (
        "from the scan of 2026-03-02 21:00 EST until the scan of 2026-03-02 21:00 EST"
        " (first seen after these days; it may have begun in them)"
    )
    assert "2026-03-02 21:00 EST" in seen_next(night)
    assert "3 more" in told_by([night] * 5)


def test_the_zone_of_a_time_is_that_of_its_day() -> None:
    winter, summer = "2026-03-08T02:00:00+00:00", "2026-03-09T02:00:00+00:00"
    assert stood(winter, summer, only_after=False) == (
        "from the scan of 2026-03-07 21:00 EST until the scan of 2026-03-08 22:00 EDT"
    )
    assert Days(date(2026, 3, 8)).end == "2026-03-09T03:59:59+00:00", "a day of 23 hours"

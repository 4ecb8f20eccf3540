"""Nights of a real folder whose modes change, each night's end set to a day of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine

from scanner.catalogue.engine import reader
from scanner.catalogue.queries.history import Between, Past, as_of, between
from tests.reports.tiny_share import scanned

FIRST, SECOND, THIRD, FOURTH = (f"2026-03-0{day}T02:00:00+00:00" for day in (1, 3, 5, 7))
DAYS = (FIRST, SECOND, THIRD, FOURTH)


def _end_on(database: Path, when: str) -> None:
    """Set when the last share run ended: nights of a test all end within a second."""
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE share_run SET finished = ? WHERE id = (SELECT max(id) FROM share_run)", (when,)
        )
    engine.dispose()


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the catalogue of four nights: open, closed, gone with its folder, back again."""
    folder = tmp_path_factory.mktemp("nights")
    root, database = folder / "share", folder / "catalogue.sqlite"
    (root / "HR").mkdir(parents=True)
    file, other = root / "HR" / "pay.txt", root / "other.txt"
    other.write_text("Bins.\n")
    os.chmod(folder, 0o755)
    for night, when in enumerate(DAYS):
        if night == 0:
            file.write_text("NI number AB123456C\n")
            file.chmod(0o644)
        elif night == 1:
            file.chmod(0o600)
        elif night == 2:
            file.unlink()
            (root / "HR").rmdir()
        else:
            (root / "HR").mkdir(mode=0o700)
            file.write_text("NI number AB123456C\n")
        scanned(root, database)
        _end_on(database, when)
    return database


@contextmanager
def _opened(database: Path) -> Iterator[Connection]:
    engine = reader(database)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _past(nights: Path, when: str, name: str | None = "pay.txt", folder: str = "HR") -> Past | None:
    with _opened(nights) as connection:
        return as_of(connection, 1, folder, name, when)


def _between(nights: Path, first: str, last: str, name: str | None = "pay.txt") -> Between | None:
    with _opened(nights) as connection:
        return between(connection, 1, "HR", name, first, last)


def test_each_day_has_the_answer_of_the_last_scan_before_it(nights: Path) -> None:
    first, second = _past(nights, FIRST), _past(nights, "2026-03-04T23:59:59+00:00")
    assert first
    assert second
    assert first.seen == _past(nights, "2026-03-02T23:59:59+00:00").seen == FIRST  # type: ignore[union-attr]
    assert (first.seen_next, second.seen, second.seen_next) == (SECOND, SECOND, THIRD)
    assert ("read", "everyone") in [(right, name.lower()) for right, name in first.reach.broad]
    assert not second.reach.broad
    assert first.reach.known
    assert second.reach.known


def test_what_no_scan_had_come_to_or_was_gone_is_not_known(nights: Path) -> None:
    assert _past(nights, "2026-02-28T23:59:59+00:00") is None
    assert _past(nights, THIRD) is None
    assert _past(nights, THIRD, None) is None, "nor is its folder"
    back = _past(nights, FOURTH)
    assert back
    assert not back.reach.broad, "its folder lets nobody pass"
    assert back.seen_next is None


def test_a_folder_and_the_root_have_a_past_too(nights: Path) -> None:
    root = _past(nights, FIRST, None, "")
    folder = _past(nights, FIRST, None)
    assert root
    assert folder
    assert root.reach.known
    assert folder.reach.broad
    assert not _past(nights, FOURTH, None).reach.broad  # type: ignore[union-attr]


def test_between_two_days_all_are_named_who_could_for_a_time(nights: Path) -> None:
    before_it_was_closed = _between(nights, FIRST, "2026-03-02T23:59:59+00:00")
    assert before_it_was_closed
    assert [right for right, _ in before_it_was_closed.broad].count("read") >= 1
    assert before_it_was_closed.scans == (FIRST, SECOND)
    closed = _between(nights, "2026-03-04T00:00:00+00:00", "2026-03-04T23:59:59+00:00")
    assert closed
    assert not closed.broad, "the first scan that saw it closed ended before"
    assert closed.scans == (SECOND, THIRD)
    assert _between(nights, "2026-02-01T00:00:00+00:00", "2026-02-02T00:00:00+00:00") is None


def test_what_is_first_seen_after_the_days_may_have_begun_in_them(nights: Path) -> None:
    gone = _between(nights, "2026-03-05T03:00:00+00:00", "2026-03-06T23:59:59+00:00")
    assert gone
    assert gone.periods
    assert all(each.only_after and each.begins == FOURTH for each in gone.periods)
    whole = _between(nights, FIRST, FOURTH)
    assert whole
    assert not any(each.only_after for each in whole.periods)


def test_a_grant_that_goes_on_under_another_mode_is_one_period(nights: Path) -> None:
    """The owner can read on both nights, by the same grant though the mode is another."""
    found = _between(nights, FIRST, "2026-03-03T23:59:59+00:00")
    assert found
    keys = [each.grant for each in found.periods]
    assert len(keys) == len(set(keys)), "each grant once"

"""Permissions of unchanged files, read again where no time tells that they changed."""

from __future__ import annotations

import stat
from datetime import date, timedelta

import pytest

from connectors.base import Cause, EntryUnreadable, Ref, SecurityDescriptor
from scanner.catalogue.schedule import WITHIN_DAYS
from tests.connectors.memory import MemoryConnector, MemoryShare
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night

_FOLDERS = [(f"{number:02}",) for number in range(3 * WITHIN_DAYS)]
_FIRST = date(2026, 3, 1)


class _Asked(MemoryConnector):
    """Notes of which files it was asked what guards them."""

    def __init__(self, share: MemoryShare) -> None:
        super().__init__(share)
        self.refs: list[Ref] = []

    def security(self, ref: Ref) -> SecurityDescriptor:
        self.refs.append(ref)
        return super().security(ref)


@pytest.fixture
def share() -> MemoryShare:
    """Return a share whose times do not tell, with a file in each of many folders."""
    share = MemoryShare()
    share.times_tell = False
    for folder in _FOLDERS:
        share.make_folder(folder)
        share.write(Ref(folder, "a.txt"), b"")
    return share


def _night(catalogue: Catalogue, share: MemoryShare, day: int) -> list[Ref]:
    """Scan on the ``day`` after the first; return of which files what guards them was asked."""
    with catalogue.writing() as writer:
        begins = (_FIRST + timedelta(days=day)).isoformat()
        connector = _Asked(share)
        first = Night(writer, connector, "/invented", TODAY)
        first.writer.connection.exec_driver_sql(
            "UPDATE share_run SET started = ? WHERE id = ?", (begins, first.run.id)
        )
        first.writer.commit()
        Night(writer, connector, "/invented", TODAY).whole()  # goes on with it, on that day
    return connector.refs


def _guards(catalogue: Catalogue) -> int:
    return len(catalogue.rows("SELECT DISTINCT descriptor_id FROM entry"))


def test_every_file_is_asked_once_in_the_days_a_part_of_them_each_night(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    every = {Ref(folder, "a.txt") for folder in _FOLDERS}
    assert set(_night(catalogue, share, 0)) == every, "when they are read"
    assert _night(catalogue, share, 0) == [], "again on the same day"
    nights = [_night(catalogue, share, day) for day in range(1, WITHIN_DAYS + 1)]
    assert sorted(ref for night in nights for ref in night) == sorted(every)
    assert {len(night) for night in nights} <= {3, 4, 2}


def test_all_are_asked_after_a_week_without_a_scan(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    _night(catalogue, share, 0)
    assert len(_night(catalogue, share, WITHIN_DAYS)) == len(_FOLDERS)


def test_what_is_told_then_replaces_what_was_known(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    _night(catalogue, share, 0)
    assert _guards(catalogue) == 1
    share.folder(_FOLDERS[0]).files["a.txt"].mode = stat.S_IFREG | 0o600
    _night(catalogue, share, WITHIN_DAYS)
    assert _guards(catalogue) == 2
    assert catalogue.rows("SELECT count(*) FROM entry_past") == [(1,)]


def test_a_file_of_a_changed_folder_is_asked_too_and_what_is_new_once(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    _night(catalogue, share, 0)
    new = Ref(_FOLDERS[0], "b.txt")
    share.write(new, b"UK_NHS 9990000018\n")
    asked = _night(catalogue, share, WITHIN_DAYS)
    assert len(asked) == len(set(asked)) == len(_FOLDERS) + 1
    assert new in asked


def test_where_times_tell_nothing_unchanged_is_asked(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.times_tell = True
    _night(catalogue, share, 0)
    assert _night(catalogue, share, 2 * WITHIN_DAYS) == []


def test_permissions_that_can_no_longer_be_read_are_not_known(
    catalogue: Catalogue, share: MemoryShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    _night(catalogue, share, 0)

    def refused(_self: object, _ref: Ref) -> SecurityDescriptor:
        raise EntryUnreadable(Cause.DENIED)

    monkeypatch.setattr(_Asked, "security", refused)
    _night(catalogue, share, WITHIN_DAYS)
    assert catalogue.rows("SELECT count(*) FROM entry WHERE descriptor_id IS NOT NULL") == [(0,)]

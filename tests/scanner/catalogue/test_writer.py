"""The writer: what waits, in which order it goes, and that a commit is all or nothing."""

from __future__ import annotations

import re

import pytest
from sqlalchemy.exc import IntegrityError

from scanner.catalogue import writer as writing
from scanner.catalogue.statements import INSERT_DESCRIPTOR, INSERT_MEMBER_GAP, Statement
from scanner.catalogue.writer import utc_now
from tests.scanner.catalogue.nights import Catalogue

_SHARE = Statement(1, "INSERT INTO share (id, connector, root, name) VALUES (?, 'x', ?, ?)")
_FOLDER = Statement(2, "INSERT INTO folder (id, share_id, path, since) VALUES (?, ?, ?, 1)")
_RENAME = Statement(3, "UPDATE share SET name = ? WHERE id = ?")


def test_ids_go_on_from_what_is_stored(catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        assert [writer.next_id("descriptor") for _ in range(3)] == [1, 2, 3]
        writer.add(INSERT_DESCRIPTOR, (7, b"d", "posix", b"raw"))
        writer.commit()
    with catalogue.writing() as writer:
        assert [writer.next_id("descriptor"), writer.next_id("descriptor")] == [8, 9]
        assert writer.next_id("gate") == 1


def test_what_is_added_in_any_order_is_written_in_that_of_its_statements(
    catalogue: Catalogue,
) -> None:
    with catalogue.writing() as writer:
        writer.add(_RENAME, ("second", 1))
        writer.add(_FOLDER, (1, 1, "below"))
        writer.add(_SHARE, (1, "/invented", "first"))
        writer.add(_RENAME, ("third", 1))
        writer.commit()
    assert catalogue.rows("SELECT name FROM share") == [("third",)]
    assert catalogue.rows("SELECT share_id, path FROM folder") == [(1, "below")]


def test_a_flush_can_be_read_by_the_writer_and_by_nobody_else(catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        writer.add(_SHARE, (1, "/invented", "first"))
        count = "SELECT count(*) FROM share"
        assert writer.connection.exec_driver_sql(count).scalar() == 0
        writer.flush()
        assert writer.connection.exec_driver_sql(count).scalar() == 1
        assert catalogue.rows(count) == [(0,)]
        writer.commit()
        assert catalogue.rows(count) == [(1,)]


def test_what_is_not_committed_is_as_if_it_had_never_been(catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        writer.add(_SHARE, (1, "/one", "one"))
        writer.commit()
        writer.add(_SHARE, (2, "/two", "two"))
        writer.flush()
        writer.add(_FOLDER, (1, 99, "of a share that is not there"))
        with pytest.raises(IntegrityError):
            writer.commit()
    assert catalogue.rows("SELECT name FROM share") == [("one",)]
    assert catalogue.rows("SELECT * FROM folder") == []


def test_many_rows_go_whole_whatever_the_size_of_a_batch(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_BATCH", 7)
    rows = [(number, f"/{number}", "x") for number in range(1, 51)]
    with catalogue.writing() as writer:
        writer.add_all(_SHARE, iter(rows))
        writer.commit()
    assert catalogue.rows("SELECT id, root, name FROM share ORDER BY id") == rows


def test_a_commit_is_due_when_enough_waits_or_time_has_passed(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_COMMIT_SECONDS", float("inf"))
    monkeypatch.setattr(writing, "_COMMIT_ROWS", 3)
    with catalogue.writing() as writer:
        writer.add_all(_SHARE, [(1, "/1", "x"), (2, "/2", "x")])
        assert not writer.due
        writer.add(_SHARE, (3, "/3", "x"))
        assert writer.due
        writer.flush()
        assert writer.due  # flushed is not yet committed
        writer.commit()
        assert not writer.due
        monkeypatch.setattr(writing, "_COMMIT_SECONDS", 0.0)
        assert not writer.due  # nothing waits
        writer.add(INSERT_MEMBER_GAP, (1, "a", "corrupt"))
        assert writer.due


def test_times_are_utc_to_the_second() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", utc_now())

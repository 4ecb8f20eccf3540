from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from scanner.catalogue.engine import writer
from scanner.catalogue.migrate import migrate

_RUN = (
    "INSERT INTO share_run (run_id, share_id, started, finished, outcome, sets, enumerated,"
    " examined, unchanged, excluded, gaps) VALUES (1, 1, 'then', ?, ?, x'00', ?, ?, ?, ?, ?)"
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    database = tmp_path / "catalogue.sqlite"
    engine = writer(database)
    migrate(engine, database)
    with engine.connect() as connection:
        connection.exec_driver_sql("INSERT INTO run (started, version) VALUES ('then', '0')")
        connection.exec_driver_sql(
            "INSERT INTO share (connector, root, name) VALUES ('local', '/invented', 'invented')"
        )
        yield connection
    engine.dispose()


def test_a_share_run_whose_sum_is_wrong_cannot_be_finished(connection: Connection) -> None:
    connection.exec_driver_sql(_RUN, ("now", "complete", 10, 4, 3, 2, 1))
    with pytest.raises(IntegrityError, match="coverage"):
        connection.exec_driver_sql(_RUN, ("now", "complete", 10, 4, 3, 2, 0))
    with pytest.raises(IntegrityError, match="coverage"):
        connection.exec_driver_sql("UPDATE share_run SET gaps = gaps + 1")


def test_an_entry_has_one_state_and_a_gap_has_its_cause(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO folder (share_id, path, since) VALUES (1, '', 1)")
    insert = (
        "INSERT INTO entry (folder_id, name, size_bytes, modified_ns, changed_ns, file_id, state,"
        " cause, seen_share_run_id, since) VALUES (1, ?, 0, 0, 0, 0, ?, ?, 1, 1)"
    )
    connection.exec_driver_sql(insert, ("a", "examined", None))
    connection.exec_driver_sql(insert, ("b", "gap", "denied"))
    for name, state, cause in (
        ("c", "gap", None),
        ("d", "examined", "denied"),
        ("e", "clean", None),
        ("a", "gap", "denied"),  # a second row of one name
    ):
        with pytest.raises(IntegrityError):
            connection.exec_driver_sql(insert, (name, state, cause))

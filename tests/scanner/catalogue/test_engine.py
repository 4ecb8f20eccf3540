"""Opening the catalogue: who may read, who may write, and what is said when it fails."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from scanner.catalogue.engine import (
    catalogue_errors,
    checkpoint,
    opening,
    own_paths,
    reader,
    scan_lock,
    writer,
)
from scanner.errors import CatalogueError, SettingsError
from tests.scanner.catalogue.nights import Catalogue
from tests.scanner.scanning import HOUSE

_NOBODY = 65534
_RUN = "INSERT INTO run (started, version) VALUES ('then', ?)"


def test_only_the_owner_can_open_the_file(catalogue: Catalogue) -> None:
    with catalogue.writing() as writing:
        writing.connection.exec_driver_sql(_RUN, ("0",))
        writing.commit()
        for path in own_paths(catalogue.database):
            if path.exists():
                assert path.stat().st_mode & 0o777 == 0o600, path.name
        assert catalogue.database.with_name("catalogue.sqlite-wal").exists()


def test_a_reader_cannot_write(catalogue: Catalogue) -> None:
    with catalogue.writing():
        pass
    with (
        catalogue.reading() as connection,
        pytest.raises(OperationalError, match="readonly"),
    ):
        connection.exec_driver_sql(_RUN, ("0",))


def test_a_copy_that_nobody_can_write_beside_is_read(catalogue: Catalogue) -> None:
    with catalogue.writing() as writing:
        writing.connection.exec_driver_sql(_RUN, ("0",))
        writing.commit()
        checkpoint(writing.connection)
    with catalogue.reading():  # what a reader needs is loaded before the rights go
        pass
    with tempfile.TemporaryDirectory() as folder:  # pytest's own are closed to other accounts
        copy = Path(folder, "copy.sqlite")
        shutil.copyfile(catalogue.database, copy)
        copy.chmod(0o444)
        Path(folder).chmod(0o555)
        child = os.fork()
        if not child:
            seen = 0
            try:
                if os.geteuid() == 0:
                    os.setgroups([])
                    os.setgid(_NOBODY)
                    os.setuid(_NOBODY)
                with reader(copy).connect() as connection:
                    seen = connection.exec_driver_sql("SELECT count(*) FROM run").scalar_one()
            finally:
                os._exit(seen == 1)
        _, status = os.waitpid(child, 0)
        Path(folder).chmod(0o700)
        assert os.waitstatus_to_exitcode(status) == 1


def test_a_reader_makes_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="run 'stocktake scan PATH' first"):
        reader(tmp_path / "none.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_readers_work_while_the_scan_writes_and_see_what_is_committed(
    catalogue: Catalogue,
) -> None:
    with catalogue.writing() as writing:
        connection = writing.connection
        connection.exec_driver_sql(_RUN, ("1",))
        with catalogue.reading() as reading:
            assert reading.exec_driver_sql("SELECT count(*) FROM run").scalar() == 0
            connection.commit()
            connection.exec_driver_sql(_RUN, ("2",))
            # One question is answered from one moment, however much is written meanwhile.
            assert reading.exec_driver_sql("SELECT count(*) FROM run").scalar() == 0
        with catalogue.reading() as reading:
            assert reading.exec_driver_sql("SELECT version FROM run").fetchall() == [("1",)]


def test_a_second_writer_is_told_at_once_that_it_cannot_begin(catalogue: Catalogue) -> None:
    with catalogue.writing() as writing:
        writing.connection.exec_driver_sql("SELECT 1")  # it writes nothing yet, and holds the right
        other = sqlite3.connect(catalogue.database, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_row_that_points_nowhere_is_refused(catalogue: Catalogue) -> None:
    with catalogue.writing() as writing, pytest.raises(DBAPIError, match="FOREIGN KEY"):
        writing.connection.exec_driver_sql(
            "INSERT INTO folder (share_id, path, since) VALUES (99, '', 1)"
        )


def test_the_file_alone_is_whole_after_a_checkpoint(catalogue: Catalogue, tmp_path: Path) -> None:
    with catalogue.writing() as writing:
        writing.connection.exec_driver_sql(_RUN, ("0",))
        writing.commit()
        checkpoint(writing.connection)
        alone = tmp_path / "alone.sqlite"
        alone.write_bytes(catalogue.database.read_bytes())
    assert Catalogue(alone).rows("SELECT version FROM run") == [("0",)]


def test_a_checkpoint_leaves_a_reader_alone(catalogue: Catalogue) -> None:
    with catalogue.writing() as writing, catalogue.reading() as reading:
        reading.exec_driver_sql("SELECT * FROM run").all()
        writing.connection.exec_driver_sql(_RUN, ("0",))
        writing.commit()
        checkpoint(writing.connection)
        assert reading.exec_driver_sql("SELECT count(*) FROM run").scalar() == 0


@pytest.mark.parametrize("name", ["plain", "per%cent", "ques?tion", "ha#sh", "mode=ro&x=%41"])
def test_any_name_of_a_database_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    database = tmp_path / name
    named = Catalogue(database)
    with named.writing() as writing:
        writing.connection.exec_driver_sql(_RUN, ("0",))
        writing.commit()
        checkpoint(writing.connection)
    with named.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM run").scalar() == 1
    assert {path.name for path in tmp_path.iterdir()} <= {path.name for path in own_paths(database)}


def test_where_no_database_can_be_made_one_line_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="give another with --database"):
        writer(tmp_path / "file" / "catalogue.sqlite")
    with (
        pytest.raises(SettingsError, match="give another with --database"),
        scan_lock(tmp_path / "file" / "catalogue.sqlite"),
    ):
        pass


def test_one_scan_at_a_time_and_the_lock_goes_with_the_process(tmp_path: Path) -> None:
    database = tmp_path / "catalogue.sqlite"
    code = (
        "import sys, pathlib; from scanner.catalogue.engine import scan_lock\n"
        "with scan_lock(pathlib.Path(sys.argv[1])): print(flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(database)],
        cwd=HOUSE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(CatalogueError, match="Another scan"), scan_lock(database):
            pass
        other.kill()
        other.wait()
        with scan_lock(database):
            pass


def test_what_is_no_database_is_named_with_the_way_out(tmp_path: Path) -> None:
    database = tmp_path / "catalogue.sqlite"
    database.write_bytes(b"minutes of a meeting " * 100)
    engine = reader(database)
    with (
        pytest.raises(SettingsError, match=r"not a database.*--database") as raised,
        opening(database),
        engine.connect(),
    ):
        pass
    assert "\n" not in str(raised.value)


def test_an_error_says_no_value_of_the_statement(catalogue: Catalogue) -> None:
    with catalogue.writing() as writing:
        insert = "INSERT INTO principal (id, authority, identifier, kind, name) VALUES (1,?,?,?,?)"
        row = ("host", "uid:1000", "staff", "Jane Sample")
        writing.connection.exec_driver_sql(insert, row)
        with pytest.raises(CatalogueError) as raised, catalogue_errors(catalogue.database):
            writing.connection.exec_driver_sql(insert, row)
    assert "Jane" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert str(catalogue.database) in str(raised.value)

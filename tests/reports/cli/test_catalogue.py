from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from reports.cli.catalogue import opened
from scanner.catalogue.engine import writer
from scanner.catalogue.migrate import revision
from scanner.catalogue.runs import key_of
from scanner.errors import CatalogueError, SettingsError
from tests.reports.cli.calling import COMMAND, environment, stocktake
from tests.reports.tiny_share import make_clean_share


def test_an_opened_catalogue_can_be_read_and_not_written(scanned_share: Path) -> None:
    with opened(scanned_share) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM share").scalar() == 1
    before = scanned_share.read_bytes()
    with (
        pytest.raises(CatalogueError, match=r"catalogue\.sqlite failed: .*readonly"),
        opened(scanned_share) as connection,
    ):
        connection.exec_driver_sql("DELETE FROM share")
    assert scanned_share.read_bytes() == before


def test_a_missing_catalogue_is_named_and_not_made(tmp_path: Path) -> None:
    with (
        pytest.raises(SettingsError, match=r"No catalogue at .*none\.sqlite: run 'stocktake scan"),
        opened(tmp_path / "none.sqlite"),
    ):
        pytest.fail("opened what is not there")
    assert not (tmp_path / "none.sqlite").exists()


@pytest.mark.parametrize("version", ["0000", "9999"])
def test_a_catalogue_of_another_schema_says_which_stocktake_to_use(
    version: str, empty_catalogue: Path
) -> None:
    database = sqlite3.connect(empty_catalogue)
    database.execute("UPDATE alembic_version SET version_num = ?", (version,))
    database.commit()
    database.close()
    with (
        pytest.raises(SettingsError, match=rf"schema {version}.*: (update|scan with this)"),
        opened(empty_catalogue),
    ):
        pytest.fail("opened what another version made")


_HALF_WRITTEN = """
import os, sqlite3, sys
made = sqlite3.connect(sys.argv[1], isolation_level=None)
made.execute("PRAGMA user_version = 1")
made.execute("PRAGMA cache_size = 1")
made.execute("BEGIN IMMEDIATE")
made.execute("CREATE TABLE one (x)")
made.executemany("INSERT INTO one VALUES (zeroblob(?))", [(4_000,)] * 100)
os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("left", ["nothing", "no table", "half a transaction"])
def test_what_a_first_scan_leaves_that_is_killed_as_it_begins_is_said_to_be_that(
    left: str, tmp_path: Path
) -> None:
    database = tmp_path / "catalogue.sqlite"
    if left == "nothing":
        database.touch()
    elif left == "no table":
        engine = writer(database)
        engine.connect().close()
        engine.dispose()
    else:
        subprocess.run([sys.executable, "-c", _HALF_WRITTEN, database], check=False)
        assert database.with_name("catalogue.sqlite-journal").stat().st_size
        with (
            closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection,
            pytest.raises(sqlite3.OperationalError, match="readonly"),
        ):
            connection.execute("PRAGMA user_version")
    with (
        pytest.raises(
            SettingsError, match=r"No scan is in .*cut off as it began.*scan PATH' again"
        ),
        opened(database),
    ):
        pytest.fail("opened what was never made")
    assert (key_of(database), revision(database)) == (None, None), "which a scan asks first"


def test_a_first_scan_that_is_killed_at_once_is_no_other_versions_and_can_be_done_again(
    tmp_path: Path,
) -> None:
    root, database = make_clean_share(tmp_path / "share"), tmp_path / "catalogue.sqlite"
    words = ("scan", root, "--jobs", "1", "--database", database)
    scan = subprocess.Popen([*COMMAND, *words], env=environment(), stdout=subprocess.DEVNULL)
    while not database.exists() and scan.poll() is None:
        time.sleep(0.001)
    scan.kill()
    assert scan.wait() == -signal.SIGKILL
    done = stocktake("coverage", "--database", database)
    assert "another version" not in done.stderr
    assert "writable" not in done.stderr
    again = stocktake(*words)
    assert (again.returncode, again.stderr) == (0, "")
    assert stocktake("coverage", "--database", database).returncode == 0


def test_an_error_of_the_database_quotes_no_value(scanned_share: Path) -> None:
    with pytest.raises(CatalogueError) as caught, opened(scanned_share) as connection:
        connection.exec_driver_sql("SELECT nothing FROM share WHERE root = ?", ("secret",))
    assert "secret" not in str(caught.value)

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reports.cli.catalogue import opened
from scanner.errors import CatalogueError, SettingsError


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


def test_an_error_of_the_database_quotes_no_value(scanned_share: Path) -> None:
    with pytest.raises(CatalogueError) as caught, opened(scanned_share) as connection:
        connection.exec_driver_sql("SELECT nothing FROM share WHERE root = ?", ("secret",))
    assert "secret" not in str(caught.value)

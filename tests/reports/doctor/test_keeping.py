from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from reports.doctor.base import Checked, State
from reports.doctor.keeping import checked, writable
from scanner.catalogue.engine import reader
from scanner.catalogue.migrate import HEAD
from scanner.keys import TokenKey
from tests.reports.tiny_share import make_share, scanned

KEY = TokenKey(bytes.fromhex("5a" * 32))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    database = folder / "catalogue.sqlite"
    scanned(make_share(folder / "share"), database)
    return database


@pytest.fixture
def catalogue(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a catalogue whose key lies where keys do."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("STOCKTAKE_TOKEN_KEY", raising=False)
    key = tmp_path / "stocktake" / "token.key"
    key.parent.mkdir()
    key.write_text(KEY.secret.hex())
    key.chmod(0o600)
    database = tmp_path / "catalogue.sqlite"
    shutil.copy(made, database)
    database.chmod(0o600)
    return database


def _lines(database: Path) -> dict[str, Checked]:
    return {line.what: line for line in checked(database, database.with_name("stocktake.log"))}


def _wrong(database: Path) -> dict[str, tuple[State, str]]:
    lines = _lines(database).values()
    return {line.what: (line.state, line.said) for line in lines if line.state is not State.OK}


def test_a_catalogue_and_its_key_are_well(catalogue: Path) -> None:
    assert _wrong(catalogue) == {}
    lines = _lines(catalogue)
    assert " MB" in lines["catalogue"].said
    assert HEAD in lines["schema"].said
    assert lines["key"].said.endswith(f"mode 0600, {KEY.key_id} fits the catalogue")
    assert lines["log"].said.endswith("stocktake.log can be made")


def test_before_the_first_scan_nothing_is_missing_and_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("STOCKTAKE_TOKEN_KEY", raising=False)
    assert _wrong(tmp_path / "data" / "catalogue.sqlite") == {}
    assert "not made yet" in _lines(tmp_path / "data" / "catalogue.sqlite")["key"].said
    assert os.listdir(tmp_path) == []


def test_a_catalogue_that_others_may_open_is_to_be_closed(catalogue: Path) -> None:
    catalogue.chmod(0o644)
    said = f"0644, open to others: chmod 600 {catalogue}"
    assert _wrong(catalogue) == {"mode of the catalogue": (State.TO_DO, said)}


def test_a_key_that_is_lost_open_to_others_or_another_stops_a_scan(catalogue: Path) -> None:
    key = catalogue.parent / "stocktake" / "token.key"
    key.chmod(0o640)
    assert "chmod 600" in _wrong(catalogue)["key"][1]
    key.chmod(0o600)
    key.write_text("11" * 32)
    assert f"does not fit the catalogue, made with {KEY.key_id}" in _wrong(catalogue)["key"][1]
    key.unlink()
    state, said = _wrong(catalogue)["key"]
    assert state is State.MISSING
    assert f"none at {key}, and the catalogue was made with {KEY.key_id}: put it back" in said


@pytest.mark.parametrize(
    ("version", "state", "said"),
    [("9999", State.MISSING, "update Stocktake"), ("0001", State.TO_DO, "scan once")],
)
def test_another_versions_schema_says_what_to_do(
    version: str, state: State, said: str, catalogue: Path
) -> None:
    with sqlite3.connect(catalogue) as changing:
        changing.execute("UPDATE alembic_version SET version_num = ?", (version,))
    changing.close()
    wrong = _wrong(catalogue)
    assert wrong.keys() == {"schema"}
    assert wrong["schema"][0] is state
    assert said in wrong["schema"][1]


def test_what_is_no_catalogue_is_missing_once(catalogue: Path) -> None:
    catalogue.write_bytes(b"minutes of a meeting " * 100)
    wrong = _wrong(catalogue)
    assert wrong.keys() == {"schema"}
    assert "not a database" in wrong["schema"][1]


def test_a_folder_in_the_place_of_the_catalogue_is_named(tmp_path: Path) -> None:
    assert "is no file" in _wrong(tmp_path)["catalogue"][1]


def test_looking_changes_nothing(catalogue: Path) -> None:
    before = catalogue.read_bytes()
    _lines(catalogue)
    assert catalogue.read_bytes() == before
    with reader(catalogue).connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM run").scalar() == 1


def test_a_file_in_the_way_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    line = writable("log", tmp_path / "file" / "below" / "stocktake.log", "or give another")
    assert line.state is State.MISSING
    assert f"{tmp_path / 'file'} is no folder" in line.said

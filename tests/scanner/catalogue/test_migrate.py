from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

import scanner.catalogue.migrate as migrating
from scanner.catalogue.engine import reader, writer
from scanner.catalogue.migrate import HEAD, check, migrate
from scanner.catalogue.tables import metadata
from scanner.errors import SettingsError


def _config() -> Config:
    config = Config()
    folder = Path(migrating.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")
    return config


def _at(engine: Engine, revision: str) -> None:
    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def test_head_is_the_newest_revision() -> None:
    assert ScriptDirectory.from_config(_config()).get_current_head() == HEAD


def test_the_migrated_schema_is_the_declared_one(tmp_path: Path) -> None:
    database = tmp_path / "catalogue.sqlite"
    engine = writer(database)
    migrate(engine, database)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    check(engine, database)


def test_an_older_catalogue_is_copied_then_brought_up_to_date(tmp_path: Path) -> None:
    database = tmp_path / "catalogue.sqlite"
    engine = writer(database)
    _at(engine, "0001")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO run (id, started, version) VALUES (7, '2026-11-24T22:00:00+00:00', '0')"
        )
    with pytest.raises(SettingsError, match="another version"):
        check(reader(database), database)
    migrate(engine, database)
    copy = database.with_name("catalogue.sqlite.before-migration")
    assert copy.stat().st_mode & 0o777 == 0o600
    for path, version in ((database, HEAD), (copy, "0001")):
        stored = sqlite3.connect(path)
        assert stored.execute("SELECT version_num FROM alembic_version").fetchall() == [(version,)]
        assert stored.execute("SELECT id FROM run").fetchall() == [(7,)]
        stored.close()
    copy.unlink()
    migrate(engine, database)  # nothing to do, so nothing is copied
    assert not copy.exists()


def test_a_catalogue_of_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    database = tmp_path / "catalogue.sqlite"
    engine = writer(database)
    migrate(engine, database)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SettingsError, match="update Stocktake"):
        migrate(engine, database)
    with pytest.raises(SettingsError, match="update Stocktake"):
        check(engine, database)


def test_a_database_of_something_else_is_refused_untouched(tmp_path: Path) -> None:
    database = tmp_path / "catalogue.sqlite"
    with sqlite3.connect(database) as other:
        other.execute("CREATE TABLE invoice (id INTEGER PRIMARY KEY)")
    other.close()
    with pytest.raises(SettingsError, match="no catalogue of Stocktake's"):
        migrate(writer(database), database)
    with sqlite3.connect(database) as other:
        tables = other.execute("SELECT name FROM sqlite_master").fetchall()
    other.close()
    assert tables == [("invoice",)]

from __future__ import annotations

import hashlib
import json
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


def test_what_was_known_of_access_keeps_its_rows_and_is_of_this_machine(tmp_path: Path) -> None:
    database = tmp_path / "catalogue.sqlite"
    engine = writer(database)
    _at(engine, "0004")
    with engine.begin() as connection:
        for statement in (
            "INSERT INTO share (id, connector, root, name) VALUES (1, 'local', '/srv', 'srv')",
            "INSERT INTO gate VALUES (3, x'00', x'01')",
            "INSERT INTO descriptor VALUES (4, x'00', 'posix', x'01')",
            "INSERT INTO principal VALUES (5, 'host', 'uid:1000', 'staff', 'ann')",
            "INSERT INTO access_key VALUES (6, NULL, 3, 4, 1, '[]', '{}', '[]', '[]', x'0a')",
            "INSERT INTO reach VALUES (6, 5, 'read', 1, 2, '[]')",
            "INSERT INTO principal VALUES (8, 'host', 'uid:1001', 'staff', 'bob')",
            "INSERT INTO reach VALUES (6, 8, 'read', 3, NULL, '[]')",
            "INSERT INTO reach VALUES (6, 5, 'read', 3, NULL, '[]')",
            "INSERT INTO reach VALUES (6, 5, 'write', 3, NULL, '[]')",
        ):
            connection.exec_driver_sql(statement)
    migrate(engine, database)
    with engine.connect() as connection:
        kept = connection.exec_driver_sql(
            "SELECT k.source, s.source, k.directory, r.principal_id, r.since, r.until FROM reach r"
            " JOIN access_key k ON k.id = r.access_key_id, share s WHERE k.id = 6"
            " AND r.until IS NOT NULL"
        ).all()
        assert kept == [("local", "local", b"", 5, 1, 2)]
        counted = connection.exec_driver_sql("SELECT readers, readers_digest FROM access_key").one()
        assert counted == (2, hashlib.blake2b(b"5,8", digest_size=16).digest())
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_names_of_administrators_and_system_accounts_become_grants(tmp_path: Path) -> None:
    database = tmp_path / "catalogue.sqlite"
    engine = writer(database)
    _at(engine, "0013")
    accounts = (("a", "S-1", "ann"), ("a", "S-2", "two"), ("b", "S-3", "two"))
    names = ('["ann", "two"]', '["ann (the account that scans)"]')
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO gate VALUES (3, x'00', x'01')")
        connection.exec_driver_sql("INSERT INTO descriptor VALUES (4, x'00', 'nt', x'01')")
        for account in accounts:
            connection.exec_driver_sql(
                "INSERT INTO principal (authority, identifier, kind, name)"
                " VALUES (?, ?, 'service', ?)",
                account,
            )
        connection.exec_driver_sql(
            "INSERT INTO access_key (id, source, gate_id, descriptor_id, known, statement, broad,"
            " administrators, services, directory, since)"
            " VALUES (6, 'files01', 3, 4, 1, '[]', '{}', ?, ?, x'0a', 1)",
            names,
        )
    migrate(engine, database)
    with engine.connect() as connection:
        *stored, answered_for = connection.exec_driver_sql(
            "SELECT administrators, services, directory FROM access_key"
        ).one()
    assert answered_for == b"", "so it is worked out again"
    assert [json.loads(each) for each in stored] == [
        [["ann", "S-1", "service", "write", []], ["two", "", "unknown", "write", []]],
        [["ann (the account that scans)", "S-1", "service", "read", []]],
    ]


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

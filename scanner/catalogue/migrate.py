"""Bringing a catalogue to this version's schema; a copy is made before each change.

Alembic is imported only when there is something to do: it costs a quarter of a second.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from scanner.catalogue.engine import cut_off, opening, reader
from scanner.errors import SettingsError

HEAD = "0016"  # the newest revision in migrations/versions


def migrate(engine: Engine, database: Path) -> None:
    """Bring the catalogue to HEAD.

    Raises SettingsError where a newer Stocktake made it, or something else did.
    """
    with engine.connect() as connection:
        version = _version(connection)
        if version == HEAD:
            return
    if version is not None:
        _copy(database)
    _upgrade(engine)


def check(engine: Engine, database: Path) -> None:
    """Raise SettingsError unless the catalogue has this version's schema: for readers.

    One without any is what a scan leaves that was killed while it made the catalogue.
    """
    with engine.connect() as connection:
        version = _version(connection)
    if version is None:
        raise SettingsError(cut_off(database))
    if version != HEAD:
        raise SettingsError(
            f"The catalogue {database} was made by another version of Stocktake (schema"
            f" {version}, this one reads {HEAD}): scan with this version first."
        )


def revision(database: Path) -> str | None:
    """Return the schema's revision, or None where nothing has been scanned into it yet.

    Raises SettingsError and CatalogueError: where it is not there, is no catalogue of ours, or
    was made by a newer Stocktake.
    """
    engine = reader(database)
    with opening(database), engine.connect() as connection:
        return _version(connection)


def _version(connection: Connection) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise SettingsError(
                "This database is no catalogue of Stocktake's: it holds tables of something else."
                " Give another with --database."
            )
        return None
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    version = None if row is None else str(row[0])
    if version is not None and version > HEAD:
        raise SettingsError(
            f"The catalogue was made by a newer Stocktake (schema {version}, this one knows"
            f" {HEAD}): update Stocktake."
        )
    return version


def _copy(database: Path) -> None:
    copy = database.with_name(database.name + ".before-migration")
    copy.unlink(missing_ok=True)
    copy.touch(mode=0o600)
    source, target = sqlite3.connect(database), sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

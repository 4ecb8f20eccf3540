"""Opening the catalogue: SQLite files, their PRAGMAs and why, and who may write.

One process scans at a time: it holds a lock beside the database, which the kernel drops when it
dies. Readers open read-only and work during a scan.
"""

from __future__ import annotations

import errno
import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from scanner.errors import CatalogueError, SettingsError

__all__ = [
    "Connection",
    "catalogue_errors",
    "checkpoint",
    "cut_off",
    "opening",
    "own_paths",
    "reader",
    "scan_lock",
    "writer",
]

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 30000",  # milliseconds
    "PRAGMA temp_store = MEMORY",  # nothing of the catalogue goes to a temporary file
    "PRAGMA cache_size = -65536",  # 64 MB
)
_WRITER_PRAGMAS = (
    "PRAGMA journal_mode = WAL",  # readers work while the scan writes
    "PRAGMA synchronous = NORMAL",  # safe against kill -9; a power cut may lose the last second
)

_SCAN_AGAIN = "scan again: the run goes on where it stopped."
_NOT_OURS = "Put it back from a copy, or give another with --database."
_ASK = "Scan again with 'stocktake --debug scan' to see where."
_WHAT_TO_DO = {
    sqlite3.SQLITE_FULL: f"Free space on its disk, then {_SCAN_AGAIN}",
    sqlite3.SQLITE_IOERR: f"Look after its disk, then {_SCAN_AGAIN}",
    sqlite3.SQLITE_BUSY: f"Close the program that writes to it, then {_SCAN_AGAIN}",
    sqlite3.SQLITE_LOCKED: f"Close the program that writes to it, then {_SCAN_AGAIN}",
    sqlite3.SQLITE_READONLY: "Make it and its folder writable, or give another with --database.",
    sqlite3.SQLITE_CANTOPEN: "Make it and its folder writable, or give another with --database.",
    sqlite3.SQLITE_NOTADB: _NOT_OURS,
    sqlite3.SQLITE_CORRUPT: _NOT_OURS,
}

_CUT_OFF = (
    "No scan is in the catalogue {} yet: the first was cut off as it began. Nothing is lost:"
    " run 'stocktake scan PATH' again."
)

_MATTERS_OF_SETTINGS = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOTADB}
)
_DISK_FAILED = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO})


def reader(database: Path) -> Engine:
    """Return an engine that can only read. Raises SettingsError where there is no catalogue."""
    if not database.is_file():
        raise SettingsError(f"No catalogue at {database}: run 'stocktake scan PATH' first.")
    _undo_what_was_cut_off(database)
    # SQLite wants to write its side files even to read, unless told that nobody writes: true of a
    # copy on a disk that cannot be written, where no write-ahead log was left.
    fixed = not os.access(database.parent, os.W_OK) and not _log_of(database).exists()
    return _engine(f"file:{_quoted(database)}?mode=ro{'&immutable=1' if fixed else ''}", ())


def _undo_what_was_cut_off(database: Path) -> None:
    """Roll back what was killed while a catalogue was made, which who only reads may not.

    There is such a journal only then: afterwards all writing goes through the write-ahead log.
    """
    if database.with_name(f"{database.name}-journal").exists():
        with suppress(sqlite3.Error):  # left to who may write here
            connection = sqlite3.connect(f"file:{_quoted(database)}?mode=rw", uri=True)
            with closing(connection):
                connection.execute("SELECT count(*) FROM sqlite_master")


def writer(database: Path) -> Engine:
    """Return an engine that can write; the file is made with mode 0600.

    Raises SettingsError where it cannot be written there, and CatalogueError for a full disk.
    """
    try:
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(database, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise _unwritable(f"the catalogue {database}", error) from error
    return _engine(f"file:{_quoted(database)}?mode=rw", _WRITER_PRAGMAS)


@contextmanager
def scan_lock(database: Path) -> Iterator[None]:
    """Hold the right to scan into ``database``.

    Raises CatalogueError when another run has it or the disk is full, and SettingsError where
    nothing can be written beside it.
    """
    path = database.with_name(database.name + ".lock")
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise _unwritable(f"{path} beside the catalogue", error) from error
    with os.fdopen(descriptor) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CatalogueError(
                f"Another scan is writing to {database}: wait for it to end."
            ) from error
        yield


@contextmanager
def opening(database: Path) -> Iterator[None]:
    """Do as ``catalogue_errors`` while nothing is done yet.

    No right to it, or no database at all, is then a matter of settings: SettingsError.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        code, said = _failure(database, error)
        raise (SettingsError if code in _MATTERS_OF_SETTINGS else CatalogueError)(said) from None


@contextmanager
def catalogue_errors(database: Path) -> Iterator[None]:
    """Turn errors of the database into CatalogueError, without the values of statements."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise CatalogueError(_failure(database, error)[1]) from None


def cut_off(database: Path) -> str:
    """Return what is said of a catalogue that was being made when its first scan was killed."""
    return _CUT_OFF.format(database)


def _failure(database: Path, raised: DBAPIError | sqlite3.Error) -> tuple[int, str]:
    """Return SQLite's code, and what failed, where, and what to do next, in one line."""
    error = raised.orig if isinstance(raised, DBAPIError) else raised
    extended = getattr(error, "sqlite_errorcode", 0)
    code = extended & 0xFF  # the rest says more than is needed
    if extended == sqlite3.SQLITE_READONLY_ROLLBACK:
        return code, cut_off(database)
    return code, f"The catalogue {database} failed: {error}. {_WHAT_TO_DO.get(code, _ASK)}"


def _unwritable(what: str, error: OSError) -> SettingsError | CatalogueError:
    """Return what a file that could not be opened means: a disk may have stopped the scan."""
    said = f"Cannot write {what}: {os.strerror(error.errno or 0)}."
    if error.errno in _DISK_FAILED:
        return CatalogueError(f"{said} {_WHAT_TO_DO[sqlite3.SQLITE_FULL]}")
    return SettingsError(
        f"{said} Make it and its folder writable, or give another with --database."
    )


def own_paths(database: Path) -> tuple[Path, ...]:
    """Return the files that belong to a catalogue: SQLite's side files, lock and copies."""
    names = ("", "-wal", "-shm", "-journal", ".lock", ".before-migration", ".audit")
    return tuple(database.with_name(database.name + name) for name in names)


def checkpoint(connection: Connection) -> None:
    """Move the write-ahead log into the database, so that the file alone is whole."""
    connection.commit()
    # Through the driver: within a transaction, which SQLAlchemy would begin, it is refused.
    # Passive: a reader that holds the log open is not waited for, and the next scan does it.
    with suppress(sqlite3.Error):
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")


def _engine(uri: str, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(uri, uri=True, isolation_level=None),
        poolclass=NullPool,
        hide_parameters=True,  # an error must not print personal data
    )

    @event.listens_for(engine, "connect")
    def _set(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in _PRAGMAS + pragmas:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # The driver's own BEGIN is deferred: two writers would then meet half-way.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if pragmas else "BEGIN")

    return engine


def _log_of(database: Path) -> Path:
    return database.with_name(f"{database.name}-wal")


def _quoted(path: Path) -> str:
    return os.fspath(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")

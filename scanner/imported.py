"""What is told of servers by hand: read, checked and kept for the next scan of their shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from connectors.smb.address import address_of
from connectors.smb.collected import LARGEST_BYTES, Collected, CollectedUnread, read_collected
from scanner.catalogue.collected import (
    collected_at,
    collected_of,
    names_beside,
    store_collected,
)
from scanner.catalogue.engine import catalogue_errors, opening, scan_lock
from scanner.catalogue.engine import writer as open_writer
from scanner.catalogue.migrate import migrate, revision
from scanner.catalogue.runs import known_shares
from scanner.catalogue.writer import Writer
from scanner.errors import SettingsError
from scanner.shares import SMB

_CLOCK_SLACK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Imported:
    """What was kept of one server; ``scanned`` are its shares that the catalogue knows."""

    collected: Collected
    scanned: tuple[str, ...]


def import_files(database: Path, files: Sequence[Path], server: str | None) -> list[Imported]:
    """Keep what files of the collector tell; all of them, or none.

    ``server`` is a further name of the server, by which its shares are scanned. Raises
    SettingsError where a file cannot be used, and CatalogueError.
    """
    read = [_read(path, server) for path in files]
    if database.is_file():
        revision(database)  # refuses another program's before anything is changed in it
    now = datetime.now(UTC)
    for path, each in zip(files, read, strict=True):
        if each.taken > now + _CLOCK_SLACK:
            raise SettingsError(
                f"Cannot import {path}: it is of {each.taken:%d %B %Y %H:%M} UTC, which is yet to"
                " come. Set the server's clock and collect again. Nothing was imported."
            )
    engine = open_writer(database)
    try:
        with scan_lock(database), catalogue_errors(database):
            with opening(database):
                migrate(engine, database)
            with engine.connect() as connection:
                writer = Writer(connection)
                for path, each in zip(files, read, strict=True):
                    _refuse_older(writer, path, each)
                kept = [_kept(writer, each) for each in read]
                writer.commit()
                return [Imported(each, _scanned(writer, each)) for each in kept]
    finally:
        engine.dispose()


def kept_of(writer: Writer, host: str) -> Collected | None:
    """Return what was imported of a server, None for nothing."""
    text = collected_of(writer, host)
    return None if text is None else read_collected(text.encode())


def _read(path: Path, server: str | None) -> Collected:
    try:
        with path.open("rb") as file:
            found = read_collected(file.read(LARGEST_BYTES + 1))
    except OSError as error:
        raise SettingsError(f"Cannot read {path}: {error.strerror}.") from error
    except CollectedUnread as error:
        raise SettingsError(f"Cannot import {path}: {error}. Nothing was imported.") from error
    if server is None:
        return found
    return replace(found, names=tuple(dict.fromkeys((*found.names, server.lower()))))


def _refuse_older(writer: Writer, path: Path, found: Collected) -> None:
    kept = collected_at(writer, found.names)
    if found.taken.isoformat() < kept:
        raise SettingsError(
            f"Cannot import {path}: it is of {found.taken:%d %B %Y %H:%M} UTC and what is known of"
            f" {found.names[0]} is newer. Nothing was imported."
        )


def _kept(writer: Writer, found: Collected) -> Collected:
    """Keep what was told under each name that the server has, or was given before."""
    names = tuple(dict.fromkeys((*found.names, *names_beside(writer, found.names[0]))))
    store_collected(writer, names, found.taken.isoformat(), found.text)
    return replace(found, names=names)


def _scanned(writer: Writer, found: Collected) -> tuple[str, ...]:
    roots = (root for kind, root in known_shares(writer.connection) if kind == SMB)
    addresses = (each for each in map(address_of, roots) if each is not None)
    return tuple(sorted(str(each) for each in addresses if each.host in found.names))

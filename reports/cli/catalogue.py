"""Opening the catalogue for a command that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scanner.catalogue.engine import Connection


@contextmanager
def opened(database: Path) -> Iterator[Connection]:
    """Yield a connection that can only read. Raises SettingsError and CatalogueError."""
    from scanner.catalogue.engine import catalogue_errors, opening, reader
    from scanner.catalogue.migrate import check

    engine = reader(database)
    with opening(database):
        check(engine, database)
    with catalogue_errors(database), engine.connect() as connection:
        yield connection

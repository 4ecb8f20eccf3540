"""SQLite databases: every table with its columns, documents that cells hold, and the schema.

The database is read from a copy in memory, so nothing beside it is asked for or written, and only
tables are: no view, trigger or virtual table of a stranger is run. What a table had deleted is not
looked for, and what lies in a journal beside the database is that file's.
Source: SQLite documentation, Database File Format 1.3 and Defense Against the Dark Arts, read
2026-11-28.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from connectors.base import Cause
from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Extractor,
    Kind,
    Member,
    Part,
    PartGap,
    Passage,
    Source,
    TablePassage,
    foreign_parser,
)
from scanner.extractors.ooxml.calamine_rows import text_row
from scanner.extractors.sniff import UNKNOWN, media_type

_MEMORY_BYTES = 200_000_000  # twice that for a moment, of a worker's 650 MB
_ROWS_AT_ONCE = 1_000
_STEPS = 1_000_000  # of the library between two looks at the time
_JOURNAL_MODE = slice(18, 20)  # 1 for a journal, 2 for a log that must lie beside
_LEAST_DOCUMENT_BYTES = 64  # less is a key, a digest or a number
_TABLES = """
SELECT name, sql FROM sqlite_master
WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'create virtual%'
ORDER BY rootpage
"""

_SHOWN = frozenset({str, int, float})  # neither nothing nor bytes
Value = str | int | float | bytes | None


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield the schema, then each table's rows, each followed by its cells that are documents."""
    if source.size_bytes > _MEMORY_BYTES:
        raise ExtractionError(Cause.LIMIT)
    image = bytearray(source.stream().read())
    image[_JOURNAL_MODE] = b"\1\1"
    with closing(sqlite3.connect(":memory:")) as database:
        with foreign_parser():
            database.deserialize(bytes(image))
            del image
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("PRAGMA cell_size_check = ON")
            database.text_factory = lambda data: data.decode("utf-8", "replace")
            tables: list[tuple[str, str]] = database.execute(_TABLES).fetchall()
        database.set_progress_handler(lambda: _is_late(budget), _STEPS)
        yield from budget.counted(Passage(sql, kind=Kind.PROPERTY) for _, sql in tables)
        damaged = False
        for number, (name, _) in enumerate(tables, 1):
            try:
                for part in budget.counted(_table(database, name, number)):
                    if isinstance(part, PartGap):
                        damaged = True
                    else:
                        yield part
            except ExtractionError as error:
                budget.check_time()
                if error.cause is not Cause.CORRUPT:
                    raise
                damaged = True
        if damaged:
            yield PartGap(Cause.PARTIAL)


def _is_late(budget: Budget) -> bool:
    try:
        budget.check_time()
    except ExtractionError:
        return True
    return False


def _table(database: sqlite3.Connection, name: str, number: int) -> Iterator[Part]:
    quoted = name.replace('"', '""')
    with foreign_parser():
        cursor = database.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608 - quoted
    header = tuple(column[0] for column in cursor.description)
    first = 1
    while True:
        with foreign_parser():
            rows: list[tuple[Value, ...]] = cursor.fetchmany(_ROWS_AT_ONCE)
        if not rows:
            return
        text = "\n".join(map(_text, rows))
        yield TablePassage(text, number, first, header, (("table", number),))
        for at, row in enumerate(rows, first):
            if bytes in map(type, row):
                for column, value in enumerate(row, 1):
                    if isinstance(value, bytes) and len(value) >= _LEAST_DOCUMENT_BYTES:
                        yield _document(value, f"table {number}/row {at}/column {column}")
        first += len(rows)


def _text(row: tuple[Value, ...]) -> str:
    return text_row([value if value.__class__ in _SHOWN else "" for value in row])


def _document(data: bytes, path: str) -> Member | PartGap:
    """Return what a cell holds as a member, or where nobody can say what it is, a gap of the whole.

    As a member each of a million would be a gap of its own.
    """
    source = Source.of_bytes(data)
    return PartGap(Cause.PARTIAL) if media_type(source) == UNKNOWN else Member(path, source)


EXTRACTOR = Extractor(media_types=frozenset({"application/vnd.sqlite3"}), extract=extract)

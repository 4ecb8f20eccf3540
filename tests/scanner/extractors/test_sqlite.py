from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from scanner.extractors.base import Budget, Kind, Limits, PartGap, Source, TablePassage, locate
from scanner.extractors.router import extract
from tests.scanner.extractors.reading import gaps, read, texts

SCHEMA = """
CREATE TABLE person (id INTEGER PRIMARY KEY, "full name" TEXT, nhs_number TEXT, score REAL);
CREATE TABLE "odd ""name" (note TEXT DEFAULT 'ask Ann Example', paper BLOB);
CREATE VIEW everyone AS SELECT "full name" || '!' AS loud FROM person;
CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM person; END;
DROP TRIGGER t;
CREATE TABLE key (one TEXT PRIMARY KEY, two INTEGER) WITHOUT ROWID;
"""


def made(tmp_path: Path, *statements: tuple[str, tuple[object, ...]], wal: bool = False) -> bytes:
    with closing(sqlite3.connect(tmp_path / "made.db")) as database:
        if wal:
            database.execute("PRAGMA journal_mode = wal")
        database.executescript(SCHEMA)
        for statement, values in statements:
            database.execute(statement, values)
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return (tmp_path / "made.db").read_bytes()


PERSON = "INSERT INTO person VALUES (?, ?, ?, ?)"
ANN = (PERSON, (1, "Ann\tExample", "999 000 0018", 2.0))
BOB = (PERSON, (2, "Bob\nExample", None, 1.5))


@pytest.mark.parametrize("wal", [False, True])
def test_each_table_is_read_with_its_columns(tmp_path: Path, wal: bool) -> None:
    parts = read(made(tmp_path, ANN, BOB, ("INSERT INTO key VALUES ('k', 7)", ()), wal=wal))
    tables = [part for part in parts if isinstance(part, TablePassage)]
    assert [(each.header, each.text) for each in tables] == [
        (
            ("id", "full name", "nhs_number", "score"),
            "1\tAnn Example\t999 000 0018\t2\n2\tBob Example\t\t1.5",
        ),
        (("one", "two"), "k\t7"),
    ]
    assert locate(tables[0], tables[0].text.index("Bob")) == (("table", 1), ("cell", "B2"))
    assert gaps(parts) == []
    assert "ask Ann Example" in texts([part for part in parts if _is_schema(part)])
    assert "!" not in texts(parts).replace("'!'", "")


def _is_schema(part: object) -> bool:
    return getattr(part, "kind", None) is Kind.PROPERTY


def test_a_document_in_a_cell_is_a_member(tmp_path: Path) -> None:
    paper = b"<html><body><p>call Ann Example about the house in Guildford</p></body></html>"
    insert = 'INSERT INTO "odd ""name" VALUES (?, ?)'
    unknown = Random(1).randbytes(500)
    data = made(tmp_path, (insert, ("x", paper)), (insert, ("y", unknown)), (insert, ("z", b"k")))
    extraction = extract(Source.of_bytes(data), Budget())
    parts = list(extraction)
    members = {part.member for part in parts if not isinstance(part, PartGap) and part.member}
    assert members == {"table 2/row 1/column 2"}
    assert "house in Guildford" in texts(parts)
    assert gaps(parts) == [("partial", None)]  # of what nobody can say what it is


def test_rows_are_counted_on_over_batches(tmp_path: Path) -> None:
    rows = [(PERSON, (n, f"Person {n}", None, 0)) for n in range(1, 2_501)]
    tables = [part for part in read(made(tmp_path, *rows)) if isinstance(part, TablePassage)]
    assert [each.first_row for each in tables] == [1, 1_001, 2_001]


def test_a_table_that_is_damaged_is_a_gap_and_the_others_are_read(tmp_path: Path) -> None:
    rows = [(PERSON, (n, "Person " * 50, None, 0)) for n in range(1, 300)]
    data = bytearray(made(tmp_path, *rows, ("INSERT INTO key VALUES ('kept', 7)", ())))
    data[4 * 4_096 + 1 :] = bytes(len(data) - 4 * 4_096 - 1)
    parts = read(bytes(data))
    assert gaps(parts) == [("partial", None)]


def test_what_is_no_database_is_corrupt() -> None:
    assert gaps(read(b"SQLite format 3\0" + bytes(5_000))) == [("corrupt", None)]


def test_time_and_text_end_it(tmp_path: Path) -> None:
    rows = [(PERSON, (n, "Person " * 50, None, 0)) for n in range(1, 3_000)]
    data = made(tmp_path, *rows)
    assert gaps(read(data, Limits(emitted_chars=100_000))) == [("limit", None)]
    late = extract(Source.of_bytes(data), Budget(deadline=time.monotonic() - 1))
    assert [part.cause.value for part in late if isinstance(part, PartGap)] == ["timed-out"]


def test_any_damage_ends_as_a_gap_or_is_read(tmp_path: Path) -> None:
    good = made(tmp_path, ANN, BOB, *((PERSON, (n, "x" * 99, n, n)) for n in range(9, 200)))
    rng = Random(28)
    for _ in range(100):
        data = bytearray(good)
        for _ in range(rng.randrange(1, 8)):
            data[rng.randrange(16, len(data))] = rng.randrange(256)
        read(bytes(data[: rng.randrange(200, len(data) + 1)]))

"""The writer's statements against the schema: each can be run, and their order keeps the keys."""

from __future__ import annotations

import re

import pytest

from scanner.catalogue import statements
from scanner.catalogue.statements import Statement
from scanner.catalogue.tables import metadata
from tests.scanner.catalogue.nights import Catalogue

_ALL = {name: value for name, value in vars(statements).items() if isinstance(value, Statement)}
_INSERT = re.compile(r"INSERT (?:OR \w+ )?INTO (\w+) \(([^)]*)\) VALUES \(([?, ]*)\)")


def _inserted() -> dict[str, Statement]:
    """Return the statements that insert given rows, by table."""
    return {
        found[1]: value
        for value in _ALL.values()
        if (found := _INSERT.match(value.sql)) is not None
    }


@pytest.mark.parametrize("name", sorted(_ALL))
def test_a_statement_fits_the_schema(catalogue: Catalogue, name: str) -> None:
    sql = _ALL[name].sql
    with catalogue.writing() as writer:
        nothing = (None,) * sql.count("?")
        writer.connection.exec_driver_sql("EXPLAIN " + sql, nothing).all()


@pytest.mark.parametrize("table", sorted(_inserted()))
def test_an_insert_gives_what_cannot_be_null(table: str) -> None:
    found = _INSERT.match(_inserted()[table].sql)
    assert found is not None
    given = found[2].split(", ")
    assert found[3].count("?") == len(given)
    needed = {
        column.name
        for column in metadata.tables[table].columns
        if not column.nullable and column.server_default is None and column.name != "id"
    }
    assert needed <= set(given)


def test_a_row_is_written_before_what_points_at_it() -> None:
    inserted = _inserted()
    assert {"folder", "entry", "content", "finding", "occurrence", "total"} <= inserted.keys()
    for table, statement in inserted.items():
        for key in metadata.tables[table].foreign_keys:
            above = key.column.table.name
            # Entries are listed before they are read: their content comes with an update.
            if above in inserted and above != table and (table, above) != ("entry", "content"):
                assert inserted[above].order < statement.order, (above, table)
    assert inserted["content"].order < statements.SETTLE_ENTRY.order


def test_the_past_is_kept_before_it_is_replaced() -> None:
    ordered = [
        (statements.CLOSE_FOLDER_ACCESS, statements.INSERT_FOLDER_ACCESS),
        (statements.INSERT_ENTRY, statements.KEEP_ENTRY),
        (statements.KEEP_ENTRY, statements.RELIST_ENTRY),
        (statements.RELIST_ENTRY, statements.SETTLE_ENTRY),
        (statements.KEEP_ENTRY, statements.MISS_ENTRY),
        (statements.DELETE_MEMBER_GAPS, statements.INSERT_MEMBER_GAP),
        (statements.DELETE_OCCURRENCES, statements.DELETE_FINDING),
        (statements.CLOSE_FINDING, statements.INSERT_FINDING),
        (statements.KEEP_TOTAL, statements.SHIFT_TOTAL),
    ]
    for before, after in ordered:
        assert before.order < after.order, (before, after)

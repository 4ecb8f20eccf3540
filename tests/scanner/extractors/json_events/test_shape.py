from __future__ import annotations

from scanner.extractors.base import TablePassage
from scanner.extractors.json_events.shape import Event, Shaper


def row(**values: str) -> list[Event]:
    pairs: list[Event] = [
        event for key, value in values.items() for event in (("map_key", key), ("string", value))
    ]
    return [("start_map", None), *pairs, ("end_map", None)]


def tables(events: list[Event]) -> list[TablePassage]:
    parts = Shaper().take(iter([("start_array", None), *events, ("end_array", None)]))
    return [part for part in parts if isinstance(part, TablePassage)]


def test_shape_when_objects_share_columns_then_they_are_one_table() -> None:
    (table,) = tables([*row(a="1", b="2"), *row(b="3", c="4")])
    assert table.header == ("a", "b", "c")
    assert table.text == "1\t2\t\n\t3\t4"


def test_shape_when_objects_share_no_column_then_they_are_two_tables() -> None:
    found = tables([*row(a="1"), *row(b="2")])
    assert [(table.table, table.header) for table in found] == [(1, ("a",)), (2, ("b",))]


def test_shape_when_columns_come_late_then_another_table_begins() -> None:
    found = tables([*row(a="1") * 2_000, *row(a="2", z="3")])
    assert [(table.table, table.first_row) for table in found] == [(1, 1), (2, 1)]

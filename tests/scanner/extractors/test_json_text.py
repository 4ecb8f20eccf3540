from __future__ import annotations

import json
from dataclasses import replace

import pytest

from scanner.extractors.base import Limits, Passage, TablePassage
from tests.scanner.extractors.reading import gaps, read, texts

PEOPLE = [{"name": f"Ann {n}", "nhs_number": n, "note": None} for n in range(1, 5_001)]
SMALL_TREE = replace(Limits(), json_tree_bytes=10)


def test_json_when_objects_are_alike_then_they_are_a_table() -> None:
    parts = read(json.dumps({"people": PEOPLE}).encode())
    assert isinstance(parts[0], Passage)
    assert parts[0].text == "people"
    tables = [part for part in parts if isinstance(part, TablePassage)]
    assert {table.header for table in tables} == {("name", "nhs_number", "note")}
    assert {table.table for table in tables} == {1}
    assert tables[0].text.startswith("Ann 1\t1\t\nAnn 2\t2\t")
    assert "\n".join(table.text for table in tables).count("\n") == 4_999
    assert tables[-1].first_row + tables[-1].text.count("\n") == 5_000


def test_json_when_lines_of_json_then_they_are_a_table_too() -> None:
    (table,) = read("\n".join(json.dumps(person) for person in PEOPLE[:10]).encode())
    assert isinstance(table, TablePassage)
    assert table.text.count("\n") == 9


def test_json_when_nested_then_each_value_has_its_key() -> None:
    document = {
        "applicant": {"lastName": "Example", "post_code": "LS1 1AA", "emails": ["a@example.org"]},
        "children": [{"upn": "A1", "school": {"name": "North"}}],
        "ann@example.org": {"seen": True},
    }
    text = texts(read(json.dumps(document).encode()))
    for line in (
        "applicant", "last Name: Example", "post code: LS1 1AA", "emails: a@example.org",
        "upn: A1", "name: North", "ann@example.org",
    ):  # fmt: skip
        assert line in text.split("\n")


def test_json_when_keys_are_data_then_they_are_not_lost_in_a_heading() -> None:
    text = texts(read(b'[{"ann@example.org": "yes", "999 000 0018": "no"}]'))
    assert "ann@example.org: yes" in text
    assert "999 000 0018: no" in text


def test_json_when_cells_hold_tabs_and_line_ends_then_they_are_spaces() -> None:
    (table,) = read(b'[{"a": "1\\t2", "b": "3\\n4"}, {"a": "5", "b": "6"}]')
    assert isinstance(table, TablePassage)
    assert table.text == "1 2\t3 4\n5\t6"


@pytest.mark.parametrize("limits", [Limits(), SMALL_TREE])
def test_json_when_broken_then_nothing_is_lost(limits: Limits) -> None:
    data = json.dumps({"people": PEOPLE}).encode()[:100_000]
    parts = read(data, limits)
    assert "Ann 1000" in texts(parts)
    assert texts(parts).rstrip().endswith(data[-20:].decode().strip())
    assert gaps(parts) == []


def test_json_when_nested_very_deep_then_the_text_is_read() -> None:
    data = b'{"a":' * 50_000 + b'"deep inside"' + b"}" * 50_000
    assert "deep inside" in texts(read(data))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_json_when_in_another_encoding_then_it_is_read(encoding: str) -> None:
    data = json.dumps([{"name": "Zoë", "town": "Béziers"}], ensure_ascii=False).encode(encoding)
    assert "Zoë\tBéziers" in texts(read(data))


def test_json_when_numbers_are_large_then_all_digits_come_out() -> None:
    assert "card: 4111111111111111" in texts(read(b'{"card": 4111111111111111, "x": {}}'))

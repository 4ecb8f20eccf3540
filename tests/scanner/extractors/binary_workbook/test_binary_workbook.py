from __future__ import annotations

import struct

import pytest

from scanner.extractors.base import ExtractionError, Kind
from scanner.extractors.binary_workbook.cells import read_formats, read_strings, rows
from scanner.extractors.binary_workbook.parts import Book, Extent, read_book, read_part, read_sheet
from scanner.extractors.binary_workbook.records import records, string, strings
from scanner.extractors.markup.flow import Flows
from scanner.extractors.ooxml.cells import Looks
from tests.scanner.extractors.binary_workbook import building
from tests.scanner.extractors.binary_workbook.building import DATE_LOOK, cell, record, row, wide


@pytest.mark.parametrize("size", [1, 2, 3, 1_000])
def test_records_are_the_same_however_their_bytes_come(size: int) -> None:
    made = [(0, b"x"), (156, b""), (7, b"y" * 300), (1_045, b"z" * 20_000)]
    data = b"".join(record(kind, content) for kind, content in made)
    assert list(records(data[at : at + size] for at in range(0, len(data), size))) == made


def test_a_record_that_is_cut_off_is_corrupt_after_those_before_it() -> None:
    found = records([record(1, b"a"), record(2, b"bcd")[:-1]])
    assert next(found) == (1, b"a")
    with pytest.raises(ExtractionError, match="corrupt"):
        next(found)


def test_a_record_that_says_it_is_huge_is_corrupt_at_once() -> None:
    with pytest.raises(ExtractionError, match="corrupt"):
        list(records([b"\x01\xff\xff\xff\x7f" + bytes(100)]))


def test_strings_are_found_wherever_they_stand_in_a_record() -> None:
    data = b"\x07\0\0" + wide("Ann Example") + b"\xff\xff\xff\xff" + wide("Zoë\nHall") + bytes(9)
    assert list(strings(data)) == ["Ann Example", "Zoë\nHall"]
    assert list(strings(bytes(range(256)) * 3)) == []
    assert string(b"\xff\xff\xff\xff", 0) == ("", 4)


def test_every_kind_of_cell_is_read() -> None:
    looks = Looks()
    read_strings([record(19, b"\0" + wide("shared"))], looks)
    codes = record(44, struct.pack("<H", 165) + wide("dd/mm/yyyy"))
    read_formats(
        [codes + record(617) + record(47, bytes(6)) + record(47, struct.pack("<HHH", 0, 165, 0))],
        looks,
    )
    other = struct.pack("<II", 3, 9)
    data = (
        row(0, cell(0, "Ann\tExample"), cell(1, 7), cell(2, 1.5), cell(3, True))
        + row(4, record(7, struct.pack("<III", 0, 9, 0)), cell(1, 25_570.0, DATE_LOOK))
        + record(8, other + wide("=text"))
        + row(9, record(62, struct.pack("<IIB", 2, 9, 0) + wide("rich")), cell(20_000, "too far"))
        + record(9, struct.pack("<IId", 3, 9, 2.0))
        + record(10, struct.pack("<IIB", 4, 9, 0))
        + record(7, struct.pack("<III", 5, 9, 77))
        + record(5, struct.pack("<II", 6, 9) + b"cut")
    )
    assert list(rows([data], looks)) == [
        (1, "Ann Example\t7\t1.5\tTRUE"),
        (5, "shared\t1970-01-02\t\t=text"),
        (10, "\t\trich\t2\tFALSE"),
    ]


def test_the_workbook_tells_its_sheets_and_names() -> None:
    book, flows = Book(), Flows()
    data = (
        record(153, b"\x01\0\0\0")
        + record(156, struct.pack("<II", 2, 1) + wide("rId7") + wide("Pupils"))
        + record(39, bytes(9) + wide("Payroll_2024"))
        + record(2_071, wide("C:\\Users\\ann.example\\"))
    )
    read_book([data], book, flows)
    assert (book.sheets, book.uses_1904) == ([("rId7", True)], "1")
    found = {passage.kind: passage.text for passage in flows.rest()}
    assert found == {
        Kind.NAME: "Pupils",
        Kind.HIDDEN: "Payroll_2024",
        Kind.PROPERTY: "C:\\Users\\ann.example\\",
    }


def test_a_sheet_tells_its_size_and_what_stands_beside_its_cells() -> None:
    extent, flows = Extent(), Flows()
    beside = record(479, bytes(2) + wide("&LCase of Ann Example"))
    beside += record(494, bytes(16) + wide("rId2") + wide("mailto:ann@example.org"))
    beside += record(64, bytes(20) + wide("Type the NHS number"))
    read_sheet([building.sheet(row(70, cell(0, "in a cell")), beside)], (), extent, flows)
    assert (extent.rows, extent.columns) == (71, 16)
    assert {passage.kind: passage.text for passage in flows.rest()} == {
        Kind.HEADER: "&LCase of Ann Example",
        Kind.LINK: "mailto:ann@example.org",
        Kind.HIDDEN: "Type the NHS number",
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("xl/comments1.bin", Kind.COMMENT),
        ("xl/pivotCache/pivotCacheDefinition1.bin", Kind.CACHED),
        ("xl/externalLinks/externalLink1.bin", Kind.CACHED),
        ("xl/queryTables/queryTable1.bin", Kind.CACHED),
        ("xl/connections.bin", Kind.HIDDEN),
    ],
)
def test_the_name_of_a_part_tells_what_its_strings_are(name: str, kind: Kind) -> None:
    flows = Flows()
    read_part([record(637, b"\0" + wide("call Ann Example"))], name, (), flows)
    assert [(each.kind, each.text) for each in flows.rest()] == [(kind, "call Ann Example")]

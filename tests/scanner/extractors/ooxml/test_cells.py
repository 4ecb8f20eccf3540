from __future__ import annotations

import pytest

from scanner.extractors.markup.expat import Handler, parse
from scanner.extractors.ooxml.cells import (
    Looks,
    SharedStrings,
    SheetReader,
    Styles,
    first_day,
    iso_date,
)


def rows(document: str, looks: Looks | None = None) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    reader = SheetReader(looks or Looks(), lambda number, row: found.append((number, row)))
    for _ in parse([document.encode()], reader.choose):
        pass
    return found


CELLS = {
    "shared": ('<c r="A1" t="s"><v>1</v></c>', "Ann"),
    "no such string": ('<c r="A1" t="s"><v>9</v></c>', None),
    "date": ('<c r="A1" s="1"><v>25570</v></c>', "1970-01-02"),
    "truth": ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
    "error": ('<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"),
    "exact": ('<c r="A1"><v>4929123412341234</v></c>', "4929123412341234"),
    "no name": ("<c><v>1</v></c><c><v>2</v></c>", "1\t2"),
    "beyond the last column": ('<c r="A1"><v>1</v></c><c r="ZZZ1"><v>2</v></c>', "1\t2"),
    "line end": ('<c r="A1" t="str"><v>a&#10;b</v></c>', "a b"),
}


@pytest.mark.parametrize(("cells", "expected"), CELLS.values(), ids=CELLS.keys())
def test_cell_when_read_then_says_what_people_see(cells: str, expected: str | None) -> None:
    looks = Looks(strings=["", "Ann"], dates=[False, True])
    found = rows(f'<worksheet><sheetData><row r="7">{cells}</row></sheetData></worksheet>', looks)
    assert found == ([(7, expected)] if expected else [(7, "")])


def test_row_when_its_number_lies_then_rows_are_counted_on() -> None:
    document = '<worksheet><row r="99999999"><c><v>1</v></c></row></worksheet>'
    assert rows(document) == [(1, "1")]


def read(handler: Handler, document: bytes) -> None:
    for _ in parse([document], lambda _root, _attributes: handler):
        pass


def test_shared_strings_when_of_runs_then_are_joined_without_their_readings() -> None:
    looks = Looks()
    read(
        SharedStrings(looks),
        b"<sst><si><r><t>Jo</t></r><r><t>nes</t></r><rPh><t>x</t></rPh></si><si/></sst>",
    )
    assert looks.strings == ["Jones", ""]


def test_styles_when_read_then_dates_are_told() -> None:
    looks = Looks()
    read(
        Styles(looks),
        b'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yy"/></numFmts>'
        b'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
        b'<xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    )
    assert looks.dates == [False, True, True]


def test_date_when_the_workbook_counts_from_1904_then_is_right() -> None:
    assert iso_date("1", first_day("1")) == "1904-01-02"
    assert iso_date("99999999999") == "99999999999"

from __future__ import annotations

import pytest

from scanner.extractors.base import (
    Budget,
    Kind,
    Limits,
    PartGap,
    Passage,
    Source,
    TablePassage,
    locate,
)
from scanner.extractors.compound.writer import compound_bytes
from scanner.extractors.sniff import media_type
from scanner.extractors.xls import extract
from tests.scanner.extractors.biff.building import (
    DATE_LOOK,
    begin,
    cell,
    cells,
    record,
    wide,
    workbook,
    workbook_stream,
)
from tests.scanner.extractors.compound.building import native, summary
from tests.scanner.extractors.reading import gaps, read, texts

PEOPLE = [["Name", "Date of birth"], ["Ann Example", "3/2/1980"], ["Bo Sample", "4/5/1990"]]


def tables(data: bytes, limits: Limits | None = None) -> list[TablePassage]:
    return [part for part in read(data, limits) if isinstance(part, TablePassage)]


def test_xls_when_it_is_a_list_then_cells_keep_their_heading_and_place() -> None:
    (table,) = tables(workbook({"Pupils": cells(PEOPLE)}))
    assert table.header == ("Name", "Date of birth")
    assert table.text.splitlines() == ["Ann Example\t3/2/1980", "Bo Sample\t4/5/1990"]
    assert locate(table, table.text.index("4/5")) == (("sheet", 1), ("cell", "B3"))


@pytest.mark.parametrize("state", [1, 2])
def test_xls_when_a_sheet_is_hidden_then_its_cells_are_too(state: int) -> None:
    data = workbook({"A": cells([["Shown"]]), "B": cells([["Kept back"]])}, {"B": state})
    kinds = {part.text: part.kind for part in read(data) if not isinstance(part, PartGap)}
    assert (kinds["Shown"], kinds["Kept back"]) == (Kind.BODY, Kind.HIDDEN)


def test_xls_when_a_number_is_shown_as_a_date_then_it_reads_as_one() -> None:
    data = workbook({"A": cell(0, 0, "Born") + cell(0, 1, 25_570.0, DATE_LOOK)})
    assert "1970-01-02" in texts(read(data))


def test_xls_when_a_cell_lies_in_the_last_corner_then_the_grid_is_not_filled() -> None:
    data = workbook({"A": cell(0, 0, "First") + cell(65_535, 255, "Last")})
    found = [part for part in read(data) if not isinstance(part, PartGap) and "Last" in part.text]
    assert locate(found[0], found[0].text.index("Last")) == (("sheet", 1), ("cell", "IV65536"))


def test_xls_when_there_is_no_compound_file_around_it_then_our_own_reader_has_the_cells() -> None:
    parts = extract(Source.of_bytes(workbook_stream({"A": cells(PEOPLE)})), Budget())
    (table,) = [part for part in parts if isinstance(part, TablePassage)]
    assert table.header == ("Name", "Date of birth")
    assert table.text.splitlines() == ["Ann Example\t3/2/1980", "Bo Sample\t4/5/1990"]


def test_xls_when_it_has_a_password_then_its_properties_are_read_and_it_is_encrypted() -> None:
    stream = begin(5) + record(0x2F, b"\1\0" + b"x" * 52) + record(0x0A)
    parts = read(compound_bytes({"Workbook": stream, "\5SummaryInformation": summary("Ann Lee")}))
    assert texts(parts) == "Author: Ann Lee"
    assert gaps(parts) == [("encrypted", None)]


def test_xls_when_objects_are_embedded_then_they_are_members() -> None:
    beside = {"MBD00012345": {"\1Ole10Native": native("letter.txt", b"Dear Ann Example\n")}}
    parts = read(workbook({"A": cells([["x"]])}, beside=beside))
    (inner,) = [p for p in parts if isinstance(p, Passage) and p.member]
    assert (inner.member, inner.text) == ("MBD00012345/letter.txt", "Dear Ann Example\n")


def test_xls_when_a_pivot_table_keeps_people_then_they_are_cached() -> None:
    stream = record(0xC7, b"\0" * 14 + wide("Name")) + record(0xCD, wide("Ann Example"))
    parts = read(workbook({"A": b""}, beside={"_SX_DB_CUR": {"0001": stream}}))
    assert ("cached", "Name: Ann Example") in {
        (p.kind.value, p.text) for p in parts if not isinstance(p, PartGap)
    }


def test_xls_when_cut_off_then_what_is_left_comes_with_a_gap() -> None:
    data = compound_bytes({"Workbook": workbook_stream({"A": cells(PEOPLE)})[:-30]})
    assert gaps(read(data)) == [("partial", None)]
    assert "Ann Example" in texts(read(data))


def test_xls_when_another_format_bears_the_name_then_content_decides() -> None:
    assert (
        media_type(Source.of_bytes(b"<html><table><tr><td>x</td></tr></table></html>"))
        == "text/html"
    )
    assert media_type(Source.of_bytes(workbook({"A": b""}))) == "application/vnd.ms-excel"


def test_xls_when_it_has_macros_then_they_are_a_gap() -> None:
    data = workbook({"A": cells(PEOPLE)}, beside={"_VBA_PROJECT_CUR": {"VBA": {"dir": b"x"}}})
    assert gaps(read(data)) == [("unsupported", "_VBA_PROJECT_CUR")]

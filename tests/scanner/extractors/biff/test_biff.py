"""The records of old workbooks: strings, the pass beside the cells, cells, pivot caches."""

from __future__ import annotations

import struct
from random import Random

import pytest

from connectors.base import Cause
from scanner.extractors.base import ExtractionError, Kind, TablePassage
from scanner.extractors.biff.cells import CellReader
from scanner.extractors.biff.pivots import pivot_parts
from scanner.extractors.biff.records import Dialect, records, shared_strings
from scanner.extractors.biff.survey import surveyed
from scanner.extractors.biff.workbook import Survey
from tests.scanner.extractors.biff.building import (
    DATE_LOOK,
    begin,
    cell,
    note,
    record,
    text_box,
    wide,
    workbook_stream,
)


def lines(survey: Survey) -> list[tuple[str, str, object]]:
    """Return each line beside the cells: its kind, its text, where it sits."""
    found: list[tuple[str, str, object]] = []
    for passage in survey.passages():
        ends = [*(at for at, _ in passage.marks[1:]), len(passage.text) + 1]
        for (at, place), end in zip(passage.marks, ends, strict=True):
            found.append((passage.kind.value, passage.text[at : end - 1], place))
    return found


def rows(content: bytes, globals_: bytes = b"") -> list[tuple[int, str]]:
    survey = surveyed(workbook_stream({"S": content}, globals_=globals_))
    return list(CellReader(survey).rows(survey.sheets[0]))


def test_shared_strings_when_a_string_goes_on_in_the_next_record_then_it_is_whole() -> None:
    first = struct.pack("<II", 3, 3) + wide("Ann") + struct.pack("<HB", 8, 0) + b"Exam"
    second = b"\x01" + "płex".encode("utf-16-le") + struct.pack("<HBH", 2, 8, 1) + b"Bo" + b"\0" * 4
    data = record(0xFC, first) + record(0x3C, second)
    pieces = [(start, stop) for _, start, stop in records(data)]
    assert list(shared_strings(data, pieces)) == ["Ann", "Exampłex", "Bo"]


def test_shared_strings_when_cut_off_then_those_before_are_kept() -> None:
    data = struct.pack("<II", 9, 9) + wide("Ann") + struct.pack("<HB", 8, 0) + b"Ex"
    assert list(shared_strings(data, [(0, len(data))])) == ["Ann"]


def test_survey_when_a_sheet_has_comments_and_boxes_then_each_stands_where_it_is_shown() -> None:
    content = text_box("Ask Ann Example", 7, kind=0x19) + text_box("Boxed", 8)
    content += note(2, 1, 7, "Bo Writer")
    survey = surveyed(workbook_stream({"S": content}))
    place = (("sheet", 1), ("cell", "B3"))
    assert lines(survey) == [
        ("name", "S", (("sheet", 1),)),
        ("body", "Boxed", (("sheet", 1), ("text box", 1))),
        ("comment", "Bo Writer\nAsk Ann Example", place),
    ]


def test_survey_when_margins_links_and_prompts_are_there_then_they_are_read() -> None:
    content = record(0x14, wide('&L&"Arial,Bold"&12Confidential&RPage &P'))
    content += record(0x15, wide("Contact: ann@example.org"))
    content += record(0x1BE, struct.pack("<I", 0) + b"".join(map(wide, ("Title", "E", "Say", "W"))))
    content += record(0x0800, struct.pack("<5H", 0x800, 0, 0, 0, 0) + "Tip\0".encode("utf-16-le"))
    found = {(kind, text) for kind, text, _ in lines(surveyed(workbook_stream({"S": content})))}
    assert ("header", "Confidential\nPage") in {
        (k, t.replace("\n\n", "\n").strip()) for k, t in found
    }
    assert ("footer", "Contact: ann@example.org") in found
    assert ("hidden", "Title\nE\nSay\nW\nTip") in found


def test_survey_when_names_and_other_workbooks_are_kept_then_they_are_read() -> None:
    globals_ = record(0x18, struct.pack("<HBBHHHBBBB", 0, 0, 6, 0, 0, 0, 0, 0, 0, 0) + b"\0Salary")
    globals_ += record(0x1AE, struct.pack("<H", 1) + wide("\x01C\x03Staff.xls") + wide("Pay"))
    globals_ += record(
        0x5A, struct.pack("<BBH", 1, 0, 0) + b"\x02" + wide("Ann") + b"\x01" + struct.pack("<d", 7)
    )
    globals_ += record(0x5C, wide("Cara Clerk".ljust(30)))
    survey = surveyed(workbook_stream({"S": b""}, globals_=globals_))
    found = {(kind, text) for kind, text, _ in lines(survey)}
    assert {("hidden", "Salary"), ("link", "C\\Staff.xls"), ("cached", "Pay\nAnn\t7")} <= found
    assert ("property", "Last opened by: Cara Clerk") in found


def test_survey_when_a_chart_lies_in_a_sheet_then_its_copies_are_cached() -> None:
    chart = begin(0x20) + record(0x100D, b"\0\0" + wide("By ward", "<B"))
    chart += cell(0, 0, "Copied label") + record(0x0A)
    survey = surveyed(workbook_stream({"S": chart + cell(4, 2, "After")}))
    assert ("cached", "By ward\nCopied label", (("sheet", 1),)) in lines(survey)
    assert (survey.sheets[0].last_row, survey.sheets[0].last_column) == (4, 2)


def test_survey_when_a_password_guards_it_then_it_is_encrypted() -> None:
    with pytest.raises(ExtractionError) as raised:
        surveyed(begin(5) + record(0x2F, b"\1\0" + b"x" * 52))
    assert raised.value.cause is Cause.ENCRYPTED


def test_survey_when_bytes_are_flipped_or_lost_then_it_ends() -> None:
    content = text_box("Ask Ann", 7, kind=0x19) + note(2, 1, 7, "Bo") + cell(0, 0, "x")
    data = workbook_stream({"S": content})
    rng = Random(20261128)
    for _ in range(300):
        spoilt = bytearray(data[: rng.randrange(30, len(data))])
        for _ in range(3):
            spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
        try:
            survey = surveyed(bytes(spoilt))
            for sheet in survey.sheets:
                list(CellReader(survey).rows(sheet))
        except ExtractionError:
            continue


def test_cell_reader_when_cells_are_of_every_kind_then_they_read_as_shown() -> None:
    content = cell(0, 0, "Ann\nExample") + cell(0, 2, 25_570.0, DATE_LOOK)
    content += record(0x27E, struct.pack("<HHHI", 1, 0, 0, 1234 << 2 | 3)) + cell(1, 1, True)
    content += record(0xBD, struct.pack("<HHHIHIH", 2, 1, 0, 5 << 2 | 2, 1, 6 << 2 | 2, 2))
    content += record(0x06, struct.pack("<HHH", 3, 0, 0) + b"\0" * 6 + b"\xff\xff" + b"\0" * 6)
    content += record(0x207, wide("worked out"))
    assert rows(content) == [
        (1, "Ann Example\t\t1970-01-02"),
        (2, "12.34\tTRUE"),
        (3, "\t5\t1900-01-05"),
        (4, "worked out"),
    ]


def test_cell_reader_when_the_workbook_counts_from_1904_then_dates_are_four_years_later() -> None:
    assert rows(cell(0, 0, 1.0, DATE_LOOK), record(0x22, b"\1\0")) == [(1, "1904-01-02")]


def test_pivot_parts_when_rows_are_kept_then_they_are_a_table_with_its_heading() -> None:
    def named(name: str) -> bytes:
        return record(0xC7, b"\0" * 14 + wide(name))

    data = record(0xC6) + named("Full name") + record(0xCD, wide("Ann Example"))
    data += record(0xCD, wide("Bo Sample")) + named("Date of birth") + named("Ward")
    data += record(0xCD, wide("North"))
    for index in (0, 1):
        data += record(0xC8, bytes([index, 0])) + record(
            0xCE, struct.pack("<HHBBBB", 1980, 2, 3 + index, 0, 0, 0)
        )
    (part,) = pivot_parts(data, Dialect(), 4)
    assert isinstance(part, TablePassage)
    assert part.header == ("Full name", "Date of birth", "Ward")
    assert part.text == "Ann Example\t1980-02-03\tNorth\nBo Sample\t1980-02-04\tNorth"
    assert part.kind is Kind.CACHED


def test_pivot_parts_when_only_items_are_kept_then_each_has_its_field_before_it() -> None:
    data = (
        record(0xC7, b"\0" * 14 + wide("Name"))
        + record(0xCD, wide("Ann"))
        + record(0xC9, struct.pack("<d", 7))
    )
    (part,) = pivot_parts(data, Dialect(), 4)
    assert part.text == "Name: Ann\nName: 7"


def test_survey_when_a_workbook_says_more_than_it_holds_then_it_is_known() -> None:
    globals_ = record(0xFC, struct.pack("<II", 9, 0x7FFFFFFF) + wide("Ann"))
    content = record(0x200, struct.pack("<IIHHH", 0, 0x7FFFFFFF, 0, 256, 0))
    assert surveyed(workbook_stream({"S": b""}, globals_=globals_)).damaged
    assert surveyed(workbook_stream({"S": content})).stated_cells > 1_000_000_000
    content = record(0x200, struct.pack("<IIHHH", 237, 21, 0, 9, 0))
    assert surveyed(workbook_stream({"S": content})).damaged
    assert surveyed(workbook_stream({"S": cell(0, 60_000, "far")})).damaged
    assert rows(cell(0, 0, "near") + cell(0, 60_000, "far")) == [(1, "near")]

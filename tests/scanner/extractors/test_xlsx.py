from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl  # type: ignore[import-untyped]  # it ships no types
import pytest

from scanner.extractors.base import Budget, Kind, Limits, Passage, Source, locate
from scanner.extractors.xlsx import cells_by_openpyxl, extract
from tests.scanner.extractors.packages import (
    causes_of,
    members_of,
    parts_of,
    relationships,
    sheet_data,
    tables_of,
    text_of,
    xlsx,
)


def saved(rows: list[list[object]], hidden: bool = False) -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append(row)
    if hidden:
        workbook.create_sheet("Front")
        sheet.sheet_state = "hidden"
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


PEOPLE: list[list[object]] = [
    ["Name", "Date of birth", "Card", "Phone"],
    ["Ann Example", date(1970, 1, 2), 4929123412341234, 1632960001],
    ["Bob\nExample", datetime(2001, 2, 3, 4, 5), 1.5, True],  # noqa: DTZ001 - no zones
]


@pytest.mark.parametrize("attempt", [0, 1])
def test_cells_when_read_by_either_reader_then_are_equal(attempt: int) -> None:
    (table,) = tables_of(parts_of(extract, saved(PEOPLE), Budget(attempt=attempt)))
    assert table.header == ("Name", "Date of birth", "Card", "Phone")
    assert table.text.split("\n") == [
        "Ann Example\t1970-01-02\t4929123412341234\t1632960001",
        "Bob Example\t2001-02-03T04:05:00\t1.5\tTRUE",
    ]
    assert locate(table, 0) == (("sheet", 1), ("cell", "A2"))


@pytest.mark.parametrize("attempt", [0, 1])
def test_cells_when_far_from_the_corner_then_keep_their_names(attempt: int) -> None:
    data = xlsx({"P": '<sheetData><row r="500"><c r="C500"><v>77</v></c></row></sheetData>'})
    (table,) = tables_of(parts_of(extract, data, Budget(attempt=attempt)))
    assert locate(table, table.text.index("77")) == (("sheet", 1), ("cell", "C500"))


@pytest.mark.parametrize("attempt", [0, 1])
def test_sheet_when_hidden_then_its_cells_are_hidden(attempt: int) -> None:
    parts = parts_of(extract, saved(PEOPLE, hidden=True), Budget(attempt=attempt))
    assert "Ann Example" in text_of(parts, Kind.HIDDEN)
    assert "Ann Example" not in text_of(parts)


def test_titles_when_above_the_header_then_go_out_as_text() -> None:
    parts = parts_of(extract, saved([["Staff list"], [], *PEOPLE]))
    assert text_of(parts).startswith("Staff list")
    assert tables_of(parts)[0].first_row == 4


def test_cell_when_in_the_last_corner_then_is_read_without_a_grid() -> None:
    data = xlsx(
        {"P": '<sheetData><row r="1048576"><c r="XFD1048576"><v>77</v></c></row></sheetData>'}
    )
    (table,) = tables_of(parts_of(extract, data))
    assert locate(table, table.text.index("77")) == (("sheet", 1), ("cell", "XFD1048576"))


def test_dimension_when_it_lies_then_no_row_is_lost() -> None:
    rows = [("Ann Example", str(number)) for number in range(500)]
    data = xlsx({"P": '<dimension ref="A1:A1"/>' + sheet_data(*rows)})
    (table,) = tables_of(parts_of(extract, data))
    assert table.text.count("\n") == 499


def test_strict_when_read_then_cells_come_out() -> None:
    data = xlsx(
        {"P": sheet_data(("Ann Example", "7"))},
        namespace="http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    assert "Ann Example" in text_of(parts_of(extract, data))


SHEET_PARTS = {
    "header": (
        "<headerFooter><oddHeader>&amp;L&amp;12found</oddHeader></headerFooter>",
        Kind.HEADER,
    ),
    "footer": ("<headerFooter><oddFooter>&amp;Cfound</oddFooter></headerFooter>", Kind.FOOTER),
    "prompt": (
        '<dataValidations><dataValidation prompt="found"/></dataValidations>',
        Kind.HIDDEN,
    ),
    "choices": (
        '<dataValidations><dataValidation><formula1>"found"</formula1></dataValidation>'
        "</dataValidations>",
        Kind.HIDDEN,
    ),
    "tooltip": ('<hyperlinks><hyperlink ref="A1" tooltip="found"/></hyperlinks>', Kind.HIDDEN),
}


@pytest.mark.parametrize(("content", "kind"), SHEET_PARTS.values(), ids=SHEET_PARTS.keys())
def test_sheet_when_it_holds_text_outside_cells_then_is_read(content: str, kind: Kind) -> None:
    parts = parts_of(extract, xlsx({"P": sheet_data(("1", "2")) + content}))
    assert text_of(parts, kind) == "found"


def test_formula_when_it_holds_a_string_then_is_read() -> None:
    cell = '<c r="A1"><f>IF(B1,"found it","")</f><v>1</v></c>'
    parts = parts_of(extract, xlsx({"P": f'<sheetData><row r="1">{cell}</row></sheetData>'}))
    assert text_of(parts, Kind.HIDDEN) == "found it"


PARTS = {
    "comment": (
        "comments1",
        '<comments><authors><author>found</author></authors><commentList><comment ref="B7">'
        "<text><r><t>found</t></r></text></comment></commentList></comments>",
        Kind.COMMENT,
    ),
    "threaded": (
        "threadedComments/t1",
        '<ThreadedComments><threadedComment ref="A1"><text>found</text></threadedComment>'
        "</ThreadedComments>",
        Kind.COMMENT,
    ),
    "person": (
        "persons/person",
        '<personList><person displayName="A" userId="found"/></personList>',
        Kind.PROPERTY,
    ),
    "text box": ("drawings/drawing1", "<wsDr><p><t>found</t></p></wsDr>", Kind.BODY),
    "chart": ("charts/chart1", "<chartSpace><pt><v>found</v></pt></chartSpace>", Kind.CACHED),
    "pivot": (
        "pivotCache/d1",
        '<pivotCacheDefinition><cacheField name="n"><s v="found"/></cacheField>'
        "</pivotCacheDefinition>",
        Kind.CACHED,
    ),
    "records": (
        "pivotCache/r1",
        '<pivotCacheRecords><r><s v="found"/></r></pivotCacheRecords>',
        Kind.CACHED,
    ),
    "external": (
        "externalLinks/e1",
        "<externalLink><cell><v>found</v></cell></externalLink>",
        Kind.CACHED,
    ),
    "connection": (
        "connections",
        '<connections><connection><dbPr command="found"/></connection></connections>',
        Kind.PROPERTY,
    ),
    "revision": (
        "revisions/r1",
        "<revisions><rcc><oc><t>found</t></oc></rcc></revisions>",
        Kind.DELETED,
    ),
}


@pytest.mark.parametrize(("name", "content", "kind"), PARTS.values(), ids=PARTS.keys())
def test_part_when_it_holds_text_then_is_read(name: str, content: str, kind: Kind) -> None:
    data = xlsx({"P": sheet_data(("1", "2"))}, {f"xl/{name}.xml": content})
    assert "found" in text_of(parts_of(extract, data), kind)


def test_comment_when_of_a_sheet_then_is_located_by_its_cell() -> None:
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(
            ("r1", "comments", "../comments1.xml")
        ),
        "xl/comments1.xml": PARTS["comment"][1],
    }
    parts = parts_of(extract, xlsx({"P": sheet_data(("1", "2"))}, more))
    marks = [p.marks for p in parts if isinstance(p, Passage) and p.kind is Kind.COMMENT]
    assert marks == [((0, (("sheet", 1),)), (6, (("sheet", 1), ("cell", "B7"))))]


def test_names_when_of_sheets_or_ranges_then_are_read() -> None:
    assert text_of(parts_of(extract, xlsx({"Ann Example": ""})), Kind.NAME) == "Ann Example"


def test_embedding_when_there_then_goes_back_to_the_router() -> None:
    data = xlsx({"P": sheet_data(("1", "2"))}, {"xl/embeddings/a.docx": b"PK"})
    assert members_of(parts_of(extract, data)) == ["xl/embeddings/a.docx"]


def test_file_when_cut_off_then_rows_before_are_kept() -> None:
    rows = [("Ann Example", str(number * 7919 % 10007)) for number in range(6000)]
    data = xlsx({"P": sheet_data(*rows)})
    parts = parts_of(extract, data[: len(data) // 2])
    assert "Ann Example\t7919" in text_of(parts)
    assert causes_of(parts) == ["partial"]


def test_file_when_encrypted_then_says_so() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    assert causes_of(parts_of(extract, ole)) == ["encrypted"]


@pytest.mark.parametrize("attempt", [0, 1])
def test_file_when_oversized_then_limit_is_a_gap_and_cells_are_kept(attempt: int) -> None:
    rows = [("x" * 100, str(number)) for number in range(9000)]
    budget = Budget(Limits(emitted_chars=500_000), attempt)
    parts = parts_of(extract, xlsx({"P": sheet_data(*rows)}), budget)
    assert causes_of(parts) == ["limit"]
    assert 0 < len(text_of(parts)) <= 500_000


def test_entities_when_declared_in_a_sheet_then_are_refused() -> None:
    sheet = '<!DOCTYPE d [<!ENTITY a "ha">]><worksheet><sheetData/></worksheet>'
    data = xlsx({"P": ""}, {"xl/worksheets/sheet2.xml": sheet})
    assert "unsupported" in causes_of(parts_of(extract, data))


def test_openpyxl_when_asked_then_gives_cells() -> None:
    parts = cells_by_openpyxl(Source.of_bytes(saved(PEOPLE)))
    assert "Ann Example\t1970-01-02\t4929123412341234" in text_of(parts)


def test_openpyxl_when_it_fails_then_gives_nothing() -> None:
    assert cells_by_openpyxl(Source.of_bytes(b"no workbook")) == []

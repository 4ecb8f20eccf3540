from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from scanner.extractors.base import Budget, Kind, PartGap, Passage, Source, TablePassage, locate
from scanner.extractors.router import extract as routed
from scanner.extractors.xlsb import extract
from tests.scanner.extractors.binary_workbook.building import (
    DATE_LOOK,
    Value,
    cell,
    record,
    row,
    rows,
    sheet,
    wide,
    xlsb,
)
from tests.scanner.extractors.packages import causes_of, parts_of, relationships, text_of

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "xlsb"
PERSON: list[Value] = ["Ann Example", "999 000 0018", 40]
PEOPLE: list[list[Value]] = [["Name", "NHS number", "Age"], *[PERSON] * 40]
BOOK = xlsb({"One": sheet(rows(PEOPLE)), "Two": sheet(rows([["kept", "away"]]))}, hidden=["Two"])


@pytest.mark.parametrize("attempt", [0, 1])
def test_cells_are_read_by_either_reader_with_header_and_place(attempt: int) -> None:
    parts = parts_of(extract, BOOK, Budget(attempt=attempt))
    table = next(part for part in parts if isinstance(part, TablePassage))
    assert table.header == ("Name", "NHS number", "Age")
    assert locate(table, table.text.index("999")) == (("sheet", 1), ("cell", "B2"))
    (hidden,) = (part for part in parts if getattr(part, "kind", None) is Kind.HIDDEN)
    assert isinstance(hidden, TablePassage)
    assert hidden.text == "kept\taway"
    assert causes_of(parts) == []


@pytest.mark.parametrize("attempt", [0, 1])
def test_dates_come_out_as_dates(attempt: int) -> None:
    made = xlsb({"One": sheet(row(0, cell(0, "born"), cell(1, 25_570.0, DATE_LOOK)))})
    assert "1970-01-02" in text_of(parts_of(extract, made, Budget(attempt=attempt)))


def test_a_cell_in_the_last_corner_is_left_to_our_own_reader() -> None:
    made = xlsb({"One": sheet(row(1_048_575, cell(15, "the last")))})
    parts = parts_of(extract, made)
    assert "the last" in text_of(parts)
    assert causes_of(parts) == []


def test_what_lies_in_other_parts_is_read_with_its_kind() -> None:
    made = xlsb(
        {"One": sheet(rows([["a"]]))},
        parts={
            "xl/comments1.bin": record(632, wide("Bob Example"))
            + record(637, b"\0" + wide("late")),
            "xl/worksheets/_rels/sheet1.bin.rels": relationships(
                ("rId1", "comments", "../comments1.bin"),
                ("rId2", "hyperlink", "mailto:eve@example.org"),
            ),
            "xl/pivotCache/pivotCacheDefinition1.bin": record(24, wide("Carol Example")),
            "xl/embeddings/note.txt": "call Dan Example",
        },
        beside=record(39, bytes(9) + wide("Secret_List")),
    )
    parts = list(routed(Source.of_bytes(made), Budget()))
    found = {(part.kind, part.text) for part in parts if not isinstance(part, PartGap)}
    assert {
        (Kind.COMMENT, "Bob Example\nlate"),
        (Kind.CACHED, "Carol Example"),
        (Kind.HIDDEN, "Secret_List"),
        (Kind.BODY, "call Dan Example"),
    } <= found
    assert any(kind is Kind.LINK and "eve@example.org" in text for kind, text in found)
    (comment,) = (each for each in parts if getattr(each, "kind", None) is Kind.COMMENT)
    assert isinstance(comment, Passage)
    assert locate(comment, 0) == (("sheet", 1),)


def test_a_sheet_that_is_named_but_lost_is_a_gap() -> None:
    made = xlsb(
        {"One": sheet(rows([["a"]]))}, beside=record(156, bytes(8) + wide("rId8") + wide("X"))
    )
    assert causes_of(parts_of(extract, made)) == ["partial"]


def test_any_damage_ends_as_a_gap_or_is_read() -> None:
    rng = Random(28)
    for _ in range(60):
        data = bytearray(BOOK)
        for _ in range(rng.randrange(1, 6)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        list(
            routed(Source.of_bytes(bytes(data[: rng.randrange(100, len(data))])), Budget(attempt=1))
        )


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus beside the project")
@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        ("poi-comments.xlsb", Kind.COMMENT, "comment row2 (index1)"),
        ("tika-testEXCEL.xlsb", Kind.BODY, "This is an example spreadsheet"),
        ("calamine-any_sheets.xlsb", Kind.BODY, "VeryHidden and Chart"),
    ],
)
def test_workbooks_of_the_corpus(name: str, kind: Kind, text: str) -> None:
    parts = parts_of(extract, (CORPUS / name).read_bytes())
    assert causes_of(parts) == []
    assert text in "\n".join(
        part.text
        for part in parts
        if isinstance(part, Passage | TablePassage) and part.kind is kind
    )

from __future__ import annotations

import tracemalloc

import pytest

from scanner.extractors.base import Budget, Limits, Passage, Source, TablePassage, locate
from scanner.extractors.delimited import extract
from tests.scanner.extractors.reading import read

ROWS = "".join(f"{n},Ann Example,{n} High Street,LS1 1AA\n" for n in range(1, 20_001))
HEADING = "Ref,Name,Address,Postcode\n"
NAMES = ("Ref", "Name", "Address", "Postcode")


def parts(text: str, limits: Limits | None = None) -> list[Passage | TablePassage]:
    return list(extract(Source.of_bytes(text.encode()), Budget(limits or Limits())))


def tables(text: str) -> list[TablePassage]:
    return [part for part in parts(text) if isinstance(part, TablePassage)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_table_when_any_delimiter_then_cells_are_parted_by_tabs(delimiter: str) -> None:
    (table,) = tables(
        f"Name{delimiter}Town\nAnn{delimiter}Leeds\nBob{delimiter}York\nCy{delimiter}Hull\n"
    )
    assert table.header == ("Name", "Town")
    assert table.text == "Ann\tLeeds\nBob\tYork\nCy\tHull"
    assert table.first_row == 2


def test_table_when_long_then_batches_count_on() -> None:
    rows = ROWS * 4
    batches = tables(HEADING + rows)
    assert len(batches) > 2
    assert "\n".join(batch.text for batch in batches) == rows.replace(",", "\t").rstrip("\n")
    assert {batch.header for batch in batches} == {NAMES}
    last = batches[-1]
    at = last.text.index("20000\t")
    assert locate(last, at) == (("cell", "A80001"),)


def test_table_when_titles_above_then_they_come_as_text_and_rows_keep_their_numbers() -> None:
    out = parts("Housing list 2025,,,\n,,,\n" + HEADING + "7,Ann Example,1 High Street,LS1 1AA\n")
    assert isinstance(out[0], Passage)
    assert "Housing list 2025" in out[0].text
    assert isinstance(out[1], TablePassage)
    assert out[1].header == NAMES
    assert out[1].first_row == 4


def test_table_when_there_is_no_heading_then_no_row_is_lost() -> None:
    (table,) = tables("Ann Example,1 High St,LS1 1AA\nBob Example,2 High St,LS1 1AB\n")
    assert table.header is None
    assert table.first_row == 1
    assert table.text.startswith("Ann Example\t")


def test_table_when_a_heading_may_be_a_person_then_it_is_read_as_text_too() -> None:
    text, table = parts("Ann Example,Rose Lane,LS\nBob Example,2 High St,LS\nCy,3 High St,LS\n")
    assert isinstance(text, Passage)
    assert text.text == "Ann Example\tRose Lane\tLS"
    assert isinstance(table, TablePassage)
    assert table.first_row == 2


def test_table_when_cells_hold_line_ends_and_tabs_then_they_are_spaces() -> None:
    text = 'Ref,Note\n1,"two\nlines, one\tcell"\n2,"say ""so"""\n3,plain\n'
    (table,) = tables(text)
    assert table.text == '1\ttwo lines, one cell\n2\tsay "so"\n3\tplain'


def test_table_when_tabs_part_and_lie_in_quoted_cells_then_borders_hold() -> None:
    (table,) = tables('Ref\tNote\n1\t"a\tb"\n2\tc\n')
    assert table.text == "1\ta b\n2\tc"


def test_table_when_a_quoted_cell_lies_across_blocks_then_it_is_one_cell() -> None:
    note = '"' + "one line\n" * 50_000 + '"'
    batches = tables(f"Ref,Note,Date\n1,{note},2025\n2,short,2025\n3,short,2025\n")
    rows = "\n".join(batch.text for batch in batches).split("\n")
    assert len(rows) == 3
    assert rows[2] == "3\tshort\t2025"
    assert batches[-1].first_row + batches[-1].text.count("\n") == 4


def test_table_when_a_quote_never_closes_then_the_rest_is_plain_text() -> None:
    text = HEADING + "1,Ann,Leeds,LS1\n" * 1_000 + '2,"Bob,Hull,HU1\n' + ROWS * 5
    out = parts(text)
    last = out[-1]
    assert isinstance(last, Passage)
    assert last.text.endswith("20000,Ann Example,20000 High Street,LS1 1AA\n")
    assert locate(last, len(last.text) - 5) == (("line", 1 + 1_000 + 1 + 100_000),)
    broken = next(part for part in out if isinstance(part, Passage))
    assert broken.text.startswith('2,"Bob,Hull,HU1\n')
    assert broken.marks == ((0, (("line", 1_002),)),)


def test_table_when_a_quote_stands_inside_a_cell_then_it_is_just_a_quote() -> None:
    (table,) = tables('Ref,Size\n1,5" pipe\n2,6" pipe\n3,7 pipe\n')
    assert table.text.split("\n") == ['1\t5" pipe', '2\t6" pipe', "3\t7 pipe"]


def test_table_when_prose_has_commas_then_it_is_text() -> None:
    prose = (
        b"Dear Ann, thank you for writing.\nWe met, as you know, in May, and June.\nYours, Bob\n"
    )
    (part,) = read(prose)
    assert isinstance(part, Passage)


def test_table_when_huge_then_memory_is_flat() -> None:
    data = (HEADING + ROWS * 60).encode()
    source = Source.of_bytes(data)
    tracemalloc.start()
    try:
        for _ in extract(source, Budget()):
            pass
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(data) > 42_000_000
    assert peak < 16_000_000

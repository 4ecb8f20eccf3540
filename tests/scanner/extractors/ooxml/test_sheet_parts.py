from __future__ import annotations

import pytest

from scanner.extractors.ooxml.sheet_parts import Skim, outside_cells

SHEET = (
    b'<x:worksheet><x:dim/><x:sheetData a="1"><x:row r="9"><x:c r="AB9"><x:f>"found"&amp;A1</x:f>'
    b"</x:c></x:row></x:sheetData><x:headerFooter/></x:worksheet>"
)


@pytest.mark.parametrize("size", [1000, 150, 40, 7])
def test_sheet_when_skimmed_in_blocks_then_cells_are_left_out_and_measured(size: int) -> None:
    skim = Skim()
    blocks = [SHEET[at : at + size] for at in range(0, len(SHEET), size)]
    assert b"".join(outside_cells(blocks, skim)) == (
        b'<x:worksheet><x:dim/><x:sheetData a="1"></x:sheetData><x:headerFooter/></x:worksheet>'
    )
    assert (skim.rows, skim.columns) == (9, 28)
    assert list(skim.formula_strings()) == ["found"]


def test_sheet_when_without_cells_then_is_unchanged() -> None:
    data = b"<worksheet><sheetData/><headerFooter/></worksheet>"
    assert b"".join(outside_cells([data], Skim())) == data


def test_corner_when_filled_then_grid_is_as_large_as_a_sheet_can_be() -> None:
    skim = Skim()
    data = b'<sheetData><row r="1048576"><c r="XFD1048576"/></row></sheetData>'
    list(outside_cells([data], skim))
    assert skim.cells == 1_048_576 * 16_384

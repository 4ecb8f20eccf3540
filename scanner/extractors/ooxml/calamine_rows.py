"""Cells by python-calamine: values to text, row by row, at close to its own speed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from scanner.extractors.base import Kind, Part, Source, foreign_parser
from scanner.extractors.markup.grids import Grid
from scanner.extractors.ooxml.cells import date_text, one_line

FILE_BYTES = 64_000_000
"""Of a workbook; what is larger is streamed by our own readers (decisions/0002)."""
GRID_CELLS = 6_000_000
"""Of one sheet: the library holds it whole, 32 bytes a cell."""
_ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class GridParts:
    """Some passages, and how many sheets are out once they are taken."""

    parts: list[Part] = field(repr=False)
    sheets_done: int


def calamine_grids(source: Source) -> Iterator[GridParts]:
    """Yield the cells of every sheet in workbook order. Raises ExtractionError."""
    with foreign_parser():
        workbook = CalamineWorkbook.from_object(source.path or source.stream())
        for number, sheet in enumerate(workbook.sheets_metadata, 1):
            if sheet.typ in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
                kind = Kind.BODY if sheet.visible == SheetVisibleEnum.Visible else Kind.HIDDEN
                grid = Grid(number, (("sheet", number),), kind)
                for rows in _rows(workbook.get_sheet_by_index(number - 1), grid):
                    yield GridParts(rows, number - 1)
                yield GridParts([*grid.finish()], number)


def _rows(sheet: CalamineSheet, grid: Grid) -> Iterator[list[Part]]:
    if sheet.start is None:
        return
    first_row, first_column = sheet.start
    yield [*grid.jump(first_row + 1)]
    before = "\t" * first_column
    rows: list[str] = []
    # The iterator begins at row 1, but at the first column that is filled.
    for row in islice(sheet.iter_rows(), first_row, None):
        text = text_row(row)
        rows.append(before + text if text else "")
        if len(rows) == _ROWS_AT_ONCE:
            yield [*grid.extend(rows)]
            rows = []
    yield [*grid.extend(rows)]


def text_row(row: Sequence[object]) -> str:
    r"""Return a row's cells parted by tabs, empty ones at its end left off.

    >>> text_row(["Ann\nExample", 7.0, 1.5, date(1970, 1, 2), True, ""])
    'Ann Example\t7\t1.5\t1970-01-02\tTRUE'
    """
    # The one loop over cells: a look-up by type is all that a cell costs here.
    cells = [_TEXTS.get(value.__class__, str)(value) for value in row]
    text = "\t".join(cells)
    if "\n" in text or "\r" in text or text.count("\t") != len(cells) - 1:
        text = "\t".join(map(one_line, cells))
    return text.rstrip("\t")


def _number_text(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def _truth_text(value: bool) -> str:  # noqa: FBT001 - the value of a cell
    return "TRUE" if value else "FALSE"


_TEXTS: Mapping[type, Callable[..., str]] = {
    str: str,
    float: _number_text,
    bool: _truth_text,
    date: date.isoformat,
    time: time.isoformat,
    datetime: date_text,
    timedelta: str,
}
"""Cells as text by their type: whole numbers exact, dates and times as ISO."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from scanner.extractors.base import ExtractionError, Source
from scanner.extractors.ooxml.calamine_rows import calamine_grids, text_row
from tests.scanner.extractors.packages import sheet_data, xlsx

VALUES = [
    ("a\tb\r\nc", "a b c"),
    (1632960001.0, "1632960001"),
    (4929123412341234.0, "4929123412341234"),
    (0.5, "0.5"),
    (True, "TRUE"),
    (date(1970, 1, 2), "1970-01-02"),
    (datetime(1970, 1, 2, 3, 4), "1970-01-02T03:04:00"),  # noqa: DTZ001 - sheets have no zones
    (time(3, 4), "03:04:00"),
    (timedelta(hours=30), "1 day, 6:00:00"),
]


@pytest.mark.parametrize(("value", "expected"), VALUES)
def test_value_when_in_a_row_then_is_one_cell(value: object, expected: str) -> None:
    assert text_row(["x", value, "y", ""]) == f"x\t{expected}\ty"


def test_sheets_when_done_then_are_counted() -> None:
    data = xlsx({"A": sheet_data(("1", "2")), "B": sheet_data(("3", "4"))})
    done = [parts.sheets_done for parts in calamine_grids(Source.of_bytes(data))]
    assert done[-1] == 2
    assert done == sorted(done)


def test_workbook_when_broken_then_is_corrupt() -> None:
    with pytest.raises(ExtractionError, match="corrupt"):
        list(calamine_grids(Source.of_bytes(b"PK\x03\x04")))

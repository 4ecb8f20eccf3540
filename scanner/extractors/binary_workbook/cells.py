"""The cells of a sheet by our own reader: for sheets that the compiled one cannot take.

Source: [MS-XLSB] 2.4.307 to 2.4.323 (cells), 2.4.660 (BrtFmt), 2.4.668 to 2.4.671 (formulas),
2.4.846 (BrtXF), 2.5.122 (RkNumber), read 2026-11-28.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from scanner.extractors.biff.cells import short_number
from scanner.extractors.binary_workbook.records import records, string
from scanner.extractors.ooxml.cells import (
    Looks,
    built_in_date,
    exact_number,
    iso_date,
    one_line,
    shows_date,
)

_ROW, _SHORT, _TRUTH, _REAL, _TEXT, _SHARED = 0, 2, 4, 5, 6, 7
_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_TRUTH, _RICH = 8, 9, 10, 62
_STRING_ITEM, _FORMAT, _LOOK, _CELL_LOOKS, _END_CELL_LOOKS = 19, 44, 47, 617, 618
_TEXTS = frozenset({_TEXT, _FORMULA_TEXT})
_NUMBERS = frozenset({_REAL, _FORMULA_NUMBER})
_TRUTHS = frozenset({_TRUTH, _FORMULA_TRUTH})
_LAST_ROW, _LAST_COLUMN = 1 << 20, 1 << 14
_LOOK_BITS = 0xFFFFFF


def read_strings(blocks: Iterable[bytes], looks: Looks) -> None:
    """Gather the shared strings. Raises ExtractionError."""
    for kind, data in records(blocks):
        if kind == _STRING_ITEM:
            looks.strings.append(string(data, 1)[0])


def read_formats(blocks: Iterable[bytes], looks: Looks) -> None:
    """Gather which looks of cells show dates. Raises ExtractionError."""
    codes: dict[int, str] = {}
    of_cells = False
    for kind, data in records(blocks):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", data)[0]] = string(data, 2)[0]
        elif kind in (_CELL_LOOKS, _END_CELL_LOOKS):
            of_cells = kind == _CELL_LOOKS
        elif kind == _LOOK and of_cells:
            (number,) = struct.unpack_from("<H", data, 2)
            code = codes.get(number)
            looks.dates.append(built_in_date(number) if code is None else shows_date(code))


def rows(blocks: Iterable[bytes], looks: Looks) -> Iterator[tuple[int, str]]:
    """Yield each row that has cells: its number, from 1, and the cells parted by tabs."""
    row, cells = 0, dict[int, str]()
    for kind, data in records(blocks):
        if kind == _ROW and len(data) >= 4:
            if cells:
                yield row + 1, _joined(cells)
            cells = {}
            row = min(struct.unpack_from("<I", data)[0], _LAST_ROW)
        elif len(data) > 8:
            column, look = struct.unpack_from("<II", data)
            text = _text(kind, data, look & _LOOK_BITS, looks)
            if text and column < _LAST_COLUMN:
                cells[column] = one_line(text)
    if cells:
        yield row + 1, _joined(cells)


def _text(kind: int, data: bytes, look: int, looks: Looks) -> str:
    try:
        if kind in _TEXTS:
            return string(data, 8)[0]
        if kind == _RICH:
            return string(data, 9)[0]
        if kind == _SHARED:
            (number,) = struct.unpack_from("<I", data, 8)
            return looks.strings[number] if number < len(looks.strings) else ""
        if kind == _SHORT:
            return _number(short_number(struct.unpack_from("<I", data, 8)[0]), look, looks)
        if kind in _NUMBERS:
            return _number(struct.unpack_from("<d", data, 8)[0], look, looks)
    except struct.error:
        return ""
    return ("TRUE" if data[8] else "FALSE") if kind in _TRUTHS else ""


def _number(value: float, look: int, looks: Looks) -> str:
    if look < len(looks.dates) and looks.dates[look]:
        return iso_date(repr(value), looks.first_day)
    return exact_number(repr(value)) if abs(value) < 1e300 else ""  # false for what is no number


def _joined(cells: dict[int, str]) -> str:
    return "\t".join(cells.get(column, "") for column in range(max(cells) + 1))

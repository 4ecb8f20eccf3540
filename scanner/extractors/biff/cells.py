"""The cells of a sheet by our own reader: for workbooks that the compiled one cannot take.

Source: [MS-XLS] 2.4.127 (Formula), 2.4.149 (LabelSst), 2.4.174 (MulRk), 2.5.217 (RkNumber), read
2026-11-28.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from scanner.extractors.biff.records import BOFS, EOF, records, shared_strings, string
from scanner.extractors.biff.workbook import COLUMNS, Sheet, Survey
from scanner.extractors.ooxml.cells import (
    built_in_date,
    exact_number,
    first_day,
    iso_date,
    one_line,
    shows_date,
)

_FORMULA, _STRING, _MULTIPLE, _RICH = 0x0006, 0x0207, 0x00BD, 0x00D6
_SHARED, _NUMBER, _LABEL, _TRUTH, _SHORT = 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E
_OLD = {0x0002, 0x0003, 0x0004}  # BIFF2: whole number, number, label
_OLD_FORMULAS = {0x0206, 0x0406}


@dataclass(slots=True)
class CellReader:
    """Reads the cells of the sheets of one workbook."""

    survey: Survey
    strings: list[str] = field(init=False, repr=False)
    dates: list[bool] = field(init=False)
    first_day: datetime = field(init=False)

    def __post_init__(self) -> None:
        survey = self.survey
        self.strings = list(shared_strings(survey.data, survey.strings))
        self.dates = [
            shows_date(survey.formats[look]) if look in survey.formats else built_in_date(look)
            for look in survey.looks
        ]
        self.first_day = first_day("1" if survey.uses_1904 else "")

    def rows(self, sheet: Sheet) -> Iterator[tuple[int, str]]:
        """Yield each row that has cells: its number, from 1, and the cells parted by tabs."""
        row, cells = -1, dict[int, str]()
        for number, column, text in self._cells(sheet):
            if number != row:
                if cells:
                    yield row + 1, _joined(cells)
                row, cells = number, {}
            if text and column < COLUMNS:
                cells[column] = one_line(text)
        if cells:
            yield row + 1, _joined(cells)

    def _cells(self, sheet: Sheet) -> Iterator[tuple[int, int, str]]:
        data, depth, waiting = self.survey.data, 0, (0, 0)
        for kind, start, _ in records(data, sheet.start):
            if kind in BOFS:
                depth += 1
            elif kind == EOF:
                depth -= 1
                if depth <= 0:
                    return
            if depth != 1:
                continue
            try:
                if kind == _STRING:
                    yield *waiting, string(data, start, 2, self.survey.dialect)[0]
                elif kind == _FORMULA or kind in _OLD_FORMULAS:
                    row, column, look = struct.unpack_from("<HHH", data, start)
                    waiting = (row, column)
                    yield row, column, self._result(start + 6, look)
                elif kind == _MULTIPLE:
                    yield from self._multiple(start, _)
                else:
                    yield from self._single(kind, start)
            except (struct.error, IndexError):
                self.survey.damaged = True

    def _single(self, kind: int, start: int) -> Iterator[tuple[int, int, str]]:
        data, text = self.survey.data, ""
        if kind in (_SHARED, _NUMBER, _LABEL, _TRUTH, _SHORT, _RICH):
            row, column, look = struct.unpack_from("<HHH", data, start)
            at = start + 6
            if kind == _SHARED:
                (number,) = struct.unpack_from("<I", data, at)
                text = self.strings[number] if number < len(self.strings) else ""
            elif kind == _NUMBER:
                text = self._number(struct.unpack_from("<d", data, at)[0], look)
            elif kind == _SHORT:
                text = self._number(short_number(struct.unpack_from("<I", data, at)[0]), look)
            elif kind == _TRUTH:
                text = "" if data[at + 1] else ("TRUE" if data[at] else "FALSE")
            else:
                text = string(data, at, 2, self.survey.dialect)[0]
        elif kind in _OLD:
            row, column = struct.unpack_from("<HH", data, start)
            at = start + 7
            if kind == 0x0002:
                text = str(struct.unpack_from("<H", data, at)[0])
            elif kind == 0x0003:
                text = self._number(struct.unpack_from("<d", data, at)[0], -1)
            else:
                text = string(data, at, 1, self.survey.dialect)[0]
        else:
            return
        yield row, column, text

    def _multiple(self, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
        row, column = struct.unpack_from("<HH", self.survey.data, start)
        for at in range(start + 4, stop - 7, 6):
            look, number = struct.unpack_from("<HI", self.survey.data, at)
            yield row, column, self._number(short_number(number), look)
            column += 1

    def _result(self, at: int, look: int) -> str:
        data = self.survey.data
        if data[at + 6 : at + 8] != b"\xff\xff":
            return self._number(struct.unpack_from("<d", data, at)[0], look)
        if data[at] == 1:
            return "TRUE" if data[at + 2] else "FALSE"
        return ""

    def _number(self, value: float, look: int) -> str:
        if 0 <= look < len(self.dates) and self.dates[look]:
            return iso_date(repr(value), self.first_day)
        return exact_number(repr(value)) if value == value and abs(value) < 1e300 else ""


def short_number(number: int) -> float:
    """Return a number that was packed into 30 bits.

    >>> short_number(0x3FF00000), short_number(7 << 2 | 2), short_number(250 << 2 | 3)
    (1.0, 7.0, 2.5)
    """
    if number & 2:
        whole = number >> 2
        value = float(whole - (1 << 30) if whole >> 29 else whole)
    else:
        value = float(struct.unpack("<d", struct.pack("<II", 0, number & ~3))[0])
    return value / 100 if number & 1 else value


def _joined(cells: dict[int, str]) -> str:
    return "\t".join(cells.get(column, "") for column in range(max(cells) + 1))

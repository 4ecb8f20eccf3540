"""The cells of a sheet, streamed: slower than a compiled reader, but flat in memory.

For sheets that a compiled reader cannot take: too large, a cell in the last corner, or one that
it died on. Source: ECMA-376 part 1, sections 18.3 (worksheets), 18.4 (shared strings), 18.8.30
(number formats), 18.17.4 (dates and times).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from connectors.base import Cause
from scanner.extractors.base import ExtractionError
from scanner.extractors.markup.expat import Acting, Attributes, Handler, attribute, local_name

_SHARED_CHARS = 64_000_000  # of shared strings held; more would fill a worker's memory
_CELL_CHARS = 65_536  # Excel's own limit is 32,767
_ROW_CELLS = 16_384  # XFD, the last column
_LAST_ROW = 1_048_576
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Built-in number formats that show a date or time (ECMA-376 part 1, 18.8.30)."""
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]')
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's dates have no zone
_FIRST_DAY_1904 = datetime(1904, 1, 1)  # noqa: DTZ001


@dataclass(slots=True)
class Looks:
    """What turns raw cell values into text: shared strings, date formats, the first day."""

    strings: list[str] = field(default_factory=list, repr=False)
    dates: list[bool] = field(default_factory=list)  # by style index: shows a date?
    first_day: datetime = _FIRST_DAY

    def value(self, raw: str, kind: str, style: str) -> str:
        """Return what the cell says; numbers without '.0', dates and times as ISO."""
        if kind == "s":
            index = int(raw) if raw.isdigit() else -1
            return self.strings[index] if 0 <= index < len(self.strings) else ""
        if kind == "b":
            return "TRUE" if raw == "1" else "FALSE"
        if kind not in ("", "n"):
            return raw
        number = int(style) if style.isdigit() else 0
        if number < len(self.dates) and self.dates[number]:
            return iso_date(raw, self.first_day)
        return exact_number(raw)


class SharedStrings:
    """Handler of the shared strings: one string per ``si``, phonetic readings left out."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._pieces: list[str] = []
        self._in_text = self._phonetic = False
        self._chars = 0

    def choose(self, root: str, _attributes: Attributes) -> Handler | None:
        """Take the part if it holds shared strings."""
        return self if root == "sst" else None

    def start(self, tag: str, _attributes: Attributes) -> None:
        """Take the start of an element."""
        name = local_name(tag)
        if name == "t":
            self._in_text = not self._phonetic
        elif name == "rPh":
            self._phonetic = True

    def end(self, tag: str) -> None:
        """Take the end of an element. Raises ExtractionError(LIMIT)."""
        name = local_name(tag)
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self._looks.strings.append("".join(self._pieces))
            self._pieces = []
            self._chars += 50  # what an empty string costs in memory

    def text(self, data: str) -> None:
        """Take character data. Raises ExtractionError(LIMIT)."""
        if self._in_text:
            self._chars += len(data)
            if self._chars > _SHARED_CHARS:
                raise ExtractionError(Cause.LIMIT)
            self._pieces.append(data)


class Styles:
    """Handler of the styles: which cell formats show dates."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._codes: dict[int, str] = {}
        self._in_cells = False

    def choose(self, root: str, _attributes: Attributes) -> Handler | None:
        """Take the part if it holds styles."""
        return self if root == "styleSheet" else None

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        name = local_name(tag)
        if name == "numFmt":
            self._codes[_number(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            identifier = _number(attributes.get("numFmtId", ""))
            self._looks.dates.append(
                shows_date(self._codes[identifier])
                if identifier in self._codes
                else built_in_date(identifier)
            )

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if local_name(tag) == "cellXfs":
            self._in_cells = False

    def text(self, data: str) -> None:
        """Take character data: there is none to keep."""


class SheetReader(Acting):
    """Handler of a worksheet's cells: ``row`` gets each row's number and its cells by tabs."""

    def __init__(self, looks: Looks, row: Callable[[int, str], None]) -> None:
        self._looks, self._row = looks, row
        self._cells: list[str] = []
        self._row_number = 0
        self._column = 0
        self._type = self._style = ""
        self._pieces: list[str] = []
        self._chars = 0
        self._in_value = False
        super().__init__(
            {
                "row": self._start_row,
                "c": self._start_cell,
                **dict.fromkeys(("v", "t"), self._start_value),
            },
            {
                "row": self._end_row,
                "c": self._end_cell,
                **dict.fromkeys(("v", "t"), self._end_value),
            },
        )

    def choose(self, root: str, _attributes: Attributes) -> Handler | None:
        """Take the part if it is a worksheet."""
        return self if root in ("worksheet", "macrosheet", "dialogsheet") else None

    def text(self, data: str) -> None:
        """Take character data."""
        if self._in_value and self._chars < _CELL_CHARS:
            self._pieces.append(data[: _CELL_CHARS - self._chars])
            self._chars += len(data)

    def finish(self) -> None:
        """Give out the row that was open where the part broke off."""
        if self._pieces:
            self._end_cell()
        if self._cells:
            self._end_row()

    def _start_row(self, attributes: Attributes) -> None:
        stated = _number(attribute(attributes, "r"))
        self._row_number = stated if 0 < stated <= _LAST_ROW else self._row_number + 1
        self._cells, self._column = [], 0

    def _start_cell(self, attributes: Attributes) -> None:
        self._type, self._style = attributes.get("t", ""), attributes.get("s", "")
        column = column_index(attributes.get("r", ""))
        self._column = column if column is not None else len(self._cells)
        self._pieces, self._chars = [], 0

    def _start_value(self, _attributes: Attributes) -> None:
        self._in_value = True

    def _end_value(self) -> None:
        self._in_value = False

    def _end_cell(self) -> None:
        raw = "".join(self._pieces)
        self._pieces = []
        if not raw or self._column >= _ROW_CELLS:
            return
        value = self._looks.value(raw, self._type, self._style)
        if self._column >= len(self._cells):
            self._cells += [""] * (self._column - len(self._cells)) + [one_line(value)]
        else:
            self._cells[self._column] = one_line(value)

    def _end_row(self) -> None:
        if self._cells:
            self._row(self._row_number, "\t".join(self._cells).rstrip("\t"))
            self._cells = []


def column_index(cell: str) -> int | None:
    """Return the column, from 0, of a cell's name; None where it has none.

    >>> column_index("B17"), column_index("XFD1048576"), column_index("")
    (1, 16383, None)
    """
    index = 0
    for letter in cell:
        if not "A" <= letter <= "Z":
            break
        index = index * 26 + ord(letter) - 64
        if index > _ROW_CELLS:
            return None
    return index - 1 if index else None


def shows_date(code: str) -> bool:
    """Tell whether a number format shows a date or time.

    >>> shows_date("dd/mm/yyyy"), shows_date('0.00 "days"'), shows_date("[Red]0")
    (True, False, False)
    """
    return bool(re.search(r"[dmyhs]", _NOT_CODE.sub("", code), re.IGNORECASE))


def built_in_date(number: int) -> bool:
    """Tell whether a built-in number format shows a date or time."""
    return number in _DATES


def iso_date(raw: str, first_day: datetime = _FIRST_DAY) -> str:
    """Return a serial number of days as an ISO date, with the time where there is one.

    >>> iso_date("25570"), iso_date("25570.25"), iso_date("0.25")
    ('1970-01-02', '1970-01-02T06:00:00', '06:00:00')
    """
    try:
        days = float(raw)
        moment = first_day + timedelta(seconds=round(days * 86_400))
    except (ValueError, OverflowError):
        return raw
    if 0 <= days < 1:
        return moment.time().isoformat()
    return date_text(moment)


def date_text(moment: datetime) -> str:
    """Return a moment as ISO, without the time where that is midnight."""
    return moment.isoformat().removesuffix("T00:00:00")


def exact_number(raw: str) -> str:
    """Return a number as people wrote it: no '.0', no exponent for whole numbers.

    >>> exact_number("4929123412341234"), exact_number("1.0"), exact_number("1.5E+3")
    ('4929123412341234', '1', '1500')
    """
    if raw.isdigit():
        return raw
    try:
        number = float(raw)
    except ValueError:
        return raw
    return str(int(number)) if number.is_integer() else repr(number)


def one_line(text: str) -> str:
    """Return a cell's text without the characters that part cells and rows."""
    if "\t" in text or "\n" in text or "\r" in text:
        return text.replace("\r\n", " ").replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return text


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def first_day(workbook_uses_1904: str) -> datetime:
    """Return day 0 of a workbook by its ``date1904`` attribute."""
    return _FIRST_DAY_1904 if workbook_uses_1904 in ("1", "true", "on") else _FIRST_DAY

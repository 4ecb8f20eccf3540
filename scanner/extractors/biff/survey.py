"""One pass over a workbook stream: its sheets, and all its text that is no cell.

Source: [MS-XLS] 2.4 (records), read 2026-11-28; the older layouts from the OpenOffice.org
documentation of the Excel file format, read 2026-11-28.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping

from connectors.base import Cause
from scanner.extractors.base import ExtractionError, Kind, Locator, column_name
from scanner.extractors.biff.records import (
    BOF,
    BOFS,
    CONTINUE,
    EOF,
    HEAD,
    characters,
    string,
)
from scanner.extractors.biff.workbook import COLUMNS, Sheet, Survey
from scanner.extractors.compound.code_pages import encoding_of
from scanner.extractors.compound.hyperlinks import link_texts

CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
_SHEET, _CHART = 0x10, 0x20
_HAS_CELLS = frozenset({0, 1})  # worksheets and macro sheets; charts hold copies (2.4.28)
_COMMENT = 0x19  # the kind of object that a comment is (2.5.143)
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|[0-9]+|K[0-9A-F]{6}|[A-Z])')
_PATH_CODES = re.compile(r"[\x00-\x08]")  # of encoded paths (2.5.277)
_NO_OWN_FILE = (0x0401, 0x3A01)  # lengths of a path that say: this workbook, an add-in
_STRING_TOKEN = 0x17
_OF_LATER_VERSIONS = 0x0800  # records from here on may stand between one and what continues it
_STRING_BYTES = 3  # of an empty shared string
_BUILT_IN_NAME = 0x20


def surveyed(data: bytes) -> Survey:
    """Return what a pass over ``data`` finds. Raises ExtractionError(ENCRYPTED, CORRUPT)."""
    survey = Survey(data)
    _Pass(survey).run()
    return survey


class _Pass:
    """The state of one pass: which sheet and chart is open, which object's text comes next."""

    def __init__(self, survey: Survey) -> None:
        self._survey, self._data = survey, survey.data
        self._open: list[int] = []  # kinds of the open substreams
        self._sheet: Sheet | None = None
        self._place: Locator = ()
        self._object = (0, 0)  # kind and number of the last object
        self._boxes = 0
        self._comments: dict[int, str] = {}  # text by object
        self._notes: list[tuple[int, int, int, str]] = []  # row, column, object, author
        self._shared = 0  # strings that the shared ones say they are
        self._last = 0  # type of the last record that can go on in others
        self._text: tuple[list[tuple[int, int]], int, tuple[int, int]] | None = None
        self._actions: Mapping[int, Callable[[int, int], None]] = {
            0x0014: self._header, 0x0015: self._footer, 0x0018: self._name, 0x0218: self._name,
            0x001C: self._note, 0x0022: self._date_mode, 0x002F: self._password,
            0x0042: self._code_page, 0x005A: self._outer_cells, 0x005B: self._user_sharing,
            0x005C: self._user, 0x005D: self._begin_object, 0x0085: self._bound_sheet,
            0x00CD: self._connection, 0x00E0: self._cell_format, 0x00FC: self._strings,
            0x01AE: self._outer_book, 0x01B6: self._begin_text, 0x01B8: self._link,
            0x01BE: self._validation, 0x0200: self._dimensions, 0x041E: self._number_format,
            0x0800: self._tooltip, 0x089C: self._more_margins, 0x100D: self._series,
            0x0204: self._label,
        }  # fmt: skip

    def run(self) -> None:
        """Walk over all records."""
        data, end, unpack = self._data, len(self._data), HEAD.unpack_from
        began = False
        at = 0
        sheet: Sheet | None = None  # whose own cells come next
        row = column = last_row = last_column = -1
        while at <= end - 4:
            kind, size = unpack(data, at)
            start = at + 4
            at = start + size
            if kind in CELLS and sheet is not None:
                # Most records are cells: this is all that one costs.
                if start + 4 <= end:
                    row, column = unpack(data, start)
                if row > last_row:
                    last_row = row
                if column > last_column:
                    last_column = column
            elif kind in BOFS or kind == EOF:
                if sheet is not None:
                    self._measured(sheet, last_row, last_column)
                    row = column = last_row = last_column = -1
                began = began or kind != EOF
                if kind == EOF:
                    self._finish()
                else:
                    self._begin(kind, start)
                sheet = self._sheet if len(self._open) == 1 else None
            elif not began:
                break
            elif kind == CONTINUE:
                self._continue(start, at)
            else:
                self._take(kind, start, at)
        if not began:
            raise ExtractionError(Cause.CORRUPT)
        if sheet is not None:
            self._measured(sheet, last_row, last_column)
        self._end(at)

    def _measured(self, sheet: Sheet, last_row: int, last_column: int) -> None:
        if last_column >= COLUMNS:
            self._survey.damaged = True
        sheet.last_row = max(sheet.last_row, last_row)
        sheet.last_column = max(sheet.last_column, min(last_column, COLUMNS - 1))

    def _end(self, at: int) -> None:
        """Note what is damaged once the records end at ``at``, and close what is open."""
        held = sum(stop - start for start, stop in self._survey.strings)
        if at > len(self._data) or self._open or self._shared * _STRING_BYTES > held:
            self._survey.damaged = True
        while self._open:
            self._finish()

    def _take(self, kind: int, start: int, stop: int) -> None:
        action = self._actions.get(kind)
        if action is not None:
            self._last = kind
            self._act(action, start, min(stop, len(self._data)))
        elif kind < _OF_LATER_VERSIONS:
            self._last = kind

    def _act(self, action: Callable[[int, int], None], start: int, stop: int) -> None:
        try:
            action(start, stop)
        except (struct.error, IndexError):
            self._survey.damaged = True

    # Substreams

    def _begin(self, kind: int, start: int) -> None:
        survey = self._survey
        version, what = struct.unpack_from("<HH", self._data.ljust(start + 4, b"\0"), start)
        if not self._open:
            if kind != BOF:
                survey.dialect.wide = False
                survey.sheets.append(Sheet(start - 4))
                what = _SHEET
            elif version < 0x0600 and not survey.sheets:
                survey.dialect.wide = False
            self._enter(start - 4)
        self._open.append(what)

    def _enter(self, start: int) -> None:
        self._sheet, self._place, self._boxes = None, (), 0
        for number, sheet in enumerate(self._survey.sheets, 1):
            if sheet.start == start:
                self._sheet, self._place = sheet, (("sheet", number),)

    def _finish(self) -> None:
        if self._open:
            self._open.pop()
        if self._open:
            return
        self._flush_text()
        for row, column, number, author in self._notes:
            place = (*self._place, ("cell", f"{column_name(column)}{row + 1}"))
            self._add(Kind.COMMENT, author, place)
            self._add(Kind.COMMENT, self._comments.pop(number, ""), place)
        for text in self._comments.values():
            self._add(Kind.COMMENT, text, self._place)
        self._notes, self._comments = [], {}
        self._sheet, self._place = None, ()

    # The workbook

    def _password(self, _start: int, _stop: int) -> None:
        raise ExtractionError(Cause.ENCRYPTED)

    def _date_mode(self, start: int, _stop: int) -> None:
        self._survey.uses_1904 = self._data[start] == 1

    def _code_page(self, start: int, _stop: int) -> None:
        (page,) = struct.unpack_from("<H", self._data, start)
        self._survey.dialect.encoding = encoding_of(page)

    def _bound_sheet(self, start: int, _stop: int) -> None:
        place, state, what = struct.unpack_from("<IBB", self._data, start)
        name, _ = string(self._data, start + 6, 1, self._survey.dialect)
        sheet = Sheet(place, bool(state & 3), what in _HAS_CELLS, name)
        self._survey.sheets.append(sheet)
        self._add(Kind.NAME, name, (("sheet", len(self._survey.sheets)),))

    def _number_format(self, start: int, _stop: int) -> None:
        (number,) = struct.unpack_from("<H", self._data, start)
        width = 2 if self._survey.dialect.wide else 1
        self._survey.formats[number] = string(self._data, start + 2, width, self._survey.dialect)[0]

    def _cell_format(self, start: int, _stop: int) -> None:
        self._survey.looks.append(struct.unpack_from("<H", self._data, start + 2)[0])

    def _dimensions(self, start: int, stop: int) -> None:
        layout = "<IIHH" if stop - start >= 14 else "<4H"  # since Excel 97, and before
        first, last, left, right = struct.unpack_from(layout, self._data, start)
        if last < first or right < left:
            self._survey.damaged = True
        stated = (last - first) * (right - left)
        self._survey.stated_cells = max(self._survey.stated_cells, stated)

    def _strings(self, start: int, stop: int) -> None:
        self._survey.strings = [(start, stop)]
        (self._shared,) = struct.unpack_from("<I", self._data, start + 4)

    def _continue(self, start: int, stop: int) -> None:
        if self._last == 0x00FC:
            self._survey.strings.append((start, stop))
        elif self._last == 0x01B6 and self._text is not None:
            self._text[0].append((start, stop))

    def _user(self, start: int, _stop: int) -> None:
        width = 2 if self._survey.dialect.wide else 1
        name, _ = string(self._data, start, width, self._survey.dialect)
        self._labelled("Last opened by", name)

    def _user_sharing(self, start: int, _stop: int) -> None:
        width = 2 if self._survey.dialect.wide else 1
        self._labelled("Reserved by", string(self._data, start + 4, width, self._survey.dialect)[0])

    def _labelled(self, label: str, name: str) -> None:
        if name.strip() and name.isprintable():
            self._add(Kind.PROPERTY, f"{label}: {name.strip()}", ())

    def _connection(self, start: int, _stop: int) -> None:
        self._add(Kind.PROPERTY, string(self._data, start, 2, self._survey.dialect)[0], self._place)

    def _name(self, start: int, stop: int) -> None:
        flags, count, formula = struct.unpack_from("<HxBH", self._data, start)
        at = start + 14
        if self._survey.dialect.wide:
            name, at = characters(self._data, at, count)
        else:
            name = self._data[at : at + count].decode(self._survey.dialect.encoding, "replace")
            at += count
        if not flags & _BUILT_IN_NAME:
            self._add(Kind.HIDDEN, name, ())
        if formula and at < stop and self._data[at] == _STRING_TOKEN:
            self._add(Kind.HIDDEN, string(self._data, at + 1, 1, self._survey.dialect)[0], ())

    def _outer_book(self, start: int, stop: int) -> None:
        sheets, count = struct.unpack_from("<HH", self._data, start)
        if count in _NO_OWN_FILE or stop - start <= 4:
            return
        path, at = characters(self._data, start + 4, count)
        path = _PATH_CODES.sub("", path.replace("\x03", "\\"))
        self._add(Kind.LINK, path, ())
        for _ in range(sheets):
            if at >= stop:
                break
            name, at = string(self._data, at, 2, self._survey.dialect)
            self._add(Kind.CACHED, name, ())

    def _outer_cells(self, start: int, stop: int) -> None:
        last, first = struct.unpack_from("<BB", self._data, start)
        at, texts = start + 4, []
        for _ in range(last - first + 1):
            if at >= stop:
                break
            kind = self._data[at]
            if kind == 2:
                text, at = string(self._data, at + 1, 2, self._survey.dialect)
                texts.append(text)
                continue
            if kind == 1:
                (number,) = struct.unpack_from("<d", self._data, at + 1)
                texts.append(str(int(number)) if number == number // 1 else repr(number))
            at += 9
        self._add(Kind.CACHED, "\t".join(texts), ())

    # A sheet

    def _header(self, start: int, stop: int) -> None:
        self._margin(Kind.HEADER, start, stop)

    def _footer(self, start: int, stop: int) -> None:
        self._margin(Kind.FOOTER, start, stop)

    def _margin(self, kind: Kind, start: int, stop: int) -> None:
        if stop > start:
            width = 2 if self._survey.dialect.wide else 1
            self._add_margin(kind, string(self._data, start, width, self._survey.dialect)[0])

    def _more_margins(self, start: int, _stop: int) -> None:
        at = start + 30
        sizes = struct.unpack_from("<4H", self._data, at)
        at += 8
        for kind, size in zip((Kind.HEADER, Kind.FOOTER) * 2, sizes, strict=True):
            if size:
                text, at = string(self._data, at, 2, self._survey.dialect)
                self._add_margin(kind, text)

    def _add_margin(self, kind: Kind, text: str) -> None:
        text = _HEADER_CODE.sub("\n", text.replace("&&", "＆"))
        self._add(kind, text.strip("\n"), self._place)

    def _note(self, start: int, stop: int) -> None:
        row, column, flags, number = struct.unpack_from("<HHHH", self._data, start)
        if self._survey.dialect.wide:
            author, _ = string(self._data, start + 8, 2, self._survey.dialect)
            self._notes.append((row, column, number, author.strip()))
        else:  # the text itself stands here, its length where the flags are
            raw = self._data[start + 6 : min(start + 6 + flags, stop)]
            place = (*self._place, ("cell", f"{column_name(column)}{row + 1}"))
            text = raw.decode(self._survey.dialect.encoding, "replace")
            self._add(Kind.COMMENT, text, place if row < 0xFFFF else self._place)

    def _begin_object(self, start: int, stop: int) -> None:
        if stop - start >= 8:
            self._object = struct.unpack_from("<HH", self._data, start + 4)

    def _begin_text(self, start: int, _stop: int) -> None:
        self._flush_text()
        (chars,) = struct.unpack_from("<H", self._data, start + 10)
        self._text = ([], chars, self._object)

    def _flush_text(self) -> None:
        """Give out the text of an object once all its records are there."""
        if self._text is None:
            return
        pieces, left, (kind, number) = self._text
        self._text = None
        texts: list[str] = []
        for start, stop in pieces:
            if left <= 0 or stop <= start:
                break
            wide = bool(self._data[start : start + 1] == b"\x01")
            raw = self._data[start + 1 : stop][: 2 * left if wide else left]
            texts.append(raw.decode("utf-16-le" if wide else "latin-1", "replace"))
            left -= len(texts[-1])
        text = "".join(texts)
        if kind == _COMMENT:
            self._comments[number] = text
        else:
            self._boxes += 1
            shown = Kind.CACHED if _CHART in self._open[1:] else Kind.BODY
            hidden = self._sheet is not None and self._sheet.hidden
            kind_of = Kind.HIDDEN if hidden and shown is Kind.BODY else shown
            self._add(kind_of, text, (*self._place, ("text box", self._boxes)))

    def _link(self, start: int, stop: int) -> None:
        row, _, column, _ = struct.unpack_from("<4H", self._data, start)
        place = (*self._place, ("cell", f"{column_name(column)}{row + 1}"))
        for text in link_texts(self._data[start:stop], 24):
            self._add(Kind.LINK, text, place)

    def _tooltip(self, start: int, stop: int) -> None:
        raw = self._data[start + 10 : stop].decode("utf-16-le", "replace")
        self._add(Kind.HIDDEN, raw.rstrip("\0"), self._place)

    def _validation(self, start: int, stop: int) -> None:
        at = start + 4
        for _ in range(4):
            text, at = string(self._data, at, 2, self._survey.dialect)
            self._add(Kind.HIDDEN, text.strip("\0"), self._place)
        if at + 4 < stop and self._data[at + 4] == _STRING_TOKEN:
            text, _ = string(self._data, at + 5, 1, self._survey.dialect)
            self._add(Kind.HIDDEN, text.replace("\0", "\n"), self._place)

    def _series(self, start: int, _stop: int) -> None:
        self._add(
            Kind.CACHED, string(self._data, start + 2, 1, self._survey.dialect)[0], self._place
        )

    def _label(self, start: int, _stop: int) -> None:
        """Take a chart's copy of a cell; those of sheets are read with the other cells."""
        if _CHART in self._open:
            text, _ = string(self._data, start + 6, 2, self._survey.dialect)
            self._add(Kind.CACHED, text, self._place)

    def _add(self, kind: Kind, text: str, place: Locator) -> None:
        self._survey.flows.add(kind, text, place)

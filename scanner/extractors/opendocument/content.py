"""OpenDocument content as lines and tables, streamed: texts, sheets, slides and drawings alike.

Spans of a paragraph are joined without a separator. What stands beside the text (headers, notes,
comments, tracked deletions, what is hidden) goes out under its own kind. Elements are told by
their local names, so files of OpenOffice 1 are read too. Source: OASIS OpenDocument 1.3 part 3,
sections 5 and 6 (text), 9 (tables), 10 (drawings), 14.1 (annotations), 16 (styles), 19.385
(office:value and its like), 19.627 ff. (repeated rows and columns), read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sized
from dataclasses import dataclass, field
from urllib.parse import unquote

from connectors.base import Cause
from scanner.extractors.base import ExtractionError, Kind, Locator, Part, column_name
from scanner.extractors.markup.expat import Acting, Attributes, attribute
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.grids import Filling, Grid

_Start = Callable[[Attributes], None]

_PARAGRAPH_CHARS = 262_144  # a longer paragraph goes out in pieces
_CELL_CHARS = 65_536  # what a cell holds beyond this goes out as running text
_DEEPEST = 1_000  # paragraphs, kinds and tables within one another: no real document
_COLUMNS = 1_024  # a value that is repeated over more columns, or rows, tells nothing new
_ROWS = 1_000
_MOST_COLUMNS = 16_384  # of a sheet
_EXACT = 1 << 53  # integers below it are held exactly by a float
_STYLED = ("table-properties", "drawing-page-properties", "properties")
_CELLS = ("table-cell", "covered-table-cell")
_STRINGS = ("hidden-text", "hidden-paragraph", "user-field-decl", "variable-set")
"""Fields that hold text which need not stand on any page."""
_KINDS = {
    "annotation": Kind.COMMENT,
    "note-body": Kind.NOTE,
    "footnote-body": Kind.NOTE,
    "endnote-body": Kind.NOTE,
    "notes": Kind.NOTE,
    "deletion": Kind.DELETED,
    **dict.fromkeys(("header", "header-left", "header-first"), Kind.HEADER),
    **dict.fromkeys(("footer", "footer-left", "footer-first"), Kind.FOOTER),
}
"""Elements whose text is of another kind than what they stand in."""
_ASIDE = ("title", "desc")  # alternative text of a picture
_DATES = ("date", "date-string")  # when a comment or change was made
_ON_PAGE = {"tab": "\t", "tab-stop": "\t", "line-break": "\n"}
_FORM = ("label", "current-value", "title")
"""Attributes of form controls that people see or have filled in."""
_CONTROLS = ("text", "textarea", "formatted-text", "checkbox", "radio", "combobox", "listbox")
_NOT_AS_HELD = ("E+", "E-", "e+", "e-", "###")  # shown of a number that its cell is too narrow for


@dataclass(slots=True)
class _Line:
    """An open paragraph, or what is read like one; ``kind`` None is left out."""

    kind: Kind | None
    pieces: list[str] = field(default_factory=list)
    chars: int = 0


@dataclass(slots=True)
class _Table:
    """An open table: what it fills, the row and cell being read."""

    filling: Filling
    place: Locator
    kind: Kind
    row: list[str] = field(default_factory=list)
    row_number: int = 1
    times: int = 1  # the row stands there
    cell: list[str] = field(default_factory=list)
    chars: int = 0
    columns: int = 1  # the cell stands in
    held: str = ""  # the cell's number as it is stored


class ContentReader(Acting):
    """Handler of a part that holds text; ``place`` leads the locators, ``kind`` is what it is.

    ``tables`` numbers the tables of the whole document.
    """

    def __init__(
        self, place: Locator, flows: Flows, tables: Iterator[int], kind: Kind = Kind.BODY
    ) -> None:
        self._place, self._flows, self._table_ids = place, flows, tables
        self._parts: list[Part] = []
        self._kinds = [kind]
        self._lines: list[_Line] = []
        self._tables: list[_Table] = []
        self._page: Locator = ()
        self._in_sheets = False
        self._paragraph = self._pages = self._top_tables = 0
        self._style = ""
        self._not_shown: set[str] = set()  # styles of sheets and slides
        self._authors: set[str] = set()
        super().__init__(
            {
                "style": self._start_style,
                **dict.fromkeys(_STYLED, self._about_style),
                "spreadsheet": self._start_sheets,
                "page": self._start_page,
                "section": self._start_section,
                "table": self._start_table,
                "table-row": self._start_row,
                **dict.fromkeys(_CELLS, self._start_cell),
                "s": self._spaces,
                "a": self._link,
                **dict.fromkeys(_CONTROLS, self._control),
                **dict.fromkeys(_STRINGS, self._string),
                **dict.fromkeys(("p", "h"), self._start_paragraph),
                **dict.fromkeys(_ASIDE, self._start_line(Kind.HIDDEN)),
                **dict.fromkeys(("creator", *_DATES), self._start_line(None)),
                **{name: self._character(text) for name, text in _ON_PAGE.items()},
                **{name: self._start_kind(kind) for name, kind in _KINDS.items()},
            },
            {
                **dict.fromkeys((*_KINDS, "section"), self._end_kind),
                "page": self._end_page,
                "table": self._end_table,
                "table-row": self._end_row,
                **dict.fromkeys(_CELLS, self._end_cell),
                "creator": self._end_author,
                **dict.fromkeys(("p", "h", *_ASIDE, *_DATES), self._end_line),
            },
        )

    def text(self, data: str) -> None:
        """Take character data: text only inside paragraphs and what is read like them."""
        if self._lines:
            self._put(data)

    def take(self) -> list[Part]:
        """Take the passages that are full."""
        parts, self._parts = self._parts, []
        return [*parts, *self._flows.full()]

    def finish(self) -> list[Part]:
        """Take what is left, of a part that broke off too."""
        while self._lines:
            self._end_line()
        while self._tables:
            self._end_cell()
            self._end_row()
            self._end_table()
        return self.take()

    # Kinds

    def _start_kind(self, kind: Kind) -> _Start:
        def start(_attributes: Attributes) -> None:
            self._kinds.append(kind)
            self._bound(self._kinds)

        return start

    def _end_kind(self) -> None:
        if len(self._kinds) > 1:
            self._kinds.pop()

    def _bound(self, held: Sized) -> None:
        """Raise ExtractionError(LIMIT) where more lies within one another than in any document."""
        if len(held) > _DEEPEST:
            raise ExtractionError(Cause.LIMIT)

    def _start_section(self, attributes: Attributes) -> None:
        shown = attribute(attributes, "display") in ("", "true")
        self._kinds.append(self._kinds[-1] if shown else Kind.HIDDEN)
        self._bound(self._kinds)

    def _start_style(self, attributes: Attributes) -> None:
        self._style = attribute(attributes, "name")

    def _about_style(self, attributes: Attributes) -> None:
        hidden = attribute(attributes, "visibility") == "hidden"
        if hidden or attribute(attributes, "display") == "false":
            self._not_shown.add(self._style)

    def _shown(self, attributes: Attributes) -> bool:
        return attribute(attributes, "style-name") not in self._not_shown

    # Text

    def _here(self) -> Locator:
        if self._tables:
            table = self._tables[-1]
            cell = f"{column_name(len(table.row))}{table.row_number}"
            return (*table.place, ("cell", cell))
        if self._page:
            return self._page
        return (*self._place, ("paragraph", self._paragraph)) if self._paragraph else self._place

    def _start_paragraph(self, _attributes: Attributes) -> None:
        if not self._lines and not self._tables and not self._page:
            self._paragraph += 1
        self._lines.append(_Line(self._kinds[-1]))
        self._bound(self._lines)

    def _start_line(self, kind: Kind | None) -> _Start:
        def start(_attributes: Attributes) -> None:
            self._lines.append(_Line(kind))
            self._bound(self._lines)

        return start

    def _end_line(self) -> None:
        if self._lines:
            self._give_out(self._lines.pop())

    def _end_author(self) -> None:
        name = "".join(self._lines.pop().pieces) if self._lines else ""
        if name and name not in self._authors:
            self._authors.add(name)
            self._flows.add(Kind.PROPERTY, f"Author: {name}", self._place)

    def _put(self, data: str) -> None:
        line = self._lines[-1]
        line.pieces.append(data)
        line.chars += len(data)
        if line.chars > _PARAGRAPH_CHARS:
            self._give_out(line)
            self._lines[-1] = _Line(line.kind)

    def _give_out(self, line: _Line) -> None:
        text = "".join(line.pieces)
        table = self._tables[-1] if self._tables else None
        if line.kind is None or not text:
            return
        if table and line.kind is table.kind and table.chars + len(text) <= _CELL_CHARS:
            table.cell.append(text)
            table.chars += len(text)
        else:
            self._flows.add(line.kind, text, self._here())
        if not self._tables:
            self._parts += self._flows.full()

    def _character(self, text: str) -> _Start:
        def start(_attributes: Attributes) -> None:
            self.text(text)

        return start

    def _spaces(self, attributes: Attributes) -> None:
        self.text(" " * min(_count(attributes, "c"), _COLUMNS))

    def _link(self, attributes: Attributes) -> None:
        target = unquote(attribute(attributes, "href"))
        if not target.startswith("#"):
            self._flows.add(Kind.LINK, target.removeprefix("mailto:"), self._here())

    def _string(self, attributes: Attributes) -> None:
        self._flows.add(Kind.HIDDEN, attribute(attributes, "string-value"), self._here())

    def _control(self, attributes: Attributes) -> None:
        said = [attribute(attributes, name) for name in _FORM]
        self._flows.add(self._kinds[-1], ": ".join(filter(None, said)), self._here())

    # Slides and sheets

    def _start_page(self, attributes: Attributes) -> None:
        self._pages += 1
        self._page = (*self._place, ("slide", self._pages))
        self._kinds.append(self._kinds[-1] if self._shown(attributes) else Kind.HIDDEN)

    def _end_page(self) -> None:
        self._end_kind()
        self._page = ()

    def _start_sheets(self, _attributes: Attributes) -> None:
        self._in_sheets = True

    # Tables

    def _start_table(self, attributes: Attributes) -> None:
        kind, around = self._kinds[-1], self._page or self._place
        self._top_tables += 1
        word = "table"
        if self._in_sheets and not self._tables:
            word = "sheet"
            kind = kind if self._shown(attributes) else Kind.HIDDEN
            self._flows.add(Kind.NAME, attribute(attributes, "name"), around)
        place = (*around, (word, self._top_tables))
        filling = Filling(Grid(next(self._table_ids), place, kind))
        self._tables.append(_Table(filling, place, kind))
        self._kinds.append(kind)
        self._bound(self._tables)

    def _start_row(self, attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].times = _count(attributes, "number-rows-repeated")

    def _start_cell(self, attributes: Attributes) -> None:
        if self._tables:
            table = self._tables[-1]
            table.columns = _count(attributes, "number-columns-repeated")
            table.held = attribute(attributes, "value")

    def _end_cell(self) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        text = " ".join(" ".join(table.cell).split())
        if table.held and (not text or any(mark in text for mark in _NOT_AS_HELD)):
            text = whole_number(table.held)
        if len(table.row) < _MOST_COLUMNS:
            table.row += [text] * min(table.columns, _COLUMNS if text else _MOST_COLUMNS)
        table.cell, table.chars, table.columns, table.held = [], 0, 1, ""

    def _end_row(self) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        line = "\t".join(table.row).rstrip("\t")
        if line:
            numbers = range(table.row_number, table.row_number + min(table.times, _ROWS))
            full = table.filling.take([(number, line) for number in numbers])
            if full:  # what stood before the table comes before it
                self._parts += [*self._flows.rest(), *full]
        table.row_number += table.times
        table.row, table.times = [], 1

    def _end_table(self) -> None:
        if self._tables:
            self._end_kind()
            grid = self._tables.pop().filling.grid
            self._parts += [*self._flows.rest(), *grid.finish()]


def whole_number(held: str) -> str:
    """Return a stored number without the form that computers write long ones in.

    >>> whole_number("9.434765919E9"), whole_number("0.5"), whole_number("abc")
    ('9434765919', '0.5', 'abc')
    """
    try:
        number = float(held)
    except ValueError:
        return held
    return f"{number:.0f}" if number.is_integer() and abs(number) < _EXACT else held


def _count(attributes: Attributes, name: str) -> int:
    value = attribute(attributes, name)
    return max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 10 else 1

"""OpenDocument content as lines and tables, streamed: texts, sheets, slides and drawings alike.

Spans of a paragraph are joined without a separator. What stands beside the text (headers, notes,
comments, tracked deletions, what is hidden) goes out under its own kind. Elements are told by
their local names, so files of OpenOffice 1 are read too. Source: OASIS OpenDocument 1.3 part 3,
sections 5 and 6 (text), 9 (tables), 10 (drawings), 14.1 (annotations), 16 (styles), 19.385
(office:value and its like), 19.627 ff. (repeated rows and columns), read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from connectors.base import Cause
from scanner.extractors.base import ExtractionError, Kind, Locator, Part, column_name
from scanner.extractors.markup.expat import Attributes, Dispatch, attribute
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.grids import Filling, Grid

_Start = Callable[[Attributes], None]

_PARAGRAPH_CHARS = 262_144  # a longer paragraph goes out in pieces
_CELL_CHARS = 65_536  # what a cell holds beyond this goes out as running text
_ROW_CHARS = 4_000_000  # a longer row is no real one
_DEEPEST = 1_000  # paragraphs, kinds and tables within one another: no real document
_COLUMNS = 1_024  # a value that is repeated over more columns, or rows, tells nothing new
_ROWS = 1_000
_KINDS = {
    "annotation": Kind.COMMENT,
    "note-body": Kind.NOTE,
    "footnote-body": Kind.NOTE,
    "endnote-body": Kind.NOTE,
    "notes": Kind.NOTE,
    "deletion": Kind.DELETED,
    "desc": Kind.HIDDEN,  # of a picture, as is its title
    **dict.fromkeys(("header", "header-left", "header-first"), Kind.HEADER),
    **dict.fromkeys(("footer", "footer-left", "footer-first"), Kind.FOOTER),
}
"""Elements whose text is of another kind than what they stand in."""
_LINES = ("p", "h", "title", "desc", "creator", "date-string")
_ON_PAGE = {"tab": "\t", "tab-stop": "\t", "line-break": "\n"}
_FORM = ("label", "value", "current-value", "title", "help-text", "text")
"""Attributes of form controls that people see or have filled in."""
_NOT_AS_HELD = ("E+", "E-", "e+", "e-", "###")  # shown of a number that its cell is too narrow for


@dataclass(slots=True)
class _Line:
    """An open paragraph, or what is read like one; ``kind`` None is not read."""

    kind: Kind | None
    pieces: list[str] = field(default_factory=list)
    chars: int = 0


@dataclass(slots=True)
class _Table:
    """An open table: what it fills, the row and cell being read."""

    filling: Filling
    locator: Locator
    kind: Kind
    row: list[str] = field(default_factory=list)
    row_chars: int = 0
    row_number: int = 1
    rows: int = 1  # how often the row stands there
    columns: int = 1  # and the cell
    held: str = ""  # the cell's value as it is stored
    cell: list[str] = field(default_factory=list)
    cell_chars: int = 0


class ContentReader:
    """Handler of one part whose root holds a document; ``place`` leads the locators.

    ``tables`` numbers the tables of the whole document, ``kind`` is what its text is.
    """

    def __init__(
        self, place: Locator, flows: Flows, tables: Iterator[int], kind: Kind = Kind.BODY
    ) -> None:
        self._place, self._flows, self._table_ids = place, flows, tables
        self._parts: list[Part] = []
        self._kinds: list[Kind] = [kind]
        self._lines: list[_Line] = []
        self._tables: list[_Table] = []
        self._page: Locator = ()
        self._in_sheets = False
        self._numbers: dict[str, int] = {}
        self._style = ""
        self._hidden: set[str] = set()  # styles of sheets and slides that are not shown
        self._authors: set[str] = set()
        self._starts = Dispatch(
            {
                "style": self._start_style,
                "table-properties": self._about_style,
                "drawing-page-properties": self._about_style,
                "properties": self._about_style,
                "spreadsheet": self._start_sheets,
                "page": self._start_page,
                "section": self._start_section,
                "table": self._start_table,
                "table-row": self._start_row,
                "table-cell": self._start_cell,
                "covered-table-cell": self._start_cell,
                "s": self._spaces,
                "a": self._link,
                **dict.fromkeys(("hidden-text", "hidden-paragraph"), self._hidden_text),
                **dict.fromkeys(("user-field-decl", "variable-set"), self._variable),
                **dict.fromkeys(_LINES, self._start_line),
                "date": self._start_date,
                **{name: self._character(text) for name, text in _ON_PAGE.items()},
                **{name: self._start_kind(kind) for name, kind in _KINDS.items() if name != "desc"},
            }
        )
        self._ends = Dispatch(
            {
                "page": self._end_page,
                "section": self._end_kind,
                "table": self._end_table,
                "table-row": self._end_row,
                "table-cell": self._end_cell,
                "covered-table-cell": self._end_cell,
                "date": self._end_line,
                **dict.fromkeys(_LINES, self._end_line),
                **dict.fromkeys((name for name in _KINDS if name != "desc"), self._end_kind),
            }
        )

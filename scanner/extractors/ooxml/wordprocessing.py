"""WordprocessingML as paragraphs and tables, streamed: body, headers, footers, notes, comments.

Runs of a paragraph are joined without a separator, as a reader sees them; hidden text, tracked
deletions and field instructions go out beside the body under their own kinds. Source: ECMA-376
part 1, sections 17.3 (paragraphs and runs), 17.4 (tables), 17.13 (annotations), 17.16 (fields).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from connectors.base import Cause
from scanner.extractors.base import ExtractionError, Kind, Locator, Part, column_name
from scanner.extractors.markup.expat import Acting, Attributes, attribute
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.grids import Grid

KINDS = {
    "document": Kind.BODY,
    "glossaryDocument": Kind.HIDDEN,  # building blocks: in the file, on no page
    "hdr": Kind.HEADER,
    "ftr": Kind.FOOTER,
    "footnotes": Kind.NOTE,
    "endnotes": Kind.NOTE,
    "comments": Kind.COMMENT,
}
"""Roots of the parts this reader takes."""

_Start = Callable[[Attributes], None]

_PARAGRAPH_CHARS = 262_144  # a longer paragraph goes out in pieces
_PENDING_PIECES = 4_000_000  # of an unfinished row or of nested paragraphs: no real document
_CELL_CHARS = 65_536  # what a cell holds beyond this goes out as running text
_TEXT = {
    "t": Kind.BODY,
    "delText": Kind.DELETED,
    "instrText": Kind.LINK,
    "delInstrText": Kind.DELETED,
}
_ON_PAGE = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_ATTRIBUTES = {
    "docPr": ("descr", "title"),
    "cNvPr": ("descr", "title"),
    "shape": ("alt", "title"),
    "rect": ("alt", "title"),
    "hyperlink": ("tooltip",),
    "alias": ("val",),
    "default": ("val",),
    "listItem": ("displayText",),
    "listEntry": ("val",),
    "helpText": ("val",),
    "statusText": ("val",),
}
"""Text in attributes that is on no page: alternative text, labels and choices of form fields."""


class _Paragraph:
    """An open paragraph: its text so far, and beside it what is hidden, deleted, or a field."""

    __slots__ = ("beside", "body", "chars", "locator")

    def __init__(self, locator: Locator) -> None:
        self.locator = locator
        self.body: list[str] = []
        self.beside: dict[Kind, list[str]] = {}
        self.chars = 0


class _Table:
    """An open table: the grid it fills, the row and cell being read."""

    __slots__ = ("cell", "cell_chars", "grid", "number", "row", "row_number", "span")

    def __init__(self, grid: Grid, number: int) -> None:
        self.grid, self.number = grid, number
        self.row: list[str] = []
        self.cell: list[str] = []
        self.cell_chars = 0
        self.span = 1
        self.row_number = 0


class WordReader(Acting):
    """Handler of one part; ``place`` leads the locators, ``tables`` numbers tables."""

    def __init__(self, root: str, place: Locator, tables: Iterator[int]) -> None:
        self._parts: list[Part] = []
        self._kind, self._place, self._table_ids = KINDS[root], place, tables
        self._flows = Flows()
        self._paragraphs: list[_Paragraph] = []
        self._containers: list[_Table | None] = []  # None: a text box, which stands outside
        self._runs: list[bool | None] = []  # open runs: hidden or not; None: a paragraph's looks
        self._sink: Kind | None = None
        self._moved = 0
        self._pending = 0
        self._note: Locator = ()
        self._paragraph = self._tables = self._boxes = self._notes = 0
        self._authors: set[str] = set()
        super().__init__(
            {
                "Fallback": self.skip,  # says the same once more for old programs
                "p": self._start_paragraph,
                "r": self._start_run,
                "pPr": self._start_properties,
                "vanish": self._vanish,
                "moveFrom": self._start_move,
                "tbl": self._start_table,
                "tc": self._start_cell,
                "tr": self._start_row,
                "gridSpan": self._grid_span,
                "gridBefore": self._grid_before,
                "txbxContent": self._start_box,
                "fldChar": self._field,
                "fldSimple": self._simple_field,
                "sym": self._symbol,
                "textpath": self._text_path,
                **dict.fromkeys(("comment", "footnote", "endnote"), self._start_note),
                **dict.fromkeys(("ins", "del", "moveTo"), self._author),
                **{name: self._start_text(kind) for name, kind in _TEXT.items()},
                **{name: self._character(text) for name, text in _ON_PAGE.items()},
                **{name: self._aside(names) for name, names in _ATTRIBUTES.items()},
            },
            {
                "p": self._end_paragraph,
                "r": self._end_run,
                "pPr": self._end_run,
                "moveFrom": self._end_move,
                "tbl": self._end_table,
                "tc": self._end_cell,
                "tr": self._end_row,
                "txbxContent": self._end_box,
                **dict.fromkeys(_TEXT, self._end_text),
            },
        )

    def text(self, data: str) -> None:
        """Take character data: text only inside the few elements that hold text."""
        if self._sink is not None and not self._skipping:
            self._put(self._sink, data)

    def take(self) -> list[Part]:
        """Take the passages that are full."""
        parts, self._parts = self._parts, []
        return parts

    def finish(self) -> list[Part]:
        """Take all that is left: at the end of the part, or of what could be read of it."""
        while self._paragraphs:
            self._end_paragraph()
        while self._containers:
            table = self._containers.pop()
            if table is None:
                continue
            self._containers.append(table)
            self._close_row(table)
            self._containers.pop()
            self._parts += self._flows.rest()
            self._parts += table.grid.finish()
        self._parts += self._flows.rest()
        return self.take()

    # Text

    def _put(self, kind: Kind, data: str) -> None:
        if kind is Kind.BODY and (self._moved or (self._runs and self._runs[-1])):
            kind = Kind.DELETED if self._moved else Kind.HIDDEN
        if not self._paragraphs:
            self._start_paragraph({})
        paragraph = self._paragraphs[-1]
        if kind is Kind.BODY:
            paragraph.body.append(data)
        else:
            paragraph.beside.setdefault(kind, []).append(data)
        paragraph.chars += len(data) + 1
        if paragraph.chars > _PARAGRAPH_CHARS:
            self._give_out(paragraph)
            self._paragraphs[-1] = _Paragraph(paragraph.locator)

    def _count(self) -> None:
        """Count what stays in memory until something ends. Raises ExtractionError(LIMIT)."""
        self._pending += 1
        if self._pending > _PENDING_PIECES:
            raise ExtractionError(Cause.LIMIT)

    def _start_text(self, kind: Kind) -> _Start:
        def start(_attributes: Attributes) -> None:
            self._sink = kind

        return start

    def _end_text(self) -> None:
        self._sink = None

    def _character(self, text: str) -> _Start:
        def start(_attributes: Attributes) -> None:
            if self._runs and self._runs[-1] is not None:  # elsewhere "tab" is a tab stop
                self._put(Kind.BODY, text)

        return start

    def _symbol(self, _attributes: Attributes) -> None:
        self._put(Kind.BODY, " ")  # a glyph of a symbol font: a box, a bullet, a telephone

    def _aside(self, names: tuple[str, ...]) -> _Start:
        def start(attributes: Attributes) -> None:
            for name in names:
                self._flows.add(Kind.HIDDEN, attribute(attributes, name), self._here())

        return start

    def _text_path(self, attributes: Attributes) -> None:
        self._flows.add(self._kind, attribute(attributes, "string"), self._here())

    def _author(self, attributes: Attributes) -> None:
        name = attribute(attributes, "author")
        if name and name not in self._authors:
            self._authors.add(name)
            self._flows.add(Kind.PROPERTY, f"Author: {name}", self._place)

    def _start_note(self, attributes: Attributes) -> None:
        word = "comment" if self._kind is Kind.COMMENT else "note"
        self._notes += 1
        self._note = (*self._place, (word, self._notes))
        self._author(attributes)

    # Fields: the instruction stands before the result, in runs of its own

    def _field(self, attributes: Attributes) -> None:
        if attribute(attributes, "fldCharType") == "begin":
            self._put(Kind.LINK, "\n")

    def _simple_field(self, attributes: Attributes) -> None:
        self._put(Kind.LINK, attribute(attributes, "instr") + "\n")

    # Runs

    def _start_run(self, _attributes: Attributes) -> None:
        self._runs.append(False)

    def _start_properties(self, _attributes: Attributes) -> None:
        self._runs.append(None)  # a hidden paragraph mark hides no text

    def _end_run(self) -> None:
        if self._runs:
            self._runs.pop()

    def _vanish(self, attributes: Attributes) -> None:
        if self._runs and self._runs[-1] is not None:
            self._runs[-1] = attribute(attributes, "val") not in ("0", "false", "off")

    def _start_move(self, _attributes: Attributes) -> None:
        self._moved += 1

    def _end_move(self) -> None:
        self._moved -= 1

    # Paragraphs

    def _here(self) -> Locator:
        """Return the place of the innermost open paragraph, or of the part."""
        return self._paragraphs[-1].locator if self._paragraphs else self._note or self._place

    def _start_paragraph(self, _attributes: Attributes) -> None:
        self._count()
        table = self._containers[-1] if self._containers else None
        if table is not None:
            place = ("cell", f"{column_name(len(table.row))}{table.row_number}")
            locator = (*(self._note or self._place), ("table", table.number), place)
        elif self._containers:
            locator = (*(self._note or self._place), ("text box", self._boxes))
        else:
            self._paragraph += 1
            locator = (*(self._note or self._place), ("paragraph", self._paragraph))
        self._paragraphs.append(_Paragraph(locator))

    def _end_paragraph(self) -> None:
        if self._paragraphs:
            self._give_out(self._paragraphs.pop())
            if not self._paragraphs and not self._containers:
                self._pending = 0

    def _give_out(self, paragraph: _Paragraph) -> None:
        for kind, pieces in paragraph.beside.items():
            for line in "".join(pieces).split("\n"):
                self._flows.add(kind, line, paragraph.locator)
        text = "".join(paragraph.body)
        table = self._containers[-1] if self._containers else None
        if table is not None and table.cell_chars + len(text) <= _CELL_CHARS:
            table.cell.append(text)
            table.cell_chars += len(text)
        else:
            self._flows.add(self._kind, text, paragraph.locator)
        if not self._containers:
            self._parts += self._flows.full()

    # Tables and text boxes

    def _start_box(self, _attributes: Attributes) -> None:
        self._boxes += 1
        self._containers.append(None)

    def _end_box(self) -> None:
        if self._containers and self._containers[-1] is None:
            self._containers.pop()

    def _start_table(self, _attributes: Attributes) -> None:
        self._count()
        self._tables += 1
        locator = (*(self._note or self._place), ("table", self._tables))
        grid = Grid(next(self._table_ids), locator, self._kind)
        self._containers.append(_Table(grid, self._tables))

    def _start_row(self, _attributes: Attributes) -> None:
        table = self._open_table()
        if table is not None:
            table.row_number += 1

    def _start_cell(self, _attributes: Attributes) -> None:
        self._count()
        table = self._open_table()
        if table is not None:
            table.cell, table.cell_chars, table.span = [], 0, 1

    def _grid_span(self, attributes: Attributes) -> None:
        table = self._open_table()
        if table is not None:
            table.span = _columns(attributes)

    def _grid_before(self, attributes: Attributes) -> None:
        table = self._open_table()
        if table is not None:
            table.row += [""] * _columns(attributes)

    def _end_cell(self) -> None:
        table = self._open_table()
        if table is not None:
            table.row.append(" ".join(" ".join(table.cell).split()))
            table.row += [""] * (table.span - 1)
            table.cell, table.cell_chars = [], 0

    def _end_row(self) -> None:
        table = self._open_table()
        if table is not None:
            self._close_row(table)

    def _close_row(self, table: _Table) -> None:
        if table.cell:
            self._end_cell()
        full = table.grid.extend(["\t".join(table.row).rstrip("\t")])
        if full:  # what stood before the table comes before it
            self._parts += [*self._flows.rest(), *full]
        table.row = []
        self._pending = 0

    def _end_table(self) -> None:
        table = self._open_table()
        if table is not None:
            self._containers.pop()
            self._parts += self._flows.rest()
            self._parts += table.grid.finish()

    def _open_table(self) -> _Table | None:
        return self._containers[-1] if self._containers else None


def _columns(attributes: Attributes) -> int:
    value = attribute(attributes, "val")
    # Word allows 63 columns (ECMA-376 part 1, 17.4); a lying number must not make millions.
    return min(int(value), 63) if value.isascii() and value.isdigit() else 1

"""One flow of text (body, header, note, box) as paragraphs and tables.

Source: Rich Text Format Specification 1.9.1, "Table Definitions" and "Nested Tables", read
2026-11-28: a row ends in a control word of its own, and a table where a paragraph is in none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from scanner.extractors.base import Kind, Locator, Part, column_name
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.grids import Grid
from scanner.extractors.rich_text.charsets import whole

_PARAGRAPH_CHARS = 262_144  # a longer paragraph goes out in pieces
_CELL_CHARS = 65_536  # what a cell holds beyond this goes out as running text
_CELLS = 1_000  # of a row; Word allows 63
_LEVELS = 32  # of tables within each other
_SAME_EDGE = 60  # twips: borders of cells that are meant to stand below each other
_CONTROLS = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f]")


@dataclass(slots=True)
class Document:
    """What all stories of one document share: their lines, tables, and what is ready."""

    flows: Flows = field(default_factory=Flows)
    parts: list[Part] = field(default_factory=list)
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    chars: int = 0  # that are shown
    damaged: bool = False
    counts: dict[str, int] = field(default_factory=dict)

    def place(self, word: str) -> Locator:
        """Return the place of the next header, note or box."""
        self.counts[word] = self.counts.get(word, 0) + 1
        return ((word, self.counts[word]),)

    def take(self) -> list[Part]:
        """Take what is full."""
        parts, self.parts = self.parts, []
        return [*parts, *self.flows.full()]


@dataclass(slots=True)
class _Table:
    number: int
    grid: Grid
    row: list[str] = field(default_factory=list)
    row_number: int = 1
    cell: list[str] = field(default_factory=list)  # its paragraphs
    chars: int = 0
    edges: list[int] = field(default_factory=list)  # of the row with most cells so far


class Story:
    """Gathers the pieces of a paragraph by what they are, and gives lines and rows.

    ``level`` says within how many tables a paragraph stands. ``open_row`` is set once a row was
    defined: some programs leave out that its paragraphs stand in a table.
    """

    def __init__(self, document: Document, kind: Kind, place: Locator = ()) -> None:
        self.document, self.kind, self.place = document, kind, place
        self.shown: list[str] = []
        self.hidden: list[str] = []
        self.deleted: list[str] = []
        self.links: list[str] = []
        self.edges: list[int] = []
        self.open_row = False
        self._paragraph = 0
        self._tables: list[_Table] = []

    def end_paragraph(self, level: int) -> None:
        """End a paragraph: a line, or one of a cell."""
        if level or self.open_row:
            self._to_cell(self._table(max(level, 1)))
            return
        if self._tables:
            self._leave(0)
        self._paragraph += 1
        self._line((*self.place, ("paragraph", self._paragraph)))

    def end_cell(self, level: int) -> None:
        """End a cell, and the paragraph it ends with."""
        table = self._table(max(level, 1))
        self._to_cell(table)
        table.row.append(" ".join(" ".join(table.cell).split()))
        table.cell, table.chars = [], 0
        if len(table.row) >= _CELLS:
            self._close_row(table)

    def end_row(self, level: int) -> None:
        """End a row; text after its last cell is one more."""
        level = max(level, 1)
        table = self._table(level)
        self._to_cell(table)
        if any(table.cell):
            self.end_cell(level)
        self._close_row(table)
        if level == 1:
            self.open_row = False

    def bound(self) -> None:
        """Give out a paragraph that is too long to be held."""
        chars = sum(sum(map(len, each)) for each in (self.shown, *self._beside().values()))
        if chars > _PARAGRAPH_CHARS:
            self._line(self._here())

    def finish(self) -> None:
        """End what is open."""
        if self.shown or any(self._beside().values()):
            # A row that breaks off, or a paragraph after its table.
            self.end_paragraph(len(self._tables) if self.open_row else 0)
        self._leave(0)

    def _here(self) -> Locator:
        if self._tables:
            return self._cell_place(self._tables[-1])
        return (*self.place, ("paragraph", self._paragraph + 1))

    def _cell_place(self, table: _Table) -> Locator:
        cell = f"{column_name(len(table.row))}{table.row_number}"
        return (*self.place, ("table", table.number), ("cell", cell))

    def _beside(self) -> dict[Kind, list[str]]:
        return {Kind.LINK: self.links, Kind.HIDDEN: self.hidden, Kind.DELETED: self.deleted}

    def _taken(self, locator: Locator) -> str:
        """Give out what stands beside the paragraph; return what it shows."""
        for kind, pieces in self._beside().items():
            if pieces:
                for line in _joined(pieces).split("\n"):
                    self.document.flows.add(kind, line.strip(), locator)
        text = _joined(self.shown).rstrip() if self.shown else ""
        self.document.chars += len(text)
        return text

    def _line(self, locator: Locator) -> None:
        self.document.flows.add(self.kind, self._taken(locator), locator)

    def _to_cell(self, table: _Table) -> None:
        place = self._cell_place(table)
        text = self._taken(place)
        if table.chars + len(text) <= _CELL_CHARS:
            table.cell.append(text)
            table.chars += len(text) + 1
        else:
            self.document.flows.add(self.kind, text, place)

    def _table(self, level: int) -> _Table:
        """Return the table at ``level``; those within it end, those around it begin."""
        level = min(level, _LEVELS)
        if len(self._tables) > level:
            self._leave(level)
        document = self.document
        while len(self._tables) < level:
            number = next(document.tables)
            grid = Grid(number, (*self.place, ("table", number)), self.kind)
            document.parts += document.flows.rest()
            self._tables.append(_Table(number, grid))
        return self._tables[-1]

    def _close_row(self, table: _Table) -> None:
        cells, edges = table.row, self.edges
        if len(cells) == len(edges):
            if len(edges) >= len(table.edges):
                table.edges = list(edges)
            else:
                cells = spread(cells, edges, table.edges)
        full = table.grid.extend(["\t".join(cells).rstrip("\t")])
        if full:  # what stood before the table comes before it
            self.document.parts += [*self.document.flows.rest(), *full]
        table.row = []
        table.row_number += 1

    def _leave(self, level: int) -> None:
        while len(self._tables) > level:
            table = self._tables.pop()
            if not table.row and table.row_number == 1:
                self._never_a_table(table)
                continue
            if any(table.cell):
                table.row.append(" ".join(" ".join(table.cell).split()))
            if table.row:
                self._close_row(table)
            self.document.parts += [*self.document.flows.rest(), *table.grid.finish()]
        self.open_row = self.open_row and level > 0

    def _never_a_table(self, table: _Table) -> None:
        """Give out paragraphs that were said to stand in a table, in which no cell ever ended."""
        for text in table.cell:
            self._paragraph += 1
            place = (*self.place, ("paragraph", self._paragraph))
            self.document.flows.add(self.kind, text, place)


def _joined(pieces: list[str]) -> str:
    text = whole("".join(pieces)).replace("\xa0", " ")
    pieces.clear()
    return _CONTROLS.sub("", text)


def spread(cells: list[str], edges: list[int], columns: list[int]) -> list[str]:
    """Return a row whose cells span columns with an empty cell for each further column.

    ``edges`` and ``columns`` are where cells end on their right, of this row and of one with more.

    >>> spread(["a", "b"], [2000, 3000], [1000, 2000, 3000])
    ['a', '', 'b']
    """
    row: list[str] = []
    for text, edge in zip(cells, edges, strict=True):
        row.append(text)
        while len(row) < len(columns) and columns[len(row)] <= edge + _SAME_EDGE:
            row.append("")
    return row

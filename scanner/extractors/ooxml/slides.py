"""PresentationML as lines and tables, streamed: slides as they are shown, and their notes.

Runs of a paragraph are joined without a separator. What is on no slide that an audience sees (a
slide or shape that is hidden, alternative text) goes out as hidden. Source: ECMA-376 part 1,
sections 19.3 (slides), 20.1.2.2.8 (hidden shapes), 21.1.2 (text), 21.1.3 (tables), read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from connectors.base import Cause
from scanner.extractors.base import ExtractionError, Kind, Locator, Part
from scanner.extractors.markup.expat import Acting, Attributes, Handler, attribute, parse
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.grids import Grid
from scanner.extractors.ooxml.package import Package
from scanner.extractors.ooxml.relationships import Relationships, relationship_id

KINDS = {"sld": Kind.BODY, "notes": Kind.NOTE}
"""Roots of the parts this reader takes."""

_OFF = frozenset({"0", "false"})
_SHAPES = ("sp", "grpSp", "graphicFrame", "pic", "cxnSp", "contentPart")
_CELL_CHARS = 65_536  # what a cell holds beyond this goes out as running text
_PARAGRAPH_CHARS = 262_144  # a longer paragraph goes out in pieces


@dataclass(slots=True)
class _Table:
    """An open table: the grid it fills, the row and cell being read."""

    grid: Grid
    row: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    chars: int = 0


class SlideReader(Acting):
    """Handler of one slide or its notes, whose lines go to ``flows``.

    ``tables`` numbers the tables of the document.
    """

    def __init__(self, root: str, place: Locator, flows: Flows, tables: Iterator[int]) -> None:
        self._kind, self._place, self._table_ids = KINDS[root], place, tables
        self._parts: list[Part] = []
        self._flows = flows
        self._shapes: list[bool] = []  # open shapes: hidden or not, as what holds them is
        self._pieces: list[str] = []
        self._chars = 0
        self._in_text = False
        self._table: _Table | None = None
        self._tables = 0
        super().__init__(
            {
                "sld": self._start_slide,
                "Fallback": self.skip,  # says the same once more for old programs
                "cNvPr": self._about_shape,
                "hlinkClick": self._about_link,
                "t": self._start_text,
                "br": self._break,
                "tbl": self._start_table,
                **dict.fromkeys(_SHAPES, self._start_shape),
            },
            {
                "t": self._end_text,
                "p": self._end_paragraph,
                "tc": self._end_cell,
                "tr": self._end_row,
                "tbl": self._end_table,
                **dict.fromkeys(_SHAPES, self._end_shape),
            },
        )

    def text(self, data: str) -> None:
        """Take character data: text only inside the elements that hold text."""
        if self._in_text and not self._skipping:
            self._put(data)

    def take(self) -> list[Part]:
        """Take the passages that are full."""
        parts, self._parts = self._parts, []
        return [*parts, *self._flows.full()]

    def finish(self) -> list[Part]:
        """Take the tables that are left, of a part that broke off too."""
        self._end_paragraph()
        if self._table is not None:
            self._end_row()
            self._end_table()
        return self.take()

    def _start_slide(self, attributes: Attributes) -> None:
        if attributes.get("show") in _OFF:
            self._kind = Kind.HIDDEN

    # Shapes

    def _start_shape(self, _attributes: Attributes) -> None:
        self._shapes.append(bool(self._shapes) and self._shapes[-1])

    def _end_shape(self) -> None:
        if self._shapes:
            self._shapes.pop()

    def _about_shape(self, attributes: Attributes) -> None:
        if self._shapes and attributes.get("hidden", "0") not in _OFF:
            self._shapes[-1] = True
        for name in ("descr", "title"):
            self._flows.add(Kind.HIDDEN, attribute(attributes, name), self._place)

    def _about_link(self, attributes: Attributes) -> None:
        self._flows.add(Kind.HIDDEN, attribute(attributes, "tooltip"), self._place)

    def _kind_here(self) -> Kind:
        return Kind.HIDDEN if self._shapes and self._shapes[-1] else self._kind

    # Text

    def _start_text(self, _attributes: Attributes) -> None:
        self._in_text = True

    def _end_text(self) -> None:
        self._in_text = False

    def _break(self, _attributes: Attributes) -> None:
        self._put("\n")

    def _put(self, data: str) -> None:
        self._pieces.append(data)
        self._chars += len(data)
        if self._chars > _PARAGRAPH_CHARS:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        text = "".join(self._pieces)
        self._pieces, self._chars = [], 0
        table = self._table
        if table is not None and table.chars + len(text) <= _CELL_CHARS:
            table.cell.append(text)
            table.chars += len(text)
        else:
            self._flows.add(self._kind_here(), text, self._place)

    # Tables: a cell that lies across several columns is followed by an empty one for each

    def _start_table(self, _attributes: Attributes) -> None:
        self._tables += 1
        place = (*self._place, ("table", self._tables))
        self._table = _Table(Grid(next(self._table_ids), place, self._kind_here()))

    def _end_cell(self) -> None:
        if self._table is not None:
            self._table.row.append(" ".join(" ".join(self._table.cell).split()))
            self._table.cell, self._table.chars = [], 0

    def _end_row(self) -> None:
        if self._table is not None:
            if self._table.cell:
                self._end_cell()
            full = self._table.grid.extend(["\t".join(self._table.row).rstrip("\t")])
            if full:  # what stood before the table comes before it
                self._parts += [*self._flows.rest(), *full]
            self._table.row = []

    def _end_table(self) -> None:
        if self._table is not None:
            self._parts += [*self._flows.rest(), *self._table.grid.finish()]
            self._table = None


class _Order:
    """Handler of the presentation part: which slides are shown, one after the other."""

    def __init__(self) -> None:
        self.identifiers: list[str] = []

    def choose(self, root: str, _attributes: Attributes) -> Handler | None:
        """Take the part if it is a presentation."""
        return self if root == "presentation" else None

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        if tag.rpartition(":")[2] == "sldId":
            self.identifiers.append(relationship_id(attributes))

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take character data: there is none."""


def read_slides(package: Package, relationships: Relationships) -> tuple[list[str], list[Cause]]:
    """Return the parts of the slides in order, and what was damaged.

    Slides that the presentation does not name (it is lost, or lies) come last.
    """
    main, order = relationships.main_part() or "ppt/presentation.xml", _Order()
    names = package.names()
    damaged: list[Cause] = []
    if main in names:
        try:
            for _ in parse(package.blocks(main), order.choose):
                pass
        except ExtractionError as error:
            damaged.append(error.cause)
    targets = {each.identifier: each.target for each in relationships.of(main)}
    listed = [targets[each] for each in order.identifiers if each in targets]
    lost = [name for name in names if name.startswith("ppt/slides/slide") and name.endswith(".xml")]
    return list(dict.fromkeys([*listed, *lost])), damaged

"""From the characters of one sub-document to passages: paragraphs, tables, fields.

Source: [MS-DOC] 2.8.25 (fields), 2.4.3-2.4.4 (cells and rows), 2.9.43 and its neighbours for what
single characters stand for, read 2026-11-28.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from scanner.extractors.base import Kind, Locator, Passage, TablePassage, column_name
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.grids import Grid
from scanner.extractors.word_binary.looks import IN_TABLE, ROW_END, Looks
from scanner.extractors.word_binary.pieces import Text

_PARAGRAPH = re.compile("[^\r\x07\x0c]*[\r\x07\x0c]?")
_SPECIAL = re.compile("([\x13\x14\x15])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x12\x16-\x1b]")
_AS_SHOWN = str.maketrans({"\x0b": "\n", "\x1e": "-", "\x1f": None, "\xa0": " ", "\x0c": None})
_CELL_CHARS = 65_536
_FIELDS = 64  # within each other


@dataclass(slots=True)
class Story:
    """Reads the sub-documents of one document; tables are counted through all of them."""

    text: Text
    looks: Looks
    tables: int = 0
    chars: int = 0
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._starts = [start for start, _, _ in self.looks.runs]

    def parts(
        self, start: int, end: int, kind: Kind = Kind.BODY, place: Locator = ()
    ) -> Iterator[Passage | TablePassage]:
        """Yield what stands between two positions, as ``kind``, below ``place``."""
        yield from _Reading(self, kind, place).run(start, min(end, len(self.text.text)))

    def kinds(self, start: int, end: int) -> Iterator[tuple[int, int, Kind | None]]:
        """Yield the runs between two positions that are shown (None), hidden or deleted."""
        runs = self.looks.runs
        at = max(bisect_right(self._starts, start) - 1, 0)
        while start < end and at < len(runs):
            begin, stop, kind = runs[at]
            at += 1
            if stop <= start:
                continue
            if begin >= end:
                break
            if begin > start:
                yield start, begin, None
                start = begin
            yield start, min(stop, end), kind
            start = min(stop, end)
        if start < end:
            yield start, end, None


@dataclass(slots=True)
class _Reading:
    """One sub-document being read."""

    story: Story
    kind: Kind
    place: Locator
    flows: Flows = field(default_factory=Flows)
    paragraph: int = 0
    fields: list[bool] = field(default_factory=list)  # open ones: still in the instruction?
    grid: Grid | None = None
    row: list[str] = field(default_factory=list)
    row_number: int = 1
    cell: list[str] = field(default_factory=list)

    def run(self, start: int, end: int) -> Iterator[Passage | TablePassage]:
        text = self.story.text
        while start < end:
            found = _PARAGRAPH.match(text.text, start, end)
            stop = found.end() if found else end
            last = text.text[stop - 1]
            marks = self.story.looks.paragraph(text.offset(stop - 1))
            if not marks and last == "\x07" and not self.story.looks.starts:
                marks = ROW_END if stop - start == 1 and self.row else IN_TABLE
            if marks & ROW_END and last in "\x07\r":
                yield from self._end_row()
            elif marks & IN_TABLE or last == "\x07":
                yield from self._take_cell(start, stop, last)
            else:
                yield from self._leave_table()
                self.paragraph += 1
                self._take(start, stop, (*self.place, ("paragraph", self.paragraph)), None)
                yield from self.flows.full()
            start = stop
        if self.cell or self.row:
            yield from self._end_row()
        yield from self._leave_table()
        yield from self.flows.rest()

    def _take(self, start: int, stop: int, place: Locator, cell: list[str] | None) -> None:
        """Sort a paragraph's characters: shown ones to the cell, or as a line; others aside."""
        beside: dict[Kind, list[str]] = {}
        shown: list[str] = []
        for begin, end, hidden in self.story.kinds(start, stop):
            for piece in _SPECIAL.split(self.story.text.text[begin:end]):
                if piece == "\x13":
                    if len(self.fields) < _FIELDS:
                        self.fields.append(True)
                    beside.setdefault(Kind.LINK, []).append("\n")
                elif piece == "\x14":
                    self.fields[-1:] = [False]
                elif piece == "\x15":
                    self.fields[-1:] = []
                elif piece:
                    text = self._shown(piece)
                    if hidden is not None:
                        beside.setdefault(hidden, []).append(text)
                    elif any(self.fields):
                        beside.setdefault(Kind.LINK, []).append(text)
                    else:
                        shown.append(text)
        if self.story.text.text[stop - 1] == "\r":
            self.fields = [False] * len(self.fields)  # an instruction ends with its paragraph
        for kind, pieces in beside.items():
            for line in "".join(pieces).strip("\n").split("\n"):
                self.flows.add(kind, line.strip(), place)
        text = "".join(shown)
        self.story.chars += len(text.strip())
        if cell is None:
            self.flows.add(self.kind, text.rstrip(), place)
        elif sum(map(len, cell)) + len(text) <= _CELL_CHARS:
            cell.append(text)
        else:
            self.flows.add(self.kind, text, place)

    def _shown(self, piece: str) -> str:
        piece = piece.rstrip("\r\x07")
        return _CONTROL.sub("", self.story.text.shown(piece).translate(_AS_SHOWN))

    def _take_cell(self, start: int, stop: int, last: str) -> Iterator[Passage | TablePassage]:
        if self.grid is None:
            self.story.tables += 1
            self.row_number = 1
            locator = (*self.place, ("table", self.story.tables))
            self.grid = Grid(self.story.tables, locator, self.kind)
            yield from self.flows.rest()
        cell = ("cell", f"{column_name(len(self.row))}{self.row_number}")
        self._take(start, stop, (*self.place, ("table", self.story.tables), cell), self.cell)
        if last == "\x07":
            self.row.append(" ".join(" ".join(self.cell).split()))
            self.cell = []

    def _end_row(self) -> Iterator[Passage | TablePassage]:
        if self.cell:
            self.row.append(" ".join(" ".join(self.cell).split()))
            self.cell = []
        if self.grid is not None:
            yield from self.grid.extend(["\t".join(self.row).rstrip("\t")])
        self.row = []
        self.row_number += 1

    def _leave_table(self) -> Iterator[Passage | TablePassage]:
        if self.grid is not None:
            if self.cell or self.row:
                yield from self._end_row()
            yield from self.flows.rest()
            yield from self.grid.finish()
            self.grid = None

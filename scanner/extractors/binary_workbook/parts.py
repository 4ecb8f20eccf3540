"""What each binary part of a workbook says beside its cells.

Of the records that hold text only a few are told apart; of all others each string is read, so that
none is missed. Source: [MS-XLSB] 2.2.1 (parts), 2.4.301 (BrtBundleSh), 2.4.757 (BrtRowHdr), 2.4.822
(BrtWbProp), read 2026-11-28.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field

from scanner.extractors.base import Kind, Locator
from scanner.extractors.binary_workbook.records import records, string, strings
from scanner.extractors.markup.flow import Flows

_ROW = 0
_BULK = frozenset({*range(1, 19), 60, 62})  # cells, and how wide columns are
_SHEET, _WORKBOOK = 156, 153
_DEFINED_NAME, _HEADERS, _LINK = 39, 479, 494
_USES_1904 = 1
_RELATIONSHIP = re.compile(r"rId[0-9]+")  # names another part
_KINDS = (
    ("comments", Kind.COMMENT), ("threadedcomment", Kind.COMMENT), ("pivotcache", Kind.CACHED),
    ("externallink", Kind.CACHED), ("table", Kind.CACHED), ("revision", Kind.DELETED),
)  # fmt: skip
_OF_RECORDS = {_DEFINED_NAME: Kind.HIDDEN, _HEADERS: Kind.HEADER, _LINK: Kind.LINK}


@dataclass(slots=True)
class Book:
    """What the workbook's part says: its sheets, by relationship, and how days are counted."""

    sheets: list[tuple[str, bool]] = field(default_factory=list)  # relationship id, hidden
    uses_1904: str = ""


@dataclass(slots=True)
class Extent:
    """How large the grid of a sheet's cells is."""

    rows: int = 1
    columns: int = 1

    @property
    def cells(self) -> int:
        """The size of the grid that a dense reader would make."""
        return self.rows * self.columns


def read_book(blocks: Iterable[bytes], book: Book, flows: Flows) -> None:
    """Gather the workbook's part; names of sheets, defined names and the like go to ``flows``."""
    for kind, data in records(blocks):
        if kind == _SHEET and len(data) >= 12:
            (state,) = struct.unpack_from("<I", data)
            identifier, at = string(data, 8)
            book.sheets.append((identifier, state != 0))
            flows.add(Kind.NAME, string(data, at)[0], ())
            continue
        if kind == _WORKBOOK and data and data[0] & _USES_1904:
            book.uses_1904 = "1"
        _strings_to(flows, _OF_RECORDS.get(kind, Kind.PROPERTY), data, ())


def read_sheet(blocks: Iterable[bytes], place: Locator, extent: Extent, flows: Flows) -> None:
    """Add what a sheet says outside its cells to ``flows``; note how large its grid is."""
    for kind, data in records(blocks, _BULK):
        if kind == _ROW:
            _note_row(data, extent)
        else:
            _strings_to(flows, _OF_RECORDS.get(kind, Kind.HIDDEN), data, place)


def _note_row(data: bytes, extent: Extent) -> None:
    if len(data) < 17:
        return
    row = int.from_bytes(data[:4], "little")
    if row >= extent.rows:
        extent.rows = row + 1
    if len(data) >= 25:
        column = int.from_bytes(data[-4:], "little")  # the last of its last span of cells
        if column >= extent.columns:
            extent.columns = column + 1


def read_part(blocks: Iterable[bytes], name: str, place: Locator, flows: Flows) -> None:
    """Add the strings of any other part, as its ``name`` tells what they are."""
    lower = name.lower()
    of_part = next((kind for word, kind in _KINDS if word in lower), Kind.HIDDEN)
    for kind, data in records(blocks):
        _strings_to(flows, _OF_RECORDS.get(kind, of_part), data, place)


def _strings_to(flows: Flows, kind: Kind, data: bytes, place: Locator) -> None:
    if len(data) > 8:  # four of its count, four of two characters
        for text in strings(data):
            if not _RELATIONSHIP.fullmatch(text):
                flows.add(kind, text, place)

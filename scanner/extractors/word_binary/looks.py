"""Which characters are hidden or deleted, and which paragraphs are of a table.

Source: [MS-DOC] 2.6.1-2.6.2 (properties), 2.9.33 (ChpxFkp), 2.9.174 (PapxFkp), 2.9.182 (PnFkp),
2.9.207 (Prl), read 2026-11-28.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from scanner.extractors.base import Kind
from scanner.extractors.word_binary.fib import LOOKS, PARAGRAPHS, Fib
from scanner.extractors.word_binary.pieces import Text

IN_TABLE, ROW_END = 1, 2

_PAGE = 512
_PAGES = 250_000
_DELETED, _HIDDEN = 0x0800, 0x083C
_IN_TABLE, _ROW_END, _HUGE = 0x2416, 0x2417, 0x6646
_OLD_IN_TABLE, _OLD_ROW_END = 24, 25  # of Word 6, whose properties have one byte
_SIZES = (1, 1, 2, 4, 2, 2, -1, 3)  # of operands by the upper three bits; -1: a size goes before
_TABLE_DEFINITION, _TAB_CHANGES = 0xD608, 0xC615


@dataclass(slots=True)
class Looks:
    """What the looks say: runs of characters that are not shown, and marks of paragraphs."""

    runs: list[tuple[int, int, Kind]] = field(default_factory=list)  # of positions, in order
    starts: list[int] = field(default_factory=list)  # offsets where paragraphs begin
    marks: list[int] = field(default_factory=list)  # what each of these is

    def paragraph(self, offset: int) -> int:
        """Return what the paragraph is whose character lies at ``offset`` of the stream."""
        at = bisect_right(self.starts, offset) - 1
        return self.marks[at] if at >= 0 else 0


def read_looks(fib: Fib, text: Text, main: bytes, table: bytes, data: bytes) -> Looks:
    """Return the looks of a document; ``data`` is the stream that long ones lie in."""
    looks = Looks()
    if fib.wide:
        for start, end, properties in _characters(fib, main, table):
            kind = _hidden(properties)
            if kind is not None:
                looks.runs += [(*span, kind) for span in text.spans(start, end)]
        looks.runs.sort(key=lambda run: run[:2])
    paragraphs = sorted(
        (start, _marks(properties, data, fib.wide))
        for start, properties in _paragraphs(fib, main, table)
    )
    looks.starts = [start for start, _ in paragraphs]
    looks.marks = [marks for _, marks in paragraphs]
    return looks


def _pages(fib: Fib, main: bytes, table: bytes, number: int) -> Iterator[bytes]:
    plc = fib.part(table, number)
    width = 4 if fib.wide else 2
    count = min((len(plc) - 4) // (4 + width), _PAGES)
    for index in range(count):
        raw = plc[4 * (count + 1) + width * index :][:width]
        at = (int.from_bytes(raw, "little") & 0x3FFFFF) * _PAGE
        page = main[at : at + _PAGE]
        if len(page) == _PAGE and 4 * (page[-1] + 1) < _PAGE:
            yield page


def _characters(fib: Fib, main: bytes, table: bytes) -> Iterator[tuple[int, int, bytes]]:
    for page in _pages(fib, main, table, LOOKS):
        count = page[-1]
        places = struct.unpack_from(f"<{count + 1}I", page)
        for index in range(count):
            at = 2 * page[min(4 * (count + 1) + index, _PAGE - 1)]
            if at:
                yield places[index], places[index + 1], page[at + 1 : at + 1 + page[at]]


def _paragraphs(fib: Fib, main: bytes, table: bytes) -> Iterator[tuple[int, bytes]]:
    width = 13 if fib.wide else 7
    for page in _pages(fib, main, table, PARAGRAPHS):
        count = page[-1]
        places = struct.unpack_from(f"<{count + 1}I", page)
        for index in range(count):
            at = 2 * page[min(4 * (count + 1) + width * index, _PAGE - 1)]
            if not at:
                yield places[index], b""
                continue
            size, begin = 2 * page[at] - 1, at + 1
            if size < 0:
                size, begin = 2 * page[min(at + 1, _PAGE - 1)], at + 2
            style = 2 if fib.wide else 1
            yield places[index], page[begin + style : begin + size]


def _properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 2 <= len(data):
        (code,) = struct.unpack_from("<H", data, at)
        at += 2
        size = _SIZES[code >> 13]
        if size < 0:
            if code == _TABLE_DEFINITION:
                size = int.from_bytes(data[at : at + 2], "little") + 1
            elif code == _TAB_CHANGES and data[at : at + 1] == b"\xff":
                return  # of a length that only its content tells; nothing that is asked for follows
            else:
                size = data[at] + 1 if at < len(data) else 1
        yield code, data[at : at + size]
        at += size


def _hidden(properties: bytes) -> Kind | None:
    kind = None
    for code, operand in _properties(properties):
        if code == _DELETED and operand[:1] != b"\0":
            return Kind.DELETED
        if code == _HIDDEN:
            kind = Kind.HIDDEN if operand[:1] in (b"\x01", b"\x81") else None
    return kind


def _marks(properties: bytes, data: bytes, wide: bool) -> int:  # noqa: FBT001 - of the document
    if not wide:
        # Its operands have no sizes in their codes; what marks a table comes first.
        marks = IN_TABLE if bytes((_OLD_IN_TABLE, 1)) in properties else 0
        return marks | (ROW_END if bytes((_OLD_ROW_END, 1)) in properties else 0)
    marks = 0
    for code, operand in _properties(properties):
        if code == _IN_TABLE and operand[:1] == b"\x01":
            marks |= IN_TABLE
        elif code == _ROW_END and operand[:1] == b"\x01":
            marks |= ROW_END
        elif code == _HUGE and len(operand) == 4:
            at = int.from_bytes(operand, "little")
            size = int.from_bytes(data[at : at + 2], "little")
            for inner, value in _properties(data[at + 2 : at + 2 + size]):
                if inner == _ROW_END and value[:1] == b"\x01":
                    marks |= ROW_END
                elif inner == _IN_TABLE and value[:1] == b"\x01":
                    marks |= IN_TABLE
    return marks

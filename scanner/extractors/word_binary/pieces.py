"""The text of a Word document, which lies in pieces, and where each character lies in the file.

Source: [MS-DOC] 2.4.1, 2.8.35 (PlcPcd), 2.9.38 (Clx), 2.9.73 (FcCompressed), read 2026-11-28.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from scanner.extractors.word_binary.fib import PIECES, Fib

_PIECES = 1_000_000
_CHARS = 40_000_000  # of a document held in memory; a stream has 128 MB at most
_COMPRESSED = 0x40000000
_NULS_OF_WIDE = 0.25  # of the bytes: then old text has two bytes a character


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that lie together: from which on, how many, where, how wide each."""

    first: int
    count: int
    offset: int
    width: int


@dataclass(slots=True)
class Text:
    """All characters in order, one for each position that other tables name.

    Text of one byte a character from before Word 97 is kept as its bytes: ``shown`` decodes it.
    """

    text: str = field(repr=False)
    pieces: list[Piece] = field(repr=False)
    encoding: str | None
    damaged: bool

    def __post_init__(self) -> None:
        self._starts = [piece.first for piece in self.pieces]

    _starts: list[int] = field(init=False, repr=False)

    def offset(self, position: int) -> int:
        """Return where in the stream the character at ``position`` lies; -1 for nowhere."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return -1
        piece = self.pieces[at]
        return piece.offset + (position - piece.first) * piece.width

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the positions of the characters whose bytes lie in [start, end) of the stream."""
        for piece in self.pieces:
            first = max(start, piece.offset)
            last = min(end, piece.offset + piece.count * piece.width)
            if first < last:
                begin = piece.first + (first - piece.offset) // piece.width
                yield begin, piece.first + -(-(last - piece.offset) // piece.width)

    def shown(self, text: str) -> str:
        """Return a run of the text as people read it."""
        if self.encoding is not None:
            return text.encode("latin-1", "replace").decode(self.encoding, "replace")
        if text.isascii() or not any("\ud800" <= each <= "\udfff" for each in text):
            return text
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def read_text(fib: Fib, main: bytes, table: bytes) -> Text:
    """Return the text of a document; what of it is cut off is left out."""
    pieces = _pieces(fib, table) or [_only_piece(fib, main)]
    old = not fib.wide and all(piece.width == 1 for piece in pieces)
    texts: list[str] = []
    held: list[Piece] = []
    at = 0
    damaged = False
    for piece in pieces:
        raw = main[piece.offset : piece.offset + piece.count * piece.width]
        text = _characters(raw, piece.width, "latin-1" if old else "cp1252")
        damaged = damaged or len(text) < piece.count
        if piece.first != at or not text:  # a table that lies: positions are counted as they come
            damaged = True
        held.append(Piece(at, len(text), piece.offset, piece.width))
        texts.append(text)
        at += len(text)
        if at > _CHARS:
            damaged = True
            break
    return Text("".join(texts), held, fib.encoding if old else None, damaged)


def _pieces(fib: Fib, table: bytes) -> list[Piece]:
    clx = fib.part(table, PIECES)
    at = 0
    while at + 3 <= len(clx) and clx[at] == 1:  # looks that pieces share
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at + 5 > len(clx) or clx[at] != 2:
        return []
    (size,) = struct.unpack_from("<I", clx, at + 1)
    plc = clx[at + 5 : at + 5 + size]
    count = min((len(plc) - 4) // 12, _PIECES)
    if count < 1:
        return []
    starts = struct.unpack_from(f"<{count + 1}I", plc)
    pieces: list[Piece] = []
    for number in range(count):
        (place,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * number + 2)
        length = starts[number + 1] - starts[number]
        if length <= 0:
            continue
        if not fib.wide:
            pieces.append(Piece(starts[number], length, place, 1))
        elif place & _COMPRESSED:
            pieces.append(Piece(starts[number], length, (place & ~_COMPRESSED) // 2, 1))
        else:
            pieces.append(Piece(starts[number], length, place, 2))
    return pieces


def _only_piece(fib: Fib, main: bytes) -> Piece:
    raw = main[fib.text_start : fib.text_end]
    width = 2 if raw.count(0) > _NULS_OF_WIDE * len(raw) else 1
    return Piece(0, len(raw) // width, fib.text_start, width)


def _characters(raw: bytes, width: int, narrow: str) -> str:
    if width == 1:
        return raw.decode(narrow, "replace")
    raw = raw[: len(raw) // 2 * 2]
    text = raw.decode("utf-16-le", "replace")
    if 2 * len(text) == len(raw):
        return text
    return "".join(map(chr, array("H", raw)))  # halves of characters have positions of their own

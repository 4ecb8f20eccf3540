"""The first block of a Word document: which parts it has and where they lie.

Source: [MS-DOC] 2.5.1-2.5.6 (FIB), read 2026-11-28; Word 6 and 95 from the layout of the older
block, whose table of positions has the same order.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from connectors.base import Cause
from scanner.extractors.base import ExtractionError
from scanner.extractors.compound.code_pages import encoding_of_language

_WORD_97, _WORD_6 = 0xA5EC, 0xA5DC
_FIRST_97 = 0x00A5  # numbers of versions from Word 97 on are above those of Word 95 (2.5.1)
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_MAC = 256

NOTES, COMMENTS, HEADERS, LOOKS, PARAGRAPHS = 3, 5, 11, 12, 13
PIECES, OWNERS, ENDNOTES, DRAWINGS, REVISERS, BOXES, HEADER_BOXES = 33, 36, 47, 50, 51, 56, 58
VARIABLES, SAVED_BY = 60, 71
_POSITIONS = 72  # fields of the table that are read


@dataclass(frozen=True, slots=True)
class Fib:
    """What the block says: ``lengths`` of the sub-documents in characters, in their order.

    ``positions`` are (offset, size in bytes) in the table stream. ``encoding`` is of text with one
    byte a character.
    """

    wide: bool  # Word 97 and later
    table: str
    encoding: str
    lengths: tuple[int, ...]  # main, notes, headers, macros, comments, endnotes, boxes, header's
    positions: tuple[tuple[int, int], ...] = field(repr=False)
    text_start: int
    text_end: int
    next_block: int  # in the same stream, of the text building blocks; 0 for none

    def part(self, table: bytes, number: int) -> bytes:
        """Return the bytes of a part of the table stream; none where it is not there."""
        if number >= len(self.positions):
            return b""
        at, size = self.positions[number]
        return table[at : at + size]


def read_fib(data: bytes, at: int = 0) -> Fib:
    """Return the block at ``at``. Raises ExtractionError(ENCRYPTED, CORRUPT)."""
    if len(data) < at + 0x1AA:
        raise ExtractionError(Cause.CORRUPT)
    magic, version, language, following, flags, charset = struct.unpack_from(
        "<HHxxHHH8xH", data, at
    )
    if magic not in (_WORD_97, _WORD_6) and version < 0x60:
        raise ExtractionError(Cause.CORRUPT)
    if flags & _ENCRYPTED:
        raise ExtractionError(Cause.ENCRYPTED)
    start, end = struct.unpack_from("<II", data, at + 0x18)
    wide = version > _FIRST_97 or magic == _WORD_97
    first, lengths = (0x9A, 0x4C) if wide else (0x58, 0x34)
    count = min(_POSITIONS if wide else PIECES + 1, (len(data) - at - first) // 8)
    numbers = struct.unpack_from(f"<{2 * count}I", data, at + first)
    return Fib(
        wide,
        ("1table" if flags & _SECOND_TABLE else "0table") if wide else "worddocument",
        "mac_roman" if charset == _MAC else encoding_of_language(language),
        struct.unpack_from("<8I", data, at + lengths),
        tuple(zip(numbers[::2], numbers[1::2], strict=True)),
        start,
        end,
        following * 512,
    )

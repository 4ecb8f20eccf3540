"""The records of a workbook stream, and the strings in them.

Source: [MS-XLS] 2.1.4 (records), 2.5.240 (ShortXLUnicodeString), 2.5.293
(XLUnicodeRichExtendedString), 2.5.294 (XLUnicodeString), read 2026-11-28.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BOF, EOF, CONTINUE = 0x0809, 0x000A, 0x003C
BOFS = frozenset({0x0009, 0x0209, 0x0409, BOF})
HEAD = struct.Struct("<HH")  # of a record: its type and size; of a cell: row and column


@dataclass(slots=True)
class Dialect:
    """How a workbook writes: ``wide`` since Excel 97 (BIFF8), the code page before."""

    wide: bool = True
    encoding: str = "cp1252"


def records(data: bytes, at: int = 0) -> Iterator[tuple[int, int, int]]:
    """Yield each record from ``at`` on: its type, where its content begins, where that ends."""
    unpack, last = HEAD.unpack_from, len(data) - 4
    while at <= last:
        kind, size = unpack(data, at)
        at += 4
        yield kind, at, at + size
        at += size


def string(data: bytes, at: int, count_bytes: int, dialect: Dialect) -> tuple[str, int]:
    """Return the string at ``at``, whose length is in so many bytes, and where it ends.

    Raises struct.error where the data end before its length.
    """
    (count,) = struct.unpack_from("<B" if count_bytes == 1 else "<H", data, at)
    at += count_bytes
    if not dialect.wide:
        return data[at : at + count].decode(dialect.encoding, "replace"), at + count
    return characters(data, at, count)


def characters(data: bytes, at: int, count: int) -> tuple[str, int]:
    """Return ``count`` characters with the flags before them, and where they end."""
    (flags,) = struct.unpack_from("<B", data, at)
    at += 1
    after = 0
    if flags & 8:  # runs of looks
        after += 4 * struct.unpack_from("<H", data, at)[0]
        at += 2
    if flags & 4:  # phonetic readings
        after += struct.unpack_from("<I", data, at)[0]
        at += 4
    size = 2 * count if flags & 1 else count
    text = data[at : at + size].decode("utf-16-le" if flags & 1 else "latin-1", "replace")
    return text, at + size + after


def shared_strings(data: bytes, pieces: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the strings of the table that lies in ``pieces``, the record and what continues it."""
    reader = _Pieces(data, pieces)
    try:
        reader.take(4)
        (count,) = struct.unpack("<I", reader.take(4))
        for _ in range(count):
            yield reader.string()
    except struct.error:  # cut off: what came before is kept
        return


class _Pieces:
    """Reads on from record to record; a string that goes on begins with its flags anew."""

    def __init__(self, data: bytes, pieces: Sequence[tuple[int, int]]) -> None:
        self._data, self._pieces = data, pieces
        self._number = -1
        self._at = self._end = 0

    def take(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size:
            if self._at >= self._end:
                self._next()
            more = self._data[self._at : min(self._at + size - len(taken), self._end)]
            self._at += len(more)
            taken += more
        return taken

    def skip(self, size: int) -> None:
        while size > 0:
            if self._at >= self._end:
                self._next()
            step = min(size, self._end - self._at)
            self._at += step
            size -= step

    def string(self) -> str:
        count, flags = struct.unpack("<HB", self.take(3))
        runs = struct.unpack("<H", self.take(2))[0] if flags & 8 else 0
        extra = struct.unpack("<I", self.take(4))[0] if flags & 4 else 0
        texts: list[str] = []
        while count > 0:
            if self._at >= self._end:
                self._next()
                flags = self._data[self._at]
                self._at += 1
            width = 1 + (flags & 1)
            size = min(count * width, (self._end - self._at) // width * width)
            raw = self._data[self._at : self._at + size]
            if not raw:
                raise struct.error("cut off within a string")
            texts.append(raw.decode("utf-16-le" if width == 2 else "latin-1", "replace"))
            self._at += size
            count -= size // width
        self.skip(4 * runs + extra)
        return "".join(texts)

    def _next(self) -> None:
        while True:
            self._number += 1
            if self._number >= len(self._pieces):
                raise struct.error("cut off within the table")
            self._at, end = self._pieces[self._number]
            self._end = min(end, len(self._data))
            if self._at < self._end:
                return

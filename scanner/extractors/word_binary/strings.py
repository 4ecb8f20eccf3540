"""The tables of strings in a Word document: who revised, who saved it where, who commented.

Source: [MS-DOC] 2.2.4 (STTB), 2.9.353 (Xst), read 2026-11-28.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_STRINGS = 10_000


def string_table(data: bytes, encoding: str) -> Iterator[str]:
    """Yield the strings of a table, as far as it goes."""
    wide = data[:2] == b"\xff\xff"
    at = 2 if wide else 0
    if len(data) < at + 4:
        return
    count, extra = struct.unpack_from("<HH", data, at)
    at += 4
    for _ in range(min(count, _STRINGS)):
        if at + 2 > len(data):
            return
        if wide:
            size = 2 * struct.unpack_from("<H", data, at)[0]
            yield data[at + 2 : at + 2 + size].decode("utf-16-le", "replace")
            at += 2 + size + extra
        else:
            yield data[at + 1 : at + 1 + data[at]].decode(encoding, "replace")
            at += 1 + data[at] + extra


def counted_strings(data: bytes) -> Iterator[str]:
    """Yield strings that stand one after the other, each with its length before it."""
    at = 0
    while at + 2 <= len(data):
        (count,) = struct.unpack_from("<H", data, at)
        text = data[at + 2 : at + 2 + 2 * count].decode("utf-16-le", "replace")
        if text:
            yield text
        at += 2 + 2 * count


def positions(data: bytes, item_bytes: int) -> list[int]:
    """Return the positions of a table in which items of a size follow them (2.2.2)."""
    count = (len(data) - 4) // (4 + item_bytes)
    return list(struct.unpack_from(f"<{count + 1}I", data)) if count > 0 else []

"""The records of a binary part, and the strings in them.

Source: [MS-XLSB] 2.1.4 (records), 2.5.169 (XLNullableWideString), 2.5.171 (XLWideString), read
2026-11-28.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator

from connectors.base import Cause
from scanner.extractors.base import ExtractionError

_RECORD_BYTES = 16_000_000  # a cell holds 32,767 characters; nothing else is as large
_COUNT = struct.Struct("<I")
_NONE = 0xFFFFFFFF
_STRING = re.compile(rb"..\0\0[\x09\x0a\x0d\x20-\xff]", re.DOTALL)
_LEAST_CHARS = 2


def records(
    blocks: Iterable[bytes], but: frozenset[int] = frozenset()
) -> Iterator[tuple[int, bytes]]:
    """Yield the type and content of each record, ``but`` those of some types.

    Raises ExtractionError(CORRUPT) for one that is cut off.
    """
    data, needed = b"", 0
    waiting: list[bytes] = []
    for block in blocks:
        waiting.append(block)
        if sum(map(len, waiting)) + len(data) < needed:
            continue
        data = b"".join((data, *waiting))
        waiting = []
        at, last = 0, len(data)
        while True:
            try:
                kind, size, start = data[at], data[at + 1], at + 2
                if kind > 0x7F or size > 0x7F:
                    kind, size, start = _head(data, at)
            except IndexError:
                needed = last - at + 1
                break
            end = start + size
            if end > last:
                if size > _RECORD_BYTES:
                    raise ExtractionError(Cause.CORRUPT)
                needed = end - at
                break
            at = end
            if kind not in but:
                yield kind, data[start:end]
        data = data[at:]
    if data or waiting:
        raise ExtractionError(Cause.CORRUPT)


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return a record's type, its size and where its content begins. Raises IndexError."""
    kind = data[at]
    at += 1
    if kind > 0x7F:
        kind = kind & 0x7F | (data[at] & 0x7F) << 7
        at += 1
    size = 0
    for shift in range(0, 28, 7):
        byte = data[at]
        at += 1
        size |= (byte & 0x7F) << shift
        if byte < 0x80:
            break
    return kind, size, at


def string(data: bytes, at: int) -> tuple[str, int]:
    """Return the string at ``at`` and where it ends, "" for none. Raises struct.error."""
    (count,) = _COUNT.unpack_from(data, at)
    at += _COUNT.size
    if count == _NONE:
        return "", at
    return data[at : at + 2 * count].decode("utf-16-le", "replace"), at + 2 * count


def strings(data: bytes) -> Iterator[str]:
    r"""Yield what reads as a string in a record, whatever the record is.

    >>> list(strings(b"\x01\x00" + b"\x03\0\0\0A\0n\0n\0" + b"\x07\0\0\0"))
    ['Ann']
    """
    at = 0
    while found := _STRING.search(data, at):
        text, end = string(data, found.start())
        if end <= len(data) and len(text) >= _LEAST_CHARS and _readable(text):
            yield text
            at = end
        else:
            at = found.start() + 1


def _readable(text: str) -> bool:
    return text.isprintable() or "".join(text.split()).isprintable()

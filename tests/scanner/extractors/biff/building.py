"""Excel workbooks of before 2007 made record by record, for tests."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from scanner.extractors.compound.writer import Tree, compound_bytes

DATE_LOOK, PLAIN_LOOK = 1, 0
Value = str | float | int | bool


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def wide(text: str, count: str = "<H") -> bytes:
    return struct.pack(count, len(text)) + b"\x01" + text.encode("utf-16-le")


def begin(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))


END = record(0x000A)


def cell(row: int, column: int, value: Value, look: int = PLAIN_LOOK) -> bytes:
    place = struct.pack("<HHH", row, column, look)
    if isinstance(value, str):
        return record(0x0204, place + wide(value))
    if isinstance(value, bool):
        return record(0x0205, place + bytes([value, 0]))
    return record(0x0203, place + struct.pack("<d", value))


def cells(rows: Sequence[Sequence[Value]]) -> bytes:
    return b"".join(
        cell(number, column, value)
        for number, row in enumerate(rows)
        for column, value in enumerate(row)
        if value != ""
    )


def text_box(text: str, number: int = 1, kind: int = 6) -> bytes:
    """Return an object and its text, the second half of it in a record of its own."""
    half = len(text) // 2
    return (
        record(0x005D, struct.pack("<HHHH", 0x15, 0x12, kind, number) + b"\0" * 14)
        + record(0x01B6, struct.pack("<HHHHHHH", 0, 0, 0, 0, 0, len(text), 16) + b"\0" * 4)
        + record(0x003C, b"\x00" + text[:half].encode("latin-1"))
        + record(0x003C, b"\x01" + text[half:].encode("utf-16-le"))
        + record(0x003C, b"\0" * 16)
    )


def note(row: int, column: int, number: int, author: str) -> bytes:
    return record(0x001C, struct.pack("<HHHH", row, column, 0, number) + wide(author) + b"\0")


def workbook_stream(
    sheets: Mapping[str, bytes], states: Mapping[str, int] | None = None, globals_: bytes = b""
) -> bytes:
    """Return the stream of a workbook whose sheets hold the records given."""
    look = struct.pack("<HHH14x", 0, 0, 0)
    date_look = struct.pack("<HHH14x", 0, 14, 0)
    head = begin(5) + record(0x0042, struct.pack("<H", 1200))
    head += record(0x00E0, look) + record(0x00E0, date_look) + globals_
    size = len(head) + len(END)
    size += sum(len(record(0x0085, b"\0" * 6 + wide(name, "<B"))) for name in sheets)
    body, bound = b"", b""
    for name, content in sheets.items():
        state = (states or {}).get(name, 0)
        place = struct.pack("<IBB", size + len(body), state, 0)
        bound += record(0x0085, place + wide(name, "<B"))
        body += begin(0x10) + content + END
    return head + bound + END + body


def workbook(
    sheets: Mapping[str, bytes],
    states: Mapping[str, int] | None = None,
    globals_: bytes = b"",
    beside: Tree | None = None,
) -> bytes:
    return compound_bytes({"Workbook": workbook_stream(sheets, states, globals_), **(beside or {})})

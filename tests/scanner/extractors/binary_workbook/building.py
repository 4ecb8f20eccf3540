"""Excel binary workbooks made record by record, for tests."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from tests.scanner.extractors.packages import package, relationships

DATE_LOOK, PLAIN_LOOK = 1, 0
Value = str | float | int | bool


def record(kind: int, content: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, left = b"", len(content)
    while left > 0x7F:
        size += bytes([left & 0x7F | 0x80])
        left >>= 7
    return number + size + bytes([left]) + content


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def cell(column: int, value: Value, look: int = PLAIN_LOOK) -> bytes:
    place = struct.pack("<II", column, look)
    if isinstance(value, bool):
        return record(4, place + bytes([value]))
    if isinstance(value, int):
        return record(2, place + struct.pack("<I", value << 2 & 0xFFFFFFFF | 2))
    if isinstance(value, float):
        return record(5, place + struct.pack("<d", value))
    return record(6, place + wide(value))


def row(number: int, *cells: bytes) -> bytes:
    """Return the row of this number, from 0, with its span of 16 columns."""
    return record(0, struct.pack("<IIHBBBIII", number, 0, 0, 0, 0, 0, 1, 0, 15)) + b"".join(cells)


def rows(values: Sequence[Sequence[Value]]) -> bytes:
    return b"".join(
        row(number, *(cell(column, value) for column, value in enumerate(each)))
        for number, each in enumerate(values)
    )


def sheet(cells: bytes, beside: bytes = b"") -> bytes:
    size = record(148, struct.pack("<IIII", 0, 9, 0, 9))
    return record(129) + size + record(145) + cells + record(146) + beside + record(130)


def xlsb(
    sheets: Mapping[str, bytes],
    hidden: Sequence[str] = (),
    parts: Mapping[str, str | bytes] = {},
    beside: bytes = b"",
) -> bytes:
    """Return a workbook of ``sheets`` by name; look 1 shows dates as the format "dd/mm/yyyy"."""
    arrows = [
        (f"rId{number}", "worksheet", f"worksheets/sheet{number}.bin")
        for number, _ in enumerate(sheets, 1)
    ]
    listed = b"".join(
        record(
            156,
            struct.pack("<II", 2 * (name in hidden), number) + wide(f"rId{number}") + wide(name),
        )
        for number, name in enumerate(sheets, 1)
    )
    looks = b"".join(
        record(47, struct.pack("<HHHHHIH", 0, number, 0, 0, 0, 0, 0)) for number in (0, 165)
    )
    styles = record(278) + record(615, struct.pack("<I", 1))
    styles += record(44, struct.pack("<H", 165) + wide("dd/mm/yyyy")) + record(616)
    styles += record(617, struct.pack("<I", 2)) + looks + record(618) + record(279)
    return package(
        {
            "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": record(131)
            + record(143)
            + listed
            + record(144)
            + beside
            + record(132),
            "xl/_rels/workbook.bin.rels": relationships(*arrows, ("rId90", "styles", "styles.bin")),
            "xl/styles.bin": styles,
            **{
                f"xl/worksheets/sheet{number}.bin": content
                for number, content in enumerate(sheets.values(), 1)
            },
            **parts,
        }
    )

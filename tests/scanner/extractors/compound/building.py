"""Property sets and embedded files as bytes, for the tests of every OLE format."""

from __future__ import annotations

import struct
from collections.abc import Mapping

SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
DOCUMENT = bytes.fromhex("02d5cdd59c2e1b10939708002b2cf9ae")
CUSTOM = bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")


def text_value(text: str) -> bytes:
    raw = text.encode("cp1252") + b"\0"
    return struct.pack("<II", 30, len(raw)) + raw + b"\0" * (-len(raw) % 4)


def section(values: Mapping[int, bytes]) -> bytes:
    values = {1: struct.pack("<II", 2, 1252), **values}
    at, places, body = 8 + 8 * len(values), b"", b""
    for number, value in values.items():
        places += struct.pack("<II", number, at + len(body))
        body += value
    return struct.pack("<II", at + len(body), len(values)) + places + body


def property_set(*sections: tuple[bytes, Mapping[int, bytes]]) -> bytes:
    at, heads, bodies = 28 + 20 * len(sections), b"", b""
    for format_id, values in sections:
        heads += format_id + struct.pack("<I", at + len(bodies))
        bodies += section(values)
    return struct.pack("<HHI16sI", 0xFFFE, 0, 0, b"", len(sections)) + heads + bodies


def summary(author: str) -> bytes:
    return property_set((SUMMARY, {4: text_value(author)}))


def native(name: str, data: bytes) -> bytes:
    raw = name.encode("cp1252") + b"\0"
    inner = struct.pack("<H", 2) + raw + b"C:\\" + raw + struct.pack("<II", 0x30000, len(raw)) + raw
    inner += struct.pack("<I", len(data)) + data
    return struct.pack("<I", len(inner)) + inner

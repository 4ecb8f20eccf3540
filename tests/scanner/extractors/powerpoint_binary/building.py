"""PowerPoint presentations of before 2007 made record by record, for tests."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from scanner.extractors.compound.writer import Tree, compound_bytes

DOCUMENT, SLIDE, NOTES, MASTER, OBJECT = 0x03E8, 0x03EE, 0x03F0, 0x03F8, 0x1011


def atom(kind: int, content: bytes = b"", instance: int = 0) -> bytes:
    return struct.pack("<HHI", instance << 4, kind, len(content)) + content


def container(kind: int, *inside: bytes, instance: int = 0) -> bytes:
    content = b"".join(inside)
    return struct.pack("<HHI", instance << 4 | 0xF, kind, len(content)) + content


def chars(text: str) -> bytes:
    return atom(0x0FA0, text.encode("utf-16-le"))


def narrow(text: str) -> bytes:
    return atom(0x0FA8, text.encode("latin-1"))


def string(text: str, instance: int = 0) -> bytes:
    return atom(0x0FBA, text.encode("utf-16-le"), instance)


def shape(
    *inside: bytes, anchor: tuple[int, int] | None = None, placeholder: bool = False
) -> bytes:
    place = b"" if anchor is None else atom(0xF00F, struct.pack("<4i", *anchor, 9, 9))
    client = container(0xF011, atom(0x0BC3, b"\0" * 8)) if placeholder else b""
    return container(0xF004, place, client, container(0xF00D, *inside))


def table(rows: Sequence[Sequence[str]]) -> bytes:
    looks = atom(0xF122, struct.pack("<HI", 0x039F, 1), instance=1)
    cells = [
        shape(chars(text), anchor=(100 * column, 50 * number))
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
    ]
    return container(0xF003, container(0xF004, looks), *cells)


def slide(*inside: bytes, hidden: bool = False) -> bytes:
    show = atom(0x03F9, struct.pack("<iIBBHI", 0, 0, 0, 0, 4 if hidden else 0, 0))
    return container(SLIDE, atom(0x03EF, b"\0" * 24), show, container(0xF002, *inside))


def notes(identifier: int, *inside: bytes) -> bytes:
    return container(NOTES, atom(0x03F1, struct.pack("<IHH", identifier, 0, 0)), *inside)


def listed(persist: int, identifier: int, *outline: bytes) -> bytes:
    return atom(0x03F3, struct.pack("<5I", persist, 0, 0, identifier, 0)) + b"".join(outline)


def stream(
    slides: Sequence[bytes],
    outlines: Mapping[int, Sequence[bytes]] | None = None,
    more: Sequence[bytes] = (),
    inside: Sequence[bytes] = (),
    earlier: Sequence[bytes] = (),
) -> tuple[bytes, bytes]:
    """Return the stream of a presentation, and who is working on it.

    Slides have the identifiers 256 and on; ``earlier`` records are no longer current.
    """
    lists = [
        listed(number + 2, 256 + number, *(outlines or {}).get(number, ()))
        for number in range(len(slides))
    ]
    document = container(DOCUMENT, container(0x0FF0, *lists), *inside)
    data, places = b"".join(earlier), []
    for record in (document, *slides, *more):
        places.append(len(data))
        data += record
    directory = len(data)
    data += atom(0x1772, struct.pack(f"<{len(places) + 1}I", len(places) << 20 | 1, *places))
    edit = len(data)
    data += atom(0x0FF5, struct.pack("<IHBBIIIIHH", 0, 0, 0, 3, 0, directory, 1, 9, 0, 0))
    return data, atom(0x0FF6, struct.pack("<III", 20, 0xE391C05F, edit))


def deck(data: bytes, current_user: bytes, beside: Tree | None = None) -> bytes:
    streams: Tree = {"PowerPoint Document": data, "Current User": current_user, **(beside or {})}
    return compound_bytes(streams)

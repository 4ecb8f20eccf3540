"""Word documents of before 2007 made block by block, for tests."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping, Sequence

from scanner.extractors.compound.writer import Tree, compound_bytes

TEXT_AT = 0x800
DELETED, HIDDEN = 0x0800, 0x083C


def table_of_strings(*texts: str) -> bytes:
    body = b"".join(struct.pack("<H", len(text)) + text.encode("utf-16-le") for text in texts)
    return struct.pack("<HHH", 0xFFFF, len(texts), 0) + body


def table_of_positions(*places: int, item: bytes = b"") -> bytes:
    return struct.pack(f"<{len(places)}I", *places) + item * (len(places) - 1)


def page(places: Sequence[int], items: Sequence[bytes], entry_bytes: int) -> bytes:
    """Return a page of looks: where runs begin, and the properties of each, at its end."""
    data = bytearray(512)
    struct.pack_into(f"<{len(places)}I", data, 0, *places)
    at = 510
    for number, item in enumerate(items):
        if item:
            at = (at - len(item)) // 2 * 2
            data[at : at + len(item)] = item
            data[4 * len(places) + entry_bytes * number] = at // 2
    data[511] = len(items)
    return bytes(data)


def looks_page(text: str, start: int, width: int, hidden: Mapping[str, int]) -> bytes:
    cuts = sorted({0, len(text), *(at for part in hidden for at in _span(text, part))})
    items = []
    for cut in cuts[:-1]:
        codes = [code for part, code in hidden.items() if _span(text, part)[0] == cut]
        items.append(struct.pack("<BHB", 3, codes[0], 1) if codes else b"")
    return page([start + width * cut for cut in cuts], items, 1)


def paragraphs_page(text: str, start: int, width: int, *, old: bool) -> bytes:
    paragraphs = re.findall("[^\r\x07]*[\r\x07]", text)
    cuts, items = [0], []
    for paragraph in paragraphs:
        cuts.append(cuts[-1] + len(paragraph))
        properties = b""
        if paragraph.endswith("\x07"):
            properties = b"\x18\x01" if old else struct.pack("<HB", 0x2416, 1)
            if paragraph == "\x07":
                properties += b"\x19\x01" if old else struct.pack("<HB", 0x2417, 1)
        style = b"\0" if old else b"\0\0"
        body = style + properties
        body += b"\0" * (1 - len(body) % 2)
        items.append(bytes([(len(body) + 1) // 2]) + body if properties else b"")
    places = [start + width * cut for cut in cuts]
    return page(places, items, 7 if old else 13)


def document(
    *stories: str,
    hidden: Mapping[str, int] | None = None,
    parts: Mapping[int, bytes] | None = None,
    beside: Tree | None = None,
    flags: int = 0,
) -> bytes:
    """Return a document of Word 97; ``stories`` are its sub-documents in their order.

    The first ten characters lie in a piece of one byte a character, the others in one of two.
    """
    text = "".join(stories)
    narrow, wide = text[:10].encode("cp1252"), text[10:].encode("utf-16-le")
    later = TEXT_AT + 0x200
    main = bytearray(later) + wide
    main[TEXT_AT : TEXT_AT + len(narrow)] = narrow
    main += b"\0" * (-len(main) % 512)
    pages = [len(main) // 512, len(main) // 512 + 1]
    main += looks_page(text[10:], later, 2, hidden or {})
    main += paragraphs_page(_after(text), _paragraph_start(text, later), 2, old=False)
    pieces = struct.pack("<III", 0, min(10, len(text)), len(text))
    pieces += struct.pack("<HIH", 0, TEXT_AT * 2 | 0x40000000, 0) + struct.pack("<HIH", 0, later, 0)
    table = b""
    positions = {12: _bte(pages[0]), 13: _bte(pages[1])}
    positions[33] = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    for number, data in {**positions, **(parts or {})}.items():
        struct.pack_into("<II", main, 0x9A + 8 * number, len(table), len(data))
        table += data
    struct.pack_into("<HHxxHHH", main, 0, 0xA5EC, 0x00C1, 0x0809, 0, flags | 0x0200)
    lengths = [len(story) for story in stories]
    struct.pack_into(f"<{len(lengths)}I", main, 0x4C, *lengths)
    return compound_bytes({"WordDocument": bytes(main), "1Table": table, **(beside or {})})


def old_document(text: str, language: int = 0x0809, encoding: str = "cp1252") -> bytes:
    """Return a document of Word 6, without a table of pieces."""
    raw = text.encode(encoding)
    main = bytearray(TEXT_AT) + raw
    main += b"\0" * (-len(main) % 512)
    number = len(main) // 512
    main += paragraphs_page(raw.decode("latin-1"), TEXT_AT, 1, old=True)
    table_at = len(main)
    main += struct.pack("<IIH", 0, 0xFFFFFFFF, number)
    struct.pack_into("<HHxxHHH", main, 0, 0xA5DC, 0x0065, language, 0, 0)
    struct.pack_into("<II", main, 0x18, TEXT_AT, TEXT_AT + len(raw))
    struct.pack_into("<I", main, 0x34, len(raw))
    struct.pack_into("<II", main, 0x58 + 8 * 13, table_at, 10)
    return compound_bytes({"WordDocument": bytes(main)})


def _bte(number: int) -> bytes:
    return struct.pack("<III", 0, 0xFFFFFFFF, number)


def _span(text: str, part: str) -> tuple[int, int]:
    at = text.index(part)
    return at, at + len(part)


def _paragraph_start(text: str, later: int) -> int:
    return later + 2 * (text.index("\r") + 1 - 10) if text.index("\r") >= 9 else later


def _after(text: str) -> str:
    """Return the text from the second paragraph on, which lies in the second piece."""
    return text[max(text.index("\r") + 1, 10) :]

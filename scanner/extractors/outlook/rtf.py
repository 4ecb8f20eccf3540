"""The packed RTF of a message: unpacking it, and what it says that nothing else does.

Source: [MS-OXRTFCP] 2.1-2.2 (compression), [MS-OXRTFEX] 2.1.1 (how a page is told), read
2026-11-28.
"""

from __future__ import annotations

import re
import struct
import zlib

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Passage, Source, TablePassage
from scanner.extractors.rich_text.reader import Reader
from scanner.extractors.rich_text.words import DOCUMENT

_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_DICTIONARY = 4_096
_BEGINNING = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)  # what the dictionary holds at first (2.1.2.1)
_UNPACKED_BYTES = 64_000_000

_FROM_HTML = re.compile(rb"\\fromhtml1?\b")
_HEAD_BYTES = 4_096
_WORD = re.compile(r"\w+")


def unpacked(data: bytes) -> tuple[bytes, bool]:
    """Return the RTF in ``data``, or what can be had of it, and whether its checksum is right.

    Raises ExtractionError.
    """
    if len(data) < 16:
        raise ExtractionError(Cause.CORRUPT)
    packed, size, kind, checksum = struct.unpack_from("<IIII", data)
    if kind not in (_COMPRESSED, _PLAIN):
        raise ExtractionError(Cause.CORRUPT)
    if size > _UNPACKED_BYTES:
        raise ExtractionError(Cause.LIMIT)
    if kind == _PLAIN:
        return data[16 : 16 + size], len(data) >= 16 + size
    right = _checksum(data[16 : 4 + packed]) == checksum
    return _expanded(data, size), right


def _checksum(data: bytes) -> int:
    """Return the checksum of packed bytes: as in ZIP, but begun and ended with zeros (2.1.3.2)."""
    return zlib.crc32(data, 0xFFFFFFFF) ^ 0xFFFFFFFF


def _expanded(data: bytes, size: int) -> bytes:
    out = bytearray(_BEGINNING)  # the dictionary is the last 4,096 bytes of it
    end, at = len(_BEGINNING) + size, 16
    while at < len(data) and len(out) < end:
        flags = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data) or len(out) >= end:
                break
            if not flags >> bit & 1:
                out.append(data[at])
                at += 1
                continue
            token = int.from_bytes(data[at : at + 2], "big")
            at += 2
            place, length = token >> 4, (token & 0xF) + 2
            write = len(out) % _DICTIONARY
            if place == write:
                return bytes(out[len(_BEGINNING) : end])
            back = (write - place) % _DICTIONARY
            if length <= back <= len(out):
                out += out[len(out) - back : len(out) - back + length]
                continue
            for _ in range(length):  # it may copy what it has just written
                out.append(out[-back] if back <= len(out) else 0)
    return bytes(out[len(_BEGINNING) : end])


def html_inside(rtf: bytes, budget: Budget) -> str | None:
    """Return the web page that was packed into ``rtf``; None where it was written as RTF."""
    if not _FROM_HTML.search(rtf, 0, _HEAD_BYTES):
        return None
    reader = Reader(DOCUMENT, budget)
    for _ in reader.parts(Source.of_bytes(rtf)):
        pass
    return "".join(reader.page)


def says_more(rtf: bytes, plain: str, budget: Budget) -> bool:
    """Tell whether there is a word in ``rtf``, or anything embedded, that is not in ``plain``."""
    known = set(_WORD.findall(plain.lower()))
    return any(
        not isinstance(part, Passage | TablePassage)
        or not known.issuperset(_WORD.findall(part.text.lower()))
        for part in Reader(DOCUMENT, budget).parts(Source.of_bytes(rtf))
    )

"""The packed RTF of a message: unpacking it, and the web page that may lie inside.

Source: [MS-OXRTFCP] 2.1-2.2 (compression), [MS-OXRTFEX] 2.1-2.2 (HTML within RTF), read
2026-11-28.
"""

from __future__ import annotations

import re
import struct

from connectors.base import Cause
from scanner.extractors.base import ExtractionError
from scanner.extractors.compound.code_pages import encoding_of

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
_CODE_PAGE = re.compile(rb"\\ansicpg([0-9]{1,5})")
_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\([^a-zA-Z'])|([{}])"
    rb"|([^\\{}\r\n]+)"
)
_BREAKS = {b"par": "\r\n", b"line": "\r\n", b"tab": "\t", b"lquote": "‘", b"rquote": "’"}
_BREAKS |= {b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"endash": "–", b"emdash": "—"}
_IGNORED = frozenset(
    {b"fonttbl", b"colortbl", b"stylesheet", b"info", b"generator", b"pntext", b"mhtmltag", b"pict"}
)


def unpacked(data: bytes) -> bytes:
    """Return the RTF in ``data``, or what can be had of it. Raises ExtractionError."""
    if len(data) < 16:
        raise ExtractionError(Cause.CORRUPT)
    _, size, kind = struct.unpack_from("<III", data)
    if kind not in (_COMPRESSED, _PLAIN):
        raise ExtractionError(Cause.CORRUPT)
    if size > _UNPACKED_BYTES:
        raise ExtractionError(Cause.LIMIT)
    if kind == _PLAIN:
        return data[16 : 16 + size]
    return _expanded(data, size)


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
            for _ in range(length):  # it may copy what it has just written
                out.append(out[-back] if back <= len(out) else 0)
    return bytes(out[len(_BEGINNING) : end])


def html_inside(rtf: bytes) -> str | None:
    """Return the web page that was packed into ``rtf``; None where it was written as RTF."""
    if not _FROM_HTML.search(rtf, 0, 4_096):
        return None
    page = _CODE_PAGE.search(rtf, 0, 4_096)
    return _Unwrapping(encoding_of(int(page[1])) if page else "cp1252").run(rtf)


class _Unwrapping:
    """Keeps what is of the page: tags in groups of their own, and text outside of ``htmlrtf``."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._out: list[str] = []
        self._bytes = bytearray()
        self._left_out = False  # what only RTF readers need
        self._ignored = 0  # open groups within one that is no text
        self._after_unicode = 0  # characters left that stand for the one before
        self._unicode_skip = 1

    def run(self, rtf: bytes) -> str:
        """Return the page."""
        for match in _TOKEN.finditer(rtf):
            coded, word, number, sign, brace, plain = match.groups()
            if brace is not None:
                self._brace(brace)
            elif word is not None:
                self._word(word, number)
            elif self._ignored or self._left_out:
                continue
            elif coded is not None:
                self._take(bytes((int(coded, 16),)))
            elif plain is not None:
                self._take(plain)
            elif sign in (b"\\", b"{", b"}"):
                self._take(sign)
            elif sign == b"~":
                self._say("\xa0")
            elif sign == b"_":
                self._say("-")
        self._flush()
        return "".join(self._out)

    def _brace(self, brace: bytes) -> None:
        self._after_unicode = 0
        if self._ignored:
            self._ignored += 1 if brace == b"{" else -1

    def _word(self, word: bytes, number: bytes | None) -> None:
        if word in _IGNORED:
            self._ignored = self._ignored or 1
        if self._ignored:
            return
        if word == b"htmlrtf":
            self._left_out = number != b"0"
        elif self._left_out:
            return
        elif word in _BREAKS:
            self._say(_BREAKS[word])
        elif word == b"uc" and number:
            self._unicode_skip = max(int(number), 0)
        elif word == b"u" and number:
            self._say(chr(int(number) % 0x10000))
            self._after_unicode = self._unicode_skip

    def _take(self, data: bytes) -> None:
        left_out = min(self._after_unicode, len(data))
        self._after_unicode -= left_out
        self._bytes += data[left_out:]

    def _say(self, text: str) -> None:
        self._flush()
        self._out.append(text)

    def _flush(self) -> None:
        if self._bytes:
            self._out.append(self._bytes.decode(self._encoding, "replace"))
            self._bytes.clear()

"""Text that drawings keep as a property: word art, and what describes a picture to the blind.

Source: [MS-ODRAW] 2.2.9 (OfficeArtFOPT), 2.3.22.1 (gtextUNICODE), 2.3.4.4 (wzDescription), read
2026-11-28.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from scanner.extractors.base import Kind

_PROPERTIES = re.compile(
    rb"(?=([\x03\x13\x23\x33\x43\x53\x63\x73\x83\x93\xa3\xb3\xc3\xd3\xe3\xf3].)\x0b\xf0)", re.DOTALL
)
_TEXTS = {0x00C0: Kind.BODY, 0x0381: Kind.HIDDEN}
_COMPLEX = 0x8000
_MOST_BYTES = 65_536  # of the properties of one shape


def art_texts(data: bytes) -> Iterator[tuple[Kind, str]]:
    """Yield the text among the properties of each shape in ``data``, wherever they lie in it."""
    for found in _PROPERTIES.finditer(data):
        at = found.start()
        if len(data) < at + 8:
            return
        count, size = struct.unpack_from("<HxxI", data, at)
        count >>= 4
        if 6 * count <= size <= min(_MOST_BYTES, len(data) - at - 8):
            yield from _shape(data[at + 8 : at + 8 + size], count)


def _shape(data: bytes, count: int) -> Iterator[tuple[Kind, str]]:
    at = 6 * count
    for number, length in struct.iter_unpack("<HI", data[:at]):
        if not number & _COMPLEX:
            continue
        kind = _TEXTS.get(number & 0x3FFF)
        if kind is not None:
            text = data[at : at + length].decode("utf-16-le", "replace").split("\0")[0]
            if text.strip():
                yield kind, text
        at += length

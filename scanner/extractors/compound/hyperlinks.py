"""The target of a link in a binary Office document.

Source: [MS-OSHARED] 2.3.7.1 (hyperlink object), 2.3.7.4-2.3.7.7 (monikers), read 2026-11-28.
"""

from __future__ import annotations

import struct

_URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
_FILE = bytes.fromhex("0303000000000000c000000000000046")
_DISPLAY, _FRAME, _STRING, _MONIKER, _LOCATION = 0x10, 0x80, 0x100, 0x1, 0x8


def link_texts(data: bytes, at: int) -> list[str]:
    """Return what a link says and where it leads to; raises struct.error where it is cut off."""
    texts: list[str] = []
    (flags,) = struct.unpack_from("<I", data, at + 4)
    at += 8
    for flag in (_DISPLAY, _FRAME):
        if flags & flag:
            text, at = _wide(data, at)
            texts.append(text)
    if flags & _STRING:
        text, at = _wide(data, at)
        texts.append(text)
    elif flags & _MONIKER:
        kind = data[at : at + 16]
        if kind == _URL:
            (size,) = struct.unpack_from("<I", data, at + 16)
            raw = data[at + 20 : at + 20 + size]
            texts.append(raw.decode("utf-16-le", "replace").split("\0")[0])
            at += 20 + size
        elif kind == _FILE:
            (size,) = struct.unpack_from("<I", data, at + 18)
            raw = data[at + 22 : at + 22 + size]
            texts.append(raw.decode("cp1252", "replace").rstrip("\0"))
            return texts
    if flags & _LOCATION:
        texts.append(_wide(data, at)[0])
    return [text.removeprefix("mailto:") for text in texts if text.strip()]


def _wide(data: bytes, at: int) -> tuple[str, int]:
    (count,) = struct.unpack_from("<I", data, at)
    end = at + 4 + 2 * count
    return data[at + 4 : end].decode("utf-16-le", "replace").rstrip("\0"), end

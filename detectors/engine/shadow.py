"""Text as the engine scans it: UTF-8 bytes with plain separators, and the way back to characters.

Every replacement puts one character for one, so offsets hold.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLAIN = {
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
    "\u205f\u3000",
    "-": "\u00ad\u2010\u2011\u2012\u2013\u2014\u2212",
    "'": "\u2018\u2019\u02bc",
}


@dataclass(frozen=True, slots=True)
class Shadow:
    """A text with plain separators, its bytes, and the bytes that begin no character."""

    text: str
    data: bytes
    codes: NDArray[np.uint8]
    continuations: NDArray[np.int64] | None

    def characters(self, offsets: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the character offsets of byte ``offsets``."""
        if self.continuations is None:
            return offsets
        return offsets - np.searchsorted(self.continuations, offsets)


def shadow(text: str) -> Shadow:
    """Return ``text`` as bytes. Lone surrogates are kept as three bytes that match nothing."""
    if text.isascii():
        data = text.encode("ascii")
        return Shadow(text, data, np.frombuffer(data, dtype=np.uint8), None)
    for plain, others in _PLAIN.items():
        for other in others:
            if other in text:
                text = text.replace(other, plain)
    data = text.encode("utf-8", "surrogatepass")
    if b"\xef\xbc" in data or b"\xef\xbd" in data:  # full-width forms; rare, and dear to translate
        text = text.translate(_FULL_WIDTH)
        data = text.encode("utf-8", "surrogatepass")
    codes = np.frombuffer(data, dtype=np.uint8)
    return Shadow(text, data, codes, np.flatnonzero((codes & 0xC0) == 0x80))

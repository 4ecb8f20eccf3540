"""Text as the engine scans it: UTF-8 bytes with plain separators, and the way back to characters.

Every replacement puts one character for one, so offsets hold.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_PLAIN = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full-width forms
_PLAIN |= dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000", " ")
_PLAIN |= dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ")
_PLAIN |= dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2014\u2212", "-")
_PLAIN |= dict.fromkeys("\u2018\u2019\u02bc", "'")


_BEYOND_ASCII, _LEADING = 0x80, 0xC0  # UTF-8: first byte of its kind, first that begins a character


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
    data = text.encode("utf-8", "surrogatepass")
    codes = np.frombuffer(data, dtype=np.uint8)
    if len(data) == len(text):
        return Shadow(text, data, codes, None)
    beyond = np.flatnonzero(codes >= _BEYOND_ASCII)
    # Bytes beyond ASCII come in whole characters, so those alone can be decoded.
    odd = set(codes[beyond].tobytes().decode("utf-8", "surrogatepass")) & _PLAIN.keys()
    if odd:
        for char in sorted(odd):
            text = text.replace(char, _PLAIN[char])
        data = text.encode("utf-8", "surrogatepass")
        codes = np.frombuffer(data, dtype=np.uint8)
        beyond = np.flatnonzero(codes >= _BEYOND_ASCII)
    return Shadow(text, data, codes, beyond[codes[beyond] < _LEADING])

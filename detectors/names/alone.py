"""Which pairs of capital words are names that stand by themselves: by arrays.

Nothing joins them to more words, nothing before them makes a place of them, nothing after a firm.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detectors.names.lexicon import PARTICLES
from detectors.names.pairs import IS_SMALL, JOINED_PARTICLES, Pairs, bytes_among
from detectors.names.sure import IS_PLAINLY, NEEDS_CUE

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ENDS_A_NAME = bytes_among("\0\t\n\r ,.;:)!?\"'>]}")
_AFTER_SPACE = bytes_among(_ALPHABET + " 0123456789(<[-]")
_SPACE, _DOT, _FIRST_DIGIT = (np.uint8(ord(char)) for char in " .0")


def _number(three: str) -> int:
    return int.from_bytes(three.encode(), "big")


_FIRMS = ("and", "plc", "ltd", "llp", "limited", "inc")
_THINGS = ("statue", "plaque", "ward", "prize", "trophy", "memorial", "bursary", "scholarship")
_MORE_THINGS = ("lecture", "museum", "pub", "tribute", "books", "novels", "series", "tyres")
_PARTICLES_OR_FIRM = [
    _number(f"{word} "[:3])
    for word in (*PARTICLES, *JOINED_PARTICLES, *_FIRMS, *_THINGS, *_MORE_THINGS)
]
_SHORT_PARTICLES = [ord(word) << 8 | ord(" ") for word in PARTICLES if len(word) == 1]
_PLACE_BEFORE = [
    _number(word[-3:])
    for word in (
        *("the", "The", "San", "Santa", "Los", "Las", "Sri", "New", " St", "\nSt", "St.", "Saint"),
        *("Lake", "Mount", "Port", "Camp", "Queen", "King", "Prince", "Princess"),
        *(" MV", "\nMV", "HMS", "RMS", "MFV"),
    )
]


def stand_alone(found: Pairs) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which pairs are names of two words whatever stands around, and which need a cue.

    Most are one or the other: each of the others costs five microseconds more.
    """
    codes, starts, ends = found.codes, found.starts, found.ends
    after, then = codes[ends], codes[ends + 1]
    spaced = after == _SPACE
    ended = _ENDS_A_NAME[after] & ~((after == _DOT) & (IS_SMALL[then] | (then >= _FIRST_DIGIT)))
    next_word = _three(codes, ends + 1)
    joined = np.isin(next_word, _PARTICLES_OR_FIRM) | np.isin(next_word >> 8, _SHORT_PARTICLES)
    ended &= ~spaced | (_AFTER_SPACE[then] & ~joined)
    placed = (codes[starts - 1] == _SPACE) & np.isin(_three(codes, starts - 4), _PLACE_BEFORE)
    two_letters = codes[ends - 3] == _SPACE  # Mo
    small = IS_SMALL[codes[starts + 1]] & IS_SMALL[codes[ends - 1]]
    small &= IS_SMALL[codes[ends - 2]] | two_letters
    apart = ~found.comma & ended & ~placed & small
    kinds = found.first, found.second
    return np.asarray(IS_PLAINLY[kinds] & apart), np.asarray(NEEDS_CUE[kinds] & apart)


def _three(codes: NDArray[np.uint8], at: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Return three bytes as one number."""
    first, second, third = (codes[at + n].astype(np.uint32) for n in range(3))
    return np.asarray(first << 16 | second << 8 | third)

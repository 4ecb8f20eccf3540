"""Words with capitals side by side, where a name may stand: in long texts by arrays.

A word is letters of any kind with hyphens and apostrophes among them, in UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from detectors.names.words import ALL_KINDS, MOST_BYTES, Known, known_bytes, known_many

Offsets = NDArray[np.int64]

JOINED_PARTICLES = ("al-", "el-", "as-", "ad-", "ar-", "an-", "ap-")
_PARTICLES = (
    *("van", "von", "de", "der", "den", "di", "da", "del", "della", "dos", "la", "le", "el", "al"),
    *("bin", "binti", "ibn", "ap", "ab", "ferch"),
)
_SPACE, _COMMA, _DOT, _HYPHEN, _APOSTROPHE, _S = (np.uint8(ord(char)) for char in " ,.-'s")
_CAPITAL_A, _ALPHABET = np.uint8(ord("A")), 26
_LATIN, _LATIN_CAPITALS = np.uint8(0xC3), 3  # first bytes of accented letters, large and small
_SMALL_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def bytes_among(chars: str) -> NDArray[np.bool_]:
    """Return for each byte whether it is one of ``chars``."""
    table = np.zeros(1 << 8, dtype=bool)
    table[list(chars.encode())] = True
    return table


IS_SMALL = bytes_among(_SMALL_LETTERS)
_IS_OF_A_WORD = bytes_among(_SMALL_LETTERS + _SMALL_LETTERS.upper() + "'-")
_IS_OF_A_WORD[0x80:] = True
_JOINS = _IS_OF_A_WORD | bytes_among("@/_.0123456789")  # before a capital that begins no word
_BEFORE_SECOND = bytes_among(" -")
_KINDS = np.arange(ALL_KINDS, dtype=np.uint8)
_IS_NO_FIRST = (_KINDS & Known.NEVER > 0) | (
    (_KINDS & (Known.EVERYDAY | Known.PLACE) > 0) & (_KINDS & Known.GIVEN == 0)
)
_NO_FIRST: list[bool] = _IS_NO_FIRST.tolist()
# "LOCKWOOD, Georgina": what is a place or a word too can be the surname before a comma.
_IS_NO_SURNAME = (_KINDS & Known.NEVER > 0) | (_IS_NO_FIRST & (_KINDS & Known.SURNAME == 0))
_NO_SURNAME: list[bool] = _IS_NO_SURNAME.tolist()
_MOST_NUMBER = np.uint16((1 << 12) - 1)


def _particle_number(three: NDArray[np.uint8]) -> NDArray[np.uint16]:
    """Return a number for the first three letters of a particle, in rows of bytes."""
    first, second, third = three.astype(np.uint16)
    return np.asarray((first * 577 + second * 31 + third) & _MOST_NUMBER)


_IS_PARTICLE = np.zeros(1 << 12, dtype=bool)
_IS_PARTICLE[
    _particle_number(
        np.array([list(f"{each} "[:3].encode()) for each in (*_PARTICLES, *JOINED_PARTICLES)]).T
    )
] = True


class Pairs(NamedTuple):
    """Two capital words side by side, as columns.

    ``codes`` are the bytes they stand in, zeros after them; ``ends`` those of the second words.
    """

    codes: NDArray[np.uint8]
    starts: Offsets
    ends: Offsets
    first: NDArray[np.uint8]
    second: NDArray[np.uint8]
    comma: NDArray[np.bool_]


def pairs(data: bytes) -> Pairs:
    """Return the pairs that may begin a name; an initial has its full stop, "Last," its comma."""
    codes = np.frombuffer(data + bytes(MOST_BYTES), dtype=np.uint8)
    capital = codes - _CAPITAL_A < _ALPHABET
    if not data.isascii():
        capital |= codes - _LATIN < _LATIN_CAPITALS
    starts = np.flatnonzero(capital)
    starts = starts[~_joined(codes, starts)]
    near = starts[1:] - starts[:-1] <= MOST_BYTES
    near &= _BEFORE_SECOND[codes[starts[1:] - 1]]
    firsts, seconds = starts[:-1][near], starts[1:][near]
    words, lengths = _words(codes, firsts)
    after = firsts + lengths
    apart = seconds - after
    comma = (apart == len(", ")) & (codes[after] == _COMMA)
    initial = (apart == len(". ")) & (lengths == 1) & (codes[after] == _DOT)
    particle = (apart > len(", ")) & (codes[after] == _SPACE)
    particle[particle] = _begins_a_particle(codes, after[particle] + 1)
    rows = np.flatnonzero((apart == 1) | comma | initial | particle)
    first = known_many(words[rows], lengths[rows])
    may = ~np.where(comma[rows], _IS_NO_SURNAME[first], _IS_NO_FIRST[first])
    rows, first = rows[may], first[may]
    words, lengths = _words(codes, seconds[rows])
    ends = seconds[rows] + lengths
    return Pairs(codes, firsts[rows], ends, first, known_many(words, lengths), comma[rows])


def _joined(codes: NDArray[np.uint8], starts: Offsets) -> NDArray[np.bool_]:
    """Return which capitals go on with a word, as in MacNeil, though not in al-Rubaie or 'Ann'."""
    before = codes[starts - 1]
    joined = _JOINS[before] & (starts > 0)
    hyphened = np.flatnonzero(before == _HYPHEN)
    at = starts[hyphened]
    joined[hyphened] = (codes[at - 4] != _SPACE) | ~IS_SMALL[codes[at - 3]]
    quoted = np.flatnonzero(before == _APOSTROPHE)
    joined[quoted] = _IS_OF_A_WORD[codes[starts[quoted] - 2]]
    return np.asarray(joined)


def _begins_a_particle(codes: NDArray[np.uint8], at: Offsets) -> NDArray[np.bool_]:
    """Return where "van", "de" or "al-" may stand: little else gives the same number."""
    return np.asarray(_IS_PARTICLE[_particle_number(codes[at + np.arange(3)[:, None]])])


class Pair(NamedTuple):
    """The same for one pair."""

    start: int
    end: int
    first: int
    second: int
    comma: bool


def pairs_of_short(data: bytes) -> Iterator[Pair]:
    """Yield the pairs in a text of few words: arrays cost as much for it as for ten thousand."""
    for match in _PAIR.finditer(data):
        word, parted, then = match.groups()
        first = known_bytes(word)
        wrong = parted == b". " and len(word) > 1
        no_first = _NO_SURNAME[first] if parted == b", " else _NO_FIRST[first]
        if wrong or word.endswith(b"'s") or len(word) >= MOST_BYTES or no_first:
            continue
        if match.end() - match.start() > MOST_BYTES:
            continue
        then = then[: MOST_BYTES - 1].removesuffix(b"'s")
        end = match.end() + len(then)
        yield Pair(match.start(), end, first, known_bytes(then), parted == b", ")


_WORD = r"[A-Z\xc3-\xc5][A-Za-z'\-\x80-\xff]*"
_PARTICLE = rf"(?:{'|'.join(_PARTICLES)})(?: [a-z]{{1,8}})* |{'|'.join(JOINED_PARTICLES)}"
_PAIR = re.compile(
    rf"(?<![\w@/.\-\x80-\xff])(?<![\w\-\x80-\xff]')({_WORD})"
    rf"(, |\. | (?:{_PARTICLE})?)(?=({_WORD}))".encode()
)


def _words(
    codes: NDArray[np.uint8], starts: Offsets
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return the bytes of words in rows, and how many of them are each's own, without "'s"."""
    words = sliding_window_view(codes, MOST_BYTES)[starts]
    ends = ~_IS_OF_A_WORD.take(words)
    ends[:, -1] = True
    lengths = ends.argmax(axis=1)
    owned = (codes[starts + lengths - 1] == _S) & (codes[starts + lengths - 2] == _APOSTROPHE)
    return words, np.where(owned & (lengths > len("'s")), lengths - len("'s"), lengths)

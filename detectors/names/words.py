"""What is known of a word that may be a name's: by lists, and by arrays for thousands at a time.

A word is looked up by a number made of its letters in small; no two of the lists share one.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from detectors.names.lexicon import (
    AFTER_A_PLACE,
    MONTHS,
    NEVER_NAMES,
    PLACE_WORDS,
    beside_names,
    common_first_names,
    everyday_words,
    first_names,
    folded,
    places,
    surnames,
    things,
)

MOST_BYTES = 24  # of a word that is looked up by arrays; nobody knows a longer one
_MIXED = np.array((0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9), dtype=np.uint64)
"""Odd numbers without a pattern."""
_SHIFT = np.uint64(29)
_SMALL = np.uint8(0x20)  # this bit makes a letter small, and leaves - and ' as they are
_EIGHT_BEYOND_ASCII = np.uint64(0x8080808080808080)
_KEPT_WORDS = 1 << 15


class Known:
    """What is known of a word, as bits of one byte."""

    COMMON: Final = 1 << 0  # a given name that many bear, and no everyday word
    GIVEN: Final = 1 << 1
    SURNAME: Final = 1 << 2
    EVERYDAY: Final = 1 << 3  # written in small letters too
    PLACE: Final = 1 << 4  # a town or a nation
    THING: Final = 1 << 5  # makes a street, a prize or a firm of a name; some are surnames too
    NEVER: Final = 1 << 6  # no part of a name
    UNREAD: Final = 1 << 7  # has letters beyond ASCII: to be asked about by itself


ALL_KINDS = 1 << 8


@lru_cache(_KEPT_WORDS)
def known(word: str) -> int:
    """Return what is known of a word by itself, as written; of Owusu-Ansah, of its last part."""
    every, small = _all_known(), folded(word)
    return every.get(small) or every.get(small[small.rfind("-") + 1 :], 0)


@lru_cache(_KEPT_WORDS)
def known_bytes(word: bytes) -> int:
    """Return the same as ``known_many`` for one word."""
    return _all_known().get(word.decode("ascii").lower(), 0) if word.isascii() else Known.UNREAD


def known_many(words: NDArray[np.uint8], lengths: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Return what is known of each row of ``words``, of which ``lengths`` bytes count."""
    return _table().known(words, lengths)


class _Table:
    """All words of the lists in order of their numbers."""

    def __init__(self, known: dict[str, int]) -> None:
        words = np.zeros((len(known), MOST_BYTES), dtype=np.uint8)
        joined = "".join(word.ljust(MOST_BYTES, "\0") for word in known)
        words[:] = np.frombuffer(joined.encode(), dtype=np.uint8).reshape(-1, MOST_BYTES)
        numbers = _numbers(words)
        order = np.argsort(numbers)
        self._numbers = numbers[order]
        self._known = np.fromiter(known.values(), np.uint8, len(known))[order]

    def known(self, words: NDArray[np.uint8], lengths: NDArray[np.int64]) -> NDArray[np.uint8]:
        """Return what is known of each row of ``words``, of which ``lengths`` bytes count."""
        letters = (words | _SMALL) & _FIRST_OF[lengths]
        numbers = _numbers(letters)
        at = np.minimum(np.searchsorted(self._numbers, numbers), len(self._numbers) - 1)
        known = np.where(self._numbers[at] == numbers, self._known[at], 0)
        first, second, third = letters.view(np.uint64).T
        beyond = (first | second | third) & _EIGHT_BEYOND_ASCII > 0
        return np.where(beyond, np.uint8(Known.UNREAD), known).astype(np.uint8)


_FIRST_OF = np.tri(MOST_BYTES, k=-1, dtype=np.uint8) * np.uint8(0xFF)
"""The bytes of a word that count, by its length."""


def _numbers(words: NDArray[np.uint8]) -> NDArray[np.uint64]:
    mixed = np.ascontiguousarray(words).view(np.uint64) * _MIXED
    mixed ^= mixed >> _SHIFT
    first, second, third = (mixed * _MIXED[::-1]).T  # summed so in a third of sum's time
    return np.asarray(first + second + third)


@cache
def _table() -> _Table:
    every = _all_known().items()
    return _Table({w: k for w, k in every if w.isascii() and len(w) <= MOST_BYTES})


@cache
def _all_known() -> dict[str, int]:
    """Return all words of the lists with what is known of each."""
    known = dict.fromkeys(
        first_names().union(surnames(), everyday_words(), places(), _OF_OTHERS), 0
    )
    for words, kind in (
        (first_names(), Known.GIVEN),
        (map(folded, common_first_names()), Known.COMMON | Known.GIVEN),
        (surnames(), Known.SURNAME),
        (everyday_words(), Known.EVERYDAY),
        (places(), Known.PLACE),
        (NEVER_NAMES, Known.NEVER),
        (AFTER_A_PLACE | things(), Known.THING),
    ):
        for word in words:
            known[word] = known.get(word, 0) | kind
    for word in _OF_OTHERS | things():
        known[word] |= Known.THING if known[word] & Known.SURNAME else Known.NEVER
    for word in beside_names("no given name"):
        known[word] = known.get(word, 0) & ~_IS_GIVEN | Known.EVERYDAY
    return known


_OF_OTHERS = PLACE_WORDS | AFTER_A_PLACE | MONTHS
_IS_GIVEN = Known.GIVEN | Known.COMMON

"""Where the words of a text begin like some words that are looked for, by arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

_KEY_LETTERS, _KEY_FACTOR = 4, np.uint16(251)
_SIGNS_AFTER = " \n\t.,;:!?)]}<>'\"/|"  # ? stands for signs beyond Latin-1 too
_PADDING = " " * _KEY_LETTERS
_CAPITAL_A, _SMALL_A, _UNKNOWN = np.uint8(ord("A")), np.uint8(ord("a")), ord("?")
_ALPHABET, _BEYOND_ASCII = 26, 0xC0


def begins_like(text: str, wanted: NDArray[np.bool_]) -> list[int]:
    """Return where a word of ``text`` with a capital has the first letters ``wanted``.

    By arrays: with one pattern of hundreds of words a megabyte takes a second.
    """
    codes = _codes(f" {text}{_PADDING}")
    beyond = (codes >= _BEYOND_ASCII) | (codes == _UNKNOWN)  # may be letters, large or small
    capital = (codes - _CAPITAL_A < _ALPHABET) | beyond
    letter = capital | (codes - _SMALL_A < _ALPHABET)
    starts = np.flatnonzero(capital[1:] & ~letter[:-1]) + 1
    alike = wanted[_keys([codes[starts + at] for at in range(_KEY_LETTERS)])]
    found: list[int] = (starts[alike] - 1).tolist()
    return found


def letters_of(words: Iterable[str]) -> NDArray[np.bool_]:
    """Return the first letters of ``words``, for ``begins_like``."""
    wanted = np.zeros(1 << 16, dtype=bool)
    first = "".join(first for word in words for first in _first_letters(word))
    wanted[_keys(_codes(first).reshape(-1, _KEY_LETTERS).T)] = True
    return wanted


def _first_letters(word: str) -> Iterable[str]:
    """Return the first letters of a word, with each sign that may follow a short one."""
    if len(word) >= _KEY_LETTERS:
        return (word[:_KEY_LETTERS],)
    return (word + sign for sign in _SIGNS_AFTER)


def _codes(text: str) -> NDArray[np.uint8]:
    """Return a byte for each character, the same for all beyond Latin-1."""
    return np.frombuffer(text.encode("latin-1", "replace"), dtype=np.uint8)


def _keys(letters: Sequence[NDArray[np.uint8]] | NDArray[np.uint8]) -> NDArray[np.uint16]:
    """Return the first letters of many words as one number each; column by column."""
    keys = np.zeros(len(letters[0]), dtype=np.uint16)
    for each in letters:
        keys = keys * _KEY_FACTOR + each
    return keys

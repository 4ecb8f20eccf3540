"""Check digits that more than one detector uses, over arrays of ASCII digits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detectors.base import Chars

_ZERO = ord("0")
_DOUBLED = np.array([0, 2, 4, 6, 8, 1, 3, 5, 7, 9], dtype=np.int16)  # digit sum of twice the digit


def all_digits(chars: Chars) -> NDArray[np.bool_]:
    """Return which rows hold ASCII digits only."""
    return np.asarray(((chars >= _ZERO) & (chars <= _ZERO + 9)).all(axis=1))


def weighted_sums(chars: Chars, weights: tuple[int, ...]) -> NDArray[np.int32]:
    """Return per row the sum of digit times weight."""
    return (chars.astype(np.int32) - _ZERO) @ np.array(weights, dtype=np.int32)


def luhn_passes(chars: Chars) -> NDArray[np.bool_]:
    """Return which rows of digits pass the Luhn check (ISO/IEC 7812-1, annex B).

    >>> luhn_passes(np.array([[0x31, 0x38], [0x31, 0x39]], dtype=np.uint8)).tolist()
    [True, False]
    """
    digits = chars.astype(np.int16) - _ZERO
    doubled = _DOUBLED[np.clip(digits[:, -2::-2], 0, 9)]
    return np.asarray((digits[:, ::-2].sum(axis=1) + doubled.sum(axis=1)) % 10 == 0)


def as_values(chars: Chars, passes: NDArray[np.bool_]) -> NDArray[np.bytes_]:
    """Return each row as one value, and b"" where it does not pass."""
    width = chars.shape[1]
    values = np.ascontiguousarray(chars).view(f"S{width}").ravel()
    return np.where(passes, values, b"")


_LETTERS_OF_23 = "ZABCDEFGHJKLMNPQRTUVWXY"  # no I, O or S


def letter_of_23(number: int) -> str:
    """Return the check letter of criminal justice references (CJS data standards, modulus 23).

    >>> letter_of_23(3_0062845)
    'E'
    """
    return _LETTERS_OF_23[number % len(_LETTERS_OF_23)]

"""From spans to canonical values, many at a time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detector
from detectors.engine.shadow import Shadow

_KEPT = np.zeros(256, dtype=bool)
_UPPER = np.arange(256, dtype=np.uint8)
for _code in b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ":
    _KEPT[_code] = True
for _code in b"abcdefghijklmnopqrstuvwxyz":
    _KEPT[_code] = True
    _UPPER[_code] = _code - 32

Offsets = NDArray[np.int64]
NO_OFFSETS: Offsets = np.zeros(0, dtype=np.int64)


def checked(
    detector: Detector, shadow: Shadow, starts: Offsets, ends: Offsets
) -> tuple[NDArray[np.bool_], list[str]]:
    """Return which spans pass the detector's check, and the canonical values of those."""
    if not len(starts):
        return np.zeros(0, dtype=bool), []
    if detector.check_many is None:
        return checked_one_by_one(detector.check, shadow, starts, ends)
    values = _canonical(detector, shadow, starts, ends)
    passes = values != b""
    return passes, values[passes].astype("U").tolist()


def checked_one_by_one(
    check: Callable[[str], str | None], shadow: Shadow, starts: Offsets, ends: Offsets
) -> tuple[NDArray[np.bool_], list[str]]:
    """Return the same by a check of single values."""
    first, last = shadow.characters(starts).tolist(), shadow.characters(ends).tolist()
    text = shadow.text
    found = [check(text[a:b]) for a, b in zip(first, last, strict=True)]
    passes = np.array([value is not None for value in found], dtype=bool)
    return passes, [value for value in found if value is not None]


def _canonical(
    detector: Detector, shadow: Shadow, starts: Offsets, ends: Offsets
) -> NDArray[np.bytes_]:
    """Return the canonical value of each span as the vector check gives it."""
    assert detector.check_many is not None
    lengths = ends - starts
    firsts = np.cumsum(lengths) - lengths
    chars = shadow.codes[np.repeat(starts - firsts, lengths) + np.arange(lengths.sum())]
    kept = _KEPT[chars]
    widths = np.add.reduceat(kept, firsts, dtype=np.int64)
    chars = _UPPER[chars[kept]]
    values = np.full(len(starts), b"", dtype="S19")
    distinct = np.unique(widths)
    for width in distinct.tolist():
        if width == 0:
            continue
        rows = widths == width
        own = chars if len(distinct) == 1 else chars[np.repeat(rows, widths)]
        values[rows] = detector.check_many(own.reshape(-1, width))
    return values

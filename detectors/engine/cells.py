"""Cells of a table's text by arrays of separators, and values that lie in two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detector
from detectors.engine.columns import MOST_COLUMNS, Heading
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets

_TAB, _NEWLINE, _SPACE = 9, 10, 32
_KEPT_PARTS = 1 << 16  # given names and surnames recur; of each the check is done once


@dataclass(frozen=True, slots=True)
class Cells:
    """Where each cell lies, in bytes, and its column from 0."""

    starts: Offsets
    ends: Offsets
    columns: Offsets

    def of(self, offsets: Offsets) -> Offsets:
        """Return the numbers of the cells that hold ``offsets``."""
        return np.searchsorted(self.starts, offsets, side="right") - 1


def cells_of(shadow: Shadow) -> Cells:
    """Return the cells of a table's text."""
    codes = shadow.codes
    separators = np.flatnonzero((codes == _TAB) | (codes == _NEWLINE))
    starts = np.concatenate((np.zeros(1, np.int64), separators + 1))
    ends = np.append(separators, len(codes))
    opens_row = np.zeros(len(starts), dtype=bool)
    opens_row[0] = True
    opens_row[1:] = codes[separators] == _NEWLINE
    numbers = np.arange(len(starts))
    first = np.maximum.accumulate(np.where(opens_row, numbers, 0))
    columns = np.minimum(numbers - first, MOST_COLUMNS - 1)
    filled = np.flatnonzero(ends > starts)
    spaced = (codes[starts[filled]] == _SPACE) | (codes[ends[filled] - 1] == _SPACE)
    if spaced.any():
        starts, ends = _trimmed(codes, starts, ends)
    return Cells(starts, ends, columns)


def _trimmed(codes: NDArray[np.uint8], starts: Offsets, ends: Offsets) -> tuple[Offsets, Offsets]:
    """Return cells without the spaces around them; an empty one stays where it began."""
    filled = np.flatnonzero((codes != _SPACE) & (codes != _TAB) & (codes != _NEWLINE))
    if not len(filled):
        return starts, starts
    first = np.searchsorted(filled, starts)
    last = np.searchsorted(filled, ends)
    empty = first == last
    low = filled[np.minimum(first, len(filled) - 1)]
    high = filled[np.maximum(last - 1, 0)] + 1
    return np.where(empty, starts, low), np.where(empty, starts, high)


def texts_of(shadow: Shadow, cells: Cells, rows: Offsets) -> list[str]:
    """Return the text of some cells."""
    first = shadow.characters(cells.starts[rows]).tolist()
    last = shadow.characters(cells.ends[rows]).tolist()
    text = shadow.text
    return [text[a:b] for a, b in zip(first, last, strict=True)]


def joined_cells(
    said: NDArray[np.int8], detector: Detector, cells: Cells, shadow: Shadow
) -> Iterator[tuple[Offsets, Offsets, list[str]]]:
    """Yield starts, ends and values of each pair of columns that hold a value's two parts.

    A span covers both cells where they are neighbours, else the last part's.
    """
    check = lru_cache(_KEPT_PARTS)(detector.check)
    given = np.flatnonzero(said == Heading.GIVEN_PART).tolist()
    for last in np.flatnonzero(said == Heading.LAST_PART).tolist():
        by_distance = sorted((abs(column - last), column) for column in given)
        nearest = by_distance[0][1] if by_distance else None
        rows = np.flatnonzero((cells.columns == last) & (cells.ends > cells.starts))
        starts, ends = cells.starts[rows], cells.ends[rows]
        texts = texts_of(shadow, cells, rows)
        if nearest is None:
            values = [check(text) for text in texts]
        else:
            given.remove(nearest)
            other = np.clip(rows + nearest - last, 0, len(cells.starts) - 1)
            beside = (cells.columns[other] == nearest) & (cells.ends[other] > cells.starts[other])
            firsts = texts_of(shadow, cells, other)
            values = [
                _joined(check, first if both else "", text)
                for first, text, both in zip(firsts, texts, beside.tolist(), strict=True)
            ]
            if abs(nearest - last) == 1:
                starts = np.where(beside, np.minimum(starts, cells.starts[other]), starts)
                ends = np.where(beside, np.maximum(ends, cells.ends[other]), ends)
        yield _passing(starts, ends, values)
    for column in given:
        rows = np.flatnonzero((cells.columns == column) & (cells.ends > cells.starts))
        values = [check(text) for text in texts_of(shadow, cells, rows)]
        yield _passing(cells.starts[rows], cells.ends[rows], values)


def _joined(check: Callable[[str], str | None], first: str, last: str) -> str | None:
    """Return the canonical value of two parts: of each by itself where each passes."""
    if (one := check(first)) and (two := check(last)):
        return f"{one} {two}"
    return check(f"{first} {last}")


def _passing(
    starts: Offsets, ends: Offsets, values: list[str | None]
) -> tuple[Offsets, Offsets, list[str]]:
    kept = np.array([value is not None for value in values], dtype=bool)
    return starts[kept], ends[kept], [value for value in values if value is not None]

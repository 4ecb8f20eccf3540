"""Cells of a table's text by arrays of separators, and values that lie in two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detector
from detectors.engine.columns import MOST_COLUMNS, Heading
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets

FIRST_CELLS = 60  # of a column, that are looked at to tell what it holds
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


class Columns:
    """The filled cells of some rows, column by column: many detectors look at the same ones."""

    def __init__(self, cells: Cells, shadow: Shadow, width: int) -> None:
        self._cells = cells
        self._shadow = shadow
        self._width = width
        self._first: dict[int, list[str]] = {}

    @cached_property
    def _sorted(self) -> tuple[Offsets, Offsets]:
        """All filled cells by column, and where among them each column begins."""
        filled = np.flatnonzero(self._cells.ends > self._cells.starts)
        columns = self._cells.columns[filled]
        order = np.argsort(columns, kind="stable")
        return filled[order], np.searchsorted(columns[order], np.arange(self._width + 1))

    def filled(self, column: int) -> Offsets:
        """Return the numbers of the filled cells of a column, in order."""
        cells, borders = self._sorted
        return cells[borders[column] : borders[column + 1]]

    def first(self, column: int) -> list[str]:
        """Return the texts of the first of them, up to FIRST_CELLS."""
        if column not in self._first:
            rows = self.filled(column)[:FIRST_CELLS]
            self._first[column] = texts_of(self._shadow, self._cells, rows)
        return self._first[column]

    def told(
        self, tells: Callable[[list[str]], bool], asked: NDArray[np.bool_], most: int
    ) -> NDArray[np.bool_]:
        """Return of which of the ``asked`` columns ``tells`` says so, by up to ``most`` cells."""
        told = np.zeros(len(asked), dtype=bool)
        for column in np.flatnonzero(asked).tolist():
            told[column] = tells(self.first(column)[:most])
        return told


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
    said: NDArray[np.int8],
    detector: Detector,
    cells: Cells,
    shadow: Shadow,
    *,
    whole_only: bool = False,
) -> Iterator[tuple[Offsets, Offsets, list[str]]]:
    """Yield starts, ends and values of each pair of columns that hold a value's two parts.

    A span covers both cells where they are neighbours, else the last part's. Where one cell is
    empty the other is the value, unless ``whole_only``.
    """
    given = np.flatnonzero(said == Heading.GIVEN_PART).tolist()
    lasts = np.flatnonzero(said == Heading.LAST_PART).tolist()
    if not given and not lasts:  # as in most tables
        return
    check = lru_cache(_KEPT_PARTS)(detector.check)
    joined = partial(_joined, check, frozenset(chain.from_iterable(detector.part_headers)))
    for last in lasts:
        by_distance = sorted((abs(column - last), column) for column in given)
        if not by_distance:
            if not whole_only:
                yield _lone_cells(check, last, cells, shadow)
            continue
        nearest = by_distance[0][1]
        given.remove(nearest)
        yield _paired(joined, (nearest, last), cells, shadow, whole_only=whole_only)
    for column in () if whole_only else given:
        yield _lone_cells(check, column, cells, shadow)


def _lone_cells(
    check: Callable[[str], str | None], column: int, cells: Cells, shadow: Shadow
) -> tuple[Offsets, Offsets, list[str]]:
    rows = np.flatnonzero((cells.columns == column) & (cells.ends > cells.starts))
    values = [check(text) for text in texts_of(shadow, cells, rows)]
    return _passing(cells.starts[rows], cells.ends[rows], values)


def _paired(
    joined: Callable[[str, str], str | None],
    columns: tuple[int, int],
    cells: Cells,
    shadow: Shadow,
    *,
    whole_only: bool,
) -> tuple[Offsets, Offsets, list[str]]:
    """Return starts, ends and values of given part and last part in two columns."""
    given, last = columns
    rows = np.flatnonzero(cells.columns == last)
    other = np.clip(rows + given - last, 0, len(cells.starts) - 1)
    in_row = cells.columns[other] == given
    has_first, has_last = (
        in_row & (cells.ends[other] > cells.starts[other]),
        cells.ends[rows] > cells.starts[rows],
    )
    kept = has_first & has_last if whole_only else has_first | has_last
    rows, other = rows[kept], other[kept]
    has_first, has_last = has_first[kept], has_last[kept]
    firsts, lasts = texts_of(shadow, cells, other), texts_of(shadow, cells, rows)
    values = [
        joined(first if one else "", text if two else "")
        for first, text, one, two in zip(
            firsts, lasts, has_first.tolist(), has_last.tolist(), strict=True
        )
    ]
    starts = np.where(has_last, cells.starts[rows], cells.starts[other])
    ends = np.where(has_last, cells.ends[rows], cells.ends[other])
    if abs(given - last) == 1:
        starts = np.where(has_first, np.minimum(starts, cells.starts[other]), starts)
        ends = np.where(has_first, np.maximum(ends, cells.ends[other]), ends)
    return _passing(starts, ends, values)


def _joined(
    check: Callable[[str], str | None], headings: frozenset[str], first: str, last: str
) -> str | None:
    """Return the canonical value of two parts: of each by itself where each passes.

    None where one is a heading among the cells, as on each page of a print.
    """
    if first.lower() in headings or last.lower() in headings:
        return None
    if first and last and (one := check(first)) and (two := check(last)):
        return f"{one} {two}"
    return check(f"{first} {last}".strip())


def _passing(
    starts: Offsets, ends: Offsets, values: list[str | None]
) -> tuple[Offsets, Offsets, list[str]]:
    kept = np.array([value is not None for value in values], dtype=bool)
    return starts[kept], ends[kept], [value for value in values if value is not None]

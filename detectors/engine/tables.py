"""Rows of a table: cells by arrays of separators, columns typed, each cell judged by its column."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detector
from detectors.engine.candidates import Candidates, favour, merged
from detectors.engine.columns import MOST_COLUMNS, Counts, Heading, headings
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets
from detectors.engine.weigh import Evidence

_TAB, _NEWLINE, _SPACE = 9, 10, 32
_SLACK = 1  # a quote around a value still leaves it the whole cell
_SAMPLE = 60  # cells of a column without heading that ``typed_by`` is shown
_SAMPLE_LEAST = 5


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
    if b"  " in shadow.data or b"\t " in shadow.data or b" \t" in shadow.data:
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


class Table:
    """One table of a document: its heading, and what its columns have held so far."""

    def __init__(self, detectors: tuple[Detector, ...], header: tuple[str, ...] | None) -> None:
        self._detectors = detectors
        self._headed = header is not None
        self._said = np.zeros((len(detectors), MOST_COLUMNS), dtype=np.int8)
        if header:
            said = headings(detectors, header[:MOST_COLUMNS])
            self._said[:, : len(said)] = said.T
        self._counts = Counts.empty(len(detectors))

    def judge(
        self, shadow: Shadow, found: list[Candidates], shapes: list[Offsets]
    ) -> list[Candidates]:
        """Return candidates with the evidence of their columns, and those that columns add."""
        cells = cells_of(shadow)
        filled = cells.columns[cells.ends > cells.starts]
        self._counts.cells += np.bincount(filled, minlength=MOST_COLUMNS)
        places = [
            self._count(number, cells, each, shapes[number]) for number, each in enumerate(found)
        ]
        judged = []
        for number, each in enumerate(found):
            where, whole = places[number]
            judged.append(self._judged(number, each, cells, where, whole, shadow))
        return judged

    def _count(
        self, number: int, cells: Cells, found: Candidates, shapes: Offsets
    ) -> tuple[Offsets, NDArray[np.bool_]]:
        """Count whole cells of a detector; return each candidate's cell and whether it is whole."""
        where = cells.of(found.starts)
        whole = (found.starts - cells.starts[where] <= _SLACK) & (
            cells.ends[where] - found.ends <= _SLACK
        )
        columns = cells.columns[where[whole]]
        self._counts.valid[number] += np.bincount(columns, minlength=MOST_COLUMNS)
        at = cells.of(shapes)
        begins = shapes - cells.starts[at] <= _SLACK
        self._counts.shaped[number] += np.bincount(
            cells.columns[at[begins]], minlength=MOST_COLUMNS
        )
        return where, whole

    def _judged(
        self,
        number: int,
        found: Candidates,
        cells: Cells,
        where: Offsets,
        whole: NDArray[np.bool_],
        shadow: Shadow,
    ) -> Candidates:
        detector, said = self._detectors[number], self._said[number]
        named = said == Heading.NAMED
        opposed = said == Heading.OPPOSED
        typed = self._counts.typed(number, detector, named) & ~opposed
        odd = self._counts.odd(number) & ~typed & ~named
        columns = cells.columns[where]
        for flag, mask in (
            (Evidence.HEADED, named),
            (Evidence.COLUMN, typed),
            (Evidence.ODD_COLUMN, odd),
            (Evidence.OPPOSED_HEADING, opposed),
        ):
            found.evidence[mask[columns] & whole] |= flag
        taken = np.zeros(len(cells.starts), dtype=bool)
        taken[where] = True
        chosen = named | typed | self._looked_at(number, cells, shadow)
        added = self._unmatched(detector, cells, chosen, taken, named, shadow)
        return merged(merged(found, added), self._joined(number, cells, shadow))

    def _looked_at(self, number: int, cells: Cells, shadow: Shadow) -> NDArray[np.bool_]:
        """Return which columns without heading a detector knows by looking at some cells."""
        chosen = np.zeros(MOST_COLUMNS, dtype=bool)
        typed_by = self._detectors[number].typed_by
        if typed_by is None:
            return chosen
        looked_at = self._counts.looked_at
        for column in np.flatnonzero(self._said[number] == Heading.SILENT).tolist():
            if (number, column) not in looked_at:
                if column > cells.columns.max():
                    break
                own = np.flatnonzero((cells.columns == column) & (cells.ends > cells.starts))
                sample = _texts(shadow, cells, own[:_SAMPLE])
                if len(sample) < _SAMPLE_LEAST:
                    continue
                looked_at[number, column] = typed_by(sample)
            chosen[column] = looked_at[number, column]
        return chosen

    def _unmatched(
        self,
        detector: Detector,
        cells: Cells,
        chosen: NDArray[np.bool_],
        taken: NDArray[np.bool_],
        named: NDArray[np.bool_],
        shadow: Shadow,
    ) -> Candidates:
        """Return what the check makes of cells in chosen columns that no form matched."""
        rows = np.flatnonzero(chosen[cells.columns] & ~taken & (cells.ends > cells.starts))
        values = [detector.check(text) for text in _texts(shadow, cells, rows)]
        kept = np.array([value is not None for value in values], dtype=bool)
        return self._cells(detector, cells, rows[kept], named, [v for v in values if v is not None])

    def _cells(
        self,
        detector: Detector,
        cells: Cells,
        rows: Offsets,
        named: NDArray[np.bool_],
        values: list[str],
    ) -> Candidates:
        flags = np.where(named[cells.columns[rows]], Evidence.HEADED, Evidence.COLUMN)
        return Candidates(
            detector,
            cells.starts[rows],
            cells.ends[rows],
            np.full(len(rows), len(detector.forms) + len(detector.near)),
            flags.astype(np.int64) | favour(detector, values),
            values,
        )

    def _joined(self, number: int, cells: Cells, shadow: Shadow) -> Candidates:
        """Return values whose two parts lie in columns of their own, as spans over both cells.

        Where the columns are not neighbours the span is the last part's cell.
        """
        detector, said = self._detectors[number], self._said[number]
        given, last = (
            np.flatnonzero(said == kind) for kind in (Heading.GIVEN_PART, Heading.LAST_PART)
        )
        if not len(last) and not len(given):
            return self._cells(detector, cells, np.zeros(0, np.int64), said == Heading.NAMED, [])
        main = last if len(last) else given
        rows = np.flatnonzero((cells.columns == main[0]) & (cells.ends > cells.starts))
        texts = _texts(shadow, cells, rows)
        starts, ends = cells.starts[rows].copy(), cells.ends[rows].copy()
        if len(last) and len(given):
            distance = int(given[0] - last[0])
            other = np.clip(rows + distance, 0, len(cells.starts) - 1)
            same_row = cells.columns[other] == given[0]
            firsts = _texts(shadow, cells, other)
            texts = [
                f"{first} {text}" if same else text
                for first, text, same in zip(firsts, texts, same_row.tolist(), strict=True)
            ]
            if abs(distance) == 1:
                starts = np.where(same_row, np.minimum(starts, cells.starts[other]), starts)
                ends = np.where(same_row, np.maximum(ends, cells.ends[other]), ends)
        values = [detector.check(text) for text in texts]
        kept = np.array([value is not None for value in values], dtype=bool)
        known = [value for value in values if value is not None]
        joined = self._cells(detector, cells, rows[kept], np.ones(MOST_COLUMNS, dtype=bool), known)
        joined.starts, joined.ends = starts[kept], ends[kept]
        return joined


def _texts(shadow: Shadow, cells: Cells, rows: Offsets) -> list[str]:
    """Return the text of some cells."""
    first = shadow.characters(cells.starts[rows]).tolist()
    last = shadow.characters(cells.ends[rows]).tolist()
    text = shadow.text
    return [text[a:b] for a, b in zip(first, last, strict=True)]

"""Rows of a table: cells by arrays of separators, columns typed, each cell judged by its column."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detectors.base import Category, Detector, Strength
from detectors.engine.candidates import Candidates, favour, merged
from detectors.engine.cells import Cells, cells_of, joined_cells, texts_of
from detectors.engine.columns import MOST_COLUMNS, Counts, Heading, headings
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets
from detectors.engine.weigh import Evidence

_SLACK = 1  # a quote around a value still leaves it the whole cell
_SAMPLE = 60  # cells of a column without heading that ``typed_by`` is shown
_SAMPLE_LEAST = 5
_FEW_CELLS = 8  # up to so many, a column is typed beside people
_SHARE_BESIDE = 0.5  # of a column's cells are people, or what only people have

# Plain numbers: looking a flag up in its class costs more than setting it.
_HEADED, _COLUMN = int(Evidence.HEADED), int(Evidence.COLUMN)
_ODD_COLUMN, _OPPOSED_HEADING = int(Evidence.ODD_COLUMN), int(Evidence.OPPOSED_HEADING)
_SAYS = np.array([heading not in (Heading.SILENT, Heading.OPPOSED) for heading in Heading])
_NONE = np.zeros(0, dtype=bool)


class Table:
    """One table of a document: its heading, and what its columns have held so far.

    ``concerned`` are the numbers of the detectors that were asked about its latest rows.
    """

    def __init__(self, detectors: tuple[Detector, ...], header: tuple[str, ...] | None) -> None:
        self._detectors = detectors
        self._said = headings(detectors, (header or ())[:MOST_COLUMNS]).T
        self._headed = bool(header)
        self._people = np.array([_tells_people(each) for each in detectors])
        self._looking = np.array([bool(each.typed_by or each.typed_beside) for each in detectors])
        self._counts = Counts.empty(len(detectors))
        self.concerned: list[int] = []

    def judge(
        self, shadow: Shadow, found: list[Candidates], shapes: list[Offsets]
    ) -> list[Candidates]:
        """Return candidates with the evidence of their columns, and those that columns add."""
        cells = cells_of(shadow)
        self._widen(int(cells.columns.max()) + 1)
        filled = cells.columns[cells.ends > cells.starts]
        self._counts.cells += self._per_column(filled)
        places = [
            self._count(number, cells, each, shapes[number]) for number, each in enumerate(found)
        ]
        judged = list(found)
        self.concerned = np.flatnonzero(self._concerned(found)).tolist()
        for number in self.concerned:
            judged[number] = self._judged(number, found[number], cells, *places[number], shadow)
        return judged

    def _widen(self, columns: int) -> None:
        """Make room for as many columns; most tables have few."""
        missing = columns - self._said.shape[1]
        if missing > 0:
            silent = np.zeros((len(self._said), missing), dtype=self._said.dtype)
            self._said = np.concatenate((self._said, silent), axis=1)
        self._counts.widen(self._said.shape[1])

    def _per_column(self, columns: Offsets) -> NDArray[np.int64]:
        return np.bincount(columns, minlength=self._said.shape[1])

    def _concerned(self, found: list[Candidates]) -> NDArray[np.bool_]:
        """Return of which detectors anything may be in the table."""
        some = np.array([len(each.starts) > 0 for each in found])
        return np.asarray(
            some
            | self._looking
            | _SAYS[self._said].any(axis=1)
            | (self._counts.valid > 0).any(axis=1)
        )

    def _count(
        self, number: int, cells: Cells, found: Candidates, shapes: Offsets
    ) -> tuple[Offsets, NDArray[np.bool_]]:
        """Count whole cells of a detector; return each candidate's cell and whether it is whole."""
        if not len(shapes):
            return shapes, _NONE
        where = cells.of(found.starts)
        begins = found.starts - cells.starts[where] <= _SLACK
        whole = begins & (cells.ends[where] - found.ends <= _SLACK)
        counts = self._counts
        counts.begun[number] += self._per_column(cells.columns[where[begins]])
        counts.valid[number] += self._per_column(cells.columns[where[whole]])
        at = cells.of(shapes)
        first = at[shapes - cells.starts[at] <= _SLACK]
        counts.shaped[number] += self._per_column(cells.columns[first])
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
            (_HEADED, named),
            (_COLUMN, typed),
            (_ODD_COLUMN, odd),
            (_OPPOSED_HEADING, opposed),
        ):
            if mask.any():
                found.evidence[mask[columns] & whole] |= flag
        taken = np.zeros(len(cells.starts), dtype=bool)
        taken[where] = True
        chosen = named | typed | self._looked_at(number, cells, shadow)
        judged = found
        if chosen.any():
            added = self._unmatched(detector, cells, chosen, taken, named, shadow)
            judged = merged(found, added)
        for spans in joined_cells(said, detector, cells, shadow):
            judged = merged(judged, self._column(detector, *spans, _HEADED))
        return judged

    def _looked_at(self, number: int, cells: Cells, shadow: Shadow) -> NDArray[np.bool_]:
        """Return which columns without heading a detector knows by looking at some cells."""
        chosen = np.zeros(len(self._said[number]), dtype=bool)
        typed_by = self._detectors[number].typed_by
        if typed_by is None:
            return self._few_beside_people(number, cells, shadow)
        looked_at = self._counts.looked_at
        silent = np.flatnonzero(self._said[number] == Heading.SILENT).tolist()
        for column in silent:
            if (number, column) not in looked_at and self._counts.cells[column] >= _SAMPLE_LEAST:
                own = np.flatnonzero((cells.columns == column) & (cells.ends > cells.starts))
                sample = texts_of(shadow, cells, own[:_SAMPLE])
                if len(sample) >= _SAMPLE_LEAST:
                    looked_at[number, column] = typed_by(sample)
        chosen[[column for column in silent if looked_at.get((number, column))]] = True
        return chosen | self._few_beside_people(number, cells, shadow)

    def _few_beside_people(self, number: int, cells: Cells, shadow: Shadow) -> NDArray[np.bool_]:
        """Return which short columns a detector knows in a table of people without headings."""
        counts, typed_beside = self._counts, self._detectors[number].typed_beside
        chosen = np.zeros(len(counts.cells), dtype=bool)
        if typed_beside is None or self._headed or counts.cells.max() > _FEW_CELLS:
            return chosen
        people = counts.valid[self._people].max(axis=0) >= _SHARE_BESIDE * counts.cells
        people &= counts.cells > 0
        for column in np.flatnonzero(~people & (counts.cells > 0)).tolist() if people.any() else ():
            own = np.flatnonzero((cells.columns == column) & (cells.ends > cells.starts))
            chosen[column] = typed_beside(texts_of(shadow, cells, own))
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
        values = list(map(detector.check, texts_of(shadow, cells, rows)))
        rows = rows[np.array([value is not None for value in values], dtype=bool)]
        flags = np.where(named[cells.columns[rows]], _HEADED, _COLUMN)
        known = [value for value in values if value is not None]
        return self._column(detector, cells.starts[rows], cells.ends[rows], known, flags)

    def _column(
        self,
        detector: Detector,
        starts: Offsets,
        ends: Offsets,
        values: list[str],
        evidence: NDArray[np.int64] | int,
    ) -> Candidates:
        """Return cells that only their column makes candidates."""
        return Candidates(
            detector,
            starts,
            ends,
            np.full(len(starts), len(detector.forms) + len(detector.near)),
            favour(detector, values) | evidence,
            values,
        )


def _tells_people(detector: Detector) -> bool:
    """Return whether a value of the detector is a person's, or leads to one."""
    return detector.strength is not Strength.SHARED or detector.category is Category.CONTACT

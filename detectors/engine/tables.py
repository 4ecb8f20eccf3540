"""Rows of a table: cells by arrays of separators, columns typed, each cell judged by its column."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from detectors.base import Category, Detector, Strength
from detectors.engine.alike import odd_among_alike
from detectors.engine.candidates import Candidates, in_columns, merged
from detectors.engine.cells import FIRST_CELLS, Cells, Columns, cells_of, joined_cells, texts_of
from detectors.engine.code_lists import lists_codes
from detectors.engine.columns import (
    MOST_COLUMNS,
    Counts,
    Heading,
    headings,
    lists_people,
)
from detectors.engine.notes import columns_of_notes, noted_in_cells
from detectors.engine.part_columns import PartColumns
from detectors.engine.price_lists import lists_prices
from detectors.engine.relatives import columns_of_relatives
from detectors.engine.remarks import beside_remarks
from detectors.engine.several import several_in_cells, within_cells
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets
from detectors.engine.weigh import Evidence

_SLACK = 1  # a quote around a value still leaves it the whole cell
_SAMPLE_LEAST = 5
_TELLING_RATE = 0.6  # what passes more often tells nothing by failing
_SHARE_BESIDE = 0.5  # of a column's cells are people, or what only people have
_FIRST_CELLS = 12  # of a column in a table of people that ``among_people`` is shown
_FORM_ROWS = 3  # of a table that may be part of a form about whom the text above names

# Plain numbers: looking a flag up in its class costs more than setting it.
_HEADED, _COLUMN = int(Evidence.HEADED), int(Evidence.COLUMN)
_ODD_COLUMN, _OPPOSED_HEADING = int(Evidence.ODD_COLUMN), int(Evidence.OPPOSED_HEADING)
_NOTED, _LABELLED = int(Evidence.NOTED), int(Evidence.LABEL | Evidence.LABEL_ABOVE)
_SAYS = np.array([heading not in (Heading.SILENT, Heading.OPPOSED) for heading in Heading])
_NONE = np.zeros(0, dtype=bool)


class Table:
    """One table of a document: its heading, and what its columns have held so far.

    ``concerned`` are the numbers of the detectors that were asked about its latest rows.
    """

    def __init__(self, detectors: tuple[Detector, ...], header: tuple[str, ...] | None) -> None:
        self._detectors = detectors
        header = (header or ())[:MOST_COLUMNS]
        self._said = headings(detectors, header).T
        self._headed = bool(header)
        self._lists_people = lists_people(detectors, header, self._said.T)
        self._lists_codes = bool(header) and lists_codes(header)
        self._notes = columns_of_notes(header)
        self._relatives = columns_of_relatives(header)
        self._people = np.array([_tells_people(each) for each in detectors])
        self._one_person = np.array([each.strength is not Strength.SHARED for each in detectors])
        self._about_people = np.array([bool(each.summary_headers) for each in detectors])
        self._asks_for_people = [bool(e.summary_headers or e.numbers_goods) for e in detectors]
        self._looking = np.array([
            bool(each.typed_by or each.typed_beside or each.among_people)
            or (each.noted is not None and bool(self._notes.any()))
            or (each.among_relatives is not None and bool(self._relatives.any()))
            for each in detectors
        ])  # fmt: skip
        self._counts = Counts.empty(len(detectors))
        self._parts = {
            number: PartColumns(each.parts_typed_by)
            for number, each in enumerate(detectors)
            if each.parts_typed_by
        }
        self.concerned: list[int] = []
        self._columns: Columns

    def judge(
        self, shadow: Shadow, found: list[Candidates], shapes: list[Offsets]
    ) -> list[Candidates]:
        """Return candidates with the evidence of their columns, and those that columns add."""
        cells = cells_of(shadow)
        self._widen(int(cells.columns.max()) + 1)
        filled = cells.columns[cells.ends > cells.starts]
        self._counts.cells += self._per_column(filled)
        self._columns = Columns(cells, shadow, self._said.shape[1])
        places = [
            self._count(number, cells, each, shapes[number]) for number, each in enumerate(found)
        ]
        judged = list(found)
        self.concerned = np.flatnonzero(self._concerned(found)).tolist()
        # What is said about people comes last, when it is known whether there are any.
        for number in sorted(self.concerned, key=self._asks_for_people.__getitem__):
            judged[number] = self._judged(number, judged, cells, *places[number], shadow)
        return judged

    def _widen(self, columns: int) -> None:
        """Make room for as many columns; most tables have few."""
        missing = columns - self._said.shape[1]
        if missing > 0:
            silent = np.zeros((len(self._said), missing), dtype=self._said.dtype)
            self._said = np.concatenate((self._said, silent), axis=1)
            self._notes = np.concatenate((self._notes, np.zeros(missing, dtype=bool)))
            self._relatives = np.concatenate((self._relatives, np.zeros(missing, dtype=bool)))
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
        if len(first) < len(at):
            counts.inner[number] += self._per_column(cells.columns[at]) - self._per_column(
                cells.columns[first]
            )
            counts.inner_valid[number] += self._per_column(cells.columns[where[~begins]])
        return where, whole

    def _judged(
        self,
        number: int,
        all_found: list[Candidates],
        cells: Cells,
        where: Offsets,
        whole: NDArray[np.bool_],
        shadow: Shadow,
    ) -> Candidates:
        found = all_found[number]
        detector, said = self._detectors[number], self._said[number]
        named = said == Heading.NAMED
        opposed = said == Heading.OPPOSED
        if detector.denied_by is not None and named.any():
            denied = self._columns.told(detector.denied_by, named, _FIRST_CELLS)
            named, opposed = named & ~denied, opposed | denied
        if (
            self._about_people[number]
            and self._headed
            and opposed.all()
            and not self._shows_people()
        ):
            found.evidence |= _OPPOSED_HEADING  # it counts people
        if self._about_people[number] and not self._has_people():
            named = np.zeros_like(named)
        chosen = named | self._looked_at(number) | self._fitting_doubtful(number)
        if self._counts.valid[number].any():
            typed = self._counts.typed(number, detector, named) & ~opposed
            typed &= named | ~self._of_another(number, all_found)
            chosen |= typed
        else:
            typed = np.zeros_like(named)
        if len(where):
            known = (named, typed | (chosen & ~named & ~opposed), opposed)
            self._note_columns(number, found, known, cells, where, whole, shadow)
        judged = found
        if chosen.any():
            taken = np.zeros(len(cells.starts), dtype=bool)
            taken[where] = True
            added = self._unmatched(detector, cells, chosen, taken, named, shadow)
            judged = merged(found, added)
            if detector.beside_remarks and named.any():
                rows = self._others(cells, named, judged)
                said_more = beside_remarks(detector, rows, cells, shadow)
                judged = merged(judged, in_columns(detector, *said_more, _HEADED))
            several = several_in_cells(detector, chosen, cells, shadow)
            judged = merged(judged, in_columns(detector, *several, _COLUMN))
        if detector.noted is not None and self._notes.any() and self._shows_people():
            noted = noted_in_cells(detector, self._notes & ~named, cells, shadow)
            judged = merged(judged, in_columns(detector, *noted, _NOTED))
        if detector.among_relatives is not None and self._relatives.any():
            rows = np.flatnonzero(self._relatives[cells.columns] & (cells.ends > cells.starts))
            born = within_cells(detector, detector.among_relatives, rows, cells, shadow)
            judged = merged(judged, in_columns(detector, *born, _COLUMN))
        for spans in self._joined(number, cells, shadow):
            judged = merged(in_columns(detector, *spans), judged)
        return judged

    def _note_columns(
        self,
        number: int,
        found: Candidates,
        known: tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]],
        cells: Cells,
        where: Offsets,
        whole: NDArray[np.bool_],
        shadow: Shadow,
    ) -> None:
        """Note what columns say of candidates; ``known`` are those named, typed and opposed."""
        named, typed, opposed = known
        columns = cells.columns[where]
        odd = self._counts.odd(number) & ~typed & ~named
        if _tells_by_failing(found.detector):
            doubted = np.unique(columns[whole & ~(typed | named | odd)[columns]])
            odd = odd | odd_among_alike(
                doubted, where[whole], cells, self._columns, shadow, len(odd)
            )
        for flag, mask in (
            (_HEADED, named),
            (_COLUMN, typed),
            (_ODD_COLUMN, odd),
            (_OPPOSED_HEADING, opposed),
        ):
            if mask.any():
                found.evidence[mask[columns] & whole] |= flag
        if _tells_by_failing(found.detector) and (within := self._counts.odd_within(number)).any():
            unlabelled = found.evidence & _LABELLED == 0
            found.evidence[within[columns] & ~whole & unlabelled] |= _ODD_COLUMN
        if opposed.any():
            self._oppose_titled(found, opposed[columns] & ~whole, cells, where, shadow)

    def _oppose_titled(
        self,
        found: Candidates,
        asked: NDArray[np.bool_],
        cells: Cells,
        where: Offsets,
        shadow: Shadow,
    ) -> None:
        """Note the heading against those of ``asked`` that are all of their cell: "Lady Ann".

        After more than a title something else stands in the cell: "Ann Lee, 0113 496 0123".
        """
        rows = np.flatnonzero(asked & (cells.ends[where] == found.ends))
        between = zip(cells.starts[where[rows]].tolist(), found.starts[rows].tolist(), strict=True)
        titled = [b" " not in shadow.data[cell:start].strip() for cell, start in between]
        rows = rows[np.array(titled, dtype=bool)]
        texts = texts_of(shadow, cells, where[rows])
        same = [
            found.detector.check(text) == found.values[row]
            for row, text in zip(rows.tolist(), texts, strict=True)
        ]
        found.evidence[rows[np.array(same, dtype=bool)]] |= _OPPOSED_HEADING

    def _joined(
        self, number: int, cells: Cells, shadow: Shadow
    ) -> Iterator[tuple[Offsets, Offsets, list[str], int]]:
        """Yield starts, ends, values and evidence of what lies in two columns."""
        detector, said = self._detectors[number], self._said[number]
        if (parts := self._parts.get(number)) is not None:
            seen = parts.seen(
                np.where(self._known_by_looking(number), Heading.NAMED, said),
                self._sample,
            )
            said = np.where(seen == Heading.SILENT, said, Heading.SILENT)
            for spans in joined_cells(seen, detector, cells, shadow, whole_only=True):
                yield *spans, _COLUMN
        if any(detector.part_headers):
            for spans in joined_cells(said, detector, cells, shadow):
                yield *spans, _HEADED

    def _known_by_looking(self, number: int) -> NDArray[np.bool_]:
        """Return which columns ``typed_by`` of a detector knew."""
        looked_at = self._counts.looked_at
        columns = range(len(self._said[number]))
        return np.array([looked_at.get((number, column), False) for column in columns], dtype=bool)

    def _sample(self, column: int) -> list[str]:
        """Return some cells of a column, none where it has too few."""
        sample = self._columns.first(column)
        return sample if len(sample) >= _SAMPLE_LEAST else []

    def _looked_at(self, number: int) -> NDArray[np.bool_]:
        """Return which columns without heading a detector knows by looking at some cells."""
        typed_by = self._detectors[number].typed_by
        if self._detectors[number].among_people is not None:
            return self._looked_at_among_people(number) | self._known_beside_people(number)
        if typed_by is None:
            return self._known_beside_people(number)
        looked_at = self._counts.looked_at
        for column in np.flatnonzero(self._said[number] == Heading.SILENT).tolist():
            unknown = (number, column) not in looked_at
            if unknown and (sample := self._sample(column)):
                looked_at[number, column] = typed_by(sample)
        return self._known_by_looking(number) | self._known_beside_people(number)

    def _of_another(self, number: int, judged: list[Candidates]) -> NDArray[np.bool_]:
        """Return which columns are something else though all their cells pass the check."""
        detector = self._detectors[number]
        others = np.zeros(len(self._counts.cells), dtype=bool)
        asked = np.flatnonzero(self._counts.valid[number]).tolist()
        if detector.numbers_goods and not self._headed and self._names_nobody(judged):
            others[asked] = lists_prices(list(map(self._columns.first, range(len(others)))))
        if detector.not_typed_by is not None:
            for column in asked:
                others[column] |= bool(some := self._sample(column)) and detector.not_typed_by(some)
        return others

    def _names_nobody(self, judged: list[Candidates]) -> bool:
        """Return whether no column of those ``judged`` before holds people, or leads to them."""
        people = np.flatnonzero(self._people).tolist()
        return not any((judged[at].evidence & _COLUMN).any() for at in people)

    def _fitting_doubtful(self, number: int) -> NDArray[np.bool_]:
        """Return which columns under a doubtful heading hold what their detector would have."""
        fits = self._detectors[number].under_doubtful
        chosen = np.zeros(len(self._said[number]), dtype=bool)
        if fits is not None:
            for column in np.flatnonzero(self._said[number] == Heading.DOUBTFUL).tolist():
                first = self._columns.first(column)[:_FIRST_CELLS]
                chosen[column] = bool(first) and fits(first)
        return chosen

    def _has_people(self) -> bool:
        """Return whether the table lists people, or is so short that it may be part of a form."""
        if self._lists_codes:
            return False
        return self._shows_people() or bool(self._counts.cells.max() <= _FORM_ROWS)

    def _shows_people(self) -> bool:
        """Return whether headings name people or cells are people."""
        counts = self._counts
        if self._lists_people:
            return True
        share = counts.valid[self._one_person] >= _SHARE_BESIDE * counts.cells
        if (share & (counts.cells > 0)).any():
            return True
        return any(known and self._one_person[at] for (at, _), known in counts.looked_at.items())

    def _looked_at_among_people(self, number: int) -> NDArray[np.bool_]:
        """Return which columns a detector knows by their first cells, in a table of people."""
        among_people, looked_at = self._detectors[number].among_people, self._counts.looked_at
        chosen = np.zeros(len(self._said[number]), dtype=bool)
        if among_people is None or not self._headed or not self._has_people():
            return chosen
        silent = np.flatnonzero(self._said[number] == Heading.SILENT).tolist()
        for column in silent:
            if (number, column) not in looked_at and self._counts.cells[column] > 0:
                first = self._columns.first(column)[:_FIRST_CELLS]
                looked_at[number, column] = among_people(first)
        chosen[[column for column in silent if looked_at.get((number, column))]] = True
        return chosen

    def _known_beside_people(self, number: int) -> NDArray[np.bool_]:
        """Return which columns a detector knows in a table of people without headings."""
        counts, typed_beside = self._counts, self._detectors[number].typed_beside
        chosen = np.zeros(len(counts.cells), dtype=bool)
        if typed_beside is None or self._headed:
            return chosen
        people = counts.valid[self._people].max(axis=0) >= _SHARE_BESIDE * counts.cells
        people &= counts.cells > 0
        asked = ~people & (counts.cells > 0) & people.any()
        return self._columns.told(typed_beside, asked, FIRST_CELLS)

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
        return in_columns(detector, cells.starts[rows], cells.ends[rows], known, flags)

    def _others(self, cells: Cells, named: NDArray[np.bool_], found: Candidates) -> Offsets:
        """Return the filled cells of the ``named`` columns in which nothing was found."""
        empty = np.ones(len(cells.starts), dtype=bool)
        empty[cells.of(found.starts)] = False
        return np.flatnonzero(named[cells.columns] & empty & (cells.ends > cells.starts))


def _tells_by_failing(detector: Detector) -> bool:
    """Return whether a cell that looks like a value and fails the check is telling."""
    return detector.pass_rate <= _TELLING_RATE and detector.by_shape


def _tells_people(detector: Detector) -> bool:
    """Return whether a value of the detector is a person's, or leads to one."""
    return detector.strength is not Strength.SHARED or detector.category is Category.CONTACT

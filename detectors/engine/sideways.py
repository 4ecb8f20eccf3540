"""Tables on their side: the headings stand in the first column, each further column is a person.

Such a table is turned over and read by the rules of tables; what is found goes back to the cell it
stands in. Only short tables whose first column holds headings that detectors know are turned.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

import numpy as np

from detectors.base import Detector
from detectors.engine.columns import Heading, heading_words, headings
from detectors.engine.results import Found
from detectors.engine.values import Offsets

_MOST_ROWS = 60
_MOST_COLUMNS = 60
_LEAST_NAMED = 2  # rows whose first cell is a heading that some detector knows
_LEAST_SHARE = 0.3
_LEAST_HEADED, _SHARE_HEADED = 3, 0.5  # of the first row's cells, for it to be the heading
_MOST_ALIKE = 2  # headings: on a table's side each stands once
_LONGEST_HEADING, _MOST_DIGITS = 40, 2
_LEAST_DEFINED = 2  # rows that say what letters stand for, as glossaries do
_LEAST_VALUES = 3  # after a heading, that make a row one of them
_NAMES = (Heading.NAMED, Heading.GIVEN_PART, Heading.LAST_PART)


@dataclass(frozen=True, slots=True)
class Turned:
    """The columns of a table as rows, its first column as ``header``, and where each cell stood."""

    text: str
    header: tuple[str, ...]
    starts: Offsets
    stood: Offsets
    lengths: Offsets

    def back(self, found: Found) -> Found:
        """Return ``found`` where it stands in the table as it was, each within one cell."""
        cells = np.searchsorted(self.starts, found.starts, side="right") - 1
        moved = self.stood[cells] - self.starts[cells]
        ends = np.minimum(found.ends + moved, self.stood[cells] + self.lengths[cells])
        placed = replace(found, starts=found.starts + moved, ends=ends)
        return placed.rows(np.argsort(placed.starts, kind="stable"))


def turned(
    detectors: tuple[Detector, ...], text: str, header: tuple[str, ...] | None
) -> Turned | None:
    """Return the table ``text`` turned over, or None where it does not lie on its side."""
    rows = text.count("\n") + 1
    if not _LEAST_NAMED <= rows <= _MOST_ROWS:
        return None
    lines = text.split("\n")
    first = tuple(line.partition("\t")[0].strip() for line in lines)
    known = _known_headings(detectors)
    if not any(heading_words(part) in known for cell in first for part in cell.split("/")):
        return None
    if named_in(detectors, header or ()) >= _LEAST_NAMED:
        return None
    if Counter(filter(None, first)).most_common(1)[0][1] > _MOST_ALIKE:  # a list of fields
        return None
    least = max(_LEAST_NAMED, _LEAST_SHARE * sum(map(bool, first)))
    if named_in(detectors, first) < least and not _holds_values(detectors, lines, first):
        return None
    if sum(map(_is_defined, lines)) >= _LEAST_DEFINED:
        return None
    if header and heading_words(header[0]) in known:
        first = (*first, header[0])  # whose names stand in the line that was taken for headings
    return _turned(lines, first)


def _is_defined(line: str) -> bool:
    r"""Return whether the second cell says what the letters of the first stand for.

    >>> _is_defined("CIN\tchild in need\tchildren"), _is_defined("CIN\tyes")
    (True, False)
    """
    short, long = ([*line.split("\t"), ""])[:2]
    words = heading_words(long).split()
    return len(words) > 1 and "".join(word[0] for word in words) == short.strip().lower()


def _holds_values(
    detectors: tuple[Detector, ...], lines: list[str], first: tuple[str, ...]
) -> bool:
    """Return whether some row holds several values of what its first cell names, and only those."""
    named = np.argwhere(headings(detectors, first) == Heading.NAMED)
    for row, number in named.tolist():
        cells = [cell for cell in lines[row].split("\t")[1:] if cell.strip()]
        if len(cells) >= _LEAST_VALUES and all(map(detectors[number].check, cells)):
            return True
    return False


def _turned(lines: list[str], first: tuple[str, ...]) -> Turned | None:
    rows: list[list[tuple[int, str]]] = []
    at = 0
    for line in lines:
        cells = line.split("\t")
        places = [at]
        for cell in cells:
            places.append(places[-1] + len(cell) + 1)
        rows.append(list(zip(places, cells, strict=False))[1:])
        at += len(line) + 1
    if not 1 <= max(map(len, rows)) <= _MOST_COLUMNS:
        return None
    people = list(zip_longest(*rows, fillvalue=(0, "")))
    turned_cells = [cell for person in people for cell in person]
    lengths = np.array([len(cell) for _, cell in turned_cells], dtype=np.int64)
    starts = np.cumsum(lengths + 1) - lengths - 1
    return Turned(
        "\n".join("\t".join(cell for _, cell in person) for person in people),
        first,
        starts,
        np.array([place for place, _ in turned_cells], dtype=np.int64),
        lengths,
    )


def with_heading(detectors: tuple[Detector, ...], text: str) -> tuple[str, tuple[str, ...] | None]:
    """Return a table's rows and its heading, where the first row is plainly one, else None.

    Whoever cut the table out of its file may not have known it for one, as below lines of titles.
    The row stays as blanks, so that all others keep their places.
    """
    first = text.partition("\n")[0]
    cells = tuple(cell.strip() for cell in first.split("\t"))
    filled = sum(map(bool, cells))
    if filled < _LEAST_HEADED or len(text) == len(first) or any(map(_holds_a_value, cells)):
        return text, None
    if named_in(detectors, cells) < max(_LEAST_HEADED, _SHARE_HEADED * filled):
        return text, None
    return " " * len(first) + text[len(first) :], cells


def _holds_a_value(cell: str) -> bool:
    return len(cell) > _LONGEST_HEADING or sum(map(str.isdigit, cell)) > _MOST_DIGITS


def named_in(detectors: tuple[Detector, ...], header: tuple[str, ...]) -> int:
    """Return how many headings name something that is looked for."""
    return int(np.isin(headings(detectors, header), _NAMES).any(axis=1).sum()) if header else 0


@lru_cache(1)
def _known_headings(detectors: tuple[Detector, ...]) -> frozenset[str]:
    return frozenset(
        heading_words(phrase)
        for each in detectors
        for phrase in (*each.headers, *each.part_headers[0], *each.part_headers[1])
    )

"""Cells of a column that hold several values: "Jane Hill; Omar Thrale" under "Attendees"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detector
from detectors.engine.cells import Cells, texts_of
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets

_PARTS = np.zeros(256, dtype=bool)
_PARTS[list(b";,/&|+")] = True

Spans = tuple[Offsets, Offsets, list[str]]
"""Starts and ends in bytes, and values."""


def several_in_cells(
    detector: Detector, chosen: NDArray[np.bool_], cells: Cells, shadow: Shadow
) -> Spans:
    """Return starts, ends and values of those that share a cell of the ``chosen`` columns."""
    rows = np.zeros(0, dtype=np.int64)
    if detector.several is not None:
        where = cells.of(np.flatnonzero(_PARTS[shadow.codes]))
        rows = np.unique(where[chosen[cells.columns[where]]])
    return within_cells(detector, detector.several, rows, cells, shadow)


def within_cells(
    detector: Detector,
    spans_of: Callable[[str], Sequence[tuple[int, int]]] | None,
    rows: Offsets,
    cells: Cells,
    shadow: Shadow,
) -> Spans:
    """Return what passes the check of that which ``spans_of`` gives of the cells ``rows``."""
    starts: list[int] = []
    ends: list[int] = []
    values: list[str] = []
    if spans_of is not None and len(rows):
        for row, text in zip(rows.tolist(), texts_of(shadow, cells, rows), strict=True):
            first = int(cells.starts[row])
            for begin, end in spans_of(text):
                if value := detector.check(text[begin:end]):
                    starts.append(first + len(text[:begin].encode()))
                    ends.append(first + len(text[:end].encode()))
                    values.append(value)
    return np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64), values

"""Columns of notes in tables of people: what a note says, it says of whom its row is about."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detector
from detectors.engine.cells import Cells
from detectors.engine.columns import heading_words
from detectors.engine.several import Spans, within_cells
from detectors.engine.shadow import Shadow

_WORDS = frozenset(
    {
        *(
            "note",
            "notes",
            "comment",
            "comments",
            "remark",
            "remarks",
            "misc",
            "memo",
            "flag",
            "flags",
        ),
        *("nodiadau", "sylwadau"),
    }
)
"""Words that make a heading one of notes, whatever stands beside them: "Swaps / notes"."""
_NO_NOTES = frozenset(["no", "number", "date", "fit", "delivery", "credit", "ref", "sick"])
_PHRASES = frozenset(
    {
        *("update", "updates", "latest update", "details", "further details", "other details"),
        *("other information", "further information", "additional information", "further info"),
        *("other info", "additional info", "info", "information", "observations", "summary"),
        *("circumstances", "issues", "concerns", "background", "situation", "history"),
        *("action", "actions", "outcome", "outcomes", "reason", "reasons", "alerts", "warnings"),
        *("manylion", "gwybodaeth", "rheswm"),
    }
)


def columns_of_notes(header: tuple[str, ...]) -> NDArray[np.bool_]:
    """Return which headings are of notes."""
    return np.array([_is_of_notes(heading_words(each)) for each in header], dtype=bool)


def _is_of_notes(heading: str) -> bool:
    words = heading.split()
    if heading in _PHRASES:
        return True
    return not _WORDS.isdisjoint(words) and _NO_NOTES.isdisjoint(words)


def noted_in_cells(
    detector: Detector, columns: NDArray[np.bool_], cells: Cells, shadow: Shadow
) -> Spans:
    """Return starts, ends and values of what the notes in ``columns`` say."""
    rows = np.flatnonzero(columns[cells.columns] & (cells.ends > cells.starts))
    return within_cells(detector, detector.noted, rows, cells, shadow)

"""What is found only beside another entity: an age says something only of a person who is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detectors.engine.candidates import Candidates
from detectors.engine.shadow import Shadow
from detectors.engine.values import NO_OFFSETS, Offsets
from detectors.engine.weigh import SETTLED

_NEWLINE = 10
_SENTENCE_BYTES = 40
_PARTS = re.compile(rb"[.!?;]\s|\n\s*\n|[\t\0]")  # what ends a sentence, a paragraph or a cell


def beside_only(
    candidates: Sequence[Candidates], likely: Sequence[Offsets], shadow: Shadow
) -> list[Candidates]:
    """Return candidates without those that stand alone though their detector names a neighbour.

    ``likely`` are the rows of each that are believed. In running text the neighbour stands right
    before, at most the form's ``beside_bytes`` away, in the same sentence, or on either side where
    that reaches beyond a sentence, as to another field of a form; in a column that is known for
    its heading or its values, anywhere in the same row.
    """
    chosen = []
    for each in candidates:
        if each.detector.beside:
            pairs = zip(candidates, likely, strict=True)
            spans = [
                (one.starts[rows], one.ends[rows])
                for one, rows in pairs
                if one.detector.entity == each.detector.beside
            ]
            starts, ends = spans[0] if spans else (NO_OFFSETS, NO_OFFSETS)
            chosen.append(each.rows(np.flatnonzero(_beside(each, starts, ends, shadow))))
        else:
            chosen.append(each)
    return chosen


def _beside(own: Candidates, starts: Offsets, ends: Offsets, shadow: Shadow) -> NDArray[np.bool_]:
    """Return which of ``own`` have one of the neighbours that lie from ``starts`` to ``ends``."""
    if not len(starts):
        return np.zeros(len(own.starts), dtype=bool)
    newlines = np.flatnonzero(shadow.codes == _NEWLINE)
    lines = np.searchsorted(newlines, own.starts)
    in_row = np.isin(lines, np.searchsorted(newlines, starts))
    settled = (own.evidence & SETTLED) != 0
    before = np.searchsorted(ends, own.starts, side="right") - 1
    nearest = ends[np.maximum(before, 0)]
    reach = np.array([own.form(form).beside_bytes for form in own.forms.tolist()], dtype=np.int64)
    near = (before >= 0) & (own.starts - nearest <= reach) & ~settled
    far = reach > _SENTENCE_BYTES
    after = starts[np.minimum(np.searchsorted(starts, own.ends), len(starts) - 1)] - own.ends
    near |= far & ~settled & (after >= 0) & (after <= reach)
    for row in np.flatnonzero(near & ~far).tolist():
        near[row] = _PARTS.search(shadow.data, int(nearest[row]), int(own.starts[row])) is None
    return np.asarray(near | settled & in_row)

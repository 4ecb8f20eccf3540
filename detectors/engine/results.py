"""From weighed candidates to detections: what is kept, which of two that overlap, what is said."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detection
from detectors.engine.candidates import Candidates
from detectors.engine.context import company_evidence
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets
from detectors.engine.weigh import KEPT_FROM, confidence, explanation

_FORM_BITS = 8
# Half the cost of calling the class: 80,000 detections in a megabyte of a person table.
_detection = partial(tuple.__new__, Detection)


def detections(candidates: list[Candidates], shadow: Shadow) -> list[Detection]:
    """Return the detections that weigh enough, in order of the text, none overlapping."""
    likely = [each.starts[_confidences(each) >= KEPT_FROM] for each in candidates]
    everybody = np.sort(np.concatenate(likely)) if likely else np.zeros(0, np.int64)
    rows, sure = [], []
    for each, own in zip(candidates, likely, strict=True):
        each.evidence |= company_evidence(each.starts, own, everybody)
        confidences = _confidences(each)
        kept = np.flatnonzero(confidences >= KEPT_FROM)
        rows.append(kept)
        sure.append(confidences[kept])
    starts = _joined([each.starts[kept] for each, kept in zip(candidates, rows, strict=True)])
    ends = _joined([each.ends[kept] for each, kept in zip(candidates, rows, strict=True)])
    surest = np.concatenate(sure) if sure else np.zeros(0, np.float64)
    built: list[Detection] = []
    for each, kept in zip(candidates, rows, strict=True):
        built.extend(_built(each, kept, shadow))
    return [built[row] for row in _order(starts, ends, surest)]


def _joined(parts: list[Offsets]) -> Offsets:
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def _order(starts: Offsets, ends: Offsets, sure: NDArray[np.float64]) -> list[int]:
    """Return the rows in order of the text; of those that overlap the surest stays."""
    order = np.argsort(starts, kind="stable")
    plain: list[int] = order.tolist()
    if not (starts[order[1:]] < ends[order[:-1]]).any():
        return plain
    order = np.lexsort((-sure, starts))
    first, last = starts[order], ends[order]
    kept: list[int] = []
    spans = zip(order.tolist(), first.tolist(), last.tolist(), sure[order].tolist(), strict=True)
    until, surest = 0, 0.0
    for row, start, end, confidence_ in spans:
        if start < until:
            if confidence_ <= surest:
                continue
            kept.pop()
        kept.append(row)
        until, surest = end, confidence_
    return kept


def _codes(candidates: Candidates) -> NDArray[np.int64]:
    return candidates.evidence << _FORM_BITS | candidates.forms


def _parted(code: int) -> tuple[int, int]:
    return code & (1 << _FORM_BITS) - 1, code >> _FORM_BITS


def _confidences(candidates: Candidates) -> NDArray[np.float64]:
    codes = _codes(candidates)
    values = np.zeros(len(codes), dtype=np.float64)
    for code in np.unique(codes).tolist():
        form, evidence = _parted(code)
        values[codes == code] = confidence(candidates.form(form), evidence)
    return values


def _built(candidates: Candidates, rows: NDArray[np.int64], shadow: Shadow) -> list[Detection]:
    """Return detections for ``rows``."""
    if not len(rows):
        return []
    detector = candidates.detector
    codes = _codes(candidates)[rows].tolist()
    values = candidates.values
    if len(rows) < len(values):
        values = [values[row] for row in rows.tolist()]
    notes = list(map(detector.note, values)) if detector.note else [None] * len(rows)
    starts = shadow.characters(candidates.starts[rows]).tolist()
    ends = shadow.characters(candidates.ends[rows]).tolist()
    sure: Iterable[float]
    lines: Iterable[str]
    if len(set(codes)) == len(set(notes)) == 1:  # a typed column: all alike
        one = _said(candidates, codes[0], notes[0])
        sure, lines = repeat(one[0]), repeat(one[1])
    else:
        keys = list(zip(codes, notes, strict=True))
        said = {key: _said(candidates, *key) for key in set(keys)}
        sure, lines = zip(*map(said.__getitem__, keys), strict=True)
    columns = (repeat(detector.entity), starts, ends, values, sure, lines)
    return list(map(_detection, zip(*columns)))  # noqa: B905  # some columns have no end


def _said(candidates: Candidates, code: int, note: str | None) -> tuple[float, str]:
    number, evidence = _parted(code)
    form = candidates.form(number)
    return confidence(form, evidence), explanation(candidates.detector, form, evidence, note)

"""Candidates of one detector in one text, held as columns until they are weighed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detector, Form
from detectors.engine.database import Hits
from detectors.engine.plan import Plan
from detectors.engine.shadow import Shadow
from detectors.engine.values import NO_OFFSETS, Offsets, checked, checked_one_by_one
from detectors.engine.weigh import Evidence

_NO_SPAN = (0, 0)
_FAVOUR = np.array([Evidence.DISFAVOURED, Evidence.FAVOURED], dtype=np.int64)
IN_COLUMN = Form("as its column has it", "", 0.35)
"""The form of a cell that only its column makes a candidate."""


@dataclass(slots=True)
class Candidates:
    """Columns of equal length, sorted by start; offsets in bytes.

    ``forms`` counts the detector's forms, then its near forms; IN_COLUMN comes last.
    """

    detector: Detector
    starts: Offsets
    ends: Offsets
    forms: NDArray[np.int64]
    evidence: NDArray[np.int64]
    values: list[str]

    def form(self, number: int) -> Form:
        """Return the form that ``forms`` calls ``number``."""
        forms = (*self.detector.forms, *self.detector.near, IN_COLUMN)
        return forms[number]

    def rows(self, rows: Offsets) -> Candidates:
        """Return those in ``rows``, in that order."""
        return Candidates(
            self.detector,
            self.starts[rows],
            self.ends[rows],
            self.forms[rows],
            self.evidence[rows],
            [self.values[row] for row in rows.tolist()],
        )


def nothing(detector: Detector) -> Candidates:
    """Return no candidate."""
    return Candidates(detector, NO_OFFSETS, NO_OFFSETS, NO_OFFSETS, NO_OFFSETS, [])


def hit_detectors(plan: Plan, hits: Hits) -> list[int]:
    """Return the numbers of the detectors of which any form was hit."""
    patterns = hits.patterns[: hits.of(0, plan.first_word).stop]
    borders = np.searchsorted(patterns, plan.first_pattern)
    return np.flatnonzero(borders[1:] > borders[:-1]).tolist()


def scanned(plan: Plan, number: int, hits: Hits, shadow: Shadow) -> tuple[Candidates, Offsets]:
    """Return what passes the check of detector ``number``, and the starts of all of its shape."""
    detector = plan.detectors[number]
    rows = hits.of(plan.first_pattern[number], plan.first_pattern[number + 1])
    forms = plan.forms[hits.patterns[rows]]
    starts, ends = hits.starts[rows], hits.ends[rows]
    if _has_triggers(detector, forms):
        forms, starts, ends = _expanded(detector, forms, starts, ends, shadow)
    forms, starts, ends = _longest(forms, starts, ends)
    if detector.check_expanded is not None:
        passes, values = checked_one_by_one(detector.check_expanded, shadow, starts, ends)
    else:
        passes, values = checked(detector, shadow, starts, ends)
    found = Candidates(
        detector, starts[passes], ends[passes], forms[passes], favour(detector, values), values
    )
    return found, starts


def _has_triggers(detector: Detector, forms: Offsets) -> bool:
    """Return whether any of ``forms``, the sorted numbers of what was hit, is of a trigger.

    Telephones are many, and hardly one is written in the form that is.
    """
    if not len(forms) or detector.forms[int(forms[0])].triggers:
        return True
    triggers = [number for number, form in enumerate(detector.forms) if form.triggers]
    return any(forms.searchsorted(number) < forms.searchsorted(number + 1) for number in triggers)


def favour(detector: Detector, values: list[str]) -> NDArray[np.int64]:
    """Return for each value the evidence of the range it lies in."""
    if detector.favoured is None or not values:
        return np.zeros(len(values), dtype=np.int64)
    favoured = np.fromiter(map(detector.favoured, values), dtype=bool, count=len(values))
    return _FAVOUR[favoured.view(np.uint8)]


def _expanded(
    detector: Detector, forms: Offsets, starts: Offsets, ends: Offsets, shadow: Shadow
) -> tuple[Offsets, Offsets, Offsets]:
    """Return the spans that the triggers at ``starts`` stand for; ``forms`` is sorted."""
    numbers, firsts, lasts = NO_OFFSETS, NO_OFFSETS, NO_OFFSETS
    borders = np.searchsorted(forms, np.arange(len(detector.forms) + 1)).tolist()
    for number, (low, high) in enumerate(pairwise(borders)):
        if low == high:
            continue
        form, first, last = detector.forms[number], starts[low:high], ends[low:high]
        if form.yields:
            outside = ~_within(first, firsts, lasts)
            first, last = first[outside], last[outside]
        first, last = _spans(form, first, last, shadow)
        found = last > first
        firsts = np.concatenate((firsts, first[found]))
        lasts = np.concatenate((lasts, last[found]))
        numbers = np.concatenate((numbers, np.full(np.count_nonzero(found), number)))
    return numbers, firsts, lasts


def _spans(form: Form, starts: Offsets, ends: Offsets, shadow: Shadow) -> tuple[Offsets, Offsets]:
    """Return the spans that the triggers of one form stand for; empty where there is none."""
    if form.expand_many is not None:
        return form.expand_many(shadow.codes, starts)
    triggers, data = zip(starts.tolist(), ends.tolist(), strict=True), shadow.data
    if form.expand_all is not None:
        every = form.expand_all
        spans = [span for start, end in triggers for span in every(data, start, end)]
    elif form.expand is not None:
        expand = form.expand
        spans = [expand(data, start, end) or _NO_SPAN for start, end in triggers]
    else:
        return starts, ends
    flat = np.fromiter(chain.from_iterable(spans), np.int64, 2 * len(spans))
    return flat[::2], flat[1::2]


def _within(starts: Offsets, firsts: Offsets, lasts: Offsets) -> NDArray[np.bool_]:
    """Return which of ``starts`` lie in one of the spans, in any order."""
    order = np.argsort(firsts, kind="stable")
    reach = np.concatenate((np.zeros(1, np.int64), np.maximum.accumulate(lasts[order])))
    return np.asarray(reach[np.searchsorted(firsts[order], starts, side="right")] > starts)


def _longest(forms: Offsets, starts: Offsets, ends: Offsets) -> tuple[Offsets, Offsets, Offsets]:
    """Return the spans in order, of overlapping ones the longest, then the form declared first."""
    order = np.lexsort((forms, -ends, starts))
    forms, starts, ends = forms[order], starts[order], ends[order]
    while len(starts) > 1:
        reach = np.maximum.accumulate(ends)
        inside = np.zeros(len(starts), dtype=bool)
        inside[1:] = starts[1:] < reach[:-1]
        if not inside.any():
            break
        # One that begins inside another goes, unless it is longer than the one before it.
        longer = np.zeros(len(starts), dtype=bool)
        longer[1:] = inside[1:] & (ends[1:] - starts[1:] > ends[:-1] - starts[:-1])
        dropped = inside & ~longer
        dropped[:-1] |= longer[1:]
        forms, starts, ends = forms[~dropped], starts[~dropped], ends[~dropped]
    return forms, starts, ends


def merged(found: Candidates, more: Candidates) -> Candidates:
    """Return both, in order; where they overlap, ``found`` stays."""
    if not len(more.starts):
        return found
    at = np.searchsorted(found.starts, more.ends) - 1
    free = at < 0
    if len(found.starts):
        free |= found.ends[at] <= more.starts
    starts = np.concatenate((found.starts, more.starts[free]))
    order = np.argsort(starts, kind="stable")
    values = found.values + [v for v, kept in zip(more.values, free.tolist(), strict=True) if kept]
    return Candidates(
        found.detector,
        starts[order],
        np.concatenate((found.ends, more.ends[free]))[order],
        np.concatenate((found.forms, more.forms[free]))[order],
        np.concatenate((found.evidence, more.evidence[free]))[order],
        [values[row] for row in order.tolist()],
    )


def in_columns(
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

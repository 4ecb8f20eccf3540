"""The second look at running text: what a detector finds once its forms have found some."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detectors.base import Detector
from detectors.engine.results import Found, detections, found_of, joined


class FurtherLook:
    """What the detectors of one document that look again have learnt in it so far."""

    def __init__(self, detectors: Sequence[Detector]) -> None:
        self._looks = {each.entity: each.further() for each in detectors if each.further}

    def added(self, text: str, found: list[Found]) -> list[Found]:
        """Return ``found`` with what a second look at ``text`` finds beside it."""
        for entity, look in self._looks.items():
            if len(text) > look.longest_chars:
                continue
            own = detections([each for each in found if each.entity == entity])
            others = [each.starts for each in found if each.entity != entity]
            if more := look(text, own, others):
                added = found_of(entity, more)
                found = with_more(_without_parts(found, added), [added])
        return found


def _without_parts(found: list[Found], more: Found) -> list[Found]:
    """Return ``found`` without what is a part of one of ``more`` of the same entity."""
    kept = []
    for each in found:
        if each.entity == more.entity:
            at = np.searchsorted(more.starts, each.starts, side="right") - 1
            part = (at >= 0) & (each.ends <= more.ends[at])
            each = each.rows(np.flatnonzero(~part)) if part.any() else each
        if len(each.starts):
            kept.append(each)
    return kept


def with_more(found: list[Found], more: Sequence[Found]) -> list[Found]:
    """Return ``found`` with those of ``more`` that overlap nothing in it."""
    if not found:
        return list(more)
    starts = np.concatenate([each.starts for each in found])
    order = np.argsort(starts)
    starts, ends = starts[order], np.concatenate([each.ends for each in found])[order]
    apart = []
    for each in more:
        before = np.searchsorted(starts, each.ends) - 1  # begins before its end
        free = (before < 0) | (ends[before] <= each.starts)
        apart.append(each.rows(np.flatnonzero(free)))
    return joined([*found, *apart])

"""The second look at running text: what a detector finds once its forms have found some."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detectors.base import Detection, Detector
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
            if more := _apart(look(text, own, others), found):
                found = joined([*found, found_of(entity, more)])
        return found


def _apart(more: Sequence[Detection], found: list[Found]) -> list[Detection]:
    """Return those of ``more`` that overlap nothing that was found."""
    if not more or not found:
        return list(more)
    starts = np.concatenate([each.starts for each in found])
    order = np.argsort(starts)
    starts, ends = starts[order], np.concatenate([each.ends for each in found])[order]
    before = np.searchsorted(starts, [one.end for one in more]) - 1  # begins before its end
    free = (before < 0) | (ends[before] <= [one.start for one in more])
    return [one for one, kept in zip(more, free.tolist(), strict=True) if kept]

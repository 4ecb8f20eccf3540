"""The engine: detectors compiled once, and a session for each document."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detection, Detector
from detectors.engine.candidates import Candidates, merged, scanned
from detectors.engine.context import (
    Layout,
    company_evidence,
    joined_evidence,
    label_evidence,
    near_labels,
    words_in,
)
from detectors.engine.database import Database, compiled
from detectors.engine.plan import Plan, planned
from detectors.engine.shadow import Shadow, shadow
from detectors.engine.tables import Table
from detectors.engine.values import Offsets
from detectors.engine.weigh import KEPT_FROM, confidence, explanation


class Engine:
    """Detectors compiled into one database; built once a process, in about a second."""

    def __init__(self, detectors: Sequence[Detector]) -> None:
        self.plan = planned(detectors)
        self.database: Database = compiled(self.plan.patterns)

    def session(self) -> Session:
        """Return a session for one document or member."""
        return Session(self.plan, self.database)


class Session:
    """Detections in the passages of one document, in the order they are handed in."""

    def __init__(self, plan: Plan, database: Database) -> None:
        self._plan = plan
        self._database = database
        self._tables: dict[int, Table] = {}

    def text(self, text: str) -> list[Detection]:
        """Return what running text holds, in order; offsets in characters."""
        found = shadow(text)
        candidates, _ = self._candidates(found, Layout.RUNNING)
        detections = [one for each in self._weighed(candidates) for one in _built(*each, found)]
        return _without_overlaps(detections)

    def table(self, text: str, table: int, header: tuple[str, ...] | None) -> list[Detection]:
        """Return what rows of a table hold: entity by entity, each in order of the text.

        Cells are parted by tabs, rows by newlines. Rows with the ``table`` of an earlier call
        continue it: its columns are weighed anew with all rows seen so far.
        """
        found = shadow(text)
        if not text:
            return []
        candidates, shapes = self._candidates(found, Layout.ROWS)
        if table not in self._tables:
            self._tables[table] = Table(self._plan.detectors, header)
        judged = self._tables[table].judge(found, candidates, shapes)
        weighed = [_built(*each, found) for each in self._weighed(judged)]
        return _without_overlaps([one for each in weighed for one in each])

    def _candidates(self, found: Shadow, layout: Layout) -> tuple[list[Candidates], list[Offsets]]:
        plan = self._plan
        hits = self._database.scan(found.data)
        words = words_in(plan, hits, found, layout)
        candidates, shapes = [], []
        for number, detector in enumerate(plan.detectors):
            own, starts = scanned(plan, number, hits, found)
            own.evidence |= label_evidence(plan, number, words, own.starts, layout)
            if not any(form.expand for form in detector.forms):
                own.evidence |= joined_evidence(found, own.starts, own.ends)
            candidates.append(merged(own, near_labels(plan, number, words, found)))
            shapes.append(starts)
        return candidates, shapes

    def _weighed(self, candidates: list[Candidates]) -> list[tuple[Candidates, NDArray[np.int64]]]:
        """Return each detector's candidates with the rows to keep, company weighed in."""
        likely = [each.starts[_confidences(each) >= KEPT_FROM] for each in candidates]
        weighed = []
        for number, each in enumerate(candidates):
            others = [starts for at, starts in enumerate(likely) if at != number]
            company = np.sort(np.concatenate(others)) if others else np.zeros(0, np.int64)
            each.evidence |= company_evidence(each.starts, company)
            weighed.append((each, np.flatnonzero(_confidences(each) >= KEPT_FROM)))
        return weighed


def _codes(candidates: Candidates) -> NDArray[np.int64]:
    return candidates.evidence << 8 | candidates.forms


def _confidences(candidates: Candidates) -> NDArray[np.float64]:
    distinct, inverse = np.unique(_codes(candidates), return_inverse=True)
    values = [confidence(candidates.form(code & 0xFF), code >> 8) for code in distinct.tolist()]
    return np.array(values, dtype=np.float64)[inverse]


def _built(candidates: Candidates, rows: NDArray[np.int64], found: Shadow) -> list[Detection]:
    """Return detections for ``rows``."""
    if not len(rows):
        return []
    detector = candidates.detector
    codes = _codes(candidates)[rows]
    said = {
        code: (
            confidence(candidates.form(code & 0xFF), code >> 8),
            explanation(detector, candidates.form(code & 0xFF), code >> 8, None),
        )
        for code in np.unique(codes).tolist()
    }
    starts = found.characters(candidates.starts[rows]).tolist()
    ends = found.characters(candidates.ends[rows]).tolist()
    values = candidates.values
    entity, note = detector.entity, detector.note
    detections = []
    for row, start, end, code in zip(rows.tolist(), starts, ends, codes.tolist(), strict=True):
        value = values[row]
        sure, line = said[code]
        remark = note(value) if note else None
        if remark:
            line = f"{line}; {remark}"
        detections.append(Detection(entity, start, end, value, sure, line))
    return detections


def _without_overlaps(detections: list[Detection]) -> list[Detection]:
    """Return ``detections`` in order of the text; of two that overlap the surer stays."""
    detections.sort(key=lambda each: (each.start, -each.confidence, each.entity))
    kept: list[Detection] = []
    for each in detections:
        while kept and each.start < kept[-1].end:
            if each.confidence <= kept[-1].confidence:
                break
            kept.pop()
        else:
            kept.append(each)
    return kept

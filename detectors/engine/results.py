"""From weighed candidates to detections: what is kept, which of two that overlap, what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from detectors.base import Category, Detection, Strength
from detectors.engine.agreement import note_agreement
from detectors.engine.beside import beside_only
from detectors.engine.candidates import Candidates
from detectors.engine.columns import CHECKED_RATE
from detectors.engine.context import company_evidence
from detectors.engine.shadow import Shadow
from detectors.engine.values import NO_OFFSETS, Offsets
from detectors.engine.weigh import KEPT_FROM, SETTLED, Evidence, confidence, explanation

_FORM_BITS = 8
_LABELLED = int(Evidence.LABEL | Evidence.LABEL_ABOVE)
_AGAIN = int(Evidence.AGAIN)
Saying = tuple[float, str]
"""Confidence and explanation, shared by all values that are alike in both."""
# Half the cost of calling the class: 80,000 detections in a megabyte of a person table.
_detection = partial(tuple.__new__, Detection)


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found of one entity, as columns in order of the text.

    ``starts`` and ``ends`` are in characters; ``sayings[said[n]]`` is confidence and explanation
    of the n-th. A consumer of big tables reads these; ``detections`` makes single values of them.
    """

    entity: str
    starts: Offsets = field(repr=False)
    ends: Offsets = field(repr=False)
    values: list[str] = field(repr=False)
    said: list[int] = field(repr=False)
    sayings: tuple[Saying, ...]

    def without(self, borders: Offsets) -> Found:
        """Return those in none of the ranges whose starts and ends take turns in ``borders``."""
        outside = np.searchsorted(borders, self.starts, side="right") % 2 == 0
        if outside.all():
            return self
        return self.rows(np.flatnonzero(outside))

    def rows(self, rows: Offsets) -> Found:
        """Return those in ``rows``, in that order."""
        kept = rows.tolist()
        return replace(
            self,
            starts=self.starts[rows],
            ends=self.ends[rows],
            values=[self.values[row] for row in kept],
            said=[self.said[row] for row in kept],
        )

    def moved(self, by: int) -> Found:
        """Return the same, ``by`` characters further on."""
        return replace(self, starts=self.starts + by, ends=self.ends + by)

    def placed(self, place: Callable[[Offsets], Offsets]) -> Found:
        """Return the same, where ``place`` says that each character stands."""
        return replace(self, starts=place(self.starts), ends=place(self.ends))


def found_in(candidates: list[Candidates], shadow: Shadow) -> list[Found]:
    """Return what weighs enough, entity by entity; of two that overlap the surer stays.

    One that encloses others is no rival of theirs.
    """
    candidates = [each for each in candidates if len(each.starts)]
    for each in candidates:
        _note_again(each)
    note_agreement(candidates, shadow)
    if any(each.detector.beside for each in candidates):
        believed = [np.flatnonzero(_confidences(each) >= KEPT_FROM) for each in candidates]
        candidates = beside_only(candidates, believed, shadow)
        candidates = [each for each in candidates if len(each.starts)]
    unsettled = [np.flatnonzero(each.evidence & SETTLED == 0) for each in candidates]
    kept, sure = [], []
    if any(map(len, unsettled)):
        likely = [_likely(each) for each in candidates]
        everybody = np.sort(np.concatenate(likely))
        for each, rows, own in zip(candidates, unsettled, likely, strict=True):
            starts = each.starts[rows]
            until = each.ends[rows] if each.detector.encloses else starts
            each.evidence[rows] |= company_evidence(starts, until, own, everybody)
    for each in candidates:
        confidences = _confidences(each)
        rows = np.flatnonzero(confidences >= KEPT_FROM)
        kept.append(rows)
        sure.append(confidences[rows])
    rivals = [n for n, each in enumerate(candidates) if not each.detector.encloses]
    apart = _apart(
        [candidates[n] for n in rivals], [kept[n] for n in rivals], [sure[n] for n in rivals]
    )
    for n, rows in zip(rivals, apart, strict=True):
        kept[n] = rows
    pairs = zip(candidates, kept, strict=True)
    return [_found(each, rows, shadow) for each, rows in pairs if len(rows)]


def _note_again(candidates: Candidates) -> None:
    """Note which values of one person stand elsewhere, too, and have their label there."""
    detector, evidence = candidates.detector, candidates.evidence
    if detector.strength is not Strength.ONE_PERSON or detector.pass_rate > CHECKED_RATE:
        return
    labelled = evidence & _LABELLED != 0
    if not labelled.any() or labelled.all():
        return
    known = {candidates.values[row] for row in np.flatnonzero(labelled).tolist()}
    for row in np.flatnonzero(~labelled & (evidence & SETTLED == 0)).tolist():
        if candidates.values[row] in known:
            evidence[row] |= _AGAIN


def _likely(candidates: Candidates) -> Offsets:
    """Return where personal data begins that is believed already; an organisation's is none."""
    if candidates.detector.category is Category.ORGANISATION:
        return NO_OFFSETS
    return candidates.starts[_confidences(candidates) >= KEPT_FROM]


def _apart(
    candidates: list[Candidates], kept: list[Offsets], sure: list[NDArray[np.float64]]
) -> list[Offsets]:
    """Return the rows of each that no surer one of another entity overlaps."""
    if not any(map(len, kept)):
        return kept
    starts = np.concatenate(
        [each.starts[rows] for each, rows in zip(candidates, kept, strict=True)]
    )
    ends = np.concatenate([each.ends[rows] for each, rows in zip(candidates, kept, strict=True)])
    order = np.argsort(starts, kind="stable")
    if not (starts[order[1:]] < ends[order[:-1]]).any():
        return kept
    staying = np.zeros(len(starts), dtype=bool)
    staying[_surest(starts, ends, np.concatenate(sure))] = True
    borders = np.cumsum([len(rows) for rows in kept])[:-1]
    masks = np.split(staying, borders)
    return [rows[mask] for rows, mask in zip(kept, masks, strict=True)]


def _surest(starts: Offsets, ends: Offsets, sure: NDArray[np.float64]) -> list[int]:
    """Return the rows that stay, going through the text from its start."""
    order = np.lexsort((-ends, -sure, starts))  # of two as sure the longer
    columns = (order, starts[order], ends[order], sure[order])
    kept: list[int] = []
    until, surest = 0, 0.0
    for row, start, end, one in zip(*(column.tolist() for column in columns), strict=True):
        if start < until:
            if one <= surest:
                continue
            kept.pop()
        kept.append(row)
        until, surest = end, one
    return kept


def _found(candidates: Candidates, rows: Offsets, shadow: Shadow) -> Found:
    detector = candidates.detector
    codes = _codes(candidates)[rows]
    values = candidates.values
    if len(rows) < len(values):
        values = [values[row] for row in rows.tolist()]
    notes = [] if detector.note is None else list(map(detector.note, values))
    said, sayings = _noted(candidates, codes, notes) if any(notes) else _plain(candidates, codes)
    return Found(
        detector.entity,
        shadow.characters(candidates.starts[rows]),
        shadow.characters(candidates.ends[rows]),
        values,
        said,
        sayings,
    )


def _plain(candidates: Candidates, codes: Offsets) -> tuple[list[int], tuple[Saying, ...]]:
    """Return the number of what is said of each candidate, and what is said."""
    distinct, numbers = np.unique(codes, return_inverse=True)
    return numbers.tolist(), tuple(_said(candidates, code, None) for code in distinct.tolist())


def _noted(
    candidates: Candidates, codes: Offsets, notes: Sequence[str | None]
) -> tuple[list[int], tuple[Saying, ...]]:
    """Return the same where some of the values carry a note."""
    numbers: dict[tuple[int, str | None], int] = {}
    pairs = zip(codes.tolist(), notes, strict=True)
    said = [numbers.setdefault(pair, len(numbers)) for pair in pairs]
    return said, tuple(_said(candidates, *key) for key in numbers)


def found_of(entity: str, more: Sequence[Detection]) -> Found:
    """Return single detections of one entity, in order, as columns."""
    numbers: dict[tuple[float, str], int] = {}
    said = [numbers.setdefault((one.confidence, one.explanation), len(numbers)) for one in more]
    return Found(
        entity,
        np.array([one.start for one in more], dtype=np.int64),
        np.array([one.end for one in more], dtype=np.int64),
        [one.canonical for one in more],
        said,
        tuple(numbers),
    )


def joined(pieces: Iterable[Found]) -> list[Found]:
    """Return pieces of the same entity as one, each in order of the text."""
    by_entity: dict[str, list[Found]] = {}
    for piece in pieces:
        if len(piece.starts):
            by_entity.setdefault(piece.entity, []).append(piece)
    return [same[0] if len(same) == 1 else _one(same) for same in by_entity.values()]


def _one(pieces: list[Found]) -> Found:
    starts = np.concatenate([piece.starts for piece in pieces])
    sayings: dict[tuple[float, str], int] = {}
    said: list[int] = []
    for piece in pieces:
        numbers = [sayings.setdefault(saying, len(sayings)) for saying in piece.sayings]
        said += map(numbers.__getitem__, piece.said)
    whole = Found(
        pieces[0].entity,
        starts,
        np.concatenate([piece.ends for piece in pieces]),
        [value for piece in pieces for value in piece.values],
        said,
        tuple(sayings),
    )
    return whole.rows(np.argsort(starts, kind="stable"))


def detections(found: Sequence[Found]) -> list[Detection]:
    """Return each value that was found by itself, in order of the text."""
    built: list[Detection] = []
    for each in found:
        sure: Iterable[float]
        lines: Iterable[str]
        if len(each.sayings) == 1:  # a typed column: all alike
            sure, lines = repeat(each.sayings[0][0]), repeat(each.sayings[0][1])
        else:
            sure, lines = zip(*map(each.sayings.__getitem__, each.said), strict=True)
        columns = (repeat(each.entity), each.starts.tolist(), each.ends.tolist(), each.values)
        built.extend(map(_detection, zip(*columns, sure, lines)))  # noqa: B905  # repeats have no end
    if len(found) < 2:
        return built
    order = np.argsort(np.concatenate([each.starts for each in found]), kind="stable")
    return [built[row] for row in order.tolist()]


def _codes(candidates: Candidates) -> NDArray[np.int64]:
    return candidates.evidence << _FORM_BITS | candidates.forms


def _parted(code: int) -> tuple[int, int]:
    return code & (1 << _FORM_BITS) - 1, code >> _FORM_BITS


def _confidences(candidates: Candidates) -> NDArray[np.float64]:
    codes = _codes(candidates)
    values = np.zeros(len(codes), dtype=np.float64)
    for code in set(codes.tolist()):
        form, evidence = _parted(code)
        values[codes == code] = confidence(candidates.form(form), evidence)
    return values


def _said(candidates: Candidates, code: int, note: str | None) -> Saying:
    number, evidence = _parted(code)
    form = candidates.form(number)
    return confidence(form, evidence), explanation(candidates.detector, form, evidence, note)

"""From detections to findings: what is kept of a document, and nothing that could be read back.

Runs in the worker. A value leaves it only as a token; the first 100 values of a finding carry a
masked preview, a locator and an explanation besides.
"""

from __future__ import annotations

import heapq
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from detectors.base import Category, Detector, mask
from detectors.engine import Found
from scanner.extractors.base import CONCEALED, Passage, Places, TablePassage
from scanner.keys import TOKEN_BYTES, TokenKey

SHOWN = 100  # values of a finding that carry preview, locator and explanation: design.md 7
KEPT_VALUES = 1_000_000  # of one entity in one content; above, the count is a sketch: design.md 7
KEPT_IN_ALL = 1_200_000  # over all entities, about 350 MB of a worker's memory
_FIRST_SLOTS = 8
_FULL_TOKEN = 1 << (8 * TOKEN_BYTES)


class Counted(StrEnum):
    """Whether a number of distinct values is exact."""

    EXACT = "exact"
    SKETCH = "sketch"


Shown = tuple[str, str, str]
"""What a person is shown of one value: masked preview, locator as JSON, explanation.

Plain, since 100 of each finding go from worker to parent and plain tuples do so for a third.
"""


@dataclass(frozen=True, slots=True)
class MemberOccurrences:
    """The values of one entity in one member ("" is the document itself), packed.

    ``tokens`` holds 16 bytes a value; ``counts``, ``confidences`` (percent) and ``concealed``
    (occurrences) run beside it. ``shown`` gives previews by the value's place.
    """

    member: str = field(repr=False)
    tokens: bytes = field(repr=False)
    counts: array[int]
    confidences: array[int]
    concealed: array[int]
    shown: Mapping[int, Shown] = field(repr=False)


@dataclass(frozen=True, slots=True)
class EntityResult:
    """All occurrences of one entity in one content: a finding."""

    entity: str
    category: Category
    occurrences: int
    distinct: int
    counted: Counted
    confidence: float
    concealed: int
    members: tuple[MemberOccurrences, ...]


class _Values:
    """The values of one entity in one member, each with a slot in the columns beside it."""

    def __init__(self) -> None:
        self.slots: defaultdict[str, int] = defaultdict(count().__next__)
        self.counts = np.zeros(_FIRST_SLOTS, dtype=np.uint64)
        self.confidences = np.zeros(_FIRST_SLOTS, dtype=np.uint8)  # percent
        self.concealed = np.zeros(_FIRST_SLOTS, dtype=np.uint64)
        self.shown: dict[int, Shown] = {}

    def grow(self) -> None:
        """Give every slot its place in the columns."""
        missing = len(self.slots) - len(self.counts)
        if missing > 0:
            more = max(missing, len(self.counts))  # doubled, so that growing costs little
            for name in ("counts", "confidences", "concealed"):
                column = getattr(self, name)
                setattr(self, name, np.concatenate([column, np.zeros(more, column.dtype)]))

    def keep(self, kept: Sequence[str]) -> None:
        """Forget all values but ``kept``."""
        slots = np.array([self.slots[value] for value in kept], dtype=np.int64)
        self.shown = {
            at: self.shown[slot] for at, slot in enumerate(slots.tolist()) if slot in self.shown
        }
        self.counts = self.counts[slots]
        self.confidences = self.confidences[slots]
        self.concealed = self.concealed[slots]
        self.slots = defaultdict(count(len(kept)).__next__, zip(kept, count(), strict=False))

    def packed(self, member: str, tokens: bytes) -> MemberOccurrences:
        """Return what is known of ``member``; ``tokens`` in the order of the slots."""
        size = len(self.slots)
        return MemberOccurrences(
            member,
            tokens,
            array("Q", self.counts[:size].tobytes()),
            array("B", self.confidences[:size].tobytes()),
            array("Q", self.concealed[:size].tobytes()),
            self.shown,
        )


class _Entity:
    """What is known so far of one entity in the document."""

    def __init__(self, detector: Detector, key: TokenKey) -> None:
        self.name = detector.entity
        self.category = detector.category
        self.occurrences = 0
        self.confidence = 0.0
        self.concealed = 0
        self.kept = 0  # values, over all members
        self.members: dict[str, _Values] = {}
        self._key = key
        self._mask = partial(mask, detector.shown)
        self._shown = 0
        self._below = _FULL_TOKEN  # values whose token is at or above this are no longer kept

    def add(self, found: Found, passage: Passage | TablePassage, places: Places) -> None:
        """Count what was found in one passage."""
        sure = np.array([confidence for confidence, _ in found.sayings])[found.said]
        concealed = passage.kind in CONCEALED
        self.occurrences += len(found.values)
        self.concealed += len(found.values) * concealed
        self.confidence = max(self.confidence, float(sure.max()))
        if self._below < _FULL_TOKEN:
            found, sure = self._sampled(found, sure)
        values = self.members.setdefault(passage.member or "", _Values())
        known = len(values.slots)
        slots = np.fromiter(map(values.slots.__getitem__, found.values), np.int64)
        values.grow()
        np.add.at(values.counts, slots, 1)
        np.maximum.at(values.confidences, slots, np.rint(100 * sure).astype(np.uint8))
        if concealed:
            np.add.at(values.concealed, slots, 1)
        self.kept += len(values.slots) - known
        if self._shown < SHOWN and len(values.slots) > known:
            self._show(found, places, values, slots, known)

    def _show(
        self,
        found: Found,
        places: Places,
        values: _Values,
        slots: NDArray[np.int64],
        known: int,
    ) -> None:
        """Keep what a person is shown of new values, whose slots follow the ``known`` ones."""
        new = np.flatnonzero(slots >= known)
        numbers, first = np.unique(slots[new], return_index=True)
        first = new[first][: SHOWN - self._shown]
        starts = found.starts[first].tolist()
        for slot, at, start in zip(numbers.tolist(), first.tolist(), starts, strict=False):
            self._shown += 1
            values.shown[slot] = (
                self._mask(found.values[at]),
                places.json_at(start),
                found.sayings[found.said[at]][1],
            )

    def cut(self, keep: int) -> None:
        """Keep the values with the ``keep`` smallest tokens: a sketch, whatever their order.

        Source: Bar-Yossef et al., Counting distinct elements in a data stream, 2002, section 2.
        """
        smallest = heapq.nsmallest(keep + 1, {self._number(value) for value in self._distinct()})
        self._below = smallest[-1]
        for values in self.members.values():
            values.keep([each for each in values.slots if self._number(each) < self._below])
        self.kept = sum(len(values.slots) for values in self.members.values())

    def result(self) -> EntityResult:
        """Return the finding."""
        distinct = len(self._distinct())
        counted = Counted.EXACT
        if self._below < _FULL_TOKEN:
            counted = Counted.SKETCH
            distinct = round(distinct * _FULL_TOKEN / self._below)
        return EntityResult(
            self.name,
            self.category,
            self.occurrences,
            distinct,
            counted,
            self.confidence,
            self.concealed,
            tuple(
                values.packed(member, self._key.tokens(self.name, values.slots))
                for member, values in sorted(self.members.items())
                if values.slots
            ),
        )

    def _distinct(self) -> Collection[str]:
        if len(self.members) == 1:
            return next(iter(self.members.values())).slots.keys()
        return set(chain.from_iterable(values.slots for values in self.members.values()))

    def _sampled(
        self, found: Found, sure: NDArray[np.float64]
    ) -> tuple[Found, NDArray[np.float64]]:
        """Return those whose tokens are small enough to be kept."""
        rows = [row for row, value in enumerate(found.values) if self._number(value) < self._below]
        small = np.array(rows, dtype=np.int64)
        return found.rows(small), sure[small]

    def _number(self, value: str) -> int:
        return int.from_bytes(self._key.token(self.name, value), "big")


class Findings:
    """Gathers what is found in one document, in bounded memory."""

    def __init__(self, key: TokenKey, detectors: Mapping[str, Detector]) -> None:
        self._key = key
        self._detectors = detectors
        self._entities: dict[str, _Entity] = {}

    def add(self, passage: Passage | TablePassage, found: Iterable[Found]) -> None:
        """Count what was found in one passage; an organisation's number is no personal data."""
        places = Places(passage)
        for each in found:
            detector = self._detectors[each.entity]
            if detector.category is Category.ORGANISATION:
                continue
            entity = self._entities.get(each.entity)
            if entity is None:
                entity = self._entities[each.entity] = _Entity(detector, self._key)
            entity.add(each, passage, places)
            if entity.kept > 1.25 * KEPT_VALUES:
                entity.cut(KEPT_VALUES)
        if sum(entity.kept for entity in self._entities.values()) > KEPT_IN_ALL:
            largest = max(self._entities.values(), key=lambda each: each.kept)
            largest.cut(largest.kept // 2)

    def results(self) -> Iterator[EntityResult]:
        """Yield one result an entity, in order of the entities' names."""
        for name in sorted(self._entities):
            yield self._entities[name].result()

"""From detections to findings: what is kept of a document, and nothing that could be read back.

Runs in the worker. A value leaves it only as a token; the first 100 values of a finding carry a
masked preview, a locator and an explanation besides.
"""

from __future__ import annotations

import heapq
import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from detectors.base import Category, Detection
from detectors.base import mask as masked_preview
from scanner.extractors.base import CONCEALED, Passage, TablePassage, locate
from scanner.keys import TOKEN_BYTES, TokenKey

SHOWN = 100  # values of a finding that carry preview, locator and explanation: design.md 7
KEPT_VALUES = 1_000_000  # of one entity in one content; above, the count is a sketch: design.md 7
KEPT_IN_ALL = 1_200_000  # over all entities, about 350 MB of a worker's memory
_FULL_TOKEN = 1 << (8 * TOKEN_BYTES)


class Counted(StrEnum):
    """Whether a number of distinct values is exact."""

    EXACT = "exact"
    SKETCH = "sketch"


class Shown(NamedTuple):
    """What a person is shown of one value."""

    masked: str
    locator: str
    explanation: str


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


class _Value:
    """What is known so far of one value."""

    __slots__ = ("concealed", "confidence", "count", "shown")

    def __init__(self) -> None:
        self.count = 0
        self.confidence = 0.0
        self.concealed = 0
        self.shown: Shown | None = None


class _Entity:
    """What is known so far of one entity in the document."""

    def __init__(self) -> None:
        self.occurrences = 0
        self.confidence = 0.0
        self.concealed = 0
        self.shown = 0
        self.below = _FULL_TOKEN  # tokens at or above this are no longer kept
        self.values: dict[tuple[str, bytes], _Value] = {}


class Findings:
    """Gathers the detections of one document, in bounded memory."""

    def __init__(self, key: TokenKey, categories: Mapping[str, Category]) -> None:
        self._key = key
        self._categories = categories
        self._entities: dict[str, _Entity] = {}
        self._kept = 0

    def add(self, passage: Passage | TablePassage, detections: Iterable[Detection]) -> None:
        """Count the detections of one passage."""
        member = passage.member or ""
        concealed = int(passage.kind in CONCEALED)
        tokens: dict[tuple[str, str], bytes] = {}
        for detection in detections:
            entity = self._entities.get(detection.entity)
            if entity is None:
                entity = self._entities[detection.entity] = _Entity()
            value_key = (detection.entity, detection.canonical)
            token = tokens.get(value_key)
            if token is None:
                token = tokens[value_key] = self._key.token(*value_key)
            entity.occurrences += 1
            entity.concealed += concealed
            entity.confidence = max(entity.confidence, detection.confidence)
            self._count(entity, member, token, passage, detection, concealed)

    def _count(
        self,
        entity: _Entity,
        member: str,
        token: bytes,
        passage: Passage | TablePassage,
        detection: Detection,
        concealed: int,
    ) -> None:
        value = entity.values.get((member, token))
        if value is None:
            if int.from_bytes(token, "big") >= entity.below:
                return
            value = entity.values[(member, token)] = _Value()
            self._kept += 1
            if entity.shown < SHOWN:
                entity.shown += 1
                value.shown = Shown(
                    masked_preview(detection.entity, detection.canonical),
                    json.dumps(locate(passage, detection.start)),
                    detection.explanation,
                )
            if len(entity.values) > 1.25 * KEPT_VALUES:
                self._cut(entity, KEPT_VALUES)
            elif self._kept > KEPT_IN_ALL:
                largest = max(self._entities.values(), key=lambda each: len(each.values))
                self._cut(largest, len(largest.values) // 2)
        value.count += 1
        value.concealed += concealed
        value.confidence = max(value.confidence, detection.confidence)

    def _cut(self, entity: _Entity, keep: int) -> None:
        """Keep the ``keep`` smallest tokens: a bottom-k sketch, whatever the order of values.

        Source: Bar-Yossef et al., Counting distinct elements in a data stream, 2002, section 2.
        """
        tokens = heapq.nsmallest(keep + 1, {token for _, token in entity.values})
        entity.below = int.from_bytes(tokens[-1], "big")
        before = len(entity.values)
        entity.values = {
            key: value
            for key, value in entity.values.items()
            if int.from_bytes(key[1], "big") < entity.below
        }
        self._kept -= before - len(entity.values)

    def results(self) -> Iterator[EntityResult]:
        """Yield one result an entity, in order of the entities' names."""
        for name in sorted(self._entities):
            entity = self._entities[name]
            distinct = len({token for _, token in entity.values})
            counted = Counted.EXACT
            if entity.below < _FULL_TOKEN:
                counted = Counted.SKETCH
                distinct = round(distinct * _FULL_TOKEN / entity.below)
            yield EntityResult(
                name,
                self._categories[name],
                entity.occurrences,
                distinct,
                counted,
                entity.confidence,
                entity.concealed,
                tuple(_packed(entity.values)),
            )


def _packed(values: Mapping[tuple[str, bytes], _Value]) -> Iterator[MemberOccurrences]:
    by_member: dict[str, list[tuple[bytes, _Value]]] = {}
    for (member, token), value in values.items():
        by_member.setdefault(member, []).append((token, value))
    for member in sorted(by_member):
        rows = by_member[member]
        yield MemberOccurrences(
            member,
            b"".join(token for token, _ in rows),
            array("Q", (value.count for _, value in rows)),
            array("B", (round(100 * value.confidence) for _, value in rows)),
            array("Q", (value.concealed for _, value in rows)),
            {at: value.shown for at, (_, value) in enumerate(rows) if value.shown is not None},
        )

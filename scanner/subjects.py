"""How many people a document is about, as a range.

A row of a table is one person's record: whatever in it identifies best stands for that person, so
the same person's other numbers are not counted beside it. Running text has no records: there the
most frequent identifier, or the names if they are more, say how many people it may be about.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detector
from detectors.engine import Found
from scanner.extractors.base import Passage, TablePassage

BULK_PEOPLE = 1_000  # a document about more is one whose loss is a disaster

_NAME, _BORN, _MAIL = "PERSON", "DATE_OF_BIRTH", "EMAIL_ADDRESS"
_SURE = 0.8  # confidence of a name that counts at the lower end
_USUAL_SHARE = 0.8  # of names and addresses are people: the rest are second ones of the same person
_KEPT_VALUES = 200_000  # of one kind; above, the count is a sketch within one percent
_ALL = 1 << 32


@dataclass(frozen=True, slots=True)
class Subjects:
    """At least and at most how many people a document is about."""

    least: int
    most: int


class Distinct:
    """Counts different values in bounded memory: exactly, and by a sample where there are many."""

    def __init__(self) -> None:
        self._kept: set[str] = set()
        self._below = _ALL

    def update(self, values: Iterable[str]) -> None:
        """Count ``values`` in."""
        if self._below < _ALL:
            values = filter(self._sampled, values)
        self._kept.update(values)
        while len(self._kept) > _KEPT_VALUES:
            self._below //= 2
            self._kept = set(filter(self._sampled, self._kept))

    def __len__(self) -> int:
        """Return how many different values there were."""
        return len(self._kept) * _ALL // self._below

    def _sampled(self, value: str) -> bool:
        return zlib.crc32(value.encode("utf-8", "surrogatepass")) < self._below


class SubjectCount:
    """Counts the people of one document, passage by passage."""

    def __init__(self, detectors: Mapping[str, Detector]) -> None:
        self._detectors = detectors
        self._strong = [name for name, each in detectors.items() if each.identifies_person]
        self._usual = {name for name, each in detectors.items() if each.usually_one_person}
        self._told: dict[str, Distinct] = defaultdict(Distinct)  # names, addresses: by entity
        self._sure: dict[str, Distinct] = defaultdict(Distinct)
        self._in_text: dict[str, Distinct] = defaultdict(Distinct)
        self._records: dict[str, Distinct] = defaultdict(Distinct)  # by what stands for them
        self._born: Distinct = Distinct()  # names with dates of birth

    def add(self, passage: Passage | TablePassage, found: Iterable[Found]) -> None:
        """Count what was found in one passage."""
        by_entity = {each.entity: each for each in found if len(each.values)}
        for entity in by_entity.keys() & self._usual:
            self._add_usual(by_entity[entity])
        if isinstance(passage, TablePassage):
            self._add_rows(passage.text, by_entity)
            return
        for entity in (*self._strong, _NAME):
            if entity in by_entity:
                values = by_entity[entity].values
                self._in_text[entity].update(each for each in values if _counts(entity, each))

    def range(self, distinct: Mapping[str, int]) -> Subjects:
        """Return how many people the document is about.

        ``distinct`` has the number of different values of each entity in it.
        """
        strong = max((distinct.get(entity, 0) for entity in self._strong), default=0)
        usual = self._usual_people(self._told)
        in_text = [len(self._in_text[entity]) for entity in self._strong]
        names = len(self._in_text[_NAME])
        people_in_text = max(names, *in_text, 0) if names else sum(in_text)
        records = sum(map(len, self._records.values()))
        least = max(strong, len(self._born), round(_USUAL_SHARE * self._usual_people(self._sure)))
        return Subjects(least, max(least, usual, records + people_in_text))

    def _add_usual(self, found: Found) -> None:
        note = self._detectors[found.entity].note
        sure = [confidence >= _SURE for confidence, _ in found.sayings]
        told = [
            (value, sure[said])
            for value, said in set(zip(found.values, found.said, strict=True))
            # What has a note is nobody's: an example, or a mailbox that a team shares.
            if _counts(found.entity, value) and (note is None or note(value) is None)
        ]
        self._told[found.entity].update(value for value, _ in told)
        self._sure[found.entity].update(value for value, certain in told if certain)

    def _usual_people(self, told: Mapping[str, Distinct]) -> int:
        """Return how many there are by names and mail; by what is left where neither is there."""
        counts = {entity: len(values) for entity, values in told.items()}
        by_name = max(counts.get(_NAME, 0), counts.get(_MAIL, 0))
        return by_name or max(counts.values(), default=0)

    def _add_rows(self, text: str, found: Mapping[str, Found]) -> None:
        """Count the records of a table's rows."""
        ends = np.fromiter(accumulate(len(line) + 1 for line in text.split("\n")), np.int64)
        taken = np.zeros(len(ends), dtype=bool)
        for entity in self._strong:
            if entity in found:
                rows = _rows(ends, found[entity])
                self._records[entity].update(compress(found[entity].values, ~taken[rows]))
                taken[rows] = True
        if _NAME not in found:
            return
        named = _rows(ends, found[_NAME])
        names: Sequence[str] = found[_NAME].values
        if _BORN in found:
            born = dict(zip(_rows(ends, found[_BORN]).tolist(), found[_BORN].values, strict=True))
            names = [
                f"{name} {born[row]}" if row in born else name
                for name, row in zip(names, named.tolist(), strict=True)
            ]
            first = np.unique(named, return_index=True)[1].tolist()
            self._born.update(names[at] for at in first if named[at] in born)
        self._records[_NAME].update(compress(names, ~taken[named]))


def _rows(ends: NDArray[np.int64], found: Found) -> NDArray[np.int64]:
    return np.searchsorted(ends, found.starts, side="right")


def _counts(entity: str, value: str) -> bool:
    """Return whether a value can be counted: of names, those of two words or more."""
    return entity != _NAME or " " in value

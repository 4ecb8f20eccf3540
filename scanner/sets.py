"""What a content was examined under, part by part, and which contents a change can concern.

A night compares today's set with the one each content was examined under. What the change cannot
touch is not examined again: decided here, and always for examining where it is not certain.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from connectors.base import Exclusion
from detectors.base import Detector
from detectors.engine.touched import TABLES, TEXT
from detectors.registry import Part, engine_digest, parts
from scanner.extractors.registry import extractors, versions
from scanner.extractors.sniff import VERSION as SNIFFING

_RULES = tuple(rule.value for rule in Exclusion)


@dataclass(frozen=True)
class Sets:
    """All that decides what is found in given bytes.

    ``alike`` is what holds for every content: rules of exclusion, how formats are told. ``readers``
    are media types, each with the version of what reads it, ``kept`` the entities of which settings
    keep less than all, each with a keyed digest of what they keep.
    """

    alike: str
    engine: str
    detectors: tuple[Part, ...]
    readers: tuple[tuple[str, str], ...]
    kept: tuple[tuple[str, str], ...] = ()

    @cached_property
    def parts(self) -> str:
        """The same as JSON, as the catalogue keeps it."""
        shape = (self.alike, self.engine, self.detectors, self.readers, self.kept)
        return json.dumps(shape, separators=(",", ":"))

    @cached_property
    def digest(self) -> bytes:
        """16 bytes that change with any part."""
        return hashlib.blake2b(self.parts.encode(), digest_size=16).digest()

    @classmethod
    def of_parts(cls, stored: str) -> Sets:
        """Return what ``parts`` gave."""
        alike, engine, detectors, readers, kept = json.loads(stored)
        return cls(
            alike,
            engine,
            tuple(
                Part(entity, in_text, in_tables, whole, tuple(words))
                for entity, in_text, in_tables, whole, words in detectors
            ),
            tuple((name, version) for name, version in readers),
            tuple((entity, digest) for entity, digest in kept),
        )

    def packed(self, touched: Iterable[str]) -> bytes:
        """Return one bit for each name that a content may have touched, set for ``touched``.

        Without the zero bytes at the end: most contents touch little.
        """
        bits = sum(1 << self._places[name] for name in set(touched))
        return bits.to_bytes((bits.bit_length() + 7) // 8, "little")

    def unpacked(self, packed: bytes) -> frozenset[str]:
        """Return the names whose bits are set."""
        bits = int.from_bytes(packed, "little")
        return frozenset(name for name, place in self._places.items() if bits >> place & 1)

    @cached_property
    def _places(self) -> dict[str, int]:
        entities = (part.entity for part in self.detectors)
        names = (TEXT, TABLES, *entities, *(name for name, _ in self.readers))
        return {name: place for place, name in enumerate(names)}


def sets_of(declared: Sequence[Detector], kept: Iterable[tuple[str, str]] = ()) -> Sets:
    """Return the set of ``declared``, and of the extractors and rules that there are."""
    alike = repr((_RULES, SNIFFING))
    return Sets(alike, engine_digest(), parts(declared), versions(extractors()), tuple(kept))


def concerned(before: Sets, today: Sets) -> frozenset[str] | None:
    """Return the names of which a content that touched any must be examined again.

    None: every content must be. One that was examined under ``before`` and touched none of them
    would give the same under ``today``.
    """
    known = {name for name, _ in before.readers}
    # A new format can only be told from others by looking at them all.
    if before.alike != today.alike or any(name not in known for name, _ in today.readers):
        return None
    changed = {name for name, _ in set(before.readers) - set(today.readers)}
    changed.update(entity for entity, _ in set(before.kept) ^ set(today.kept))
    if before.engine != today.engine or _order(before, today) != _order(today, before):
        changed.add(TEXT)
    were = {part.entity: part for part in before.detectors}
    for part in today.detectors:
        changed.update(_changed(were.pop(part.entity, None), part))
    words = {word for part in today.detectors for word in part.opposing}
    for gone in were.values():
        changed.update(_gone(gone, words))
    return frozenset(changed)


def _order(own: Sets, other: Sets) -> list[str]:
    """Return what both know in the order of ``own``: of two values as sure the first stays."""
    known = {part.entity for part in other.detectors}
    return [part.entity for part in own.detectors if part.entity in known]


def _changed(before: Part | None, today: Part) -> Iterator[str]:
    """Yield what must have been touched for the change of one detector to matter."""
    if before is None or before.in_text != today.in_text:
        yield TEXT
    elif before.in_tables != today.in_tables:
        yield TABLES
    if before is not None and before.whole != today.whole:
        yield today.entity


def _gone(part: Part, words: set[str]) -> Iterator[str]:
    """Yield what must have been touched for a detector that is no more to matter.

    ``words`` are those that today's detectors know as words against values.
    """
    yield part.entity
    if part.in_tables:
        yield TABLES
    if not words.issuperset(part.opposing):
        yield TEXT

"""``fresh``: documents that arise from an invented council and its people.

The world comes first: households with children, and the staff who deal with them. Then each
department writes about them what its systems and people write, so that one resident turns up in
several documents in several spellings, as on a real share. It was written without sight of the
detectors and of what they miss; since 2026-11-26 detectors are tuned on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.accuracy.draft import Document
from benchmarks.accuracy.fresh import (
    case_lists,
    exports,
    innocent,
    letters,
    mixups,
    notices,
    paper,
    people_lists,
    registers,
    systems,
)
from benchmarks.accuracy.fresh.scribe import Scribe
from benchmarks.accuracy.fresh.world import world

_OF_ONE_WORLD = 25  # documents that share their people
_PLANTED = (
    *exports.KINDS,
    *registers.KINDS,
    *case_lists.KINDS,
    *people_lists.KINDS,
    *letters.KINDS,
    *paper.KINDS,
    *systems.KINDS,
)
_INNOCENT = (*innocent.KINDS, *mixups.KINDS, *notices.KINDS)


def documents(seed: int, count: int) -> Iterator[Document]:
    """Yield ``count`` documents; of each five, two have nothing to be found."""
    council = world(Random(f"fresh:{seed}:0"))
    for number in range(count):
        if number % _OF_ONE_WORLD == 0:
            council = world(Random(f"fresh:{seed}:{number}"))
        rng = Random(f"fresh:{seed}:{number}:document")
        kinds = _INNOCENT if number % 5 in (2, 4) else _PLANTED
        yield rng.choice(kinds)(Scribe(rng, council))

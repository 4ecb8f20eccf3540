"""``strangers``: what the departments of a council, and those who write to them, leave on shares.

It begins with the paper: over two hundred kinds of it, each in several wordings and in the
layouts that its writers use, from a mainframe's print-out to a chat. It was written without sight
of the detectors and without any run of them over it, and was opened on 2026-11-27: since then what
is missed in it or falsely found may be looked at, and its figures flatter. Its people, streets,
towns, texts, layouts and the pen they are written with are its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.strangers.families import GENRES
from benchmarks.accuracy.strangers.pen import Pen
from benchmarks.accuracy.strangers.people import Cast

_IN_TWENTY = {Kind.PLANTED: 12, Kind.LOOKALIKE: 5, Kind.CLEAN: 3}


def documents(seed: int, files: int) -> Iterator[Document]:
    """Yield so many documents; of each twenty, five look like something and three are clean."""
    known = {kind: [genre for genre in GENRES if genre.kind is kind] for kind in Kind}
    order = Random(f"strangers {seed}")
    for start in range(0, files, 20):
        kinds = [kind for kind, count in _IN_TWENTY.items() for _ in range(count)]
        order.shuffle(kinds)
        for number, kind in enumerate(kinds[: files - start], start):
            rng = Random(f"strangers {seed} {number}")
            yield rng.choice(known[kind]).document(Pen(rng, Cast(rng)))

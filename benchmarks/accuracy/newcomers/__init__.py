"""``newcomers``: papers of all departments, written without sight of detectors or others' texts.

Its papers are plain data, in ``papers``: each says what it is, in which layouts its writers keep
it and what it tells of somebody, and has a text with slots for people. Forms and tables are given
as labels and columns only, and come in every layout that offices and programs put them in. It was
written on 2026-11-27 and blind until the evening of that day; since then what is missed in it and
falsely found has been looked at, and its figures flatter. An address of which town and postcode
stand in cells of their own is right as far as its own cell or as a whole. Its people, streets,
towns, councils and texts are its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.newcomers.layouts import document
from benchmarks.accuracy.newcomers.paper import papers

_IN_TWENTY = {Kind.PLANTED: 12, Kind.LOOKALIKE: 5, Kind.CLEAN: 3}


def documents(seed: int, files: int) -> Iterator[Document]:
    """Yield so many documents; of each twenty, five look like something and three are clean."""
    known = {kind: [paper for paper in papers() if paper.kind is kind] for kind in Kind}
    order = Random(f"newcomers {seed}")
    for start in range(0, files, 20):
        kinds = [kind for kind, count in _IN_TWENTY.items() for _ in range(count)]
        order.shuffle(kinds)
        for number, kind in enumerate(kinds[: files - start], start):
            rng = Random(f"newcomers {seed} {number}")
            yield document(rng.choice(known[kind]), rng)

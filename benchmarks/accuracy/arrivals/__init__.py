"""``arrivals``: papers of all departments, written without sight of detectors or others' texts.

Its papers are plain data in ``papers``, a file for each department of a council: forms and tables
as labels and columns only, which come in every layout of their shape, and letters, notes, mail and
dumps with slots for people. It was written on 2026-11-27 by someone who had seen only how corpora
are kept and scored, and blind until the night of that day; since then what is missed in it and
falsely found has been looked at, and its figures flatter. An address of which town and postcode
stand in cells of their own is right as far as its own cell or as a whole. Its people, streets,
towns, councils and texts are its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.accuracy.arrivals.layouts import document
from benchmarks.accuracy.arrivals.paper import Paper, papers
from benchmarks.accuracy.draft import Document, Kind

_IN_TWENTY = {Kind.PLANTED: 13, Kind.LOOKALIKE: 5, Kind.CLEAN: 2}


def documents(seed: int, files: int) -> Iterator[Document]:
    """Yield so many documents; of each twenty, five look like something and two are clean.

    Every paper comes before one comes again.
    """
    order = Random(f"arrivals {seed}")
    left: dict[Kind, list[Paper]] = {kind: [] for kind in Kind}
    for start in range(0, files, 20):
        kinds = [kind for kind, count in _IN_TWENTY.items() for _ in range(count)]
        order.shuffle(kinds)
        for number, kind in enumerate(kinds[: files - start], start):
            if not left[kind]:
                left[kind] = [paper for paper in papers() if paper.kind is kind]
                order.shuffle(left[kind])
            yield document(left[kind].pop(), Random(f"arrivals {seed} {number}"))

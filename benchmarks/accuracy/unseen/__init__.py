"""Files by over eighty kinds of author, each with habits of hand and the mess of a working day.

Where other generators begin with layouts or with a council, this one begins with the writers. It
was written without sight of the detectors and of what any other corpus shows. What is missed and
false in it has been looked at and mended since 2026-11-26, so its figures flatter like the others'.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.unseen.cast import Cast
from benchmarks.accuracy.unseen.pen import Pen
from benchmarks.accuracy.unseen.writers import WRITERS

_IN_TWENTY = {Kind.PLANTED: 9, Kind.LOOKALIKE: 7, Kind.CLEAN: 4}


def documents(seed: int, files: int) -> Iterator[Document]:
    """Yield so many documents; of each twenty, eleven are about nobody."""
    rng = Random(f"unseen {seed}")
    for start in range(0, files, 20):
        kinds = [kind for kind, count in _IN_TWENTY.items() for _ in range(count)]
        rng.shuffle(kinds)
        for kind in kinds[: files - start]:
            yield _document(rng, kind)


def _document(rng: Random, kind: Kind) -> Document:
    writer = rng.choice([writer for writer in WRITERS if writer.shapes(kind)])
    pen = Pen(rng, writer.hand, Cast(rng))
    return rng.choice(writer.shapes(kind)).make(pen, kind)

"""Files that other bodies and people write and that come to lie on a council's shares.

Hospitals, the police, courts, schools, landlords, banks, contractors, charities, residents: each
writes as it does at home, in all four nations. It was written blind: without sight of the detectors
and without any run of them over it. What is missed and false in it has been looked at since
2026-11-26, of names and special categories again on 2026-11-27, so its figures flatter. It has the
pen of ``unseen``; its people, places, texts and most of its layouts are its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.outside.senders import SENDERS
from benchmarks.accuracy.outside.written import WRITTEN
from benchmarks.accuracy.unseen.cast import Cast
from benchmarks.accuracy.unseen.pen import Pen
from benchmarks.accuracy.unseen.writer import Writer

_IN_TWENTY = {Kind.PLANTED: 9, Kind.LOOKALIKE: 7, Kind.CLEAN: 4}


def pen_of(sender: Writer, rng: Random) -> Pen:
    """Return what a sender writes one file with."""
    cast = Cast(rng, sender=sender.domain, lists="outside")
    return Pen(rng, sender.hand, cast, forms=WRITTEN)


def documents(seed: int, files: int) -> Iterator[Document]:
    """Yield so many documents; of each twenty, seven look like something and four are clean."""
    rng = Random(f"outside {seed}")
    known = {kind: [(w, shape) for w in SENDERS for shape in w.shapes(kind)] for kind in Kind}
    for start in range(0, files, 20):
        kinds = [kind for kind, count in _IN_TWENTY.items() for _ in range(count)]
        rng.shuffle(kinds)
        for kind in kinds[: files - start]:
            sender, shape = rng.choice(known[kind])
            yield shape.make(pen_of(sender, rng), kind)

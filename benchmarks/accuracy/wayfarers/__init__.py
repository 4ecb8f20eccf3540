"""``wayfarers``: files as their programs and writers leave them, written blind.

Its files are written out in ``kinds`` as their programs and writers would leave them, a line of a
kind being a line of the file: exports, dumps, chats, minutes, rotas, letters, forms, and as many
that only look like such. It was written on 2026-11-27 by someone who had seen only how corpora are
kept and scored, and blind until the night of 2026-11-28; since then what is missed in it and
falsely found has been looked at, and its figures flatter. Its people, streets, towns, councils and
texts are its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.wayfarers.folk import Company
from benchmarks.accuracy.wayfarers.ink import Ink
from benchmarks.accuracy.wayfarers.kinds import Sort, sorts, written
from benchmarks.accuracy.wayfarers.press import RAW_ESCAPES, printed

_IN_TEN = {Kind.PLANTED: 7, Kind.LOOKALIKE: 2, Kind.CLEAN: 1}


def documents(seed: int, files: int) -> Iterator[Document]:
    """Yield so many documents; of each ten, two look like something and one is clean.

    Every sort comes before one comes again.
    """
    order = Random(f"wayfarers {seed}")
    left: dict[Kind, list[Sort]] = {kind: [] for kind in Kind}
    for start in range(0, files, 10):
        ten = [kind for kind, count in _IN_TEN.items() for _ in range(count)]
        order.shuffle(ten)
        for number, kind in enumerate(ten[: files - start], start):
            if not left[kind]:
                left[kind] = [sort for sort in sorts() if sort.kind is kind]
                order.shuffle(left[kind])
            yield document(left[kind].pop(), Random(f"wayfarers {seed} {number}"))


def document(sort: Sort, rng: Random) -> Document:
    """Return one file of a sort. Raises ValueError where it is of a kind that it cannot be."""
    form = rng.choice(sort.formats)
    ink = Ink(rng, Company(rng, sort.nation), RAW_ESCAPES.get(form, str))
    suffix, data = printed(form, written(sort.parts, ink), rng)
    truths = ink.truths
    if any(truth.required for truth in truths) != (sort.kind is Kind.PLANTED):
        message = f"{sort.name} is said to be {sort.kind.value}"
        raise ValueError(message)
    return Document(f"{sort.name}: {form}", sort.kind, suffix, data, truths)

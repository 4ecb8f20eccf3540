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
from benchmarks.accuracy.wayfarers.deal import dealt, written_out
from benchmarks.accuracy.wayfarers.kinds import Sort, sorts
from benchmarks.accuracy.wayfarers.press import printed

_IN_TEN = {Kind.PLANTED: 7, Kind.LOOKALIKE: 2, Kind.CLEAN: 1}


def documents(seed: int, files: int) -> Iterator[Document]:
    """Yield so many documents; of each ten, two look like something and one is clean.

    Every sort comes before one comes again.
    """
    for sort, rng in dealt("wayfarers", sorts(), _IN_TEN, seed, files):
        yield document(sort, rng)


def document(sort: Sort, rng: Random) -> Document:
    """Return one file of a sort. Raises ValueError where it is of a kind that it cannot be."""
    return written_out(sort, rng, "wayfarers", printed)

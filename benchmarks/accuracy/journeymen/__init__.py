"""``journeymen``: the tenth corpus, once blind, written without sight of the detectors.

Its files are written out in ``kinds`` as a council's systems, forms and writers leave them, in the
notation of ``wayfarers.kinds``, and nearly half are about nobody: policies, statistics, registers
of things, tables of long numbers, templates, manuals, papers that name only streets, firms and
offices. It was written on 2026-11-28 by someone who had seen how corpora are kept and scored, and
of the results of others which entities were weak over a whole corpus, no file, kind or value.
What is missed and false in it has been looked at since 2026-11-28, and its figures flatter. Its
people, streets, towns, councils and texts are its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.journeymen.sheets import printed
from benchmarks.accuracy.wayfarers.deal import dealt, written_out
from benchmarks.accuracy.wayfarers.kinds import Sort
from benchmarks.accuracy.wayfarers.kinds import sorts as sorts_of

_IN_TWENTY = {Kind.PLANTED: 11, Kind.LOOKALIKE: 6, Kind.CLEAN: 3}


def sorts() -> tuple[Sort, ...]:
    """Return all sorts of file. Raises ValueError or KeyError for one that is not sound."""
    return sorts_of(Path(__file__).parent / "kinds")


def documents(seed: int, files: int) -> Iterator[Document]:
    """Yield so many documents; of each twenty, six look like something and three are clean.

    Every sort comes before one comes again.
    """
    for sort, rng in dealt("journeymen", sorts(), _IN_TWENTY, seed, files):
        yield document(sort, rng)


def document(sort: Sort, rng: Random) -> Document:
    """Return one file of a sort. Raises ValueError where it is of a kind that it cannot be."""
    return written_out(sort, rng, "journeymen", printed)

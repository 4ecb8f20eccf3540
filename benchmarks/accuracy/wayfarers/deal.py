"""Deals out sorts of file and writes one: for each corpus that is written in the way of wayfarers.

Such a corpus has a folder of ``kinds`` and lists of names, places and councils in ``data``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.wayfarers.folk import Company
from benchmarks.accuracy.wayfarers.ink import Ink
from benchmarks.accuracy.wayfarers.kinds import Sort, written
from benchmarks.accuracy.wayfarers.press import RAW_ESCAPES

Press = Callable[[str, Sequence[str], Random], tuple[str, bytes]]


def dealt(
    name: str, sorts: Sequence[Sort], shares: Mapping[Kind, int], seed: int, files: int
) -> Iterator[tuple[Sort, Random]]:
    """Yield the sort and the chance of so many files of the corpus ``name``.

    ``shares`` says how many files of a round are of each kind. Every sort comes before one comes
    again.
    """
    order = Random(f"{name} {seed}")
    left: dict[Kind, list[Sort]] = {kind: [] for kind in Kind}
    for start in range(0, files, sum(shares.values())):
        turn = [kind for kind, count in shares.items() for _ in range(count)]
        order.shuffle(turn)
        for number, kind in enumerate(turn[: files - start], start):
            if not left[kind]:
                left[kind] = [sort for sort in sorts if sort.kind is kind]
                order.shuffle(left[kind])
            yield left[kind].pop(), Random(f"{name} {seed} {number}")


def written_out(sort: Sort, rng: Random, lists: str, press: Press) -> Document:
    """Return one file of a sort, about people of ``lists``.

    Raises ValueError where it is of a kind that it cannot be.
    """
    form = rng.choice(sort.formats)
    ink = Ink(rng, Company(rng, sort.nation, lists), RAW_ESCAPES.get(form, str))
    suffix, data = press(form, written(sort.parts, ink), rng)
    truths = ink.truths
    if any(truth.required for truth in truths) != (sort.kind is Kind.PLANTED):
        message = f"{sort.name} is said to be {sort.kind.value}"
        raise ValueError(message)
    return Document(f"{sort.name}: {form}", sort.kind, suffix, data, truths)

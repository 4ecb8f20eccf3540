"""``sealed``: documents by grammar, on which nothing is ever tuned.

Another design than ``judge``: sentences come first, from a grammar with lists of its own of names,
streets and forms, and are then put into whatever people keep sentences in. Look-alikes stand in
the same sentences as what they look like. Nobody may study what is missed here; who has done so
writes another grammar first.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.accuracy.draft import Document, Draft
from benchmarks.accuracy.sealed import documents as planted
from benchmarks.accuracy.sealed import negatives
from benchmarks.accuracy.sealed.forms import SEALED_FORMS


def documents(seed: int, count: int) -> Iterator[Document]:
    """Yield ``count`` documents, of which two in five have nothing to be found."""
    for number in range(count):
        rng = Random(f"sealed:{seed}:{number}")
        choices = negatives.DOCUMENTS if number % 5 in (0, 3) else planted.DOCUMENTS
        draft = Draft(rng, [], "sealed_names", "sealed_streets", SEALED_FORMS)
        yield rng.choice(choices)(draft)

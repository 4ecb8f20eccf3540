"""``judge``: documents made from layouts, to find out in which of them values are missed.

The layouts come first and the people second: each layout is what one system or habit leaves on a
share. What is missed here may be studied and mended; the figures that count are of ``sealed``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from benchmarks.accuracy.draft import Document, Draft
from benchmarks.accuracy.judge import forms, habits, letters, lookalikes, systems, tables

Layout = Callable[[Draft], Document]
LAYOUTS: tuple[Layout, ...] = (
    *tables.LAYOUTS,
    *forms.LAYOUTS,
    *systems.LAYOUTS,
    *letters.LAYOUTS,
    *habits.LAYOUTS,
)


def documents(seed: int, count: int) -> Iterator[Document]:
    """Yield ``count`` documents; two in five have nothing to be found."""
    for number in range(count):
        rng = Random(f"judge:{seed}:{number}")
        decoy = number % 5 in (1, 3)
        choices = lookalikes.LAYOUTS if decoy else LAYOUTS
        turn = number // 5 * 2 + (number % 5) // 2 if decoy else number // 5 * 3 + (number % 5) // 2
        yield choices[turn % len(choices)](Draft(rng))

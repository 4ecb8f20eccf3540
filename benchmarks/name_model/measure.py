"""Precision and recall of names against gold sets, and what the model adds to the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from benchmarks.name_model.gold import Example

Span = tuple[int, int]
_ALIKE = 0.5  # of two spans' union that they share, to be the same name


@dataclass(slots=True)
class Tally:
    """How many names were found, were there, and were both."""

    found: int = 0
    there: int = 0
    right: int = 0

    def add(self, other: Tally) -> None:
        """Count what another counted."""
        self.found += other.found
        self.there += other.there
        self.right += other.right

    @property
    def precision(self) -> float:
        """The share of what was found that is a name."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the names that was found."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        """Return one line of a table."""
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f} of {self.there}"


def tallied(examples: Iterable[Example], find: Callable[[str], Iterable[Span]]) -> Tally:
    """Return how well ``find`` finds the people of ``examples``.

    >>> gold = Example("Ask Jane Smith.", ((4, 14, "PERSON"),))
    >>> str(tallied([gold], lambda text: [(4, 14), (0, 3)]))
    'P 0.500 R 1.000 F1 0.667 of 1'
    """
    tally = Tally()
    for example in examples:
        there, found = example.people(), list(find(example.text))
        left = list(there)
        for span in found:
            match = next((each for each in left if alike(span, each)), None)
            if match is not None:
                left.remove(match)
                tally.right += 1
        tally.found += len(found)
        tally.there += len(there)
    return tally


def alike(one: Span, other: Span) -> bool:
    """Return whether two spans share at least half of what they cover together."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    union = max(one[1], other[1]) - min(one[0], other[0])
    return shared > 0 and shared >= _ALIKE * union

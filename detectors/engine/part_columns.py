"""Columns that hold a value's two parts under no heading that says so, known by their cells."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from detectors.engine.columns import Heading

Sample = Callable[[int], list[str]]
"""Gives some cells of a column, none where it has too few."""

_FURTHEST = 2  # columns from part to part: a title or a middle name may stand between


class PartColumns:
    """What the columns of one table were seen to hold of one detector's values."""

    def __init__(self, shares_of: Callable[[list[str]], tuple[float, float]]) -> None:
        self._shares_of = shares_of
        self._shares: dict[int, tuple[float, float]] = {}

    def seen(self, said: NDArray[np.int8], sample: Sample) -> NDArray[np.int8]:
        """Return the pairs of parts in columns whose headings are silent, as headings would say.

        One of a pair may be headed so where no heading says the other.
        """
        seen = np.full(len(said), Heading.SILENT, dtype=said.dtype)
        parts = said[(said == Heading.GIVEN_PART) | (said == Heading.LAST_PART)]
        lonely = len(set(parts.tolist())) == 1
        free = [
            column
            for column, heading in enumerate(said.tolist())
            if heading == Heading.SILENT
            or (lonely and heading in (Heading.GIVEN_PART, Heading.LAST_PART))
        ]
        shares = {column: self._of(column, int(said[column]), sample) for column in free}
        for distance in range(1, _FURTHEST + 1):
            for column in free:
                other = column + distance
                if other in shares and not seen[column] and not seen[other]:
                    seen[column], seen[other] = _pair(shares[column], shares[other])
        return seen

    def _of(self, column: int, heading: int, sample: Sample) -> tuple[float, float]:
        if heading != Heading.SILENT:
            return float(heading == Heading.GIVEN_PART), float(heading == Heading.LAST_PART)
        if column not in self._shares and (cells := sample(column)):
            self._shares[column] = self._shares_of(cells)
        return self._shares.get(column, (0.0, 0.0))


def _pair(one: tuple[float, float], other: tuple[float, float]) -> tuple[Heading, Heading]:
    """Return what two columns are to each other by their likeness to given and last part."""
    straight, turned = one[0] * other[1], one[1] * other[0]
    if not straight and not turned:
        return Heading.SILENT, Heading.SILENT
    if straight >= turned:
        return Heading.GIVEN_PART, Heading.LAST_PART
    return Heading.LAST_PART, Heading.GIVEN_PART

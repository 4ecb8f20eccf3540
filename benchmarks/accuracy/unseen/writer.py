"""One kind of author: a hand, and what is written with it."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.unseen.hand import Hand
from benchmarks.accuracy.unseen.shapes import Shape


@dataclass(frozen=True, slots=True)
class Writer:
    """A kind of author and all that he or she writes, by what it holds."""

    name: str
    hand: Hand
    planted: tuple[Shape, ...] = ()
    lookalike: tuple[Shape, ...] = ()
    clean: tuple[Shape, ...] = ()
    domain: str = ""  # of the mail of those who are not the council's

    def shapes(self, kind: Kind) -> tuple[Shape, ...]:
        """Return what this author writes of a kind."""
        return {Kind.PLANTED: self.planted, Kind.LOOKALIKE: self.lookalike}.get(kind, self.clean)

"""One kind of document: what it is called, what it is there for, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.strangers.pen import Pen

Made = tuple[str, bytes | str]
"""The suffix of a file and what is in it."""


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of document that strangers write."""

    name: str
    kind: Kind
    make: Callable[[Pen], Made]

    def document(self, pen: Pen) -> Document:
        """Return one document of this kind. Raises ValueError where its truth is another."""
        suffix, data = self.make(pen)
        return pen.document(self.name, suffix, data, self.kind)

"""Running the router over bytes, for the tests of every format."""

from __future__ import annotations

from scanner.extractors.base import Budget, Kind, Limits, PartGap, Passage, Source, TablePassage
from scanner.extractors.router import extract

Output = Passage | TablePassage | PartGap


def read(data: bytes, limits: Limits | None = None) -> list[Output]:
    """Return all that comes out of ``data``, names of members left out."""
    extraction = extract(Source.of_bytes(data), Budget(limits or Limits()))
    return [part for part in extraction if isinstance(part, PartGap) or part.kind is not Kind.NAME]


def texts(parts: list[Output]) -> str:
    """Return the text of ``parts``, one after the other."""
    return "\n".join(part.text for part in parts if not isinstance(part, PartGap))


def gaps(parts: list[Output]) -> list[tuple[str, str | None]]:
    """Return the causes of the gaps among ``parts``, and the members they are of."""
    return [(part.cause.value, part.member) for part in parts if isinstance(part, PartGap)]

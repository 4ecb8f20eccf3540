"""What every report is handed, and what it declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from scanner.catalogue.queries.answer import ShareAnswer
from scanner.catalogue.queries.exposure import ExposedPlace
from scanner.catalogue.queries.places import PlaceTotal

MOST_PLACES = 15  # of a share, with the grants that let people in: half a printed page


@dataclass(frozen=True, slots=True)
class ShareState:
    """One share this morning: its answer, and where in it personal data lies.

    ``with_findings`` counts the entries in which anything was found; ``exposed`` are the places
    that each have readers of their own, most exposed first, MOST_PLACES of them with their grants.
    """

    answer: ShareAnswer
    places: tuple[PlaceTotal, ...]
    with_findings: int
    exposed: tuple[ExposedPlace, ...]


@dataclass(frozen=True, slots=True)
class Morning:
    """All that a report may show: value objects, read from the catalogue in one moment."""

    shares: tuple[ShareState, ...]
    made: datetime  # aware, UTC
    version: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its name on the command line, and what turns a morning into its text."""

    name: str
    title: str
    render: Callable[[Morning], str]

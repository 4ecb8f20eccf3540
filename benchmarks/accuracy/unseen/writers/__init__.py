"""All writers: those of each corner of a council in a module of its own."""

from __future__ import annotations

from benchmarks.accuracy.unseen.writer import Writer
from benchmarks.accuracy.unseen.writers import (
    care,
    centre,
    computers,
    democracy,
    health,
    housing,
    justice,
    learning,
    ledgers,
    leisure,
    money,
    papers,
    permits,
    roads,
    schools,
    staff,
    streets,
)

_CORNERS = (
    housing, care, health, schools, money, ledgers, staff, computers, streets, roads, democracy,
    leisure, learning, justice, centre, papers, permits,
)  # fmt: skip
WRITERS: tuple[Writer, ...] = tuple(writer for corner in _CORNERS for writer in corner.WRITERS)

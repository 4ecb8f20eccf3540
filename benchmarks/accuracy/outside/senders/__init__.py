"""All senders: those of each family in a module of its own."""

from __future__ import annotations

from benchmarks.accuracy.outside.senders import (
    carers,
    government,
    hospitals,
    justice,
    landlords,
    schools,
)
from benchmarks.accuracy.unseen.writer import Writer

_FAMILIES = (hospitals, justice, schools, government, landlords, carers)
SENDERS: tuple[Writer, ...] = tuple(sender for family in _FAMILIES for sender in family.WRITERS)

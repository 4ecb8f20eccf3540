"""All senders: those of each family in a module of its own."""

from __future__ import annotations

from benchmarks.accuracy.outside.senders import (
    carers,
    exports,
    government,
    hospitals,
    justice,
    landlords,
    money,
    residents,
    schools,
    trades,
)
from benchmarks.accuracy.unseen.writer import Writer

_FAMILIES = (
    hospitals, justice, schools, government, landlords, carers, money, trades, exports, residents,
)  # fmt: skip
SENDERS: tuple[Writer, ...] = tuple(sender for family in _FAMILIES for sender in family.WRITERS)

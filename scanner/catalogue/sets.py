"""The sets of earlier nights, and whether a content examined under one of them is still right."""

from __future__ import annotations

from scanner.catalogue.writer import Writer
from scanner.sets import Sets, concerned


class Earlier:
    """Compares today's set with those that contents were examined under."""

    def __init__(self, writer: Writer, today: Sets) -> None:
        self._connection = writer.connection
        self._today = today
        self._sets: dict[bytes, tuple[Sets, frozenset[str]] | None] = {}
        self._answers: dict[tuple[bytes, bytes], bytes | None] = {}
        self._connection.exec_driver_sql(
            "INSERT OR IGNORE INTO sets (digest, parts) VALUES (?, ?)", (today.digest, today.parts)
        )

    def today(self, sets: bytes, touched: bytes | None) -> bytes | None:
        """Return what a content of ``sets`` touched as today's set packs it.

        None: it must be examined again, since the change may concern it, or that is not known.
        """
        if touched is None:  # by a version that did not note it
            return None
        key = (sets, touched)
        if key not in self._answers:
            self._answers[key] = self._answer(sets, touched)
        return self._answers[key]

    def _answer(self, sets: bytes, touched: bytes) -> bytes | None:
        if sets not in self._sets:
            self._sets[sets] = self._compared(sets)
        compared = self._sets[sets]
        if compared is None:
            return None
        before, changed = compared
        names = before.unpacked(touched)
        return self._today.packed(names) if names.isdisjoint(changed) else None

    def _compared(self, sets: bytes) -> tuple[Sets, frozenset[str]] | None:
        """Return an earlier set, and of which names the change to today's is a matter."""
        row = self._connection.exec_driver_sql(
            "SELECT parts FROM sets WHERE digest = ?", (sets,)
        ).first()
        try:
            before = None if row is None else Sets.of_parts(row[0])
        except (TypeError, ValueError):  # a version wrote it that parted sets otherwise
            before = None
        if before is None:
            return None
        changed = concerned(before, self._today)
        return None if changed is None else (before, changed)

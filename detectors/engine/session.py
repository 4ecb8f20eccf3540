"""The engine: detectors compiled once, and a session for each document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from detectors.base import Detection, Detector, Letters
from detectors.engine.candidates import Candidates, merged, scanned
from detectors.engine.context import (
    Layout,
    Words,
    case_evidence,
    joined_evidence,
    label_evidence,
    near_labels,
    words_in,
)
from detectors.engine.database import Database, Hits, compiled
from detectors.engine.layout import Region, lines_above, regions
from detectors.engine.plan import Plan, planned
from detectors.engine.results import Found, detections, found_in
from detectors.engine.shadow import Shadow, shadow
from detectors.engine.tables import Table
from detectors.engine.values import Offsets

_start = attrgetter("start")


class Engine:
    """Detectors compiled into one database; built once a process, in about a second."""

    def __init__(self, detectors: Sequence[Detector]) -> None:
        self.plan = planned(detectors)
        self.database: Database = compiled(self.plan.patterns)

    def session(self) -> Session:
        """Return a session for one document or member."""
        return Session(self.plan, self.database)


class Session:
    """Detections in the passages of one document, in the order they are handed in."""

    def __init__(self, plan: Plan, database: Database) -> None:
        self._plan = plan
        self._database = database
        self._tables: dict[int, Table] = {}

    def text(self, text: str) -> list[Detection]:
        """Return what running text holds, in order; offsets in characters.

        Rows below a line of headings are taken for the table that they are.
        """
        found = shadow(text)
        hits = self._database.scan(found.data)
        words = words_in(self._plan, hits, found, Layout.RUNNING)
        candidates, _ = self._candidates(found, hits, words, Layout.RUNNING)
        whole = detections(found_in(candidates, found))
        headings = found.characters(words.starts[words.heading]).tolist()
        headings += lines_above(found.text, [one.start for one in whole])
        if not headings:
            return whole
        return self._with_tables(whole, list(regions(found.text, sorted(headings))))

    def _with_tables(self, whole: list[Detection], tables: list[Region]) -> list[Detection]:
        """Return ``whole`` with what lies in ``tables`` found anew, by the rules of tables."""
        known: dict[tuple[str, ...], Table] = {}
        for region in tables:
            table = known.setdefault(region.header, Table(self._plan.detectors, region.header))
            inside = detections(self._rows(region.text, table))
            first = bisect_left(whole, region.start, key=_start)
            last = bisect_left(whole, region.end, key=_start)
            moved = [
                one._replace(start=one.start + region.start, end=one.end + region.start)
                for one in inside
            ]
            whole[first:last] = moved
        return whole

    def table(self, text: str, table: int, header: tuple[str, ...] | None) -> list[Detection]:
        """Return what rows of a table hold, in order; offsets in characters.

        Cells are parted by tabs, rows by newlines. Rows with the ``table`` of an earlier call
        continue it: its columns are weighed anew with all rows seen so far.
        """
        return detections(self.table_columns(text, table, header))

    def table_columns(self, text: str, table: int, header: tuple[str, ...] | None) -> list[Found]:
        """Return the same, entity by entity in columns: cheaper where a table holds millions."""
        if not text:
            return []
        if table not in self._tables:
            self._tables[table] = Table(self._plan.detectors, header)
        return self._rows(text, self._tables[table])

    def _rows(self, text: str, table: Table) -> list[Found]:
        found = shadow(text)
        hits = self._database.scan(found.data)
        words = words_in(self._plan, hits, found, Layout.ROWS)
        candidates, shapes = self._candidates(found, hits, words, Layout.ROWS)
        return found_in(table.judge(found, candidates, shapes), found)

    def _candidates(
        self, found: Shadow, hits: Hits, words: Words, layout: Layout
    ) -> tuple[list[Candidates], list[Offsets]]:
        plan = self._plan
        candidates, shapes = [], []
        for number, detector in enumerate(plan.detectors):
            own, starts = scanned(plan, number, hits, found)
            own.evidence |= label_evidence(plan, number, words, own.starts, layout)
            if not any(form.expand for form in detector.forms):
                own.evidence |= joined_evidence(found, own.starts, own.ends)
            if detector.letters is Letters.CAPITALS:
                own.evidence |= case_evidence(found, own.starts, own.ends)
            candidates.append(merged(own, near_labels(plan, number, words, found)))
            shapes.append(starts)
        return candidates, shapes

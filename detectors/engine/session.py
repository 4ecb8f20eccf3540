"""The engine: detectors compiled once, and a session for each document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detection, Detector, Letters
from detectors.engine.beside_words import naming_evidence, without_others_labels
from detectors.engine.broken import broken
from detectors.engine.candidates import Candidates, hit_detectors, merged, nothing, scanned
from detectors.engine.context import (
    Layout,
    Words,
    case_evidence,
    joined_evidence,
    label_evidence,
    labelled_detectors,
    near_labels,
    words_in,
)
from detectors.engine.database import Database, Hits, compiled
from detectors.engine.dumps import Dump
from detectors.engine.encoded import decoded, unquoted
from detectors.engine.further import FurtherLook, with_more
from detectors.engine.layout import Region, above_rules, lines_above, parted_above, regions
from detectors.engine.lineup import lined_up_evidence
from detectors.engine.plan import Plan, planned
from detectors.engine.results import Found, detections, found_in, found_of, joined
from detectors.engine.shadow import Shadow, shadow
from detectors.engine.sideways import named_in, turned, with_heading
from detectors.engine.tables import Table
from detectors.engine.touched import Touched
from detectors.engine.values import NO_OFFSETS, Offsets

_Key = TypeVar("_Key", int, tuple[str, ...])
_KEPT_TABLES = 8  # of 200 kB each; a document's tables come one after the other
_BORDERS = frozenset("\t\n")  # of cells
_LEAST_NAMED = 2  # of the cells of a heading, by what is looked for
_MOST_REGIONS = 300  # tables in a block of running text: each costs a millisecond


class Engine:
    """Detectors, compiled; built once a process, in about a second."""

    def __init__(self, detectors: Sequence[Detector]) -> None:
        self.plan = planned(detectors)
        self.database: Database = compiled(self.plan.patterns, self.plan.slow)

    def session(self, touched: Touched | None = None) -> Session:
        """Return a session for one document or member, which notes in ``touched``."""
        return Session(self.plan, self.database, touched if touched else Touched(self.plan))


class Session:
    """Detections in the passages of one document, in the order they are handed in."""

    def __init__(self, plan: Plan, database: Database, touched: Touched) -> None:
        self._plan = plan
        self._database = database
        self._touched = touched
        self._tables: dict[int, Table] = {}
        self._further = FurtherLook(plan.detectors)
        self._dump = Dump()
        looking = (plan.detectors[number] for number in plan.looking)
        self._looks = [(each.entity, each.look) for each in looking if each.look]

    def text(self, text: str) -> list[Detection]:
        """Return what running text holds, in order; offsets in characters.

        Rows below a line of headings are taken for the table that they are.
        """
        return detections(self.text_columns(text))

    def text_columns(self, text: str) -> list[Found]:
        """Return the same, entity by entity in columns."""
        self._touched.text = True
        plain = decoded(text)
        found = self._by_forms(plain.text)
        if len(plain.at):
            found = [each.placed(plain.original) for each in found]
        return [*self._further.added(text, found), *self._looked(text)]

    def _looked(self, text: str) -> list[Found]:
        """Return what the detectors find that look by themselves."""
        looks = [(entity, look(text)) for entity, look in self._looks]
        return [found_of(entity, found) for entity, found in looks if found]

    def _looked_in_cells(self, rows: str) -> list[Found]:
        """Return the same in rows of a table, without what runs over the end of a cell."""
        inside = [
            (entity, [one for one in look(rows) if not set(rows[one.start : one.end]) & _BORDERS])
            for entity, look in self._looks
        ]
        return [found_of(entity, found) for entity, found in inside if found]

    def _by_forms(self, text: str) -> list[Found]:
        found = shadow(text)
        hits = self._database.scan(found.data)
        if not len(hits.patterns) and not self._dump.unfinished:  # most names of files
            return []
        words = words_in(self._plan, hits, found, Layout.RUNNING)
        candidates, _ = self._candidates(found, hits, words, Layout.RUNNING)
        whole = found_in(candidates, found)
        headings = found.characters(words.starts[words.heading]).tolist()
        rules = hits.starts[hits.of(self._plan.broken_rule, len(self._plan.patterns))]
        headings += above_rules(found.text, found.characters(rules).tolist())
        values: list[int] = []
        if whole:
            starts = np.sort(np.concatenate([each.starts for each in whole]))
            values = starts.tolist()
            newlines = found.characters(words.newlines)
            headings += lines_above(found.text, starts, newlines)
            headings += [
                begin
                for begin, cells in parted_above(found.text, starts, newlines)
                if named_in(self._plan.detectors, cells) >= _LEAST_NAMED
            ]
        marks = hits.starts[hits.of(self._plan.first_mark, self._plan.broken_rule)]
        statements = self._dump.regions(text, np.sort(found.characters(marks)).tolist())
        dumped = list(islice(statements, _MOST_REGIONS))
        if not headings and not dumped:
            return whole
        listed = islice(regions(found.text, sorted(headings), values), _MOST_REGIONS)
        return self._with_tables(whole, _apart([*dumped, *listed]))

    def _with_tables(self, whole: list[Found], tables: list[Region]) -> list[Found]:
        """Return ``whole`` with what lies in ``tables`` found anew, by the rules of tables."""
        if not tables:
            return whole
        known: dict[tuple[str, ...], Table] = {}
        outside = np.array([(region.start, region.end) for region in tables]).ravel()
        pieces = [each.without(outside) for each in whole]
        for region in tables:
            key = region.header or (str(region.start),)  # those without heading are apart
            table = self._kept(known, key, region.header)
            pieces += [each.moved(region.start) for each in self._rows(region.text, table)]
        return joined(pieces)

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
        self._touched.text = True
        plain = unquoted(text)
        if header is None and table not in self._tables:
            plain, header = with_heading(self._plan.detectors, plain)
        over = turned(self._plan.detectors, plain, header)
        if over is not None:  # what seemed a heading is the first person
            header = None
        found = self._rows(plain, self._kept(self._tables, table, header))
        if over is not None:
            people = self._rows(over.text, Table(self._plan.detectors, over.header))
            found = with_more(found, [over.back(each) for each in people])
        return [*found, *self._looked_in_cells(text)]

    def _kept(self, tables: dict[_Key, Table], key: _Key, header: tuple[str, ...] | None) -> Table:
        """Return the table of ``key``; those begun longest ago are forgotten."""
        if key not in tables:
            while len(tables) >= _KEPT_TABLES:
                del tables[next(iter(tables))]
            tables[key] = Table(self._plan.detectors, header)
        return tables[key]

    def _rows(self, text: str, table: Table) -> list[Found]:
        found = shadow(text)
        hits = self._database.scan(found.data)
        words = words_in(self._plan, hits, found, Layout.ROWS)
        candidates, shapes = self._candidates(found, hits, words, Layout.ROWS)
        judged = table.judge(found, candidates, shapes)
        self._touched.tables = True
        self._touched.note(table.concerned)
        return found_in(judged, found)

    def _candidates(
        self, found: Shadow, hits: Hits, words: Words, layout: Layout
    ) -> tuple[list[Candidates], list[Offsets]]:
        """Return the candidates of each detector, and the starts of all that has its shape.

        Most texts hold something of few detectors: the others cost next to nothing.
        """
        plan = self._plan
        candidates = [nothing(detector) for detector in plan.detectors]
        shapes = [NO_OFFSETS] * len(candidates)
        hit, labelled = hit_detectors(plan, hits), labelled_detectors(plan, words)
        self._touched.note(hit)
        self._touched.note(labelled)
        for number in hit:
            own, shapes[number] = scanned(plan, number, hits, found)
            if len(own.starts):
                own.evidence |= self._around(number, own, words, found, layout)
                if layout is Layout.RUNNING:
                    own.evidence |= lined_up_evidence(own, shapes[number], words.newlines, found)
                candidates[number] = own
        for number in labelled:
            if not plan.near[number].forms:
                continue
            near = near_labels(plan, number, words, found, candidates[number])
            candidates[number] = merged(candidates[number], near)
        for number, more in broken(plan, words, found, candidates):
            candidates[number] = merged(candidates[number], more)
        return candidates, shapes

    def _around(
        self, number: int, own: Candidates, words: Words, found: Shadow, layout: Layout
    ) -> NDArray[np.int64]:
        """Return the evidence of what stands right around candidates."""
        detector = own.detector
        evidence = label_evidence(self._plan, number, words, own.starts, found, layout)
        evidence |= naming_evidence(own, evidence, found)
        evidence = without_others_labels(own, evidence, found)
        if detector.by_shape and (rows := _as_matched(own)).any():
            evidence[rows] |= joined_evidence(found, own.starts[rows], own.ends[rows])
        if detector.letters is Letters.CAPITALS:
            evidence |= case_evidence(found, own.starts, own.ends)
        return evidence


def _as_matched(own: Candidates) -> NDArray[np.bool_]:
    """Return which candidates are what a pattern matched, not what a trigger stands for."""
    triggers = np.array([form.triggers for form in own.detector.forms], dtype=bool)
    return ~triggers[own.forms]


def _apart(tables: list[Region]) -> list[Region]:
    """Return ``tables`` in order, without those that begin within another."""
    kept: list[Region] = []
    for table in sorted(tables, key=lambda each: each.start):
        if not kept or table.start >= kept[-1].end:
            kept.append(table)
    return kept

"""Storing what came of the work: contents, findings, occurrences, states and totals.

Everything about one entry is added between two commits, so the catalogue never holds findings
without the state that goes with them, or the other way round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from connectors.base import LASTING, Cause, Exclusion
from scanner.catalogue.names import to_text
from scanner.catalogue.sets import Earlier
from scanner.catalogue.statements import (
    CLOSE_FINDING,
    DELETE_FINDING,
    DELETE_MEMBER_GAPS,
    DELETE_OCCURRENCES,
    INSERT_CONTENT,
    INSERT_FINDING,
    INSERT_MEMBER_GAP,
    INSERT_OCCURRENCE,
    KEEP_ENTRY,
    KEEP_TOTAL,
    RENEW_CONTENT,
    SETTLE_ENTRY,
    SHIFT_TOTAL,
    UPDATE_CONTENT,
)
from scanner.catalogue.writer import Writer
from scanner.crawl import Why, Work
from scanner.examine import Examined
from scanner.findings import EntityResult
from scanner.keys import TOKEN_BYTES
from scanner.sets import Sets

WHOLE_SHARE = 0  # folder_id of a share's own totals
_BY_FINGERPRINT = "SELECT id, sets, cause, touched FROM content WHERE fingerprint = ?"
_BY_ID = "SELECT id, sets, cause, touched FROM content WHERE id = ?"


class Content(NamedTuple):
    """A content that was examined: what an entry that holds the same bytes needs to know."""

    id: int
    sets: bytes
    cause: str | None
    touched: bytes | None  # of its sets; None: not known


class _Held(NamedTuple):
    """A finding as the catalogue has it: enough to count it out of the totals."""

    id: int
    entity: str
    occurrences: int
    since: int


class Results:
    """Takes outcomes of one share run and stores them."""

    def __init__(
        self,
        writer: Writer,
        share_id: int,
        share_run_id: int,
        sets: Sets,
        parents: dict[int, int | None],
    ) -> None:
        self._writer = writer
        self._parents = parents
        self._share_id = share_id
        self._run = share_run_id
        self._sets = sets
        self._earlier = Earlier(writer, sets)
        self._fresh: dict[bytes, Content] = {}  # since the last flush: not yet in the database
        self._fresh_by_id: dict[int, Content] = {}
        self._held: dict[int, tuple[_Held, ...]] = {}
        self._tried: set[int] = set()  # contents whose gap may pass, and did not tonight
        self._totals: Counter[tuple[int, int, str]] = Counter()  # by share, folder, entity
        self._occurrences: Counter[tuple[int, int, str]] = Counter()

    def content(self, fingerprint: bytes) -> Content | None:
        """Return the content with these bytes, if it is known."""
        fresh = self._fresh.get(fingerprint)
        if fresh is not None:
            return fresh
        row = self._writer.connection.exec_driver_sql(_BY_FINGERPRINT, (fingerprint,)).first()
        return None if row is None else Content(*row)

    def content_of(self, work: Work) -> Content | None:
        """Return what the entry held when it was last examined."""
        if work.known is None or work.known.content_id is None:
            return None
        fresh = self._fresh_by_id.get(work.known.content_id)
        if fresh is not None:
            return fresh
        row = self._writer.connection.exec_driver_sql(_BY_ID, (work.known.content_id,)).first()
        return None if row is None else Content(*row)

    def is_current(self, content: Content) -> bool:
        """Tell whether a content need not be examined again tonight: a passing gap is, once.

        Of one that was examined under other sets, whether the change cannot concern it.
        """
        lasts = content.cause is None or content.cause in LASTING
        if content.sets == self._sets.digest:
            return lasts or content.id in self._tried
        return lasts and self._earlier.today(content.sets, content.touched) is not None

    def has_size(self, size_bytes: int) -> bool:
        """Tell whether a stored content is as large as this: then an entry may be a copy."""
        found = self._writer.connection.exec_driver_sql(
            "SELECT 1 FROM content WHERE size_bytes = ? LIMIT 1", (size_bytes,)
        )
        return found.first() is not None

    def gap(self, work: Work, cause: Cause) -> None:
        """Store that an entry could not be read; what it held before stays known."""
        content_id = None if work.known is None else work.known.content_id
        # A retry leaves its gap in place; all else was stored as not-reached when it was listed.
        retried = work.known is not None and work.why is Why.RETRY and work.known.vanishing is None
        if retried and work.known is not None and work.known.cause == cause.value:
            return
        self._settle(work, "gap", cause.value, content_id)

    def excluded(self, work: Work, rule: Exclusion) -> None:
        """Store that an entry is left out by a rule that only its bytes could tell."""
        content_id = None if work.known is None else work.known.content_id
        self.release(work.entry_id, work.folder_id, content_id)
        self._settle(work, "excluded", rule.value, None)

    def known(self, work: Work, content: Content, names: tuple[EntityResult, ...]) -> None:
        """Store that an entry holds bytes which need not be examined: they were, and it stands."""
        if content.sets != self._sets.digest:
            touched = self._earlier.today(content.sets, content.touched)
            renewed = (self._sets.digest, touched, content.id, content.sets, content.touched)
            self._writer.add(RENEW_CONTENT, renewed)
        self._hold(work, content, names)

    def examined(
        self, work: Work, fingerprint: bytes, examined: Examined, names: tuple[EntityResult, ...]
    ) -> Content:
        """Store what was found in an entry, and return its content."""
        content = self.content(fingerprint)
        if content is None or content.sets != self._sets.digest or not self.is_current(content):
            content = self._store(content, fingerprint, work.size_bytes, examined)
        self._hold(work, content, names)
        return content

    def flush(self) -> None:
        """Put the totals with the rest; called before each commit."""
        for key in sorted(self._totals.keys() | self._occurrences.keys()):
            entries, occurrences = self._totals[key], self._occurrences[key]
            if entries or occurrences:
                self._writer.add(KEEP_TOTAL, (self._run, *key, self._run))
                self._writer.add(SHIFT_TOTAL, (*key, entries, occurrences, self._run))
        for gathered in (self._totals, self._occurrences):
            gathered.clear()
        self._fresh.clear()
        self._fresh_by_id.clear()
        self._held.clear()

    def release(self, entry_id: int, folder_id: int, content_id: int | None) -> None:
        """Count an entry that is gone out of the totals, and close what its name held."""
        if content_id is not None:
            self._count(folder_id, self._findings("content_id", content_id), -1)
        self._replace_names(entry_id, folder_id, ())

    def _hold(self, work: Work, content: Content, names: tuple[EntityResult, ...]) -> None:
        before = None if work.known is None else work.known.content_id
        if before != content.id:
            if before is not None:
                self._count(work.folder_id, self._findings("content_id", before), -1)
            self._count(work.folder_id, self._findings("content_id", content.id), +1)
        self._replace_names(work.entry_id, work.folder_id, names, new=work.known is None)
        state = "examined" if content.cause is None else "gap"
        self._settle(work, state, content.cause, content.id)

    def _settle(self, work: Work, state: str, cause: str | None, content_id: int | None) -> None:
        if work.known is not None and work.known.since != self._run:
            self._writer.add(KEEP_ENTRY, (self._run, work.entry_id, self._run))
        self._writer.add(
            SETTLE_ENTRY,
            (state, cause, content_id, work.guard, self._run, self._run, work.entry_id),
        )

    def _store(
        self, before: Content | None, fingerprint: bytes, size: int, examined: Examined
    ) -> Content:
        cause = None if examined.cause is None else examined.cause.value
        sets, touched = self._sets.digest, self._sets.packed(examined.touched)
        counted = (
            *(examined.members, len(examined.member_gaps)),
            *(examined.subjects.least, examined.subjects.most),
            touched,
        )
        if before is None:
            content = Content(self._writer.next_id("content"), sets, cause, touched)
            self._writer.add(
                INSERT_CONTENT,
                (
                    *(content.id, fingerprint, size, examined.media_type, sets, cause),
                    *counted,
                ),
            )
        else:
            content = before._replace(sets=sets, cause=cause, touched=touched)
            self._forget_findings(content.id)
            self._writer.add(
                UPDATE_CONTENT,
                (examined.media_type, sets, cause, *counted, content.id),
            )
            self._writer.add(DELETE_MEMBER_GAPS, (content.id,))
        for gap in examined.member_gaps:
            member = to_text(gap.member or "")
            self._writer.add(INSERT_MEMBER_GAP, (content.id, member, gap.cause.value))
        held = self._insert_findings(content.id, None, examined.results)
        self._held[content.id] = held
        if cause is not None and cause not in LASTING:
            self._tried.add(content.id)
        if before is not None:
            for folder_id, share_id in self._holders(content.id):
                self._count(folder_id, held, +1, share_id)
        self._fresh[fingerprint] = self._fresh_by_id[content.id] = content
        return content

    def _forget_findings(self, content_id: int) -> None:
        held = self._findings("content_id", content_id)
        for folder_id, share_id in self._holders(content_id):
            self._count(folder_id, held, -1, share_id)
        self._close(held)

    def _holders(self, content_id: int) -> list[tuple[int, int]]:
        """Return folder and share of each entry with these bytes: copies lie in any share."""
        self._writer.flush()
        rows = self._writer.connection.exec_driver_sql(
            "SELECT e.folder_id, f.share_id FROM entry e JOIN folder f ON f.id = e.folder_id"
            " WHERE e.content_id = ?",
            (content_id,),
        )
        return [(row[0], row[1]) for row in rows]

    def _replace_names(
        self, entry_id: int, folder_id: int, names: tuple[EntityResult, ...], *, new: bool = False
    ) -> None:
        if not new:
            held = self._findings("entry_id", entry_id)
            self._count(folder_id, held, -1)
            self._close(held)
        if names:
            self._count(folder_id, self._insert_findings(None, entry_id, names), +1)

    def _close(self, held: Iterable[_Held]) -> None:
        for finding in held:
            if finding.since == self._run:
                self._writer.add(DELETE_OCCURRENCES, (finding.id,))
                self._writer.add(DELETE_FINDING, (finding.id,))
            else:
                self._writer.add(CLOSE_FINDING, (self._run, finding.id))

    def _findings(self, holder: str, holder_id: int) -> tuple[_Held, ...]:
        if holder == "content_id" and holder_id in self._held:
            return self._held[holder_id]
        self._writer.flush()
        rows = self._writer.connection.exec_driver_sql(
            f"SELECT id, entity, occurrences, since FROM finding WHERE {holder} = ?"  # noqa: S608
            " AND until IS NULL",
            (holder_id,),
        )
        held = tuple(_Held(*row) for row in rows)
        if holder == "content_id":
            self._held[holder_id] = held
        return held

    def _insert_findings(
        self, content_id: int | None, entry_id: int | None, results: Iterable[EntityResult]
    ) -> tuple[_Held, ...]:
        held = []
        for result in results:
            finding_id = self._writer.next_id("finding")
            self._writer.add(
                INSERT_FINDING,
                (
                    *(finding_id, content_id, entry_id, result.entity, result.category.value),
                    *(result.occurrences, result.distinct, result.counted.value),
                    *(result.confidence, result.concealed, self._run),
                ),
            )
            self._insert_occurrences(finding_id, result)
            held.append(_Held(finding_id, result.entity, result.occurrences, self._run))
        return tuple(held)

    def _insert_occurrences(self, finding_id: int, result: EntityResult) -> None:
        nothing = (None, None, None)
        for member in result.members:
            name = to_text(member.member)
            tokens, shown = member.tokens, member.shown
            self._writer.add_all(
                INSERT_OCCURRENCE,
                (
                    (
                        finding_id,
                        name,
                        tokens[at * TOKEN_BYTES : (at + 1) * TOKEN_BYTES],
                        member.counts[at],
                        member.confidences[at] / 100,
                        member.concealed[at],
                        *shown.get(at, nothing),
                    )
                    for at in range(len(member.counts))
                ),
            )

    def _count(
        self, folder_id: int, held: Iterable[_Held], sign: int, share_id: int | None = None
    ) -> None:
        """Count findings of one entry in or out, for its folder, all above it and the share."""
        counted = Counter[str]()
        for finding in held:
            counted[finding.entity] += finding.occurrences
        if not counted:
            return
        share = self._share_id if share_id is None else share_id
        for place in (WHOLE_SHARE, *self._above(folder_id)):
            for entity, occurrences in counted.items():
                self._totals[(share, place, entity)] += sign
                self._occurrences[(share, place, entity)] += sign * occurrences

    def _above(self, folder_id: int) -> list[int]:
        way = []
        at: int | None = folder_id
        while at is not None:
            way.append(at)
            if at not in self._parents:
                self._writer.flush()
                self._parents[at] = self._writer.connection.exec_driver_sql(
                    "SELECT parent_id FROM folder WHERE id = ?", (at,)
                ).scalar()
            at = self._parents[at]
        return way

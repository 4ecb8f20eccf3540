"""Storing what the crawl saw: folders and entries, before anything in them is read.

Every entry that is to be read is stored as a gap ``not-reached`` first: if the night ends here,
that is what is true of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Mapping
from contextlib import suppress
from typing import NamedTuple

from connectors.base import (
    LASTING,
    Cause,
    Connector,
    EntryRow,
    EntryUnreadable,
    Listing,
    Ref,
    SecurityDescriptor,
)
from scanner.access.gate import OPEN, below
from scanner.catalogue.descriptors import Descriptors
from scanner.catalogue.names import path_to_text, to_text
from scanner.catalogue.schedule import Schedule
from scanner.catalogue.share_access import guard_share
from scanner.catalogue.statements import (
    CLOSE_FOLDER_ACCESS,
    FORGET_CONTENT,
    GUARD_ENTRY,
    INSERT_ENTRY,
    INSERT_FOLDER,
    INSERT_FOLDER_ACCESS,
    KEEP_ENTRY,
    RELIST_ENTRY,
    UPDATE_FOLDER,
)
from scanner.catalogue.sums import Outdated
from scanner.catalogue.writer import Writer
from scanner.crawl import Comparison, Known, Why, Work, compare, listing_digest

_FIND = (
    "SELECT f.id, f.listing_digest, f.sets, f.entry_count, f.cause, f.vanishing, f.guarded,"
    " a.gate_id, a.descriptor_id FROM folder f LEFT JOIN folder_access a ON a.folder_id = f.id"
    " AND a.until IS NULL WHERE f.share_id = ? AND f.path = ? AND f.until IS NULL"
)
_ENTRIES = (
    "SELECT e.name, e.id, e.size_bytes, e.modified_ns, e.changed_ns, e.file_id, e.content_id,"
    " c.sets, e.state, e.cause, e.since, e.vanishing, e.descriptor_id"
    " FROM entry e LEFT JOIN content c ON c.id = e.content_id WHERE e.folder_id = ?"
)
_BELOW = (
    "WITH RECURSIVE below (id) AS (SELECT id FROM folder WHERE id = ? UNION ALL"
    " SELECT f.id FROM folder f JOIN below b ON f.parent_id = b.id WHERE f.until IS NULL)"
)


class _Folder(NamedTuple):
    id: int
    listing_digest: bytes | None
    sets: bytes | None
    entry_count: int
    cause: str | None
    vanishing: int | None
    guarded: int
    gate_id: int | None
    descriptor_id: int | None


class Listings:
    """Takes listings of one share run and answers with the work in them.

    ``enumerated`` counts what was listed so far: entries, exclusions, and a folder that cannot be
    listed as one. ``seen`` holds the ids of the folders that were come to, ``parents`` those of
    the folders above new ones.
    """

    def __init__(
        self, writer: Writer, share_id: int, share_run_id: int, sets: bytes, connector: Connector
    ) -> None:
        self._writer = writer
        self._connector = connector
        self._descriptors = Descriptors(writer)
        outside = OPEN
        for folder in connector.way():
            outside = below(outside, folder)
        self._outside = self._descriptors.gate_id(outside)
        self._share_id = share_id
        self._share_run_id = share_run_id
        self._outdated = Outdated(writer)
        self._schedule = Schedule(writer, share_id, share_run_id)
        self._times_tell = False
        self.guards_changed = False
        self._guard_share(connector.share_security())
        self._gates: list[int] = []  # of what lies in the folders above, by depth
        self._replaced: list[tuple[int, int, int | None]] = []
        self._sets = sets
        raw = writer.connection.connection.cursor()  # the driver's: one look-up a folder
        self._execute: Callable[..., object] = raw.execute
        self._fetch = raw.fetchone
        self._way: list[int] = []  # ids of the folders above, by depth
        passing = ", ".join(f"'{cause.value}'" for cause in Cause if cause not in LASTING)
        self._retry = {
            int(row[0])
            for row in writer.connection.exec_driver_sql(
                "SELECT DISTINCT e.folder_id FROM entry e JOIN folder f ON f.id = e.folder_id"  # noqa: S608
                f" WHERE e.state <> 'examined' AND e.cause IN ({passing}) AND f.share_id = ?",
                (share_id,),
            )
        }
        self.enumerated = 0
        self.seen = array("q")
        self.parents: dict[int, int | None] = {}

    @property
    def is_bare(self) -> bool:
        """Whether nothing at all lies in the root so far."""
        return not self.enumerated and len(self.seen) <= 1

    def take(self, listing: Listing) -> list[Work]:
        """Store what differs from the last listing and return the entries to be read."""
        path = path_to_text(listing.folder)
        self._execute(_FIND, (self._share_id, path))
        row = self._fetch()
        folder = None if row is None else _Folder(*row)
        del self._way[len(listing.folder) :], self._gates[len(listing.folder) :]
        if listing.cause is not None:
            self._unlistable(folder, path, listing.cause)
            return []
        self._times_tell = self._times_tell or listing.times_tell
        due = folder is not None and self._schedule.due(folder.id, folder.guarded)
        digest = listing_digest(listing)
        if folder is not None and self._unchanged(folder, digest):
            self._come_to(folder.id, folder.entry_count)
            self._guard(folder.id, listing, folder)
            if due:
                self._guard_anew(folder.id, listing, self._entries(folder.id), frozenset())
            return []
        count = len(listing.entries) + len(listing.excluded) + len(listing.gaps)
        if folder is None:
            folder_id = self._insert(path, digest, count, None)
            known: dict[str, Known] = {}
        else:
            folder_id = folder.id
            self._writer.add(UPDATE_FOLDER, (digest, self._sets, count, None, folder_id))
            known = self._entries(folder_id)
        self._come_to(folder_id, count)
        self._guard(folder_id, listing, folder)
        # A copy may have brought a content up to date before its name here was looked at.
        names = None if folder is None else folder.sets
        comparison = compare(listing, known, names, self._sets)
        if folder is not None:
            self._mark_gone(folder_id, path, listing, comparison)
        guards = _guards(listing)
        self._store_fixed(folder_id, comparison, guards)
        anew = {row[0] for row, why, _ in comparison.work if why is not Why.RETRY}
        anew.update(name for name, *_ in comparison.fixed)
        self._guard_known(known, anew, guards)
        if due:
            self._guard_anew(folder_id, listing, known, anew)
        return self._store_work(folder_id, listing, comparison, guards)

    def guarded(self, work: Work) -> Work:
        """Return an entry with what guards it now: read when it is opened, which is cheapest."""
        guard = None
        with suppress(EntryUnreadable):
            security = self._connector.security(Ref(work.folder, work.name))
            guard = self._descriptors.id_of(security)
        if guard != work.guard:
            self._change()
        return work._replace(guard=guard)

    def walked(self) -> None:
        """Note what the whole walk showed of the times that the source lists."""
        self._schedule.learn(times_tell=self._times_tell)

    def replaced(self) -> list[tuple[int, int, int | None]]:
        """Return entry, folder and content of files whose name a link or the like took over."""
        replaced, self._replaced = self._replaced, []
        return replaced

    def _unchanged(self, folder: _Folder, digest: bytes) -> bool:
        return (
            folder.listing_digest == digest
            and folder.sets == self._sets
            and folder.cause is None
            and folder.vanishing is None
            and folder.id not in self._retry
        )

    def _come_to(self, folder_id: int, count: int) -> None:
        self._way.append(folder_id)
        self.seen.append(folder_id)
        self.enumerated += count

    def _change(self) -> None:
        """Note that what guards something, or what lies in the share, is not as it was."""
        self.guards_changed = True
        self._outdated.mark(self._share_id)

    def _guard_share(self, security: SecurityDescriptor | None) -> None:
        """Store what guards the share itself."""
        number = None if security is None else self._descriptors.id_of(security)
        share, run = self._share_id, self._share_run_id
        if guard_share(self._writer, share, run, number, self._outside):
            self._change()

    def _guard(self, folder_id: int, listing: Listing, before: _Folder | None) -> None:
        """Store what guards a folder: its descriptor, and the gate of what lies in it."""
        above = self._gates[-1] if self._gates else self._outside
        if listing.descriptor is None:
            self._gates.append(above)
            return
        descriptor_id = self._descriptors.id_of(listing.descriptor)
        gate_id = self._descriptors.below(above, descriptor_id)
        self._gates.append(gate_id)
        if before is None or (before.gate_id, before.descriptor_id) != (gate_id, descriptor_id):
            self._change()
            run = self._share_run_id
            self._writer.add(CLOSE_FOLDER_ACCESS, (run, folder_id))
            self._writer.add(INSERT_FOLDER_ACCESS, (folder_id, run, gate_id, descriptor_id))

    def _guard_known(
        self,
        known: Mapping[str, Known],
        anew: Container[str],
        guards: Mapping[str, SecurityDescriptor | None],
    ) -> None:
        """Store what guards entries now that are not stored ``anew``; None: it is not known."""
        run = self._share_run_id
        for name, guard in guards.items() if known else ():
            before = known.get(to_text(name))
            if before is None or name in anew:
                continue
            number = None if guard is None else self._descriptors.id_of(guard)
            if number != before.guard:
                self._change()
                self._writer.add(KEEP_ENTRY, (run, before.id, run))
                self._writer.add(GUARD_ENTRY, (number, run, before.id))

    def _guard_anew(
        self, folder_id: int, listing: Listing, known: Mapping[str, Known], anew: Container[str]
    ) -> None:
        """Ask what guards files that are due and not read ``anew``: their times do not tell."""
        refs = [Ref(listing.folder, row[0]) for row in listing.entries if row[0] not in anew]
        self._connector.expect_security(refs)
        guards: dict[str, SecurityDescriptor | None] = dict.fromkeys(ref.name for ref in refs)
        for ref in refs:
            with suppress(EntryUnreadable):
                guards[ref.name] = self._connector.security(ref)
        self._guard_known(known, anew, guards)
        self._schedule.done(folder_id)

    def _insert(self, path: str, digest: bytes | None, count: int, cause: str | None) -> int:
        folder_id = self._writer.next_id("folder")
        parent = self.parents[folder_id] = self._way[-1] if self._way else None
        since = self._share_run_id
        self._writer.add(
            INSERT_FOLDER,
            (
                *(folder_id, self._share_id, parent, path, digest, self._sets, count, cause),
                *(since, since),
            ),
        )
        return folder_id

    def _unlistable(self, folder: _Folder | None, path: str, cause: Cause) -> None:
        """Count a folder that cannot be listed as one gap; what is known of its inside stays."""
        if folder is None:
            folder_id = self._insert(path, None, 0, cause.value)
        else:
            folder_id = folder.id
            self._writer.add(UPDATE_FOLDER, (None, folder.sets, 0, cause.value, folder_id))
        self.seen.append(folder_id)
        self.enumerated += 1

    def _entries(self, folder_id: int) -> dict[str, Known]:
        self._writer.flush()
        rows = self._writer.connection.exec_driver_sql(_ENTRIES, (folder_id,))
        return {row[0]: Known(*row[1:]) for row in rows}

    def _mark_gone(
        self, folder_id: int, path: str, listing: Listing, comparison: Comparison
    ) -> None:
        """Mark what is no longer listed; it is closed when the share run ends complete."""
        connection, run = self._writer.connection, self._share_run_id
        for known in comparison.back:
            connection.exec_driver_sql(
                "UPDATE entry SET vanishing = NULL WHERE id = ?", (known.id,)
            )
        for known in comparison.gone:
            connection.exec_driver_sql(
                "UPDATE entry SET vanishing = ? WHERE id = ?", (run, known.id)
            )
        prefix = f"{path}/" if path else ""
        listed = {prefix + to_text(name) for name in listing.subfolders}
        below = connection.exec_driver_sql(
            "SELECT id, path FROM folder WHERE parent_id = ? AND until IS NULL", (folder_id,)
        )
        for child_id, child_path in below.all():
            if child_path not in listed:
                for table, column in (("folder", "id"), ("entry", "folder_id")):
                    connection.exec_driver_sql(
                        f"{_BELOW} UPDATE {table} SET vanishing = ?"  # noqa: S608 - constants
                        f" WHERE {column} IN (SELECT id FROM below)",
                        (child_id, run),
                    )

    def _store_fixed(
        self, folder_id: int, comparison: Comparison, guards: Mapping[str, SecurityDescriptor]
    ) -> None:
        for name, state, cause, known in comparison.fixed:
            told = guards.get(name) if state == "gap" else None
            guard = None if told is None else self._descriptors.id_of(told)
            self._store((name, 0, 0, 0, 0, 0), folder_id, state, cause, known, guard)
            if state == "excluded" and known is not None and known.state != "excluded":
                self._writer.add(FORGET_CONTENT, (known.id,))
                self._replaced.append((known.id, folder_id, known.content_id))

    def _store_work(
        self,
        folder_id: int,
        listing: Listing,
        comparison: Comparison,
        guards: Mapping[str, SecurityDescriptor],
    ) -> list[Work]:
        work = []
        for row, why, known in comparison.work:
            guard = None  # of what is new or changed it is read with the bytes
            if known is not None and why in (Why.RETRY, Why.OTHER_SETS):
                told = guards.get(row[0])
                guard = known.guard if told is None else self._descriptors.id_of(told)
            if known is not None and why is Why.RETRY and known.vanishing is None:
                entry_id = known.id  # its gap stands until it has been tried
            else:
                cause = Cause.NOT_REACHED.value
                entry_id = self._store(row, folder_id, "gap", cause, known, guard)
            work.append(
                Work(entry_id, folder_id, listing.folder, row[0], row[1], why, known, guard)
            )
        return work

    def _store(
        self,
        row: EntryRow,
        folder_id: int,
        state: str,
        cause: str,
        known: Known | None,
        guard: int | None,
    ) -> int:
        name, size, modified, changed, file_id, accessed = row
        run = self._share_run_id
        self._change()
        if known is None:
            entry_id = self._writer.next_id("entry")
            self._writer.add(
                INSERT_ENTRY,
                (
                    *(entry_id, folder_id, to_text(name), size, modified, changed, file_id),
                    *(guard, state, cause, run, run, accessed),
                ),
            )
            return entry_id
        if known.since != run:
            self._writer.add(KEEP_ENTRY, (run, known.id, run))
        self._writer.add(
            RELIST_ENTRY,
            (size, modified, changed, file_id, guard, state, cause, run, run, accessed, known.id),
        )
        return known.id


def _guards(listing: Listing) -> dict[str, SecurityDescriptor]:
    """Return what guards each entry and gap of a listing that tells it; else nothing."""
    if listing.guards is None or listing.descriptor is None:
        return {}
    names = (*(row[0] for row in listing.entries), *(name for name, _ in listing.gaps))
    return {**dict.fromkeys(names, listing.descriptor), **dict(listing.guards)}

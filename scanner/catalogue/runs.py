"""Runs and share runs: begin or resume, count the coverage, close."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, inspect

from connectors.base import Cause, Exclusion, RootIdentity
from scanner.catalogue.engine import opening, reader
from scanner.catalogue.results import Results
from scanner.catalogue.statements import KEEP_ENTRY, MISS_ENTRY, OUTDATE_SUMS
from scanner.catalogue.writer import Writer, utc_now
from scanner.errors import SettingsError
from scanner.keys import TokenKey


class Ended(StrEnum):
    """How a share run ended. One that was stopped goes on under the same id."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class ShareRun:
    """One share run as it begins."""

    id: int
    run_id: int
    share_id: int
    entries_before: int  # enumerated last time, or known so far where no share run is complete
    # The share run before it is complete and asked the same source; this one was not cut off.
    after_complete: bool
    file_system_before: str | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The equation: enumerated = examined + unchanged + excluded + gaps."""

    enumerated: int
    examined: int
    unchanged: int
    excluded: int
    gaps: int


def check_key(writer: Writer, key: TokenKey) -> None:
    """Bind the catalogue to its key at the first scan; later refuse any other."""
    row = writer.connection.exec_driver_sql("SELECT id, check_value FROM token_key").first()
    if row is None:
        writer.connection.exec_driver_sql(
            "INSERT INTO token_key (id, check_value) VALUES (?, ?)", (key.key_id, key.check_value)
        )
        writer.commit()
    elif bytes(row[1]) != key.check_value:
        raise SettingsError(
            f"This token key ({key.key_id}) is not the one the catalogue was made with"
            f" ({row[0]}): its tokens would match nothing. Use that key, or another --database."
        )


def known_shares(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Return kind of connector and root of every share."""
    rows = connection.exec_driver_sql("SELECT connector, root FROM share")
    return tuple((connector, root) for connector, root in rows)


def key_of(database: Path) -> str | None:
    """Return the id of the key that a catalogue was made with; None where there is none yet.

    Raises SettingsError and CatalogueError.
    """
    if not database.is_file():
        return None
    engine = reader(database)
    try:
        with opening(database), engine.connect() as connection:
            if not inspect(connection).has_table("token_key"):
                return None
            return connection.exec_driver_sql("SELECT id FROM token_key").scalar()
    finally:
        engine.dispose()


def begin(
    writer: Writer,
    connector: str,
    root: str,
    name: str,
    source: str,
    sets: bytes,
    version: str,
    run_id: int | None = None,
) -> ShareRun:
    """Return the share run to work on: the one that was cut off, or a new one.

    ``source`` says whose accounts the share's permissions are about. A new one is a part of the
    run ``run_id``, or of a new run.
    """
    connection = writer.connection
    source_before = connection.exec_driver_sql(
        "SELECT source FROM share WHERE connector = ? AND root = ?", (connector, root)
    ).scalar()
    connection.exec_driver_sql(
        "INSERT INTO share (connector, root, name, source) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (connector, root) DO UPDATE SET source = excluded.source,"
        " summed = summed * (source = excluded.source)",
        (connector, root, name, source),
    )
    share_id, file_system = connection.exec_driver_sql(
        "SELECT id, file_system FROM share WHERE connector = ? AND root = ?", (connector, root)
    ).one()
    last = connection.exec_driver_sql(
        "SELECT id, run_id, sets, finished, outcome, enumerated FROM share_run"
        " WHERE share_id = ? ORDER BY id DESC LIMIT 1",
        (share_id,),
    ).first()
    after_complete = last is not None and last.outcome == Ended.COMPLETE and source_before == source
    entries = last.enumerated if last is not None and after_complete else None
    if entries is None:
        entries = connection.exec_driver_sql(
            "SELECT count(*) FROM entry e JOIN folder f ON f.id = e.folder_id WHERE f.share_id = ?",
            (share_id,),
        ).scalar_one()
    if last is not None and last.finished is None and bytes(last.sets) == sets:
        share_run_id, run_id = last.id, last.run_id
    else:
        run_id = _insert_run(connection, version) if run_id is None else run_id
        share_run_id = _insert_share_run(connection, run_id, share_id, sets)
    writer.commit()
    return ShareRun(share_run_id, run_id, share_id, int(entries), after_complete, file_system)


def _insert_run(connection: Connection, version: str) -> int:
    connection.exec_driver_sql(
        "INSERT INTO run (started, version) VALUES (?, ?)", (utc_now(), version)
    )
    return int(connection.exec_driver_sql("SELECT last_insert_rowid()").scalar_one())


def _insert_share_run(connection: Connection, run_id: int, share_id: int, sets: bytes) -> int:
    """Open a share run; one that was cut off under other sets is closed as incomplete."""
    connection.exec_driver_sql(
        "UPDATE share_run SET finished = ?, outcome = 'incomplete', enumerated = NULL,"
        " reason = 'stopped, and not resumed because detectors or extractors changed'"
        " WHERE share_id = ? AND finished IS NULL",
        (utc_now(), share_id),
    )
    connection.exec_driver_sql("UPDATE run SET finished = NULL WHERE id = ?", (run_id,))
    share_run_id = next_id(connection)
    connection.exec_driver_sql(
        "INSERT INTO share_run (id, run_id, share_id, started, sets) VALUES (?, ?, ?, ?, ?)",
        (share_run_id, run_id, share_id, utc_now(), sets),
    )
    return share_run_id


def next_id(connection: Connection) -> int:
    """Return the next id of a share run or a refresh: what was seen is dated by either."""
    return int(
        connection.exec_driver_sql(
            "SELECT max(coalesce((SELECT max(id) FROM share_run), 0),"
            " coalesce((SELECT max(id) FROM refresh), 0)) + 1"
        ).scalar_one()
    )


def vanished(writer: Writer, run: ShareRun) -> int:
    """Return how many current entries this share run missed, without what is left out of it now."""
    return int(
        writer.connection.exec_driver_sql(
            "WITH RECURSIVE out (id) AS (SELECT f.id FROM folder f JOIN entry e"
            " ON e.folder_id = f.parent_id AND e.cause = ?1 JOIN folder p ON p.id = f.parent_id"
            " WHERE f.vanishing = ?2 AND f.path = iif(p.path = '', '', p.path || '/') || e.name"
            " UNION ALL SELECT f.id FROM folder f JOIN out ON f.parent_id = out.id"
            " WHERE f.vanishing = ?2)"
            " SELECT count(*) FROM entry e JOIN folder f ON f.id = e.folder_id"
            " WHERE f.share_id = ?3 AND e.vanishing = ?2 AND f.id NOT IN (SELECT id FROM out)",
            (Exclusion.SETTINGS.value, run.id, run.share_id),
        ).scalar_one()
    )


def close_vanished(writer: Writer, results: Results, run: ShareRun) -> None:
    """Move what is gone to the past, and count it out of the totals."""
    connection = writer.connection
    rows = connection.exec_driver_sql(
        "SELECT e.id, e.folder_id, e.content_id FROM entry e JOIN folder f ON f.id = e.folder_id"
        " WHERE f.share_id = ? AND e.vanishing = ?",
        (run.share_id, run.id),
    ).all()
    if rows:
        writer.add(OUTDATE_SUMS, (run.share_id,))
    for entry_id, folder_id, content_id in rows:
        results.release(entry_id, folder_id, content_id)
    results.flush()
    writer.flush()
    columns = (
        "id, folder_id, name, size_bytes, modified_ns, changed_ns, file_id, content_id,"
        " descriptor_id, state, cause, seen_share_run_id, since"
    )
    connection.exec_driver_sql(
        f"INSERT OR IGNORE INTO entry_past ({columns}, until) SELECT {columns}, ? FROM entry"  # noqa: S608
        " WHERE vanishing = ? AND since <> ?",
        (run.id, run.id, run.id),
    )
    connection.exec_driver_sql("DELETE FROM entry WHERE vanishing = ?", (run.id,))
    connection.exec_driver_sql(
        "UPDATE folder SET until = ?, vanishing = NULL WHERE vanishing = ?", (run.id, run.id)
    )


def keep_unreachable(writer: Writer, run: ShareRun, seen: array[int]) -> tuple[int, array[int]]:
    """Make every entry that this run did not come to a gap ``unreachable``.

    For a share that looks dropped: no row is closed, and its folders are compared afresh next
    time. Returns how many entries, and the ids of all current folders.
    """
    connection = writer.connection
    _load_seen(connection, seen)
    missed = connection.exec_driver_sql(
        "SELECT e.id FROM entry e JOIN folder f ON f.id = e.folder_id WHERE f.share_id = ?"
        " AND f.until IS NULL AND (e.vanishing IS NOT NULL OR f.id NOT IN (SELECT id FROM seen))",
        (run.share_id,),
    ).all()
    if missed:
        writer.add(OUTDATE_SUMS, (run.share_id,))
    for (entry_id,) in missed:
        writer.add(KEEP_ENTRY, (run.id, entry_id, run.id))
        writer.add(MISS_ENTRY, (Cause.UNREACHABLE.value, run.id, run.id, entry_id))
    writer.flush()
    connection.exec_driver_sql(
        "UPDATE folder SET listing_digest = NULL, cause = NULL, vanishing = NULL"
        " WHERE share_id = ? AND until IS NULL",
        (run.share_id,),
    )
    folders = connection.exec_driver_sql(
        "SELECT id FROM folder WHERE share_id = ? AND until IS NULL", (run.share_id,)
    )
    return len(missed), array("q", (row[0] for row in folders))


def coverage(writer: Writer, run: ShareRun, enumerated: int, seen: array[int]) -> Coverage:
    """Return what the catalogue says of the folders this share run came to.

    ``enumerated`` is the crawl's own count; that it equals the rest is the promise, and the
    database refuses a finished share run where it does not.
    """
    connection = writer.connection
    _load_seen(connection, seen)
    states = dict.fromkeys(("examined", "unchanged", "excluded", "gap"), 0)
    rows = connection.exec_driver_sql(
        "SELECT CASE WHEN state = 'examined' AND seen_share_run_id <> ? THEN 'unchanged'"
        " ELSE state END, count(*) FROM entry JOIN seen ON seen.id = entry.folder_id"
        " JOIN folder ON folder.id = seen.id"
        # What was known inside a folder that cannot be listed tonight is not enumerated.
        " WHERE folder.cause IS NULL AND entry.vanishing IS NULL GROUP BY 1",
        (run.id,),
    )
    states.update({row[0]: row[1] for row in rows})
    unlisted = connection.exec_driver_sql(
        "SELECT count(*) FROM folder JOIN seen ON seen.id = folder.id WHERE cause IS NOT NULL"
    ).scalar_one()
    return Coverage(
        enumerated,
        states["examined"],
        states["unchanged"],
        states["excluded"],
        states["gap"] + int(unlisted),
    )


def store_coverage(
    writer: Writer,
    run: ShareRun,
    found: Coverage,
    ended: Ended,
    reason: str | None = None,
    identity: RootIdentity | None = None,
) -> None:
    """Write the equation, and unless it was stopped, close the share run.

    Its run is closed with the last of its share runs: it may open again for another share.
    """
    connection = writer.connection
    finished = None if ended is Ended.STOPPED else utc_now()
    connection.exec_driver_sql(
        "UPDATE share_run SET finished = ?, outcome = ?, reason = ?, enumerated = ?, examined = ?,"
        " unchanged = ?, excluded = ?, gaps = ?, filtered = ? WHERE id = ?",
        (
            *(finished, ended.value, reason, found.enumerated, found.examined),
            *(found.unchanged, found.excluded, found.gaps),
            *(None if identity is None else identity.filtered, run.id),
        ),
    )
    if finished is not None:
        connection.exec_driver_sql(
            "UPDATE run SET finished = ?2 WHERE id = ?1 AND NOT EXISTS"
            " (SELECT 1 FROM share_run WHERE run_id = ?1 AND finished IS NULL)",
            (run.run_id, finished),
        )
    if ended is Ended.COMPLETE and identity is not None:
        connection.exec_driver_sql(
            "UPDATE share SET file_system = ? WHERE id = ?", (identity.file_system, run.share_id)
        )
    writer.commit()


def _load_seen(connection: Connection, seen: array[int]) -> None:
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.seen")
    connection.exec_driver_sql("CREATE TEMP TABLE seen (id INTEGER PRIMARY KEY)")
    if seen:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO temp.seen VALUES (?)", [(folder_id,) for folder_id in seen]
        )

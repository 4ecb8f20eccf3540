"""Refreshes: accounts read anew for shares that were scanned, without a scan.

Memberships, answers and share permissions are dated by the refresh that saw them, as by a share
run: both have their ids from one sequence. A refresh is no share run, since it lists nothing: it
says nothing about coverage and is never resumed.
"""

from __future__ import annotations

from dataclasses import dataclass

from scanner.catalogue.queries.reckoning import share_sums
from scanner.catalogue.runs import Ended
from scanner.catalogue.writer import Writer, utc_now


@dataclass(frozen=True, slots=True)
class StoredShare:
    """A share as the catalogue has it; ``descriptor_id`` is of the share itself, None: unknown.

    A ``torn`` one was being scanned when the scan was stopped or cut off.
    """

    id: int
    root: str
    source: str
    descriptor_id: int | None
    gate_id: int | None
    torn: bool


@dataclass(frozen=True, slots=True)
class Readers:
    """How many people can read files of a share ``now`` and could ``before``.

    ``more`` can read some that they could not, ``fewer`` could read some that they no longer can.
    """

    now: int
    before: int
    more: int
    fewer: int


def stored_shares(writer: Writer) -> tuple[StoredShare, ...]:
    """Return every share, by root."""
    rows = writer.connection.exec_driver_sql(
        "SELECT id, root, source, descriptor_id, gate_id, EXISTS (SELECT 1 FROM share_run r"
        " WHERE r.share_id = share.id AND r.finished IS NULL) FROM share ORDER BY root"
    )
    return tuple(
        StoredShare(number, root, source, descriptor_id, gate_id, bool(torn))
        for number, root, source, descriptor_id, gate_id, torn in rows
    )


def store_refresh(
    writer: Writer, refresh_id: int, source: str, started: str, reason: str | None
) -> None:
    """Record a refresh that ends now; ``reason`` is why accounts were not had, None: they were."""
    ended = Ended.COMPLETE if reason is None else Ended.INCOMPLETE
    writer.connection.exec_driver_sql(
        "INSERT INTO refresh (id, source, started, finished, outcome, reason)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (refresh_id, source, started, utc_now(), ended.value, reason),
    )


def readers_changed(writer: Writer, share_id: int, refresh_id: int) -> Readers:
    """Return who can read files of a share after a refresh, and could before it."""
    connection = writer.connection
    (sums,) = share_sums(connection, share_id)
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.guarding")
    # A share whose own permissions changed has other keys: each is held against what it was.
    connection.exec_driver_sql(
        "CREATE TEMP TABLE guarding (id INTEGER PRIMARY KEY, now INTEGER, before INTEGER)"
    )
    keys = {key for _, key in sums.sums if key is not None}
    if keys:
        connection.exec_driver_sql(
            "INSERT INTO temp.guarding SELECT k.id, k.id, b.id FROM access_key k"
            " LEFT JOIN share_access a ON a.share_id = ?2 AND a.until = ?3"
            " LEFT JOIN access_key b ON b.source = k.source AND b.gate_id = k.gate_id"
            " AND b.descriptor_id = k.descriptor_id AND b.share_descriptor_id IS"
            " iif(a.share_id IS NULL, k.share_descriptor_id, a.descriptor_id) WHERE k.id = ?1",
            [(key, share_id, refresh_id) for key in sorted(keys)],
        )
    counts = connection.exec_driver_sql(
        "WITH now AS (SELECT g.id, r.principal_id AS who FROM temp.guarding g JOIN reach r"
        " ON r.access_key_id = g.now WHERE r.\"right\" = 'read' AND r.until IS NULL),"
        " before AS (SELECT DISTINCT g.id, r.principal_id AS who FROM temp.guarding g JOIN reach r"
        " ON r.access_key_id = g.before WHERE r.\"right\" = 'read'"
        " AND (r.until = ?1 OR r.until IS NULL AND r.since <> ?1))"
        " SELECT (SELECT count(DISTINCT who) FROM now), (SELECT count(DISTINCT who) FROM before),"
        " (SELECT count(DISTINCT who) FROM (SELECT * FROM now EXCEPT SELECT * FROM before)),"
        " (SELECT count(DISTINCT who) FROM (SELECT * FROM before EXCEPT SELECT * FROM now))",
        (refresh_id,),
    ).one()
    return Readers(*counts)

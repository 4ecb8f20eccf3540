"""Who can reach a path, and how many people a share: answers as of the last complete scan."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import starmap
from typing import Any

from sqlalchemy import Connection

from scanner.catalogue.queries.caveats import caveats


@dataclass(frozen=True, slots=True, order=True)
class GrantRow:
    """One person's right on a path, and the steps by which it is had."""

    person: str
    identifier: str
    kind: str
    right: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PathReach:
    """Who can reach one file or folder. ``known`` False: that is not known, and why is stated."""

    known: bool
    grants: tuple[GrantRow, ...]
    broad: tuple[tuple[str, str], ...]  # right, who has it
    administrators: tuple[GrantRow, ...]
    services: tuple[GrantRow, ...]
    statement: tuple[str, ...]


ALL_KNOWN = 1  # as is stored; 0: it is not known who; 2: more may read than are told
UNREAD = "Its permissions could not be read by the account that scans."
ANSWER = "known, broad, administrators, services, statement"
GRANT = 'p.name, p.identifier, p.kind, r."right", r.steps'
NOT_READ = PathReach(
    known=False, grants=(), broad=(), administrators=(), services=(), statement=(UNREAD,)
)
_OF_ENTRY = (
    f"SELECT k.id, {ANSWER} FROM entry e"  # noqa: S608 - a constant
    " JOIN folder f ON f.id = e.folder_id AND f.until IS NULL JOIN share s ON s.id = f.share_id"
    " LEFT JOIN folder_access a ON a.folder_id = f.id AND a.until IS NULL"
    " LEFT JOIN access_key k ON k.source = s.source AND k.share_descriptor_id IS s.descriptor_id"
    " AND k.gate_id = a.gate_id AND k.descriptor_id = e.descriptor_id"
    " WHERE s.id = ? AND f.path = ? AND e.name = ? AND e.state <> 'excluded'"
)
_OF_FOLDER = (
    f"SELECT k.id, {ANSWER} FROM folder f"  # noqa: S608 - a constant
    " JOIN share s ON s.id = f.share_id"
    " LEFT JOIN folder_access a ON a.folder_id = f.id AND a.until IS NULL"
    " LEFT JOIN folder_access p ON p.folder_id = f.parent_id AND p.until IS NULL"
    " LEFT JOIN access_key k ON k.source = s.source AND k.share_descriptor_id IS s.descriptor_id"
    " AND k.gate_id = coalesce(p.gate_id, s.gate_id) AND k.descriptor_id = a.descriptor_id"
    " WHERE f.until IS NULL AND s.id = ? AND f.path = ?"
)

_KEYS_OF_FINDINGS = (
    "SELECT k.id FROM entry e"
    " JOIN folder f ON f.id = e.folder_id JOIN share s ON s.id = f.share_id"
    " JOIN folder_access a ON a.folder_id = f.id AND a.until IS NULL"
    " JOIN access_key k ON k.source = s.source AND k.share_descriptor_id IS s.descriptor_id"
    " AND k.gate_id = a.gate_id AND k.descriptor_id = e.descriptor_id"
    " WHERE s.id = ? AND e.content_id IN (SELECT content_id FROM finding"
    " WHERE until IS NULL)"
)


def shares(connection: Connection) -> tuple[tuple[int, str], ...]:
    """Return (id, root) of every share."""
    return tuple(
        (row[0], row[1]) for row in connection.exec_driver_sql("SELECT id, root FROM share")
    )


def unlisted_above(connection: Connection, share_id: int, path: str) -> tuple[str, str] | None:
    """Return the folder at or above a stored path that could not be listed, and the cause."""
    row = connection.exec_driver_sql(
        "SELECT path, cause FROM folder WHERE share_id = ?1 AND until IS NULL"
        " AND cause IS NOT NULL AND (path = '' OR path = ?2 OR substr(?2, 1, length(path) + 1)"
        " = path || '/') ORDER BY length(path) LIMIT 1",
        (share_id, path),
    ).first()
    return None if row is None else (row[0], row[1])


def who_can_reach(
    connection: Connection, share_id: int, folder: str, name: str | None
) -> PathReach | None:
    """Return who can reach an entry, or a folder (name None); None: it is not known here.

    ``folder`` and ``name`` are as stored (catalogue/names.py).
    """
    if name is None:
        row = connection.exec_driver_sql(_OF_FOLDER, (share_id, folder)).first()
    else:
        row = connection.exec_driver_sql(_OF_ENTRY, (share_id, folder, name)).first()
    if row is None:
        return None
    key_id, *answer = row
    if key_id is None:
        return NOT_READ
    grants = connection.exec_driver_sql(
        f"SELECT {GRANT} FROM reach r"  # noqa: S608 - a constant
        " JOIN principal p ON p.id = r.principal_id"
        ' WHERE r.access_key_id = ? AND r.until IS NULL ORDER BY p.name, r."right"',
        (key_id,),
    )
    found = path_reach(answer, starmap(grant_row, grants))
    said = caveats(connection, share_id, folder, name)
    return replace(found, statement=(*found.statement, *said))


def grant_row(person: str, identifier: str, kind: str, right: str, steps: str) -> GrantRow:
    """Return a grant as ``GRANT`` gives it."""
    return GrantRow(person or identifier, identifier, kind, right, tuple(json.loads(steps)))


def path_reach(answer: Sequence[Any], grants: Iterable[GrantRow]) -> PathReach:
    """Return an answer as ``ANSWER`` gives it, with its grants."""
    known, broad, administrators, services, statement = answer
    return PathReach(
        bool(known),
        tuple(grants),
        groups(broad),
        other_grants(administrators),
        other_grants(services),
        tuple(json.loads(statement)),
    )


def other_grants(stored: str) -> tuple[GrantRow, ...]:
    """Return the grants of administrators or system accounts, as an answer has them in JSON."""
    return tuple(
        GrantRow(person, identifier, kind, right, tuple(steps))
        for person, identifier, kind, right, steps in json.loads(stored)
    )


def groups(broad: str) -> tuple[tuple[str, str], ...]:
    """Return right and name of each broad group, as an answer has them in JSON."""
    return tuple((right, name) for right, names in json.loads(broad).items() for name in names)


def people_who_can_read(connection: Connection, share_id: int) -> int:
    """Return how many people can read at least one entry of a share that holds something."""
    return int(
        connection.exec_driver_sql(
            "SELECT count(DISTINCT r.principal_id) FROM reach r WHERE r.until IS NULL"  # noqa: S608
            f" AND r.\"right\" = 'read' AND r.access_key_id IN ({_KEYS_OF_FINDINGS})",
            (share_id,),
        ).scalar_one()
    )


def broad_readers(connection: Connection, share_id: int) -> tuple[str, ...]:
    """Return the names of all groups of many that can read an entry that holds something."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT j.value FROM access_key k, json_each(k.broad, '$.read') j"  # noqa: S608
        f" WHERE k.known AND k.id IN ({_KEYS_OF_FINDINGS}) ORDER BY 1",
        (share_id,),
    )
    return tuple(row[0] for row in rows)

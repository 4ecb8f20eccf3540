"""The tables that can be exported, as streams of rows in a stable order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import Connection

from connectors.base import PrincipalKind
from scanner.catalogue.names import shown
from scanner.catalogue.queries.audit import access
from scanner.catalogue.queries.current import (
    LISTED,
    LISTED_ENTRIES,
    PATH,
    STATE,
    UNLISTED_FOLDERS,
)

Record = dict[str, object]

_BATCH = 5_000  # rows held at a time
_SEEN = (
    "seen (id, ended) AS (SELECT id, finished FROM share_run UNION ALL"
    " SELECT id, finished FROM refresh)"
)


def entries(connection: Connection) -> Iterator[Record]:
    """Yield every entry as last listed, and each folder that could not be listed."""
    sql = (
        f"{LISTED} SELECT s.root, {PATH} AS path, {STATE}, e.cause, e.size_bytes, c.media_type"
        f"{LISTED_ENTRIES} UNION ALL"
        f" SELECT s.root, f.path, 'gap', f.cause, NULL, 'inode/directory'{UNLISTED_FOLDERS}"
        " ORDER BY 1, 2"
    )
    for share, path, state, cause, size, media_type in _rows(connection, sql):
        yield {
            "share": share,
            "path": shown(str(path)),
            "state": state,
            "cause": cause,
            "size_bytes": size,
            "media_type": media_type,
        }


def occurrences(connection: Connection) -> Iterator[Record]:
    """Yield every occurrence of every current entry, its own names' included."""
    columns = "o.member, n.entity, o.token, o.count, o.locator, o.concealed, o.confidence, o.masked"
    sql = (
        f"SELECT s.root, {PATH} AS path, {columns} FROM entry e"  # noqa: S608
        " JOIN folder f ON f.id = e.folder_id JOIN share s ON s.id = f.share_id"
        " JOIN finding n ON n.content_id = e.content_id AND n.until IS NULL"
        " JOIN occurrence o ON o.finding_id = n.id UNION ALL"
        f" SELECT s.root, {PATH}, {columns} FROM entry e"
        " JOIN folder f ON f.id = e.folder_id JOIN share s ON s.id = f.share_id"
        " JOIN finding n ON n.entry_id = e.id AND n.until IS NULL"
        " JOIN occurrence o ON o.finding_id = n.id ORDER BY 1, 2, 3, 4, 5"
    )
    for row in _rows(connection, sql):
        share, path, member, entity, token, count, locator, concealed, confidence, masked = row
        yield {
            "share": share,
            "path": shown(str(path)),
            "member": member or None,
            "entity": entity,
            "token": _hex(token),
            "count": count,
            "locator": None if locator is None else json.loads(str(locator)),
            "concealed": concealed,
            "confidence": confidence,
            "masked": masked,
        }


def findings(connection: Connection) -> Iterator[Record]:
    """Yield every finding of every current entry: what an owner reviews."""
    columns = (
        "n.entity, n.category, n.occurrences, n.distinct_values, n.counted, n.confidence,"
        " n.concealed"
    )
    sql = (
        f"SELECT s.root, {PATH} AS path, 'content', {columns} FROM entry e"  # noqa: S608
        " JOIN folder f ON f.id = e.folder_id JOIN share s ON s.id = f.share_id"
        " JOIN finding n ON n.content_id = e.content_id AND n.until IS NULL UNION ALL"
        f" SELECT s.root, {PATH}, 'name', {columns} FROM entry e"
        " JOIN folder f ON f.id = e.folder_id JOIN share s ON s.id = f.share_id"
        " JOIN finding n ON n.entry_id = e.id AND n.until IS NULL ORDER BY 1, 2, 3, 4"
    )
    names = (
        *("share", "path", "where", "entity", "category", "occurrences", "distinct"),
        *("counted", "confidence", "concealed"),
    )
    for row in _rows(connection, sql):
        record = dict(zip(names, row, strict=True))
        record["path"] = shown(str(record["path"]))
        yield record


def gaps(connection: Connection) -> Iterator[Record]:
    """Yield everything that was not read: folders, entries and members, with the cause.

    ``target`` is where a link leads that was not followed.
    """
    targets = {
        (root, path): target
        for root, path, target in _rows(
            connection,
            "SELECT s.root, k.path, k.target FROM link k JOIN share s ON s.id = k.share_id",
        )
    }
    sql = (
        f"{LISTED} SELECT s.root, {PATH} AS path, NULL, e.cause{LISTED_ENTRIES}"  # noqa: S608
        f" AND e.state = 'gap' UNION ALL SELECT s.root, f.path, NULL, f.cause{UNLISTED_FOLDERS}"
        f" UNION ALL SELECT s.root, {PATH}, g.member, g.cause FROM entry e"
        " JOIN folder f ON f.id = e.folder_id JOIN share s ON s.id = f.share_id"
        " JOIN member_gap g ON g.content_id = e.content_id"
        " WHERE e.folder_id NOT IN (SELECT id FROM unlisted) ORDER BY 1, 2, 3, 4"
    )
    for share, path, member, cause in _rows(connection, sql):
        yield {
            "share": share,
            "path": shown(str(path)),
            "member": member,
            "cause": cause,
            "target": targets.get((share, path)) if member is None else None,
        }


def subjects(connection: Connection) -> Iterator[Record]:
    """Yield each current entry that is about anybody: at least and at most how many people."""
    sql = (
        f"{LISTED} SELECT s.root, {PATH} AS path, c.subjects_least, c.subjects_most{LISTED_ENTRIES}"
        " AND c.subjects_most > 0 ORDER BY 1, 2"
    )
    for share, path, least, most in _rows(connection, sql):
        yield {"share": share, "path": shown(str(path)), "least": least, "most": most}


def coverage(connection: Connection) -> Iterator[Record]:
    """Yield the equation of every share run, newest last."""
    names = (
        *("share", "run", "started", "finished", "outcome", "reason", "enumerated"),
        *("examined", "unchanged", "excluded", "gaps", "filtered"),
    )
    sql = (
        "SELECT s.root, r.run_id, r.started, r.finished, r.outcome, r.reason, r.enumerated,"
        " r.examined, r.unchanged, r.excluded, r.gaps, r.filtered"
        " FROM share_run r JOIN share s ON s.id = r.share_id ORDER BY r.id"
    )
    for row in _rows(connection, sql):
        record = dict(zip(names, row, strict=True))
        yield {**record, "filtered": None if row[-1] is None else bool(row[-1])}


def principals(connection: Connection) -> Iterator[Record]:
    """Yield every account and group that permissions are about, with what is told of it.

    ``enabled`` is None of a group, and of an account of which nobody tells whether it is.
    ``removed`` is when the scan or refresh ended that found it gone, None: it is there.
    """
    columns = (
        *("authority", "identifier", "kind", "name", "enabled", "removed", "department"),
        *("manager", "last_logon", "unit"),
    )
    sql = (
        f"WITH {_SEEN} SELECT authority, identifier, kind, name,"  # noqa: S608 - a constant
        f" iif(ended IS NULL OR kind = '{PrincipalKind.GROUP}', enabled, 0), ended, department,"
        " manager, last_logon, unit FROM principal LEFT JOIN seen ON seen.id = removed"
        " ORDER BY authority, identifier"
    )
    for row in _rows(connection, sql):
        record = dict(zip(columns, row, strict=True))
        enabled = record["enabled"]
        yield {**record, "enabled": None if enabled is None else bool(enabled)}


def memberships(connection: Connection) -> Iterator[Record]:
    """Yield every member of every group, by name, present and past.

    ``since`` is when the scan or refresh ended that first saw it, ``until`` the one that saw it no
    more, None: it stands. One that began or ended in a scan that has not ended is as before it.
    """
    columns = (
        *("group_authority", "group_identifier", "group", "member_authority"),
        *("member_identifier", "member", "member_kind", "since", "until"),
    )
    sql = (
        f"WITH {_SEEN} SELECT g.authority, g.identifier, g.name,"  # noqa: S608 - a constant
        " m.authority, m.identifier, m.name, m.kind, b.ended, e.ended"
        " FROM membership s JOIN principal g ON g.id = s.group_id"
        " JOIN principal m ON m.id = s.member_id JOIN seen b ON b.id = s.since"
        " LEFT JOIN seen e ON e.id = s.until WHERE b.ended IS NOT NULL"
        " ORDER BY 1, 2, 4, 5, 8"
    )
    for row in _rows(connection, sql):
        yield dict(zip(columns, row, strict=True))


TABLES: Mapping[str, Callable[[Connection], Iterator[Record]]] = {
    "findings": findings,
    "occurrences": occurrences,
    "entries": entries,
    "gaps": gaps,
    "subjects": subjects,
    "access": access,
    "principals": principals,
    "memberships": memberships,
    "coverage": coverage,
}


def _rows(connection: Connection, sql: str) -> Iterator[tuple[object, ...]]:
    result = connection.execution_options(yield_per=_BATCH).exec_driver_sql(sql)
    for row in result:
        yield tuple(row)


def _hex(token: object) -> str:
    assert isinstance(token, bytes)
    return token.hex()

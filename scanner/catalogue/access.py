"""Storing who can reach what: accounts, access keys, and the reach of each key."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import NamedTuple

from connectors.base import Accounts, DescriptorKind, PrincipalKind, SecurityDescriptor
from scanner.access.answers import Grant, NotKnown, Reach, Right
from scanner.catalogue.sums import Outdated
from scanner.catalogue.writer import Writer

_KEPT = b"kept"  # instead of a digest: no accounts have this one
_END_OF_KEPT = ": who can reach this is as it was known before."
_ASKER = " (the account that scans)"
_ANSWER = "known, statement, broad, administrators, services"
_MEMBERSHIP = "group_id = ? AND member_id = ? AND until IS NULL"


class AccessKey(NamedTuple):
    """A distinct combination of share, gate and descriptor, to be answered once.

    ``share`` is the descriptor of the share itself; None: it has none, or it is not known.
    """

    id: int
    share: SecurityDescriptor | None
    gate: bytes
    descriptor: SecurityDescriptor
    answered_for: bytes  # digest of the accounts; b"": never


def accounts_digest(accounts: Accounts) -> bytes:
    """Return 16 bytes that change with any account, membership or administrator group."""
    told = repr(replace(accounts, details=(), whole=()))
    return hashlib.blake2b(told.encode(), digest_size=16).digest()


def store_details(writer: Writer, accounts: Accounts) -> None:
    """Store what is told of accounts beside what they may do, of those that are stored."""
    connection = writer.connection
    usable = [
        (each.enabled, each.authority, each.identifier, each.enabled)
        for each in accounts.principals
        if each.kind is not PrincipalKind.GROUP
    ]
    if usable:
        connection.exec_driver_sql(
            "UPDATE principal SET enabled = ? WHERE authority = ? AND identifier = ?"
            " AND enabled IS NOT ?",
            usable,
        )
    connection.exec_driver_sql(
        "CREATE TEMP TABLE IF NOT EXISTS told (identifier TEXT PRIMARY KEY, department TEXT,"
        " manager TEXT, last_logon TEXT, unit TEXT)"
    )
    connection.exec_driver_sql("DELETE FROM told")
    rows = [
        (identifier, each.department, each.manager, each.last_logon, "/".join(each.unit))
        for identifier, each in accounts.details
    ]
    if rows:
        connection.exec_driver_sql("INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?, ?)", rows)
        connection.exec_driver_sql(
            "UPDATE principal SET department = t.department, manager = t.manager,"
            " last_logon = t.last_logon, unit = t.unit FROM told t"
            " WHERE t.identifier = principal.identifier AND"
            " (principal.department, principal.manager, principal.last_logon, principal.unit)"
            " <> (t.department, t.manager, t.last_logon, t.unit)"
        )


def store_removed(writer: Writer, share_run_id: int, accounts: Accounts) -> None:
    """Note which stored accounts and groups are no longer there, and which are again."""
    connection = writer.connection
    told = {(each.authority, each.identifier) for each in accounts.principals}
    for authority in sorted({each for each, _ in told}.union(accounts.whole)):
        rows = connection.exec_driver_sql(
            "SELECT id, identifier, removed FROM principal WHERE authority = ?", (authority,)
        ).all()
        changed = [
            (None if there else share_run_id, number)
            for number, identifier, removed in rows
            for there in ((authority, identifier) in told,)
            if there is (removed is not None) and (there or authority in accounts.whole)
        ]
        if changed:
            connection.exec_driver_sql("UPDATE principal SET removed = ? WHERE id = ?", changed)


def store_accounts(writer: Writer, share_run_id: int, accounts: Accounts) -> dict[str, int]:
    """Store principals and memberships as of now; return principals' ids by identifier.

    Of groups whose members are not told, nothing that was known ends.
    """
    connection, principals = writer.connection, accounts.principals
    given = [(each.authority, each.identifier, each.kind.value, each.name) for each in principals]
    if given:
        connection.exec_driver_sql(
            "INSERT INTO principal (authority, identifier, kind, name) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (authority, identifier) DO UPDATE SET kind = excluded.kind,"
            " name = excluded.name WHERE kind <> excluded.kind OR name <> excluded.name",
            given,
        )
    named = {(each.authority, each.identifier) for each in accounts.principals}
    ids: dict[str, int] = {}
    current: set[tuple[int, int]] = set()
    kept: set[tuple[int, int]] = set()
    untold = set(accounts.untold)
    told = {
        each.authority
        for each in accounts.principals
        if each.kind is PrincipalKind.GROUP and each.identifier not in untold
    }
    for authority in sorted({accounts.authority, *(each for each, _ in named)}):
        rows = connection.exec_driver_sql(
            "SELECT identifier, id FROM principal WHERE authority = ?", (authority,)
        )
        ids.update((row[0], row[1]) for row in rows if (authority, row[0]) in named)
        stored = connection.exec_driver_sql(
            "SELECT m.group_id, m.member_id, p.identifier FROM membership m JOIN principal p"
            " ON p.id = m.group_id WHERE p.authority = ? AND m.until IS NULL",
            (authority,),
        )
        for group_id, member_id, identifier in stored:
            current.add((group_id, member_id))
            if authority not in told or identifier in untold:
                kept.add((group_id, member_id))
    wanted = {
        (ids[group], ids[member])
        for group, member in accounts.memberships
        if group in ids and member in ids  # Everyone and such are no principals
    }
    ended = [(share_run_id, *pair) for pair in current - wanted - kept]
    if ended:
        connection.exec_driver_sql(
            f"UPDATE membership SET until = ? WHERE {_MEMBERSHIP}",  # noqa: S608 - a constant
            ended,
        )
    begun = [(*pair, share_run_id) for pair in wanted - current]
    if begun:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO membership (group_id, member_id, since) VALUES (?, ?, ?)",
            begun,
        )
    return ids


def _known(answer: Reach | NotKnown) -> int:
    """Return how much is known, as it is stored: 0 nothing, 1 all, 2 that there may be more.

    Where more may read than are told, and nobody is told, nothing is known.
    """
    if isinstance(answer, NotKnown):
        return 0
    if not answer.more:
        return 1
    return 2 if answer.readers or answer.writers or answer.broad else 0


def open_access_keys(writer: Writer, share_id: int, share_run_id: int) -> None:
    """Make an access key for each distinct gate and descriptor of a share that has none."""
    Outdated(writer).mark(share_id)
    writer.connection.exec_driver_sql(
        "WITH guarded (source, share_descriptor_id, gate_id, descriptor_id) AS ("
        " SELECT s.source, s.descriptor_id, a.gate_id, e.descriptor_id FROM entry e"
        " JOIN folder f ON f.id = e.folder_id JOIN share s ON s.id = f.share_id"
        " JOIN folder_access a ON a.folder_id = f.id AND a.until IS NULL"
        " WHERE s.id = ? AND e.descriptor_id IS NOT NULL UNION"
        " SELECT s.source, s.descriptor_id, coalesce(p.gate_id, s.gate_id), a.descriptor_id"
        " FROM folder f JOIN share s ON s.id = f.share_id"
        " JOIN folder_access a ON a.folder_id = f.id AND a.until IS NULL"
        " LEFT JOIN folder_access p ON p.folder_id = f.parent_id AND p.until IS NULL"
        " WHERE s.id = ? AND f.until IS NULL)"
        " INSERT INTO access_key (source, share_descriptor_id, gate_id, descriptor_id, known,"
        " statement, broad, administrators, services, directory, since)"
        " SELECT source, share_descriptor_id, gate_id, descriptor_id, 0, '[]',"
        """ '{"read": [], "write": []}', '[]', '[]', x'', ?"""
        " FROM guarded g WHERE NOT EXISTS (SELECT 1 FROM access_key k"
        " WHERE k.source = g.source"
        " AND k.share_descriptor_id IS g.share_descriptor_id AND k.gate_id = g.gate_id"
        " AND k.descriptor_id = g.descriptor_id)",
        (share_id, share_id, share_run_id),
    )


def access_keys(writer: Writer, share_id: int) -> tuple[AccessKey, ...]:
    """Return every access key whose permissions are about the same accounts as a share's."""
    rows = writer.connection.exec_driver_sql(
        "SELECT k.id, s.kind, s.raw, g.raw, d.kind, d.raw, k.directory FROM access_key k"
        " JOIN gate g ON g.id = k.gate_id JOIN descriptor d ON d.id = k.descriptor_id"
        " LEFT JOIN descriptor s ON s.id = k.share_descriptor_id"
        " WHERE k.source = (SELECT source FROM share WHERE id = ?) ORDER BY k.id",
        (share_id,),
    )
    return tuple(
        AccessKey(
            number,
            None if share_kind is None else _descriptor(share_kind, share_raw),
            bytes(gate),
            _descriptor(kind, raw),
            bytes(asked),
        )
        for number, share_kind, share_raw, gate, kind, raw, asked in rows
    )


def _descriptor(kind: str, raw: bytes) -> SecurityDescriptor:
    return SecurityDescriptor(DescriptorKind(kind), bytes(raw))


def leave_unanswered(writer: Writer, share_run_id: int, key: AccessKey, reason: str) -> None:
    """Say why it is not known who can reach what a key guards."""
    answer = _stored(writer, key)
    _answer(writer, share_run_id, key, answer._replace(statement=json.dumps([reason])), b"")


def keep_answer(writer: Writer, share_run_id: int, key: AccessKey, reason: str) -> None:
    """Say why an answer is no newer than it was; it is asked again as soon as that can be."""
    answer = _stored(writer, key)
    said = [each for each in json.loads(answer.statement) if not each.endswith(_END_OF_KEPT)]
    statement = json.dumps([*said, f"{reason}{_END_OF_KEPT}"])
    _answer(writer, share_run_id, key, answer._replace(statement=statement), _KEPT)


def let_stand(writer: Writer, key: AccessKey, directory: bytes) -> None:
    """Note that the answer about a key is the same for other accounts, by their digest."""
    writer.connection.exec_driver_sql(
        "UPDATE access_key SET directory = ? WHERE id = ?", (directory, key.id)
    )


def _readers_digest(readers: list[int]) -> bytes:
    """Return 16 bytes that are the same for the same principals."""
    return hashlib.blake2b(",".join(map(str, readers)).encode(), digest_size=16).digest()


class _Answer(NamedTuple):
    """What is stored of an answer beside the people: JSON, but for whether it is known."""

    known: int
    statement: str
    broad: str
    administrators: str
    services: str


def _stored(writer: Writer, key: AccessKey) -> _Answer:
    (row,) = writer.connection.exec_driver_sql(
        f"SELECT {_ANSWER} FROM access_key WHERE id = ?",  # noqa: S608 - a constant
        (key.id,),
    )
    return _Answer(*row)


def _answer(
    writer: Writer, share_run_id: int, key: AccessKey, answer: _Answer, directory: bytes
) -> None:
    """Store an answer, and what was answered before it, if that is another, with its time."""
    if _stored(writer, key) != answer:
        writer.connection.exec_driver_sql(
            f"INSERT OR IGNORE INTO access_key_past (access_key_id, since, until, {_ANSWER})"  # noqa: S608
            f" SELECT id, since, ?, {_ANSWER} FROM access_key WHERE id = ? AND since <> ?",
            (share_run_id, key.id, share_run_id),
        )
        writer.connection.exec_driver_sql(
            "UPDATE access_key SET since = ? WHERE id = ?", (share_run_id, key.id)
        )
    writer.connection.exec_driver_sql(
        "UPDATE access_key SET known = ?, statement = ?, broad = ?, administrators = ?,"
        " services = ?, directory = ? WHERE id = ?",
        (*answer, directory, key.id),
    )


def _other(grant: Grant, asker: str = "") -> list[object]:
    """Return a grant that is kept with an answer: of who is no person, or can in any case."""
    who = grant.principal
    name = (who.name or who.identifier) + (_ASKER if asker == who.identifier else "")
    return [name, who.identifier, who.kind.value, grant.right.value, list(grant.path)]


def store_reach(
    writer: Writer,
    share_run_id: int,
    key: AccessKey,
    answer: Reach | NotKnown,
    ids: dict[str, int],
    directory: bytes,
    asker: str = "",
) -> None:
    """Store who can reach what a key guards; grants that are the same keep their rows.

    ``asker`` is the identifier of the account that scans, which is named as such among services.
    """
    connection = writer.connection
    wanted: dict[tuple[int, str], str] = {}
    broad: dict[str, list[str]] = {right.value: [] for right in Right}
    services: list[list[object]] = []
    if isinstance(answer, Reach):
        for each in answer.broad:
            broad[each.right.value].append(each.name)
        services = [_other(each, asker) for each in answer.services]
        for grant in (*answer.readers, *answer.writers):
            wanted[(ids[grant.principal.identifier], grant.right.value)] = json.dumps(grant.path)
    said = _Answer(
        _known(answer),
        json.dumps(answer.statement),
        json.dumps(broad),
        json.dumps(sorted(_other(each) for each in answer.administrators)),
        json.dumps(sorted(services)),
    )
    _answer(writer, share_run_id, key, said, directory)
    readers = sorted(who for who, right in wanted if right == Right.READ.value)
    connection.exec_driver_sql(
        "UPDATE access_key SET readers = ?, readers_digest = ? WHERE id = ?",
        (len(readers), _readers_digest(readers), key.id),
    )
    rows = connection.exec_driver_sql(
        'SELECT principal_id, "right", steps FROM reach WHERE access_key_id = ? AND until IS NULL',
        (key.id,),
    )
    current = {(row[0], row[1]): row[2] for row in rows}
    for who in current.keys() - {each for each in wanted if wanted[each] == current.get(each)}:
        connection.exec_driver_sql(
            "UPDATE reach SET until = ? WHERE access_key_id = ? AND principal_id = ?"
            ' AND "right" = ? AND until IS NULL',
            (share_run_id, key.id, *who),
        )
    new = [
        (key.id, *who, share_run_id, steps)
        for who, steps in sorted(wanted.items())
        if current.get(who) != steps
    ]
    if new:
        connection.exec_driver_sql(
            'INSERT OR REPLACE INTO reach (access_key_id, principal_id, "right", since, steps)'
            " VALUES (?, ?, ?, ?, ?)",
            new,
        )

"""What guards the files of a share, whole: to be asked about with one thing taken away."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from connectors.base import DescriptorKind, SecurityDescriptor
from scanner.access import gate as gates
from scanner.access.changed import inherits, names, without_trustee
from scanner.catalogue.names import shown
from scanner.catalogue.queries.access import other_grants
from scanner.catalogue.queries.guarded import trees
from scanner.catalogue.queries.holding import files_that_hold
from scanner.catalogue.queries.reckoning import share_sums
from scanner.catalogue.queries.summed import ShareSums, Sum

ADMINISTER = "administer"
"""What stands for a right of whom permissions do not hold back, or who may change them."""


class Guard(NamedTuple):
    """What decides who can reach something: as ``scanner.access.reach`` takes it."""

    share: SecurityDescriptor | None
    gate: bytes
    descriptor: SecurityDescriptor


class Unit(NamedTuple):
    """Files of one place under one access key, what they hold, and what would guard them."""

    share: str
    folder: str
    key: int
    after: Guard
    held: Sum


class Target(NamedTuple):
    """A folder, or a file in it, as stored."""

    share_id: int
    folder: str
    name: str | None


def source_of(connection: Connection, share_id: int) -> str:
    """Return whose accounts the permissions of a share are about."""
    return str(
        connection.exec_driver_sql(
            "SELECT source FROM share WHERE id = ?", (share_id,)
        ).scalar_one()
    )


def target(connection: Connection, share_id: int, folder: str, name: str | None) -> Target | None:
    """Return a folder (name None) or a file if it is known, else None."""
    sql = "SELECT 1 FROM folder f WHERE f.share_id = ? AND f.path = ? AND f.until IS NULL"
    if name is not None:
        sql += " AND EXISTS (SELECT 1 FROM entry e WHERE e.folder_id = f.id AND e.name = ?)"
    values = (share_id, folder) if name is None else (share_id, folder, name)
    found = connection.exec_driver_sql(sql, values).first()
    return None if found is None else Target(share_id, folder, name)


def as_they_are(connection: Connection, source: str) -> Iterator[Unit]:
    """Yield all files about which a source's accounts decide, guarded as they are."""
    stored = _guards(connection, source)
    for share in _of_source(connection, source):
        yield from _units(share, stored)


def without_share_ace(connection: Connection, share_id: int, trustee: str) -> Iterator[Unit]:
    """Yield the files of a share as they would be without the share's own ACEs of a trustee."""
    stored = {
        key: guard._replace(share=without_trustee(guard.share, trustee, inherited=False))
        for key, guard in _guards(connection, source_of(connection, share_id)).items()
        if guard.share is not None and names(guard.share, trustee, inherited=False)
    }
    for share in share_sums(connection, share_id):
        yield from _units(share, stored)


def without_ace(connection: Connection, at: Target, trustee: str) -> Iterator[Unit]:
    """Yield the files at and below a place as they would be without its own ACEs of a trustee."""
    below = _Below(connection, at, trustee)
    for (folder_id, descriptor_id), held in below.sums(connection).items():
        key = below.tree.key_of(folder_id, descriptor_id)
        if key is not None and descriptor_id is not None:
            after = below.after(folder_id, descriptor_id)
            yield Unit(below.tree.root, below.place(folder_id), key, after, held)


def has_ace(connection: Connection, at: Target, trustee: str, *, inherited: bool) -> bool:
    """Return whether a trustee is named by a place's own permissions, or by those from above."""
    row = connection.exec_driver_sql(
        "SELECT d.kind, d.raw FROM folder f JOIN folder_access a ON a.folder_id = f.id"
        " AND a.until IS NULL LEFT JOIN entry e ON e.folder_id = f.id AND e.name = ?3"
        " JOIN descriptor d ON d.id = iif(?3 IS NULL, a.descriptor_id, e.descriptor_id)"
        " WHERE f.share_id = ?1 AND f.path = ?2 AND f.until IS NULL",
        (*at,),
    ).first()
    return row is not None and names(_descriptor(*row), trustee, inherited=inherited)


def grants_now(connection: Connection, key: int) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the steps of each grant of a key, by identifier and right, or ADMINISTER."""
    rows = connection.exec_driver_sql(
        'SELECT p.identifier, r."right", r.steps FROM reach r'
        " JOIN principal p ON p.id = r.principal_id WHERE r.access_key_id = ? AND r.until IS NULL",
        (key,),
    )
    found = {(row[0], row[1]): tuple(json.loads(row[2])) for row in rows}
    services, administrators = connection.exec_driver_sql(
        "SELECT services, administrators FROM access_key WHERE id = ?", (key,)
    ).one()
    found |= {(each.identifier, each.right): each.steps for each in other_grants(services)}
    for each in sorted(other_grants(administrators), key=lambda each: each.steps):
        found.setdefault((each.identifier, ADMINISTER), each.steps)
    return found


def answered_for(connection: Connection, digest: bytes) -> frozenset[int]:
    """Return the access keys about which it is known who can, by accounts of this digest."""
    rows = connection.exec_driver_sql(
        "SELECT id FROM access_key WHERE known AND directory = ?", (digest,)
    )
    return frozenset(row[0] for row in rows)


def _of_source(connection: Connection, source: str) -> Iterator[ShareSums]:
    for (share_id,) in connection.exec_driver_sql(
        "SELECT id FROM share WHERE source = ? ORDER BY root", (source,)
    ).all():
        yield from share_sums(connection, share_id)


def _units(share: ShareSums, stored: Mapping[int, Guard]) -> Iterator[Unit]:
    for (folder_id, key), held in share.sums.items():
        if key is not None and key in stored:
            path = shown(share.folders[folder_id].path)
            yield Unit(share.root, path, key, stored[key], held)


def _guards(connection: Connection, source: str) -> dict[int, Guard]:
    rows = connection.exec_driver_sql(
        "SELECT k.id, s.kind, s.raw, g.raw, d.kind, d.raw FROM access_key k"
        " JOIN gate g ON g.id = k.gate_id JOIN descriptor d ON d.id = k.descriptor_id"
        " LEFT JOIN descriptor s ON s.id = k.share_descriptor_id WHERE k.source = ?",
        (source,),
    )
    return {
        key: Guard(
            None if share_kind is None else _descriptor(share_kind, share_raw),
            bytes(gate),
            _descriptor(kind, raw),
        )
        for key, share_kind, share_raw, gate, kind, raw in rows
    }


def _descriptor(kind: str, raw: bytes) -> SecurityDescriptor:
    return SecurityDescriptor(DescriptorKind(kind), bytes(raw))


class _Below:
    """The folders at and below a place, as they would be without its ACEs of a trustee."""

    def __init__(self, connection: Connection, at: Target, trustee: str) -> None:
        (self.tree,) = trees(connection, at.share_id)
        self._at, self._trustee = at, trustee
        self._differing = self.tree.differing()
        self._share = _share_descriptor(connection, at.share_id)
        self._descriptors = {
            row[0]: _descriptor(*row[1:])
            for row in connection.exec_driver_sql("SELECT id, kind, raw FROM descriptor")
        }
        self._gates = {
            row[0]: bytes(row[1]) for row in connection.exec_driver_sql("SELECT id, raw FROM gate")
        }
        self._of_folder: dict[int, int] = {
            row[0]: row[1]
            for row in connection.exec_driver_sql(
                "SELECT a.folder_id, a.descriptor_id FROM folder_access a JOIN folder f"
                " ON f.id = a.folder_id WHERE f.share_id = ? AND a.until IS NULL",
                (at.share_id,),
            )
        }
        self._handed_down: dict[int, bool] = {}
        self._gate_in: dict[int, gates.Gate] = {}
        if at.name is None:
            self._change_folders(connection)

    def _change_folders(self, connection: Connection) -> None:
        """Work out the gate in each folder, and whether it hands changed entries down."""
        outside = connection.exec_driver_sql(
            "SELECT gate_id FROM share WHERE id = ?", (self._at.share_id,)
        ).scalar_one()
        for folder_id, folder in self.tree.folders.items():
            number = self._of_folder.get(folder_id)
            first = folder.path == self._at.folder
            above = folder.parent if folder.parent in self._gate_in else None
            if number is None or (not first and above is None):
                continue
            descriptor = self._descriptors[number]
            if first:
                parent = None if folder.parent is None else self.tree.folders[folder.parent]
                gate_id = outside if parent is None else parent.gate_id
                gate = gates.decode_gate(self._gates[gate_id])
                after = without_trustee(descriptor, self._trustee, inherited=False)
                down = not names(descriptor, self._trustee, inherited=True)
            else:
                assert above is not None
                gate = self._gate_in[above]
                down = self._handed_down[above] and inherits(descriptor)
                after = (
                    without_trustee(descriptor, self._trustee, inherited=True)
                    if down
                    else descriptor
                )
            self._gate_in[folder_id] = gates.below(gate, after)
            self._handed_down[folder_id] = down

    def after(self, folder_id: int, descriptor_id: int) -> Guard:
        """Return what would guard a file in a folder."""
        descriptor = self._descriptors[descriptor_id]
        if self._at.name is not None:
            gate = self._gates[self.tree.folders[folder_id].gate_id or 0]
            return Guard(
                self._share, gate, without_trustee(descriptor, self._trustee, inherited=False)
            )
        if self._handed_down[folder_id] and inherits(descriptor):
            descriptor = without_trustee(descriptor, self._trustee, inherited=True)
        return Guard(self._share, gates.encode(self._gate_in[folder_id]), descriptor)

    def place(self, folder_id: int) -> str:
        """Return the place to name for a folder: where its access key begins, or that changed."""
        path = self.tree.folders[self._differing[folder_id]].path
        under = path.startswith(f"{self._at.folder}/") or not self._at.folder
        place = path if under else self._at.folder
        if self._at.name is not None:
            place = f"{self._at.folder}/{self._at.name}" if self._at.folder else self._at.name
        return shown(place)

    def sums(self, connection: Connection) -> Mapping[tuple[int, int | None], Sum]:
        """Return the files of each folder by descriptor."""
        found: dict[tuple[int, int | None], Sum] = defaultdict(Sum)
        entries: set[int] = set()
        for folder_id in self._folders():
            for entry_id, name, descriptor_id, size, state in connection.exec_driver_sql(
                "SELECT id, name, descriptor_id, size_bytes, state FROM entry"
                " WHERE folder_id = ? AND state <> 'excluded'",
                (folder_id,),
            ):
                if self._at.name in (None, name):
                    held = found[folder_id, descriptor_id]
                    held.files += 1
                    held.size_bytes += size
                    held.unread += state == "gap"
                    entries.add(entry_id)
        for file in files_that_hold(connection, self._at.share_id):
            if file.entry_id in entries:
                found[file.folder_id, file.descriptor_id].holdings.add(file)
        return found

    def _folders(self) -> Iterator[int]:
        if self._at.name is None:
            yield from self._gate_in
            return
        for folder_id, folder in self.tree.folders.items():
            if folder.path == self._at.folder:
                yield folder_id


def _share_descriptor(connection: Connection, share_id: int) -> SecurityDescriptor | None:
    row = connection.exec_driver_sql(
        "SELECT d.kind, d.raw FROM share s JOIN descriptor d ON d.id = s.descriptor_id"
        " WHERE s.id = ?",
        (share_id,),
    ).first()
    return None if row is None else _descriptor(*row)

"""Who can reach what, for an auditor: a stream of every place, each with its people and grants.

A place is a folder that other people can read or change than the one that it lies in, or a file
that others can than its folder. All else is as the nearest folder above that is told.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection

from scanner.catalogue.names import shown
from scanner.catalogue.queries.access import GRANT, UNREAD, grant_row, groups
from scanner.catalogue.queries.caveats import read_on, some_read_on
from scanner.catalogue.queries.guarded import Tree, trees

_BATCH = 5_000  # rows held at a time
_BROAD = "broad group"
_OF_GRANT = (
    *("person", "identifier", "authority", "principal", "department", "last_logon", "right"),
)


class _Answer(NamedTuple):
    """What is known about a key: ``who`` is the same for the same people with the same rights."""

    known: bool
    who: bytes
    statement: tuple[str, ...]


_NOT_READ = _Answer(known=False, who=b"", statement=(UNREAD,))


def access(connection: Connection) -> Iterator[dict[str, object]]:
    """Yield each place by share and path, a row for each person, right and path of the grant.

    A group of many has a row of its own, also where its members are counted: Everyone, Anonymous.
    A place that no person's account can reach, or of which it is not known who can, has one row
    without a person. Administrators, who can in any case, and services are left out.
    """
    answers: dict[int | None, _Answer] = {None: _NOT_READ}
    answers.update(_answers(connection))
    for (share_id,) in connection.exec_driver_sql("SELECT id FROM share ORDER BY root").all():
        (tree,) = trees(connection, share_id)
        some = some_read_on(connection, share_id)
        for folder, name, key in _places(connection, tree, answers):
            path = folder if name is None else f"{folder}/{name}" if folder else name
            kind = "folder" if name is None else "file"
            place = {"share": tree.root, "path": shown(path), "kind": kind}
            said: Iterable[str] = some
            if some and name is not None:
                said = read_on(connection, share_id, folder, name)
            answer = answers[key]
            answer = answer._replace(statement=(*answer.statement, *said))
            for row in _grants(connection, key, answer):
                yield place | row


def _answers(connection: Connection) -> Iterator[tuple[int, _Answer]]:
    who: dict[int, bytes] = {}
    rows = connection.execution_options(yield_per=_BATCH).exec_driver_sql(
        'SELECT access_key_id, principal_id, "right" FROM reach WHERE until IS NULL'
        " ORDER BY 1, 2, 3"
    )
    for key, found in groupby(rows, key=lambda row: int(row[0])):
        digest = hashlib.blake2b(digest_size=16)
        for _, principal_id, right in found:
            digest.update(f"{principal_id} {right}\n".encode())
        who[key] = digest.digest()
    for key, known, statement in connection.exec_driver_sql(
        "SELECT id, known, statement FROM access_key"
    ):
        told = who.get(key, b"") if known else b""
        yield key, _Answer(bool(known), told, tuple(json.loads(statement)))


def _places(
    connection: Connection, tree: Tree, answers: Mapping[int | None, _Answer]
) -> Iterator[tuple[str, str | None, int | None]]:
    """Yield folder, file (None: the folder) and access key of each place, folders before files."""

    def alike(key: int | None) -> Hashable:
        return answers[key][:2]

    for folder_id, folder in sorted(tree.folders.items(), key=lambda each: each[1].path):
        above = None if folder.parent is None else tree.folders.get(folder.parent)
        if above is None or alike(folder.key) != alike(above.key):
            yield folder.path, None, folder.key
        for name, descriptor_id in connection.exec_driver_sql(
            "SELECT name, descriptor_id FROM entry WHERE folder_id = ? AND state <> 'excluded'"
            " ORDER BY name",
            (folder_id,),
        ):
            key = tree.key_of(folder_id, descriptor_id)
            if alike(key) != alike(folder.key):
                yield folder.path, name, key


def _grants(
    connection: Connection, key: int | None, answer: _Answer
) -> Iterator[dict[str, object]]:
    told = {"known": answer.known, "statement": list(answer.statement)}
    rows = connection.exec_driver_sql(
        f"SELECT {GRANT}, p.authority, p.department, p.last_logon FROM reach r"  # noqa: S608 - constants
        " JOIN principal p ON p.id = r.principal_id"
        " WHERE r.access_key_id = ? AND r.until IS NULL AND ?"
        ' ORDER BY p.name, p.identifier, r."right"',
        (key, answer.known),
    ).all()
    for name, identifier, kind, right, steps, authority, department, last_logon in rows:
        grant = grant_row(name, identifier, kind, right, steps)
        yield {
            "person": grant.person,
            "identifier": identifier,
            "authority": authority,
            "principal": grant.kind,
            "department": department,
            "last_logon": last_logon,
            "right": grant.right,
            "steps": list(grant.steps),
            **told,
        }
    broad = connection.exec_driver_sql(
        "SELECT broad FROM access_key WHERE id = ? AND ?", (key, answer.known)
    ).scalar()
    many = groups(broad) if broad else ()
    for right, name in many:
        group = {"person": name, "principal": _BROAD, "right": right}
        yield {**dict.fromkeys(_OF_GRANT), **group, "steps": [], **told}
    if not rows and not many:
        nobody = dict.fromkeys(_OF_GRANT)
        yield {**nobody, "steps": [], **told}

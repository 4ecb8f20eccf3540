"""The accounts that answers were worked out for, kept whole: what-if asks of a changed copy.

``principal`` and ``membership`` hold no more than what reports show: not who is disabled, nor the
groups that everyone holds.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection

from connectors.base import Accounts, Principal, PrincipalKind, Privilege
from scanner.catalogue.writer import Writer


class Kept(NamedTuple):
    """The accounts of one source, with the digest by which access keys name them."""

    source: str
    digest: bytes
    accounts: Accounts


def keep_directory(writer: Writer, share_id: int, digest: bytes, accounts: Accounts) -> None:
    """Store the accounts that a share's permissions are about, unless they are stored already."""
    connection = writer.connection
    known = connection.exec_driver_sql(
        "SELECT d.digest FROM directory d JOIN share s ON s.source = d.source WHERE s.id = ?",
        (share_id,),
    ).scalar()
    if known != digest:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO directory (source, digest, accounts)"
            " SELECT source, ?, ? FROM share WHERE id = ?",
            (digest, _packed(accounts), share_id),
        )


def directory_of(writer: Writer, share_id: int) -> Kept | None:
    """Return the accounts that are stored of a share's source, None for none."""
    row = writer.connection.exec_driver_sql(
        "SELECT d.source, d.digest, d.accounts FROM directory d JOIN share s"
        " ON s.source = d.source WHERE s.id = ?",
        (share_id,),
    ).first()
    return None if row is None else Kept(row[0], bytes(row[1]), _unpacked(row[2]))


def directories(connection: Connection) -> Iterator[Kept]:
    """Yield the accounts of each source."""
    for source, digest, packed in connection.exec_driver_sql(
        "SELECT source, digest, accounts FROM directory ORDER BY source"
    ):
        yield Kept(source, bytes(digest), _unpacked(packed))


def _packed(accounts: Accounts) -> bytes:
    """Return accounts as compressed JSON; members stand by number, since SIDs are long."""
    numbers: dict[str, int] = {}
    pairs = [
        [numbers.setdefault(each, len(numbers)) for each in pair] for pair in accounts.memberships
    ]
    told = {
        "authority": accounts.authority,
        "principals": [
            [each.authority, each.identifier, each.kind.value, each.name, each.enabled]
            for each in accounts.principals
        ],
        "members": list(numbers),
        "memberships": pairs,
        "administrator_groups": accounts.administrator_groups,
        "untold": accounts.untold,
        "complete": accounts.complete,
        "others": accounts.others,
        "privileges": accounts.privileges,
        "recorded": accounts.recorded,
        "asker": accounts.asker,
    }
    return zlib.compress(json.dumps(told, separators=(",", ":")).encode())


def _unpacked(packed: bytes) -> Accounts:
    told = json.loads(zlib.decompress(packed))
    members = told["members"]
    return Accounts(
        authority=told["authority"],
        principals=tuple(
            Principal(authority, identifier, PrincipalKind(kind), name, enabled)
            for authority, identifier, kind, name, enabled in told["principals"]
        ),
        memberships=tuple((members[group], members[one]) for group, one in told["memberships"]),
        administrator_groups=tuple(told["administrator_groups"]),
        untold=tuple(told["untold"]),
        complete=told["complete"],
        others=tuple(told["others"]),
        privileges=tuple((Privilege(name), who) for name, who in told.get("privileges", ())),
        recorded=told.get("recorded", ""),
        asker=told.get("asker", ""),
    )

"""Ann, who is in payroll, which is in finance; Bob, who is in nothing; and the vectors on them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.access.directory import Directory, directory
from scanner.access.nt.descriptor import NtDescriptor, decode
from tests.servers.descriptors import from_sddl

USERS = ("ann", "bob")
GROUPS = {"payroll": ("ann",)}
ALIASES = {"finance": ("payroll",)}
SIDS = {
    name: f"S-1-5-21-10-20-30-{rid}"
    for rid, name in enumerate((*USERS, *GROUPS, *ALIASES), start=1101)
}
KNOWN_GROUPS = {
    "S-1-5-32-544": "Administrators",
    "S-1-5-32-545": "Users",
    "S-1-5-32-551": "Backup Operators",
}


class Vector(NamedTuple):
    """One row: who may what by these permissions, and by which rule.

    ``mark`` is recorded (a real smbd answers so, and is asked again where one is there) or
    derived (from [MS-DTYP]); ``folder`` and ``share`` may be empty.
    """

    mark: str
    own: str
    folder: str
    share: str
    user: str
    right: str
    granted: str
    rule: str


def vectors() -> tuple[Vector, ...]:
    with (Path(__file__).parent / "vectors.csv").open(newline="") as rows:
        return tuple(Vector(**row) for row in csv.DictReader(rows))


def raw(sddl: str, sids: Mapping[str, str] = SIDS) -> bytes:
    """Return SDDL as bytes, in which {ann} stands for Ann's SID."""
    return from_sddl(sddl.format(**sids))


def nt(sddl: str) -> NtDescriptor:
    return decode(raw(sddl))


def office_accounts(
    *more: Principal,
    memberships: tuple[tuple[str, str], ...] = (),
    sids: Mapping[str, str] = SIDS,
) -> Accounts:
    """Return the accounts, with further principals and memberships."""
    groups = {**{sids[name]: name for name in (*GROUPS, *ALIASES)}, **KNOWN_GROUPS}
    named = {**GROUPS, **ALIASES}
    return Accounts(
        "OFFICE",
        (
            *(Principal("OFFICE", sids[u], PrincipalKind.STAFF, u) for u in USERS),
            *(Principal("OFFICE", s, PrincipalKind.GROUP, n) for s, n in groups.items()),
            *more,
        ),
        (
            *((sids[group], sids[each]) for group in named for each in named[group]),
            *memberships,
        ),
    )


def office(*more: Principal, memberships: tuple[tuple[str, str], ...] = ()) -> Directory:
    """Return the accounts as a directory."""
    return directory(office_accounts(*more, memberships=memberships))

"""The directory snapshot: who there is and who is a member of what, ready to be asked in bulk.

A set of users is one integer with a bit per user, so that a question about ten thousand people
is one operation on a thousand bytes, not ten thousand look-ups.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NewType

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.access.posix import SUPERUSER

UserSet = NewType("UserSet", int)
"""Bit n stands for the n-th user of the directory."""


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """Users and groups of one authority at one moment.

    ``everyone`` and ``services`` leave out the superuser, whom no permission holds back.
    """

    authority: str
    users: tuple[Principal, ...]
    bit_of_uid: Mapping[int, UserSet]
    members: Mapping[int, UserSet]
    group_names: Mapping[int, str]
    everyone: UserSet
    services: UserSet
    administrator_groups: tuple[int, ...]

    @property
    def people(self) -> UserSet:
        """Everyone who is or may be a person: staff and unknown accounts."""
        return UserSet(self.everyone & ~self.services)


def directory(accounts: Accounts) -> Directory:
    """Return accounts as a directory. Raises ValueError for identifiers that are not POSIX."""
    users: list[Principal] = []
    bits: dict[int, UserSet] = {}
    names: dict[int, str] = {}
    services = 0
    for principal in accounts.principals:
        number = _number(principal.identifier)
        if principal.kind is PrincipalKind.GROUP:
            names[number] = principal.name
            continue
        bits[number] = UserSet(1 << len(users))
        users.append(principal)
        if principal.kind is PrincipalKind.SERVICE:
            services |= bits[number]
    members: dict[int, bytearray] = {}
    size = len(users) // 8 + 1
    for group, member in accounts.memberships:
        bit = bits.get(_number(member), 0)
        # A byte array takes ten thousand members in one pass; integers would be copied each time.
        position = bit.bit_length() - 1
        if position >= 0:
            held = members.setdefault(_number(group), bytearray(size))
            held[position // 8] |= 1 << position % 8
    superuser = bits.get(SUPERUSER, 0)
    return Directory(
        authority=accounts.authority,
        users=tuple(users),
        bit_of_uid=bits,
        members={gid: UserSet(int.from_bytes(held, "little")) for gid, held in members.items()},
        group_names=names,
        everyone=UserSet(((1 << len(users)) - 1) & ~superuser),
        services=UserSet(services & ~superuser),
        administrator_groups=tuple(_number(group) for group in accounts.administrator_groups),
    )


def in_set(users: UserSet, known: Directory) -> Iterator[Principal]:
    """Yield the users of a set, in the directory's order."""
    for user, bit in zip(known.users, reversed(f"{users:b}"), strict=False):
        if bit == "1":
            yield user


def union(sets: Iterable[int]) -> UserSet:
    """Return all users of all sets."""
    total = 0
    for users in sets:
        total |= users
    return UserSet(total)


def _number(identifier: str) -> int:
    """Return the uid or gid of ``uid:1000`` or ``gid:100``."""
    kind, _, number = identifier.partition(":")
    if kind not in ("uid", "gid"):
        raise ValueError("not a POSIX identifier")
    return int(number)

"""POSIX permissions, decided as Linux decides them.

A descriptor and the rights wanted give a short list of clauses, and the first clause that speaks
of a person decides. The order is the kernel's, with two rules that mode bits do not show:

- The owner's clause is final, then that of a named user; among groups it is enough that one entry
  holds *all* rights wanted (rights of several groups do not add up), and only then comes other.
- Where the group bits of the mode are 000 (with an ACL these bits are its mask), Linux does not
  look at the ACL at all: a named user then gets what other gets.

Source  fs/namei.c ``acl_permission_check`` and ``generic_permission``, fs/posix_acl.c
        ``posix_acl_permission`` of Linux 6; acl(5), ACCESS CHECK ALGORITHM; read 2026-11-25.
        Layout of the bytes: ``connectors.posix_descriptor``.
"""

from __future__ import annotations

import struct
from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum, IntFlag, StrEnum
from typing import NamedTuple

_VERSION = 1
_FOLDER, _ACL, _UNSUPPORTED = 1, 2, 4
HEADER = struct.Struct("<BBHII")
ENTRY = struct.Struct("<HHI")

SUPERUSER = 0  # the uid that no permission holds back


class Rights(IntFlag):
    """What is wanted, with the bits of a mode."""

    EXECUTE = 1
    WRITE = 2
    READ = 4


class Tag(IntEnum):
    """What an ACL entry speaks of, as Linux numbers it; the number is also the order."""

    OWNER = 0x01
    USER = 0x02
    OWNING_GROUP = 0x04
    GROUP = 0x08
    MASK = 0x10
    OTHER = 0x20


class AclEntry(NamedTuple):
    """One entry; ``identifier`` means something for named users and groups only."""

    tag: int
    permissions: int
    identifier: int


@dataclass(frozen=True, slots=True)
class NoAcl:
    """There is no ACL: the mode alone decides."""


@dataclass(frozen=True, slots=True)
class UnsupportedModel:
    """An ACL of another model (NFSv4, SMB mount) decides, and it was not read: never guess."""


@dataclass(frozen=True, slots=True)
class Posix:
    """Owner (uid), group (gid), permission bits and ACL of one file or folder."""

    owner: int
    group: int
    mode: int
    acl: tuple[AclEntry, ...] | NoAcl
    is_folder: bool


class Who(StrEnum):
    """Whom a clause speaks of."""

    OWNER = "owner"
    USER = "user"
    OWNING_GROUP = "owning-group"
    GROUP = "group"
    OTHER = "other"
    SUPERUSER = "superuser"


_OF_USER = frozenset({Who.OWNER, Who.USER, Who.SUPERUSER})
_OF_GROUP = frozenset({Who.OWNING_GROUP, Who.GROUP})


class Clause(NamedTuple):
    """What one user, or the members of one group, or all others are answered.

    ``identifier`` is a uid or gid; 0 and without meaning for OTHER.
    """

    who: Who
    identifier: int
    granted: bool

    @property
    def of_user(self) -> bool:
        """Speaks of one user."""
        return self.who in _OF_USER

    @property
    def of_group(self) -> bool:
        """Speaks of the members of one group."""
        return self.who in _OF_GROUP


def decode(raw: bytes) -> Posix | UnsupportedModel:
    """Return what the bytes of a POSIX descriptor say. Raises ValueError if they are not one."""
    if len(raw) < HEADER.size or (len(raw) - HEADER.size) % ENTRY.size:
        raise ValueError("not a POSIX descriptor: wrong length")
    version, flags, mode, owner, group = HEADER.unpack_from(raw)
    if version != _VERSION:
        raise ValueError(f"POSIX descriptor of version {version}, which is not known")
    if flags & _UNSUPPORTED:
        return UnsupportedModel()
    acl: tuple[AclEntry, ...] | NoAcl = NoAcl()
    if flags & _ACL:
        acl = tuple(AclEntry(*entry) for entry in ENTRY.iter_unpack(raw[HEADER.size :]))
    return Posix(owner, group, mode, acl, bool(flags & _FOLDER))


def clauses(posix: Posix, wanted: Rights) -> tuple[Clause, ...]:
    """Return who is answered what, in order: the first clause that speaks of a person decides.

    The superuser is left out. Groups that grant come before those that do not, since one entry
    with all rights wanted is enough.
    """
    want = int(wanted)
    owner = Clause(Who.OWNER, posix.owner, posix.mode >> 6 & want == want)
    other = Clause(Who.OTHER, 0, posix.mode & want == want)
    mask = posix.mode >> 3 & 7
    if isinstance(posix.acl, NoAcl) or not mask:
        return (owner, Clause(Who.OWNING_GROUP, posix.group, mask & want == want), other)
    users: list[Clause] = []
    groups: list[Clause] = []
    for tag, permissions, identifier in posix.acl:
        if tag == Tag.USER:
            users.append(Clause(Who.USER, identifier, permissions & mask & want == want))
        elif tag == Tag.OWNING_GROUP:
            granted = permissions & mask & want == want
            groups.append(Clause(Who.OWNING_GROUP, posix.group, granted))
        elif tag == Tag.GROUP:
            groups.append(Clause(Who.GROUP, identifier, permissions & mask & want == want))
    groups.sort(key=lambda clause: not clause.granted)
    return (owner, *users, *groups, other)


def allowed(posix: Posix, uid: int, gids: Collection[int], wanted: Rights) -> Clause:
    """Return the clause that decides whether a process with these ids has all rights wanted.

    ``gids`` holds the primary group too. Folders on the way are not looked at: see ``gate``.
    """
    decisive = next(clause for clause in clauses(posix, wanted) if _speaks_of(clause, uid, gids))
    if uid != SUPERUSER or decisive.granted:
        return decisive
    # CAP_DAC_OVERRIDE: everything but running a file that nobody may run.
    may = posix.is_folder or not wanted & Rights.EXECUTE or bool(posix.mode & 0o111)
    return Clause(Who.SUPERUSER, SUPERUSER, may)


def _speaks_of(clause: Clause, uid: int, gids: Collection[int]) -> bool:
    if clause.of_user:
        return clause.identifier == uid
    return not clause.of_group or clause.identifier in gids

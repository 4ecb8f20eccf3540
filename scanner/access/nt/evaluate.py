"""Who is granted a right by NT permissions, for all users at once.

The rules are those of [MS-DTYP] 2.5.3.2, asked one right at a time over sets of users:

- ACEs count in their stored order; the first that speaks of a person and a right decides it.
- An owner may read and change the permissions, unless an ACE for OWNER RIGHTS says otherwise; the
  owner may be a group.
- Inherit-only ACEs say nothing; generic rights stand for those that files map them to.
- What stands on the share and on the file must both grant; deleting is granted as well by the
  folder's right to delete what lies in it; folders on the way need not be passed.

Callback and object ACEs are not decided: see ``undecided``. [MS-DTYP] read 2026-11-25; the trials
of ``benchmarks.smb_trials`` hold the rules to a real server.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, IntFlag, StrEnum, auto
from typing import NamedTuple

from scanner.access.directory import NOBODY, Directory, UserSet, union
from scanner.access.nt.descriptor import Ace, Effect, NoDacl, NtDescriptor
from scanner.access.nt.sids import BY_LOGON, OWNER_RIGHTS, identifier


class FileRight(IntFlag):
    """Single rights on files, [MS-DTYP] 2.4.3 and [MS-SMB2] 2.2.13.1; on folders in brackets."""

    READ_DATA = 0x1  # list
    WRITE_DATA = 0x2  # add a file
    DELETE_CHILD = 0x40
    DELETE = 0x10000
    READ_CONTROL = 0x20000
    WRITE_DAC = 0x40000
    WRITE_OWNER = 0x80000


_GENERIC = {  # Windows' FILE_GENERIC_READ, _WRITE, _EXECUTE and FILE_ALL_ACCESS, winnt.h
    0x80000000: 0x120089,
    0x40000000: 0x120116,
    0x20000000: 0x1200A0,
    0x10000000: 0x1F01FF,
}
_IMPLIED = FileRight.READ_CONTROL | FileRight.WRITE_DAC


class Source(StrEnum):
    """What a right comes from."""

    ACE = "ace"
    OWNER = "owner"
    NO_DACL = "no-dacl"


class Ground(NamedTuple):
    """Users who have a right by the same words: an ACE for ``sid``, ownership, or no DACL."""

    source: Source
    sid: str
    users: UserSet


def grounds(descriptor: NtDescriptor, right: FileRight, known: Directory) -> Iterator[Ground]:
    """Yield the grounds on which users have one single right; nobody stands in two."""
    if isinstance(descriptor.dacl, NoDacl):
        yield Ground(Source.NO_DACL, "", UserSet(known.everyone | known.disabled))
        return
    owner = known.holders(identifier(descriptor.owner))
    allowed: int = NOBODY
    denied: int = NOBODY
    if right & _IMPLIED and not any(_speaks_of_owner(ace) for ace in descriptor.dacl):
        allowed = owner
        yield Ground(Source.OWNER, descriptor.owner, owner)
    for ace in descriptor.dacl:
        if ace.inherit_only or not mapped(ace.mask) & right:
            continue
        spoken_of = owner if ace.sid == OWNER_RIGHTS else known.holders(identifier(ace.sid))
        undecided = spoken_of & ~(allowed | denied)
        if ace.effect is Effect.DENY:
            denied |= undecided
        elif ace.effect is Effect.ALLOW and undecided:
            allowed |= undecided
            yield Ground(Source.ACE, ace.sid, UserSet(undecided))


def granted(descriptor: NtDescriptor, right: FileRight, known: Directory) -> UserSet:
    """Return all users who have one single right by one descriptor."""
    return union(ground.users for ground in grounds(descriptor, right, known))


class Server(Enum):
    """Whose rules hold where the two differ.

    Deleting by the folder's right: Samba 4.17 asks whether the share grants the folder's right too
    (tried); Windows is taken to ask only whether it grants deleting the file (not tried).
    """

    WINDOWS = auto()
    SAMBA = auto()


class Guards(NamedTuple):
    """What stands before a file: its own descriptor, its folder's and its share's."""

    own: NtDescriptor
    folder: NtDescriptor | None = None
    share: NtDescriptor | None = None
    server: Server = Server.WINDOWS


def effective(guards: Guards, right: FileRight, known: Directory) -> UserSet:
    """Return the users who have one single right in the end; a guard of None is left out."""
    users: int = granted(guards.own, right, known)
    if right is FileRight.DELETE and guards.folder is not None:
        users |= _may_delete_in(guards.folder, guards, known)
    if guards.share is not None:
        users &= granted(guards.share, right, known)
    return UserSet(users)


def _may_delete_in(folder: NtDescriptor, guards: Guards, known: Directory) -> UserSet:
    users: int = granted(folder, FileRight.DELETE_CHILD, known)
    if guards.share is not None and guards.server is Server.SAMBA:
        users &= granted(guards.share, FileRight.DELETE_CHILD, known)
    return UserSet(users)


def mapped(mask: int) -> int:
    """Return a mask with generic rights replaced by what they stand for on files.

    >>> hex(mapped(0x80000000))
    '0x80120089'
    """
    for generic, rights in _GENERIC.items():
        if mask & generic:
            mask |= rights
    return mask


def undecided(descriptor: NtDescriptor) -> tuple[Ace, ...]:
    """Return the ACEs whose effect is not decided here: by condition, object or way of log-on."""
    if isinstance(descriptor.dacl, NoDacl):
        return ()
    return tuple(
        ace
        for ace in descriptor.dacl
        if not ace.inherit_only
        and (
            ace.effect is Effect.UNDECIDED
            or (ace.sid in BY_LOGON and ace.effect is not Effect.NONE)
        )
    )


def _speaks_of_owner(ace: Ace) -> bool:
    return ace.sid == OWNER_RIGHTS and not ace.inherit_only and ace.effect is not Effect.NONE

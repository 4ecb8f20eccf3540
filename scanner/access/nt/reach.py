"""Reach by NT permissions: share, file, and the groups within groups that lead to a person.

Folders on the way need not be passed: Windows and Samba let everyone traverse them. Deleting by
a folder's right over what lies in it is not counted as changing a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from connectors.base import Privilege, SecurityDescriptor
from scanner.access.answers import STRANGERS, Grant, NotKnown, Reach, Right, Way, grants, narrowed
from scanner.access.directory import Directory, UserSet, in_set, union
from scanner.access.nt.broad import broad
from scanner.access.nt.descriptor import NtDescriptor, decode
from scanner.access.nt.evaluate import FileRight, granted, grounds
from scanner.access.nt.more import may_be_more
from scanner.access.nt.sids import ADMINISTRATORS, AUTHENTICATED, BACKUP_OPERATORS, EVERYONE
from scanner.access.nt.statement import statement
from scanner.access.nt.wording import (
    CHANGE_FILE,
    CHANGE_PERMISSIONS,
    CHANGE_SHARE,
    READ_FILE,
    READ_SHARE,
    steps,
)
from scanner.access.wording import group

_WANTED = {Right.READ: FileRight.READ_DATA, Right.WRITE: FileRight.WRITE_DATA}
_FILE_VERBS = {Right.READ: READ_FILE, Right.WRITE: CHANGE_FILE}
_SHARE_VERBS = {Right.READ: READ_SHARE, Right.WRITE: CHANGE_SHARE}
_OPENS_PERMISSIONS = (FileRight.WRITE_DAC, FileRight.WRITE_OWNER)

_PRIVILEGED: Mapping[str, str] = {
    ADMINISTRATORS: "which can give itself any access",
    BACKUP_OPERATORS: "which may read everything in order to back it up",
}
_ALLOWS: Mapping[Privilege, str] = {
    Privilege.BACKUP: "which may read everything in order to back it up",
    Privilege.RESTORE: "which may write everything in order to restore it",
    Privilege.TAKE_OWNERSHIP: "which may make itself the owner of everything",
}


def nt_reach(
    raw: bytes, share: SecurityDescriptor | None, known: Directory, broad_share: float
) -> Reach | NotKnown:
    """Return who can reach what a raw NT descriptor guards, in a share of this descriptor."""
    try:
        own = decode(raw)
    except ValueError as error:
        reason = f"The permissions are damaged ({error}): who can reach this is not known."
        return NotKnown(tuple(_privileged(known)), (reason,))
    at_share = _decoded(share)
    ways = {right: tuple(_ways(own, at_share, right, known)) for right in Right}
    many = tuple(
        each
        for right, wanted in _WANTED.items()
        for each in broad(own, at_share, right, wanted, known, broad_share)
    )
    readers = union(users for users, _ in ways[Right.READ])
    return Reach(
        readers=tuple(grants(ways[Right.READ], Right.READ, known.people, known)),
        writers=tuple(grants(ways[Right.WRITE], Right.WRITE, known.people, known)),
        services=tuple(_of_both(ways, known.services, known)),
        administrators=tuple(_administrators(own, at_share, ways[Right.READ], known)),
        broad=many,
        statement=(*statement(own, at_share, known), *_of_guests(ways, known)),
        disabled=tuple(_of_both(ways, known.disabled, known)),
        more=may_be_more(own, at_share, FileRight.READ_DATA, known, readers)
        or any(each.name == STRANGERS and each.right is Right.READ for each in many),
    )


def _of_guests(ways: Mapping[Right, tuple[Way, ...]], known: Directory) -> Iterator[str]:
    """Yield a sentence for each guest account that is counted: whether guests come in is not told.

    A Samba server names one as enabled (SAMR) also where it lets no guest in.
    """
    guests = known.direct[EVERYONE] & ~known.direct[AUTHENTICATED] & known.people
    able = union(users for of_right in ways.values() for users, _ in of_right) if guests else 0
    for each in in_set(UserSet(guests & able), known):
        yield (
            f"{each.name} is a guest account and stands for whoever has none: it counts only where"
            " the server lets guests in, which is not told."
        )


def _decoded(share: SecurityDescriptor | None) -> NtDescriptor | None:
    if share is None:
        return None
    try:
        return decode(share.raw)
    except ValueError:
        return None  # the statement says that it is not known


def _ways(
    own: NtDescriptor, share: NtDescriptor | None, right: Right, known: Directory
) -> Iterator[Way]:
    through: tuple[Way, ...] = (Way(UserSet(known.everyone | known.disabled), ()),)
    if share is not None:
        through = tuple(_further(through, share, _WANTED[right], _SHARE_VERBS[right], known))
    yield from _further(through, own, _WANTED[right], _FILE_VERBS[right], known)


def _further(
    before: tuple[Way, ...], guard: NtDescriptor, right: FileRight, verb: str, known: Directory
) -> Iterator[Way]:
    for ground in grounds(guard, right, known):
        for users, step in steps(ground, verb, known):
            yield from narrowed(before, users, step)


def _of_both(
    ways: Mapping[Right, tuple[Way, ...]], among: UserSet, known: Directory
) -> Iterator[Grant]:
    for right, of_right in ways.items():
        yield from grants(of_right, right, among, known)


def _privileged(known: Directory) -> Iterator[Grant]:
    """Yield those whom permissions do not hold back wherever they stand, each once."""
    by_custom = dict.fromkeys(
        known.administrator_groups, "which may by custom become administrators"
    )
    seen: int = 0
    for identifier, what in {**by_custom, **_past_permissions(known)}.items():
        members = known.holders(identifier) & known.everyone & ~seen
        seen |= members
        step = f"member of {group(identifier, known)}, {what}"
        if not known.is_group(identifier):
            step = f"{what.removeprefix('which ')}, by a privilege of its own"
        for principal in in_set(UserSet(members), known):
            yield Grant(principal, Right.WRITE, (step,))


def _past_permissions(known: Directory) -> Mapping[str, str]:
    """Return who stands past permissions and by what, as told or as Windows has it at first."""
    if not known.privileges:
        return _PRIVILEGED
    held = {ADMINISTRATORS: _PRIVILEGED[ADMINISTRATORS]}
    for privilege, holder in known.privileges:
        held.setdefault(holder, _ALLOWS[privilege])
    return held


def _administrators(
    own: NtDescriptor, share: NtDescriptor | None, readers: tuple[Way, ...], known: Directory
) -> Iterator[Grant]:
    """Yield the privileged, then those who cannot read and may change that themselves."""
    privileged = tuple(_privileged(known))
    yield from privileged
    settled: int = union(users for users, _ in readers)
    settled |= union(known.user(grant.principal.identifier) for grant in privileged)
    for right in _OPENS_PERMISSIONS:
        let_in = known.everyone if share is None else granted(share, right, known)
        before = (Way(UserSet(let_in & known.everyone & ~settled), ()),)
        ways = tuple(_further(before, own, right, CHANGE_PERMISSIONS, known))
        settled |= union(users for users, _ in ways)
        yield from grants(ways, Right.WRITE, known.people, known)

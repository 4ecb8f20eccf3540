"""Whether people may be let in by NT permissions who are not counted, since they are not told."""

from __future__ import annotations

from typing import NamedTuple

from scanner.access.directory import Directory, UserSet
from scanner.access.nt.descriptor import AceType, Effect, NoDacl, NtDescriptor
from scanner.access.nt.evaluate import FileRight, granted, mapped
from scanner.access.nt.sids import BY_LOGON, EVERYONE, OF_ALL, identifier

_DENYING = frozenset({AceType.DENY_OBJECT, AceType.DENY_CALLBACK, AceType.DENY_CALLBACK_OBJECT})


class _Open(NamedTuple):
    """The users whom one guard may let in, and whether it may let in some who are not told."""

    users: UserSet
    untold: bool


def may_be_more(
    own: NtDescriptor,
    share: NtDescriptor | None,
    right: FileRight,
    known: Directory,
    counted: UserSet,
) -> bool:
    """Return whether people may have a right who are not ``counted``.

    Such are members of a group that are not told, and people of whom an ACE speaks that is not
    decided, where both file and share (None: not known, and taken to let everyone in) may let them
    in. An account that is not known, perhaps a removed one, is nobody.
    """
    opened = [_opened(guard, right, known) for guard in ((own,) if share is None else (own, share))]
    users: int = known.people & ~counted
    for each in opened:
        users &= each.users
    return bool(users) or all(each.untold for each in opened)


def _opened(guard: NtDescriptor, right: FileRight, known: Directory) -> _Open:
    users: int = granted(guard, right, known)
    if isinstance(guard.dacl, NoDacl):
        return _Open(UserSet(users), EVERYONE in known.partly_known)
    untold = False
    for ace in guard.dacl:
        if ace.inherit_only or not mapped(ace.mask) & right or ace.effect is Effect.NONE:
            continue
        if ace.effect is Effect.DENY and ace.sid in OF_ALL:
            break  # what stands below it lets nobody in
        if ace.effect is Effect.DENY or ace.kind in _DENYING:
            continue
        named = EVERYONE if ace.sid in BY_LOGON or not ace.sid else identifier(ace.sid)
        if ace.effect is Effect.UNDECIDED or ace.sid in BY_LOGON:
            users |= known.holders(named)
        if named in known.partly_known:
            users |= 0 if named in OF_ALL else known.everyone
            untold = True
    return _Open(UserSet(users), untold)

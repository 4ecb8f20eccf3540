"""What is not known about who can reach something by NT permissions, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.access.directory import Directory
from scanner.access.nt.descriptor import Ace, Effect, NoDacl, NtDescriptor
from scanner.access.nt.evaluate import FileRight, mapped, undecided
from scanner.access.nt.posix_backed import looks_posix_backed
from scanner.access.nt.sids import (
    ADMINISTRATORS,
    BY_LOGON,
    EVERYONE,
    USERS,
    identifier,
    is_unix,
    name_of,
    never_people,
)
from scanner.access.nt.wording import called

_MEDIUM = 0x2000  # the integrity level of people's processes, the last part of S-1-16-8192
_NO_WRITE_UP, _NO_READ_UP = 0x1, 0x2
_ASKED = FileRight.READ_DATA | FileRight.WRITE_DATA


def statement(own: NtDescriptor, share: NtDescriptor | None, known: Directory) -> Iterator[str]:
    """Yield a sentence for each thing that is not known; none means that the answer is full."""
    guards = (own,) if share is None else (own, share)
    if share is None:
        yield (
            "The permissions of the share itself are not known: fewer people than these may be"
            " able to come in."
        )
    if known.recorded:
        yield (
            "What the server does not tell of its share, local groups and privileges is as an"
            f" administrator recorded it on {known.recorded}."
        )
    if looks_posix_backed(own):
        yield (
            "The server keeps these as Unix permissions: this is an estimate, and may count"
            " people too many."
        )
    yield from dict.fromkeys(sentence for guard in guards for sentence in _of_aces(guard, known))
    if own.label is not None and _refuses(own.label):
        yield (
            "It has a mandatory label of a high integrity level, which is not decided: fewer people"
            " than these may be able to read or change it."
        )
    if ADMINISTRATORS not in known.group_names:
        yield "Who the file server's administrators are is not known: they can reach this too."
    elif ADMINISTRATORS in known.partly_known:
        yield "Not all of the file server's administrators are known: they can reach this too."


def _refuses(label: Ace) -> bool:
    """Return whether a label may keep out who logs on over the network: [MS-DTYP] 2.4.4.13."""
    level = int(label.sid.rpartition("-")[2])
    return level > _MEDIUM and bool(label.mask & (_NO_WRITE_UP | _NO_READ_UP))


def _of_aces(guard: NtDescriptor, known: Directory) -> Iterator[str]:
    for ace in undecided(guard):
        if not mapped(ace.mask) & _ASKED:
            continue
        who = called(ace.sid, known) if ace.sid else "somebody"
        why = "speaks of an object" if ace.of_object else "has a condition"
        if ace.sid in BY_LOGON:
            why = "depends on how one logs on"
        yield f"An entry for {who} {why} and is not decided: it may let more people in, or fewer."
    if isinstance(guard.dacl, NoDacl):
        if EVERYONE in known.partly_known:
            yield _not_all(name_of(EVERYONE), "let in", "counted")
        return
    for ace in guard.dacl:
        who = called(ace.sid, known)
        if ace.inherit_only or not mapped(ace.mask) & _ASKED or _is_settled(ace.sid, known):
            continue
        partly = identifier(ace.sid) in known.partly_known
        if ace.effect is Effect.ALLOW and ace.sid == USERS and USERS not in known.group_names:
            yield "Who is in the server's group Users is not known: it is taken to be everyone."
        elif partly and ace.effect is Effect.ALLOW:
            yield _not_all(who, "let in", "counted")
        elif partly and ace.effect is Effect.DENY:
            yield _not_all(who, "refused", "left out")
        elif ace.effect is Effect.ALLOW and is_unix(ace.sid):
            yield (
                f"{who} is a user or group of the server's own, without a Windows account, and is"
                " granted access: nobody is counted by it."
            )
        elif ace.effect is Effect.ALLOW:
            yield (
                f"{who} is granted access but is not known here, perhaps a removed account or"
                " group: nobody is counted by it."
            )
        elif ace.effect is Effect.DENY:
            yield f"{who} is refused access but is not known here: nobody is left out by it."


def _not_all(who: str, done: str, taken: str) -> str:
    return f"Not all members of {who} are known: people may be {done} by it who are not {taken}."


def _is_settled(sid: str, known: Directory) -> bool:
    """Return whether it is known whom a SID stands for, or that it is no person."""
    if sid == USERS and USERS not in known.group_names:
        return False
    named = identifier(sid)
    if named in known.partly_known:
        return False
    return named in known.places or known.is_group(named) or never_people(sid) or sid in BY_LOGON

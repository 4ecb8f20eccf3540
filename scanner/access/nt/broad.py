"""Broad groups in NT permissions: who is as good as everyone."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.access.answers import FEWEST_BROAD, STRANGERS, Broad, Right, everyone_but
from scanner.access.directory import Directory, UserSet
from scanner.access.nt.descriptor import Ace, Effect, NoDacl, NtDescriptor
from scanner.access.nt.evaluate import FileRight, Guards, effective, mapped
from scanner.access.nt.sids import ANONYMOUS, EVERYONE, OF_ALL, USERS, identifier, is_broad
from scanner.access.wording import group


def broad(
    own: NtDescriptor,
    share: NtDescriptor | None,
    right: Right,
    wanted: FileRight,
    known: Directory,
    broad_share: float,
) -> Iterator[Broad]:
    """Yield the broad groups that have a right by the file and, where it is known, the share.

    Everyone and Domain Users are broad whoever is in them, even where that is not known; but not
    where all are known and none of them is let in, such as Guests of a disabled account alone.
    """
    allowed = effective(Guards(own, share=share), wanted, known)
    share_is_open = share is None or any(_is_everyone(sid, known) for sid in _let_in(share, wanted))
    fewest = max(FEWEST_BROAD, broad_share * known.people.bit_count())
    seen: set[str] = set()
    for sid in _let_in(own, wanted):
        named = identifier(sid)
        reached = (known.holders(named) & allowed & known.people).bit_count()
        is_whole = known.is_group(named) and named not in known.partly_known
        if known.users and is_whole and not reached:
            continue
        if _is_everyone(sid, known) and share_is_open:
            name = everyone_but(UserSet(known.people & ~allowed), known)
        elif sid == ANONYMOUS and share_is_open:
            name = STRANGERS
        elif (is_broad(sid) and share_is_open) or reached >= fewest:
            name = group(named, known)
        else:
            continue
        if name not in seen:
            seen.add(name)
            yield Broad(name, right, reached)


def _let_in(guard: NtDescriptor, wanted: FileRight) -> Iterator[str]:
    """Yield whom ACEs grant a right, until one refuses it to everyone."""
    if isinstance(guard.dacl, NoDacl):
        yield EVERYONE
        return
    for ace in guard.dacl:
        if not _speaks(ace, wanted):
            continue
        if ace.effect is Effect.ALLOW:
            yield ace.sid
        elif ace.effect is Effect.DENY and ace.sid in OF_ALL:
            return


def _speaks(ace: Ace, wanted: FileRight) -> bool:
    return not ace.inherit_only and bool(mapped(ace.mask) & wanted)


def _is_everyone(sid: str, known: Directory) -> bool:
    return sid in OF_ALL or (sid == USERS and USERS not in known.group_names)

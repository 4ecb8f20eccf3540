"""The steps of a grant by NT permissions in plain English, for managers."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.access.directory import Directory, UserSet, chains
from scanner.access.nt.evaluate import Ground, Source
from scanner.access.nt.sids import OF_ALL, OWNER_RIGHTS, identifier, name_of
from scanner.access.wording import group

READ_FILE, CHANGE_FILE = "may read", "may change"
READ_SHARE, CHANGE_SHARE = "may read through the share", "may change through the share"
CHANGE_PERMISSIONS = "may change who has access"


def steps(ground: Ground, verb: str, known: Directory) -> Iterator[tuple[UserSet, str]]:
    """Yield the users of a ground by the words of how they have it; nobody stands in two."""
    if ground.source is Source.NO_DACL:
        yield ground.users, f"anyone on {known.authority} {verb}: no permissions are set at all"
        return
    if ground.source is Source.OWNER or ground.sid == OWNER_RIGHTS:
        yield ground.users, f"owner, or member of the group that owns it, who {verb}"
        return
    named = identifier(ground.sid)
    if named in known.places:
        yield ground.users, f"person named in the permissions, who {verb}"
        return
    for members, chain in chains(named, known):
        users = UserSet(members & ground.users)
        if users:
            yield users, _through(chain, verb, known)


def called(sid: str, known: Directory) -> str:
    """Return a user or group by name, or by its identifier where it has none."""
    place = known.places.get(identifier(sid))
    user = "" if place is None else known.users[place].name
    return user or known.group_names.get(identifier(sid)) or name_of(sid) or sid


def _through(chain: tuple[str, ...], verb: str, known: Directory) -> str:
    *outer, inner = chain
    around = "".join(f", which is in {group(each, known)}" for each in reversed(outer))
    if inner not in OF_ALL:
        return f"member of {group(inner, known)}{around}, which {verb}"
    anyone = f"anyone with an account on {known.authority}"
    return (
        f"{anyone}, as a member of {group(outer[0], known)}, {verb}"
        if outer
        else (f"{anyone} {verb}")
    )

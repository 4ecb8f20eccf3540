"""What a server tells of users and groups: its own by SAM, others by the names of their SIDs.

A server that has joined a domain knows who its local groups name, but not who is in a group of
the domain: such a group stands among those whose members are not told, and the domain among the
others whose accounts may log on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from connectors.base import Accounts, Principal, PrincipalKind
from connectors.smb.lane import Lane
from connectors.smb.rpc import lsarpc, samr
from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.lsarpc import LSARPC, Domain, Named, Policy, Use
from connectors.smb.rpc.pipe import Pipe, opened
from connectors.smb.rpc.samr import SAMR, Listed

_BUILTIN = "S-1-5-32"
_UNIX_GROUP = "S-1-22-2-"  # Samba's, for a Unix group without a Windows one
_NAMED_BY_AUTHORITIES = ("S-1-5-21-", _UNIX_GROUP)
"""SIDs whose names are asked for. The others mean the same everywhere."""
_GROUPS = frozenset({Use.GROUP, Use.ALIAS, Use.WELL_KNOWN})
_KINDS: Mapping[int, PrincipalKind] = {
    501: PrincipalKind.GUEST,
    502: PrincipalKind.SERVICE,  # the domain's key, Windows' default account and its sandbox
    503: PrincipalKind.SERVICE,
    504: PrincipalKind.SERVICE,
}


@dataclass(slots=True)
class _Told:
    """What the server told so far; principals by identifier."""

    authority: str
    principals: dict[str, Principal] = field(default_factory=dict)
    memberships: set[tuple[str, str]] = field(default_factory=set)
    untold: set[str] = field(default_factory=set)

    def add(
        self, identifier: str, kind: PrincipalKind, name: str, *, enabled: bool | None = None
    ) -> None:
        own = identifier.startswith((f"{_BUILTIN}-", "gid:"))
        authority = self.authority if own else identifier.rpartition("-")[0]
        self.principals[identifier] = Principal(authority, identifier, kind, name, enabled)


def read_accounts(lane: Lane, server: str, authority: str, identifiers: Iterable[str]) -> Accounts:
    """Return what ``server`` tells through its IPC$, and who ``identifiers`` are that it knows.

    ``authority`` is the server's name for people.
    """
    told = _Told(authority)
    joined, own, asker = _about_itself(lane)
    complete = bool(own)
    for domain in (own, _BUILTIN):
        try:
            _add_domain(lane, server, domain or "", told)
        except NotTold:
            complete = complete and domain == _BUILTIN
    seen = {*map(_sid, identifiers), *(member for _, member in told.memberships)}
    wanted = {sid for sid in seen if sid.startswith(_NAMED_BY_AUTHORITIES)}
    for named in _names(lane, sorted(wanted - told.principals.keys())):
        _add_named(named, told)
    return Accounts(
        authority=authority,
        principals=tuple(each for _, each in sorted(told.principals.items())),
        memberships=tuple(sorted(told.memberships)),
        untold=tuple(sorted(told.untold)),
        complete=complete,
        others=(joined,) if joined not in ("", own) else (),
        asker=asker,
        # A controller's own are the domain's, and computers are not among the users that it lists.
        whole=(own,) if complete and own != joined else (),
    )


def _about_itself(lane: Lane) -> tuple[str, str, str]:
    """Return the SIDs of the domain the server has joined, of its own, and of who asks it.

    Each is "" where there is none or it is not told.
    """
    joined = own = Domain("", "")
    asker = ""
    with suppress(NotTold), opened(lane, LSARPC) as pipe:
        handle = lsarpc.policy(pipe)
        joined = lsarpc.domain(pipe, handle, Policy.PRIMARY_DOMAIN)
        own = lsarpc.domain(pipe, handle, Policy.ACCOUNT_DOMAIN)
        asker = lsarpc.asker(pipe, handle)
    return joined.sid, own.sid, asker


def _add_domain(lane: Lane, server: str, sid: str, told: _Told) -> None:
    """Add users, groups and members of a domain of the server. Raises NotTold."""
    if not sid:
        raise NotTold("the server does not tell its domain")
    with opened(lane, SAMR) as pipe, samr.domain_of(pipe, server, sid) as domain:
        for user in samr.users(pipe, domain) if sid != _BUILTIN else ():
            kind = _KINDS.get(user.rid, PrincipalKind.UNKNOWN)
            told.add(f"{sid}-{user.rid}", kind, user.name, enabled=user.enabled)
        for what in Listed:
            for group in samr.groups(pipe, domain, what):
                identifier = f"{sid}-{group.rid}"
                told.add(identifier, PrincipalKind.GROUP, group.name)
                try:
                    members = _members(pipe, domain, sid, what, group.rid)
                except NotTold:
                    told.untold.add(identifier)
                else:
                    told.memberships.update((identifier, member) for member in members)


def _members(pipe: Pipe, domain: bytes, sid: str, what: Listed, rid: int) -> tuple[str, ...]:
    """Return the SIDs of the members of a group. Raises NotTold."""
    if what is Listed.ALIASES:
        return samr.alias_members(pipe, domain, rid)
    return tuple(f"{sid}-{member}" for member in samr.group_members(pipe, domain, rid))


def _names(lane: Lane, sids: list[str]) -> Iterator[Named]:
    """Yield what SIDs stand for; nothing where the server does not tell."""
    if not sids:
        return
    try:
        with opened(lane, LSARPC) as pipe:
            yield from lsarpc.names(pipe, lsarpc.policy(pipe), sids)
    except NotTold:
        return


def _add_named(named: Named, told: _Told) -> None:
    """Add an account or group of another authority, whose members are not told."""
    name = rf"{named.domain}\{named.name}" if named.domain else named.name
    if named.use in _GROUPS:
        identifier = _identifier(named.sid)
        told.add(identifier, PrincipalKind.GROUP, name)
        told.untold.add(identifier)
    elif named.use is Use.USER:
        rid = int(named.sid.rpartition("-")[2])
        told.add(named.sid, _KINDS.get(rid, PrincipalKind.UNKNOWN), name)
    elif named.use is Use.COMPUTER:
        told.add(named.sid, PrincipalKind.SERVICE, name)


def _sid(identifier: str) -> str:
    """Return the SID of an identifier; a Unix user without a Windows account cannot log on."""
    if identifier.startswith("gid:"):
        return _UNIX_GROUP + identifier.removeprefix("gid:")
    return identifier


def _identifier(sid: str) -> str:
    return f"gid:{sid.removeprefix(_UNIX_GROUP)}" if sid.startswith(_UNIX_GROUP) else sid

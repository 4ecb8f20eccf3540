"""The users and groups of a domain, as its directory tells them.

Groups that every Windows machine has (Administrators, Users and such) are left out: a server has
its own of these, and those of the directory are its controllers'. Memberships come from the group
and from the member, of which one may be hidden from the account that asks, and primary groups from
the member alone. A distribution list gives its members nothing, nor does a group through it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from ldap3.utils.conv import escape_filter_chars

from connectors.base import Accounts, Detail, DirectoryUnread, Principal, PrincipalKind
from connectors.directory.link import Attributes, Found, Link
from connectors.directory.objects import ATTRIBUTES, MEMBER, Object, decoded, sid_of

_BUILTIN = "S-1-5-32-"
_OF_DOMAINS = "S-1-5-21-"
_OBJECTS = "(|(objectSid=*)(objectClass=contact))"
_OF_TRUST = ("trustDirection", "securityIdentifier", "trustPartner")
_OUTBOUND = 2  # trustDirection: those of the other domain may log on here


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain: its SID, the short name before its accounts, and the domains that it trusts."""

    sid: str
    label: str
    trusted: tuple[str, ...] = ()


def read_accounts(link: Link, now: datetime) -> Accounts:
    """Return all users and groups of a domain. Raises DirectoryUnread."""
    try:
        found = link.search(link.base, _OBJECTS, ATTRIBUTES, ranged=MEMBER)
        return accounts_of(_domain(link), found, now)
    except (ValueError, LookupError) as error:
        raise DirectoryUnread("the controller's answer cannot be understood") from error


def label_of(link: Link) -> str:
    """Return the short name of a domain, as its accounts have it. Raises DirectoryUnread."""
    try:
        return _domain(link).label
    except (ValueError, LookupError) as error:
        raise DirectoryUnread("the controller's answer cannot be understood") from error


def accounts_of(domain: Domain, found: Iterable[Found], now: datetime) -> Accounts:
    """Return the objects of a domain as accounts. Raises ValueError for one that is damaged."""
    told = _Told(domain)
    for each in found:
        told.add(decoded(each, now))
    return told.accounts()


@dataclass(slots=True)
class _Told:
    """What the directory told so far; objects by their name in it."""

    domain: Domain
    objects: dict[str, Object] = field(default_factory=dict)

    def add(self, each: Object) -> None:
        if each.sid != self.domain.sid:  # the domain itself is an object too
            self.objects[each.dn] = each

    def accounts(self) -> Accounts:
        principals = {each.identifier: each for each in self._principals()}
        untold = {sid for sid in self._untold() if sid in principals}
        return Accounts(
            authority=self.domain.sid,
            principals=tuple(each for _, each in sorted(principals.items())),
            memberships=tuple(sorted(set(self._memberships()))),
            untold=tuple(sorted(untold)),
            others=self.domain.trusted,
            details=tuple(sorted(self._details())),
            whole=(self.domain.sid,),
        )

    def _own(self) -> Iterator[Object]:
        for each in self.objects.values():
            if each.sid and not each.sid.startswith(_BUILTIN):
                yield each

    def _principals(self) -> Iterator[Principal]:
        for each in self._own():
            for sid in each.former_sids:
                name = rf"{self.domain.label}\{each.name}, by what it was in another domain"
                yield _principal(sid, PrincipalKind.GROUP, name)
        for each in self._own():  # comes after, and takes the place of what another one was
            if each.sid.startswith(_OF_DOMAINS):
                name = rf"{self.domain.label}\{each.name}" if each.name else ""
                yield _principal(each.sid, each.kind, name, enabled=each.enabled)

    def _details(self) -> Iterator[tuple[str, Detail]]:
        for each in self._own():
            manager = self.objects.get(each.detail.manager)
            detail = each.detail._replace(manager=manager.sid if manager else "")
            if each.sid.startswith(_OF_DOMAINS) and detail != Detail():
                yield each.sid, detail

    def _memberships(self) -> Iterator[tuple[str, str]]:
        for each in self._own():
            for sid in each.former_sids:
                yield sid, each.sid
            if each.primary_group:
                yield f"{self.domain.sid}-{each.primary_group}", each.sid
            for group in each.groups:
                yield from self._pair(self.objects.get(group), each)
            for member in each.members:
                yield from self._pair(each, self.objects.get(member))

    def _pair(self, group: Object | None, member: Object | None) -> Iterator[tuple[str, str]]:
        if group is None or member is None or not member.sid or not group.counts:
            return
        if not group.sid.startswith(_BUILTIN) and not member.sid.startswith(_BUILTIN):
            yield group.sid, member.sid

    def _untold(self) -> Iterator[str]:
        """Yield the groups of whom not all members are known: some are of other domains, say."""
        for each in self._own():
            beyond = any(member not in self.objects for member in each.members)
            if each.foreign or each.cut_short or beyond:
                yield each.sid


def _principal(
    sid: str, kind: PrincipalKind, name: str, *, enabled: bool | None = None
) -> Principal:
    return Principal(sid.rpartition("-")[0], sid, kind, name, enabled)


def _domain(link: Link) -> Domain:
    sid = sid_of(link.one(link.base, ["objectSid"])["objectSid"][0])
    named = f"(&(objectClass=crossRef)(nCName={escape_filter_chars(link.base)}))"
    names = link.search(link.configuration, named, ["nETBIOSName"])
    labels = [each.attributes["nETBIOSName"][0].decode() for each in names]
    trusts = link.search(link.base, "(objectClass=trustedDomain)", _OF_TRUST)
    return Domain(
        sid,
        label=labels[0] if labels else link.base.partition("=")[2].partition(",")[0],
        trusted=tuple(sorted(each for trust in trusts for each in trusted(trust.attributes))),
    )


def trusted(trust: Attributes) -> Iterator[str]:
    """Yield the SID of a domain whose people may log on here; of another kind of realm its name.

    A trust whose direction is hidden from the account that asks is taken to let people in.
    """
    direction = trust.get("trustDirection")
    if direction is None or int(direction[0]) & _OUTBOUND:
        sid = trust.get("securityIdentifier")
        yield sid_of(sid[0]) if sid else trust["trustPartner"][0].decode("utf-8", "replace")

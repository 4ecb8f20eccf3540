"""Whom an export names: logins as claims, e-mail addresses or bare names, brought to principals.

Users are known by their user principal name, which is theirs alone in all of Microsoft 365;
groups of SharePoint by their site and name; groups of Entra by their id. A guest's name holds
``#ext#``.

Source  Microsoft 365 documentation, "Report on file and folder sharing in a SharePoint site";
        encoded claims as public scripts of administrators handle them; read 2026-11-27.
"""

from __future__ import annotations

import re

from connectors.base import Principal, PrincipalKind
from connectors.sharepoint.places import Place, cleaned, name_key, shown, site_of
from connectors.sharepoint.rows import LinkScope, Who

AUTHORITY = "microsoft365"
EVERYONE = "everyone"
EVERYONE_BUT_GUESTS = "everyone-but-guests"
BY_NAME = "name:"
_CLAIM = re.compile(r"[ic]:0[^|]*\|", re.IGNORECASE)
_LINK_LOGIN = re.compile(r"sharinglinks\.[^.]*\.([a-z]+)\.(.+)", re.IGNORECASE)
_EVERYONE_NAMES = frozenset({"everyone", "all users"})
_EVERYONE_LOGINS = frozenset({"c:0(.s|true", "c:0!.s|windows", "everyone"})
_BUT_GUESTS_NAME = "everyone except external users"
_SERVICES = ("app@sharepoint", "sharepoint\\system", "system account", "nt authority")
_GUEST_MARK = "#ext#"
_MAIL = re.compile(r"[^\s@|<>]+@[^\s@|<>]+")
_LINK_NAMES = {
    LinkScope.ANYONE: "link for anyone",
    LinkScope.ORGANISATION: "link for the organisation",
    LinkScope.PEOPLE: "link for specific people",
    LinkScope.UNTOLD: "link of a kind that is not told",
}


def claim_of_all(who: Who) -> Principal | None:
    """Return the group of everyone that a claim stands for, if it does."""
    login, name = who.login.casefold(), who.name.casefold().strip()
    if "spo-grid-all-users" in login or name == _BUT_GUESTS_NAME:
        return _group(EVERYONE_BUT_GUESTS, "Everyone except external users")
    if login in _EVERYONE_LOGINS or (not login and name in _EVERYONE_NAMES):
        return _group(EVERYONE, "Everyone")
    return None


def principal_of(who: Who, place: Place) -> Principal:
    """Return whom an export names at a place. Raises ValueError where it names nobody."""
    login, name = cleaned(who.login), cleaned(who.name)
    if not (login or name or who.email):
        raise ValueError("nobody is named")
    everyone = claim_of_all(who)
    if everyone is not None:
        return everyone
    kind = who.kind.casefold()
    if _is_group(login, kind):
        return _group_of(login, name, cleaned(who.email), kind, place)
    return _user_of(login, name, cleaned(who.email), who)


def site_group(name: str, place: Place) -> Principal:
    """Return a group of SharePoint, which is its site's own."""
    site = shown(site_of(place)).casefold()
    return _group(f"group:{site}:{name_key(cleaned(name))}", cleaned(name))


def link_group(link_id: str, scope: LinkScope, place: Place) -> Principal:
    """Return who holds a sharing link, as a group; of one without an id, all at a place."""
    at = link_id.casefold() or f"{scope.value}:{shown(place).casefold()}"
    return _group(f"link:{at}", _LINK_NAMES[scope])


def link_of(login: str) -> tuple[str, LinkScope, str] | None:
    """Return id, scope and level of the link that a hidden group of SharePoint stands for.

    >>> link_of("SharingLinks.c8.OrganizationView.2f")
    ('2f', <LinkScope.ORGANISATION: 'organisation'>, 'Read')
    >>> link_of("Housing Members") is None
    True
    """
    found = _LINK_LOGIN.search(login)
    if found is None:
        return None
    kind = found[1].casefold()
    scope = LinkScope.UNTOLD
    if kind.startswith("organization"):
        scope = LinkScope.ORGANISATION
    elif kind.startswith("anonymous"):
        scope = LinkScope.ANYONE
    level = "Edit" if kind.endswith("edit") else "Read" if kind.endswith("view") else "Sharing link"
    return found[2], scope, level


def _is_group(login: str, kind: str) -> bool:
    lowered = login.casefold()
    if lowered.startswith("i:"):
        return False
    return "group" in kind or "role" in kind or lowered.startswith("c:0")


def _group_of(login: str, name: str, email: str, kind: str, place: Place) -> Principal:
    if _CLAIM.match(login):
        identifier = login.rpartition("|")[2].casefold()
        return _group(f"entra:{identifier}", name or identifier)
    if "sharepoint" in kind or "siteg" in kind or kind == "group":
        return site_group(name or login, place)
    return _group(f"entra:{name_key(login or email or name)}", name or login or email)


def _user_of(login: str, name: str, email: str, who: Who) -> Principal:
    account = _account(login, name, email).casefold()
    identifier = account or f"{BY_NAME}{name_key(name or login)}"
    said = who.kind.casefold()
    kind = PrincipalKind.UNKNOWN
    if _GUEST_MARK in identifier or "guest" in said or "external" in said:
        kind = PrincipalKind.GUEST
    elif any(each in identifier for each in _SERVICES) or "application" in said:
        kind = PrincipalKind.SERVICE
    enabled = None if who.enabled else False  # no more is told than that it was deleted
    return Principal(AUTHORITY, identifier, kind, name or account or login, enabled)


def _account(login: str, name: str, email: str) -> str:
    """Return the user principal name, or what is nearest to it; "" where only a name is told."""
    last = login.rpartition("|")[2]
    if "|" in login or "\\" in last or _MAIL.fullmatch(last):
        return last
    return email or (name if _MAIL.fullmatch(name) else "")


def _group(identifier: str, name: str) -> Principal:
    return Principal(AUTHORITY, identifier, PrincipalKind.GROUP, name)

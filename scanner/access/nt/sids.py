"""Security identifiers that mean the same everywhere, and who holds them over the network.

Source  [MS-DTYP] 2.4.2.4, Well-Known SID Structures; Windows Server documentation, "Security
        identifiers" and "Special identity groups"; read 2026-11-25.
"""

from __future__ import annotations

from collections.abc import Mapping

EVERYONE = "S-1-1-0"
AUTHENTICATED = "S-1-5-11"
NETWORK = "S-1-5-2"
ANONYMOUS = "S-1-5-7"
CREATOR_OWNER, CREATOR_GROUP = "S-1-3-0", "S-1-3-1"
OWNER_RIGHTS = "S-1-3-4"
SYSTEM = "S-1-5-18"
ADMINISTRATORS = "S-1-5-32-544"
USERS = "S-1-5-32-545"
GUESTS = "S-1-5-32-546"
BACKUP_OPERATORS = "S-1-5-32-551"

OF_ALL = frozenset({EVERYONE, AUTHENTICATED, NETWORK})
"""Held by whoever comes over the network with an account (the guest account: not the second)."""

BY_LOGON: Mapping[str, str] = {
    "S-1-2-0": "people at the machine itself",
    "S-1-5-15": "This Organization",
    "S-1-5-64-10": "people who log on by NTLM",
    "S-1-5-64-14": "people who log on by SChannel",
    "S-1-5-64-21": "people who log on by Digest",
    "S-1-5-65-1": "people who log on by a key",
    "S-1-5-113": "local accounts",
    "S-1-5-114": "local accounts of administrators",
    "S-1-5-1000": "Other Organization",
    "S-1-18-1": "people whom a domain controller knows",
    "S-1-18-2": "people whom a service vouches for",
}
"""Held or not, depending on how and where one logs on: what they grant is not decided here."""

_NEVER_PEOPLE: Mapping[str, str] = {
    CREATOR_OWNER: "Creator Owner",
    CREATOR_GROUP: "Creator Group",
    "S-1-3-2": "Creator Owner Server",
    "S-1-3-3": "Creator Group Server",
    OWNER_RIGHTS: "Owner Rights",
    "S-1-5-1": "Dialup",
    "S-1-5-3": "Batch",
    "S-1-5-4": "Interactive",
    "S-1-5-6": "Service",
    ANONYMOUS: "Anonymous",
    "S-1-5-8": "Proxy",
    "S-1-5-9": "Enterprise Domain Controllers",
    "S-1-5-10": "Self",
    "S-1-5-13": "Terminal Server Users",
    "S-1-5-14": "Remote Interactive Logon",
    "S-1-5-17": "the web server's guest account",
    SYSTEM: "the system itself",
    "S-1-5-19": "Local Service",
    "S-1-5-20": "Network Service",
}
"""Nobody holds these over the network, or no person does, or they are a way to speak of others."""

_NEVER_PEOPLE_UNDER = ("S-1-5-5-", "S-1-5-80-", "S-1-5-82-", "S-1-5-83-", "S-1-5-90-", "S-1-15-")
"""Log-on sessions, services, application pools, virtual machines, window managers, apps."""

_NAMES: Mapping[str, str] = {
    EVERYONE: "Everyone",
    AUTHENTICATED: "Authenticated Users",
    NETWORK: "Network",
    ADMINISTRATORS: "Administrators",
    USERS: "Users",
    GUESTS: "Guests",
    "S-1-5-32-547": "Power Users",
    "S-1-5-32-548": "Account Operators",
    "S-1-5-32-549": "Server Operators",
    "S-1-5-32-550": "Print Operators",
    BACKUP_OPERATORS: "Backup Operators",
    "S-1-5-32-552": "Replicators",
    "S-1-5-32-555": "Remote Desktop Users",
    "S-1-5-32-580": "Remote Management Users",
}
_NAMES_IN_DOMAIN: Mapping[str, str] = {
    "498": "Enterprise Read-only Domain Controllers",
    "500": "Administrator",
    "501": "Guest",
    "512": "Domain Admins",
    "513": "Domain Users",
    "514": "Domain Guests",
    "515": "Domain Computers",
    "516": "Domain Controllers",
    "519": "Enterprise Admins",
}
_BROAD = frozenset({*OF_ALL, USERS, GUESTS, ANONYMOUS})
_BROAD_IN_DOMAIN = frozenset({"513", "514"})
_DOMAIN = "S-1-5-21-"
_UNIX_USER, _UNIX_GROUP = "S-1-22-1-", "S-1-22-2-"


def name_of(sid: str) -> str:
    """Return the name that a SID has everywhere; "" if it has none.

    >>> name_of("S-1-5-21-1-2-3-513")
    'Domain Users'
    """
    if sid.startswith(_DOMAIN):
        return _NAMES_IN_DOMAIN.get(sid.rpartition("-")[2], "")
    return _NAMES.get(sid, "") or _NEVER_PEOPLE.get(sid, "") or BY_LOGON.get(sid, "")


def is_broad(sid: str) -> bool:
    """Return whether a SID stands for as good as everyone, whoever its members are."""
    if sid.startswith(_DOMAIN):
        return sid.rpartition("-")[2] in _BROAD_IN_DOMAIN
    return sid in _BROAD


def is_guest(sid: str) -> bool:
    """Return whether a SID is a domain's or machine's guest account."""
    return sid.startswith(_DOMAIN) and sid.endswith("-501")


def never_people(sid: str) -> bool:
    """Return whether no person holds a SID over the network, so that nobody is missed by it."""
    return sid in _NEVER_PEOPLE or sid.startswith(_NEVER_PEOPLE_UNDER)


def is_unix(sid: str) -> bool:
    """Return whether a SID is Samba's for a Unix user or group without a Windows one."""
    return sid.startswith((_UNIX_USER, _UNIX_GROUP))


def identifier(sid: str) -> str:
    """Return the identifier of the principal a SID stands for.

    >>> identifier("S-1-22-2-100"), identifier("S-1-1-0")
    ('gid:100', 'S-1-1-0')
    """
    for prefix, kind in ((_UNIX_USER, "uid:"), (_UNIX_GROUP, "gid:")):
        if sid.startswith(prefix):
            return f"{kind}{sid.removeprefix(prefix)}"
    return sid

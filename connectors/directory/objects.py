"""Objects of Active Directory, decoded: what each is, and whether it can be used now.

Source  [MS-ADTS] 2.2.12 (groupType), 2.2.16 (userAccountControl), 2.3.7 (objectSid in filters);
        [MS-ADA1] accountExpires, lastLogonTimestamp; [MS-DTYP] 2.4.2.2 (SID); read 2026-11-26.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from ldap3.core.exceptions import LDAPInvalidDnError
from ldap3.utils.dn import parse_dn

from connectors.base import Detail, PrincipalKind
from connectors.directory.link import Attributes, Found

ATTRIBUTES = (
    "objectSid",
    "objectClass",
    "sAMAccountName",
    "groupType",
    "primaryGroupID",
    "userAccountControl",
    "accountExpires",
    "servicePrincipalName",
    "mail",
    "sIDHistory",
    "memberOf",
    "department",
    "manager",
    "lastLogonTimestamp",
)
MEMBER = "member"
_PART = f"{MEMBER};range="
_SID = struct.Struct(">BBHI")  # the authority is big endian, six bytes
_REVISION = 1
_DISABLED = 0x2
_OF_MACHINES = 0x800 | 0x1000 | 0x2000  # trust, workstation or server, domain controller
_SECURITY = 0x80000000
_NEVER = (0, 0x7FFFFFFFFFFFFFFF)  # accountExpires
_EPOCH = 116_444_736_000_000_000  # 1970 in Windows' steps of 100 ns since 1601
_STEPS_PER_SECOND = 10_000_000
_ABOVE = re.compile(r"(?:[^,\\]|\\.)*,", re.DOTALL)  # the name's own part, before what it lies in
_ESCAPED = re.compile(r"\\([^0-9A-Fa-f])")  # as directories write a comma within a name
_BY_NUMBER: Mapping[str, PrincipalKind] = {
    "501": PrincipalKind.GUEST,
    "502": PrincipalKind.SERVICE,  # the domain's key, Windows' default account and its sandbox
    "503": PrincipalKind.SERVICE,
    "504": PrincipalKind.SERVICE,
}


@dataclass(frozen=True, slots=True)
class Object:
    """A user, group, computer, or name of another domain's. ``sid`` is empty for a contact.

    ``counts`` is false for a distribution list: being in it gives nothing. Members and groups
    are names in the directory, as is the ``manager`` of ``detail``; ``primary_group`` is the last
    number of a SID or empty. A group that is ``cut_short`` has more members than are told here.
    """

    dn: str
    sid: str
    name: str
    kind: PrincipalKind
    enabled: bool
    foreign: bool
    counts: bool
    cut_short: bool
    primary_group: str
    former_sids: tuple[str, ...]
    members: tuple[str, ...]
    groups: tuple[str, ...]
    detail: Detail


def decoded(found: Found, now: datetime) -> Object:
    """Return what an object is at a moment. Raises ValueError if it cannot be understood."""
    told = found.attributes
    classes = {each.decode("ascii", "replace").lower() for each in told.get("objectClass", ())}
    sid = sid_of(told["objectSid"][0]) if told.get("objectSid") else ""
    is_group = "group" in classes
    foreign = "foreignsecurityprincipal" in classes
    is_list = is_group and not _number(told, "groupType") & _SECURITY
    return Object(
        dn=key_of(found.dn),
        sid=sid,
        name=_text(told, "sAMAccountName"),
        kind=PrincipalKind.GROUP if is_group or foreign else _kind(sid, classes, told),
        enabled=is_group or foreign or _is_usable(told, now),
        foreign=foreign,
        counts=not is_list,
        cut_short=any(name.startswith(_PART) and not name.endswith("*") for name in told),
        primary_group=_text(told, "primaryGroupID"),
        former_sids=tuple(sid_of(each) for each in told.get("sIDHistory", ())),
        members=tuple(
            key_of(each.decode())
            for name, values in told.items()
            if name == MEMBER or name.startswith(_PART)
            for each in values
        ),
        groups=tuple(key_of(each.decode()) for each in told.get("memberOf", ())),
        detail=Detail() if is_group or foreign else _detail(found.dn, told),
    )


def key_of(dn: str) -> str:
    """Return a name in the directory in one spelling: case means nothing there."""
    return dn.casefold()


def sid_of(raw: bytes) -> str:
    """Return a SID as text. Raises ValueError if it is none.

    >>> sid_of(bytes.fromhex("0102000000000005200000002e020000"))
    'S-1-5-32-558'
    """
    try:
        revision, count, high, low = _SID.unpack_from(raw)
        parts = struct.unpack(f"<{count}I", raw[_SID.size :])
    except struct.error as error:
        raise ValueError("a SID of the wrong length") from error
    if revision != _REVISION:
        raise ValueError(f"a SID of revision {revision}")
    return "-".join(("S-1", str(high << 32 | low), *map(str, parts)))


def _kind(sid: str, classes: set[str], told: Attributes) -> PrincipalKind:
    """Return whose account it is; one that may be a person's is unknown.

    A service's is a machine's (managed service accounts are such), or one that services log on
    under (a service principal name) and nobody gets mail at.
    """
    well_known = _BY_NUMBER.get(sid.rpartition("-")[2])
    if well_known is not None:
        return well_known
    if "computer" in classes or _number(told, "userAccountControl") & _OF_MACHINES:
        return PrincipalKind.SERVICE
    if told.get("servicePrincipalName") and not told.get("mail"):
        return PrincipalKind.SERVICE
    return PrincipalKind.UNKNOWN


def _detail(dn: str, told: Attributes) -> Detail:
    above = _ABOVE.match(dn)
    return Detail(
        department=_text(told, "department"),
        manager=key_of(_text(told, "manager")),
        last_logon=_day(_number(told, "lastLogonTimestamp")),
        unit=_units(dn[above.end() :]) if above else (),
    )


@lru_cache(maxsize=4_096)
def _units(dn: str) -> tuple[str, ...]:
    """Return the organisational units in a name, outermost first.

    >>> _units("OU=Rents,OU=Housing,DC=council,DC=example")
    ('Housing', 'Rents')
    """
    try:
        parts = parse_dn(dn, escape=False, strip=True)
    except LDAPInvalidDnError:
        return ()
    return tuple(
        _ESCAPED.sub(r"\1", value) for name, value, _ in reversed(parts) if name.upper() == "OU"
    )


def _day(steps: int) -> str:
    """Return the day of a time in Windows' steps, empty for none."""
    if steps in _NEVER:
        return ""
    return datetime.fromtimestamp((steps - _EPOCH) / _STEPS_PER_SECOND, UTC).date().isoformat()


def _is_usable(told: Attributes, now: datetime) -> bool:
    """Return whether an account is neither disabled nor expired; what is not told counts as so."""
    if _number(told, "userAccountControl") & _DISABLED:
        return False
    expires = _number(told, "accountExpires")
    if expires in _NEVER:
        return True
    return (expires - _EPOCH) / _STEPS_PER_SECOND > now.astimezone(UTC).timestamp()


def _number(told: Attributes, name: str) -> int:
    return int(_text(told, name) or 0)


def _text(told: Attributes, name: str) -> str:
    values = told.get(name)
    return values[0].decode("utf-8", "replace") if values else ""

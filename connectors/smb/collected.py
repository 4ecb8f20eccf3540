"""What an administrator's script told of a Windows server: shares, local groups, privileges.

Windows tells these to administrators alone. The script (docs/windows/collect-permissions.ps1) is
run on the server and writes JSON, which is imported once and then stands in for what the account
that scans may not ask. What the server tells that account itself comes first.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from connectors.base import (
    Accounts,
    DescriptorKind,
    Principal,
    PrincipalKind,
    Privilege,
    SecurityDescriptor,
)

FORMAT = "stocktake-server-permissions"
LARGEST_BYTES = 64 << 20  # a server with 100,000 group members writes a tenth of this
_BUILTIN, _OF_DOMAINS = "S-1-5-32-", "S-1-5-21-"
_SID = re.compile(r"S-1-[0-9]+(?:-[0-9]+){1,15}")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # as Out-File writes it
_LEAST_DESCRIPTOR_BYTES = 20  # its header: [MS-DTYP] 2.4.6


class CollectedUnread(Exception):
    """A file is not what the script writes; the message says why, in one line."""


def _sid(text: str) -> str:
    if _SID.fullmatch(text) is None:
        raise ValueError("is no SID")
    return text


def _descriptor(text: str) -> str:
    try:
        raw = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("is no base64") from error
    if len(raw) < _LEAST_DESCRIPTOR_BYTES or raw[0] != 1:
        raise ValueError("is no security descriptor")
    return text


_Sid = Annotated[str, AfterValidator(_sid)]


class _Part(BaseModel):
    """A part of the file. What later versions of the script may add is passed over."""

    model_config = ConfigDict(frozen=True, strict=True, hide_input_in_errors=True)


class _Share(_Part):
    name: str
    descriptor: Annotated[str, AfterValidator(_descriptor)]


class _Member(_Part):
    sid: _Sid
    name: str = ""
    group: bool = False


class _Group(_Part):
    sid: _Sid
    name: str
    members: tuple[_Member, ...]


class _User(_Part):
    sid: _Sid
    name: str
    enabled: bool


class _File(_Part):
    format: str
    version: int
    collected: Annotated[AwareDatetime, Field(strict=False)]
    names: Annotated[tuple[str, ...], Field(min_length=1)]
    domain_sid: str = ""
    machine_sid: str = ""
    shares: tuple[_Share, ...]
    groups: tuple[_Group, ...]
    users: tuple[_User, ...]
    privileges: Mapping[str, tuple[_Sid, ...]]


@dataclass(frozen=True, slots=True)
class Collected:
    """What the script told of one server.

    ``names`` are those by which the server is known, its host name first, in small letters;
    ``text`` is the file as JSON, from which it can be read again.
    """

    names: tuple[str, ...]
    taken: datetime
    text: str
    _file: _File

    @property
    def shares(self) -> tuple[str, ...]:
        """The names of the shares whose permissions are told."""
        return tuple(each.name for each in self._file.shares)

    @property
    def groups(self) -> int:
        """How many local groups are told, with their members."""
        return len(self._file.groups)

    def share_security(self, share: str) -> SecurityDescriptor | None:
        """Return the permissions of a share itself; None where they are not told."""
        for each in self._file.shares:
            if each.name.lower() == share.lower():
                raw = base64.b64decode(each.descriptor)
                return SecurityDescriptor(DescriptorKind.NT, raw)
        return None

    def added_to(self, told: Accounts) -> Accounts:
        """Return what a server told of its accounts, with what it did not tell."""
        file = self._file
        known = {each.identifier: each for each in told.principals}
        open_groups = {
            each.identifier
            for each in told.principals
            if each.kind is PrincipalKind.GROUP and each.identifier not in told.untold
        }
        principals = {each.identifier: each for each in self._principals(told.authority)}
        filled = [each for each in file.groups if each.sid not in open_groups]
        answered = {each.sid for each in filled}
        memberships = {(group.sid, one.sid) for group in filled for one in group.members}
        foreign = {
            member.sid
            for group in filled
            for member in group.members
            if member.group and member.sid not in known.keys() | answered | open_groups
        }
        domain = () if file.domain_sid in ("", file.machine_sid) else (file.domain_sid,)
        return replace(
            told,
            principals=tuple(each for _, each in sorted((principals | known).items())),
            memberships=tuple(sorted(memberships.union(told.memberships))),
            untold=tuple(sorted((set(told.untold) | foreign) - answered)),
            complete=told.complete or bool(file.groups),
            others=told.others or domain,
            privileges=self._privileges(),
            recorded=self.taken.date().isoformat(),
        )

    def _principals(self, authority: str) -> list[Principal]:
        file = self._file
        members = (
            Principal(
                each.sid.rpartition("-")[0],
                each.sid,
                PrincipalKind.GROUP if each.group else PrincipalKind.UNKNOWN,
                each.name,
            )
            for group in file.groups
            for each in group.members
            if each.sid.startswith(_OF_DOMAINS)
        )
        users = (
            Principal(
                each.sid.rpartition("-")[0],
                each.sid,
                PrincipalKind.UNKNOWN,
                each.name,
                each.enabled,
            )
            for each in file.users
        )
        groups = (
            Principal(
                authority if each.sid.startswith(_BUILTIN) else each.sid.rpartition("-")[0],
                each.sid,
                PrincipalKind.GROUP,
                each.name,
            )
            for each in file.groups
        )
        return [*members, *users, *groups]

    def _privileges(self) -> tuple[tuple[Privilege, str], ...]:
        """Return who holds what goes past permissions; what else there is does not matter here."""
        wanted = {each.value for each in Privilege}
        return tuple(
            (Privilege(name), holder)
            for name, holders in sorted(self._file.privileges.items())
            if name in wanted
            for holder in holders
        )


def read_collected(raw: bytes) -> Collected:
    """Return what the script wrote. Raises CollectedUnread."""
    if len(raw) > LARGEST_BYTES:
        raise CollectedUnread(f"it is larger than {LARGEST_BYTES >> 20} MiB")
    try:
        text = raw.decode("utf-16" if raw[:2] in _UTF_16 else "utf-8-sig")
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CollectedUnread("it is no JSON, or was cut short") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise CollectedUnread("the collector did not write it")
    if told.get("version") != 1:
        raise CollectedUnread("another version of the collector wrote it: use the one in docs/")
    try:
        file = _File.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise CollectedUnread(f"{where}: {first['msg'].removeprefix('Value error, ')}") from error
    names = tuple(dict.fromkeys(each.lower() for each in file.names))
    return Collected(names, file.collected.astimezone(UTC), text, file)

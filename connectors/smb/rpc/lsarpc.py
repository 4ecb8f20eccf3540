"""The local security authority: names of SIDs, who asks, and which domains a server has as its own.

Source  [MS-LSAT] 3.1.4.11, LsarLookupSids; 2.2.13, LSAP_TRANSLATED_NAME; 3.1.4.8, LsarLookupNames;
        3.1.4.4, LsarGetUserName; [MS-LSAD] 3.1.4.4.1, LsarOpenPolicy2; 3.1.4.4.4,
        LsarQueryInformationPolicy; [MS-ERREF] 2.3.1. The two about who asks are from knowledge,
        checked against smbd 4.17 on 2026-11-27.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.ndr import Packer, Unpacker
from connectors.smb.rpc.pipe import Interface, Pipe

LSARPC = Interface("lsarpc", uuid.UUID("12345778-1234-abcd-ef00-0123456789ab"), 0)
_QUERY_POLICY, _SIDS_OF_NAMES, _LOOKUP_SIDS, _OPEN_POLICY, _USER_NAME = 7, 14, 15, 44, 45
_LOOKUP_NAMES, _VIEW_POLICY = 0x800, 0x001
_HANDLE_BYTES = 20
_ATTRIBUTES_BYTES = 24
_AT_A_TIME = 50  # SIDs: the longest of them still go into one fragment
_LEVEL = 1  # LsapLookupWksta: asks the server's domain and those it trusts too
_SUCCESS, _SOME_NOT_MAPPED, _NONE_MAPPED = 0, 0x107, 0xC0000073
_ACCESS_DENIED = 0xC0000022


class Use(IntEnum):
    """What a SID stands for: SID_NAME_USE."""

    USER = 1
    GROUP = 2
    DOMAIN = 3
    ALIAS = 4
    WELL_KNOWN = 5
    DELETED = 6
    INVALID = 7
    UNKNOWN = 8
    COMPUTER = 9
    LABEL = 10


class Policy(IntEnum):
    """What can be asked about a server's domains: POLICY_INFORMATION_CLASS."""

    PRIMARY_DOMAIN = 3  # the domain it has joined; without a SID: none
    ACCOUNT_DOMAIN = 5  # its own accounts


class Named(NamedTuple):
    """A SID with its name; ``domain`` is the name of the authority it is of, or empty."""

    sid: str
    use: Use
    domain: str
    name: str


class Domain(NamedTuple):
    """A domain by name and SID; the SID is empty where there is none."""

    name: str
    sid: str


def policy(pipe: Pipe) -> bytes:
    """Return a handle to ask with. Raises NotTold."""
    asked = Packer().number(0).number(_ATTRIBUTES_BYTES)
    for _ in range(5):
        asked.number(0)
    told = Unpacker(pipe.call(_OPEN_POLICY, asked.number(_LOOKUP_NAMES | _VIEW_POLICY).packed))
    handle = told.raw(_HANDLE_BYTES)
    _raise_unless(told.number(), _SUCCESS)
    return handle


def domain(pipe: Pipe, handle: bytes, which: Policy) -> Domain:
    """Return one of the server's domains. Raises NotTold."""
    asked = Packer().raw(handle).short(which)
    return domain_in(pipe.call(_QUERY_POLICY, asked.packed))


def domain_in(results: bytes) -> Domain:
    """Return the domain in the results of LsarQueryInformationPolicy. Raises NotTold."""
    told = Unpacker(results)
    if not told.number():
        _raise_unless(told.number(), _SUCCESS)
        raise NotTold("the server does not tell its domain")
    told.short()
    has_name = told.text_header()
    has_sid = told.number()
    name = told.text() if has_name else ""
    sid = told.sid() if has_sid else ""
    _raise_unless(told.number(), _SUCCESS)
    return Domain(name, sid)


def asker(pipe: Pipe, handle: bytes) -> str:
    """Return the SID of the account that asks. Raises NotTold."""
    name = asker_in(pipe.call(_USER_NAME, Packer().number(0).number(0).pointer().number(0).packed))
    data = name.encode("utf-16-le", "surrogatepass")
    size, length = len(data), len(data) // 2
    asked = Packer().raw(handle).number(1).number(1).short(size).short(size).pointer()
    asked.number(length).number(0).number(length).raw(data)
    asked.number(0).number(0).short(_LEVEL).number(0)
    return sid_in(pipe.call(_SIDS_OF_NAMES, asked.packed))


def asker_in(results: bytes) -> str:
    r"""Return DOMAIN\name from the results of LsarGetUserName. Raises NotTold."""
    told = Unpacker(results)
    name = _text(told) if told.number() else ""
    domain = _text(told) if told.number() and told.number() else ""
    _raise_unless(told.number(), _SUCCESS)
    if not name:
        raise NotTold("the server does not tell who asks")
    return rf"{domain}\{name}" if domain else name


def _text(told: Unpacker) -> str:
    return told.text() if told.text_header() else ""


def sid_in(results: bytes) -> str:
    """Return the SID in the results of LsarLookupNames for one name. Raises NotTold."""
    told = Unpacker(results)
    domains = _domains(told)
    announced, given = told.number(), told.number()
    found = [
        (_use(told.short()), told.number(), told.number())
        for _ in (told.array(announced) if given else ())
    ]
    told.number()
    _raise_unless(told.number(), _SUCCESS)
    for use, rid, place in found[:1]:
        if use is Use.USER and place < len(domains) and domains[place].sid:
            return f"{domains[place].sid}-{rid}"
    raise NotTold("the server does not tell who asks")


def names(pipe: Pipe, handle: bytes, sids: Sequence[str]) -> Iterator[Named]:
    """Yield SIDs with what they stand for, those without a name among them. Raises NotTold."""
    for first in range(0, len(sids), _AT_A_TIME):
        part = sids[first : first + _AT_A_TIME]
        asked = Packer().raw(handle).number(len(part)).pointer().number(len(part))
        for _ in part:
            asked.pointer()
        for sid in part:
            asked.sid(sid)
        asked.number(0).number(0).short(_LEVEL).number(0)
        yield from names_in(pipe.call(_LOOKUP_SIDS, asked.packed), part)


def names_in(results: bytes, sids: Sequence[str]) -> tuple[Named, ...]:
    """Return the names in the results of LsarLookupSids for ``sids``. Raises NotTold."""
    told = Unpacker(results)
    domains = _domains(told)
    announced, given = told.number(), told.number()
    found = [
        (told.short(), told.text_header(), told.number())
        for _ in (told.array(announced) if given else ())
    ]
    texts = [told.text() if has_name else "" for _, has_name, _ in found]
    told.number()
    status = told.number()
    if status == _NONE_MAPPED:
        return tuple(Named(sid, Use.UNKNOWN, "", "") for sid in sids)
    _raise_unless(status, _SUCCESS, _SOME_NOT_MAPPED)
    if len(found) != len(sids):
        raise NotTold("an answer about other SIDs than were asked for")
    return tuple(
        Named(sid, _use(use), domains[place].name if place < len(domains) else "", name)
        for sid, (use, _, place), name in zip(sids, found, texts, strict=True)
    )


def _domains(told: Unpacker) -> list[Domain]:
    if not told.number():
        return []
    announced, given, _ = told.number(), told.number(), told.number()
    found = [(told.text_header(), told.number()) for _ in (told.array(announced) if given else ())]
    return [
        Domain(told.text() if has_name else "", told.sid() if has_sid else "")
        for has_name, has_sid in found
    ]


def _use(value: int) -> Use:
    return Use(value) if value in Use.__members__.values() else Use.UNKNOWN


def _raise_unless(status: int, *good: int) -> None:
    if status == _ACCESS_DENIED:
        raise NotTold("the account may not ask for names")
    if status not in good:
        raise NotTold(f"the server does not tell names (status 0x{status:08x})")

"""The security account manager: a server's own users and groups, and who is in them.

Source  [MS-SAMR] 3.1.5: 3.1.5.1.2 SamrConnect2, 3.1.5.1.5 SamrOpenDomain, 3.1.5.2 enumerations,
        3.1.5.3.1 SamrQueryDisplayInformation, 3.1.5.5 SamrQueryInformationUser, 3.1.5.8 members;
        2.2.1.12, USER_ACCOUNT codes.
        Windows has let administrators alone ask since 2016 (policy RestrictRemoteSAM).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import NamedTuple

from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.ndr import Packer, Unpacker
from connectors.smb.rpc.pipe import Interface, Pipe

SAMR = Interface("samr", uuid.UUID("12345778-1234-abcd-ef00-0123456789ac"), 1)
_CLOSE, _OPEN_DOMAIN, _CONNECT = 1, 7, 57
_OPEN_GROUP, _MEMBERS_IN_GROUP = 19, 25
_OPEN_ALIAS, _MEMBERS_IN_ALIAS = 27, 33
_OPEN_USER, _QUERY_USER = 34, 36
_DISPLAY = 40
_READ_ACCOUNT, _CONTROL_LEVEL = 0x10, 16  # UserControlInformation
_CONNECT_AND_LOOK_UP, _LIST_AND_LOOK_UP = 0x21, 0x300
_LIST_GROUP_MEMBERS, _LIST_ALIAS_MEMBERS = 0x10, 0x04
_HANDLE_BYTES = 20
_BYTES_AT_A_TIME = 0x8000
_USERS_AT_A_TIME = 500
_MOST_CALLS = 10_000  # for one list: some hundred entries come with each
_USERS_LEVEL = 1  # DomainDisplayUser: ordinary accounts, not those of machines
_DISABLED = 0x0000_0001
_SUCCESS, _MORE_ENTRIES, _ACCESS_DENIED = 0, 0x105, 0xC0000022
_NO_MORE_ENTRIES = 0x8000001A


class Listed(IntEnum):
    """What is enumerated in a domain, by the number of its call."""

    GROUPS = 11
    ALIASES = 15


class User(NamedTuple):
    """A user of a domain, by the last number of the SID."""

    rid: int
    name: str
    enabled: bool


class Group(NamedTuple):
    """A group or alias of a domain, by the last number of the SID."""

    rid: int
    name: str


@contextmanager
def domain_of(pipe: Pipe, server: str, sid: str) -> Iterator[bytes]:
    """Open a domain of a server. Raises NotTold."""
    asked = Packer().pointer().text(rf"\\{server}").number(_CONNECT_AND_LOOK_UP)
    with _handle(pipe, _CONNECT, asked.packed) as manager:
        asked = Packer().raw(manager).number(_LIST_AND_LOOK_UP).sid(sid)
        with _handle(pipe, _OPEN_DOMAIN, asked.packed) as domain:
            yield domain


def users(pipe: Pipe, domain: bytes) -> Iterator[User]:
    """Yield the users of a domain. Raises NotTold."""
    at, tells_flags = 0, True
    for _ in range(_MOST_CALLS):
        asked = Packer().raw(domain).short(_USERS_LEVEL).number(at)
        asked.number(_USERS_AT_A_TIME).number(_BYTES_AT_A_TIME)
        found, more = users_in(pipe.call(_DISPLAY, asked.packed))
        for rid, name, control in found:
            # A controller of Samba's lists none of its users' flags, and tells them one by one.
            flags = control or (tells_flags and _control_of(pipe, domain, rid))
            tells_flags = bool(flags)
            yield User(rid, name, not flags & _DISABLED)
        at += len(found)
        if not more or not found:
            return
    raise NotTold("a list of users without end")


def groups(pipe: Pipe, domain: bytes, what: Listed) -> Iterator[Group]:
    """Yield the groups or aliases of a domain. Raises NotTold."""
    place = 0
    for _ in range(_MOST_CALLS):
        asked = Packer().raw(domain).number(place).number(_BYTES_AT_A_TIME)
        found, place, more = groups_in(pipe.call(what, asked.packed))
        yield from found
        if not more or not found:
            return
    raise NotTold("a list of groups without end")


def group_members(pipe: Pipe, domain: bytes, rid: int) -> tuple[int, ...]:
    """Return the members of a group, as numbers within its domain. Raises NotTold."""
    asked = Packer().raw(domain).number(_LIST_GROUP_MEMBERS).number(rid)
    with _handle(pipe, _OPEN_GROUP, asked.packed) as group:
        return numbers_in(pipe.call(_MEMBERS_IN_GROUP, group))


def alias_members(pipe: Pipe, domain: bytes, rid: int) -> tuple[str, ...]:
    """Return the members of an alias, as SIDs. Raises NotTold."""
    asked = Packer().raw(domain).number(_LIST_ALIAS_MEMBERS).number(rid)
    with _handle(pipe, _OPEN_ALIAS, asked.packed) as alias:
        return sids_in(pipe.call(_MEMBERS_IN_ALIAS, alias))


def _control_of(pipe: Pipe, domain: bytes, rid: int) -> int:
    """Return the flags of a user, 0 where they are not told."""
    asked = Packer().raw(domain).number(_READ_ACCOUNT).number(rid)
    try:
        with _handle(pipe, _OPEN_USER, asked.packed) as user:
            wanted = Packer().raw(user).short(_CONTROL_LEVEL)
            told = Unpacker(pipe.call(_QUERY_USER, wanted.packed))
            if not told.number():
                return 0
            told.short()  # the level again
            return told.number()
    except NotTold:
        return 0


def users_in(results: bytes) -> tuple[list[tuple[int, str, int]], bool]:
    """Return number, name and flags of users, and whether there are more.

    From SamrQueryDisplayInformation.
    """
    told = Unpacker(results)
    told.number()
    told.number()
    told.short()
    announced, given = told.number(), told.number()
    found = []
    for _ in told.array(announced) if given else ():
        _, rid, control = told.number(), told.number(), told.number()
        found.append((rid, control, [told.text_header() for _ in range(3)]))
    made = []
    for rid, control, texts in found:
        name, _, _ = (told.text() if follows else "" for follows in texts)
        made.append((rid, name, control))
    return made, _has_more(told.number())


def groups_in(results: bytes) -> tuple[list[Group], int, bool]:
    """Return groups, where to go on, and whether there are more, from an enumeration."""
    told = Unpacker(results)
    place = told.number()
    found = []
    if told.number():
        announced, given = told.number(), told.number()
        found = [
            (told.number(), told.text_header()) for _ in (told.array(announced) if given else ())
        ]
    made = [Group(rid, told.text() if follows else "") for rid, follows in found]
    told.number()
    return made, place, _has_more(told.number())


def numbers_in(results: bytes) -> tuple[int, ...]:
    """Return numbers of members, from SamrGetMembersInGroup."""
    told = Unpacker(results)
    found: tuple[int, ...] = ()
    if told.number():
        announced, members, attributes = told.number(), told.number(), told.number()
        if members:
            found = tuple(told.number() for _ in told.array(announced))
        if attributes:
            for _ in told.array(announced):
                told.number()
    _raise_unless_done(told.number())
    return found


def sids_in(results: bytes) -> tuple[str, ...]:
    """Return SIDs of members, from SamrGetMembersInAlias."""
    told = Unpacker(results)
    announced, given = told.number(), told.number()
    pointers = [told.number() for _ in told.array(announced)] if given else []
    found = tuple(told.sid() for pointer in pointers if pointer)
    _raise_unless_done(told.number())
    return found


@contextmanager
def _handle(pipe: Pipe, opening: int, arguments: bytes) -> Iterator[bytes]:
    """Open something by a call that gives a handle, and close it. Raises NotTold."""
    told = Unpacker(pipe.call(opening, arguments))
    handle = told.raw(_HANDLE_BYTES)
    _raise_unless_done(told.number())
    yield handle
    pipe.call(_CLOSE, handle)


def _has_more(status: int) -> bool:
    if status == _NO_MORE_ENTRIES:
        return False
    _raise_unless_done(status, _MORE_ENTRIES)
    return status == _MORE_ENTRIES


def _raise_unless_done(status: int, *also: int) -> None:
    if status == _ACCESS_DENIED:
        raise NotTold("the account may not ask for accounts")
    if status != _SUCCESS and status not in also:
        raise NotTold(f"the server does not tell its accounts (status 0x{status:08x})")

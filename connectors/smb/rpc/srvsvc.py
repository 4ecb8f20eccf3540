"""The server service: which shares there are, and what permissions a share itself has.

Source  [MS-SRVS] 3.1.4.8, NetrShareEnum; 2.2.4.23, SHARE_INFO_1; 3.1.4.10, NetrShareGetInfo;
        2.2.4.26, SHARE_INFO_502_I; from knowledge, checked against smbd 4.17 on 2026-11-27. On
        Windows level 502 is for administrators and operators alone, level 1 for everyone.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import NamedTuple

from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.ndr import Packer, Unpacker
from connectors.smb.rpc.pipe import Interface, Pipe

SRVSVC = Interface("srvsvc", uuid.UUID("4b324fc8-1670-01d3-1278-5a47bf6ee188"), 3)
_ENUM, _GET_INFO = 15, 16
_NAMES, _LEVEL = 1, 502
_DONE, _DENIED, _MORE = 0, 5, 234
_ALL_BYTES = 0xFFFF_FFFF
_MOST_CALLS = 1_000
_PERMISSIONS = "the permissions of the share"


class Listed(NamedTuple):
    """A share as the server lists it; ``kind`` is its share type, [MS-SRVS] 2.2.2.4."""

    name: str
    kind: int


def shares(pipe: Pipe, server: str) -> Iterator[Listed]:
    """Yield the shares that the server lists for who asks. Raises NotTold."""
    place = 0
    for _ in range(_MOST_CALLS):
        asked = Packer().pointer().text(rf"\\{server}").number(_NAMES).number(_NAMES)
        asked.pointer().number(0).number(0).number(_ALL_BYTES).pointer().number(place)
        found, place, more = shares_in(pipe.call(_ENUM, asked.packed))
        yield from found
        if not more:
            return
        if not found:
            break
    raise NotTold("a list of shares without end")


def shares_in(results: bytes) -> tuple[list[Listed], int, bool]:
    """Return shares, where to go on, and whether there are more, from NetrShareEnum."""
    told = Unpacker(results)
    told.number()
    told.number()
    found = []
    if told.number():
        announced, given = told.number(), told.number()
        found = [
            (told.number(), told.number(), told.number())
            for _ in (told.array(announced) if given else ())
        ]
    made = []
    for has_name, kind, has_remark in found:
        made.append(Listed(told.text() if has_name else "", kind))
        if has_remark:
            told.text()
    told.number()
    place = told.number() if told.number() else 0
    code = told.number()
    if code != _MORE:
        _raise_unless_done(code, "its shares")
    return made, place, code == _MORE


def share_descriptor(pipe: Pipe, server: str, share: str) -> bytes:
    """Return the security descriptor of a share, undecoded. Raises NotTold.

    A server that gives none does not say so that there is no restriction: Samba gives none until
    permissions were first set on any of its shares.
    """
    asked = Packer().pointer().text(rf"\\{server}").text(share).number(_LEVEL)
    return descriptor_in(pipe.call(_GET_INFO, asked.packed))


def descriptor_in(results: bytes) -> bytes:
    """Return the descriptor in the results of NetrShareGetInfo. Raises NotTold."""
    told = Unpacker(results)
    level, given = told.number(), told.number()
    if not given:
        _raise_unless_done(told.number(), _PERMISSIONS)
    if level != _LEVEL or not given:
        raise NotTold(f"the server does not tell {_PERMISSIONS}")
    name, _, remark, _, _, _, path, password, length, descriptor = (
        told.number() for _ in range(10)
    )
    for pointer in (name, remark, path, password):
        if pointer:
            told.text()
    if not descriptor:
        raise NotTold(f"the server does not tell {_PERMISSIONS}")
    raw = told.data()
    _raise_unless_done(told.number(), _PERMISSIONS)
    if len(raw) != length:
        raise NotTold("an answer whose lengths do not agree")
    return raw


def _raise_unless_done(code: int, what: str) -> None:
    if code == _DENIED:
        raise NotTold(f"the account may not ask for {what}")
    if code != _DONE:
        raise NotTold(f"the server does not tell {what} (error {code})")

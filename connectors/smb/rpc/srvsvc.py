"""The server service: what permissions a share itself has.

Source  [MS-SRVS] 3.1.4.10, NetrShareGetInfo; 2.2.4.26, SHARE_INFO_502_I. On Windows level 502 is
        for administrators and operators alone.
"""

from __future__ import annotations

import uuid

from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.ndr import Packer, Unpacker
from connectors.smb.rpc.pipe import Interface, Pipe

SRVSVC = Interface("srvsvc", uuid.UUID("4b324fc8-1670-01d3-1278-5a47bf6ee188"), 3)
_GET_INFO = 16
_LEVEL = 502
_DONE, _DENIED = 0, 5


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
        _raise_unless_done(told.number())
    if level != _LEVEL or not given:
        raise NotTold("the server does not tell the permissions of the share")
    name, _, remark, _, _, _, path, password, length, descriptor = (
        told.number() for _ in range(10)
    )
    for pointer in (name, remark, path, password):
        if pointer:
            told.text()
    if not descriptor:
        raise NotTold("the server does not tell the permissions of the share")
    raw = told.data()
    _raise_unless_done(told.number())
    if len(raw) != length:
        raise NotTold("an answer whose lengths do not agree")
    return raw


def _raise_unless_done(code: int) -> None:
    if code == _DENIED:
        raise NotTold("the account may not ask for the permissions of the share")
    if code != _DONE:
        raise NotTold(f"the server does not tell the permissions of the share (error {code})")

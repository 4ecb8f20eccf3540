"""Which shares a server has: those that hold people's files, and those that are left out and why.

A server lists to an account what it wants to: Samba keeps back shares that are not browseable, or
that the account may not enter where it says so (``access based share enum``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from connectors.base import ShareUnreachable
from connectors.smb.address import SmbServer
from connectors.smb.lane import Lane
from connectors.smb.link import Credentials, Link
from connectors.smb.rpc import srvsvc
from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.pipe import opened
from connectors.smb.rpc.srvsvc import SRVSVC, Listed
from connectors.smb.status import ACCESS_DENIED, REFUSED

IPC = "IPC$"
_KIND_MASK, _SPECIAL = 0xFF, 0x8000_0000  # [MS-SRVS] 2.2.2.4
_DISK, _PRINTER = 0, 1
_ADMINISTRATIVE = re.compile(r"ADMIN\$|[A-Z]\$", re.IGNORECASE)
_DRIVERS = "print$"


class NoFiles(StrEnum):
    """Why a share that is listed is none to be scanned, in the words that say so."""

    ADMINISTRATIVE = "administrative"
    PIPES = "not files"
    PRINTER = "printing"
    NAME = "its name cannot be opened"


@dataclass(frozen=True, slots=True)
class Offer:
    """What a server lists: names of shares with files, and other names with why they are none."""

    shares: tuple[str, ...]
    left_out: tuple[tuple[str, NoFiles], ...]


def offer_of(server: SmbServer, credentials: Credentials) -> Offer:
    """Return what a server lists to an account. Raises ShareUnreachable."""

    def asked(lane: Lane) -> list[Listed]:
        with opened(lane, SRVSVC) as pipe:
            return list(srvsvc.shares(pipe, server.host))

    link = Link(server.share(IPC), credentials)
    try:
        listed = link.ask(asked)
    except NotTold as error:
        raise ShareUnreachable(f"{error}; {_by_name(server)}") from error
    except ShareUnreachable as error:
        if str(error) != REFUSED[ACCESS_DENIED]:
            raise
        said = f"the account may not ask for its shares; {_by_name(server)}"
        raise ShareUnreachable(said) from error
    finally:
        link.drop()
    return offer_in(listed)


def _by_name(server: SmbServer) -> str:
    return f"name each of them: {server}/share"


def offer_in(listed: list[Listed]) -> Offer:
    """Return what a list amounts to, by name.

    >>> offer_in([Listed("rents", 0), Listed("HR$", 0), Listed("C$", 0x8000_0000)])
    Offer(shares=('HR$', 'rents'), left_out=(('C$', <NoFiles.ADMINISTRATIVE: 'administrative'>),))
    """
    shares, left_out = [], []
    for share in sorted(set(listed)):
        why = _no_files(share)
        if why is None:
            shares.append(share.name)
        else:
            left_out.append((share.name, why))
    return Offer(tuple(shares), tuple(left_out))


def _no_files(share: Listed) -> NoFiles | None:
    kind = share.kind & _KIND_MASK
    if share.name in ("", ".", "..") or set(share.name) & set("/\\"):
        return NoFiles.NAME
    if kind == _PRINTER or share.name.lower() == _DRIVERS:
        return NoFiles.PRINTER
    if kind != _DISK:
        return NoFiles.PIPES
    if share.kind & _SPECIAL or _ADMINISTRATIVE.fullmatch(share.name):
        return NoFiles.ADMINISTRATIVE
    return None

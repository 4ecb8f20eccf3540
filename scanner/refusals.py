"""Servers that do not let in who asks: none is asked again in a run, for that may lock the account.

A password that one server refuses is tried on no other, for an account of the domain is the same
on all of them. Servers that have let the account in are asked on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from connectors.base import LogonRefused, PasswordRefused
from connectors.smb.address import SmbAddress, SmbServer
from scanner.shares import Named


class NotAsked(LogonRefused):
    """A server that is left alone: it, or another one, refused the account in this run."""


@dataclass(slots=True)
class Refusals:
    """What servers said to the account that asks, in one run."""

    _by_server: dict[str, str] = field(default_factory=dict)
    _let_in: set[str] = field(default_factory=set)
    _of_password: str = ""

    def refuse(self, named: Named) -> None:
        """Raise NotAsked for what lies on a server that is not to be asked."""
        server = str(server_of(named) or "")
        why = self._by_server.get(server, "")
        if server and not why and server not in self._let_in:
            why = self._of_password
        if why:
            raise NotAsked(f"not asked, for asking on may lock the account: {why}")

    def let_in(self, named: Named) -> None:
        """Note that the server of what is named lets in who asks."""
        self._let_in.add(str(server_of(named) or ""))

    def note(self, named: Named, error: Exception) -> None:
        """Note where an error is that the server of what is named does not let in who asks."""
        server = server_of(named)
        if server is None or not isinstance(error, LogonRefused) or isinstance(error, NotAsked):
            return
        self._by_server[str(server)] = str(error)
        if isinstance(error, PasswordRefused):
            self._of_password = f"{server} says that {error}"


def server_of(named: Named) -> SmbServer | None:
    """Return the server that something named lies on; None for what is on this machine."""
    if isinstance(named, SmbAddress):
        return named.on
    return named if isinstance(named, SmbServer) else None

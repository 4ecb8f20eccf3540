"""A server as it tells of itself: who has accounts on it, and who may come into its shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from connectors.base import Accounts, DescriptorKind, SecurityDescriptor
from connectors.smb.accounts import read_accounts
from connectors.smb.address import SmbServer
from connectors.smb.discovery import IPC
from connectors.smb.lane import Lane
from connectors.smb.link import PATIENCE_SECONDS, Credentials, Link
from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.pipe import opened
from connectors.smb.rpc.srvsvc import SRVSVC, share_descriptor

if TYPE_CHECKING:
    from connectors.smb.collected import Collected

_T = TypeVar("_T")


class Server:
    """One server, asked through its IPC$: no share of it is entered and no file opened.

    ``collected`` stands in for what it does not tell the account that asks. Any method may raise
    ShareUnreachable.
    """

    def __init__(
        self,
        server: SmbServer,
        credentials: Credentials,
        patience_seconds: float = PATIENCE_SECONDS,
        collected: Collected | None = None,
    ) -> None:
        self._server = server
        self._collected = collected
        self._link = Link(server.share(IPC), credentials, patience_seconds)

    def close(self) -> None:
        """End the session."""
        self._link.drop()

    def ask(self, work: Callable[[Lane], _T]) -> _T:
        """Return what is made of its IPC$."""
        return self._link.ask(work)

    def share_security(self, share: str) -> SecurityDescriptor | None:
        """Return the permissions of a share itself; None where nobody tells them."""

        def asked(lane: Lane) -> bytes:
            with opened(lane, SRVSVC) as pipe:
                return share_descriptor(pipe, self._server.host, share)

        try:
            return SecurityDescriptor(DescriptorKind.NT, self.ask(asked))
        except NotTold:
            return None if self._collected is None else self._collected.share_security(share)

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return what the server tells of its own accounts and of ``identifiers``."""
        host, name = self._server.host, self._server.share(IPC).server
        asked = tuple(identifiers)
        told = self.ask(lambda lane: read_accounts(lane, host, name, asked))
        return told if self._collected is None else self._collected.added_to(told)

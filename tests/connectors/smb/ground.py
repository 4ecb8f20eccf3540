"""A share of a real server that tests change from below: a ``Ground`` of the contract."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager

from connectors.base import FolderPath, Ref
from connectors.smb.address import SmbAddress
from connectors.smb.link import Credentials
from connectors.smb.share import SmbShare
from tests.connectors.local_share import LocalGround
from tests.servers.samba import PASSWORD, Samba, World
from tests.servers.smb_client import Client

USER = "scan"
WHO = Credentials(USER, PASSWORD)
WORLD = World(users=(USER,))


class SmbGround(LocalGround):
    """The share "docs", whose files belong to the account that scans."""

    def __init__(self, samba: Samba, patience_seconds: float = 3.0) -> None:
        super().__init__(samba.folder)
        self.samba = samba
        self.address = SmbAddress("127.0.0.1", samba.port, "docs")
        self._patience_seconds = patience_seconds

    @contextmanager
    def connected(self) -> Iterator[SmbShare]:  # type: ignore[override]  # of another kind
        with closing(SmbShare(self.address, WHO, self._patience_seconds)) as connector:
            yield connector

    def make_folder(self, folder: FolderPath) -> None:
        for depth in range(1, len(folder) + 1):
            path = self.root.joinpath(*folder[:depth])
            if not path.exists():
                path.mkdir()
                self._give(Ref(folder[:depth], ""))

    def write(self, ref: Ref, content: bytes) -> None:
        super().write(ref, content)
        self._give(ref)

    def drop(self) -> None:
        self.samba.smbd.stop()

    @contextmanager
    def held_alone(self, name: str) -> Iterator[None]:
        """Keep a file open as a program does that lets nobody else in."""
        with Client(self.samba.port, USER, PASSWORD) as client, client.holding("docs", name):
            yield

    def clear(self) -> None:
        """Remove all that lies in the share, and start the server if a test stopped it."""
        if not self.samba.smbd.running:
            self.samba.smbd.start()
        for path in self.root.iterdir():
            self.remove(Ref((), path.name))

    def _give(self, ref: Ref) -> None:
        os.chown(self.path(ref), self.samba.numbers[USER], -1)

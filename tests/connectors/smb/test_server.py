"""What a server tells of itself is asked of a real one in tests/scanner/test_smb_reach.py."""

from __future__ import annotations

import socket
from contextlib import closing

import pytest

from connectors.base import ShareUnreachable
from connectors.smb.address import SmbServer
from connectors.smb.link import Credentials
from connectors.smb.server import Server


def test_a_server_that_is_away_is_not_one_that_does_not_tell() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    who = Credentials("ann", "secret")
    with closing(Server(SmbServer("127.0.0.1", port), who, patience_seconds=0)) as server:
        with pytest.raises(ShareUnreachable):
            server.share_security("docs")
        with pytest.raises(ShareUnreachable):
            server.accounts(())

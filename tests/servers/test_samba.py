"""The server that tests are lent: it answers, knows who is who, and leaves nothing behind."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from smbprotocol.exceptions import LogonFailure

from tests.servers.lent import lent_samba
from tests.servers.samba import ADMIN, PASSWORD, Samba, World
from tests.servers.smb_client import READ_DATA, Client

_WORLD = World(
    users=("ann", "bob"),
    groups={"payroll": ("ann",)},
    aliases={"finance": ("payroll",)},
    shares={"docs": None, "few": "D:(A;;FA;;;{finance})"},
)


@pytest.fixture(scope="module")
def samba() -> Iterator[Samba]:
    with lent_samba(_WORLD) as server:
        path = server.folder / "letter"
        path.write_bytes(b"Bins.\n")
        path.chmod(0o666)
        yield server


def test_each_user_and_group_has_a_sid_of_the_servers_domain(samba: Samba) -> None:
    assert samba.sids.keys() == {ADMIN, "ann", "bob", "payroll", "finance"}
    assert len(set(samba.sids.values())) == 5
    assert all(sid.startswith(f"{samba.domain}-") for sid in samba.sids.values())


def test_a_share_lets_in_whom_its_permissions_name(samba: Samba) -> None:
    for user, shares in (("ann", ["docs", "few"]), ("bob", ["docs"])):
        with Client(samba.port, user, PASSWORD) as client:
            assert [share for share in _WORLD.shares if client.may_connect(share)] == shares
            assert client.may("docs", "letter", READ_DATA)


def test_a_wrong_password_is_refused(samba: Samba) -> None:
    with pytest.raises(LogonFailure):
        Client(samba.port, "ann", "wrong")


def test_a_server_that_is_given_back_leaves_no_process_and_no_folder() -> None:
    with lent_samba(World(users=("ann",))) as server:
        base = server.folder.parent
        with Client(server.port, "ann", PASSWORD) as client:
            assert client.may_connect("docs")
        assert _running(base)
    assert not _running(base)
    assert not base.exists()
    with (
        pytest.raises(ConnectionRefusedError),
        socket.create_connection(("127.0.0.1", server.port)),
    ):
        pass


def _running(base: Path) -> list[str]:
    """Return the processes that were started with their settings in ``base``."""
    assert base.parent == Path(tempfile.gettempdir())
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "environ").read_bytes()
        except OSError:
            continue
        if bytes(base) in environment:
            found.append(process.name)
    return found
